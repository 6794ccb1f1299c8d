"""The notebooks as they are saved: for readers, without outputs, definitions or typed numbers."""

import ast
import re

import nbformat
import pytest

from conftest import ROOT
from pressbrief.run.notebooks import EVERY
from pressbrief.run.parameters import Parameters
from pressbrief.sections.registry import SECTIONS

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ENTRIES = [pytest.param(entry, id=entry.notebook) for entry in SECTIONS.values()]


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def parameters_of(notebook):
    """Name → literal of the one cell tagged `parameters`."""
    (cell,) = [cell for cell in code(notebook) if "parameters" in cell.metadata.get("tags", ())]
    assigned = ast.parse(cell.source).body
    return {line.targets[0].id: ast.literal_eval(line.value) for line in assigned}


def test_there_is_one_notebook_for_each_section_and_one_for_the_whole():
    sections = [entry.notebook for entry in SECTIONS.values()]
    assert [path.stem for path in NOTEBOOKS] == [*sections, "briefing"]


def test_no_outputs_are_saved_and_nothing_is_defined(notebook):
    for cell in code(notebook):
        assert not cell.outputs and cell.execution_count is None
        assert not re.search(r"^\s*(async )?(def|class) ", cell.source, re.MULTILINE)


def test_cells_are_short_and_explained(notebook):
    assert all(len(cell.source.splitlines()) <= 12 for cell in code(notebook))
    assert notebook.cells[0].cell_type == "markdown"


def test_no_number_is_typed_into_prose(notebook):
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    said = re.sub(r"^# \d ·", "", "\n".join(prose))
    assert not re.findall(r"(?<![\w`])\d{2,}", said)


def test_parameters_are_the_package_s_with_its_defaults(notebook):
    defaults = Parameters().model_dump()
    for name, value in parameters_of(notebook).items():
        assert value == defaults[name]


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_section_declares_what_the_run_passes_to_it_and_ends_with_what_it_publishes(entry):
    notebook = nbformat.read(ROOT / "notebooks" / f"{entry.notebook}.ipynb", as_version=4)
    assert set(parameters_of(notebook)) == {*EVERY, *entry.reads}
    assert notebook.cells[-1].source.startswith(f'work.publish(\n    "{entry.name}",')


def test_every_notebook_begins_by_saying_what_it_works_on(notebook):
    assert code(notebook)[1].source.splitlines()[-1].startswith("work = Work.begin(globals()")
