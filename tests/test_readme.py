"""The README keeps what machines and readers take from it."""

import re

from pressbrief import tables
from pressbrief.run.parameters import ROOT, Parameters
from pressbrief.tables import schemas

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_fenced_block_is_the_two_commands():
    block = README.split("```")[1].strip().splitlines()
    assert len(block) == 2
    assert block[0].endswith("pressbrief run")
    assert block[1].endswith("pytest")


def test_every_parameter_is_listed_as_it_is():
    listed = dict(re.findall(r"^\| `(\w+)` \| (.+?) \| .+ \|$", README, re.MULTILINE))
    for name, field in Parameters.model_fields.items():
        assert name in listed
        assert f"| `{name}` | {listed[name]} | {field.description.split(';')[0]} |" in README


def test_every_shipped_table_is_listed():
    assert all(f"| `{name}` | " in README for name in tables.SHIPPED)
    assert set(tables.SHIPPED) <= set(schemas.TABLES)


def test_requirements_end_with_the_project_itself():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "-e ."
