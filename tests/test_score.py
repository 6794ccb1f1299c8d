"""The command `score`: its output, its file of predictions, what it records, what it refuses."""

from __future__ import annotations

import csv
import json

import pytest

from conftest import command
from pressbrief import score
from pressbrief.score import ledger
from pressbrief.score.documents import Places
from pressbrief.score.measured import Span, macro_f1
from pressbrief.score.timex_task import matched

RULES = [
    {"text": "Talks ended. Japan left.", "sents": ["Talks ended.", "Japan left."]},
    {"text": "Mr. Abe spoke.", "sents": ["Mr.", "Abe spoke."]},
]


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules" / "golden.json"
    path.parent.mkdir()
    path.write_text(json.dumps(RULES), encoding="utf-8")
    return path


def test_the_last_line_is_the_json(rules):
    result = command("score", "sentences", rules)
    assert result.exit_code == 0
    *table, last = result.output.splitlines()
    assert json.loads(last) == {"set": "rules/golden.json", "items": 2, "accuracy": 0.5}
    assert table[0] == "Sentences on rules/golden.json: 2 texts"


def test_predictions_can_be_scored_by_somebody_else(rules, tmp_path):
    out = tmp_path / "out.csv"
    assert command("score", "sentences", rules, "--predictions", out).exit_code == 0
    rows = list(csv.DictReader(out.open(encoding="utf-8", newline="")))
    assert [row["item"] for row in rows] == ["1", "2"]
    assert [row["gold"] == row["predicted"] for row in rows] == [True, False]
    assert rows[1]["predicted"] == "Mr. Abe spoke."


def test_no_cell_of_the_predictions_is_a_formula(tmp_path):
    path, out = tmp_path / "a.json", tmp_path / "out.csv"
    path.write_text('[{"text": "=cmd()", "sents": ["=cmd()"]}]', encoding="utf-8")
    command("score", "sentences", path, "--predictions", out)
    assert out.read_text(encoding="utf-8").splitlines()[1] == "1,'=cmd(),'=cmd()"


def test_a_record_takes_the_place_of_the_last_of_its_command(rules, tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "SCORES", tmp_path / "scores.json")
    assert score.recorded(["sentences"]) == []
    for _ in range(2):
        assert command("score", "sentences", rules, "--record").exit_code == 0
    (entry,) = json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))
    assert entry["task"] == "sentences"
    assert entry["figures"] == {"accuracy": 0.5}
    assert entry["command"].startswith("pressbrief score sentences ")
    assert score.recorded(["sentences"]) == ["Sentences (golden): exactly right 0.50 over 2 texts."]


def test_what_is_recorded_reads_as_sentences():
    said = score.recorded(score.TASKS)
    assert len(said) == len(ledger.entries()) > 0
    assert all(line.endswith(".") and "\n" not in line for line in said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["poetry", "nowhere"], "the tasks are sentences, dates, extraction, timex"),
        (["dates", "nowhere.csv"], "nowhere.csv: no such file or folder; dates expects a Wikinews"),
        (["stance", "nowhere", "--hide-dateline"], "--hide-dateline goes with the task dates"),
    ],
)
def test_what_cannot_be_measured_is_named(words, said):
    result = command("score", *words)
    assert result.exit_code == 2
    assert said in result.output


WRONG = {
    "sentences": ["", "[", "[]", "{}", "[1]", '[{"text": 1, "sents": []}]', "[" * 100_000,
                  '[{"text": "\\ud800", "sents": []}]'],
    "stance": ["", "{", "[]", "{}", '{"sentence_normalized": "a", "targets": []}',
               '{"sentence_normalized": "a", "targets": [{"from": 0, "to": 9, "polarity": 4}]}',
               '{"sentence_normalized": "a", "targets": [{"from": 0, "to": 1, "polarity": 5}]}',
               '{"sentence_normalized": "\\ud800", "targets": []}'],
    "dates": ["", "date,text\n", "day,text\n1,a\n", "date,text\n5 May,a\n", 'date,text\n1,"a\n'],
}  # fmt: skip
SUFFIX = {"sentences": ".json", "stance": ".jsonl", "dates": ".csv"}


@pytest.mark.parametrize(
    ("task", "content"), [(task, text) for task in WRONG for text in WRONG[task]]
)
def test_a_broken_file_is_refused_by_name(task, content, tmp_path):
    path = tmp_path / f"broken{SUFFIX[task]}"
    path.write_text(content, encoding="utf-8")
    result = command("score", task, path)
    assert result.exit_code == 2, result.output
    assert "broken" in result.output
    assert "expected" in result.output


@pytest.mark.parametrize("task", list(score.TASKS))
@pytest.mark.parametrize("made", ["file", "folder", "bytes"])
def test_the_wrong_kind_of_path_is_refused(task, made, tmp_path):
    path = tmp_path / f"thing{SUFFIX.get(task, '.txt')}"
    path.mkdir() if made == "folder" else path.write_bytes(b"\xff\xfe\x00\x81" * (made == "bytes"))
    result = command("score", task, path)
    assert result.exit_code == 2, result.output
    assert "thing" in result.output


def test_predictions_that_cannot_be_written_are_an_error(rules, tmp_path):
    result = command("score", "sentences", rules, "--predictions", tmp_path / "no" / "out.csv")
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_an_offset_is_led_back_over_repaired_characters():
    places = Places("“One” two.\nThree", "â€œOneâ€\x9d two.\r\nThree")
    assert places.given(6) == "â€œOneâ€\x9d two.\r\nThree".index("two")
    assert places.given(11) == "â€œOneâ€\x9d two.\r\nThree".index("Three")


def test_an_expression_matches_one_other_the_most_alike_first():
    gold = [Span(0, 10), Span(12, 20)]
    found = [Span(0, 13), Span(0, 10), Span(14, 30)]
    assert matched(gold, found) == [(gold[0], found[1]), (gold[1], found[2])]


def test_a_class_that_nobody_has_counts_as_nothing():
    assert macro_f1(["a"], ["a"], ["a", "b"]) == 0.5
