"""Files of news databases that hold many articles: each comes out alone, with its own facts."""

from __future__ import annotations

import pytest

from pressbrief.corpus import readers
from test_corpus_forms import found, noted, word

# What each article of the files below says: three told in three papers.
ARTICLES = [
    {
        "headline": "Norway and Sweden open the border in Svinesund",
        "paper": "The Oslo Courier",
        "day": ("February 3, 2025 Monday", "3 February 2025", "2025-02-03"),
        "by": "Our special correspondent",
        "text": "Norway and Sweden opened the border at Svinesund on Sunday after a year of talks.",
        "more": "Sweden had asked for it in March 2024. Norway did not answer for months.",
    },
    {
        "headline": "Denmark calls the opening a mistake",
        "paper": "Aarhus Daily News",
        "day": ("February 5, 2025 Wednesday", "5 February 2025", "2025-02-05"),
        "by": "",
        "text": "Denmark on Tuesday called the opening of the border a mistake and sought talks.",
        "more": "The Danish government said that no port had been told of it.",
    },
    {
        "headline": "Nordic Council to hear the three",
        "paper": "The Helsinki Monitor",
        "day": ("February 10, 2025 Monday", "10 February 2025", "2025-02-10"),
        "by": "Reuters",
        "text": "The Nordic Council said on Saturday that it will hear Norway, Sweden and Denmark.",
        "more": "A first hearing is planned for March 4, 2025, its secretariat in Copenhagen said.",
    },
]


def nexis(one: dict) -> list[str]:
    byline = [f"Byline: {one['by']}"] if one["by"] else []
    return [
        one["headline"], f"{one['paper']} (Nordic)", one["day"][0], "",
        f"Copyright 2025 {one['paper']} All Rights Reserved", "Section: WORLD; Pg. 9",
        "Length: 31 words", *byline, "Body", "", one["text"], "", one["more"], "",
        f"Load-Date: {one['day'][0].rsplit(' ', 1)[0]}", "Classification", "Language: ENGLISH",
        "Subject: BORDERS (90%)", "", "End of Document", "",
    ]  # fmt: skip


COVER = [
    "User Name: A. Reader", "Date and Time: Friday, February 28, 2025 10:15:00 AM EST",
    "Job Number: 1", "Documents (3)",
    *(line for n, one in enumerate(ARTICLES, 1) for line in (
        f"{n}. {one['headline']}", "Client/Matter: -None-", "Search Terms: border",
        "Narrowed by: Timeline: Feb 01, 2025 to Feb 28, 2025",
    )),
]  # fmt: skip
NEXIS = [*COVER, *(line for one in ARTICLES for line in nexis(one))]


def lexis_nexis(number: int, one: dict) -> list[str]:
    byline = [f"BYLINE: {one['by']}", ""] if one["by"] else []
    return [
        "", f"{' ' * 30}{number} of 3 DOCUMENTS", "", f"{' ' * 30}{one['paper']}", "",
        f"{' ' * 28}{one['day'][0]}", f"{' ' * 34}Late Edition", "", one["headline"], "", *byline,
        "SECTION: WORLD; Pg. 9", "", "LENGTH: 31 words", "", "", one["text"], "", one["more"], "",
        "LOAD-DATE: February 20, 2025", "", "LANGUAGE: ENGLISH", "",
        "PUBLICATION-TYPE: Newspaper", "", f"{' ' * 17}Copyright 2025 {one['paper']}",
        f"{' ' * 30}All Rights Reserved",
    ]  # fmt: skip


LEXIS_NEXIS = [line for n, one in enumerate(ARTICLES, 1) for line in lexis_nexis(n, one)]


def factiva(number: int, one: dict) -> list[str]:
    return [
        "World News", one["headline"], *([f"By {one['by']}"] if one["by"] else []), "31 words",
        one["day"][1], "06:30", one["paper"], "OSCO", "9", "English",
        f"(c) 2025 {one['paper']}. All rights reserved.", one["text"], one["more"],
        f"Document OSCO000020250203el23{number:05}", "",
    ]  # fmt: skip


FACTIVA = [line for n, one in enumerate(ARTICLES, 1) for line in factiva(n, one)]
FACTIVA += ["Search Summary", "Text", "border", "Date", "Last month"]


