"""The forms of English verbs: what a base form becomes in the present, the past and with "-ing"."""

from __future__ import annotations

from pressbrief.english.word_classes import words

_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "knowing"),
    "find": ("finds", "found", "finding"),
    "see": ("sees", "saw", "seeing"),
    "seek": ("seeks", "sought", "seeking"),
    "swear": ("swears", "swore", "swearing"),
    "choose": ("chooses", "chose", "choosing"),
    "understand": ("understands", "understood", "understanding"),
    "foresee": ("foresees", "foresaw", "foreseeing"),
    "begin": ("begins", "began", "beginning"),
    "show": ("shows", "showed", "showing"),
    "speak": ("speaks", "spoke", "speaking"),
    "go": ("goes", "went", "going"),
    "stand": ("stands", "stood", "standing"),
    "take": ("takes", "took", "taking"),
    "cast": ("casts", "cast", "casting"),
    "hit": ("hits", "hit", "hitting"),
}
_DOUBLED = words("beg admit quip slam dub rip pan snap rebut plan prefer brag opt refer pin chat")


def inflected(base: str) -> tuple[str, str, str]:
    """A verb's present with "-s", its past and its participle with "-ing".

    >>> inflected("deny"), inflected("say")
    (('denies', 'denied', 'denying'), ('says', 'said', 'saying'))
    """
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    stem = base + base[-1] if base in _DOUBLED else base
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    if base.endswith("e"):
        participle = base if base.endswith("ee") else base[:-1]
        return f"{base}s", f"{base}d", f"{participle}ing"
    hissing = base.endswith(("s", "sh", "ch", "x"))
    return f"{base}es" if hissing else f"{base}s", f"{stem}ed", f"{stem}ing"
