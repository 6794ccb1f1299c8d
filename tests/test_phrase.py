"""A sentence's numbers have their values behind them, or it is not published."""

from __future__ import annotations

import json

import pytest

from drawn import HOSTILE
from marked import article_row
from pressbrief import tables
from pressbrief.run.parameters import Parameters
from pressbrief.run.work import Work
from pressbrief.sections import corpus_claims, mentions_claims, timeline_claims
from pressbrief.sections.model import Claim, DataTable, Figure
from pressbrief.sections.wording import phrase
from pressbrief.sections.wording.names import names
from pressbrief.sections.wording.phrase import UnboundNumberError, Value, bound, quoted, say
from pressbrief.sections.wording.words import (
    counted,
    digits,
    elsewhere,
    listed,
    number,
    sentence,
    signed,
)

TRUE = say("{} of {} agree with {}.", number(3), counted(4, "source"), quoted("Unit 731"))


def claim(text):
    return Claim(text=text, sure="high")


def test_a_claim_keeps_the_values_of_its_numbers_and_names():
    made = claim(sentence(TRUE))
    assert made.text == "Three of four sources agree with Unit 731."
    values = made.values["text"]
    assert values == ((0, 5, 3), (9, 13, 4), (33, 41, "Unit 731"))
    assert [made.text[start:end] for start, end, _ in values] == ["Three", "four", "Unit 731"]
    assert Claim.model_validate(json.loads(made.model_dump_json())) == made


@pytest.mark.parametrize(
    "text",
    [
        TRUE,
        say("No file, {} read, {} dated.", digits(1240), number(0, "none")),
        say("From {} to {}: {} % of words.", signed(-0.414), signed(0.2), bound("33", 100 / 3)),
        listed([quoted(f"Act {i}") for i in range(6)]),
        sentence(say("{} and {} met.", quoted("ßeta 9"), number(2))),
        "Whoever is named is named by all.",
        "",
    ],
)
def test_numbers_with_their_values_pass(text):
    claim(text).check()


@pytest.mark.parametrize(
    ("text", "number_"),
    [
        ("Three of four agree.", "Three"),
        (f"{counted(4, 'source')} agree.", "four"),
        (say(f"{{}} of {len('four')} agree.", number(3)), "4"),
        (say("{} follows with 97.", quoted("Unit 731")), "97"),
        (say("the mean is −0.41, of {}.", counted(2, "sentence")), "−0.41"),
        (say("{} are ２０ more.", number(3)), "２０"),
    ],
)
def test_a_number_without_a_value_is_refused_and_named_with_the_remedy(text, number_):
    with pytest.raises(UnboundNumberError) as fault:
        claim(text).check()
    assert str(fault.value) == (
        f"{str(text)!r} has the number {number_!r} and no value behind it: write it from its table "
        "with words.number, digits, counted or signed, and put it in with phrase.say"
    )


@pytest.mark.parametrize(
    ("says", "value"),
    [("five", 4), ("1,240", 1241), ("+0.41", -0.41), ("−0.41", -0.416), ("many", 7), ("nan", 0.5)],
)
def test_a_number_that_is_not_its_value_is_refused(says, value):
    with pytest.raises(UnboundNumberError, match=f"where the value is {value}: write it from"):
        phrase.check(says, [Value(0, len(says), value)])


@pytest.mark.parametrize("hostile", [HOSTILE, "{} 5 {9} two", "Two 4 One\x00\u202e 12", "=1+1"])
def test_words_of_the_articles_may_hold_digits_and_braces(hostile):
    rows = [article_row("aa"), article_row("bb"), article_row("c9")]
    read = tables.frame("articles", rows)
    named = [("aa", i, 9 * i, 9 * i + 1, "x", hostile, "person", "name") for i in (1, 2)]
    days = "2025-02-18", "2025-02-18", "day", "happened"
    event = "e1", *days, hostile, hostile, hostile, "", 2, 2, hostile
    told = [("e1", "aa", 1, 0, 9, "", "", ""), ("e1", "bb", 1, 0, 9, "", "", "")]
    apart = ("e1", "comment", hostile, "aa", 1, hostile, "bb", 1, hostile)
    called = names(read)
    actors = tables.frame("actors", [(hostile, "person", "", hostile, "discovered")])
    made = [
        *mentions_claims.named(tables.frame("mentions", named), read, actors, called, 8),
        *timeline_claims.happened(
            tables.frame("events", [event]),
            tables.frame("event_mentions", told),
            tables.frame("disagreements", [apart]),
            called,
            8,
        ),
        *corpus_claims.read(read, tables.empty("skipped"), called),
    ]
    assert len(made) > 5
    for each in made:
        each.check()
        Claim.model_validate(each.model_dump(mode="json"))


def test_a_section_with_an_unbound_number_is_not_published(articles_in, tmp_path):
    topic = articles_in({"a.txt": "Japan called for talks on Tuesday."})
    work = Work(Parameters(topic=str(topic), data=str(tmp_path / "data")))
    with pytest.raises(UnboundNumberError, match=r"'Nine agree\.' has the number 'Nine'"):
        work.publish("corpus", claims=[claim("Nine agree.")])
    with pytest.raises(UnboundNumberError, match=r"'7 changes\.' has the number '7'"):
        work.publish("findings", changed="7 changes.")
    data = DataTable(id="d", title="Data", columns=(), rows=())
    said = {"title": "Talks", "subtitle": "Days", "alt": "A line.", "caption": "Drawn."}
    for part, text in said.items():
        figure = Figure(id="f", svg="<svg/>", data=data, **said | {part: f"{text} 8 of them."})
        with pytest.raises(UnboundNumberError, match="has the number '8'"):
            work.publish("corpus", figures=[figure])
    for part in ("title", "note"):
        table = data.model_copy(update={part: "8 of them."})
        figure = Figure(id="f", svg="<svg/>", data=table, **said)
        for parts in ({"tables": [table]}, {"figures": [figure]}):
            with pytest.raises(UnboundNumberError, match="has the number '8'"):
                work.publish("corpus", **parts)


@pytest.mark.parametrize("left", [0, 1, 12, 1240])
def test_what_a_table_leaves_out_is_counted_with_its_value(left):
    note = elsewhere(left, "events", "event", "told less")
    DataTable(id="d", title="Events", columns=(), rows=(), note=note).check()
    assert [value.value for value in note.values] == [left] * bool(left)
