"""Kernels forked from one process, the server, that has imported what all of them need.

To import takes most of the time that a kernel takes to start. `kernel_server` is that process.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from pressbrief.run.kernel_server import MOST

# What an ipykernel sets for itself before anything can have loaded matplotlib; and what keeps
# pyarrow's jemalloc, which nothing here uses, from starting a thread as it is loaded.
SET = {
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
}
LOST = -signal.SIGTERM  # the exit code of a kernel whose server is gone
PAUSE = 0.1  # seconds
PATIENT = 300  # seconds that the server may take to import on a busy machine


class ForkedKernel:
    """A kernel's process, as subprocess.Popen shows one."""

    stdin = stdout = stderr = None

    def __init__(self, server: Server, pid: int):
        self._server = server
        self.pid = pid

    def poll(self) -> int | None:
        """Its exit code; None while it runs."""
        return self._server.code(self.pid, 0)

    def wait(self) -> int:
        """Its exit code, once it has ended."""
        while (code := self._server.code(self.pid, PAUSE)) is None:
            pass
        return code

    def send_signal(self, number: int) -> None:
        """Sends it a signal, if it runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        """Asks it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Ends it at once."""
        self.send_signal(signal.SIGKILL)


class Server:
    """A process that kernels are forked from; it begins to import as soon as this is made.

    `folder` is where it puts what is temporary.
    """

    def __init__(self, folder: Path):
        self._lock = Lock()
        self._codes: dict[int, int] = {}
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "pressbrief.run.kernel_server", str(theirs.fileno())],
                env=os.environ | SET | {"TMPDIR": str(folder)},
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    @staticmethod
    def possible() -> bool:
        """Whether kernels can be forked here: some of macOS' own libraries do not bear it."""
        return sys.platform == "linux"

    def start(self, argv: Sequence[str], env: Mapping[str, str], cwd: Path | str) -> ForkedKernel:
        """Forks a kernel with ipykernel's words; OSError if the server is gone or refuses."""
        asked = {"argv": list(argv), "env": dict(env), "cwd": str(cwd)}
        with self._lock:
            self._socket.settimeout(PATIENT)
            self._socket.send(json.dumps(asked).encode())
            while (pid := self._heard()) is None:
                pass
            if not pid:
                raise ConnectionRefusedError("what it has imported runs threads")
            self._codes.pop(pid, None)  # of a kernel long gone that had the same number
        return ForkedKernel(self, pid)

    def code(self, pid: int, seconds: float) -> int | None:
        """The exit code of a kernel that has ended; None if none is known within the seconds."""
        with self._lock:
            if pid not in self._codes:
                try:
                    self._socket.settimeout(seconds)
                    while pid not in self._codes:
                        self._heard()
                except (TimeoutError, BlockingIOError):
                    return None
                except OSError:
                    return LOST
            return self._codes[pid]

    def stop(self) -> None:
        """Ends it, and with it every kernel that it has forked."""
        self._socket.shutdown(socket.SHUT_RDWR)  # whoever waits for it waits no longer
        try:
            self._process.wait(PATIENT)
        except subprocess.TimeoutExpired:
            self._process.kill()  # its kernels end when they see that it is gone
            self._process.wait()
        self._socket.close()

    def _heard(self) -> int | None:
        """Takes in what the server says next: who has ended, or the kernel that it has forked."""
        message = self._socket.recv(MOST)
        if not message:
            raise ConnectionError("the process that kernels are forked from is gone")
        said = json.loads(message)
        if "code" not in said:
            return said["pid"]
        self._codes[said["pid"]] = said["code"]
        return None
