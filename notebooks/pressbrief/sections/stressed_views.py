"""What each source stresses → what a reader is shown of it, and a claim."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import quoted, say
from pressbrief.sections.wording.words import listed, sentence
from pressbrief.tables import select

# Terms of a source that a reader is shown, and sources of which a claim tells; guesses.
SHOWN, TOLD = 5, 4
# Of so many articles a source's words begin to tell the source from the article; a guess.
SEVERAL = 3
WEIGHT = (
    "Nouns and noun phrases, names of actors aside. The weight says how far beyond chance a source "
    "uses a term more than the others do, in standard deviations."
)
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
