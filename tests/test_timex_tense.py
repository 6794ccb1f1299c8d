"""Whether a sentence tells a date as past or to come, and how an interval reads, as examples."""

from __future__ import annotations

import pytest

from pressbrief.time.timex import in_words
from pressbrief.time.timex.tense import told, told_as_past

TENSES = [
    ("The offer was extended to 5 May 2026.", "5 May 2026", "future", False),
    ("It gave no reason for the 5 May deadline.", "5 May", "future", False),
    ("It has named 5 May as the deadline for bids.", "5 May", "future", False),
    ("IT WILL MEET ON 5 MAY 2026.", "5 MAY 2026", "future", False),
    ("Talks on May Day 2024 failed on 5 May 2024.", "5 May 2024", "past", True),
    ("He gave a speech and stayed on 5 May 2024.", "5 May 2024", "past", True),
    ("The minister met them on 5 May 2024.", "5 May 2024", "past", True),
    ("The talks will begin on 5 May 2026.", "5 May 2026", "future", False),
    ("The papers must be returned by 5 May 2026.", "5 May 2026", "future", False),
    ("The deadline was set for talks by 2030.", "2030", "future", False),
    ("The accord that was signed in 2018 is over.", "2018", "past", True),
    ("It was called off in 2028 Olympics fashion.", "2028", "past", False),
    ("It was agreed to close the plant before 2030.", "2030", "future", False),
    ("He ran in the 2028 election.", "2028", "past", False),
    ("They were planning to march on 5 May 2026.", "5 May 2026", "future", False),
    ("It had been due to expire on 5 May 2024.", "5 May 2024", "past", False),
    ("The bullet that tore the flag on 5 May 2024 is kept.", "5 May 2024", "past", True),
    ("It will redeem preferred shares on 5 May 2026.", "5 May 2026", "future", False),
    ("The case is heard on 5 May 2026.", "5 May 2026", "open", False),
    ("It agreed on steps to start trading on 1 July 2026.", "1 July 2026", "past", False),
    ("They said they would appeal 5 May's ruling.", "5 May", "past", True),
    ("Neither side could be reached on 5 May 2026.", "5 May 2026", "past", True),
    ("The minister could not be reached on 5 May 2026.", "5 May 2026", "past", True),
    ("It let the attack begin as planned on 5 May 2026.", "5 May 2026", "open", False),
    ("It would be paid on a still unspecified date in May 2026.", "May 2026", "future", False),
    ("A dividend is payable on 5 May 2026.", "5 May 2026", "future", False),
    ("His trial opens in Berlin on 5 May 2026.", "5 May 2026", "open", False),
    ("His trial opens on 5 May 2026.", "5 May 2026", "future", False),
]


@pytest.mark.parametrize(("text", "words", "tense", "past"), TENSES)
def test_tense(text, words, tense, past):
    start = text.index(words)
    assert told(text, start, start + len(words)) == tense
    assert told_as_past(text, start, start + len(words)) is past


IN_WORDS = [
    ("2025-02-15", "2025-02-15", "15 February 2025"),
    ("2025-02-15", "2025-02-21", "15 to 21 February 2025"),
    ("2025-02-25", "2025-03-03", "25 February to 3 March 2025"),
    ("2025-02-01", "2025-02-28", "February 2025"),
    ("2024-09-01", "2024-09-15", "early September 2024"),
    ("2025-01-01", "2025-03-31", "January to March 2025"),
    ("2025-01-01", "2025-12-31", "2025"),
    ("2020-01-01", "2025-12-31", "2020 to 2025"),
    ("2024-11-01", "2025-02-28", "November 2024 to February 2025"),
    ("2025-02-15", "2025-11-15", "between 15 February 2025 and 15 November 2025"),
    ("", "2026-11-22", "22 November 2026 or earlier"),
    ("2025-02-15", "", "15 February 2025 or later"),
    ("", "", "date unknown"),
    ("9999-12-31", "9999-12-31", "31 December 9999"),
    ("9999-12-01", "9999-12-31", "December 9999"),
]


@pytest.mark.parametrize(("earliest", "latest", "words"), IN_WORDS)
def test_in_words(earliest, latest, words):
    assert in_words(earliest, latest) == words
