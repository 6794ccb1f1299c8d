"""A clause made to stand alone: a sentence and what of it happened in, a title out."""

from __future__ import annotations

import pytest

from pressbrief.timeline.titles import LONGEST, Reference, title

NAZARI = "Latif Nazari"
TITLES = [
    # what leads in and hangs on goes, the first letter is large
    ("On Friday, and then the ministry opened a hall in", "and then the ministry opened a hall in",
     "The ministry opened a hall"),
    # what stands between a doer and its verb goes if the clause is too long
    (
        "A delegation from the new government, including officials from the Ministries of Economy, "
        "Health, and Higher Education, visited Kenya on Tuesday.",
        "A delegation from the new government, including officials from the Ministries of Economy, "
        "Health, and Higher Education, visited Kenya",
        "A delegation from the new government visited Kenya",
    ),
    # a long one ends where a part of it does
    (
        "The ministry opened an office in the capital of the country, which has ten rooms.",
        "The ministry opened an office in the capital of the country, which has ten rooms",
        "The ministry opened an office in the capital of the country",
    ),
    # a doer without its verb takes it along
    ("Lee, head of the mission, called for calm, it said.", "Lee, head of the mission",
     "Lee, head of the mission, called for calm"),
    (
        "Lee, the head of the mission of the union in the capital, called for calm in the north.",
        "Lee, the head of the mission of the union in the capital, called for calm in the north",
        "Lee called for calm in the north",
    ),
    # too little to stand alone
    ("After Sunday's quake in the north.", "quake", "After Sunday's quake in the north"),
    ("Sunday's quake killed 20 people.", "quake", "Quake killed 20 people"),
    # marks without a partner
    ("It called it “a success for all” then.", "It called it “a success", "It called it a success"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "clause", "expected"), TITLES)
def test_a_clause_stands_alone_in_whole_words(sentence, clause, expected):
    start = sentence.index(clause)
    assert title(sentence, start, start + len(clause)).text == expected


REFERRED = [
    ("On Monday he left Kenya.", "he left Kenya", "he", "pronoun", f"{NAZARI} left Kenya"),
    ("His visit to Kenya ended.", "His visit to Kenya ended", "His", "pronoun",
     f"{NAZARI}’s visit to Kenya ended"),
    ("The group seized the town.", "The group seized the town", "The group", "nominal",
     f"{NAZARI} seized the town"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "clause", "word", "kind", "expected"), REFERRED)
def test_a_word_that_points_back_is_the_actor_that_it_means(sentence, clause, word, kind, expected):
    start, at = sentence.index(clause), sentence.index(word)
    found = title(
        sentence, start, start + len(clause), [Reference(at, at + len(word), NAZARI, kind)]
    )
    assert found == (expected, True)


def test_who_is_named_before_keeps_the_pronoun():
    text = "Nazari said that he left Kenya"
    named = [Reference(0, 6, NAZARI, "name"), Reference(17, 19, NAZARI, "pronoun")]
    assert title(text, 0, len(text), named).text == text


@pytest.mark.parametrize(
    "text", ["It left Kenya again.", "They met in Kenya.", "who left Kenya at last"]
)
def test_an_unknown_it_does_not_stand_alone(text):
    assert not title(text, 0, len(text)).alone


@pytest.mark.parametrize(
    "text", ["", "…", "and", "the of in", "“" * 40, "a, " * 5000, "met " * 5000]
)
def test_hostile_clauses_have_a_short_title(text):
    assert len(title(text, 0, len(text)).text.split()) <= LONGEST
