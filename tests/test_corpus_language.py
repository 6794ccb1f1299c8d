"""Which language an article is in, and what is not known enough to be analysed."""

import pytest

from pressbrief.corpus import passages, sentences
from pressbrief.corpus.language import identify
from pressbrief.corpus.lines import lines
from test_corpus import built

ENGLISH = (
    "Japan held talks with the Taliban in Tokyo on Tuesday, the Foreign Ministry said. The "
    "officials spoke about aid, schools and the rights of women in Afghanistan. "
)
SPANISH = (
    "El Gobierno de Japón mantuvo conversaciones con los talibanes en Tokio el martes, según "
    "informó el Ministerio de Exteriores. Los funcionarios hablaron de ayuda y escuelas. "
)
JAPANESE = (
    "日本政府は水曜日、東京でタリバンと協議したと発表した。両者は支援や学校について話し合った。"
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        ("Talks ended. Aid was not agreed.", "en"),
        # Names are of no language: where an article is full of them, the small words tell.
        ("Senator Toshimitsu Motegi, R-Ohio, and Senator Shigeru Ishiba, D-Conn., spoke. Senator "
         "Yoshimasa Hayashi, R-S.C., said Nana Akufo-Addo must go. Nana Akufo-Addo stayed.", "en"),
        (SPANISH, "es"),
        (JAPANESE, "ja"),
        ("Япония провела переговоры с талибами в Токио, сообщил МИД.", "ru"),
        ("وزارت امور خارجه ژاپن گفت که با طالبان در توکیو گفتگو کرده است.", "fa"),
        ("日本。中国外交部星期三表示，塔利班代表团访问了日本。", "zh"),
        ("Le Japon a rencontré les talibans à Tokyo mardi.", "fr"),
    ],
)  # fmt: skip
def test_a_text_of_one_language(text, code):
    assert identify(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH * 3 + JAPANESE, "en"),
        (JAPANESE * 3 + ENGLISH, "ja"),
        (ENGLISH * 2 + SPANISH, "en"),
        (ENGLISH + SPANISH * 2, "es"),
        (ENGLISH * 20 + SPANISH * 60, "es"),
        ("Mahamudu Bawumia, Nana Akufo-Addo, Toshimitsu Motegi, Shigeru Ishiba and Joe Biden met "
         "in Accra for talks that the ministry of trade had prepared.", "en"),
    ],
)  # fmt: skip
def test_a_mixed_text_has_its_larger_part_s_language(text, code):
    assert identify(text) == code


@pytest.mark.parametrize(
    "text", ["", "Kabul", "12 34 56", "😀😀😀", "Taliban delegation visits Tokyo"]
)
def test_too_little_to_tell_is_unknown_and_not_english(text):
    assert identify(text) == "unknown"


def parted(*paragraphs: str):
    text = "\n\n".join(paragraphs)
    return passages.apart(sentences.split(text, lines(text)))


FRENCH = (
    "Le ministre a déclaré que l'accord respectait les droits de tous les pays riverains du "
    "fleuve. « Nous n'avons rien à cacher », a-t-il dit à la presse."
)
ARABIC = "وقالت وزارة الخارجية المصرية إن الاتفاق يمثل خرقا للثقة وإن القاهرة لن تقبل به أبدا."
HINDI = "इथियोपिया और केन्या ने सोमवार को नैरोबी में जल समझौते पर हस्ताक्षर किए।"


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ([ENGLISH, ARABIC, ENGLISH], "22 % of its words are Arabic"),
        ([ENGLISH, FRENCH, ENGLISH], "32 % of its words are French"),
        ([FRENCH, FRENCH, ENGLISH], "66 % of its words are French"),
        ([ENGLISH, FRENCH, HINDI], "59 % of its words are French or Hindi"),
        # one paragraph of two languages, too little by the sentence to tell the second
        ([f"{ENGLISH}El gobierno rechazó el acuerdo el jueves. Los agricultores temen perder el "
          "agua que necesitan para sus campos."], "40 % of its words are Spanish"),
    ],
)  # fmt: skip
def test_an_article_is_analysed_in_its_english_part_and_says_what_was_not(paragraphs, said):
    found = parted(*paragraphs)
    assert found.said == f"passages in another language: {said} and were not analysed"
    assert [one.text for one in found.sentences] == [
        one.text for one in parted(*[ENGLISH] * paragraphs.count(ENGLISH) or [ENGLISH]).sentences
    ]
    assert [one.sentence for one in found.sentences] == list(range(1, len(found.sentences) + 1))


@pytest.mark.parametrize(
    "paragraphs",
    [
        [ENGLISH],
        # a title, a motto and names are no passage
        [ENGLISH, "Allons enfants de la patrie", ENGLISH],
        ["He said: “Ich bin ein Berliner.” The crowd in front of the town hall cheered.", ENGLISH],
        ["Toshimitsu Motegi, Shigeru Ishiba, Yoshimasa Hayashi, Nana Akufo-Addo.", ENGLISH],
        [ENGLISH, "قالت وزارة الخارجية إن الاتفاق باطل.", ENGLISH],
        # nor is a headline without small words, which looks a little like another language
        [ENGLISH, "Le Monde Alleges Hidden Tunnels And A Deep-Water Port", ENGLISH],
        # an article in French that quotes a sentence of English has no English part
        [FRENCH, FRENCH, "They spoke about aid, schools and the rights of women in Tokyo."],
        [FRENCH, ARABIC],
    ],
)
def test_what_is_no_passage_stays(paragraphs):
    found = parted(*paragraphs)
    assert (found.cuts, found.said) == ([], "")


def test_passages_are_kept_as_cut_and_doubted_in_their_article(tmp_path):
    made = built(tmp_path, **{"a.txt": f"{FRENCH}\n\n{ENGLISH}\n\n{FRENCH}", "b.txt": FRENCH * 2})
    assert list(made["articles"]["language"]) == ["en", "fr"]
    assert set(made["removed"]["reason"]) == {"in another language"}
    [(file, said)] = made["warnings"][["file", "what"]].itertuples(index=False)
    assert file == "a.txt" and "66 % of its words are French" in said
    whole = made["texts"].set_index("article_id")["text"]
    for cut in made["removed"].itertuples():
        assert whole[cut.article_id][cut.start : cut.end] == cut.text
