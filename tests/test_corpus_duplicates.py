"""Which articles are copies, of which, and what each changed; two tellings are no copies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from pressbrief import corpus, tables, topic
from pressbrief.corpus import duplicates
from pressbrief.corpus.differences import changed
from pressbrief.corpus.sentences import Sentence

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "japan-afghanistan"
AGENCY = [
    "Japan urged the Taliban to respect the rights of women in talks held in Tokyo this week, the "
    "Foreign Ministry said.",
    "It was the first visit of a Taliban delegation to Japan since the group seized power in "
    "Kabul in 2021 and foreign embassies were closed.",
    "The delegation of 12 officials spoke with the head of the ministry’s Middle East bureau about "
    "aid, trade and the safety of Japanese nationals.",
    "Japan has given more than 1.5 billion dollars to Afghanistan since then, most of it through "
    "agencies of the United Nations.",
    "No country has formally recognised the government in Kabul, although China, Russia and "
    "several neighbours have let its envoys take over embassies.",
    "The ministry said that it would go on speaking with all sides, and that it had asked for "
    "girls to be let back into secondary schools.",
]
OTHER = [
    "A Taliban delegation has left Tokyo after a week of meetings that Japan’s government calls "
    "informal.",
    "The Foreign Ministry confirmed that officials of its Middle East bureau met the visitors, "
    "who had been invited by a foundation.",
    "Women’s groups protested in front of the hotel and asked why Japan would receive men who "
    "keep girls out of school.",
    "“Japan urged the Taliban to respect the rights of women,” the ministry said when asked.",
    "Analysts see the visit as a sign that Kabul looks for partners beside China and Russia, and "
    "that Tokyo does not want to leave the field to them.",
    "Whether embassies in Kabul open again is undecided.",
]
CHINESE = (
    "日本外务省星期三表示，塔利班代表团本周访问了东京，这是该组织二零二一年重新掌权以来的首次访问。"
    "双方讨论了援助、贸易以及日本公民的安全问题，日方要求对方尊重妇女的权利，让女孩重返学校。"
)


def found(
    *texts: list[str],
    days: dict[int, tuple[str, str]] | None = None,
    agencies: dict[int, tuple[str, str]] | None = None,
) -> pd.DataFrame:
    """The copies among texts (lists of sentences), named 0, 1, 2 …; `days` dates some.

    `agencies` says who published some, and which agency's copy they are.
    """
    articles, bodies = [], []
    for number, text in enumerate(texts):
        id_ = str(number)
        earliest, latest = (days or {}).get(number, ("", ""))
        publisher, agency = (agencies or {}).get(number, ("unknown", ""))
        articles.append((id_, f"{id_}.txt", publisher, "unknown", agency, "unknown", "unknown",
                         "unknown", "en", earliest, latest, "unknown", "unknown", 9, 9, "",
                         "0"))  # fmt: skip
        rows = [Sentence(at, 1, at, at + 1, "body", one) for at, one in enumerate(text, 1)]
        bodies.append(duplicates.body(rows))
    frame = tables.frame("articles", articles)
    return duplicates.find(frame, bodies, lambda article: texts[int(article)])


def pairs(copies: pd.DataFrame) -> list[tuple[str, str, str]]:
    columns = copies[["article_id", "duplicate_of", "kind"]]
    return list(columns.itertuples(index=False, name=None))


# Which


def test_the_same_words_are_an_exact_copy_whatever_their_case_marks_and_lines():
    upper = [one.upper().replace("’", "'").replace(",", " —") for one in AGENCY]
    (row,) = found(AGENCY, [" \u200f".join(upper)]).itertuples(index=False)
    assert tuple(row) == ("1", "0", "exact", 1.0, "", "")


def test_another_headline_makes_no_other_article(tmp_path):
    body = "\n\n".join(AGENCY)
    for name, headline in (("a", "Japan and the Taliban talk"), ("b", "Envoys come to Tokyo")):
        (tmp_path / f"{name}.txt").write_text(f"{headline}\n\n{body}", encoding="utf-8")
    made = corpus.build(topic.load(tmp_path), date(2025, 6, 1))
    assert list(made["copies"]["kind"]) == ["exact"]
    assert list(made["articles"]["duplicate_of"]) == ["", corpus.article_id("a.txt")]
    assert set(made["articles"]["headline_basis"]) == {"first line, before the text"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ([AGENCY[0].replace("this week", "on Tuesday"), *AGENCY[1:]], "near"),
        (["Taliban leaders came to Tokyo and heard criticism, officials said.", *AGENCY[1:]],
         "near"),
        ([*AGENCY[:3], *AGENCY[4:]], "near"),
        (AGENCY[:3], "wire"),
        ([*AGENCY[:2], "“We are open to all,” a member of the delegation told this newspaper in "
          "the lobby of the hotel, and did not want to give a name.", *AGENCY[2:]], "near"),
    ],
    ids=["a changed phrase", "a changed lead", "a dropped paragraph", "half", "an own quotation"],
)  # fmt: skip
def test_agency_text_is_known_again(text, kind):
    assert pairs(found(AGENCY, OTHER, text)) == [("2", "0", kind)]


def test_two_articles_on_one_event_are_two_even_if_they_quote_the_same_words():
    assert found(AGENCY, OTHER).empty
    assert found(AGENCY, [*OTHER, AGENCY[0]]).empty


def test_of_copies_on_one_day_the_agencys_own_stands():
    day = {0: ("2025-02-19", "2025-02-19"), 1: ("2025-02-19", "2025-02-19")}
    agencies = {0: ("afrol.com", "Reuters"), 1: ("Reuters", "Reuters")}
    assert pairs(found(OTHER, OTHER, days=day)) == [("1", "0", "exact")]
    assert pairs(found(OTHER, OTHER, days=day, agencies=agencies)) == [("0", "1", "exact")]


def test_an_agency_paragraph_in_a_long_report_makes_no_copy_of_it():
    assert found(AGENCY[:2], [*AGENCY[:2], *OTHER, *OTHER[::-1]],
                 days={0: ("2025-02-19",) * 2, 1: ("2025-02-20",) * 2}).empty  # fmt: skip


def test_a_text_that_stands_in_a_longer_one_is_its_copy_if_nothing_says_which_came_first():
    assert pairs(found(AGENCY[:2], [*AGENCY[:2], *OTHER])) == [("0", "1", "wire")]


def test_of_copies_the_earliest_published_stands():
    days = {0: ("2025-02-21", "2025-02-21"), 2: ("2025-02-19", "2025-02-19")}
    changed_ = [*AGENCY[:-1], "The ministry declined to say more."]
    copies = found(AGENCY, changed_, AGENCY, days=days)
    assert [row[:2] for row in pairs(copies)] == [("0", "2"), ("1", "2")]


def test_a_copy_of_a_copy_points_at_the_original():
    second = [*AGENCY[:-1], OTHER[0]]
    third = [OTHER[2], *second[1:]]
    assert {row[1] for row in pairs(found(AGENCY, second, third))} == {"0"}


def test_who_is_like_a_copy_alone_stands_on_its_own():
    # Half of the first stands in the second, all of the second in the third, which has no date.
    first, second = [AGENCY[0], OTHER[1], OTHER[2]], [*OTHER[1:3], AGENCY[5], AGENCY[4]]
    third = [AGENCY[5], AGENCY[4], OTHER[2], *AGENCY[1:4]]
    copies = found(second, first, third)
    assert pairs(copies) == [("0", "2", "wire")]


def test_short_texts_are_copies_only_word_for_word():
    flash = ["The talks in Tokyo have ended."]
    assert pairs(found(flash, flash)) == [("1", "0", "exact")]
    assert found(flash, [*flash, *AGENCY]).empty


def test_unspaced_text_is_compared_by_letters():
    other = CHINESE.replace("星期三", "星期四")
    (row,) = found([CHINESE], [other]).itertuples(index=False)
    assert row.kind == "near"
    assert ("四" in row.added, "三" in row.dropped) == (True, True)
    assert found([CHINESE], ["中国外交部发言人说，北京欢迎任何有助于地区稳定的对话。" * 5]).empty


def test_arabic_text_is_compared_by_words():
    arabic = "قالت وزارة الخارجية اليابانية إن وفدا من طالبان زار طوكيو هذا الأسبوع "
    text = [f"{arabic}{word}" for word in ("وناقش المساعدات", "وطلب الاعتراف", "والتقى مسؤولين")]
    assert pairs(found(text, [f"\u200f{one}" for one in text])) == [("1", "0", "exact")]


@pytest.mark.parametrize(
    "text",
    [["…"], ["😀😀"], ["Talks"] * 5000, ["x" * 200_000], ["a b " * 50_000], ["\u202e\u200f"]],
    ids=["dots", "emoji", "the same line", "one word", "one long line", "marks"],
)
def test_no_text_is_too_odd(text):
    assert set(found(AGENCY, text, [*text, "One more."])["article_id"]) <= {"1", "2"}


def test_texts_without_words_are_not_copies_of_each_other():
    assert found(["…"], ["***"]).empty


def test_many_copies_take_seconds():
    texts = [[*AGENCY, f"Edition {number} of the city desk."] for number in range(300)]
    assert set(found(*texts)["duplicate_of"]) == {"0"}


# What they changed


def test_a_small_correction_is_seen_between_its_neighbours():
    corrected = [one.replace("12 officials", "14 officials").replace("1.5", "15") for one in AGENCY]
    (row,) = found(AGENCY, corrected).itertuples(index=False)
    assert row.kind == "near"
    assert row.added == "of 14 officials | than 15 billion"
    assert row.dropped == "of 12 officials | than 1.5 billion"


def test_an_own_quotation_and_a_dropped_paragraph_are_told_whole():
    own = "“We are open to all,” a member of the delegation told this newspaper."
    (row,) = found(AGENCY, [AGENCY[0], own, *AGENCY[1:3], *AGENCY[4:]]).itertuples(index=False)
    assert (row.added, row.dropped) == (own, AGENCY[3])


def test_a_moved_paragraph_is_no_change():
    assert changed([AGENCY[1], AGENCY[0], *AGENCY[2:]], AGENCY) == ("", "")


def test_a_word_taken_out_is_seen():
    assert changed(["Japan did not agree to it."], ["Japan did agree to it."])[0] == "did not agree"
    assert changed(["Japan did agree to it."], ["Japan did not agree to it."])[1] == "did not agree"


def test_long_changes_are_cut_short_and_many_are_counted():
    added, _ = changed([f"{'word ' * 200}end."], ["Other."])
    assert len(added) < 400 and added.endswith("…")
    old = [f"On day {number} the two sides met in Tokyo." for number in range(60)]
    new = [one.replace("Tokyo", "Kabul") for one in old]
    assert changed(new, old)[0]


def test_the_seeds_tell_one_visit_and_none_is_a_copy():
    made = corpus.build(topic.load(SEEDS), date(2025, 6, 1))
    assert made["copies"].empty
    assert set(made["articles"]["duplicate_of"]) == {""}
