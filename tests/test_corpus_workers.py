"""Work shared out over processes: the same results, in order, whatever becomes of a helper."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import active_children

import pytest

from pressbrief import corpus, topic
from pressbrief.corpus import workers

AS_OF = date(2025, 6, 1)
SCRIPT = """
from pressbrief.corpus import workers
print("once")
workers.MIN_TASKS, workers._idle_cores = 1, lambda: 1
with workers.crew(30) as each:
    print(sum(each(abs, range(-30, 0))))
"""


@pytest.fixture
def helped(monkeypatch):
    """A helper is started however little there is to do."""
    monkeypatch.setattr(workers, "MIN_TASKS", 1)
    monkeypatch.setattr(workers, "_idle_cores", lambda: 1)


def test_a_corpus_is_the_same_whoever_reads_it(tmp_path, helped, monkeypatch):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(
            f"Talks {number} were held in Tokyo on {number % 28 + 1} February 2025, NHK said."
        )
    (tmp_path / "empty.txt").write_text("")
    shared = corpus.build(topic.load(tmp_path), AS_OF)
    monkeypatch.setattr(workers, "MIN_TASKS", 1000)
    alone = corpus.build(topic.load(tmp_path), AS_OF)
    for name, frame in alone.items():
        assert frame.equals(shared[name]), name


def test_a_few_tasks_are_done_here():
    with workers.crew(workers.MIN_TASKS - 1) as each:
        assert set(each(_process, range(20))) == {os.getpid()}


def test_what_a_dead_helper_had_in_hand_is_done_here(helped):
    with workers.crew(40) as each:
        assert each(_die_elsewhere, [os.getpid()] * 40) == [os.getpid()] * 40


def test_a_fault_in_the_work_is_raised_and_no_helper_is_left(helped):
    with pytest.raises(ZeroDivisionError), workers.crew(40) as each:
        each(_divide, [0] * 40)
    assert not active_children()


def test_without_processes_all_is_done_here(helped, monkeypatch):
    def refuse(*arguments):
        raise OSError("no semaphores here")

    monkeypatch.setattr(workers, "ProcessPoolExecutor", refuse)
    with workers.crew(40) as each:
        assert each(abs, [-1, 2]) == [1, 2]
    monkeypatch.setattr(workers, "ProcessPoolExecutor", ProcessPoolExecutor)
    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    with workers.crew(40) as each:
        assert each(abs, [-1, 2]) == [1, 2]


def test_a_script_without_a_guard_runs_once(tmp_path):
    script = tmp_path / "unguarded.py"
    script.write_text(SCRIPT)
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120)
    assert ran.stdout.split() == ["once", "465"], ran.stderr


def _process(_: int) -> int:
    return os.getpid()


def _die_elsewhere(parent: int) -> int:
    if os.getpid() != parent:
        os._exit(1)
    return parent


def _divide(by: int) -> float:
    return 1 / by
