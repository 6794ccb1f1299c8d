"""Who judges whom, who only tells, who is let speak, where sources part: tables for readers."""

from __future__ import annotations

import pandas as pd
import pytest

from drawn import assert_sound, source_row
from marked import article_row
from pressbrief import charts, tables
from pressbrief.sections import (
    stance_claims,
    stance_leans,
    stance_others,
    stance_quotes,
    stance_readings,
    stance_tables,
    stance_views,
)
from pressbrief.sections.wording.names import Names, names

NAMES = Names({}, {})


def articles(*ids: str, published: str = "", twins: dict[str, str] | None = None):
    rows = [list(article_row(id_, published=published)) for id_ in ids]
    for row in rows:
        row[15] = (twins or {}).get(row[0], "")
    return tables.frame("articles", rows)


def sentence(article, number, text, role="body"):
    start = 100 * number
    return (article, number, 1, start, start + len(text), role, text)


def sentences(*rows):
    return tables.frame("sentences", list(rows))


def stance(article, number, polarity, target="Japan", holder="Taliban", *, voice="direct",
           portrayal=0.0, words=(0, 0), repeats=0):  # fmt: skip
    """A stance in the sentence that stands at 100 times its number; `words` counted from there."""
    chances = max(-polarity, 0), 1 - abs(polarity), max(polarity, 0)
    start, end = ((100 * number + at if words[1] else 0) for at in words)
    at = 100 * number
    return (article, number, at, at + 5, target, holder, voice, polarity, *chances, portrayal,
            start, end, repeats)  # fmt: skip


def own(article, number, polarity, target="Japan", **how):
    return stance(article, number, polarity, target, f"{article}.txt", voice="author", **how)


def stances(*rows):
    return tables.frame("stances", list(rows))


def texts(claims):
    for claim in claims:
        claim.check()
    return [claim.text for claim in claims]


JUDGED = (
    sentence("aa", 1, "It was an abject failure of Japan.", "headline"),
    sentence("aa", 2, "Japan is shoddy."),
    sentence("aa", 3, "Japan held talks."),
    sentence("aa", 4, "Japan bombed a town, Iran condemned it."),
)


def viewed():
    """The own and the reported sentences of one article, and its articles and sentences."""
    read, lines = articles("aa"), sentences(*JUDGED)
    made = stances(
        own("aa", 1, -0.9, words=(10, 24)),
        own("aa", 2, -0.8, words=(9, 15)),
        own("aa", 3, 0.1),
        own("aa", 4, 0.0, portrayal=-0.9),
        stance("aa", 4, -0.9, holder="Iran", voice="indirect", words=(26, 35), portrayal=-0.9),
    )
    mine = stance_views.own_voice(made, read, lines)
    others = stance_views.reported(made, read, lines)
    return read, lines, mine, others


# What is counted


def test_the_sentences_that_judge_are_counted_with_their_words_the_strongest_first():
    _, _, mine, others = viewed()
    said = stance_views.counted(mine, "source")["aa.txt", "Japan"]
    assert said.sentences == 4
    assert said.critical == (2, ("abject failure", "shoddy"), ("e-aa-1", "e-aa-2"))
    assert said.favourable.sentences == 0 and said.ill == (1, (), ("e-aa-4",))
    assert said.ids == ("e-aa-1", "e-aa-2", "e-aa-3", "e-aa-4")
    held = stance_views.counted(others, "holder")["Iran", "Japan"]
    assert held.critical == (1, ("condemned",), ("e-aa-4",))


def test_the_same_word_again_is_quoted_once():
    lines = sentences(sentence("aa", 1, "Shoddy Japan."), sentence("aa", 2, "shoddy Japan."))
    made = stances(*(own("aa", number, -0.9, words=(0, 6)) for number in (1, 2)))
    mine = stance_views.own_voice(made, articles("aa"), lines)
    said = stance_views.counted(mine, "source")["aa.txt", "Japan"]
    assert said.critical[:2] == (2, ("Shoddy",))


def test_a_copy_s_holders_count_once_and_so_does_what_is_said_again():
    read = articles("aa", "bb", twins={"bb": "aa"})
    said = stances(stance("aa", 1, -0.8), stance("bb", 1, -0.8), stance("aa", 2, -0.8, repeats=1))
    assert stance_views.reported(said, read, sentences())["sentence"].tolist() == [1]


def test_of_somebody_unnamed_only_judgements_are_told():
    said = stances(stance("aa", 1, -0.8, holder="unknown"), stance("aa", 2, 0, holder="unknown"))
    found = stance_views.reported(said, articles("aa"), sentences())
    assert found["sentence"].tolist() == [1]


