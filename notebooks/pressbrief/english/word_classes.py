"""Word classes of English that need no parser: tables, and what a token is by its form and place.

All words in lower case. Nothing here is about attribution.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressbrief.english.tokens import Token


def words(text: str) -> frozenset[str]:
    """The words of a text as a set to look them up in."""
    return frozenset(text.split())


BE = words("is are was were be been being am isn't aren't wasn't weren't 's 're")
PERFECT = BE | words("has have had been")
AUXILIARIES = BE | words(
    """has have had having hasn't haven't hadn't will would can could may might must shall should
    did does do won't wouldn't can't cannot couldn't mustn't shouldn't didn't doesn't don't"""
)
NEGATIONS = words("not n't never nor neither cannot") | {
    word for word in AUXILIARIES if word.endswith("n't")
}
ADVERBS = words(
    """also then later again once never not n't further previously already earlier always often now
    just only still even ever first long thus therefore instead simply twice
    perhaps maybe too soon almost quite very so well else rather yet sometimes seldom today
    yesterday tonight meanwhile however moreover indeed back"""
)
PREPOSITIONS = words(
    """in on at from with near to by against under over between about toward towards of for after
    before during since despite among amid within without throughout until upon across through
    into onto inside outside beyond behind below above around along like unlike per via as besides
    following including regarding"""
)
# Words that begin a clause of their own, or join two.
SUBORDINATORS = words(
    """that which who whom whose what where when why how if whether because while whereas although
    though since unless until once than but nor so yet as after before"""
)
# Those of them with which a clause begins that comes before the main one.
SUBORDINATING = words("while although though whereas as when after because since if before")
PRONOUNS = words(
    """he she they it i we you who everyone everybody someone somebody nobody others many some most
    several both few this these those neither none all another one"""
)
DETERMINERS = words(
    """a an the his her its their our my your this that these those some many most several both all
    each every no any another other two three four five six seven eight nine ten"""
)
POSSESSIVES = words("his her its their my your our")
TIMES = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow tonight
    morning afternoon evening night week month year weekend earlier later recently day"""
)
# What begins an apposition between commas ("…, the head of …,", "…, a Democrat,", "…, 53,").
APPOSITIVE = words(
    """a an the who whose which one former chief chairman chairwoman president director head
    executive spokesman spokeswoman spokesperson senior another himself herself itself themselves
    aged age formerly now then his her its their author founder co-founder professor editor
    deputy vice senator governor mayor leader member secretary minister ambassador chair"""
)
_PAST = words(
    """went came made took gave got held met led left began won lost ran saw spoke stood sent put
    kept brought fell rose grew drew threw flew told said wrote built sought fought became found
    bought caught taught felt knew paid sold struck shook broke chose drove rode hung hit wore
    stuck spent slept lay sat swore spread dealt beat bore bound bred fled froze forgot"""
)
_NOT_PAST = words(
    """united so-called unnamed hundred need seed breed speed feed indeed alleged unidentified
    limited armed red wicked sacred"""
)
# "he's", "they've": a subject and its verb in one token.
_CONTRACTED = re.compile(
    r"(?:i|you|he|she|it|we|they|who|that|there|what|here|let)'(?:s|re|ve|m|ll|d)"
)
# "top-developed", but not "re-elected".
_COMPOUND = re.compile(r"(?!(?:re|co|over|out|pre)-)\w+-\w+")
_BEFORE_NOUN = DETERMINERS | PREPOSITIONS
_AFTER_PARTICIPLE = PREPOSITIONS - words("as after before since")


def is_adverb(token: Token) -> bool:
    """Whether a token may stand inside a verb group: an adverb by the table or by its "-ly"."""
    low = token.low
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and not token.capital)


def is_finite(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token seems to be a finite verb: an auxiliary, or a past form that is no adjective.

    "the appointed envoy" and "a commission appointed by the state" have none.
    """
    low = tokens[i].low
    if low in AUXILIARIES or _CONTRACTED.fullmatch(low):
        return True
    if low not in _PAST and not (low.endswith("ed") and len(low) > 4 and low not in _NOT_PAST):
        return False
    if (tokens[i].capital and i) or _COMPOUND.fullmatch(low):
        return False
    before = tokens[i - 1] if i else None
    if before and before.low.endswith("ly") and i > 1 and tokens[i - 2].low in DETERMINERS:
        return False
    if before is None or before.low in _BEFORE_NOUN or before.low.endswith("'s"):
        return False
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return low in _PAST or after not in _AFTER_PARTICIPLE


_HYPHENS = re.compile(r"^-+$")
_TOKEN = re.compile(
    r"\0+"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Rev|Prof|St|Jr|Sr|Adm|Capt|Maj|No|vs"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co)\."
    # States as newspapers shorten them, between commas or brackets.
    r"|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont"
    r"|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.(?=[,)])"
    r"|(?:[A-Z]\.)+"
    r"|--+|(?<=\s)-(?=\s)"
    r"|[^\W_]+(?:[-.'&/][^\W_]+)*"
    r"|[^\s\0]"
)


def tokens(text: str) -> list[Token]:
    """A text's words and marks; a run of NUL, what is quoted there, is one token.

    A hyphen that stands by itself is a dash.

    >>> [token.text for token in tokens("Mr. Hayashi's aide, in the U.S., said:")]
    ['Mr.', "Hayashi's", 'aide', ',', 'in', 'the', 'U.S.', ',', 'said', ':']
    """
    return [Token(m.start(), m.end(), _HYPHENS.sub("—", m.group())) for m in _TOKEN.finditer(text)]
