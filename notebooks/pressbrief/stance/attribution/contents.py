"""What a verb of saying says, asks, wants or judges: which of the words around it.

The tree tells whether the content stands behind the verb or before its subject, and what between
them only says when, where and to whom. It is less sure what hangs on what within a long content:
there content_end.py goes by the words' parts of speech.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressbrief.english.word_classes import SUBORDINATING, TIMES
from pressbrief.english.word_lists import words
from pressbrief.stance.attribution import content_end, cues
from pressbrief.stance.attribution.cues import Cue
from pressbrief.stance.attribution.stretch import COMMAS, FINITE, Stretch
from pressbrief.stance.model import Range

CLAUSE = words("contents/clause")
PLEAS = words("contents/pleas")
AFTER_OBJECT = words("contents/after_object")
# Who "must explain himself" is said nothing with these words.
REFLEXIVE = re.compile(r"\w+sel(?:f|ves)", re.I)
ASKED = ("to", "that", "against", "for", "not")
# What hangs on a verb of saying beside what is said: the setting, and whom it is said to.
_SETTING = frozenset(("advmod", "npadvmod", "prep", "punct", "neg"))
_ADDRESSEE = frozenset(("dobj", "dative", "nsubj"))
_ADJUNCT = frozenset(("advcl", "prep", "npadvmod", "advmod", "cc", "mark", "punct", "intj"))
_RELATIVE = ("WDT", "WP")
_OPENING = "“„«‹「『‘\"'`"


@dataclass(frozen=True)
class Report:
    """A cue verb with the words first:after of its group and subject; `own`: it has one itself.

    `last`: its particle, else itself.
    """

    stretch: Stretch
    cue: Cue
    verb: int
    last: int
    first: int
    after: int
    own: bool

    def contents(self) -> list[Range]:
        """The characters of what is said, in one or two parts; [] if the verb reports nothing."""
        if "say" in self.cue.takes and self.own and (before := self._before()):
            return [*before, *self._goes_on()]
        begin = self._begin()
        if begin is None or not self._takes(begin):
            return []
        called = [at for at in self.stretch.children(self.verb) if self._calls(at)]
        first = max([begin, *called])  # "described the talks on Monday as “…”"
        end = content_end.close(self.stretch, first, self._is_clause(begin))
        if self.stretch.low(self.first - 1) in SUBORDINATING:
            commas = (at for at in range(begin, end) if self.stretch.is_comma(at))
            end = next(commas, end)
        found = self.stretch.said(begin, end)
        return [one for one in found if not REFLEXIVE.fullmatch(self.stretch.text[slice(*one)])]

    def _calls(self, at: int) -> bool:
        """Whether a dependent of the verb says what it calls its object."""
        return self.stretch.tree[at].relation == "oprd" or self.stretch.low(at) == "as"

    def _begin(self) -> int | None:
        """Where what follows the cue begins, past the setting and whom it is said to."""
        stretch, at = self.stretch, self.after
        while at < stretch.stop and not self._opens_clause(at):
            top = self._top(at)
            relation = stretch.tree[top].relation if top is not None else ""
            if stretch.low(at) == ":" or stretch.is_comma(at):
                at += 1
            elif top is not None and relation in _SETTING and self._is_setting(at, relation):
                at = self._after_setting(at, max(stretch.below(top)))
            elif top is not None and relation in _ADDRESSEE and self.cue.base in cues.ADDRESSED:
                further = self._after_addressee(at, max(stretch.below(top)) + 1)
                if further is None:
                    break
                at = further
            else:
                break
        return at if at < stretch.stop else None

    def _opens_clause(self, at: int) -> bool:
        """Whether a quotation begins at a word, or a clause with "that" or "whether"."""
        word = self.stretch.tree[at]
        clausal = self.stretch.low(at) in CLAUSE and word.tag.startswith(("W", "IN"))
        return clausal or self.stretch.opens_quotation(at)

    def _top(self, at: int) -> int | None:
        """The word between a word and the cue verb that hangs on the verb itself."""
        tree = self.stretch.tree
        return next((one for one in (at, *tree.above(at)) if tree[one].head == self.verb), None)

    def _is_setting(self, at: int, relation: str) -> bool:
        noun = relation == "prep" and self.stretch.tree[at].tag.startswith(("NN", "PRP"))
        return self.last == self.verb and not noun

    def _after_setting(self, at: int, last: int) -> int:
        """After "on Monday", or at a "that" which the tree has in it."""
        stretch, inside = self.stretch, range(at + 1, last + 1)
        clause = (one for one in inside if stretch.low(one) == "that" and stretch.is_mark(one))
        return next(clause, max(at, last) + 1)

    def _after_addressee(self, at: int, end: int) -> int | None:
        """After "reporters" in "told reporters that", if a clause or a mark follows it."""
        stretch, tree = self.stretch, self.stretch.tree
        clauses = stretch.children(self.verb, "ccomp")
        for one in range(at, min(end + 1, stretch.stop)):
            mark = self._opens_clause(one) or stretch.low(one) in (",", ":")
            if one > at and mark:
                return one
            if one in clauses or (one == end and tree[one].tag == "PRP"):
                return end
        if end < stretch.stop and any(end <= min(stretch.below(one)) for one in clauses):
            return end
        return stretch.stop if end >= stretch.stop and self.cue.base == "tell" else None

    def _takes(self, begin: int) -> bool:
        """Whether what begins at a word is a complement that the cue takes."""
        stretch, takes, word = self.stretch, self.cue.takes, self.stretch.tree[begin]
        matter = bool(takes & {"express", "judge"})
        if self._opens_clause(begin):
            return matter or bool(takes & {"say", "ask"})
        if word.tag == "TO":
            return matter or "aim" in takes
        if stretch.low(begin) in ("and", "or", "but"):
            return False
        if self.cue.base == "plead" and stretch.low(begin) in PLEAS:
            return False
        if "say" in takes:
            behind = any(one >= begin for one in stretch.children(self.verb, "ccomp"))
            he = self.cue.form != "participle" and word.tag == "PRP" and self._predicates(begin)
            if behind or he:
                return True
        if word.tag in ("CC", "IN", ".", "-RRB-") and self.last == self.verb:
            return False
        if matter:
            return True
        if begin > self.after:
            return False
        if "ask" in takes:
            return any(stretch.low(one) in ASKED for one in range(begin, stretch.stop))
        return "say" in takes and self.cue.base not in cues.CLAUSE_ONLY

    def _predicates(self, begin: int) -> bool:
        """Whether a finite verb stands before the next mark."""
        stretch, tree = self.stretch, self.stretch.tree
        for at in range(begin, stretch.stop):
            if tree[at].relation == "punct" and stretch.low(at) not in ("-", "'", "’"):
                return False
            if at > begin and tree[at].tag in FINITE and tree[at].relation != "relcl":
                return stretch.low(at - 1) not in ("and", "or")
        return False

    def _is_clause(self, begin: int) -> bool:
        """Whether the complement that begins at a word is a clause, and no mere object."""
        if self._opens_clause(begin):
            return True
        clausal = not self.cue.takes & {"express", "judge"} or self._predicates(begin)
        return "say" in self.cue.takes and clausal

    def _before(self) -> list[Range]:
        """What stands before "Hayashi said" or "said Hayashi", if that is what is said."""
        stretch, tree, begin, mark = (
            self.stretch,
            self.stretch.tree,
            self.stretch.begin,
            self.first - 1,
        )
        if self.first <= begin or tree[self.first].tag in _RELATIVE:
            return []
        quoted = stretch.is_quoted(mark) or (
            stretch.low(mark) in COMMAS and stretch.is_quoted(mark - 1)
        )
        put_in = stretch.is_comma(mark) and stretch.is_comma(self.after)
        if self._is_adjunct() and not put_in and not stretch.is_quoted(begin):
            return []
        clauses = stretch.children(self.verb, "ccomp")
        hangs = tree[self.verb].relation == "parataxis" or any(one < self.first for one in clauses)
        clausal = (hangs or self._is_inserted()) and stretch.low(mark) in COMMAS
        behind = any(one >= self.after for one in clauses) and not stretch.is_comma(self._rest())
        if not quoted and (not clausal or behind):
            return []
        return stretch.said(self._begin_before(mark), self.first)

    def _begin_before(self, mark: int) -> int:
        """Where what ends at a mark begins: a whole sentence in marks is it alone."""
        stretch = self.stretch
        for one in stretch.quotations:
            first, before = min(one), stretch.low(min(one) - 1)
            said = stretch.text[stretch.tree[first].start :].lstrip(_OPENING)
            apart = first > stretch.begin and before in COMMAS | {":", ".", "?", "!"}
            if max(one) in (mark, mark - 1) and said[:1].isupper() and apart:
                return first
        return stretch.begin

    def _is_inserted(self) -> bool:
        """Whether a comma or the end stands behind "he said on Monday"."""
        rest = self._rest()
        ended = rest >= self.stretch.stop or self.stretch.low(rest) in (".", "?", "!")
        return (ended or self.stretch.is_comma(rest)) and self.first - 1 > self.stretch.begin

    def _is_adjunct(self) -> bool:
        """Whether what stands before a speaker only says when or how he spoke."""
        stretch, tree = self.stretch, self.stretch.tree
        inside = range(stretch.begin, self.first)
        commas = [at for at in inside[:-1] if stretch.is_comma(at)]
        if stretch.low(stretch.begin) in SUBORDINATING and not commas:
            return True
        tops = {self._top(at) for at in inside if not stretch.is_comma(at)}
        relations = {tree[top].relation if top is not None else "" for top in tops}
        clauses = stretch.children(self.verb, "ccomp")
        nouns = {noun for one in clauses for noun in stretch.children(one, "nsubj", "nsubjpass")}
        begun = any(at in nouns or tree[at].tag in FINITE for at in inside)
        return relations <= _ADJUNCT or not begun

    def _rest(self) -> int:
        """After the setting of the cue and whom it is said to."""
        stretch, at = self.stretch, self.after
        while at < stretch.stop and (top := self._top(at)) is not None:
            if stretch.low(at) in TIMES:
                at += 1
                continue
            if stretch.tree[top].relation not in _SETTING - {"punct"} | _ADDRESSEE:
                break
            at = max(at, *stretch.below(top)) + 1
        return at

    def _goes_on(self) -> list[Range]:
        """What goes on after "Hayashi said on Monday": a quotation, or the rest of the clause."""
        stretch = self.stretch
        later = next((min(one) for one in stretch.quotations if min(one) >= self.after), None)
        if later is not None:
            between = range(self.after, later)
            if not any(stretch.low(at) in cues.VERBS for at in between):
                return stretch.said(later, stretch.stop)
        rest = self._rest()
        begin = rest + 1
        if stretch.is_quoted(self.first - 1) or begin >= stretch.stop or not stretch.is_comma(rest):
            return []
        adjoins = stretch.is_mark(begin) and stretch.low(begin) != "that"
        if stretch.tree[begin].tag == "VBG" or adjoins or stretch.low(begin) in AFTER_OBJECT:
            return []
        return stretch.said(begin, stretch.stop)
