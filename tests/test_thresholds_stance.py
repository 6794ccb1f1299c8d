"""How far, how many, how sure: the thresholds of stance, an example on each side of each."""

from __future__ import annotations

import numpy as np
import pytest

from pressbrief import reader
from pressbrief.stance.appraisal import polarity_corrections
from pressbrief.stance.appraisal.balance import Balance, balance
from pressbrief.stance.appraisal.propositions import side, terms
from pressbrief.stance.appraisal.verdicts import Count, evaluates, portrays, verdict
from pressbrief.stance.attribution import referred
from pressbrief.stance.attribution.windows import Windows
from pressbrief.stance.model import Appraisal
from pressbrief.topic.corrections import Correction, CorrectionError
from spoken import rows, voices, voices_of
from test_propositions import RECOGNITION
from test_stance_section import articles, own, sentence, sentences, stances
from test_stance_sources import CRITICAL, NONE, by_source

# Who speaks, and what he says


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # parts of one object, the last of them not too long
        (
            "Motegi praised talks, the trade of the ports of the north and aid.",
            ["talks, the trade of the ports of the north and aid"],
        ),
        (
            "Motegi praised talks, the trade of the many ports of the north of the island of "
            "Japan and aid.",
            ["talks"],
        ),
    ],
)
def test_how_far_a_list_goes_on_after_a_comma(text, said):
    assert [one for _, _, one in voices(text)] == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # nobody's words in marks: a term, or something said
        ("It was “a long time of talks” for all.", []),
        ("It was “a very long time of talks” for all.", ["“a very long time of talks”"]),
        ("“Talks go.”", []),
        ("“Talks go on.”", ["“Talks go on.”"]),
        # somebody's
        ("Motegi called it “great” in Tokyo.", []),
        ("Motegi called it “a mess” in Tokyo.", ["“a mess”"]),
    ],
)
def test_how_many_words_in_marks_are_said(text, found):
    assert [said for kind, _, said in voices(text) if kind == "direct"] == found


@pytest.mark.parametrize(("times", "found"), [(40, True), (60, False)])
def test_a_single_mark_closes_within_a_thousand_characters(times, found):
    said = voices(f"Motegi said: ‘{'talks go on and on ' * times}’ in Tokyo.")
    assert ("direct" in [kind for kind, _, _ in said]) is found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Motegi: Talks go on.", "NHK: Will they?"], []),
        (["Motegi: Talks go on.", "NHK: Will they?", "Motegi: Yes."], ["Motegi", "NHK", "Motegi"]),
        (["MOTEGI: Talks go on.", "It was long."], []),
        (["MOTEGI: Talks go on.", "NHK: Will they?"], ["MOTEGI", "NHK"]),
    ],
)
def test_a_label_that_comes_twice_makes_a_transcript(lines, found):
    assert [who.split()[-1] for _, who, _ in voices(*lines)] == found


# What the reader is asked, and when it is believed


def test_the_reader_sees_three_sentences_before_a_voice_and_one_after():
    said, named, _ = rows(*(f"Motegi came {word}." for word in ("once", "twice", "thrice")),
                          "China left.", "“Talks go on,” he said.", "NHK heard it.",
                          "Hayashi slept.")  # fmt: skip
    shown = Windows(said, named).around(5, said[4].start)
    assert shown.text.startswith("Motegi came twice.") and shown.text.endswith("NHK heard it.")


@pytest.mark.parametrize(("length", "shown"), [(1000, True), (1600, False)])
def test_the_reader_sees_fifteen_hundred_characters_at_most(length, shown):
    said, named, _ = rows(f"Motegi came {'x' * length}.", "“Talks go on,” he told NHK.")
    assert ("Motegi" in Windows(said, named).around(2, said[1].start).text) is shown