def in_codes(number: int, one: dict) -> list[tuple[str, str]]:
    return [
        ("SE", "World News"), ("HD", one["headline"]), ("BY", f"By {one['by']}" * bool(one["by"])),
        ("WC", "31 words"), ("PD", one["day"][1]), ("SN", one["paper"]), ("SC", "OSCO"),
        ("LA", "English"), ("CY", "(c) 2025"), ("LP", one["text"]), ("TD", one["more"]),
        ("IN", "i1 : Borders"), ("PUB", "Courier Media"),
        ("AN", f"Document OSCO000020250203el23{number:05}"),
    ]  # fmt: skip


CODES = [row for n, one in enumerate(ARTICLES, 1) for row in in_codes(n, one)]


def proquest(number: int, one: dict) -> list[str]:
    author = [f"Author: {one['by']}", ""] if one["by"] else []
    return [
        "_" * 60, "", f"Document {number} of 3", "", f"Title: {one['headline']}", "", *author,
        f"Publication info: {one['paper']} ; Oslo [Oslo]. {one['day'][1]}: 9.", "",
        "ProQuest document link", "", "Abstract: The border is open.", "",
        f"Full text: {one['text']}", "", one["more"], "", "Subject: Borders; Treaties", "",
        f"Title: {one['headline']}", "", f"Publication title: {one['paper']}", "", "Pages: 9", "",
        f"Publication date: {one['day'][1]}", "", "Publisher: Courier Media", "",
        "Language of publication: English", "", f"ProQuest document ID: {number}", "",
        f"Document URL: https://www.proquest.com/docview/{number}", "",
        "Last updated: 2025-03-01", "", "Database: ProQuest Central", "",
    ]  # fmt: skip


PROQUEST = [line for n, one in enumerate(ARTICLES, 1) for line in proquest(n, one)]


def page(lines: list[str]) -> str:
    shown = "".join(f"<div>{line}</div>" for line in lines)
    return f"<html><head><title>Factiva</title></head><body>{shown}</body></html>"


def rtf(lines: list[str]) -> str:
    return "{\\rtf1\\ansi " + "".join(f"{line}\\par\n" for line in lines) + "}"


def rtf_table(rows: list[tuple[str, str]]) -> str:
    cells = (f"\\trowd\\cellx900\\cellx9000 {{\\b {a}}}\\cell {b}\\cell\\row\n" for a, b in rows)
    return "{\\rtf1\\ansi " + "".join(cells) + "}"


def html_table(rows: list[tuple[str, str]]) -> str:
    cells = (f"<tr><td><b>{a}</b></td><td>{b}</td></tr>" for a, b in rows)
    return f"<html><body><table>{''.join(cells)}</table></body></html>"


def pdf(lines: list[str]) -> bytes:
    import typst

    said = "\n\n".join(f"#[{_typst(line)}]" for line in lines if line)
    return typst.compile(f"#set page(width: 25cm)\n{said}".encode())


def _typst(line: str) -> str:
    return "".join(f"\\{char}" if char in "#$*_`<>@~/-[]" else char for char in line)


FILES = {
    "Nexis .docx": ("Files.DOCX", word(*NEXIS)),
    "Nexis .rtf": ("Files.RTF", rtf(NEXIS)),
    "Nexis .txt": ("Files.txt", "\n".join(NEXIS)),
    "Nexis .pdf": ("Files.pdf", pdf(NEXIS)),
    "LexisNexis .txt": ("nexis.TXT", "\r\n".join(LEXIS_NEXIS)),
    "Factiva .html": ("factiva.html", page(FACTIVA)),
    "Factiva .rtf": ("factiva.rtf", rtf(FACTIVA)),
    "Factiva .rtf in codes": ("factiva.rtf", rtf_table(CODES)),
    "Factiva .html in codes": ("factiva.html", html_table(CODES)),
    "Factiva .txt in codes": ("factiva.txt", "\n".join(f"{a}  {b}" for a, b in CODES)),
    "ProQuest .txt": ("proquest.txt", "\n".join(PROQUEST)),
    "ProQuest .docx": ("proquest.docx", word(*PROQUEST)),
}


