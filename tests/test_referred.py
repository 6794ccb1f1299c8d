"""Whose words the reader takes a voice for: paragraphs and its chances in, the speakers out."""

from __future__ import annotations

import numpy as np
import pytest

from pressbrief import reader
from pressbrief.stance.attribution import referred
from spoken import rows, voices_of


def speakers(monkeypatch, *paragraphs, sure: dict[str, float]):
    """(speaker, what is said) of each voice where the reader has `sure` chances for actors."""
    sentences, named, text = rows(*paragraphs)

    def references(asked):
        found = []
        for window, _, candidates in asked:
            called = [window[slice(*places[0])] for places in candidates]
            chances = [sure.get(name, 0.0) for name in called]
            found.append(np.array([*chances, 1 - sum(chances)]))
        return found

    monkeypatch.setattr(reader, "references", references)
    found = {"a": voices_of(sentences, named)}
    made = referred.resolved(found, {"a": sentences}, {"a": named})["a"]
    return [(one.speaker, text[one.start : one.end]) for one in made]


@pytest.mark.parametrize(
    ("paragraphs", "sure", "speaker"),
    [
        # Nobody stands beside the words; the reader says who speaks, or it stays open.
        (["Motegi wrote to NHK.", "“Talks go on, and they will last.”"], {"Motegi": 0.92},
         "Toshimitsu Motegi"),
        (["Motegi wrote to NHK.", "“Talks go on, and they will last.”"], {"Motegi": 0.5},
         "unknown"),
        # A pronoun or a description: the reader against the grammar, and neither for certain.
        ([["Motegi came.", "“Talks go on,” he said."]], {"Motegi": 0.92}, "Toshimitsu Motegi"),
        ([["Motegi came.", "“Talks go on,” he said."]], {"Motegi": 0.05}, "unknown"),
        ([["NHK asked Motegi.", "“Talks go on,” the old minister said."]], {"Motegi": 0.92},
         "Toshimitsu Motegi"),
        # A name beside the cue stands, unless the reader is all but certain.
        (["“Talks go on,” Motegi told NHK."], {"NHK": 0.9}, "Toshimitsu Motegi"),
        (["“Talks go on,” Motegi told NHK."], {"NHK": 0.97}, "NHK"),
        # Who is named in what is said has not said it.
        ([["Motegi met Hayashi.", "“Talks go on with Hayashi,” he said."]],
         {"Hayashi": 0.95, "Motegi": 0.04}, "unknown"),
        ([["Motegi left.", "“Talks go on with Hayashi,” he said."]],
         {"Hayashi": 0.5, "Motegi": 0.49}, "Toshimitsu Motegi"),
        # "He" is no broadcaster: of those who are left the reader is all but certain.
        ([["Hayashi ran with Motegi.", "“Talks go on,” he said on NHK."]],
         {"Motegi": 0.76, "NHK": 0.2}, "Toshimitsu Motegi"),
        # Whose wife she is has not spoken.
        ([["Motegi left.", "“Talks go on,” said his wife, a teacher."]], {"Motegi": 0.97},
         "unknown"),
        # Who carries words has not said them.
        ([["Motegi wrote.", "“Talks go on,” it reads, according to the Harbour Times."]],
         {"Motegi": 0.92}, "Toshimitsu Motegi"),
    ],
)  # fmt: skip
def test_who_is_meant_where_no_name_says_it(monkeypatch, paragraphs, sure, speaker):
    found = speakers(monkeypatch, *paragraphs, sure=sure)
    assert speaker in [who for who, said in found if said.startswith("“Talks go on")]


def test_all_sentences_of_a_quotation_have_one_speaker(monkeypatch):
    asked = [["Motegi met Hayashi.", "“Talks go on.", "They will last and last,” he said."]]
    found = speakers(monkeypatch, *asked, sure={"Hayashi": 0.92})
    assert [who for who, said in found if said.startswith(("“", "They"))] == [
        "Yoshimasa Hayashi"
    ] * 2


def test_she_is_nobody_of_whom_the_article_says_he(monkeypatch):
    sentences, named, _ = rows(["Motegi met Hayashi.", "“Talks go on,” she said."])
    monkeypatch.setattr(reader, "references", lambda asked: [np.array([0.9, 0.08, 0.02])])
    found = {"a": voices_of(sentences, named)}
    for surface, is_hers in (("He", False), ("She", True)):
        pronoun = named[0]._replace(surface=surface, kind="pronoun")  # said of Motegi
        ((said,),) = referred.resolved(found, {"a": sentences}, {"a": [*named, pronoun]}).values()
        assert (said.speaker == "Toshimitsu Motegi") == is_hers


def test_a_quotation_without_a_cue_is_asked_of_as_one(monkeypatch):
    sentences, named, _ = rows(
        ["NHK met Motegi.", "He sat down."], ["“Talks go on.", "They last.”"]
    )
    means = iter(([1.0, 0.0, 0.0], [0.0, 0.95, 0.05]))

    def references(asked):
        return [np.array(next(means)) for _ in asked]

    monkeypatch.setattr(reader, "references", references)
    found = referred.resolved({"a": voices_of(sentences, named)}, {"a": sentences}, {"a": named})
    assert [one.speaker for one in found["a"]] == ["unknown"] * 2


def test_of_a_sentence_without_end_the_reader_is_asked_a_few_times(monkeypatch):
    said = "Motegi said that " * 20 + "talks go on."
    asked = []
    sentences, named, _ = rows(said)

    def references(windows):
        asked.extend(windows)
        return [np.eye(len(places) + 1)[-1] for _, _, places in windows]

    monkeypatch.setattr(reader, "references", references)
    found = {"a": voices_of(sentences, named)}
    assert len(found["a"]) > referred.MOST >= len(asked)
    referred.resolved(found, {"a": sentences}, {"a": named})
    assert 0 < len(asked) <= referred.MOST


def test_nobody_is_asked_of_an_article_without_names_or_voices(monkeypatch):
    monkeypatch.setattr(reader, "references", None)
    assert referred.resolved({"a": []}, {"a": []}, {}) == {"a": []}
