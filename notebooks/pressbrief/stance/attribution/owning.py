"""What the grammar of a sentence forbids of a voice: a name that only owns.

In "the Obama campaign said" Obama does not speak.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pressbrief.reader.syntax import Tree
from pressbrief.stance.attribution.sources import DELEGATES, UNKNOWN
from pressbrief.stance.attribution.trees import Trees
from pressbrief.stance.model import Voice
from pressbrief.tables.mentions_schema import NAMING

# How a name stands before the noun that it only tells apart: "Obama's", "Obama campaign".
_NAMING_TAGS = ("NNP", "PRP", "WP")
_OWNING = frozenset(("poss", "compound", "amod", "nmod", "case", "part"))


def settled(
    voices: Mapping[str, Sequence[Voice]],
    sentences: Mapping[str, Sequence],
    mentions: Mapping[str, Sequence],
    trees: Mapping[str, Trees],
) -> dict[str, list[Voice]]:
    """The voices of each article by article_id, without what their sentences' grammar forbids.

    `sentences` and `mentions` are the articles' rows of these tables.
    """
    made: dict[str, list[Voice]] = {}
    for id_, found in voices.items():
        rows = [row for row in sentences[id_] if row.sentence in trees[id_]]
        starts = [row.start for row in rows]
        named = [row for row in mentions.get(id_, ()) if row.kind in NAMING]
        made[id_] = []
        for voice in found:
            at = bisect_right(starts, voice.cue_at[0]) - 1 if voice.cue_at else -1
            row = rows[at] if at >= 0 else None
            speaks = row is None or _speaks(voice, row, trees[id_][row.sentence], named)
            made[id_].append(voice if speaks else replace(voice, speaker=UNKNOWN))
    return made


def _speaks(voice: Voice, row, tree: Tree, named: Iterable) -> bool:
    """Whether the name in a source phrase is whom the phrase is about."""
    if voice.source_at is None or voice.speaker == UNKNOWN:
        return True
    start, end = (at - row.start for at in voice.source_at)
    inside = tree.inside(start, end)
    if start < 0 or voice.source_at[1] > row.end or not inside:
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
