"""Solid ground: bounded in time, alone where it writes, whole or not at all, with its exit code."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from filelock import FileLock

from campaign_ground import KEPT
from conftest import AS_OF, ROOT, command, make
from pressbrief import tables
from pressbrief.run import edition, holding, notebooks, publish, shelves, stamps
from pressbrief.run.parameters import ParameterError, validated
from pressbrief.sections.registry import SECTIONS
from pressbrief.topic.faults import InputError

SHORT = "Japan has called on the Taliban to respect human rights. They met on Tuesday.\n"


def leftovers(*folders: Path) -> list[str]:
    """What lies hidden in folders and is no lock."""
    found = [path for folder in folders for path in folder.rglob(".*")]
    return [path.name for path in found if not path.name.endswith(KEPT)]


def pressbrief(*words: object, **how) -> subprocess.Popen:
    """The command in a process of its own, in whatever folder."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "notebooks"), **how.pop("env", {})}
    said = [sys.executable, "-P", "-m", "pressbrief", *map(str, words)]
    return subprocess.Popen(said, env=env, stdout=-1, stderr=-1, text=True, **how)


def run_words(topic: Path, shelves: Path) -> list[object]:
    where = ["--out", shelves / "reports", "-p", "data", shelves / "data"]
    return ["run", topic, *where, "--as-of", AS_OF]


@pytest.fixture
def ending(tmp_path, monkeypatch):
    """A function that lets a section's notebook end with a cell, and a run use its copy."""
    folder = tmp_path / "notebooks"
    shutil.copytree(notebooks.NOTEBOOKS, folder, ignore=shutil.ignore_patterns("pressbrief*"))
    monkeypatch.setattr(notebooks, "NOTEBOOKS", folder)

    def put(name: str, source: str) -> None:
        notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
        notebook.cells = [*notebook.cells[:3], nbformat.v4.new_code_cell(source)]
        nbformat.write(notebook, folder / f"{name}.ipynb")

    return put


@pytest.fixture
def instant(monkeypatch):
    """Sections that publish nothing and documents that hold one file: a run without kernels."""

    def section(each, *_):
        nothing: dict[str, list] = {"claims": [], "figures": [], "tables": []}
        return publish.Executed(each, {"name": each.name, "title": each.title} | nothing, "", 0.1)

    monkeypatch.setattr(notebooks, "one_section", section)
    monkeypatch.setattr(publish, "warm_up", lambda: None)
    monkeypatch.setattr(publish, "stale", lambda *_: [])
    monkeypatch.setattr(publish, "skipped", lambda work: [])
    monkeypatch.setattr(
        publish, "fill", lambda folder, *_: (folder / "briefing.html").write_text("whole")
    )
    return monkeypatch


def _said(output: str) -> list[str]:
    """The lines of a run but those that say what it is at."""
    at = {section.label for section in SECTIONS.values()} | {"Rendering"}
    return [line for line in output.splitlines() if line not in at]


# A limit to every wait


def test_a_cell_that_hangs_is_named_and_nothing_is_published(ending, articles_in, tmp_path):
    ending("1_corpus", "import time\ntime.sleep(600)")
    made = make(articles_in({"a.txt": SHORT}), tmp_path, "-p", "cell_minutes", "0.2")
    assert made.result.exit_code == 4
    assert "1_corpus ran out of time: cell 5 (`import time`) took longer" in made.result.output
    assert "0.2 minutes that cell_minutes allows" in made.result.output
    assert not made.folder.exists() and leftovers(tmp_path / "reports", tmp_path / "data") == []


@pytest.mark.parametrize("held", ["data/topic/.lock", "reports/.lock", "reports/.topic.shelf.lock"])
def test_another_run_is_waited_for_so_long_and_named(held, instant, articles_in, tmp_path):
    topic = articles_in({"a.txt": SHORT})
    lock = tmp_path / held
    lock.parent.mkdir(parents=True)
    with FileLock(lock):
        made = make(topic, tmp_path, "-p", "wait_minutes", "0.01")
    assert made.result.exit_code == 4
    assert f"after the 0.01 minutes that wait_minutes allows: {lock}" in made.result.output
    assert make(topic, tmp_path, "-p", "wait_minutes", "0.01").result.exit_code == 0


# Where kernels stand


