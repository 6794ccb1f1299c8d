"""The notebooks in a real JupyterLab: opened, a parameter changed, run from top to bottom."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from documents import browser
from documents.need import need_module
from pressbrief.run import workbench

TOKEN = "workbench"
ARTICLES = {
    "one.txt": "Japan called on the Taliban to respect human rights on 18 February 2025. "
    "Japan is a good friend of Afghanistan. The Taliban thanked Japan for its generous help. "
    "China praised the talks on 19 February 2025, and Japan said that it welcomed this.",
    "two.txt": "The Taliban have failed the women of Afghanistan. On 18 February 2025 Japan called "
    "on the Taliban to respect human rights. Japan and China disagree over Afghanistan.",
}
# Which notebook shows how many charts of these two articles at least.
CHARTS = {"1_corpus": 1, "2_mentions": 3, "3_stance": 1, "4_timeline": 1, "5_findings": 0}
EDITOR = ".jp-CodeCell .cm-content"
READY = """async () => {
  await window.jupyterapp.restored;
  const { context, sessionContext } = window.jupyterapp.shell.currentWidget;
  await context.ready;
  await sessionContext.ready;
}"""
ERROR = ", ".join(
    f".jp-OutputArea-output[data-mime-type$='{kind}']" for kind in ("error", "stderr")
)
DONE = f"""() => [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].every(
    prompt => /\\[\\d+\\]/.test(prompt.textContent)) || document.querySelector("{ERROR}")"""
# Every cell is on the page, not only those in the window.
SETTINGS = '{"windowingMode": "none", "autoStartDefaultKernel": true}'


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """A folder with the notebooks and two articles, and the address of the JupyterLab on it."""
    need_module("jupyterlab")
    need_module("playwright")
    folder = tmp_path_factory.mktemp("bench")
    workbench.lay_out(folder)
    (folder / "topic").mkdir()
    for name, text in ARTICLES.items():
        (folder / "topic" / name).write_text(text, encoding="utf-8")
    settings = folder / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text(SETTINGS, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"CONFIG": "config", "RUNTIME": "runtime"}
    env = os.environ | {f"JUPYTER_{key}_DIR": str(folder / name) for key, name in own.items()}
    env |= {"JUPYTERLAB_SETTINGS_DIR": str(settings.parents[1])}
    options = [
        "--no-browser", "--allow-root", "--expose-app-in-browser", f"--port={port}",
        f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}",
    ]  # fmt: skip
    server = subprocess.Popen([sys.executable, "-m", "jupyterlab", *options], env=env, cwd=folder)
    yield folder, f"http://127.0.0.1:{port}"
    server.terminate()
    try:
        server.wait(timeout=60)
    except subprocess.TimeoutExpired:  # now and then a thread of its own keeps it from ending
        server.kill()
        server.wait(timeout=60)


@pytest.fixture(scope="module")
def open_notebook(bench):
    """A function that opens a notebook by name and gives its page."""
    _, address = bench
    _await(f"{address}/api")
    with browser.started() as chromium, browser.window(chromium) as first:

        def opened(name: str):
            page = first.context.new_page()
            page.goto(f"{address}/lab/tree/{name}.ipynb?token={TOKEN}&reset")
            page.wait_for_selector(EDITOR)
            page.evaluate(READY)
            page.wait_for_selector(".jp-Spinner", state="detached")
            return page

        yield opened


@pytest.mark.parametrize("name", CHARTS)
def test_a_section_runs_with_a_changed_parameter_and_shows_its_charts(bench, open_notebook, name):
    page = open_notebook(name)
    _run(page, _parameters(page, bench[0]) + "\nquotes = 3")
    assert page.locator(ERROR).all_text_contents() == []
    assert "Javascript Error" not in page.locator(".jp-Notebook").inner_text()
    charts = page.locator(".jp-OutputArea svg[role='img'], .jp-OutputArea svg[viewBox]")
    wide = [
        chart for chart in charts.all() if (chart.bounding_box() or {"width": 0})["width"] > 300
    ]
    assert len(wide) >= CHARTS[name]
    page.close()


def test_the_whole_job_runs_and_names_the_edition(bench, open_notebook):
    page = open_notebook("briefing")
    _run(page, f"{_parameters(page, bench[0])}\nout = {str(bench[0] / 'reports')!r}")
    assert page.locator(ERROR).all_text_contents() == []
    assert list(bench[0].glob("reports/topic/*/briefing.pdf"))
    page.close()


def test_a_wrong_parameter_is_refused_in_the_words_of_the_command(bench, open_notebook):
    page = open_notebook("1_corpus")
    _run(page, f"{_parameters(page, bench[0])}\nquots = 3")
    (said,) = page.locator(ERROR).all_text_contents()
    assert said.strip() == (
        "ParameterError: unknown parameter 'quots': did you mean 'quotes'? "
        "Rename it, and `del quots`"
    )
    page.close()


def _parameters(page, folder) -> str:
    """The text of the cell of parameters, its topic and its tables in this folder."""
    lines = page.locator(EDITOR).first.inner_text().splitlines()
    return "\n".join(
        f"{name} = {str(folder / name)!r}" if name in ("topic", "data") else line
        for line in lines
        for name in [line.partition(" =")[0]]
    )


def _run(page, parameters: str) -> None:
    """Writes the parameters into their cell, runs all cells, and waits for the last."""
    page.locator(EDITOR).first.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(parameters)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(DONE)


def _await(address: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > until:
                raise
            time.sleep(0.3)
