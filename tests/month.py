"""A simulated month: what a scheduler runs each morning, who gets it, and what each edition says.

`python tests/month.py` runs its thirty days and prints them for a reader: how each run ended, each
edition's changes, each mail, each post to the webhook, and the feed as it ends up.
tests/test_month.py runs its first twelve, which have one of each kind. The clock is the test's;
what is run is the command, with the notebooks in this process (`in_process`).
"""

from __future__ import annotations

import email
import email.policy
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

import in_process
import posts
from conftest import command
from pressbrief.run import edition, execute, notebooks, parameters, watch
from pressbrief.sending import letter, outbox

FIRST = date(2025, 3, 1)
DAYS = 30
PEOPLE = ("ann@example.org", "bob@example.org")
BASE = "https://example.org/briefings"


def told(publisher: str, day: int, headline: str, text: str) -> str:
    """An article as a file with front matter."""
    head = f"title: {headline}\npublisher: {publisher}\ndate: 2025-03-{day:02d}\n"
    return f"---\n{head}---\n{text}\n"


ARRIVING = {
    1: {"a.txt": told(
        "Fjord Post", 1, "Norway to host dam talks",
        "Norway will host talks between Egypt and Ethiopia on 12 March 2025.\n\n"
        "Egypt accused Ethiopia of filling the dam without consent.")},
    3: {"b.txt": told(
        "Harbour Gazette", 3, "Oslo prepares for dam talks",
        "Norway will host talks between Egypt and Ethiopia on 12 March 2025.\n\n"
        "Ethiopia rejected the charge on Sunday.")},
    5: {"c.txt": told(
        "Inland Observer", 5, "A failure foretold",
        "Norway's mediation is a shameful failure.\n\nNorway has been naive and careless.\n\n"
        "It was reckless of Norway to ignore Sudan.\n\n"
        "Norway's diplomats are incompetent.\n\nThe Norwegian plan is foolish and dishonest.\n\n"
        "Sudan closed its border with Ethiopia on 4 March 2025.")},
    9: {"d.txt": told(
        "Harbour Gazette", 9, "Sudan's border is shut",
        "Sudan closed its border with Ethiopia on 6 March 2025.\n\n"
        "Kenya called on Sudan to open it.")},
    10: {"e.txt": told(
        "Fjord Post", 10, "Kenya offers to mediate",
        "Kenya offered on Monday to mediate between Sudan and Ethiopia.")},
    13: {"f.txt": told(
        "Fjord Post", 13, "Talks end without a deal",
        "Norway hosted talks between Egypt and Ethiopia on 12 March 2025.\n\n"
        "They ended without an agreement on Wednesday."),
         "g.txt": told(
        "Harbour Gazette", 13, "No deal on the dam",
        "Talks between Egypt and Ethiopia in Norway ended without an agreement on 12 March 2025.")},
    15: {"h.txt": told(
        "Inland Observer", 15, "Egypt goes to the United Nations",
        "Egypt asked the United Nations on 14 March 2025 to condemn Ethiopia.")},
    22: {"i.txt": told(
        "Fjord Post", 22, "Sudan opens its border",
        "Sudan reopened its border with Ethiopia on 21 March 2025.\n\n"
        "Kenya praised Sudan for its courage.")},
    27: {"j.txt": told(
        "Harbour Gazette", 27, "A second round",
        "Egypt and Ethiopia will meet again in Nairobi on 8 April 2025, Kenya said.")},
}  # fmt: skip
# What arrives between the morning's run and the evening's: there is one only then.
EVENING = {
    22: {"k.txt": told(
        "Inland Observer", 22, "Border open, trade slow",
        "Sudan reopened its border with Ethiopia on 21 March 2025, and few lorries came.")},
}  # fmt: skip
MERGED = (
    '[[correction]]\nwhat = "merge"\nexpected = "Oslo"\nnew = "Norway"\n'
    'reason = "The city stands for the government."\n'
)
RENAMED = (
    '[[correction]]\nwhat = "rename"\nexpected = "United Nations"\nnew = "Security Council"\n'
    'reason = "It was the Council that was asked."\n'
)
# What corrections.toml says from that day on.
CORRECTED = {4: MERGED, 20: MERGED + RENAMED}
WITHDRAWN = {12: "c.txt"}
# The morning on which every notebook fails, and the one on which no mail can be sent.
FAILING, NO_MAIL = 10, 5


@dataclass
class Clock:
    """What the modules that ask for the day or the hour are told."""

    now: datetime

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Has this clock stand in for the machine's."""
        clock = self

        class Day(date):
            @classmethod
            def today(cls):
                return clock.now.date()

        class Hour(datetime):
            @classmethod
            def now(cls, tz=None):
                return clock.now

        monkeypatch.setattr(parameters, "date", Day)
        for module in (execute, watch, outbox, letter):
            monkeypatch.setattr(module, "datetime", Hour)