def test_files_of_the_working_folder_named_like_modules_are_not_imported(articles_in, tmp_path):
    folder = articles_in({"a.txt": SHORT}).parent
    for name in ("json", "token", "random", "ipykernel", "pandas", "secrets", "numbers"):
        (folder / f"{name}.py").write_text("raise SystemExit('imported')")
    (folder / "start.py").write_text("raise SystemExit('started')")
    words = run_words(folder / "topic", tmp_path)
    run = pressbrief(*words, cwd=folder, env={"PYTHONSTARTUP": str(folder / "start.py")})
    out, err = run.communicate(timeout=300)
    assert (run.returncode, _said(err)) == (0, []) and "Edition" in out


def test_a_home_that_is_missing_or_may_not_be_written_to_is_no_matter(articles_in, tmp_path):
    topic = articles_in({"a.txt": SHORT})
    (tmp_path / "file").touch()
    home = tmp_path / "file" / "home"
    run = pressbrief(*run_words(topic, tmp_path), env={"HOME": str(home), "USERPROFILE": str(home)})
    assert (_said(run.communicate(timeout=300)[1]), run.returncode) == ([], 0)


# Alone where it writes


def test_runs_of_one_out_and_of_other_data_make_one_edition(articles_in, tmp_path):
    topic = articles_in({"a.txt": SHORT})
    words = ["run", topic, "--out", tmp_path / "reports", "--as-of", AS_OF, "-p", "data"]
    both = [pressbrief(*words, tmp_path / name) for name in ("one", "two")]
    said = [run.communicate(timeout=300)[0] for run in both]
    assert [run.returncode for run in both] == [0, 0]
    assert sorted("Nothing new" in each for each in said) == [False, True]
    assert [each.name for each in edition.editions(tmp_path / "reports" / "topic")] == [AS_OF]


def test_an_index_that_failed_is_written_by_the_next_run(instant, articles_in, tmp_path):
    topic = articles_in({"a.txt": SHORT})
    index = tmp_path / "reports" / "index.html"
    index.mkdir(parents=True)
    made = make(topic, tmp_path)
    assert made.result.exit_code == 0 and "the next run writes it" in made.result.output
    index.rmdir()
    again = make(topic, tmp_path)
    assert "Nothing new" in again.result.output and AS_OF in index.read_text(encoding="utf-8")
    assert leftovers(tmp_path / "reports") == []


# What is left of runs that were killed


def test_what_dead_runs_left_is_swept_and_what_living_ones_make_stays(
    instant, articles_in, tmp_path
):
    topic = articles_in({"a.txt": SHORT})
    assert make(topic, tmp_path).result.exit_code == 0
    shelf, data = tmp_path / "reports" / "topic", tmp_path / "data" / "topic"
    (shelf / f".{AS_OF}.partial").mkdir()
    (shelf / AS_OF).rename(shelf / f".{AS_OF}.replaced")  # killed between two renames
    for name in ("articles.123", "articles.partial", "voices.partial"):
        (data / f".{name}.parquet").touch()
    left = tmp_path / f"{holding.PREFIX}dead"
    (left / "k1").mkdir(parents=True)
    mine = tmp_path / "mine"
    mine.mkdir()
    (data / holding.LEDGER).write_text(f"{left}\n{mine}")
    with FileLock(data / ".voices.tables.lock"):  # somebody makes these in a notebook
        assert "Nothing new" in make(topic, tmp_path).result.output
    assert leftovers(tmp_path / "reports", data) == [".voices.partial.parquet"]
    assert (shelf / AS_OF / "briefing.html").read_text() == "whole"
    assert mine.exists() and not left.exists()


# Exit codes


@pytest.mark.skipif(os.name != "posix", reason="Windows has no signal that asks to terminate")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_ends_the_kernels_with_one_line_and_its_code(
    number, code, articles_in, tmp_path
):
    run = pressbrief(*run_words(articles_in({"a.txt": SHORT}), tmp_path))
    ledger = tmp_path / "data" / holding.LEDGER
    until(lambda: ledger.exists() and list(Path(ledger.read_text()).glob("k1/settings")))
    temporary = Path(ledger.read_text())
    run.send_signal(number)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out) == (code, "")
    assert len(_said(err)) == 1 and "nothing half-made is left" in err
    assert leftovers(tmp_path / "data", tmp_path / "reports") == []
    assert not temporary.exists() and not (tmp_path / "reports" / "topic" / AS_OF).exists()


