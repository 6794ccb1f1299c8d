"""The labels that nothing learns from, with their texts: `python -m training.heldout GOLD OUT`.

Writes OUT/HEAD.jsonl for `pressbrief score HEAD OUT/HEAD.jsonl`. The texts are those of public
sets in the folder GOLD and stay out of the repository. `--choosing` writes the part that chooses.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from training import labelled
from training.course import CHOOSING_SIDE, HELD_SIDE, sided


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--choosing", is_flag=True, help="The part that chooses, not the one held out.")
def main(gold: Path, out: Path, choosing: bool) -> None:
    """Write each head's items."""
    out.mkdir(parents=True, exist_ok=True)
    known = labelled.documents(gold)
    for head in labelled.HEADS:
        items = sided(labelled.items(head, known))[CHOOSING_SIDE if choosing else HELD_SIDE]
        lines = (json.dumps(item, ensure_ascii=False) + "\n" for item in items)
        (out / f"{head}.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
        click.echo(f"{head}: {len(items)} items")


if __name__ == "__main__":
    main()
