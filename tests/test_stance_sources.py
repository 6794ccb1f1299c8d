"""What each source says of each target by and large: stances in, verdicts out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from pressbrief import stance, tables
from pressbrief.stance.appraisal.balance import CONFUSION, balance
from pressbrief.stance.appraisal.verdicts import Count, side, verdict
from test_mentions import article

SETTINGS = {"min_sentences": 5, "min_judgements": 3, "confidence": 0.95}
CRITICAL, NONE, FAVOURABLE = -0.9, 0.0, 0.9
# Words that judge, another in each sentence.
WORDS = [f"{a}{b}" for a in "bcdfghjklmnpqrstvwz" for b in ("ad", "oor", "alse", "itter")]


def by_source(said: dict[str, list], voice: str = "author", publishers=None, twins=None, **more):
    """stance_by_source of articles given as polarities toward Japan, one a sentence.

    A sentence may also be given as (polarity, the words that judge); else each has its own.
    """
    columns = tables.TABLES["articles"].names
    articles, sentences, rows = [], [], []
    words = iter(WORDS * 40)
    for name, values in said.items():
        row = dict(zip(columns, article(name), strict=True))
        row["publisher"] = (publishers or {}).get(name, "unknown")
        row["duplicate_of"] = (twins or {}).get(name, "")
        articles.append(row)
        for i, value in enumerate(values, 1):
            value, text = value if isinstance(value, tuple) else (value, next(words))
            start = 1000 * i
            sentences.append((name, i, i, start, start + len(text), "body", text))
            chances = value, max(-value, 0), 1 - abs(value), max(value, 0)
            at = (start, start + len(text)) if abs(value) >= 0.5 else (0, 0)
            rows.append((name, i, i, i + 1, "Japan", "x", voice, *chances, -0.25, *at, 0))
    frames = (
        tables.frame(*each)
        for each in (("articles", articles), ("sentences", sentences), ("stances", rows))
    )
    return stance.by_source(*frames, **SETTINGS | more)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ([CRITICAL] * 6 + [NONE] * 5, "critical"),
        ([FAVOURABLE] * 6, "favourable"),
        # What is neither is no half-hearted judgement.
        ([-0.3] * 6, "none voiced"),
        ([NONE] * 6, "none voiced"),
        ([NONE] * 4, "too little evidence"),
        ([CRITICAL] * 2, "too little evidence"),
        ([CRITICAL] * 3 + [NONE] * 30, "none voiced"),
        ([CRITICAL] * 2 + [FAVOURABLE] * 2 + [NONE] * 4, "mixed"),
        # One that stands against others may be an error.
        ([CRITICAL] * 3 + [FAVOURABLE] + [NONE] * 6, "too little evidence"),
    ],
)
def test_verdicts(values, verdict):
    row = by_source({"one": values}).iloc[0]
    assert row["verdict"] == verdict
    counts = [values.count(CRITICAL), values.count(FAVOURABLE), len(values)]
    assert row[["critical", "favourable", "sentences"]].tolist() == counts
    assert (row["articles"], row["source"], row["portrayal"]) == (1, "one.txt", -0.25)


def test_one_article_has_no_interval_and_several_have():
    one = by_source({"one": [CRITICAL] * 6}).iloc[0]
    assert math.isnan(one["low"]) and math.isnan(one["high"])
    said = {"one": [CRITICAL] * 6, "two": [CRITICAL] * 3 + [NONE] * 3}
    row = by_source(said, publishers=dict.fromkeys(said, "NHK")).iloc[0]
    assert -1 <= row["low"] <= row["mean"] <= row["high"] < 0


def test_an_interval_that_is_printed_as_ending_at_zero_contains_it():
    count = Count(6, 5, 0, 5, 0)
    assert verdict(count, -0.49, -0.0022, 5, 3) == "too little evidence"
    assert verdict(count, -0.49, -0.01, 5, 3) == "critical"


def test_only_the_sources_own_voice_counts():
    assert by_source({"one": [CRITICAL] * 6}, voice="direct").empty
    assert by_source({}).empty


def test_a_duplicate_counts_once():
    paper = {"one": "Kyodo News", "two": "Kyodo News"}
    said = {"one": [CRITICAL] * 6, "two": [CRITICAL] * 6}
    row = by_source(said, publishers=paper, twins={"two": "one"})
    assert row[["sentences", "articles"]].to_numpy().tolist() == [[6, 1]]


def test_unsigned_articles_are_sources_of_their_own():
    assert list(by_source({"one": [0.0], "two": [0.0]})["source"]) == ["one.txt", "two.txt"]


def test_one_word_said_often_makes_no_verdict():
    often = [(CRITICAL, "the shoddy deal"), (CRITICAL, "Shoddy"), (CRITICAL, "is shoddy")] * 3
    assert by_source({"one": often}).iloc[0]["verdict"] == "too little evidence"
    others = [(CRITICAL, "late"), (CRITICAL, "an abject failure")]
    row = by_source({"one": often + others}).iloc[0]
    assert row["verdict"] == "critical"


def test_one_sentence_said_in_every_article_makes_no_verdict():
    said = {name: [(CRITICAL, "a late and shoddy deal"), NONE] for name in "abcdef"}
    row = by_source(said, publishers=dict.fromkeys(said, "NHK")).iloc[0]
    assert (row["critical"], row["verdict"]) == (6, "too little evidence")


def test_the_strongest_words_are_named_each_once():
    said = [(-0.9, "an abject failure"), (-0.6, "late"), (-0.8, "Shoddy"), (-0.7, "shoddy"),
            (-0.65, "out of step; wrong"), (0.9, "a model"), (-0.5, "poor")]  # fmt: skip
    row = by_source({"one": said}).iloc[0]
    assert row["verdict"] == "critical"
    assert row["expressions"] == "an abject failure; Shoddy; out of step, wrong"


LEANS = {
    "one rests on": {"one": [CRITICAL] * 4, "two": [NONE] * 2, "three": [CRITICAL] * 2},
    "each is needed": {name: [CRITICAL, NONE] for name in ("one", "two", "three", "four")},
    "none is needed": {name: [CRITICAL] * 6 for name in ("one", "two", "three")},
    "one stands against": {"one": [CRITICAL] * 6, "two": [FAVOURABLE] * 6, "three": [CRITICAL] * 6},
    "two": {"one": [CRITICAL] * 6, "two": [NONE] * 6},
}


@pytest.mark.parametrize("values", LEANS.values(), ids=LEANS)
def test_leaving_an_article_out_changes_the_verdict_just_where_driven_by_says(values):
    paper = dict.fromkeys(values, "NHK")
    row = by_source(values, publishers=paper).iloc[0]
    changes = []
    for name in values:
        rest = {other: values[other] for other in values if other != name}
        if by_source(rest, publishers=paper).iloc[0]["verdict"] != row["verdict"]:
            changes.append(f"{name}.txt")
    assert row["driven_by"].split("; ") == (sorted(changes) or [""])


def test_driven_by_names_every_article_that_alone_decides():
    def driven(case):
        return by_source(LEANS[case], publishers=dict.fromkeys(LEANS[case], "NHK")).iloc[0]

    assert driven("each is needed")["driven_by"] == "four.txt; one.txt; three.txt; two.txt"
    assert driven("none is needed")["driven_by"] == ""
    against = driven("one stands against")
    assert (against["verdict"], against["driven_by"]) == ("mixed", "two.txt")
    assert by_source({"one": [CRITICAL] * 6}).iloc[0]["driven_by"] == ""


def test_many_articles_of_one_source_are_each_left_out():
    values = {f"{i:03}": [CRITICAL, CRITICAL] for i in range(100)}
    row = by_source(values, publishers=dict.fromkeys(values, "NHK")).iloc[0]
    assert (row["verdict"], row["driven_by"], row["articles"]) == ("critical", "", 100)


# Shares of critical, other and favourable sentences in what a source would write.
SHARES = [
    (0.0, 1.0, 0.0),
    (0.05, 0.94, 0.01),
    (0.15, 0.8, 0.05),
    (0.15, 0.7, 0.15),
    (0.3, 0.4, 0.3),
    (0.6, 0.35, 0.05),
    (0.02, 0.78, 0.2),
]


@pytest.mark.parametrize("articles", [2, 3, 5, 10, 40])
def test_the_interval_holds_the_truth_as_often_as_it_says(articles):
    """Sources write articles that differ (intraclass correlation up to 0.1), the reader errs."""
    draw = np.random.default_rng(articles)
    for alike in (0.05, 0.1):
        for shares in SHARES:
            spread = np.maximum(shares, 1e-9) * (1 / alike - 1)
            truth, held = shares[2] - shares[0], 0
            for _ in range(400):
                own = draw.dirichlet(spread, articles)
                sizes = draw.integers(3, 13, articles)
                read = [draw.multinomial(n, p @ CONFUSION) for n, p in zip(sizes, own, strict=True)]
                found = balance(np.array(read), 0.95)
                held += found.low <= truth <= found.high
            # At least 93 of 100 hold it; of 400 that is 372, and chance takes up to 8 of those.
            assert held >= 364, (alike, shares, held)


def test_a_wider_confidence_is_a_wider_interval():
    counts = np.array([[4, 6, 1], [2, 5, 1]])
    narrow, wide = (balance(counts, each) for each in (0.8, 0.99))
    assert wide.low < narrow.low <= narrow.mean <= narrow.high < wide.high


def test_more_and_clearer_evidence_never_gets_the_weaker_word():
    """Whatever a source has said, a further judgement on the side of its lean leaves it there."""

    def judged(counts: np.ndarray) -> str:
        ends = balance(counts, 0.95)
        critical, other, favourable = counts.sum(axis=0).tolist()
        apart = max(critical - 1, 0), max(favourable - 1, 0)
        return verdict(Count(critical, other, favourable, *apart), ends.low, ends.high, 5, 3)

    draw = np.random.default_rng(0)
    leaning = 0
    for _ in range(12000):
        counts = draw.integers(0, [6, 9, 4], (draw.integers(1, 6), 3))[:, :: draw.choice([-1, 1])]
        if not counts.sum() or not (lean := side(judged(counts))):
            continue
        leaning += 1
        one = int(draw.integers(len(counts)))
        more, clearer, another = counts.copy(), counts.copy(), np.zeros((1, 3), int)
        more[one, 1 + lean] += 1
        another[0, 1 + lean] = 1
        if counts[one, 1]:
            clearer[one, [1, 1 + lean]] += [-1, 1]
        for said in (more, clearer, np.concatenate([counts, another])):
            assert side(judged(said)) == lean, (counts, said)
    assert leaning > 1000
