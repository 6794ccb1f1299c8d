"""Who watches a run sees how it went: lines, a heartbeat, a command on failure, a health page."""

from __future__ import annotations

import json
import os
import shlex
import stat
import sys

import pytest

import in_process
import posts
from conftest import AS_OF, make
from pressbrief.run import edition, execute, notebooks, watch
from pressbrief.run.parameters import from_notebook, validated
from pressbrief.sending import addresses, outbox
from pressbrief.sending.issue import opened

SHORT = "Japan has called on the Taliban to respect human rights. They met on Tuesday.\n"


@pytest.fixture
def topic(articles_in, monkeypatch):
    in_process.use(monkeypatch)
    return articles_in({"a.txt": SHORT})


def test_a_run_tells_a_line_a_step_as_json_beats_and_is_on_the_health_page(
    topic, tmp_path, monkeypatch
):
    monkeypatch.setenv("SOME_TOKEN", "open sesame")
    with posts.Hook() as hook:
        beating = f"{hook.address}/alive"
        made = make(topic, tmp_path, "--log", "json", "-p", "heartbeat", beating)
        assert made.result.exit_code == 0, made.result.output
    lines = [json.loads(line) for line in made.result.stderr.splitlines() if line[:1] == "{"]
    assert [line["step"] for line in lines] == [
        "corpus", "mentions", "stance", "timeline", "findings", "render", "run",
    ]  # fmt: skip
    assert lines[0]["counts"]["articles"] == 1 and lines[-1]["said"] == f"complete {AS_OF}"
    assert all(line["seconds"] >= 0 for line in lines)
    ((_, told, _),) = hook.got
    assert (told["topic"], told["status"], told["edition"]) == ("topic", "complete", AS_OF)
    page = (tmp_path / "reports" / watch.PAGE).read_text()
    assert "<td>topic</td>" in page and "<td>complete</td>" in page and AS_OF in page


def test_a_failure_is_told_to_the_command_the_heartbeat_and_the_page(topic, tmp_path, monkeypatch):
    fault = "RuntimeError: $(touch hacked) `id` \n out of order"
    monkeypatch.setattr(notebooks, "papermilled", lambda *given: fault)
    seen, beat = tmp_path / "seen", tmp_path / "beat.json"
    code = (
        "import os, pathlib; pathlib.Path(os.environ['SEEN']).write_text("
        "os.environ['PRESSBRIEF_STATUS'] + os.environ['PRESSBRIEF_MESSAGE'])"
    )
    monkeypatch.setenv("SEEN", str(seen))
    words = shlex.join([sys.executable, "-c", code])
    made = make(topic, tmp_path, "-p", "on_failure", words, "-p", "heartbeat", beat)
    assert made.result.exit_code == 3
    assert seen.read_text().startswith("failed") and fault in seen.read_text()
    assert json.loads(beat.read_text())["status"] == "failed"
    page = (tmp_path / "reports" / watch.PAGE).read_text()
    assert "<strong>failed</strong>" in page and "hacked" not in page


