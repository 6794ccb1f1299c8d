"""What is told as one happening: articles with their dates in, events out."""

from __future__ import annotations

import sys

import pytest

from pressbrief import tables
from pressbrief.sections import timeline_tables
from pressbrief.sections.wording.names import Names
from telling import rows, timeline

MET = "France and Germany met"
STATUS = [
    (f"{MET} on Tuesday.", f"yhb {MET}", "2024-05-14", "happened"),
    ("France and Germany will meet on Tuesday.", "ypa", "2024-05-21", "planned"),
    (f"Officials said that {MET} on Tuesday.", f"yhb {MET}", "2024-05-14", "reported"),
    (f"{MET} on Tuesday, according to the ministry.", f"yhb {MET}", "2024-05-14", "reported"),
    (
        "France denied that Kenya met Germany on Tuesday.",
        "ydb Kenya met Germany",
        "2024-05-14",
        "denied",
    ),
    # the saying is what happened
    ("France said on Tuesday that Germany was ready.", "yhb", "2024-05-14", "happened"),
    # what lies ahead does so whatever the verb
    ("France has invited Germany on Tuesday.", "ypa", "2024-05-21", "planned"),
    ("France was to visit Kenya on Tuesday.", "yhb", "2024-05-14", "happened"),
    ("The vote of Kenya is Tuesday.", "ypa", "2024-05-21", "planned"),
]


@pytest.mark.parametrize(("text", "reading", "day", "status"), STATUS)
def test_a_happening_has_the_status_and_the_side_that_are_read(text, reading, day, status):
    expressions, events, _, _ = timeline(text, reads={"Tuesday": reading})
    assert rows(events, "earliest", "latest", "precision", "status") == [(day, day, "day", status)]
    assert list(expressions["earliest"]) == [day]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Families of 9/11 victims came to France.", "n"),
        ("France was fined under the Public Order Act, 1986.", "n"),
        ("It is poorer today than Germany.", "x"),
        ("The talks lasted for three weeks.", "yhb"),
        ("France publishes the figures every year.", "yhb"),
        ("It is now ready.", "yhb"),
        ("It grew in the 1990s.", "yhb"),
        ("France and Germany are neighbours.", "yhb"),
        ("\u0000 $x^2$ =cmd() <script>", "yhb"),
    ],
)
def test_no_event(text, reading):
    _, events, mentions, _ = timeline(
        text, reads=dict.fromkeys(["9/11", "1986", "today", "now", "the 1990s"], reading)
    )
    assert events.empty
    assert mentions.empty


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("from 2010 to 2012", [("2010-01-01", "2012-12-31")]),
        ("between May 2010 and June 2010", [("2010-05-01", "2010-06-30")]),
        (
            "from 5 in 2010 to 12 in 2011",
            [("2010-01-01", "2011-12-31")],
        ),
    ],
)
def test_from_one_time_to_another_is_one_event(said, days):
    events = timeline(f"The deaths in Kenya rose {said}.")[1]
    assert rows(events, "earliest", "latest") == days


def test_several_clauses_are_several_events():
    text = "On Tuesday France left the pact that had ended its war in 2019."
    reads = {"Tuesday": "yhb France left the pact", "2019": "yhb that had ended its war"}
    events, mentions = timeline(text, reads=reads)[1:3]
    assert rows(events, "earliest", "title") == [
        ("2019-01-01", "The pact had ended its war"),
        ("2024-05-14", "France left the pact that had ended its war in 2019"),
    ]
    assert [text[row.start : row.end] for row in mentions.itertuples()] == [
        "the pact that had ended its war",
        "France left the pact that had ended its war in 2019",
    ]
    assert rows(events, "summary") == [(text,), (text,)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("France voted on Tuesday, in May 2024.", ("2024-05-14", "2024-05-14")),
        ("France left the pact of 2015 on Tuesday.", ("2024-05-14", "2024-05-14")),
        ("France voted on 13 May 2024 and on 16 May 2024.", ("2024-05-13", "2024-05-16")),
    ],
)
def test_one_clause_with_two_dates_is_one_event_of_the_narrower(text, days):
    assert rows(timeline(text)[1], "earliest", "latest") == [days]


