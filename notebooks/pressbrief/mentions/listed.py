"""Where listed actors and the states of the world are named in an article's lines.

A listed actor's form counts by the rules of context.py and capitals.py. A state that nobody
listed counts where the reader sees nothing else: not inside a longer name, not as a person's; a
form that is also a common name ("Georgia") only where the reader sees it. Its seat counts as its
government only where a word shows it at work (capitals.is_at_work).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pressbrief.mentions import capitals, context, organs, states, tongues
from pressbrief.mentions.context import Line
from pressbrief.mentions.model import Article, Seen
from pressbrief.mentions.surface_forms import Forms, Found


class Named(NamedTuple):
    """One form that names its actor: its sentence's number, its characters in the article."""

    sentence: int
    start: int
    end: int
    found: Found


def in_article(
    forms: Forms, article: Article, seen: Iterable[Seen]
) -> tuple[list[Named], list[Seen]]:
    """What is named in an article, and the recognised names that are none of it.

    The lines' `found` is set on the way: later steps ask it for owners.
    """
    by_line: dict[int, list[Seen]] = {}
    for one in seen:
        by_line.setdefault(one.sentence, []).append(one)
    named: list[Named] = []
    left: list[Seen] = []
    spotted = forms.in_article([line.text for line in article.lines])
    rows = zip(article.numbers, article.starts, article.lines, spotted, strict=True)
    for number, begin, line, found in rows:
        line.found = found
        read = by_line.get(number, [])
        kept, refused = _in_line(forms, line, read, begin)
        named += [Named(number, begin + one.start, begin + one.end, one) for one in kept]
        taken = [(begin + one.start, begin + one.end) for one in kept]
        refused_at = {(begin + one.start, begin + one.end) for one in refused}
        left += [
            one
            for one in read
            if (one.start, one.end) not in refused_at
            and not _is_forms(line, begin, one)
            and not any(start < one.end and one.start < end for start, end in taken)
        ]
    return named, left


def _is_forms(line: Line, begin: int, one: Seen) -> bool:
    """Whether a recognised name is but several forms side by side ("China-Pakistan" Corridor)."""
    inside = [form for form in line.found
              if one.start <= begin + form.start and begin + form.end <= one.end]  # fmt: skip
    rest = one.text
    for form in inside:
        rest = rest.replace(line.text[form.start : form.end], "", 1)
    return len(inside) > 1 and not any(map(str.isalnum, rest))


def _in_line(
    forms: Forms, line: Line, read: list[Seen], begin: int
) -> tuple[list[Found], list[Found]]:
    """The forms that name their actor, and those that look so and do not."""
    kept: list[Found] = []
    refused: list[Found] = []
    was_place: bool | None = None
    for one in line.found:
        by_reader = _seen_there(one, read, begin)
        if one.form.listed:
            named = _names(forms, line, one)
        else:
            named = _names_state(forms, line, one, by_reader)
        if named and one.form.kind == "metonym":
            was_place = capitals.is_place(line, one, was_place)
            if was_place or not (one.form.listed or capitals.is_at_work(line, one)):
                continue
        if named:
            kept.append(one)
        elif not by_reader or by_reader.kind != "person":
            refused.append(one)
    return kept, refused


def _names(forms: Forms, line: Line, one: Found) -> bool:
    return not (
        context.is_common_word(line, one)
        or context.owned_by_another(line, one, forms.family(one.actor))
        or context.in_longer_name(line, one)
        or (one.form.kind == "demonym" and tongues.is_language(line.text, one.start, one.end))
    )


def _names_state(forms: Forms, line: Line, one: Found, by_reader: Seen | None) -> bool:
    if by_reader is None:
        return one.form.text not in states.AMBIGUOUS and _names(forms, line, one)
    if by_reader.kind == "person":
        return False
    text, form = by_reader.text, line.text[one.start : one.end]
    at = text.find(form)
    if at < 0 or text == form:
        return text == form
    return organs.is_rule(organs.without(text, at, at + len(form)))


def _seen_there(one: Found, read: list[Seen], begin: int) -> Seen | None:
    """The recognised name that covers a form, or a part of it."""
    start, end = begin + one.start, begin + one.end
    return next((seen for seen in read if seen.start < end and start < seen.end), None)
