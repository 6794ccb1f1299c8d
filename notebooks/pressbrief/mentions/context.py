"""Whether a form that stands in a line names its actor there, by the words around it.

A form does not name its actor
- inside a longer proper name ("University of Tokyo", "Washington Post", "China-Pakistan Economic
  Corridor"): capitalised words joined to it make one, unless they are an office ("US President"),
  a state's own organ ("US Senate"), or words that the article also writes small. In a title in
  title case capitals say nothing, so there only the head of a known kind of name ("Times") does.
- where another state owns it: "Chinese Foreign Ministry" is not the Japanese "Foreign Ministry".
- where it is a common word ("May"), unless a title stands before it, or a person is listed under
  it and it can be no month there ("said May").
- where it is a capital city used as a place (see capitals.py).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from pressbrief.english.tokens import Token, parts
from pressbrief.english.word_lists import words
from pressbrief.mentions import name_words
from pressbrief.mentions.surface_forms import Found, is_shouted

BEFORE, BEFORE_MONTHS = words("names/before"), words("names/beside_months")
AGES = words("names/ages")
# Title case is told by so large a share of the words that could be small, of so many and more:
# fewer may all be names. Above text so large a share will do. Guesses.
TITLE_SHARE = 0.8
TITLE_WORDS = 3
HEADING_SHARE = 0.6
# Words before and after a name that are looked at; hardly a name goes on for longer ("Japan Agency
# for Marine-Earth Science and Technology"). A guess.
LONGEST_CHAIN = 6
ENDS = frozenset("!?…:;,")
CLOSING = " \"'”’)]"


class Line:
    """One line of an article, in plain characters, with the forms found in it.

    `small`: words that the article writes small somewhere, hence no names of their own. `heading`:
    it stands above text, where editors write many a word with a capital.
    """

    def __init__(
        self, text: str, found: list[Found], small: frozenset[str], *, heading: bool = False
    ):
        self.text = text
        self.found = found
        self.small = small
        self.heading = heading

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words and marks."""
        return parts(self.text)

    @cached_property
    def _token_at(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _found_at(self) -> list[int]:
        return [one.start for one in self.found]

    @cached_property
    def _telling(self) -> list[Token]:
        """The tokens whose capitals tell something: no small words, no possessive's "s"."""
        return [token for token in self.tokens
                if token.low not in name_words.FUNCTION and token.text != "s"]  # fmt: skip

    @cached_property
    def in_title_case(self) -> bool:
        """Whether nearly every word that could be small has a capital."""
        said = [token for token in self._telling if token.text[0].isalpha()]
        said = said[1:] if said and said[0] is self.tokens[0] else said
        capitals = sum(token.capital for token in said)
        titled = len(said) >= TITLE_WORDS and capitals >= TITLE_SHARE * len(said)
        return titled or is_shouted(self.text)

    @cached_property
    def says_nothing(self) -> bool:
        """Whether its capitals say nothing: it is in capitals, or in title case without a stop."""
        text = self.text.rstrip(CLOSING)
        if is_shouted(text):
            return True
        if text.endswith("."):
            return False
        said = self._telling
        share = sum(token.capital for token in said) / (len(said) or 1)
        if self.heading and share >= HEADING_SHARE:
            return True
        return self.in_title_case or (text[-1:] not in ENDS and len(said) > 1 and share == 1)

    def before(self, position: int) -> list[Token]:
        """The tokens before a position, nearest first."""
        at = bisect_left(self._token_at, position)
        return self.tokens[max(at - LONGEST_CHAIN, 0) : at][::-1]

    def after(self, position: int) -> list[Token]:
        """The tokens from a position on, nearest first."""
        at = bisect_left(self._token_at, position)
        return self.tokens[at : at + LONGEST_CHAIN]

    def gap(self, start: int, end: int) -> str:
        """What stands between two places."""
        return self.text[start:end]

    def over(self, token: Token) -> Found | None:
        """The form that a token is part of."""
        at = bisect_right(self._found_at, token.start)
        one = self.found[at - 1] if at else None
        return one if one and token.start < one.end else None

    def is_name(self, token: Token) -> bool:
        """Whether a capital makes this token a name: not a word that the article writes small."""
        return token.capital and token.low not in self.small


def in_longer_name(line: Line, one: Found) -> bool:
    """Whether the form at hand is a part of a longer proper name."""
    return _name_goes_on(line, one) or _name_began(line, one) or _name_of(line, one)


def owned_by_another(line: Line, one: Found, family: set[str]) -> bool:
    """Whether an organisation's generic name is said of a state that it is no part of."""
    if one.actor.type != "organisation" or not one.actor.part_of:
        return False
    return _owner_before(line, one, family) or _owner_after(line, one, family)


def is_common_word(line: Line, one: Found) -> bool:
    """Whether a form that is also a common word stands without a title or given name before it."""
    if line.gap(one.start, one.end).casefold() not in name_words.COMMON or one.form.text.isupper():
        return False
    nearest = line.before(one.start)[:1]
    beside = nearest and line.gap(nearest[0].end, one.start) in (" ", ". ")
    if beside and nearest[0].low in name_words.OFFICES:
        return False
    return not (beside and one.actor.type == "person" and _is_no_month(line, one, nearest[0]))


def _is_no_month(line: Line, one: Found, before: Token) -> bool:
    """Whether a capital inside a sentence names a person there: "said May", but not "in May"."""
    dated = before.low in BEFORE_MONTHS or before.text[0].isdigit()
    after = line.after(one.end)[:1]
    return not (dated or line.says_nothing or (after and after[0].text[0].isdigit()))


def _name_goes_on(line: Line, one: Found) -> bool:
    chain = _chain_after(line, one)
    if not chain:
        return False
    said = [token.low for token in chain]
    if any(word in name_words.HEADS for word in said):
        return True
    if said[0] in name_words.OFFICES or any(word in name_words.ORGANS for word in said):
        return False
    if line.in_title_case or line.says_nothing or one.form.kind == "demonym":
        return False
    return any(line.is_name(token) for token in chain)


def _chain_after(line: Line, one: Found) -> list[Token]:
    """The capitalised words joined to a form; actors hyphened to it are passed over."""
    chain: list[Token] = []
    end = one.end
    for token in line.after(one.end):
        gap = line.gap(end, token.start)
        other = line.over(token)
        if gap not in (" ", "-") or not token.capital or (other and gap == " "):
            break
        if not other:
            chain.append(token)
        end = token.end
    return chain


def _name_began(line: Line, one: Found) -> bool:
    several_words = " " in one.form.text
    if several_words and one.form.kind != "alias":
        return False
    nearest = line.before(one.start)[:1]
    if not nearest or line.gap(nearest[0].end, one.start) != " ":
        return False
    token = nearest[0]
    if not token.capital or line.over(token) or _leaves_it(token):
        return False
    if several_words and one.actor.type == "person":
        return False
    if token.low in BEFORE:
        return True
    first = token is line.tokens[0] and one.actor.type != "person"
    return not line.in_title_case and not first and line.is_name(token)


def _leaves_it(token: Token) -> bool:
    tables = (
        name_words.OFFICES,
        name_words.ORGANS,
        AGES,
        name_words.FUNCTION,
        name_words.CALENDAR,
    )
    return any(token.low in table for table in tables)


def _name_of(line: Line, one: Found) -> bool:
    """Whether "University of", "Bank of" or the like stands before the form."""
    before = line.before(one.start)
    if before and before[0].low == "the":
        before = before[1:]
    if len(before) < 2 or before[0].low != "of" or not before[1].capital:
        return False
    head = before[1]
    if line.gap(head.end, before[0].start) != " " or line.over(head):
        return False
    if head.low in name_words.HEADS:
        return True
    if line.in_title_case or head is line.tokens[0] or _leaves_it(head):
        return False
    return line.is_name(head)


def _owner_before(line: Line, one: Found, family: set[str]) -> bool:
    nearest = [token for token in line.before(one.start) if token.text != "s"][:1]
    if not nearest or line.gap(nearest[0].end, one.start) not in (" ", "'s ", "' "):
        return False
    owner = line.over(nearest[0])
    if owner:
        return owner.actor.name not in family and owner.actor.type in ("state", "group")
    possessive = line.gap(nearest[0].end, one.start) != " "
    return possessive and line.is_name(nearest[0]) and nearest[0].low not in name_words.FUNCTION


def _owner_after(line: Line, one: Found, family: set[str]) -> bool:
    after = [token for token in line.after(one.end) if token.low != "the"][:2]
    if len(after) < 2 or after[0].low not in ("of", "in"):
        return False
    owner = line.over(after[1])
    return owner is not None and owner.actor.name not in family and owner.actor.type == "state"
