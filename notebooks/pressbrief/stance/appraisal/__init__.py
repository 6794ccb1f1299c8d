"""How a sentence speaks of a target, so far as a holder has it, and what they all come to."""
