"""Time expressions: found by a grammar, anchored on the interval in which an article appeared."""

from pressbrief.days import day_in_words, in_words, precision
from pressbrief.timex.grammar import find
from pressbrief.timex.lasting import last_day
from pressbrief.timex.model import Timex
from pressbrief.timex.table import expressions, read

__all__ = [
    "Timex",
    "day_in_words",
    "expressions",
    "find",
    "in_words",
    "last_day",
    "precision",
    "read",
]
