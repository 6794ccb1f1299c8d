"""What an analyst calls: the sentences behind a number, and corrections that are replayed."""

from __future__ import annotations

import subprocess
import sys

import pytest

import pressbrief
from marked import article_row
from pressbrief import stance, tables
from pressbrief.run.work import Work
from pressbrief.topic import TopicError, corrections

TEXT = "Japan <b>failed</b> $x^2$, said Japan\u202e."


def edition(folder, *stances):
    """An edition's tables with one article of two sentences, TEXT and a shorter one."""
    spans = [(0, len(TEXT), TEXT), (100, 114, "Japan is kind.")]
    rows = {
        "articles": [article_row("aa")],
        "sentences": [("aa", i, 1, *span[:2], "body", span[2]) for i, span in enumerate(spans, 1)],
        "mentions": [
            ("aa", 1, start, start + 5, "Japan", "Japan", "state", "name") for start in (0, 32)
        ],
        "voices": [("aa", 1, 6, 30, "indirect", "Iran", 0, 0, "said")],
        "stances": list(stances),
    }
    (folder / "tables").mkdir()
    for name, made in rows.items():
        tables.write_csv(name, tables.frame(name, made), folder / "tables" / f"{name}.csv")
    return folder


def said(sentence, start, polarity, holder="aa.txt", voice="author", target="Japan"):
    chances = max(-polarity, 0), 1 - abs(polarity), max(polarity, 0)
    words = (start + 6, start + 8) if abs(polarity) >= 0.5 else (0, 0)
    return ("aa", sentence, start, start + 5, target, holder, voice, polarity, *chances, 0.0,
            *words, 0)  # fmt: skip


@pytest.fixture
def made(tmp_path):
    rows = [said(1, 0, -0.4), said(2, 100, 0.8), said(1, 0, -0.9, "Iran", "indirect", "China")]
    return edition(tmp_path, *rows)


def test_evidence_has_the_sentences_of_a_cell_strongest_first(made):
    found = pressbrief.evidence(made, source="article aa", target="Japan").data
    assert found[["sentence", "polarity"]].to_numpy().tolist() == [[2, 0.8], [1, -0.4]]
    assert found["words"].tolist() == ["is", ""]
    assert pressbrief.evidence(made, source="aa.txt").data.equals(found)
    quoted = pressbrief.evidence(made, holder="Iran").data
    assert quoted[["source", "holder", "voice"]].to_numpy().tolist() == [
        ["article aa", "Iran", "indirect"]
    ]
    assert len(pressbrief.evidence(made).data) == 3


def test_evidence_marks_the_target_and_what_is_quoted_and_escapes_the_rest(made):
    html = pressbrief.evidence(made, source="aa.txt").to_html()
    assert "<b>" not in html and "&lt;b&gt;failed&lt;/b&gt;" in html
    text = pressbrief.evidence(made, source="aa.txt").data["text"][1]
    assert text.count('class="target"') == 2 and 'class="quotation"' in text
    # JupyterLab's formulas leave it alone.
    assert "mathjax_ignore" in html


def test_evidence_of_nothing_is_an_empty_table(tmp_path):
    assert "<table" in pressbrief.evidence(edition(tmp_path)).to_html()


def test_evidence_names_what_there_is(made, tmp_path):
    with pytest.raises(ValueError, match="no stance with target 'Mars'; there are"):
        pressbrief.evidence(made, target="Mars")
    with pytest.raises(ValueError, match=r"holds no articles\.csv; name an edition"):
        pressbrief.evidence(tmp_path / "tables" / "nowhere")


def test_a_bench_outside_the_notebooks_says_what_it_works_on(articles_in, tmp_path):
    folder = articles_in({"a.txt": "Japan met China.\n", "topic.toml": "title = 'Talks'\n"})
    work = pressbrief.open(folder, data=str(tmp_path / "data"), as_of="2025-03-31")
    assert repr(work) == "Talks (topic): one file, edition day 2025-03-31"
    assert list(work.load("articles")["file"]) == ["a.txt"]
    assert repr(work) == "Talks (topic): one article, edition day 2025-03-31"
    with pytest.raises(ValueError, match="did you mean 'as_of'"):
        pressbrief.open(folder, asof="2025-03-31")


