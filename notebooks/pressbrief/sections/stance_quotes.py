"""Stances → tables for readers: each source's evaluating words, and the headlines side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pandas as pd

from pressbrief.sections import evidence
from pressbrief.sections.model import DataTable
from pressbrief.sections.stance_readings import judgement, judging
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import Phrase, joined, quoted, say
from pressbrief.sections.wording.words import (
    elsewhere,
    listed,
    percent,
    sentence,
    shortened,
    when,
)
from pressbrief.stance.appraisal.verdicts import CRITICAL, FAVOURABLE
from pressbrief.tables import select

WORDS, EACH, HEADLINES = 40, 6, 40
LONGEST = 260
# Where the figure stands that says how often a verdict was right on stories that nobody worked on.
TASK = "outlets"


def how_often_right(entries: Iterable[Mapping]) -> dict[str, float]:
    """Verdict → how often such a one was right on held-out stories, of the entries of scores.json.

    The set with the most stories counts; nothing where none was measured.

    >>> how_often_right([{"task": "outlets", "items": 9, "figures": {"critical_precision": 0.7}}])
    {'critical': 0.7}
    """
    found = [entry for entry in entries if entry["task"] == TASK]
    if not found:
        return {}
    figures = max(found, key=lambda entry: entry["items"])["figures"]
    rights = {way: figures.get(f"{way}_precision") for way in (CRITICAL, FAVOURABLE)}
    return {way: right for way, right in rights.items() if right is not None}


def measured(right: Mapping[str, float]) -> Phrase:
    """How often verdicts were right, as a note; "" where nothing was measured."""
    if not right:
        return say("")
    each = [say(f"{way} {{}}", percent(round(100 * share), 100)) for way, share in right.items()]
    return say("On stories held back, verdicts were right so often: {}.", listed(each))


def in_their_words(
    own: pd.DataFrame,
    sentences: pd.DataFrame,
    names: Names,
    right: Mapping[str, float],
    matters: Collection[str] = (),
) -> DataTable | None:
    """Each judgement of a source's own with its words and its sentence; None if there is none.

    Those of a source and target stand together, the pair with the most first, and last those on
    `matters`, the targets that are propositions.
    """
    judged = own[own["judges"] != 0]
    if judged.empty:
        return None
    size = judged.groupby(["source", "target"])["judges"].transform("size")
    of_matter = judged["target"].isin(list(matters))
    order = ["_of_matter", "_size", "source", "target"]
    ranked = judged.assign(_size=-size, _of_matter=of_matter).sort_values(order, kind="stable")
    shown = ranked[ranked.groupby(["source", "target"]).cumcount() < EACH].head(WORDS)
    texts = {
        (row.article_id, row.sentence): row.text
        for row in select.within(sentences, shown).itertuples()
    }
    rows = [
        (names[row.source], names[row.target], judgement(row, matters), _quoted(row.words),
         shortened(texts.get((row.article_id, row.sentence), ""), LONGEST))
        for row in shown.itertuples()
    ]  # fmt: skip
    note = [elsewhere(len(judged) - len(rows), "stances", "judgement"), measured(right)]
    return DataTable(
        id="in-their-words",
        title="In their words",
        columns=("source", "target", "judgement", "words", "sentence"),
        rows=rows,
        evidence=[(evidence.id_of(row.article_id, row.sentence),) for row in shown.itertuples()],
        note=joined([part for part in note if part]),
    )


def headlines(
    stances: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame, names: Names
) -> DataTable | None:
    """The counted articles' headlines side by side, with whom each judges; None below two.

    `stances` are rows as stance_views has them, the sources' own and those reported.
    """
    once = select.counted(articles)
    lines = select.within(sentences, once)
    lines = lines[lines["role"] == "headline"].drop_duplicates("article_id")
    if len(lines) < 2:
        return None
    told = select.within(stances, lines).groupby(evidence.KEY)
    dated = once.set_index("article_id")[["source", "published_earliest", "published_latest"]]
    order = lines.assign(day=lines["article_id"].map(dated["published_latest"])).sort_values(
        ["day", "article_id"], kind="stable"
    )
    shown = order.head(HEADLINES)
    keys = list(zip(shown["article_id"], shown["sentence"], strict=True))
    judged = [_readings(told, key, names) for key in keys]
    rows = [
        (
            names[dated.at[row.article_id, "source"]],
            when(*dated.loc[row.article_id, ["published_earliest", "published_latest"]]),
            shortened(row.text, LONGEST),
            judges or "nobody",
        )
        for row, judges in zip(shown.itertuples(), judged, strict=True)
    ]
    return DataTable(
        id="headlines",
        title="The headlines side by side",
        columns=("source", "dated", "headline", "judges"),
        rows=rows,
        evidence=[(evidence.id_of(*key),) for key in keys],
        note=elsewhere(len(order) - len(rows), "articles", "headline"),
        folded=not any(judged),
    )


def _readings(told, key: tuple[str, int], names: Names) -> Phrase:
    """Whom a headline judges, in which words; "" where it judges nobody."""
    rows = list(told.get_group(key).itertuples()) if key in told.groups else []
    said = [judging(row, names) for row in rows if row.judges]
    return sentence(joined(said, "; ")) if said else say("")


def _quoted(words: str) -> Phrase:
    return say("“{}”", quoted(words)) if words else say("")
