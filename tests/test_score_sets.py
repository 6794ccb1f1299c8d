"""Each task on a small set of its format, with the figures worked by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pressbrief import score
from pressbrief.score import conllu, polnear, timexml
from pressbrief.score.measured import ScoreError

AS_OF = date(2026, 1, 31)


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def figures(task: str, path: Path, **options) -> dict:
    return json.loads(score.run(task, path, AS_OF, **options).result)


def rows(task: str, path: Path, **options) -> list[str]:
    out = path.parent / "predictions.csv"
    score.run(task, path, AS_OF, predictions=out, **options)
    return out.read_text(encoding="utf-8").splitlines()


# Stance: three sentences, four targets; praise, blame, nothing.
SENTENCES = [
    ("Japan was praised for its excellent, generous help.", [("Japan", 6)]),
    ("The disastrous failure of the Taliban is a shameful crime.", [("Taliban", 2)]),
    ("China and Iran met on Tuesday.", [("China", 4), ("Iran", 6)]),
]


def newsmtsc(folder: Path) -> Path:
    lines = [
        {
            "sentence_normalized": text,
            "targets": [
                {"from": text.index(name), "to": text.index(name) + len(name), "polarity": value}
                for name, value in targets
            ],
        }
        for text, targets in SENTENCES
    ]
    write(folder, {"set.jsonl": "\n".join(map(json.dumps, lines)) + "\n\n"})
    return folder / "set.jsonl"


def test_stance(tmp_path):
    # Iran is gold positive and told of without any word of value: neutral F1 2/3, positive 2/3,
    # negative 1.
    found = figures("stance", newsmtsc(tmp_path))
    assert found.pop("sentences_per_second") > 0
    assert 0 <= found.pop("calibration_error") < 0.5
    assert found.pop("macro_f1_low") < found["macro_f1"] <= found.pop("macro_f1_high") <= 1
    assert found == {
        "set": f"{tmp_path.name}/set.jsonl",
        "items": 4,
        "macro_f1": round((2 / 3 + 2 / 3 + 1) / 3, 4),
        "accuracy": 0.75,
    }
    assert rows("stance", tmp_path / "set.jsonl")[-1] == "3:10-14,positive,neutral"


def test_stance_stands_beside_the_majority_and_vader(tmp_path):
    table = score.run("stance", newsmtsc(tmp_path), AS_OF).table.splitlines()
    assert table[1].split() == ["pressbrief", "majority", "VADER"]
    assert table[2].split() == ["macro-F1", "0.7778", "0.2222", "0.7778"]


def test_a_target_named_twice_at_one_place_is_two_items(tmp_path):
    targets = [{"from": 0, "to": 5, "polarity": 4}, {"from": 0, "to": 5, "polarity": 2}]
    line = {"sentence_normalized": "Japan met Iran.", "targets": targets}
    write(tmp_path, {"set.jsonl": json.dumps(line)})
    assert figures("stance", tmp_path / "set.jsonl")["accuracy"] == 0.5


# Dates: one article says its day, one only that it comes after a day.
WIKINEWS = (
    "url,date,title,text\n"
    'x,2025-03-05,t,"Wednesday, March 5, 2025\n\nJapan and China met in Tokyo for talks."\n'
    'y,2025-03-07,t,"Friday, March 7, 2025\n\nThe talks that began on March 5, 2025 have ended, '
    'the government of Japan said in Tokyo."\n'
)


def test_dates(tmp_path):
    path = write(tmp_path, {"a.csv": WIKINEWS}) / "a.csv"
    said = figures("dates", path)
    assert said["items"] == 2
    assert (said["exact"], said["covered"], said["wrong_day"]) == (1, 1, 0)
    assert said["median_width_days"] == 1


def test_dates_without_the_first_line(tmp_path):
    # The first has nothing left; the second is dated between what it tells of and the as-of day.
    path = write(tmp_path, {"a.csv": WIKINEWS}) / "a.csv"
    said = figures("dates", path, hide_dateline=True)
    assert (said["exact"], said["covered"], said["wrong_day"]) == (0, 1, 0)
    assert rows("dates", path, hide_dateline=True)[2] == "2,2025-03-07,2025-03-05/2026-01-31"
    width = (AS_OF - date(2025, 3, 5)).days + 1
    assert said["median_width_days"] == width


# Time expressions: three gold; one found exactly, one wider than found, one with another value.
TIMEML = """<?xml version="1.0" ?><TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2025-03-05T09:00"
 functionInDocument="CREATION_TIME">March 5, 2025</TIMEX3></DCT>
