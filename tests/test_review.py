"""One sentence explained, and the sentences behind findings accepted or corrected by hand."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from marked import article_row
from pressbrief import analyst, reader, tables
from pressbrief.run import explained, review
from pressbrief.sections import reviews
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.names import names
from pressbrief.topic import corrections
from pressbrief.topic.faults import InputError

TEXTS = ("Japan is <b>shoddy</b>, said Iran.", "Japan is kind.", "Talks began on Tuesday.")
WHO = "Read by the desk, 3 March."


def stance(sentence, start, polarity, words):
    chances = max(-polarity, 0), 1 - abs(polarity), max(polarity, 0)
    return ("aa", sentence, start, start + 5, "Japan", "aa.txt", "author", polarity, *chances, 0.0,
            *words, 0)  # fmt: skip


@pytest.fixture
def bench(tmp_path):
    starts = [0, 50, 100]
    rows = {
        "articles": [article_row("aa")],
        "sentences": [("aa", at, 1, start, start + len(text), "body", text)
                      for at, (start, text) in enumerate(zip(starts, TEXTS, strict=True), 1)],
        "mentions": [("aa", at, start, start + 5, "Japan", "Japan", "state", "name")
                     for at, start in ((1, 0), (2, 50))],
        "voices": [("aa", 1, 0, 22, "indirect", "Iran", 29, 33, "said")],
        "stances": [stance(1, 0, -0.7, (9, 22)), stance(2, 50, 0.9, (59, 63))],
        "expressions": [("aa", 3, 115, 122, "Tuesday", "DATE", "XXXX-WXX-2", "", "", "stated")],
        "events": [("ev1", "2025-02-18", "2025-02-18", "day", "happened", "Talks began",
                    "Talks began on Tuesday.", "", "", 1, 1, "")],
        "event_mentions": [("ev1", "aa", 3, 100, 111, "", "", "happened")],
    }  # fmt: skip
    made = {name: tables.frame(name, each) for name, each in rows.items()}
    known = names(made["articles"])
    claims = (
        Claim(text="The paper faults Japan.", sure="moderate", about="judged",
              evidence=("e-aa-1", "e-aa-2")),
        Claim(text="Talks began.", sure="low", about="happened", evidence=("e-aa-3",)),
    )  # fmt: skip
    topic = SimpleNamespace(folder=tmp_path, only="", corrections=(), propositions=())
    return SimpleNamespace(
        load=made.__getitem__, claims=lambda name: claims, topic=topic, names=known, sources=known
    )


def test_a_sentence_is_explained_step_by_step(bench, monkeypatch):
    seen = [SimpleNamespace(start=0, end=5, probability=0.98)]
    monkeypatch.setattr(reader, "names", lambda texts: [seen])
    made = explained.explained(bench, "aa.txt", 1)
    assert made["names"].to_dict("records") == [
        {"surface": "Japan", "kind": "name", "actor": "Japan", "type": "state", "reader": 0.98}
    ]
    assert made["speakers"]["speaker"].tolist() == ["Iran"]
    judged = made["evaluations"].iloc[0]
    found = judged["target"], judged["critical"], judged["words"]
    assert found == ("Japan", 0.7, "<b>shoddy</b>")
    assert made["times"].empty and "No time is told here." in repr(made)
    shown = made._repr_html_()
    assert "<b>shoddy" not in shown and "&lt;b&gt;shoddy" in shown and "mathjax_ignore" in shown


def test_a_sentence_is_meant_by_its_number_its_text_or_its_beginning(bench):
    for said in (2, "Japan is kind.", "Japan is k"):
        assert explained.found(bench, "aa.txt", said).sentence == 2


@pytest.mark.parametrize(
    ("file", "sentence", "message"),
    [
        ("ab.txt", 1, "no article 'ab.txt'; the nearest are 'aa.txt'"),
        ("aa.txt", 9, "aa.txt has sentences 1 to 3, not 9"),
        ("aa.txt", "Japan is", "2 sentences of aa.txt begin with 'Japan is'"),
        ("aa.txt", "Japan is kin,", "the nearest are 'Japan is kind.'"),
    ],
)
def test_what_is_not_there_is_refused_with_the_nearest(bench, file, sentence, message):
    with pytest.raises(InputError, match=message):
        explained.found(bench, file, sentence)


def test_the_least_sure_sentence_comes_first(bench):
    queue = review.queue(bench, analyst.correct, analyst._buttons)
    sure = [(one.sentence, one.sure) for one in queue.items.values()]
    assert sure == [(3, 0.6), (1, 0.7), (2, 0.9)]
    assert queue[2].read_as == "Japan: critical (“<b>shoddy</b>”)"
    assert queue[1].read_as == "tells “Talks began”"
    assert "<b>" not in queue._repr_html_() and TEXTS[1] in repr(queue)


def test_what_is_accepted_is_written_down_and_a_finding_says_so(bench):
    queue = review.queue(bench, analyst.correct, analyst._buttons)
    for number in (2, 3):
        queue.accept(number, WHO)
    with pytest.raises(InputError, match="no sentence 2 is left to review; left are 1"):
        queue.accept(2, WHO)
    assert len(review.queue(bench, analyst.correct, analyst._buttons)) == 1
    kept = corrections.load(bench.topic.folder)
    assert [(one.what, one.file, one.reason) for one in kept] == [("accept", "aa.txt", WHO)] * 2
    read = reviews.read_by_hand(bench, kept)
    judged, told = reviews.told(bench.claims("findings"), read)
    assert judged.because == "Reviewed by an analyst: 2 of 2." and told.because == ""
    judged.check()
    assert corrections.told(kept, ("accept",)) == [
        "Sentences that an analyst has read and accepted (corrections.toml): 2."
    ]


def test_an_acceptance_ends_with_the_reading_that_was_accepted(bench):
    entry = corrections.entry(what="accept", expected="Japan: favourable", file="aa.txt",
                              sentence=TEXTS[0], reason=WHO)  # fmt: skip
    assert reviews.read_by_hand(bench, [entry]) == set()


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"sentence": "x"}, "accept needs `file` and `sentence`"),
        ({"file": "a", "sentence": "x", "new": "y"}, "accept takes no new value"),
    ],
)
def test_an_acceptance_says_what_it_needs(said, message):
    with pytest.raises(corrections.CorrectionError, match=message):
        corrections.entry(what="accept", expected="x", reason=WHO, **said)


def test_the_widget_asks_who_and_writes_each_answer(bench):
    widgets = pytest.importorskip("ipywidgets", reason="the extra `lab` brings ipywidgets")
    queue = review.queue(bench, analyst.correct, analyst._buttons)
    box = queue.widget()
    who, text, row, said = box.children
    accept, later = row.children[:2]
    assert isinstance(box, widgets.VBox) and TEXTS[2] in text.value
    accept.click()
    assert "Say who reads" in said.value and len(queue) == 3
    who.value = WHO
    later.click()
    assert "&lt;b&gt;shoddy" in text.value and "<b>shoddy" not in text.value
    accept.click()
    assert "2 left" in said.value and corrections.load(bench.topic.folder)[0].reason == WHO
    assert row.children[2].value == "Japan"  # toward whom the next sentence could be corrected
