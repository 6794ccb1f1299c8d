"""A people's name names its state, its language does not: marked sentences in, surfaces out."""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import built
from pressbrief.tables.select import naming
from pressbrief.topic import Actor, Topic

JAPAN = Actor(name="Japan", type="state", demonyms=["Japanese"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He told reporters in [French|g] that [France|l] would not yield.", ["France"]),
        ("He speaks [Russian|g], [German|g] and [French|g].", []),
        ("The [Russian|g] embassy replied in [Russian|g].", ["Russian"]),
        ("It was translated from [Spanish|g] into [Japanese|g].", []),
        ("An [English|g]-language daily in [Peru|l] reported it.", ["Peru"]),
        ("[Spanish|g] is widely spoken there.", []),
        # Here it says who.
        ("In [French|g] politics such a vote is rare.", ["French"]),
        ("They met in [Russian|g] and [Chinese|g] waters.", ["Russian", "Chinese"]),
        ("Arrests rose, with an increase in [Americans|g], who came late.", ["Americans"]),
        ("It grew in [Japan|l], and they spoke [Tuesday|o].", ["Japan"]),
        ("The [Japanese|g] said no.", ["Japanese"]),
    ],
)
@pytest.mark.parametrize("listed", [(), (JAPAN,)], ids=["nobody listed", "Japan listed"])
def test_a_language_is_no_people(monkeypatch, text, expected, listed):
    _, found = built(monkeypatch, {"a": [text]}, Topic("t", Path("t"), "T", listed))
    assert naming(found)["surface"].tolist() == expected
