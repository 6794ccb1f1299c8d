"""What the stance chart says in words: title, alt text, each mark, and the data drawn."""

from __future__ import annotations

import pandas as pd

from pressbrief.charts import labels
from pressbrief.section import DataTable
from pressbrief.stance import verdicts
from pressbrief.words import listed, signed

VERDICTS = ("critical", "even", "favourable", "too little evidence")
THIN = VERDICTS[3]
# What a chart's key has for a verdict that says two things.
KEYED = {"even": "even (interval contains 0)"}
PREPOSITIONS = {"critical": "of", "favourable": "to"}


def sentence(row, names) -> str:
    who = f"{labels.name_of(names, row.source)} on {labels.clean(row.target)}"
    counted = labels.plural(row.sentences, "sentence")
    if row.verdict == "too little evidence":
        return f"{who}: {row.verdict} ({counted})"
    interval = f"{signed(row.low)} to {signed(row.high)}"
    return f"{who}: {verdicts.in_words(*_ends(row))}, {signed(row.mean)} ({interval}), {counted}"


def _ends(row) -> tuple[str, float, float, float]:
    return row.verdict, row.mean, row.low, row.high


def title(pairs: pd.DataFrame, names) -> str:
    judged = pairs[pairs["verdict"] != "too little evidence"]
    leaning = judged[judged["verdict"] != "even"]
    if judged.empty:
        return "Too little evidence for a verdict on any target"
    if leaning.empty:
        return "No source clearly leans for or against any target"
    counts = leaning.groupby(["target", "verdict"], sort=True).size()
    target, kind = counts.idxmax()
    count, of = int(counts.max()), int(pairs["target"].eq(target).sum())
    row = leaning.loc[leaning["mean"].abs().idxmax()]
    source = labels.name_of(names, row["source"])
    about = labels.name_of(names, row["target"])
    alone = f"{source} is {row['verdict']} {PREPOSITIONS[row['verdict']]} {about}"
    if count > 1:
        verb = "sources are" if of > 1 else "source is"
        lean = f"{verb} {kind} {PREPOSITIONS[kind]} {labels.name_of(names, target)}"
        return labels.title(f"{count:,} of {of:,} {lean}", _tally(judged))
    if len(leaning) == 1:
        return labels.title(labels.clean(alone), _tally(judged))
    strongest = f"Strongest lean: {source}, {row['verdict']} {PREPOSITIONS[row['verdict']]}"
    return labels.title(f"{strongest} {about}", _tally(judged))


def subtitle(confidence: float, *, intervals: bool) -> str:
    """What is measured, on which scale."""
    share = f"{confidence * 100:.6g} % intervals; n = sentences"
    return (
        "Mean polarity of each source’s own sentences about a target, from −1 (critical) to "
        f"+1 (favourable){'; ' + share if intervals else ''}"
    )


def caption(pairs: pd.DataFrame, shown: pd.DataFrame, names) -> str:
    """The source if it is but one, what is not shown, and what hollow marks are."""
    sources = shown["source"].unique()
    said = [f"Source: {labels.name_of(names, sources[0])}."] if len(sources) == 1 else []
    if dropped := pairs["target"].nunique() - shown["target"].nunique():
        said.append(
            f"Shown are the {shown['target'].nunique()} targets with most sentences; "
            f"{labels.plural(dropped, 'more stands', 'more stand')} in the table stance_by_source."
        )
    if shown["verdict"].eq("even").any():
        said.append("Even: no lean where the interval is narrow, not clear where it is wide.")
    if shown["verdict"].eq(THIN).any():
        said.append("Hollow: too few sentences for a verdict or an interval.")
    return " ".join(said)


def _tally(judged: pd.DataFrame) -> str:
    critical, favourable = (int(judged["verdict"].eq(kind).sum()) for kind in VERDICTS[:3:2])
    of = labels.plural(len(judged), "verdict")
    return f"{critical:,} critical and {favourable:,} favourable of {of}"


def alt(pairs: pd.DataFrame, names) -> str:
    counts = pairs["verdict"].value_counts()
    tally = listed([f"{counts[kind]:,} {kind}" for kind in VERDICTS if kind in counts])
    said = (
        f"Stance of {labels.plural(pairs['source'].nunique(), 'source')} toward "
        f"{labels.plural(pairs['target'].nunique(), 'target')}: {tally}."
    )
    judged = pairs[pairs["verdict"] != "too little evidence"]
    if judged.empty:
        return said
    low, high = judged.loc[judged["mean"].idxmin()], judged.loc[judged["mean"].idxmax()]
    if len(judged) == 1:
        return f"{said} The only verdict: {_end(low, names)}."
    return f"{said} Lowest: {_end(low, names)}; highest: {_end(high, names)}."


def _end(row: pd.Series, names) -> str:
    interval = f"{signed(row['low'])} to {signed(row['high'])}"
    who = f"{labels.name_of(names, row['source'])} on {labels.clean(row['target'])}"
    return f"{who}, {signed(row['mean'])} ({interval})"


def pairs_data(pairs: pd.DataFrame, names, evidence) -> DataTable:
    """Every pair as a row, with the evidence behind it."""
    rows, ids = [], []
    for row in pairs.itertuples():
        drawn = (None, None) if row.verdict == THIN else (round(row.low, 2), round(row.high, 2))
        name = labels.name_of(names, row.source)
        said = (labels.clean(row.target), name, round(row.mean, 2), *drawn)
        rows.append((*said, row.sentences, verdicts.in_words(*_ends(row))))
        ids.append(tuple(evidence.get((row.source, row.target), ())))
    columns = ("target", "source", "mean", "low", "high", "sentences", "verdict")
    return _table("Stance of each source toward each target", columns, rows, ids)


def counts_data(pairs: pd.DataFrame, names, evidence) -> DataTable:
    """For each target how many sources bear each verdict, and who stands at the ends."""
    rows, ids = [], []
    for target, group in pairs.groupby("target", sort=False):
        counts = [int(group["verdict"].eq(kind).sum()) for kind in VERDICTS]
        judged = group[group["verdict"] != THIN]
        ends = [] if judged.empty else [judged["mean"].idxmin(), judged["mean"].idxmax()]
        said = [
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
    columns = ("target", "sources", *VERDICTS, "lowest", "its mean", "highest", "mean of that")
    return _table("Sources by their stance toward each target", columns, rows, ids)


def _table(said: str, columns, rows, ids) -> DataTable:
    return DataTable(
        id="stance-by-source-data",
        title=said,
        columns=columns,
        rows=tuple(rows),
        evidence=tuple(ids),
    )
