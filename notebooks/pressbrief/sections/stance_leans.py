"""Stances → sentences: on whom the sources lean, each verdict with its interval."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.names import Names, all_of
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import counted, listed, number, sentence, share, signed
from pressbrief.stance.appraisal.verdicts import (
    CRITICAL,
    FAVOURABLE,
    NEITHER,
    SLIGHTLY,
    TOO_LITTLE,
    UNCLEAR,
    kind,
    speaks,
)
from pressbrief.stance.model import holders
from pressbrief.tables import LIST_SEPARATOR, select

LEANING = (FAVOURABLE, CRITICAL)
TOWARD = {FAVOURABLE: "to", CRITICAL: "of"}
# In the order in which they are said.
LEANS = (CRITICAL, FAVOURABLE, SLIGHTLY + CRITICAL, SLIGHTLY + FAVOURABLE)


def leans(
    by_source: pd.DataFrame,
    stances: pd.DataFrame,
    own: pd.DataFrame,
    voices: pd.DataFrame,
    names: Names,
    most: int,
    confidence: float,
) -> list[Claim]:
    """A claim for each target on which a source leans, clearly or else slightly; most spoken first.

    Then how many pairs of source and target lean at all. Where a source mostly lets the target
    speak, the claim says so: what looks like its own good word may be the target's of itself.
    `own` has the sources' own stances (stance_views).
    """
    if stances.empty:
        return [Claim(text="No sentence speaks of a target.", sure="firm")]
    by_source = _with_speaking(by_source, own, voices)
    stated = [speaks(row.verdict, row.mean) for row in by_source.itertuples()]
    leaning = by_source.loc[stated]
    spoken = by_source.groupby("target", sort=True)["sentences"].sum()
    order = spoken[spoken.index.isin(leaning["target"])].sort_values(ascending=False, kind="stable")
    clear = {row.target for row in leaning.itertuples() if _kind(row) in LEANING}
    claims = [
        _toward(target, by_source[by_source["target"] == target], own, names, most, confidence)
        for target in sorted(order.index, key=lambda target: target not in clear)
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
    strongest = list(select.strongest_first(rows, "mean").itertuples())
    sides = [
        (lean, side) for lean in LEANS if (side := [row for row in strongest if _kind(row) == lean])
    ]
    said = [
        _side(lean, side, target if i == 0 else "", names, confidence)
        for i, (lean, side) in enumerate(sides)
    ]
    said += _even(strongest, names)
    whose = "its" if len(sides[0][1]) == 1 else "their"
    leaning = [row for _, side in sides for row in side]
    behind = own[(own["target"] == target) & own["source"].isin([row.source for row in leaning])]
    firm = all(
        row.articles > 1 and not row.driven_by and not _mostly_speaks(row) for row in leaning
    )
    return Claim(
        text=sentence(say(f"in {whose} own voice, {{}}.", joined(said, "; "))),
        sure="fair" if firm else "weak",
        evidence=evidence.ids(behind, most),
    )


def _side(lean: str, rows: list, target: str, names: Names, confidence: float) -> Phrase:
    """The sources that lean one way with their means, the strongest in full."""
    first, *others = rows
    source, measured = names[first.source], _measured(first, names, confidence)
    of = say(" {} {}", TOWARD[lean.removeprefix(SLIGHTLY)], names[target]) if target else ""
    if not others:
        return say("{} is {}{} ({})", source, lean, of, measured)
    rest = [say("{} ({})", names[row.source], signed(row.mean)) for row in others]
    return say("{} are {}{}", listed([say("{} ({})", source, measured), *rest]), lean, of)


def _even(rows: list, names: Names) -> list[Phrase]:
    """The sources whose interval has zero in it: those that lean nowhere, and the undecided."""
    neither = [row for row in rows if _kind(row) == NEITHER]
    unclear = [row for row in rows if _kind(row) == UNCLEAR]
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
        "mean {}, {} interval {} to {}, {}{}{}",
        signed(row.mean),
        share(confidence),
        signed(row.low),
        signed(row.high),
        counted(row.sentences, "sentence"),
        _speaking(row, names),
        _without([names[file] for file in row.driven_by.split(LIST_SEPARATOR) if file]),
    )


def _with_speaking(
    by_source: pd.DataFrame, own: pd.DataFrame, voices: pd.DataFrame
) -> pd.DataFrame:
    """*by_source* with `speaking`: in how many of the sentences the target itself speaks."""
    speakers = {
        (row.article_id, row.sentence, holder)
        for row in voices.itertuples()
        for holder in holders(row.speaker)
    }
    counts = Counter(
        (row.source, row.target)
        for row in own.itertuples()
        if (row.article_id, row.sentence, row.target) in speakers
    )
    pairs = zip(by_source["source"], by_source["target"], strict=True)
    return by_source.assign(speaking=[counts[pair] for pair in pairs])


def _mostly_speaks(row) -> bool:
    return 2 * row.speaking > row.sentences


def _speaking(row, names: Names) -> Phrase:
    """In how many sentences the target itself speaks, if in most."""
    if not _mostly_speaks(row):
        return say("")
    many = say("all") if row.speaking == row.sentences else number(row.speaking)
    return say(", in {} of which {} is quoted or reported", many, names[row.target])


def _without(driving: list[Phrase]) -> Phrase:
    """On which sources a verdict hangs, if on any."""
    if not driving:
        return say("")
    each = ""
    if len(driving) == 2:
        each = "either of "
    elif driving[2:]:
        each = say("any {} of ", number(1))
    return say("; without {}{} it would not be", each, listed(driving))


def _tally(by_source: pd.DataFrame) -> list[Claim]:
    if by_source.empty:
        return []
    kinds = [_kind(row) for row in by_source.itertuples()]
    slight = sum(kind.startswith(SLIGHTLY) for kind in kinds)
    clear = sum(kind in LEANING for kind in kinds)
    parts = [
        (clear, "leans clearly", "lean clearly"),
        (slight, "leans slightly", "lean slightly"),
        (kinds.count(NEITHER), f"is {NEITHER}", f"are {NEITHER}"),
        (kinds.count(UNCLEAR), f"is {UNCLEAR}", f"are {UNCLEAR}"),
        (kinds.count(TOO_LITTLE), f"has {TOO_LITTLE}", f"have {TOO_LITTLE}"),
    ]
    said = [
        say(f"{{}} {once if count == 1 else often}", number(count))
        for count, once, often in parts
        if count
    ]
    text = say(
        "{}of {} of source and target, {}.",
        "" if clear + slight else "no source leans for or against a target: ",
        counted(len(by_source), "pair"),
        listed(said, len(parts)),
    )
    return [Claim(text=sentence(text), sure="firm")]


def _kind(row) -> str:
    return kind(row.verdict, row.low, row.high)
