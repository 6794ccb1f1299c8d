"""Voices: which stretches of an article somebody other than its source says, and who.

Direct speech stands between quotation marks; a title or a fragment in marks ("“primary
challenge”") without a cue is nobody's voice. Indirect speech is what a cue reports. Voices may
stand inside each other ("NHK reports, “He (Motegi) said …”"): the inner one's speaker holds it.
A headline and a heading are the source's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pressbrief.reader.syntax import Tree
from pressbrief.stance.attribution import nominal_cues, verb_cues
from pressbrief.stance.attribution.layout import passages
from pressbrief.stance.attribution.passage import Passage, Quotation, Span
from pressbrief.stance.attribution.quotation_marks import is_title
from pressbrief.stance.attribution.sources import UNKNOWN
from pressbrief.stance.attribution.speakers import Report, Speakers
from pressbrief.stance.attribution.stretch import Attribution, Stretch, apart
from pressbrief.stance.attribution.trees import Trees
from pressbrief.stance.model import Range, Voice

# Words of a quotation that is a voice; fewer are a term or a name in marks. Halved or doubled, each
# finds other voices in PolNeAR's articles.
FEWEST_WORDS_UNSAID = 6  # without a speaker
FEWEST_WORDS_SENTENCE = 3  # without a speaker, but a whole sentence
FEWEST_WORDS_SAID = 2  # of a speaker
# "“We are ready.” — Motegi": a quotation by itself with its speaker under it.
SIGNED = re.compile(
    r"\s*(?P<dash>[—–―]|--|- )\s*(?P<who>(?:the )?[A-Z](?:[^.!?“”\"]|(?<=\b[A-Z])\.){1,100}?)"
    r"[.\s]*(?=$|[“”\"])"
)
Reported = Mapping[int, Sequence[Report]]


def voices(sentences: Sequence, mentions: Sequence, trees: Trees) -> list[Voice]:
    """The voices in an article, by position, from its rows of the sentences and mentions tables."""
    speakers = Speakers(mentions)
    found: list[Voice] = []
    last: Report | None = None
    quoted = False  # what the paragraph before ended with was said directly
    for passage in passages(sentences, mentions):
        # Who begins to speak is introduced: a paragraph of nothing but words goes on.
        goes_on = passage.follows or (passage.is_all_quoted and quoted)
        last = speakers.labelled(passage) or (last if goes_on else None)
        quoted = False
        follows = last is not None
        reported: dict[int, list[Report]] = {}
        for span in passage.sentences:
            # CASE 1: indirect speech. Cues, their contents and sources, and whom these name.
            said = speakers.reports(passage, _in_sentence(passage, span, trees))
            found += _indirect(passage, span, said)
            reported[span.sentence] = said
            # CASE 2: speech reported inside a quotation, where it says by whom.
            for start, end in _inside_quotations(passage, span):
                said = speakers.reports(passage, attributions(passage, span, trees, start, end))
                spoken = [one for one in said if one.is_spoken]
                found += _indirect(passage, span, spoken, inside=True)
            speakers.end_sentence(passage, span)
        for quotation in passage.quotations_in_body:
            by = (
                # CASE 3: direct speech in a turn of a transcript, by whom its label names.
                (last if passage.turn else None)
                # CASE 4: direct speech by the source of a cue in its first or last sentence.
                or _cued(passage, quotation, reported)
                # CASE 5: direct speech with its speaker under it.
                or _signed(passage, quotation, speakers)
                # CASE 6: direct speech that goes on with who spoke before.
                or (last if _goes_on(passage, quotation, follows) else None)
            )
            if _is_voice(passage, quotation, by):
                found += _direct(passage, quotation, by)
                last, quoted = by, True
        if passage.introduces and not passage.turn:
            last = next(reversed(reported[passage.sentences[-1].sentence]), last)
    return _joined(found)


def attributions(
    passage: Passage, span: Span, trees: Trees, start: int, end: int
) -> list[Attribution]:
    """The attributions in a stretch of a passage (a sentence, or what a quotation has of it).

    What follows a cue is its content ("said that …", "urged the Taliban to …", "condemned …"), or
    what stands before it ("…, the Foreign Ministry said Wednesday").
    """
    tree = trees.get(span.sentence, Tree())
    quoted = [
        (max(one.start, start) - span.start, min(one.end, end) - span.start)
        for one in passage.quotations_in(start, end)
        if one.start > start or one.end < end
    ]
    text = passage.plain[span.start : span.end]
    stretch = Stretch(text, tree, (start - span.start, end - span.start), quoted)
    both = *verb_cues.attributions(stretch), *nominal_cues.attributions(stretch)
    found = apart(both, text)
    return [one.moved(span.start) for one in found]


def _in_sentence(passage: Passage, span: Span, trees: Trees) -> list[Attribution]:
    """The attributions of a sentence of the body that is not wholly somebody's words already."""
    if span.role != "body" or passage.is_quoted(span):
        return []
    return attributions(passage, span, trees, span.start, span.end)


