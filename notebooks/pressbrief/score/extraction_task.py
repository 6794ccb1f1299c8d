"""The article's text out of web pages, by the measure of the article extraction benchmark.

Source of the measure: Scrapinghub, Article Extraction Benchmark, 2020 (shingles of four tokens, a
page's counts divided by their sum, so that every page counts alike).
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from pressbrief import corpus, topic
from pressbrief.score import documents
from pressbrief.score.measured import LABELS, Measured, ScoreError

EXPECTED = "a folder with ground-truth.json and html/<key>.html.gz"
TOKEN = re.compile(r"\w+")
SHINGLE = 4
Counts = tuple[float, float, float]


def measure(path: Path, as_of: date) -> Measured:
    """f1, precision, recall and accuracy of the kept body text, beside plain trafilatura's."""
    gold, pages = _set(path)
    ours = _bodies(pages, as_of)
    plain = {key: _plain(page) for key, page in pages.items()}
    return Measured(
        items=len(gold),
        unit="pages",
        figures=_figures(gold, ours),
        columns=LABELS,
        rows=[(key, gold[key], ours[key]) for key in gold],
        baselines={"trafilatura": _figures(gold, plain)},
        notes=("The headline is no part of the gold text, so it is left out of what is compared.",),
    )


def _set(path: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    try:
        truth = json.loads(documents.text_of(path / "ground-truth.json"))
        gold = {key: page["articleBody"] for key, page in truth.items()}
        pages = {
            key: gzip.decompress((path / "html" / f"{key}.html.gz").read_bytes()) for key in gold
        }
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ScoreError(f"{path}: {error!r}; expected {EXPECTED}") from None
    if not gold:
        raise ScoreError(f"{path}: holds no page; expected {EXPECTED}")
    return gold, pages


def _bodies(pages: dict[str, bytes], as_of: date) -> dict[str, str]:
    """Each page's kept text but for its headline, as a corpus of these pages has it."""
    with TemporaryDirectory() as folder:
        for number, page in enumerate(pages.values()):
            (Path(folder) / f"{number}.html").write_bytes(page)
        made = corpus.build(topic.load(Path(folder)), as_of)
    files = dict(zip(made["articles"]["article_id"], made["articles"]["file"], strict=True))
    kept = made["sentences"]
    said = kept[kept["role"] != "headline"].groupby("article_id", sort=False)["text"].agg("\n".join)
    by_file = {files[key]: text for key, text in said.items()}
    return {key: by_file.get(f"{number}.html", "") for number, key in enumerate(pages)}


def _plain(page: bytes) -> str:
    import trafilatura

    return trafilatura.extract(page, include_comments=False) or ""


def _figures(gold: dict[str, str], said: dict[str, str]) -> dict[str, float | None]:
    counts = [compared(gold[key], said[key]) for key in gold]
    precision = fmean(right / (right + extra) for right, extra, _ in counts if right + extra)
    recall = fmean(right / (right + missing) for right, _, missing in counts if right + missing)
    exact = fmean(TOKEN.findall(gold[key]) == TOKEN.findall(said[key]) for key in gold)
    return {
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "precision": precision,
        "recall": recall,
        "accuracy": exact,
    }


def compared(gold: str, said: str) -> Counts:
    """The shares of shingles that are right, too much and missing.

    >>> compared("the talks ended in Tokyo", "the talks ended in Kabul")
    (0.3333333333333333, 0.3333333333333333, 0.3333333333333333)
    """
    expected, found = _shingles(gold), _shingles(said)
    counts = [(expected & found).total(), (found - expected).total(), (expected - found).total()]
    right, extra, missing = (count / (sum(counts) or 1) for count in counts)
    return right, extra, missing


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = TOKEN.findall(text)
    starts = range(max(1, len(tokens) - SHINGLE + 1)) if tokens else ()
    return Counter(tuple(tokens[at : at + SHINGLE]) for at in starts)
