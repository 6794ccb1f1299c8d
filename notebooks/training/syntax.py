"""Teach the grammar: layers of their own on the reader's encoder, beside its own upper ones.

`cd notebooks && python -m training.syntax TREES OUT` writes OUT/syntax.onnx and OUT/weights.onnx,
which is the reader's own with one output more: `trunk`, what its lower layers make of a text.
Arcs and relations are scored as by Dozat and Manning (2017, arXiv:1611.01734), with a relation's
head the mean of all words by how likely each is the head.
"""

from __future__ import annotations

import pickle
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import onnx
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn

from pressbrief.reader.model import WEIGHTS
from pressbrief.reader.pieces import pieces
from pressbrief.reader.rows import row
from pressbrief.reader.syntax import LAYERS, RELATIONS, TAGS
from training import begin, export
from training.network import SIZE, Dropout, Layer, Network
from training.trees import Tree

ARC = 256  # numbers by which a word and its head are compared
NOT_LEARNT = -100
TOKENS = 2048  # pieces a step
# Epochs, and the rate from which each stage comes down to nothing; guesses.
STAGES = ((2, 3e-4),)


class Syntax(nn.Module):
    """The grammar's layers and heads over what the encoder's lower layers give."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        upper = network.encoder.layers[LAYERS:]
        self.layers = nn.ModuleList(Layer() for _ in upper)
        self.layers.load_state_dict(upper.state_dict())
        self.dependent, self.head = nn.Linear(SIZE, ARC), nn.Linear(SIZE, ARC)
        self.arc, self.prior = nn.Linear(ARC, ARC, bias=False), nn.Linear(ARC, 1, bias=False)
        self.joined = nn.Linear(2 * SIZE, SIZE)
        self.relation = nn.Linear(SIZE, len(RELATIONS))
        self.tag = nn.Linear(SIZE, len(TAGS))
        self.dropout = Dropout()

    def forward(self, trunk: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of each piece's head among the pieces, of its relation and of its tag.

        `firsts`: 1 for [CLS], the root, and for the first piece of each word; 2 for what is padded,
        0 for all others.
        """
        blocked = (firsts == 2).to(trunk.dtype)[:, None, None, :] * -10000.0
        x = trunk
        for layer in self.layers:
            x = layer(x, blocked)
        x = self.dropout(x)
        dependent = self.dropout(torch.relu(self.dependent(x)))
        head = self.dropout(torch.relu(self.head(x)))
        arcs = self.arc(dependent) @ head.transpose(1, 2) + self.prior(head).transpose(1, 2)
        arcs = arcs + (firsts != 1).to(x.dtype)[:, None, :] * -10000.0
        above = arcs.softmax(-1).to(x.dtype) @ x
        joined = self.dropout(torch.relu(self.joined(torch.cat([x, above], -1))))
        return arcs, self.relation(joined), self.tag(x)


class Batch(NamedTuple):
    """Rows padded to one length, and what is to be learnt of each piece."""

    ids: Tensor
    cases: Tensor
    firsts: Tensor
    heads: Tensor
    relations: Tensor
    tags: Tensor


