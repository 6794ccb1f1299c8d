"""Times that the corpus finds once: kept as a table, and read back as they were found."""

from __future__ import annotations

from datetime import date

import pytest

from pressbrief import corpus, tables
from pressbrief.time.timex import expressions, found, kept
from pressbrief.topic import load

SENTENCES = (
    "The talks will begin on March 3.",
    "They met yesterday and on 03/04/2025, for a week.",
    "Last year, on Thanksgiving, it had closed; two years ago in the fourth quarter it was open.",
    "Nobody spoke.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_s_times_are_read_back_as_they_were_found(sentence):
    times = found(sentence)
    rows = kept.rows("aa", [(7, 100)], [times])
    table = tables.frame("times", list(rows))
    assert kept.by_sentence(table, {("aa", 7): 100}).get(("aa", 7), []) == times
    tables.check_cuts(table, "text", {"aa": 100 * " " + sentence})


def test_the_corpus_keeps_the_times_of_what_is_analysed_and_they_are_anchored_alike(articles_in):
    text = "TOKYO, Feb. 19, 2025 (Kyodo) — " + " ".join(SENTENCES)
    folder = articles_in({"a.txt": text, "b.txt": "会談は2025年2月19日に東京で行われた。" * 9})
    read = corpus.build(load(folder), date(2025, 3, 31))
    known = read["articles"].set_index("file")["article_id"]
    assert set(read["times"]["article_id"]) == {known["a.txt"]}
    frames = read["articles"], read["sentences"]
    assert expressions(*frames, read["times"]).equals(expressions(*frames))
