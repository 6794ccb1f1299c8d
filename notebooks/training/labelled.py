"""The labels of all heads as they lie in `labels/HEAD.jsonl`, and back to items with their texts.

A public text is never stored: an item names its document by the hash of its text and has offsets;
`items` reads the texts out of the folder of gold sets and checks them. Half of what made a label
lies beside: the guides, and which labeller decided. What two labellers decided differently a third
look settled (`settled.md`); `agreed` says of an item read twice whether both had said the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.drawing import check, texts
from training.drawing.texts import Document

FOLDER = Path(__file__).with_name("labels")
HEADS = ("appraisal", "happening", "reference", "same")
SETTLED = "settled"
# What the texts say themselves, and what only the labellers' chunks need.
NOT_KEPT = {"text", "before", "text_sha1", "chunk", "line", "name", "times"}


def packed(head: str, root: Path) -> Iterator[dict]:
    """A head's labelled items out of a labelling folder (items/, done/), without their texts."""
    said: dict[str, dict[str, dict]] = {}
    for path in sorted((root / "done" / head).glob("*/*.txt")):
        for id_, label, fault in check.parsed(head, path.stem, path.read_text(encoding="utf-8")):
            if label is not None:
                said.setdefault(id_, {})[path.parent.name] = label
            elif fault and path.parent.name != SETTLED:
                raise ValueError(f"{path}: {fault}")
    with (root / "items" / f"{head}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            item = json.loads(line)
            answers = said[item["id"]]
            label = answers.get(SETTLED) or next(iter(answers.values()))
            twice = [one for by, one in answers.items() if by != SETTLED]
            more = {"agreed": SETTLED not in answers} if len(twice) > 1 else {}
            yield {**_bare(item), "by": min(answers), **more, "label": label}


def _bare(value):
    """An item without what its text says."""
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if key not in NOT_KEPT}
        # A side of a pair names its actors by words, not by places.
        named = any(isinstance(one, str) for one in kept.get("actors", ()))
        return {key: _bare(one) for key, one in kept.items() if key != "actors" or not named}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def write(root: Path) -> None:
    """Packs a labelling folder into `labels/`: one JSON line an item."""
    for head in HEADS:
        with (FOLDER / f"{head}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for item in packed(head, root):
                file.write(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n")


def documents(gold: Path) -> dict[str, Document]:
    """The documents of the gold sets that labels may stand on, by the hash of their texts."""
    return {one.sha1: one for one in texts.documents(gold)}


def items(head: str, known: dict[str, Document]) -> Iterator[dict]:
    """A head's items with their texts, names and labels; KeyError if a document is another now."""
    with (FOLDER / f"{head}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield _told(json.loads(line), known)


def _told(item: dict, known: dict[str, Document]) -> dict:
    found = dict(item)
    if "a" in item and "b" in item:
        return found | {side: _told(item[side], known) for side in ("a", "b")}
    text = known[item["sha1"]].text[item["start"] : item["end"]]
    found["text"] = text
    for field in ("actors", "candidates"):
        if field in item and item[field] and isinstance(item[field][0], dict):
            found[field] = [{**one, "name": text[slice(*one["spans"][0])]} for one in item[field]]
    return found
