"""Lines that a page's width broke, as the paragraphs that they were."""

from __future__ import annotations

import re
from statistics import quantiles

# A line shorter than this share of its page's width was not broken by that width: the next word
# would have fitted. A guess.
FULL = 0.8
SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
BROKEN = re.compile(r"(?<!\w)(\w++)([-\u00ad\u2010])[ ]*\n[ ]*(\w+)([^\s\w]*)[ ]?")


def paragraphs(lines: list[str]) -> str:
    """A page's lines as paragraphs, a blank line between them.

    >>> paragraphs(["Aid for Kabul", "The talks in Tokyo went", "on for an hour.", "Aid followed."])
    'Aid for Kabul\\n\\nThe talks in Tokyo went on for an hour.\\n\\nAid followed.'
    """
    width = _width(lines)
    text = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        joined = line.strip() and following.strip() and _runs_on(line, following, width)
        text += line.strip() + (" " if joined else "\n\n")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def mended(text: str) -> str:
    """Words that a line's end broke are whole again; the line breaks after them.

    >>> mended("for approx\\u00ad\\nimately one week. A long-\\nterm plan is long-term.")
    'for approximately\\none week. A long-term\\nplan is long-term.'
    """
    words = set(re.findall(r"\w+(?:-\w+)*", text))

    def whole(found: re.Match) -> str:
        first, mark, second, after = found.groups()
        hyphened = f"{first}-{second}" in words or not second[0].islower()
        keep = mark != "\u00ad" and hyphened and first + second not in words
        return f"{first}{'-' if keep else ''}{second}{after}\n"

    return BROKEN.sub(whole, text)


def _width(lines: list[str]) -> float:
    """How long a full line is: most are no longer."""
    lengths = [len(line.strip()) for line in lines if line.strip()]
    return quantiles(lengths, n=10)[7] if len(lengths) > 1 else 0


def _runs_on(line: str, following: str, width: float) -> bool:
    if following.strip()[0].islower():
        return True
    return len(line.strip()) >= FULL * width and not (
        SENTENCE_END.search(line.rstrip()) and len(line.strip()) < width
    )
