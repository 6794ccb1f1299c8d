"""Attributions without a verb of saying: "according to X", "X's criticism of", "X is proud of"."""

from __future__ import annotations

from collections.abc import Iterator

from pressbrief.english.word_classes import (
    APPOSITIVE,
    BE,
    SUBORDINATORS,
    TIMES,
    is_adverb,
    is_finite,
)
from pressbrief.english.word_lists import words
from pressbrief.stance.attribution import content_end, cues, phrases, subjects
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.phrases import RELATIVE, Phrase
from pressbrief.stance.attribution.stretch import Attribution, Stretch
from pressbrief.stance.model import Range

OWNERS = ("his", "her", "its", "their")
FELT = Cue("feel", frozenset({"say", "judge", "aim"}), "past")
NAMED = Cue("name", frozenset({"judge"}), "past")
ENDING_TIMES = words("sources/after_source")
# Tokens from "Y's" to "critics" ("Y's fiercest and oldest critics").
MOST_QUALIFIERS = 4
SOURCE_END = SUBORDINATORS - {"than"}


def attributions(stretch: Stretch) -> Iterator[Attribution]:
    """The attributions of a stretch whose cues are no verbs."""
    for i, token in enumerate(stretch.tokens):
        if token.low == "according" and i + 2 < len(stretch.tokens):
            yield from _according(stretch, i)
        elif token.low in cues.NOUN_CUES:
            yield from _noun(stretch, i)
        elif token.low in cues.ADJECTIVES:
            yield from _adjective(stretch, i)
        elif token.low in cues.PARTISANS:
            yield from _holder(stretch, i)


def _according(stretch: Stretch, i: int) -> Iterator[Attribution]:
    """ "According to X, …" and "…, according to X"."""
    tokens = stretch.tokens
    if tokens[i + 1].low != "to":
        return
    first = i + 2
    end = core = _source_end(tokens, first)
    before = i
    while before and tokens[before - 1].text in ",(—–":
        before -= 1
    if before and tokens[before - 1].text not in ";:":
        content = stretch.span(0, before)
    else:
        while end + 1 < len(tokens) and tokens[end].text == "," and _apposed(tokens, end + 1):
            end = _source_end(tokens, end + 1)
        begin = end + 1 if end < len(tokens) and tokens[end].text == "," else end
        if begin >= len(tokens):
            return
        content = stretch.span(begin, len(tokens))
    if end > first:
        source, cue = stretch.span(first, end), stretch.span(i, i + 2)
        yield Attribution(source, cue, (content,), head=stretch.span(first, core))


def _apposed(tokens, i: int) -> bool:
    """Whether ", a spokesman of the state, " tells more of the source, with a comma at its end."""
    return tokens[i].low in APPOSITIVE and any(token.text == "," for token in tokens[i:-1])


def _source_end(tokens, i: int) -> int:
    at = i
    while at < len(tokens):
        token = tokens[at]
        if token.text[0] in "\0,;:)(—–―-" or token.low in ENDING_TIMES:
            break
        if token.low in SOURCE_END:
            break
        if token.low == "and" and not (at + 1 < len(tokens) and tokens[at + 1].capital):
            break
        at += 1
    return at


def _noun(stretch: Stretch, i: int) -> Iterator[Attribution]:
    """ "X's criticism of …", "their belief that …", "criticism of … by X"."""
    tokens = stretch.tokens
    first = i
    while first and _qualifies(tokens, first - 1):
        first -= 1
    owner = tokens[first - 1] if first else None
    link = _after_date(tokens, i + 1)
    if link + 1 >= len(tokens) or tokens[link].low not in cues.NOUN_LINKS:
        return
    if owner is None:
        return
    begin = link if tokens[link].low in ("that", "to") else link + 1
    end = content_end.close(tokens, begin, NAMED, tokens[link].low == "that")
    end = min(end, _predicate(tokens, begin, end, tokens[link].low))
    if end <= begin:
        return
    content = stretch.span(begin, end)
    cue_end = link + 1 if begin > link else link
    source = _owner(stretch, first)
    if source:
        cue = source[1], stretch.tokens[cue_end - 1].end
        yield Attribution(source, _trimmed(stretch, cue), (content,), None, source)


def _after_date(tokens, i: int) -> int:
    """After the "on February 5, 2025," in "its affirmation on February 5, 2025, of"."""
    if i + 1 >= len(tokens) or tokens[i].low != "on" or tokens[i + 1].low not in TIMES:
        return i
    i += 1
    while i < len(tokens) and (tokens[i].low in TIMES or tokens[i].text.isdigit()):
        i += 1
        if i < len(tokens) and tokens[i].text == ",":
            i += 1
    return i


