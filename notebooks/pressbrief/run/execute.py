"""The run: a topic's sections through papermill, their output as one edition."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import nbformat
from filelock import FileLock

from pressbrief import topic
from pressbrief.run import edition, publish, remote
from pressbrief.run.parameters import ParameterError, Parameters
from pressbrief.sections import model
from pressbrief.sections.entry import Entry
from pressbrief.sections.registry import STEPS
from pressbrief.topic.paths import NOTEBOOKS, located, portable

# What every section is told; what each is told beside stands in its entry.
EVERY = ("topic", "data", "as_of", "max_megabytes")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
Status = Literal["complete", "partial", "failed", "nothing new"]
Say = Callable[[str], None]


@dataclass
class Outcome:
    """How a run ended: its status, the edition's folder (None if there is none), what to say."""

    status: Status
    folder: Path | None
    messages: list[str] = field(default_factory=list)

    def published(self) -> list[dict]:
        """The edition's cover and sections, as MIME bundles; none if there is no edition."""
        if self.folder is None:
            return []
        whole = nbformat.read(self.folder / "notebooks" / "briefing.ipynb", as_version=4)
        return [dict(output.data) for cell in whole.cells for output in cell.outputs]

    def check(self) -> None:
        """RuntimeError with its messages, unless the run is complete or had nothing to do."""
        if self.status in ("partial", "failed"):
            raise RuntimeError("\n".join([f"the run is {self.status}", *self.messages]))


def run(parameters: Parameters, say: Say = lambda line: None) -> Outcome:
    """Makes a topic's edition, or finds that there is nothing new.

    ParameterError or TopicError before any kernel starts, if parameters or input are bad.
    """
    subject = remote.opened(parameters)
    out, data = located(parameters.out), parameters.data_folder
    subject.keep_out(out)
    for folder in (out, data):
        if fault := edition.writable(folder):
            raise ParameterError(fault)
    # Two runs of one topic would write the same tables: the second waits, then finds them made.
    with FileLock(data.parent / f".{data.name}.lock"):
        return _run(subject, parameters, out / subject.name, data, say)


def _run(
    subject: topic.Topic, parameters: Parameters, shelf: Path, data: Path, say: Say
) -> Outcome:
    known = edition.editions(shelf)
    identity = edition.identity(subject, parameters)
    found = edition.same(known, identity, any_day=not parameters.as_of)
    if found and not parameters.force:
        return Outcome(
            "nothing new",
            found.folder,
            [f"Nothing new since edition {found.name}; --force makes it again: {found.folder}"],
        )
    as_of = found.as_of if found else identity["as_of"]
    name = found.name if found else edition.next_name(known, as_of)
    before = [other for other in known if other.name != name and (not found or other < found)]
    identity |= {"as_of": as_of}
    settings = parameters.model_copy(
        update={
            # What was copied is what every section reads, whatever becomes of its address.
            "topic": portable(subject.path),
            "as_of": as_of,
            "previous": parameters.previous or _tables_of(before),
        }
    )
    with edition.staged(shelf, name) as folder:
        executed = _execute(settings, data / "notebooks", say)
        kept = f"The notebooks as they ran are in {data / 'notebooks'}"
        if not any(each.output for each in executed):
            reasons = [f"{each.name}: {each.reason}" for each in executed]
            return Outcome("failed", None, [*reasons, kept])
        failed = [each for each in executed if not each.output]
        status: Status = "partial" if failed else "complete"
        say("Rendering")
        work = publish.bench(settings)
        if stale := publish.stale(work, executed):
            reason = f"The articles or the code changed during the run, after {', '.join(stale)}"
            return Outcome("failed", None, [f"{reason}: run it again", kept])
        try:
            publish.fill(folder, work, name, executed, data / "notebooks")
        except Exception as error:  # not one section but the document: there is no edition
            reason = f"The edition could not be rendered: {type(error).__name__}: {error}"
            return Outcome("failed", None, [reason, kept])
        edition.write_manifest(
            folder,
            {
                "edition": name,
                "title": subject.title,
                "status": status,
                "identity": identity,
                "skipped": publish.skipped(work),
                "scores": publish.scores(),
                "sections": {each.name: each.told() for each in executed},
            },
        )
        final = edition.place(folder, shelf, name)
    publish.index(shelf.parent)
    messages = [f"{each.name} is unavailable: {each.reason}" for each in failed]
    return Outcome(status, final, [*messages, f"Edition {name}: {final / 'briefing.html'}"])


def _execute(parameters: Parameters, kept: Path, say: Say) -> list[publish.Executed]:
    kept.mkdir(parents=True, exist_ok=True)
    executed: list[publish.Executed] = []
    with ThreadPoolExecutor(max(len(step) for step in STEPS)) as pool:
        for step in STEPS:
            say(", ".join(section.label for section in step))
            runs = [pool.submit(_section, section, parameters, kept) for section in step]
            if step is STEPS[0]:
                publish.warm_up()
            executed += [run.result() for run in runs]
    return executed


def _section(section: Entry, parameters: Parameters, kept: Path) -> publish.Executed:
    began = time.perf_counter()
    target = kept / f"{section.notebook}.ipynb"
    target.unlink(missing_ok=True)
    told = {key: getattr(parameters, key) for key in (*EVERY, *section.reads)}
    reason = _papermill(section.notebook, target, told)
    output = None if reason else published(target)
    if not reason and output is None:
        reason = "it ended without publishing its section"
    return publish.Executed(section, output, reason, round(time.perf_counter() - began, 3))


def _papermill(name: str, target: Path, arguments: dict[str, object]) -> str:
    """Runs one notebook into `target`; returns why it failed, or an empty text."""
    import papermill
    from nbclient.exceptions import DeadKernelError

    from pressbrief.run.kernel import LocalKernelManager

    try:
        papermill.execute_notebook(
            # papermill takes braces in a path for placeholders.
            str(NOTEBOOKS / f"{name}.ipynb").replace("{", "{{").replace("}", "}}"),
            str(target).replace("{", "{{").replace("}", "}}"),
            arguments,
            progress_bar=False,
            kernel_manager_class=LocalKernelManager,
            shutdown_kernel="immediate",
        )
    except papermill.PapermillExecutionError as error:
        return ANSI.sub("", f"{error.ename}: {error.evalue}")
    except DeadKernelError:
        return "its kernel died; was there memory enough?"
    except Exception as error:  # whatever stops one section must not lose the others
        return f"{type(error).__name__}: {error}"
    return ""


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


def _tables_of(editions: list[edition.Edition]) -> str:
    """The tables of the newest whole edition among them; empty if there is none."""
    whole = [each.folder for each in editions if each.manifest().get("status") == "complete"]
    return portable(whole[-1] / "tables") if whole else ""
