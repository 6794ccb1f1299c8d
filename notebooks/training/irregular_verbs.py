"""Write the list of irregular verbs: `cd notebooks && python -m training.irregular_verbs`.

lemminflect, which only noun phrases ask at run time, takes a quarter of a second and 19 MB to say a
first form, in every kernel, and has had no release since 2022; so what it knows is written down
once, of each verb that the rules of verb_forms.py alone do not inflect as it does.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from pressbrief.english import word_lists
from pressbrief.english.verb_forms import FIELDS, by_rule

LISTED = "resources/infl_lu.csv.gz"
# Forms out of use that are other words today: "the cock crew".
OLD = frozenset({"crew"})
HEAD = """\
# Irregular verbs. Written by notebooks/training/irregular_verbs.py: change that, not this.

[irregular]
for: verbs whose forms the rules of english/verb_forms.py do not make, each with those in "-s", of
    the past, the past participle and in "-ing", of several spellings all
example: He has *written* to them. They *signalled* and *signaled*.
source: lemminflect 0.2.3 (MIT), which has them from the SPECIALIST Lexicon of the US National
    Library of Medicine
"""


def written() -> str:
    """The list as its file has it."""
    verbs = sorted({word for word in _verbs() if word.isascii() and word.islower()})
    lines = (_line(verb) for verb in verbs)
    return HEAD + "".join(f"{line}\n" for line in lines if line)


def _verbs() -> Iterator[str]:
    import lemminflect

    path = Path(lemminflect.__file__).parent / LISTED
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            word, kind, _ = row.split(",", 2)
            if kind == "verb" and word.isalpha():
                yield word


def _line(verb: str) -> str:
    """A verb with its forms; "" where the rules make them, or not all are known."""
    import lemminflect

    said = lemminflect.getAllInflections(verb, upos="VERB")
    forms = {
        tag: [form for form in all_ if form.isalpha() and form not in OLD]
        for tag, all_ in said.items()
    }
    past, participle = forms.get("VBD", []), forms.get("VBN", [])
    weak = [form for form in (*past, *participle) if form.endswith("ed") or form == f"{verb}t"]
    made = (
        forms.get("VBZ", []),
        dict.fromkeys([*past, *weak]),
        dict.fromkeys([*(participle or past), *weak]),
        [form for form in forms.get("VBG", []) if form.endswith("ing")],
    )
    if not all(made[:2]) or tuple(map(tuple, made)) == by_rule(verb):
        return ""
    made = [one or ruled for one, ruled in zip(made, by_rule(verb), strict=True)]
    return f"{verb}={FIELDS.join(','.join(spellings) for spellings in made)}"


if __name__ == "__main__":
    target = word_lists.FOLDER / "irregular_verbs.txt"
    target.write_text(written(), encoding="utf-8", newline="\n")
    print(f"{target}: {len(word_lists.read(target)['irregular'].values)} verbs")
