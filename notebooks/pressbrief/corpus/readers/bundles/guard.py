"""A text that looks like many articles and was read as one: by what it repeats, this is said."""

from __future__ import annotations

import re
from collections import Counter

from pressbrief.corpus.readers.column_names import roles_of

# A mark is a short line; what is longer is prose.
MAX_MARK = 80
END = re.compile(r"(?:end of (?:the )?(?:document|article|story|text)|-{2,} ?end ?-{2,})\.?", re.I)
NUMBERED = re.compile(
    r"(?:(?:document|article|item|story|record|result) )?#?(\d{1,6}) (?:of|/) (\d{1,6})"
    r"(?: (?:documents?|articles?|items?|stories|records?|results?))?",
    re.I,
)
MAILED = re.compile(r"From \S{1,200} .{0,60}\d{4}")
FIELD = re.compile(r"([A-Za-z][\w -]{0,30}?)\s*:\s")
CODE = re.compile(r"([A-Z][A-Z0-9]) {1,2}- ")
# Fields of two roles so often, and marks of one kind: one article has each once. Guesses.
TIMES = 2
ROLES = {"headline", "published", "publisher", "authors", "url", "text"}


def looks_like(text: str) -> str:
    """What makes a text look like many articles; empty if nothing does.

    >>> looks_like("Title: A\\nDate: 1 May\\nOne.\\nTitle: B\\nDate: 2 May\\nTwo.")
    'looks like 2 articles and was read as one: its lines “Date:”, “Title:” recur; split it'
    >>> looks_like("Tokyo: The talks ended. Kabul: They did not.")
    ''
    """
    marks: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    for line in text.split("\n"):
        line = line.strip()
        if len(line) > MAX_MARK:
            field = FIELD.match(line[:MAX_MARK])
        else:
            field = FIELD.match(line + " ") or CODE.match(line + " ")
            marks.update(_marks(line))
        if field:
            fields[field[1].strip()] += 1
    if recurring := [mark for mark, count in marks.items() if count >= TIMES]:
        return _said(max(marks[mark] for mark in recurring), recurring)
    often = [name for name, count in fields.items() if count >= TIMES]
    roles = roles_of(often, {})
    known = sorted(some[0] for role, some in roles.items() if role in ROLES)
    if len(known) > 1 and "headline" in roles:
        return _said(min(fields[name] for name in known), [f"{name}:" for name in known])
    return ""


def _marks(line: str) -> list[str]:
    """The marks that a line is, of those that stand between articles."""
    found = []
    if END.fullmatch(line):
        found.append(line.rstrip("."))
    if (numbered := NUMBERED.fullmatch(line)) and re.search("[a-z]", line, re.I):
        found.append(f"… of {numbered[2]}")
    if MAILED.fullmatch(line):
        found.append("From …")
    return found


def _said(count: int, marks: list[str]) -> str:
    which = ", ".join(f"“{mark}”" for mark in marks[:4])
    return f"looks like {count} articles and was read as one: its lines {which} recur; split it"
