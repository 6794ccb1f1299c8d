"""What the stance chart says in words: title, alt text, each mark, and the data drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from pressbrief.charts import labels
from pressbrief.sections.model import DataTable
from pressbrief.sections.stance_quotes import measured
from pressbrief.sections.stance_views import NOTHING, By, Said
from pressbrief.sections.wording import judged
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import digits, listed
from pressbrief.stance.appraisal.verdicts import (
    CRITICAL,
    FAVOURABLE,
    MIXED,
    NONE_VOICED,
    TOO_LITTLE,
    leans,
)

# From the least favourable to the most, and last what bears no verdict.
VERDICTS = (CRITICAL, MIXED, NONE_VOICED, FAVOURABLE, TOO_LITTLE)
SUBTITLE = (
    "Sentences in each source’s own voice that judge a target, of those that name it; "
    "coloured where a verdict rests on them"
)


def sentence(row, names) -> Phrase:
    """What a mark says when pointed at."""
    return say(
        f"{{}} on {{}}: {row.verdict}, {{}} critical and {{}} favourable of {{}}",
        labels.name_of(names, row.source),
        labels.name_of(names, row.target),
        digits(row.critical),
        digits(row.favourable),
        labels.plural(row.sentences, "sentence"),
    )


def beside(row, said: Said) -> str:
    """The verdict and the evaluating words, as they stand beside a mark: a lean's own only."""
    both = {CRITICAL: said.critical.words, FAVOURABLE: said.favourable.words}
    found = both.get(row.verdict, (*said.critical.words, *said.favourable.words))
    words = judged.words(found, bracketed=False)
    return f"{row.verdict}: {words}" if words else row.verdict


def title(pairs: pd.DataFrame, names, matters: Collection[str] = ()) -> str:
    """The lean that most sources share, or else the one with most judgements."""
    leaning = pairs.loc[pairs["verdict"].map(leans)]
    if leaning.empty:
        return "Too few judgements were found for a verdict"
    counts = leaning.groupby(["target", "verdict"], sort=True).size()
    (target, verdict), count = counts.idxmax(), counts.max()
    if count > 1:
        verb = judged.verb(verdict, matter=target in matters, several=True)
        found = say(
            f"{{}} of {{}} sources {verb} {{}}",
            digits(count),
            digits(pairs["target"].eq(target).sum()),
            labels.name_of(names, target),
        )
        return labels.title(found, _tally(leaning, pairs))
    counted = leaning[["critical", "favourable"]].max(axis=1)
    row = leaning.loc[counted.idxmax()]
    verb = judged.verb(row["verdict"], matter=row["target"] in matters)
    does = say(
        f"{{}} {verb} {{}}",
        labels.name_of(names, row["source"]),
        labels.name_of(names, row["target"]),
    )
    often = digits(counted.max()), digits(row["sentences"])
    return labels.title(say("{} in {} of {} sentences", does, *often), does, _tally(leaning, pairs))


def _tally(leaning: pd.DataFrame, pairs: pd.DataFrame) -> Phrase:
    verb = "leans" if len(leaning) == 1 else "lean"
    of = labels.plural(len(pairs), "pair")
    return say(f"{{}} of {{}} of source and target {verb}", digits(len(leaning)), of)


def caption(
    pairs: pd.DataFrame,
    shown: pd.DataFrame,
    names,
    right: Mapping[str, float],
    matters: Collection[str] = (),
) -> Phrase:
    """The source if it is but one, what is not shown, what pale is, how often it is right."""
    sources = shown["source"].unique()
    said: list[str] = []
    if len(sources) == 1:
        said.append(say("Source: {}.", labels.name_of(names, sources[0])))
    left = pairs[~pairs["target"].isin(shown["target"])].drop_duplicates("target")
    often = pairs["judged"].groupby(pairs["target"]).sum()
    if left["target"].map(often).any():
        more = labels.plural(len(left), "more target stands", "more targets stand")
        said.append(say("{} in the table stance_by_source.", more))
    elif len(left):
        each = [labels.name_of(names, target) for target in left["target"]]
        said.append(say("Named, and judged by no source itself: {}.", listed(each)))
    if (~shown["verdict"].map(leans) & shown["judged"].gt(0)).any():
        said.append("Pale: no verdict rests on so few.")
    if shown["target"].isin(list(matters)).any():
        said.append("Of a proposition: sentences with a term against it or for it.")
    if noted := measured(right):
        said.append(noted)
    return joined(said)


def alt(pairs: pd.DataFrame, names) -> Phrase:
    """How many pairs bear each verdict, and who judges most on either side."""
    counts = pairs["verdict"].value_counts()
    tally = [say(f"{{}} {kind}", digits(counts[kind])) for kind in VERDICTS if kind in counts]
    said = say(
        "Judgements of {} on {}: {}.",
        labels.plural(pairs["source"].nunique(), "source"),
        labels.plural(pairs["target"].nunique(), "target"),
        listed(tally, len(VERDICTS)),
    )
    ends = []
    for column, most in ((CRITICAL, "Most critical sentences"), (FAVOURABLE, "most favourable")):
        if pairs[column].any():
            row = next(pairs.loc[[pairs[column].idxmax()]].itertuples())
            ends.append(say(f"{most}: {{}}", sentence(row, names)))
    return say("{} {}.", said, joined(ends, "; ")) if ends else said


def data(pairs: pd.DataFrame, names, said: By) -> DataTable:
    """Every pair as a row, with all sentences behind it as evidence."""
    rows, ids = [], []
    # Where no source has an interval its columns only make the table wider than paper.
    with_ends = pairs["low"].notna().any()
    for row in pairs.itertuples():
        found = (None if pd.isna(end) else round(end, 2) for end in (row.low, row.high))
        ends = tuple(found) if with_ends else ()
        one = said.get((row.source, row.target), NOTHING)
        words = (*one.critical.words, *one.favourable.words)
        rows.append(
            (labels.clean(row.target), labels.name_of(names, row.source), row.verdict,
             row.sentences, row.critical, row.favourable, round(row.mean, 2), *ends, row.articles,
             labels.clean(judged.words(words, bracketed=False)))
        )  # fmt: skip
        ids.append(one.ids)
    return DataTable(
        id="stance-by-source-data",
        title="Judgements of each source on each target",
        columns=("target", "source", "verdict", "sentences", "critical", "favourable", "balance",
                 *(("low", "high") if with_ends else ()), "articles", "words"),
        rows=tuple(rows),
        evidence=tuple(ids),
    )  # fmt: skip
