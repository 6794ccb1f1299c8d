"""What trains the reader: the sets as sentences with names, and sentences with other names."""

from __future__ import annotations

import json
import random
import re

import pytest

from training import lists, own, sets, variants
from training.sets import Judged, Named


def cut(sentence: Named) -> list[tuple[str, str]]:
    return [(sentence.text[start:end], kind) for start, end, kind in sentence.names]


def test_a_file_with_a_word_a_line_becomes_sentences():
    lines = ["-DOCSTART- O", "", "Talks O", "in O", "New B-LOC", "Delhi I-LOC", "", "No O"]
    assert list(map(cut, sets.tagged(lines))) == [[("New Delhi", "place")], []]


def test_tags_without_begin_and_inside():
    (sentence,) = sets.tagged(["Abe I-PER", "met I-X", "Japanese I-MISC", "MPs O"])
    assert cut(sentence)[-1] == ("Japanese", "group")


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Afghan", "group"), ("Muslims", "group"), ("Democrats", "group"), ("Olympics", "other")],
)
def test_peoples_are_told_from_other_miscellany(words, kind):
    assert sets.kind_of("MISC", words) == kind


def test_targets_of_newsmtsc(tmp_path):
    folder = tmp_path / "stance" / "newsmtsc"
    folder.mkdir(parents=True)
    row = {
        "sentence_normalized": "Japan praised Qatar.",
        "targets": [{"from": 14, "to": 19, "polarity": 6.0}],
    }
    (folder / "train.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert sets.newsmtsc(tmp_path, "train") == [Judged("Japan praised Qatar.", 14, 19, 2)]


def test_every_place_of_a_name_is_replaced_alike(monkeypatch):
    monkeypatch.setattr(variants, "another", lambda kind, rng: "Switzerland")
    said = Judged("Japan lied, and Japan knew.", 16, 21, 0)
    found = variants.judged_variant(said, random.Random(0), share=1)
    assert found.text == "Switzerland lied, and Switzerland knew."
    assert found.text[found.start : found.end] == "Switzerland"


def test_a_pronoun_stays():
    said = Judged("They lied.", 0, 4, 0)
    assert variants.judged_variant(said, random.Random(0), share=1) == said


def test_names_are_replaced_by_others_of_their_kind(monkeypatch):
    monkeypatch.setattr(variants, "another", lambda kind, rng: kind.upper())
    said = Named("Abe flew to Doha on Friday.", ((0, 3, "person"), (12, 16, "place")))
    found = variants.renamed(said, random.Random(3), 1)
    assert [kind.upper() for _, kind in cut(found)] == [words for words, _ in cut(found)]


def test_further_labels_find_their_sentence_by_its_hash(monkeypatch, tmp_path):
    text = "Japan praised Qatar."
    rows = [["sentence", "start", "end", "label"], [own.key(text), "0", "5", "u"]]
    lines = "".join("\t".join(row) + "\n" for row in rows)
    (tmp_path / "stance_further.tsv").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(own, "FOLDER", tmp_path)
    assert own.further_targets([text, text, "Chad met Doha."]) == [Judged(text, 0, 5, sets.NEUTRAL)]


def test_a_sentence_that_was_read_and_has_no_name_counts_as_one(monkeypatch, tmp_path):
    line = f"sentence\tstart\tend\tlabel\n{own.key('It rained.')}\t\t\t\n"
    (tmp_path / "names_corrected.tsv").write_text(line, encoding="utf-8")
    monkeypatch.setattr(own, "FOLDER", tmp_path)
    assert own.corrected_names(["It rained.", "It snowed."]) == [Named("It rained.")]


@pytest.fixture
def actors(monkeypatch):
    monkeypatch.setattr(lists, "persons", lambda: (("Angela", "Merkel"), ("Emmanuel", "Macron")))
    monkeypatch.setattr(lists, "countries", lambda: ("Chad",))


def test_slots_are_filled_with_actors_of_their_kind(actors):
    frame = "[[P1|n]] told {P2} of [[S1|u]]; [[P1|n]] erred, and so did [[he|n]]."
    text, marks = own.unmarked(own.filled(frame, [], random.Random(1)))
    first, state, again, pronoun = [text[start:end] for start, end, _ in marks]
    assert (state, pronoun) == ("Chad", "he")
    assert again == first.split()[-1]
    assert "{" not in text
    assert "P2" not in text


def test_two_slots_hold_two_actors(actors):
    for seed in range(50):
        first, second = own.filled("{P1}, {P2}", ["Merkel"], random.Random(seed)).split(", ")
        assert first != second


@pytest.mark.parametrize("read", [own.frames, own.plain_frames])
def test_frames_name_only_slots_and_labels(read):
    for line in read():
        rest = own.SLOT.sub("X", line)
        assert own.MARK.search(rest), line
        assert not re.search(r"[\[\]{}\t]|\b[PSO]\d\b", own.MARK.sub("", rest)), line


@pytest.mark.parametrize("read", [own.written_names, own.written_stance])
def test_what_was_written_is_marked_throughout(read):
    sentences = read()
    assert len(sentences) > 1000
    assert not [one.text for one in sentences if "[[" in one.text or "]]" in one.text]


def test_labels_quote_no_public_set():
    for path in own.FOLDER.glob("*.tsv"):
        first, *rows = path.read_text(encoding="utf-8").splitlines()
        assert first == "sentence\tstart\tend\tlabel"
        assert all(re.fullmatch(r"[0-9a-f]{16}\t\d*\t\d*\t[a-z]?", row) for row in rows)
