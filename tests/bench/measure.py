"""What a briefing costs: seconds, memory and what is saved by what was read before, by size.

`python tests/bench/measure.py FOLDER [COUNT…]` makes corpora of so many articles (default: 5, 100
and 1000) and their briefings below FOLDER, and writes there benchmark.json, .txt and .png. It runs
on Linux and macOS. `--texts` names real texts to vary (a folder of .txt, or a .csv with the column
text); `--floor` also times the seeds against papermill runs of empty notebooks, by turns.

Seconds of a busy machine say little: processor seconds are told beside them.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import corpora

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
AS_OF = "2026-01-01"
SENTENCES = 300  # that the reader is measured on
FULL, MORE, NOTHING, ANEW = "full", "one article more", "nothing new", "as many, from nothing"
HEADS = ("articles", "run", "seconds", "processor s", "of full", "peak MB", "edition MB",
         "same bytes")  # fmt: skip


class Cost(NamedTuple):
    """What a command took: seconds, processor seconds, and the most memory of one process."""

    seconds: float
    processor: float
    megabytes: float


def cost(words: list[object]) -> Cost:
    """Runs a command with this Python; RuntimeError with what it said if it fails."""
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, *map(str, words)], stdout=-1, stderr=-2, text=True)
    said = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(said)
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(time.monotonic() - began, used.ru_utime + used.ru_stime, kilobytes / 1024)


def briefing(topic: Path, shelves: Path, *words: str) -> Cost:
    """Makes the briefing of a topic, its data and reports below `shelves`."""
    where = ["--out", shelves / "reports", "-p", "data", shelves / "data"]
    return cost(["-m", "pressbrief", "run", topic, *where, "--as-of", AS_OF, *words])


def of_size(count: int, texts: list[str], folder: Path) -> list[dict]:
    """The rows of a corpus: made from nothing, with nothing new, with one article more."""
    topic, kept, anew = (folder / str(count) / name for name in ("topic", "kept", "anew"))
    corpora.written(topic, count, texts)
    rows = [_row(count, FULL, briefing(topic, kept), kept)]
    rows.append(_row(count, NOTHING, briefing(topic, kept), kept))
    corpora.written(topic, count + 1, texts, first=count)
    rows.append(_row(count, MORE, briefing(topic, kept), kept))
    rows.append(_row(count, ANEW, briefing(topic, anew), anew))
    rows[2]["same bytes"] = _files(kept) == _files(anew)
    for row, whole in zip(rows, (rows[0], rows[0], rows[3], rows[3]), strict=True):
        row["of full"] = round(row["processor s"] / whole["processor s"], 3)
    return rows


def _row(count: int, run: str, took: Cost, shelves: Path) -> dict:
    edition = _newest(shelves)
    files = [path for path in edition.rglob("*") if path.is_file()]
    manifest = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))
    return {
        "articles": count,
        "run": run,
        "seconds": round(took.seconds, 1),
        "processor s": round(took.processor, 1),
        "peak MB": round(took.megabytes),
        "edition MB": round(sum(map(os.path.getsize, files)) / 1e6, 1),
        "stages": {name: one["seconds"] for name, one in manifest["sections"].items()},
    }


def _newest(shelves: Path) -> Path:
    return max((shelves / "reports" / "topic").glob("[0-9]*"), key=lambda path: path.name)


def _files(shelves: Path) -> dict[str, bytes]:
    """The tables of the newest edition, but for what changed since another."""
    folder = _newest(shelves) / "tables"
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.name != "changes.csv"}


def reader(texts: list[str]) -> dict:
    """Processor seconds of reading names, and of the network alone on the same batches."""
    from pressbrief.reader import model, names

    lines = [line.strip() for text in texts for line in text.split("\n")]
    sentences = [one for line in lines for one in line.split(". ") if 20 < len(one) < 400]
    session, fed = model.session(), []

    class Noted:
        def run(self, wanted, feed):
            fed.append((wanted, feed))
            return session.run(wanted, feed)

    model.session = Noted
    began = time.process_time()
    names(sentences[:SENTENCES])
    whole = time.process_time() - began
    began = time.process_time()
    for wanted, feed in fed:
        session.run(wanted, feed)
    bare = time.process_time() - began
    tokens = sum(feed["ids"].size for _, feed in fed)
    return {
        "sentences": len(sentences[:SENTENCES]),
        "microseconds a token": round(1e6 * whole / tokens, 1),
        "of bare onnxruntime": round(whole / bare, 2),
    }


def table(rows: list[dict]) -> str:
    """The rows as text, a line each.

    >>> print(table([{"articles": 5, "run": "full"}]).splitlines()[0].split()[:2])
    ['articles', 'run']
    """
    cells = [HEADS, *([str(row.get(head, "")) for head in HEADS] for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        for line in cells
    )


def plot(rows: list[dict], path: Path) -> None:
    """Processor seconds by articles, a line for each kind of run."""
    from matplotlib.figure import Figure

    figure = Figure((6, 4), layout="constrained")
    axes = figure.add_subplot(xscale="log", yscale="log", xlabel="articles", ylabel="processor s")
    for run in (FULL, MORE, NOTHING):
        own = [row for row in rows if row["run"] == run]
        xs, ys = [row["articles"] for row in own], [row["processor s"] for row in own]
        axes.plot(xs, ys, marker="o")
        axes.annotate(f" {run}", (xs[-1], ys[-1]))
    counts = sorted({row["articles"] for row in rows})
    axes.set_xticks(counts, map(str, counts))
    axes.minorticks_off()
    axes.margins(x=0.3)
    figure.savefig(path, dpi=150)


def main() -> None:
    """Measures, prints the table, and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("counts", nargs="*", type=int, default=[5, 100, 1000])
    parser.add_argument("--texts", type=Path, default=corpora.SEEDS)
    parser.add_argument("--floor", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    texts = corpora.texts_of(given.texts)
    made: dict = {"rows": [], "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None}
    for count in given.counts:
        made["rows"] += of_size(count, texts, given.folder)
        shutil.rmtree(given.folder / str(count))
    made["reader"] = reader(texts)
    if given.floor:
        import floor

        pairs = [(floor.seconds(floor.job), floor.seconds(floor.floor)) for _ in range(3)]
        made["of floor"] = sorted(round(one / least, 2) for one, least in pairs)[1]
    said = "\n".join([table(made["rows"]), *(f"{k}: {made[k]}" for k in made if k != "rows")])
    (given.folder / "benchmark.txt").write_text(said + "\n", encoding="utf-8")
    text = json.dumps(made, indent=2)
    (given.folder / "benchmark.json").write_text(text + "\n", encoding="utf-8")
    plot(made["rows"], given.folder / "benchmark.png")
    print(said)


if __name__ == "__main__":
    main()
