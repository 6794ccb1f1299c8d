"""What each source stresses → a table and claims for readers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pressbrief.mentions.stressed_terms import PER
from pressbrief.sections import evidence
from pressbrief.sections.model import Claim, DataTable
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import LISTED, counted, digits, elsewhere, listed, sentence
from pressbrief.tables import select
from pressbrief.tables.frames import LIST_SEPARATOR

# Terms of a source that a reader is shown, rows of the table in all, and sources of which a claim
# tells; guesses.
SHOWN, ROWS, TOLD = 5, 60, 4
# Of so many articles a source's words begin to tell the source from the article; a guess.
SEVERAL = 3
ONE_ARTICLE = "what sets it apart may be the article’s subject"


def shown(terms: pd.DataFrame, most: int = SHOWN) -> pd.DataFrame:
    """The heaviest terms of each source, as many as a reader is shown."""
    return terms[terms.groupby("source").cumcount() < most]


def by_weight(terms: pd.DataFrame) -> list[str]:
    """The sources, the one first that its terms set apart most."""
    most = terms.groupby("source")["weight"].max()
    return list(most.sort_values(ascending=False, kind="stable").index)


def behind(terms: pd.DataFrame, uses: pd.DataFrame, articles: pd.DataFrame, most: int) -> dict:
    """(source, term) → the evidence ids of the source's own sentences."""
    own = select.within_counted(uses, articles)
    return evidence.by(own[own["term"].isin(terms["term"])], ["source", "term"], most)


def table(
    terms: pd.DataFrame, uses: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int
) -> DataTable | None:
    """What sets each source apart, with counts, rates, and who never says it; None if nothing."""
    if terms.empty:
        return None
    each = max(1, min(SHOWN, ROWS // terms["source"].nunique()))
    top = shown(terms, each).head(ROWS)
    found = behind(top, uses, articles, most)
    rows = [
        (names[row.source], row.term, row.uses, round(row.per_1000, 1),
         round(row.others_per_1000, 1), round(row.weight, 1), _silent(row.unused_by, names))
        for row in top.itertuples()
    ]  # fmt: skip
    return DataTable(
        id="stressed",
        title="What each source stresses",
        columns=("source", "term", "uses", f"per {PER:,} words", "others’", "weight",
                 "not used by"),
        rows=rows,
        evidence=[found.get((row.source, row.term), ()) for row in top.itertuples()],
        note=joined([note(terms, articles), elsewhere(len(terms) - len(rows), "terms", "term")]),
    )  # fmt: skip


def note(terms: pd.DataFrame, articles: pd.DataFrame) -> Phrase:
    """What the counts rest on, and that they are few where they are."""
    per_source = select.counted(articles).groupby("source").size()
    told = per_source[per_source.index.isin(terms["source"])]
    few = int((told < SEVERAL).sum())
    rests = (
        "Nouns and noun phrases, names of actors aside. The weight says how far beyond chance a "
        "source uses a term more than the others do, in standard deviations."
    )
    if not few:
        return say(rests)
    which = "each source" if few == len(told) else counted(few, "source")
    return say(
        f"{rests} Few articles: {{}} here has fewer than {{}}, so that {ONE_ARTICLE}.",
        which, digits(SEVERAL),
    )  # fmt: skip


def claims(
    terms: pd.DataFrame, uses: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int
) -> list[Claim]:
    """What the sources that their terms set apart most stress, as one claim; none if nothing."""
    first = terms[terms["source"].isin(by_weight(terms)[:TOLD])]
    top = shown(first, 2)
    if top.empty:
        return []
    said = [
        say("{}{} of {}", names[source], "" if at else " speaks",
            listed([say("“{}”", quoted(term)) for term in rows["term"]]))
        for at, (source, rows) in enumerate(top.groupby("source", sort=False))
    ]  # fmt: skip
    found = behind(top, uses, articles, max(1, most // len(top)))
    per_source = select.counted(articles).groupby("source").size()
    few = bool((per_source[top["source"]] < SEVERAL).any())
    why = say("; of few articles, so that {}", ONE_ARTICLE) if few else say("")
    ids = [one for row in top.itertuples() for one in found.get((row.source, row.term), ())]
    return [
        Claim(
            text=sentence(say("more than the others, {}.", listed(said))),
            sure="low" if few else "moderate",
            because=say("Counted, names of actors aside{}.", why),
            evidence=tuple(dict.fromkeys(ids)),
        )
    ]


def _silent(said: str, names: Names) -> str:
    sources: Sequence[str] = said.split(LIST_SEPARATOR) if said else []
    return listed([names[source] for source in sources], LISTED)
