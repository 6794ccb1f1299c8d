"""Time expressions: found by a grammar, anchored on the interval in which an article appeared."""

from pressbrief.english.days import day_in_words, in_words, precision
from pressbrief.time.timex.expressions import expressions, read
from pressbrief.time.timex.grammar import find
from pressbrief.time.timex.kept import found
from pressbrief.time.timex.lasting import last_day
from pressbrief.time.timex.model import Timex

__all__ = [
    "Timex",
    "day_in_words",
    "expressions",
    "find",
    "found",
    "in_words",
    "last_day",
    "precision",
    "read",
]
