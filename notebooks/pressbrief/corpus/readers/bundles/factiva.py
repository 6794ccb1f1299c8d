"""Files of Factiva: articles that end in "Document" and a number, in fields or in lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from pressbrief.corpus.bylines import byline, may_be_authors
from pressbrief.corpus.lines import Line
from pressbrief.corpus.readers.author_fields import authors
from pressbrief.corpus.readers.bundles.told_apart import Told, language, publication_day
from pressbrief.english.word_lists import table

BASIS = "the database's entry"
CODES = table("databases/factiva")
END = re.compile(r"\s*(?:AN\b[\s|]*)?Document\s+[A-Z][A-Za-z0-9]{13,60}[\s|.]*")
CODE = re.compile(r"\s*([A-Z]{2,3})(?:[ ]*\|\s*|\t\s*|[ ]{2,}|\s*$)")
COUNT = re.compile(r"\s*\d{1,3}(?:[,.]?\d{3})*\s+words\s*", re.I)
COPYRIGHT = re.compile(r"\s*(?:\(c\)|©|Copyright\b).*", re.I)
HOUR = re.compile(r"\s*\d{1,2}:\d\d(?:\s*[AP]M)?(?:\s+[A-Z]{2,4})?\s*")
# What stands between the day and the text: hour, publication, its code, volume, edition, page.
MAX_FIELDS = 12
# A line above the headline that is so short is the section's name. A guess.
SECTION_WORDS = 3


def told(lines: list[str]) -> list[Told] | None:
    """The articles of a file's lines; None if the file is none of Factiva's.

    >>> lines = "Talks end|2 words|1 May 2025|NHK|NHKW|English|(c) 2025 NHK|It ended."
    >>> [one] = told([*lines.split("|"), "Document NHKW000020250501el1100001"])
    >>> one.headline, one.publisher, one.published, one.body
    ('Talks end', 'NHK', '2025-05-01', ['It ended.'])
    """
    entries: list[list[str]] = [[]]
    for line in lines:
        entries[-1].append(line)
        if END.fullmatch(line):
            entries.append([])
    after = entries.pop()
    tellers = [_teller(entry) for entry in entries]
    if not entries or not all(tellers):
        return None
    found = [teller(entry) for teller, entry in zip(tellers, entries, strict=True) if teller]
    last = _teller(after)
    if last:
        found.append(last(after))
    else:
        found[-1].around += after
    return found


def _teller(entry: list[str]) -> Callable[[list[str]], Told] | None:
    """How an entry is set: with a code before each field, or without."""
    codes = {found[1] for line in entry if (found := _code(line))}
    if "HD" in codes and codes & {"LP", "TD"}:
        return _by_codes
    return _by_place if any(COUNT.fullmatch(line) for line in entry) else None


def _code(line: str) -> re.Match[str] | None:
    found = CODE.match(line)
    return found if found and found[1] in CODES else None


def _by_codes(lines: list[str]) -> Told:
    one = Told()
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found = _code(line)
        code = found[1] if found else code
        said = line[found.end() :] if found else line
        fields.setdefault(code, []).append(said.strip().rstrip("|").strip())
        if CODES.get(code, "other") != "text" or END.fullmatch(line):
            one.around += [line] if CODES.get(code) != "headline" else []
    _take(fields, one)
    return one


def _take(fields: dict[str, list[str]], one: Told) -> None:
    joined = {code: " ".join(part for part in said if part) for code, said in fields.items()}
    one.headline = joined.get("HD", "")
    one.authors = _authors(joined.get("BY", ""))
    one.publisher = joined.get("SN", "")
    one.published = publication_day(joined.get("PD", ""))
    one.language = language(joined.get("LA", ""))
    for code in ("LP", "TD"):
        if code in fields:
            body = [line for line in fields[code] if not END.fullmatch(line)]
            one.body += [*body, ""]


def _by_place(lines: list[str]) -> Told:
    """An entry without codes: above the count of words its head, below it day and publication."""
    one = Told()
    filled = [at for at, line in enumerate(lines) if line.strip()]
    counted = next(at for at in filled if COUNT.fullmatch(lines[at]))
    _take_head([lines[at].strip() for at in filled if at < counted], lines, one)
    below = [at for at in filled if at > counted]
    fields = list(takewhile(lambda at: not COPYRIGHT.fullmatch(lines[at]), below[:MAX_FIELDS]))
    if len(fields) == min(len(below), MAX_FIELDS):  # no notice of copyright: the language ends them
        fields = _down_to_language(fields, lines)
    elif len(fields) < len(below):
        fields.append(below[len(fields)])
    _take_fields([lines[at].strip() for at in fields], one)
    one.around += [lines[at] for at in [counted, *fields]]
    start = fields[-1] + 1 if fields else counted + 1
    for line in lines[start:]:
        (one.around if END.fullmatch(line) else one.body).append(line)
    return one


def _down_to_language(fields: list[int], lines: list[str]) -> list[int]:
    """The fields down to the language; without one those that no sentence can be."""
    ends = [at for at, place in enumerate(fields) if language(lines[place])]
    return fields[: ends[0] + 1] if ends else fields[:3]


def _take_head(head: list[str], lines: list[str], one: Told) -> None:
    """The section, the headline and the byline above the count of words."""
    if len(head) > 1 and (said := byline(head[-1])):
        one.authors = said[0]
        one.around.append(head.pop())
    elif len(head) > 1 and may_be_authors(head[-1], _as_lines(lines)):
        one.authors = _authors(head[-1])
        one.around.append(head.pop())
    if len(head) > 1 and len(head[0].split()) <= SECTION_WORDS < len(head[1].split()):
        one.around.append(head.pop(0))
    one.headline = " ".join(head)


def _as_lines(lines: list[str]) -> list[Line]:
    """The lines that can be text, as those that tell authors from topics take them."""
    return [Line(0, len(line), line) for line in lines if len(line.split()) > 8]


def _take_fields(fields: list[str], one: Told) -> None:
    days = [at for at, line in enumerate(fields) if publication_day(line)]
    if not days:
        return
    one.published = publication_day(fields[days[0]])
    left = [line for line in fields[days[0] + 1 :] if not HOUR.fullmatch(line)]
    one.publisher = left[0] if left and not COPYRIGHT.fullmatch(left[0]) else ""
    one.language = next((code for line in left[1:] if (code := language(line))), "")


def _authors(said: str) -> list[str]:
    told = byline(said)
    return told[0] if told else authors(said)
