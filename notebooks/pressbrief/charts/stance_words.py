"""What the stance chart says in words: title, alt text, each mark, and the data drawn."""

from __future__ import annotations

import pandas as pd

from pressbrief.charts import labels
from pressbrief.sections.model import DataTable
from pressbrief.sections.wording.phrase import Phrase, bound, joined, say
from pressbrief.sections.wording.words import digits, listed, share, signed
from pressbrief.stance.appraisal import verdicts
from pressbrief.stance.appraisal.verdicts import CRITICAL, EVEN, FAVOURABLE, NEAR, TOO_LITTLE

# From the least favourable to the most, and last what bears no verdict.
VERDICTS = (CRITICAL, EVEN, FAVOURABLE, TOO_LITTLE)
KINDS = (
    CRITICAL,
    f"{verdicts.SLIGHTLY}{CRITICAL}",
    verdicts.NEITHER,
    verdicts.UNCLEAR,
    f"{verdicts.SLIGHTLY}{FAVOURABLE}",
    FAVOURABLE,
    TOO_LITTLE,
)
# What a key says of a verdict that is two things to a reader.
KEYED = {EVEN: "no lean, or not clear (interval contains 0)"}
TOWARD = {CRITICAL: "of", FAVOURABLE: "to"}
LOWEST, HIGHEST = -1, 1


def scale() -> Phrase:
    """The ends of what polarity can be."""
    return say("{} to {}", signed(LOWEST, 0), signed(HIGHEST, 0))


def sentence(row, names) -> str:
    """What a mark says when pointed at."""
    counted = labels.plural(row.sentences, "sentence")
    if row.verdict == TOO_LITTLE:
        return f"{_who(row, names)}: {row.verdict} ({counted})"
    return f"{_who(row, names)}: {_said(row)}, {_measured(row)}, {counted}"


def kinds(pairs: pd.DataFrame) -> pd.Series:
    """What a reader counts each pair's verdict as."""
    found = [verdicts.kind(row.verdict, row.low, row.high) for row in pairs.itertuples()]
    return pd.Series(found, index=pairs.index, dtype="str")


def title(pairs: pd.DataFrame, names) -> str:
    """The lean that most sources share, or else the strongest; a slight one if all are slight."""
    judged = pairs[pairs["verdict"] != TOO_LITTLE]
    stated = [verdicts.speaks(row.verdict, row.mean) for row in judged.itertuples()]
    leaning = judged.loc[stated].assign(kind=kinds)
    if judged.empty:
        return "Too little evidence for a verdict on any target"
    if leaning.empty:
        return "No source clearly leans for or against any target"
    clear = leaning[leaning["kind"] == leaning["verdict"]]
    counted = leaning if clear.empty else clear
    counts = counted.groupby(["target", "kind"], sort=True).size()
    (target, kind), count = counts.idxmax(), counts.max()
    if count > 1:
        of = pairs["target"].eq(target).sum()
        lean = _lean(kind, target, names)
        found = say("{} of {} sources are {}", digits(count), digits(of), lean)
    else:
        row = counted.loc[counted["mean"].abs().idxmax()]
        who, lean = labels.name_of(names, row["source"]), _lean(row["kind"], row["target"], names)
        found = say("{} is {}" if len(leaning) == 1 else "Strongest lean: {}, {}", who, lean)
    verb = "leans" if len(leaning) == 1 else "lean"
    of = labels.plural(len(judged), "verdict")
    return labels.title(found, say(f"{{}} of {{}} {verb} for or against", digits(len(leaning)), of))


def subtitle(confidence: float, *, intervals: bool) -> Phrase:
    """What is measured, on which scale."""
    drawn = say("; {} intervals; n = sentences", share(confidence)) if intervals else ""
    return say(
        "Mean polarity of each source’s own sentences about a target, from {} (critical) to "
        "{} (favourable){}",
        signed(LOWEST, 0),
        signed(HIGHEST, 0),
        drawn,
    )


