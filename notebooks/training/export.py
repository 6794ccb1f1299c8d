"""The trained network as one ONNX file with all heads: weights in int8, computed in fp32.

Activations stay in fp32: in int8 a sentence's numbers would depend on its neighbours in the batch.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from pressbrief.reader.model import PER_PIECE, Row
from training.network import OUTPUTS, Network

SMALLEST = 4096  # weights with fewer numbers than this (norms, biases) stay in fp32
# What chooses among the pieces of a row keeps its heights: the reader knows which may be chosen.
HEIGHTS = ("words", "clause", "speaker")


class Answers(nn.Module):
    """The network with chances for its answers, each output's logits divided by its temperature."""

    def __init__(self, network: Network, temperatures: Mapping[str, float]) -> None:
        super().__init__()
        self.network, self.temperatures = network, dict(temperatures)

    def forward(self, ids: Tensor, cases: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        found = self.network(ids, cases, marks, OUTPUTS)
        calm = {name: logits / self.temperatures.get(name, 1.0) for name, logits in found.items()}
        return tuple(calm[name] if name in HEIGHTS else calm[name].softmax(-1) for name in OUTPUTS)


def export(network: Network, temperatures: Mapping[str, float], path: Path) -> None:
    """Write `network` to `path` as ONNX with int8 weights."""
    network.eval()
    inputs = Row._fields
    sizes = {0: "rows", 1: "length"}
    axes = {name: sizes if name in PER_PIECE else {0: "rows"} for name in OUTPUTS}
    written(
        Answers(network, temperatures),
        tuple(torch.ones((2, 8), dtype=torch.int64) for _ in inputs),
        inputs,
        OUTPUTS,
        {**dict.fromkeys(inputs, sizes), **axes},
        path,
    )


def written(
    module: nn.Module,
    example: tuple[Tensor, ...],
    inputs: Sequence[str],
    outputs: Sequence[str],
    axes: Mapping[str, dict[int, str]],
    path: Path,
) -> None:
    """Write a module to `path` as ONNX, its large weights in int8; `axes`: sizes that may vary."""
    whole = io.BytesIO()
    torch.onnx.export(
        module,
        example,
        whole,
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=axes,
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
