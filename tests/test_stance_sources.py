"""What each source says of each target by and large: stances in, verdicts out."""

from __future__ import annotations

import pytest

from pressbrief import stance, tables
from pressbrief.stance.appraisal.verdicts import verdict
from test_mentions import article

SETTINGS = {"min_sentences": 5, "confidence": 0.95, "resamples": 500, "seed": 0}


def chances(value: float, doubt: float) -> tuple[float, float, float]:
    """Probabilities with that polarity, `doubt` of them on both sides at once."""
    spare = min(doubt, 1 - abs(value)) / 2
    negative, positive = max(-value, 0) + spare, max(value, 0) + spare
    return negative, 1 - negative - positive, positive


def by_source(
    said: dict[str, list[float]],
    voice: str = "author",
    publishers=None,
    twins=None,
    doubt=0.0,
    **more,
):
    """stance_by_source of articles given as polarities toward Japan, one a sentence."""
    columns = tables.TABLES["articles"].names
    articles = []
    for name in said:
        row = dict(zip(columns, article(name), strict=True))
        row["publisher"] = (publishers or {}).get(name, "unknown")
        row["duplicate_of"] = (twins or {}).get(name, "")
        articles.append(row)
    rows = [
        (name, i, i, i + 1, "Japan", "x", voice, value, *chances(value, doubt), 0)
        for name, values in said.items()
        for i, value in enumerate(values, 1)
    ]
    frame = tables.frame("articles", articles)
    stances = tables.frame("stances", rows)
    return stance.by_source(frame, tables.empty("actors"), stances, **SETTINGS | more)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ([-0.5] * 6, "critical"),
        ([0.5, 0.4, 0.6, 0.5, 0.3], "favourable"),
        ([0.5, -0.5] * 4, "even"),
        ([0.0] * 6, "even"),
        ([-0.9] * 4, "too little evidence"),
    ],
)
def test_verdicts(values, verdict):
    row = by_source({"one": values}).iloc[0]
    assert row["verdict"] == verdict
    assert row["mean"] == pytest.approx(sum(values) / len(values), abs=1e-4)
    assert row["low"] <= row["mean"] <= row["high"]
    assert (row["sentences"], row["articles"], row["source"]) == (len(values), 1, "one.txt")


def test_an_interval_that_is_printed_as_ending_at_zero_contains_it():
    assert verdict(-0.49, -0.0022, 9, 5) == verdict(0.004, 0.4, 9, 5) == "even"
    assert verdict(-0.49, -0.01, 9, 5) == "critical"


def test_only_the_sources_own_voice_counts():
    assert by_source({"one": [-0.5] * 6}, voice="direct").empty
    assert by_source({}).empty


def test_a_duplicate_counts_once():
    paper = {"one": "Kyodo News", "two": "Kyodo News"}
    row = by_source({"one": [-0.5] * 6, "two": [-0.5] * 6}, publishers=paper, twins={"two": "one"})
    assert row[["sentences", "articles"]].to_numpy().tolist() == [[6, 1]]


def test_a_sentence_that_an_article_repeats_counts_once():
    rows = [
        ("one", i, i, i + 1, "Japan", "one.txt", "author", value, *chances(value, 0), repeats)
        for i, value, repeats in [(1, -0.5, 0), (2, 0.1, 0), (3, -0.5, 1), (4, -0.5, 1)]
    ]
    read = tables.frame("articles", [article("one")])
    settings = SETTINGS | {"min_sentences": 2}
    found = stance.by_source(
        read, tables.empty("actors"), tables.frame("stances", rows), **settings
    )
    assert found[["mean", "sentences"]].to_numpy().tolist() == [[-0.2, 2]]


def test_unsigned_articles_are_sources_of_their_own():
    assert list(by_source({"one": [0.0], "two": [0.0]})["source"]) == ["one.txt", "two.txt"]


def test_several_articles_of_a_source_are_resampled_as_wholes():
    values = {"one": [-0.9] * 10, "two": [0.8] * 10, "three": [-0.9] * 10}
    clustered = by_source(values, publishers=dict.fromkeys(values, "NHK")).iloc[0]
    alone = by_source({"one": [value for part in values.values() for value in part]}).iloc[0]
    assert clustered["high"] - clustered["low"] > alone["high"] - alone["low"]
    assert (clustered["low"], clustered["high"]) == (-0.9, 0.8)


LEANS = {
    "one rests on": {"one": [-1.0] * 4, "two": [-0.1] * 2, "three": [-1.0] * 2},
    "each is needed": {"one": [-1.0] * 2, "two": [-1.0] * 2, "three": [-1.0] * 2},
    "none is needed": {name: [-1.0] * 6 for name in ("one", "two", "three")},
    "one stands against": {"one": [-1.0] * 6, "two": [1.0] * 3, "three": [-1.0] * 6},
    "two": {"one": [-1.0] * 6, "two": [0.1] * 6},
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

    assert driven("each is needed")["driven_by"] == "one.txt; three.txt; two.txt"
    assert driven("none is needed")["driven_by"] == ""
    against = driven("one stands against")
    assert (against["verdict"], against["driven_by"]) == ("even", "two.txt")
    assert by_source({"one": [-1.0] * 6}).iloc[0]["driven_by"] == ""


def test_sentences_that_look_alike_have_an_interval_as_wide_as_the_reader_is_unsure():
    sure, unsure = (by_source({"one": [-0.5] * 9}, doubt=doubt).iloc[0] for doubt in (0, 0.4))
    # Half negative, half neutral: variance 1/4, so the mean of nine is ± 1.96 / 6.
    assert (sure["low"], sure["high"]) == pytest.approx((-0.8267, -0.1733), abs=1e-3)
    assert unsure["high"] - unsure["low"] > sure["high"] - sure["low"]
    certain = by_source({"one": [-1.0] * 9}).iloc[0]
    assert certain["low"] == certain["high"] == -1


def test_many_articles_of_one_source_are_each_left_out():
    values = {f"{i:03}": [-0.9, -0.7] for i in range(100)}
    row = by_source(values, publishers=dict.fromkeys(values, "NHK")).iloc[0]
    assert (row["verdict"], row["driven_by"], row["articles"]) == ("critical", "", 100)


def test_the_same_seed_gives_the_same_interval():
    values = {"one": [-0.6, -0.1, 0.2, -0.8, 0.0, -0.3, 0.4]}
    first, again, other = (by_source(values, seed=seed) for seed in (1, 1, 2))
    assert first.equals(again) and not first.equals(other)
    narrow = by_source(values, confidence=0.8).iloc[0]
    wide = by_source(values, confidence=0.99).iloc[0]
    assert wide["high"] - wide["low"] > narrow["high"] - narrow["low"]
