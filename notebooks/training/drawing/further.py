"""Draws further sentences of the appraisal head: `python further.py READ GOLD ITEMS CHUNKS COUNT`.

What nobody has labelled yet, none of it held out: those in which the reader as it is suspects most
that somebody judges. An author who judges is rare and counts twice.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from pressbrief import reader
from training import labelled
from training.drawing import appraisal, chunks
from training.drawing.chunks import Drawn

AUTHOR = 2.0


def items(read: Path, gold: Path, count: int) -> list[Drawn]:
    """The `count` most suspected sentences that are still to label, mixed."""
    found, held, said = chunks.stored(read)
    marked = appraisal.newsmtsc_targets(gold)
    known = labelled.documents(gold)
    seen = {item["text"] for item in labelled.items("appraisal", known)}
    left: list[Drawn] = []
    for document in found:
        if document.sha1 in held:
            continue
        for one in appraisal.candidates(document, said[document.sha1], False, marked):
            if one.fields["text"] not in seen:
                seen.add(one.fields["text"])
                left.append(one)
    print(Counter(one.document.set for one in left))
    order = sorted(zip(suspicions(left), range(len(left)), strict=True), reverse=True)[:count]
    print("least suspicion", order[-1][0])
    drawn = [left[at].with_(rate="suspected") for _, at in order]
    random.Random("further").shuffle(drawn)
    return drawn


def suspicions(all_: Sequence[Drawn]) -> Iterator[float]:
    """How surely somebody judges somebody in each sentence, by today's reader."""
    asked = []
    for one in all_:
        actors = [tuple(map(tuple, actor["spans"])) for actor in one.fields["actors"]]
        for at, target in enumerate(actors):
            others = tuple(spans[0] for n, spans in enumerate(actors) if n != at)
            asked.append((one.fields["text"], target, others))
    answers = iter(reader.judgements(asked))
    for one in all_:
        yield max(_suspicion(next(answers)) for _ in one.fields["actors"])


def _suspicion(judgement: reader.Judgement) -> float:
    none = 1
    named = np.vstack([judgement.unnamed, judgement.others.reshape(-1, 3)])
    return max(AUTHOR * (1 - judgement.author[none]), float((1 - named[:, none]).max()))


def main(read: Path, gold: Path, out: Path, folder: Path, count: int) -> None:
    """Writes the items and their chunks and prints how many there are."""
    drawn = items(read, gold, count)
    rows = chunks.write("appraisal", drawn, 60, appraisal.shown, out, folder)
    print(Counter(row["set"] for row in rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), int(sys.argv[5]))
