"""Who speaks of whom, who is let speak, and where sources part: tables in, tables for readers."""

from __future__ import annotations

import pandas as pd
import pytest

from drawn import HOSTILE, assert_sound
from marked import article_row
from pressbrief import charts, tables
from pressbrief.sections import evidence, stance_claims, stance_tables, stance_views
from pressbrief.sections.wording.names import names
from pressbrief.stance.appraisal.interval import Judge
from pressbrief.stance.appraisal.source_means import by_source

JUDGE = Judge(3, 0.95, 300, 0)


def articles(*ids: str, published: str = "", twins: dict[str, str] | None = None):
    rows = [list(article_row(id_, published=published)) for id_ in ids]
    for row in rows:
        row[15] = (twins or {}).get(row[0], "")
    return tables.frame("articles", rows)


def stance(article, sentence, polarity, target="Japan", holder="Taliban", voice="direct"):
    chances = max(-polarity, 0), 1 - abs(polarity), max(polarity, 0)
    return (article, sentence, 0, 1, target, holder, voice, polarity, *chances, 0)


def stances(*rows):
    return tables.frame("stances", list(rows))


def claims(read, by_source, behind, reported, words):
    views = stance_views.Views(tables.empty("stances"), behind, reported, words, JUDGE)
    return stance_claims.voiced(by_source, views, names(read), 8)


def test_holders_are_listed_with_how_often_and_where_they_speak_of_whom():
    read = articles("aa", "bb")
    said = stances(
        stance("aa", 1, -0.8),
        stance("bb", 1, -0.4),
        stance("bb", 2, 0.5, holder="unknown"),
        stance("bb", 3, 0.5, voice="author"),
    )
    table = stance_tables.holders(stance_views.reported(said, read), names(read), 8)  # fmt: skip
    assert table.rows == (("Taliban", "Japan", 2, 2, "−0.60", "unsigned aa and unsigned bb"),)
    assert table.evidence == (("e-aa-1", "e-bb-1"),)


def test_a_copy_s_holders_count_once():
    read = articles("aa", "bb", twins={"bb": "aa"})
    said = stances(stance("aa", 1, -0.8), stance("bb", 1, -0.8))
    assert len(stance_views.reported(said, read)) == 1


def test_what_a_holder_is_quoted_with_twice_counts_once():
    again = (*stance("aa", 2, -0.8)[:-1], 1)
    said = stances(stance("aa", 1, -0.8), again)
    assert stance_views.reported(said, articles("aa"))["sentence"].tolist() == [1]


def test_words_are_the_innermost_speaker_s():
    text = "NHK reports he said talks go on."
    sentences = tables.frame("sentences", [("aa", 1, 1, 100, 132, "body", text)])
    spans = [(112, 132, "NHK"), (120, 132, "Motegi")]
    voices = tables.frame(
        "voices",
        [("aa", 1, start, end, "indirect", who, 0, 0, "said") for start, end, who in spans],
    )
    found = stance_views.words(voices, sentences, articles("aa"))
    assert found[["speaker", "words"]].to_numpy().tolist() == [["", 2], ["Motegi", 3], ["NHK", 2]]


def test_those_who_speak_as_one_are_all_heard():
    voices = tables.frame("voices", [("aa", 1, 0, 9, "direct", "Motegi; Iran", 0, 0, "said")])
    words = pd.DataFrame([("aa.txt", "Motegi; Iran", 30)], columns=["source", "speaker", "words"])
    actors = tables.frame("actors", [("Iran", "state", "", "Iran", "topic")])
    named = tables.frame(
        "mentions", [("aa", i, 9 * i, 9 * i + 1, "x", "Iran", "state", "name") for i in range(1, 5)]
    )
    read = articles("aa")
    table = stance_tables.speakers(voices, words, read, actors, named, names(read), 8)
    assert table.rows == (("unsigned aa", "100 %", "Motegi and Iran 100 %", ""),)
    silent = stance_views.reported(tables.empty("stances"), read)
    pairs = tables.empty("stance_by_source")
    (claim,) = claims(read, pairs, {}, silent, words)
    claim.check()
    assert "Motegi and Iran are given more of them than anybody else, 30 of 30" in claim.text


