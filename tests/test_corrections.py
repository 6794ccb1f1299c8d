"""corrections.toml: what an analyst set right is replayed, checked, told; a stale one refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import built, frames
from pressbrief.sections.registry import SECTIONS
from pressbrief.topic import Topic, TopicError, corrections, load

ARTICLES = {
    "a": ["[Latif Nazari|p] met the [Taliban|g].", "The [Nippon Foundation|o] paid."],
    "b": ["[L. Nazari|p] met the [Students|g].", "The [Nippon Foundation|o] wept."],
}


def topic(*entries: dict) -> Topic:
    made = tuple(corrections.Correction(**entry) for entry in entries)
    return Topic("t", Path("t"), "T", corrections=made)


def counts(monkeypatch, *entries: dict) -> dict[str, int]:
    actors, found = built(monkeypatch, ARTICLES, topic(*entries))
    assert set(found["actor"]) <= set(actors["actor"])
    return found["actor"].value_counts().to_dict()


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({}, {"Nippon Foundation": 2, "Latif Nazari": 2, "Taliban": 1,
              "Students": 1}),
        ({"what": "merge", "expected": "Students", "new": "Taliban"},
         {"Nippon Foundation": 2, "Taliban": 2, "Latif Nazari": 2}),
        ({"what": "rename", "expected": "Nippon Foundation", "new": "The Foundation"},
         {"The Foundation": 2, "Latif Nazari": 2, "Taliban": 1, "Students": 1}),
        ({"what": "drop", "expected": "Students"},
         {"Nippon Foundation": 2, "Latif Nazari": 2, "Taliban": 1}),
        ({"what": "split", "expected": "Nippon Foundation", "new": "Another", "file": "b.txt"},
         {"Nippon Foundation": 1, "Another": 1, "Latif Nazari": 2, "Taliban": 1,
          "Students": 1}),
    ],
)  # fmt: skip
def test_a_correction_changes_whose_the_mentions_are(monkeypatch, entry, expected):
    entries = [entry | {"reason": "r"}] if entry else []
    assert counts(monkeypatch, *entries) == expected


def test_what_a_correction_made_says_so(monkeypatch):
    entry = {"what": "rename", "expected": "Taliban", "new": "Emirate", "reason": "r"}
    actors, _ = built(monkeypatch, ARTICLES, topic(entry))
    (row,) = actors[actors["actor"] == "Emirate"].itertuples()
    assert (row.origin, row.names) == ("correction", "Emirate; Taliban")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"what": "drop", "expected": "Nobody"},
         "correction 1 (drop): expected 'Nobody', found 'no such actor'; take the entry out"),
        ({"what": "merge", "expected": "Taliban", "new": "Nobody"}, "rename it instead"),
        ({"what": "rename", "expected": "Taliban", "new": "Students"}, "merge the two instead"),
        ({"what": "split", "expected": "Taliban", "new": "X", "file": "z.txt"}, "no such mention"),
    ],
)  # fmt: skip
def test_an_expectation_that_no_longer_holds_is_an_error(monkeypatch, entry, said):
    with pytest.raises(corrections.CorrectionError) as error:
        counts(monkeypatch, entry | {"reason": "r"})
    assert said in str(error.value) and "corrections.toml" in str(error.value)


def test_corrections_are_told_with_their_reason():
    made = topic(
        {"what": "drop", "expected": "Fruits", "reason": "No name."},
        {"what": "stance", "file": "a.txt", "sentence": "It fell.", "target": "Japan",
         "expected": 0.5, "new": -0.5, "reason": "Irony"},
    ).corrections  # fmt: skip
    (said,) = corrections.told(made, SECTIONS["mentions"].corrections)
    assert said == (
        "Corrected by hand (corrections.toml, 1): “Fruits” is no actor and not counted. "
        "Reason: No name."
    )
    (said,) = corrections.told(made, SECTIONS["stance"].corrections)
    assert "the polarity toward “Japan” of “It fell.” in a.txt is -0.5, not 0.5" in said
    assert corrections.told(made, SECTIONS["corpus"].corrections) == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (
            'what = "melt"\nexpected = "A"\nnew = "B"\nreason = "r"',
            "line 2, key 'correction.1.what'",
        ),
        ('what = "merge"\nexpected = "A"\nreason = "r"', "merge needs `new`"),
        ('what = "drop"\nexpected = "A"\nnew = "B"\nreason = "r"', "drop takes no new value"),
        ('what = "split"\nexpected = "A"\nnew = "B"\nreason = "r"', "`file` or `surface`"),
        ('what = "stance"\nexpected = 0.1\nnew = 0.2\nreason = "r"', "stance needs `file`"),
        ('what = "merge"\nexpected = 1\nnew = "B"\nreason = "r"', "are names of actors"),
        ('what = "merge"\nexpected = "A"\nnew = "B"', "key 'correction.1.reason'"),
    ],
)
def test_a_malformed_correction_is_refused_with_line_and_key(articles_in, entry, said):
    folder = articles_in({"a.txt": "x", "corrections.toml": f"[[correction]]\n{entry}\n"})
    with pytest.raises(TopicError) as error:
        load(folder)
    assert said in str(error.value) and "corrections.toml" in str(error.value)


def test_the_frames_of_marked_text_cut_it():
    _, sentences, texts = frames(ARTICLES)
    assert sentences["text"].iloc[0] == texts["a"][0 : sentences["end"].iloc[0]]
