"""Notebooks as runs leave them, for the tests of the renderers: one plain, one hostile."""

from __future__ import annotations

import io
import json

from pressbrief.sections.model import COVER_MIME, MIME

ARTICLES = [
    ("a0", "Modern Tokyo Times", "000_8ca9b9d742dc8a43.txt", "between 15 and 20 February 2025"),
    ("b1", "001_63679a0e84bce32b.txt", "001_63679a0e84bce32b.txt", "17 February 2025"),
    ("c2", "The Diplomat", "002_a39a474cab7dfe57.txt", "February 2025"),
    ("d3", "Kyodo News", "003_b093e51138360f78.txt", "18 February 2025"),
    ("e4", "004_aee72dbdd5aaaff6.txt", "004_aee72dbdd5aaaff6.txt", "unknown"),
]
SENTENCES = [
    "A Taliban delegation arrived in Japan on Sunday for talks with the Foreign Ministry.",
    "Japan “will keep its embassy in Kabul open”, the ministry said on Tuesday.",
    "The delegation met officials and civil society groups in Tokyo, the first visit of its kind.",
    "China and Russia have kept their embassies in Afghanistan since 2021.",
    "Analysts doubt that the visit changes the position of Japan on recognition, which depends, "
    "they say, on the rights of women and girls and on a government that includes others.",
    "The Nippon Foundation paid for the journey.",
]
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "<svg onload=alert(3)>",
    "<a href='javascript:alert(4)'>javascript:alert(4)</a>",
    '#panic("x") #set page(width: 1pt) $x^2$ *b* _i_ `c` @ref <label> // c',
    "![i](http://example.org/x.png) [l](javascript:alert(5))",
    r"\input{/etc/passwd} $\frac{1}{2}$ \end{document}",
    "{{ 7 * 7 }} {% raw %} {# c #}",
    "=cmd|' /C calc'!A0",
    "abc \u202etxt.exe\u202c \u2066x\u2069",
    "emoji 😀👩‍👩‍👧 中文新闻 العربية עברית",
    "nul \x00 esc \x1b[31m bell \x07",
    "]]></style></title><!-- --> &amp; &#x3c;",
    "w" * 10_000,
    "\ud800 lone, \ue000 private, \ufeff mark, \ufffe none",
    "https://example.org/" + "a-very-long-path/" * 30,
]


def notebook(*, hostile: bool = False) -> dict:
    """A notebook node with a cover and all five sections, one cell each."""
    return of(cover(hostile), *sections(hostile))


def of(*published: dict) -> dict:
    """A notebook node in which each of these was published by a cell of its own."""
    from nbformat import v4

    return v4.new_notebook(
        cells=[
            v4.new_code_cell(
                "publish()",
                id=f"cell-{at}",
                outputs=[v4.new_output("display_data", {_mime(given): given})],
            )
            for at, given in enumerate(published)
        ]
    )


def _mime(given: dict) -> str:
    return COVER_MIME if "coverage" in given else MIME


def cover(hostile: bool = False) -> dict:
    """A cover as a run publishes it; the hostile one misses a section."""
    say = _Say(hostile)
    return {
        "topic": say("japan-afghanistan"),
        "title": say("Japan and the Taliban"),
        "edition": say("2025-02-28"),
        "as_of": "2025-02-28",
        "coverage": say(
            "Five articles, all in English, from five sources; four tell of one visit, one is "
            "three and a half years older. None was skipped."
        ),
        "unavailable": [{"name": "changes", "title": say("Changes"), "reason": say("it failed")}]
        if hostile
        else [],
    }


def sections(hostile: bool = False) -> list[dict]:
    """The five sections, in the order in which a run publishes them."""
    say = _Say(hostile)
    made = [
        ("corpus", "Sources and how each was dated", ["Article", "Published", "Basis", "Words"]),
        ("mentions", "Who is talked about", ["Actor", "Article", "Mentions", "Per 1,000 words"]),
        ("stance", "What each source says of whom", ["Source", "Target", "Critical", "Sentences"]),
        ("timeline", "What happened when", ["Event", "Earliest", "Latest", "Sources"]),
        ("findings", "Findings", ["What changed", "Before", "After", "Articles"]),
    ]
    return [_section(name, title, columns, say) for name, title, columns in made]


def _section(name: str, title: str, columns: list[str], say: _Say) -> dict:
    evidence = _evidence(say.hostile)
    ids = [item["id"] for item in evidence]
    first = name == "findings"
    claims = [
        ("Four of the five articles tell of one visit; the fifth is three and a half years older.",
         "high", ids[:12]),
        ("Modern Tokyo Times faults Japan in six of 14 sentences (“shoddy”); no other source does.",
         "moderate", ids[3:5]),
        ("Only The Diplomat names China as a rival; the others do not mention it.",
         "low", ids[20:21]),
        ("The sources disagree on who confirmed the talks.", "moderate", [ids[0], ids[7], ids[14]]),
    ][: 4 if first else 2]  # fmt: skip
    figures = [] if first else [_figure(f"{name}-chart", columns, ids, say)]
    return {
        "name": name,
        "title": say(title),
        "claims": [
            {"text": say(text), "sure": sure, "evidence": cited} for text, sure, cited in claims
        ],
        "grid": _grid(ids, say) if first else None,
        "figures": figures,
        "tables": [_table(f"{name}-table", title, columns, ids, say)],
        "method": [say("Sentences are counted once for each article; duplicates count once.")],
        "caveats": [say("Five articles are few."), say("One of them has no date of its own.")],
        "evidence": evidence,
        "articles": _articles(say) if first else [],
    }


