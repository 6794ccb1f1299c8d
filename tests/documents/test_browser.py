"""The HTML in a real browser: asks for nothing, runs nothing, collides nowhere, open to all."""

from __future__ import annotations

import subprocess

import pytest

import render_fixture as fixture
from documents import browser
from documents.need import need, need_module
from pressbrief.render import page as html
from pressbrief.render.document import collect

SCHEMES = ("light", "dark")
# A phone, a window of 1,280 pixels at twice the size, a tablet, a desk.
WIDTHS = (320, 640, 768, 1280)
# A4 less the margins, in CSS pixels.
PAPER = 718
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def chromium(seeds_edition):
    # After the edition, whose kernels cannot start while Playwright's event loop runs.
    with browser.started() as chromium:
        yield chromium


@pytest.fixture(scope="module", params=["seeds", "hostile"])
def address(request, seeds_edition, tmp_path_factory) -> str:
    if request.param == "seeds":
        return (seeds_edition.folder / "briefing.html").as_uri()
    path = tmp_path_factory.mktemp("hostile") / "briefing.html"
    path.write_text(html.render(collect(fixture.notebook(hostile=True))), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(params=SCHEMES)
def page(request, chromium, address):
    with browser.window(chromium, color_scheme=request.param) as page:
        page.goto(address)
        yield page


def test_the_page_asks_for_nothing_and_says_nothing(chromium, address):
    with browser.window(chromium) as page:
        said = browser.listening(page)
        page.goto(address, wait_until="networkidle")
        assert "Japan and the Taliban" in page.title()
        page.mouse.wheel(0, 100_000)
        for link in page.locator(".said .refs a").all()[:3]:
            link.click()
    # Its own fonts are in it, and are asked for without leaving it.
    assert [one for one in said if not one.startswith("request: data:font/")] == [
        f"request: {address}"
    ]


def test_nothing_is_too_wide_and_nothing_collides(page):
    _open_details(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(browser.TOO_WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(browser.COLLISIONS) == []


def test_axe_finds_nothing(page):
    need_module("axe_playwright_python")
    from axe_playwright_python.sync_playwright import Axe

    _open_details(page)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        assert found.violations_count == 0, f"at {width} pixels\n{found.generate_report()}"


def test_a_claim_leads_to_its_evidence_and_the_evidence_back(page):
    claim = page.locator("#findings .claim:has(.refs a)").first
    evidence = _followed(page, claim.locator(".refs a").first)
    _followed(page, evidence.locator(f"a[href='#{claim.get_attribute('id')}']"))


def test_a_mark_leads_to_its_evidence_and_the_evidence_back_by_keyboard(page):
    figure = page.locator("figure:has(svg a)").first
    evidence = _followed(page, figure.locator("svg a").first)
    _followed(page, evidence.locator(f"a[href='#{figure.get_attribute('id')}']"))


def test_the_first_key_skips_to_the_content(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_it_prints_with_the_data_of_its_charts(page, tmp_path):
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate(browser.TOO_WIDE) == []
    assert page.evaluate(browser.COLLISIONS) == []
    path = tmp_path / "printed.pdf"
    page.pdf(path=path, format="A4", print_background=True)
    done = subprocess.run(
        [need("pdftotext"), "-enc", "UTF-8", path, "-"], check=True, capture_output=True
    )
    printed = "".join(done.stdout.decode().split())
    for caption in page.locator("details caption").all():
        assert "".join(caption.text_content().split())[:60] in printed


def _open_details(page) -> None:
    page.eval_on_selector_all("details", "every => every.forEach(one => { one.open = true })")


def _followed(page, link):
    """What a link leads to, once it is followed by keyboard and stands in the window."""
    from playwright.sync_api import expect

    target = link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")
    there = page.locator(f"[id='{target.removeprefix('#')}']")
    expect(there).to_be_in_viewport()
    assert page.url.endswith(target)
    return there
