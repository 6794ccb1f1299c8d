"""Runs a topic's notebooks in this process, so that a test of many runs starts no kernel.

The notebooks' own cells are run, one section after the other; only papermill and its kernels are
left out, which other tests run.
"""

from __future__ import annotations

import ast
from threading import Lock

import nbformat

from pressbrief.run import notebooks
from pressbrief.topic.paths import NOTEBOOKS

_one = Lock()


def papermill(name, target, arguments, kernels, minutes) -> str:
    """Stands for `notebooks.papermilled`: runs a notebook into `target`; why it failed, or ""."""
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    known = {"__name__": "notebook", "display": lambda *shown, **told: None}
    value = None
    with _one:
        for cell in notebook.cells:
            if cell.cell_type != "code":
                continue
            try:
                value = _run(cell.source, known)
            except Exception as error:
                return f"{type(error).__name__}: {error}"
            if "parameters" in cell.metadata.get("tags", ()):
                known |= arguments
    data = value._repr_mimebundle_()
    cell.outputs = [nbformat.v4.new_output("display_data", data=data)]
    nbformat.write(notebook, target)
    return ""


def _run(source: str, known: dict):
    *body, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        body, last = [*body, last], None
    exec(compile(ast.Module(body, []), "cell", "exec"), known)
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), "cell", "eval"), known)


def use(monkeypatch) -> None:
    """Has runs of this test take place here."""
    monkeypatch.setattr(notebooks, "papermilled", papermill)
