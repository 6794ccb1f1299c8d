"""Cues of attribution: words that say that somebody says, asks, judges or expresses something.

Each verb stands under its base form with the complements that it takes:
  say      a clause, reported or quoted ("said that", "said Wednesday", a quotation)
  ask      somebody to do something ("urged the Taliban to")
  express  a matter ("expressed concern about", "emphasized the importance of")
  judge    somebody or something, well or ill ("condemned", "praised")
A verb may stand under several. Grow the table here; nothing else knows a cue by name.
"""

from __future__ import annotations

from dataclasses import dataclass

from pressbrief.mentions.words import table

_VERBS = {
    "say": """say state add claim argue note announce declare explain insist stress emphasize
        emphasise underline underscore warn report confirm deny reply respond acknowledge admit
        believe think suggest assert affirm allege maintain concede predict promise pledge vow
        propose recall remark observe reiterate reaffirm contend complain conclude write tweet
        reveal disclose testify indicate agree hope fear tell speculate estimate joke quip caution
        counter retort recount boast lament opine reckon reason posit point learn know feel
        mention answer hint imply charge signal""",
    "ask": """urge ask press request order warn tell advise implore instruct remind beg exhort
        caution""",
    "express": """express voice convey emphasize emphasise stress reiterate acknowledge deny demand
        propose declare announce pledge describe cite admit confirm reaffirm underline underscore
        promise outline suggest claim""",
    "judge": """condemn criticize criticise praise welcome denounce blame accuse slam hail reject
        oppose applaud defend attack commend decry deplore laud lambast rebuke ridicule mock
        endorse blast dismiss chide fault assail disparage deride""",
}
_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "knowing"),
    "beg": ("begs", "begged", "begging"),
    "admit": ("admits", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipping"),
    "slam": ("slams", "slammed", "slamming"),
}
# Two words that make one cue.
PHRASES = {
    ("call", "on"): "ask",
    ("call", "upon"): "ask",
    ("appeal", "to"): "ask",
    ("call", "for"): "express",
    ("point", "out"): "say",
    ("lash", "out"): "judge",
    ("speak", "of"): "express",
    ("warn", "of"): "express",
    ("warn", "against"): "express",
    ("complain", "about"): "express",
}
_PHRASE_VERBS = {
    "call": ("calls", "called", "calling"),
    "appeal": ("appeals", "appealed", "appealing"),
    "lash": ("lashes", "lashed", "lashing"),
    "speak": ("speaks", "spoke", "speaking"),
}
# A form that is also a noun is a verb only before a clause or a quotation.
NOUNS = table(
    """state states claim claims note notes report reports reply replies respond charge charges
    demand demands request requests order orders press attack attacks blame hope hopes fear fears
    estimate estimates promise promises pledge pledges vow caution counter answer answers recall
    reason reasons point points mention mentions signal signals push voice voices stress blast
    praise fault remark remarks joke jokes boast thought feeling meaning writing warning saying
    reasoning ordering"""
)
# Said of things too ("the context suggests"): cues only with a named speaker right before them.
EVIDENCE = table("suggest indicate imply hint reveal signal mention reason learn")
# Verbs of other work as well ("maintain ties"): cues only before "that" or a quotation.
CLAUSE_ONLY = table(
    """maintain counter know feel agree hope learn reason point posit hint imply fear think tell
    conclude continue reckon repeat observe write recall indicate charge estimate"""
)
PASSIVE = table("is are was were be been being")
# What may stand between subject and cue.
AUXILIARIES = table(
    """has have had is are was were be been being also then later again once will would can could
    may might must shall should did does do not never further reportedly repeatedly consistently
    largely previously already earlier always often now recently publicly officially to continue
    continues continued just only still sharply strongly formally directly first even ever
    both jointly explicitly flatly immediately n't simply once regularly specifically"""
)


@dataclass(frozen=True)
class Cue:
    """One form of a cue verb: its base form, the complements it takes, and which form it is."""

    base: str
    takes: frozenset[str]
    form: str  # base, present, past, participle ("-ing")


def _inflected(base: str) -> tuple[str, str, str]:
    if base in _IRREGULAR or base in _PHRASE_VERBS:
        return (_IRREGULAR | _PHRASE_VERBS)[base]
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    if base.endswith("e"):
        return f"{base}s", f"{base}d", f"{base[:-1]}ing"
    hissing = base.endswith(("s", "sh", "ch", "x"))
    return f"{base}es" if hissing else f"{base}s", f"{base}ed", f"{base}ing"


def _single_verbs() -> dict[str, Cue]:
    takes: dict[str, set[str]] = {}
    for complement, text in _VERBS.items():
        for base in text.split():
            takes.setdefault(base, set()).add(complement)
    found: dict[str, Cue] = {}
    for base, complements in takes.items():
        forms = zip(
            ("base", "present", "past", "participle"), (base, *_inflected(base)), strict=True
        )
        for form, word in forms:
            found.setdefault(word, Cue(base, frozenset(complements), form))
    return found


def _phrases() -> dict[tuple[str, str], Cue]:
    found: dict[tuple[str, str], Cue] = {}
    for (base, particle), complement in PHRASES.items():
        forms = zip(
            ("base", "present", "past", "participle"), (base, *_inflected(base)), strict=True
        )
        for form, word in forms:
            found[word, particle] = Cue(f"{base} {particle}", frozenset({complement}), form)
    return found


VERBS = _single_verbs()
VERB_PHRASES = _phrases()
