"""PDF files: their text layer, in reading order, running heads and page numbers set apart."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from pressbrief.corpus.readers import bundles
from pressbrief.corpus.readers.encoding import normalised
from pressbrief.corpus.readers.model import Blob, Budget, Facts, Item, Noted, Skipped, Unreadable
from pressbrief.corpus.readers.reflow import mended, paragraphs

# Pages that are read: a year's issues; a bound on the work.
MAX_PAGES = 2000
# A page of prose has hundreds of letters; a scan's stamps and marks have fewer than this a page.
MIN_LETTERS = 20
# Lines at a page's top and foot that can be its running head: a title's and a number's.
EDGE = 2
# A headline is so much larger than most of the page, and of so many words. Guesses: printers set
# the smallest headline at one and a half times the text.
LARGER, MIN_HEADLINE, MAX_HEADLINE = 1.3, 3, 24
Run = tuple[float, str]  # a size in points, and what is set in it
BY_SIZE = itemgetter(0)
PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?|[-–—] ?\d{1,4} ?[-–—]", re.I
)


def read_pdf(blob: Blob, budget: Budget) -> Iterator[Item | Skipped | Noted]:
    """A PDF's text layer as one item; Unreadable if it is locked, damaged or a scan.

    Pages after the 2,000th are skipped as an item of their own.
    """
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        file = pypdf.PdfReader(io.BytesIO(blob.data))
        if file.is_encrypted and not file.decrypt(""):
            raise Unreadable("locked with a password; save a copy without one")
        count = len(file.pages)
        runs: list[Run] = []
        pages = [_page(page, budget, runs) for page in file.pages[:1]]
        pages += [_page(page, budget) for page in file.pages[1:MAX_PAGES]]
        title = str(file.metadata.get("/Title") or "") if file.metadata else ""
    except DependencyError:
        raise Unreadable("locked in a way that is not read; save a copy without a lock") from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"damaged PDF ({type(error).__name__}); save or print it again") from None
    letters = sum(char.isalnum() for page in pages for line in page for char in line)
    if letters < MIN_LETTERS * max(1, len(pages)):
        raise Unreadable("scanned: no text layer; put it through text recognition (OCR)")
    if found := bundles.many(blob, normalised("\n".join(_kept(pages)[0])), _paragraphs):
        yield from found
        return
    largest = _largest(runs)
    text, furniture = _apart([_with_headline(pages[0], largest), *pages[1:]])
    facts = Facts.of("the PDF's title", headline=title if _stands_at_top(title, text) else "")
    facts = facts.over(Facts.of("the PDF's largest line", headline=normalised(largest)))
    facts = facts.over(blob.facts)
    yield Item(blob.file, normalised(text), blob.sha256, facts, normalised(furniture))
    if count > MAX_PAGES:
        rest = f"{blob.file}#pages {MAX_PAGES + 1}-{count}"
        yield Skipped(rest, f"only a PDF's first {MAX_PAGES:,} pages are read; split it")


def _page(page, budget: Budget, runs: list[Run] | None = None) -> list[str]:
    """A page's lines; into `runs` goes what it sets in one size, as it is read."""

    def seen(text, matrix, own, font, size) -> None:
        if runs is not None and text.strip():
            runs.append((round(size * abs((own[3] or own[1]) * (matrix[3] or matrix[1])), 1), text))

    text = page.extract_text(visitor_text=seen) or ""
    budget.check(len(text))
    return [line.rstrip() for line in text.split("\n")]


def _largest(runs: list[Run]) -> str:
    """What a page sets larger than all else, if it reads as a headline; empty if nothing does."""
    letters: Counter[float] = Counter()
    for size, text in runs:
        letters[size] += len(text)
    if not letters:
        return ""
    groups = ((size, " ".join(text for _, text in some)) for size, some in groupby(runs, BY_SIZE))
    sizes = [(size, " ".join(text.split())) for size, text in groups]
    usual = letters.most_common(1)[0][0]
    ours = [one for one in sizes if len(one[1].split()) >= MIN_HEADLINE]
    size, text = max(ours, key=BY_SIZE, default=(0.0, ""))
    fits = len(text.split()) <= MAX_HEADLINE and size >= LARGER * usual
    return text if fits and sum(one == size for one, _ in ours) == 1 else ""


def _with_headline(page: list[str], headline: str) -> list[str]:
    """A page's lines, those of its headline as one that stands by itself."""
    want = headline.split()
    for start in range(len(page)) if want else ():
        said: list[str] = []
        for end in range(start, len(page)):
            said += page[end].split()
            if said == want:
                return [*page[:start], "", headline, "", *page[end + 1 :]]
            if said != want[: len(said)]:
                break
    return page


def _apart(pages: list[list[str]]) -> tuple[str, str]:
    """The pages' text, and beside it the lines that run along their edges."""
    body, furniture = _kept(pages)
    return _paragraphs(body), "\n".join(furniture)


def _paragraphs(lines: list[str]) -> str:
    return paragraphs(mended("\n".join(lines)).split("\n"))


def _kept(pages: list[list[str]]) -> tuple[list[str], list[str]]:
    """The pages' lines without those that run along their edges, and these."""
    edges = Counter(key for page in pages for key in {_key(page[at]) for at in _edge(page)})
    body, furniture = [], []
    for page in pages:
        running = {
            at
            for at in _edge(page)
            if PAGE_NUMBER.fullmatch(page[at].strip())
            or (len(pages) > 1 and edges[_key(page[at])] > max(1, len(pages) // 3))
        }
        furniture += [page[at].strip() for at in sorted(running)]
        body += [line for at, line in enumerate(page) if at not in running]
    return body, furniture


def _edge(page: list[str]) -> list[int]:
    filled = [at for at, line in enumerate(page) if line.strip()]
    return sorted({*filled[:EDGE], *filled[-EDGE:]}) if len(filled) > 2 * EDGE else []


def _key(line: str) -> str:
    """A line but for its numbers: "Page 3" runs on as "Page 4"."""
    return re.sub(r"\d+", "0", line.strip().casefold())


def _stands_at_top(title: str, text: str) -> bool:
    top = " ".join(text[:1000].casefold().split())
    return len(title.split()) > 2 and " ".join(title.casefold().split()) in top
