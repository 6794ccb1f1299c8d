"""What the findings are chosen from: what the sections published, claimed again only if stale."""

from __future__ import annotations

import pytest

from pressbrief.run.parameters import Parameters
from pressbrief.run.work import Work
from pressbrief.sections import corpus_claims, findings_claims
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.phrase import say
from pressbrief.sections.wording.words import counted

PUBLISHED = [
    Claim(text="All is read.", sure="high"),
    Claim(text=say("{} names no publisher.", counted(1, "article")), sure="low", evidence=("e-1",)),
]


@pytest.fixture
def bench(articles_in, tmp_path):
    """A function that makes a bench for one small topic, as each notebook makes its own."""
    topic = articles_in({"a.txt": "Japan called for talks with Iran on Tuesday."})

    def begin(**told):
        return Work(Parameters(topic=str(topic), data=str(tmp_path / "data"), **told))

    return begin


def claim_again(monkeypatch):
    said = [Claim(text="It is read again.", sure="high")]
    monkeypatch.setattr(corpus_claims, "claims", lambda bench: said)
    return said


def test_another_notebook_reads_the_claims_as_they_were_published(bench, monkeypatch):
    bench().publish("corpus", claims=PUBLISHED)
    claim_again(monkeypatch)
    said = bench().claims("corpus")
    assert list(said) == PUBLISHED


@pytest.mark.parametrize("change", ["not published", "told otherwise", "an article more", "torn"])
def test_they_are_claimed_anew_where_what_was_published_is_no_longer_so(
    change, bench, monkeypatch, tmp_path
):
    told = {}
    if change != "not published":
        bench().publish("corpus", claims=PUBLISHED)
    if change == "told otherwise":
        told = {"quotes": 3}
    if change == "an article more":
        (tmp_path / "topic" / "b.txt").write_text("They met.", encoding="utf-8")
    if change == "torn":
        (tmp_path / "data" / "corpus.claims.json").write_text('{"stamp": "', encoding="utf-8")
    said = claim_again(monkeypatch)
    assert list(bench(**told).claims("corpus")) == said


def test_findings_alone_make_what_they_need(bench, tmp_path):
    found = findings_claims.claims(bench())
    assert "Nothing is sure enough" in found[0].text
    assert "it is treated as a source of its own, article a." in found[-1].text
    assert (tmp_path / "data" / "stances.parquet").exists()