@pytest.mark.parametrize("kind", FILES)
def test_three_articles_in_three_out_with_their_own_facts(kind):
    name, data = FILES[kind]
    items = found(name, data)
    assert [one.file for one in items] == [f"{name}#{number}" for number in (1, 2, 3)]
    for one, told in zip(items, ARTICLES, strict=True):
        facts = one.facts
        assert " ".join(one.text.split()) == f"{told['headline']} {told['text']} {told['more']}"
        assert (facts.headline, facts.publisher) == (told["headline"], told["paper"])
        assert facts.published == told["day"][2]
        assert facts.authors == ([told["by"]] if told["by"] else [])
        assert facts.basis("publisher") == "the database's entry"
        assert one.notes == ()


@pytest.mark.parametrize("kind", FILES)
def test_what_the_database_prints_around_an_article_is_kept_and_no_text(kind):
    around = [one.furniture for one in found(*FILES[kind])]
    assert all("31 words" in one or "Publication" in one for one in around)
    if kind.startswith("Nexis"):
        assert "Job Number: 1" in around[0]
        assert "Load-Date" in around[2]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (NEXIS[: NEXIS.index("End of Document") + 1], "says that it holds 3 articles, of which 1"),
        (PROQUEST[: len(PROQUEST) * 2 // 3], "says that it holds 3 articles, of which 2"),
    ],
    ids=["Nexis", "ProQuest"],
)
def test_a_file_that_was_cut_off_says_how_many_articles_it_lacks(lines, said):
    assert [one for one in noted("a.txt", "\n".join(lines)) if one.startswith(said)]


def test_an_article_whose_end_was_cut_off_is_read_too():
    lines = NEXIS[: NEXIS.index(ARTICLES[2]["more"])]
    assert [one.facts.headline for one in found("a.txt", "\n".join(lines))][2] == (
        ARTICLES[2]["headline"]
    )


def test_an_entry_without_a_text_is_skipped_by_number():
    lines = [line for line in NEXIS if line not in (ARTICLES[1]["text"], ARTICLES[1]["more"])]
    two = found("a.txt", "\n".join(lines))[1]
    assert isinstance(two, readers.Skipped)
    assert (two.file, two.reason.split(";")[0]) == ("a.txt#2", "an entry without text")


def test_markup_in_a_database_s_file_is_text():
    evil = "<script>alert(1)</script> {{ 7 * 7 }}"
    lines = [line.replace(ARTICLES[0]["headline"], evil) for line in NEXIS]
    assert found("a.txt", "\n".join(lines))[0].facts.headline == evil


@pytest.mark.parametrize(
    "text",
    [
        "Talks end\n\nThe ministry called it the end of document controls at the border.",
        "Document 1 of 3 was leaked, the ministry said. It holds 31 words.",
        "The BY election\n\nLP records were sold in Oslo, HD films in Bergen.",
    ],
)
def test_an_article_that_speaks_of_documents_is_one(text):
    assert [one.text for one in found("a.txt", text)] == [text]


LOOK_ALIKE = [
    ("Title: A\nDate: 1 May\nOne.\n\nTitle: B\nDate: 2 May\nTwo.", "“Date:”, “Title:” recur"),
    ("One ended.\n\nEND OF ARTICLE\n\nTwo ended.\n\nEND OF ARTICLE", "“END OF ARTICLE” recur"),
    ("Article 1 of 2\n\nOne ended.\n\nArticle 2 of 2\n\nTwo ended.", "“… of 2” recur"),
    ("It said\n\nFrom a@b.no Mon Feb  3 2025\n\nFrom a@b.no Mon Feb  3 2025\n", "“From …” recur"),
]


@pytest.mark.parametrize(("text", "said"), LOOK_ALIKE)
def test_what_looks_like_many_articles_and_is_read_as_one_says_so(text, said):
    (only,) = noted("a.txt", text)
    assert only.startswith("looks like 2 articles and was read as one: ")
    assert said in only


@pytest.mark.parametrize(
    "text",
    [
        "Oslo: The talks ended.\n\nBergen: They did not.\n\nOslo: They did.",
        "Q: Why?\n\nA: It rained.\n\nQ: And then?\n\nA: It snowed.",
        "Page 1 of 2\n\nThe talks ended on Sunday.\n\nPage 2 of 2",
    ],
)
def test_what_does_not_is_not_doubted(text):
    assert noted("a.txt", text) == []
