"""Work on many files shared out over this machine's cores, with the same results in one process.

Helpers are fresh processes that import this package and nothing else: they start alike from a
notebook, a script and the command line, on Linux, macOS and Windows. Whatever a helper does not
bring back, this process does itself.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread
from types import ModuleType
from typing import Any

# A helper is of use once it has imported the package; smaller corpora are read by then.
MIN_TASKS = 500
MAX_HELPERS = 3
BATCH = 8

Each = Callable[[Callable[[Any], Any], Sequence[Any]], list[Any]]


@contextmanager
def crew(tasks: int) -> Iterator[Each]:
    """A function that does a piece of work for each of about so many tasks, results in order.

    >>> with crew(3) as each:
    ...     each(abs, [-1, 2, -3])
    [1, 2, 3]
    """
    count = min(_idle_cores(), MAX_HELPERS) if tasks >= MIN_TASKS else 0
    if count < 1 or parent_process() is not None:
        yield _each
        return
    try:
        pool = ProcessPoolExecutor(count, get_context("spawn"), _follow_parent)
    except (ImportError, OSError):  # a system without the semaphores that a pool needs
        yield _each
        return
    try:
        yield partial(_shared, pool)
    finally:
        pool.shutdown(cancel_futures=True)


def _idle_cores() -> int:
    """The cores that this process may use beside its own and those that others keep busy."""
    allowed = getattr(os, "sched_getaffinity", None)
    cores = len(allowed(0)) if allowed else os.cpu_count() or 1
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 1
    return round(cores - max(1, busy))


def _each(work: Callable[[Any], Any], tasks: Sequence[Any]) -> list[Any]:
    return [work(task) for task in tasks]


def _shared(pool: ProcessPoolExecutor, work: Callable, tasks: Sequence[Any]) -> list[Any]:
    """The helpers take batches from the first on, this process from the last on."""
    batches = [tasks[at : at + BATCH] for at in range(0, len(tasks), BATCH)]
    handed = _handed_out(pool, work, batches)
    own: dict[int, list[Any]] = {}
    for at in reversed(range(len(batches))):
        if at < len(handed) and not handed[at].cancel():
            break
        own[at] = _each(work, batches[at])
    made = (
        own[at] if at in own else _brought(handed[at], work, batch)
        for at, batch in enumerate(batches)
    )
    return [result for results in made for result in results]


def _handed_out(pool: ProcessPoolExecutor, work: Callable, batches: list) -> list[Future]:
    """As many of the batches as the pool takes: a broken one takes none."""
    handed: list[Future] = []
    try:
        with _main_hidden():
            for batch in batches:
                handed.append(pool.submit(_each, work, batch))
    except (OSError, RuntimeError):
        pass
    return handed


def _brought(future: Future, work: Callable, batch: Sequence[Any]) -> list[Any]:
    """What a helper made of a batch; if it died or failed, what comes of it here."""
    try:
        return future.result()
    except Exception:
        return _each(work, batch)


@contextmanager
def _main_hidden() -> Iterator[None]:
    """Starts processes that do not run the caller's script again, guarded or not."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _follow_parent() -> None:
    """A helper ends with the process that started it, and leaves interrupts to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_after, args=(parent_process(),), daemon=True).start()


def _end_after(parent) -> None:
    parent.join()
    os._exit(1)
