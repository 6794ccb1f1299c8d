"""Of an article that was read where it lies stays in memory, not its text."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from pressbrief.corpus.article import read_item
from pressbrief.corpus.readers.model import Item
from pressbrief.corpus.spool import Spool

SENTENCE = "On round {0} through Tokyo the delegation counted {0} schools on May {1}, 2025.\n\n"


@pytest.mark.parametrize("sentences", [2, 500])
def test_what_stays_of_an_article_is_as_small_however_long_it_is(tmp_path, sentences):
    text = "".join(SENTENCE.format(at, at % 28 + 1) for at in range(sentences))
    spool = Spool(tmp_path)
    laid = read_item(Item("a.txt", text, "0" * 64), None, date(2026, 11, 22), spool)
    assert len(pickle.dumps(laid)) < 250
    assert spool.take(laid.whole).text == text
    assert len(spool.take(laid.compared).body.runs) > sentences