# Claims


def test_a_source_that_faults_is_told_with_counts_and_words_and_who_else_does():
    _, _, mine, _ = viewed()
    said = stance_views.counted(mine, "source")
    rows = [source_row("aa.txt", "Japan", 3, n=4), source_row("NHK", "Japan", n=9)]
    by_source = tables.frame("stance_by_source", rows)
    first, tally = texts(stance_leans.verdicts(by_source, said, NAMES))
    assert first == (
        "Aa.txt faults Japan in three of four sentences of one article (“abject failure”, "
        "“shoddy”); no other source does."
    )
    assert tally == (
        "Of two pairs of source and target, one is critical and one voices hardly any judgement."
    )


@pytest.mark.parametrize(
    ("others", "end"),
    [
        ([], "of one article."),
        ([("NHK", 0, 9)], "; no other source does."),
        ([("NHK", 1, 9)], "; the only other source does in one of nine sentences."),
        ([("NHK", 1, 9), ("AFP", 1, 9)], "; the other sources do in two of 18 sentences."),
    ],
)
def test_no_other_source_is_said_only_where_none_does(others, end):
    rows = [source_row("aa.txt", "Japan", 5, n=9)]
    rows += [source_row(name, "Japan", some, n=n, verdict="none voiced")
             for name, some, n in others]  # fmt: skip
    by_source = tables.frame("stance_by_source", rows)
    assert texts(stance_leans.verdicts(by_source, {}, NAMES))[0].endswith(end)


def test_sources_that_judge_alike_are_told_together_and_the_most_judged_target_first():
    rows = [source_row(name, "Japan", some) for name, some in (("NHK", 4), ("AFP", 6), ("BBC", 3))]
    rows += [
        source_row("NHK", "Iran", 0, 20, n=30),
        source_row("AFP", "Iran", 3, 3, verdict="mixed"),
    ]
    claims = stance_leans.verdicts(tables.frame("stance_by_source", rows), {}, NAMES)
    assert texts(claims)[:2] == [
        "NHK speaks well of Iran in 20 of 30 sentences of one article; AFP faults Iran in three of "
        "20 sentences of one article and speaks well of it in three.",
        "AFP faults Japan in six of 20 sentences of one article; so do NHK in four of 20 "
        "sentences of one article and one more source.",
    ]


def test_a_matter_has_those_who_are_for_it():
    rows = [source_row("NHK", "Recognition", 0, 4)]
    by_source = tables.frame("stance_by_source", rows)
    first, _ = texts(stance_leans.verdicts(by_source, {}, NAMES, {"Recognition"}))
    assert first == "NHK is for Recognition in four of 20 sentences of one article."


@pytest.mark.parametrize(
    ("files", "expected", "sure"),
    [
        ("", "(“bad”).", "moderate"),
        ("a.txt", "(“bad”), which hangs on a.txt.", "low"),
        ("a.txt; b.txt", "(“bad”), which hangs on either of a.txt and b.txt.", "low"),
        ("a.txt; b.txt; c.txt", ", which hangs on any of a.txt, b.txt and c.txt.", "low"),
    ],
)
def test_a_verdict_names_the_articles_that_it_hangs_on(files, expected, sure):
    row = ("NHK", "Japan", 9, 4, 0, -0.4, -0.6, -0.1, 0.0, "critical", "bad", 3, files)
    by_source = tables.frame("stance_by_source", [row])
    said = {("NHK", "Japan"): stance_views.Said(critical=stance_views.Side(4, ("bad",)))}
    claim = stance_leans.verdicts(by_source, said, NAMES)[0]
    assert texts([claim])[0].endswith(expected) and claim.sure == sure


def test_who_tells_much_and_judges_nothing_is_told_beside_those_who_do():
    rows = [own("aa", i, 0, portrayal=-0.9) for i in range(1, 5)]
    held = stance("aa", 1, -0.9, holder="Iran", voice="indirect", words=(0, 9))
    read, lines = articles("aa"), sentences(sentence("aa", 1, "Condemned was Japan."))
    made = stances(*rows, held)
    said = stance_views.counted(stance_views.own_voice(made, read, lines), "source")
    by_source = tables.frame("stance_by_source", [source_row("aa.txt", "Japan", n=9)])
    others = stance_views.reported(made, read, lines)
    (claim,) = stance_others.told_only(by_source, said, others, NAMES)
    assert texts([claim]) == [
        "Aa.txt tells what discredits Japan in all four sentences of one article and makes no "
        "judgement of its own; those whom it reports judge: Iran (“Condemned”)."
    ]
    assert claim.evidence == ("e-aa-1", "e-aa-2", "e-aa-3", "e-aa-4")
    judged = tables.frame("stance_by_source", [source_row("aa.txt", "Japan", 1, n=9)])
    assert stance_others.told_only(judged, said, others, NAMES) == []


