"""What an edition's folder holds, and how it is filled."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressbrief.run import summary
from pressbrief.run.notebook_format import nbformat
from pressbrief.sections import model
from pressbrief.sections.entry import Entry

if TYPE_CHECKING:
    from pressbrief.run.parameters import Parameters
    from pressbrief.run.work import Work

# The parameters that are paths, as papermill writes them.
PATHS = re.compile(r"^(topic|data|previous) = (.+)$", re.MULTILINE)
# What papermill and nbclient write into a notebook of the hour at which it ran.
TIMED = ("papermill", "execution", "widgets")


@dataclass(frozen=True)
class Executed:
    """One section's run: what it published (or why not), and its seconds."""

    section: Entry
    output: dict | None
    reason: str
    seconds: float

    @property
    def name(self) -> str:
        """Its notebook's name."""
        return self.section.notebook

    def told(self) -> dict:
        """What the manifest says of it."""
        return {
            "published": self.output is not None,
            "reason": self.reason,
            "seconds": self.seconds,
        }


def warm_up() -> None:
    """Imports what filling an edition needs, while the first kernel is still starting."""
    import pressbrief.render.page
    import pressbrief.render.paper
    import pressbrief.run.work  # noqa: F401


def bench(parameters: Parameters) -> Work:
    """The bench that an edition's tables are read from."""
    from pressbrief.run.work import Work

    return Work(parameters)


def stale(work: Work, executed: Iterable[Executed]) -> list[str]:
    """The sections that published what is no longer so: an article or the code has changed since.

    Without this an article that arrives during a run would leave an edition without tables.
    """
    return [
        each.name
        for each in executed
        if each.output is not None and not all(map(work.stands, each.section.tables))
    ]


def fill(folder: Path, work: Work, name: str, executed: Iterable[Executed], kept: Path) -> None:
    """Writes an edition into `folder`: tables, figures, notebooks as they ran, the documents."""
    # What the two nbconvert exporters do, without the second that importing nbconvert takes.
    from pressbrief.render import markdown, page, paper, pictures
    from pressbrief.render.document import collect

    sections = [each.output for each in executed if each.output]
    whole = document(cover(work, name, executed), sections)
    briefing = collect(whole)
    with ThreadPoolExecutor(1) as beside:  # Typst runs without Python's lock
        pdf = beside.submit(paper.render, briefing, whole=work.parameters.whole_pdf)
        pngs = beside.submit(pictures.render, briefing)
        _write_tables(folder, work)
        _write_changes(folder, work)
        _write_figures(folder / "figures", sections)
        _write_notebooks(folder / "notebooks", executed, kept, whole)
        (folder / "briefing.html").write_text(page.render(briefing), encoding="utf-8")
        said = markdown.render(briefing)
        (folder / "briefing.md").write_text(said, encoding="utf-8", newline="\n")
        (folder / "briefing.pdf").write_bytes(pdf.result())
        for chart, picture in pngs.result().items():
            (folder / "figures" / f"{chart}.png").write_bytes(picture)


def document(cover: model.Cover, sections: list[dict]) -> nbformat.NotebookNode:
    """A notebook whose outputs are the cover and the sections: what the exporters read."""
    read = [model.Section.model_validate(each) for each in sections]
    published: list[model.Cover | model.Section] = [cover, *read]
    cells = [
        nbformat.v4.new_code_cell(
            "",
            id=f"output-{i}",
            outputs=[nbformat.v4.new_output("display_data", data=each._repr_mimebundle_())],
        )
        for i, each in enumerate(published)
    ]
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernelspec})


