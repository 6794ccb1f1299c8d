"""The kinds of mention: by a name, which counts, or by a word that points back to one."""

from __future__ import annotations

import pandas as pd

NAMING = ("name", "alias", "demonym", "metonym")
REFERRING = ("pronoun", "nominal")


def naming(mentions: pd.DataFrame) -> pd.DataFrame:
    """The mentions that count: those by a name, without pronouns and descriptions."""
    return mentions[mentions["kind"].isin(NAMING)]
