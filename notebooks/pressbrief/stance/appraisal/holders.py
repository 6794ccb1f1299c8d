"""Who speaks at a place of a sentence: the innermost voice around it, else its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pressbrief.stance.model import AUTHOR, Range, Voice, holders

Held = tuple[tuple[str, ...], str]


class Holders:
    """Finds holders from the voices in each article, and each article's source, by article_id."""

    def __init__(self, voices: Mapping[str, Sequence[Voice]], sources: Mapping[str, str]):
        self._sources = sources
        self._voices: dict[tuple[str, int], list[Voice]] = {}
        for article_id, found in voices.items():
            for voice in found:
                self._voices.setdefault((article_id, voice.sentence), []).append(voice)

    def source(self, article_id: str) -> str:
        """Whose article it is."""
        return self._sources[article_id]

    def at(self, article_id: str, sentence: int, place: Range, *, with_cue: bool = False) -> Held:
        """The holders of what stands at a place, and the voice in which they say it.

        `with_cue`: a cue before what is said is part of it, as where the cue itself is a judgement.
        """
        voices = self._voices.get((article_id, sentence), [])
        if with_cue:
            voices = [_with_cue(voice) for voice in voices]
        return held_by(place, voices, self._sources[article_id])

    def over(self, article_id: str, sentence: int, words: Range) -> Held | None:
        """Who speaks words that judge, or any of them, and in which voice; None if nobody does."""
        voices = [_with_cue(voice) for voice in self._voices.get((article_id, sentence), [])]
        touched = [one for one in voices if one.start < words[1] and words[0] < one.end]
        held = held_by(words, touched, "")
        if held[1] == AUTHOR and touched:
            held = held_by((touched[0].start, touched[0].start), touched, "")
        return held if touched else None


def held_by(place: Range, voices: Sequence[Voice], source: str) -> Held:
    """Who speak at a place, and how: the innermost of a sentence's voices around it, or none.

    >>> said = Voice(1, 12, 40, "indirect", "Japan; China", "said")
    >>> held_by((20, 25), [said], "NHK"), held_by((0, 5), [said], "NHK")
    ((('Japan', 'China'), 'indirect'), (('NHK',), 'author'))
    """
    around = [voice for voice in voices if voice.start <= place[0] and place[1] <= voice.end]
    if not around:
        return (source,), AUTHOR
    inner = min(around, key=lambda voice: (voice.end - voice.start, voice.start))
    return tuple(holders(inner.speaker)), inner.kind


def _with_cue(voice: Voice) -> Voice:
    return replace(voice, start=min(voice.start, voice.cue_at[0])) if voice.cue_at else voice
