"""How many rows, words and names a reader is shown, and from where on something is said at all."""

from __future__ import annotations

import pandas as pd
import pytest

from drawn import source_row
from pressbrief import tables
from pressbrief.sections import (
    corpus_tables,
    mentions_claims,
    mentions_tables,
    stance_leans,
    stance_others,
    stance_quotes,
    stance_tables,
    stance_views,
    timeline_claims,
    timeline_tables,
)
from pressbrief.sections.stance_views import NOTHING, Said, Side
from pressbrief.sections.wording import phrase
from pressbrief.sections.wording.names import Names, all_of, names
from pressbrief.sections.wording.words import listed, percent
from test_stance_section import articles, own, sentence, sentences, stances

NAMES = Names({}, {})
MANY = [f"A{n:03}" for n in range(100)]


def by_source(*rows):
    return tables.frame("stance_by_source", list(rows))


def mention(article, number, start, actor, kind="state"):
    return (article, number, start, start + 1, actor[:1], actor, kind, "name")


def of_length(*ids):
    """Articles of 500 words each."""
    return articles(*ids).assign(words=500)


def mentions(*rows):
    return tables.frame("mentions", sorted(rows))


def actors(*names_):
    return tables.frame("actors", [(name, "state", "", name, "topic") for name in names_])


def events(count: int, ids: list[str]):
    """So many happenings of one day, each told by all of these articles, and who tells them."""
    day = "2025-02-18", "2025-02-18"
    many = [f"e{n:03}" for n in range(count)]
    rows = [(one, *day, "day", "happened", f"They met {one}", "They met.", "Japan", "", len(ids),
             len(ids), "") for one in many]  # fmt: skip
    told = [(one, id_, 1, 0, 9, *day, "happened") for one in many for id_ in ids]
    return tables.frame("events", rows), tables.frame("event_mentions", told)


# Tables: so many rows, and how many more there are


def sources():
    twice = articles(*MANY, *(f"{one}b" for one in MANY))
    twice["publisher"] = [f"Paper {one[:4]}" for one in twice["article_id"]]
    return corpus_tables.publishers(twice, NAMES)


def copies():
    read = articles("aa", *MANY, twins=dict.fromkeys(MANY, "aa"))
    rows = [(one, "aa", "near", 0.9, "", "") for one in MANY]
    return corpus_tables.copies(tables.frame("copies", rows), read, names(read))


def absences():
    named = mentions(*(mention(id_, 1 + n, 9 * n, one) for id_ in ("aa", "bb")
                       for n, one in enumerate(MANY[:30] * 10)))  # fmt: skip
    read = of_length("aa", "bb", "cc")
    return mentions_tables.absent(named, read, actors(*MANY[:30]), NAMES, 2, {})


def offices():
    rows = [(one, "minister", "Japan", "held", "", "", 1, "aa", 1) for one in MANY]
    return mentions_tables.offices(tables.frame("offices", rows))


def in_their_words():
    made = stances(*(own(one, 1, -0.9) for one in MANY))
    mine = stance_views.own_voice(made, articles(*MANY), sentences())
    return stance_quotes.in_their_words(mine, sentences(), NAMES, {})


def headlines():
    lines = sentences(*(sentence(one, 1, "Japan meets Iran", "headline") for one in MANY))
    return stance_quotes.headlines(stances(), articles(*MANY), lines, NAMES)


def deeds():
    said = {(one, "Japan"): Said(ill=Side(2)) for one in MANY}
    return stance_tables.deeds(by_source(*(source_row(one, "Japan") for one in MANY)), said, NAMES)


def speakers(actors_=(), names_=(), given=(("A000", 1),), sources_=("NHK",)):
    rows = [(source, who, count) for source in sources_ for who, count in given]
    words = pd.DataFrame(rows, columns=["source", "speaker", "words"])
    read = articles("aa")
    read["publisher"] = "NHK"
    return stance_tables.speakers(
        tables.frame("voices", []), words, read, actors(*actors_), mentions(*names_), NAMES, 2
    )


