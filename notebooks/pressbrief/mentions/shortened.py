"""What an article calls an organisation by once it has named it: "Carnegie", of the Endowment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pressbrief.mentions.keys import company
from pressbrief.mentions.model import Seen


def forms(seen: Iterable[Seen]) -> dict[str, str]:
    """First words of an article's organisations with the longer name of each, as keys.

    Such a word is the first of one longer name only, and has not stood alone before that: who
    speaks of Toyota and then of the Toyota Foundation speaks of two.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    comes_after: dict[str, bool] = {}
    for name in (company(one.text) for one in seen if one.kind == "organisation"):
        first, _, more = name.partition(" ")
        if more:
            longer[first].add(name)
        else:
            comes_after.setdefault(first, first in longer)
    return {
        first: next(iter(longer[first]))
        for first, after in comes_after.items()
        if after and len(longer[first]) == 1
    }
