"""Hashes that name a state: of a topic's files, of the code, of tables, of any JSON value."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from pressbrief.run.parameters import Parameters
from pressbrief.sections.entry import Entry
from pressbrief.sections.registry import SECTIONS, resting_on
from pressbrief.topic import Topic
from pressbrief.topic.paths import NOTEBOOKS, PACKAGE

SCORES = PACKAGE / "scores.json"
# The notebooks that a wheel carries in the package have a hash of their own.
OTHER = {"__pycache__", "notebooks"}


def inputs(topic: Topic) -> dict[str, str]:
    """Every file of the topic folder, sidecars included: its SHA-256, or why it is not read."""
    paths = sorted([*topic.sidecars(), *topic.files()])
    left = {topic.named(path): why for path, why in topic.left_out().items()}
    return {topic.named(path): sha256(path) for path in paths} | left


@cache
def code() -> str:
    """The SHA-256 of the package and what it carries: another version makes other tables."""
    own = (path for path in PACKAGE.rglob("*") if path.is_file() and path != SCORES)
    files = sorted(path for path in own if not _is_other(path.relative_to(PACKAGE)))
    return digest([[path.name, sha256(path)] for path in files])


def notebooks() -> str:
    """The SHA-256 of the sections' notebooks as written, whatever outputs are saved in them.

    Whatever other notebook an analyst writes beside them has no part in an edition.
    """
    named = (NOTEBOOKS / f"{section.notebook}.ipynb" for section in SECTIONS.values())
    files = [path for path in named if path.is_file()]
    cells = [json.loads(path.read_text(encoding="utf-8"))["cells"] for path in files]
    return digest([["".join(cell["source"]) for cell in each] for each in cells])


def _is_other(path: Path) -> bool:
    return any(part in OTHER or part.startswith(".") for part in path.parts)


def of_tables(section: Entry, inputs: dict[str, str], parameters: Parameters) -> str:
    """The state that a section's tables are a function of; `inputs` as `inputs` gives them.

    Data goes one way: that state is the articles, the parameters that shape its tables or those
    that it needs, and the code. Tables that bear another stamp are made anew.
    """
    names = {name for one in resting_on(section) for name in one.shaped_by}
    state = {name: str(getattr(parameters, name)) for name in sorted(names)}
    if "as_of" in state:
        state["as_of"] = parameters.as_of_day.isoformat()
    return digest([inputs, state, code()])


def of_claims(section: Entry, inputs: dict[str, str], parameters: Parameters) -> str:
    """The state that what a section claims is a function of: its tables, and what it is told."""
    told = {name: str(getattr(parameters, name)) for name in section.reads}
    return digest([of_tables(section, inputs, parameters), told])


def digest(value: object) -> str:
    """The SHA-256 of a JSON value, its keys sorted."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, or why it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {type(error).__name__}"
