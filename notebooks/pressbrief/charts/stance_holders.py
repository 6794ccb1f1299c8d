"""The holders chart: whom those whom the sources quote or report judge, and in which words."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pressbrief.charts import judged_bars, labels
from pressbrief.charts.canvas import Canvas
from pressbrief.charts.judged_bars import Group, Row
from pressbrief.sections.model import DataTable, Figure
from pressbrief.sections.stance_views import By, Said
from pressbrief.sections.wording import judged
from pressbrief.sections.wording.phrase import Phrase, joined, say
from pressbrief.sections.wording.words import digits, listed
from pressbrief.stance.appraisal.verdicts import CRITICAL, FAVOURABLE
from pressbrief.tables.columns import UNKNOWN

ID = "stance-holders"
# In all, and of one target.
ROWS, TARGETS, EACH = 18, 6, 5
# One sentence shows no stance: it is drawn pale.
COLOURED = 2
Key = tuple[str, str]


def holders(
    said: By, names: Mapping[str, str], fewest: int, matters: Collection[str] = ()
) -> Figure | None:
    """The judgements of whoever is quoted or reported, as bars by target; None if nobody judges.

    `said` has what each (holder, target) says (stance_views); `fewest` judgements make a title.
    `matters` are the targets that are propositions.
    """
    judging = [key for key, one in said.items() if one.judged]
    if not judging:
        return None
    order = sorted(judging, key=lambda key: (-said[key].judged, key))
    shown = _shown(order)
    groups = [
        Group(labels.name_of(names, target), [_row(key, said[key], names) for key in keys])
        for target, keys in shown.items()
    ]
    canvas = Canvas()
    bottom = judged_bars.draw(canvas, groups, "of n: words")
    drawn = [key for keys in shown.values() for key in keys]
    notes = ["Pale: a single sentence."] if any(not _coloured(said[key]) for key in drawn) else []
    if left := len(order) - len(drawn):
        more = labels.plural(left, "more pair stands", "more pairs stand")
        notes.append(say("{} in tables/stances.csv.", more))
    return Figure(
        id=ID,
        title=_title(order, said, names, fewest, matters),
        subtitle="Sentences in which somebody quoted or reported judges a target, of those in "
        "which they speak of it",
        alt=_alt(order, said, names),
        caption=joined(notes),
        svg=canvas.svg(bottom + 0.08, ID),
        data=_data(drawn, said, names),
    )


def _shown(order: list[Key]) -> dict[str, list[Key]]:
    """By target the pairs to draw: those with the most judgements."""
    found: dict[str, list[Key]] = {}
    for key in order[:ROWS]:
        if key[1] in found or len(found) < TARGETS:
            found.setdefault(key[1], []).append(key)
    return {target: keys[:EACH] for target, keys in found.items()}


def _coloured(said: Said) -> list[int]:
    sides = (-1, said.critical), (1, said.favourable)
    return [way for way, side in sides if side.sentences >= COLOURED]


def _who(key: Key, names) -> Phrase:
    return say(judged.UNNAMED) if key[0] == UNKNOWN else labels.name_of(names, key[0])


def _row(key: Key, said: Said, names) -> Row:
    return Row(
        _who(key, names),
        said.critical.sentences,
        said.favourable.sentences,
        said.sentences,
        judged.words((*said.critical.words, *said.favourable.words), bracketed=False),
        _coloured(said),
        _sentence(key, said, names),
        said.critical.ids,
        said.favourable.ids,
    )


def _sentence(key: Key, said: Said, names) -> Phrase:
    return say(
        "{} on {}: {} critical and {} favourable of {} in {}",
        _who(key, names),
        labels.name_of(names, key[1]),
        digits(said.critical.sentences),
        digits(said.favourable.sentences),
        labels.plural(said.sentences, "sentence"),
        labels.plural(len(said.sources), "source"),
    )


def _title(order: list[Key], said: By, names, fewest: int, matters) -> str:
    for key in order:
        one = said[key]
        for way, side, other in (
            (CRITICAL, one.critical, one.favourable), (FAVOURABLE, one.favourable, one.critical)
        ):  # fmt: skip
            if side.sentences < max(fewest, 2 * other.sentences):
                continue
            several = key[0] == UNKNOWN
            who = say("Unnamed voices") if several else _who(key, names)
            verb = judged.verb(way, matter=key[1] in matters, several=several)
            does = say(f"{{}} {verb} {{}}", who, labels.name_of(names, key[1]))
            often = digits(side.sentences), digits(one.sentences)
            return labels.title(say("{} in {} of {} sentences", does, *often), does, _counted(said))
    return _counted(said)


def _counted(said: By) -> Phrase:
    times = sum(one.judged for one in said.values())
    return say("{} by those quoted or reported", labels.plural(times, "judgement"))


def _alt(order: list[Key], said: By, names) -> Phrase:
    most = [_sentence(key, said[key], names) for key in order[:3]]
    return say(
        "Judgements of those quoted or reported: {} of holder and target. Most: {}.",
        labels.plural(len(order), "pair"),
        joined(most, "; "),
    )


def _data(drawn: list[Key], said: By, names) -> DataTable:
    return DataTable(
        id=f"{ID}-data",
        title="How often those quoted or reported judge each target",
        columns=("holder", "target", "sentences", "critical", "favourable", "their words",
                 "in"),
        rows=tuple(
            (_who(key, names), labels.name_of(names, key[1]), said[key].sentences,
             said[key].critical.sentences, said[key].favourable.sentences,
             labels.clean(judged.words(
                 (*said[key].critical.words, *said[key].favourable.words), bracketed=False)),
             listed([labels.name_of(names, source) for source in said[key].sources]))
            for key in drawn
        ),
        evidence=tuple(said[key].ids for key in drawn),
    )  # fmt: skip
