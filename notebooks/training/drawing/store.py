"""Reads all documents once and keeps what was read: `python store.py GOLD OUT`."""

import pickle
import sys
import time
from pathlib import Path

from training.drawing import reading, texts


def main(gold: Path, seeds: list[Path], out: Path) -> None:
    """Writes documents, held-out hashes and sentences as a pickle."""
    found = texts.documents(gold)
    others = [
        path.read_text("utf-8", "replace")
        for folder in seeds
        for path in folder.rglob("*")
        if path.suffix in (".txt", ".md", ".html", ".csv", ".tsv")
    ]
    kept = texts.unlike(found, others)
    held = texts.held_out(kept)
    print(
        len(found),
        "documents,",
        len(found) - len(kept),
        "among seeds or cases,",
        len(held),
        "held out",
    )
    begin = time.time()
    said = reading.read(kept)
    print("read in", round(time.time() - begin), "s")
    out.write_bytes(pickle.dumps((kept, held, said)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[3:]], Path(sys.argv[2]))
