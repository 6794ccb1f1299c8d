"""The run: a topic's sections through papermill, their output as one edition."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pressbrief import tables, topic
from pressbrief.run import (
    edition,
    handing_on,
    holding,
    publish,
    remote,
    shelf_pages,
    shelves,
    watch,
)
from pressbrief.run.kernel import Kernels
from pressbrief.run.notebook_format import nbformat
from pressbrief.run.parameters import ParameterError, Parameters
from pressbrief.sections import model
from pressbrief.sections.entry import Entry
from pressbrief.sections.registry import SECTIONS, STEPS
from pressbrief.sending.hidden import scrubbed
from pressbrief.topic import paths
from pressbrief.topic.faults import InputError
from pressbrief.topic.paths import NOTEBOOKS, located, portable

# What every section is told; what each is told beside stands in its entry.
EVERY = ("topic", "data", "as_of", "max_megabytes")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
NUMBERS = "|".join(map(str, edition.FULL))
NO_ROOM = re.compile(rf"\berrno (?:{NUMBERS})\b|\bWinError (?:39|112)\b", re.IGNORECASE)
Status = Literal["complete", "partial", "failed", "nothing new", "out of time", "undelivered"]
Say = Callable[[str], None]
# What papermill logs of a kernel that died stands in the outcome, in our words.
logging.getLogger("papermill").addHandler(logging.NullHandler())
# Seconds that a kernel on a busy machine may take to start, and to send what it put out.
PATIENT = 600


@dataclass
class Outcome:
    """How a run ended: its status, the edition's folder (None if there is none), what to say."""

    status: Status
    folder: Path | None
    messages: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The edition's name; empty if there is none."""
        return self.folder.name if self.folder else ""

    def published(self) -> list[dict]:
        """The edition's cover and sections, as MIME bundles; none if there is no edition."""
        if self.folder is None:
            return []
        whole = nbformat.read(self.folder / "notebooks" / "briefing.ipynb", as_version=4)
        return [dict(output.data) for cell in whole.cells for output in cell.outputs]

    def check(self) -> None:
        """RuntimeError with its messages, unless the run is complete or had nothing to do."""
        if self.status not in ("complete", "nothing new"):
            raise RuntimeError("\n".join([f"the run is {self.status}", *self.messages]))


class NoPlaceError(RuntimeError):
    """A section could not write what it made: not its fault, and no edition without it."""


def run(parameters: Parameters, say: Say = lambda line: None) -> Outcome:
    """Makes a topic's edition, or finds that there is nothing new.

    InputError if parameters or input are bad: before any kernel starts, where that can be known.
    """
    took = watch.Watch()
    watch.beat(parameters, "running")
    try:
        outcome = _kept(parameters, say)
    except BaseException as error:
        status = "bad input" if isinstance(error, InputError) else "failed"
        watch.beat(parameters, status, seconds=round(took.seconds(), 3))
        _noted(parameters, status, took.seconds())
        if isinstance(error, Exception):
            watch.failed(parameters, status, [scrubbed(f"{type(error).__name__}: {error}")])
        raise
    outcome.messages = [scrubbed(line) for line in outcome.messages]
    ended = {"seconds": round(took.seconds(), 3), "edition": outcome.name}
    outcome.messages += filter(None, [watch.beat(parameters, outcome.status, **ended)])
    if outcome.folder is None:
        _noted(parameters, outcome.status, took.seconds())
    if outcome.status not in watch.GOOD:
        fault = watch.failed(parameters, outcome.status, outcome.messages)
        outcome.messages += filter(None, [fault])
    watch.step("run", took.seconds(), said=f"{outcome.status} {outcome.name}".strip())
    return outcome


def _noted(parameters: Parameters, status: str, seconds: float) -> None:
    """Notes on the health page a run that came to no edition, where there is a shelf to tell of."""
    out = located(parameters.out)
    with suppress(OSError, holding.OutOfTimeError):
        if out.is_dir():
            with holding.Patience(0).holding(out / ".lock"):
                watch.health(out, parameters.folder.name, status, seconds, "")


