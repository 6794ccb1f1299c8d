"""A folder of files becomes articles and sentences: nothing is lost, all can be pointed at."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from pressbrief import corpus, tables, topic
from pressbrief.corpus import cleaning, readers

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "japan-afghanistan"
AS_OF = date(2025, 6, 1)
TALKS = "Japan held talks with the Taliban in Tokyo on Tuesday, the Foreign Ministry said."
AID = "The officials spoke about aid, schools and the rights of women in Afghanistan."


def built(folder: Path, **files: str | bytes) -> dict:
    """The corpus of a folder with these files; `a_txt="…"` is a file a.txt."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(data)
    return corpus.build(topic.load(folder), AS_OF)


def sentences(made: dict) -> list[str]:
    return list(made["sentences"]["text"])


def removed(made: dict) -> list[tuple[str, str]]:
    return list(made["removed"][["reason", "text"]].itertuples(index=False, name=None))


@pytest.fixture(scope="module")
def seeds() -> dict:
    return corpus.build(topic.load(SEEDS), AS_OF)


def test_every_table_keeps_its_contract(seeds):
    texts = dict(zip(seeds["texts"]["article_id"], seeds["texts"]["text"], strict=True))
    for name in ("articles", "skipped", "texts", "sentences", "removed"):
        tables.check(name, seeds[name])
    tables.check_cuts(seeds["sentences"], "text", texts)
    tables.check_cuts(seeds["removed"], "text", texts)
    assert set(seeds["removed"]["reason"]) <= set(cleaning.REASONS)


def test_all_that_is_visible_is_a_sentence_or_removed(seeds):
    kept = {}
    for name in ("sentences", "removed"):
        for row in seeds[name].itertuples():
            kept.setdefault(row.article_id, set()).update(range(row.start, row.end))
    for row in seeds["texts"].itertuples():
        lost = "".join(
            char for at, char in enumerate(row.text) if at not in kept[row.article_id]
        ).split()
        assert all(word.strip("IVX0123456789.-") == "" for word in lost), lost


def test_counts_are_those_of_the_kept_sentences(seeds):
    counted = seeds["sentences"].groupby("article_id").size()
    articles = seeds["articles"].set_index("article_id")
    assert articles["sentences"].to_dict() == counted.to_dict()
    assert (articles["words"] > 300).all()


@pytest.mark.parametrize(
    "furniture", ["Connect with us", "Continue Reading", "DONATIONS", "nhk.or.jp", "PINTEREST"]
)
def test_the_seeds_furniture_is_in_removed_and_in_no_sentence(seeds, furniture):
    assert seeds["removed"]["text"].str.contains(furniture).any()
    assert not seeds["sentences"]["text"].str.contains(furniture).any()


def test_the_seeds_say_what_they_say_of_themselves_and_no_more(seeds):
    by_number = seeds["articles"].set_index(seeds["articles"]["file"].str[:3])
    signed = by_number.loc["004"]
    assert signed["authors"] == "Sawako Utsumi; Lee Jay Walker"
    assert signed["publisher"] == "Modern Tokyo Times"
    assert signed["headline_basis"] == "first line, repeated"
    unsigned = by_number.drop("004")
    assert set(unsigned["publisher"]) == set(unsigned["authors"]) == {"unknown"}
    assert list(by_number["headline"] != "unknown") == [True, False, False, False, True]
    assert set(by_number["language"]) == {"en"}


def test_a_file_without_an_article_is_skipped_with_a_remedy(tmp_path):
    made = built(
        tmp_path,
        a_txt=TALKS,
        blank_txt=" \n\u200b\n",
        empty_txt="",
        furniture_txt="Share this article\nhttps://www.example.org/\nContinue Reading\n",
        letters_txt="日本政府は水曜日に発表した。".encode("shift_jis"),
        photo_txt=bytes(range(256)) * 20,
    )
    reasons = made["skipped"].set_index("file")["reason"]
    assert list(made["articles"]["file"]) == ["a.txt"]
    assert len(reasons) == 5
    assert reasons["empty.txt"] == "empty; put the article's text into it or delete it"
    assert reasons["blank.txt"] == reasons["empty.txt"]
    assert reasons["furniture.txt"].startswith("nothing but boilerplate; ")
    assert reasons["letters.txt"].endswith("neither Unicode nor Western; save it as UTF-8")
    assert all("; " in reason for reason in reasons)


def test_a_file_over_the_limit_is_skipped(tmp_path):
    (tmp_path / "a.txt").write_text(TALKS)
    (tmp_path / "b.txt").write_text(TALKS + " " * readers.MEGABYTE)
    made = corpus.build(topic.load(tmp_path), AS_OF, max_megabytes=1)
    assert list(made["articles"]["file"]) == ["a.txt"]
    assert made["skipped"]["reason"][0] == (
        f"too large: {readers.MEGABYTE + len(TALKS):,} bytes, the limit is 1,048,576; "
        "split it, or raise the parameter max_megabytes"
    )


