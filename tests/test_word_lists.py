"""The word lists of English: the format that their files keep, and that each is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pressbrief
from pressbrief.english import word_lists

PACKAGE = Path(pressbrief.__file__).parent
FILES = sorted(word_lists.FOLDER.iterdir())
GOOD = "[days]\nfor: the days\nsource: ours\n"


def lists(tmp_path: Path, text: str) -> dict[str, word_lists.WordList]:
    file = tmp_path / "of_time.txt"
    file.write_text(text, encoding="utf-8")
    return word_lists.read(file)


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("monday tuesday\nfriday", {"monday": "", "tuesday": "", "friday": ""}),
        ("monday=1 tuesday=2", {"monday": "1", "tuesday": "2"}),
        ("good_friday palm_sunday", {"good friday": "", "palm sunday": ""}),
        ("case: as written\nMay", {"May": ""}),
    ],
)
def test_words_and_what_stands_with_them(tmp_path, lines, values):
    assert lists(tmp_path, GOOD + lines)["days"].values == values


def test_a_field_goes_on_in_lines_that_are_indented(tmp_path):
    read = lists(
        tmp_path, "# Time.\n\n[days]\nfor: the days\n    of the week\nsource: ours\nmonday"
    )
    assert read["days"].fields == {"for": "the days of the week", "source": "ours"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("monday", "line 1: words before the first [list]"),
        ("[days]\nmonday", "line 2: words before the line `for: ...`"),
        ("[days]\nfor: the days\nmonday", "line 3: words before the line `source: ...`"),
        (GOOD + "monday\nfriday monday", "line 5: 'monday' a second time"),
        (GOOD + "Monday", "line 4: 'Monday' is not in lower case"),
        (GOOD + "monday\n" + GOOD, "line 5: a second list [days]"),
    ],
)
def test_a_broken_line_is_named_with_its_file(tmp_path, text, what):
    with pytest.raises(word_lists.WordListError, match=re.escape(f"/of_time.txt, {what}")):
        lists(tmp_path, text)


def test_a_list_that_is_missing_is_named_with_those_that_are_there():
    with pytest.raises(word_lists.WordListError, match=r"lists/time.txt has no list \[dais\]"):
        word_lists.words("time/dais")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_list_keeps_the_format_and_is_used(file):
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    read = word_lists.read(file)
    assert [name for name, one in read.items() if not one.values] == []
    asked = set(re.findall(rf"[\"']{file.stem}/([\w-]+)[\"']", code))
    assert read.keys() - asked == set()
