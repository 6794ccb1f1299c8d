"""What the grammar of a sentence forbids of a voice: a noun that is no cue, a name that only owns.

"The October jobs report could slip" reports nothing, and in "the Obama campaign said" Obama does
not speak.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pressbrief.reader.syntax import Tree
from pressbrief.stance.attribution import cues
from pressbrief.stance.attribution.sources import DELEGATES, UNKNOWN
from pressbrief.stance.model import Voice
from pressbrief.tables.mentions_schema import NAMING

# How a name stands before the noun that it only tells apart: "Obama's", "Obama campaign".
_NAMING_TAGS = ("NNP", "PRP", "WP")
_OWNING = frozenset(("poss", "compound", "amod", "nmod", "case", "part"))


def settled(
    voices: Mapping[str, Sequence[Voice]],
    sentences: Mapping[str, Sequence],
    mentions: Mapping[str, Sequence],
) -> dict[str, list[Voice]]:
    """The voices of each article by article_id, without what their sentences' grammar forbids.

    `sentences` and `mentions` are the articles' rows of these tables.
    """
    from pressbrief import reader

    said = {
        (id_, row.sentence): row
        for id_, rows in sentences.items()
        for row in rows
        if any(_stands_in(voice, row) for voice in voices.get(id_, ()))
    }
    trees = dict(zip(said, reader.parses([row.text for row in said.values()]), strict=True))
    made: dict[str, list[Voice]] = {}
    for id_, found in voices.items():
        rows = [row for row in mentions.get(id_, ()) if row.kind in NAMING]
        here = [(said[key], trees[key]) for key in said if key[0] == id_]
        made[id_] = [one for voice in found for one in _settled(voice, here, rows)]
    return made


def _stands_in(voice: Voice, row) -> bool:
    return voice.cue_at is not None and row.start <= voice.cue_at[0] < row.end


def _settled(voice: Voice, here: Sequence[tuple], named: Iterable) -> Iterator[Voice]:
    """The voice as it may stand: without its speaker, or not at all."""
    row, tree = next(((row, tree) for row, tree in here if _stands_in(voice, row)), (None, Tree()))
    if row is None or voice.cue_at is None or not tree:
        yield voice
        return
    cue = tree.top(voice.cue_at[0] - row.start, voice.cue_at[1] - row.start)
    if cue is not None and voice.kind == "indirect" and _is_noun(row.text, tree, cue):
        return
    yield voice if _speaks(voice, row, tree, named) else replace(voice, speaker=UNKNOWN)


def _is_noun(text: str, tree: Tree, cue: int) -> bool:
    """Whether a cue is a noun that no "that", "of" or "to" follows."""
    if not tree[cue].tag.startswith("NN"):
        return False
    after = text[tree[cue].end :].split()
    return not after or after[0].casefold() not in cues.NOUN_LINKS


def _speaks(voice: Voice, row, tree: Tree, named: Iterable) -> bool:
    """Whether the name in a source phrase is whom the phrase is about."""
    if voice.source_at is None or voice.speaker == UNKNOWN:
        return True
    start, end = (at - row.start for at in voice.source_at)
    inside = tree.inside(start, end)
    if start < 0 or not inside:
        return True
    own = [
        one
        for one in named
        if one.actor == voice.speaker
        and voice.source_at[0] <= one.start < one.end <= voice.source_at[1]
    ]
    if not own:  # a name that stands in no table: not "Large" of "Large majorities"
        return any(tree[at].tag.startswith(_NAMING_TAGS) for at in inside)
    last = own[-1]
    plain = row.text.replace("’", "'")
    if last.actor_type != "person" or DELEGATES.match(plain, last.end - row.start):
        return True
    top = tree.top(last.start - row.start, last.end - row.start)
    if top is None or top == tree.top(start, end):
        return True
    return not (tree[top].relation in _OWNING and tree[tree[top].head].tag in ("NN", "NNS"))
