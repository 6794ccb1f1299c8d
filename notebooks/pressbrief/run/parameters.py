"""The parameters of a run: their types, ranges and choices; unknown names are refused."""

from __future__ import annotations

import ast
import difflib
import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pressbrief.topic import MAX_MEGABYTES, name_of, paths
from pressbrief.topic.faults import InputError
from pressbrief.topic.paths import located


class ParameterError(InputError):
    """A parameter that is unknown, mistyped or out of range; the message says which and why."""


class Parameters(BaseModel):
    """What a run can be told; every field has a default, so that `Parameters()` is a run."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    topic: str = Field(
        "seeds/japan-afghanistan",
        min_length=1,
        description="folder or file of articles, or its address (s3://…)",
    )
    out: str = Field("reports", min_length=1, description="folder that editions are written to")
    data: str = Field("", description="folder for the tables in Parquet; empty: data/TOPIC")
    as_of: str = Field("", description="last day that counts, YYYY-MM-DD; empty: today")
    force: bool = Field(False, description="remake the edition even if nothing is new")
    previous: str = Field(
        "", description="tables/ of the edition to compare with; empty: the last edition"
    )
    max_megabytes: int = Field(
        MAX_MEGABYTES, ge=1, le=4096, description="largest file that is read, in megabytes"
    )
    min_sentences: int = Field(
        5, ge=1, le=1000, description="fewest sentences that a verdict on stance may rest on"
    )
    confidence: float = Field(
        0.95, gt=0.5, lt=1, description="share of bootstrap means inside an interval"
    )
    quotes: int = Field(
        8, ge=0, le=1000, description="most sentences quoted as evidence behind one number"
    )
    resamples: int = Field(2000, ge=200, le=100_000, description="bootstrap resamples")
    seed: int = Field(0, ge=0, le=2**32 - 1, description="seed of the bootstrap")

    cell_minutes: float = Field(
        120.0, gt=0, le=10_080, description="minutes that one cell of a notebook may take"
    )
    wait_minutes: float = Field(
        60.0, ge=0, le=10_080, description="minutes to wait for another run that writes there"
    )

    @field_validator("out", "data", "previous")
    @classmethod
    def _is_here(cls, value: str) -> str:
        if is_address(value):
            raise ValueError("is an address; name a folder here, and copy from there")
        return value

    @field_validator("as_of")
    @classmethod
    def _is_a_day(cls, value: str) -> str:
        if value:
            try:
                date.fromisoformat(value)
            except ValueError:
                raise ValueError("write a day as YYYY-MM-DD, for instance 2025-02-28") from None
        return value

    @property
    def as_of_day(self) -> date:
        """The last day that counts: `as_of`, or today."""
        return date.fromisoformat(self.as_of) if self.as_of else date.today()

    @property
    def folder(self) -> Path:
        """The topic's folder, absolute; of a topic under an address, the folder of its copy."""
        if is_address(self.topic):
            address = self.topic.rstrip("/")
            digest = hashlib.sha256(address.encode()).hexdigest()[:12]
            name = quote(address.rpartition("/")[2]).strip(".")
            return paths.home() / "data" / ".remote" / digest / (name or "topic")
        return located(self.topic)

    @property
    def data_folder(self) -> Path:
        """Where the Parquet tables lie, absolute: `data`, or data/<topic>."""
        return located(self.data) if self.data else paths.home() / "data" / name_of(self.folder)


def is_address(topic: str) -> bool:
    """Whether a topic is an address that fsspec reads, not a folder here.

    >>> is_address("s3://bucket/topic"), is_address("C:\\\\topic"), is_address("seeds/topic")
    (True, False, False)
    """
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", topic) is not None


def validated(**given: object) -> Parameters:
    """The parameters given, the others at their defaults; ParameterError in one clear message.

    >>> validated(min_sentences=3).min_sentences
    3
    """
    if "topic" not in given and not paths.CHECKOUT:
        raise ParameterError("no topic: name a folder or file of articles, `pressbrief run FOLDER`")
    try:
        return Parameters.model_validate(given)
    except ValidationError as error:
        raise ParameterError("\n".join(_message(fault) for fault in error.errors())) from None


def told() -> dict[str, tuple[str, str]]:
    """Name → default and meaning in words, as the command's help and the README give them.

    >>> told()["as_of"]
    ('today', 'last day that counts, YYYY-MM-DD')
    """
    said = {}
    for name, field in Parameters.model_fields.items():
        meaning, _, empty = str(field.description).partition("; empty: ")
        default = field.default
        plain = f"{default:g}" if isinstance(default, float) else json.dumps(default).strip('"')
        said[name] = (empty or plain, meaning)
    return said


def from_text(pairs: list[tuple[str, str]]) -> dict[str, object]:
    """Name and text pairs of a command line as typed values; ParameterError if one is mistyped.

    >>> from_text([("min_sentences", "3")])
    {'min_sentences': 3}
    """
    values: dict[str, object] = {}
    for name, text in pairs:
        field = Parameters.model_fields.get(name)
        values[name] = _typed(name, text, type(field.default) if field else str)
    return values


def from_notebook(namespace: Mapping[str, Any]) -> Parameters:
    """The parameters that a notebook assigned in the cells right before the one that runs.

    These are the cell tagged `parameters` and the one that papermill puts after it. Whatever
    name they assign is taken, so that an unknown one is refused.
    """
    names: list[str] = []
    for source in reversed(namespace["In"][:-1]):
        assigned = _assigned(source)
        if assigned is None:
            break
        names += assigned
    return validated(**{name: namespace[name] for name in names})


def _assigned(source: str) -> list[str] | None:
    """The names that a cell assigns if plain values are all that it assigns; else None.

    >>> _assigned("# Parameters\\ntopic = 'seeds'\\nseed = 1"), _assigned("frame = load()")
    (['topic', 'seed'], None)
    """
    names = []
    for line in ast.parse(source).body:
        match line:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_plain(value):
                names.append(name)
            case _:
                return None
    return names


def _is_plain(value: ast.expr) -> bool:
    # papermill writes a number that has no literal as float('nan').
    calls = [node for node in ast.walk(value) if isinstance(node, ast.Call)]
    names = [node.id for node in ast.walk(value) if isinstance(node, ast.Name)]
    return all(name == "float" for name in names) and len(calls) == len(names)


def _typed(name: str, text: str, kind: type) -> object:
    truth = {"true": True, "false": False}
    try:
        if kind is bool:
            return truth[text.lower()]
        return kind(text)
    except (KeyError, ValueError):
        raise ParameterError(f"parameter '{name}': {text!r} is not {_kind_name(kind)}") from None


def _kind_name(kind: type) -> str:
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
    return names[kind]


def _message(fault: Mapping[str, Any]) -> str:
    name = str(fault["loc"][0])
    if fault["type"] == "extra_forbidden":
        near = difflib.get_close_matches(name, Parameters.model_fields, n=1)
        hint = (
            f"did you mean '{near[0]}'?"
            if near
            else f"known are {', '.join(Parameters.model_fields)}"
        )
        return f"unknown parameter '{name}': {hint}"
    text = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return f"parameter '{name}': {fault['input']!r}: {text}"
