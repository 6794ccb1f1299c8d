"""A capital city: the government of its state, or the place."""

from __future__ import annotations

import pytest

from test_mentions import blind, surfaces  # noqa: F401

GOVERNMENT = [
    "Tokyo has not recognised it.",
    "Although Tokyo refrains from it, aid flows.",
    "The talks offer a window for Tokyo to act.",
    "It has ties with Washington.",
    "It is a step towards Washington.",
    "They are confronting Beijing.",
    "Pressure from Beijing grew.",
    "An offer to Kabul followed.",
    "The growth of Beijing’s influence is plain.",
    "It serves the interests of Beijing.",
    "Support for Kabul was sought.",
    "Officials in Tokyo’s government agreed.",
    "Beijing-backed firms came.",
    "Talks between Tokyo and Beijing failed.",
]
PLACE = [
    "The talks were held in Tokyo.",
    "They met in downtown Kabul.",
    "They were evacuated from Kabul.",
    "A visit to Tokyo followed.",
    "The force was sent to Kabul.",
    "He left for Tokyo; a flight for Tokyo was late.",
    "They saw the streets of Kabul and the fall of Kabul.",
    "On that day Kabul fell.",
    "They seized Kabul.",
    "Kabul airport was closed.",
    "Tokyo-based traders waited.",
    "A meeting at the White House followed.",
    "They met in Tokyo and Beijing.",
    "TOKYO (Kyodo) — The talks ended.",
    "BEIJING, Sept. 5 (Xinhua) -- The talks ended.",
]


@pytest.mark.parametrize("text", GOVERNMENT)
def test_a_government(text):
    assert surfaces(text)


@pytest.mark.parametrize("text", PLACE)
def test_a_place(text):
    assert surfaces(text) == []


def test_a_city_before_its_state_leaves_the_state():
    assert surfaces("They live near Kabul, Afghanistan.") == ["Afghanistan"]
    assert surfaces("Kabul, Afghanistan, is far.") == ["Afghanistan"]
