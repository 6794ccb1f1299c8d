"""`score extraction`: the measure by hand, and a set of one page."""

from __future__ import annotations

import gzip
import json

import pytest

from conftest import command
from pressbrief.score.extraction_task import compared
from test_corpus_forms import AID, HEADLINE, MORE, PAGE, TALKS


def test_a_page_is_measured_without_its_headline(tmp_path):
    body = f"{TALKS} {AID} {MORE} {AID} {AID} {MORE}"
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress((PAGE % "").encode()))
    (tmp_path / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": body}}))
    out = tmp_path / "out.csv"
    result = command("score", "extraction", tmp_path, "--predictions", out)
    assert result.exit_code == 0, result.output
    figures = json.loads(result.output.splitlines()[-1])
    assert (figures["items"], figures["f1"], figures["accuracy"]) == (1, 1.0, 1.0)
    assert HEADLINE not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("gold", "said", "counts"),
    [
        ("a b c d", "a b c d", (1, 0, 0)),
        ("a b c d e", "a b c d", (0.5, 0, 0.5)),
        ("a b c d", "x y", (0, 0.5, 0.5)),
        ("a b", "a b", (1, 0, 0)),
        ("", "", (0, 0, 0)),
    ],
)
def test_shingles_of_four_tokens_are_counted(gold, said, counts):
    assert compared(gold, said) == counts
