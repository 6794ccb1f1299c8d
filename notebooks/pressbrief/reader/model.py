"""The reader's weights, loaded once a process, and one way to run them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

WEIGHTS = Path(__file__).with_name("weights.onnx")
TOKENS_AT_ONCE = 512  # a batch's padded size: little padding, and two cores are kept busy
DECIMALS = 5
BLANK = 0


class Row(NamedTuple):
    """One sentence as the network takes it: lists of equal length."""

    ids: list[int]
    cases: list[int]
    target: list[int]


@cache
def session():
    """The network, its int8 weights spread to fp32 as it is loaded."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # whoever loaded it before this package was
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(4, os.cpu_count() or 1)
    # Without it the weights would be spread anew in every pass.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(WEIGHTS, options, providers=["CPUExecutionProvider"])


def run(rows: Sequence[Row], wanted: str) -> list[np.ndarray]:
    """The network's answer for each of *rows*, in their order.

    *wanted* is "tags", (length, 11), or "polarity", (3,). Rows are read in batches of like
    length; a row's answer does not depend on the others.
    """
    found: list[np.ndarray] = [np.empty(0)] * len(rows)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at].ids))
    while order:
        longest = len(rows[order[-1]].ids)
        chosen = order[-max(1, TOKENS_AT_ONCE // longest) :]
        del order[-len(chosen) :]
        feed = {
            field: np.array([_padded(getattr(rows[at], field), longest) for at in chosen])
            for field in Row._fields
        }
        (answers,) = session().run([wanted], feed)
        for at, answer in zip(chosen, answers, strict=True):
            cut = answer[: len(rows[at].ids)] if wanted == "tags" else answer
            found[at] = cut.round(DECIMALS)
    return found


def _padded(cells: list[int], length: int) -> list[int]:
    return cells + [BLANK] * (length - len(cells))
