"""Changes → a table for readers."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.change_words import ranked
from pressbrief.sections.model import DataTable
from pressbrief.tables import LIST_SEPARATOR


def changes(changes: pd.DataFrame) -> DataTable | None:
    """What differs from the edition before, what matters most first; None if nothing does."""
    if changes.empty:
        return None
    shown = ranked(changes)
    columns = ["kind", "what", "subject", "before", "after"]
    return DataTable(
        id="changes",
        title="What changed since the edition before",
        columns=tuple(columns),
        rows=list(shown[columns].itertuples(index=False, name=None)),
        evidence=tuple(map(_evidence, shown["sentences"])),
    )


def _evidence(places: str) -> tuple[str, ...]:
    """The evidence ids of sentences as the column has them."""
    pairs = [place.rpartition(":") for place in places.split(LIST_SEPARATOR) if place]
    return tuple(evidence.id_of(article_id, int(number)) for article_id, _, number in pairs)
