"""Headline, authors and publisher, each only where the text states it, each with its basis.

An article's head is the lines before its first full sentence. "X reports" is no publisher: the
masthead, the byline, the copyright line and the address are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pressbrief.corpus import imprint
from pressbrief.corpus.bylines import (
    SIGN_OFF,
    byline,
    is_date,
    is_publisher,
    may_be_authors,
    people,
)
from pressbrief.corpus.lines import Cut, Line, key, whole
from pressbrief.corpus.readers.model import Facts
from pressbrief.corpus.wires import at_the_end, in_dateline, is_agency
from pressbrief.english.word_lists import words
from pressbrief.tables import LIST_SEPARATOR
from pressbrief.tables.columns import UNKNOWN

# Lines before an article's first sentence, and words and characters of a headline, at most: more
# than headlines of news have (10 on average), with room for a page's name behind it. Guesses.
MAX_HEAD = 12
MAX_HEADLINE_WORDS = 24
MAX_HEADLINE_LENGTH = 220
STATEMENT = re.compile(r"[.…。][\"'”’)\]]*$")
QUESTION = re.compile(r"[?!？！][\"'”’)\]]*$")
QUOTED_SENTENCE = re.compile(r"[.,;:!?…][\"”’)\]]$")
WORD = re.compile(r"[\w'’-]+")
SMALL_WORDS = words("function_words/in_headings")
TWO_SENTENCES = re.compile(r"[a-z)][.!?][\"”’]? [A-Z]")
DATELINE = re.compile(
    r"[A-Z][A-Z .,'’-]{2,40}(?:\([^)]{2,30}\))?\s*[.,:]?\s?[—–-]++\s*+(?=.*[a-z])"
)
NUMBERED = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6}|[a-z])[.)]\s|[-–—•*]\s")
TITLE_OF_PAGE = re.compile(r"^(.{12,}?)(?<=\S)\s++(?:\||[-–—])\s+([^|]{2,60})$")


@dataclass
class Metadata:
    """What a text says of itself, and the lines that say it (cut: they are not the article)."""

    headline: str = UNKNOWN
    headline_basis: str = UNKNOWN
    headline_start: int = -1
    authors: list[str] = field(default_factory=list)
    publisher: str = UNKNOWN
    publisher_basis: str = UNKNOWN
    agency: str = ""
    cuts: list[Cut] = field(default_factory=list)

    def publish(self, name: str, basis: str) -> None:
        """Takes a publisher's name, if it is one, unless a better basis has given one."""
        if name and self.publisher == UNKNOWN:
            self.publisher, self.publisher_basis = name, basis

    def row(self) -> dict[str, str]:
        """The metadata columns of an article's row."""
        return {
            "publisher": self.publisher,
            "publisher_basis": self.publisher_basis,
            "agency": self.agency,
            "headline": self.headline,
            "headline_basis": self.headline_basis,
            "authors": LIST_SEPARATOR.join(self.authors) or self.agency or UNKNOWN,
        }


def read(
    text: str,
    kept: list[Line],
    cuts: list[Cut],
    origin: Facts | None = None,
    recurring: frozenset[str] = frozenset(),
) -> Metadata:
    """What a text's kept lines and its cuts state; what origin.toml states goes before it.

    `recurring` are the lines among the cuts that are known to name authors. A cut that turns out to
    be a byline stands among the result's cuts too, with that reason.
    """
    found = Metadata()
    if origin and origin.publisher:
        found.publish(origin.publisher, origin.basis("publisher"))
    head = _head(kept)
    body = kept[len(head) :]
    rest = _take_bylines(head, found)
    rest = _take_publisher(rest, head, found)
    _take_headline(rest, body, found)
    _take_bare_names(rest, body, found)
    _take_recurring_names(cuts, text, recurring, found)
    _take_sign_off(body, found)
    _take_imprint(cuts, text, origin, found)
    _take_agency(body or kept, found)
    _take_known_headline(kept, origin, found)
    _take_repeats(kept, found)
    if origin and origin.authors:
        found.authors = origin.authors
    return found


def _head(kept: list[Line]) -> list[Line]:
    """The lines before the first that reads as a full sentence; none if no such line follows."""
    for i, line in enumerate(kept[: MAX_HEAD + 1]):
        if _is_prose(line):
            return kept[:i]
    return []


def _is_prose(line: Line) -> bool:
    if len(line.text) > MAX_HEADLINE_LENGTH:
        return True
    if STATEMENT.search(line.text):
        return (line.words >= 8 or not line.text.isascii()) and not byline(line.text)
    return bool(QUESTION.search(line.text)) and line.words > 20


def _take_bylines(head: list[Line], found: Metadata) -> list[Line]:
    rest = []
    for line in head:
        if said := byline(line.text):
            found.authors += [name for name in said[0] if name not in found.authors]
            if said[1]:
                found.publish(said[1], "byline")
            found.cuts.append(whole(line, "byline"))
        elif is_date(line.text):
            found.cuts.append(whole(line, "date line"))
        else:
            rest.append(line)
    return rest


def _take_publisher(rest: list[Line], head: list[Line], found: Metadata) -> list[Line]:
    """Publications' names among the head's lines, if another line is left to be the headline."""
    left = []
    for line in rest:
        if len(rest) > 1 and is_publisher(line.text, len(rest) < len(head)):
            found.publish(line.text, "its own line in the article's head")
            found.cuts.append(whole(line, "publisher line"))
        else:
            left.append(line)
    return left


