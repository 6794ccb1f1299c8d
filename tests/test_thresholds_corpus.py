"""How long, how many, how large a share: thresholds of the corpus, an example on each side."""

from __future__ import annotations

import pytest

from pressbrief.corpus import readers
from pressbrief.corpus.differences import changed
from pressbrief.corpus.language import identify
from pressbrief.corpus.readers import date_fields, reflow
from test_corpus_bad_files import printed
from test_corpus_cleaning import BODY, cuts
from test_corpus_duplicates import AGENCY, OTHER, found, pairs
from test_corpus_forms import found as read
from test_corpus_metadata import HEADLINE
from test_corpus_metadata import read as metadata
from test_corpus_repeated import built as recurring
from test_corpus_repeated import learned
from test_corpus_sentences import parts

# --- cleaning


def cookies(words: int, letters: int = 4) -> str:
    """A cookie notice of so many words."""
    return " ".join(["We use cookies", *["x" * letters] * (words - 3)])


@pytest.mark.parametrize(
    ("line", "reasons"),
    [
        # no notice is longer than 60 words, or than 1,000 characters
        (cookies(60), ["cookie notice"]),
        (cookies(61), []),
        ("Source: https://example.org/" + "a" * 970, ["link"]),
        ("Source: https://example.org/" + "a" * 975, []),
    ],
)
def test_a_notice_is_no_longer_than_a_paragraph(line, reasons):
    assert [reason for reason, _ in cuts(f"{BODY}\n{line}\n{BODY}")] == reasons


def titles(count: int, words: int = 3) -> str:
    rest = " ".join(["again"] * (words - 3))
    return "\n".join(f"Envoys in {place} {rest}".strip() for place in "ABCDEFGHIJKL"[:count])


@pytest.mark.parametrize(
    ("listed", "count"),
    [
        # under a label eight headlines and one more, each of 24 words at most
        (titles(9), 9),
        (titles(12), 9),
        (titles(2, words=24), 2),
        (titles(2, words=25), 0),
    ],
)
def test_headlines_listed_under_a_label_are_few_and_short(listed, count):
    found_ = cuts(f"{BODY}\n\nAlso read:\n{listed}\n\n{BODY}")
    assert len(found_) == 1 + count


# --- sentences


@pytest.mark.parametrize(("words", "role"), [(14, "heading"), (15, "body")])
def test_a_heading_has_14_words_at_most(words, role):
    line = " ".join(["Talks"] * words)
    assert parts(f"{BODY}\n\n{line}\n\n{BODY}")[1][1] == role


@pytest.mark.parametrize(("count", "role"), [(2, "heading"), (3, "body")])
def test_three_lines_without_a_full_stop_are_a_list(count, role):
    lines = "\n\n".join(["Schools in Kabul", "Aid for Herat", "Trade in Doha"][:count])
    assert parts(f"{BODY}\n\n{lines}\n\n{BODY}")[1][1] == role


def wrapped(width: int) -> str:
    """Text in a column of that width, its last line a short one."""
    words = ("Envoys of Japan met those of Oman in Doha and in Muscat " * 12).split()
    lines = [""]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize(("width", "joined"), [(49, False), (50, True), (100, True), (101, False)])
def test_a_text_is_broken_in_columns_of_50_to_100_characters(width, joined):
    assert ({number for number, *_ in parts(wrapped(width))} == {1}) is joined


# --- language


ACCRA = "Envoys met in Accra with Mahamudu Bawumia"
MANY = "Toshimitsu Motegi, Nana Akufo, Shigeru Ishiba, Taro Kono, Fumio Kishida"
LANGUAGES = [
    # 24 letters at least, or 8 of a script without spaces
    ("Talks in Kabul on the aid there", "en"),
    ("Talks in Kabul on the aid", "unknown"),
    ("日本政府は協議した", "ja"),
    ("日本政府は協議", "unknown"),
    # a fifth of English function words and more is English, whatever else is read in it
    ("The Ministerio de Relaciones Exteriores and the Secretaría de Economía", "en"),
    (f"Visit of Mahamudu Bawumia, {MANY}, Yoko Kamikawa to the fair", "sn"),
    # an eighth is if nothing else is read in it
    (ACCRA, "en"),
    (f"{ACCRA}, Toshimitsu Motegi, Nana Akufo", "unknown"),
    # words are counted from six on
    ("It was the Secretaría de Economía", "en"),
    ("The Universidad Nacional de Educación", "unknown"),
]


@pytest.mark.parametrize(("text", "code"), LANGUAGES)
def test_a_language_is_named_where_enough_of_it_is_read(text, code):
    assert identify(text) == code


# --- copies


CHANGES = [
    # two equal words between two changes belong to the change, three part it in two
    ("one two A b c D three four.", "one two X b c Y three four.", "A b c D"),
    ("one two A b c d E three four.", "one two X b c d Y three four.", "two A b | d E three"),
    # three new words are shown with their neighbours, four without
    ("one two A B C three.", "one two three.", "two A B C three."),
    ("one two A B C D three.", "one two three.", "A B C D"),
]


@pytest.mark.parametrize(("copy", "original", "added"), CHANGES)
def test_a_change_is_shown_with_what_it_takes_to_be_read(copy, original, added):
    assert changed([copy], [original])[0] == added


