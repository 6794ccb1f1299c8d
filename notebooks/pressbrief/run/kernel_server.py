"""The process that kernels are forked from: it has imported what all of them need.

`python -m pressbrief.run.kernel_server FD` runs no Python beside its one loop and opens nothing
that kernels could share. It forks one for each message that the socket FD brings, and says on it
who runs and who has ended (`forking` is the other end). It ends with whoever holds the other end,
and its kernels with it. Where something that it has imported runs threads, whose locks a fork could
keep for ever, it forks nothing.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import tempfile
import traceback
from contextlib import suppress
from importlib import import_module
from pathlib import Path

MOST = 1 << 20  # bytes of a message
# What the first kernel imports; and what others do beside, while that one is at work.
FIRST = ("ipykernel.kernelapp", "pandera.pandas", "pyarrow.parquet", "pressbrief.run.work",
         "pressbrief.charts", "pressbrief.charts.quiet_matplotlib", "pressbrief.corpus",
         "pressbrief.sections.corpus_claims")  # fmt: skip
THEN = ("onnxruntime", "tokenizers", "pressbrief.mentions", "pressbrief.stance",
        "pressbrief.timeline", "pressbrief.analyst", "pressbrief.sections.findings_claims",
        "pressbrief.sections.mentions_claims", "pressbrief.sections.stance_claims",
        "pressbrief.sections.timeline_claims")  # fmt: skip


def serve(ear: socket.socket) -> None:
    """Forks a kernel for each message, until the other end is closed or gone."""
    alive: set[int] = set()

    def reap(*_: object) -> None:
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                alive.discard(ended[0])
                _say(ear, pid=ended[0], code=os.waitstatus_to_exitcode(ended[1]))

    signal.signal(signal.SIGCHLD, reap)
    imported = False
    while message := ear.recv(MOST):
        if not _alone():
            _say(ear, pid=0)
            continue
        # Who ends at once must not be reaped before it is in the list.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        parent = os.getpid()
        if not (pid := os.fork()):
            _kernel(ear, parent, **json.loads(message))
        alive.add(pid)
        _say(ear, pid=pid)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        if not imported:
            _import(THEN)
            imported = True
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for pid in alive:
        _end(pid)


def _alone() -> bool:
    return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1


def _end_threads() -> None:
    """OpenBLAS' threads, which numpy starts, end at a fork, and begin again where they are used."""
    if not (pid := os.fork()):
        os._exit(0)
    os.waitpid(pid, 0)


def _end(pid: int) -> None:
    """Kills a kernel, with what it has started, and waits until it is gone."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(pid, signal.SIGKILL)  # it has no group of its own yet
        os.waitpid(pid, 0)


def _say(mouth: socket.socket, **words: int) -> None:
    with suppress(OSError):  # nobody listens any more: the next message is the last
        mouth.send(json.dumps(words).encode())


def _import(names: tuple[str, ...]) -> None:
    for name in names:
        with suppress(ImportError):  # who needs it will say so
            import_module(name)
    gc.freeze()  # what all share is not written to by their collections


def _kernel(
    ear: socket.socket, parent: int, argv: list[str], env: dict[str, str], cwd: str
) -> None:
    """Becomes a kernel, which ends when its parent is another; never returns."""
    code = 1
    try:
        ear.close()
        os.setsid()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        os.environ.clear()
        os.environ.update(env)
        tempfile.tempdir = None
        os.chdir(cwd)
        sys.argv = ["ipykernel", f"--IPKernelApp.parent_handle={parent}", *argv]
        _begin()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _begin() -> None:
    import pandas as pd
    from ipykernel.kernelapp import launch_new_instance

    # As pandas sets it where a kernel imports it: here it took a terminal for granted.
    pd.set_option("display.max_columns", 20)
    launch_new_instance()


if __name__ == "__main__":
    # An interrupt of the terminal is for the run, which ends this.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _import(FIRST)
    _end_threads()
    serve(socket.socket(fileno=int(sys.argv[1])))
    os._exit(0)
