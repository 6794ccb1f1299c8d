"""Table → sentence: none, one, many; and nothing that the table does not bear."""

import pytest

from marked import article_row
from pressbrief import tables
from pressbrief.sections import stance_leans
from pressbrief.sections.corpus_claims import copies, coverage, read
from pressbrief.sections.findings_claims import changed, findings
from pressbrief.sections.mentions_claims import named
from pressbrief.sections.model import Claim
from pressbrief.sections.stance_views import own_voice
from pressbrief.sections.timeline_claims import happened
from pressbrief.sections.wording.names import Names

NAMES = Names(
    short={f"{one}{suffix}": f"unsigned {one}" for one in "abcd" for suffix in (one, ".txt")}
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


SILENT = tables.empty("voices")


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
        "One of two articles names no publisher; it is treated as a source of its own, unsigned a.",
        "Not analysed: Japanese (unsigned a).",
        "One article cannot be dated to the month: unsigned a.",
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
        "Not analysed: Japanese (unsigned a), Pashto (unsigned c) and language unknown "
        "(unsigned b)."
    ]


def test_copies_are_told_by_how_close_they_are_and_whose_text_it_is():
    rows = [("bb", "aa", "exact", 1.0, "", ""), ("cc", "aa", "wire", 0.6, "x", "y")]
    assert texts(copies(tables.frame("copies", rows), NAMES)) == [
        "Two articles repeat another’s text (one word for word and one mostly the same) and count "
        "with it as one wherever sources are counted.",
        "The text of unsigned a is told in two more articles.",
    ]
    assert texts(copies(tables.frame("copies", rows[1:]), NAMES)) == [
        "One article repeats another’s text (one mostly the same) and counts with it as one "
        "wherever sources are counted."
    ]
    assert copies(tables.empty("copies"), NAMES) == []


# Mentions


def mention(article, sentence, start, actor):
    return (article, sentence, start, start + 1, "x", actor, "state", "name")


def test_who_is_named_most_and_by_whom_alone():
    found = tables.frame(
        "mentions",
        [mention("aa", 1, i, "Taliban") for i in range(4)]
        + [mention("bb", 2, 0, "Taliban"), mention("cc", 1, 0, "Taliban")]
        + [mention("bb", 1, 5, "Iran"), mention("bb", 3, 9, "Iran"), mention("cc", 2, 3, "China")],
    )
    claims = named(found, THREE, NAMES, most=2)
    assert texts(claims) == [
        "The Taliban is named most: 6 of 9 mentions, in all three articles; Iran follows with 2.",
        "Only unsigned b names Iran.",
    ]
    assert claims[0].evidence == ("e-aa-1", "e-bb-2")
    assert claims[1].evidence == ("e-bb-1", "e-bb-3")


def test_what_a_copy_names_counts_once():
    articles = THREE.assign(duplicate_of=["", "", "aa"])
    found = tables.frame(
        "mentions",
        [mention(id_, 1, at, "Iran") for id_ in ("aa", "cc") for at in range(2)]
        + [mention("bb", 1, at, "China") for at in range(3)],
    )
    claims = named(found, articles, NAMES, most=2)
    assert texts(claims) == [
        "China is named most: 3 of 5 mentions, in one of two articles, copies aside; "
        "Iran follows with 2.",
        "Only unsigned b names China.",
    ]


def test_nobody_named_is_said():
    claims = named(tables.empty("mentions"), THREE, NAMES, most=2)
    assert texts(claims) == ["No actor is named."]


# Stance


def leans(by_source, stances, articles=THREE, voices=SILENT, confidence=0.95):
    own = own_voice(stances, articles)
    return stance_leans.leans(by_source, stances, own, voices, NAMES, 5, confidence)


def test_each_target_has_its_sources_by_side_those_that_lean_first():
    by_source = tables.frame(
        "stance_by_source",
        [
            ("a.txt", "Japan", -0.41, -0.58, -0.22, 14, 1, "critical", ""),
            ("b.txt", "Japan", 0.2, 0.1, 0.3, 9, 2, "favourable", "b.txt"),
            ("c.txt", "Japan", 0.0, -0.1, 0.1, 9, 1, "even", ""),
            ("NHK", "Japan", 0.0, -0.1, 0.1, 9, 1, "even", ""),
            ("d.txt", "Japan", -0.24, -0.5, 0.04, 9, 1, "even", ""),
            ("a.txt", "Taliban", 0.1, 0.0, 0.2, 9, 1, "even", ""),
            ("b.txt", "Taliban", 0.1, 0.0, 0.2, 1, 1, "too little evidence", ""),
        ],
    )
    told = ("aa", 1, 1, 2, "Japan", "a.txt", "author", -0.5, 0.6, 0.3, 0.1, 0)
    stances = tables.frame("stances", [told])
    claims = leans(by_source, stances, confidence=0.9)
    assert texts(claims) == [
        "In its own voice, unsigned a is critical of Japan (mean −0.41, 90 % interval −0.58 to "
        "−0.22, 14 sentences); "
        "unsigned b is favourable (mean +0.20, 90 % interval +0.10 to +0.30, nine sentences; "
        "without unsigned b it would not be); NHK and unsigned c are neither favourable nor "
        "critical; which way unsigned d leans is not clear.",
        "Of seven pairs of source and target, two lean clearly, three are neither favourable nor "
        "critical, one is not clear and one has too little evidence.",
    ]
    assert [claim.sure for claim in claims] == ["weak", "firm"]


