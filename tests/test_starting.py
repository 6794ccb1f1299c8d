"""`pressbrief init`: a topic.toml that the next run reads, never written over unasked."""

from __future__ import annotations

import re
import tomllib

from conftest import command
from pressbrief import topic

LONGER = "Qatar met Oman on Friday, and the talks took several hours. Oman left in the evening."
ARTICLES = {
    "a.txt": "Japan met Pakistan in Tokyo, and Japan spoke. Tokyo has urged restraint.\n" * 3,
    "b.txt": "Pakistan answered Japan. The U.S. and the United States waited for Pakistan.\n" * 3,
}


def taken(folder):
    """Takes the proposals: the # away from every line that is one."""
    path = folder / "topic.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(re.sub(r"^#(?=[\w\[])", "", line) for line in lines), "utf-8")


def test_an_unedited_file_changes_nothing(articles_in):
    folder = articles_in(ARTICLES, name="red-sea")
    before = topic.load(folder)
    assert command("init", folder).exit_code == 0
    made = topic.load(folder)
    assert (made.title, made.actors, made.targets) == (before.title, before.actors, before.targets)


def test_what_is_proposed_is_what_the_next_run_reads_once_it_is_taken(articles_in):
    folder = articles_in(ARTICLES, name="red-sea")
    result = command("init", folder)
    assert result.exit_code == 0 and "pressbrief run" in result.output
    taken(folder)
    made = topic.load(folder)
    assert made.title == "red sea"
    names = {actor.name: actor for actor in made.actors}
    assert {"Japan", "Pakistan", "United States"} <= set(names)
    assert {"Japan", "Pakistan"} <= set(made.targets)
    assert "U.S." in names["United States"].aliases
    assert "Tokyo" in names["Japan"].metonyms


def test_it_says_how_often_each_actor_is_named(articles_in):
    folder = articles_in({"a.txt": LONGER})
    command("init", folder)
    text = (folder / "topic.toml").read_text(encoding="utf-8")
    assert '# two mentions in one article\n#[[actor]]\n#name = "Oman"' in text
    assert '# one mention in one article\n#[[actor]]\n#name = "Qatar"' in text


def test_it_is_not_written_over_unless_forced(articles_in):
    folder = articles_in(ARTICLES | {"topic.toml": 'title = "Mine"\n'})
    refused = command("init", folder)
    assert refused.exit_code == 2 and "--force" in refused.output
    assert topic.load(folder).title == "Mine"
    assert command("init", folder, "--force").exit_code == 0
    taken(folder)
    assert topic.load(folder).title == "topic"


def test_a_folder_without_articles_is_refused(tmp_path):
    assert command("init", tmp_path).exit_code == 2
    assert command("init", tmp_path / "absent").exit_code == 2
    (tmp_path / "a.txt").write_text("Japan spoke.")
    assert "stands beside articles in a folder" in command("init", tmp_path / "a.txt").output


def test_what_articles_hold_is_only_text_in_it(articles_in):
    text = 'The "Pakistan" \\ [[actor]] name = "x" spoke. Pakistan left.\n' * 3
    folder = articles_in({"a.txt": text}, name='a "b" \\ c')
    assert command("init", folder).exit_code == 0
    taken(folder)
    written = (folder / "topic.toml").read_text(encoding="utf-8")
    assert tomllib.loads(written)["title"] == 'a "b" \\ c'
