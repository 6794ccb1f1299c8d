"""The TOML files beside a topic's articles, read and checked; errors name file, line and key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from pressbrief.topic import inside
from pressbrief.topic.faults import InputError


class TopicError(InputError):
    """A topic that cannot be read; the message names file, line or key, and the remedy."""


def read(path: Path, model: type[BaseModel]):
    """A TOML file as a model, None if there is no such file; TopicError where it is malformed."""
    if not path.exists():
        return None
    if fault := inside.fault(path, path.parent):
        raise TopicError(f"{path}: {fault}")
    try:
        text = path.read_text(encoding="utf-8-sig")
        return model.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise TopicError(f"{path}: not valid TOML: {error}") from None
    except RecursionError:
        raise TopicError(f"{path}: nested too deep; write plain tables") from None
    except ValidationError as error:
        raise TopicError(
            "\n".join(_message(path, text, fault, model) for fault in error.errors())
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise TopicError(f"{path}: cannot be read as UTF-8 text: {error}") from None


def _message(path: Path, text: str, fault: Mapping[str, Any], model: type[BaseModel]) -> str:
    loc = fault["loc"]
    said = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "extra_forbidden":
        said = f"there is no such key; those there are {', '.join(_keys(model, loc))}"
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)
    where = f", line {line_of(text, loc)}, key '{key}'" if loc else ""
    plain = isinstance(fault["input"], str | int | float)
    # What stands under a key that is none may be a secret that belongs elsewhere.
    found = f": {fault['input']!r}" if plain and fault["type"] != "extra_forbidden" else ""
    return f"{path}{where}{found}: {said}"


def _keys(model: type[BaseModel], loc: tuple) -> list[str]:
    """The keys that may stand where a validation error does, in a table or one of its tables."""
    for name in loc[:-1]:
        if isinstance(name, str):
            model = next(iter(get_args(model.model_fields[name].annotation)))
    return sorted(field.alias or name for name, field in model.model_fields.items())


def _plain(line: str) -> str:
    return line.split("#")[0].strip()


def line_of(text: str, loc: tuple) -> int:
    """The line, from 1, on which the key of a validation error stands, or its table begins."""
    lines = text.splitlines()
    at = 0
    if len(loc) > 1 and isinstance(loc[1], int):
        headers = [i for i, line in enumerate(lines) if _plain(line) == f"[[{loc[0]}]]"]
        at = headers[loc[1]] if loc[1] < len(headers) else 0
        loc = loc[2:]
    elif len(loc) > 1 and (header := f"[{loc[0]}]") in (plain := [*map(_plain, lines)]):
        at = plain.index(header)
        loc = loc[1:]
    for i in range(at, len(lines)):
        if loc and lines[i].split("=")[0].strip().strip("\"'") == loc[0]:
            return i + 1
    return at + 1