@pytest.mark.parametrize(("unread", "said"), [(True, "one file"), (False, "one article")])
def test_a_notebook_prints_what_it_works_on(articles_in, tmp_path, capsys, unread, said):
    folder = articles_in({"a.txt": "Japan met China.\n"})
    names = {"topic": folder, "data": str(tmp_path / "data"), "as_of": "2025-03-31"}
    Work.begin(names, unread=unread)
    assert capsys.readouterr().out == f"topic (topic): {said}, edition day 2025-03-31\n"


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, pressbrief; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    with pytest.raises(AttributeError):
        _ = pressbrief.nothing


HOSTILE = 'He said "so" \\ \n\t\x7f\x01 ’ 漢字 🙂 = # """ \u202e'


@pytest.mark.parametrize(
    "held",
    [
        None,
        b"",
        b"# mine\r\n[[correction]]\r\nwhat = 'drop'\r\nexpected = 'X'\r\nreason = 'r'",
        "\ufeff# é\n[[correction]]\nwhat = 'drop'\nexpected = 'X'\nreason = 'r'\n".encode(),
    ],
)
def test_a_correction_is_appended_and_what_was_there_stays(articles_in, held):
    folder = articles_in({"a.txt": "x"} | ({} if held is None else {"corrections.toml": held}))
    before = corrections.load(folder)
    where = {"file": "a.txt", "sentence": "S", "target": "T"}
    for said in (
        {"what": "merge", "expected": "Taleban", "new": HOSTILE, "reason": HOSTILE},
        {"what": "stance", "expected": -0.5, "new": 1, "reason": "r", **where},
    ):
        path = corrections.append(folder, corrections.entry(**said))
    assert path.read_bytes().startswith(held or b"")
    *old, merge, polarity = corrections.load(folder)
    assert tuple(old) == before
    assert (merge.new, merge.reason, polarity.new) == (HOSTILE, HOSTILE, 1)
    assert [one.name for one in sorted(folder.iterdir())] == ["a.txt", "corrections.toml"]


@pytest.mark.parametrize(
    ("held", "entry", "error"),
    [
        (b"[[correction", ("drop", "A", None, "r"), TopicError),
        (b"correction = []\n", ("drop", "A", None, "r"), TopicError),
        (b"", ("melt", "A", "B", "r"), ValueError),
        (b"", ("drop", "A", None, ""), ValueError),
        (b"", ("stance", 0.1, 2, "r"), ValueError),
    ],
)
def test_an_entry_that_could_not_be_read_back_is_refused(articles_in, held, entry, error):
    folder = articles_in({"a.txt": "x", "corrections.toml": held})
    with pytest.raises(error):
        pressbrief.correct(*entry, topic=folder)
    assert (folder / "corrections.toml").read_bytes() == held
    assert len(list(folder.iterdir())) == 2


TALKS = {
    "a.txt": "Japan met the Taliban in Tokyo. Japan praised Iran. Iran rejected the Taliban.\n",
    "b.txt": "Iran and Norway spoke in Oslo of the Taliban.\n",
}
HERE = {"file": "a.txt", "sentence": "Japan praised Iran.", "target": "Iran"}


@pytest.fixture(scope="module")
def talks(tmp_path_factory):
    """A bench whose tables are made, shared: what is refused writes nothing."""
    folder = tmp_path_factory.mktemp("talks")
    for file, text in TALKS.items():
        (folder / file).write_text(text, encoding="utf-8")
    work = pressbrief.open(folder, data=str(tmp_path_factory.mktemp("data")), as_of="2025-03-31")
    work.load("stances")
    return work


