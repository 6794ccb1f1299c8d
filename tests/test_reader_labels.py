"""The labels of the reader's heads: what lies in them, and how a labeller's line is read."""

from __future__ import annotations

import json
import random
from collections import Counter

import pytest

from training import labelled, written
from training.drawing import check
from training.drawing.texts import Document, sha1


def stored(head: str) -> list[dict]:
    lines = (labelled.FOLDER / f"{head}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


ITEM = {
    "text": "Japan condemned the Taliban and thanked Qatar.",
    "actors": [
        {"n": 1, "spans": [[0, 5]]},
        {"n": 2, "spans": [[20, 27]]},
        {"n": 3, "spans": [[40, 45]]},
    ],
}


def test_a_line_of_an_appraisal():
    found = check.appraisal(ITEM, '1>2 - "condemned"; 1>3 + "thanked"; 3 +')
    assert [(one["holder"], one["target"], one["sign"]) for one in found["evaluations"]] == [
        ("1", 2, -1),
        ("1", 3, 1),
    ]
    assert [ITEM["text"][slice(*one["span"])] for one in found["evaluations"]] == [
        "condemned",
        "thanked",
    ]
    assert found["portrayals"] == [{"target": 3, "sign": 1}]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('1>4 - "condemned"', "there is no bracket 4"),
        ('1>2 - "blamed"', "do not stand in the item"),
        ('2>2 - "condemned"', "holder and target are the same"),
        ("perhaps", "is none of"),
    ],
)
def test_a_line_that_does_not_hold_is_refused(line, why):
    with pytest.raises(check.FaultError, match=why):
        check.appraisal(ITEM, line)


def test_a_clause_is_given_by_its_ends():
    item = {"text": "Lee said on Monday the dam will leak.", "mark": [9, 18]}
    found = check.happening(item, 'yhb "Lee said … will leak"')
    assert item["text"][slice(*found["span"])] == "Lee said on Monday the dam will leak"


def test_no_document_teaches_and_measures():
    """Held out is by document, the same for every head; a pair is if either of its two is."""
    held: dict[str, set[bool]] = {}
    for head in ("appraisal", "happening", "reference"):
        for item in stored(head):
            held.setdefault(item["sha1"], set()).add(item["held_out"])
    assert {len(said) for said in held.values()} == {1}
    for item in stored("same"):
        sides = [held[item[side]["sha1"]] for side in "ab" if item[side]["sha1"] in held]
        assert item["held_out"] or {True} not in sides


@pytest.mark.parametrize("head", labelled.HEADS)
def test_a_tenth_is_held_out(head):
    # What was drawn later is drawn out of the other nine tenths.
    first = [item for item in stored(head) if item["id"][1] == "0"]
    share = sum(item["held_out"] for item in first) / len(first)
    assert 0.05 < share < 0.15
    assert not any(item["held_out"] for item in stored(head) if item["id"][1] != "0")


@pytest.mark.parametrize("head", labelled.HEADS)
def test_no_public_text_is_stored(head):
    assert not {"text", "before", "name"} & {key for item in stored(head) for key in item}


def test_most_of_real_news_judges_nobody():
    natural = [item for item in stored("appraisal") if item["held_out"]]
    judging = sum(bool(item["label"]["evaluations"]) for item in natural)
    assert judging / len(natural) < 0.25


def test_an_item_gets_its_text_back(tmp_path, monkeypatch):
    document = Document("wikinews_2019", "1", "Talks.\n\nJapan condemned the Taliban.\n")
    item = {
        "sha1": sha1(document.text), "start": 8, "end": 36, "held_out": False,
        "actors": [{"n": 1, "type": "state", "spans": [[0, 5]]}], "label": {},
    }  # fmt: skip
    monkeypatch.setattr(labelled, "FOLDER", tmp_path)
    (tmp_path / "appraisal.jsonl").write_text(json.dumps(item) + "\n", encoding="utf-8")
    (found,) = labelled.items("appraisal", {document.sha1: document})
    assert found["text"] == "Japan condemned the Taliban."
    assert found["actors"][0]["name"] == "Japan"


def test_a_written_sentence_reads_the_same_with_any_names(monkeypatch):
    names = iter([("Chad", "Chadian"), ("Ann Roe", "Roe")])
    monkeypatch.setattr(written, "_someone", lambda kind, rng: next(names))
    item = written.filled(
        "{A1} officials mocked {P1}; {P1} laughed.", 'S1>P1 - "mocked {P1}"', random.Random(0)
    )
    assert item["text"] == "Chadian officials mocked Ann Roe; Roe laughed."
    (one,) = item["label"]["evaluations"]
    assert item["text"][slice(*one["span"])] == "mocked Ann Roe"
    assert item["actors"][1]["spans"] == [[25, 32], [34, 37]]


def test_every_written_sentence_can_be_filled(monkeypatch):
    monkeypatch.setattr(
        written,
        "_someone",
        lambda kind, rng: {
            "S": ("Chad", "Chadian"), "P": ("Ann Roe", "Roe"), "O": ("United Nations", ""),
        }[kind] if rng.random() < 0.5 else {
            "S": ("Peru", "Peruvian"), "P": ("Bo Lindt", "Lindt"), "O": ("Red Cross", ""),
        }[kind],
    )  # fmt: skip
    signs: Counter[tuple[str, int]] = Counter()
    for text, label in written.lines():
        if len({slot[0] for slot in written.SLOT.finditer(text)}) > 4:
            continue
        if max(Counter(kind for kind, _ in _actors(text)).values()) > 2:
            continue  # two names of each kind are at hand here
        item = written.filled(text, label, random.Random(1))
        for one in item["label"]["evaluations"]:
            signs[one["holder"] if one["holder"] in "AU" else "named", one["sign"]] += 1
    assert signs["A", -1] > 200 and signs["A", 1] > 150


def _actors(text: str) -> set[tuple[str, str]]:
    return {("S" if slot[1] == "A" else slot[1], slot[2]) for slot in written.SLOT.finditer(text)}
