"""What the reader itself makes of dates: those in names and states, and those that are to come."""

from __future__ import annotations

import pytest

from telling import rows, timeline

NO_EVENT = [
    # in the name of a law, a campaign, games, a year of school, a day that names a happening
    "The factory was fined under the 1976 Clean Water Act.",
    "She had worked on the 2008 campaign of the president.",
    "The 2012 Olympics cost more than was planned.",
    "He is a member of the class of 1998.",
    "Families of the 9/11 victims gathered in New York.",
    "The minister is to appear on “Valley News Sunday”, his office said.",
    # a term of what has been done
    "The minister backed a vote by the end of this year.",
    # states, comparisons, terms of office, nowadays
    "As of Tuesday no group had claimed the attack.",
    "It was the first visit by a minister since 2021.",
    "The rate fell to 4 percent, the lowest since March 2019.",
    "He was governor from 1999 to 2007.",
    "Villages in the north are poorer today than the towns.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_a_date_of_a_name_or_a_state_dates_no_happening(text):
    assert timeline(text, really=True)[1].empty


# Of Monday, 20 May 2024.
DATED = [
    ("The minister visited Kenya on Friday.", "2024-05-17", "happened",
     "The minister visited Kenya"),
    ("Police arrested two men on Friday.", "2024-05-17", "happened", "Police arrested two men"),
    ("The minister will travel to Kenya on Friday.", "2024-05-24", "planned",
     "The minister will travel to Kenya"),
    ("France has invited Germany to talks on Friday.", "2024-05-24", "planned",
     "France has invited Germany to talks"),
    ("The firm has until Friday to reply.", "2024-05-24", "planned",
     "The firm has until Friday to reply"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "status", "title"), DATED)
def test_a_coming_day_is_to_come_and_a_past_one_past(text, day, status, title):
    events = timeline(text, really=True)[1]
    assert rows(events, "earliest", "status", "title") == [(day, status, title)]