def test_the_holder_who_judges_most_is_told_and_what_is_thin_is_not():
    many = [stance("aa", i, -0.9) for i in range(1, 5)]
    read = articles("aa")
    for rows, told in ((many, 1), (many[:2], 0), ([*many, *(stance("aa", i, 0.9)
                                                            for i in (5, 6, 7))], 0)):  # fmt: skip
        said = stance_views.counted(
            stance_views.reported(stances(*rows), read, sentences()), "holder"
        )
        claims = stance_others.holders(said, NAMES, 3)
        assert len(claims) == told
    said = stance_views.counted(stance_views.reported(stances(*many), read, sentences()), "holder")
    (claim,) = stance_others.holders(said, NAMES, 3)
    assert texts([claim]) == [
        "Taliban, quoted or reported, faults Japan in all four sentences of one article, as told "
        "by aa.txt."
    ]


def test_that_nobody_judges_is_said():
    none = tables.empty("stance_by_source")
    assert texts(stance_leans.verdicts(none, {}, NAMES)) == [
        "No source names a target in its own voice."
    ]
    thin = tables.frame("stance_by_source", [source_row("NHK", "Japan", n=9)])
    assert texts(stance_leans.verdicts(thin, {}, NAMES)) == [
        "No source judges a target often enough for a verdict: of one pair of source and target, "
        "one voices hardly any judgement."
    ]


# Tables


def test_in_their_words_quotes_each_judgement_with_its_sentence():
    _, lines, mine, _ = viewed()
    table = stance_quotes.in_their_words(mine, lines, NAMES, {"critical": 0.7})
    assert table.rows == (
        ("aa.txt", "Japan", "critical", "“abject failure”", "It was an abject failure of Japan."),
        ("aa.txt", "Japan", "critical", "“shoddy”", "Japan is shoddy."),
    )
    assert table.evidence == (("e-aa-1",), ("e-aa-2",))
    assert table.note == "On stories held back, verdicts were right so often: critical 70 %."
    table.check()


def test_how_often_verdicts_are_right_comes_from_the_largest_measurement():
    measured = {"task": "outlets", "items": 9, "figures": {"critical_precision": 0.7}}
    small = {"task": "outlets", "items": 2, "figures": {"critical_precision": 0.9}}
    other = {"task": "stance", "items": 99, "figures": {}}
    assert stance_quotes.how_often_right([small, measured, other]) == {"critical": 0.7}
    assert stance_quotes.how_often_right([other]) == {}


def test_headlines_stand_side_by_side_with_whom_they_judge():
    read = articles("aa", "bb")
    lines = sentences(
        sentence("aa", 1, "Failed Japan mission", "headline"),
        sentence("bb", 1, "Japan meets Iran", "headline"),
    )
    made = stances(own("aa", 1, -0.9, words=(0, 6)), own("bb", 1, 0))
    mine = stance_views.own_voice(made, read, lines)
    table = stance_quotes.headlines(mine, read, lines, NAMES)
    assert [row[2:] for row in table.rows] == [
        ("Failed Japan mission", "Japan: critical (“Failed”)"),
        ("Japan meets Iran", "nobody"),
    ]
    assert stance_quotes.headlines(mine, read, lines.head(1), NAMES) is None


def test_each_sentence_says_what_it_was_read_as():
    _, _, mine, others = viewed()
    found = stance_readings.readings(pd.concat([mine, others]), NAMES)
    assert found == {
        "e-aa-1": ("Japan: critical (“abject failure”)",),
        "e-aa-2": ("Japan: critical (“shoddy”)",),
        "e-aa-3": ("Japan: named only",),
        "e-aa-4": ("Japan: critical by Iran (“condemned”)",),
    }


def test_a_matter_has_terms_and_no_judgement():
    lines = sentences(sentence("aa", 1, "Against recognition."), JUDGED[1])
    made = stances(own("aa", 1, -0.5, "Recognition", words=(0, 7)), own("aa", 2, -0.9))
    mine = stance_views.own_voice(made, articles("aa"), lines)
    found = stance_readings.readings(mine, NAMES, ["Recognition"])
    assert found["e-aa-1"] == ("Recognition: a term against it (“Against”)",)
    table = stance_quotes.in_their_words(mine, lines, NAMES, {}, ["Recognition"])
    assert [row[1:3] for row in table.rows] == [
        ("Japan", "critical"),
        ("Recognition", "a term against it"),
    ]


