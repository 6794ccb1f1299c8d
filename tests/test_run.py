"""The whole way: five articles in, an edition out; and what happens when something fails.

Everything here runs real notebooks in real kernels.
"""

import json
import shutil
import subprocess
import sys

import nbformat
import pytest
from nbconvert.exporters import get_exporter

from conftest import AS_OF, ROOT, SEEDS, command, make
from pressbrief import corpus, tables
from pressbrief.run import notebooks, publish
from pressbrief.run.parameters import validated
from pressbrief.sections.model import MIME
from pressbrief.sections.registry import SECTIONS
from pressbrief.sections.wording.words import NEAR
from pressbrief.tables.select import naming

SHORT = (
    "Japan has called on the Taliban to respect human rights. The talks took place on Tuesday.\n"
)
FORMS = ("briefing.html", "briefing.pdf", "briefing.md", "tables.xlsx")
SAME = (*FORMS, "changes.json", "tables", "figures", "notebooks")


def bytes_of(folder):
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A function that puts a code cell at the end of one section's notebook, for this test."""
    folder = tmp_path / "notebooks"
    shutil.copytree(notebooks.NOTEBOOKS, folder, ignore=shutil.ignore_patterns("pressbrief*"))
    monkeypatch.setattr(notebooks, "NOTEBOOKS", folder)

    def put(name, source):
        notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
        notebook.cells[-1] = nbformat.v4.new_code_cell(source)
        nbformat.write(notebook, folder / f"{name}.ipynb")

    return put


def published(path):
    """The sections that a notebook published."""
    outputs = [out for cell in nbformat.read(path, 4).cells for out in cell.get("outputs", ())]
    return [out.data[MIME] for out in outputs if MIME in out.get("data", ())]


# What an edition holds


def test_an_edition_holds_page_paper_tables_figures_notebooks_and_manifest(seeds_edition):
    held = {path.name for path in seeds_edition.folder.iterdir()}
    assert held == {*SAME, "manifest.json"}
    assert (seeds_edition.folder / "briefing.pdf").read_bytes().startswith(b"%PDF-")
    csv = {path.stem for path in (seeds_edition.folder / "tables").iterdir()}
    assert csv == set(tables.SHIPPED)
    for name in tables.SHIPPED:
        assert list(seeds_edition.table(name).columns) == tables.TABLES[name].names


def test_the_shipped_tables_bear_the_numbers_that_the_claims_say(seeds_edition):
    read, named = seeds_edition.table("articles"), naming(seeds_edition.table("mentions"))
    by_source, events = seeds_edition.table("stance_by_source"), seeds_edition.table("events")
    said = {
        section["name"]: [
            [value for _, _, value in claim["values"]["text"] if not isinstance(value, str)]
            for claim in section["claims"]
        ]
        for section in published(seeds_edition.folder / "notebooks" / "briefing.ipynb")
    }
    dated, signed = read["published_precision"].isin(NEAR), read["publisher"] != "unknown"
    assert said["corpus"][0] == [len(read), read["words"].sum(), 0, dated.sum(), signed.sum()]
    counts = named["actor"].value_counts()
    first = named.loc[named["actor"] == counts.index[0], "article_id"].nunique()
    assert said["mentions"][0] == [counts.iloc[0], len(named), first, counts.iloc[1]]
    stated = by_source[by_source["verdict"].isin(["favourable", "critical", "mixed"])]
    judged = said["stance"][: stated["target"].nunique()]
    counts = {
        (row[column], row["sentences"])
        for row in stated.to_dict("records")
        for column in ("critical", "favourable")
    }
    assert all((claim[0], claim[1]) in counts or (claim[0],) * 2 in counts for claim in judged)
    tally = next(claim for claim in said["stance"] if claim[:1] == [len(by_source)])
    assert sum(tally[1:]) == len(by_source)
    assert said["timeline"][0][0] == events["sources"].max()
    assert said["timeline"][1][0] == len(events)


def test_every_row_cuts_its_text_out_of_the_decoded_article(seeds_edition):
    articles = seeds_edition.table("articles")
    texts = {
        row.article_id: (SEEDS / row.file).read_text(encoding="utf-8")
        for row in articles.itertuples()
    }
    cut = {"sentences": "text", "removed": "text", "mentions": "surface", "expressions": "text"}
    for name, column in cut.items():
        frame = seeds_edition.table(name)
        assert len(tables.check_cuts(frame, column, texts)) > 0


def test_boilerplate_is_removed_and_kept_in_the_ledger(seeds_edition):
    removed = "\n".join(seeds_edition.table("removed")["text"])
    kept = "\n".join(seeds_edition.table("sentences")["text"])
    for text in ("Connect with us", "Continue Reading", "DONATIONS to SUPPORT", "PLEASE JOIN ON"):
        assert text in removed
        assert text not in kept


