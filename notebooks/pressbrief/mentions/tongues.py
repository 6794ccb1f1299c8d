"""Where the name of a people is that of its language: "in French" says nothing of France."""

from __future__ import annotations

import re

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words

AND = r"(?:, and|, or|,| and| or)\s(?:in\s)?"
# What a language is spoken, written or translated in, before it and others like it.
LED = re.compile(
    rf"\b(?:in|into|translated\s(?:\w+\s)?from|sp(?:eaks?|eaking|oke|oken))\s(?:[A-Z][\w-]+{AND})*$",
    re.I,
)
# Nothing follows that it could qualify: "in Russian and Chinese waters" is of two peoples.
ALONE = re.compile(
    rf"(?:{AND}[A-Z][\w-]+)*+(?:$|[.,;:!?)\]\"”]|['’](?!s)|"
    rf"\s{any_of(words('function_words/after_language'))}\b)"
)
SAID_SO = re.compile(r"[-\s](?:language|speaking|speakers?)\b|\s(?:is|was)\s(?:\w+\s)?spoken\b")


def is_language(text: str, start: int, end: int) -> bool:
    """Whether a people's name at these characters of a sentence is that of its language.

    >>> [is_language(line, line.index("Russian"), line.index("Russian") + 7)
    ...  for line in ("He spoke in Russian.", "He spoke in Russian schools.")]
    [True, False]
    """
    if text.endswith("s", start, end):  # "Americans"
        return False
    if SAID_SO.match(text, end):
        return True
    return bool(ALONE.match(text, end) and LED.search(text[:start]))
