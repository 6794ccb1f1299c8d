"""The kernel that a section runs in: this very Python, reached without the network."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

COMMAND = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]


class LocalKernelManager(AsyncKernelManager):
    """Starts ipykernel in this environment, over Unix sockets where the system has them.

    A kernel listens on TCP, unencrypted, by default, and waits a minute for a loopback interface
    that a container may lack. The kernelspec named "python3" may belong to another environment.
    """

    def __init__(self, **traits):
        super().__init__(**traits)
        # A Unix socket's path may hold about 100 characters: not below the home folder, then.
        self._folder = tempfile.TemporaryDirectory(prefix="pressbrief-", ignore_cleanup_errors=True)
        base = Path(self._folder.name) / "kernel"
        self.connection_file = f"{base}.json"
        if os.name == "posix":
            self.transport = "ipc"
            self.ip = str(base)

    @property
    def kernel_spec(self) -> KernelSpec:
        """This environment's own ipykernel, whatever is named python3 elsewhere."""
        # A user's IPython profile may run code at start-up; a briefing does not depend on it.
        env = {"IPYTHONDIR": str(Path(self._folder.name) / "ipython")}
        return KernelSpec(argv=COMMAND, display_name="pressbrief", language="python", env=env)