def test_a_city_in_a_newspaper_s_name_is_no_mention_of_its_state(seeds_edition):
    articles = seeds_edition.table("articles").set_index("publisher")
    paper = articles.loc["Modern Tokyo Times", "article_id"]
    mentions = seeds_edition.table("mentions")
    assert "Tokyo" not in set(mentions.loc[mentions["article_id"] == paper, "surface"])


def test_the_manifest_says_what_the_edition_was_made_of(seeds_edition):
    manifest = json.loads((seeds_edition.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["status"] == "complete"
    assert set(manifest["identity"]["inputs"]) == {path.name for path in SEEDS.iterdir()}
    assert manifest["skipped"] == []
    assert {"task", "set", "figures", "command"} <= set(manifest["scores"][0])
    assert all(section["seconds"] > 0 for section in manifest["sections"].values())
    assert command("verify", seeds_edition.folder).exit_code == 0


def test_no_machine_s_path_stands_in_an_edition(seeds_edition):
    for name, raw in bytes_of(seeds_edition.folder).items():
        if not name.endswith(".ipynb"):
            assert str(ROOT).encode() not in raw, name


# Again, and again by force


def test_the_same_inputs_are_nothing_new_and_by_force_the_same_bytes(articles_in, tmp_path):
    topic = articles_in({"a.txt": SHORT, "b.txt": "Pakistan closed the border on 5 March 2024.\n"})
    first = make(topic, tmp_path)
    assert first.result.exit_code == 0, first.result.output
    was = bytes_of(first.folder)

    again = make(topic, tmp_path)
    assert (again.result.exit_code, "Nothing new since" in again.result.output) == (0, True)

    shutil.rmtree(tmp_path / "data")
    forced = make(topic, tmp_path, "--force")
    assert forced.result.exit_code == 0
    now = bytes_of(forced.folder)
    assert set(now) == set(was)
    assert [name for name in was if was[name] != now[name]] == ["manifest.json"]

    (topic / "c.txt").write_text("Japan sent aid on 6 March 2024.\n", encoding="utf-8")
    after = make(topic, tmp_path)
    assert after.result.exit_code == 0
    changes = tables.read_csv(
        "changes", first.folder.parent / f"{AS_OF}.2" / "tables" / "changes.csv"
    )
    assert ("article", "c.txt", "new") in set(
        changes[["kind", "subject", "what"]].itertuples(index=False, name=None)
    )
    index = (tmp_path / "reports" / "index.html").read_text(encoding="utf-8")
    assert index.index(f"{AS_OF}.2/briefing.html") < index.index(f"{AS_OF}/briefing.html")


# Bad input, before any kernel starts


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["absent"], "absent: no such folder"),
        ([SEEDS, "-p", "min_sentence", "3"], "did you mean 'min_sentences'?"),
        ([SEEDS, "-p", "min_sentences", "few"], "'few' is not a whole number"),
        ([SEEDS, "--as-of", "tomorrow"], "write a day as YYYY-MM-DD"),
        ([SEEDS, "--out", ROOT / "README.md"], "README.md: cannot be written to"),
    ],
)
def test_bad_input_ends_with_2_and_one_message(words, said, monkeypatch):
    monkeypatch.setattr(notebooks, "papermilled", lambda *_: pytest.fail("a kernel was started"))
    result = command("run", *words)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_run_knows_every_fault_of_input_without_what_raises_it():
    code = "from pressbrief.run import notebooks; print(*notebooks.input_errors())"
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert {"NothingReadError", "TopicError", "CorrectionError"} <= set(done.stdout.split())


def test_a_malformed_topic_toml_ends_with_2_and_names_line_and_key(articles_in):
    topic = articles_in({"a.txt": SHORT, "topic.toml": 'title = "T"\ncolour = "red"\n'})
    result = command("run", topic)
    assert result.exit_code == 2
    assert "line 2, key 'colour'" in result.output


def test_a_file_name_cannot_steer_the_terminal(articles_in):
    result = command("run", articles_in({"a.txt": SHORT}) / "\x1b[2J")
    assert "\x1b" not in result.output
    assert "\\x1b[2J: no such folder" in result.output


# Among good articles


def test_what_cannot_be_read_is_skipped_with_its_reason_and_the_run_goes_on(articles_in, tmp_path):
    files = {"good.txt": SHORT, "empty.txt": "", "binary.txt": b"\x00\x01\x02\xff" * 500}
    made = make(articles_in(files), tmp_path)
    assert made.result.exit_code == 0, made.result.output
    manifest = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))
    assert {each["file"] for each in manifest["skipped"]} == {"empty.txt", "binary.txt"}
    page = (made.folder / "briefing.html").read_text(encoding="utf-8")
    assert all(each["file"] in page for each in manifest["skipped"])


# A notebook that fails


