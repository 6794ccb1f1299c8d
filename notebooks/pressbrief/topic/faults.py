"""Faults of what a person gave: the message says all that there is to say."""

from __future__ import annotations


class InputError(ValueError):
    """A value that a person gave and cannot be used; a notebook shows its message alone."""

    def _render_traceback_(self) -> list[str]:
        # IPython's hook: forty lines of this package's code would hide the one that helps.
        return [f"{type(self).__name__}: {self}"]
