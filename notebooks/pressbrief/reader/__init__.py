"""The reader: a small language model that finds names, and answers what a sentence says of whom.

It runs offline on a CPU through onnxruntime. CARD.md says what it was trained on, how well it
does, and what it must not be used for.

rows.py      a text and what is asked of it, as numbers
model.py     the network's answers to rows
tagging.py   names out of chances for each word
syntax.py    the grammar of a sentence: whose dependent each word is
answered.py  what was answered before, between runs
readings.py  who judges whom, what a time dates, whose words these are, whether two tell one thing
"""

from pressbrief.reader.answered import keep
from pressbrief.reader.readings import (
    Happening,
    Judgement,
    happenings,
    judgements,
    polarities,
    references,
    same,
)
from pressbrief.reader.syntax import Tree, Word, parses
from pressbrief.reader.tagging import Name, names

__all__ = [
    "Happening",
    "Judgement",
    "Name",
    "Tree",
    "Word",
    "happenings",
    "judgements",
    "keep",
    "names",
    "parses",
    "polarities",
    "references",
    "same",
]
