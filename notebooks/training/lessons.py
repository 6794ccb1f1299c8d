"""Labelled items as rows: what each head learns of a sentence, a window or a pair of clauses.

An item is a dict as `labels/*.jsonl` has it, `label` what its labeller said of it (see the guides
beside them). Every head marks what is asked about and what may be the answer, and reads its answer
off the pieces or off the row as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pressbrief.reader.rows import WINDOW, Asked, Cut, cut
from training.batches import IGNORED, Row, learnt, stretch

# Evaluations and portrayals: critical, none, favourable.
CRITICAL, NONE, FAVOURABLE = range(3)
DATES = ("n", "y", "x")  # it belongs to a name or a state, it dates a happening, it is no date
STATUS = ("h", "p", "d")
SIDES = ("b", "s", "a")
AUTHOR, UNNAMED = "A", "U"


def appraisal(items: Sequence[dict]) -> list[Row]:
    """A row for each actor of each item as the target: who judges it, which way, in which words.

    `holders` has an answer at the first piece (the author), at the last (somebody unnamed) and at
    the first piece of each other actor's names.
    """
    asked, of = [], []
    for item in items:
        wrong = set(item["label"]["wrong"])
        actors = [actor for actor in item["actors"] if actor["n"] not in wrong]
        for target in actors:
            others = [actor for actor in actors if actor["n"] != target["n"]]
            asked.append(
                Asked(
                    item["text"],
                    tuple(map(tuple, target["spans"])),
                    tuple(tuple(span) for actor in others for span in actor["spans"]),
                )
            )
            of.append((item["label"], target["n"], others))
    rows = []
    for one, (label, target, others) in zip(cut(asked), of, strict=True):
        if one.asks:
            rows.append(learnt(one, _appraised(one, label, target, others)))
    return rows


def _appraised(one: Cut, label: dict, target: int, others: Iterable[dict]) -> dict:
    about = [each for each in label["evaluations"] if each["target"] == target]
    signs = {each["holder"]: each["sign"] + NONE for each in about}
    holders = [IGNORED] * len(one.row.ids)
    holders[0] = signs.get(AUTHOR, NONE)
    holders[-1] = signs.get(UNNAMED, NONE)
    for actor in others:
        for start, end in actor["spans"]:
            if (at := one.first(start, end)) is not None:
                holders[at] = signs.get(str(actor["n"]), NONE)
    told = [each["sign"] for each in label["portrayals"] if each["target"] == target]
    words = stretch(one, *about[0]["span"]) if about else (IGNORED, IGNORED)
    return {"holders": holders, "portrayal": told[0] + NONE if told else NONE, "words": words}


def happening(items: Sequence[dict]) -> list[Row]:
    """A row for each time expression: whether it dates, which clause, its status and side."""
    rows = []
    for item, one in zip(
        items, cut([Asked(i["text"], (tuple(i["mark"]),)) for i in items]), strict=True
    ):
        label = item["label"]
        dated = label["dates"] == "y"
        side = label.get("side", "?")
        labels = {
            "dates": DATES.index(label["dates"]),
            "status": STATUS.index(label["status"]) if dated else IGNORED,
            "direction": SIDES.index(side) if dated and side in SIDES else IGNORED,
            "clause": stretch(one, *label["span"]) if dated else (IGNORED, IGNORED),
        }
        rows.append(learnt(one, labels))
    return rows


def reference(items: Sequence[dict]) -> list[Row]:
    """A row for each quotation, pronoun or description: which of the candidates, or none.

    `speaker` is 1 at the first pieces of the right one's names, 0 at those of the others and at
    the row's first piece, which stands for none of them (there 1 if that is right).
    """
    items = [item for item in items if not item["label"]["wrong"]]
    asked = [
        Asked(
            item["text"],
            (tuple(item["mark"]),),
            tuple(tuple(span) for one in item["candidates"] for span in one["spans"]),
            WINDOW,
        )
        for item in items
    ]
    rows = []
    for item, one in zip(items, cut(asked), strict=True):
        right = set(item["label"]["who"])
        speaker = [IGNORED] * len(one.row.ids)
        for candidate in item["candidates"]:
            for start, end in candidate["spans"]:
                at = one.first(start, end)
                if at is not None and speaker[at] != 1:
                    speaker[at] = int(candidate["n"] in right)
        speaker[0] = int(1 not in speaker)
        if one.asks:
            rows.append(learnt(one, {"speaker": speaker}))
    return rows


def same(items: Sequence[dict]) -> list[Row]:
    """A row for each pair of sentences, one below the other: is what they mark one happening."""
    items = [item for item in items if item["label"]["same"] != "x"]
    asked = []
    for item in items:
        one, other = item["a"], item["b"]
        shift = len(one["text"]) + 1
        start, end = _marked(other)
        text = f"{one['text']}\n{other['text']}"
        asked.append(Asked(text, (_marked(one),), ((start + shift, end + shift),), WINDOW))
    return [
        learnt(one, {"same": int(item["label"]["same"] == "y")})
        for item, one in zip(items, cut(asked), strict=True)
    ]


def _marked(side: dict) -> tuple[int, int]:
    """What of a sentence is asked about: what is marked, of a headline the whole."""
    start, end = side["mark"] or (0, len(side["text"]))
    return start, end


HEADS = {"appraisal": appraisal, "happening": happening, "reference": reference, "same": same}