def batches(trees: Sequence[Tree], seed: int) -> Iterator[Batch]:
    """Every tree once, in batches of like length."""
    order = list(range(len(trees)))
    random.Random(seed).shuffle(order)
    chunks = []
    for start in range(0, len(order), 4096):
        near = sorted(order[start : start + 4096], key=lambda at: len(trees[at].heads))
        while near:
            count = max(1, TOKENS // (2 + len(trees[near[-1]].heads) * 5 // 4))
            chunks.append(near[-count:])
            del near[-count:]
    random.Random(seed).shuffle(chunks)
    for chunk in chunks:
        yield batch([trees[at] for at in chunk])


def batch(chosen: Sequence[Tree]) -> Batch:
    """Trees as rows of one length: a word's first piece learns for it."""
    rows = []
    for one, read in zip(chosen, pieces([each.text for each in chosen]), strict=True):
        asked = row(read, slice(0, len(read.ids)))
        length = len(asked.ids)
        firsts, heads = [1] + [0] * (length - 1), [NOT_LEARNT] * length
        relations, tags = [NOT_LEARNT] * length, [NOT_LEARNT] * length
        places = [
            at + 1 for at, word in enumerate(read.words) if not at or word != read.words[at - 1]
        ]
        for word, at in enumerate(places):
            firsts[at] = 1
            heads[at] = places[one.heads[word]] if one.heads[word] >= 0 else 0
            relations[at], tags[at] = one.relations[word], one.tags[word]
        rows.append((asked.ids, asked.cases, firsts, heads, relations, tags))
    longest = max(len(ids) for ids, *_ in rows)
    blanks = (0, 0, 2, NOT_LEARNT, NOT_LEARNT, NOT_LEARNT)
    return Batch(
        *(
            torch.tensor([cells + [blank] * (longest - len(cells)) for cells in column])
            for column, blank in zip(zip(*rows, strict=True), blanks, strict=True)
        )
    )


def trunk(network: Network, ids: Tensor, cases: Tensor) -> Tensor:
    """What the encoder's lower layers make of rows of which nothing is asked."""
    encoder = network.encoder
    x = encoder.word(ids) + encoder.position(torch.arange(ids.shape[1])) + encoder.case(cases)
    x = encoder.norm(x + encoder.mark.weight[0])
    blocked = (ids == 0).to(x.dtype)[:, None, None, :] * -10000.0
    for layer in encoder.layers[:LAYERS]:
        x = layer(x, blocked)
    return x


def taught(
    network: Network, syntax: Syntax, trees: Sequence[Tree], stage: int, epochs: int, rate: float
) -> None:
    """Teach `syntax` in one stage; the encoder stays as it is."""
    network.eval()
    syntax.train()
    of_layers = [one for name, one in syntax.named_parameters() if name.startswith("layers")]
    of_heads = [one for name, one in syntax.named_parameters() if not name.startswith("layers")]
    groups = [{"params": of_layers, "lr": rate / 2}, {"params": of_heads, "lr": rate * 3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * sum(1 for _ in batches(trees, 0))
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 100) * (1 - step / steps)
    )
    loss_of = nn.CrossEntropyLoss(ignore_index=NOT_LEARNT)
    begun, step = time.time(), 0
    for epoch in range(epochs):
        for one in batches(trees, 10 * stage + epoch):
            with torch.no_grad():
                seen = trunk(network, one.ids, one.cases)
            answers = syntax(seen, one.firsts)
            asked = (one.heads, one.relations, one.tags)
            loss = sum(
                loss_of(answer.float().flatten(0, 1), wanted.flatten())
                for answer, wanted in zip(answers, asked, strict=True)
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(syntax.parameters(), 1.0)
            optimizer.step()
            rates.step()
            step += 1
            if step % 20 == 0:
                print(
                    f"{step}/{steps} loss {loss.item():.3f} {time.time() - begun:.0f} s", flush=True
                )


@torch.no_grad()
def measured(network: Network, syntax: Syntax, trees: Sequence[Tree]) -> dict[str, float]:
    """How often a word's head, its head and relation, and its tag are the parser's."""
    syntax.eval()
    right = {"head": 0, "head and relation": 0, "tag": 0}
    count = 0
    for one in batches(trees, 0):
        arcs, relations, tags = syntax(trunk(network, one.ids, one.cases), one.firsts)
        learnt = (one.heads != NOT_LEARNT) & (one.relations != RELATIONS.index("punct"))
        head = (arcs.argmax(-1) == one.heads) & learnt
        right["head"] += int(head.sum())
        right["head and relation"] += int((head & (relations.argmax(-1) == one.relations)).sum())
        right["tag"] += int(((tags.argmax(-1) == one.tags) & learnt).sum())
        count += int(learnt.sum())
    return {name: round(number / count, 4) for name, number in right.items()}


class Answers(nn.Module):
    """The grammar with chances for its answers."""

    def __init__(self, syntax: Syntax) -> None:
        super().__init__()
        self.network = syntax

    def forward(self, trunk: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        arcs, relations, tags = self.network(trunk, firsts)
        return arcs.softmax(-1), relations.softmax(-1), tags.softmax(-1)


def exported(syntax: Syntax, path: Path) -> None:
    """Write the grammar as ONNX with int8 weights."""
    syntax.eval()
    sizes = {0: "rows", 1: "length"}
    export.written(
        Answers(syntax),
        (torch.ones((2, 8, SIZE)), torch.ones((2, 8), dtype=torch.int64)),
        ("trunk", "firsts"),
        ("heads", "relations", "tags"),
        dict.fromkeys(("trunk", "firsts", "relations", "tags"), sizes)
        | {"heads": sizes | {2: "length"}},
        path,
    )


def with_trunk(weights: Path, out: Path) -> None:
    """Write the reader's weights with what its lower layers give as one output more."""
    model = onnx.load(weights)
    inner = f"/network/encoder/layers.{LAYERS - 1}/after_inner/LayerNormalization_output_0"
    for node in model.graph.node:
        node.output[:] = ["trunk" if name == inner else name for name in node.output]
        node.input[:] = ["trunk" if name == inner else name for name in node.input]
    model.graph.output.append(
        helper.make_tensor_value_info("trunk", TensorProto.FLOAT, ["rows", "length", SIZE])
    )
    onnx.checker.check_model(model)
    out.write_bytes(model.SerializeToString())


def main(trees: Path, out: Path) -> None:
    """Teach the grammar by the trees that may teach; say how well it does on the others."""
    torch.manual_seed(1)
    learnt, held = pickle.loads(trees.read_bytes())
    network = Network()
    begin.begun(network, WEIGHTS)
    syntax = Syntax(network)
    for stage, (epochs, rate) in enumerate(STAGES):
        kept = out / f"stage-{stage}.pt"
        if kept.exists():
            syntax.load_state_dict(torch.load(kept))
            continue
        taught(network, syntax, learnt, stage, epochs, rate)
        torch.save(syntax.state_dict(), kept)
        print(measured(network, syntax, held), flush=True)
    exported(syntax, out / "syntax.onnx")
    with_trunk(WEIGHTS, out / "weights.onnx")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