def _kept(parameters: Parameters, say: Say) -> Outcome:
    """The run, what stops it told as its outcome."""
    subject = remote.opened(parameters)
    try:
        return _held(subject, parameters, say)
    except holding.OutOfTimeError as error:
        return Outcome("out of time", None, [str(error)])
    except NoPlaceError as error:
        return Outcome("failed", None, [str(error)])
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return Outcome("failed", None, [f"{where}{error.strerror or error}: no edition was made"])


def _held(subject: topic.Topic, parameters: Parameters, say: Say) -> Outcome:
    """A run that holds alone what it writes to: another of this topic waits, and finds it made."""
    took = watch.Watch()
    told, wanted = handing_on.named(parameters, subject)
    patience = holding.Patience(parameters.wait_minutes, say)
    out = located(parameters.out)
    subject.keep_out(out)
    _check_writable(out)
    with patience.holding(out / ".lock"):
        shelf = out / shelves.claimed(out, subject)
    data = located(parameters.data) if parameters.data else paths.home() / "data" / shelf.name
    subject.keep_out(data)
    _check_writable(data)
    with (
        patience.holding(data / ".lock"),
        patience.holding(out / f".{shelf.name}.shelf.lock"),
        holding.temporary(data) as folder,
    ):
        edition.tidied(shelf)
        _tidied(data)
        settings, kernels = parameters.model_copy(update={"data": portable(data)}), Kernels(folder)
        since = _tables_of(edition.editions(shelf))
        missed = _made_up(subject, settings, shelf, kernels, say)
        outcome = _run(subject, settings, shelf, kernels, say, since if missed else "")
        outcome.messages[:0] = [line for day in missed for line in day.messages]
        gone = shelf_pages.pruned(shelf, parameters.keep)
        outcome.messages += [f"Edition {name} is no longer kept" for name in gone]
    if outcome.folder and wanted:
        done = []
        for day in missed:
            if day.folder and day.folder.is_dir():
                kept = [one for one in wanted if one.kind in handing_on.KEPT]
                done += handing_on.handed_on(day.folder, told, kept)
        done += handing_on.handed_on(outcome.folder, told, wanted)
        outcome.messages += [str(one) for one in done if one.how != "has it"]
        for one in done:
            watch.step("publish", 0, said=str(one))
        if outcome.status in watch.GOOD and handing_on.undelivered(done):
            outcome.status = "undelivered"
    try:
        with patience.holding(out / ".lock"):
            shelf_pages.write(out, told.base)
            if outcome.folder:
                today = "" if parameters.as_of else parameters.as_of_day.isoformat()
                told_of = (outcome.status, took.seconds(), outcome.name, today)
                watch.health(out, shelf.name, *told_of)
            for name in ("index.html", "feed.xml", watch.PAGE):
                if (out / name).exists():
                    edition.opened_to(out / name, parameters.readable)
    except (OSError, holding.OutOfTimeError) as error:
        outcome.messages.append(f"{out / 'index.html'}: {error}; the next run writes it")
    return outcome


def _tidied(data: Path) -> None:
    for section in SECTIONS.values():
        tables.tidied(section.tables, data)


def _check_writable(folder: Path) -> None:
    if fault := edition.writable(folder):
        raise ParameterError(fault)


def _made_up(
    subject: topic.Topic, parameters: Parameters, shelf: Path, kernels: Kernels, say: Say
) -> list[Outcome]:
    """The editions of the days that were missed since the newest one, as of each of them.

    They are made from the articles that there are now; readers find them on the shelf, and mail
    and webhooks tell of today's alone, which says what changed since the one before them all.
    """
    known = edition.editions(shelf)
    if parameters.as_of or not parameters.catch_up:
        return []
    if edition.same(known, edition.identity(subject, parameters), any_day=True):
        return []  # what would not have been made on those days either
    well = watch.well(shelf.parent, shelf.name)
    days = edition.missed(known, parameters.as_of_day, well)[-parameters.catch_up :]
    made = []
    for day in days:
        say(f"Making up for {day}")
        settings = parameters.model_copy(update={"as_of": day})
        made.append(_run(subject, settings, shelf, kernels, say))
    return made


