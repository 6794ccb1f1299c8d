"""Who judges whom in a sentence, in which words: the reader's appraisal head on labelled items."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pressbrief import reader
from pressbrief.score import labelled_items
from pressbrief.score.labelled_items import NONE, SIGNS
from pressbrief.score.measured import LABELS, Figures, Measured, macro_f1, share
from pressbrief.stance.appraisal import verdicts

EXPECTED = (
    "labelled items: a .jsonl file, on each line an object with id, text, actors (n, spans) and "
    "label (evaluations with holder, target, sign and span; portrayals; wrong)"
)
AUTHOR, UNNAMED = "A", "U"


def measure(path: Path, as_of: date) -> Measured:
    """Macro-F1 over critical, none and favourable of all (holder, target) pairs of each sentence.

    Holders are the author, somebody unnamed and every other actor in brackets; a judgement is one
    from where a briefing counts it (verdicts.JUDGES). `words_overlap`:
    how many labelled judgements' words share a character with those that the reader points at.
    Beside it stands that nobody judges anybody.
    """
    items = labelled_items.read(path, EXPECTED, _asked)
    asked = [(item, one) for item in items for one in _asked(item)]
    answers = reader.judgements([(item["text"], one[1], one[2]) for item, one in asked])
    rows: list[tuple[str, str, str]] = []
    told: list[tuple[str, str]] = []
    words: list[bool] = []
    for (item, (target, _, _, others)), answer in zip(asked, answers, strict=True):
        about = [one for one in item["label"]["evaluations"] if one["target"] == target]
        signs = {one["holder"]: SIGNS[one["sign"] + 1] for one in about}
        said = {AUTHOR: answer.author, UNNAMED: answer.unnamed}
        said |= dict(zip(map(str, others), answer.others, strict=True))
        for holder, chances in said.items():
            found = SIGNS[1 + verdicts.evaluates(float(chances[2] - chances[0]))]
            rows.append((f"{item['id']}:{holder}>{target}", signs.get(holder, NONE), found))
        fortunes = [one["sign"] for one in item["label"]["portrayals"] if one["target"] == target]
        fortune = SIGNS[fortunes[0] + 1] if fortunes else NONE
        tells = verdicts.portrays(float(answer.portrayal[2] - answer.portrayal[0]))
        told.append((fortune, SIGNS[1 + tells]))
        if about:
            words.append(labelled_items.overlap(tuple(about[0]["span"]), answer.words) > 0)
    gold, predicted = [row[1] for row in rows], [row[2] for row in rows]
    figures: Figures = {
        "macro_f1": macro_f1(gold, predicted, SIGNS),
        **{name: labelled_items.of_class(gold, predicted, name) for name in SIGNS if name != NONE},
        "words_overlap": share(sum(words), len(words)),
        "portrayal_macro_f1": macro_f1(*_sides(told), SIGNS),
    }
    return Measured(
        items=len(rows),
        unit="pairs of holder and target",
        figures=figures,
        columns=LABELS,
        rows=rows,
        baselines={"nobody": {"macro_f1": macro_f1(gold, [NONE] * len(gold), SIGNS)}},
        notes=(f"{len(items)} sentences, {len(gold) - gold.count(NONE)} judgements",),
    )


def _sides(pairs: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    return [one for one, _ in pairs], [other for _, other in pairs]


def _asked(item: dict) -> list[tuple]:
    """Each target of an item: its number, its places, the others' first places and numbers."""
    wrong = set(item["label"]["wrong"])
    actors = [one for one in item["actors"] if one["n"] not in wrong]
    found = []
    for target in actors:
        others = [one for one in actors if one["n"] != target["n"]]
        found.append(
            (
                target["n"],
                tuple((start, end) for start, end in target["spans"]),
                tuple((one["spans"][0][0], one["spans"][0][1]) for one in others),
                [one["n"] for one in others],
            )
        )
    return found
