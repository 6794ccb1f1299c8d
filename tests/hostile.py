"""Hostile topics, one table: each by its name, what it is made of, and what must come of it.

Beside each lies one good article, which must always be read. `python tests/hostile.py [NAME…]`
makes each a megabyte large, takes it through every step in a process of its own, and prints each
step's seconds, its megabytes and what came of it.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hostile_files import PLAIN
from hostile_packed import PACKED
from hostile_places import PLACES
from hostile_texts import GOOD, READ, SHAPES, TEXTS, Files, said, shape, varied


@dataclass(frozen=True)
class Case:
    """A hostile topic: `made` of a size in bytes gives its files, or lays them into a folder."""

    name: str
    made: Callable[..., Files | None]
    outcome: str  # read, skipped or refused, or how what is said of it begins
    whole: bool = False  # it goes through mentions, stance and timeline in the tests too
    lays: bool = False  # made of a folder: links, pipes, names


def lay(case: Case, folder: Path, size: int) -> None:
    """Makes a case's topic in a folder: the good article, and the hostile files."""
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    files = case.made(folder) if case.lays else case.made(size)
    for name, data in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)


def cases() -> Iterator[Case]:
    """The table."""
    for name, text in TEXTS.items():
        yield Case(f"text: {name}", said(text), READ, whole=True)
    for name, unit in SHAPES.items():
        yield Case(f"shape: {name}", shape(unit), READ, whole=True)
    yield Case("shape: no sentence twice", varied, READ)  # the reader's own pace: minutes
    for name, made, outcome in (*PACKED, *PLAIN):
        yield Case(f"file: {name}", made, outcome)
    for name, made, outcome in PLACES:
        yield Case(f"place: {name}", made, outcome, lays=True)


def taken(
    folder: Path, whole: bool, done: Callable[[str], object] = lambda step: None
) -> dict[str, str]:
    """Through the corpus step, and the others: each file and item with "read" or its reason.

    What refuses the topic stands under "", after "refused: ". `done` is told of each step's end.
    """
    from dataclasses import replace
    from datetime import date

    from pressbrief import corpus, mentions, topic
    from pressbrief.tables.select import naming

    try:
        subject = topic.load(folder)
        made = corpus.build(subject, date(2026, 11, 30))
    except topic.TopicError as error:
        return {"": f"refused: {error}"}
    done("corpus")
    if whole:
        from pressbrief import stance

        articles, sentences = made["articles"].assign(language="en"), made["sentences"]
        actors, found = mentions.build(subject, articles, sentences)
        mentions.offices(articles, sentences, found)
        done("mentions")
        named = naming(found)
        aimed = replace(subject, targets=mentions.targets(subject, actors, named))
        stance.build(aimed, articles, sentences, actors, named)
        done("stance")
        _timeline(made, articles, actors, named)
        done("timeline")
    read = dict.fromkeys(made["articles"]["file"], READ)
    skipped = zip(made["skipped"]["file"], made["skipped"]["reason"], strict=True)
    return read | {file: f"skipped: {why}" for file, why in skipped}


def _timeline(made: dict, articles, actors, named) -> None:
    from types import SimpleNamespace

    from pressbrief.sections import timeline_section

    known = {**made, "articles": articles, "actors": actors, "mentions": named}
    texts = dict(made["texts"].itertuples(index=False))
    list(timeline_section.build(SimpleNamespace(load=known.__getitem__, texts=texts)))


def _one(name: str) -> None:
    """One case at full size, as a line; in a process of its own."""
    import resource
    import tempfile
    import time

    case = next(one for one in cases() if one.name == name)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "topic"
        folder.mkdir()
        lay(case, folder, 1_000_000)
        laps = [("", time.process_time())]
        found = taken(folder, True, lambda step: laps.append((step, time.process_time())))
    told = sorted({outcome[:60] for file, outcome in found.items() if file != "good.txt"})
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    steps = [f"{step} {end - begin:5.1f} s" for (_, begin), (step, end) in itertools.pairwise(laps)]
    print(
        f"{case.name:40} {', '.join(steps)}, {megabytes} MB, {'; '.join(told)[:80]!r}", flush=True
    )


def _all(wanted: list[str]) -> None:
    import subprocess

    for one in cases():
        if not wanted or any(part in one.name for part in wanted):
            try:
                command = [sys.executable, __file__, "--one", one.name]
                failed = subprocess.run(command, timeout=600).returncode
            except subprocess.TimeoutExpired:
                failed = "no end in 600 s"
            if failed:
                print(f"{one.name:45} failed: {failed}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2])
    else:
        _all(sys.argv[1:])
