"""The lines that have a scheduler of this machine run a topic: cron, systemd, Windows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from pressbrief.run.parameters import ParameterError
from pressbrief.topic import PUBLISH, paths

KINDS = ("cron", "systemd", "windows")
HOUR = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)$")


@dataclass(frozen=True)
class Job:
    """What is run each day: the topic, where to, at which hour, and whether it is sent."""

    topic: Path
    out: Path
    data: Path
    at: str
    publish: bool

    @property
    def name(self) -> str:
        """A name for a unit or a task, of letters, digits and hyphens."""
        return f"pressbrief-{re.sub(r'[^A-Za-z0-9]+', '-', self.topic.name).strip('-') or 'topic'}"

    def words(self) -> list[str]:
        """The command: nothing in it hangs on a home folder, a working folder or a locale."""
        told = ["--out", str(self.out), "-p", "data", str(self.data), "--log", "text"]
        told += ["-p", "publish", PUBLISH] if self.publish else []
        return [sys.executable, "-P", "-m", "pressbrief", "run", str(self.topic), *told]


def job(topic: Path, out: str, at: str) -> Job:
    """The job for a topic; ParameterError where the hour is none, or a path cannot be scheduled."""
    if not HOUR.match(at):
        raise ParameterError(f"--at {at}: no hour of the day; write it as 06:00")
    topic = topic.resolve()
    data = paths.home() / "data" / topic.name
    made = Job(topic, Path(out).resolve(), data, at, (topic / PUBLISH).is_file())
    if any(ord(char) < 32 for word in made.words() for char in word):
        raise ParameterError(f"{topic}: a line break stands in a name; no scheduler takes it")
    return made


def lines(kind: str, job: Job) -> str:
    """What to put where, for one kind of scheduler."""
    return {"cron": cron, "systemd": systemd, "windows": windows}[kind](job)


def cron(job: Job) -> str:
    """The line of a crontab, in which a percent sign would end the command.

    >>> job = Job(Path("/t/50%"), Path("/r"), Path("/d"), "06:30", False)
    >>> cron(job).splitlines()[1].partition(" -m ")[2]
    'pressbrief run /t/50\\\\% --out /r -p data /d --log text'
    """
    hour, minute = job.at.split(":")
    command = shlex.join(job.words()).replace("%", "\\%")
    line = f"{int(minute)} {int(hour)} * * * {command}"
    return f"# crontab -e; what it says is mailed to the user\n{line}\n"


def systemd(job: Job) -> str:
    """A service and a timer, which makes up for a day on which the machine was off."""
    command = " ".join(map(_quoted, job.words()))
    return f"""\
# ~/.config/systemd/user/{job.name}.service
[Unit]
Description=Briefing of {_plain(job.topic.name)}

[Service]
Type=oneshot
ExecStart={command}

# ~/.config/systemd/user/{job.name}.timer; then: systemctl --user enable --now {job.name}.timer
[Unit]
Description=Briefing of {_plain(job.topic.name)}, daily

[Timer]
OnCalendar=*-*-* {job.at}:00
Persistent=true

[Install]
WantedBy=timers.target
"""


def windows(job: Job) -> str:
    """The command that makes a task of the Windows Task Scheduler, for a batch file.

    A percent sign is doubled, as such a file has it.
    """
    command = subprocess.list2cmdline(job.words())
    inner = command.replace('"', '\\"')
    line = f'schtasks /Create /TN "{job.name}" /SC DAILY /ST {job.at} /TR "{inner}"'
    return f"rem in a .cmd file\n{line.replace('%', '%%')}\n"


def _quoted(word: str) -> str:
    """A word as systemd reads it back: its specifiers and variables doubled.

    >>> _quoted("50% of $x")
    '"50%% of $$x"'
    """
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped.replace("%", "%%").replace("$", "$$")}"'


def _plain(text: str) -> str:
    return text.replace("%", "%%").rstrip("\\")
