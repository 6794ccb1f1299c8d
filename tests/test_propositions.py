"""Stances toward matters: the terms of a proposition in, on which side each sentence is out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressbrief import stance, tables
from pressbrief.stance.appraisal.propositions import side, terms
from pressbrief.topic import Proposition, TopicError, load
from test_quotation import built
from test_stance import TOPIC

RECOGNITION = Proposition(
    **{
        "name": "recognition",
        "for": ["recognise the Taliban", "recognised the Taliban", "normal ties"],
        "against": ["isolate the Taliban", "withhold recognition", "normal ties are unthinkable"],
    }
)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("States should recognise the Taliban.", [1]),
        ("States should RECOGNISE  the\nTaliban.", [1]),
        ("States should isolate the Taliban.", [-1]),
        ("Nobody recognised the Talibanisation.", []),
        # A denial within three words turns a term round; two leave it.
        ("Japan has not yet recognised the Taliban.", [-1]),
        ("It didn’t refuse to recognise the Taliban.", [1]),
        ("Not one of the many states of the region hopes to recognise the Taliban.", [1]),
        ("Japan is hesitant to recognise the Taliban.", [-1]),
        # The longest term wins.
        ("Today normal ties are unthinkable.", [-1]),
        ("Recognise the Taliban or withhold recognition?", [1, -1]),
        ("", []),
        ("\0 🙂 <script> $x^2$", []),
    ],
)
def test_which_side_a_sentence_is_on(text, sides):
    assert [side(text, place, RECOGNITION) for place in terms(text, RECOGNITION)] == sides


def rows(*paragraphs):
    _, stances, text = built(*paragraphs, of=replace(TOPIC, propositions=(RECOGNITION,)))
    return stances[stances["target"] == "recognition"], text


def test_a_row_stands_at_the_term_with_its_holder():
    found, text = rows(
        "We must recognise the Taliban.",
        "China urged Japan to withhold recognition.",
        "Japan has not recognised the Taliban.",
        "China and Japan said they would withhold recognition.",
    )
    cut = [(text[row.start : row.end], row.holder, row.voice) for row in found.itertuples()]
    assert cut == [
        ("recognise the Taliban", "a.txt", "author"),
        ("withhold recognition", "China", "indirect"),
        ("recognised the Taliban", "Japan", "indirect"),
        ("withhold recognition", "China", "indirect"),
        ("withhold recognition", "Japan", "indirect"),
    ]


def test_one_term_is_no_certainty():
    found, _ = rows("We must recognise the Taliban.")
    row = found.iloc[0]
    assert (row["polarity"], row["p_positive"], row["p_negative"]) == (0.5, 0.6667, 0.1667)


def test_terms_on_both_sides_are_even():
    found, _ = rows("We may recognise the Taliban or isolate the Taliban.")
    assert found["polarity"].tolist() == [0]


@pytest.mark.parametrize(("sentences", "verdict"), [(2, "too little evidence"), (12, "favourable")])
def test_a_verdict_on_a_proposition_needs_many_terms(sentences, verdict):
    found, _ = rows(*[f"We must recognise the Taliban, {i} say." for i in range(sentences)])
    articles = tables.frame("articles", [_article()])
    settings = {"min_sentences": 5, "min_judgements": 3, "confidence": 0.95}
    found = found.assign(article_id="a", voice="author")
    made = stance.by_source(articles, tables.empty("sentences"), found, **settings)
    assert made["verdict"].tolist() == [verdict]


def _article():
    from marked import article_row

    return article_row("a")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('name = "R"', "has no terms"),
        ('name = "R"\nfor = ["a"]\nagainst = ["A"]', "both for and against"),
        ('name = "R"\nfor = [" "]', "is no term"),
        ('name = "Japan"\nfor = ["a"]', "names two things"),
        ('name = "R"\npro = ["a"]', "propositions.1.pro"),
    ],
)
def test_a_malformed_proposition_is_refused(articles_in, entry, said):
    head = 'title = "T"\n[[actor]]\nname = "Japan"\ntype = "state"\n[[propositions]]\n'
    folder = articles_in({"a.txt": "x", "topic.toml": f"{head}{entry}\n"})
    with pytest.raises(TopicError) as error:
        load(folder)
    assert said in str(error.value) and "topic.toml" in str(error.value)


def test_propositions_are_read_from_topic_toml(articles_in):
    said = 'title = "T"\n[[propositions]]\nname = "R"\nfor = ["a (b)"]\n'
    (one,) = load(articles_in({"a.txt": "x", "topic.toml": said})).propositions
    assert (one.name, one.for_, one.against) == ("R", ["a (b)"], [])
    assert [side("It is a (b).", place, one) for place in terms("It is a (b).", one)] == [1]
