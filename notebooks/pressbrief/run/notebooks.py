"""The sections' notebooks through papermill, step by step: what each published, or why not."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path

from pressbrief.run import edition, holding, publish, watch
from pressbrief.run.kernel import Kernels
from pressbrief.run.notebook_format import nbformat
from pressbrief.run.parameters import Parameters
from pressbrief.sections import model
from pressbrief.sections.entry import Entry
from pressbrief.sections.registry import STEPS
from pressbrief.sending.hidden import scrubbed
from pressbrief.topic.faults import InputError
from pressbrief.topic.paths import NOTEBOOKS

# What every section is told; what each is told beside stands in its entry.
EVERY = ("topic", "data", "as_of", "max_megabytes")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
NUMBERS = "|".join(map(str, edition.FULL))
NO_ROOM = re.compile(rf"\berrno (?:{NUMBERS})\b|\bWinError (?:39|112)\b", re.IGNORECASE)
Say = Callable[[str], None]
# Seconds that a kernel on a busy machine may take to start, and to send what it put out.
PATIENT = 600
# What papermill logs of a kernel that died stands in the outcome, in our words.
logging.getLogger("papermill").addHandler(logging.NullHandler())


class NoPlaceError(RuntimeError):
    """A section could not write what it made: not its fault, and no edition without it."""


def step_by_step(
    parameters: Parameters, kept: Path, kernels: Kernels, say: Say
) -> list[publish.Executed]:
    """Runs every section's notebook into `kept`, those of one step side by side."""
    kept.mkdir(parents=True, exist_ok=True)
    executed: list[publish.Executed] = []
    with ThreadPoolExecutor(max(len(step) for step in STEPS)) as pool, ExitStack() as on_fault:
        on_fault.callback(kernels.stop)  # else the pool would wait for what they are at
        for step in STEPS:
            say(", ".join(section.label for section in step))
            runs = [pool.submit(one_section, each, parameters, kept, kernels) for each in step]
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


def one_section(
    section: Entry, parameters: Parameters, kept: Path, kernels: Kernels
) -> publish.Executed:
    """Runs a section's notebook, and reads what it published."""
    began = time.perf_counter()
    target = kept / f"{section.notebook}.ipynb"
    target.unlink(missing_ok=True)
    told = {key: getattr(parameters, key) for key in (*EVERY, *section.reads)}
    ended = papermilled(section.notebook, target, told, kernels, parameters.cell_minutes)
    reason = scrubbed(ended)
    output = None if reason else published(target)
    if not reason and output is None:
        reason = "it ended without publishing its section"
    return publish.Executed(section, output, reason, round(time.perf_counter() - began, 3))


def papermilled(
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
        if name == STEPS[0][0].notebook and error.ename in input_errors():
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


def input_errors(kind: type[InputError] = InputError) -> set[str]:
    """The names of every kind of fault of what a person gave."""
    return {kind.__name__}.union(*map(input_errors, kind.__subclasses__()))


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