def test_who_is_named_often_and_not_heard_is_said():
    voices = tables.frame("voices", [("aa", 1, 0, 9, "direct", "Motegi", 0, 0, "said")])
    words = pd.DataFrame(
        [("aa.txt", "", 70), ("aa.txt", "Motegi", 30)], columns=["source", "speaker", "words"]
    )
    actors = tables.frame(
        "actors",
        [("Japan", "state", "", "Japan", "topic"), ("Motegi", "person", "Japan", "M", "topic"),
         ("Iran", "state", "", "Iran", "topic")],
    )  # fmt: skip
    named = tables.frame(
        "mentions",
        [("aa", i, 9 * i, 9 * i + 1, "x", who, "state", "name")
         for i, who in enumerate(["Japan", "Iran"] * 3, 1)],
    )  # fmt: skip
    read = articles("aa")
    table = stance_tables.speakers(voices, words, read, actors, named, names(read), 8)
    assert table.rows == (("unsigned aa", "30 %", "Motegi 100 %", "Iran"),)


def sourced(said: dict[str, list[float]], target: str = "Japan"):
    """Articles, own-voice stances and the stances by source of polarities by article."""
    read = articles(*said)
    rows = [stance(id_, i, value, target, f"{id_}.txt", "author")
            for id_, values in said.items() for i, value in enumerate(values, 1)]  # fmt: skip
    own = stances(*rows)
    settings = {"min_sentences": 3, "confidence": 0.95, "resamples": 300, "seed": 0}
    return read, own, tables.frame("stance_by_source", by_source(read, own, **settings))


def test_sources_part_where_their_intervals_do_not_meet():
    read, own, pairs = sourced({"aa": [-0.9] * 9, "bb": [0.8] * 9, "cc": [0.0] * 9})
    behind = evidence.by(stance_views.own_voice(own, read), ["source", "target"], 2)
    table = stance_tables.parted(pairs, behind, names(read))
    assert table.rows[0][:2] == ("Japan", "unsigned aa") and table.rows[0][3] == "unsigned bb"
    assert table.evidence == (("e-aa-1", "e-aa-2", "e-bb-1", "e-bb-2"),)
    nobody = stance_views.reported(tables.empty("stances"), read)
    silent = pd.DataFrame(columns=["source", "speaker", "words"])
    (claim,) = claims(read, pairs, behind, nobody, silent)
    claim.check()
    assert claim.text == (
        "In their own voice, the sources part over Japan: unsigned aa (−0.90) and unsigned bb "
        "(+0.80) stand apart, and their intervals do not meet."
    )


def test_sources_do_not_part_where_all_are_neutral_or_alone():
    for said in ({"aa": [0.0] * 9, "bb": [0.0] * 9}, {"aa": [-0.9] * 9}):
        read, _, pairs = sourced(said)
        assert stance_tables.parted(pairs, {}, names(read)) is None


def test_evidence_has_the_strongest_on_both_sides_the_mean_s_first():
    read, own, _ = sourced({"aa": [-0.2, 0.7, -0.9, -0.8, 0.1]})
    order = stance_views.own_voice(own, read)["polarity"].tolist()
    assert order == [-0.9, 0.7, -0.8, 0.1, -0.2]


def test_nothing_said_is_no_table_and_no_chart():
    read, none = articles("aa"), tables.empty("stances")
    reported = stance_views.reported(none, read)
    words = stance_views.words(tables.empty("voices"), tables.empty("sentences"), read)
    known = tables.empty("actors"), tables.empty("mentions")
    assert stance_tables.holders(reported, names(read), 8) is None
    assert (
        stance_tables.speakers(tables.empty("voices"), words, read, *known, names(read), 8) is None
    )
    assert stance_tables.parted(tables.empty("stance_by_source"), {}, names(read)) is None
    none = tables.empty("stance_by_source")
    assert claims(read, none, {}, reported, words) == []
    assert charts.holders(reported, {}, 8, JUDGE) is None
    own = stance_views.own_voice(tables.empty("stances"), read)
    assert charts.stance_course(own, read, {}, 8, JUDGE) is None


