"""The command: `pressbrief run`, `pressbrief init`, `pressbrief score`, `pressbrief verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pressbrief import __version__, topic
from pressbrief.run import parameters

# Exit codes: 0 done or nothing new, 1 partial edition, 2 bad parameters or input, 3 failed.
EXIT = {"complete": 0, "nothing new": 0, "partial": 1, "failed": 3}
BAD_INPUT = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pressbrief")
def main() -> None:
    """A folder of news articles as a briefing: stance, mentions and timeline, with evidence."""


@main.command()
@click.argument("folder", metavar="[TOPIC]", required=False)
@click.option("--as-of", metavar="DATE", help="Last day that counts, YYYY-MM-DD; default: today.")
@click.option("--out", metavar="DIR", help="Folder for editions; default: reports.")
@click.option("-p", "pairs", nargs=2, multiple=True, metavar="NAME VALUE", help="Any parameter.")
@click.option("--force", is_flag=True, help="Make the edition again even if nothing is new.")
def run(folder: str | None, as_of: str | None, out: str | None, pairs, force: bool) -> None:
    """Make the briefing of TOPIC, a folder of articles (default: seeds/japan-afghanistan)."""
    named = {"topic": folder, "as_of": as_of, "out": out, "force": force or None}
    try:
        given = parameters.from_text(list(pairs))
        given |= {name: value for name, value in named.items() if value is not None}
        settings = parameters.validated(**given)
        outcome = _run(settings)
    except (parameters.ParameterError, topic.TopicError) as error:
        click.echo(f"pressbrief: {printable(str(error))}", err=True)
        sys.exit(BAD_INPUT)
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

    try:
        written, count = init.write(folder, date.today(), force=force)
    except topic.TopicError as error:
        click.echo(f"pressbrief: {printable(str(error))}", err=True)
        sys.exit(BAD_INPUT)
    click.echo(printable(
        f"{written}: {count} actors. Edit it: merge, drop and rename as you know better, "
        f"then\n  pressbrief run {folder}"
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


@main.command()
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
    """Measure TASK on the gold set at PATH.

    TASK: sentences, dates, extraction, timex, timeline, stance, quotes,
    names or linking.
    """
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