def test_long_and_many_changes_are_cut_short():
    assert changed(["a" * 299 + "."], ["Other."])[0] == "a" * 299 + "."
    assert changed(["a" * 300 + "."], ["Other."])[0] == "a" * 300 + "…"
    old = [f"It has n{i}x and goes on." for i in range(41)]
    new = [one.replace("x", "y") for one in old]
    for count, more in ((40, False), (41, True)):
        added = changed([" ".join(new[:count])], [" ".join(old[:count])])[0]
        assert added.endswith("… and 1 more") is more


@pytest.mark.parametrize(("words", "added"), [(5000, "w A w"), (5001, None)])
def test_sentences_of_more_than_5000_words_are_not_compared_word_by_word(words, added):
    same = ["w"] * (words // 2)
    copy, original = ([*same, one, *same][:words] for one in ("A", "B"))
    found_ = changed([" ".join(copy)], [" ".join(original)])[0]
    assert found_ == added if added else len(found_) > 100


WORDS = " ".join(AGENCY).split()
COPIES = [
    # 20 runs of five words in common are an article's, fewer a quotation
    (WORDS[:24], [*WORDS[:24], "indeed"], "near"),
    (WORDS[:23], [*WORDS[:23], "indeed"], None),
    # half of a text's runs make it a copy, 0.8 of the longer one's a copy that is nearly the same
    (AGENCY, [*AGENCY[:5], *OTHER[:1]], "near"),
    (AGENCY, [*AGENCY[:4], *OTHER[:2]], "wire"),
    (AGENCY, [*AGENCY[:3], *OTHER[:3]], "wire"),
    (AGENCY, [*AGENCY[:2], *OTHER[:4]], None),
]


@pytest.mark.parametrize(("original", "copy", "kind"), COPIES)
def test_a_copy_shares_many_runs_and_a_good_part_of_them(original, copy, kind):
    assert [row[2] for row in pairs(found(original, copy))] == ([kind] if kind else [])


# --- metadata


HEADS = [
    # a head has 12 lines at most, a headline 24 words and 220 characters
    ("\n".join([HEADLINE, *["Section"] * 11]), HEADLINE),
    ("\n".join([HEADLINE, *["Section"] * 12]), "unknown"),
    (" ".join(["Talks"] * 24), " ".join(["Talks"] * 24)),
    (" ".join(["Talks"] * 25), "unknown"),
    (f"Talks on {'a' * 207} aid", f"Talks on {'a' * 207} aid"),
    (f"Talks on {'a' * 208} aid", "unknown"),
]


@pytest.mark.parametrize(("head", "headline"), HEADS)
def test_a_headline_is_short_and_stands_in_a_short_head(head, headline):
    assert metadata(f"{head}\n\n{BODY}\n{BODY}").headline == headline


# --- readers


def refused(data: bytes) -> bool:
    try:
        readers.decoded(data)
    except readers.Unreadable:
        return True
    return False


BYTES = [
    # one character in a hundred that controls a machine, one in two hundred that is damaged
    (b"a" * 990 + b"\x01" * 10, False),
    (b"a" * 989 + b"\x01" * 11, True),
    ("日本".encode() * 498 + b"\xff" * 4, False),
    ("日本".encode() * 497 + b"\xff" * 5, True),
]


@pytest.mark.parametrize(("data", "is_refused"), BYTES, ids=range(4))
def test_a_text_has_few_damaged_characters(data, is_refused):
    assert refused(data) is is_refused


@pytest.mark.parametrize(("letters", "kind"), [(20, readers.Item), (19, readers.Skipped)])
def test_a_page_of_a_pdf_has_20_letters_or_is_a_scan(letters, kind):
    assert [type(one) for one in read("a.pdf", printed("a" * (letters - 10) + " b" * 10))] == [kind]


@pytest.mark.parametrize(("length", "runs_on"), [(24, True), (23, False)])
def test_a_line_of_four_fifths_of_its_page_s_width_was_broken_by_it(length, runs_on):
    full = "Officials of Japan met Oman’s;"
    text = reflow.paragraphs([full, "A" * length, full, full, full])
    assert (f"{'A' * length} {full}" in text) is runs_on


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # where a day begins first, 14 hours ahead of UTC, it is the next day already
        ("2025-02-19T09:30:00+00:00", "2025-02-19"),
        ("2025-02-19T10:30:00+00:00", "2025-02-20"),
    ],
)
def test_a_moment_is_of_the_latest_day_that_it_is_anywhere(moment, day):
    assert date_fields.last_day(moment) == day


# --- what recurs around a publisher's articles


def around(folder, pattern: str, places: int = 4) -> set[str]:
    """The lines that so many articles of a pattern teach."""
    return learned(recurring(folder, pattern, [f"Town{'abcdefgh'[n]}" for n in range(places)]))


@pytest.mark.parametrize(
    ("lines", "taught"),
    [
        # the twelve lines above and below an article
        (11, True),
        (13, False),
    ],
)
def test_a_margin_has_twelve_lines(tmp_path, lines, taught):
    below = "\n\n".join(f"Listen to it{' again' * n}" for n in range(lines))
    found_ = around(tmp_path, f"{{story}}\n\nThe Asia Podcast\n\n{below}")
    assert ("The Asia Podcast" in found_) is taught


@pytest.mark.parametrize(("words", "taught"), [(60, True), (61, False)])
def test_a_sentence_about_the_article_itself_has_60_words_at_most(tmp_path, words, taught):
    line = " ".join(
        ["The views expressed in this article are", *["very"] * (words - 9), "his own."]
    )
    assert len(line.split()) == words
    assert (around(tmp_path, f"{{story}}\n\n{line}") == {line}) is taught
