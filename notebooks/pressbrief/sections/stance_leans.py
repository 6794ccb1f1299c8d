"""Verdicts → sentences: which source judges whom, how often, in which words, and who else does."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from pressbrief.sections.model import Claim
from pressbrief.sections.stance_views import NOTHING, By, Said
from pressbrief.sections.wording.judged import among, verb, words
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import counted, listed, number, sentence
from pressbrief.stance.appraisal.verdicts import (
    CRITICAL,
    FAVOURABLE,
    MIXED,
    NONE_VOICED,
    TOO_LITTLE,
    leans,
)
from pressbrief.tables import LIST_SEPARATOR

# Of several sources that judge alike so many are told in full.
TOLD = 2
SEVERAL = "The judgements stand in several articles; a model reads what a sentence judges."
HANGS = "The judgements hang on a single article; a model reads what a sentence judges."


def verdicts(
    by_source: pd.DataFrame, said: By, names: Names, matters: Collection[str] = ()
) -> list[Claim]:
    """A claim for each target that a source judges, most judgements first, then how many do.

    `said` has what each source says of each target (stance_views), `matters` the targets that are
    propositions.
    """
    if by_source.empty:
        return [Claim(text="No source names a target in its own voice.", sure="high")]
    stated = by_source[by_source["verdict"].map(leans) | by_source["verdict"].eq(MIXED)]
    judged = (stated["critical"] + stated["favourable"]).groupby(stated["target"]).sum()
    order = judged.sort_index().sort_values(ascending=False, kind="stable").index
    claims = [
        _toward(target, by_source[by_source["target"] == target], said, names, target in matters)
        for target in order
    ]
    return [*claims, *_tally(by_source)]


def _toward(target: str, rows: pd.DataFrame, said: By, names: Names, matter: bool) -> Claim:
    """Who judges one target in its own voice, and whether anybody else does."""
    parts: list[Phrase] = []
    told: list = []
    for verdict in (CRITICAL, FAVOURABLE, MIXED):
        found = sorted(
            rows[rows["verdict"] == verdict].itertuples(),
            key=lambda row: (-row.critical - row.favourable, row.source),
        )
        if not found:
            continue
        toward = names[target]
        if verdict == MIXED:
            parts += [_mixed(row, said, toward, names, matter) for row in found[:TOLD]]
        else:
            parts.append(_side(verdict, found, said, toward, names, matter))
        told += found
    text = say("{}{}", joined(parts, "; "), _others(rows, told, names))
    ids = [id_ for row in told for id_ in _said(row, said).ids]
    firm = all(row.articles > 1 and not row.driven_by for row in told)
    return Claim(
        text=sentence(say("{}.", text)),
        sure="moderate" if firm else "low",
        because=SEVERAL if firm else HANGS,
        about="judged",
        evidence=tuple(dict.fromkeys(ids)),
    )


def _side(verdict: str, found: list, said: By, toward, names: Names, matter: bool) -> Phrase:
    """Those of one verdict, the first with counts and words, the next shorter, the rest counted."""
    first, *others = found
    column = "critical" if verdict == CRITICAL else "favourable"
    how = verb(verdict, matter=matter)
    lead = say(
        f"{{}} {how} {{}} {{}}{{}}{{}}",
        names[first.source],
        toward,
        among(getattr(first, column), first.sentences, first.articles),
        words(getattr(_said(first, said), column).words),
        _hanging(first, names),
    )
    rest = [
        say(
            "{} {}{}",
            names[row.source],
            among(getattr(row, column), row.sentences, row.articles),
            words(getattr(_said(row, said), column).words),
        )
        for row in others[: TOLD - 1]
    ]
    if left := len(others) - len(rest):
        rest.append(counted(left, "more source"))
    return (
        say("{}; so {} {}", lead, "does" if len(others) == 1 else "do", listed(rest))
        if (rest)
        else lead
    )


def _mixed(row, said: By, toward, names: Names, matter: bool) -> Phrase:
    """A source that judges both ways, with both counts."""
    mine = _said(row, said)
    return say(
        f"{{}} {verb(CRITICAL, matter=matter)} {{}} {{}}{{}} and "
        f"{verb(FAVOURABLE, matter=matter)} it in {{}}{{}}{{}}",
        names[row.source],
        toward,
        among(row.critical, row.sentences, row.articles),
        words(mine.critical.words),
        number(row.favourable),
        words(mine.favourable.words),
        _hanging(row, names),
    )


def _others(rows: pd.DataFrame, told: list, names: Names) -> Phrase:
    """Whether the other sources do as the one that is told of: where it is one, and they are."""
    ways = {row.verdict for row in told}
    others = rows[~rows["source"].isin([row.source for row in told])]
    if len(ways) > 1 or MIXED in ways or others.empty:
        return say("")
    (way,) = ways
    alike = int(others[way].sum())
    if not alike:
        return say("; no other source does")
    of = int(others["sentences"].sum())
    who = "the only other source does" if len(others) == 1 else "the other sources do"
    return say(f"; {who} {{}}", among(alike, of))


def _hanging(row, names: Names) -> Phrase:
    """On which articles a verdict hangs, if on any."""
    files = [names[file] for file in row.driven_by.split(LIST_SEPARATOR) if file]
    if not files:
        return say("")
    each = "" if len(files) == 1 else "either of " if len(files) == 2 else "any of "
    return say(f", which hangs on {each}{{}}", listed(files))


def _tally(by_source: pd.DataFrame) -> list[Claim]:
    count = by_source["verdict"].value_counts()
    parts = [
        (int(count.get(verdict, 0)), f"{once} {word}", f"{often} {word}")
        for verdict, once, often, word in (
            (CRITICAL, "is", "are", "critical"),
            (FAVOURABLE, "is", "are", "favourable"),
            (MIXED, "is", "are", "mixed"),
            (NONE_VOICED, "voices", "voice", "hardly any judgement"),
            (TOO_LITTLE, "has", "have", "too little evidence"),
        )
    ]
    told = [
        say(f"{{}} {once if many == 1 else often}", number(many))
        for many, once, often in parts
        if many
    ]
    leaning = sum(many for many, *_ in parts[:3])
    text = say(
        "{}of {} of source and target, {}.",
        "" if leaning else "no source judges a target often enough for a verdict: ",
        counted(len(by_source), "pair"),
        listed(told, len(parts)),
    )
    because = "A model reads what a sentence judges, and misses some of it."
    return [Claim(text=sentence(text), sure="moderate", because=because)]


def _said(row, said: By) -> Said:
    return said.get((row.source, row.target), NOTHING)