@pytest.mark.parametrize(
    ("entry", "which", "said"),
    [
        (("drop", "Taleban", None), {}, "no such actor.*the nearest are 'Taliban'"),
        (("merge", "Iran", "Jappan"), {}, "no actor 'Jappan'.*the nearest are 'Japan'"),
        (("rename", "Iran", "Japan"), {}, "merge the two instead"),
        (("split", "Iran", "X"), {"file": "c.txt"}, "no such mention.*the nearest are 'b.txt'"),
        (("stance", 0.5, 0), HERE | {"file": "A.txt"}, "no article 'A.txt'.*'a.txt'"),
        (("stance", 0.5, 0), HERE | {"sentence": "Japan praises Iran."},
         "0 sentences .*the nearest are 'Japan praised Iran.'"),
        (("stance", 0.5, 0), HERE | {"target": "China"}, r"no stance toward 'China'.*\['Iran'"),
        (("stance", -1.0, 0), HERE, "expected -1.0, found .*set `expected`"),
        (("stance", 0.5, 2), HERE, "a polarity, from -1 to 1"),
    ],
)  # fmt: skip
def test_a_correction_that_does_not_hold_is_refused_with_the_nearest(talks, entry, which, said):
    with pytest.raises(TopicError, match=said):
        pressbrief.correct(*entry, "r", topic=talks, **which)
    assert sorted(path.name for path in talks.topic.folder.iterdir()) == ["a.txt", "b.txt"]


def bench_of(folder, tmp_path):
    return pressbrief.open(folder, data=str(tmp_path / "data"), as_of="2025-03-31")


def test_a_correction_is_checked_after_those_written_on_the_same_bench(articles_in, tmp_path):
    folder = articles_in(TALKS)
    work = bench_of(folder, tmp_path)
    pressbrief.correct("rename", "Taliban", "Emirate", "r", topic=work)
    with pytest.raises(TopicError, match=r"correction 2 .drop.: .*no such actor"):
        pressbrief.correct("drop", "Taliban", None, "r", topic=work)
    pressbrief.correct("drop", "Emirate", None, "r", topic=folder)
    assert [one.line for one in corrections.load(folder)] == [1, 7]
    assert "Emirate" not in set(bench_of(folder, tmp_path).load("actors")["actor"])


def test_a_correction_that_fails_in_a_run_stops_its_own_section_and_no_other(articles_in, tmp_path):
    stale = "[[correction]]\nwhat = 'drop'\nexpected = '{}'\nreason = 'r'\n"
    held = "# mine\n" + stale.format("Nobody") + stale.format("Norway")
    work = bench_of(articles_in(TALKS | {"corrections.toml": held}), tmp_path)
    actors, *_ = work.make("mentions")
    assert "Norway" not in set(actors["actor"])
    with pytest.raises(corrections.CorrectionError) as error:
        work.publish("mentions")
    assert "corrections.toml, correction 1 (drop), line 2: expected 'Nobody'" in str(error.value)
    assert str(error.value).count("correction ") == 1
    for other in ("stance", "timeline", "findings"):
        work.make(other)
        work.publish(other)


def replayed(**entry):
    given = {"what": "stance", "file": "aa.txt", "sentence": "Japan fell", "target": "Japan",
             "expected": -0.41, "new": 0.5, "reason": "Irony."}  # fmt: skip
    one = corrections.Correction(**given | entry)
    rows = [("aa", 1, 1, 0, 20, "body", "Japan  fell again."),
            ("aa", 2, 1, 30, 50, "body", "Japan fallen?")]  # fmt: skip
    made = tables.frame("stances", [said(1, 0, -0.4142), said(2, 30, -0.2)])
    articles = tables.frame("articles", [article_row("aa")])
    return stance.corrected([one], articles, tables.frame("sentences", rows), made)


def test_a_polarity_is_set_right_and_no_other():
    found = replayed()
    assert found["polarity"].tolist() == [0.5, -0.2]
    assert found.loc[0, ["p_negative", "p_neutral", "p_positive"]].tolist() == [0, 0.5, 0.5]
    assert tables.check("stances", found) is not None


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        ({"expected": 0.3}, ["expected 0.3, found -0.41", "set `expected`"]),
        ({"file": "zz.txt"}, ["no article 'zz.txt'", "name a file"]),
        ({"sentence": "Iran"}, ["0 sentences in 'aa.txt'"]),
        ({"sentence": "Japan f"}, ["2 sentences in 'aa.txt'", "or more of it"]),
        ({"target": "Iran"}, ["no stance toward 'Iran'", "['Japan']"]),
    ],
)
def test_an_expectation_that_no_longer_holds_is_an_error(entry, parts):
    with pytest.raises(corrections.CorrectionError) as error:
        replayed(**entry)
    for part in ["corrections.toml, correction 1 (stance)", *parts]:
        assert part in str(error.value)
