"""The parameters of a run: their types, ranges and choices; unknown names are refused."""

from __future__ import annotations

import ast
import difflib
import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pressbrief.topic import MAX_MEGABYTES, name_of, paths
from pressbrief.topic.faults import InputError
from pressbrief.topic.paths import located

# A notebook's own `date` is no slip for `data`, its `quote` is one for `quotes`.
NEAR = 0.8
PLAIN = (str, int, float, os.PathLike)
INJECTED = "# Parameters"  # how papermill's cell begins


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
    allow_private: bool = Field(
        False,
        description="whether an address may lead to this machine or into a private network",
    )
    min_sentences: int = Field(
        5, ge=1, le=1000, description="fewest sentences without a judgement that say there is none"
    )
    min_judgements: int = Field(
        3, ge=1, le=1000, description="fewest judging sentences that a verdict on stance rests on"
    )
    confidence: float = Field(
        0.95, gt=0.5, lt=1, description="how surely an interval on stance holds the truth"
    )
    quotes: int = Field(
        8, ge=0, le=1000, description="most sentences quoted as evidence behind one number"
    )
    whole_pdf: bool = Field(
        False, description="whether the PDF has all evidence, chart data and lists, as the HTML has"
    )

    whole_articles: bool = Field(
        False,
        description="whether the HTML has each whole article, what was found marked in it: for "
        "those who may hand the articles on",
    )
    publish: str = Field(
        "",
        description="whom the edition goes to: addresses parted by blanks, or publish.toml; "
        "empty: nobody",
    )
    base: str = Field(
        "",
        pattern=r"^(https?://\S+)?$",
        description="address under which out is read, for the feed; empty: none",
    )
    keep: int = Field(
        0, ge=0, le=100_000, description="editions of a topic that are kept, the newest; 0: all"
    )
    readable: str = Field(
        "",
        pattern="^(group|everyone)?$",
        description="who else may read what is written to out; empty: as the umask has it",
    )
    catch_up: int = Field(
        0, ge=0, le=366, description="most missed days that are made up, as of each; 0: none"
    )
    heartbeat: str = Field(
        "", description="file or address (https://…) that is told of every run; empty: none"
    )
    on_failure: str = Field(
        "",
        description="command that is run, with PRESSBRIEF_STATUS set, if a run fails; empty: none",
    )
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
    """The parameters among a notebook's names (`globals()`), whichever cells assigned them.

    A name that is nearly a parameter's, and any that papermill put in and none is, is refused;
    so is a notebook that names no topic, which must not be told of another.

    >>> from_notebook({"topic": "seeds/red-sea", "quotes": 3, "articles": []}).quotes
    3
    """
    names = {*Parameters.model_fields, *_injected(namespace.get("In", ()))} & set(namespace)
    for name in namespace.keys() - names:
        if isinstance(namespace[name], PLAIN) and (near := _nearest(name.lower(), NEAR)):
            raise ParameterError(
                f"unknown parameter '{name}': did you mean '{near}'? Rename it, and `del {name}`"
            )
    if "topic" not in names:
        raise ParameterError("no topic: assign the folder or file of articles to `topic`")
    return validated(**{name: _as_meant(name, namespace[name]) for name in sorted(names)})


def _as_meant(name: str, value: object) -> object:
    """A path as the text of it; a number as one that a scheduler gives as text; else as it is.

    >>> _as_meant("quotes", "3"), _as_meant("force", "True"), _as_meant("quotes", "few")
    (3, True, 'few')
    """
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    field = Parameters.model_fields.get(name)
    if isinstance(value, str) and field and not isinstance(field.default, str):
        with suppress(ParameterError):
            return _typed(name, value.strip(), type(field.default))
    return value


def _injected(cells: Sequence[str]) -> list[str]:
    """The names that the cell assigns which papermill puts in, by the comment that it begins with.

    >>> _injected(["", "quotes = 2", "# Parameters\\nquots = 3\\n"])
    ['quots']
    """
    source = next((cell for cell in reversed(cells) if cell.startswith(INJECTED)), "")
    try:
        lines = ast.parse(source).body
    except SyntaxError:  # a magic stands in it: somebody's own cell
        return []
    return [
        target.id
        for line in lines
        if isinstance(line, ast.Assign)
        for target in line.targets
        if isinstance(target, ast.Name)
    ]


def _nearest(name: str, likeness: float) -> str:
    """The parameter that a name is at least so like, from 0 to 1; empty if it is like none.

    >>> _nearest("quote", NEAR), _nearest("date", NEAR)
    ('quotes', '')
    """
    return next(iter(difflib.get_close_matches(name, Parameters.model_fields, 1, likeness)), "")


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
        near = _nearest(name, 0.6)
        known = ", ".join(Parameters.model_fields)
        hint = f"did you mean '{near}'?" if near else f"known are {known}"
        return f"unknown parameter '{name}': {hint}"
    text = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
    given = fault["input"]
    said = repr(given) if isinstance(given, str | int | float | None) else type(given).__name__
    return f"parameter '{name}': {said}: {text}"
