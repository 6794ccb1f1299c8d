"""What an analyst calls in JupyterLab: the sentences behind a number, and a correction of it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pandas as pd
from pandas.io.formats.style import Styler

from pressbrief import tables
from pressbrief.mentions import actor_corrections
from pressbrief.run import interactive
from pressbrief.run.explained import Explained, explained
from pressbrief.run.marked import NO_FORMULAS, marked
from pressbrief.run.parameters import validated
from pressbrief.run.review import Queue, queue
from pressbrief.run.work import Work
from pressbrief.sections.evidence import KEY, id_of, quoted
from pressbrief.sections.wording import names
from pressbrief.stance import own_voice
from pressbrief.stance.appraisal import polarity_corrections
from pressbrief.stance.appraisal.verdicts import evaluates
from pressbrief.tables import select
from pressbrief.topic import corrections
from pressbrief.topic.corrections import Correction
from pressbrief.topic.faults import InputError
from pressbrief.topic.paths import located

READ = ("articles", "sentences", "mentions", "voices", "stances")
MEASURES = ("polarity", "portrayal")
# Names that a message lists at most.
MOST_NAMED = 20
SHOWN = (
    "text", "source", "holder", "voice", "target", "polarity", "words", "portrayal", "dated",
    "file", "sentence",
)  # fmt: skip
SHADES = {True: "#f3c9ae", False: "#b9d8ec"}
# A sentence is read, so it stands first and gets room.
WIDE = {"text-align": "left", "white-space": "normal", "min-width": "34em"}


def open(folder: str | Path, **parameters: object) -> Work:
    """The bench of a topic outside the five notebooks: `folder` as a run's `topic`, the rest too.

    Its tables are made where they are missing, then kept in `data`; a value that cannot be used
    is refused with a ParameterError or TopicError.

    >>> work = open("seeds/japan-afghanistan", as_of="2025-03-31")
    >>> work
    Japan and the Taliban (japan-afghanistan): five files, edition day 2025-03-31

    `work.load("events")` is any table of the topic, `pressbrief.evidence(work, target="Japan")`
    the sentences behind a number.
    """
    return Work(validated(topic=str(folder), **parameters))


def evidence(of: Work | str | Path, *, source: str = "", target: str = "", holder: str = ""):
    """The sentences behind a cell of the stance tables and charts, strongest first, as a Styler.

    `of` is a notebook's bench (`work`) or the folder of an edition. A source without a holder has
    what it says in its own voice, as the charts count it; a holder what it is quoted or reported
    with. Both go by the names that tables and charts have for them. `words` are those that judge,
    `portrayal` what is told. In each sentence the target is marked, and what is quoted or reported
    is underlined; `.data` is the plain dataframe.

    `pressbrief.evidence(work, source="Modern Tokyo Times", target="Japan")`
    """
    read = _tables(of)
    articles, stances = read["articles"], read["stances"]
    known = names.names(articles)
    rows = stances.assign(source=stances["article_id"].map(select.sources(articles)))
    if source and not holder:
        rows = own_voice(stances, articles)
    for column, wanted in (("source", source), ("target", target), ("holder", holder)):
        if wanted:
            kept = [wanted in (said, known[said]) for said in rows[column]]
            if not any(kept):
                said = sorted({known[said] for said in rows[column]})
                near = corrections.nearest(wanted, {one: one for one in said})
                more = " and others" if len(said) > MOST_NAMED else ""
                there = f"; there are {said[:MOST_NAMED]}{more}"
                raise InputError(f"no stance with {column} {wanted!r}{near}{there}")
            rows = rows[kept]
    return _styled(_frame(select.strongest_first(rows), read, known))


def explain(bench: Work, file: str, sentence: int | str) -> Explained:
    """What each step made of one sentence: names, speakers, evaluations, times and happenings.

    `bench` is a notebook's `work`, `sentence` its number in the file, its text or how it begins.
    Probabilities are the reader's. InputError names the nearest where nothing is meant.

    `pressbrief.explain(work, "004_aee72dbdd5aaaff6.txt", "Thus, the lack of planning")["names"]`
    """
    return explained(bench, file, sentence)


def review(bench: Work) -> Queue:
    """The sentences that carry the findings, least sure first, each to be accepted or corrected.

    `bench` is a notebook's `work`. Answers go to corrections.toml, with who and when in your own
    words; a finding whose sentences are read says so in the next edition.

    `queue = pressbrief.review(work)`, then `queue.accept(1, "Read by the desk, 3 March.")` or
    `queue.correct(2, "Japan", 0, "It only reports this.")`; in JupyterLab `queue.widget()`.
    """
    return queue(bench, correct, _buttons)


def _buttons(of: Queue):
    from pressbrief.run.review_widget import shown

    return shown(of)


def table(frame: pd.DataFrame):
    """A table to sort, search and filter in JupyterLab, by itables, which the extra `lab` brings.

    `pressbrief.table(work.load("stances"))`. Nothing is fetched; without itables it is the frame.
    """
    return interactive.table(frame)


def correct(
    what: str,
    expected: str | float,
    new: str | float | None,
    reason: str,
    *,
    topic: Work | str | Path,
    **which: str,
) -> Path:
    """Appends a correction to the topic's corrections.toml, which every later run replays.

    `what`: merge, split, rename or drop (of actors), or stance (a polarity); `which`: file,
    surface, sentence and target, as far as it needs them. `topic`: a notebook's bench (`work`),
    whose tables are at hand, or the folder, whose tables are made where they are missing. What the
    file holds stays as it is. An entry that names who or what is not there, that expects another
    value, or that could not be read back is refused with a TopicError that names the nearest.

    `pressbrief.correct("merge", "Taleban", "Taliban", "The same movement.", topic=work)`
    """
    said = {"what": what, "expected": expected, "new": new, "reason": reason}
    one = corrections.entry(**said, **which)
    bench = topic if isinstance(topic, Work) else open(topic)
    if bench.topic.only:
        raise InputError(f"{bench.topic.only}: is one file; corrections need a topic's folder")
    _check(bench, one)
    return corrections.append(bench.topic.folder, one)


def _check(bench: Work, one: Correction) -> None:
    """CorrectionError if an entry does not hold after all that stand in the file now."""
    if one.what == "accept":  # a sentence and its reading, which nothing is counted by
        explained(bench, one.file, one.sentence)
        return
    held = corrections.load(bench.topic.folder)
    known = len(bench.topic.corrections)
    later = held[known:]
    renamed = one.what == "stance" and any(each.what != "stance" for each in later)
    if held[:known] != bench.topic.corrections or renamed:  # these tables know nothing of that
        bench, known = Work(bench.parameters), len(held)
    read = bench.load("articles")
    # Of those in between, which are not in its tables yet, one that fails is another's fault.
    if one.what == "stance":
        frames = bench.load("sentences"), bench.load("stances")
        polarity_corrections.replayed([*held, one], read, *frames, after=known)
    else:
        frames = bench.load("actors"), bench.load("mentions")
        actor_corrections.replayed([*held, one], read, *frames, after=known)


def _tables(of: Work | str | Path) -> dict[str, pd.DataFrame]:
    if isinstance(of, Work):
        return {name: of.load(name) for name in READ}
    folder = located(str(of))
    folder = folder / "tables" if (folder / "tables").is_dir() else folder
    missing = [name for name in READ if not (folder / f"{name}.csv").is_file()]
    if missing:
        raise InputError(
            f"{folder}: holds no {missing[0]}.csv; name an edition, as reports/TOPIC/2025-03-31, "
            "or give a notebook's `work`"
        )
    return {name: tables.read_csv(name, folder / f"{name}.csv") for name in READ}


def _frame(rows: pd.DataFrame, read: dict[str, pd.DataFrame], known: names.Names) -> pd.DataFrame:
    """A row for each stance, its sentence as marked HTML."""
    wanted = {id_of(*key) for key in rows[KEY].itertuples(index=False)}
    spans = {"target": _spans(rows, read), "quotation": read["voices"]}
    cited = quoted(wanted, read["articles"], read["sentences"], known, spans)
    by_id = {one.id: one for one in cited}
    begin = {(row.article_id, row.sentence): row.start for row in read["sentences"].itertuples()}
    made = [
        (marked(one.text, one.marks), known[row.source], known[row.holder], row.voice, row.target,
         row.polarity, _words(row, begin[row.article_id, row.sentence], one.text), row.portrayal,
         one.dated, one.file, one.sentence)
        for row in rows.itertuples()
        for one in [by_id[id_of(row.article_id, row.sentence)]]
    ]  # fmt: skip
    return pd.DataFrame(made, columns=SHOWN)


def _words(row, begin: int, text: str) -> str:
    """The words that judge, of a sentence that begins there in its article."""
    if not row.expression_end:
        return ""
    return text[row.expression_start - begin : row.expression_end - begin]


def _spans(rows: pd.DataFrame, read: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Where the stances stand, and the other names in those sentences of whoever stands there."""
    columns = [*KEY, "start", "end"]
    named = select.naming(read["mentions"])
    there = rows[columns].merge(named[[*columns, "actor"]], on=columns)
    others = named.merge(there[[*KEY, "actor"]].drop_duplicates(), on=[*KEY, "actor"])
    return pd.concat([rows[columns], others[columns]]).drop_duplicates()


class Quoted(Styler):
    """A styled table whose plain form is its rows: an address in memory differs in every run."""

    def __repr__(self) -> str:
        return self.data.to_string(index=False)


def _styled(frame: pd.DataFrame) -> Styler:
    plain = [column for column in frame if column not in (*MEASURES, "text")]
    # Named by what it holds: a random name would change the executed notebook's bytes.
    name = sha256(frame.to_json().encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return (
        Quoted(frame)
        .set_uuid(name)
        .format(escape="html", subset=plain)
        .format("{:+.2f}", subset=[*MEASURES])
        .map(_shade, subset=[*MEASURES])
        .set_properties(subset=["text"], **WIDE)
        .set_table_attributes(NO_FORMULAS)
        .hide(axis="index")
    )


def _shade(measure: float) -> str:
    strong = evaluates(measure)
    return f"background-color:{SHADES[strong < 0]};color:#1f2328" if strong else ""
