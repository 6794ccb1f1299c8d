"""The words of time that the rules know, with their values in TIMEX3."""

from __future__ import annotations

import re

from pressbrief.english.numbers import CARDINALS, TENS
from pressbrief.english.word_lists import table, words

# TIMEX3 has no letter of its own for "fall"/"autumn" but FA.
SEASONS = table("time/seasons")
DAYPARTS = table("time/dayparts")
FREQUENCIES = table("time/frequencies")
REFERENCES = table("time/references")
AMOUNTS = table("time/amounts")
PARTS = table("time/parts")
ERAS = {era: int(year) for era, year in table("time/eras").items()}


def _unit(duration: str) -> tuple[str, bool, int]:
    _, timed, count, letter = re.split(r"P(T?)(\d+)(\w+)", duration)[:4]
    return letter, bool(timed), int(count)


# Unit of a duration: its TIMEX3 letter, whether it stands after the T, and how many make one.
UNITS = {word: _unit(duration) for word, duration in table("time/units").items()}
PLURALS = {"centuries": "century"}
# A full stop after these ends the sentence, after any other word of the tables an abbreviation.
FULL_NAMES = words("time/weekdays", "time/months")
# "Twenties" is the 20s, "nineties" the 90s.
DECADES = {f"{word[:-1]}ies": CARDINALS[word] // 10 for word in TENS}