def parted():
    rows = [
        row for one in MANY for row in (source_row("NHK", one, 4), source_row("AFP", one, 0, 4))
    ]
    return stance_tables.parted(by_source(*rows), {}, NAMES)


def who_tells(happenings=100, sources_=2):
    ids = MANY[:sources_]
    read = articles(*ids)
    return timeline_tables.who_tells(*events(happenings, ids), read, names(read), most=8)


@pytest.mark.parametrize(
    ("made", "rows"),
    [
        (sources, 40),
        (copies, 40),
        (absences, 12),
        (offices, 30),
        (in_their_words, 40),
        (headlines, 40),
        (deeds, 20),
        (lambda: speakers(sources_=MANY), 40),
        (parted, 12),
        (who_tells, 12),
    ],
)
def test_a_long_table_is_cut(made, rows):
    table = made()
    assert len(table.rows) == rows
    assert len(table.evidence) in (0, rows)


def test_of_a_source_and_target_six_judgements_are_quoted():
    made = stances(*(own("aa", n, -0.9) for n in range(1, 20)))
    mine = stance_views.own_voice(made, articles("aa"), sentences())
    assert len(stance_quotes.in_their_words(mine, sentences(), NAMES, {}).rows) == 6


def test_a_long_sentence_is_cut_in_its_cell():
    lines = sentences(sentence("aa", 1, "x" * 400))
    mine = stance_views.own_voice(stances(own("aa", 1, -0.9)), articles("aa"), lines)
    assert stance_quotes.in_their_words(mine, lines, NAMES, {}).rows[0][-1] == f"{'x' * 260}…"


@pytest.mark.parametrize(("told", "stands"), [(1, False), (2, True)])
def test_one_deed_shows_nothing_of_how_a_source_tells(told, stands):
    said = {("NHK", "Japan"): Said(ill=Side(told))}
    table = stance_tables.deeds(by_source(source_row("NHK", "Japan")), said, NAMES)
    assert (table is not None) is stands


def test_of_those_who_speak_four_are_shown_and_of_the_unheard_three():
    given = [(one, 9 - n) for n, one in enumerate(MANY[:6])]
    often = [mention("aa", 1 + n, 9 * n, one) for n, one in enumerate(MANY[10:16] * 3)]
    seldom = [mention("aa", 1 + n, 9 * n + 300, one) for n, one in enumerate(MANY[20:21] * 2)]
    (row,) = speakers(MANY, [*often, *seldom], given).rows
    assert row[2].count("%") == 4 and row[3] == "A010, A011, A012"
    (row,) = speakers(MANY, [*seldom], given).rows
    assert row[3] == ""


def test_of_many_sources_six_stand_beside_each_other():
    assert len(who_tells(1, 20).columns) == 1 + 6


def test_absences_are_told_of_the_twenty_most_named():
    often = [mention(id_, 1 + n, 9 * n, one) for id_ in ("aa", "bb", "cc")
             for n, one in enumerate(MANY[:19] * 20)]  # fmt: skip
    last = [mention(id_, 500 + n, 9000 + n, one) for id_ in ("aa", "bb")
            for n, one in enumerate([*["B019"] * 15, *["B020"] * 10])]  # fmt: skip
    read = of_length("aa", "bb", "cc")
    found = mentions_tables.absent(mentions(*often, *last), read, actors(), NAMES, 2, {})
    assert [row[1] for row in found.rows] == ["B019"]


@pytest.mark.parametrize(("times", "told"), [(4, False), (5, True)])
def test_an_absence_that_chance_brings_in_one_case_of_twenty_is_told(times, told):
    named = mentions(*(mention(id_, n, 9 * n, "Iran") for id_ in ("aa", "bb")
                       for n in range(1, 1 + (times if id_ == "aa" else 1))))  # fmt: skip
    read = of_length("aa", "bb", "cc")
    assert (mentions_tables.absent(named, read, actors(), NAMES, 2, {}) is not None) is told


