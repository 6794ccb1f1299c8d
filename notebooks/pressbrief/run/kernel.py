"""The kernels that sections run in: this very Python, reached without the network."""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path
from threading import Lock
from uuid import uuid4

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner

from pressbrief.run.forking import Server

# A kernel imports nothing from the folder that it works in (-P), where a file of an analyst may
# be named like a module, and runs nobody's start-up file: a briefing depends on neither.
LAUNCH = [sys.executable, "-P", "-m", "ipykernel_launcher"]
WORDS = [
    "-f", "{connection_file}",
    "--InteractiveShellApp.ignore_cwd=True", "--InteractiveShellApp.exec_PYTHONSTARTUP=False",
]  # fmt: skip
TEMPORARY = ("TMPDIR", "TEMP", "TMP")
SETTINGS = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
# A Unix socket's path holds 104 characters or more, of which jupyter_client adds two.
LONGEST_SOCKET = 100


class Kernels:
    """The kernels of one run: each with a folder below the run's for all that is temporary.

    `manager` is the class that papermill starts one with; `stop` ends them all at once. Within a
    `with` block they are forked from one process where the system can, and end with the block.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.manager = type("Manager", (LocalKernelManager,), {"kernels": self})
        self._numbers = count(1)
        self._live: list[LocalKernelManager] = []
        self._stopped = False
        self._lock = Lock()
        self.server: Server | None = None

    def __enter__(self) -> Kernels:
        if Server.possible():
            temporary = self.folder / "server"
            temporary.mkdir(parents=True, exist_ok=True)
            self.server = Server(temporary)
        return self

    def __exit__(self, *_: object) -> None:
        if self.server:
            self.server.stop()
            self.server = None

    def new_folder(self) -> Path:
        """A folder for one kernel."""
        folder = self.folder / f"k{next(self._numbers)}"
        folder.mkdir(parents=True)
        return folder

    def begun(self, manager: LocalKernelManager) -> None:
        """Takes note of a kernel, which ends at once if the others were stopped meanwhile."""
        with self._lock:
            self._live.append(manager)
            if self._stopped:
                manager.end()

    def stop(self) -> None:
        """Ends every kernel of the run, and each that starts from now on."""
        with self._lock:
            self._stopped = True
            for manager in self._live:
                manager.end()


def _socket(base: Path) -> str:
    """Where the Unix sockets of a kernel lie; empty where there can be none, and it takes TCP."""
    if os.name == "posix" and len(os.fsencode(base)) <= LONGEST_SOCKET:
        return str(base)
    # Linux has sockets without a file, which no length of a folder's name can forbid.
    return f"@pressbrief-{uuid4().hex}" if sys.platform == "linux" else ""


class LocalKernelManager(AsyncKernelManager):
    """Starts ipykernel in this environment, over Unix sockets where the system has them.

    A kernel listens on TCP, unencrypted, by default, on ports that a second run may take before
    it does, and waits a minute for a loopback interface that a container may lack. The kernelspec
    named "python3" may belong to another environment.
    """

    kernels: Kernels

    def __init__(self, **traits):
        super().__init__(**traits)
        self._folder = self.kernels.new_folder()
        base = self._folder / "c"
        self.connection_file = f"{base}.json"
        if address := _socket(base):
            self.transport = "ipc"
            self.ip = address

    @property
    def kernel_spec(self) -> KernelSpec:
        """This environment's own ipykernel, whatever is named python3 elsewhere."""
        # What a user has set up for IPython and Jupyter may run code at start-up: a briefing does
        # not depend on it, nor on a home folder.
        env = dict.fromkeys(TEMPORARY, str(self._folder))
        env |= {name: str(self._folder / "settings") for name in SETTINGS}
        return KernelSpec(
            argv=[*LAUNCH, *WORDS], display_name="pressbrief", language="python", env=env
        )

    async def start_kernel(self, **how) -> None:  # type: ignore[override]
        """Starts it, and keeps it in mind until it has ended."""
        if self.provisioner is None and self.kernels.server:
            self.provisioner = ForkedProvisioner(parent=self, kernel_spec=self.kernel_spec)
        await super().start_kernel(**how)
        self.kernels.begun(self)

    def end(self) -> None:
        """Kills the kernel's process, if it runs."""
        process = getattr(self.provisioner, "process", None)
        if process is not None and process.poll() is None:
            process.kill()


class ForkedProvisioner(LocalProvisioner):
    """Has a kernel forked from the server of its manager's run."""

    async def launch_kernel(self, cmd, **how):
        """Forks a kernel with the words of `cmd` that are ipykernel's."""
        self.cwd = how.get("cwd") or Path.cwd()
        try:
            server = self.parent.kernels.server
            self.process = server.start(cmd[len(LAUNCH) :], how["env"], self.cwd)
        except OSError:  # the server is gone, or something that it has loaded runs threads
            return await super().launch_kernel(cmd, **how)
        self.pid = self.pgid = self.process.pid  # of a session of its own
        return self.connection_info
