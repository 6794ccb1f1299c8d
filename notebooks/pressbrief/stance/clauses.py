"""Sentences to clauses, by punctuation, conjunctions and relative pronouns."""

from __future__ import annotations

import re

CUT = re.compile(
    r"""
    \s*[;:()—–“”«»"]\s*                                    # hard punctuation
    | ,?\s+(?=(?:but|while|whilst|although|though|whereas|because|despite|unless|until|if|when|
        whether|which|who|whom|whose|where|yet|amid|even\sthough)\b)
    | ,\s+(?=(?:and|or|nor|so|as|since|after|before|once)\b)
    | (?<=\w)\s+(?=that\s)
    | ,\s+(?=(?:he|she|it|they|we|i|you|there|this|these|the|its|his|her|their)\s)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "it was demoralizing that …" judges what follows "that".
JUDGED = re.compile(r"\bit(?:['’]s| is| was| seems| remains)\s+(?:[\w-]+\s+){0,2}[\w-]+$", re.I)
# A sentence that begins with a subordinate clause: its first comma ends that clause.
BEGINNING = re.compile(
    r"\W*(?:while|whilst|although|though|whereas|because|despite|unless|until|if|when|since|after|"
    r"before|as|once)\b[^,]*?(,\s+)",
    re.IGNORECASE,
)
RELATIVE = re.compile(r",?\s*(?:who|which|whose|that)\b", re.IGNORECASE)


def clauses(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence as half-open ranges, in order; together they leave no word out.

    >>> text = "While Tokyo waited, the talks failed because China refused."
    >>> [text[start:end] for start, end in clauses(text)]
    ['While Tokyo waited', 'the talks failed', 'because China refused.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for low, high in _cuts(text):
        if text.startswith("that ", high) and JUDGED.search(text, start, low):
            continue
        if low > start:
            found.append((start, low))
        start = max(start, high)
    if start < len(text):
        found.append((start, len(text)))
    return found


def _cuts(text: str) -> list[tuple[int, int]]:
    cuts = [cut.span() for cut in CUT.finditer(text)]
    beginning = BEGINNING.match(text)
    return sorted([*cuts, beginning.span(1)]) if beginning else cuts


def own_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause that text[start:end] stands in, with a relative clause right behind it.

    >>> text = "It blamed Japan, which left too late, and others."
    >>> text[slice(*own_clause(text, 10, 15))]
    'It blamed Japan, which left too late'
    """
    ranges = clauses(text)
    at = next((i for i, (_, close) in enumerate(ranges) if start < close), len(ranges) - 1)
    low, high = ranges[at]
    follows = at + 1 < len(ranges) and RELATIVE.match(text, end)
    return min(low, start), max(ranges[at + 1][1] if follows else high, end)
