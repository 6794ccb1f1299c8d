"""A stretch of text as the finders of attributions read it, and what they find in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pressbrief.english.tokens import tokens
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.phrases import RELATIVE, Phrase
from pressbrief.stance.model import Range


@dataclass(frozen=True)
class Attribution:
    """One cue with its source (None where it is only understood) and its contents.

    `head`: the source without its appositions, or what its "who" stands for.
    """

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]
    verb: Cue | None = None
    head: Range | None = None

    def moved(self, by: int) -> Attribution:
        """The same attribution so many characters further on."""

        def moved(span: Range) -> Range:
            return span[0] + by, span[1] + by

        source, head = self.source and moved(self.source), self.head and moved(self.head)
        return Attribution(source, moved(self.cue), (*map(moved, self.contents),), self.verb, head)

    def ended(self, at: int) -> Attribution:
        """The same attribution with contents that end there."""
        contents = tuple((start, min(end, at)) for start, end in self.contents if start < at)
        return replace(self, contents=contents) if self.cue[0] < at else self


class Stretch:
    """The text of a stretch and its tokens; what is quoted in it is blotted out by NUL.

    Offsets begin at 0. Its methods count in tokens, but for those that say characters.
    """

    def __init__(self, text: str):
        self.text = text
        self.tokens = tokens(text)
        while self.tokens and self.tokens[-1].text in ".?!":
            self.tokens.pop()

    def span(self, first: int, last: int) -> Range:
        """The characters of tokens first:last."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def source(self, subject: Phrase) -> tuple[Range, Range]:
        """The characters of a subject with its appositions, and of its head."""
        first, last = subject.first, subject.last
        if self.tokens[last - 1].low in RELATIVE and last - first > 1:
            end = last - 1
            while end > first and self.tokens[end - 1].text == ",":
                end -= 1
            return self.span(last - 1, last), self.span(first, end)
        return self.span(first, subject.end), self.span(first, last)

    def made(
        self, subject: Phrase | None, cue: Range, contents: Sequence[Range], verb: Cue | None = None
    ) -> Attribution:
        """The attribution of a subject; `cue` and `contents` are characters."""
        source, head = self.source(subject) if subject else (None, None)
        return Attribution(source, cue, tuple(contents), verb, head)


def apart(found: Iterable[Attribution]) -> list[Attribution]:
    """Attributions in order of their cues, so that none runs into another.

    Of two whose cues share a word the first counts. A postponed content ("…, the Foreign Ministry
    said") begins after the attribution before it ends, and a content that runs into one whose own
    stands before it ends there.
    """
    done: list[Attribution] = []
    for one in sorted(found, key=lambda one: one.cue):
        if done and done[-1].cue[1] > one.cue[0]:
            continue
        begin = min(one.source[0], one.cue[0]) if one.source else one.cue[0]
        if one.contents and one.contents[0][0] == 0 < begin:
            done = [other.ended(begin) for other in done]
        done.append(one)
    return done
