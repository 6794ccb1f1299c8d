"""The trees of sentences in which a cue may stand, asked of the reader for all articles at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pressbrief.reader.syntax import Tree
from pressbrief.stance.attribution import cues

Trees = Mapping[int, Tree]


def parsed(sentences: Mapping[str, Sequence]) -> dict[str, Trees]:
    """The tree of each sentence of the body with a cue, by its number, for each article_id.

    `sentences` are the articles' rows of that table.
    """
    from pressbrief import reader

    rows = [
        (article_id, row)
        for article_id, said in sentences.items()
        for row in said
        if row.role == "body" and cues.may_stand_in(row.text)
    ]
    found: dict[str, dict[int, Tree]] = {article_id: {} for article_id in sentences}
    parsed = reader.parses([row.text for _, row in rows])
    for (article_id, row), tree in zip(rows, parsed, strict=True):
        found[article_id][row.sentence] = tree
    return dict(found)
