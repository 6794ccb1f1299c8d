"""Table → sentence: none, one, many; and nothing that the table does not bear."""

import re

import pytest

from marked import article_row
from pressbrief import tables
from pressbrief.sections.corpus_claims import copies, coverage, read
from pressbrief.sections.findings_claims import findings
from pressbrief.sections.mentions_claims import named
from pressbrief.sections.model import Claim
from pressbrief.sections.timeline_claims import happened
from pressbrief.sections.wording.names import Names

NAMES = Names(
    short={f"{one}{suffix}": f"article {one}" for one in "abcd" for suffix in (one, ".txt")}
    | {"NHK": "NHK"},
    spoken={"Taliban": "the Taliban"},
)


def articles(*rows):
    """Articles of February 2025 from (id, publisher, precision, language)."""
    made = tables.frame("articles", [article_row(id_, language) for id_, _, _, language in rows])
    return made.assign(
        file=[f"{id_[0]}.txt" for id_, *_ in rows],
        publisher=[publisher for _, publisher, *_ in rows],
        published_earliest="2025-02-01",
        published_latest="2025-02-28",
        published_precision=[precision for _, _, precision, _ in rows],
        words=100,
    )


THREE = articles(
    ("aa", "unknown", "month", "en"),
    ("bb", "unknown", "year", "en"),
    ("cc", "unknown", "day", "en"),
)


def texts(claims):
    """What claims say, each number with its value behind it."""
    for claim in claims:
        claim.check()
    return [claim.text for claim in claims]


# Coverage


@pytest.mark.parametrize(
    ("rows", "skipped", "said"),
    [
        (
            [("aa", "NHK", "day", "en")],
            [],
            "One article read (100 words), no files skipped; one dated to the month or better, "
            "one with a known publisher.",
        ),
        (
            [("aa", "unknown", "year", "en"), ("bb", "unknown", "year", "en")],
            [("c.txt", "empty")],
            "Two articles read (200 words), one file skipped; none dated to the month or better, "
            "none with a known publisher.",
        ),
    ],
)
def test_coverage_counts_what_was_read_dated_and_signed(rows, skipped, said):
    assert coverage(articles(*rows), tables.frame("skipped", skipped)) == said


def test_an_unread_corpus_is_said_to_be_so():
    assert coverage(None, None).startswith("The articles could not be read")


def test_what_is_not_known_of_the_corpus_is_said():
    rows = articles(("aa", "unknown", "unknown", "ja"), ("bb", "NHK", "day", "en"))
    assert texts(read(rows, tables.empty("skipped"), NAMES))[1:] == [
        "One of two articles names no publisher; it is treated as a source of its own, article a.",
        "Not analysed: Japanese (article a).",
        "One article cannot be dated to the month: article a.",
    ]


def test_sources_too_many_to_list_are_not_listed():
    rows = articles(*((f"{one}{one}", "NHK" + one, "year", "en") for one in "abcde"))
    names = Names(short={f"{one}{one}": "NHK" + one for one in "abcde"}, spoken={})
    assert texts(read(rows, tables.empty("skipped"), names))[1:] == [
        "Five articles cannot be dated to the month."
    ]


def test_what_cannot_be_read_is_told_by_language_and_the_unknown_too():
    rows = articles(
        *(
            (id_, "NHK", "day", code)
            for id_, code in (("aa", "ja"), ("bb", "unknown"), ("cc", "ps"))
        )
    )
    assert texts(read(rows, tables.empty("skipped"), NAMES))[1:] == [
        "Not analysed: Japanese (article a), Pashto (article c) and language unknown (article b)."
    ]


