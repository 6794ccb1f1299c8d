"""ECB+'s annotation over the documents of texts.py: mentions with their places and their chains."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from training.drawing.texts import Document


class Marked(NamedTuple):
    """A mention: its tag, its characters in the document's text, its sentence, its chain.

    A mention that is linked to nothing has a chain of its own.
    """

    tag: str
    start: int
    end: int
    sentence: int
    chain: str


def marked(path: Path, document: Document) -> list[Marked]:
    """The mentions of an ECB+ or MEANTIME document, in the order of the text."""
    root = ElementTree.parse(path).getroot()
    tokens = {
        one.get("t_id"): (at, int(one.get("sentence"))) for at, one in enumerate(root.iter("token"))
    }
    chains = _chains(root, document.name)
    found = []
    for one in root.find("Markables"):
        anchors = [
            tokens[a.get("t_id")] for a in one.iter("token_anchor") if a.get("t_id") in tokens
        ]
        if anchors:
            start, end = document.words[anchors[0][0]][0], document.words[anchors[-1][0]][1]
            own = f"{document.name}:{one.get('m_id')}"
            chain = chains.get(one.get("m_id"), own)
            found.append(Marked(one.tag, start, end, anchors[0][1], chain))
    return sorted(found, key=lambda one: (one.start, one.end))


def _chains(root: ElementTree.Element, name: str) -> dict[str, str]:
    """Which chain each mention is in: across documents by the instance, within one by relation."""
    found: dict[str, str] = {}
    for kind in ("INTRA_DOC_COREF", "REFERS_TO", "CROSS_DOC_COREF"):
        for relation in root.iter(kind):
            target = relation.find("target")
            own = f"{name}:r{target.get('m_id') if target is not None else relation.get('r_id')}"
            chain = relation.get("note") or own if kind == "CROSS_DOC_COREF" else own
            for source in relation.iter("source"):
                found[source.get("m_id")] = chain
    return found


def checked(gold: Path) -> dict[str, set[int]]:
    """The sentences of each document whose annotation ECB+'s authors vouch for, by its name."""
    found: dict[str, set[int]] = defaultdict(set)
    path = gold / "events/ecbplus/ECBplus_coreference_sentences.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    return found
