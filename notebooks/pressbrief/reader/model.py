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
# What the network answers for each piece of a row, (length, numbers), and for a row, (numbers,):
# chances that add up to 1, but of `words`, `clause` and `speaker`, which choose among the pieces.
PER_PIECE = {"tags": 11, "holders": 3, "words": 2, "speaker": 1, "clause": 2}
PER_ROW = {"polarity": 3, "portrayal": 3, "dates": 3, "status": 3, "direction": 3, "same": 2}


class Row(NamedTuple):
    """One text as the network takes it: lists of equal length."""

    ids: list[int]
    cases: list[int]
    marks: list[int]


@cache
def session():
    """The network, its int8 weights spread to fp32 as it is loaded."""
    return opened(WEIGHTS)


def opened(weights: Path):
    """A network of a file of weights, silent and without spinning threads."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # whoever loaded it before this package was
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(4, os.cpu_count() or 1)
    # Threads that spin while they wait cost 2.5 times the time on a busy machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Without it the weights would be spread anew in every pass.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def run(rows: Sequence[Row], wanted: Sequence[str]) -> list[dict[str, np.ndarray]]:
    """The network's answers for each of `rows`, in their order, by the names in `wanted`.

    Rows are read in batches of like length, equal ones once; a row's answer does not depend on
    the others.
    """
    keys = [(tuple(one.ids), tuple(one.cases), tuple(one.marks)) for one in rows]
    distinct = dict(zip(keys, rows, strict=True))
    found: dict[tuple, dict[str, np.ndarray]] = {}
    order = sorted(distinct, key=lambda key: len(key[0]))
    while order:
        longest = len(order[-1][0])
        chosen = order[-max(1, TOKENS_AT_ONCE // longest) :]
        del order[-len(chosen) :]
        feed = {
            field: np.array([_padded(getattr(distinct[key], field), longest) for key in chosen])
            for field in Row._fields
        }
        answers = session().run(list(wanted), feed)
        for at, key in enumerate(chosen):
            found[key] = {
                name: (answer[at] if name in PER_ROW else answer[at][: len(key[0])]).round(DECIMALS)
                for name, answer in zip(wanted, answers, strict=True)
            }
    return [found[key] for key in keys]


def _padded(cells: list[int], length: int) -> list[int]:
    return cells + [BLANK] * (length - len(cells))