def _run(
    subject: topic.Topic,
    parameters: Parameters,
    shelf: Path,
    kernels: Kernels,
    say: Say,
    since: str = "",
) -> Outcome:
    """One edition, as of one day; `since`: the tables to compare with if days were made up."""
    known = edition.editions(shelf)
    identity = edition.identity(subject, parameters)
    any_day = not (parameters.as_of or since)
    found = edition.same(known, identity, any_day=any_day)
    if found and not parameters.force:
        return Outcome(
            "nothing new",
            found.folder,
            [f"Nothing new since edition {found.name}; --force makes it again: {found.folder}"],
        )
    # An edition that lacks a section is made again under its own name, not beside it.
    found = found or edition.same(known, identity, any_day=any_day, status="partial")
    as_of = found.as_of if found else identity["as_of"]
    name = found.name if found else edition.next_name(known, as_of)
    identity |= {"as_of": as_of}
    settings = parameters.model_copy(
        update={
            # What was copied is what every section reads, whatever becomes of its address.
            "topic": portable(subject.path),
            "as_of": as_of,
            "previous": parameters.previous or since or _compared(known, name, found),
        }
    )
    kept = parameters.data_folder / "notebooks"
    where = f"The notebooks as they ran are in {kept}"
    with edition.staged(shelf, name) as folder:
        try:
            with kernels:
                executed = _execute(settings, kept, kernels, say)
        finally:
            _tidied(settings.data_folder)  # of a kernel that was ended as it made them
        if not any(each.output for each in executed):
            reasons = [f"{each.name}: {each.reason}" for each in executed]
            return Outcome("failed", None, [*reasons, where])
        failed = [each for each in executed if not each.output]
        status: Status = "partial" if failed else "complete"
        say("Rendering")
        work = publish.bench(settings)
        if stale := publish.stale(work, executed):
            reason = f"The articles or the code changed during the run, after {', '.join(stale)}"
            return Outcome("failed", None, [f"{reason}: run it again", where])
        took = watch.Watch()
        try:
            publish.fill(folder, work, name, executed, kept)
        except Exception as error:  # not one section but the document: there is no edition
            reason = f"The edition could not be rendered: {type(error).__name__}: {error}"
            return Outcome("failed", None, [reason, where])
        watch.step("render", took.seconds())
        edition.write_manifest(
            folder,
            {
                "edition": name,
                "title": subject.title,
                "status": status,
                "made": datetime.now(UTC).isoformat(timespec="seconds"),
                "previous": _edition_of(settings.previous),
                "said": publish.said(work, name, executed),
                "identity": identity,
                "skipped": publish.skipped(work),
                "scores": publish.scores(),
                "sections": {each.name: each.told() for each in executed},
            },
        )
        edition.opened_to(folder, parameters.readable)
        final = edition.place(folder, shelf, name)
        if parameters.readable:
            edition.opened_to(shelf, parameters.readable)
    messages = [f"{each.name} is unavailable: {each.reason}" for each in failed]
    messages += [publish.tally(work, executed), f"For print: {final / 'briefing.pdf'}"]
    return Outcome(status, final, [*messages, f"Edition {name}: {final / 'briefing.html'}"])


def _execute(
    parameters: Parameters, kept: Path, kernels: Kernels, say: Say
) -> list[publish.Executed]:
    kept.mkdir(parents=True, exist_ok=True)
    executed: list[publish.Executed] = []
    with ThreadPoolExecutor(max(len(step) for step in STEPS)) as pool, ExitStack() as on_fault:
        on_fault.callback(kernels.stop)  # else the pool would wait for what they are at
        for step in STEPS:
            say(", ".join(section.label for section in step))
            runs = [pool.submit(_section, section, parameters, kept, kernels) for section in step]
            if step is STEPS[0]:
                pool.submit(publish.warm_up)  # here, an interrupt could be lost in an import
            executed += (done := _results(runs))
            for each in done:
                rows = watch.rows_of(each.section.tables, parameters.data_folder)
                watch.step(each.section.name, each.seconds, rows, each.reason)
        on_fault.pop_all()
    return executed


def _results(runs: list[Future]) -> list[publish.Executed]:
    """What the runs come to, in order; what one raises as soon as it does."""
    waiting = set(runs)
    while waiting:
        # On Windows an interrupt is heard only between two waits.
        done, waiting = wait(waiting, timeout=0.5, return_when=FIRST_EXCEPTION)
        for run in done:
            run.result()
    return [run.result() for run in runs]


