"""The score of happenings joined across documents, on a small folder in ECB+'s format."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pressbrief import score
from telling import answering

AS_OF = date(2026, 1, 31)
SAID = {
    "1_1ecb": ["Kenya opened an embassy in Japan .", "It rained in the north of it ."],
    "1_2ecb": ["Kenya has opened an embassy in Japan , it said .", "Rain fell in the north ."],
}


def xml(sentences: list[str]) -> str:
    """A document whose sentences each tell an action; the first two of two documents are one."""
    words = [(at, word) for at, text in enumerate(sentences) for word in text.split()]
    tokens = "".join(
        f'<token t_id="{number}" sentence="{at}">{word}</token>'
        for number, (at, word) in enumerate(words)
    )
    places = [next(n for n, (at, _) in enumerate(words) if at == s) for s in range(len(sentences))]
    marked = "".join(
        f'<ACTION_OCCURRENCE m_id="{s}"><token_anchor t_id="{at}"/></ACTION_OCCURRENCE>'
        for s, at in enumerate(places)
    )
    chains = "".join(
        f'<CROSS_DOC_COREF r_id="9{s}" note="ACT{s}"><source m_id="{s}"/></CROSS_DOC_COREF>'
        for s in range(len(sentences))
    )
    return (
        f"<Document>{tokens}<Markables>{marked}</Markables><Relations>{chains}</Relations>"
        "</Document>"
    )


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "1").mkdir()
    for name, sentences in SAID.items():
        (tmp_path / "1" / f"{name}.xml").write_text(xml(sentences), encoding="utf-8")
    rows = [f"1,{name.split('_')[1]},{at}" for name in SAID for at in (0, 1)]
    text = "\n".join(["Topic,File,Sentence Number", *rows])
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_pair_is_right_if_both_tell_one_action_and_one_event(folder):
    with answering({}, one=("embassy",)):
        found = json.loads(score.run("events", folder, AS_OF).result)
    assert (found["items"], found["precision"], found["recall"]) == (2, 1, 0.5)


@pytest.mark.parametrize("broken", ["", "Topic,File\n1,1ecb\n"])
def test_another_folder_is_named(tmp_path, broken):
    if broken:
        (tmp_path / "ECBplus_coreference_sentences.csv").write_text(broken, encoding="utf-8")
    with pytest.raises(score.ScoreError, match="expected an ECB"):
        score.run("events", tmp_path, AS_OF)
