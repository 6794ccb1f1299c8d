"""Which constants no test holds: each is doubled and halved in a copy of the checkout.

`python tests/thresholds.py [MODULE | MODULE:NAME …]` (`time`, `time/timex/tense`,
`time/timex/tense:NEAR`; without a word all) lists the survivors: changes under which every test
that runs a function that reads the constant passes. `--list` only counts the constants.

Which functions a test runs is recorded once, and again for each test file that has changed since.
A test that takes long (most make whole editions) is no example of a threshold and is left out.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import contextlib
import hashlib
import importlib
import json
import math
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("notebooks", "pressbrief")
OUTCOME = "outcome.json"
RECORD = "pressbrief-thresholds-{}.json"
SLOW = 6.0  # seconds of work, its fixtures with it; the slowest test of one rule takes about two
PATIENCE = 300  # seconds that the tests of one change may take; longer, and it hangs
AT_ONCE = 2
LOADED = ["pytest", "pandas", "pyarrow.parquet", "pydantic", "nupunkt", "htmldate", "trafilatura"]

# Of the charts only what decides which rows and spans are drawn.
WHAT_IS_DRAWN = (
    "MOST_(?!TICKS)|ACTORS|SOURCES|PANELS|TARGETS|HEAT_|FEWEST_|BINS|NAMED_|MANY_DAYS|"
    "OVERVIEW_FROM|ROWS_BELOW|PER$|PRECISE|SHORTEST|LONGEST$|SHARED_UP_TO"
)
# Test files that have whole editions made: in processes of their own, where nothing is recorded.
ELSEWHERE = re.compile(rb"seeds_edition|import make|subprocess|import venv")

# Rooms and constants that no example can hold, each with the reason.
LEFT_OUT = {
    "assets": "no code",
    "render": "looks: checked by eye and by tests of pictures",
    "score": "the scorers' own, fixed by each gold set",
    "__main__": "exit codes",
    f"charts/.*:(?!{WHAT_IS_DRAWN}).*": "looks",
    "reader/.*": "of the weights, or of how they are fed: its scores are the test",
    "time/timex/grammar:(BEFORE|AFTER)|timeline/(agents|places):NEAR|corpus/boundaries:TAIL": (
        "a window wider than any wording that it is read for: it bounds the work"
    ),
    "corpus/readers/(exports:MAX_CELL|pdf_text:MAX_PAGES|forms:HEAD)|.*:MEGABYTE": (
        "bounds the work: no article comes near"
    ),
    ".*:(.*AT_ONCE|PARTS?|CHUNK|BATCH|KEPT|BLOCK|MIN_TASKS|MAX_HELPERS|PASSAGES)": (
        "how much at once: no result depends on it"
    ),
    "run/(notebooks:PATIENT|kernel:LONGEST_SOCKET)|topic/inside:JUNCTION": "the system's own",
}


@dataclass(frozen=True)
class Constant:
    """A number that a module names in capitals: where its expression stands in the source."""

    module: str  # below the package, without its suffix
    name: str
    line: int
    start: int  # bytes
    end: int
    text: str

    @property
    def address(self) -> str:
        return f"{self.module}:{self.name}"

    @property
    def why_left_out(self) -> str:
        names = (self.address, self.module, *map(str, Path(self.module).parents))
        return next(
            (why for name, why in LEFT_OUT.items() if any(re.fullmatch(name, n) for n in names)), ""
        )

    def changed(self, how: str) -> str:
        """Its expression, doubled or halved (whole numbers stay whole; nothing becomes one)."""
        if self.text == "0":
            return "1"
        whole = not re.search(r"[./e]|log", self.text)
        return f"(({self.text}) {'* 2' if how == 'doubled' else '// 2' if whole else '/ 2'})"


# --- the constants, and the functions that read each -----------------------------------------


def modules(package: Path) -> dict[str, ast.Module]:
    """Each module's syntax tree by its name below the package."""
    return {
        path.relative_to(package).with_suffix("").as_posix(): ast.parse(path.read_bytes())
        for path in sorted(package.rglob("*.py"))
    }


def is_number(node: ast.expr) -> bool:
    """Whether an expression is made of numbers only: `0.5`, `1 / 3`, `timedelta(days=365)`."""
    match node:
        case ast.Constant(value):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ast.UnaryOp(operand=operand):
            return is_number(operand)
        case ast.BinOp(left=left, right=right):
            return is_number(left) and is_number(right)
        case ast.Call(func=ast.Name("timedelta") | ast.Attribute(value=ast.Name("math"))):
            return all(map(is_number, (*node.args, *(word.value for word in node.keywords))))
    return False


