"""What corrections.toml says of actors, replayed on the actors and mentions tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from pressbrief.tables import LIST_SEPARATOR
from pressbrief.topic.corrections import ABOUT_ACTORS, Correction, broken, numbered

Frames = tuple[pd.DataFrame, pd.DataFrame]


def replayed(
    all_: Sequence[Correction],
    articles: pd.DataFrame,
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The actors and mentions tables with the corrections of actors, in their order.

    CorrectionError names the first entry whose expected actor or mentions are not there.
    """
    actors, mentions = actors.copy(), mentions.copy()
    files = dict(zip(articles["article_id"], articles["file"], strict=True))
    for at, one in numbered(all_, *ABOUT_ACTORS):
        if one.actor not in set(actors["actor"]):
            broken(at, one, "no such actor", "take the entry out, or name an actor of the table")
        actors, mentions = CORRECT[one.what](at, one, files, actors, mentions)
    return actors.reset_index(drop=True), mentions.reset_index(drop=True)


def _merge(at: int, one: Correction, files: dict[str, str], *frames: pd.DataFrame) -> Frames:
    actors, mentions = frames
    if one.new_actor not in set(actors["actor"]):
        remedy = "rename it instead, or name an actor of the table"
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
        broken(at, one, "no such mention", "mend `file` and `surface`, or take the entry out")
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
