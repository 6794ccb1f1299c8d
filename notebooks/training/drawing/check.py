#!/usr/bin/env python3
"""Checks a labeller's file against its chunk: `check.py done/HEAD/LABELLER/NNN.txt` (or --json).

Prints every line that does not parse, whose numbers are not in the item or whose words do not
stand in it, and every item without a line. `parsed` is the same parser for those who use the
labels: it gives each item's labels with the words as offsets into the item's text.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LINE = re.compile(r"\s*(\d+)\s*[:.)]?\s+(.*\S)\s*$")
ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")
QUOTED = r'["“](?P<words>.+)["”]'
EVALUATION = re.compile(
    rf"(?P<holder>A|U|\d+)\s*>\s*(?P<target>\d+)\s*(?P<sign>[-+−–])\s*{QUOTED}$"
)
PORTRAYAL = re.compile(r"(?P<target>\d+)\s*(?P<sign>[-+−–])$")
WRONG = re.compile(r"x\s*(?P<target>\d+)$")
HAPPENED = re.compile(rf"y\s*(?P<status>[hpd])\s*(?P<side>[bas?])\s*{QUOTED}$")
PLAIN = str.maketrans("‘’“”–—\u00a0\t\n", "''\"\"--   ")
HEADS = ("appraisal", "happening", "reference", "same")


class FaultError(Exception):
    """What is wrong with a line, in words that tell the labeller how to mend it."""


def places(words: str, text: str) -> list[tuple[int, int]]:
    """Where words stand in a text, whole words only; `first … last` is from the one to the other.

    Curly and straight quotation marks, dashes and kinds of space count as the same.

    >>> places("called … liar", "He called him a liar.")
    [(3, 20)]
    """
    parts = [part for part in ELLIPSIS.split(words.translate(PLAIN).strip()) if part]
    plain = text.translate(PLAIN)
    if not parts:
        return []
    found = [_standing(part, plain) for part in (parts[0], parts[-1])]
    if len(parts) == 1:
        return found[0]
    spans = []
    for start, end in found[0]:
        after = [last for first, last in found[1] if first >= end]
        if after:
            spans.append((start, after[0]))
    # Of spans that end alike the shortest is meant.
    return [one for one in spans if not any(o[1] == one[1] and o[0] > one[0] for o in spans)]


def _standing(part: str, plain: str) -> list[tuple[int, int]]:
    pattern = r"\s+".join(map(re.escape, part.split()))
    pattern = (r"(?<!\w)" if part[0].isalnum() else "") + pattern
    pattern += r"(?!\w)" if part[-1].isalnum() else ""
    exact = [match.span() for match in re.finditer(pattern, plain)]
    return exact or [match.span() for match in re.finditer(pattern, plain, re.IGNORECASE)]


def unbracketed(words: str) -> str:
    """Words without the marks of brackets that were copied along."""
    return re.sub(r"\[\d+ ([^\[\]]*)\]", r"\1", words)


def nearest(words: str, text: str, at: int) -> tuple[int, int]:
    """The place of words that is nearest to an offset; FaultError if there is none."""
    words = unbracketed(words)
    found = places(words, text)
    if not found:
        raise FaultError(f"the words {words!r} do not stand in the item; copy them exactly")
    return min(found, key=lambda one: (abs((one[0] + one[1]) / 2 - at), one))


def split(rest: str) -> list[str]:
    """The parts of a line; a semicolon between quotation marks parts nothing."""
    parts = re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)\s*", rest)
    return [part.strip() for part in parts if part.strip()]


def appraisal(item: dict, rest: str) -> dict:
    """`0`, or parts `holder>target sign "words"`, `target sign`, `xN`, between semicolons."""
    actors = {one["n"]: one for one in item["actors"]}
    found = {"evaluations": [], "portrayals": [], "wrong": []}
    if rest == "0":
        return found
    for part in split(rest):
        if part == "0":
            continue
        if match := EVALUATION.match(part):
            holder, target = match["holder"], int(match["target"])
            for one in (holder, str(target)):
                if one.isdigit() and int(one) not in actors:
                    raise FaultError(f"there is no bracket {one}")
            if holder == str(target):
                raise FaultError(
                    "holder and target are the same; nobody's judgement of himself counts"
                )
            span = nearest(match["words"], item["text"], actors[target]["spans"][0][0])
            pair = (holder, target)
            if any((one["holder"], one["target"]) == pair for one in found["evaluations"]):
                raise FaultError(f"{holder}>{target} stands twice; keep the one that weighs more")
            found["evaluations"].append(
                {"holder": holder, "target": target, "sign": _sign(match), "span": span}
            )
        elif match := PORTRAYAL.match(part):
            if int(match["target"]) not in actors:
                raise FaultError(f"there is no bracket {match['target']}")
            found["portrayals"].append({"target": int(match["target"]), "sign": _sign(match)})
        elif match := WRONG.match(part):
            if int(match["target"]) not in actors:
                raise FaultError(f"there is no bracket {match['target']}")
            found["wrong"].append(int(match["target"]))
        else:
            raise FaultError(f'{part!r} is none of: 0 · 1>2 - "words" · 2 - · x3')
    return found


def _sign(match: re.Match) -> int:
    return 1 if match["sign"] == "+" else -1


def happening(item: dict, rest: str) -> dict:
    """`n`, `x`, or `y` with status (h p d), side (b a s ?) and the clause's words."""
    if rest in ("n", "x"):
        return {"dates": rest}
    match = HAPPENED.match(rest)
    if not match:
        raise FaultError(f'{rest!r} is none of: n · x · yhb "first words … last words"')
    span = nearest(match["words"], item["text"], item["mark"][0])
    return {"dates": "y", "status": match["status"], "side": match["side"], "span": span}


