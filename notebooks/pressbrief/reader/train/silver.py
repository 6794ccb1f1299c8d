"""Unlabelled sentences with the names that a first reader found in them, to train the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

import torch

from pressbrief.reader import tagging
from pressbrief.reader.tokens import pieces
from pressbrief.reader.train import batches
from pressbrief.reader.train.network import Network
from pressbrief.reader.train.sets import Named

SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")
SURE = 0.5
SHORTEST = 30


def sentences(paragraphs: Sequence[str]) -> list[str]:
    """The sentences of *paragraphs*, roughly; too short ones are headings and are left out."""
    parts = (part.strip() for text in paragraphs for part in SENTENCE_END.split(text))
    return sorted({part for part in parts if len(part) >= SHORTEST})


def labelled(network: Network, texts: Sequence[str], size: int = 64) -> list[Named]:
    """*texts* with the names that *network* is sure of; those with a doubtful one are left out."""
    network.eval()
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    found = []
    for start in range(0, len(order), size):
        chosen = [texts[at] for at in order[start : start + size]]
        batch = batches.batch(batches.rows([Named(text) for text in chosen]))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            chances = network(*batch[:3])[0].float().softmax(-1).numpy()
        for text, cut, chance in zip(chosen, pieces(chosen), chances, strict=True):
            if len(cut.ids) <= batches.LONGEST:
                names = tagging.spans(cut, text, chance[1 : 1 + len(cut.ids)])
                if all(name.probability >= SURE for name in names):
                    found.append(Named(text, tuple(tuple(name[:3]) for name in names)))
    return found
