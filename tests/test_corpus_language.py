"""Which language an article is in, and what is not known enough to be analysed."""

import pytest

from pressbrief.corpus.language import identify

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
