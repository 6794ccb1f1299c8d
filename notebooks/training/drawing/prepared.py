"""What ECB+'s, GUM's and MEANTIME's own annotation teaches, drawn once into a folder."""

from __future__ import annotations

import json
from pathlib import Path

from training.drawing import chunks, coreference, same, store

FILES = ("coreference.jsonl", "same_ecbplus.jsonl")


def annotated(gold: Path, folder: Path) -> Path:
    """The folder with the items that need no labeller; written where it does not exist."""
    if not all((folder / name).exists() for name in FILES):
        folder.mkdir(parents=True, exist_ok=True)
        store.main(gold, [], folder / "read.pickle")
        found, held, said = chunks.stored(folder / "read.pickle")
        drawn = coreference.items(found, held, said, gold)
        _write(folder / FILES[0], chunks.rows_of("coreference", drawn))
        _write(folder / FILES[1], same.ecb_pairs(found, held, said, gold))
    return folder


def _write(path: Path, rows: list[dict]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