def test_bad_input_is_told_to_the_command_too(topic, tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    code = f"import pathlib; pathlib.Path({str(seen)!r}).touch()"
    words = shlex.join([sys.executable, "-c", code])
    made = make(topic, tmp_path, "-p", "on_failure", words, "-p", "publish", "mailto:nobody")
    assert made.result.exit_code == 2 and "no address of a mailbox" in made.result.output
    assert seen.exists()


def test_what_waits_stands_on_the_health_page_without_a_mailbox(tmp_path):
    folder = posts.edition(tmp_path)
    (ann,) = addresses.read(["mailto:ann@example.org"])
    ledger = outbox.Outbox(tmp_path, "talks")
    with ledger.held():
        ledger.write(ann, opened(folder), "failed", why="550")
    watch.health(tmp_path, "talks", "undelivered", 3.0, folder.name)
    page = (tmp_path / watch.PAGE).read_text()
    assert "2025-03-31, mail to a…@example.org (failed)" in page and "ann@" not in page


def test_a_delivery_that_failed_ends_a_run_with_one_and_the_next_makes_up_for_it(topic, tmp_path):
    with posts.Hook() as hook:
        to = ("-p", "publish", f"json:{hook.address}/in")
        hook.status = 500
        first = make(topic, tmp_path, *to)
        assert first.result.exit_code == 1 and "failed: HTTP 500" in first.result.output
        hook.status = 200
        second = make(topic, tmp_path, *to)
        assert second.result.exit_code == 0 and "Nothing new" in second.result.output
    assert [body["edition"] for _, body, _ in hook.got] == [AS_OF]


def test_missed_days_are_made_up_as_of_each_of_them(topic, tmp_path, monkeypatch):
    from datetime import date

    from pressbrief.run import parameters

    make(topic, tmp_path)
    moved = type("Moved", (date,), {"today": classmethod(lambda cls: date(2025, 4, 4))})
    monkeypatch.setattr(parameters, "date", moved)
    (topic / "b.txt").write_text("Norway met Sudan in Oslo on 3 March 2024.")
    told = {"topic": str(topic), "out": str(tmp_path / "reports"), "data": str(tmp_path / "d")}
    execute.run(validated(**told, catch_up=2))
    names = [each.name for each in edition.editions(tmp_path / "reports" / "topic")]
    assert names == [AS_OF, "2025-04-02", "2025-04-03", "2025-04-04"]
    made = edition.editions(tmp_path / "reports" / "topic")
    # Today's, of which mail tells, says what is new since the one before them all.
    assert [each.manifest()["previous"] for each in made[1:]] == [AS_OF, "2025-04-02", AS_OF]
    assert "one new article" in made[-1].manifest()["said"]["changed"]


def test_days_on_which_nothing_was_new_are_not_made_up(topic, tmp_path, monkeypatch):
    from datetime import date, timedelta

    from pressbrief.run import parameters

    today = [date(2025, 4, 1)]
    moved = type("Moved", (date,), {"today": classmethod(lambda cls: today[0])})
    monkeypatch.setattr(parameters, "date", moved)
    told = {"topic": str(topic), "out": str(tmp_path / "reports"), "data": str(tmp_path / "d")}
    ended = []
    for _ in range(3):
        ended.append(execute.run(validated(**told, catch_up=5)).status)
        today[0] += timedelta(days=1)
    (topic / "b.txt").write_text("Norway met Sudan in Oslo on 3 March 2024.")
    execute.run(validated(**told, catch_up=5))
    names = [each.name for each in edition.editions(tmp_path / "reports" / "topic")]
    assert ended == ["complete", "nothing new", "nothing new"]
    assert names == ["2025-04-01", "2025-04-04"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no umask")
def test_whatever_the_umask_those_may_read_who_are_to(topic, tmp_path):
    before = os.umask(0o077)
    try:
        made = make(topic, tmp_path, "-p", "readable", "everyone")
    finally:
        os.umask(before)
    paths = [made.folder, *made.folder.rglob("*"), made.folder.parent]
    paths += [tmp_path / "reports" / name for name in ("index.html", "feed.xml")]
    for path in paths:
        wanted = 0o755 if path.is_dir() else 0o644
        assert stat.S_IMODE(path.stat().st_mode) & wanted == wanted, path
    ledger = tmp_path / "reports" / outbox.INSTALLATION
    assert not stat.S_IMODE(ledger.stat().st_mode) & 0o077


def test_numbers_that_a_scheduler_gives_as_text_are_taken_where_they_are_numbers():
    given = {"topic": "t", "quotes": "3", "confidence": "0.9", "force": "true"}
    found = from_notebook(given)
    assert (found.quotes, found.confidence, found.force) == (3, 0.9, True)
    with pytest.raises(ValueError, match="'quotes': 'few'"):
        from_notebook({"topic": "t", "quotes": "few"})


def test_a_secret_stands_in_no_line_of_the_log(monkeypatch):
    import logging

    monkeypatch.setenv("SOME_PASSWORD", "open sesame")
    record = logging.makeLogRecord({"msg": "it said open sesame\n", "levelname": "INFO"})
    for as_json in (True, False):
        line = watch.Lines(as_json=as_json).format(record)
        assert "sesame" not in line and "\n" not in line