def test_the_target_most_spoken_of_stands_first_however_little_a_source_leans():
    by_source = tables.frame(
        "stance_by_source",
        [
            ("a.txt", "Iran", -0.9, -0.95, -0.8, 6, 1, "critical", ""),
            ("a.txt", "Japan", 0.2, 0.1, 0.3, 9, 1, "favourable", ""),
            ("b.txt", "Japan", 0.0, -0.1, 0.1, 9, 1, "even", ""),
        ],
    )
    stances = tables.frame(
        "stances", [("aa", 1, 1, 2, "Japan", "a.txt", "author", 0.5, 0.1, 0.3, 0.6, 0)]
    )
    first, second, tally = texts(leans(by_source, stances, confidence=0.9))
    assert first.startswith("In its own voice, unsigned a is favourable to Japan")
    assert second.startswith("In its own voice, unsigned a is critical of Iran")
    assert tally == (
        "Of three pairs of source and target, two lean clearly and one is neither favourable nor "
        "critical."
    )


@pytest.mark.parametrize(
    ("spoken_in", "said", "sure"),
    [
        ((1, 2, 3), "three sentences, in all of which the Taliban is quoted or reported)", "weak"),
        ((1, 3), "three sentences, in two of which the Taliban is quoted or reported)", "weak"),
        ((1,), "three sentences)", "fair"),
    ],
)
def test_a_lean_that_rests_on_what_the_target_says_is_told(spoken_in, said, sure):
    row = ("NHK", "Taliban", 0.4, 0.1, 0.6, 3, 2, "favourable", "")
    by_source = tables.frame("stance_by_source", [row])
    told = [
        ("aa", n, n, n + 1, "Taliban", "NHK", "author", 0.5, 0.1, 0.3, 0.6, 0) for n in (1, 2, 3)
    ]
    stances = tables.frame("stances", told)
    spoken = [("aa", n, n + 2, n + 9, "indirect", "Japan; Taliban", "said") for n in spoken_in]
    voices = tables.frame("voices", spoken)
    articles = THREE.assign(publisher="NHK")
    claim, _ = leans(by_source, stances, articles, voices)
    assert texts([claim])[0].endswith(f"{said}.")
    assert claim.sure == sure


def test_no_stance_is_said():
    none = tables.empty("stance_by_source")
    claims = leans(none, tables.empty("stances"))
    assert texts(claims) == ["No sentence speaks of a target."]


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
    claims = happened(events, told, NAMES, most=8)
    assert texts(claims) == [
        "Three sources tell: “They met” (18 February 2025).",
        "Two happenings are told; one is dated to a day, 18 February 2025.",
        "The sources disagree: a says 1 February, b says 2 February.",
    ]
    assert claims[0].evidence == ("e-aa-2", "e-bb-1")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2025-02-18"], "One happening is told, of 18 February 2025."),
        (
            ["2025-02-18", "2024-01-02", "2025-02-17"],
            "Three happenings are told; all dated to a day, the first 2 January 2024, the "
            "last 18 February 2025.",
        ),
        ([""], "One happening is told, undated, not dated to a day."),
    ],
)
def test_the_first_and_the_last_day_that_is_known(days, said):
    events = tables.frame("events", [event(f"e{i}", day, day, 1) for i, day in enumerate(days)])
    claims = happened(events, tables.empty("event_mentions"), NAMES, most=8)
    assert texts(claims) == [said]


def test_no_event_is_said():
    claims = happened(tables.empty("events"), tables.empty("event_mentions"), NAMES, most=8)
    assert texts(claims) == ["No dated happening is told."]


# Findings


def claims(*texts_, evidence=("e-aa-1",)):
    return [Claim(text=text, sure="firm", evidence=evidence) for text in texts_]


def test_findings_begin_with_what_happened_and_end_with_who_tells_it():
    found = findings(
        corpus=claims("All read.", "Some name no publisher."),
        mentions=claims("Japan is named most.", "Only a names Iran.", "Only b names China."),
        stance=claims("a is critical.", "b is critical.", "c is critical."),
        timeline=[*claims("They met."), *claims("Some are told.", evidence=())],
    )
    assert texts(found) == [
        "They met.",
        "a is critical.",
        "b is critical.",
        "Japan is named most.",
        "Only a names Iran.",
        "Some name no publisher.",
    ]


def test_that_nothing_stands_out_is_a_finding():
    none = {"mentions": claims("No actor is named.", evidence=()), "corpus": claims("Read.")}
    silent = claims("No dated happening is told.", evidence=()), claims("None leans.", evidence=())
    found = findings(timeline=silent[0], stance=silent[1], **none)
    assert texts(found) == ["No dated happening is told.", "None leans.", "No actor is named."]


# What changed


def test_what_changed_in_one_line():
    row = ("article", "a.txt", "", "added", "")
    changes = tables.frame("changes", [row, ("article", "b.txt", *row[2:])])
    assert changed(changes, "x") == "Since the edition before: two article changes."
    assert changed(tables.empty("changes"), "x").startswith("Nothing that is counted here")
    assert changed(tables.empty("changes"), "") == "This is the first edition."


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ("a.txt", "; without unsigned a it would not be"),
        ("a.txt; b.txt", "; without either of unsigned a and unsigned b it would not be"),
        (
            "a.txt; b.txt; c.txt",
            "; without any one of unsigned a, unsigned b and unsigned c it would not be",
        ),
    ],
)
def test_a_verdict_names_the_articles_that_it_hangs_on(files, expected):
    row = ("NHK", "Japan", 0.2, 0.1, 0.3, 9, 3, "favourable", files)
    by_source = tables.frame("stance_by_source", [row])
    told = ("aa", 1, 1, 2, "Japan", "NHK", "author", 0.5, 0.1, 0.3, 0.6, 0)
    stances = tables.frame("stances", [told])
    claims = leans(by_source, stances, confidence=0.95)
    assert expected in texts(claims)[0]
