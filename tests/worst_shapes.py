"""The package's patterns, each with the texts that its own structure makes it slowest at.

A pattern is found wherever a module keeps one (also in lists, rules and tables) or writes one
where it uses it. A shape is a piece of text to be repeated: what a repeat of the pattern takes,
with and without what leads to it; what nearly matches the whole; each of its characters alone.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as op
from re import _parser
from typing import Any, NamedTuple

import pressbrief

METHODS = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
ONCE = {"match", "fullmatch", "search"}
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
LONG = 8  # a repeat that may be longer than this is tried at any length
BRANCHES, SHAPES = 12, 120  # of one choice, and of one pattern, so many are tried
LATE, FOREVER = 0.1, 1e6  # seconds: at a quarter of any length more is too long in any case
ENDS = ("", "\x01", "a")  # what follows a shape's last copy, so that the whole does not match
COMMON = ("a", "A", " ", "1", "Ab ", "a ", "\n", '"', "(", "-", ".", ",", "a.", "a-", "@", "<")
ALPHABET = "a A1 ,.\"'-(\n@:/é“”_~"


class Use(NamedTuple):
    """A pattern, where it stands, and by which methods it is used."""

    name: str
    pattern: re.Pattern
    methods: frozenset[str]


def uses() -> tuple[list[Use], set[str]]:
    """Every pattern of the package that reads text, and the names of functions that build more."""
    modules = list(_modules())
    kept = {
        id(pattern): (f"{_short(module)}.{name}", pattern)
        for module in modules
        for key, value in list(vars(module).items())
        if not key.startswith("__")
        for name, pattern in _within(value, key)
        if isinstance(pattern.pattern, str)
    }
    methods: dict[int, set[str]] = {}
    written, built = [], set()
    for module in modules:
        for node, inside in _nodes(module):
            value = _value(node.value, module)
            if isinstance(value, re.Pattern):
                methods.setdefault(id(value), set()).add(node.attr)
            elif value is re and inside is not None:
                call, function = inside
                if pattern := _written(call, module):
                    name = f"{_short(module)}.{function}:{call.lineno}"
                    written.append(Use(name, pattern, frozenset({node.attr})))
                else:
                    built.add(f"{_short(module)}.{function}")
    found = [
        Use(name, pattern, frozenset(methods.get(key, ()))) for key, (name, pattern) in kept.items()
    ]
    return found + written, built


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages([str(Path(pressbrief.__file__).parent)], "pressbrief."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _short(module) -> str:
    return module.__name__.removeprefix("pressbrief.")


def _within(value: object, name: str, depth: int = 0) -> Iterator[tuple[str, re.Pattern]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif depth < 5 and isinstance(value, dict):
        for key, each in value.items():
            yield from _within(each, f"{name}[{key!r}]", depth + 1)
    elif depth < 5 and isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from _within(each, f"{name}[{at}]", depth + 1)
    elif depth < 5 and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _within(getattr(value, field.name, None), f"{name}.{field.name}", depth + 1)


def _nodes(module) -> Iterator[tuple[ast.Attribute, tuple[ast.Call, str] | None]]:
    """Each `x.search`, `x.sub` … of a module; of a call inside a function with its name."""
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    calls: dict[int, tuple[ast.Call, str]] = {}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    calls[id(node.func)] = node, function.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS | {"compile"}:
            yield node, calls.get(id(node))


def _value(node: ast.expr, module) -> object:
    """What an expression of a module's own names is; None if it takes more to know."""
    try:
        return eval(compile(ast.Expression(node), "", "eval"), dict(vars(module)))
    except Exception:
        return None


def _written(call: ast.Call, module) -> re.Pattern | None:
    text = _value(call.args[0], module)
    given = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
    flags = [flag for each in given if isinstance(flag := _value(each, module), re.RegexFlag)]
    return re.compile(text, flags[0] if flags else 0) if isinstance(text, str) else None