@dataclass
class Run:
    """One run of the month, and what came of it."""

    day: date
    code: int
    said: str
    edition: edition.Edition | None
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list)
    posts: list[dict] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The edition that it made; empty if it made none."""
        return self.edition.name if self.edition else ""

    @property
    def told(self) -> dict:
        """What its edition says in few words."""
        return self.edition.manifest()["said"] if self.edition else {}


class Month:
    """The month on its ground: a folder of articles, and servers that take mail and posts."""

    def __init__(self, folder: Path, box: posts.Postbox, hook: posts.Hook, patch):
        self.topic, self.out, self.shared = (folder / n for n in ("dam", "reports", "shared"))
        self.topic.mkdir()
        self._data = folder / "data"
        self._box, self._hook, self._patch = box, hook, patch
        self._clock = Clock(datetime(2025, 3, 1, 6, tzinfo=UTC))
        self._clock.use(patch)
        in_process.use(patch)
        to = [*(f"mailto:{one}" for one in PEOPLE), f"json:{hook.address}/in", str(self.shared)]
        (self.topic / "publish.toml").write_text(
            f"publish = {to!r}\nbase = '{BASE}'\nseconds = 20\n[mail]\nserver = 'localhost'\n"
            f"port = {box.port}\nfrom = 'Desk <desk@example.org>'\n"
        )
        (self.topic / "topic.toml").write_text('title = "The dam"\n')

    def runs(self, days: Iterable[int] = range(1, DAYS + 1)) -> list[Run]:
        """The runs of these days, one a morning, and one in the evening if something came."""
        made = []
        for number in days:
            day = FIRST + timedelta(days=number - 1)
            self._arrive(ARRIVING.get(number, {}))
            if number in WITHDRAWN:
                (self.topic / WITHDRAWN[number]).unlink()
            if number in CORRECTED:
                (self.topic / "corrections.toml").write_text(CORRECTED[number])
            self._box.refused = set(PEOPLE) if number == NO_MAIL else set()
            made.append(self._run(day, 6, fails=number == FAILING))
            if number in EVENING:
                self._arrive(EVENING[number])
                made.append(self._run(day, 18))
        return made

    def _arrive(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            (self.topic / name).write_text(text)

    def _run(self, day: date, hour: int, *, fails: bool = False) -> Run:
        self._clock.now = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        mails, got = len(self._box.got), len(self._hook.got)
        before = {each.name for each in self._editions()}
        with self._patch.context() as during:
            if fails:
                during.setattr(notebooks, "papermilled", lambda *given: "its kernel died")
            result = command(
                "run", self.topic, "--out", self.out, "-p", "data", self._data,
                "-p", "publish", "publish.toml", "-p", "catch_up", 3,
            )  # fmt: skip
        new = [each for each in self._editions() if each.name not in before]
        return Run(
            day, result.exit_code, result.output, new[-1] if new else None,
            [(to, email.message_from_bytes(raw, policy=email.policy.default))
             for to, raw in self._box.got[mails:]],
            [body for _, body, _ in self._hook.got[got:]],
        )  # fmt: skip

    def _editions(self) -> list[edition.Edition]:
        return edition.editions(self.out / self.topic.name)


def shown(run: Run) -> str:
    """A run as a reader checks it."""
    lines = [f"\n===== {run.day} {run.day:%a}: exit {run.code}, edition {run.name or 'none'}"]
    lines += [f"  | {line}" for line in run.said.splitlines()]
    lines += [f"  finding: {one['text']} ({one['sure']})" for one in run.told.get("findings", ())]
    lines += [f"  changed: {run.told['changed']}"] if run.told else []
    lines += [f"    - {line}" for line in run.told.get("changes", ())]
    for to, mail in run.mails:
        head = {name: mail[name] for name in ("Date", "Subject", "Message-ID", "In-Reply-To")}
        lines.append(f"  mail to {to}: {head}")
    if run.mails:
        lines += [f"    > {line}" for line in text(run.mails[0][1]).splitlines()]
    lines += [f"  post: {body['edition']}, {body['changed']}" for body in run.posts]
    return "\n".join(lines)


def text(mail: EmailMessage) -> str:
    """What a mail says to those who read no HTML."""
    body = mail.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    return body.get_content()


@contextmanager
def begun(folder: Path) -> Iterator[Month]:
    """A month on its ground, its servers up as long as it lasts."""
    with (
        pytest.MonkeyPatch.context() as patch,
        posts.Postbox(folder) as box,
        posts.Hook() as hook,
    ):
        patch.setenv("SSL_CERT_FILE", str(box.trust))
        yield Month(folder, box, hook, patch)


def main() -> None:
    """Runs the month and prints it."""
    with tempfile.TemporaryDirectory() as folder, begun(Path(folder)) as month:
        for number in range(1, DAYS + 1):
            for run in month.runs([number]):
                print(shown(run), flush=True)
        for name in ("feed.xml", "health.html"):
            print(f"\n===== {name}\n{(month.out / name).read_text()}")
        print(sorted(path.name for path in (month.shared / "dam").iterdir()))
        print((month.shared / "feed.xml").read_text() == (month.out / "feed.xml").read_text())


if __name__ == "__main__":
    main()