def constants(package: Path) -> Iterator[Constant]:
    """The numbers that modules name in capitals, also those named side by side in one line."""
    for module, tree in modules(package).items():
        lines = (package / f"{module}.py").read_bytes().splitlines(keepends=True)
        begins = [sum(map(len, lines[:i])) for i in range(len(lines))]
        for node in tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", 0)]
            value = getattr(node, "value", None)
            if not value or isinstance(node, ast.AugAssign):
                continue
            target = targets[0]
            pairs = [(target, value)]
            if isinstance(value, ast.Tuple):
                names = target.elts if isinstance(target, ast.Tuple) else [target] * 4
                pairs = list(zip(names, value.elts, strict=False))
            if not all(is_number(number) for _, number in pairs):
                continue
            for name, number in pairs:
                if isinstance(name, ast.Name) and name.id.isupper():
                    start = begins[number.lineno - 1] + number.col_offset
                    end = begins[number.end_lineno - 1] + number.end_col_offset
                    text = b"".join(lines)[start:end].decode()
                    yield Constant(module, name.id, number.lineno, start, end, text)


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """The functions and methods of a module with their names; one inside another is the outer's."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef):
                    yield f"{node.name}.{part.name}", part


class Reads:
    """Which functions read a name of a module, directly or through what is made of it on import."""

    def __init__(self, package: Path):
        self.trees = modules(package)
        self.imports = {module: self._imports(module) for module in self.trees}
        self.loads = {
            module: [(node, self._loads(module, node)) for node in tree.body]
            for module, tree in self.trees.items()
        }

    def of(self, module: str, name: str) -> set[str]:
        """`module:function` of each function that reads it."""
        carriers, found, before = {(module, name)}, set(), -1
        while before < len(carriers) + len(found):
            before = len(carriers) + len(found)
            for where, nodes in self.loads.items():
                for node, loads in nodes:
                    if not loads & carriers:
                        continue
                    if isinstance(node, ast.FunctionDef | ast.ClassDef):
                        self._read_inside(where, node, carriers, found)
                    else:
                        carriers |= {(where, n) for n in stored(node)}
        return found

    def _read_inside(self, where: str, node: ast.AST, carriers: set, found: set) -> None:
        inside = dict(functions(ast.Module([node], [])))
        for name, function in inside.items():
            if self._loads(where, function) & carriers:
                found.add(f"{where}:{name}")
                if any("cache" in ast.unparse(d) for d in function.decorator_list):
                    carriers.add((where, name))
        if isinstance(node, ast.FunctionDef):
            if f"{where}:{node.name}" in found:
                # what is made on import by calling it
                for module, nodes in self.loads.items():
                    for other, loads in nodes:
                        made = not isinstance(other, ast.FunctionDef | ast.ClassDef)
                        if made and (where, node.name) in loads:
                            carriers |= {(module, n) for n in stored(other)}
        else:
            body = [part for part in node.body if not isinstance(part, ast.FunctionDef)]
            if any(self._loads(where, part) & carriers for part in body):
                carriers.add((where, node.name))
                found |= {f"{where}:{name}" for name in inside}

    def _imports(self, module: str) -> dict[str, tuple[str, str]]:
        """What each imported name is: a module and a name in it ("" for the module itself)."""
        folder = Path(module).parent
        found = {}
        for node in ast.walk(self.trees[module]):
            if not isinstance(node, ast.ImportFrom):
                continue
            base = folder
            for _ in range(node.level - 1):
                base = base.parent
            if not node.level:
                if (node.module or "").split(".")[0] != "pressbrief":
                    continue
                base, rest = Path(), node.module.split(".")[1:]
            else:
                rest = (node.module or "").split(".") if node.module else []
            at = base.joinpath(*rest).as_posix()
            for alias in node.names:
                inner = Path(at, alias.name).as_posix()
                name = alias.asname or alias.name
                if self._module(inner):
                    found[name] = (self._module(inner), "")
                elif self._module(at):
                    found[name] = (self._module(at), alias.name)
        return found

    def _module(self, at: str) -> str:
        init = Path(at, "__init__").as_posix()
        return at if at in self.trees else init if init in self.trees else ""

    def _loads(self, module: str, node: ast.AST) -> set[tuple[str, str]]:
        imports, found = self.imports[module], set()
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
                found.add(self._first(imports.get(part.id, (module, part.id))))
            elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
                where, name = imports.get(part.value.id, ("", "?"))
                if where and not name:
                    found.add(self._first((where, part.attr)))
        return found

    def _first(self, name: tuple[str, str]) -> tuple[str, str]:
        """Where a name that one module hands on from another was given."""
        for _ in range(4):
            name = self.imports.get(name[0], {}).get(name[1], name)
        return name


def stored(node: ast.AST) -> set[str]:
    """The names that a statement binds.

    >>> sorted(stored(ast.parse("A, B = 1, 2")))
    ['A', 'B']
    """
    return {
        part.id
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }


# --- which functions each test runs ---------------------------------------------------------


@contextlib.contextmanager
def copy() -> Iterator[Path]:
    """A copy of what the tests need of the checkout, for a while."""
    ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for path in ROOT.iterdir():
            if path.is_file() and path.name != ".git":
                shutil.copy2(path, folder)
            elif path.name in ("notebooks", "tests", "seeds", "data", "reports", ".ci"):
                shutil.copytree(path, Path(folder, path.name), ignore=ignore)
        yield Path(folder)


def instrumented(package: Path) -> dict[Path, bytes]:
    """Each module so written that its functions note that they ran."""
    found = {}
    for module, syntax in modules(package).items():
        for name, function in functions(syntax):
            at = 1 if ast.get_docstring(function) is not None and len(function.body) > 1 else 0
            noted = (
                f"__import__('builtins').__dict__.setdefault('ran', set()).add('{module}:{name}')"
            )
            function.body[at:at] = ast.parse(noted).body
        source = ast.unparse(ast.fix_missing_locations(syntax))
        found[PACKAGE / f"{module}.py"] = source.encode()
    return found


class Recorder:
    """A pytest plugin: of each test the functions that it runs, its seconds, and how it ended."""

    def __init__(self):
        builtins.ran = set()
        self.tests: dict[str, dict] = {}
        self.fixtures: dict[str, tuple[float, set]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        before, builtins.ran, began = builtins.ran, set(), time.process_time()
        try:
            return (yield)
        finally:
            took = time.process_time() - began
            self.fixtures[fixturedef.argname] = (took, builtins.ran)
            builtins.ran = before | builtins.ran

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        builtins.ran, began = set(), time.process_time()
        try:
            return (yield)
        finally:
            made = [
                self.fixtures.get(name, (0, set())) for name in getattr(item, "fixturenames", ())
            ]
            test = self.tests.setdefault(item.nodeid, {"passed": True})
            test["seconds"] = max([time.process_time() - began, *(took for took, _ in made)])
            test["ran"] = sorted(builtins.ran.union(*(ran for _, ran in made)))

    def pytest_runtest_logreport(self, report):
        test = self.tests.setdefault(report.nodeid, {"passed": True})
        test["passed"] &= report.passed


class Only:
    """A pytest plugin: only these tests, in this order, and whether one failed."""

    def __init__(self, tests: list[str]):
        self.order = {test: place for place, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items):
        kept = [item for item in items if item.nodeid in self.order]
        items[:] = sorted(kept, key=lambda item: self.order[item.nodeid])


class Job(NamedTuple):
    """Tests to run in a copy: what is written into it first, and put right again after."""

    about: Any
    files: list[str]  # of tests
    plugin: Any
    write: Mapping[Path, bytes] = MappingProxyType({})  # paths below the copy
    words: tuple[str, ...] = ()
    patience: float = math.inf


def outcomes(jobs: Sequence[Job]) -> Iterator[tuple[Job, dict]]:
    """Each job with pytest's exit code (-1: it died or hung) and what its plugin noted."""
    waiting, running = list(reversed(jobs)), {}
    with contextlib.ExitStack() as stack:
        free = [stack.enter_context(copy()) for _ in range(min(AT_ONCE, len(jobs)))]
        while waiting or running:
            while waiting and free:
                job, tree = waiting.pop(), free.pop()
                before = {path: (tree / path).read_bytes() for path in job.write}
                for path, source in job.write.items():
                    (tree / path).write_bytes(source)
                (tree / OUTCOME).unlink(missing_ok=True)
                process = PROCESSES.Process(target=in_copy, args=(tree, job))
                process.start()
                running[process] = job, tree, before, time.monotonic() + job.patience
            wait([process.sentinel for process in running], timeout=1)
            for process, (job, tree, before, until) in list(running.items()):
                if process.is_alive() and time.monotonic() < until:
                    continue
                process.kill()
                process.join()
                for path, source in before.items():
                    (tree / path).write_bytes(source)
                del running[process]
                free.append(tree)
                out = tree / OUTCOME
                yield job, json.loads(out.read_text()) if out.exists() else {"code": -1}


