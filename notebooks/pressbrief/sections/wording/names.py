"""What articles, sources and actors are called in a briefing's sentences and labels."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

import pandas as pd

from pressbrief.mentions import organs
from pressbrief.sections.wording.phrase import Phrase, quoted, say
from pressbrief.sections.wording.words import LISTED, counted, listed
from pressbrief.tables.select import source_of

UNSIGNED = "article "
SHORTEST = 3


@dataclass(frozen=True)
class Names:
    """Short display names: of sources, files and article ids (`short`), of actors (`spoken`)."""

    short: dict[str, str]
    spoken: dict[str, str]

    @property
    def labels(self) -> dict[str, str]:
        """Every key with its display name, for charts."""
        return self.spoken | self.short

    def __getitem__(self, key: str) -> Phrase:
        return quoted(self.short.get(key) or self.spoken.get(key, key))


def names(articles: pd.DataFrame) -> Names:
    """The display names of a topic's sources, files and articles."""
    labels = _file_labels(list(articles["file"]))
    short: dict[str, str] = {}
    for row, source in zip(articles.itertuples(), source_of(articles), strict=True):
        signed = source == row.publisher
        short[row.file] = labels[row.file]
        short[source] = source if signed else f"{UNSIGNED}{labels[row.file]}"
        short[row.article_id] = short[source]
    return Names(short, {})


def with_actors(names: Names, mentions: pd.DataFrame, sentences: pd.DataFrame) -> Names:
    """The names, and each actor's with "the" where the articles mostly say so ("the Taliban").

    And an organ's that is called by its owner: "the Foreign Ministry of Japan". Not a person's:
    "the Trump administration" is another.
    """
    texts = {
        (row.article_id, row.sentence): (row.start, row.text) for row in sentences.itertuples()
    }
    seen: dict[str, list[bool]] = {}
    by_name = (mentions["kind"] == "name") & (mentions["actor_type"] != "person")
    for row in mentions.loc[by_name].itertuples():
        start, text = texts[row.article_id, row.sentence]
        before = text[: row.start - start].rstrip().casefold()
        seen.setdefault(row.actor, []).append(before.endswith(" the") or before == "the")
    spoken = {actor: f"the {actor}" for actor, said in seen.items() if sum(said) * 2 > len(said)}
    spoken |= {actor: f"the {actor}" for actor in mentions["actor"].unique() if _is_owned(actor)}
    return replace(names, spoken=spoken)


def _is_owned(actor: str) -> bool:
    name, of, _ = actor.partition(" of ")
    return bool(of and organs.organ(name))


def all_of(sources: list[Phrase]) -> Phrase:
    """Sources in one breath: publishers, then "articles 000, 001 and 002"."""
    if len(sources) > LISTED:
        return counted(len(sources), "source")
    signed_ = sorted(source for source in sources if not source.startswith(UNSIGNED))
    unsigned = sorted(set(sources) - set(signed_))
    if len(unsigned) < 2:
        return listed([*signed_, *unsigned])
    first, *others = (quoted(source.removeprefix(UNSIGNED)) for source in unsigned)
    return listed([*signed_, say("articles {}", first), *others])


def _file_labels(files: list[str]) -> dict[str, str]:
    """Each file's stem, cut after the first part that tells it from all others.

    >>> _file_labels(["000_8ca9b9.txt", "001_63679a.txt"])
    {'000_8ca9b9.txt': '000', '001_63679a.txt': '001'}
    """
    stems = {file: PurePosixPath(file).stem or file for file in files}
    inorder = sorted(stems.values())
    return {file: _label(stem, inorder) or file for file, stem in stems.items()}


def _label(stem: str, inorder: list[str]) -> str:
    # What two stems share as a beginning, they share with their neighbours in sorted order.
    at = bisect_left(inorder, stem)
    neighbours = inorder[max(at - 1, 0) : at] + inorder[at + 1 : at + 2]
    ends = [match.start() for match in re.finditer(r"[_\-. ]+", stem)]
    cuts = [stem[:end] for end in ends if end >= SHORTEST]
    own = (cut for cut in cuts if not any(other.startswith(cut) for other in neighbours))
    return next(own, "" if stem in neighbours else stem)
