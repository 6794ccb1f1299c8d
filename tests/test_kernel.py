"""A kernel is reached over Unix sockets: a port of the machine's could be another run's by then."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from pressbrief.run import kernel_server
from pressbrief.run.forking import ForkedKernel
from pressbrief.run.kernel import Kernels

LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a folder's name may be too long for a socket"
)


async def answered(manager) -> bool:
    """Whether a kernel of the manager's starts and answers."""
    await manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=60)
        return await manager.is_alive()
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)


@LINUX
@pytest.mark.parametrize("below", ["", "/".join(["a-folder-with-a-long-name"] * 8)])
def test_a_kernel_takes_no_port(tmp_path_factory, below):
    manager = Kernels(tmp_path_factory.mktemp("k") / below).manager()
    assert manager.transport == "ipc"
    assert asyncio.run(answered(manager))


@LINUX
def test_two_kernels_have_sockets_of_their_own(tmp_path):
    kernels = Kernels(tmp_path / ("long" * 30))
    assert kernels.manager().ip != kernels.manager().ip


async def started(kernels):
    manager = kernels.manager()
    await manager.start_kernel()
    return manager


def ends(pid: int, seconds: float = 60) -> bool:
    """Whether no process has this number any more, soon."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("name", [*kernel_server.FIRST, *kernel_server.THEN])
def test_what_is_imported_for_all_kernels_is_there(name):
    assert find_spec(name)


@LINUX
def test_kernels_are_forked_from_one_process_and_end_with_it(tmp_path):
    with Kernels(tmp_path) as kernels:
        assert asyncio.run(answered(kernels.manager()))
        process = asyncio.run(started(kernels)).provisioner.process
        assert process.poll() is None
        process.kill()
        assert process.wait() == -signal.SIGKILL
        left = asyncio.run(started(kernels)).provisioner.process
    assert ends(left.pid) and left.poll() is not None


@LINUX
def test_without_the_process_that_they_are_forked_from_kernels_start_by_themselves(tmp_path):
    with Kernels(tmp_path) as kernels:
        before = asyncio.run(started(kernels)).provisioner.process
        kernels.server._process.kill()
        assert ends(before.pid) and before.poll() is not None
        assert asyncio.run(answered(kernels.manager()))


@LINUX
def test_what_kernels_are_forked_from_runs_one_thread_whatever_it_has_imported(tmp_path):
    with Kernels(tmp_path) as kernels:
        for _ in range(2):  # after the first it imports the rest
            process = asyncio.run(started(kernels)).provisioner.process
            assert isinstance(process, ForkedKernel)
        assert len(list(Path(f"/proc/{kernels.server._process.pid}/task").iterdir())) == 1


def test_the_kernels_of_a_run_of_several_editions_have_folders_of_their_own(tmp_path):
    kernels, folders = Kernels(tmp_path / "run"), set()
    for _ in range(2):
        with kernels:
            folders |= {kernels.new_folder() for _ in range(2)}
    assert len(folders) == 4


@LINUX
def test_nothing_is_forked_from_a_process_with_threads(tmp_path, monkeypatch):
    thread = "import threading, time\nthreading.Thread(target=time.sleep, args=(99,)).start()\n"
    (tmp_path / "sitecustomize.py").write_text(thread)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Kernels(tmp_path / "k") as kernels:
        monkeypatch.delenv("PYTHONPATH")
        manager = kernels.manager()
        assert asyncio.run(answered(manager))
        assert not isinstance(asyncio.run(started(kernels)).provisioner.process, ForkedKernel)
        kernels.stop()


RUN = """
import asyncio, sys, time
from pathlib import Path
from pressbrief.run import kernel_server
from pressbrief.run.kernel import Kernels
with Kernels(Path(sys.argv[1])) as kernels:
    manager = kernels.manager()
    asyncio.run(manager.start_kernel())
    print(manager.provisioner.process.pid, kernels.server._process.pid, flush=True)
    time.sleep(600)
"""


@LINUX
def test_forked_kernels_end_with_a_run_that_is_killed(tmp_path):
    run = subprocess.Popen([sys.executable, "-c", RUN, tmp_path], stdout=-1, text=True)
    pids = [int(pid) for pid in run.stdout.readline().split()]
    run.kill()
    run.communicate()
    assert all(map(ends, pids))


async def shown(manager, source: str) -> str:
    """What a cell of a kernel of the manager's shows last."""
    await manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=300)
        client.execute(source)
        while True:
            message = await client.get_iopub_msg(timeout=300)
            if message["msg_type"] in ("execute_result", "error"):
                return str(message["content"].get("data"))
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)


@LINUX
def test_a_forked_kernel_shows_tables_as_any_kernel_does(tmp_path):
    source = "import pandas as pd; pd.DataFrame([list(range(10**9, 10**9 + 30))])"
    with Kernels(tmp_path / "forked") as kernels:
        forked = asyncio.run(shown(kernels.manager(), source))
    assert "1000000029" in forked
    assert forked == asyncio.run(shown(Kernels(tmp_path / "plain").manager(), source))
