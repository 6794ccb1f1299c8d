"""A sentence, or what a quotation has of one, as the finders of attributions read it: as a tree.

Places are those of the tree's words. What is quoted in the stretch is content, and no cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pressbrief.reader.syntax import Tree
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.model import Range

DASHES = frozenset(("-", "--", "—", "–", "―"))
COMMAS = DASHES | {","}
FINITE = ("VBD", "VBZ", "VBP", "MD")
# The words of a verb's group ("has never said"), and the marks at a content's ends.
_GROUP = ("aux", "auxpass", "neg", "advmod")
_BEFORE = COMMAS | {":", ";", "."}
_BEHIND = _BEFORE | {"?", "!"}


@dataclass(frozen=True)
class Attribution:
    """One cue with its source and its contents.

    `head`: the source without its appositions, or what its "who" stands for.
    """

    source: Range
    cue: Range
    contents: tuple[Range, ...]
    verb: Cue | None = None
    head: Range | None = None

    def moved(self, by: int) -> Attribution:
        """The same attribution so many characters further on."""

        def moved(span: Range) -> Range:
            return span[0] + by, span[1] + by

        contents, head = tuple(map(moved, self.contents)), self.head and moved(self.head)
        return Attribution(moved(self.source), moved(self.cue), contents, self.verb, head)

    def ended(self, at: int) -> Attribution:
        """The same attribution with contents that end there."""
        contents = tuple((start, min(end, at)) for start, end in self.contents if start < at)
        return replace(self, contents=contents) if self.cue[0] < at else self


class Stretch:
    """The words begin:stop of a sentence's tree, and which of them stand in a quotation.

    `quoted`: the characters of each quotation inside the stretch, with its marks.

    >>> from pressbrief import reader
    >>> said = "Japan has never asked."
    >>> stretch = Stretch(said, reader.parses([said])[0], (0, len(said)))
    >>> stretch.low(0), stretch.group(3), stretch.said(0, 5)
    ('japan', 1, [(0, 21)])
    """

    def __init__(self, text: str, tree: Tree, span: Range, quoted: Sequence[Range] = ()):
        self.text, self.tree = text, tree
        places = tree.inside(*span)
        self.begin, self.stop = (places[0], places[-1] + 1) if places else (0, 0)
        parts = [
            frozenset(at for at in places if start <= tree[at].start and tree[at].end <= end)
            for start, end in quoted
        ]
        self.quotations = [part for part in parts if part]
        self._inside = frozenset().union(*self.quotations)
        self.outside = [at for at in places if at not in self._inside]
        self._children: dict[int, list[int]] = {}
        for at, word in enumerate(tree):
            self._children.setdefault(word.head, []).append(at)

    def low(self, at: int) -> str:
        """A word in lower case; "" where there is none."""
        if not 0 <= at < len(self.tree):
            return ""
        return self.text[self.tree[at].start : self.tree[at].end].casefold()

    def tag(self, at: int) -> str:
        """A word's part of speech; "" where there is none."""
        return self.tree[at].tag if 0 <= at < len(self.tree) else ""

    def children(self, at: int, *relations: str) -> list[int]:
        """The dependents of a word, those of some relations or all."""
        own = self._children.get(at, [])
        return [one for one in own if self.tree[one].relation in relations] if relations else own

    def child(self, at: int, *relations: str) -> int | None:
        """The first dependent of a word that has one of the relations."""
        return next(iter(self.children(at, *relations)), None)

    def below(self, at: int) -> set[int]:
        """A word and all that depends on it."""
        found, new = {at}, [at]
        while new:
            more = [one for one in self.children(new.pop()) if one not in found]
            found.update(more)
            new += more
        return found

    def group(self, verb: int) -> int:
        """Where the group of a verb begins: "has also said"."""
        own = set(self.children(verb, *_GROUP))
        own.update(part for one in tuple(own) for part in self.children(one, "part"))
        while verb - 1 in own:
            verb -= 1
        return verb

    def is_quoted(self, at: int) -> bool:
        """Whether a word or mark stands in a quotation of the stretch."""
        return at in self._inside

    def opens_quotation(self, at: int) -> bool:
        """Whether a quotation of the stretch begins with a word or mark."""
        return any(at == min(one) for one in self.quotations)

    def is_mark(self, at: int) -> bool:
        """Whether a word marks a clause as another's: "that", "because"."""
        return self.tree[at].relation == "mark"

    def is_comma(self, at: int) -> bool:
        """Whether a comma or dash parts two phrases, and no thousands or halves of a word."""
        if self.low(at) not in COMMAS:
            return False
        start, end = self.tree[at].start, self.tree[at].end
        inside = self.text[start - 1 : start].isalnum() and self.text[end : end + 1].isalnum()
        return not inside or self.low(at) not in (",", "-")

    def is_glued(self, at: int) -> bool:
        """Whether a word or hyphen is one with what stands right before it: "-Eakin"."""
        if not 0 < at < len(self.tree) or self.tree[at - 1].end != self.tree[at].start:
            return False
        joint = (self.low(at - 1) + self.low(at)).translate(dict.fromkeys(map(ord, "-'/")))
        return joint.isalnum() or self.tree[at].relation == "part"

    def span(self, first: int, last: int) -> Range:
        """The characters of the words first to last."""
        return self.tree[first].start, self.tree[last].end

    def said(self, first: int, end: int) -> list[Range]:
        """The characters of the words first:end without marks at their ends; [] if none is left.

        Quotations are whole as far as they do not begin before.
        """
        last = max([end - 1, *(max(one) for one in self.quotations if first <= min(one) < end)])
        last = min(last, self.stop - 1)
        while first <= last and not self.is_quoted(first) and self.low(first) in _BEFORE:
            first += 1
        while first <= last and not self.is_quoted(last) and self.low(last) in _BEHIND:
            if self.low(last) == "." and self.tree[last].relation == "part":
                break  # "in Washington, D.C."
            last -= 1
        return [self.span(first, last)] if first <= last else []


def apart(found: Iterable[Attribution], text: str) -> list[Attribution]:
    """A text's attributions in order of their cues, so that none runs into another.

    Of two whose cues share a word the first counts. A postponed content ("…, the Foreign Ministry
    said") begins after the attribution before it ends, and a content that runs into one whose own
    stands before it ends there.
    """
    done: list[Attribution] = []
    for one in sorted(found, key=lambda one: one.cue):
        if done and done[-1].cue[1] > one.cue[0]:
            continue
        begin = min(one.source[0], one.cue[0])
        first = one.contents[0][0] if one.contents else begin
        if first < begin:
            before = len(text[:first].rstrip(" ,:;"))
            done = [
                other.ended(before if other.contents and other.contents[0][0] < before else begin)
                for other in done
            ]
        done.append(one)
    return done
