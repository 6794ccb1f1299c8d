"""Sources in one breath."""

from __future__ import annotations

from pressbrief.sections.names import UNSIGNED
from pressbrief.sections.phrase import Phrase, quoted
from pressbrief.sections.wording import LISTED, counted, listed


def all_of(sources: list[Phrase]) -> Phrase:
    """Sources in one breath: publishers, then "unsigned 000, 001 and 002"."""
    if len(sources) > LISTED:
        return counted(len(sources), "source")
    signed_ = sorted(source for source in sources if not source.startswith(UNSIGNED))
    first, *rest = sorted(set(sources) - set(signed_)) or [Phrase()]
    others = (quoted(source.removeprefix(UNSIGNED)) for source in rest)
    unsigned = [first, *others] if first else []
    return listed([*signed_, *unsigned])
