"""Stances → sentences: on whom the sources lean, each verdict with its interval."""

from __future__ import annotations

import pandas as pd

from pressbrief import citing
from pressbrief.names import Names
from pressbrief.phrase import Phrase, bound, say
from pressbrief.prose.sources import all_of
from pressbrief.section import Claim
from pressbrief.stance.sources import own_voice as counted_own
from pressbrief.stance.verdicts import (
    CRITICAL,
    EVEN,
    FAVOURABLE,
    NEITHER,
    TOO_LITTLE,
    is_neither,
)
from pressbrief.tables import LIST_SEPARATOR
from pressbrief.words import counted, listed, number, sentence, signed

LEANING = (FAVOURABLE, CRITICAL)
TOWARD = {FAVOURABLE: "to", CRITICAL: "of"}


def stance(
    by_source: pd.DataFrame,
    stances: pd.DataFrame,
    articles: pd.DataFrame,
    names: Names,
    most: int,
    confidence: float,
) -> list[Claim]:
    """A claim for each target on which a source leans, those most spoken of first.

    Then how many pairs of source and target lean at all.
    """
    if stances.empty:
        return [Claim(text="No sentence speaks of a target.", sure="firm")]
    own = own_voice(stances, articles)
    leaning = by_source[by_source["verdict"].isin(LEANING)]
    spoken = by_source.groupby("target", sort=True)["sentences"].sum()
    order = spoken[spoken.index.isin(leaning["target"])].sort_values(ascending=False, kind="stable")
    claims = [
        _toward(target, by_source[by_source["target"] == target], own, names, most, confidence)
        for target in order.index
    ]
    return [*claims, *_tally(by_source)]


def _toward(
    target: str,
    rows: pd.DataFrame,
    own: pd.DataFrame,
    names: Names,
    most: int,
    confidence: float,
) -> Claim:
    """What every source with evidence enough says of one target in its own voice."""
    order = rows["mean"].abs().sort_values(ascending=False, kind="stable").index
    strongest = list(rows.loc[order].itertuples())
    sides = [
        (verdict, side)
        for verdict in (CRITICAL, FAVOURABLE)
        if (side := [row for row in strongest if row.verdict == verdict])
    ]
    said = [
        _side(verdict, side, target if i == 0 else "", names, confidence)
        for i, (verdict, side) in enumerate(sides)
    ]
    said += _even([row for row in strongest if row.verdict == EVEN], names)
    whose = "its" if len(sides[0][1]) == 1 else "their"
    leaning = [row for _, side in sides for row in side]
    behind = own[(own["target"] == target) & own["source"].isin([row.source for row in leaning])]
    firm = all(row.articles > 1 and not row.driven_by for row in leaning)
    return Claim(
        text=sentence(say(f"in {whose} own voice, {'; '.join(['{}'] * len(said))}.", *said)),
        sure="fair" if firm else "weak",
        evidence=citing.ids(behind, most),
    )


def _side(verdict: str, rows: list, target: str, names: Names, confidence: float) -> Phrase:
    """The sources that lean one way with their means, the strongest in full."""
    first, *others = rows
    source, measured = names[first.source], _measured(first, names, confidence)
    of = say(" {} {}", TOWARD[verdict], names[target]) if target else ""
    if not others:
        return say("{} is {}{} ({})", source, verdict, of, measured)
    rest = [say("{} ({})", names[row.source], signed(row.mean)) for row in others]
    return say("{} are {}{}", listed([say("{} ({})", source, measured), *rest]), verdict, of)


def _even(rows: list, names: Names) -> list[Phrase]:
    """The sources whose interval has zero in it: those that lean nowhere, and the undecided."""
    neither = [row for row in rows if is_neither(row.low, row.high)]
    unclear = [row for row in rows if not is_neither(row.low, row.high)]
    said = []
    if neither:
        verb = "is" if len(neither) == 1 else "are"
        sources = all_of([names[row.source] for row in neither])
        said.append(say("{} {} {}", sources, verb, NEITHER))
    if unclear:
        lean = "leans" if len(unclear) == 1 else "lean"
        sources = all_of([names[row.source] for row in unclear])
        said.append(say("which way {} {} is not clear", sources, lean))
    return said


def _measured(row, names: Names, confidence: float) -> Phrase:
    return say(
        "mean {}, {} % interval {} to {}, {}{}",
        signed(row.mean),
        bound(f"{confidence * 100:.6g}", confidence * 100),
        signed(row.low),
        signed(row.high),
        counted(row.sentences, "sentence"),
        _without([names[file] for file in row.driven_by.split(LIST_SEPARATOR) if file]),
    )


def _without(driving: list[Phrase]) -> Phrase:
    """On which sources a verdict hangs, if on any."""
    if not driving:
        return say("")
    each = say("any {} of ", number(1)) if driving[1:] else ""
    return say("; without {}{} it would not be", each, listed(driving))


def _tally(by_source: pd.DataFrame) -> list[Claim]:
    if by_source.empty:
        return []
    counts = by_source["verdict"].value_counts()
    leans = sum(counts.get(verdict, 0) for verdict in LEANING)
    even = by_source[by_source["verdict"] == EVEN]
    neither = sum(is_neither(row.low, row.high) for row in even.itertuples())
    unclear, short = len(even) - neither, counts.get(TOO_LITTLE, 0)
    text = say(
        f"of {{}} of source and target, {{}} {'leans' if leans < 2 else 'lean'} clearly, "
        f"{{}} {'is' if neither == 1 else 'are'} {NEITHER}, "
        f"{{}} {'is' if unclear == 1 else 'are'} not clear "
        f"and {{}} {'has' if short == 1 else 'have'} too little evidence.",
        counted(len(by_source), "pair"),
        number(leans, "none"),
        number(neither, "none"),
        number(unclear, "none"),
        number(short, "none"),
    )
    return [Claim(text=sentence(text), sure="firm")]


def own_voice(stances: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The sources' own stances as they are counted, with `source`: strongest first on each side.

    In each source and target they take turns, the side that its mean is on before the other, so
    that the first few sentences show the strongest for and against.
    """
    own = counted_own(stances, articles)
    mean = own.groupby(["source", "target"])["polarity"].transform("mean")
    own = own.assign(strength=own["polarity"].abs(), other=(own["polarity"] < 0) != (mean < 0))
    own = own.sort_values("strength", ascending=False, kind="stable")
    turn = own.groupby(["source", "target", "other"]).cumcount()
    return own.assign(turn=turn).sort_values(["turn", "other"], kind="stable")