def test_what_is_said_and_what_it_is_said_of_are_two_events():
    text = "France said on Wednesday that Kenya had voted on Monday."
    events = timeline(text, reads={"Monday": "yhb Kenya had voted"})[1]
    assert rows(events, "earliest") == [("2024-05-15",), ("2024-05-20",)]


def test_a_pronoun_in_a_title_is_the_actor_that_it_means():
    reads = {"Tuesday": "yhb it left the pact"}
    events = timeline("On Tuesday it left the pact.", reads=reads, referring=("it",))[1]
    assert list(events["title"]) == ["France left the pact"]


def test_an_event_has_its_sentence_actors_and_a_stable_name():
    text = "France and Germany met in Berlin on 14 May 2024."
    _, events, mentions, _ = timeline(text)
    assert rows(events, "summary", "actors", "articles", "sources", "conflict") == [
        (text, "France; Germany", 1, 1, "")
    ]
    assert events["event"][0].startswith("2024-05-14-")
    assert list(mentions["event"]) == list(events["event"])
    assert timeline(text)[1].equals(events)


LONG = (
    "The European Union delegation visited Kenya to discuss trade for a week "
    "starting on May 13, 2024."
)
SHORT = "The European Union delegation visited Kenya on Tuesday to discuss trade."
VISIT = ("visited",)


def test_two_sources_of_one_visit_are_one_event():
    _, events, mentions, _ = timeline(LONG, SHORT, one=VISIT)
    assert rows(events, "earliest", "latest", "articles", "sources") == [
        ("2024-05-13", "2024-05-19", 2, 2)
    ]
    assert events["summary"][0] == SHORT  # the narrowest date
    assert list(mentions["article_id"]) == ["a", "b"]


TALKS = "European Union talks with Kenya were held on Tuesday."
NAMED = [
    # one kind of happening of two actors, on days that overlap
    (TALKS, "The European Union met Kenya on Tuesday.", 1),
    (TALKS, "The European Union met Kenya on Friday.", 2),
    (TALKS, "The European Union left Kenya on Tuesday.", 2),
    (TALKS, "Germany met Kenya on Tuesday.", 2),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "events"), NAMED)
def test_the_same_kind_of_happening_of_the_same_actors_on_the_same_days_is_one(one, other, events):
    assert len(timeline(one, other)[1]) == events


def test_a_headline_and_a_first_sentence_tell_the_happening_that_another_dates():
    headline = "European Union visited Kenya\nIt rained there."
    lead = "The European Union has visited Kenya for the first time."
    _, events, mentions, _ = timeline(SHORT, headline, lead, one=VISIT, headlines="b")
    assert rows(events, "earliest", "latest", "sources", "status") == [
        ("2024-05-14", "2024-05-14", 3, "happened")
    ]
    assert rows(mentions, "article_id", "earliest", "status") == [
        ("a", "2024-05-14", "happened"),
        ("b", "", ""),
        ("c", "", ""),
    ]


def test_what_several_tell_first_and_nobody_dates_is_of_their_day_or_the_day_before():
    headline = "European Union visited Kenya"
    lead = "The European Union has visited Kenya for the first time."
    days = {"a": "2024-05-20", "b": "2024-05-21"}
    told = timeline(headline, lead, one=VISIT, headlines="a", days=days)[1]
    assert rows(told, "earliest", "latest", "sources") == [("2024-05-19", "2024-05-20", 2)]
    assert timeline(headline, one=VISIT, headlines="a")[1].empty  # one alone may tell of anything
    coming = timeline("France to host Kenya", "France to host Kenya today", one=("host",),
                      headlines="ab", reads={"today": "x"})[1]  # fmt: skip
    assert rows(coming, "earliest", "latest", "status", "precision") == [
        ("", "", "planned", "unknown")
    ]


