"""corrections.toml: what an analyst has set right by hand, replayed and checked on every run.

Each entry says what is corrected, the value that the analysis is expected to have there, the new
one and the reason:

    [[correction]]
    what = "merge"                # merge, split, rename, drop: actors; stance: one polarity;
                                  # accept: a sentence read as it should be
    expected = "Taleban"
    new = "Taliban"
    reason = "The same movement; one article spells it so."

An entry whose expectation no longer holds is an error, so that no correction outlives its cause:
the section that it is about says so instead of its results, and the others go on without it.
"""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, NoReturn, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    model_validator,
)

from pressbrief.topic import sidecar
from pressbrief.topic.sidecar import TopicError

FILE = "corrections.toml"
ABOUT_ACTORS = ("merge", "split", "rename", "drop")
NOTHING_NEW = ("drop", "accept")
# So many are named as the nearest; to compare more of a sentence than this takes long.
NEAREST = 3
LONGEST = 200
Frames = TypeVar("Frames")
Text = Annotated[str, Field(min_length=1, max_length=2000)]


class CorrectionError(TopicError):
    """A correction that does not hold; the message names file, entry, line, and the remedy."""

    what = ""  # the kind of the entry


class Correction(BaseModel):
    """One entry: what, the expected old value, the new one, the reason.

    A split also says which mentions it means, by `file`, `surface` or both; a stance by `file`,
    `sentence` (its text or the begin of it) and `target`. An accept names `file` and `sentence`,
    and expects what the sentence was read as; who read it, and when, are its reason's words.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    what: Literal["merge", "split", "rename", "drop", "stance", "accept"]
    expected: Text | float | int
    new: Text | float | int | None = None
    reason: Text
    file: str = ""
    surface: str = ""
    sentence: str = ""
    target: str = ""
    _line: int = PrivateAttr(0)

    @property
    def line(self) -> int:
        """The line of the file on which it begins, from 1; 0 where no file has it."""
        return self._line

    @model_validator(mode="after")
    def _says_what_it_needs(self) -> Correction:
        if self.what in NOTHING_NEW and self.new is not None:
            remedy = "or merge" if self.what == "drop" else "or correct the stance"
            raise ValueError(f"{self.what} takes no new value; leave `new` out, {remedy}")
        if self.what not in NOTHING_NEW and self.new is None:
            raise ValueError(f"{self.what} needs `new`")
        if self.what == "split" and not (self.file or self.surface):
            raise ValueError("split needs `file` or `surface`, to say which mentions it means")
        if self.what == "stance" and not (self.file and self.sentence and self.target):
            raise ValueError("stance needs `file`, `sentence` and `target`")
        if self.what == "accept" and not (self.file and self.sentence):
            raise ValueError("accept needs `file` and `sentence`")
        of_text = isinstance(self.expected, str) and isinstance(self.new, str | None)
        if (self.what == "stance") == of_text:
            kind = "polarities from -1 to 1" if self.what == "stance" else "names of actors"
            raise ValueError(f"{self.what}: `expected` and `new` are {kind}")
        is_polarity = isinstance(self.new, int | float) and abs(self.new) <= 1
        if self.what == "stance" and not is_polarity:
            raise ValueError("stance: `new` is a polarity, from -1 to 1")
        return self

    @property
    def actor(self) -> str:
        """Of a correction of actors: the name of whom it is about."""
        return str(self.expected)

    @property
    def new_actor(self) -> str:
        """Of a merge, split or renaming: the name that counts from now on."""
        return str(self.new)


class CorrectionFile(BaseModel):
    """corrections.toml: its entries in the order in which they are replayed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    correction: list[Correction] = []


def load(folder: Path) -> tuple[Correction, ...]:
    """The corrections of a topic folder, none if it has no file; TopicError if malformed."""
    said = sidecar.read(folder / FILE, CorrectionFile)
    if not said:
        return ()
    text = (folder / FILE).read_text(encoding="utf-8-sig")
    for place, one in enumerate(said.correction):
        one._line = sidecar.line_of(text, ("correction", place))
    return tuple(said.correction)


def entry(**said: object) -> Correction:
    """An entry that says this; CorrectionError, a line for each fault, where that is no entry.

    >>> entry(what="drop", expected="Fruits", reason="No name.").actor
    'Fruits'
    """
    try:
        return Correction.model_validate(said)
    except ValidationError as error:
        lines = [
            " ".join([*map(str, one["loc"]), one["msg"].removeprefix("Value error, ")])
            for one in error.errors()
        ]
        raise CorrectionError("\n".join(lines)) from None


