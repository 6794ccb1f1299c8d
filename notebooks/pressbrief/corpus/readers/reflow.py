"""Lines that a page's width broke, as the paragraphs that they were."""

from __future__ import annotations

import re
from functools import cache
from statistics import quantiles

from pressbrief.english.word_lists import words as listed

# A line shorter than this share of its page's width was not broken by that width: the next word
# would have fitted. A guess.
FULL = 0.8
# What begins a word and is one too: "under-mining" was one word.
PREFIXES = listed("press/prefixes")
# What stands before the words that it goes with ends no paragraph: "in Nairobi on".
LEADING = listed("function_words/in_headings")
SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
BROKEN = re.compile(r"(?<!\w)(\w++)([-\u00ad\u2010])[ ]*\n[ ]*(\w+)(\S*)[ ]?")
# A soft hyphen is seen at a line's end alone: a file that has one within a line writes all so.
SOFT_WITHIN = re.compile(r"\w\u00ad\w")


def paragraphs(lines: list[str]) -> str:
    """A page's lines as paragraphs, a blank line between them.

    >>> paragraphs(["Aid for Kabul", "The talks in Tokyo went", "on for an hour.", "Aid followed."])
    'Aid for Kabul\\n\\nThe talks in Tokyo went on for an hour.\\n\\nAid followed.'
    >>> paragraphs(["The talks that were held in Tokyo", "ended on", "Monday."])
    'The talks that were held in Tokyo ended on Monday.'
    """
    width = _width(lines)
    text = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        joined = line.strip() and following.strip() and _runs_on(line, following, width)
        initial = joined and _is_initial(line.strip(), following.strip())
        text += line.strip() + ("" if initial else " " if joined else "\n\n")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def mended(text: str) -> str:
    """Words that a line's end broke are whole again; the line breaks after them.

    >>> mended("for approx\\u00ad\\nimately one week. A long-\\nterm plan is long-term.")
    'for approximately\\none week. A long-term\\nplan is long-term.'
    >>> mended("a water-\\nsharing accord"), mended("the govern-\\nment")
    ('a water-sharing\\naccord', 'the government\\n')
    >>> mended("a wa\\u00ad\\nter\\u00adsharing accord")
    'a water-sharing\\naccord'
    """
    if SOFT_WITHIN.search(text):
        text = text.replace("\u00ad", "-")
    words = set(re.findall(r"\w+(?:-\w+)*", text))

    def whole(found: re.Match) -> str:
        first, mark, second, after = found.groups()
        hyphened = (
            f"{first}-{second}" in words
            or not second[0].islower()
            or _is_compound(first.lower(), second)
        )
        keep = mark != "\u00ad" and hyphened and first + second not in words
        return f"{first}{'-' if keep else ''}{second}{after}\n"

    return BROKEN.sub(whole, text)


def _is_compound(first: str, second: str) -> bool:
    """Whether two halves are a word each and no word as one: "water-sharing", not "govern-ment"."""
    known = _known()
    both = min(len(first), len(second)) > 2 and first in known and second in known
    return both and first + second not in known and first not in PREFIXES


@cache
def _known() -> frozenset[str]:
    """Common words, as the reader's vocabulary has them."""
    from pressbrief.reader.pieces import VOCABULARY

    return frozenset(VOCABULARY.read_text(encoding="utf-8").split("\n"))


def _is_initial(line: str, following: str) -> bool:
    """Whether a line is the large first letter of the word that the next line goes on with.

    >>> _is_initial("K", "enya signed"), _is_initial("A", "delegation came")
    (True, False)
    """
    if len(line) != 1 or not line.isupper() or not following[:1].islower():
        return False
    rest = re.split(r"\W", following, maxsplit=1)[0]
    return line not in "AI" or (rest not in _known() and (line + rest).lower() in _known())


def _width(lines: list[str]) -> float:
    """How long a full line is: most are no longer."""
    lengths = [len(line.strip()) for line in lines if line.strip()]
    return quantiles(lengths, n=10)[7] if len(lengths) > 1 else 0


def _runs_on(line: str, following: str, width: float) -> bool:
    if following.strip()[0].islower() or line.split()[-1] in LEADING:
        return True
    return len(line.strip()) >= FULL * width and not (
        SENTENCE_END.search(line.rstrip()) and len(line.strip()) < width
    )
