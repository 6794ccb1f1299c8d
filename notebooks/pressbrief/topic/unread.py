"""A topic of which nothing could be read: known wherever a topic is, also where no corpus is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pressbrief.topic.sidecar import TopicError

SHOWN = 20  # reasons that one message gives


class NothingReadError(TopicError):
    """A topic of which no file could be read as an article; the message names each and why."""

    def __init__(self, path: Path, skipped: Sequence[tuple[str, str]]):
        lines = [f"{path}: none of its {len(skipped)} files and items can be read"]
        lines += [f"{file}: {reason}" for file, reason in skipped[:SHOWN]]
        lines += [f"and {len(skipped) - SHOWN} more"] * (len(skipped) > SHOWN)
        super().__init__("\n".join(lines))
