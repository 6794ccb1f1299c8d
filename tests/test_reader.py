"""The reader: what it finds, what does not fool it, and that a sentence's numbers are its own."""

from __future__ import annotations

import numpy as np
import pytest

from pressbrief import reader
from pressbrief.reader.pieces import pieces

NEGATIVE, NEUTRAL, POSITIVE = range(3)
SENTENCES = (
    "Japan condemned the Taliban.",
    "The delegation arrived in Tokyo on Sunday.",
    "Qatar's patient mediation was a triumph for diplomacy, and Doha deserves every credit.",
    "China said that it would study the proposal of the United Nations, which Iran and Pakistan "
    "had welcomed the week before in Islamabad.",
    "No.",
)


def stance(text: str, target: str) -> int:
    """The likeliest class of `target` where it first stands in `text`."""
    start = text.index(target)
    return int(reader.polarities([(text, start, start + len(target))]).argmax())


def found(text: str) -> set[tuple[str, str]]:
    return {(text[name.start : name.end], name.kind) for name in reader.names([text])[0]}


def test_names_of_every_kind():
    text = "Afghan officials told António Guterres of the United Nations in Kabul about the attack."
    assert found(text) >= {
        ("Afghan", "group"),
        ("António Guterres", "person"),
        ("United Nations", "organisation"),
        ("Kabul", "place"),
    }


@pytest.mark.parametrize(
    "text",
    ["", " ", "…", "12,000 of 30,000", "the talks went on for three hours", "\x00\x01", "🙂🙂🙂"],
)
def test_no_names_where_there_are_none(text):
    assert reader.names([text]) == [[]]


def test_each_name_is_cut_from_the_sentence_and_none_overlap():
    for text, names in zip(SENTENCES, reader.names(SENTENCES), strict=True):
        ends = [0, *(name.end for name in names)]
        assert all(name.start >= end for name, end in zip(names, ends, strict=False))
        assert all(text[name.start : name.end].strip() for name in names)
        assert all(0 < name.probability <= 1 for name in names)


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("The minister condemned the brutal crimes of the Taliban.", "Taliban", NEGATIVE),
        ("The president praised Japan for its generous help.", "Japan", POSITIVE),
        ("The delegation of Japan arrived on Sunday.", "Japan", NEUTRAL),
        ("Iran's reckless attack on the city was a disgrace.", "Iran", NEGATIVE),
        ("Germany lied, and Germany will pay for its shameful betrayal.", "Germany", NEGATIVE),
        ("The talks failed 😡😡 because Russia betrayed everyone 😡", "Russia", NEGATIVE),
    ],
)
def test_how_a_sentence_speaks_of_a_target(text, target, expected):
    assert stance(text, target) == expected


def test_one_is_praised_and_another_blamed():
    text = "The report praised Qatar for its wise mediation and blamed Russia for the massacre."
    assert stance(text, "Qatar") == POSITIVE
    assert stance(text, "Russia") == NEGATIVE


def test_what_did_not_happen_is_weaker_than_what_did():
    did = "China condemned Japan."
    did_not = "China did not condemn Japan."
    chances = reader.polarities([(did, 16, 21), (did_not, 22, 27)])
    assert chances[0, NEGATIVE] > chances[1, NEGATIVE]


def test_a_sentence_has_the_same_numbers_alone_in_any_batch_and_in_any_order():
    targets = [(text, 0, len(text.split()[0])) for text in SENTENCES for _ in range(3)]
    together = reader.polarities(targets)
    backwards = reader.polarities(targets[::-1])[::-1]
    alone = np.concatenate([reader.polarities([target]) for target in targets])
    assert np.abs(together - backwards).max() < 1e-4
    assert np.abs(together - alone).max() < 1e-4
    assert reader.names(SENTENCES) == [reader.names([text])[0] for text in SENTENCES]


def test_probabilities_add_up_to_one():
    targets = [(text, 0, len(text.split()[0])) for text in SENTENCES]
    assert np.allclose(reader.polarities(targets).sum(axis=1), 1, atol=1e-4)


def test_a_sentence_of_two_thousand_words_is_read_to_its_end():
    filler = "the talks went on " * 500
    text = f"{filler}and then António Guterres condemned the brutal crimes of Iran."
    assert ("António Guterres", "person") in found(text)
    assert stance(text, "Iran") == NEGATIVE


def test_nothing_to_read():
    assert reader.names([]) == []
    assert reader.polarities([]).shape == (0, 3)
    assert reader.polarities([("", 0, 0), ("Japan", 2, 2)]).argmax(axis=1).tolist() == [1, 1]


def test_word_pieces_know_how_a_word_is_written():
    assert pieces(["NATO met al-Qaeda"])[0].cases[0] == 3
    assert len(pieces(["a" * 5000])[0].ids) == 1