def _indirect(
    passage: Passage, span: Span, said: Iterable[Report], *, inside: bool = False
) -> Iterator[Voice]:
    for one in said:
        for start, end in one.contents:
            if inside or not _is_quotation(passage, start, end):
                yield _voice(passage, span, start, end, "indirect", one)


def _is_quotation(passage: Passage, start: int, end: int) -> bool:
    """Whether a content is one quotation, or what its sentence has of one, and nothing more."""
    around = passage.quotations_in(start, end)
    return any(one.start - 1 <= start and end <= one.end + 1 for one in around)


def _inside_quotations(passage: Passage, span: Span) -> Iterator[Range]:
    """What a sentence has of quotations, without their marks."""
    inside = passage.quotations_in(span.start, span.end) if span.role == "body" else ()
    for quotation in inside:
        start, end = max(quotation.start + 1, span.start), min(quotation.end - 1, span.end)
        yield start, end


def _cued(passage: Passage, quotation: Quotation, reported: Reported) -> Report | None:
    """The report in the first or last sentence of a quotation that has it as its content."""
    inside = passage.sentences_in(quotation.start, quotation.end)
    for span in dict.fromkeys((inside[0], inside[-1])):
        for one in reported.get(span.sentence, []):
            if any(
                start <= quotation.end and quotation.start <= end for start, end in one.contents
            ):
                return one
    return None


def _signed(passage: Passage, quotation: Quotation, speakers: Speakers) -> Report | None:
    signed = SIGNED.match(passage.plain, quotation.end)
    if signed is None or not _opens_sentence(passage, quotation):
        return None
    return speakers.signed(passage, signed.span("who"), signed.span("dash"))


def _goes_on(passage: Passage, quotation: Quotation, follows: bool) -> bool:
    """Whether a quotation is by whom the one before it was; `follows`: so may the passage be."""
    first = passage.sentences_in(quotation.start, quotation.end)[0]
    return _opens_sentence(passage, quotation) and (first.start > 0 or follows)


def _opens_sentence(passage: Passage, quotation: Quotation) -> bool:
    first = passage.sentences_in(quotation.start, quotation.end)[0]
    return not passage.text[first.start : quotation.start].strip()


def _is_voice(passage: Passage, quotation: Quotation, by: Report | None) -> bool:
    text = passage.text[quotation.start : quotation.end].strip("“”„«»‹›「」『』‘’\"' ,")
    words = text.split()
    if passage.turn:
        return True
    if is_title(words):
        return False
    if by:
        marked = passage.text[: quotation.end - 1].endswith((",", ".", "!", "?"))
        return len(words) >= FEWEST_WORDS_SAID or marked or not text.isascii()
    sentence = text[:1].isupper() and text[-1:] in ".!?…"
    return len(words) >= (FEWEST_WORDS_SENTENCE if sentence else FEWEST_WORDS_UNSAID)


def _direct(passage: Passage, quotation: Quotation, by: Report | None) -> Iterator[Voice]:
    for span in passage.sentences_in(quotation.start, quotation.end):
        start, end = max(quotation.start, span.start), min(quotation.end, span.end)
        if passage.text[start:end].strip():
            yield _voice(passage, span, start, end, "direct", by)


def _voice(
    passage: Passage, span: Span, start: int, end: int, kind: str, by: Report | None
) -> Voice:
    said = (by.speaker, by.cue, by.source_at, by.cue_at) if by else (UNKNOWN, "")
    return Voice(span.sentence, passage.base + start, passage.base + end, kind, *said)


def _joined(found: Iterable[Voice]) -> list[Voice]:
    """Voices by position, the outer before the inner; of two at one place the first counts."""
    once: dict[Range, Voice] = {}
    for voice in found:
        once.setdefault((voice.start, voice.end), voice)
    return sorted(once.values(), key=lambda voice: (voice.start, -voice.end))
