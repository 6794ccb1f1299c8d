"""What stands in a text and is not the article, cut with a reason; when in doubt it stays.

A line is cut on its own where its whole wording says what it is (`rules.RULES`). Wordings that an
article could also have (`rules.LOOSE`) are cut only in the tail: the lines below the article's
last, of which at least one is cut on its own.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from pressbrief.corpus.lines import Cut, Line, whole
from pressbrief.corpus.rules import (
    CREDIT_AT_END,
    CREDIT_AT_START,
    INSERTED,
    LABEL,
    LABELLED_LINK,
    LOOSE,
    RULES,
)

REASONS = (
    "advertisement",
    "byline",
    "contact line",
    "cookie notice",
    "copyright notice",
    "date line",
    "donation appeal",
    "link",
    "newsletter",
    "page furniture",
    "photo credit",
    "publisher line",
    "publisher promotion",
    "reading prompt",
    "related link",
    "repeated across articles",
    "repeated headline",
    "share bar",
    "social media",
)
# No notice is longer, in words and in characters, and no article's paragraph of this length is
# matched in vain. Guesses; a paragraph of news has 20 to 60 words.
MAX_WORDS = 60
MAX_LENGTH = 1000
# Headlines that one label leads, one more of which is looked at, and words of one: as of an
# article's own headline (metadata). Guesses.
MAX_TITLES = 8
MAX_TITLE_WORDS = 24
SENTENCE_END = re.compile(r"[.:;,…。][\"'”’)\]]*$")


def furniture(kept: list[Line]) -> list[Cut]:
    """The lines, and ends of lines, that say themselves that they are not the article.

    >>> from .lines import lines
    >>> [cut.reason for cut in furniture(lines("Follow us\\nTalks ended.\\nRead more"))]
    ['social media', 'reading prompt']
    """
    found = {line.start: cut for line in kept if (cut := _cut(line))}
    for line in kept:
        for link in INSERTED.finditer(line.text) if "MORE" in line.text else ():
            at = line.start + link.start("again")
            found.setdefault(at, Cut(at, line.start + link.end("again"), "related link"))
    for title in _titles(kept, found):
        found.setdefault(title.start, whole(title, "related link"))
    return [*found.values(), *_tail(kept, found)]


def _titles(kept: list[Line], found: dict[int, Cut]) -> list[Line]:
    """The headlines listed under a label such as "Also read:", or down to the text's end."""
    titles: list[Line] = []
    for i, label in enumerate(kept):
        if label.start not in found or not LABEL.fullmatch(label.text):
            continue
        below = kept[i + 1 : i + 2 + MAX_TITLES]
        listed = list(takewhile(lambda line: _is_title(line, found), below))
        if len(listed) == len(kept) - i - 1:
            titles += listed
            continue
        block = listed[:1]
        for upper, lower in pairwise(listed):
            if lower.start - upper.end > 1:
                break
            block.append(lower)
        if len(block) > 1 or label.text.endswith(":"):
            titles += block
    return titles


def _is_title(line: Line, found: dict[int, Cut]) -> bool:
    if line.start in found:
        return True
    return 3 <= line.words <= MAX_TITLE_WORDS and not SENTENCE_END.search(line.text)


def is_notice_sized(line: Line) -> bool:
    """Whether a line is short enough to be a notice beside an article.

    >>> is_notice_sized(Line(0, 4, "Aid."))
    True
    """
    return len(line.text) <= MAX_LENGTH and line.words <= MAX_WORDS


def _cut(line: Line) -> Cut | None:
    if not is_notice_sized(line):
        return None
    for reason, wording in RULES:
        if wording.fullmatch(line.text):
            return whole(line, reason)
    if credit := CREDIT_AT_START.match(line.text):
        return Cut(line.start, line.start + credit.end(), "photo credit")
    if credit := CREDIT_AT_END.search(line.text):
        return Cut(line.start + credit.start(1), line.end, "photo credit")
    return None


def _tail(kept: list[Line], found: dict[int, Cut]) -> list[Cut]:
    """Lines of loose wording below the article's last, if a line among them is cut on its own."""
    cuts, sure = [], False
    for line in reversed(kept):
        own = found.get(line.start)
        if own and own.start == line.start:
            sure = True
            continue
        reason = _loose(line)
        if not reason:
            break
        sure = sure or LABELLED_LINK.fullmatch(line.text) is not None
        cuts.append(whole(line, reason))
    return cuts if sure else []


def _loose(line: Line) -> str | None:
    if not is_notice_sized(line):
        return None
    if LABELLED_LINK.fullmatch(line.text):
        return "publisher promotion"
    return next((reason for reason, wording in LOOSE if wording.fullmatch(line.text)), None)