def test_what_a_holder_clearly_says_is_told_and_what_is_thin_is_not():
    read = articles("aa", "bb")
    pairs, silent = tables.empty("stance_by_source"), pd.DataFrame(columns=["speaker", "words"])
    rows = [stance("aa", i, -0.9) for i in range(1, 9)]
    many, few = (stance_views.reported(stances(*some), read) for some in (rows, rows[:2]))
    (claim,) = claims(read, pairs, {}, many, silent)
    claim.check()
    assert claim.text.startswith(
        "Where it is quoted or reported, Taliban speaks ill of Japan (−0.90"
    )
    assert claim.text.endswith("eight sentences in one article).")
    assert len(claim.evidence) == 8
    assert claims(read, pairs, {}, few, silent) == []


def test_a_holder_who_leans_slightly_is_said_to():
    read = articles("aa", "bb")
    silent = pd.DataFrame(columns=["speaker", "words"])
    reported = stance_views.reported(stances(*[stance("aa", i, -0.1) for i in range(1, 200)]), read)
    (claim,) = claims(read, tables.empty("stance_by_source"), {}, reported, silent)
    assert "speaks slightly ill of Japan (−0.10" in claim.text


@pytest.mark.parametrize("people", [1, 40])
def test_the_holders_chart_stays_legible_and_escapes(people):
    read = articles("aa")
    rows = [stance("aa", i * 50 + j + 1, 0.9 - i % 3 * 0.9, f"{j % 3}{HOSTILE}"[:60],
                   f"{HOSTILE} {i}") for i in range(people) for j in range(15)]  # fmt: skip
    figure = charts.holders(stance_views.reported(stances(*rows), read), {}, 8, JUDGE)
    assert_sound(figure)
    assert len(figure.data.rows) <= 14 * 7


def test_the_holders_chart_says_who_clearly_leans():
    read = articles("aa", "bb")
    rows = [stance(id_, i, -0.9) for id_ in ("aa", "bb") for i in range(1, 9)]
    figure = charts.holders(stance_views.reported(stances(*rows), read), {}, 8, JUDGE)
    assert figure.title == "Taliban speaks ill of Japan"
    assert figure.data.rows[0][-1] == "critical"


def course(days: dict[str, str], polarity=lambda i: -0.9):
    read = pd.concat([articles(id_, published=day) for id_, day in days.items()],
                     ignore_index=True)  # fmt: skip
    own = stances(*(stance(id_, j, polarity(i), holder="x", voice="author")
                    for i, id_ in enumerate(days) for j in range(1, 9)))  # fmt: skip
    return charts.stance_course(stance_views.own_voice(own, read), read, {}, 8, JUDGE)


def test_stance_over_time_is_drawn_from_three_periods_on():
    days = {"aa": "2024-01-10", "bb": "2024-06-10", "cc": "2025-01-10", "dd": ""}
    figure = course(days, lambda i: (-0.9, 0.0, 0.9, 0.9)[i])
    assert_sound(figure)
    assert figure.title == "Japan is spoken of better than at first"
    assert [row[2] for row in figure.data.rows] == [-0.9, 0.0, 0.9]
    assert "1 article" in figure.caption
    assert course({"aa": "2024-01-10", "bb": "2025-01-10"}) is None


def test_stance_that_stays_is_not_said_to_move():
    days = {f"a{i:02}": f"2024-{i:02}-10" for i in range(1, 13)}
    figure = course(days)
    assert_sound(figure)
    assert figure.title == "Stance does not clearly move over time"


def test_the_farthest_apart_are_those_whose_means_are_not_whose_intervals_are():
    rows = [
        ("aa", "Japan", -0.24, -0.52, 0.05, 9, 1, "even", ""),
        ("bb", "Japan", -0.04, -0.09, 0.01, 9, 1, "even", ""),
        ("cc", "Japan", 0.37, 0.16, 0.58, 9, 1, "favourable", ""),
    ]
    ((low, high),) = stance_views.farthest(tables.frame("stance_by_source", rows))
    assert (low.source, high.source) == ("aa", "cc")
