"""The command: `pressbrief run`, `init`, `notebooks`, `score`, `verify`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pressbrief import __version__
from pressbrief.run import parameters
from pressbrief.topic.faults import InputError

# Exit codes: 0 done or nothing new, 1 partial edition, 2 bad parameters or input, 3 failed.
EXIT = {"complete": 0, "nothing new": 0, "partial": 1, "failed": 3}
BAD_INPUT = 2
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
def run(topic: str | None, as_of: str | None, out: str | None, pairs, force: bool) -> None:
    """Make the briefing of TOPIC, a folder or file of articles.

    A checkout of the project has one to begin with; elsewhere name one.
    """
    named = {"topic": topic, "as_of": as_of, "out": out, "force": force or None}
    with _faults_told():
        given = parameters.from_text(list(pairs))
        given |= {name: value for name, value in named.items() if value is not None}
        outcome = _run(parameters.validated(**given))
    for message in outcome.messages:
        click.echo(printable(message))
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
        f"{written}: {count} actors. Edit it: merge, drop and rename as you know better, "
        f"then\n  pressbrief run {folder}"
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
def verify(edition: Path) -> None:
    """Check that every file of EDITION is as its manifest says."""
    from pressbrief.run.edition import verify as faults_of

    faults = faults_of(edition)
    for fault in faults:
        click.echo(printable(fault))
    click.echo(f"{edition}: {len(faults)} faults" if faults else f"{edition}: as it was made")
    sys.exit(1 if faults else 0)


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

    try:
        outcome = room.run(task, path, date.today(), keep=record, **options)
    except room.ScoreError as error:
        click.echo(f"pressbrief: {printable(str(error))}", err=True)
        sys.exit(BAD_INPUT)
    click.echo(printable(f"{outcome.table}\n{outcome.result}"))


def printable(text: str) -> str:
    """A message without characters that steer a terminal: a file's name may hold them.

    >>> printable("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return "".join(
        char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in text
    )


@contextmanager
def _faults_told() -> Iterator[None]:
    """Ends the command with the message alone where what a person gave cannot be used."""
    try:
        yield
    except InputError as error:
        click.echo(f"pressbrief: {printable(str(error))}", err=True)
        sys.exit(BAD_INPUT)


def _run(settings: parameters.Parameters):
    from tqdm import tqdm

    from pressbrief.run.execute import STEPS
    from pressbrief.run.execute import run as run_topic

    begun: list[str] = []
    with tqdm(total=len(STEPS) + 1, bar_format="{bar:24} {desc}", disable=None) as bar:

        def say(line: str) -> None:
            bar.update(len(begun) - bar.n)  # what was named before is done
            bar.set_description_str(line)
            begun.append(line)

        outcome = run_topic(settings, say)
        bar.update(len(begun) - bar.n)
        return outcome


if __name__ == "__main__":
    main()