def test_a_notebook_that_raises_leaves_a_partial_edition_that_says_so(
    broken, articles_in, tmp_path
):
    broken("4_timeline", "raise ValueError('no <b>clock</b>')")
    made = make(articles_in({"a.txt": SHORT}), tmp_path)
    assert made.result.exit_code == 1
    assert "4_timeline is unavailable: ValueError: no <b>clock</b>" in made.result.output
    page = (made.folder / "briefing.html").read_text(encoding="utf-8")
    assert "no &lt;b&gt;clock&lt;/b&gt;" in page
    assert (made.folder / "briefing.pdf").exists()
    assert (made.folder / "notebooks" / "4_timeline.ipynb").exists()
    manifest = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["status"] == "partial"


def test_a_kernel_that_dies_leaves_a_partial_edition(broken, articles_in, tmp_path):
    broken("3_stance", "import os; os._exit(9)")
    made = make(articles_in({"a.txt": SHORT}), tmp_path)
    assert made.result.exit_code == 1
    assert "3_stance is unavailable: its kernel died" in made.result.output


def test_a_notebook_that_publishes_nothing_counts_as_failed(broken, articles_in, tmp_path):
    broken("2_mentions", "'done'")
    made = make(articles_in({"a.txt": SHORT}), tmp_path)
    assert made.result.exit_code == 1
    assert "2_mentions is unavailable: it ended without publishing" in made.result.output


def test_if_every_section_fails_nothing_is_published(broken, articles_in, tmp_path):
    for section in SECTIONS.values():
        broken(section.notebook, "raise RuntimeError('out of order')")
    made = make(articles_in({"a.txt": SHORT}), tmp_path)
    assert made.result.exit_code == 3
    assert "RuntimeError: out of order" in made.result.output
    assert not made.folder.exists()
    assert list((tmp_path / "data" / "topic" / "notebooks").glob("*.ipynb"))


def test_a_document_that_cannot_be_rendered_is_no_edition(monkeypatch, articles_in, tmp_path):
    monkeypatch.setattr(publish, "fill", lambda *_: 1 / 0)
    made = make(articles_in({"a.txt": SHORT}), tmp_path)
    assert made.result.exit_code == 3
    assert "could not be rendered: ZeroDivisionError" in made.result.output
    assert not made.folder.exists()


def test_an_article_that_arrives_during_a_run_leaves_no_half_edition(
    monkeypatch, articles_in, tmp_path
):
    topic, done = articles_in({"a.txt": SHORT}), notebooks.step_by_step

    def late(*given):
        executed = done(*given)
        (topic / "b.txt").write_text("Qatar spoke on Friday.", encoding="utf-8")
        return executed

    monkeypatch.setattr(notebooks, "step_by_step", late)
    made = make(topic, tmp_path)
    assert made.result.exit_code == 3
    assert "changed during the run" in made.result.output
    assert not made.folder.exists()


# The three uses


def test_plain_papermill_does_the_same(articles_in, tmp_path, seeds_edition):
    out = tmp_path / "out.ipynb"
    words = [
        "-p",
        "topic",
        SEEDS,
        "-p",
        "out",
        tmp_path / "reports",
        "-p",
        "data",
        tmp_path / "data",
    ]
    notebook = ROOT / "notebooks" / "briefing.ipynb"
    subprocess.run(
        [sys.executable, "-m", "papermill", notebook, out, *words, "-p", "as_of", AS_OF],
        check=True,
        capture_output=True,
        timeout=300,
    )
    made = bytes_of(tmp_path / "reports" / SEEDS.name / AS_OF)
    was = bytes_of(seeds_edition.folder)
    same = [name for name in was if name.startswith(("briefing", "tables/", "figures/"))]
    assert [name for name in same if made[name] != was[name]] == []
    # … and what ran is itself the briefing to nbconvert.
    page, _ = get_exporter("briefing-html")().from_filename(str(out))
    assert page.encode() == was["briefing.html"]


def test_a_section_notebook_runs_by_itself_and_makes_the_tables_it_needs(articles_in, tmp_path):
    import papermill

    topic = articles_in({"a.txt": SHORT})
    out = tmp_path / "out.ipynb"
    papermill.execute_notebook(
        str(ROOT / "notebooks" / "3_stance.ipynb"),
        str(out),
        {"topic": str(topic), "data": str(tmp_path / "data")},
        progress_bar=False,
    )
    assert notebooks.published(out)["name"] == "stance"
    made = {path.stem for path in (tmp_path / "data").glob("*.parquet")}
    assert {"articles", "mentions", "stances"} <= made
    assert "events" not in made


def test_article_ids_do_not_depend_on_where_the_topic_stands():
    assert corpus.article_id("a.txt") == corpus.article_id("a.txt") != corpus.article_id("b.txt")
    assert validated().topic == "seeds/japan-afghanistan"
