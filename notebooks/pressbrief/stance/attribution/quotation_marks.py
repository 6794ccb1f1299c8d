"""Quotation marks to quotations: which stretches of a paragraph stand between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressbrief.english.word_lists import words
from pressbrief.stance.attribution.passage import Quotation

# Opening mark to its closing ones. German and Polish text closes „ with “ or ”.
PAIRS = {
    "“": "”",
    "„": "”“",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "’‘",
    "〝": "〞〟",
    '"': '"',
    "'": "'",
}
SINGLE = frozenset("‘‚'‹")
STRAIGHT = frozenset("\"'")
CLOSING = frozenset("".join(PAIRS.values())) - STRAIGHT - {"“", "‘", "’"}
# ”Swedish” and »Danish« marks open with what closes elsewhere: they count only in pairs.
TURNED = {"”": "”", "»": "«"}
PAIRS |= TURNED
FLAT = STRAIGHT | TURNED.keys()  # marks that do not nest in their like
# Farther off, a single mark is taken for an apostrophe.
LONGEST_SINGLE = 1000
# What can close a single mark: searched for first, since nothing closes most apostrophes.
ENDS = {
    mark: re.compile("|".join(f"{end}(?![^\\W_])" if end in "’'" else end for end in PAIRS[mark]))
    for mark in SINGLE
}
# Two single marks as one double ("''We will,'' he said"), which the keyboard's mark stands for.
TWICE = re.compile(r"(?P<opening>(?<![^\s(\[{—–-])(?:''|``)(?=\S))|''|``")
JOINER = "\u2060"
SMALL = words("contents/small_in_titles")
DOUBLE = frozenset('“"')
BREAK_BEFORE = frozenset(" \t\n\u00a0\u202f([{—–-/“‘„«\"'")


def quotations(text: str, goes_on: bool = False) -> list[Quotation]:
    """The outermost quotations of a paragraph, in order.

    A double mark may be closed by a straight or a curly one. One that is never closed quotes to
    the end of the paragraph. `goes_on`: the paragraph before ended inside a quotation, so that a
    closing mark may come first here. Single marks count only in pairs; an apostrophe is none.

    >>> text = "He called it “a ‘new’ start” and left."
    >>> [text[q.start : q.end] for q in quotations(text)]
    ['“a ‘new’ start”']
    """
    text = TWICE.sub(lambda match: f'"{JOINER}' if match["opening"] else f'{JOINER}"', text)
    found: list[Quotation] = []
    lone: set[str] = set()  # marks with nothing further on that closes them
    at = 0
    while at < len(text):
        char = text[at]
        if char in CLOSING and goes_on and not found:
            found.append(Quotation(0, at + 1, True))
        elif char in PAIRS and char not in lone and _opens(text, at):
            end = _closing(text, at)
            if end:
                found.append(Quotation(at, end, True))
                at = end
                continue
            if char in TURNED:
                lone.add(char)
            elif char not in SINGLE:
                found.append(Quotation(at, len(text.rstrip()), False))
                break
        at += 1
    return found


def first_closes(text: str) -> bool | None:
    """Whether the first double mark of a text closes what was opened before it; None without one.

    >>> first_closes("It is over.” He left."), first_closes("He said “no”."), first_closes("No.")
    (True, False, None)
    """
    for at, char in enumerate(text):
        if char in DOUBLE or char in "”":
            opens = char == "“" or (char == '"' and _opens(text, at))
            return not opens and _closes(text, at)
    return None


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in SINGLE | FLAT:
        return (not before or before in BREAK_BEFORE) and bool(after.strip())
    return bool(after)


def _closing(text: str, at: int) -> int:
    """One past the mark that closes the one at hand, 0 if none does; nested pairs are passed."""
    opening = text[at]
    closers = '”"' if opening in DOUBLE else PAIRS[opening]
    depth = 0
    reach = at + LONGEST_SINGLE if opening in SINGLE else len(text)
    if opening in SINGLE:
        end = ENDS[opening].search(text, at + 1, reach + 1)
        if end is None or end.start() >= reach:
            return 0
    for i in range(at + 1, min(reach, len(text))):
        char = text[i]
        if _nests(text, i, opening):
            depth += 1
        elif char in closers and _closes(text, i):
            if not depth:
                return i + 1
            depth -= 1
    return 0


def _nests(text: str, at: int, opening: str) -> bool:
    """Whether a mark opens a quotation inside one that began with `opening`."""
    char = text[at]
    if char == "“" and opening in DOUBLE:
        return text[at - 1] in BREAK_BEFORE  # behind a word it closes a „
    if char == '"' and opening == "“":
        return _opens(text, at) and not _closes(text, at)
    return char == opening and char not in FLAT and char not in PAIRS[opening]


def _closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "’'":
        return not after.isalnum() and not _is_plural_possessive(text, at)
    if text[at] == '"':
        return not before.isspace() or not after.strip()
    return True


def _is_plural_possessive(text: str, at: int) -> bool:
    """Whether this apostrophe ends "allies’" inside a quotation that is closed further on."""
    if text[at - 1] not in "sS" or not text[at + 1 : at + 3].strip()[:1].isalpha():
        return False
    rest = text[at + 1 : at + 400]
    closer = next((i for i, char in enumerate(rest) if char == text[at]), -1)
    return closer > 0 and not rest[closer + 1 : closer + 2].isalnum() and "‘" not in rest[:closer]


def is_title(tokens: Sequence[str]) -> bool:
    """Whether the words in marks are a title: every one that could be small is not.

    >>> is_title("The Art of War".split()), is_title("We will go.".split())
    (True, False)
    """
    said = [token for token in tokens if token.casefold() not in SMALL and token[0].isalpha()]
    return (
        len(said) > 1 and all(token[0].isupper() for token in said) and tokens[-1][-1] not in "!?"
    )
