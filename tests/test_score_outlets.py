"""What outlets say of whom, on a story in small in SEESAW's format."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from pressbrief import reader, score
from pressbrief.run.parameters import Parameters
from pressbrief.score import outlets_task, seesaw

AS_OF = date(2026, 1, 31)
BLAMING = ["Japan was shoddy again.", "Japan is a sorry disgrace.", "The talks in Japan failed.",
           "Japan was simply late."]  # fmt: skip
PLAIN = ["Japan met Peru for talks on Tuesday.", "At the end of the day Peru blamed Japan.",
         "It is said that the talks in Japan go on."]  # fmt: skip
WORDS = ("shoddy", "sorry disgrace", "failed", "blamed", "simply late")


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch):
    """A reader that knows a few words of blame, and no name that is not listed."""

    def judgement(text, places, others):
        nothing = np.float32([0, 1, 0])
        word = next((one for one in WORDS if one in text), "")
        blamed = (
            np.float32([0.9, 0.1, 0]) if word and "Japan" in text[slice(*places[0])] else nothing
        )
        held = np.array([blamed] * len(others), np.float32).reshape(-1, 3)
        start = text.index(word)
        own = nothing if others else blamed
        return reader.Judgement(own, nothing, held, nothing, (start, start + len(word)))

    monkeypatch.setattr(reader, "judgements", lambda asked: [judgement(*one) for one in asked])
    monkeypatch.setattr(reader, "names", lambda texts: [[] for _ in texts])


def story(folder: Path) -> Path:
    """One story, two outlets: the first blames Japan itself, in the second Peru does."""
    meta = {"story_time": "2025-03-05"}
    for number, (outlet, said, level, triples) in enumerate(
        [
            ("Daily", BLAMING, "Negative", [("0", "None")]),
            ("Wire", PLAIN, "Neutral", [("1", "Peru")]),
        ]
    ):
        meta[f"Meta info for article {number}"] = {"source": outlet}
        name = f"TRIPLET_000_DOCUMENT_{number}.json"
        text = [{"id": at, "text": sentence} for at, sentence in enumerate(said)]
        stances = {
            at: [{"subject": source, "sentiment": "NEG", "object": "Japan"}]
            for at, source in triples
        }
        annotation = {
            "entity lists": [["Japan", ["GPE"], ["Main"], ["A"]],
                             ["talks", ["Topic"], ["Main"], ["A"]],
                             ["Peru", ["GPE"], ["Salient"], ["A"]]],
            "entity sentiments": {"Japan": [[level, "A"]], "talks": [["Negative", "A"]],
                                  "Peru": [["Neutral", "A"]]},
            "sentence-level stances": stances,
        }  # fmt: skip
        _write(folder / "articles" / name, {"title": "Talks went on in Tokyo", "text": text})
        _write(folder / "annotations" / name, annotation)
    _write(folder / "meta" / "TRIPLET_000.json", meta)
    return folder


def _write(path: Path, said: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(said), encoding="utf-8")


def test_outlets(tmp_path):
    said = json.loads(score.run("outlets", story(tmp_path / "set"), AS_OF).result)
    # Four entities: one critical, three neutral, all told. Of five judgements the set has two.
    assert said == {
        "set": f"{tmp_path.name}/set",
        "items": 4,
        "article_macro_f1": round(2 / 3, 4),
        "critical_precision": 1,
        "favourable_precision": 0,
        "holder_f1": round(2 * 2 / (2 + 5), 4),
        "order": 1,
        "actors_found": 1,
    }


def test_the_verdicts_are_a_run_s():
    asked, plain = outlets_task.ASKED._asdict(), Parameters()
    assert asked == {name: getattr(plain, name) for name in asked}


@pytest.mark.parametrize("missing", ["meta", "annotations"])
def test_a_folder_that_is_none_is_refused_by_name(tmp_path, missing):
    folder = story(tmp_path / "set")
    for path in (folder / missing).iterdir():
        path.unlink()
    with pytest.raises(score.ScoreError, match=r"SEESAW|no such file|cannot be read"):
        list(seesaw.stories(folder))


def test_who_bears_all_of_a_name_is_it_before_who_bears_a_part():
    court, country = "Supreme Court of the United States", "United States"
    rows = [(court, "organisation", "", court, "discovered"), (country, "state", "", "U.S.", "x")]
    open_ = ("Clinton (Bill Clinton or Hillary Clinton)", "person", "", "Clinton", "unresolved")
    whole = ("Hillary Clinton", "person", "", "Hillary Clinton", "discovered")
    actors = pd.DataFrame(
        [*rows, whole, open_], columns=["actor", "actor_type", "part_of", "names", "origin"]
    )
    found = pd.DataFrame({"actor": actors["actor"], "kind": "name"})
    known = outlets_task._known([court, "Hillary Clinton"], actors, found)
    assert known == {court: court, "Hillary Clinton": ""}  # whose "Clinton" is, nobody knows
