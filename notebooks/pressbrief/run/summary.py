"""What an edition says in few words: what mails, feeds, webhooks and the shelf tell of it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pressbrief.sections import model
from pressbrief.sections.change_words import lines
from pressbrief.sections.registry import FRONT, IN_DOCUMENT

# Changes that a manifest has in words; the table has all.
MOST = 200


def said(cover: model.Cover, sections: Iterable[dict], changes: pd.DataFrame | None) -> dict:
    """The manifest's part `said`: cover, findings, what changed, and the charts in their order."""
    read = [model.Section.model_validate(each) for each in sections]
    read.sort(key=lambda section: IN_DOCUMENT.index(section.name))
    front = next((section for section in read if section.name == FRONT), None)
    return {
        "title": cover.title,
        "as_of": cover.as_of,
        "coverage": cover.coverage,
        "missing": [gap.title for gap in cover.unavailable],
        "findings": [
            {"text": str(claim.text), "sure": claim.sure, "because": str(claim.because)}
            for claim in (front.claims if front else ())
        ],
        "changed": str(front.changed) if front else "",
        "changes": lines(changes)[:MOST] if changes is not None else [],
        "pictures": [
            {"file": f"figures/{figure.id}.png", "title": figure.title, "alt": figure.alt}
            for section in read
            for figure in section.figures
        ],
    }
