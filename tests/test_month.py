"""The first days of a simulated month: each edition, mail, post, feed entry and change, once."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

import pytest

import month
from pressbrief.run import edition

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """The runs of the first twelve days, and where they wrote."""
    with month.begun(tmp_path_factory.mktemp("month")) as made:
        yield made, made.runs(range(1, 13))


def of_day(runs, number: int) -> month.Run:
    (found,) = (run for run in runs if run.day.day == number)
    return found


def test_there_is_an_edition_of_each_day_that_had_news_and_none_of_the_others(lived):
    made, runs = lived
    named = [each.name[-2:] for each in edition.editions(made.out / "dam")]
    assert named == ["01", "03", "04", "05", "09", "10", "11", "12"]
    assert [run.code for run in runs] == [0, 0, 0, 0, 1, 0, 0, 0, 0, 3, 0, 0]


def test_everybody_gets_every_edition_once_and_the_day_that_failed_with_the_next(lived):
    _, runs = lived
    got = Counter((to, mail["Subject"][-2:]) for run in runs for to, mail in run.mails)
    days = ("01", "03", "04", "05", "09", "11", "12")
    assert got == Counter({(to, day): 1 for to in month.PEOPLE for day in days})
    assert [body["edition"][-2:] for run in runs for body in run.posts] == [*days]
    # No mail could be sent on the fifth; nothing was new on the sixth.
    assert of_day(runs, 5).mails == [] and len(of_day(runs, 6).mails) == 2


def test_a_correction_says_so_and_stands_in_the_thread_of_what_it_corrects(lived):
    _, runs = lived
    for (to, before), (_, mail) in zip(of_day(runs, 3).mails, of_day(runs, 4).mails, strict=True):
        assert mail["Subject"] == "Correction: The dam, 2025-03-04" and mail["To"] == to
        assert mail["In-Reply-To"] == before["Message-ID"]
        assert "corrects and replaces edition 2025-03-03." in month.text(mail)
    others = [mail for run in runs if run.day.day != 4 for _, mail in run.mails]
    assert not any(mail["In-Reply-To"] for mail in others)


@pytest.mark.parametrize(
    ("day", "since", "lines"),
    [
        (3, "03-01", ["New article: b.txt, Harbour Gazette, “Oslo prepares for dam talks”, "
                      "3 March 2025.", "New face: Oslo, one mention."]),
        (4, "03-03", ["No longer named: Oslo, before one mention."]),
        (9, "03-05", ["New article: d.txt, Harbour Gazette, “Sudan's border is shut”, "
                      "9 March 2025.", "New face: Kenya, one mention."]),
        # What the edition made up for the tenth says too: both tell what came since the ninth.
        (11, "03-09", ["New article: e.txt, Fjord Post, “Kenya offers to mediate”, "
                       "10 March 2025."]),
        (12, "03-11", ["Withdrawn: c.txt, Inland Observer, “A failure foretold”, 5 March 2025."]),
    ],
)  # fmt: skip
def test_an_edition_and_its_mail_tell_what_changed_and_since_when(lived, day, since, lines):
    _, runs = lived
    run = of_day(runs, day)
    assert run.told["changed"].startswith(f"Since edition 2025-{since}: ")
    told = [line for line in run.told["changes"] if "event" not in line.partition(":")[0]]
    assert [one for one in told if not one.startswith("No longer told")] == lines
    said = month.text(run.mails[0][1])
    assert all(f"- {line}" in said for line in run.told["changes"])
    assert run.mails[0][1]["Date"] == f"{run.day:%a, %d %b %Y} 06:00:00 +0000"


def test_the_feed_has_an_entry_for_each_edition_made_when_it_was(lived):
    made, _ = lived
    feed = ElementTree.parse(made.out / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) == 8
    hours = {entry.findtext(f"{ATOM}title")[-2:]: entry.findtext(f"{ATOM}updated")
             for entry in entries}  # fmt: skip
    made_up = hours.pop("10")
    assert made_up == "2025-03-11T06:00:00+00:00"
    assert all(hour == f"2025-03-{day}T06:00:00+00:00" for day, hour in hours.items())
    (last, *_) = entries
    link = last.find(f"{ATOM}link").get("href")
    assert link == f"{month.BASE}/dam/2025-03-12/briefing.html"
    assert "Withdrawn: c.txt" in last.findtext(f"{ATOM}summary")


def test_the_folder_that_it_is_copied_to_has_them_all_and_points_to_the_last(lived):
    made, _ = lived
    named = {path.name for path in (made.shared / "dam").iterdir() if path.is_dir()}
    assert named == {each.name for each in edition.editions(made.out / "dam")}
    assert '"2025-03-12"' in (made.shared / "dam" / "latest.json").read_text()