def timeless(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """An executed notebook without the hour at which it ran and papermill's random cell ids."""
    for i, cell in enumerate(notebook.cells):
        cell.id = f"cell-{i}"
        for key in TIMED:
            cell.metadata.pop(key, None)
    for key in TIMED:
        notebook.metadata.pop(key, None)
    return notebook


def placeless(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """An executed notebook that tells no machine's folders: of paths only what the names say."""
    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell.source = PATHS.sub(_named, cell.source)
    return notebook


def _named(match: re.Match) -> str:
    name, path = match[1], Path(ast.literal_eval(match[2]))
    if name != "data" and not path.is_absolute():
        return match[0]
    shown = {"topic": path.name, "data": "", "previous": "/".join(path.parts[-3:])}[name]
    return f"{name} = {json.dumps(shown, ensure_ascii=False)}"


def scores() -> list[dict]:
    """The figures last measured on public sets, as scores.json has them."""
    from pressbrief.score import ledger

    return ledger.entries()


def skipped(work: Work) -> list[dict[str, str]]:
    """The files that were not read, each with its reason; none known if the corpus failed."""
    frame = work.ready("skipped")
    return [] if frame is None else frame.to_dict("records")


def tally(work: Work, executed: Iterable[Executed]) -> str:
    """What a run came to, in one line: articles read, files skipped, warnings, findings."""
    from pressbrief.sections.registry import FRONT
    from pressbrief.sections.wording.words import counted, sentence

    found = {name: work.ready(name) for name in ("articles", "skipped", "warnings")}
    sizes = {name: 0 if frame is None else len(frame) for name, frame in found.items()}
    front = next((each.output for each in executed if each.section.name == FRONT), None)
    parts = [
        f"{counted(sizes['articles'], 'article')} read",
        f"{counted(sizes['skipped'], 'file')} skipped",
        counted(sizes["warnings"], "warning"),
        counted(len(front["claims"]) if front else 0, "finding"),
    ]
    return sentence(", ".join(parts)) + "."


def said(work: Work, name: str, executed: Iterable[Executed]) -> dict:
    """What the edition says in few words, for its manifest."""
    sections = [each.output for each in executed if each.output]
    return summary.said(cover(work, name, executed), sections, work.ready("changes"))


def cover(work: Work, name: str, executed: Iterable[Executed]) -> model.Cover:
    """What the edition's document says before its sections."""
    from pressbrief.sections.corpus_claims import coverage

    return model.Cover(
        topic=work.topic.name,
        title=work.topic.title,
        edition=name,
        as_of=work.parameters.as_of,
        coverage=coverage(work.ready("articles"), work.ready("skipped")),
        unavailable=tuple(
            model.Unavailable(name=each.section.name, title=each.section.label, reason=each.reason)
            for each in executed
            if not each.output
        ),
    )


def _write_tables(folder: Path, work: Work) -> None:
    from pressbrief import tables
    from pressbrief.render import workbook

    frames = {name: frame for name in tables.SHIPPED if (frame := work.ready(name)) is not None}
    (folder / "tables").mkdir()
    for name, frame in frames.items():
        tables.write_csv(name, frame, folder / "tables" / f"{name}.csv")
    (folder / "tables.xlsx").write_bytes(workbook.render(frames))


def _write_changes(folder: Path, work: Work) -> None:
    """Writes what changed as JSON, each row with the sentence that tells it."""
    from pressbrief.sections import change_words

    changes = work.ready("changes")
    if changes is None:
        return
    rows = change_words.ranked(changes).to_dict("records")
    told = [
        {**row, "said": line} for row, line in zip(rows, change_words.lines(changes), strict=True)
    ]
    text = json.dumps(told, indent=2, ensure_ascii=False)
    (folder / "changes.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _write_figures(folder: Path, sections: list[dict]) -> None:
    folder.mkdir()
    for each in sections:
        for figure in each["figures"]:
            (folder / f"{figure['id']}.svg").write_text(figure["svg"], encoding="utf-8")


def _write_notebooks(
    folder: Path, executed: Iterable[Executed], kept: Path, whole: nbformat.NotebookNode
) -> None:
    folder.mkdir()
    for each in executed:
        if (ran := kept / f"{each.name}.ipynb").exists():
            read = placeless(timeless(nbformat.read(ran, as_version=4)))
            _write_notebook(read, folder / ran.name)
    _write_notebook(whole, folder / "briefing.ipynb")


def _write_notebook(notebook: nbformat.NotebookNode, path: Path) -> None:
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