def test_what_is_read_as_to_come_of_a_day_that_is_over_has_happened():
    events = timeline("France is to name an envoy in 2019.", reads={"2019": "ypa"})[1]
    assert rows(events, "status") == [("happened",)]
    events = timeline("France was to name an envoy in 2019.", reads={"2019": "ypb"})[1]
    assert rows(events, "status") == [("planned",)]


def test_a_plan_and_what_came_of_it_are_one_event():
    plan = "The European Union plans that it visited Kenya on 14 May 2024."
    reads, days = {"14 May 2024": "ypa"}, {"a": "2024-05-10"}
    events, mentions = timeline(plan, SHORT, one=VISIT, reads=reads, days=days)[1:3]
    assert rows(events, "status", "sources") == [("happened", 2)]
    assert list(mentions["status"]) == ["planned", "happened"]


def test_a_copied_sentence_is_one_telling_however_open_its_date():
    text = "The navy's commander praised the new domestic radar systems in a meeting on Friday."
    assert rows(timeline(text, text, copies=("b",))[1], "articles", "sources") == [(2, 1)]
    assert rows(timeline(text, text, dated=False)[1], "articles", "sources") == [(2, 1)]
    assert len(timeline("Envoys met on Friday.", "Envoys met on Friday.", dated=False)[1]) == 2


def test_a_copy_is_no_second_source_and_one_publisher_is_one():
    other = SHORT.replace("discuss", "speak of")
    assert rows(timeline(SHORT, other, one=VISIT, copies="b")[1], "articles", "sources") == [(2, 1)]
    both = {"a": "Daily", "b": "Daily"}
    assert rows(timeline(LONG, SHORT, one=VISIT, publishers=both)[1], "sources") == [(1,)]


def test_days_that_cannot_be_one_keep_happenings_apart_whatever_the_reader_says():
    other = "The European Union delegation visited Kenya on 4 March 2024."
    assert len(timeline(LONG, other, one=VISIT)[1]) == 2


def test_the_same_happening_on_two_days_is_a_conflict_in_words():
    one = "The European Union delegation visited Kenya on 13 May 2024 to discuss trade."
    events = timeline(one, SHORT, one=VISIT)[1]
    assert list(events["conflict"]) == [
        "when it was: a.txt says 13 May 2024, b.txt says 14 May 2024"
    ]


def test_a_denial_of_what_another_tells_is_a_conflict():
    denial = "The European Union denied that its delegation visited Kenya yesterday."
    reads = {"yesterday": "ydb its delegation visited Kenya"}
    events = timeline(SHORT, denial, one=VISIT, reads=reads, days={"b": "2024-05-15"})[1]
    assert list(events["conflict"]) == [
        "whether it happened: a.txt says it happened, b.txt says it is denied"
    ]


OPENED = "The European Union and Kenya opened talks on trade in Nairobi on Tuesday"
DIFFER = [
    # a number, unless the words leave room for the other's
    (
        "A blast near the European Union mission in Kenya killed 12 people on Tuesday.",
        "The blast near the European Union mission in Kenya on Tuesday killed 15 people.",
        [("number", "killed", "12", "15")],
    ),
    (
        "A blast near the European Union mission in Kenya killed at least 12 people on Tuesday.",
        "The blast near the European Union mission in Kenya on Tuesday killed 15 people.",
        [],
    ),
    (
        f"{OPENED}, with 30 delegates.",
        f"{OPENED}, and 44 delegates came.",
        [("number", "delegat", "30", "44")],
    ),
    (f"{OPENED}, for 3 days.", f"{OPENED}, and 44 delegates came.", []),
    # who did it, of what only one can have done, unless the other is named too
    (
        f"{OPENED}, hosted by France.",
        f"{OPENED}, hosted by Germany.",
        [("agent", "hosted", "hosted by France", "hosted by Germany")],
    ),
    (f"{OPENED}, hosted by France.", f"{OPENED}, hosted by Germany with France.", []),
    (f"{OPENED}, with France.", f"{OPENED}, with Germany.", []),
]
TOLD = ("blast", "opened")


