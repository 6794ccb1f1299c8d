"""Files of Nexis Uni and LexisNexis: "End of Document" or "1 of 3 DOCUMENTS", then an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from pressbrief.corpus.bylines import is_date
from pressbrief.corpus.readers.author_fields import authors
from pressbrief.corpus.readers.bundles.told_apart import (
    Told,
    labelled,
    language,
    publication_day,
)
from pressbrief.english.word_lists import table

BASIS = "the database's entry"
LABELS = table("databases/nexis")
END = re.compile(r"\s*End of Document\s*", re.I)
NUMBERED = re.compile(r"\s*(?:Document\s+)?(\d{1,6}) of (\d{1,6}) (?:DOCUMENTS?|Documents?)\s*")
COPYRIGHT = re.compile(r"\s*(?:Copyright\b|©|\(c\)).*|\s*All Rights Reserved\.?\s*", re.I)
# A line of the cover page that names an article: "1. Talks end in Tokyo".
LISTED = re.compile(r"(\d{1,4})\.\s+(\S.*)")
# Words of a field without its colon, on a line of their own.
BODY, TAIL = "body", {"classification", "graphic"}
# An article's date stands in its first lines: headline, publication, date.
MAX_HEAD = 16
CENTRED = 10


def told(lines: list[str]) -> list[Told] | None:
    """The articles of a file's lines, with the file's cover around the first; None of another kind.

    >>> lines = ["Talks end", "NHK", "May 1, 2025", "Length: 2 words", "Body", "It ended."]
    >>> [one] = told([*lines, "End of Document"])
    >>> one.headline, one.publisher, one.published, one.body
    ('Talks end', 'NHK', '2025-05-01', ['It ended.'])
    """
    parts = _by_ends(lines) or _by_numbers(lines)
    if not parts:
        return None
    cover, entries = parts
    found = [_article(entry) for entry in entries]
    found[0].around[:0] = cover
    return found


def _parted(lines: list[str], is_mark: Callable[[str], object]) -> list[list[str]]:
    """The lines before, between and after those that are marks."""
    entries: list[list[str]] = [[]]
    for line in lines:
        if is_mark(line):
            entries.append([])
        else:
            entries[-1].append(line)
    return entries


def _by_ends(lines: list[str]) -> tuple[list[str], list[list[str]]] | None:
    entries = _parted(lines, END.fullmatch)
    after = entries.pop()
    if not entries or not any(_is_field(line) for line in entries[0]):
        return None
    cover, entries[0] = _cover(entries[0])
    if any(line.strip() for line in after):
        # What follows the last end is an article whose end was cut off, or the file's own foot.
        if any(_is_field(line) for line in after):
            entries.append(after)
        else:
            cover = cover + after
    return cover, entries


def _by_numbers(lines: list[str]) -> tuple[list[str], list[list[str]]] | None:
    entries = _parted(lines, NUMBERED.fullmatch)
    if len(entries) < 2 or not any(_is_field(line) for line in entries[1]):
        return None
    return entries[0], entries[1:]


def _is_field(line: str) -> bool:
    """Whether a line is a field that only these databases print."""
    said = labelled(line, LABELS)
    return bool(
        said and said[1] in ("length", "load-date", "byline", "section", "publication-type")
    )


def _cover(lines: list[str]) -> tuple[list[str], list[str]]:
    """The cover page and the first article: it begins at the title that the cover lists first."""
    titles = [found[2] for line in lines if (found := LISTED.fullmatch(line.strip()))]
    at = next((at for at, line in enumerate(lines) if titles and line.strip() == titles[0]), None)
    if at is None:
        dated = [at for at, line in enumerate(lines) if _is_date_line(line)]
        heads = [at for at, line in enumerate(lines[: dated[0]]) if line.strip()] if dated else []
        at = heads[-2] if len(heads) > 1 else 0
    return lines[:at], lines[at:]


def _is_date_line(line: str) -> bool:
    line = line.strip()
    return len(line) <= 80 and ":" not in line.split(" ")[0] and is_date(line)


def _article(lines: list[str]) -> Told:
    """An entry's head, its fields, its text, and the fields below it."""
    one = Told()
    filled = [at for at, line in enumerate(lines) if line.strip()]
    dated = next((at for at in filled[:MAX_HEAD] if _is_date_line(lines[at])), None)
    if dated is not None:
        one.published = publication_day(lines[dated])
    above = [at for at in filled if dated is not None and at < dated]
    below = [at for at in filled if dated is None or at > dated]
    if above:
        one.publisher = lines[above[-1]].strip()
        one.headline = " ".join(lines[at].strip() for at in above[:-1])
    head = list(takewhile(lambda at: not _begins_field(lines[at]), below))
    if not one.headline:
        one.headline = " ".join(lines[at].strip() for at in head if not _is_edition(lines[at]))
    else:
        one.around += [lines[at] for at in head]
    rest = below[len(head) :]
    _take_fields(lines[rest[0] :] if rest else [], one)
    return one


def _is_edition(line: str) -> bool:
    """Whether a line below the date is the edition's: it is centred, or says so."""
    indented = len(line) - len(line.lstrip()) >= CENTRED
    return indented or bool(re.search(r"\bedition$", line.strip()[-20:], re.I))


def _begins_field(line: str) -> bool:
    return bool(labelled(line, LABELS) or COPYRIGHT.fullmatch(line) or line.strip().lower() == BODY)


def _take_fields(lines: list[str], one: Told) -> None:
    """The fields, each until the next or a blank line, the text, and what stands below it."""
    holds, body, tail = "", False, False
    for line in lines:
        said = labelled(line, LABELS)
        bare = line.strip().lower()
        if tail or (body and _begins_tail(said, bare)):
            tail = True
            one.around.append(line)
            _take_tail(said, one)
        elif body and not (bare == BODY and not any(map(str.strip, one.body))):
            one.body.append(line)
        elif bare == BODY or (said and said[0] == "text"):
            body = True
            one.body += [said[2]] if said else []
        elif said:
            holds = said[0]
            one.around += [line] if holds != "lead" else []
            _take(holds, said[2], one)
        elif COPYRIGHT.fullmatch(line):
            holds = "other"
            one.around.append(line)
        elif not bare:
            holds = ""
        elif holds and holds != "lead":
            one.around.append(line)
            one.headline += f" {line.strip()}" if holds == "headline" else ""
        else:
            body = not holds
            one.body.append(line)


def _begins_tail(said: tuple[str, str, str] | None, bare: str) -> bool:
    return bare in TAIL or bool(said and said[0] in ("tail", "language"))


def _take_tail(said: tuple[str, str, str] | None, one: Told) -> None:
    if said and said[0] == "language":
        one.language = language(said[2])


def _take(holds: str, value: str, one: Told) -> None:
    if holds == "headline":
        one.headline = value
    elif holds == "authors":
        one.authors = authors(value)
    elif holds == "language":
        one.language = language(value)
    elif holds == "lead":
        one.body += [value, ""]
    elif holds == "url":
        one.url = value
