"""The command: `pressbrief run`, `publish`, `verify`, `schedule`, `init`, `notebooks`, `score`."""

from __future__ import annotations

import logging
import os
import signal
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pressbrief import __version__
from pressbrief.run import parameters
from pressbrief.sending import hidden
from pressbrief.topic.faults import InputError

# Exit codes: 0 done or nothing new, 1 partial edition or one that not all got, 2 bad parameters or
# input, 3 failed, 4 out of time, 130 and 143 interrupted.
EXIT = {
    "complete": 0, "nothing new": 0, "partial": 1, "undelivered": 1, "failed": 3, "out of time": 4,
}  # fmt: skip
BAD_INPUT, FAILED = 2, 3
SIGNALS = 128  # what shells add to a signal's number
TOLD = {
    name: f"{meaning}; default: {default}" for name, (default, meaning) in parameters.told().items()
}
EVERY = "\n".join(["\b", "Parameters:", *(f"  {name:14} {said}" for name, said in TOLD.items())])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pressbrief")
def main() -> None:
    """A folder of news articles as a briefing: stance, mentions and timeline, with evidence."""


@main.command(epilog=EVERY)
@click.argument("topic", metavar="[TOPIC]", required=False)
@click.option("--as-of", metavar="DATE", help=TOLD["as_of"])
@click.option("--out", metavar="DIR", help=TOLD["out"])
@click.option("-p", "pairs", nargs=2, multiple=True, metavar="NAME VALUE", help="any parameter")
@click.option("--force", is_flag=True, help=TOLD["force"])
@click.option("--log", type=click.Choice(["text", "json"]), help="A line a step, to stderr.")
def run(
    topic: str | None, as_of: str | None, out: str | None, pairs, force: bool, log: str | None
) -> None:
    """Make the briefing of TOPIC, a folder or file of articles.

    A checkout of the project has one to begin with; elsewhere name one.
    """
    named = {"topic": topic, "as_of": as_of, "out": out, "force": force or None}
    _log_to_stderr(log)
    with _faults_told() as asked:
        given = parameters.from_text(list(pairs))
        given |= {name: value for name, value in named.items() if value is not None}
        outcome = _run(parameters.validated(**given), asked)
    _tell(outcome.messages)
    sys.exit(EXIT[outcome.status])


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write it anew even if there is one.")
def init(folder: Path, force: bool) -> None:
    """Write a first topic.toml into FOLDER from what its articles name, for you to edit."""
    from datetime import date

    from pressbrief.run import init

    with _faults_told():
        written, count = init.write(folder, date.today(), force=force)
    click.echo(printable(
        f"{written}: actors that are proposed: {count}. Edit it: take the # away from those that "
        f"you mean to set, then\n  pressbrief run {folder}"
    ))  # fmt: skip


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write them anew even if they are there.")
def notebooks(folder: Path, force: bool) -> None:
    """Lay the notebooks out in DIR, for JupyterLab to open."""
    from pressbrief.run import workbench

    with _faults_told():
        laid = workbench.lay_out(folder, force=force)
    click.echo(printable(
        f"{folder}: {len(laid)} notebooks. Open them, and in each name your folder of articles "
        f"as `topic`:\n  jupyter lab {folder}"
    ))  # fmt: skip