<TEXT>Japan &amp; China <EVENT>met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2025-03-04"
>yesterday</TIMEX3> after the long talks that they had held
<TIMEX3 tid="t2" type="DATE" value="2024-11-30">back in <EVENT>late</EVENT> 2024</TIMEX3>.
They will meet again <TIMEX3 tid="t3" type="DATE" value="2025-03-07">tomorrow</TIMEX3>,
said Tokyo.</TEXT></TimeML>"""


def test_timex(tmp_path):
    said = figures("timex", write(tmp_path / "set", {"a.tml": TIMEML}))
    # Three found: "yesterday", "late 2024" and "tomorrow", all of them overlapping a gold one.
    assert said["items"] == 3
    assert said["relaxed_f1"] == said["type_f1"] == 1
    assert said["strict_f1"] == round(2 / 3, 4)
    assert said["value_f1"] == round(1 / 3, 4)
    found = rows("timex", tmp_path / "set")
    assert found[0] == "document,side,start,end,type,value,text"
    assert "a.tml,predicted,18,27,DATE,2025-03-04,yesterday" in found
    assert [row.split(",")[1] for row in found[1:]] == ["gold"] * 3 + ["predicted"] * 3


def cat(*sentences: str, timexes: str = "") -> str:
    words = [(n, word) for n, text in enumerate(sentences) for word in text.split()]
    tokens = "".join(
        f'<token t_id="{i}" sentence="{n}" number="{i}">{word}</token>'
        for i, (n, word) in enumerate(words, 1)
    )
    return f"<Document>{tokens}<Markables>{timexes}</Markables></Document>"


MARKED = """<TIMEX3 m_id="1" type="DATE" value="2025-03-05" functionInDocument="CREATION_TIME">
<token_anchor t_id="1"/><token_anchor t_id="2"/><token_anchor t_id="3"/><token_anchor t_id="4"/>
</TIMEX3><TIMEX3 m_id="2" type="DATE" value="2025-03-04"><token_anchor t_id="14"/></TIMEX3>
<TIMEX3 m_id="3" type="DURATION" value="P1W"/>"""
LATER = '<TIMEX3 m_id="4" type="DATE" value="2025-03-03"><token_anchor t_id="{}"/></TIMEX3>'
MET = (
    "March 5 , 2025",
    'The talks of China - Japan that were held yesterday had ended , " he " said .',
)
TALKS = "They are the first talks of the two countries that were held in Tokyo ."


def test_a_cat_document_is_text_again(tmp_path):
    (document,) = timexml.read(write(tmp_path, {"b/a.xml": cat(*MET, timexes=MARKED)})).values()
    assert document.text == (
        'March 5, 2025\n\nThe talks of China-Japan that were held yesterday had ended, "he" said.'
    )
    assert document.day == "2025-03-05"


def test_what_meantime_does_not_mark_counts_on_neither_side(tmp_path):
    # The creation day, and what comes after the title and five sentences.
    text = cat(*MET, *[TALKS] * 4, "They met on Monday .", timexes=MARKED)
    said = figures("timex", write(tmp_path / "set", {"a.xml": text}))
    assert (said["items"], said["strict_f1"], said["value_f1"]) == (1, 1, 1)


def test_a_set_with_a_later_expression_is_marked_throughout(tmp_path):
    # Gold yesterday and Monday (another value); found both.
    timexes = MARKED + LATER.format(4 + 18 + 4 * 15 + 4)
    text = cat(*MET, *[TALKS] * 4, "They met on Friday .", timexes=timexes)
    said = figures("timex", write(tmp_path / "set", {"a.xml": text}))
    assert (said["items"], said["strict_f1"], said["value_f1"]) == (2, 1, 0.5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<TimeML>",
        "<TimeML></TimeML>",
        '<!DOCTYPE a [<!ENTITY b "c">]><TimeML><TEXT>&d;</TEXT></TimeML>',
        "<TimeML><TEXT>No time at all.</TEXT></TimeML>",
        "<TimeML><TEXT>" + "<a>" * 20_000 + "</a>" * 20_000 + "</TEXT></TimeML>",
    ],
    ids=["empty", "open", "no text", "entity", "no timex", "deep"],
)
def test_broken_timeml_is_refused_by_name(text, tmp_path):
    write(tmp_path, {"a.tml": text})
    with pytest.raises(ScoreError, match="expected a folder of TimeML"):
        score.run("timex", tmp_path, AS_OF)


# Sentences: two paragraphs of a CoNLL-U document, three sentences.
def conll(*lines: str) -> str:
    return "\n".join(lines) + "\n\n"


def token(number: str, word: str, misc: str = "_") -> str:
    return "\t".join([number, word, *["_"] * 7, misc])


CONLLU = (
    conll("# newdoc id = one", "# text = Talks ended in Tokyo.", token("1", "Talks"))
    + conll("# text = Japan, which hosted them, left.", token("1", "Japan"))
    + conll(
        "# newpar",
        token("1-2", "Don’t", "SpaceAfter=No"),
        token("1", "Do"),
        token("2", "n’t"),
        token("2.1", "gap"),
        token("3", ","),
        token("4", "said"),
        token("5", "China", "SpaceAfter=No"),
        token("6", "."),
    )
)


def test_a_conllu_document_is_text_again(tmp_path):
    (text, spans) = conllu.read(write(tmp_path, {"a.conllu": CONLLU}))["one"]
    assert text == "Talks ended in Tokyo. Japan, which hosted them, left.\n\nDon’t, said China."
    assert [text[span.start : span.end][-6:] for span in spans] == ["Tokyo.", " left.", "China."]


def test_boundaries(tmp_path):
    folder = write(tmp_path / "set", {"a.conllu": CONLLU})
    assert figures("sentences", folder) == {
        "set": f"{tmp_path.name}/set",
        "items": 3,
        "boundary_f1": 1,
    }


def test_a_boundary_that_is_not_found_is_missed(tmp_path):
    # Two of the three ends are found, and no other: 2 * 2 / (3 + 2).
    text = conll("# text = Mr.", token("1", "Mr.")) + conll("# text = Abe left.", token("1", "Abe"))
    text += conll("# newpar", "# text = Talks ended.", token("1", "Talks"))
    assert figures("sentences", write(tmp_path / "set", {"a.conllu": text}))["boundary_f1"] == 0.8


@pytest.mark.parametrize("text", ["", "1\tone", token("x", "one"), "# text = "])
def test_broken_conllu_is_refused_by_name(text, tmp_path):
    write(tmp_path, {"a.conllu": text})
    with pytest.raises(ScoreError, match=r"a\.conllu.*expected a folder of CoNLL-U"):
        score.run("sentences", tmp_path, AS_OF)


# Quotations: two attributions; one found as it is, one whose content is found one word too long.
ARTICLE = (
    "The ministry said that the talks in Tokyo had ended well.\n\n"
    "“We will come back,” China announced on Monday.\n"
)


def bound(number: int, kind: str, *texts: str) -> str:
    spans = ";".join(f"{ARTICLE.index(text)} {ARTICLE.index(text) + len(text)}" for text in texts)
    return f"T{number}\t{kind} {spans}\t{' '.join(texts)}"


ANN = "\n".join(
    [
        bound(1, "Source", "The ministry"),
        bound(2, "Cue", "said"),
        bound(3, "Content", "that the talks in Tokyo had ended"),
        bound(4, "Attribution", "said"),
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        bound(5, "Source", "China"),
        bound(6, "Cue", "announced"),
        bound(7, "Content", "“We will come back,”"),
        "E2\tAttribution:T4 Content:T7 Cue:T6 Source:T5",
        "",
    ]
)


def polnear_set(folder: Path) -> Path:
    return write(
        folder,
        {"text/a.txt": ARTICLE, "attributions/a_1.ann": ANN, "attributions/a_2.ann": "E1\t"},
    )


def test_quotes(tmp_path):
    said = figures("quotes", polnear_set(tmp_path / "set"))
    assert said["items"] == 2
    assert said["source"] == {"exact_f1": 1, "overlap_f1": 1}
    # Contents: 7 and 7 tokens in gold, 8 and 7 found.
    assert said["content"] == {"exact_f1": 0.5, "overlap_f1": round(2 * 14 / 29, 4)}


def test_quotes_as_rows(tmp_path):
    polnear_set(tmp_path / "set")
    found = rows("quotes", tmp_path / "set")
    assert "a,gold,0,12,source,E1,The ministry" in found
    assert "a,predicted,13,17,cue,P1,said" in found


def test_a_content_in_parts_is_one_content(tmp_path):
    ann = ANN.replace(
        bound(3, "Content", "that the talks in Tokyo had ended"),
        bound(3, "Content", "that the talks", "had ended well"),
    )
    polnear_set(tmp_path)
    (tmp_path / "attributions/a_1.ann").write_text(ann, encoding="utf-8")
    _, said = polnear.read(tmp_path)["a"]
    assert len(said[0].content) == 2
    # Tokens in gold 6 + 7, found 8 + 7, on both sides 13.
    assert figures("quotes", tmp_path)["content"]["overlap_f1"] == round(2 * 13 / 28, 4)


@pytest.mark.parametrize(
    "ann", ["", "T1\tSource x", "T1\tCue 0 9999\tx", "E1\tCue:T9", "T1\tCue 5 5\tx"]
)
def test_broken_attributions_are_refused_by_name(ann, tmp_path):
    polnear_set(tmp_path)
    (tmp_path / "attributions/a_1.ann").write_text(ann, encoding="utf-8")
    with pytest.raises(ScoreError, match=tmp_path.name):
        score.run("quotes", tmp_path, AS_OF)


HOSTILE = "\x00 \u202e “” 中文 😀 $x^2$ =cmd() <script> #set page\r\n\r\n" + "a" * 20_000


def test_hostile_text_is_measured_like_any_other(tmp_path):
    write(tmp_path / "q", {"text/a.txt": f"Tokyo said no.{HOSTILE}"})
    ann = "T1\tCue 6 10\tsaid\nT2\tContent 11 13\tno\nE1\tCue:T1 Content:T2\n"
    write(tmp_path / "q", {"attributions/a.ann": ann})
    assert figures("quotes", tmp_path / "q")["items"] == 1
    write(tmp_path, {"a.json": json.dumps([{"text": HOSTILE, "sents": [HOSTILE]}])})
    assert figures("sentences", tmp_path / "a.json")["items"] == 1
    line = {"sentence_normalized": HOSTILE, "targets": [{"from": 2, "to": 9, "polarity": 4}]}
    write(tmp_path, {"a.jsonl": json.dumps(line)})
    assert figures("stance", tmp_path / "a.jsonl")["accuracy"] == 1
