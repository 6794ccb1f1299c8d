"""Where a trial of the fault campaign writes, and what it does to the runs there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
AS_OF = "2025-03-31"
# What a run may leave: its locks, whose each shelf is, how runs ended, and whose feed it is.
KEPT = (".lock", ".shelves.json", ".health.json", ".installation")
LIMIT = 900  # seconds that a run on a busy machine may take before it counts as hung


@dataclass
class Ground:
    """Where a trial writes: `out`, `data` and the temporary folder below one folder."""

    folder: Path
    topic: Path
    out: Path = field(init=False)
    data: Path = field(init=False)
    tmp: Path = field(init=False)

    def __post_init__(self) -> None:
        self.out, self.data, self.tmp = (self.folder / n for n in ("out", "data", "tmp"))
        for path in (self.out, self.data, self.tmp):
            path.mkdir(parents=True, exist_ok=True)

    @property
    def shelf(self) -> Path:
        return self.out / self.topic.name

    def start(self, *words: object, light: str = "") -> subprocess.Popen:
        """The command on this ground; `light` is what its process does first."""
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        paths = f"{NOTEBOOKS}{os.pathsep}{Path(__file__).parent}"
        env |= {"PYTHONPATH": paths, "TMPDIR": str(self.tmp), "TEMP": str(self.tmp)}
        first = f"import campaign_light; campaign_light.{light}"
        code = f"{first}; from pressbrief.__main__ import main; main()"
        said = [sys.executable, *(["-c", code] if light else ["-m", "pressbrief"])]
        said += ["run", self.topic, "--out", self.out, "-p", "data", self.data, *words]
        return subprocess.Popen(list(map(str, said)), env=env, stdout=-1, stderr=-1, text=True)

    def run(self, *words: object, light: str = "", as_of: str = AS_OF) -> tuple[int, str]:
        """Runs the command to its end; its exit code and what it said."""
        dated = ["--as-of", as_of] if as_of else []
        process = self.start(*dated, *words, light=light)
        said = "".join(process.communicate(timeout=LIMIT))
        return process.returncode, said

    def editions(self) -> list[Path]:
        return sorted(self.shelf.glob("[0-9]*"))


def kill(process: subprocess.Popen, *, with_children: bool) -> None:
    """Kills a run, and its kernels with it or not: then they must end by themselves."""
    try:
        children = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return
    process.kill()
    for child in children if with_children else ():
        with suppress(psutil.NoSuchProcess):
            child.kill()
    _, alive = psutil.wait_procs(children, timeout=60)
    assert not alive, f"kernels that outlive their run: {alive}"


def kernel_of(ground: Ground, run: subprocess.Popen, number: int) -> psutil.Process:
    """The process of a run's n-th kernel, once a cell runs in it."""
    listening: list[psutil.Process] = []
    while run.poll() is None:
        with suppress(psutil.Error):
            for process in psutil.Process(run.pid).children(recursive=True):
                if process not in listening and _listens(process):
                    listening.append(process)
        # papermill writes down what runs; a kernel stopped before that would be waited for long.
        notebooks = (ground.data / "notebooks").glob("*.ipynb")
        if len(listening) >= number and all(map(_has_begun, notebooks)):
            return listening[number - 1]
        time.sleep(0.05)
    raise AssertionError(f"kernel {number} never came: {run.communicate()}")


def _listens(process: psutil.Process) -> bool:
    """Whether a child of a run's is a kernel: no other has sockets with an address."""
    try:
        return any(one.laddr for one in process.net_connections("all"))
    except psutil.Error:
        return False


def _has_begun(notebook: Path) -> bool:
    said = notebook.read_text(encoding="utf-8")
    return any(f'"status": "{status}"' in said for status in ("running", "completed"))


@contextmanager
def disk(folder: Path, kilobytes: int) -> Iterator[Callable[[], None] | None]:
    """A disk of that size in place of a folder, and what makes it larger; None if none is had."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if not hasattr(os, "getuid") or subprocess.run(mount, capture_output=True).returncode:
        yield None
        return
    grow = ["mount", "-o", "remount,size=256m", str(folder)]
    try:
        yield lambda: subprocess.run(grow, check=True, capture_output=True) and None
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True)


def bytes_of(edition: Path) -> dict[str, bytes]:
    """What an edition holds, but for the seconds that its manifest tells."""
    paths = (path for path in edition.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(edition).as_posix(): path.read_bytes() for path in paths}


def differing(*made: dict[str, bytes]) -> list[str]:
    """The names of the files in which editions differ."""
    names = sorted({name for each in made for name in each})
    return [name for name in names if len({each.get(name) for each in made}) > 1]