def reference(item: dict, rest: str) -> dict:
    """The number of the candidate, several between commas, `0` for none of them, or `x`."""
    if rest == "x":
        return {"wrong": True, "who": []}
    if not re.fullmatch(r"\d+(?:\s*,\s*\d+)*", rest):
        raise FaultError(f"{rest!r} is no number, and not x")
    numbers = [int(one) for one in re.findall(r"\d+", rest)]
    known = {one["n"] for one in item["candidates"]}
    for one in numbers:
        if one and one not in known:
            raise FaultError(f"there is no candidate {one}")
    if 0 in numbers and len(numbers) > 1:
        raise FaultError("0 stands alone")
    return {"wrong": False, "who": [one for one in numbers if one]}


def same(item: dict, rest: str) -> dict:
    """`y`, `n`, or `x` if a side tells no happening."""
    if rest not in ("y", "n", "x"):
        raise FaultError(f"{rest!r} is none of: y · n · x")
    return {"same": rest}


PARSERS: dict[str, Callable[[dict, str], dict]] = {
    "appraisal": appraisal,
    "happening": happening,
    "reference": reference,
    "same": same,
}


def chunk(head: str, number: str) -> dict[int, dict]:
    """The items of a chunk by their number in it."""
    with (ROOT / "items" / f"{head}.jsonl").open(encoding="utf-8") as file:
        rows = (json.loads(line) for line in file)
        return {row["line"]: row for row in rows if row["chunk"] == number}


def parsed(head: str, number: str, text: str) -> Iterator[tuple[str, dict | None, str]]:
    """Of each line of a labeller's file (item's id or "", labels or None, fault or "")."""
    items, seen = chunk(head, number), set()
    for count, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.match(line)
        if not match or int(match[1]) not in items:
            yield "", None, f"line {count}: {line[:80]!r} begins with no number of the chunk"
            continue
        item = items[int(match[1])]
        if item["line"] in seen:
            yield "", None, f"line {count}: item {item['line']} has a line already"
            continue
        seen.add(item["line"])
        try:
            yield item["id"], PARSERS[head](item, match[2]), ""
        except FaultError as fault:
            yield item["id"], None, f"line {count}, item {item['line']}: {fault}"
    if missing := sorted(set(items) - seen):
        yield "", None, f"no line for: {' '.join(map(str, missing))}"


def main(paths: list[str]) -> int:
    """Prints the faults of each file; 1 if there are any."""
    bad = False
    for name in paths:
        path = Path(name).resolve()
        head = next((part for part in path.parts[::-1] if part in HEADS), None)
        if head is None or not chunk(head, path.stem):
            print(f"{name}: no chunk {path.stem}; expected done/HEAD/LABELLER/NNN.txt")
            return 1
        answers = list(parsed(head, path.stem, path.read_text(encoding="utf-8")))
        faults = [fault for _, _, fault in answers if fault]
        good = sum(labels is not None for _, labels, _ in answers)
        bad = bad or bool(faults)
        print(*faults, sep="\n", end="\n" if faults else "")
        print(
            f"{name}: {good} of {len(chunk(head, path.stem))} items labelled, {len(faults)} faults"
        )
    return int(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
