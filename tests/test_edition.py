"""Editions: their names, when there is nothing new, and how one comes to stand in its place."""

import json

from pressbrief.run import edition, stamps
from pressbrief.run.parameters import validated
from pressbrief.topic import load


def shelve(shelf, name, **manifest):
    folder = shelf / name
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def test_editions_are_in_order_and_other_folders_are_none(tmp_path):
    for name in (
        "2025-02-28.10",
        "2025-02-28",
        "2025-02-28.2",
        "2025-01-31",
        ".x.partial",
        "notes",
    ):
        (tmp_path / name).mkdir()
    names = [found.name for found in edition.editions(tmp_path)]
    assert names == ["2025-01-31", "2025-02-28", "2025-02-28.2", "2025-02-28.10"]
    assert edition.next_name(edition.editions(tmp_path), "2025-02-28") == "2025-02-28.11"
    assert edition.next_name(edition.editions(tmp_path), "2025-03-01") == "2025-03-01"


def test_an_unchanged_corpus_is_not_news_on_another_day_unless_that_day_is_named(
    tmp_path, articles_in
):
    topic = load(articles_in({"a.txt": "Japan spoke."}))
    then = edition.identity(topic, validated(as_of="2025-02-28"))
    now = edition.identity(topic, validated(as_of="2025-03-01"))
    shelve(tmp_path, "2025-02-28", status="complete", identity=then)
    known = edition.editions(tmp_path)
    assert edition.same(known, now, any_day=True).name == "2025-02-28"
    assert edition.same(known, now, any_day=False) is None


def test_a_changed_article_a_changed_parameter_and_a_partial_edition_are_news(
    tmp_path, articles_in
):
    folder = articles_in({"a.txt": "Japan spoke."})
    parameters = validated(as_of="2025-02-28")
    was = edition.identity(load(folder), parameters)
    shelve(tmp_path, "2025-02-28", status="complete", identity=was)
    known = edition.editions(tmp_path)
    assert edition.same(known, was, any_day=False)

    stricter = edition.identity(load(folder), validated(as_of="2025-02-28", min_sentences=9))
    assert edition.same(known, stricter, any_day=False) is None
    (folder / "a.txt").write_text("Japan spoke again.", encoding="utf-8")
    assert edition.same(known, edition.identity(load(folder), parameters), any_day=False) is None

    shelve(tmp_path, "2025-02-28.2", status="partial", identity=was)
    assert edition.same(edition.editions(tmp_path), was, any_day=False) is None


def test_outputs_that_somebody_saved_in_a_notebook_are_no_news(monkeypatch, tmp_path):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    monkeypatch.setattr(stamps, "NOTEBOOKS", folder)
    cell = {"cell_type": "code", "source": ["x = 1"], "outputs": []}
    (folder / "1_corpus.ipynb").write_text(json.dumps({"cells": [cell]}))
    was = stamps.notebooks()
    (folder / "1_corpus.ipynb").write_text(json.dumps({"cells": [{**cell, "outputs": ["2"]}]}))
    assert stamps.notebooks() == was
    (folder / "1_corpus.ipynb").write_text(json.dumps({"cells": [{**cell, "source": "x = 2"}]}))
    assert stamps.notebooks() != was


def test_where_articles_stand_is_no_news(tmp_path, articles_in):
    one = articles_in({"a.txt": "Japan spoke."}, name="one/topic")
    two = articles_in({"a.txt": "Japan spoke."}, name="two/topic")
    first, second = (edition.identity(load(folder), validated()) for folder in (one, two))
    assert first == second


def test_a_half_made_edition_is_never_seen(tmp_path):
    try:
        with edition.staged(tmp_path, "2025-02-28") as folder:
            (folder / "briefing.html").write_text("half")
            raise RuntimeError("the power went")
    except RuntimeError:
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_remade_edition_replaces_the_old_one_whole(tmp_path):
    for text in ("old", "new"):
        with edition.staged(tmp_path, "2025-02-28") as folder:
            (folder / text).touch()
            final = edition.place(folder, tmp_path, "2025-02-28")
    assert [path.name for path in final.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["2025-02-28"]


def test_verify_names_what_was_changed_or_lost(tmp_path):
    (tmp_path / "a.csv").write_text("1")
    (tmp_path / "b.csv").write_text("2")
    edition.write_manifest(tmp_path, {"edition": "x"})
    assert edition.verify(tmp_path) == []
    (tmp_path / "a.csv").write_text("9")
    (tmp_path / "b.csv").unlink()
    changed, missing = edition.verify(tmp_path)
    assert "a.csv: changed" in changed
    assert "b.csv: missing" in missing
    assert "this is no edition" in edition.verify(tmp_path / "nowhere")[0]
