"""One article of a file that holds many, its lines told apart: what it says, what stands around."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pressbrief.corpus.readers.date_fields import day, in_words
from pressbrief.corpus.readers.model import Facts, Item
from pressbrief.english.word_lists import table

# A label and what follows it; a longer one is prose that has a colon.
LABEL = re.compile(r"([A-Z][\w/ -]{1,40}?)\s*:(?:\s+|$)")
LANGUAGES = table("databases/languages")
MAX_HEADLINE = 500
# The place that a database adds to a paper's name, and the edition.
PLACE = re.compile(r"(?<!\s)\s*[(\[][^()\[\]]{1,60}[)\]]\s*$")
EDITION = re.compile(r"(?<![\s,;])\s*[,;]\s*(?:[A-Z][\w.]* ){0,3}[Ee]dition\b.*$")


@dataclass
class Told:
    """An article's fields as they are read; `around` is what the database put around it."""

    headline: str = ""
    publisher: str = ""
    authors: list[str] = field(default_factory=list)
    published: str = ""
    language: str = ""
    url: str = ""
    body: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    def item(self, file: str, basis: str, known: Facts) -> Item:
        """It as an item: its headline and its text, what stood around as furniture."""
        facts = Facts.of(
            basis,
            headline=" ".join(self.headline.split())[:MAX_HEADLINE],
            authors=self.authors,
            publisher=publication(self.publisher),
            published=self.published,
            url=self.url,
            language=self.language,
        )
        body = "\n".join(self.body).strip("\n")
        text = "\n\n".join(part for part in (facts.headline, body) if part)
        around = "\n".join(line.strip() for line in self.around if line.strip())
        sha256 = hashlib.sha256(f"{text}\n{around}".encode("utf-8", "surrogatepass")).hexdigest()
        return Item(file, text, sha256, facts.over(known), around, self.notes)


def labelled(line: str, labels: Mapping[str, str]) -> tuple[str, str, str] | None:
    """What a line's label holds, the label, and what follows it; None if it begins with none.

    >>> labelled("BYLINE: Lee Jay Walker", {"byline": "authors"})
    ('authors', 'byline', 'Lee Jay Walker')
    >>> labelled("He said: no", {"byline": "authors"}) is None
    True
    """
    line = line.strip()
    found = LABEL.match(line)
    if not found:
        return None
    label = " ".join(found[1].lower().split())
    return (labels[label], label, line[found.end() :].strip()) if label in labels else None


def publication(name: str) -> str:
    """A publication's name without what a database adds to it: its place, its edition.

    >>> publication("The Times (London)"), publication("Kabul Daily, Late Edition (East)")
    ('The Times', 'Kabul Daily')
    """
    name = " ".join(name[:200].split())
    return EDITION.sub("", PLACE.sub("", name)).strip() or name


def publication_day(line: str) -> str:
    """The day in a line that gives a date and its weekday, empty if there is none.

    >>> publication_day("January 12, 2026 Monday 10:15 AM GMT"), publication_day("Talks ended.")
    ('2026-01-12', '')
    """
    line = line.strip()[:100]
    return day(line) or in_words(line)


def language(name: str) -> str:
    """A language's code by its English name; empty if the list has it not.

    >>> language("ENGLISH"), language("English; EN")
    ('en', 'en')
    """
    return LANGUAGES.get(re.split(r"[;,(\s]", name.strip().lower(), maxsplit=1)[0], "")


def given_first(name: str) -> str:
    """A person's name as it is spoken, where a list puts the family's name first.

    >>> given_first("Walker, Lee Jay"), given_first("Kyodo News")
    ('Lee Jay Walker', 'Kyodo News')
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}" if comma and given and "," not in given else name.strip()
