"""The registry of the sections: what derives from it, and a section more by one entry."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import get_args

import nbformat
import pytest
from nbformat import v4

from conftest import ROOT, command
from pressbrief import tables
from pressbrief.corpus.overlaps import MOSTLY
from pressbrief.run.notebooks import EVERY
from pressbrief.run.parameters import Parameters
from pressbrief.score.tasks import TASKS
from pressbrief.sections.entry import filled
from pressbrief.sections.registry import FRONT, IN_DOCUMENT, SECTIONS, STEPS
from pressbrief.tables.mentions_schema import NAMING
from pressbrief.topic.corrections import Correction

ENTRIES = [pytest.param(entry, id=entry.name) for entry in SECTIONS.values()]


# What derives from it


def test_sections_that_need_nothing_of_each_other_run_side_by_side():
    names = [[section.name for section in step] for step in STEPS]
    assert names == [["corpus"], ["mentions"], ["stance", "timeline"], ["findings"]]


def test_what_a_reader_needs_first_stands_first():
    assert IN_DOCUMENT == ("findings", "stance", "mentions", "timeline", "corpus")
    assert FRONT == "findings"


def test_every_table_is_one_section_s_in_the_codebook_s_order():
    assert [name for entry in SECTIONS.values() for name in entry.tables] == list(tables.TABLES)


def test_every_score_and_every_kind_of_correction_is_one_section_s():
    scores = [task for entry in SECTIONS.values() for task in entry.scores]
    assert sorted(scores) == sorted(TASKS)
    kinds = [kind for entry in SECTIONS.values() for kind in entry.corrections]
    assert kinds == list(get_args(Correction.model_fields["what"].annotation))


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_section_names_parameters_and_its_notebook_reads_what_shapes_its_tables(entry):
    told = {*EVERY, *entry.reads}
    assert told <= set(Parameters.model_fields)
    assert set(entry.shaped_by) <= told


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_section_publishes_the_figures_and_the_title_of_its_entry(entry, seeds_edition):
    ran = nbformat.read(seeds_edition.folder / "notebooks" / f"{entry.notebook}.ipynb", 4)
    (section,) = (
        value
        for output in ran.cells[-1].outputs
        for mime, value in output.data.items()
        if mime.endswith("section+json")
    )
    assert section["title"] == entry.title
    assert {figure["id"] for figure in section["figures"]} <= set(entry.figures)
    assert len(section["method"]) >= len(entry.method) > 0


# Text that cannot drift


def said_of(name: str) -> str:
    entry = SECTIONS[name]
    return " ".join(map(filled, (*entry.method, *entry.caveats)))


def test_the_timeline_says_on_what_it_sees_sources_disagree():
    assert "on these points only: date, number, agent, denial and comment." in said_of("timeline")


def test_the_mentions_say_which_kinds_count():
    assert all(kind in said_of("mentions") for kind in NAMING)


def test_the_method_says_the_thresholds_of_the_code():
    assert MOSTLY == 0.5 and "at least half its runs" in said_of("corpus")


def test_the_help_of_score_names_every_task():
    said = command("score", "--help").output
    assert [line.split()[0] for line in said.partition("Tasks:")[2].splitlines()[1:]] == [*TASKS]


# A section more


SIXTH = """
from pressbrief.sections.entry import Entry

ENTRY = Entry(
    name="weather",
    label="Weather",
    title="How the weather was",
    place=5,
    notebook="6_weather",
    after=("corpus",),
    method=("Every word for rain is counted.",),
)
"""
CELLS = (
    "topic = ''\ndata = ''\nas_of = ''\nmax_megabytes = 64\nquotes = 8",
    "from pressbrief.run.work import Work\nfrom pressbrief.sections.model import Claim\n"
    "work = Work.begin(globals())",
    "rainy = work.load('sentences')['text'].str.contains('rain').any()\n"
    "claims = [Claim(text='It rained.' if rainy else 'It did not rain.', sure='high')]",
    "work.publish('weather', claims=claims)",
)


def test_one_entry_and_one_notebook_are_a_sixth_section(articles_in, tmp_path):
    notebooks = tmp_path / "notebooks"
    shutil.copytree(ROOT / "notebooks", notebooks, ignore=shutil.ignore_patterns("__pycache__"))
    entry = notebooks / "pressbrief" / "sections" / "weather_section.py"
    entry.write_text(SIXTH, encoding="utf-8")
    cells = [v4.new_code_cell(source) for source in CELLS]
    cells[0].metadata["tags"] = ["parameters"]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(v4.new_notebook(cells=cells, metadata=kernel), notebooks / "6_weather.ipynb")
    topic = articles_in({"a.txt": "Japan said on 5 March 2024 that it would rain in Tokyo.\n"})
    out = tmp_path / "reports"
    words = [topic, "--out", out, "-p", "data", tmp_path / "data", "--as-of", "2025-03-31"]
    subprocess.run(
        [sys.executable, "-m", "pressbrief", "run", *words],
        env=os.environ | {"PYTHONPATH": str(notebooks)},
        check=True,
        timeout=300,
    )
    edition = out / "topic" / "2025-03-31"
    manifest = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))
    assert list(manifest["sections"])[1:3] == ["2_mentions", "6_weather"]
    said = (edition / "briefing.md").read_text(encoding="utf-8")
    assert said.index("Sources and how each was dated") < said.index("How the weather was")
    assert "It rained." in said and "Every word for rain is counted." in said
