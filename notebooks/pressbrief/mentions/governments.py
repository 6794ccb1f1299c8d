"""Of which state's government an article speaks, where it speaks of one only.

A state governs where an office or organ is said to be its ("Japan's foreign minister"), where its
capital is at work, where it does something itself ("Japan has refused"), or where its head is named
by office ("President Obama"). One that is under inquiry, visited or fought over ("the Russia
probe", "flew to Japan") has no ministry in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from pressbrief.english.verb_forms import pasts
from pressbrief.english.word_lists import words
from pressbrief.mentions import capitals, name_words
from pressbrief.mentions.context import Line
from pressbrief.mentions.model import Article, Seen
from pressbrief.mentions.surface_forms import Found

# How often an article must name a state whose government it speaks of, how many times as often as
# any group, and in how large a share of its names it governs. Guesses.
FEWEST, LEAD, SHARE = 3, 2, 0.5
GOVERNING = (
    words("offices/governing") | name_words.ORGANS | name_words.GOVERNMENT_NOUNS
) - name_words.FUNCTION
OWNED = re.compile(r"(?:'s?)?\s+((?:[\w-]+\s+){0,2}[\w-]+)")
OWNER = re.compile(r"(?<![\w-])([\w-]++)\s+of\s+(?:the\s+)?$")
CLAUSE = re.compile(r"(?:^|[,;:—“\"]\s*|\b(?:that|and|but|while|as|if|because|whether)\s+)$", re.I)


def only(article: Article, seen: Iterable[Seen], led: Mapping[str, int]) -> str:
    """The one state whose government an article speaks of, or ""; its lines know their forms.

    `led` has how often the article names the head of a state by office.
    """
    named, governs = Counter(led), Counter(led)
    for line in article.lines:
        for form in line.found:
            if form.actor.type == "state":
                works = is_governing(line, form)
                named[form.actor.name] += works or form.form.kind != "metonym"
                governs[form.actor.name] += works
    governing = [state for state, times in governs.items() if times]
    if len(governing) != 1:
        return ""
    (state,) = governing
    groups = Counter(one.text for one in seen if one.kind == "group")
    rival = max([*groups.values(), *(named[other] for other in named if other != state)], default=0)
    enough = named[state] >= max(FEWEST, LEAD * rival) and governs[state] >= SHARE * named[state]
    return state if enough else ""


def is_governing(line: Line, form: Found) -> bool:
    """Whether a state's form stands for a government, or for whose office or organ follows."""
    if form.form.kind == "metonym":
        return capitals.is_at_work(line, form)
    before, text = line.text[: form.start], line.text
    owned = OWNED.match(text, form.end)
    if owned and not GOVERNING.isdisjoint(owned[1].casefold().split()):
        return True
    owner = OWNER.search(before)
    if owner and owner[1].casefold() in GOVERNING:
        return True
    return form.form.kind != "demonym" and _acts(line, form)


def _acts(line: Line, form: Found) -> bool:
    """Whether a verb follows the form at the begin of a clause."""
    if not CLAUSE.search(line.text, 0, form.start):
        return False
    verb = next((token.low for token in line.after(form.end)[:1]), "")
    return verb in capitals.GOVERNMENT_VERBS | pasts() or verb.endswith("ed")
