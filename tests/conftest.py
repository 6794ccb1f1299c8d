"""What tests share: a folder of articles made from texts, and one edition of the seeds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from pressbrief import tables
from pressbrief.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds" / "japan-afghanistan"
AS_OF = "2025-03-31"


def command(*words: object) -> Result:
    """Runs `pressbrief` with these words in this process; its exit code and output."""
    return CliRunner().invoke(main, [str(word) for word in words])


@dataclass(frozen=True)
class Made:
    """An edition that a test can read: its folder and how the command ended."""

    folder: Path
    result: Result

    def table(self, name: str) -> pd.DataFrame:
        return tables.read_csv(name, self.folder / "tables" / f"{name}.csv")


def make(topic: Path, shelves: Path, *words: object) -> Made:
    """The edition of a topic made by the command, its data and reports below `shelves`."""
    result = command(
        "run", topic, "--out", shelves / "reports", "--as-of", AS_OF,
        "-p", "data", shelves / "data" / topic.name, *words,
    )  # fmt: skip
    return Made(shelves / "reports" / topic.name / AS_OF, result)


@pytest.fixture(scope="session")
def seeds_edition(tmp_path_factory: pytest.TempPathFactory) -> Made:
    made = make(SEEDS, tmp_path_factory.mktemp("seeds"))
    assert made.result.exit_code == 0, made.result.output
    return made


@pytest.fixture
def articles_in(tmp_path: Path):
    """A function that writes file name → text (or bytes) into a topic folder and returns it."""

    def write(files: dict[str, str | bytes], name: str = "topic") -> Path:
        folder = tmp_path / name
        for file, content in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            raw = content.encode() if isinstance(content, str) else content
            path.write_bytes(raw)
        return folder

    return write


# Run by the schedulers that they test, in environments of those.
collect_ignore = ["by_airflow.py", "by_jupyter_scheduler.py"]
