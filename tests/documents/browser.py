"""A real browser for the checks that need one: Debian's chromium, led by Playwright."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from documents.need import need, need_module

OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
# The lines of text that lie over another, a little of each cut off: letters may touch.
COLLISIONS = """() => {
  const seen = (box, from) => {
    let {left, right, top, bottom} = box;
    for (let around = from; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow === "visible") continue;
      const edge = around.getBoundingClientRect();
      left = Math.max(left, edge.left); right = Math.min(right, edge.right);
      top = Math.max(top, edge.top); bottom = Math.min(bottom, edge.bottom);
    }
    return {left: left + 2, right: right - 2, top, bottom};
  };
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode, range = document.createRange();
    if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const {left, right, top, bottom} = seen(box, node.parentElement), cut = box.height / 4;
      if (left < right && top + cut < bottom - cut)
        lines.push({node, left, right, top: top + cut, bottom: bottom - cut});
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const found = [];
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next++) {
      const other = lines[next];
      if (one.node !== other.node && other.left < one.right && one.left < other.right)
        found.push(`${one.node.data.trim().slice(0, 40)} | ${other.node.data.trim().slice(0, 40)}`);
    }
  });
  return found;
}"""
TOO_WIDE = """() => {
  const scrolls = one => one && getComputedStyle(one).overflowX === "auto";
  return [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .filter(one => !scrolls(one.closest(".scroll")))
    .map(one => one.outerHTML.slice(0, 80));
}"""


@contextmanager
def started() -> Iterator:
    """A browser without a window; skips the test, or fails it in CI, where there is none."""
    need_module("playwright")
    from playwright.sync_api import sync_playwright

    path = need("chromium")
    with sync_playwright() as led:
        browser = led.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@contextmanager
def window(browser, **options) -> Iterator:
    """A new page in a window of its own, patient with a machine that is busy."""
    with browser.new_context(**options) as context:
        context.set_default_timeout(120_000)
        yield context.new_page()


def listening(page) -> list[str]:
    """What a page says and asks for from now on: console, errors, dialogs, each address."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("request", lambda request: said.append(f"request: {request.url}"))
    page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    return said
