"""Words that decide what a capitalised name stands for, where several modules ask for them."""

from __future__ import annotations

from pressbrief.english.days import MONTHS, WEEKDAYS
from pressbrief.english.word_lists import words

FUNCTION = words("function_words/no_names")
# The calendar as names of days and months stand in news; "May" is a person's name and a verb too.
CALENDAR = MONTHS.keys() - {"may"} | {day for day in WEEKDAYS if day.endswith("day")}
# Words that are names only beside a title or a given name: "May" is a month and a verb.
COMMON = FUNCTION | (
    words("function_words/persons", "time/months", "time/weekdays", "time/seasons") - {"fall"}
)
OFFICES = words("offices/beside_names")
OFFICE_HEADS = words("offices/heads")
OFFICE_PARTS = words("offices/parts")
ADDRESS = words("offices/address")
REGNAL = words("offices/regnal")
PARTICLES = words("offices/particles")
ORGANS = words("organs/own")
ORGAN_HEADS = words("organs/heads")
ORGAN_PARTS = OFFICE_PARTS - words("organs/not_parts") | words("organs/parts")
HEADS = words("names/heads")
NO_NAMES_ALONE = words("names/none_alone")
NO_NAMES = COMMON | CALENDAR | OFFICES | NO_NAMES_ALONE
GOVERNMENT_NOUNS = words("cities/government_nouns")
