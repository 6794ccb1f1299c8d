"""What is printed of a briefing: the evidence of its claims, and the heads of its lists."""

from dataclasses import replace

import render_fixture as fixture
from pressbrief.render.brief import PRINTED, brief
from pressbrief.render.document import collect


def whole():
    return collect(fixture.notebook())


def numbers(document) -> set[int]:
    return {item.number for group in document.evidence for item in group.items}


def test_the_sentences_that_claims_cite_are_printed_with_their_numbers():
    document = whole()
    claims = [claim for chapter in document.chapters for claim in chapter.claims]
    cited = {
        number
        for claim in claims
        for run in claim.evidence
        for number in range(run.first, run.last + 1)
    }
    assert numbers(brief(document)) == cited < numbers(document)
    anchors = {claim.anchor for claim in claims}
    printed = [item for group in brief(document).evidence for item in group.items]
    assert all(place.anchor in anchors for item in printed for place in item.cited)


def test_tables_stand_without_their_evidence():
    tables = [table for chapter in brief(whole()).chapters for table in chapter.tables]
    assert tables and not any(table.cited for table in tables)
    assert not any(row.evidence for table in tables for row in table.rows)


def test_a_grid_points_to_no_sentence_that_is_not_printed():
    before, after = (document.chapters[0].grid for document in (whole(), brief(whole())))
    assert [bool(box.evidence) for box in before.rows[0]] == [False, True, True, False]
    told = numbers(brief(whole()))
    firsts = [box.evidence[0].first for row in after.rows for box in row if box.evidence]
    assert firsts and told.issuperset(firsts)
    assert [box.text for box in after.rows[0]] == [box.text for box in before.rows[0]]


def test_a_long_list_is_cut_and_says_so():
    document = whole()
    chapter = next(chapter for chapter in document.chapters if chapter.tables)
    table = chapter.tables[0]
    long = replace(table, rows=table.rows[:1] * 40, values=table.values[:1] * 40, note="Copies.")
    changed = replace(document, chapters=(replace(chapter, tables=(long,)),))
    ((printed,),) = (chapter.tables for chapter in brief(changed).chapters)
    assert len(printed.rows) == len(printed.values) == PRINTED
    assert printed.note == f"Copies. The first {PRINTED} of 40 rows; all are attached."


def test_a_folded_table_is_named_and_not_printed():
    document = whole()
    chapter = next(chapter for chapter in document.chapters if chapter.tables)
    folded = replace(chapter.tables[0], folded=True, title="The actors")
    changed = replace(document, chapters=(replace(chapter, tables=(folded,)),))
    (printed,) = brief(changed).chapters
    assert printed.tables == ()
    rows = len(folded.rows)
    assert (
        printed.attached == f"Attached, and in the HTML: {folded.label}, The actors ({rows} rows)."
    )


def test_of_a_measurement_its_first_number_is_printed():
    document = whole()
    part = replace(
        document.method[0], measured=("Names: F1 0.78, recall 0.7.",), short=("F1 0.78",)
    )
    (printed,) = brief(replace(document, method=(part,))).method
    assert printed.measured == ("F1 0.78",)


def test_a_sentence_that_only_names_says_nothing_of_how_it_was_read():
    document = whole()
    group = document.evidence[0]
    items = tuple(
        replace(item, readings=("Japan: named only", "Iran: critical (“shoddy”)"))
        for item in group.items
    )
    changed = replace(document, evidence=(replace(group, items=items),))
    ((printed, *_),) = (group.items for group in brief(changed).evidence)
    assert printed.readings == ("Iran: critical (“shoddy”)",)
