"""The run: what a topic's sections publish becomes one edition, or there is nothing new."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pressbrief import tables, topic
from pressbrief.run import (
    edition,
    handing_on,
    holding,
    notebooks,
    publish,
    remote,
    shelf_pages,
    shelves,
    watch,
)
from pressbrief.run.kernel import Kernels
from pressbrief.run.notebook_format import nbformat
from pressbrief.run.notebooks import Say
from pressbrief.run.parameters import ParameterError, Parameters
from pressbrief.sections.registry import SECTIONS
from pressbrief.sending.hidden import scrubbed
from pressbrief.topic import paths
from pressbrief.topic.faults import InputError
from pressbrief.topic.paths import located, portable

Status = Literal["complete", "partial", "failed", "nothing new", "out of time", "undelivered"]


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
    except notebooks.NoPlaceError as error:
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
                executed = notebooks.step_by_step(settings, kept, kernels, say)
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
