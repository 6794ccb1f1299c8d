"""What the section stance reads off its tables, once: whose judgements and words are whose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from textwrap import shorten
from typing import Any, NamedTuple

import pandas as pd

from pressbrief.english.tokens import WORD
from pressbrief.sections import evidence
from pressbrief.sections.entry import Bench
from pressbrief.stance import own_voice as counted_own
from pressbrief.stance.appraisal.verdicts import evaluations, portrayals
from pressbrief.tables import select
from pressbrief.tables.columns import UNKNOWN

# Words that are quoted beside a mark: of each side so many, none longer than a line has room for.
WORDED, LONGEST = 3, 48
# So many sentences behind a verdict an editor may count again; more would fill a document.
RECOUNTED = 60
EDGES = "“”‘’\"',;:.()[]–—- "


class Side(NamedTuple):
    """The sentences of one kind: how many, the words that judge, and their evidence ids."""

    sentences: int = 0
    words: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


class Said(NamedTuple):
    """What somebody says of a target, counted sentence by sentence.

    `ill`, `well`: sentences that tell it to do so; `ids` has all sentences, those that judge first.
    """

    sentences: int = 0
    articles: int = 0
    sources: tuple[str, ...] = ()
    critical: Side = Side()
    favourable: Side = Side()
    ill: Side = Side()
    well: Side = Side()
    ids: tuple[str, ...] = ()

    @property
    def judged(self) -> int:
        """How many of the sentences judge."""
        return self.critical.sentences + self.favourable.sentences


NOTHING = Said()
By = Mapping[tuple[str, str], Said]


@dataclass(frozen=True)
class Views:
    """The sources' own sentences, others' by holder, each counted by target; and all words.

    `own` and `reported` are stances with `source`, `file`, `judges` (−1, 0, 1), `tells` (the same)
    and `words`, the evaluating words as they stand. `by_source` and `by_holder` count them by
    (source or holder, target).
    """

    own: pd.DataFrame
    reported: pd.DataFrame
    by_source: By
    by_holder: By
    words: pd.DataFrame

    @property
    def read(self) -> pd.DataFrame:
        """The sources' own and others' stances together."""
        return pd.concat([self.own, self.reported], ignore_index=True)


def of(bench: Bench) -> Views:
    """The views of a topic's tables."""
    articles, sentences = bench.load("articles"), bench.load("sentences")
    stances = bench.load("stances")
    own, others = own_voice(stances, articles, sentences), reported(stances, articles, sentences)
    return Views(
        own,
        others,
        counted(own, "source"),
        counted(others, "holder"),
        words(bench.load("voices"), sentences, articles),
    )


def own_voice(
    stances: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """The sources' own stances as they are counted, with `source`, those that judge first."""
    return worded(counted_own(stances, articles), sentences)


def reported(
    stances: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """The counted articles' stances of whoever is quoted or reported, those that judge first.

    What an article says again counts once; of somebody whom nothing names only judgements do.
    """
    said = stances[(stances["voice"] != "author") & (stances["repeats"] == 0)]
    found = worded(select.within_counted(said, articles), sentences)
    return found[(found["holder"] != UNKNOWN) | (found["judges"] != 0)]


def worded(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Rows of stances with what each says: `judges`, `tells` and `words`; the strongest first."""
    rows = select.strongest_first(rows)
    texts = {
        (row.article_id, row.sentence): (row.start, row.text)
        for row in select.within(sentences, rows).itertuples()
    }
    words = [_expression(row, texts) for row in rows.itertuples()]
    judges = evaluations(rows["polarity"])
    rows = rows.assign(judges=judges, tells=portrayals(rows["portrayal"]), words=words)
    return rows.sort_values("judges", key=abs, ascending=False, kind="stable")


def _expression(row, texts: dict) -> str:
    """The words that evaluate, as they stand; "" where none do."""
    if not row.expression_end:
        return ""
    start, text = texts.get((row.article_id, row.sentence), (0, ""))
    cut = text[max(row.expression_start - start, 0) : max(row.expression_end - start, 0)]
    return shorten(cut.strip(EDGES), LONGEST, placeholder="…")


def counted(rows: pd.DataFrame, who: str) -> dict[tuple[str, str], Said]:
    """What each `who` (a column) says of each target."""
    # Groups are many and small: pandas would take most of its time to begin with each.
    groups: dict[tuple[str, str], list] = {}
    for row in rows.itertuples(index=False):
        groups.setdefault((getattr(row, who), row.target), []).append(row)
    return {key: _said(groups[key]) for key in sorted(groups)}


def _said(rows: Sequence) -> Said:
    once = _once(rows)
    return Said(
        len(once),
        len({row.article_id for row in once.values()}),
        tuple(sorted({row.source for row in once.values()})),
        _side([row for row in rows if row.judges < 0]),
        _side([row for row in rows if row.judges > 0]),
        _side([row for row in rows if row.tells < 0]),
        _side([row for row in rows if row.tells > 0]),
        _ids(once),
    )


def _side(rows: Sequence) -> Side:
    """Sentences of one kind; words that only repeat others, in whatever case, are left out."""
    once = _once(rows)
    words: dict[str, str] = {}
    for said in filter(None, (row.words for row in once.values())):
        words.setdefault(said.casefold(), said)
    return Side(len(once), tuple(words.values())[:WORDED], _ids(once))


def _once(rows: Sequence) -> dict[tuple[str, int], Any]:
    """The first row of each sentence."""
    found: dict[tuple[str, int], Any] = {}
    for row in rows:
        found.setdefault((row.article_id, row.sentence), row)
    return found


def _ids(once: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    return tuple(evidence.id_of(*key) for key in islice(once, RECOUNTED))


def words(voices: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """How many words each source gives whom: source, speaker, words; `speaker` "" is its own.

    Of the counted articles. A word inside voices that stand in each other is the innermost one's.
    """
    once = select.counted(articles)
    sources = select.sources(once)
    said: dict[tuple, list] = {}
    for row in voices.itertuples():
        said.setdefault((row.article_id, row.sentence), []).append(row)
    rows = [
        (sources[row.article_id], speaker)
        for row in select.within(sentences, once).itertuples()
        for speaker in _speakers(row, said.get((row.article_id, row.sentence), []))
    ]
    frame = pd.DataFrame(rows, columns=["source", "speaker"], dtype="str")
    return frame.groupby(["source", "speaker"]).size().rename("words").reset_index()


def _speakers(row, voices: list) -> Iterator[str]:
    """Of each word of a sentence who says it."""
    inner_first = sorted(voices, key=lambda voice: voice.end - voice.start)
    for match in WORD.finditer(row.text):
        at = row.start + match.start()
        yield next((one.speaker for one in inner_first if one.start <= at < one.end), "")


def marked(mentions: pd.DataFrame, stances: pd.DataFrame) -> pd.DataFrame:
    """The spans to mark as targets: every actor named, and each proposition's term."""
    columns = ["article_id", "sentence", "start", "end"]
    return pd.concat([select.naming(mentions)[columns], stances[columns]]).drop_duplicates()


def evaluating(stances: pd.DataFrame) -> pd.DataFrame:
    """The spans to mark as judgements: the words of each that evaluates."""
    found = stances.loc[stances["expression_end"] > 0, [*evidence.KEY, "expression_start",
                                                        "expression_end"]]  # fmt: skip
    named = {"expression_start": "start", "expression_end": "end"}
    return found.rename(columns=named).drop_duplicates()
