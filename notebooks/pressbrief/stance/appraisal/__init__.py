"""How a sentence speaks of a target, and what all of a source's sentences come to."""
