"""Judgements that are not made: "withheld his endorsement", "long delayed endorsing him"."""

from __future__ import annotations

from pressbrief.english.word_lists import words
from pressbrief.reader.syntax import Tree
from pressbrief.stance.model import Range

# Verbs after which what they govern is not done (Karttunen 2012, "Simple and phrasal
# implicatives").
DENYING = words("appraisal/denials") - words("function_words/negations")
# How what is not done hangs on them: "withheld praise", "refused to praise", "from praising".
GOVERNED = frozenset(("dobj", "xcomp", "pcomp", "pobj", "prep", "acl", "conj", "ccomp"))


def is_withheld(text: str, tree: Tree, judging: Range) -> bool:
    """Whether the words (characters) that judge in a sentence are governed by a verb of denying.

    A verb among the words themselves ("refused to back") judges by it.

    >>> from pressbrief import reader
    >>> said = "Holm withheld his endorsement of Sandow."
    >>> is_withheld(said, reader.parses([said])[0], (18, 29))
    True
    """
    at = tree.top(*judging)
    inside = tree.inside(*judging)
    while at is not None and tree[at].relation in GOVERNED:
        at = tree[at].head
        if at in inside:
            return False
        if at >= 0 and text[tree[at].start : tree[at].end].lower() in DENYING:
            return True
    return False
