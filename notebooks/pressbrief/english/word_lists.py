"""Word lists of English, which lie as data beside this module: lists/*.txt, one file a subject.

A file holds several lists. Each has its name in brackets, says what it is for and where it comes
from, with an example where the words alone do not tell, and then its words:

    [weekdays]
    for: the days of the week, with their numbers
    source: ISO 8601
    monday=1 tuesday=2 ...

Words stand in lower case, unless a line "case: as written" says that they do not. "_" stands for a
space in a phrase; what follows "=" is a word's value. A field goes on in lines that are indented;
lines that begin with "#" are comments.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NoReturn

FOLDER = Path(__file__).parent / "lists"
NEEDED = ("for", "source")
FIELDS = (*NEEDED, "example", "case")
AS_WRITTEN = "as written"


class WordListError(ValueError):
    """A word list that does not keep the format; the message names its file and line."""


@dataclass
class WordList:
    """A list as its file has it: its fields (for, example, source, case), its words and values."""

    fields: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


def words(*names: str) -> frozenset[str]:
    """The words of one or several lists, each named by its file and itself.

    >>> {"friday", "may"} <= words("time/weekdays", "time/months")
    True
    """
    return frozenset().union(*(_list(name).values for name in names))


def table(name: str) -> dict[str, str]:
    """The words of a list with their values, in the file's order.

    >>> table("time/weekdays")["friday"]
    '5'
    """
    values = _list(name).values
    if bare := [word for word, value in values.items() if not value]:
        raise WordListError(f"{name}: no value after {bare[0]!r}; write {bare[0]}=VALUE")
    return dict(values)


def groups(name: str) -> dict[str, tuple[str, ...]]:
    """The values of a list, each with the words that have it.

    >>> groups("numbers/further")["12"]
    ('dozen', 'a dozen')
    """
    found: dict[str, tuple[str, ...]] = {}
    for word, value in table(name).items():
        found[value] = (*found.get(value, ()), word)
    return found


def as_listed(text: str) -> str:
    """A phrase as the lists spell it: lower case, single spaces, straight apostrophes.

    >>> as_listed("New  Year’s Day")
    "new year's day"
    """
    return " ".join(text.lower().replace("’", "'").split())


@cache
def read(file: Path) -> dict[str, WordList]:
    """The lists of a file by their names; WordListError names the line that breaks the format."""
    lists: dict[str, WordList] = {}
    last = ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        field_, colon, text = line.partition(": ")
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            name = line.strip("[]")
            if name in lists:
                _broken(file, number, f"a second list [{name}]")
            current = lists[name] = WordList()
        elif not lists:
            _broken(file, number, "words before the first [list]")
        elif colon and field_ in FIELDS:
            last, current.fields[field_] = field_, text
        elif line[0] == " " and current.fields and not current.values:
            current.fields[last] += " " + line.strip()
        else:
            _take(current, line, file, number)
    return lists


def _take(current: WordList, line: str, file: Path, number: int) -> None:
    """Takes in a line of words; a list says what it is for before them."""
    if missing := [name for name in NEEDED if name not in current.fields]:
        _broken(file, number, f"words before the line `{missing[0]}: ...`")
    small = current.fields.get("case") != AS_WRITTEN
    for entry in line.split():
        word, _, value = entry.partition("=")
        word = word.replace("_", " ")
        if word in current.values:
            _broken(file, number, f"{word!r} a second time")
        if small and word != word.lower():
            _broken(file, number, f"{word!r} is not in lower case")
        current.values[word] = value


def _broken(file: Path, number: int, what: str) -> NoReturn:
    raise WordListError(f"{file.parent.name}/{file.name}, line {number}: {what}")


def _list(name: str) -> WordList:
    subject, _, own = name.partition("/")
    lists = read(FOLDER / f"{subject}.txt")
    if own not in lists:
        raise WordListError(f"lists/{subject}.txt has no list [{own}], only: {', '.join(lists)}")
    return lists[own]
