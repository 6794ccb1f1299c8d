"""The sentences that carry the findings, least sure first, to be accepted or corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd

from pressbrief.run.marked import NO_FORMULAS
from pressbrief.run.work import Work
from pressbrief.sections import evidence, reviews
from pressbrief.sections.model import Claim
from pressbrief.topic import corrections
from pressbrief.topic.faults import InputError

# How sure what no chance is kept of counts as, by the confidence of its finding; guesses.
SURE = {"low": 0.6, "moderate": 0.8, "high": 0.95}


@dataclass(frozen=True)
class Item:
    """One sentence: what it is read as, how sure that is, and the findings that rest on it."""

    id: str
    source: str
    file: str
    sentence: int
    text: str
    read_as: str
    sure: float
    findings: tuple[str, ...]


class Queue:
    """What is left to review of a bench's findings; `accept` and `correct` answer a sentence.

    Sentences are numbered from 1 and keep their numbers. Answers go to corrections.toml at once,
    and count from the next edition on.
    """

    def __init__(self, bench: Work, items: list[Item], correct: Callable[..., Path], buttons):
        self._bench, self._correct, self._buttons = bench, correct, buttons
        self.items = dict(enumerate(items, 1))

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, number: int) -> Item:
        if number not in self.items:
            left = ", ".join(map(str, self.items)) or "none"
            raise InputError(f"no sentence {number} is left to review; left are {left}")
        return self.items[number]

    @property
    def stances(self) -> pd.DataFrame:
        """The bench's stances: whom each sentence speaks of."""
        return self._bench.load("stances")

    @property
    def frame(self) -> pd.DataFrame:
        """What is left, a row a sentence."""
        columns = ["text", "read_as", "sure", "source", "file", "sentence", "findings"]
        rows = [[getattr(one, column) for column in columns] for one in self.items.values()]
        made = pd.DataFrame(rows, columns=columns, index=pd.Index(self.items, name="number"))
        return made.assign(findings=made["findings"].map("; ".join))

    def accept(self, number: int, reason: str) -> Path:
        """Writes down that a sentence is read as it should be; `reason` says by whom and when."""
        one = self[number]
        path = self._write(
            what="accept", expected=one.read_as, reason=reason, file=one.file, sentence=one.text
        )
        del self.items[number]
        return path

    def correct(self, number: int, target: str, new: float, reason: str) -> Path:
        """Writes down the polarity (−1 to 1) that a sentence has toward a target, and why."""
        one = self[number]
        stances = self.stances
        there = stances[stances["target"].eq(target) & _is(stances, one.id)]
        if there.empty:
            known = stances.loc[_is(stances, one.id), "target"].unique()
            near = corrections.nearest(target, dict(zip(known, known, strict=True)))
            raise InputError(f"sentence {number} says nothing of {target!r}{near}")
        strongest = there.loc[there["polarity"].abs().idxmax(), "polarity"]
        path = self._correct("stance", round(float(strongest), 2), new, reason, topic=self._bench,
                       file=one.file, sentence=one.text, target=target)  # fmt: skip
        del self.items[number]
        return path

    def _write(self, **said: object) -> Path:
        topic = self._bench.topic
        if topic.only:
            raise InputError(f"{topic.only}: is one file; a review needs a topic's folder")
        return corrections.append(topic.folder, corrections.entry(**said))

    def __repr__(self) -> str:
        return "\n\n".join(_lines(number, one) for number, one in self.items.items()) or DONE

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{number}</td><td style='text-align:left'>{escape(one.text)}</td>"
            f"<td style='text-align:left'>{escape(one.read_as)}</td><td>{one.sure:.2f}</td></tr>"
            for number, one in self.items.items()
        )
        head = "<tr><th>number</th><th>sentence</th><th>read as</th><th>sure</th></tr>"
        return f"<div {NO_FORMULAS}><table>{head}{rows}</table></div>" if rows else f"<p>{DONE}</p>"

    def widget(self):
        """The same as buttons in JupyterLab; needs ipywidgets, which the extra `lab` brings."""
        return self._buttons(self)


DONE = "No sentence is left to review."


def queue(bench: Work, correct: Callable[..., Path], buttons: Callable) -> Queue:
    """The sentences behind the findings that no analyst has read yet, least sure first.

    `correct` writes a correction down, as analyst.correct does; `buttons` makes a queue's widget.
    """
    claims = [claim for claim in bench.claims("findings") if claim.evidence]
    topic = bench.topic
    # What has been answered since the bench was opened is answered.
    kept = topic.corrections if topic.only else corrections.load(topic.folder)
    items = _items(bench, claims, reviews.read_by_hand(bench, kept))
    return Queue(
        bench, sorted(items, key=lambda one: (one.sure, one.file, one.sentence)), correct, buttons
    )


def _items(bench: Work, claims: list[Claim], read: set[str]) -> Iterator[Item]:
    articles, sentences = bench.load("articles"), bench.load("sentences")
    findings: dict[str, list[Claim]] = {}
    for claim in claims:
        for id_ in claim.evidence:
            if id_ not in read:
                findings.setdefault(id_, []).append(claim)
    read_as, chances = reviews.readings(bench), _chances(bench.load("stances"))
    for one in evidence.quoted(findings, articles, sentences, bench.sources, {}):
        grades = [SURE[claim.sure] for claim in findings[one.id]]
        judged = any(claim.about == "judged" for claim in findings[one.id])
        sure = chances.get(one.id, min(grades)) if judged else min(grades)
        yield Item(
            one.id, one.source, one.file, one.sentence, one.text,
            read_as.get(one.id, reviews.NOTHING), round(float(sure), 3),
            tuple(claim.text for claim in findings[one.id]),
        )  # fmt: skip


def _chances(stances: pd.DataFrame) -> dict[str, float]:
    """How sure the reader is of its least sure view in each sentence, by evidence id."""
    chosen = stances[["p_negative", "p_neutral", "p_positive"]].max(axis=1)
    ids = [evidence.id_of(*key) for key in stances[evidence.KEY].itertuples(index=False)]
    return chosen.groupby(pd.Series(ids, index=stances.index, dtype="str")).min().to_dict()


def _is(stances: pd.DataFrame, id_: str) -> pd.Series:
    ids = [evidence.id_of(*key) for key in stances[evidence.KEY].itertuples(index=False)]
    return pd.Series([one == id_ for one in ids], index=stances.index, dtype=bool)


def _lines(number: int, one: Item) -> str:
    return (
        f"{number}. {one.text}\n   read as: {one.read_as} (sure: {one.sure:.2f})\n"
        f"   {one.source}, {one.file}, sentence {one.sentence}"
    )
