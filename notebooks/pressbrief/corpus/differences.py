"""What one text says and another, mostly the same, does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from pressbrief.corpus.shingles import TOKEN, visible, words

# Equal words fewer than this between two changes are read as part of one change. A guess.
ISLAND = 3
# A change of fewer words is shown with the words beside it: "not" alone says nothing.
BARE = 4
# Words; longer stretches are compared by sentences alone, as the time grows by the square.
MAX_WORDS = 5000
# Characters of a change, and changes, that one cell of a table shows: a few lines of a paragraph,
# and more than a correction makes. Guesses.
MAX_SHOWN = 300
MAX_CHANGES = 40
BETWEEN = " | "

Change = tuple[int, int, int, int]


def changed(copy: Sequence[str], original: Sequence[str]) -> tuple[str, str]:
    """What a copy's sentences add to an original's and what they drop, changes joined by ` | `.

    A sentence that only moved is no change. Sentences that both have are set aside first, so that
    a corrected word is seen as such, between its neighbours.

    >>> old = ["At least 12 people came to the talks."]
    >>> changed(["At least 14 people came to the talks.", "It rained."], old)
    ('least 14 people | talks. It rained.', 'least 12 people')
    """
    mine, theirs = [_key(one) for one in copy], [_key(one) for one in original]
    both = set(mine).intersection(theirs)
    added: list[str] = []
    dropped: list[str] = []
    for i, j, k, m in _changes(mine, theirs):
        new = [one for one, key in zip(copy[i:j], mine[i:j], strict=True) if key not in both]
        old = [one for one, key in zip(original[k:m], theirs[k:m], strict=True) if key not in both]
        for one, other in _by_words(visible(" ".join(new)), visible(" ".join(old))):
            added += [one] if one else []
            dropped += [other] if other else []
    return _joined(added), _joined(dropped)


def _key(sentence: str) -> str:
    return " ".join(words(sentence)) or sentence.strip()


def _changes(a: Sequence[str], b: Sequence[str]) -> Iterator[Change]:
    """Where a sequence differs from another, as ranges in both."""
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    if head is None:
        head = min(len(a), len(b))
    rest = min(len(a), len(b)) - head
    tail = next((i for i in range(rest) if a[-1 - i] != b[-1 - i]), rest)
    matcher = SequenceMatcher(None, a[head : len(a) - tail], b[head : len(b) - tail])
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield i + head, j + head, k + head, m + head


def _by_words(copy: str, original: str) -> Iterator[tuple[str, str]]:
    """Two stretches' changes, word by word; as a whole where they share little or are long."""
    mine = [found.span() for found in TOKEN.finditer(copy)]
    theirs = [found.span() for found in TOKEN.finditer(original)]
    if not mine or not theirs or max(len(mine), len(theirs)) > MAX_WORDS:
        yield copy, original
        return
    a = [copy[start:end].casefold() for start, end in mine]
    b = [original[start:end].casefold() for start, end in theirs]
    for i, j, k, m in _merged(list(_changes(a, b))):
        bare = max(j - i, m - k) < BARE
        # Where one side says nothing its neighbours alone would read as a change.
        yield (
            _shown(copy, mine, i, j, bare) if j > i else "",
            _shown(original, theirs, k, m, bare) if m > k else "",
        )


def _merged(changes: list[Change]) -> Iterator[Change]:
    """Changes with hardly a word between them as one."""
    last: Change | None = None
    for change in changes:
        if last and change[0] - last[1] < ISLAND:
            last = (last[0], change[1], last[2], change[3])
        else:
            if last:
                yield last
            last = change
    if last:
        yield last


def _shown(text: str, spans: list[tuple[int, int]], first: int, end: int, bare: bool) -> str:
    if bare:
        first, end = max(first - 1, 0), min(end + 1, len(spans))
    # Up to the next word, less the space: the full stop belongs to the sentence before it.
    stop = spans[end][0] if end < len(spans) and not bare else spans[end - 1][1]
    stop = len(text) if end == len(spans) else stop
    return text[spans[first][0] : stop].strip()


def _joined(changes: list[str]) -> str:
    """Changes in one cell, each cut short, the many counted."""
    shown = [one if len(one) <= MAX_SHOWN else f"{one[:MAX_SHOWN]}…" for one in changes]
    more = len(shown) - MAX_CHANGES
    return BETWEEN.join(shown[:MAX_CHANGES] + ([f"… and {more} more"] if more > 0 else []))
