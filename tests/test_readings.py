"""The reader's heads: who judges whom, what a time dates, whose words, one happening or two."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from pressbrief import reader
from pressbrief.reader import answered
from pressbrief.reader.rows import Asked, cut

CRITICAL, NONE, FAVOURABLE = range(3)
BELONGS, DATES, NO_DATE = range(3)
HAPPENED, PLANNED, DENIED = range(3)
BEFORE, SAME_DAY, AFTER = range(3)
AUTHOR, UNNAMED = "author", "unnamed"


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def judged(text: str, target: str, *others: str) -> dict[str, int]:
    """Who judges the target in a sentence, and which way."""
    spans = tuple(place(text, other) for other in others)
    (read,) = reader.judgements([(text, (place(text, target),), spans)])
    said = {AUTHOR: read.author, UNNAMED: read.unnamed}
    said |= dict(zip(others, read.others, strict=True))
    return {who: int(one.argmax()) for who, one in said.items() if one.argmax() != NONE}


def dated(text: str, time: str) -> reader.Happening:
    return reader.happenings([(text, place(text, time))])[0]


def meant(text: str, mark: str, *candidates: str) -> str:
    """Who of the candidates said or is what is marked."""
    (chances,) = reader.references(
        [(text, place(text, mark), [[place(text, one)] for one in candidates])]
    )
    return [*candidates, ""][int(chances.argmax())]


SENTENCES = (
    "Japan condemned the Taliban.",
    "Qatar's patient mediation was a triumph for diplomacy, and Doha deserves every credit.",
    "China said on Monday that it would study the proposal of Iran, which Peru had welcomed.",
    "Iran hailed Iraq.",
)


def test_a_sentence_reads_the_same_alone_in_any_batch_and_in_any_order():
    asked = [
        (text, (place(text, text.split()[-1].strip(".")),), (place(text, text.split()[0]),))
        for text in SENTENCES * 2
    ]
    together = reader.judgements(asked)
    backwards = reader.judgements(asked[::-1])[::-1]
    alone = [reader.judgements([one])[0] for one in asked]
    for one, other, third in zip(together, backwards, alone, strict=True):
        assert one.words == other.words == third.words
        for name in ("author", "unnamed", "others", "portrayal"):
            assert np.abs(getattr(one, name) - getattr(other, name)).max() < 1e-4
            assert np.abs(getattr(one, name) - getattr(third, name)).max() < 1e-4


def test_chances_add_up_to_one_and_words_are_cut_from_the_sentence():
    for text in SENTENCES:
        (read,) = reader.judgements([(text, (place(text, text.split()[0]),), ())])
        assert read.author.sum() == pytest.approx(1, abs=1e-4)
        assert read.others.shape == (0, 3)
        assert text[slice(*read.words)].strip()


def test_nothing_to_read():
    assert reader.judgements([]) == reader.happenings([]) == reader.references([]) == []
    assert reader.same([]).shape == (0,)


def test_what_has_no_word_is_judged_by_nobody_and_dates_nothing():
    (read,) = reader.judgements([("Japan condemned it.", ((2, 2),), ((0, 5),))])
    assert [int(one.argmax()) for one in (read.author, read.unnamed, read.others[0])] == [NONE] * 3
    assert int(reader.happenings([("On Monday.", (3, 3))])[0].dates.argmax()) == NO_DATE
    assert reader.references([("He left.", (0, 0), [])])[0].tolist() == [1]


def test_a_long_sentence_is_cut_around_what_is_asked_about():
    text = "the talks went on " * 200 + "and Japan condemned the Taliban."
    (row,) = cut([Asked(text, (place(text, "Taliban"),), (place(text, "Japan"),))])
    assert len(row.row.ids) <= 128
    assert judged(text, "Taliban", "Japan") == {"Japan": CRITICAL}


def test_who_was_cut_off_judges_nobody():
    text = "Japan left, and " + "the talks went on " * 200 + "and Iran condemned the Taliban."
    (read,) = reader.judgements([(text, (place(text, "Taliban"),), (place(text, "Japan"),))])
    assert read.others.argmax(axis=1).tolist() == [NONE]


def asked_of_all() -> list:
    text = "Japan said on Monday that it condemned the Taliban."
    two = (text, place(text, "condemned"))
    return [
        *reader.judgements([(text, (place(text, "Taliban"),), (place(text, "Japan"),))])[0],
        *reader.happenings([(text, place(text, "Monday"))])[0],
        *reader.references([(text, place(text, "it"), [[place(text, "Japan")]])]),
        *reader.polarities([(text, *place(text, "Taliban"))]),
        *reader.same([(*two, *two)]),
        *reader.names([text]),
    ]


@pytest.fixture
def kept_in(tmp_path):
    reader.keep(tmp_path)
    yield tmp_path
    reader.keep(None)


def test_what_was_read_before_is_not_read_again(kept_in, monkeypatch):
    first = asked_of_all()
    monkeypatch.setattr(reader.model, "run", None)
    for one, again in zip(first, asked_of_all(), strict=True):
        assert np.array_equal(one, again) and type(one) is type(again)


@pytest.mark.parametrize("spoilt", [b"no database", b"SQLite format 3\x00 cut off"])
def test_a_spoilt_file_of_answers_costs_nothing_but_time(kept_in, spoilt):
    first = asked_of_all()
    (file,) = kept_in.glob("readings-*.sqlite")
    file.write_bytes(spoilt)
    for one, again in zip(first, asked_of_all(), strict=True):
        assert np.array_equal(one, again)


def test_a_damaged_answer_is_noticed_and_read_anew(kept_in):
    first = asked_of_all()
    (path,) = kept_in.glob("readings-*.sqlite")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("update answers set answer = replace(answer, '0', '7')")
    for _ in range(2):
        for one, again in zip(first, asked_of_all(), strict=True):
            assert np.array_equal(one, again)
    with closing(sqlite3.connect(path)) as file:
        kept = file.execute("select answer from answers").fetchall()
    assert any("0" in answer for (answer,) in kept)


def test_a_file_that_another_process_has_locked_is_neither_waited_for_nor_removed(
    kept_in, monkeypatch
):
    first = asked_of_all()
    (path,) = kept_in.glob("readings-*.sqlite")
    monkeypatch.setattr(answered, "SECONDS", 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("begin exclusive")
        for one, again in zip(first, asked_of_all(), strict=True):
            assert np.array_equal(one, again)
        file.execute("rollback")
        assert file.execute("select count(*) from answers").fetchone()[0] >= 6


def test_answers_that_nobody_asks_for_go(kept_in):
    asked_of_all()
    (path,) = kept_in.glob("readings-*.sqlite")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("update answers set day = '2019-01-01'")
        file.execute("insert into answers values (x'00', '0', x'00', '2019-01-01')")
    asked_of_all()  # these are in use again
    reader.names(["Another sentence of Tokyo."])
    with closing(sqlite3.connect(path)) as file:
        days = [day for (day,) in file.execute("select day from answers")]
    assert len(days) >= 7 and "2019-01-01" not in days


def test_answers_are_the_same_in_parts(kept_in, monkeypatch):
    sentences = [f"Talks between Iran and city {at % 5} ended." for at in range(9)]
    whole = reader.names(sentences)
    reader.keep(None)
    assert whole == reader.names(sentences)
    monkeypatch.setattr(answered, "PART", 2)
    for path in kept_in.glob("readings-*"):
        path.unlink()
    reader.keep(kept_in)
    assert whole == reader.names(sentences)


def test_answers_of_another_reader_are_thrown_away(kept_in, monkeypatch):
    other = kept_in / "readings-0123456789ab.sqlite"
    other.write_bytes(b"")
    asked_of_all()
    assert not other.exists()