def test_copies_are_told_by_how_close_they_are_and_whose_text_it_is():
    rows = [("bb", "aa", "exact", 1.0, "", ""), ("cc", "aa", "wire", 0.6, "x", "y")]
    assert texts(copies(tables.frame("copies", rows), NAMES)) == [
        "Two articles repeat another’s text (one word for word and one mostly the same) and count "
        "with it as one wherever sources are counted.",
        "The text of article a is told in two more articles.",
    ]
    assert texts(copies(tables.frame("copies", rows[1:]), NAMES)) == [
        "One article repeats another’s text (one mostly the same) and counts with it as one "
        "wherever sources are counted."
    ]
    assert copies(tables.empty("copies"), NAMES) == []


# Mentions


def mention(article, sentence, start, actor):
    return (article, sentence, start, start + 1, "x", actor, "state", "name")


def known(*actors: str):
    """An actors table of states, and of persons whom the articles leave open ("Lindt?")."""
    rows = [
        (name.rstrip("?"), "person" if " " in name or "?" in name else "state", "", name,
         "unresolved" if "?" in name else "discovered")
        for name in actors
    ]  # fmt: skip
    return tables.frame("actors", rows)


def test_who_is_named_most_and_by_whom_alone():
    found = tables.frame(
        "mentions",
        [mention("aa", 1, i, "Taliban") for i in range(4)]
        + [mention("bb", 2, 0, "Taliban"), mention("cc", 1, 0, "Taliban")]
        + [mention("bb", 1, 5, "Iran"), mention("bb", 3, 9, "Iran"), mention("cc", 2, 3, "China")],
    )
    claims = named(found, THREE, known("Taliban", "Iran", "China"), NAMES, most=2)
    assert texts(claims) == [
        "The Taliban is named most: 6 of 9 mentions, in all three articles, ahead of Iran with 2.",
        "Only article b names Iran.",
    ]
    assert claims[0].evidence == ("e-aa-1", "e-bb-2")
    assert claims[1].evidence == ("e-bb-1",)


def test_what_a_copy_names_counts_once():
    articles = THREE.assign(duplicate_of=["", "", "aa"])
    found = tables.frame(
        "mentions",
        [mention(id_, 1, at, "Iran") for id_ in ("aa", "cc") for at in range(2)]
        + [mention("bb", 1, at, "China") for at in range(3)],
    )
    claims = named(found, articles, known("China", "Iran"), NAMES, most=2)
    assert texts(claims) == [
        "China is named most: 3 of 5 mentions, in one of two articles, copies aside, "
        "ahead of Iran with 2.",
        "Only article b names China.",
    ]


@pytest.mark.parametrize(
    ("places", "said", "sure"),
    [
        # A name that may be his after all stands in another source: not "only".
        ([("aa", "Omar Lindt", 3), ("bb", "Lindt", 1)],
         ["Omar Lindt is named most: 3 of 4 mentions, in one of three articles."], ["moderate"]),
        # With such names another would be named most: nothing is said of it.
        ([("aa", "Iran", 4), ("aa", "Omar Lindt", 3), ("aa", "Lindt", 2)],
         ["Only article a names Iran and Omar Lindt."], ["high"]),
        ([("aa", "Omar Lindt", 3), ("bb", "Carl Lindt", 1)],
         ["Omar Lindt is named most: 3 of 4 mentions, in one of three articles, ahead of Carl "
          "Lindt with 1.", "Only article a names Omar Lindt."], ["high", "high"]),
    ],
)  # fmt: skip
def test_nothing_is_claimed_that_hangs_on_who_is_one(places, said, sure):
    rows = [mention(id_, 1, 9 * at, who) for id_, who, count in places for at in range(count)]
    rows = [(*row[:2], at, at + 1, *row[4:]) for at, row in enumerate(rows)]
    actors = known(*dict.fromkeys(f"{who}?" if who == "Lindt" else who for _, who, _ in places))
    claims = named(tables.frame("mentions", rows), THREE, actors, NAMES, most=2)
    assert (texts(claims), [claim.sure for claim in claims]) == (said, sure)


