"""How well the grammar is read by people's trees: who does what, in GUM's held-out documents.

`cd notebooks && python -m training.subjects GOLD`. GUM's trees are those of Universal Dependencies,
the reader's those of ClearNLP; whose subject a noun is, of a verb that is no "be", both have alike.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pressbrief import reader
from training.drawing import texts

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubjpass", "csubjpass")
Pair = tuple[int, int]


def of_gum(gold: Path) -> list[tuple[str, set[Pair], set[int]]]:
    """Held-out sentences, their (subject, verb) pairs by first characters, and all their verbs."""
    found = texts.documents(gold)
    held = {one.name for one in found if one.set == "gum" and one.sha1 in texts.held_out(found)}
    sentences = []
    for path in sorted((gold / "names/gum_wikinews").rglob("*.conllu")):
        if path.stem not in held:
            continue
        for rows in texts.gum_sentences(path.read_text(encoding="utf-8").splitlines()):
            words, text, begins = [row[1] for row in rows], "", {}
            for row, word in zip(rows, words, strict=True):
                begins[row[0]] = len(text)
                text += word + ("" if "SpaceAfter=No" in row[9] else " ")
            verbs = {row[0] for row in rows if row[3] == "VERB"}
            pairs = {
                (begins[row[0]], begins[row[6]])
                for row in rows
                if row[7] in SUBJECTS and row[6] in verbs
            }
            sentences.append((text.rstrip(), pairs, {begins[verb] for verb in verbs}))
    return sentences


def read(text: str, tree: reader.Tree, verbs: set[int]) -> set[Pair]:
    """The (subject, verb) pairs of a tree, of the verbs at these characters."""
    return {
        (word.start, tree[word.head].start)
        for word in tree
        if word.relation in SUBJECTS and word.head >= 0 and tree[word.head].start in verbs
    }


def main(gold: Path) -> None:
    """Prints precision and recall of subjects."""
    sentences = of_gum(gold)
    right = found = wanted = 0
    trees = reader.parses([text for text, _, _ in sentences])
    for (text, pairs, verbs), tree in zip(sentences, trees, strict=True):
        said = read(text, tree, verbs)
        right, found, wanted = right + len(said & pairs), found + len(said), wanted + len(pairs)
    print(len(sentences), "sentences", round(right / found, 3), round(right / wanted, 3))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