def in_copy(tree: Path, job: Job) -> None:
    """Runs a job's tests in this process, which is the copy's own."""
    os.chdir(tree)
    sys.path[:0] = [str(tree / "notebooks"), str(tree / "tests")]
    os.environ["PYTHONPATH"] = str(tree / "notebooks")
    sys.dont_write_bytecode = True
    log = os.open(tree / "outcome.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for number in (1, 2):
        os.dup2(log, number)
    words = ["-p", "no:xdist", "-p", "no:cacheprovider", "-o", "addopts=--doctest-modules", "-q"]
    code = pytest.main([*words, *job.words, *job.files], plugins=[job.plugin])
    noted = {"code": int(code), "tests": getattr(job.plugin, "tests", {})}
    (tree / OUTCOME).write_text(json.dumps(noted))


def recorded() -> dict[str, dict]:
    """Each test with what it runs; test files that changed since the last time are run again."""
    name = RECORD.format(hashlib.sha256(str(ROOT).encode()).hexdigest()[:8])
    cache = Path(tempfile.gettempdir(), name)
    known = json.loads(cache.read_text()) if cache.exists() else {}
    here = [*ROOT.glob("tests/test_*.py"), *(ROOT / PACKAGE).rglob("*.py")]
    digests = {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in here
        if not ELSEWHERE.search(text := path.read_bytes())
        and (path.parent.name == "tests" or b">>> " in text)
    }
    files = [file for file, digest in digests.items() if known.get(file, {}).get("is") != digest]
    if files:
        print(f"recording what the tests of {len(files)} files run", file=sys.stderr)
    go_on = ("--continue-on-collection-errors",)
    written = instrumented(ROOT / PACKAGE)
    jobs = [Job(part, part, Recorder(), written, go_on) for part in shares(files) if part]
    for job, outcome in outcomes(jobs):
        if "tests" not in outcome:
            raise SystemExit(f"the tests died of {', '.join(job.files)}")
        for file in job.files:
            own = {test: of for test, of in outcome["tests"].items() if test.split("::")[0] == file}
            known[file] = {"is": digests[file], "tests": own}
        cache.write_text(json.dumps(known))
    return {
        test: of for file in digests for test, of in known.get(file, {}).get("tests", {}).items()
    }


def shares(files: list[str]) -> list[list[str]]:
    return [files[i::AT_ONCE] for i in range(AT_ONCE)]


# --- the changes ------------------------------------------------------------------------------


def change(constant: Constant, how: str, tests: list[str]) -> Job:
    """The tests that can tell, the narrowest first, with the constant changed."""
    path = PACKAGE / f"{constant.module}.py"
    source = (ROOT / path).read_bytes()
    changed = source[: constant.start] + constant.changed(how).encode() + source[constant.end :]
    files = list(dict.fromkeys(test.split("::")[0] for test in tests))
    about = constant, how, len(tests)
    return Job(about, files, Only(tests), {path: changed}, ("-x",), PATIENCE)


def asked(constant: Constant, words: list[str]) -> bool:
    return not words or any(
        constant.address == word
        or constant.module == word
        or f"{constant.module}/".startswith(f"{word.rstrip('/')}/")
        for word in words
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("words", nargs="*", metavar="MODULE[:NAME]")
    parser.add_argument("--list", action="store_true", help="list the constants and end")
    words = parser.parse_args()
    every = [constant for constant in constants(ROOT / PACKAGE) if asked(constant, words.words)]
    chosen = [constant for constant in every if not constant.why_left_out]
    if words.list:
        for constant in every:
            print(f"{constant.address} = {constant.text}  {constant.why_left_out}")
        print(f"{len(chosen)} constants, {len(every) - len(chosen)} left out")
        return
    reads, tests = Reads(ROOT / PACKAGE), recorded()
    for test, of in tests.items():
        if not of["passed"]:
            print(f"left out, it fails or is skipped as it is: {test}", file=sys.stderr)
    quick = {test: of for test, of in tests.items() if of["passed"] and of["seconds"] < SLOW}
    runs = defaultdict(list)
    for test in sorted(quick, key=lambda test: len(quick[test]["ran"])):  # the narrowest first
        for function in quick[test]["ran"]:
            runs[function].append(test)
    jobs = []
    for constant in chosen:
        own = {test for reader in reads.of(constant.module, constant.name) for test in runs[reader]}
        ordered = sorted(own, key=lambda test: len(quick[test]["ran"]))
        hows = ("doubled", "halved") if constant.text != "0" else ("doubled",)
        if ordered:
            jobs += [change(constant, how, ordered) for how in hows]
        else:
            print(f"UNREAD   {constant.address} = {constant.text}", flush=True)
    alive = []
    for job, outcome in outcomes(jobs):
        constant, how, count = job.about
        survived = outcome["code"] == 0
        alive += [job.about] if survived else []
        verdict = "SURVIVES" if survived else "held"
        print(f"{verdict:9}{constant.address} = {constant.text} {how}, {count} tests", flush=True)
    print(f"{len(alive)} of {len(jobs)} changes of {len(chosen)} constants survive")
    for constant, how, _ in alive:
        print(f"  {PACKAGE}/{constant.module}.py:{constant.line} {constant.name} {how}")


METHODS = multiprocessing.get_all_start_methods()
# A fork has the libraries loaded already, which takes longer than most of the tests.
PROCESSES = multiprocessing.get_context("fork" if "fork" in METHODS else "spawn")

if __name__ == "__main__":
    for name in LOADED:
        importlib.import_module(name)
    main()
