"""Gold entities: re3d's same-as relations, and MEANTIME's entities across documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from pressbrief.score.documents import files_in, text_of
from pressbrief.score.measured import ScoreError, Span
from pressbrief.score.running_text import running

EXPECTED = (
    "a folder of re3d (documents.json, entities.json, relations.json) or of CAT .xml documents "
    "with ENTITY_MENTION"
)
RE3D_TYPES = ("Person", "Organisation", "Location")
CAT_TYPES = ("PER", "ORG", "LOC")
CAT_NAMES = ("NAM", "PRE.NAM")


@dataclass
class Gold:
    """Documents by name: their texts, and their mentions with the entity as `value`."""

    texts: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, list[Span]] = field(default_factory=dict)


def read(path: Path) -> Gold:
    """The documents and mentions at a path; ScoreError if there are none."""
    is_re3d = path.is_dir() and any(path.rglob("entities.json"))
    gold = _re3d(path) if is_re3d else _meantime(path)
    if not any(gold.mentions.values()):
        raise ScoreError(f"{path}: no mention of a person, organisation or place; {EXPECTED}")
    return gold


def _re3d(path: Path) -> Gold:
    """Names that a relation says to be the same; others are not asked, since the set leaves it
    open whether they are (a surname and its full name mostly stand without a relation).
    """
    gold = Gold()
    for folder in sorted(file.parent for file in path.rglob("entities.json")):
        for row in _rows(folder / "documents.json"):
            gold.texts[row["_id"]] = row["text"]
        named = {
            (row["documentId"], row["begin"], row["end"])
            for row in _rows(folder / "entities.json")
            if row["type"] in RE3D_TYPES and any(map(str.isupper, row["value"]))
        }
        pairs = []
        for row in _rows(folder / "relations.json"):
            ends = [
                (row["documentId"], row[f"{side}Begin"], row[f"{side}End"])
                for side in ("source", "target")
            ]
            if row["type"] == "IsSynonymOf" and row["confidence"] > 0.5 and named >= set(ends):
                pairs.append(ends)
        for place, first in sorted(_joined(pairs).items()):
            name, start, end = place
            entity = f"{name}/{first[1]}-{first[2]}"
            gold.mentions.setdefault(name, []).append(Span(start, end, "name", entity))
    return gold


def _rows(file: Path) -> Iterator[dict]:
    for number, line in enumerate(text_of(file).splitlines(), 1):
        try:
            if line.strip():
                yield json.loads(line)
        except ValueError as error:
            raise ScoreError(f"{file}, line {number}: {error}; expected {EXPECTED}") from None


def _joined(pairs: list[list[tuple]]) -> dict[tuple, tuple]:
    """Each place of the pairs with the first of those that it is the same as."""
    first = {place: place for pair in pairs for place in pair}

    def root(place: tuple) -> tuple:
        while first[place] != place:
            place = first[place]
        return place

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return {place: root(place) for place in first}


def _meantime(path: Path) -> Gold:
    """Names are one entity, in whatever document, if they refer to one instance."""
    gold = Gold()
    for file in files_in(path, (".xml",), EXPECTED):
        name = file.relative_to(path).as_posix()
        try:
            gold.texts[name], gold.mentions[name] = _cat(ElementTree.parse(file).getroot())
        except (ElementTree.ParseError, KeyError, OSError) as error:
            raise ScoreError(f"{file}: {error!r}; expected {EXPECTED}") from None
    return gold


def _cat(root: ElementTree.Element) -> tuple[str, list[Span]]:
    tokens = [(one.get("sentence"), one) for one in root.iter("token")]
    text, where = running((sentence, token.text or "") for sentence, token in tokens)
    places = {token.attrib["t_id"]: place for (_, token), place in zip(tokens, where, strict=True)}
    entities = {
        one.attrib["m_id"]: one.get("external_ref", "").strip() or one.get("instance_id", "")
        for one in root.iter("ENTITY")
        if one.get("ent_type") in CAT_TYPES
    }
    refers = {
        source.attrib["m_id"]: entities[target.attrib["m_id"]]
        for link in root.iter("REFERS_TO")
        for target in link.iter("target")
        if target.attrib["m_id"] in entities
        for source in link.iter("source")
    }
    found = []
    for one in root.iter("ENTITY_MENTION"):
        anchors = [places[anchor.attrib["t_id"]] for anchor in one.iter("token_anchor")]
        if anchors and one.get("syntactic_type") in CAT_NAMES and one.attrib["m_id"] in refers:
            start, end = min(at for at, _ in anchors), max(end for _, end in anchors)
            found.append(Span(start, end, "name", refers[one.attrib["m_id"]]))
    return text, sorted(found)
