"""The trained network as one ONNX file: weights in int8, one scale a row, computed in fp32.

Activations stay in fp32: in int8 a sentence's numbers would depend on its neighbours in the batch.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.network import Network

SMALLEST = 4096  # weights with fewer numbers than this (norms, biases) stay in fp32
INPUTS = ("ids", "cases", "target")
OUTPUTS = ("tags", "polarity")


class Answers(nn.Module):
    """The network with probabilities for its answers; *temperature* was fitted on dev data."""

    def __init__(self, network: Network, temperature: float) -> None:
        super().__init__()
        self.network, self.temperature = network, temperature

    def forward(self, ids: Tensor, cases: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        tags, polarity = self.network(ids, cases, target)
        return tags.softmax(-1), (polarity / self.temperature).softmax(-1)


def export(network: Network, temperature: float, path: Path) -> None:
    """Write *network* to *path* as ONNX with int8 weights."""
    network.eval()
    example = tuple(torch.ones((2, 8), dtype=torch.int64) for _ in INPUTS)
    whole = io.BytesIO()
    sizes = {0: "rows", 1: "length"}
    torch.onnx.export(
        Answers(network, temperature),
        example,
        whole,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={**dict.fromkeys(INPUTS, sizes), "tags": sizes, "polarity": {0: "rows"}},
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load_model_from_string(whole.getvalue())
    kept, nodes = [], []
    for weight in model.graph.initializer:
        array = numpy_helper.to_array(weight)
        if array.size < SMALLEST or array.dtype != np.float32:
            kept.append(weight)
            continue
        axis = 0 if weight.name.endswith("weight") else array.ndim - 1
        kept += _in_int8(weight.name, array, axis)
        parts = [weight.name + ".int8", weight.name + ".scale"]
        nodes.append(helper.make_node("DequantizeLinear", parts, [weight.name], axis=axis))
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    described = [*nodes, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(described)
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())


def _in_int8(name: str, array: np.ndarray, axis: int) -> list[TensorProto]:
    """*array* in int8 and its scales, one for each place along *axis* (a row of the product)."""
    others = tuple(each for each in range(array.ndim) if each != axis)
    scale = np.maximum(np.abs(array).max(axis=others), 1e-12).astype(np.float32) / 127
    shape = [1] * array.ndim
    shape[axis] = -1
    whole = np.clip(np.rint(array / scale.reshape(shape)), -127, 127).astype(np.int8)
    return [
        numpy_helper.from_array(whole, name + ".int8"),
        numpy_helper.from_array(scale, name + ".scale"),
    ]
