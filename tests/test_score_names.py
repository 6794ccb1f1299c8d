"""`score names` and `score linking`: gold in its own format in, figures and rows out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from marked import Name
from pressbrief.score import entities, tagged
from pressbrief.score.linking_task import b_cubed
from pressbrief.score.linking_task import measure as measure_linking
from pressbrief.score.measured import ScoreError, Span
from pressbrief.score.names_task import measure

DAY = date(2025, 3, 31)
# Enough of a language to know it by.
ENGLISH = "The officials said that they would meet again on the following day and talk of the aid."
BIO = """\
Latif\tB-Person
Nazari\tI-Person
visited\tO
Japan\tB-Location
's\tO
Narita\tB-Facility
Airport\tI-Facility
.\tO

Afghans\tB-NORP
met\tO
Jiji\tB-Organization
.\tO
"""


def saw(monkeypatch, *seen: tuple[str, str]) -> None:
    """A reader that sees these texts as these kinds, where they first stand in a sentence."""
    from pressbrief import reader

    def names(texts):
        return [
            sorted(Name(text.find(one), text.find(one) + len(one), kind, 0.9)
                   for one, kind in seen if one in text)
            for text in texts
        ]  # fmt: skip

    monkeypatch.setattr(reader, "names", names)


def test_tokens_become_text_with_the_names_in_it(tmp_path):
    (tmp_path / "a.tsv").write_text(BIO, encoding="utf-8")
    ((name, (text, spans)),) = tagged.read(tmp_path).items()
    assert (name, text) == (
        "a.tsv",
        "Latif Nazari visited Japan's Narita Airport.\n\nAfghans met Jiji.",
    )
    assert [(text[one.start : one.end], one.type, one.value) for one in spans] == [
        ("Latif Nazari", "person", "Person"),
        ("Japan", "place", "Location"),
        ("Narita Airport", "place", "Facility"),
        ("Afghans", "group", "NORP"),
        ("Jiji", "organisation", "Organization"),
    ]


def test_labels_without_a_begin_and_documents_in_one_file_are_read(tmp_path):
    lines = "-DOCSTART- O\n\nJoe I-PER\nBiden I-PER\n\n-DOCSTART- O\n\nNHK S-ORG\nNHK B-ORG\n"
    (tmp_path / "a.txt").write_text(lines, encoding="utf-8")
    found = tagged.read(tmp_path / "a.txt")
    assert [len(spans) for _, spans in found.values()] == [1, 2]


def test_names_count_with_the_same_characters_and_kind(monkeypatch, tmp_path):
    filler = "".join(f"{word}\tO\n" for word in ENGLISH.split())
    (tmp_path / "a.tsv").write_text(f"{BIO}\n{filler}", encoding="utf-8")
    seen = [("Latif Nazari", "person"), ("Japan", "place"), ("Narita", "place"),
            ("Jiji", "person"), ("Afghans", "group")]  # fmt: skip
    saw(monkeypatch, *seen)
    measured = measure(tmp_path, DAY)
    assert measured.items == 4
    # Right: Nazari and Japan. Jiji has another kind, Narita other characters; no group is asked.
    assert measured.figures["f1"] == measured.figures["precision"] == 0.5
    assert measured.figures["by_type"]["person"]["recall"] == 1
    assert measured.baselines["reader"]["f1"] == 0.5
    assert ("a.tsv", "gold", 0, 12, "person", "", "Latif Nazari") in measured.rows


GUM = [
    ("Foreign", "ADJ", ""), ("Minister", "NOUN", "Entity=(1-person-new-nnnnn-cf1-2,3-sgl"),
    ("Latif", "PROPN", ""), ("Nazari", "PROPN", "Entity=1)"), ("met", "VERB", ""),
    ("the", "DET", "Entity=(2-organization-new-nnnnn-cf2-3-sgl"),
    ("Nippon", "PROPN", "Entity=(3-place-new-nnnnn-cf3-1-sgl)"),
    ("Foundation", "PROPN", "Entity=2)"), ("and", "CCONJ", ""),
    ("a", "DET", "Entity=(4-person-new-nnnnn-cf4-2-sgl"), ("guest", "NOUN", "Entity=4)"),
]  # fmt: skip


def test_the_names_of_gum_are_its_entities_whose_head_is_a_proper_noun(tmp_path):
    rows = ["# newdoc id = a", "# text = x"]
    for number, (form, part, notes) in enumerate(GUM, 1):
        rows.append("\t".join([str(number), form, "_", part, *"_____", notes or "_"]))
    (tmp_path / "a.conllu").write_text("\n".join([*rows, "", ""]), encoding="utf-8")
    (tmp_path / "README.txt").write_text("GUM", encoding="utf-8")
    ((text, spans),) = tagged.read(tmp_path).values()
    assert [(text[one.start : one.end], one.type) for one in spans] == [
        ("Latif Nazari", "person"),
        ("Nippon Foundation", "organisation"),
    ]


def test_what_is_no_conllu_is_refused(tmp_path):
    (tmp_path / "a.conllu").write_text("1\tJapan\tPROPN\n", encoding="utf-8")
    with pytest.raises(ScoreError, match="line 1: 3 columns"):
        tagged.read(tmp_path)


@pytest.mark.parametrize(("content", "said"), [("Japan\n", "has no label"), ("Japan\tO\n", "B-")])
def test_a_file_of_another_format_is_refused(tmp_path, content, said):
    (tmp_path / "a.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(ScoreError, match=said):
        tagged.read(tmp_path)


TEXT = "Islamic State (ISIS) fled. ISIS met Iraq."
RE3D = {
    "documents.json": [{"_id": "d", "text": f"{TEXT} {ENGLISH}"}],
    "entities.json": [
        {"documentId": "d", "begin": 0, "end": 13, "type": "Organisation",
         "value": "Islamic State"},
        {"documentId": "d", "begin": 15, "end": 19, "type": "Organisation", "value": "ISIS"},
        {"documentId": "d", "begin": 27, "end": 31, "type": "Organisation", "value": "ISIS"},
        {"documentId": "d", "begin": 36, "end": 40, "type": "Location", "value": "Iraq"},
        {"documentId": "d", "begin": 21, "end": 25, "type": "Quantity", "value": "fled"},
    ],
    "relations.json": [
        {"documentId": "d", "type": "IsSynonymOf", "sourceBegin": 0, "sourceEnd": 13,
         "targetBegin": 15, "targetEnd": 19, "confidence": 1},
        {"documentId": "d", "type": "IsSynonymOf", "sourceBegin": 15, "sourceEnd": 19,
         "targetBegin": 27, "targetEnd": 31, "confidence": 1},
        {"documentId": "d", "type": "FightingAgainst", "sourceBegin": 27, "sourceEnd": 31,
         "targetBegin": 36, "targetEnd": 40, "confidence": 1},
    ],
}  # fmt: skip


def write(folder, files: dict[str, list[dict]]) -> None:
    folder.mkdir(exist_ok=True)
    for name, rows in files.items():
        (folder / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


def test_re3d_asks_of_names_that_a_relation_says_to_be_the_same(tmp_path):
    write(tmp_path / "X", RE3D)
    gold = entities.read(tmp_path)
    assert [span.value for span in gold.mentions["d"]] == ["d/0-13", "d/0-13", "d/0-13"]


def test_linking_is_measured_against_names_of_the_same_letters(monkeypatch, tmp_path):
    write(tmp_path / "X", RE3D)
    saw(monkeypatch, ("Islamic State", "group"), ("ISIS", "group"))
    measured = measure_linking(tmp_path, DAY)
    assert measured.figures == {"f1": 1.0, "precision": 1.0, "recall": 1.0, "found": 1.0}
    assert measured.baselines["same letters"]["recall"] < 1


def test_cat_entities_are_one_across_documents(tmp_path):
    document = (
        '<Document><token t_id="1" sentence="0">Boeing</token><token t_id="2" sentence="0">met'
        '</token><Markables><ENTITY_MENTION m_id="1" syntactic_type="NAM"><token_anchor t_id="1"/>'
        '</ENTITY_MENTION><ENTITY_MENTION m_id="2" syntactic_type="NOM"><token_anchor t_id="2"/>'
        '</ENTITY_MENTION><ENTITY m_id="9" ent_type="ORG" external_ref="db/Boeing"/></Markables>'
        '<Relations><REFERS_TO><source m_id="1"/><target m_id="9"/></REFERS_TO></Relations>'
        "</Document>"
    )
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_text(document, encoding="utf-8")
    assert entities.read(tmp_path).mentions == {
        name: [Span(0, 6, "name", "db/Boeing")] for name in ("a.xml", "b.xml")
    }


def test_a_folder_of_neither_is_refused(tmp_path):
    with pytest.raises(ScoreError, match="expected a folder of re3d"):
        entities.read(tmp_path)


def test_b_cubed_of_what_has_no_actor_is_a_cluster_each():
    assert b_cubed(["a", "a"], ["", ""]) == {"f1": 2 / 3, "precision": 1.0, "recall": 0.5}
    assert b_cubed([], []) == {"f1": 0.0, "precision": 0.0, "recall": 0.0}
