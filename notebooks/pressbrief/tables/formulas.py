"""Cells that a spreadsheet would take for formulas, neutralised in a CSV file and read back."""

from __future__ import annotations

import re

# What a spreadsheet takes for a formula when a cell begins with it.
FORMULA = re.compile(r"^'*[=+\-@\t\r]")


def neutral(cell):
    """A cell that no spreadsheet takes for a formula: such a text has one `'` before it.

    >>> neutral("=cmd()"), neutral("yes"), neutral(-1)
    ("'=cmd()", 'yes', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def plain(cell):
    """A neutralised cell as it was.

    >>> plain("'=cmd()"), plain("yes"), plain(-1)
    ('=cmd()', 'yes', -1)
    """
    return cell[1:] if isinstance(cell, str) and FORMULA.match(cell) and cell[0] == "'" else cell