@main.command()
@click.argument("edition", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--articles", metavar="TOPIC", help="Make it again from these, and compare.")
@click.option("--key", metavar="FILE", help="Check its signature with this public key.")
def verify(edition: Path, articles: str | None, key: str | None) -> None:
    """Check that every file of EDITION is as its manifest says."""
    from pressbrief.run import edition as editions

    with _faults_told():
        faults = editions.verify(edition)
        if key:
            from pressbrief.run import signature

            faults += signature.faults(edition, Path(key))
        if articles and not faults:
            from pressbrief.run import rebuild

            faults += rebuild.differences(edition, articles)
    made = " and is made again byte for byte" if articles else ""
    _tell([
        *faults,
        f"{edition}: " + (f"{len(faults)} faults" if faults else f"as it was made{made}"),
    ])  # fmt: skip
    sys.exit(FAILED if faults else 0)


@main.command()
@click.argument("edition", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--key", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="Your private key, of ssh-keygen or minisign.")  # fmt: skip
def sign(edition: Path, key: Path) -> None:
    """Sign EDITION: its manifest, which has the digest of every file."""
    from pressbrief.run import signature

    with _faults_told():
        written = signature.sign(edition, key)
    _tell([f"{written}: check it with `pressbrief verify {edition} --key PUBLIC_KEY`"])


@main.command()
@click.argument("edition", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("to", nargs=-1)
@click.option("--settings", "file", metavar="FILE", type=click.Path(path_type=Path),
              help="A publish.toml with the mail server and more.")  # fmt: skip
@click.option("--partial", is_flag=True, help="Send it even if a section is missing.")
@click.option("--log", type=click.Choice(["text", "json"]), help="A line a delivery, to stderr.")
def publish(
    edition: Path, to: tuple[str, ...], file: Path | None, partial: bool, log: str | None
) -> None:
    """Send EDITION to each TO: a folder, s3://… or sftp://…, mailto:…, slack:NAME, teams:NAME
    or json:NAME, where NAME is an environment variable with the webhook's address.

    Nobody gets an edition twice; whom it did not reach gets it next time. Without TO it goes to
    those whom the settings name.
    """
    from pressbrief.run import handing_on, watch
    from pressbrief.sending import addresses, settings
    from pressbrief.topic import PUBLISH, paths

    _log_to_stderr(log)
    with _faults_told():
        beside = paths.home() / "seeds" / edition.resolve().parent.name / PUBLISH
        if file and not file.is_file():
            _end(f"{file}: no such file", BAD_INPUT)
        told = settings.load(file or (beside if beside.is_file() else None))
        wanted = addresses.read(to or told.publish)
        if not wanted:
            _end("nobody is named; name a folder, s3://…, mailto:… or slack:NAME", BAD_INPUT)
        done = handing_on.handed_on(
            edition, told, wanted, partial=partial,
            say=lambda one: watch.step("publish", 0, said=str(one)),
        )  # fmt: skip
    _tell(map(str, done))
    sys.exit(1 if any(one.how in ("failed", "unanswered", "held back") for one in done) else 0)


@main.command()
@click.argument("topic", type=click.Path(exists=True, path_type=Path))
@click.option("--at", default="06:00", show_default=True, metavar="HH:MM", help="When, each day.")
@click.option("--out", default="reports", show_default=True, metavar="DIR", help=TOLD["out"])
@click.option("--kind", type=click.Choice(["cron", "systemd", "windows"]), help="Which alone.")
def schedule(topic: Path, at: str, out: str, kind: str | None) -> None:
    """Print the lines that have a scheduler run TOPIC each day, and send it if it has a
    publish.toml. Nothing is set up.
    """
    from pressbrief.run import schedule

    with _faults_told():
        job = schedule.job(topic, out, at)
    _tell(schedule.lines(one, job) for one in ([kind] if kind else schedule.KINDS))


class Score(click.Command):
    """The command whose help ends with what can be measured; to read that takes a second."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the tasks, each with its title."""
        from pressbrief.score.tasks import TASKS

        with formatter.section("Tasks"):
            formatter.write_dl([(name, task.title) for name, task in TASKS.items()])


@main.command(cls=Score)
@click.argument("task")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--hide-dateline", is_flag=True, help="dates: give each text without its first line.")
@click.option("--hide-date", is_flag=True, help="timex: withhold each document's date.")
@click.option("--gold", metavar="FILE", type=click.Path(path_type=Path),
              help="timeline: the editors' timeline.")  # fmt: skip
@click.option("--predictions", metavar="OUT.csv", type=click.Path(path_type=Path),
              help="Write what was compared.")  # fmt: skip
@click.option("--record", is_flag=True, help="Put the figures into the package's scores.json.")
def score(task: str, path: Path, record: bool, **options):
    """Measure TASK on the gold set at PATH."""
    from datetime import date

    from pressbrief import score as room

    with _faults_told():
        try:
            outcome = room.run(task, path, date.today(), keep=record, **options)
        except room.ScoreError as error:
            _end(str(error), BAD_INPUT)
    _tell([f"{outcome.table}\n{outcome.result}"])


def printable(text: str) -> str:
    """A message without characters that steer a terminal: a file's name may hold them.

    >>> printable("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return "".join(
        char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in text
    )


def _log_to_stderr(form: str | None) -> None:
    """Has each step logged as a line, for people or as JSON."""
    if form:
        from pressbrief.run import watch

        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(watch.Lines(as_json=form == "json"))
        watch.LOG.handlers[:] = [handler]
        watch.LOG.setLevel(logging.INFO)
        watch.LOG.propagate = False


@contextmanager
def _faults_told() -> Iterator[list[int]]:
    """Ends the command with one message and its exit code, whatever stops it.

    Gives the signals that asked it to end, as they come: the libraries that a run calls may turn
    what one raises into an error of theirs, or swallow it. Only of what should not be, a fault of
    this program, the traceback is shown.
    """
    asked: list[int] = []

    def stop(number: int, frame: object) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    except BaseException as error:
        if not asked:
            _end_for(error)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if asked:
        _end("interrupted; nothing half-made is left", SIGNALS + asked[0])


def _end_for(error: BaseException) -> None:
    if isinstance(error, InputError):
        _end(str(error), BAD_INPUT)
    if isinstance(error, OSError):
        _end(f"failed: {error}", FAILED)
    if not isinstance(error, Exception):
        raise error
    click.echo(hidden.scrubbed("".join(traceback.format_exception(error))), err=True)
    _end(f"failed: {type(error).__name__}: {error}", FAILED)


def _end(message: str, code: int) -> None:
    click.echo(f"pressbrief: {printable(hidden.scrubbed(message))}", err=True)
    sys.exit(code)


def _tell(lines: Iterable[str]) -> None:
    """Prints lines; a reader who has gone away is no fault."""
    try:
        for line in lines:
            click.echo(printable(hidden.scrubbed(line)))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would fail again as it closes what cannot be written to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(settings: parameters.Parameters, asked: list[int]):
    from tqdm import tqdm

    from pressbrief.run.execute import run as run_topic
    from pressbrief.sections.registry import STEPS

    # A kernel that is killed leaves nbclient's tasks pending, which asyncio would tell at the end.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    begun: list[str] = []
    watched = sys.stderr.isatty()
    with tqdm(total=len(STEPS) + 1, bar_format="{bar:24} {desc}", disable=None) as bar:

        def say(line: str) -> None:
            if asked:
                raise KeyboardInterrupt
            bar.update(len(begun) - bar.n)  # what was named before is done
            bar.set_description_str(line)
            begun.append(line)
            if not watched:  # a scheduler's log, or a file: a line a section
                for section in line.split(", "):
                    click.echo(printable(section), err=True)

        outcome = run_topic(settings, say)
        bar.update(len(begun) - bar.n)
        return outcome


if __name__ == "__main__":
    main()
