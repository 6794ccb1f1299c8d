"""What each step made of one sentence: names, speakers, evaluations, times and happenings."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from pressbrief import reader
from pressbrief.run.marked import NO_FORMULAS, marked
from pressbrief.run.work import Work
from pressbrief.sections.evidence import id_of, quoted
from pressbrief.topic.corrections import nearest
from pressbrief.topic.faults import InputError

# Each step with its columns; a table is found by its step's name.
STEPS = {
    "names": ("surface", "kind", "actor", "type", "reader"),
    "speakers": ("speaker", "kind", "cue", "words"),
    "evaluations": (
        "target", "holder", "voice", "polarity", "critical", "neither", "favourable", "portrayal",
        "words",
    ),
    "times": ("text", "type", "value", "earliest", "latest", "basis"),
    "happenings": ("title", "clause", "status", "earliest", "latest", "sources"),
}  # fmt: skip
# What it means that a step found nothing.
NOTHING = {
    "names": "No actor is named here.",
    "speakers": "Nobody but the source speaks here.",
    "evaluations": "No target is spoken of here, so that nobody was asked about.",
    "times": "No time is told here.",
    "happenings": "No happening is told here that a day or another source fixes.",
}


@dataclass(frozen=True)
class Explained:
    """A sentence and what each step made of it: `explained["names"]` is one step's dataframe."""

    source: str
    file: str
    sentence: int
    text: str
    html: str
    steps: dict[str, pd.DataFrame]

    def __getitem__(self, step: str) -> pd.DataFrame:
        return self.steps[step]

    def __repr__(self) -> str:
        said = [f"{self.source}, {self.file}, sentence {self.sentence}", self.text]
        for step, frame in self.steps.items():
            said += ["", step, NOTHING[step] if frame.empty else frame.to_string(index=False)]
        return "\n".join(said)

    def _repr_html_(self) -> str:
        shown = "".join(
            f"<h4>{step}</h4>"
            + (f"<p>{NOTHING[step]}</p>" if frame.empty else frame.to_html(index=False, border=0))
            for step, frame in self.steps.items()
        )
        where = f"{escape(self.source)}, {escape(self.file)}, sentence {self.sentence}"
        return f"<div {NO_FORMULAS}><p>{self.html}<br><small>{where}</small></p>{shown}</div>"


def explained(bench: Work, file: str, sentence: int | str) -> Explained:
    """What each step made of a sentence of a file: its number there, its text or how it begins.

    InputError names the nearest where there is no such file or sentence, or more than one.
    """
    row = found(bench, file, sentence)
    here = {name: _there(bench.load(name), row) for name in
            ("mentions", "voices", "stances", "expressions", "event_mentions")}  # fmt: skip
    spans = {
        "target": here["mentions"],
        "quotation": here["voices"],
        "judgement": _evaluating(here["stances"]),
        "date": here["expressions"],
    }
    id_ = id_of(row.article_id, row.sentence)
    tables = bench.load("articles"), bench.load("sentences")
    (shown,) = quoted([id_], *tables, bench.names, spans)
    rows = {
        "names": _names(here["mentions"], row),
        "speakers": [
            (one.speaker, one.kind, one.cue, _cut(row, one.start, one.end))
            for one in here["voices"].itertuples()
        ],
        "evaluations": [
            (one.target, one.holder, one.voice, one.polarity, one.p_negative, one.p_neutral,
             one.p_positive, one.portrayal, _cut(row, one.expression_start, one.expression_end))
            for one in here["stances"].itertuples()
        ],
        "times": [
            (one.text, one.type, one.value, one.earliest, one.latest, one.basis)
            for one in here["expressions"].itertuples()
        ],
        "happenings": _happenings(bench.load("events"), here["event_mentions"], row),
    }  # fmt: skip
    steps = {
        step: pd.DataFrame(rows[step], columns=list(columns)) for step, columns in STEPS.items()
    }
    html = marked(shown.text, shown.marks)
    return Explained(str(shown.source), file, int(row.sentence), row.text, html, steps)


def found(bench: Work, file: str, sentence: int | str):
    """The row of the table sentences that is meant; InputError names the nearest."""
    articles, sentences = bench.load("articles"), bench.load("sentences")
    read = articles.loc[articles["file"] == file, "article_id"]
    if read.empty:
        there = dict(zip(articles["file"], articles["file"], strict=True))
        raise InputError(f"no article {file!r}" + nearest(file, there))
    mine = sentences[sentences["article_id"].isin(read)]
    if isinstance(sentence, int):
        said = mine[mine["sentence"] == sentence]
        if said.empty:
            raise InputError(f"{file} has sentences 1 to {mine['sentence'].max()}, not {sentence}")
        return next(said.itertuples())
    begin = " ".join(sentence.split())
    begins = [" ".join(text.split()).startswith(begin) for text in mine["text"]]
    said = mine[pd.Series(begins, mine.index, dtype=bool)]
    if len(said) != 1:
        near = {text[: len(begin)]: text for text in mine["text"]}
        raise InputError(
            f"{len(said)} sentences of {file} begin with {sentence!r}" + nearest(begin, near)
        )
    return next(said.itertuples())


def _there(rows: pd.DataFrame, row) -> pd.DataFrame:
    same = (rows["article_id"] == row.article_id) & (rows["sentence"] == row.sentence)
    return rows[same]


def _evaluating(stances: pd.DataFrame) -> pd.DataFrame:
    said = stances[stances["expression_end"] > 0]
    return said.assign(start=said["expression_start"], end=said["expression_end"])


def _cut(row, start: int, end: int) -> str:
    """Characters of the article as far as they stand in the sentence."""
    return row.text[max(start - row.start, 0) : max(end - row.start, 0)]


def _names(mentions: pd.DataFrame, row) -> list[tuple]:
    """Each mention, with how sure the reader is that a name stands there; empty if it sees none."""
    (seen,) = reader.names([row.text])
    made = []
    for one in mentions.itertuples():
        start, end = one.start - row.start, one.end - row.start
        sure = [name.probability for name in seen if name.start < end and start < name.end]
        known = round(float(max(sure)), 3) if sure else None
        made.append((one.surface, one.kind, one.actor, one.actor_type, known))
    return made


def _happenings(events: pd.DataFrame, told: pd.DataFrame, row) -> list[tuple]:
    both = told.merge(events[["event", "title", "sources"]], on="event")
    return [
        (one.title, _cut(row, one.start, one.end), one.status, one.earliest, one.latest,
         one.sources)
        for one in both.itertuples()
    ]  # fmt: skip