@pytest.mark.parametrize(("count", "stands"), [(29, False), (30, True)])
def test_a_corpus_of_thirty_days_has_days_that_matter(count, stands):
    days = [f"2025-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(count)]
    rows = pd.DataFrame({"day": days, "published": 1, "articles": 1, "later": 1})
    found = timeline_tables.salient(rows, *events(1, ["aa"]), most=8)
    assert (found is not None) is stands


# Claims: so many are told in full


def test_of_many_sources_six_have_whom_only_they_name():
    rows = [
        mention(id_, number, 9 * number, actor)
        for id_, actor in zip(MANY[:20], MANY[50:70], strict=True)
        for number in (1, 2)
    ]
    read = articles(*MANY[:20])
    found = mentions_claims.named(mentions(*rows), read, actors(*MANY[50:70]), names(read), 2)
    assert sum(claim.text.startswith("Only") for claim in found) == 6


def test_three_happenings_are_told():
    found = timeline_claims.happened(
        *events(10, ["aa", "bb"]), tables.empty("disagreements"), NAMES, 8
    )
    assert sum(claim.about == "happened" for claim in found) == 3


def test_of_sources_that_judge_alike_two_are_told():
    rows = by_source(*(source_row(one, "Japan", 4) for one in MANY[:5]))
    claim = stance_leans.verdicts(rows, {}, NAMES)[0]
    assert claim.text.endswith("so do A001 in four of 20 sentences of one article and three more "
                               "sources.")  # fmt: skip


@pytest.mark.parametrize(
    ("ill", "of", "told"), [(2, 4, False), (3, 4, True), (5, 20, False), (7, 20, True)]
)
def test_much_is_told_in_three_sentences_and_three_of_ten(ill, of, told):
    said = {("NHK", "Japan"): Said(sentences=of, articles=1, ill=Side(ill))}
    none = stance_views.reported(stances(), articles("aa"), sentences())
    rows = by_source(source_row("NHK", "Japan", n=of))
    assert bool(stance_others.told_only(rows, said, none, NAMES)) is told


# Words


def test_three_expressions_of_a_side_are_quoted_and_sixty_sentences_counted_again():
    lines = sentences(*(sentence("aa", n, f"{MANY[n % 9]} Japan") for n in range(1, 100)))
    made = stances(*(own("aa", n, -0.9, words=(0, 4)) for n in range(1, 100)))
    mine = stance_views.own_voice(made, articles("aa"), lines)
    said = stance_views.counted(mine, "source").get(("aa.txt", "Japan"), NOTHING)
    assert (len(said.critical.words), len(said.critical.ids), len(said.ids)) == (3, 60, 60)
    assert said.critical.sentences == 99


def test_words_that_judge_are_cut_where_a_line_ends():
    text = "an abject and shameful and shoddy and utter failure of Japan"
    lines = sentences(sentence("aa", 1, text))
    made = stances(own("aa", 1, -0.9, words=(0, len(text))))
    (words,) = stance_views.own_voice(made, articles("aa"), lines)["words"]
    assert words == "an abject and shameful and shoddy and utter…"


@pytest.mark.parametrize(
    ("files", "label"), [(["a1_x", "a2_x"], "article a1_x"), (["000_x", "001_x"], "article 000")]
)
def test_a_label_of_a_file_has_three_letters(files, label):
    assert names(articles(*files))[f"{files[0]}.txt"] == label


def test_four_names_are_listed():
    assert listed(list("abcdef")) == "a, b, c, d and two more"
    assert all_of([*"abcd"]) == "a, b, c and d" and all_of([*"abcde"]) == "five sources"


def test_a_share_below_one_percent_is_told_from_none():
    assert (percent(15, 1000), percent(7, 1000)) == ("2 %", "under 1 %")


def test_a_sentence_with_a_number_that_nothing_bears_is_shown_cut():
    with pytest.raises(phrase.UnboundNumberError, match=f"^'7 {'x' * 118}…' has"):
        phrase.check(f"7 {'x' * 300}", [])
