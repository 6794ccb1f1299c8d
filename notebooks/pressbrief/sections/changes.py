"""What changed since the edition before: its tables and this run's, compared row by row.

A change is one in what the articles say. That the as-of day has moved is none, nor is it that a
target is no longer, or only now, among those toward whom stance is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pandas as pd

from pressbrief import tables
from pressbrief.sections.changed_events import events
from pressbrief.sections.wording.words import counted, shortened, when
from pressbrief.stance.appraisal.source_verdicts import own_voice
from pressbrief.stance.appraisal.verdicts import NONE_VOICED, TOO_LITTLE
from pressbrief.tables.columns import UNKNOWN
from pressbrief.tables.select import naming, source_of
from pressbrief.time.dating.constraints import is_open

COMPARED = (
    "articles",
    "sentences",
    "mentions",
    "stances",
    "stance_by_source",
    "events",
    "event_mentions",
)
# What stands in a verdict's place where a source gives none, or says nothing of the target.
NO_VERDICT = ("", NONE_VOICED, TOO_LITTLE)
# Sentences that a turned verdict is laid to, at most.
MOST = 3
Load = Callable[[str], pd.DataFrame]
Edition = Mapping[str, pd.DataFrame]


def since(previous: Path | None, load: Load) -> pd.DataFrame:
    """The changes table: this run's tables against the CSV tables in the folder `previous`.

    Without one there is no edition to compare with, and no row; tables that cannot be read (an
    older version's) give one row that says so.
    """
    if previous is None:
        return tables.empty("changes")
    try:
        then = {name: tables.read_csv(name, previous / f"{name}.csv") for name in COMPARED}
    except (OSError, tables.TableError) as error:
        said = f"cannot be compared: {error}"
        row = ("edition", previous.parent.name, "not compared", "", said, "", "")
        return tables.frame("changes", [row])
    now = {name: load(name) for name in COMPARED}
    articles = list(_articles(then["articles"], now["articles"]))
    changed = {article_id for article_id, _ in articles}
    rows = [
        *(row for _, row in articles),
        *events(then, now, changed),
        *_verdicts(then, now),
        *_faces(naming(then["mentions"]), naming(now["mentions"])),
    ]
    return tables.frame("changes", rows)


def _articles(before: pd.DataFrame, after: pd.DataFrame) -> Iterator[tuple[str, tuple]]:
    """Articles that came, went, or whose bytes or date interval are others, each with its id."""
    old, new = (frame.set_index("article_id") for frame in (before, after))
    for id_ in new.index.difference(old.index, sort=False):
        one = new.loc[id_]
        yield id_, ("article", one.file, "new", "", _described(one), id_, "")
    for id_ in old.index.difference(new.index, sort=False):
        one = old.loc[id_]
        yield id_, ("article", one.file, "withdrawn", _described(one), "", "", "")
    for id_ in new.index.intersection(old.index, sort=False):
        was, now = old.loc[id_], new.loc[id_]
        if was.sha256 != now.sha256:
            lengths = counted(int(was.words), "word"), counted(int(now.words), "word")
            said = f"a text of {lengths[0]}", f"another of {lengths[1]}"
            yield id_, ("article", now.file, "revised", *said, id_, "")
        if _interval(was) != _interval(now):
            yield id_, ("article", now.file, "dated anew", _dated(was), _dated(now), id_, "")


def _interval(article: pd.Series) -> tuple[str, str]:
    """What is compared of an article's date: an end that is only the as-of day is none."""
    latest = "" if is_open(article.published_basis) else article.published_latest
    return article.published_earliest, latest


def _dated(article: pd.Series) -> str:
    return str(when(*_interval(article)))


def _described(article: pd.Series) -> str:
    """An article as a reader knows it: its source, headline and date, those that are known."""
    headline = "" if article.headline == UNKNOWN else f"“{shortened(article.headline)}”"
    source = "" if article.publisher == UNKNOWN else article.publisher
    return ", ".join(filter(None, (source, headline, _dated(article))))


def _faces(before: pd.DataFrame, after: pd.DataFrame) -> Iterator[tuple]:
    """Actors mentioned now and not then, or the other way."""
    old, new = before["actor"].value_counts(), after["actor"].value_counts()
    for actor in sorted(set(old.index) ^ set(new.index)):
        was, now = (counted(int(counts.get(actor, 0)), "mention") for counts in (old, new))
        named = after.loc[after["actor"] == actor]
        what = "new face" if len(named) else "no longer named"
        yield ("actor", actor, what, was, now, _joined(named["article_id"]), _places(named))


def _verdicts(then: Edition, now: Edition) -> Iterator[tuple]:
    """Verdicts of one source that are others than they were, toward a target of both editions.

    Each with its counts, and by which sentences it turned: those that judge now and did not, and
    in `before` how many judge no longer. That counts alone are others is no change of verdict, nor
    is it that a source speaks of a target for the first time and judges it too seldom.
    """
    old, new = (
        {(row.source, row.target): row for row in each["stance_by_source"].itertuples()}
        for each in (then, now)
    )
    measured = set(then["stances"]["target"]) & set(now["stances"]["target"])
    judged_then, judged_now = _judging(then), _judging(now)
    sources = source_of(now["articles"])
    for key in sorted(set(old) | set(new)):
        was, is_ = (getattr(each.get(key), "verdict", "") for each in (old, new))
        if was == is_ or key[1] not in measured or not (_says(was) or _says(is_)):
            continue
        mine = judged_now.loc[_of(judged_now, key)]
        came = mine[~mine["place"].isin(judged_then.loc[_of(judged_then, key), "place"])]
        behind = now["articles"].loc[sources == key[0], "article_id"]
        said = [_verdict(each.get(key)) for each in (old, new)]
        if len(came):
            said[1] = f"{said[1]}, by {_quoted(came, now['sentences'])}"
        yield ("stance", f"{key[0]} on {key[1]}", "turned", *said, _joined(behind), _places(came))


def _says(verdict: str) -> bool:
    return verdict not in NO_VERDICT


def _of(judging: pd.DataFrame, key: tuple[str, str]) -> pd.Series:
    return (judging["source"] == key[0]) & (judging["target"] == key[1])


def _judging(edition: Edition) -> pd.DataFrame:
    """What sources judge in their own voice: source, target, where, and which way."""
    own = own_voice(edition["stances"], edition["articles"])
    own = own[own["expression_end"] > own["expression_start"]]
    named = dict(
        zip(edition["articles"]["article_id"], source_of(edition["articles"]), strict=True)
    )
    places = zip(own["article_id"], own["start"], own["polarity"] > 0, strict=True)
    return own.assign(source=own["article_id"].map(named), place=list(places))


def _verdict(row) -> str:
    """A verdict with the counts that it rests on."""
    if row is None:
        return "no sentence on it"
    return (
        f"{row.verdict} ({row.critical} critical, {row.favourable} favourable "
        f"of {counted(row.sentences, 'sentence')})"
    )


def _quoted(judged: pd.DataFrame, sentences: pd.DataFrame) -> str:
    """The first sentences among those that judge, in their words."""
    keys = judged[["article_id", "sentence"]].drop_duplicates().head(MOST)
    texts = keys.merge(sentences, on=["article_id", "sentence"])["text"]
    return " and ".join(f"“{shortened(text)}”" for text in texts)


def _joined(ids: pd.Series) -> str:
    return tables.LIST_SEPARATOR.join(dict.fromkeys(ids))


def _places(rows: pd.DataFrame) -> str:
    """Where rows stand, as the column `sentences` has it, a few of them."""
    keys = rows[["article_id", "sentence"]].drop_duplicates().head(MOST)
    return _joined(keys["article_id"] + ":" + keys["sentence"].astype(str))