@pytest.mark.parametrize(("chance", "speaker"), [(0.15, "Toshimitsu Motegi"), (0.07, "unknown")])
def test_what_a_pronoun_is_taken_for_stands_unless_the_reader_doubts_it(chance, speaker):
    said, named, _ = rows(["Motegi came.", "“Talks go on,” he said."])
    (voice,) = voices_of(said, named)
    found = referred.decided(voice, False, {"Toshimitsu Motegi": chance, "": 1 - chance})
    assert found.speaker == speaker


@pytest.mark.parametrize(("times", "asked"), [(7, 7), (12, 8)])
def test_of_so_many_voices_of_a_sentence_the_reader_is_asked(monkeypatch, times, asked):
    said, named, _ = rows("Motegi said that " * times + "talks go on.")
    windows: list = []

    def references(some):
        windows.extend(some)
        return [np.eye(len(places) + 1)[-1] for _, _, places in some]

    monkeypatch.setattr(reader, "references", references)
    referred.resolved({"a": voices_of(said, named)}, {"a": said}, {"a": named})
    assert len(windows) == asked


# What a sentence judges


@pytest.mark.parametrize(
    ("polarity", "judges", "tells"), [(0.32, 0, 0), (0.34, 1, 0), (0.36, 1, 1), (-0.34, -1, 0)]
)
def test_from_where_on_a_sentence_judges_and_tells(polarity, judges, tells):
    assert (evaluates(polarity), portrays(polarity)) == (judges, tells)


def test_chances_have_four_decimals():
    assert Appraisal.of(0.123456, 0.5).p_negative == 0.1235
    assert balance(np.array([[1, 2, 0]]), 0.95).mean == -0.5208


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Japan has not yet fully recognised the Taliban.", [-1]),
        ("Japan has not once said that it recognised the Taliban.", [1]),
    ],
)
def test_a_denial_turns_what_stands_within_three_words(text, sides):
    assert [side(text, place, RECOGNITION) for place in terms(text, RECOGNITION)] == sides


@pytest.mark.parametrize(("found", "holds"), [(-0.4149, True), (-0.418, False)])
def test_a_polarity_is_corrected_as_it_is_printed(found, holds):
    entry = {"what": "stance", "file": "aa.txt", "sentence": "Japan is", "target": "Japan"}
    one = Correction(**entry, expected=-0.41, new=0, reason="It only reports this.")
    read, lines = articles("aa"), sentences(sentence("aa", 1, "Japan is shoddy."))
    unmet: list[CorrectionError] = []
    made = polarity_corrections.replayed(
        [one], read, lines, stances(own("aa", 1, found)), unmet=unmet
    )
    assert (made["polarity"].tolist() == [0], unmet == []) == (holds, holds)


# What a source's judgements come to


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([[6, 5, 0]], Balance(-0.8627, -1.0, -0.115)),
        ([[2, 8, 0], [1, 9, 2]], Balance(-0.0612, -0.4501, 0.3256)),
    ],
)
def test_counts_become_a_balance_and_its_ends(counts, found):
    assert balance(np.array(counts), 0.95) == found


@pytest.mark.parametrize(
    ("count", "ends", "found"),
    [
        (Count(3, 9, 2, 2, 1), (-0.5, 0.3), "mixed"),
        (Count(3, 9, 1, 2, 0), (-0.5, 0.3), "too little evidence"),
        (Count(2, 18, 0, 1, 0), (-0.5, 0.3), "none voiced"),
        (Count(2, 16, 0, 1, 0), (-0.5, 0.3), "too little evidence"),
        # what is printed as 0.00 is zero
        (Count(6, 5, 0, 5, 0), (-0.5, -0.004), "too little evidence"),
        (Count(6, 5, 0, 5, 0), (-0.5, -0.006), "critical"),
    ],
)
def test_when_counts_bear_a_verdict(count, ends, found):
    assert verdict(count, *ends, min_sentences=5, min_judgements=3) == found


def test_the_three_clearest_expressions_are_shown():
    said = [(CRITICAL, word) for word in ("shoddy", "inept", "vile", "dire", "poor")]
    row = by_source({"one": [*said, *[NONE] * 4]}).iloc[0]
    assert row["expressions"] == "shoddy; inept; vile"
