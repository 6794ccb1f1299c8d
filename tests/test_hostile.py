"""No hostile topic executes, reads outside, asks the network, takes long, or sinks the rest."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from hostile import cases, lay, taken
from hostile_texts import NEVER, READ, REFUSED

SIZE, SECONDS = 40_000, 20  # tests/hostile.py takes a megabyte, for which a minute is enough
MEGABYTES = 2048
# What Python tells an audit hook of, that no article may bring about.
FORBIDDEN = {
    *("socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.system"),
    *("os.exec", "os.posix_spawn", "os.fork", "pty.spawn", "webbrowser.open"),
}
OUTSIDE = ("/etc/passwd", "/dev/zero", "/dev/stdin", "/proc/self/mem")
CASES = list(cases())
HEARD: list[list[str]] = []  # of the test that runs, what must not be


def _hear(event: str, arguments: tuple) -> None:
    read = event == "open" and str(arguments[0]).endswith(OUTSIDE)
    if HEARD and (read or event in FORBIDDEN):
        HEARD[-1].append(f"{event} {arguments[:1]}")


sys.addaudithook(_hear)


@pytest.fixture(scope="module", autouse=True)
def _imported(tmp_path_factory):
    """What is loaded once is no article's doing: urllib3 asks at its import for a socket."""
    for case in CASES:
        if case.name in ("text: Jinja", "file: a page of data"):
            folder = tmp_path_factory.mktemp("topic")
            lay(case, folder, SIZE)
            taken(folder, whole=True)


def test_there_are_a_hundred_and_twenty():
    assert len({case.name for case in CASES}) == len(CASES) >= 120


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_topic_is_read_or_skipped_with_its_reason(case, tmp_path, capfd):
    folder = tmp_path / "topic"
    folder.mkdir()
    try:
        lay(case, folder, SIZE)
    except (OSError, NotImplementedError, AttributeError):
        if sys.platform == "linux":
            raise
        pytest.skip("cannot be made on this system")
    HEARD.append([])
    began = time.process_time()
    try:
        found = taken(folder, case.whole)
    finally:
        heard = HEARD.pop()
    assert heard == []
    assert time.process_time() - began < SECONDS
    assert not Path(NEVER).exists()
    assert list(tmp_path.iterdir()) == [folder]
    assert "\x1b" not in "".join(capfd.readouterr())
    if case.outcome.startswith(REFUSED):
        assert found[""].startswith(case.outcome)
        return
    assert found.pop("good.txt") == READ  # one file never sinks the rest
    if case.outcome == "read alone":
        assert not found
    elif case.outcome == READ:
        assert READ in found.values()
    else:
        assert any(outcome.startswith(case.outcome) for outcome in found.values()), found


@pytest.fixture(scope="module", autouse=True)
def peak_before():
    """The most memory that the tests before these have taken in this process; 0 on Windows."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_all_of_them_together_stay_below_two_gigabytes(peak_before):
    resource = pytest.importorskip("resource")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak_before
    assert most / (1024 if sys.platform == "linux" else 1024**2) < MEGABYTES