def _qualifies(tokens, i: int) -> bool:
    """Whether a token may stand between owner and noun: an adjective, by its place."""
    token = tokens[i]
    return (
        not token.capital
        and token.low not in {*OWNERS, *cues.NOUN_CUES}
        and (token.low in ("own", "recent", "past", "new", "latest") or _looks_adjective(token.low))
    )


def _looks_adjective(low: str) -> bool:
    return low.endswith(("al", "ive", "ous", "ic", "ent", "ed", "ing", "ful", "ary", "able", "er"))


def _owner(stretch: Stretch, first: int) -> Range | None:
    """The possessor right before a token: "his", "the ministry's", "voters'"."""
    owner = stretch.tokens[first - 1]
    if owner.low in OWNERS:
        return stretch.span(first - 1, first)
    if owner.low.endswith("'s") and owner.low != "it's":
        begin = phrases.possessor(stretch.tokens, first)
        if begin is not None:
            start, end = stretch.span(begin, first)
            return start, end - 2
    return None


def _trimmed(stretch: Stretch, span: Range) -> Range:
    text = stretch.text[slice(*span)]
    return span[0] + len(text) - len(text.lstrip()), span[1]


def _predicate(tokens, begin: int, end: int, link: str) -> int:
    """Where the verb stands whose subject the noun cue is, or the end."""
    if link in ("that", "to"):
        return end
    return next((at for at in range(begin + 1, end) if is_finite(tokens, at)), end)


def _adjective(stretch: Stretch, i: int) -> Iterator[Attribution]:
    """ "X is deeply concerned about …", "X was sure that …"."""
    tokens = stretch.tokens
    link = i + 1
    if link + 1 >= len(tokens) or tokens[link].low not in cues.ADJECTIVE_LINKS:
        return
    at = i
    while at and is_adverb(tokens[at - 1]):
        at -= 1
    if at and tokens[at - 1].low in BE | cues.LINKING:
        yield from _predicative(stretch, at - 1, link, tokens[link].low == "that")


def _holder(stretch: Stretch, i: int) -> Iterator[Attribution]:
    """ "X has been one of the fiercest critics of …", "X is one of Y's fiercest critics"."""
    tokens = stretch.tokens
    of = i + 2 < len(tokens) and tokens[i + 1].low == "of"
    owner = None if of else _owner_before(stretch, i)
    if not of and not owner:
        return
    at = i
    while at and tokens[at - 1].low not in BE:
        at -= 1
        if not tokens[at].text[0].isalnum() or is_finite(tokens, at):
            return
    if at and of:
        yield from _predicative(stretch, at - 1, i + 1, False)
    elif at:
        subject, _ = _subject(stretch, at - 1)
        if subject and owner:
            yield stretch.made(subject, stretch.span(i, i + 1), [owner], None)


def _owner_before(stretch: Stretch, i: int) -> Range | None:
    """Whose "fiercest critics" end with a token, where a name says it."""
    tokens = stretch.tokens
    for first in range(i, max(i - MOST_QUALIFIERS, 0), -1):
        if tokens[first - 1].low.endswith("'s"):
            return _owner(stretch, first)
    return None


def _predicative(stretch: Stretch, group: int, link: int, clause: bool) -> Iterator[Attribution]:
    """What the subject of the verb "be" at `group` is said to feel, by what follows `link`."""
    tokens = stretch.tokens
    subject, group = _subject(stretch, group)
    if subject is None:
        return
    begin = link if tokens[link].low in ("that", "to") else link + 1
    end = content_end.close(tokens, begin, FELT, clause)
    if tokens[subject.last - 1].low in RELATIVE:
        end = min(end, _predicate(tokens, begin, end, tokens[link].low))
    if end > begin:
        cue = stretch.span(group, link + 1 if begin > link else link)
        yield stretch.made(subject, cue, [stretch.span(begin, end)], None)


def _subject(stretch: Stretch, group: int) -> tuple[Phrase | None, int]:
    """The subject of the verb "be" at a token, and where the verb's group begins."""
    tokens = stretch.tokens
    while group and (
        tokens[group - 1].low in ("has", "have", "had", "not", "n't", "will", "would")
        or is_adverb(tokens[group - 1])
    ):
        group -= 1
    subject, understood = subjects.of(tokens, group, FELT)
    return (subjects.main(tokens, group) if understood else subject), group