def until(true, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize("name", ["1_corpus", "4_timeline"])
def test_a_full_disk_under_data_is_no_partial_edition(name, ending, articles_in, tmp_path):
    full = f"raise OSError({errno.ENOSPC}, 'No space left on device')"
    ending(name, full)
    made = make(articles_in({"a.txt": SHORT}), tmp_path)
    assert made.result.exit_code == 3 and "Traceback" not in made.result.output
    assert "No space left on device" in made.result.output
    assert not made.folder.exists() and leftovers(tmp_path / "reports", tmp_path / "data") == []


def test_a_full_disk_in_the_run_itself_is_one_line(instant, articles_in, tmp_path):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    for where, name in ((edition, "writable"), (publish, "fill"), (edition, "write_manifest")):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(where, name, full)
            made = make(articles_in({"a.txt": SHORT}), tmp_path)
        assert made.result.exit_code == 3 and "No space left" in made.result.output
        assert not made.folder.exists()


def test_bad_input_that_only_the_corpus_sees_is_2_and_no_edition(ending, articles_in, tmp_path):
    ending(
        "1_corpus",
        "from pressbrief.topic.faults import InputError\nraise InputError('a.txt: a scan')",
    )
    made = make(articles_in({"a.txt": SHORT}), tmp_path)
    assert made.result.exit_code == 2
    assert _said(made.result.output) == ["pressbrief: a.txt: a scan"]
    assert not made.folder.exists()


def test_a_fault_of_the_program_is_3(monkeypatch, articles_in, tmp_path):
    monkeypatch.setattr(edition, "identity", lambda *_: 1 / 0)
    made = make(articles_in({"a.txt": SHORT}), tmp_path)
    assert made.result.exit_code == 3
    assert "failed: ZeroDivisionError" in made.result.output


# Editions


def days(shelf: Path) -> list[str]:
    return [each.name for each in edition.editions(shelf)]


@pytest.fixture
def clock(monkeypatch):
    """A function that sets the day that it is."""
    from datetime import date

    from pressbrief.run import parameters

    def put(day: str) -> None:
        class Day(date):
            @classmethod
            def today(cls):
                return cls.fromisoformat(day)

        monkeypatch.setattr(parameters, "date", Day)

    return put


def test_a_clock_that_goes_back_adds_one_edition_for_what_is_new_and_no_more(
    instant, clock, articles_in, tmp_path
):
    topic = articles_in({"a.txt": SHORT})
    out = ["--out", tmp_path / "reports", "-p", "data", tmp_path / "data"]
    clock("2030-01-01")
    assert command("run", topic, *out).exit_code == 0
    clock("2025-03-31")
    assert "Nothing new" in command("run", topic, *out).output
    (topic / "b.txt").write_text("Qatar spoke on Friday.")
    for _ in range(3):
        assert command("run", topic, *out).exit_code == 0
    assert days(tmp_path / "reports" / "topic") == ["2025-03-31", "2030-01-01"]


def test_an_edition_is_compared_with_those_before_it_alone(tmp_path):
    for name in ("2025-01-01", "2025-02-01", "2025-02-01.2", "2025-03-01"):
        (tmp_path / name).mkdir()
    known = edition.editions(tmp_path)
    before = [each.name for each in edition.before(known, "2025-02-01.2")]
    assert before == ["2025-01-01", "2025-02-01"]


def test_a_section_that_keeps_failing_adds_no_edition(instant, articles_in, tmp_path):
    topic = articles_in({"a.txt": SHORT})
    with pytest.MonkeyPatch.context() as patch:
        whole = notebooks.one_section
        patch.setattr(
            notebooks,
            "one_section",
            lambda each, *_: (
                publish.Executed(each, None, "broken", 0.1)
                if each.name == "timeline"
                else whole(each)
            ),
        )
        for _ in range(3):
            assert make(topic, tmp_path).result.exit_code == 1
    assert make(topic, tmp_path).result.exit_code == 0
    assert days(tmp_path / "reports" / "topic") == [AS_OF]


def test_the_feed_counts_as_people_do(instant, articles_in, tmp_path):
    topic = articles_in({"a.txt": SHORT})
    for i in range(11):
        (topic / "b.txt").write_text(f"Qatar spoke {i} times.")
        make(topic, tmp_path)
    feed = (tmp_path / "reports" / "feed.xml").read_text(encoding="utf-8")
    assert feed.index(f"{AS_OF}.10/") < feed.index(f"{AS_OF}.9/") < feed.index(f"{AS_OF}.2/")


def test_two_folders_of_one_name_have_a_shelf_each(instant, articles_in, tmp_path):
    japan = articles_in({"a.txt": SHORT}, name="japan/news")
    china = articles_in({"b.txt": "Qatar spoke."}, name="china/news")
    for _ in range(2):
        for topic in (japan, china):
            assert make(topic, tmp_path).result.exit_code == 0
    out = tmp_path / "reports"
    assert (days(out / "news"), days(out / "china-news")) == ([AS_OF], [AS_OF])
    # A folder that was moved keeps its shelf.
    japan.parent.rename(tmp_path / "nippon")
    assert "Nothing new" in make(tmp_path / "nippon" / "news", tmp_path).result.output
    assert str(tmp_path) not in (out / shelves.LEDGER).read_text()


def test_a_topic_named_from_within_writes_into_out_and_nowhere_else(
    instant, articles_in, tmp_path, monkeypatch
):
    inside = articles_in({"inside/a.txt": SHORT}) / "inside"
    monkeypatch.chdir(inside)
    result = command("run", "..", "--out", tmp_path / "reports", "-p", "data", tmp_path / "data")
    assert result.exit_code == 0
    assert [path.name for path in (tmp_path / "reports").iterdir() if path.is_dir()] == ["topic"]


@pytest.mark.parametrize("name", ["out", "data", "previous"])
def test_what_is_written_lies_here_and_under_no_address(name):
    with pytest.raises(ParameterError, match=f"'{name}'.*is an address; name a folder here"):
        validated(topic="x", **{name: "s3://bucket/reports"})


@pytest.mark.parametrize("text", ["[]", "{", '{"identity": []}', '{"files": 3}', "[" * 100_000])
def test_a_manifest_that_is_none_is_no_edition_to_anybody(text, instant, articles_in, tmp_path):
    folder = tmp_path / "reports" / "topic" / "2025-01-01"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(text)
    assert make(articles_in({"a.txt": SHORT}), tmp_path).result.exit_code == 0
    assert "this is no edition" in command("verify", folder).output


def test_a_notebook_of_an_edition_names_no_folder_of_this_machine():
    told = (
        'topic = "/home/a/news"\ndata = "/mnt/b"\nprevious = "/home/a/out/news/2025-01-01/tables"'
    )
    cell = nbformat.v4.new_code_cell(told, metadata={"tags": ["injected-parameters"]})
    kept = nbformat.v4.new_code_cell('topic = "seeds/x"\nquotes = 8', metadata=cell.metadata)
    read = publish.placeless(nbformat.v4.new_notebook(cells=[cell, kept]))
    assert read.cells[0].source == (
        'topic = "news"\ndata = ""\nprevious = "news/2025-01-01/tables"'
    )
    assert read.cells[1].source == 'topic = "seeds/x"\nquotes = 8'


# The code's identity


def test_a_scratch_notebook_beside_the_sections_is_no_part_of_an_edition(tmp_path, monkeypatch):
    folder = tmp_path / "notebooks"
    shutil.copytree(stamps.NOTEBOOKS, folder, ignore=shutil.ignore_patterns("pressbrief*"))
    monkeypatch.setattr(stamps, "NOTEBOOKS", folder)
    was = stamps.notebooks()
    (folder / "scratch.ipynb").write_text(json.dumps({"cells": []}))
    assert stamps.notebooks() == was


def test_hidden_files_in_the_package_are_no_code(tmp_path, monkeypatch):
    (tmp_path / ".ipynb_checkpoints").mkdir()
    for name in (".ipynb_checkpoints/x.py", ".DS_Store"):
        (tmp_path / name).touch()
    (tmp_path / "code.py").touch()
    monkeypatch.setattr(stamps, "PACKAGE", tmp_path)
    assert stamps.code.__wrapped__() == stamps.digest(
        [["code.py", stamps.sha256(tmp_path / "code.py")]]
    )


def test_the_sweep_asks_nobody_for_tables_that_it_does_not_know(tmp_path):
    (tmp_path / ".mine.parquet").touch()
    tables.tidied(["articles"], tmp_path)
    assert (tmp_path / ".mine.parquet").exists()


def test_every_fault_of_input_is_known_by_its_name():
    assert {"InputError", "TopicError", "ParameterError"} <= notebooks.input_errors()
    assert issubclass(ParameterError, InputError)