def _take_headline(rest: list[Line], body: list[Line], found: Metadata) -> None:
    said = rest[0].text.lstrip("# ") if rest and body else ""
    if not said or not _reads_as_headline(said):
        return
    line = rest[0]
    found.headline, found.headline_start = said, line.start
    found.headline_basis = "first line, before the text"
    page = TITLE_OF_PAGE.fullmatch(said)
    if page and (is_publisher(page[2]) or page[2] == found.publisher):
        found.headline = page[1]
        found.publish(page[2], "after the headline")
        cut_from = line.end - len(said) + page.end(1)
        found.cuts.append(Cut(cut_from, line.end, "publisher line"))


def _take_known_headline(kept: list[Line], known: Facts | None, found: Metadata) -> None:
    """The headline that is known from outside the text, and the line of the head that it is."""
    if known and known.headline:
        found.headline, found.headline_basis = known.headline, known.basis("headline")
        lines = (line.start for line in kept[:MAX_HEAD] if same(line.text, known.headline))
        found.headline_start = next(lines, found.headline_start)


def _reads_as_headline(text: str) -> bool:
    if text[0].islower() or text[-1] in ".,;:…。" or QUOTED_SENTENCE.search(text):
        return False
    if NUMBERED.match(text) or DATELINE.match(text):
        return False
    if TWO_SENTENCES.search(text) and not _in_title_case(text):
        return False
    return 3 <= len(text.split()) <= MAX_HEADLINE_WORDS and len(text) <= MAX_HEADLINE_LENGTH


def _in_title_case(text: str) -> bool:
    """Whether all words but small ones begin with capitals: "They Are Angry. Will They Act?"."""
    return all(word[0].isupper() or word.casefold() in SMALL_WORDS or not word[0].isalpha()
               for word in WORD.findall(text))  # fmt: skip


def _take_bare_names(rest: list[Line], body: list[Line], found: Metadata) -> None:
    """Names alone on a line under the headline: several joined, or one beside other metadata.

    A topic ("Human Rights and Foreign Policy") has the same form, but its words stand in the
    article in small letters too; a name's do not, and an author is not talked about.
    """
    if found.authors or found.headline_start < 0:
        return
    metadata = {cut.start for cut in found.cuts}
    for line in rest:
        listed = people(line.text)
        if line.start <= found.headline_start or not (listed and may_be_authors(line.text, body)):
            continue
        authors, publisher = listed
        if len(authors) > 1 or metadata:
            found.authors = authors
            found.publish(publisher, "byline")
            found.cuts.append(whole(line, "byline"))
            return


def _take_recurring_names(
    cuts: list[Cut], text: str, authors: frozenset[str], found: Metadata
) -> None:
    """Names alone on a line that stands so in several of the publisher's articles."""
    for cut in cuts if authors and not found.authors else ():
        line = text[cut.start : cut.end]
        if key(line) in authors and (listed := people(line)):
            found.authors = listed[0]
            found.cuts.append(cut._replace(reason="byline"))
            return


def _take_sign_off(body: list[Line], found: Metadata) -> None:
    """The agency's or authors' line under the last paragraph."""
    for line in body[-2:]:
        agency = line.text.strip("()[]-–—. ")
        if reporting := SIGN_OFF.fullmatch(line.text):
            said = people(reporting[1])
            found.authors = found.authors or (said[0] if said else [])
            found.cuts.append(whole(line, "byline"))
        elif is_agency(agency):
            found.authors = found.authors or [agency]
            found.cuts.append(whole(line, "byline"))


def _take_imprint(cuts: list[Cut], text: str, origin: Facts | None, found: Metadata) -> None:
    """The holder of the copyright, or else the host of the article's own address."""
    found.publish(imprint.copyright_holder(text, cuts), "copyright line")
    if origin and origin.url:
        found.publish(imprint.host(origin.url), f"address in {origin.basis('url')}")
    found.publish(imprint.first_host(text), "address line")


def _take_agency(body: list[Line], found: Metadata) -> None:
    """The agency whose copy the text is; its dateline makes it the publisher if no other is known.

    "Reuters reports" is none of these: the agency is then a source.
    """
    dateline = next(filter(None, (in_dateline(line.text) for line in body[:2])), "")
    signed = next(filter(is_agency, found.authors), "")
    ending = at_the_end(body[-1].text) if body else ""
    found.agency = dateline or signed or ending
    found.publish(dateline, "agency in its dateline")


def _take_repeats(kept: list[Line], found: Metadata) -> None:
    """The headline and the publisher's name where they stand again as lines of their own."""
    taken = {cut.start for cut in found.cuts}
    for line in kept:
        if line.start in taken or line.start == found.headline_start:
            continue
        if same(line.text, found.headline) and found.headline != UNKNOWN:
            found.cuts.append(whole(line, "repeated headline"))
            found.headline_basis = "first line, repeated"
        elif found.publisher != UNKNOWN and same(line.text, found.publisher):
            found.cuts.append(whole(line, "publisher line"))


def same(one: str, other: str) -> bool:
    """Whether two lines say the same but for case and space."""
    return one.casefold().split() == other.casefold().split()
