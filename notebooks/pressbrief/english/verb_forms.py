"""The forms of English verbs: of most by rule, of irregular ones from a list."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pressbrief.english import word_lists

FIELDS, SPELLINGS = "/", ","


class Forms(NamedTuple):
    """A verb's forms beside its base, each in all its spellings."""

    present: tuple[str, ...]  # writes
    past: tuple[str, ...]  # wrote
    participle: tuple[str, ...]  # written
    progressive: tuple[str, ...]  # writing


def inflected(base: str) -> Forms:
    """A verb's present with "-s", its past, its past participle and its form with "-ing".

    >>> inflected("deny")
    Forms(present=('denies',), past=('denied',), participle=('denied',), progressive=('denying',))
    >>> inflected("write").participle, inflected("signal").past
    (('written',), ('signaled', 'signalled'))
    """
    said = _irregular().get(base)
    if said is None:
        return by_rule(base)
    return Forms(*(tuple(spellings.split(SPELLINGS)) for spellings in said.split(FIELDS)))


def by_rule(base: str) -> Forms:
    """The forms of a verb that is regular and doubles no letter.

    >>> by_rule("free").progressive, by_rule("echo").present, by_rule("play").past
    (('freeing',), ('echoes',), ('played',))
    """
    if base.endswith("y") and base[-2:-1] not in tuple("aeiou"):
        past = f"{base[:-1]}ied"
        return Forms((f"{base[:-1]}ies",), (past,), (past,), (f"{base}ing",))
    if base.endswith("e"):
        stem = base if base.endswith(("ee", "oe", "ye")) else base[:-1]
        return Forms((f"{base}s",), (f"{base}d",), (f"{base}d",), (f"{stem}ing",))
    present = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"
    return Forms((present,), (f"{base}ed",), (f"{base}ed",), (f"{base}ing",))


@cache
def pasts() -> frozenset[str]:
    """The past forms that do not end in "-ed" and are no verb's base, nor mostly another word.

    >>> sorted(pasts() & {"came", "cut", "ground", "known", "said", "saw", "wrote"})
    ['came', 'said', 'wrote']
    """
    forms = {form for base in _irregular() for form in inflected(base).past}
    others = _irregular().keys() | word_lists.words("verbs/other_words")
    return frozenset(form for form in forms - others if not form.endswith("ed"))


@cache
def _irregular() -> dict[str, str]:
    return word_lists.table("irregular_verbs/irregular")