def append(folder: Path, one: Correction) -> Path:
    """Writes an entry at the end of a topic's corrections.toml; the file's path.

    All that the file holds stays byte for byte; TopicError, and nothing is written, if it cannot
    be read, or not with the entry at its end.
    """
    if not folder.is_dir():
        raise TopicError(f"{folder}: no such folder; name the topic that is corrected")
    before, path = load(folder), folder / FILE
    held = path.read_bytes() if path.exists() else b""
    gap = b"\n" * (2 - held.endswith(b"\n")) if held else b""
    beside = folder / f".{FILE}.{os.getpid()}"
    try:
        beside.write_bytes(held + gap + _entry(one).encode())
        said = sidecar.read(beside, CorrectionFile)
        if [each.model_dump() for each in said.correction] != [
            each.model_dump() for each in (*before, one)
        ]:
            raise TopicError(f"{path}: cannot hold {one!r}; write the entry by hand")
        beside.replace(path)
    except UnicodeEncodeError as error:
        raise TopicError(f"{path}: {error.object!r} is no text that UTF-8 can write") from None
    finally:
        beside.unlink(missing_ok=True)
    return path


def _entry(one: Correction) -> str:
    given = one.model_dump(exclude_defaults=True)
    return "\n".join(["[[correction]]", *(f"{key} = {_value(given[key])}" for key in given), ""])


def _value(value: str | float) -> str:
    """A value as TOML has it: JSON's strings are TOML's, but for one control character.

    >>> print(_value('say "no"'), _value(-0.5))
    "say \\"no\\"" -0.5
    """
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def broken(entry: int, one: Correction, found: object, remedy: str) -> NoReturn:
    """Raises the error of an entry (counted from 1) whose expectation does not hold."""
    line = f", line {one.line}" if one.line else ""
    error = CorrectionError(
        f"{FILE}, correction {entry} ({one.what}){line}: expected {one.expected!r}, "
        f"found {found!r}; {remedy}"
    )
    error.what = one.what
    raise error


def nearest(said: str, known: Mapping[str, str]) -> str:
    """The end of a remedy: those that are most like what was said; empty if none is.

    `known` has how each can be written → what it is called.

    >>> nearest("Taleban", {"Taliban": "Taliban", "Talibs": "Taliban", "Japan": "Japan"})
    "; the nearest are 'Taliban'"
    """
    folded = {form.casefold()[:LONGEST]: name for form, name in known.items()}
    found = difflib.get_close_matches(said.casefold()[:LONGEST], folded, NEAREST)
    names = dict.fromkeys(folded[form] for form in found)
    return f"; the nearest are {', '.join(map(repr, names))}" if names else ""


def numbered(
    all_: Sequence[Correction], *whats: str, after: int = 0
) -> Iterator[tuple[int, Correction]]:
    """The corrections of some kinds, each with its number in the file, those up to `after` not."""
    return ((at, one) for at, one in enumerate(all_, 1) if one.what in whats and at > after)


def replay(
    frames: Frames,
    entries: Iterable[tuple[int, Correction]],
    correct: Callable[[int, Correction, Frames], Frames],
    unmet: list[CorrectionError] | None,
) -> Frames:
    """The tables with each numbered entry applied, one after the other.

    An entry that does not hold raises its CorrectionError; with `unmet` it is put there, and the
    tables stay as they were.
    """
    for at, one in entries:
        try:
            frames = correct(at, one, frames)
        except CorrectionError as error:
            if unmet is None:
                raise
            unmet.append(error)
    return frames


def told(all_: Sequence[Correction], whats: Sequence[str]) -> list[str]:
    """A sentence for each correction of these kinds, as a section that replays them prints it.

    Of what is only accepted the sentences are counted.
    """
    accepted = sum(one.what == "accept" for _, one in numbered(all_, *whats))
    if accepted:
        return [f"Sentences that an analyst has read and accepted ({FILE}): {accepted}."]
    return [
        f"Corrected by hand ({FILE}, {at}): {_told(one)}. Reason: {one.reason.rstrip('.')}."
        for at, one in numbered(all_, *whats)
    ]


def _told(one: Correction) -> str:
    where = f" in {one.file}" if one.file else ""
    form = f" written “{one.surface}”" if one.surface else ""
    return {
        "merge": f"“{one.expected}” is counted as “{one.new}”",
        "rename": f"“{one.expected}” is called “{one.new}”",
        "drop": f"“{one.expected}” is no actor and not counted",
        "split": f"mentions of “{one.expected}”{form}{where} are counted as “{one.new}”",
        "stance": f"the polarity toward “{one.target}” of “{one.sentence}”{where} is {one.new}, "
        f"not {one.expected}",
    }[one.what]