def test_deeds_stand_beside_how_often_the_source_judges():
    made = stances(
        own("aa", 1, -0.9, portrayal=-0.9), own("aa", 2, 0, portrayal=0.9), own("aa", 3, 0)
    )
    mine = stance_views.own_voice(made, articles("aa"), sentences())
    by_source = tables.frame("stance_by_source", [source_row("aa.txt", "Japan", 1, n=3)])
    table = stance_tables.deeds(by_source, stance_views.counted(mine, "source"), NAMES)
    assert table.rows == (("aa.txt", "Japan", 3, 1, 1, 1),)
    assert table.evidence == (("e-aa-1", "e-aa-2"),)


def test_holders_are_listed_with_how_often_and_where_they_judge_whom():
    _, _, _, others = viewed()
    table = charts.holders(stance_views.counted(others, "holder"), NAMES.labels, 3).data
    assert table.rows == (("Iran", "Japan", 1, 1, 0, "“condemned”", "aa.txt"),)
    assert table.evidence == (("e-aa-4",),)


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
    assert table.rows == (("article aa", "100 %", "Motegi and Iran 100 %", ""),)
    (claim,) = stance_claims.loudest(words, voices, names(read), 8)
    claim.check()
    assert "Motegi and Iran are given the most of anybody named, 30 of 30" in claim.text
    assert claim.evidence == ("e-aa-1",)


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
    assert table.rows == (("article aa", "30 %", "Motegi 100 %", "Iran"),)


def test_sources_part_where_one_judges_and_another_does_not():
    rows = [source_row("AFP", "Japan", 6), source_row("NHK", "Japan", 0, 4),
            source_row("BBC", "Japan"), source_row("AFP", "Iran"), source_row("NHK", "Iran"),
            source_row("BBC", "China", 4, verdict="critical"),
            source_row("NHK", "China", 1, verdict="too little evidence")]  # fmt: skip
    table = stance_tables.parted(tables.frame("stance_by_source", rows), {}, NAMES)
    assert table.rows == (
        ("Japan", "AFP", "critical: 6 critical, 0 favourable of 20",
         "NHK", "favourable: 0 critical, 4 favourable of 20"),
    )  # fmt: skip


def test_nothing_said_is_no_table_and_no_chart():
    read, none, lines = articles("aa"), tables.empty("stances"), tables.empty("sentences")
    mine, others = (each(none, read, lines)
                    for each in (stance_views.own_voice, stance_views.reported))  # fmt: skip
    said = stance_views.words(tables.empty("voices"), lines, read)
    known = tables.empty("actors"), tables.empty("mentions")
    assert stance_views.counted(others, "holder") == {}
    assert stance_tables.speakers(tables.empty("voices"), said, read, *known, NAMES, 8) is None
    empty = tables.empty("stance_by_source")
    assert stance_tables.parted(empty, {}, NAMES) is None
    assert stance_tables.deeds(empty, {}, NAMES) is None
    assert stance_quotes.in_their_words(mine, lines, NAMES, {}) is None
    assert stance_readings.readings(mine, NAMES) == {}
    assert stance_claims.loudest(said, tables.empty("voices"), NAMES, 8) == []
    assert charts.holders({}, {}, 3) is None
    assert charts.stance_course(mine, read, {}, **ENOUGH) is None


# Over time

ENOUGH = {"min_sentences": 3, "min_judgements": 3}


def course(days: dict[str, str], critical=lambda i: 2):
    read = pd.concat([articles(id_, published=day) for id_, day in days.items()],
                     ignore_index=True)  # fmt: skip
    made = stances(*(own(id_, j, -0.9 * (j <= critical(i)))
                     for i, id_ in enumerate(days) for j in range(1, 9)))  # fmt: skip
    mine = stance_views.own_voice(made, read, sentences())
    return charts.stance_course(mine, read, {}, **ENOUGH)


def test_judgements_over_time_are_drawn_from_three_periods_on():
    days = {"aa": "2024-01-10", "bb": "2024-06-10", "cc": "2025-01-10", "dd": ""}
    figure = course(days, lambda i: (1, 2, 5, 8)[i])
    assert_sound(figure)
    assert figure.title.startswith("Criticism of Japan peaks in the")
    assert [row[2:5] for row in figure.data.rows] == [(8, 1, 0), (8, 2, 0), (8, 5, 0)]
    assert "1 article" in figure.caption
    assert course({"aa": "2024-01-10", "bb": "2025-01-10"}) is None
    assert course(days, lambda i: 0) is None


def test_many_periods_stay_legible():
    assert_sound(course({f"a{i:02}": f"2024-{i:02}-10" for i in range(1, 13)}))
