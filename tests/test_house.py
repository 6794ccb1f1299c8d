"""The house stands as CONTRIBUTING.md has it: few rooms, each name once, arrows that point down."""

from __future__ import annotations

import ast
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import pressbrief

PACKAGE = Path(pressbrief.__file__).parent
# From below; what stands on one line may not import from each other.
ROOMS = (
    "english", "topic", "tables", "reader", "time", "corpus", "mentions", "stance", "timeline",
    "score", "assets", "sections", "charts", "render", "sending",
    "run",
)  # fmt: skip


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    return {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in PACKAGE.rglob("*.py")
    }


def imports(path: Path, known: dict[str, Path]) -> set[str]:
    """The package's modules that a module imports, those for a type checker too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: name the whole module"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in known else node.module or "")
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & set(known)


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_the_root_holds_four_modules_at_most():
    assert len(list(PACKAGE.glob("*.py"))) <= 4


def test_a_room_imports_from_those_below_it_only():
    known = modules()
    up = [
        f"{module} imports {other}"
        for module, path in known.items()
        for other in imports(path, known)
        if room(module) in ROOMS
        and room(other) in ROOMS
        and ROOMS.index(room(other)) > ROOMS.index(room(module))
    ]
    assert not up


def test_no_imports_run_in_a_circle():
    known = modules()
    # A package's own __init__ shows what its modules hold.
    graph = {
        module: {other for other in imports(path, known) if not module.startswith(f"{other}.")}
        - {module}
        for module, path in known.items()
    }
    TopologicalSorter(graph).prepare()


def test_a_name_stands_once():
    names = Counter(path.name for path in modules().values())
    assert [name for name, count in names.items() if count > 1] == ["__init__.py", "model.py"]


def test_what_contributing_names_is_there():
    text = (PACKAGE.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name in ROOMS:
        assert f"`{name}/`" in text
