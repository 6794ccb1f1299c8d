"""Articles → tables for readers: what counts, who wrote it, how it was dated, what is copied."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections.model import Cell, DataTable
from pressbrief.sections.wording.names import Names
from pressbrief.sections.wording.phrase import say
from pressbrief.sections.wording.words import (
    COPIED,
    NEAR,
    elsewhere,
    language,
    listed,
    number,
    shortened,
)
from pressbrief.tables import select
from pressbrief.tables.columns import UNKNOWN
from pressbrief.time.timex import in_words

SOURCES = 40
COPIES = 40


def inventory(
    articles: pd.DataFrame, skipped: pd.DataFrame, copies: pd.DataFrame, names: Names
) -> DataTable | None:
    """What was found and how much of it counts: read, skipped, copied, undated, not analysed.

    None if all was read and counts: which articles are not dated their own table says.
    """
    kind = dict(zip(copies["article_id"], copies["kind"], strict=True))
    kinds = pd.Series([kind.get(id_, "") for id_ in articles["article_id"]], articles.index)
    wide = ~articles["published_precision"].isin(NEAR)
    parts = [("articles read", articles), ("analysed and counted", select.counted(articles))]
    parts += [(f"copies: {COPIED[one]}", articles[kinds.eq(one)]) for one in COPIED]
    parts += [
        (f"not analysed: {language(code)}", some)
        for code, some in select.not_analysed(articles).groupby("language", sort=True)
    ]
    parts.append(("not dated to the month", articles[wide]))
    rows: list[tuple[Cell, ...]] = [
        (what, len(some), int(some["words"].sum()), _which(some, names) if at > 1 else "")
        for at, (what, some) in enumerate(parts)
        if at < 2 or len(some)
    ]
    if rows[0][1:3] == rows[1][1:3]:
        del rows[1]
    if len(skipped):
        rows.append(("skipped", len(skipped), None, listed(list(skipped["file"]))))
    if len(select.counted(articles)) == len(articles) and skipped.empty:
        return None
    return DataTable(
        id="inventory",
        title="What was read and what of it counts",
        columns=("part", "count", "words", "which"),
        rows=rows,
        note="A copy counts once, with the article that it copies; an article can stand in "
        "several rows.",
    )


def _which(articles: pd.DataFrame, names: Names) -> str:
    return listed([_called(row, names) for row in articles.itertuples()])


def _called(article, names: Names) -> str:
    """An article by its source, and by its file where the source may have several."""
    source = names[article.article_id]
    return source if article.publisher == UNKNOWN else f"{source} ({names[article.file]})"


def publishers(articles: pd.DataFrame, names: Names) -> DataTable | None:
    """Every source, most articles first: how much it wrote, when, and how many are copies.

    None where each has one article: the table of articles says as much.
    """
    by_source = articles.groupby(select.source_of(articles), sort=True)
    groups = sorted(by_source, key=lambda each: -len(each[1]))
    if len(groups) == len(articles):
        return None
    rows = [
        (
            names[source],
            len(own),
            int(own["words"].sum()),
            _span(own),
            len(select.copies(own)),
        )
        for source, own in groups[:SOURCES]
    ]
    left = len(groups) - len(rows)
    return DataTable(
        id="publishers",
        title="The sources",
        columns=("source", "articles", "words", "published", "copies"),
        rows=rows,
        note=elsewhere(left, "articles", "source", "with fewer articles"),
        folded=True,  # the first page has them side by side
    )


def _span(articles: pd.DataFrame) -> str:
    """The days between which articles were published, and how many have no such days."""
    dated = articles[(articles["published_earliest"] != "") & (articles["published_latest"] != "")]
    undated = len(articles) - len(dated)
    if dated.empty:
        return UNKNOWN
    span = in_words(dated["published_earliest"].min(), dated["published_latest"].max())
    return f"{span}; {number(undated)} undated" if undated else span


def sources(articles: pd.DataFrame, names: Names) -> DataTable:
    """Every article: who published it, what it is called, how it was dated and why."""
    rows = [
        (
            names[row.article_id],
            UNKNOWN if row.headline == UNKNOWN else row.headline,
            row.authors,
            in_words(row.published_earliest, row.published_latest),
            row.published_basis,
            row.words,
        )
        for row in articles.itertuples()
    ]
    columns = ("source", "headline", "authors", "published", "because", "words")
    return DataTable(id="sources", title="How each article was dated", columns=columns, rows=rows)


def skipped(skipped: pd.DataFrame) -> DataTable | None:
    """Every file that was not read, and why; None if all were."""
    if skipped.empty:
        return None
    rows = list(skipped[["file", "reason"]].itertuples(index=False, name=None))
    return DataTable(
        id="skipped", title="Files that were not read", columns=("file", "because"), rows=rows
    )


def warnings(warnings: pd.DataFrame, names: Names) -> DataTable | None:
    """What was read and may not be what it seems, and in which files; None if there is nothing."""
    if warnings.empty:
        return None
    rows = [
        (shortened(what), len(some), listed([names[file] for file in dict.fromkeys(_items(some))]))
        for what, some in warnings.groupby("what", sort=True)
    ]
    return DataTable(
        id="warnings",
        title="What was read and may not be what it seems",
        columns=("what", "times", "where"),
        rows=rows,
        note="Each stands in tables/warnings.csv with its file and item.",
    )


def _items(warnings: pd.DataFrame) -> list[str]:
    """The items that warnings are of, or else their files."""
    return [row.item or row.file for row in warnings.itertuples()]


def copies(copies: pd.DataFrame, articles: pd.DataFrame, names: Names) -> DataTable | None:
    """Every copy: of which article, how closely, what was added and dropped; None if none."""
    if copies.empty:
        return None
    most = copies.assign(other=copies["kind"] == "exact").sort_values("other", kind="stable")
    called = {row.article_id: _called(row, names) for row in articles.itertuples()}
    rows = [
        (
            called[row.article_id],
            called[row.duplicate_of],
            COPIED[row.kind],
            f"{100 * row.similarity:.0f} %",
            shortened(row.added),
            shortened(row.dropped),
        )
        for row in most.head(COPIES).itertuples()
    ]
    left = len(copies) - len(rows)
    more = say(", and {} more", number(left)) if left else ""
    return DataTable(
        id="copies",
        title="Copies and what they changed",
        columns=("article", "same as", "how", "shared", "added", "dropped"),
        rows=rows,
        note=say("Changes in full stand in tables/copies.csv{}.", more),
    )


def removed(removed: pd.DataFrame, names: Names) -> DataTable | None:
    """What cleaning cut: each reason, how often, how many characters, and the longest cut."""
    if removed.empty:
        return None
    rows = []
    for reason, cuts in removed.groupby("reason", sort=True):
        lengths = cuts["text"].str.len()
        longest = cuts.loc[lengths.idxmax()]
        where = ", ".join(names[article_id] for article_id in cuts["article_id"].unique()[:3])
        rows.append((reason, len(cuts), int(lengths.sum()), where, shortened(longest["text"])))
    return DataTable(
        id="removed",
        title="What cleaning cut",
        columns=("reason", "cuts", "characters", "from", "longest"),
        rows=rows,
        note="Every cut stands in tables/removed.csv with its place in the article.",
        folded=True,
    )
