"""A first topic.toml for a folder of articles, from what they name, for an analyst to edit."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from pressbrief import corpus, mentions, topic
from pressbrief.mentions import states
from pressbrief.sections.wording.words import counted
from pressbrief.tables import LIST_SEPARATOR
from pressbrief.tables.select import naming

MOST_ACTORS = 40
MOST_FORMS = 8
FEWEST = 2
HEAD = """\
# What this topic is about: its title, whose stance is measured, and who its actors are.
# Made by `pressbrief init` from what the articles name. The lines that begin with # and no blank
# are proposals: as long as they do, a briefing is the same as without this file. Take the # away
# from what you mean to set, and edit it; the next run reads it anew.
#
#   title    stands on the briefing
#   targets  the actors toward whom stance is measured; each is the name of an [[actor]] below
#
# Each [[actor]]:
#   name     what every table and chart calls it; it is looked for in the articles too
#   type     person, organisation, state, place or group
#   aliases  its other names; a person's surname needs no entry
#   demonyms its people, and the adjective ("Japanese")
#   metonyms its seat of government; counts only where the sentence means the government
#   part_of  the actor that it is part of: stance toward the part is stance toward the whole
#
# Actors that are not listed here are still discovered. No form may stand under two actors.
"""
COLUMNS = {"alias": "aliases", "demonym": "demonyms", "metonym": "metonyms"}


def write(folder: Path, as_of: date, *, force: bool = False) -> tuple[Path, int]:
    """Writes `folder/topic.toml`; returns it and how many actors it lists.

    TopicError if there is one already (unless `force`), or the folder holds no article.
    """
    target = folder / "topic.toml"
    if folder.is_file():
        raise topic.TopicError(f"{folder}: a file; a topic.toml stands beside articles in a folder")
    if target.exists() and not force:
        raise topic.TopicError(f"{target}: exists already; edit it, or write it anew with --force")
    text, count = _made(folder, as_of)
    beside = folder / ".topic.toml"
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(target)
    return target, count


def _made(folder: Path, as_of: date) -> tuple[str, int]:
    """The text of a topic.toml for a folder, and how many actors it lists."""
    there = topic.load(folder)
    found = topic.Topic(there.name, folder, topic.title_of(folder), origins=there.origins)
    tables = corpus.build(found, as_of)
    actors, named = mentions.build(found, tables["articles"], tables["sentences"])
    named = naming(named)
    targets = mentions.targets(found, actors, named)
    shown = _shown(actors, named, targets)
    parts = [HEAD, f"title = {quoted(found.title)}\n#targets = {listed(targets)}\n"]
    known = set(shown["actor"])
    used, said = set(known), set(named["surface"])
    parts += [_entry(row, named, said, known, used) for row in shown.itertuples()]
    return "\n".join(parts), len(shown)


def _shown(actors: pd.DataFrame, named: pd.DataFrame, targets: tuple[str, ...]) -> pd.DataFrame:
    """The actors to list: the most named whose identity is clear, and what they are part of."""
    counts = named["actor"].value_counts()
    sure = actors[actors["origin"] != "unresolved"]
    often = [name for name in sure["actor"] if counts.get(name, 0) >= FEWEST][:MOST_ACTORS]
    part_of = dict(zip(actors["actor"], actors["part_of"], strict=True))
    wanted = {*often, *targets}
    wanted |= {whole for name in wanted for whole in topic.wholes(name, part_of)}
    seats = {seat for name in wanted for seat in seats_of().get(name, ())}
    return actors[actors["actor"].isin(wanted - seats)]


def _entry(row, named: pd.DataFrame, said: set[str], shown: set[str], used: set[str]) -> str:
    """An actor's table; `said` are all surfaces, `used` the forms that other actors have."""
    mine = named[named["actor"] == row.actor]
    articles = mine["article_id"].nunique()
    lines = [f"# {counted(len(mine), 'mention')} in {counted(articles, 'article')}"]
    lines += ["#[[actor]]", f"#name = {quoted(row.actor)}", f'#type = "{row.actor_type}"']
    kinds = dict(zip(mine["surface"].map(_one_line), mine["kind"], strict=True))
    for kind, field in COLUMNS.items():
        forms = [
            form
            for form in row.names.split(LIST_SEPARATOR)
            if kinds.get(form) == kind
            and form not in used
            and not (kind == "alias" and _is_surname(form, row))
        ][:MOST_FORMS]
        if kind == "metonym":
            # A seat that the articles name as a place is the analyst's to judge as a government.
            forms = [seat for seat in seats_of().get(row.actor, ()) if seat in said]
        if forms:
            used |= set(forms)
            lines.append(f"#{field} = {listed(forms)}")
    if row.part_of in shown:
        lines.append(f"#part_of = {quoted(row.part_of)}")
    return "\n".join(lines) + "\n"


@cache
def seats_of() -> dict[str, list[str]]:
    """The seats of government of each state."""
    return {state.name: state.metonyms for state in states.states()}


def _is_surname(form: str, row) -> bool:
    return row.actor_type == "person" and " " not in form


def _one_line(text: str) -> str:
    return " ".join(text.split())


def quoted(text: str) -> str:
    """A text as a TOML string, whatever is in it.

    >>> print(quoted('a "b" \\\\ c\\n'))
    "a \\"b\\" \\\\ c\\u000a"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    hidden = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
    return '"' + hidden.sub(lambda char: f"\\u{ord(char.group()):04x}", escaped) + '"'


def listed(texts: list[str] | tuple[str, ...]) -> str:
    """Texts as a TOML list.

    >>> listed(["Japan", "Taliban"])
    '["Japan", "Taliban"]'
    """
    return f"[{', '.join(map(quoted, texts))}]"