@pytest.mark.parametrize(("one", "other", "expected"), DIFFER)
def test_what_two_sources_cannot_both_be_right_on_has_a_row(one, other, expected):
    _, events, _, differ = timeline(one, other, one=TOLD)
    assert rows(differ, "kind", "about", "says", "other_says") == expected
    assert len(events) == 1
    assert bool(events["conflict"][0]) is bool(expected)


SILENT = [
    ("France has not commented on it.", "France said that it was content.", ["France"]),
    ("France declined to comment.", "France has praised it.", []),  # it is praised, not said
    ("France has not yet commented.", "Germany said that it was content.", []),
]


@pytest.mark.parametrize(("silence", "speech", "about"), SILENT)
def test_one_source_has_somebody_silent_whom_another_quotes(silence, speech, about):
    differ = timeline(f"{SHORT}\n{silence}", f"{LONG}\n{speech}", one=VISIT)[3]
    assert list(differ["about"]) == about
    assert set(differ["kind"]) <= {"comment"}


def test_a_disagreement_names_both_sentences():
    one, other, _ = DIFFER[0]
    _, events, _, differ = timeline(f"It rained.\n{one}", other, one=TOLD)
    found = rows(differ, "event", "article_id", "sentence", "other_article_id", "other_sentence")
    assert found == [(events["event"][0], "a", 2, "b", 1)]


def test_one_source_does_not_disagree_with_itself_and_a_rising_toll_is_none():
    one, other, _ = DIFFER[0]
    both = {"a": "Daily", "b": "Daily"}
    assert timeline(one, other, one=TOLD, publishers=both)[3].empty
    assert timeline(one, other, one=TOLD, copies="b")[3].empty
    later = other.replace("on Tuesday", "on 14 May 2024")
    assert len(timeline(one, later, one=TOLD)[3]) == 1
    assert timeline(one, later, one=TOLD, days={"b": "2024-05-21"})[3].empty


def test_what_is_said_again_is_compared_once(monkeypatch):
    compared = []
    module = sys.modules["pressbrief.timeline.disagreements"]
    monkeypatch.setattr(module, "_of_pair", lambda *pair: compared.append(pair) or iter(()))
    text = "\n".join(["France voted on Tuesday in Paris for more aid to Kenya."] * 20)
    _, events, told, _ = timeline(text, text, publishers={"a": "NHK", "b": "AFP"})
    assert (len(events), len(told), len(compared)) == (1, 40, 1)


def test_one_sentence_in_papers_of_two_days_is_no_disagreement():
    text = "France and Germany opened talks on trade with Kenya at 2 a.m. in Nairobi, it said."
    assert timeline(text, text, one=TOLD, days={"b": "2024-05-21"})[3].empty


def test_events_are_sorted_and_every_mention_belongs_to_one():
    _, events, mentions, _ = timeline(
        "France met Kenya on 9 May 2024.\nGermany met Brazil in 2019.", "Kenya voted on 1 May 2024."
    )
    assert list(events["earliest"]) == sorted(events["earliest"])
    assert set(mentions["event"]) == set(events["event"])


def test_an_open_weekday_of_an_undated_article_stays_open():
    assert timeline("France and Germany met on Tuesday.", day="")[1].empty


def test_a_disagreement_is_listed_with_both_sentences_and_their_evidence():
    def article(name):
        said = "unknown", "unknown", "", "unknown", "unknown", "unknown", "en"
        return (name, f"{name}.txt", *said, "", "", "unknown", "unknown", 9, 1, "", "0")

    sentences = [(name, 1, 1, 0, 9, "body", f"It said {name}.") for name in "ab"]
    row = ("e1", "number", "killed", "a", 1, "12", "b", 1, "15")
    found = timeline_tables.disagreements(
        tables.frame("disagreements", [row]),
        tables.frame("articles", [article("a"), article("b")]),
        tables.frame("sentences", sentences),
        Names(short={"a.txt": "Daily", "b.txt": "Herald"}, spoken={}),
    )
    (listed,) = found.rows
    assert tuple(listed) == ("number", "Daily: 12", "It said a.", "Herald: 15", "It said b.")
    assert found.evidence[0] == ("e-a-1", "e-b-1")
