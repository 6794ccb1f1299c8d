"""The README keeps what machines and readers take from it."""

from conftest import ROOT, command
from pressbrief import tables
from pressbrief.corpus import readers
from pressbrief.run import parameters
from pressbrief.tables import schemas

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_fenced_block_is_the_two_commands():
    block = README.split("```")[1].strip().splitlines()
    assert len(block) == 2
    assert block[0].endswith("pressbrief run")
    assert block[1].endswith("pytest")


def test_the_parameters_stand_there_and_in_the_command_s_help_as_they_are():
    said = parameters.told()
    rows = [f"| `{name}` | {default} | {meaning} |" for name, (default, meaning) in said.items()]
    assert "\n".join(["|---|---|---|", *rows, ""]) in README
    shown = command("run", "--help").output
    for name, (default, meaning) in said.items():
        assert f"  {name:14} {meaning}; default: {default}\n" in shown


def test_every_shipped_table_is_listed():
    assert all(f"| `{name}` | " in README for name in tables.SHIPPED)
    assert set(tables.SHIPPED) <= set(schemas.TABLES)


def test_requirements_are_the_project_itself_with_jupyterlab():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["-e .[lab]"]


def test_the_forms_of_files_are_those_that_are_read():
    assert f"|---|---|---|\n{readers.told()}\n\n" in README
