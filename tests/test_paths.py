"""Where things stand: in a checkout, and where only the package is installed."""

from __future__ import annotations

import pytest

from conftest import ROOT, command
from pressbrief.run import workbench
from pressbrief.run.parameters import ParameterError, validated
from pressbrief.topic import paths


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """An empty working folder, where no checkout is known."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths, "CHECKOUT", None)
    return tmp_path


def test_a_checkout_is_found_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert (paths.CHECKOUT, paths.NOTEBOOKS) == (ROOT, ROOT / "notebooks")
    settings = validated()
    assert settings.folder == ROOT / "seeds" / "japan-afghanistan"
    assert settings.data_folder == ROOT / "data" / "japan-afghanistan"
    assert paths.located(settings.out) == ROOT / "reports"


def test_without_a_checkout_all_lies_in_the_working_folder(elsewhere):
    settings = validated(topic="topic")
    assert settings.folder == elsewhere / "topic"
    assert settings.data_folder == elsewhere / "data" / "topic"
    assert paths.located(settings.out) == elsewhere / "reports"


def test_without_a_checkout_a_topic_must_be_named(elsewhere):
    with pytest.raises(ParameterError, match="no topic: name a folder"):
        validated()
    assert command("run").exit_code == 2


@pytest.mark.parametrize(
    ("path", "found"),
    [("a/../b", "b"), ("a/.", "a"), ("absent", "absent")],
)
def test_a_path_has_a_last_part_whose_name_a_topic_can_bear(elsewhere, path, found):
    assert paths.located(path) == elsewhere / found
    assert paths.portable(paths.located(path)) == found


def test_the_notebooks_are_laid_out_and_nothing_is_overwritten_unasked(tmp_path):
    folder = tmp_path / "lab"
    result = command("notebooks", folder)
    assert result.exit_code == 0 and "jupyter lab" in result.output
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in (ROOT / "notebooks").glob("*.ipynb")
    }
    mine = folder / "3_stance.ipynb"
    mine.write_text("mine")
    (folder / "1_corpus.ipynb").unlink()
    refused = command("notebooks", folder)
    assert refused.exit_code == 2 and "exists already" in refused.output
    assert mine.read_text() == "mine" and not (folder / "1_corpus.ipynb").exists()
    assert len(workbench.lay_out(folder, force=True)) == len(list(folder.iterdir()))
    assert mine.read_text() != "mine"
