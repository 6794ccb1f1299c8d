"""The grammar of attribution in one stretch of text: subject, cue and complement.

Everything here is word order: no parser knows more. The tables that it reads stand in cues.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressbrief.mentions.words import table
from pressbrief.stance import cues
from pressbrief.stance.cues import Cue
from pressbrief.stance.passage import Token, tokens

Range = tuple[int, int]
NO_CUE = Cue("", frozenset(), "")
SUBORDINATORS = table(
    """while although though whereas because since when as if after before until unless once that
    which who whom whose where but and or nor"""
)
NO_SUBJECT = table(
    """a an the its their his her our my your of by with as than any no some such this these those
    in on at for from to under over into and or per"""
)
CONTRAST = re.compile(r"(?:;|, (?:but|while|whereas|although|though|despite|yet)\b)")
TIME = re.compile(
    r"(?:\s+(?:on|in|at|late|early|earlier|last|this|the|next|of|during|an?|to|by|week|month|year|"
    r"day|night|morning|afternoon|evening|today|yesterday|interview|statement|email|e-mail|speech|"
    r"reporters|briefing|news|conference|press|tweet|Twitter|television|TV|radio|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)|"
    r"\d{1,4}(?:st|nd|rd|th)?,?)\b,?)+"
)
CONTINUING = table("continue continues continued")
BLOT = "\0"
SHORTEST_CLAUSE = 3
OPENING = tuple('“"‘«「')
CLOSING = ("”", '"', "’", "'", "」", "»")
FARTHEST_SUBJECT = 25


@dataclass(frozen=True)
class Attribution:
    """One cue with its source (None where it is only understood) and its contents."""

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]
    verb: Cue | None


class Stretch:
    """The text of a stretch, quotations in it blotted out (BLOT); offsets begin at 0."""

    def __init__(self, text: str):
        self.text = text
        self.end = len(text.rstrip(" .?!"))
        self.tokens = tokens(text)

    def according(self, match: re.Match) -> Attribution | None:
        """The attribution of "According to X, …" or "…, according to X"."""
        at, to = match.span()
        stop = re.compile(r"[,;:]|\s[—–]|\0| who | which | and ").search(self.text, to, self.end)
        close = stop.start() if stop else self.end
        before = self.text[:at].strip(' ,—–"“”')
        if before:
            content = (0, len(self.text[:at].rstrip(" ,")))
        else:
            content = (self._skip(close, " ,"), self.end)
        if not close > to or content[0] >= content[1]:
            return None
        return Attribution((to, close), (at, to - 1), (content,), None)

    def attribution(self, i: int) -> Attribution | None:
        """The attribution that the token at hand is the cue of, if it is one."""
        cue, last = self._cue(i)
        if cue is None:
            return None
        group = self._group(i)
        if self._is_no_predicate(group, i, cue):
            return None
        span = (self.tokens[group].start, self.tokens[last].end)
        inverted = self._inverted(i, last, cue)
        if inverted:
            return Attribution(inverted, span, (self._before(span[0]),), cue)
        source = self._subject(group, cue)
        if source is None and not self._participle_of_clause(group, cue):
            return None
        contents = self._contents(source, span, cue, last)
        return Attribution(source, span, contents, cue) if contents else None

    def _cue(self, i: int) -> tuple[Cue | None, int]:
        token = self.tokens[i]
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if following and (phrase := cues.VERB_PHRASES.get((token.low, following.low))):
            return phrase, i + 1
        cue = cues.VERBS.get(token.low)
        if cue and token.low in cues.NOUNS and not self._before_clause(token):
            return None, i
        return cue, i

    def _before_clause(self, token: Token) -> bool:
        rest = self.text[token.end : self.end]
        return bool(re.match(r",? ?[\"“‘«「']|:| that\b", rest)) and not rest.startswith("'s")

    def _group(self, i: int) -> int:
        """The index of the first token of the verb group: auxiliaries and adverbs are its own."""
        while i and self._joined(i - 1, i):
            low = self.tokens[i - 1].low
            if low not in cues.AUXILIARIES and not (low.endswith("ly") and len(low) > 4):
                break
            i -= 1
        return i

    def _is_no_predicate(self, group: int, i: int, cue: Cue) -> bool:
        """Whether the cue is a passive ("was welcomed") or a bare infinitive ("to defend")."""
        helpers = {token.low for token in self.tokens[group:i]}
        passive = cue.form == "past" and helpers & cues.PASSIVE
        infinitive = cue.form == "base" and "to" in helpers and not helpers & CONTINUING
        return bool(passive or infinitive)

    def _joined(self, i: int, j: int) -> bool:
        return not self.text[self.tokens[i].end : self.tokens[j].start].strip()

    def _subject(self, group: int, cue: Cue) -> Range | None:
        """The noun phrase before the verb group; an apposition between commas is passed over."""
        if not group:
            return None
        previous = self.tokens[group - 1]
        gap = self.text[previous.end : self.tokens[group].start]
        if previous.low in NO_SUBJECT or previous.low.endswith("'s") or cue.form == "participle":
            return None
        if "," in gap:
            comma = self.text.rfind(",", 0, previous.start)
            return self._phrase(comma) if comma > 0 else None
        if gap.strip(" )"):
            return None
        return self._phrase(previous.end + len(gap.rstrip()))

    def _phrase(self, end: int) -> Range | None:
        """The noun phrase that ends here, from the boundary of its clause on."""
        inside = [token for token in self.tokens if token.end <= end][-FARTHEST_SUBJECT:]
        start = end
        for token in reversed(inside):
            between = self.text[token.end : start]
            if re.search(r"[,;:—–\0\"“”]", between) and start != end:
                break
            if token.low in SUBORDINATORS and not self._joins_names(token):
                break
            if cues.VERBS.get(token.low, NO_CUE).form == "past" and token.low not in cues.NOUNS:
                return None
            start = token.start
        return (start, end) if start < end else None

    def _joins_names(self, token: Token) -> bool:
        if token.low not in ("and", "or") or token.start < 2:
            return False
        follows = self.text[token.end + 1 :].removeprefix("the ")[:1]
        return self.text[token.start - 2].isalpha() and (follows.isupper() or follows == "o")

    def _participle_of_clause(self, group: int, cue: Cue) -> bool:
        """Whether the clause's subject is understood: ", claiming …", "while pressing …"."""
        if not group:
            return False
        previous = self.tokens[group - 1]
        gap = self.text[previous.end : self.tokens[group].start].strip()
        if cue.form == "participle":
            return gap in (",", "—", "–", "") and (bool(gap) or previous.low in ("while", "by"))
        return previous.low == "and" and cue.form in ("past", "present") and not gap

    def _inverted(self, i: int, last: int, cue: Cue) -> Range | None:
        """The subject in "…,” said Hayashi"."""
        before = self.text[: self.tokens[i].start].rstrip()
        if "say" not in cue.takes or cue.form not in ("past", "present"):
            return None
        if not before.endswith((",", "?", "!", *CLOSING)):
            return None
        rest = self.text[self.tokens[last].end : self.end]
        phrase = re.match(r" (?!that\b|it\b|he\b.* would)([^,;:—–\"“\0]{2,80})", rest)
        if not phrase or (before.endswith(",") and not re.match(r" (?:[A-Z]|the |an? )", rest)):
            return None
        begin = self.tokens[last].end + 1
        named = phrase.group(1)
        stop = TIME.search(named)
        length = stop.start() if stop and stop.start() > 1 else len(named)
        return begin, begin + length

    def _contents(
        self, source: Range | None, span: Range, cue: Cue, last: int
    ) -> tuple[Range, ...]:
        after = self._after(span[1])
        if source and "say" in cue.takes and self._is_postponed(source[0], after):
            preceding = self._before(source[0])
            comma = self.text.find(",", after, self.end)
            rest = (self._skip(comma + 1, " "), self.end) if comma > 0 else (0, 0)
            return (preceding, rest) if rest[1] - rest[0] > 1 else (preceding,)
        if after >= self.end:
            return ()
        if not self._complement(cue, after, last):
            return ()
        return ((after, self._close(source, span, after)),)

    def _complement(self, cue: Cue, after: int, last: int) -> bool:
        """Whether what follows is a complement that the cue takes."""
        rest = self.text[after : self.end]
        clause = rest.startswith(("that ", "“", '"', "‘", "«", "「", "'", "\0"))
        if clause or cue.base in cues.CLAUSE_ONLY:
            return clause
        if cue.takes & {"express", "judge"}:
            return not re.match(r"[,)]|(?:by|in|at|on|to|during|with|from) ", rest)
        if "ask" in cue.takes:
            return bool(re.search(r"\b(?:to|that|against|for)\b", rest))
        return bool(re.match(r"[\w$(]", rest)) and not rest.startswith("to ")

    def _close(self, source: Range | None, span: Range, after: int) -> int:
        """Where the content ends: with its sentence, before a contrast, or with its own clause."""
        contrast = CONTRAST.search(self.text, after, self.end)
        close = contrast.start() if contrast else self.end
        opening = self.text[: (source or span)[0]].strip(" ,").casefold()
        if opening in ("while", "although", "though", "whereas", "as", "when", "after", "because"):
            comma = self.text.find(",", after, close)
            close = comma if comma > 0 else close
        return close

    def _after(self, position: int) -> int:
        """Where the complement begins: after the time and place of the saying."""
        when = TIME.match(self.text, position, self.end)
        if when and self.text[when.end() : when.end() + 6].startswith((" that ", ", that")):
            position = when.end()
        elif when and not self.text[when.end() : self.end].strip(" ,."):
            return self.end
        colon = re.compile(r"[:,]?\s*").match(self.text, position, self.end)
        quoted = colon and self.text[colon.end() : colon.end() + 1] in OPENING
        return colon.end() if quoted and colon else self._skip(position, " :")

    def _before(self, position: int) -> Range:
        return 0, len(self.text[:position].rstrip(" ,—–"))

    def _is_postponed(self, source: int, after: int) -> bool:
        """Whether the content stands before the source: in marks, or before a comma."""
        before = self.text[:source].rstrip(" ")
        rest = self.text[after : self.end]
        if rest.startswith(("that ", BLOT, *OPENING)):
            return False
        if before.rstrip(",").endswith(CLOSING):
            return True
        clause = before.endswith(",") and len(before.split()) > SHORTEST_CLAUSE
        return clause and (not rest or rest.startswith(","))

    def _skip(self, position: int, chars: str) -> int:
        while position < self.end and self.text[position] in chars:
            position += 1
        return position
