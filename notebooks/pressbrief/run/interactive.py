"""A table that JupyterLab sorts, searches and filters, from its own machine alone.

itables' widget brings DataTables with it and asks nobody; what it shows is sent to the page and
not saved in the notebook.
"""

from __future__ import annotations

import importlib.util

import pandas as pd


def table(frame: pd.DataFrame):
    """The frame as a widget; itself where itables is missing."""
    if importlib.util.find_spec("itables") is None:
        return frame
    from itables.widget import ITable

    # Text from articles is text: no cell is taken for HTML.
    return ITable(frame, allow_html=False, classes="display compact wrap", showIndex=False,
                  layout={"top1": "searchBuilder"}, style="width:100%")  # fmt: skip
