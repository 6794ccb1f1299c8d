"""What a PDF sets larger than all else is its headline, whatever stands above or beside it."""

from __future__ import annotations

import pytest

from pressbrief.corpus.readers import pdf_text

HEADLINE = "Envoys meet in Tokyo"
BODY = [(10.0, "The talks in Tokyo ended on Wednesday.")] * 5


@pytest.mark.parametrize(
    ("runs", "largest"),
    [
        ([(10.0, "The Daily 12 May 2025"), (22.0, HEADLINE), *BODY], HEADLINE),
        ([(22.0, "Envoys meet"), (22.0, "in Tokyo"), *BODY], HEADLINE),
        # a headline is a third larger than the text
        ([(13.0, HEADLINE), *BODY], HEADLINE),
        ([(12.9, HEADLINE), *BODY], ""),
        # a masthead and a large first letter are too short; two of one size are none of them
        ([(40.0, "NHK"), (22.0, HEADLINE), (30.0, "T"), *BODY], HEADLINE),
        ([(22.0, HEADLINE), *BODY, (22.0, "Aid for Kabul")], ""),
        ([(22.0, "Aid for"), *BODY], ""),
        ([(22.0, "Aid for Kabul"), *BODY], "Aid for Kabul"),
        ([(22.0, " ".join(["aid"] * 24)), *BODY], " ".join(["aid"] * 24)),
        ([(22.0, " ".join(["aid"] * 25)), *BODY], ""),
        ([], ""),
    ],
)
def test_the_largest_line_is_the_headline(runs, largest):
    assert pdf_text._largest(runs) == largest


def test_a_headline_over_two_lines_stands_by_itself():
    page = ["The Daily", "Envoys meet", "in Tokyo", "By Lee Jay Walker"]
    assert pdf_text._with_headline(page, HEADLINE) == [
        "The Daily", "", HEADLINE, "", "By Lee Jay Walker",
    ]  # fmt: skip
    assert pdf_text._with_headline(page, "Another headline") == page
