"""The scorers of who thinks what of whom, and of what an article thinks, on sets in small."""

from __future__ import annotations

import json
from datetime import date

import numpy as np
import pytest

from pressbrief import reader, score
from pressbrief.score import article_stance_task, holders_task

AS_OF = date(2026, 1, 31)
WORDS = {"condemned": 0, "disgrace": 0, "praised": 2, "triumph": 2}


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch):
    """A reader that knows four words, and no name that is not listed."""

    def judgements(asked):
        return [judged(*one) for one in asked]

    def judged(text, places, others):
        """A word of judging is the author's, or of whoever stands on its other side."""
        nothing, held = np.float32([0, 1, 0]), np.tile(np.float32([0, 1, 0]), (len(others), 1))
        said = next(((word, at) for word, at in WORDS.items() if word in text), None)
        if not said or text.startswith("Nobody"):
            return reader.Judgement(nothing, nothing, held, nothing, (0, 0))
        start = text.index(said[0])
        chances = np.float32([0.1, 0.1, 0.1])
        chances[said[1]] = 0.8
        for row, (at, _) in enumerate(others):
            held[row] = chances if (at < start) != ("was" in text) else nothing
        author = nothing if others else chances
        return reader.Judgement(author, nothing, held, nothing, (start, start + len(said[0])))

    monkeypatch.setattr(reader, "judgements", judgements)
    monkeypatch.setattr(reader, "names", lambda texts: [[] for _ in texts])


PAIRS = """\
[Japan] condemned [China].\tJapan\tChina\t3
[Japan] was condemned by [China].\tJapan\tChina\t4
[Japan] praised [China] in its speech.\tJapan\tChina\t1
[Japan] met [China] in [Tokyo].\tJapan\tChina\t0
Nobody [here] condemned the plan of [Japan] and [China].\tJapan\tChina\t0
"""


def measured(task: str, path) -> dict:
    return json.loads(score.run(task, path, AS_OF).result)


def test_holders(tmp_path):
    path = tmp_path / "pairs.txt"
    path.write_text(PAIRS, encoding="utf-8")
    # Four of the five classes are there, each of them found.
    assert measured("holders", path) == {
        "set": f"{tmp_path.name}/pairs.txt",
        "items": 5,
        "macro_f1": 0.8,
    }
    lines = score.run("holders", path, AS_OF).table.splitlines()
    assert lines[1].split(maxsplit=2) == ["pressbrief", "majority", "no holders"]


def test_the_two_names_are_found_beside_other_brackets(tmp_path):
    path = tmp_path / "pairs.txt"
    path.write_text(PAIRS, encoding="utf-8")
    sentences, pairs = holders_task.read(path)
    last = pairs[-1]
    assert sentences[4][last.p.start : last.p.end] == "Japan"
    assert sentences[4][last.q.start : last.q.end] == "China"


@pytest.mark.parametrize(
    "text", ["", "[a] [b]\ta\tb\n", "[a] [b]\ta\tb\t5\n", "[a] b\ta\tb\t1\n", "\t\t\t\n", "a\tb"]
)
def test_broken_pairs_are_refused_by_name(text, tmp_path):
    path = tmp_path / "broken.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(score.ScoreError, match=r"broken\.txt.*expected"):
        score.run("holders", path, AS_OF)


ARTICLES = """\
DOCUMENT_INDEX,TITLE,TARGET_ENTITY,DOCUMENT,MASKED_DOCUMENT,TRUE_SENTIMENT
1,Talks,Yoshimasa Hayashi,"Yoshimasa Hayashi is a disgrace. The talks in Tokyo went on for a day.",,Negative
2,Talks,Yoshimasa Hayashi,"Yoshimasa Hayashi came home. It was a triumph for Hayashi and for all.",,Positive
3,Talks,Yoshimasa Hayashi,"China said that Yoshimasa Hayashi is a disgrace. The talks went on.",,Neutral
4,Talks,Yoshimasa Hayashi,"The talks in Tokyo went on for a day. They were a triumph for some.",,Positive
"""  # noqa: E501


def test_article_stance(tmp_path):
    path = tmp_path / "articles.csv"
    path.write_text(ARTICLES, encoding="utf-8")
    # The fourth does not name him. Neutral F1 2/3, positive 2/3, negative 1.
    assert measured("article-stance", path) == {
        "set": f"{tmp_path.name}/articles.csv",
        "items": 4,
        "macro_f1": round((2 / 3 + 2 / 3 + 1) / 3, 4),
        "accuracy": 0.75,
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TITLE,TARGET_ENTITY,DOCUMENT,TRUE_SENTIMENT\n",
        "TITLE,TARGET_ENTITY,DOCUMENT,TRUE_SENTIMENT\na,b,c,Mixed\n",
        "TITLE,TARGET_ENTITY,DOCUMENT,TRUE_SENTIMENT\na,,c,Neutral\n",
        "TITLE,DOCUMENT\na,b\n",
        'TITLE,TARGET_ENTITY,DOCUMENT,TRUE_SENTIMENT\na,b,"c',
    ],
)
def test_broken_articles_are_refused_by_name(text, tmp_path):
    path = tmp_path / "broken.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(score.ScoreError, match=r"broken\.csv.*expected"):
        score.run("article-stance", path, AS_OF)


def test_hostile_text_is_an_article_like_any_other(tmp_path):
    name = "<script>=1+1</script>"
    path = tmp_path / "a.csv"
    path.write_text(
        f"TITLE,TARGET_ENTITY,DOCUMENT,TRUE_SENTIMENT\n$x^2$,{name},=cmd() {name} 🙂 \0,Neutral\n",
        encoding="utf-8",
    )
    assert measured("article-stance", path)["accuracy"] == 1
    assert article_stance_task.read(path)["1"].target == name
