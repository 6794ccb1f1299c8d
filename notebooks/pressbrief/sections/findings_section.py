"""The section findings: what a reader needs first, and what changed since the edition before."""

from __future__ import annotations

from pressbrief.sections.entry import Bench, Entry, Made
from pressbrief.sections.stance_section import JUDGED_BY


def build(bench: Bench) -> Made:
    """The table of what differs from the edition before."""
    from pressbrief.sections import changes

    yield "changes", changes.since(bench.previous, bench.load)


ENTRY = Entry(
    name="findings",
    label="Findings",
    title="Findings",
    place=0,
    notebook="5_findings",
    after=("corpus", "mentions", "stance", "timeline"),
    tables=("changes",),
    corrections=("accept",),
    shaped_by=("previous",),
    reads=(*JUDGED_BY, "quotes", "previous", "whole_articles"),
    method=(
        "Each finding is written from the tables and leads to the sentences behind it.",
        "The figures beside each method below are measured by “pressbrief score” on public sets "
        "that were at hand while the rules were made: on text unlike them, expect less.",
    ),
    build=build,
)
