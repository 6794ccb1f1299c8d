"""Files of ProQuest: "Document 1 of 3" or a ruled line, then fields, each with its label."""

from __future__ import annotations

import re

from pressbrief.corpus.readers.author_fields import authors
from pressbrief.corpus.readers.bundles.told_apart import (
    Told,
    given_first,
    labelled,
    language,
    publication_day,
)
from pressbrief.english.word_lists import table

BASIS = "the database's entry"
LABELS = table("databases/proquest")
NUMBERED = re.compile(r"\s*Document \d{1,6} of \d{1,6}\s*", re.I)
RULED = re.compile(r"\s*[_=-]{20,}\s*")
# Newer files set these as headings.
HEADINGS = {"full text": "text", "abstract": "summary", "details": "other", "links": "other"}
# So many of its labels make an entry ProQuest's. A guess.
MIN_LABELS = 3
# "The Northport Herald ; Nairobi [Nairobi]. 12 Jan 2026: 9." and its place.
IMPRINT = re.compile(r"([^;.\[\]]{2,120})")
SUMMARY = "its text is its abstract: this may be a summary"


def told(lines: list[str]) -> list[Told] | None:
    """The articles of a file's lines, with the file's cover around the first; None of another kind.

    >>> lines = "Document 1 of 1|Title: Talks end|Publication title: NHK|Full text: It ended."
    >>> [one] = told([*lines.split("|"), "Publication date: May 1, 2025"])
    >>> one.headline, one.publisher, one.published, one.body
    ('Talks end', 'NHK', '2025-05-01', ['It ended.'])
    """
    numbered = any(NUMBERED.fullmatch(line) for line in lines)
    entries: list[list[str]] = [[]]
    for line in lines:
        if (NUMBERED if numbered else RULED).fullmatch(line):
            entries.append([])
        entries[-1].append(line)
    ours = [_is_entry(entry) for entry in entries]
    if not any(ours):
        return None
    found: list[Told] = []
    around: list[str] = []
    for entry, is_ours in zip(entries, ours, strict=True):
        if is_ours:
            found.append(_article(entry))
        elif found:
            found[-1].around += entry
        else:
            around += entry
    found[0].around[:0] = around
    return found


def _is_entry(lines: list[str]) -> bool:
    fields = {said[1]: said[0] for line in lines if (said := labelled(line, LABELS))}
    own = fields.keys() & {"publication info", "publication title", "publication date", "full text"}
    return bool(own) and len(fields) >= MIN_LABELS


def _article(lines: list[str]) -> Told:
    one = Told()
    fields: dict[str, list[str]] = {}
    holds = ""
    for line in lines:
        said = labelled(line, LABELS)
        bare = line.strip().rstrip(":").lower()
        if said or bare in HEADINGS:
            holds = said[0] if said else HEADINGS[bare]
        value = said[2] if said else "" if bare in HEADINGS else line
        if RULED.fullmatch(line) or NUMBERED.fullmatch(line):
            one.around.append(line)
            holds = holds if holds in ("text", "summary") else ""
            continue
        if holds == "headline" and fields.get("headline"):
            holds, value = "other", line  # the same title again, below the text
        fields.setdefault(holds, []).append(value)
        if holds not in ("text", "summary", "headline", ""):
            one.around.append(line)
    _take(fields, one)
    return one


def _take(fields: dict[str, list[str]], one: Told) -> None:
    joined = {holds: " ".join(filter(None, map(str.strip, said))) for holds, said in fields.items()}
    imprint = joined.get("imprint", "")
    one.headline = joined.get("headline") or joined.get("", "")
    named = [part for name in joined.get("authors", "").split(";") for part in authors_of(name)]
    one.authors = list(dict.fromkeys(named))
    found = IMPRINT.match(imprint)
    one.publisher = joined.get("publisher") or (found[1].strip() if found else "")
    one.published = publication_day(joined.get("published", "")) or publication_day(imprint)
    one.language = language(joined.get("language", ""))
    one.url = joined.get("url", "").split(" ")[0]
    one.body = fields.get("text", [])
    summary = fields.get("summary", [])
    if any(map(str.strip, one.body)):
        one.around += summary
    else:
        one.body = summary
        one.notes = (SUMMARY,) if any(map(str.strip, summary)) else ()


def authors_of(name: str) -> list[str]:
    """The authors that one part of a list names, the family's name first or last.

    >>> authors_of("Walker, Lee Jay"), authors_of("Unknown")
    (['Lee Jay Walker'], [])
    """
    return authors(given_first(name.strip().rstrip(".")))
