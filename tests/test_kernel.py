"""A kernel is reached over Unix sockets: a port of the machine's could be another run's by then."""

import asyncio
import sys

import pytest

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
