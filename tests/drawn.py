"""Tables for charts, and what is true of every figure."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

from pressbrief import tables
from pressbrief.charts import labels
from pressbrief.english.days import precision

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "<script>alert(1)</script> $x^2$ \x00 \u202e=cmd() #set page & 漢字 😀 عربي " + "w" * 10_000
)
STATES = ["Japan", "China", "Russia", "United States", "Afghanistan", "Pakistan", "Iran", "India"]


def source_row(source, target, critical=0, favourable=0, *, n=20, verdict="", words=""):
    """A row of stance_by_source of one article's counted sentences."""
    found = "none voiced"
    if critical + favourable:
        found = "critical" if critical > favourable else "favourable"
    mean = (favourable - critical) / n
    counts = source, target, n, critical, favourable, mean, None, None, 0.0
    return (*counts, verdict or found, words, 1, "")


def stances(*rows):
    return tables.frame("stance_by_source", list(rows))


def many_stances(sources, targets):
    return stances(
        *(
            source_row(f"Paper {i}", target, (7 * i + 3 * j) % 5, (5 * i + j) % 3, n=8 + i % 9)
            for i in range(sources)
            for j, target in enumerate(targets)
        )
    )


def article(i, *, first="", last="", publisher="unknown", copy_of="", language="en", words=500):
    precision = "day" if first and first == last else "unknown"
    return (
        f"{i:012x}", f"a{i:03}.txt", publisher, "unknown", "", "unknown", "unknown",
        "unknown", language, first, last, precision, "stated", words, 20, copy_of, "0" * 64,
    )  # fmt: skip


def articles(*rows):
    return tables.frame("articles", list(rows))


def mention(i, actor, kind="name", start=0):
    return (f"{i:012x}", 1, start, start + 1, actor[:1], actor, "state", kind)


def mentions(*counts):
    """Mentions from (article, actor, kind, how many)."""
    rows = [
        mention(i, actor, kind, start=1000 * number + place)
        for number, (i, actor, kind, count) in enumerate(counts)
        for place in range(count)
    ]
    return tables.frame("mentions", rows)


def _precision(first, last):
    return precision(*(date.fromisoformat(day) if day else None for day in (first, last)))


def events(*rows):
    """Events from (earliest, latest, status, summary, sources), told by articles 0, 1, …"""
    found = [
        (
            f"ev{i}",
            first,
            last,
            _precision(first, last),
            status,
            text,
            text,
            "",
            "",
            sources,
            sources,
            "",
        )
        for i, (first, last, status, text, sources) in enumerate(rows)
    ]
    told = [
        (f"ev{i}", f"{k:012x}", 1, 0, 9, row[0], row[1], row[2])
        for i, row in enumerate(rows)
        for k in range(row[4])
    ]
    return tables.frame("events", found), tables.frame("event_mentions", told)


def elements(figure, tag):
    return ElementTree.fromstring(figure.svg).findall(f".//{SVG}{tag}")


def texts(figure):
    return [element.text or "" for element in elements(figure, "text")]


def titles(figure):
    return [element.text for element in elements(figure, "title")]


def extent(figure, says):
    """Left and right end of the mark whose tooltip begins with `says`, in points."""
    for group in elements(figure, "g"):
        title = group.find(f".//{SVG}title")
        marked = group.get("id", "").startswith(f"{figure.id}-mark-")
        if marked and title is not None and title.text.startswith(says):
            path = group.find(f".//{SVG}path").get("d")
            xs = [float(x) for x in re.findall(r"[ML] ([-\d.]+) ", path)]
            return min(xs), max(xs)
    raise AssertionError(f"no mark says {says!r}; there are {titles(figure)}")


def assert_sound(figure):
    """Holds what is true of every figure: bytes, words, safety, and texts that do not collide."""
    assert len(figure.title.split()) <= 10, figure.title
    figure.check()
    assert figure.svg.startswith("<svg")
    for forbidden in ("<style", " style=", "<script", "<metadata", "xlink:", "\x00", "\u202e"):
        assert forbidden not in figure.svg
    root = ElementTree.fromstring(figure.svg)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(one == figure.id or one.startswith(f"{figure.id}-") for one in ids)
    wide, tall = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    boxes = []
    for element in root.iter(f"{SVG}text"):
        size = float(element.get("font-size").removesuffix("px"))
        assert size >= 8
        long = 72 * labels.width(element.text, size) / labels.SAFETY
        anchor = {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor"), 0.0)
        x, y = float(element.get("x")) - anchor * long, float(element.get("y"))
        boxes.append((x, x + long, y - 0.7 * size, y + 0.15 * size, element.text))
    for left, right, top, bottom, text in boxes:
        assert left >= -0.5 and right <= wide + 0.5 and top >= 0 and bottom <= tall, text
    for one, other in combinations(boxes, 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        assert apart, f"{one[4]!r} collides with {other[4]!r}"
    assert len(figure.data.evidence) in (0, len(figure.data.rows))