def test_a_corpus_read_in_parts_is_the_same(seeds, monkeypatch):
    monkeypatch.setattr(corpus, "PART", 2)
    parts = list(corpus.read(topic.load(SEEDS), AS_OF, topic.MAX_MEGABYTES))
    assert [name for name, _ in parts].count("sentences") == 3
    for name, frame in corpus.build(topic.load(SEEDS), AS_OF).items():
        pd.testing.assert_frame_equal(frame, seeds[name])


def test_a_file_that_cannot_be_opened_is_skipped(tmp_path, monkeypatch):
    opened = Path.open

    def refuse(path, mode="r", **how):
        if path.name == "a.txt" and mode == "rb":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, **how)

    monkeypatch.setattr(Path, "open", refuse)
    made = built(tmp_path, a_txt=TALKS, b_txt=AID)
    assert made["skipped"]["reason"][0] == (
        "cannot be opened (Permission denied); check its permissions"
    )
    assert list(made["articles"]["file"]) == ["b.txt"]


def test_an_exact_duplicate_points_at_the_first_whatever_its_case_and_space(tmp_path):
    made = built(
        tmp_path,
        a_txt=f"{TALKS}\n\n{AID}\n",
        b_txt=f"{TALKS.upper()}\r\n{AID}   Share this article\n".replace("   ", "\n\n"),
        c_txt=f"{TALKS}\n",
    )
    ids = [corpus.article_id(f"{name}.txt") for name in "abc"]
    assert list(made["articles"]["article_id"]) == ids
    assert list(made["articles"]["duplicate_of"]) == ["", ids[0], ""]


def test_of_duplicates_the_earliest_published_stands(tmp_path):
    (tmp_path / "origin.toml").write_text(
        '[[article]]\nfile = "a.txt"\npublished = "2025-02-20"\n'
        '[[article]]\nfile = "b.txt"\npublished = "2025-02-19"\n'
    )
    made = built(tmp_path, a_txt=TALKS, b_txt=TALKS)
    assert list(made["articles"]["duplicate_of"]) == [corpus.article_id("b.txt"), ""]


def test_origin_toml_goes_before_the_text(tmp_path):
    (tmp_path / "origin.toml").write_text(
        '[[article]]\nfile = "a.txt"\npublisher = "Kyodo News"\nheadline = "Talks in Tokyo"\n'
        'authors = ["Kyodo"]\n'
    )
    made = built(tmp_path, a_txt=f"Japan meets the Taliban\nThe Japan Times\n\n{TALKS}\n\n{AID}\n")
    article = made["articles"].iloc[0]
    assert (article["publisher"], article["publisher_basis"]) == ("Kyodo News", "origin.toml")
    assert (article["headline"], article["headline_basis"]) == ("Talks in Tokyo", "origin.toml")
    assert article["authors"] == "Kyodo"
    assert ("publisher line", "The Japan Times") in removed(made)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_no_file_name_is_too_odd(tmp_path):
    names = [
        b'say "Japan".txt',
        b"two\nlines.txt",
        "\u202etxt.nap\u200f.txt".encode(),
        b"\xff\xfe.txt",
    ]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(f"{TALKS} {number}")
    made = built(tmp_path)
    assert len(made["articles"]) == len(names)
    assert "\\xff\\xfe.txt" in set(made["articles"]["file"])


HOSTILE = {
    "one long word": "x" * 10_000,
    "one long line": (TALKS + " ") * 12_000,
    "many short lines": "a\n" * 20_000,
    "zeros": f"\0{TALKS}" + TALKS * 4,
    "emoji": "😀😀 The talks 🙏🏽 ended. 😀",
    "marks": f"\u202e{TALKS}\u200f",
    "chinese": "中国外交部星期三表示，塔利班代表团访问了日本。双方讨论了援助问题。",
    "markup": "<script>alert(1)</script>\n\n=cmd()\n\n$x^2$ and `#set page(1pt)` are said.",
    "quotes only": "“” ‘’ \"\" ''\n\nHe said “",
    "brackets": "(" * 5000 + ")" * 5000 + " end",
    "links": "https://a.b/" * 2000 + f"\n{TALKS}",
    "headings": "Talks in Tokyo\n" * 3000,
    "damaged address": f"http://[broken\n\n{TALKS}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_is_too_odd(tmp_path, text):
    made = built(tmp_path, a_txt=text)
    assert len(made["articles"]) == 1
    assert sentences(made)


def test_the_same_files_give_the_same_tables(tmp_path):
    one = built(tmp_path, b_txt=TALKS, a_txt=AID)
    two = built(tmp_path)
    assert all(one[name].equals(two[name]) for name in one)
    assert list(one["articles"]["file"]) == ["a.txt", "b.txt"]
