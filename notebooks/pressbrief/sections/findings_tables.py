"""Changes → a table for readers."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections.model import DataTable


def changes(changes: pd.DataFrame) -> DataTable | None:
    """What differs from the edition before; None if nothing does."""
    if changes.empty:
        return None
    rows = list(changes[["kind", "subject", "before", "after"]].itertuples(index=False, name=None))
    return DataTable(
        id="changes",
        title="What changed since the edition before",
        columns=("kind", "subject", "before", "after"),
        rows=rows,
    )
