"""What a run costs against the floor: papermill runs of empty notebooks, and one nbconvert page.

`python tests/floor.py [RUNS]` times both in turn and prints the ratio of the medians. The floor
is five papermill runs of a notebook that only imports pandas and pyplot, in the same order and
as parallel as the sections, and one `nbconvert --to html`.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbformat import v4

from pressbrief.sections.registry import STEPS

IMPORTS = "import pandas\nfrom matplotlib import pyplot"


def floor(folder: Path) -> None:
    """Five papermill runs of a notebook that only imports, then one page."""
    empty = folder / "empty.ipynb"
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(IMPORTS)]), empty)
    script = (
        "import sys, papermill\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        f"steps = {[len(step) for step in STEPS]}\n"
        "def one(i): papermill.execute_notebook(sys.argv[1], f'{sys.argv[2]}/out{i}.ipynb',"
        " kernel_name='python3', progress_bar=False)\n"
        "with ThreadPoolExecutor(2) as pool:\n"
        "    for step in steps: list(pool.map(one, range(step)))\n"
    )
    call("-c", script, empty, folder)
    call("-m", "nbconvert", "--to", "html", folder / "out0.ipynb")


def job(folder: Path) -> None:
    """The briefing of the five articles, from nothing."""
    words = ["--out", folder / "reports", "-p", "data", folder / "data" / "japan-afghanistan"]
    call("-m", "pressbrief", "run", *words)


def call(*words: object) -> None:
    subprocess.run([sys.executable, *map(str, words)], check=True, capture_output=True)


def seconds(work) -> float:
    folder = Path(tempfile.mkdtemp())
    began = time.perf_counter()
    work(folder)
    took = time.perf_counter() - began
    shutil.rmtree(folder, ignore_errors=True)
    return took


def main(runs: int) -> None:
    pairs = [(seconds(job), seconds(floor)) for _ in range(runs)]
    for took, least in pairs:
        print(f"run {took:.1f} s, floor {least:.1f} s, ratio {took / least:.2f}")
    print(f"median ratio {statistics.median(took / least for took, least in pairs):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
