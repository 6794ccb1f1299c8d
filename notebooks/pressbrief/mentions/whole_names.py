"""Names of several words, whole wherever they stand, as the articles have them elsewhere.

The reader sees "Hillary" of one, and "Dick" and "Sporting Goods" of a chain of stores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pressbrief.mentions.model import Article, Seen
from pressbrief.mentions.surface_forms import nameless

# A name that the reader sees so often is one; once may be a slip. A guess.
OFTEN = 2
PERSON, ORGANISATION = "person", "organisation"
POSSESSIVES = ("'s", "’s")


def known(found: Mapping[str, list[Seen]]) -> dict[str, str]:
    """The persons' and organisations' names of several words, with their kind."""
    full = Counter(
        (seen.text, seen.kind)
        for ones in found.values()
        for seen in ones
        if seen.kind in (PERSON, ORGANISATION) and " " in seen.text
    )
    return {text: kind for (text, kind), times in full.items() if times >= OFTEN}


def whole(article: Article, found: list[Seen], full: Mapping[str, str]) -> list[Seen]:
    """An article's names, those that are `known` whole where the reader saw a part, or nothing."""
    kept = list(found)
    for one in standing(article, full):
        over = [
            seen
            for seen in kept
            if seen.sentence == one.sentence and seen.start < one.end and one.start < seen.end
        ]
        if all(one.start <= seen.start and seen.end <= one.end for seen in over):
            kept = [seen for seen in kept if seen not in over]
            kept.append(replace(one, kind=full[one.text]))
    kept = list(_with_possessives(article, kept))
    return sorted(kept, key=lambda seen: (seen.sentence, seen.start))


def _with_possessives(article: Article, found: list[Seen]) -> Iterator[Seen]:
    """The names, "Dick" of "Dick's" an organisation's where one begins so and nobody has it."""
    names = [seen.text for seen in found if seen.kind == ORGANISATION and " " in seen.text]
    persons = (seen.text.split() for seen in found if seen.kind == PERSON)
    borne = {word for said in persons if len(said) > 1 for word in said}
    firsts = {text.split()[0][:-2] for text in names if text.split()[0].endswith(POSSESSIVES)}
    for seen in found:
        if seen.kind == PERSON and seen.text in firsts - borne:
            begin, line, _ = article.by_number[seen.sentence]
            after = line.text[seen.end - begin :][:2]
            if after in POSSESSIVES:
                seen = replace(
                    seen, end=seen.end + len(after), text=seen.text + after, kind=ORGANISATION
                )
        yield seen


def standing(article: Article, texts: Iterable[str]) -> Iterator[Seen]:
    """Where names stand in lines that capitals say something in, word by word; longest first."""
    from ahocorasick_rs import AhoCorasick

    searcher = AhoCorasick(sorted(texts))
    for number, begin, line in zip(article.numbers, article.starts, article.lines, strict=True):
        matches = searcher.find_matches_as_indexes(line.text, overlapping=True)
        places = [(start, end) for _, start, end in matches if _is_free(line.text, start, end)]
        if not places or line.says_nothing:
            continue
        taken = nameless(line.text)
        for start, end in sorted(places, key=lambda place: (place[0] - place[1], place)):
            if not any(low < end and start < high for low, high in taken):
                taken.append((start, end))
                at = begin + start, begin + end
                yield Seen(article.article_id, number, *at, line.text[start:end], "")


def _is_free(line: str, start: int, end: int) -> bool:
    """Whether no letter stands right before or after a place, nor a hyphen after it."""
    before, after = line[start - 1 : start] if start else "", line[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after in ("_", "-"))
