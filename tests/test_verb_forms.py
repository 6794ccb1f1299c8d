"""The forms of verbs: those that were once made wrong or not at all, and their list's origin."""

from __future__ import annotations

import pytest

from pressbrief.english import word_lists
from pressbrief.english.verb_forms import inflected


@pytest.mark.parametrize(
    ("base", "present", "past", "participle", "progressive"),
    [
        ("say", "says", "said", "said", "saying"),
        ("deny", "denies", "denied", "denied", "denying"),
        ("see", "sees", "saw", "seen", "seeing"),
        ("reach", "reaches", "reached", "reached", "reaching"),
        # Not optted, regreted, abhored, layed, echos.
        ("opt", "opts", "opted", "opted", "opting"),
        ("regret", "regrets", "regretted", "regretted", "regretting"),
        ("abhor", "abhors", "abhorred", "abhorred", "abhorring"),
        ("lay", "lays", "laid", "laid", "laying"),
        ("echo", "echoes", "echoed", "echoed", "echoing"),
        # Participles that are no past.
        ("begin", "begins", "began", "begun", "beginning"),
        ("choose", "chooses", "chose", "chosen", "choosing"),
        ("foresee", "foresees", "foresaw", "foreseen", "foreseeing"),
        ("know", "knows", "knew", "known", "knowing"),
        ("speak", "speaks", "spoke", "spoken", "speaking"),
        ("swear", "swears", "swore", "sworn", "swearing"),
        ("take", "takes", "took", "taken", "taking"),
        ("write", "writes", "wrote", "written", "writing"),
        # Two spellings, or two forms.
        ("dream", "dreams", "dreamed dreamt", "dreamed dreamt", "dreaming"),
        ("label", "labels", "labeled labelled", "labeled labelled", "labeling labelling"),
        ("learn", "learns", "learned learnt", "learned learnt", "learning"),
        ("plead", "pleads", "pleaded pled plead", "pleaded pled plead", "pleading"),
        ("show", "shows", "showed", "shown showed", "showing"),
        ("signal", "signals", "signaled signalled", "signaled signalled", "signaling signalling"),
        # No verb of the list, and a form that is another word today.
        ("retweet", "retweets", "retweeted", "retweeted", "retweeting"),
        ("crow", "crows", "crowed", "crowed", "crowing"),
    ],
)
def test_a_verb_has_all_forms_in_all_spellings(base, present, past, participle, progressive):
    forms = [sorted(spellings) for spellings in inflected(base)]
    expected = (present, past, participle, progressive)
    assert forms == [sorted(spellings.split()) for spellings in expected]


def test_the_list_of_irregular_verbs_is_what_its_script_writes():
    pytest.importorskip("lemminflect", reason="comes with the extra `train`")
    from training import irregular_verbs

    listed = (word_lists.FOLDER / "irregular_verbs.txt").read_text(encoding="utf-8")
    assert listed == irregular_verbs.written()