def shapes(pattern: re.Pattern) -> list[tuple[str, str]]:
    """Texts that a pattern may be slow at: what stands first, and what is repeated behind it."""
    tree = list(_parser.parse(pattern.pattern, pattern.flags))
    whole = _sample(tree, 1)
    near = [whole[:cut] for cut in (len(whole), len(whole) - 1, len(whole) // 2) if whole[:cut]]
    found = [
        *(("", char) for char in COMMON),
        *(("", piece + after) for piece in near for after in ("", " ")),
        *_pumps(tree, ""),
        *(("", char) for char in _chars(tree)),
    ]
    return list(dict.fromkeys(found))[:SHAPES]


def _pumps(tree: list, lead: str) -> Iterator[tuple[str, str]]:
    """For each long repeat what leads to it, and what it takes, alone and with what follows."""
    for at, (kind, value) in enumerate(tree):
        here = lead + _sample(tree[:at], 1)
        if kind in REPEATS:
            _, most, body = value
            for piece in {_sample(body, 0), _sample(body, 1)} - {""} if most > LONG else ():
                yield from ((here, piece), ("", here + piece))
                yield here, piece + _sample(tree[at + 1 : at + 2], 1)
        for inner in _inside(kind, value):
            yield from _pumps(list(inner), here)


def _inside(kind, value) -> list:
    """The parts of a pattern's part."""
    if kind in REPEATS:
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return value[1][:BRANCHES]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return [value] if kind is op.ATOMIC_GROUP else []


def _sample(tree, times: int) -> str:
    """A text that a pattern's parts take, each repeat so many times if it may be."""
    text = ""
    for kind, value in tree:
        if kind is op.LITERAL:
            text += chr(value)
        elif kind is op.NOT_LITERAL:
            text += "b" if value == ord("a") else "a"
        elif kind is op.ANY:
            text += "a"
        elif kind is op.IN:
            text += _one_of(value)
        elif kind in REPEATS:
            least, most, body = value
            text += _sample(body, times) * max(least, min(most, times))
        elif kind not in (op.ASSERT, op.ASSERT_NOT):
            text += "".join(_sample(part, times) for part in _inside(kind, value)[:1])
    return text


def _one_of(members) -> str:
    literals = [
        chr(value if kind is op.LITERAL else value[0])
        for kind, value in members
        if kind in (op.LITERAL, op.RANGE)
    ]
    return next((char for char in (*ALPHABET, *literals) if _takes(members, char)), "a")


def _takes(members, char: str) -> bool:
    hits = {
        op.LITERAL: lambda value: ord(char) == value,
        op.RANGE: lambda value: value[0] <= ord(char) <= value[1],
        op.CATEGORY: lambda value: _in_category(str(value), char),
    }
    negated = members[0][0] is op.NEGATE
    return negated != any(kind in hits and hits[kind](value) for kind, value in members)


def _in_category(name: str, char: str) -> bool:
    word = char.isalnum() or char == "_"
    is_it = char.isdigit() if "DIGIT" in name else char.isspace() if "SPACE" in name else word
    return is_it != ("NOT" in name)


def _chars(tree) -> Iterator[str]:
    for kind, value in tree:
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.IN:
            yield _one_of(value)
        for inner in _inside(kind, value):
            yield from _chars(inner)


def slowest(use: Use, longest: int) -> tuple[list[float], str]:
    """Seconds at 1/4, 1/2 and all of a length, for the shape at which it takes most.

    A shape that takes far too long at a part of it is tried no further, nor is any other.
    """
    worst, said = [0.0, 0.0, 0.0], ""
    for method in _asked(use.methods):
        for lead, piece in shapes(use.pattern):
            for end in ENDS:
                took = _took(use.pattern, method, lead, piece, end, longest)
                if took[-1] > worst[-1]:
                    worst, said = took, f"{method} of {lead!r} + {piece!r} * n + {end!r}"
                if took[-1] == FOREVER:
                    return worst, said
    return worst, said


def _took(
    pattern: re.Pattern, method: str, lead: str, piece: str, end: str, longest: int
) -> list[float]:
    if soon := _at_once(pattern, method, lead, piece, end):
        return [soon, soon, FOREVER]
    if _seconds(pattern, method, _text(lead, piece, longest // 16) + end) < 3e-5:
        return [0.0, 0.0, 0.0]  # the square of a sixteenth is no 1/256 of what is too long
    took: list[float] = []
    for part in (4, 2, 1):
        text = _text(lead, piece, longest // part) + end
        took.append(_seconds(pattern, method, text) if max(took, default=0) < LATE else FOREVER)
    return took


def _at_once(pattern: re.Pattern, method: str, lead: str, piece: str, end: str) -> float:
    """Seconds that a few copies of a shape take, if these are many: it is exponential; else 0."""
    for copies in range(4, 40, 2):
        seconds = _seconds(pattern, method, lead + piece * copies + end)
        if seconds > 0.02:
            return seconds
    return 0


def _asked(methods: frozenset[str]) -> set[str]:
    """By which methods a pattern is measured: of those that go on through a text one is enough."""
    through = {"finditer"} if methods - ONCE or not methods else set()
    return (methods & ONCE) | through


def _text(lead: str, piece: str, length: int) -> str:
    return (lead + piece * (length // len(piece) + 1))[:length]


def _seconds(pattern: re.Pattern, method: str, text: str) -> float:
    began = time.thread_time()
    found = getattr(pattern, method)(text)
    if method == "finditer":
        for _ in found:
            pass
    return time.thread_time() - began
