"""Nobody is told that it runs: no socket but the kernels' own, no file but where it was told to.

What each process of a run asks of the system is read with strace. CI stays unset for it: a library
may hold its tongue there alone.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

from conftest import AS_OF, ROOT

ARTICLES = {
    "a.txt": "Japan has called on the Taliban to respect human rights. They met on Tuesday.\n",
    "b.html": (
        "<html><head><title>Border closed</title><meta name='date' content='2025-03-05'></head>"
        "<body><article><h1>Border closed</h1><p>Pakistan closed the border on 5 March 2025, and "
        "Japan called this a grave mistake in a long statement of its ministry.</p><p>“We regret "
        "it,” Takeshi Iwaya said in Tokyo, where he had met the envoy.</p></article></body></html>"
    ),
    "c.jsonl": '{"title": "Aid", "text": "Japan sent aid on 6 March.", "date": "2025-03-07"}\n',
    "d.eml": "From: A <a@example.org>\nSubject: Talks\nDate: Mon, 3 Mar 2025 09:00:00 +0000\n\n"
    "The Taliban said on Monday that talks would go on. Japan doubted it.\n",
}
CALLS = "network,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink"
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


SPEAKING = ("CI", "ORT_DISABLE_TELEMETRY", "MPLCONFIGDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")


@dataclass(frozen=True)
class Traced:
    """What the processes of a command asked of the system, a line a call."""

    calls: list[str]
    folder: Path
    said: str

    def reached(self) -> set[str]:
        """The addresses that were connected to, sent to or bound, but for this machine's own.

        A kernel listens to its own children on 127.0.0.1, zmq asks the system (netlink) for that
        address, and urllib3, which papermill loads, tries whether ::1 can be bound.
        """
        named = [call for call in self.calls if re.search("connect|sendto|sendmsg|bind", call)]
        found = {one for call in named for one in re.findall(r"sa_family=AF_INET6?,[^}]*}", call)}
        return {one for one in found if not re.search(r'"(127\.0\.0\.1|::1)"', one)}

    def written(self) -> set[str]:
        """The paths that were written, made or renamed to, outside of the test's own folder."""
        found = {QUOTED.findall(call)[-1] for call in self.calls if _writes(call)}
        kept = (str(self.folder), "/dev/", "/proc/self/")
        return {path for path in found if path.startswith("/") and not path.startswith(kept)}


def _writes(call: str) -> bool:
    if not QUOTED.search(call) or re.search(r"= -1 E\w+|<unfinished|resumed>", call):
        return False
    name = re.sub(r"^\d+ +", "", call).partition("(")[0]
    if name in ("open", "openat"):
        return bool(re.search(r"O_(WRONLY|RDWR|CREAT)", call))
    return name.startswith(("creat", "mkdir", "rename", "link", "symlink"))


@pytest.fixture
def traced(tmp_path, articles_in):
    """A function that runs a command of Python's under strace in a folder of its own."""
    if not sys.platform.startswith("linux"):
        pytest.skip("strace is Linux's")
    if not shutil.which("strace"):
        assert not os.environ.get("CI"), "CI lacks strace, which .ci/run installs"
        pytest.skip("strace is not installed, which shows what a run asks of the system")
    articles_in(ARTICLES)
    for name in ("home", "tmp", "work"):
        (tmp_path / name).mkdir()

    def run(*words: object, **env: str) -> Traced:
        told = {name: value for name, value in os.environ.items() if name not in SPEAKING}
        told |= {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp")}
        told |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT / "notebooks"), **env}
        log = tmp_path / "trace"
        said = ["strace", "-f", "--seccomp-bpf", "-s", "400", "-o", log, "-e", f"trace={CALLS}"]
        done = subprocess.run(
            [*said, sys.executable, *map(str, words)],
            cwd=tmp_path / "work", env=told, capture_output=True, text=True, timeout=600,
        )  # fmt: skip
        if "PTRACE" in done.stderr and not os.environ.get("CI"):
            pytest.skip("this machine lets no process be traced")
        assert done.returncode == 0, done.stdout + done.stderr
        return Traced(log.read_text(errors="replace").splitlines(), tmp_path, done.stdout)

    return run


def given(folder: Path) -> list[object]:
    said = {name: folder / name for name in ("topic", "out", "data")} | {"as_of": AS_OF}
    return [word for name, value in said.items() for word in ("-p", name, value)]


def test_the_command_speaks_with_its_kernels_alone_and_leaves_no_trace_at_home(traced, tmp_path):
    run = traced("-m", "pressbrief", "run", *given(tmp_path))
    assert run.reached() == set()
    assert run.written() == set()
    assert list((tmp_path / "home").rglob("*")) == []
    assert list((tmp_path / "tmp").iterdir()) == []
    assert (tmp_path / "out" / "topic" / AS_OF / "briefing.pdf").exists()


def test_plain_papermill_is_as_silent(traced, tmp_path):
    # papermill's own kernel keeps its files in these folders, and listens on this machine.
    own = {name: str(tmp_path / "tmp" / name) for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR")}
    notebook = ROOT / "notebooks" / "briefing.ipynb"
    run = traced("-m", "papermill", notebook, tmp_path / "ran.ipynb", *given(tmp_path), **own)
    assert run.reached() == set()
    assert run.written() == set()
    assert list((tmp_path / "home").rglob("*")) == []


def test_a_notebook_in_jupyterlab_is_as_silent(traced, tmp_path):
    pytest.importorskip("jupyterlab")
    notebook = nbformat.read(ROOT / "notebooks" / "3_stance.ipynb", 4)
    mine = f"topic = {str(tmp_path / 'topic')!r}\ndata = {str(tmp_path / 'data')!r}"
    shown = "import pressbrief\npressbrief.evidence(work, target='Japan')"
    notebook.cells.insert(3, nbformat.v4.new_code_cell(mine))
    notebook.cells.append(nbformat.v4.new_code_cell(shown))
    nbformat.write(notebook, tmp_path / "work" / "mine.ipynb")
    # What is JupyterLab's own lies in these folders, and what npm logs, which it looks for.
    folders = ("IPYTHONDIR", *(f"JUPYTER_{name}_DIR" for name in ("CONFIG", "DATA", "RUNTIME")))
    own = {name: str(tmp_path / "tmp" / name) for name in (*folders, "npm_config_cache")}
    run = traced(ROOT / "tests" / "lab.py", tmp_path / "work" / "mine.ipynb", **own)
    assert "5 March" in run.said and "text/html" in run.said
    assert run.reached() == set()
    assert run.written() == set()
    assert list((tmp_path / "home").rglob("*")) == []