def _articles(say: _Say) -> list[dict]:
    passages = [
        {"sentence": at, "paragraph": at // 3, "text": say(text), "marks": _marks(text)}
        for at, text in enumerate([*SENTENCES, "Nobody cites this."], start=1)
    ]
    said = {"source": say("Modern Tokyo Times"), "dated": say("17 February 2025")}
    return [{"article_id": "a0", "file": say("000.txt"), **said, "passages": passages}]


def _grid(ids: list[str], say: _Say) -> dict:
    cells = [
        {"text": say("The Diplomat")},
        {"text": say("told"), "mark": "told", "evidence": [ids[1], ids[20]]},
        {"text": say("1 critical of 9"), "mark": "critical", "evidence": [ids[20]]},
        {"text": "not told", "mark": "untold"},
    ]
    return {
        "id": "sources-grid",
        "title": say("The sources side by side"),
        "subtitle": say("Which of the happenings each tells"),
        "columns": [say(text) for text in ("Source", "A", "On Japan", "B")],
        "keys": [say("A: a delegation visited Japan (February 2025)")],
        "rows": [cells, cells],
        "note": say("Shown: two sources."),
    }


def _evidence(hostile: bool) -> list[dict]:
    say = _Say(hostile)
    return [
        {
            "id": f"e-{article}-{at}",
            "article_id": article,
            "file": file,
            "source": source,
            "dated": dated,
            "sentence": at,
            "start": at * 200,
            "end": at * 200 + len(text),
            "text": say(text),
            "marks": _marks(text),
            "readings": [say("Japan: critical (“shoddy”)")] if "Japan" in text else [],
        }
        for article, *named in ARTICLES
        for source, file, dated in [[say(text) for text in named]]
        for at, text in enumerate(SENTENCES, start=1)
    ]


def _marks(text: str) -> list[dict]:
    spans = [("Japan", "target"), ("on Tuesday", "date"), ("on Sunday", "date")]
    marks = [
        {"start": text.index(word), "end": text.index(word) + len(word), "kind": kind}
        for word, kind in spans
        if word in text
    ]
    if "“" in text:
        marks.append({"start": text.index("“"), "end": text.index("”") + 1, "kind": "quotation"})
    return marks


def _table(name: str, title: str, columns: list[str], ids: list[str], say: _Say) -> dict:
    rows = [
        [say(f"{article[1]}"), say(article[3]), at * -0.1234567, at * 1234]
        for at, article in enumerate(ARTICLES)
    ]
    return {
        "id": name,
        "title": say(title),
        "columns": [say(column) for column in columns],
        "rows": rows,
        "evidence": [ids[at * 6 : at * 6 + 4] for at in range(len(rows))],
        "note": say("Means over the sentences in the author’s own voice."),
    }


def _figure(name: str, columns: list[str], ids: list[str], say: _Say) -> dict:
    return {
        "id": name,
        "title": say("Only one source is critical of Japan"),
        "subtitle": say("Mean polarity of sentences, −1 to 1, with 95 % intervals, n = 30"),
        "alt": say("Five marks with intervals, one for each source; only one lies below zero."),
        "caption": say("An interval that contains 0 is even."),
        "svg": chart(say("Modern Tokyo Times"), ids),
        "data": _table(f"{name}-data", "What the chart shows", columns, ids, say),
    }


def chart(label: str, ids: list[str]) -> str:
    """A chart as matplotlib writes it, one of its marks linked to evidence."""
    from matplotlib import font_manager, rc_context
    from matplotlib.figure import Figure

    from pressbrief.assets import fonts

    for path in fonts.files():
        font_manager.fontManager.addfont(path)
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "pressbrief"}):
        figure = Figure(figsize=(7, 2.6))
        axes = figure.add_axes((0.3, 0.2, 0.65, 0.7))
        axes.errorbar([-0.41, 0.1, 0.2], [0, 1, 2], xerr=0.2, fmt="o", color="#0072b2")
        axes.scatter([0.4], [1]).set_urls([f"#{ids[0]}"])
        axes.axvline(0, color="#59606a", linewidth=0.8)
        axes.set_yticks([])
        shown = label.encode("utf-8", "replace").decode()[:24].translate({0: None, 27: None})
        axes.text(-0.75, 0, shown, ha="right", family=fonts.FAMILY, parse_math=False)
        target = io.StringIO()
        figure.savefig(target, format="svg", metadata={"Date": None})
    return target.getvalue()


class _Say:
    """Says a text as it is, or each time with another hostile one behind it."""

    def __init__(self, hostile: bool) -> None:
        self.hostile = hostile
        self._at = 0

    def __call__(self, text: str) -> str:
        if not self.hostile:
            return text
        self._at += 1
        return f"{text} {HOSTILE[self._at % len(HOSTILE)]}"


def stored(node: dict) -> dict:
    """The notebook as it comes back from disk."""
    import nbformat

    return nbformat.reads(json.dumps(node), as_version=4)