def test_nobody_named_is_said():
    claims = named(tables.empty("mentions"), THREE, known(), NAMES, most=2)
    assert texts(claims) == ["No actor is named."]


# Timeline


def event(id_, earliest, latest, sources, conflict=""):
    told = (
        "day" if earliest else "unknown",
        "happened",
        "They met",
        "They met.",
        "Japan",
        "",
        sources,
        sources,
        conflict,
    )
    return id_, earliest, latest, *told


APART = tables.empty("disagreements")


def test_the_event_that_most_sources_tell_and_a_disagreement():
    events = tables.frame(
        "events",
        [
            event("e1", "2025-02-18", "2025-02-18", 3),
            event("e2", "2020-02-01", "2020-02-29", 1, "a says 1 February, b says 2 February"),
        ],
    )
    told = tables.frame(
        "event_mentions", [("e1", "aa", 2, 0, 9, "", "", ""), ("e1", "bb", 1, 0, 9, "", "", "")]
    )
    apart = tables.frame(
        "disagreements", [("e2", "date", "", "aa", 3, "1 February", "bb", 4, "2 February")]
    )
    claims = happened(events, told, apart, NAMES, most=8)
    assert claims[-1].evidence == ("e-aa-3", "e-bb-4")
    assert texts(claims) == [
        "“They met” (18 February 2025), according to three sources.",
        "Two happenings were found; one is dated to a day, 18 February 2025.",
        f"Accounts differ on when it was: {NAMES['aa']} says 1 February, "
        f"{NAMES['bb']} says 2 February.",
    ]
    assert claims[0].evidence == ("e-aa-2", "e-bb-1")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2025-02-18"], "One happening was found, of 18 February 2025."),
        (
            ["2025-02-18", "2024-01-02", "2025-02-17"],
            "Three happenings were found; all dated to a day, the first 2 January 2024, the "
            "last 18 February 2025.",
        ),
        ([""], "One happening was found, undated."),
    ],
)
def test_the_first_and_the_last_day_that_is_known(days, said):
    events = tables.frame("events", [event(f"e{i}", day, day, 1) for i, day in enumerate(days)])
    claims = happened(events, tables.empty("event_mentions"), APART, NAMES, most=8)
    assert texts(claims) == [said]


def test_no_event_is_said():
    claims = happened(tables.empty("events"), tables.empty("event_mentions"), APART, NAMES, most=8)
    assert texts(claims) == ["No dated happening was found."]


# Findings


def claims(about, *texts_, evidence=("e-aa-1",)):
    return [Claim(text=text, sure="high", about=about, evidence=evidence) for text in texts_]


def test_findings_go_from_what_happened_to_what_they_rest_on():
    found = findings(
        [
            *claims("basis", "Some name no publisher.", "Some have no date."),
            *claims("named", "Japan is named most."),
            *claims("", "Only a names Iran.", "Of nine pairs none leans."),
            *claims("judged", "a faults Japan.", "b faults Japan.", "c faults Japan."),
            *claims("heard", "Japan is heard most."),
            *claims("happened", "They met.", "It rained.", "It snowed."),
            *claims("differs", "They differ on the day."),
        ]
    )
    assert texts(found) == [
        "They met.",
        "It rained.",
        "They differ on the day.",
        "a faults Japan.",
        "b faults Japan.",
        "Japan is heard most.",
        "Japan is named most.",
        "Some name no publisher. Some have no date.",
    ]


def test_where_nothing_is_sure_that_is_the_finding():
    found = findings([*claims("happened", "They met.", evidence=()), *claims("basis", "Read.")])
    assert [claim.about for claim in found] == ["", "basis"]
    assert "Nothing is sure enough" in found[0].text


def test_how_often_the_reader_is_right_stands_beside_what_all_rests_on():
    (*_, basis) = findings(claims("basis", "Read."))
    assert re.fullmatch(
        r"On text held back, .+ in \d+ % of cases, as praise in \d+ %\.", basis.because
    )