def caption(pairs: pd.DataFrame, shown: pd.DataFrame, names) -> Phrase:
    """The source if it is but one, what is not shown, and what grey and hollow marks are."""
    sources = shown["source"].unique()
    said: list[str] = []
    if len(sources) == 1:
        said.append(say("Source: {}.", labels.name_of(names, sources[0])))
    if dropped := pairs["target"].nunique() - shown["target"].nunique():
        said.append(
            say(
                "Shown are the {} with most sentences; {} in the table stance_by_source.",
                labels.plural(shown["target"].nunique(), "target"),
                labels.plural(dropped, "more stands", "more stand"),
            )
        )
    if shown["verdict"].eq(EVEN).any():
        text = "Grey: neither favourable nor critical if within ±{}, else not clear."
        said.append(say(text, bound(f"{NEAR}", NEAR)))
    if shown["verdict"].eq(TOO_LITTLE).any():
        said.append("Hollow: too few sentences for a verdict or an interval.")
    return joined(said)


def alt(pairs: pd.DataFrame, names) -> Phrase:
    """How many pairs bear each verdict, and the ends of those that bear one."""
    counts = kinds(pairs).value_counts()
    tally = [say(f"{{}} {kind}", digits(counts[kind])) for kind in KINDS if kind in counts]
    said = say(
        "Stance of {} toward {}: {}.",
        labels.plural(pairs["source"].nunique(), "source"),
        labels.plural(pairs["target"].nunique(), "target"),
        listed(tally, len(KINDS)),
    )
    judged = list(pairs[pairs["verdict"] != TOO_LITTLE].itertuples())
    if not judged:
        return said
    low, high = (_end(pick(judged, key=lambda row: row.mean), names) for pick in (min, max))
    if len(judged) == 1:
        return say("{} The only verdict: {}.", said, low)
    return say("{} Lowest: {}; highest: {}.", said, low, high)


def pairs_data(pairs: pd.DataFrame, names, evidence) -> DataTable:
    """Every pair as a row, with the evidence behind it."""
    rows, ids = [], []
    for row in pairs.itertuples():
        thin = row.verdict == TOO_LITTLE
        drawn = (None, None) if thin else (round(row.low, 2), round(row.high, 2))
        name = labels.name_of(names, row.source)
        said = (labels.clean(row.target), name, round(row.mean, 2), *drawn)
        rows.append((*said, row.sentences, _said(row)))
        ids.append(tuple(evidence.get((row.source, row.target), ())))
    columns = ("target", "source", "mean", "low", "high", "sentences", "verdict")
    return _table("Stance of each source toward each target", columns, rows, ids)


def counts_data(pairs: pd.DataFrame, names, evidence) -> DataTable:
    """For each target how many sources bear each verdict, and who stands at the ends."""
    rows, ids = [], []
    for target, group in pairs.assign(kind=kinds).groupby("target", sort=False):
        counts = [int(group["kind"].eq(kind).sum()) for kind in KINDS]
        judged = group[group["verdict"] != TOO_LITTLE]
        ends = [] if judged.empty else [judged["mean"].idxmin(), judged["mean"].idxmax()]
        said: list[str | float | None] = [
            cell
            for end in ends
            for cell in (
                labels.name_of(names, judged.loc[end, "source"]),
                round(float(judged.loc[end, "mean"]), 2),
            )
        ]
        rows.append((labels.clean(target), len(group), *counts, *(said or [None] * 4)))
        found = [evidence.get((judged.loc[end, "source"], target), ()) for end in ends]
        ids.append(tuple(dict.fromkeys(one for several in found for one in several)))
    columns = ("target", "sources", *KINDS, "lowest", "its mean", "highest", "mean of that")
    return _table("Sources by their stance toward each target", columns, rows, ids)


def _said(row) -> str:
    return verdicts.in_words(row.verdict, row.mean, row.low, row.high)


def _lean(kind: str, target: str, names) -> Phrase:
    toward = TOWARD[kind.removeprefix(verdicts.SLIGHTLY)]
    return say(f"{kind} {toward} {{}}", labels.name_of(names, target))


def _who(row, names) -> Phrase:
    return say("{} on {}", labels.name_of(names, row.source), labels.name_of(names, row.target))


def _measured(row) -> Phrase:
    return say("{} ({} to {})", *(signed(end) for end in (row.mean, row.low, row.high)))


def _end(row, names) -> Phrase:
    return say("{}, {}", _who(row, names), _measured(row))


def _table(said: str, columns, rows, ids) -> DataTable:
    return DataTable(
        id="stance-by-source-data",
        title=said,
        columns=columns,
        rows=tuple(rows),
        evidence=tuple(ids),
    )