def _section(
    section: Entry, parameters: Parameters, kept: Path, kernels: Kernels
) -> publish.Executed:
    began = time.perf_counter()
    target = kept / f"{section.notebook}.ipynb"
    target.unlink(missing_ok=True)
    told = {key: getattr(parameters, key) for key in (*EVERY, *section.reads)}
    ended = _papermill(section.notebook, target, told, kernels, parameters.cell_minutes)
    reason = scrubbed(ended)
    output = None if reason else published(target)
    if not reason and output is None:
        reason = "it ended without publishing its section"
    return publish.Executed(section, output, reason, round(time.perf_counter() - began, 3))


def _papermill(
    name: str, target: Path, arguments: dict[str, object], kernels: Kernels, minutes: float
) -> str:
    """Runs one notebook into `target`; returns why it failed, or an empty text.

    What is no fault of the section ends the run: OutOfTimeError, NoPlaceError, and InputError
    where the section says that what a person gave is at fault and no other needs less.
    """
    import papermill
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    try:
        papermill.execute_notebook(
            # papermill takes braces in a path for placeholders.
            str(NOTEBOOKS / f"{name}.ipynb").replace("{", "{{").replace("}", "}}"),
            str(target).replace("{", "{{").replace("}", "}}"),
            arguments,
            progress_bar=False,
            kernel_manager_class=kernels.manager,
            shutdown_kernel="immediate",
            execution_timeout=max(1, round(60 * minutes)),
            start_timeout=PATIENT,
            iopub_timeout=PATIENT,
        )
    except papermill.PapermillExecutionError as error:
        reason = ANSI.sub("", f"{error.ename}: {error.evalue}")
        if name == STEPS[0][0].notebook and error.ename in _input_errors():
            raise InputError(ANSI.sub("", error.evalue)) from None
    except CellTimeoutError:
        raise holding.OutOfTimeError(
            f"{name} ran out of time: {_running(target)} took longer than the {minutes:g} minutes "
            f"that cell_minutes allows"
        ) from None
    except DeadKernelError:
        reason = "its kernel died; was there memory enough?"
    except Exception as error:  # whatever stops one section must not lose the others
        reason = f"{type(error).__name__}: {error}"
    else:
        return ""
    if NO_ROOM.search(reason):
        raise NoPlaceError(f"{name} could not be written, and no edition was made: {reason}")
    return reason


def _input_errors(kind: type[InputError] = InputError) -> set[str]:
    """The names of every kind of fault of what a person gave."""
    return {kind.__name__}.union(*map(_input_errors, kind.__subclasses__()))


def _running(notebook: Path) -> str:
    """Which cell of a notebook papermill was at, in words."""
    try:
        cells = nbformat.read(notebook, as_version=4).cells
    except (OSError, ValueError):
        return "a cell"
    begun = [
        i for i, cell in enumerate(cells) if cell.metadata.get("papermill", {}).get("end_time")
    ]
    if not begun:
        return "a cell"
    first = (cells[begun[-1]].source.splitlines() or [""])[0]
    return f"cell {begun[-1] + 1} (`{first}`)"


def published(notebook: Path) -> dict | None:
    """The section that an executed notebook published with its last output; None if none.

    papermill can leave "completed" on a notebook whose kernel died: only this output tells.
    """
    outputs = (
        output
        for cell in nbformat.read(notebook, as_version=4).cells
        for output in cell.get("outputs", ())
    )
    found = [output.get("data", {}).get(model.MIME) for output in outputs]
    found = [value for value in found if value]
    return found[-1] if found else None


def _edition_of(tables_of: str) -> str:
    """The edition whose tables those are, without the place where it stands; empty if none."""
    return located(tables_of).parent.name if tables_of else ""


def _compared(known: list[edition.Edition], name: str, found: edition.Edition | None) -> str:
    """The tables that an edition is compared with: one made again with those that it was."""
    earlier = edition.before(known, name)
    was = found.manifest().get("previous") if found else None
    return _tables_of([each for each in earlier if each.name == was]) or _tables_of(earlier)


def _tables_of(editions: list[edition.Edition]) -> str:
    """The tables of the newest whole edition among them; empty if there is none."""
    whole = [each.folder for each in editions if each.manifest().get("status") == "complete"]
    return portable(whole[-1] / "tables") if whole else ""
