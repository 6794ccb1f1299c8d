"""What each source stresses: noun phrases, their weights, and what a reader sees of them."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt

import pytest

from drawn import HOSTILE, assert_sound, texts
from marked import article_row, frames
from pressbrief import charts, tables
from pressbrief.english.noun_phrases import noun_phrases
from pressbrief.mentions import stressed_terms
from pressbrief.sections import stressed_views
from pressbrief.sections.wording.names import Names

NAMES = Names(short={}, spoken={})
RIGHTS = [f"The talks on women’s rights went on, part {part}." for part in "abcde"]
TRADE = [f"The trade in grain went on, part {part}." for part in "abcdefgh"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("They banned girls from school.", ["girl", "school"]),
        ("a cautious approach to governance", ["cautious approach", "approach", "governance"]),
        ("to help them, they call and can visit", []),
        ("the visit", ["visit"]),
        ("This is due to floods in 2024 on Tuesday.", ["flood"]),
        ("the poor", ["poor"]),
        ("12 per cent quickly", ["cent"]),
        ("", []),
    ],
)
def test_noun_phrases(text, keys):
    assert [one.key for one in noun_phrases(text)] == keys


def test_a_phrase_says_where_it_stands_and_keeps_out_of_names():
    text = "Kabul’s human rights record"
    found = {text[one.start : one.end] for one in noun_phrases(text, hidden=[(0, 5)])}
    assert found == {
        "rights", "human rights", "record", "rights record", "human rights record"
    }  # fmt: skip


def test_the_weight_is_the_log_odds_ratio_of_monroe_and_others():
    own, every = Counter(tea=6, cup=4), Counter(tea=8, cup=22)
    # Both sides of 30 words together; the prior weighs as the smaller, 10: 8 of 30 are tea.
    prior = 10 * 8 / 30
    ratio = log((6 + prior) / (20 - 6 - prior)) - log((2 + prior) / (30 - 2 - prior))
    expected = ratio / sqrt(1 / (6 + prior) + 1 / (2 + prior))
    assert dict(stressed_terms.weighed(own, every))["tea"] == pytest.approx(expected)


def test_what_is_used_too_seldom_or_by_one_source_alone_is_nothing():
    assert stressed_terms.stressed(Counter(tea=2), Counter(tea=2, cup=99)) == []
    assert stressed_terms.stressed(Counter(tea=9), Counter(tea=9)) == []


def test_of_a_phrase_and_its_part_the_one_that_says_more_is_told():
    every = Counter({"right": 6, "human right": 5, "grain": 60})
    own = Counter({"right": 6, "human right": 5})
    assert [term for term, _ in stressed_terms.stressed(own, every)] == ["human right"]
    own = Counter({"right": 9, "human right": 3})
    assert [term for term, _ in stressed_terms.stressed(own, every + own)] == ["right"]


def built(articles: dict[str, list[str]], mentions=(), copies: dict[str, str] | None = None):
    _, sentences, text = frames(articles)
    rows = [
        (*article_row(id_)[:13], 100, 5, (copies or {}).get(id_, ""), "x") for id_ in articles
    ]  # fmt: skip
    read = tables.frame("articles", rows)
    terms, uses = stressed_terms.build(read, sentences, tables.frame("mentions", list(mentions)))
    return read, terms, tables.check_cuts(uses, "surface", text)


def test_a_source_has_the_terms_that_it_uses_and_others_do_not():
    _, terms, uses = built({"aa": RIGHTS, "bb": TRADE})
    found = terms.set_index(["source", "term"])
    assert set(found.loc["aa.txt"].index) == {"talks", "women’s rights"}
    row = found.loc["aa.txt", "talks"]
    assert (row["uses"], row["per_1000"], row["sentences"], row["others"]) == (5, 50.0, 5, 0)
    assert row["unused_by"] == "bb.txt"
    assert set(uses.loc[uses["term"] == "women’s rights", "surface"]) == {"women’s rights"}


def test_names_and_copies_do_not_count():
    start = RIGHTS[0].index("talks")
    named = [("aa", at + 1, at * (len(RIGHTS[0]) + 1) + start,
              at * (len(RIGHTS[0]) + 1) + start + 5, "talks", "Talks", "group", "name")
             for at in range(5)]  # fmt: skip
    _, terms, _ = built({"aa": RIGHTS, "bb": TRADE}, named)
    assert "talks" not in set(terms["term"])
    _, terms, uses = built({"aa": RIGHTS, "cc": RIGHTS, "bb": TRADE}, copies={"cc": "aa"})
    assert set(terms["source"]) == {"aa.txt", "bb.txt"} and "cc" not in set(uses["article_id"])


def test_words_that_are_mostly_capital_are_names():
    said = [f"They met in Northlandia, part {part}." for part in "abcde"]
    _, terms, _ = built({"aa": said, "bb": TRADE})
    assert "northlandia" not in set(terms["term"])


def test_without_a_second_source_nothing_is_told():
    read, terms, uses = built({"aa": RIGHTS})
    assert terms.empty and uses.empty
    assert stressed_views.claims(terms, uses, read, NAMES, 8) == []
    assert charts.stressed(terms, {}, {}) is None


def test_a_reader_sees_counts_sentences_and_who_does_not_use_it():
    read, terms, uses = built({"aa": RIGHTS, "bb": TRADE})
    behind = stressed_views.behind(terms, uses, read, 2)
    table = charts.stressed(terms, NAMES.labels, behind).data
    ((row, ids),) = [pair for pair in zip(table.rows, table.evidence, strict=True)
                     if pair[0][1] == "women’s rights"]  # fmt: skip
    assert row[:5] == ("aa.txt", "women’s rights", 5, 50.0, 0.0)
    assert row[-1] == "bb.txt" and ids == ("e-aa-1", "e-aa-2")
    (claim,) = stressed_views.claims(terms, uses, read, NAMES, most=8)
    assert "“women’s rights”" in claim.text and claim.sure == "low" and claim.evidence
    claim.check()
    table.check()


def of_many(sources: int, term: str = ""):
    rows = [
        (f"Newspaper {i}", term or f"term number {i} {j}", 9 - j, 12.0 - j, 4, 3, j, 0.5,
         3.0 - j / 2, "")
        for i in range(sources)
        for j in range(5)
    ]  # fmt: skip
    return tables.frame("terms", rows if not term else rows[::5])


@pytest.mark.parametrize("sources", [2, 3, 6, 7, 30, 200])
def test_the_chart_is_legible_from_few_to_many_sources(sources):
    figure = charts.stressed(of_many(sources), {}, {})
    assert_sound(figure)
    assert figure.title.startswith("“term number 0 0” sets")
    said = texts(figure)
    assert "Newspaper 1" in said and (f"Newspaper {sources - 1}" in said) == (sources <= 30)
    assert ("30 sources that are set apart most of 200" in figure.caption) == (sources == 200)


def test_hostile_terms_are_text():
    assert_sound(charts.stressed(of_many(2, HOSTILE), {"Newspaper 0": HOSTILE}, {}))
