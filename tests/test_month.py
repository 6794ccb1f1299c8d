"""A month of a topic on a schedule: articles come and go, the analyst corrects, a day fails.

Every edition, mail, feed entry and line of what changed is the one that the day calls for.
"""

from __future__ import annotations

import email
import email.policy
import json
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

import month
import posts
from pressbrief.run import execute, parameters
from pressbrief.sections.change_words import FIRST

ATOM = "{http://www.w3.org/2005/Atom}"
ARTICLES = {
    "a.txt": "Japan met Norway in Oslo on 26 February 2025. Japan praised Norway.\n",
    "b.txt": "Sudan met China in Khartoum on 27 February 2025. China welcomed the talks.\n",
    "c.txt": "Iran met Qatar in Doha on 4 March 2025. Its ministry thanked Iran for the talks.\n",
    "d.txt": "Chile met Peru in Lima on 12 March 2025. Peru said that Chile had helped.\n",
    "e.txt": "Ghana met Togo in Accra on 24 March 2025. Togo said that Ghana had helped.\n",
}
RENAME = '[[correction]]\nwhat = "rename"\nexpected = "{}"\nnew = "{}"\nreason = "Its own name."\n'
MAIL = """publish = ["mailto:ann@example.org"]
[mail]
server = "localhost"
port = {}
security = "none"
from = "desk@example.org"
"""


@dataclass
class Day:
    """What a day brought: how the run ended, and the edition's name."""

    status: str
    edition: str


@pytest.fixture(scope="module")
def spring(tmp_path_factory):
    """Thirty days from 1 March 2025, with a run each day at six."""
    place = tmp_path_factory.mktemp("month")
    topic, out = place / "topic", place / "reports"
    topic.mkdir()
    patch = pytest.MonkeyPatch()
    month.use(patch)
    works = execute._papermill
    days: list[Day] = []
    with posts.Postbox(place, security="none") as box:
        (topic / "publish.toml").write_text(MAIL.format(box.port))
        for number in range(1, 31):
            today = date(2025, 3, 1) + timedelta(days=number - 1)
            moved = type("Moved", (date,), {"today": classmethod(lambda cls, day=today: day)})
            patch.setattr(parameters, "date", moved)
            patch.setattr(execute, "_papermill", works)
            _happens(number, topic, patch)
            told = {"topic": str(topic), "out": str(out), "data": str(place / "data")}
            ended = execute.run(parameters.validated(**told, publish="publish.toml"))
            days.append(Day(ended.status, ended.name))
    patch.undo()
    mails = [email.message_from_bytes(raw, policy=email.policy.default) for _, raw in box.got]
    return days, mails, out


def _happens(number: int, topic, patch) -> None:
    """What people do before the run of a day."""
    comes = {1: "ab", 5: "c", 13: "d", 25: "e"}
    for name in comes.get(number, ""):
        (topic / f"{name}.txt").write_text(ARTICLES[f"{name}.txt"])
    corrections = topic / "corrections.toml"
    if number == 9:
        corrections.write_text(RENAME.format("Norway", "Kingdom of Norway"))
    if number == 16:
        (topic / "b.txt").unlink()
    if number == 19:
        corrections.write_text(
            corrections.read_text() + RENAME.format("Iran", "Islamic Republic of Iran")
        )
    if number == 25:
        patch.setattr(execute, "_papermill", lambda *given: "RuntimeError: the disk was away")


# The day of each edition, and what its mail must say of what changed; a failure on the 25th is
# made up for on the 26th.
EDITIONS = {
    "2025-03-01": [FIRST],
    "2025-03-05": ["New article: c.txt", "New face: Qatar"],
    "2025-03-09": ["New face: Kingdom of Norway", "No longer named: Norway"],
    "2025-03-13": ["New article: d.txt", "New face: Peru"],
    "2025-03-16": ["Withdrawn: b.txt", "No longer named: Sudan"],
    "2025-03-19": ["New face: Islamic Republic of Iran", "No longer named: Iran"],
    "2025-03-26": ["New article: e.txt", "New face: Togo"],
}
CORRECTIONS = {"2025-03-09": "2025-03-05", "2025-03-19": "2025-03-16"}


def test_an_edition_on_each_day_that_brings_something_and_on_no_other(spring):
    days, _, out = spring
    made = {f"2025-03-{at:02}": day for at, day in enumerate(days, 1) if day.status == "complete"}
    assert list(made) == list(EDITIONS)
    assert all(name == day.edition for name, day in made.items())
    assert {path.name for path in (out / "topic").iterdir()} == set(EDITIONS)
    others = [day.status for at, day in enumerate(days, 1) if f"2025-03-{at:02}" not in EDITIONS]
    assert others.count("failed") == 1 and set(others) == {"failed", "nothing new"}


def test_a_mail_for_each_edition_once_and_corrections_thread(spring):
    _, mails, _ = spring
    subjects = [mail["Subject"] for mail in mails]
    assert subjects == [
        f"{'Correction: ' if name in CORRECTIONS else ''}topic, {name}" for name in EDITIONS
    ]
    by_name = dict(zip(EDITIONS, mails, strict=True))
    for name, mail in by_name.items():
        corrected = CORRECTIONS.get(name)
        assert mail["In-Reply-To"] == (by_name[corrected]["Message-ID"] if corrected else None)
        text = mail.get_body(("plain",)).get_content()
        assert (f"corrects and replaces edition {corrected}." in text) == bool(corrected)


def test_each_mail_says_what_changed_and_nothing_of_the_calendar(spring):
    _, mails, out = spring
    for (name, wanted), mail in zip(EDITIONS.items(), mails, strict=True):
        text = mail.get_body(("plain",)).get_content()
        assert all(line in text for line in wanted), text
        told = json.loads((out / "topic" / name / "changes.json").read_text())
        assert not [row for row in told if row["what"] in ("moved", "dated anew", "turned")]


def test_the_feed_has_each_edition_with_what_changed(spring):
    _, _, out = spring
    root = ElementTree.parse(out / "feed.xml").getroot()
    entries = list(root.iter(f"{ATOM}entry"))
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert titles == [f"topic, {name}" for name in reversed(EDITIONS)]
    for entry, wanted in zip(entries, reversed(EDITIONS.values()), strict=True):
        assert all(line in entry.findtext(f"{ATOM}summary") for line in wanted)


def test_the_health_page_says_how_the_last_run_ended(spring):
    _, _, out = spring
    page = (out / "health.html").read_text()
    assert "<td>nothing new</td><td>2025-03-26</td>" in page and "<td>nothing</td>" in page
