"""The score of the days that matter, and of time expressions with the date withheld."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pressbrief import score

AS_OF = date(2026, 1, 31)
ARTICLES = """date,text
2025-03-04,"Japan and China met in Tokyo for talks on trade, said the ministry of Japan."
2025-03-05,"The talks of March 4, 2025 between Japan and China were long, said an official."
2025-03-06,"Since March 4, 2025, when they met in Tokyo, China and Japan have not met again."
2025-03-06,"The government of Japan has no comment on what Iran is said to have written."
"""
GOLD = "2025-03-04\nThey met.\n--------\n"


def files(folder: Path, articles: str = ARTICLES, gold: str = GOLD) -> tuple[Path, Path]:
    (folder / "a.csv").write_text(articles, encoding="utf-8")
    (folder / "gold.txt").write_text(gold, encoding="utf-8")
    return folder / "a.csv", folder / "gold.txt"


def test_as_many_days_as_the_editors_have_beside_both_baselines(tmp_path):
    articles, gold = files(tmp_path)
    found = score.run("timeline", articles, AS_OF, gold=gold)
    assert json.loads(found.result) == {"set": f"{tmp_path.name}/a.csv", "items": 1, "date_f1": 1}
    table = found.table.splitlines()
    assert table[1].split() == ["pressbrief", "published", "referred", "to"]
    assert table[2].split() == ["date", "F1", "1.0000", "0.0000", "1.0000"]


@pytest.mark.parametrize(
    ("articles", "gold", "said"),
    [
        ("date,text\n2025-31-31,x\n", GOLD, "a.csv: .*expected a topic's articles"),
        ("day,text\n2025-01-01,x\n", GOLD, "a.csv: 'date'; expected"),
        ("date,text\n", GOLD, "a.csv: holds no row"),
        (ARTICLES, "no day", "gold.txt: no line is a day"),
    ],
)
def test_files_of_another_format_are_named(tmp_path, articles, gold, said):
    one, other = files(tmp_path, articles, gold)
    with pytest.raises(score.ScoreError, match=said):
        score.run("timeline", one, AS_OF, gold=other)


def test_options_go_with_their_task(tmp_path):
    articles, gold = files(tmp_path)
    with pytest.raises(
        score.ScoreError, match="--gold goes with the task timeline, not with dates"
    ):
        score.run("dates", articles, AS_OF, gold=gold)
    with pytest.raises(score.ScoreError, match="needs --gold FILE"):
        score.run("timeline", articles, AS_OF)


TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2025-03-05"
 functionInDocument="CREATION_TIME">March 5, 2025</TIMEX3></DCT>
<TEXT>Japan and China met on <TIMEX3 tid="t1" type="DATE" value="2025-03-03">March 3, 2025</TIMEX3>
and met again <TIMEX3 tid="t2" type="DATE" value="2025-03-04">yesterday</TIMEX3> in Tokyo for talks
on trade, the ministry said.</TEXT></TimeML>"""


def test_with_the_date_withheld_an_interval_that_holds_the_true_day_is_covered(tmp_path):
    # Dated from 3 March 2025 to the as-of day: "yesterday" stays open, but holds the truth.
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.tml").write_text(TIMEML, encoding="utf-8")
    found = json.loads(score.run("timex", tmp_path / "set", AS_OF, hide_date=True).result)
    assert (found["right"], found["covered"], found["relaxed_f1"]) == (0.5, 1, 1)
