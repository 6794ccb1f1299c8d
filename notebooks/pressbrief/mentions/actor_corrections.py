"""What corrections.toml says of actors, replayed on the actors and mentions tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from pressbrief.tables import LIST_SEPARATOR
from pressbrief.topic.corrections import (
    ABOUT_ACTORS,
    Correction,
    CorrectionError,
    broken,
    nearest,
    numbered,
    replay,
)

Frames = tuple[pd.DataFrame, pd.DataFrame]


def replayed(
    all_: Sequence[Correction],
    articles: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    *,
    after: int = 0,
    unmet: list[CorrectionError] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The actors and mentions tables with the corrections of actors, in their order.

    Those up to number `after` are in them already. CorrectionError names the first entry whose
    expected actor or mentions are not there; with `unmet` it is put there and left out.
    """
    files = dict(zip(articles["article_id"], articles["file"], strict=True))

    def corrected(at: int, one: Correction, frames: Frames) -> Frames:
        if one.actor not in set(frames[0]["actor"]):
            remedy = "take the entry out, or name an actor of the table"
            broken(at, one, "no such actor", remedy + nearest(one.actor, _called(frames[0])))
        return CORRECT[one.what](at, one, files, *frames)

    entries = numbered(all_, *ABOUT_ACTORS, after=after)
    actors, mentions = replay((actors.copy(), mentions.copy()), entries, corrected, unmet)
    return actors.reset_index(drop=True), mentions.reset_index(drop=True)


def _merge(at: int, one: Correction, files: dict[str, str], *frames: pd.DataFrame) -> Frames:
    actors, mentions = frames
    if one.new_actor not in set(actors["actor"]):
        remedy = "rename it instead, or name an actor of the table"
        remedy += nearest(one.new_actor, _called(actors))
        broken(at, one, f"no actor {one.new_actor!r}", remedy)
    names = _joined(actors, [one.new_actor, one.actor])
    type_ = actors.loc[actors["actor"] == one.new_actor, "actor_type"].item()
    mentions = _assigned(mentions, mentions["actor"] == one.actor, one.new_actor, type_)
    actors = _without(actors, one.actor, instead=one.new_actor)
    actors.loc[actors["actor"] == one.new_actor, "names"] = names
    return actors, mentions


def _rename(at: int, one: Correction, files: dict[str, str], *frames: pd.DataFrame) -> Frames:
    actors, mentions = frames
    if one.new_actor in set(actors["actor"]):
        broken(at, one, f"an actor {one.new_actor!r} already", "merge the two instead")
    rows = actors["actor"] == one.actor
    names = actors.loc[rows, "names"].item()
    forms = [one.new_actor, *names.split(LIST_SEPARATOR)]
    actors.loc[rows, "names"] = LIST_SEPARATOR.join(dict.fromkeys(forms))
    actors.loc[rows, ["actor", "origin"]] = [one.new_actor, "correction"]
    actors.loc[actors["part_of"] == one.actor, "part_of"] = one.new_actor
    mentions.loc[mentions["actor"] == one.actor, "actor"] = one.new_actor
    return actors, mentions


def _drop(at: int, one: Correction, files: dict[str, str], *frames: pd.DataFrame) -> Frames:
    actors, mentions = frames
    return _without(actors, one.actor), mentions[mentions["actor"] != one.actor]


def _split(at: int, one: Correction, files: dict[str, str], *frames: pd.DataFrame) -> Frames:
    actors, mentions = frames
    rows = mentions["actor"] == one.actor
    if one.file:
        rows &= mentions["article_id"].map(files) == one.file
    if one.surface:
        rows &= mentions["surface"] == one.surface
    if not rows.any():
        remedy = "mend `file` and `surface`, or take the entry out"
        theirs = mentions[mentions["actor"] == one.actor]
        for said, there in (
            (one.file, theirs["article_id"].map(files)),
            (one.surface, theirs["surface"]),
        ):
            remedy += nearest(said, dict(zip(there, there, strict=True))) if said else ""
        broken(at, one, "no such mention", remedy)
    old = actors[actors["actor"] == one.actor]
    if one.new_actor not in set(actors["actor"]):
        new = old.assign(actor=one.new_actor, names=one.new_actor, origin="correction")
        actors = pd.concat([actors, new], ignore_index=True)
    type_ = actors.loc[actors["actor"] == one.new_actor, "actor_type"].item()
    return actors, _assigned(mentions, rows, one.new_actor, type_)


CORRECT: dict[str, Callable] = {
    "merge": _merge,
    "rename": _rename,
    "drop": _drop,
    "split": _split,
}


def _called(actors: pd.DataFrame) -> dict[str, str]:
    """Every name that the table has → the actor whose it is."""
    return {
        form: row.actor
        for row in actors.itertuples()
        for form in (*row.names.split(LIST_SEPARATOR), row.actor)
    }


def _assigned(mentions: pd.DataFrame, rows: pd.Series, actor: str, type_: str) -> pd.DataFrame:
    mentions.loc[rows, ["actor", "actor_type"]] = [actor, type_]
    return mentions


def _without(actors: pd.DataFrame, gone: str, instead: str = "") -> pd.DataFrame:
    """The actors without one; what was part of it is part of what stands instead."""
    part_of = actors["part_of"].mask(actors["part_of"] == gone, instead)
    part_of = part_of.mask(part_of == actors["actor"], "")
    return actors.assign(part_of=part_of)[actors["actor"] != gone]


def _joined(actors: pd.DataFrame, whose: Iterable[str]) -> str:
    names = dict(zip(actors["actor"], actors["names"], strict=True))
    forms = [form for actor in whose for form in names[actor].split(LIST_SEPARATOR)]
    return LIST_SEPARATOR.join(dict.fromkeys(forms))
