"""Training begins with what an earlier reader knows already.

Its weights are taken back out of an ONNX file as `training/export.py` writes them: that of version
0.1 knows names and NewsMTSC's polarities (six runs' mean), a later one has all heads.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.network import SIZE, Network

# Weights that had another name, and where each lies now.
NOW = {"network.names": "tags", "network.dense": "rows.polarity.dense"} | {
    "network.polarity": "rows.polarity.answer",
    "network.encoder.target": "encoder.mark",
}
# The product without a bias: what a head of pieces makes of that which is asked about.
ASKED = re.compile(r"/network/(\w+)/asked/MatMul_output_0")


def weights(path: Path) -> dict[str, np.ndarray]:
    """The weights of an exported network in fp32 by their names before it was exported.

    A product's weight lost its name and was turned; the bias that is added to it names it.
    """
    graph = onnx.load(path).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    spread = {}
    for node in graph.node:
        if node.op_type == "DequantizeLinear":
            whole, scale = (stored[name] for name in node.input)
            shape = [1, 1]
            shape[node.attribute[0].i] = -1
            spread[node.output[0]] = whole.astype(np.float32) * scale.reshape(shape)
    known = {**stored, **spread}
    made = {node.output[0]: node for node in graph.node}
    found = {name: one for name, one in known.items() if name.startswith("network.")}
    found = {name: one for name, one in found.items() if not name.endswith((".int8", ".scale"))}
    for node in graph.node:
        biases = [name for name in node.input if name.endswith(".bias")]
        if node.op_type == "Add" and biases:
            product = made.get(next(name for name in node.input if name not in biases))
            if product is not None and product.op_type == "MatMul":
                found[biases[0][:-4] + "weight"] = known[product.input[1]].T
        if asked := ASKED.fullmatch(node.output[0] if node.output else ""):
            found[f"network.pieces.{asked[1]}.asked.weight"] = known[node.input[1]].T
    return found


def begun(network: Network, path: Path) -> None:
    """Put an earlier reader's weights into `network`; what it did not have keeps its own."""
    state = network.state_dict()
    missing = {name for name in state if name.startswith(("encoder", "tags"))}
    for name, array in weights(path).items():
        stem, last = name.rsplit(".", 1)
        ours = f"{NOW.get(stem, stem.removeprefix('network.'))}.{last}"
        value = torch.from_numpy(np.array(array))
        # A third mark, and a third part of what a row's head reads, are new: they begin as nothing.
        whole = torch.zeros_like(state[ours])
        whole[tuple(slice(size) for size in value.shape)] = value
        state[ours] = whole
        missing.discard(ours)
    if missing or state["rows.polarity.dense.weight"].shape[1] != 3 * SIZE:
        raise KeyError(f"{path}: no weights of {sorted(missing)[:3]}")
    network.load_state_dict(state)
