"""The reader's network: an encoder, and a head for each thing that is read off it.

The encoder is MiniLM (Wang et al. 2020, arXiv:2002.10957) with two inputs added to its
embeddings, both zero before training: how each word is written, and which pieces are asked about.
The heads fit any encoder that takes the same inputs; `teacher.py` has a larger one.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from pressbrief.reader.model import PER_PIECE, PER_ROW
from pressbrief.reader.pieces import CASES

SIZE, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
# What a piece is: nothing, part of what is asked about, or part of what may be the answer.
MARKS = 3
OUTPUTS = (*PER_PIECE, *PER_ROW)


class Dropout(nn.Module):
    """Dropout from a pool of masks drawn once: torch's own is a third of a step on a CPU."""

    pool = torch.empty(0)

    def __init__(self, rate: float = 0.1) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        if not len(Dropout.pool):
            Dropout.pool = torch.rand(2**25).to(torch.bfloat16)
        start = int(torch.randint(len(Dropout.pool) - x.numel(), (1,)))
        drawn = Dropout.pool[start : start + x.numel()].view(x.shape)
        return x * ((drawn >= self.rate).to(x.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(SIZE, SIZE) for _ in range(4))
        self.up, self.down = nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)
        self.after_attention, self.after_inner = (nn.LayerNorm(SIZE, eps=1e-12) for _ in range(2))
        self.dropout = Dropout()

    def forward(self, x: Tensor, blocked: Tensor) -> Tensor:
        rows, length, _ = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(rows, length, ATTENTION_HEADS, -1).transpose(1, 2)

        q, k, v = heads(self.query(x)), heads(self.key(x)), heads(self.value(x))
        scores = q @ k.transpose(-1, -2) * (SIZE // ATTENTION_HEADS) ** -0.5 + blocked
        seen = self.dropout(scores.softmax(-1).to(v.dtype)) @ v
        seen = self.joined(seen.transpose(1, 2).reshape(rows, length, SIZE))
        x = self.after_attention(x + self.dropout(seen))
        inner = self.down(nn.functional.gelu(self.up(x)))
        return self.after_inner(x + self.dropout(inner))


class Encoder(nn.Module):
    """Word pieces (rows, length) to vectors (rows, length, 384)."""

    size = SIZE

    def __init__(self) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(30522, SIZE), nn.Embedding(512, SIZE)
        self.case, self.mark = nn.Embedding(CASES, SIZE), nn.Embedding(MARKS, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = Dropout()
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.mark.weight)

    def forward(self, ids: Tensor, cases: Tensor, marks: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places) + self.case(cases) + self.mark(marks)
        x = self.dropout(self.norm(x))
        blocked = (ids == 0).to(x.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, blocked)
        return x


class PieceHead(nn.Module):
    """An answer for each piece, given what is asked about."""

    def __init__(self, size: int, numbers: int) -> None:
        super().__init__()
        self.own, self.asked = nn.Linear(size, size), nn.Linear(size, size, bias=False)
        self.answer = nn.Linear(size, numbers)
        self.dropout = Dropout()

    def forward(self, x: Tensor, asked: Tensor) -> Tensor:
        return self.answer(self.dropout(torch.tanh(self.own(x) + self.asked(asked)[:, None])))


class RowHead(nn.Module):
    """One answer a row, from its first vector and the means of both marks."""

    def __init__(self, size: int, numbers: int) -> None:
        super().__init__()
        self.dense, self.answer = nn.Linear(3 * size, size), nn.Linear(size, numbers)
        self.dropout = Dropout()

    def forward(self, pooled: Tensor) -> Tensor:
        return self.answer(self.dropout(torch.tanh(self.dense(pooled))))


class Network(nn.Module):
    """An encoder with all heads; of its outputs those are computed that are wanted."""

    def __init__(self, encoder: nn.Module | None = None) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        size = self.encoder.size
        self.tags = nn.Linear(size, PER_PIECE["tags"])
        self.pieces = nn.ModuleDict(
            {
                name: PieceHead(size, numbers)
                for name, numbers in PER_PIECE.items()
                if name != "tags"
            }
        )
        self.rows = nn.ModuleDict({name: RowHead(size, n) for name, n in PER_ROW.items()})
        self.dropout = Dropout()

    def forward(
        self, ids: Tensor, cases: Tensor, marks: Tensor, wanted: tuple[str, ...] = OUTPUTS
    ) -> dict[str, Tensor]:
        """Logits by output: (rows, length, numbers) for each piece, (rows, numbers) for a row."""
        x = self.encoder(ids, cases, marks)
        asked = _mean(x, marks == 1)
        x = self.dropout(x)
        whole = self.dropout(pooled(x, marks))
        found = {name: head(x, asked) for name, head in self.pieces.items() if name in wanted}
        found |= {name: head(whole) for name, head in self.rows.items() if name in wanted}
        return found | ({"tags": self.tags(x)} if "tags" in wanted else {})


def pooled(x: Tensor, marks: Tensor) -> Tensor:
    """What the heads of a row read: its first vector and the means of both marks, (rows, 1152)."""
    return torch.cat([x[:, 0], _mean(x, marks == 1), _mean(x, marks == 2)], -1)


def _mean(x: Tensor, which: Tensor) -> Tensor:
    """The mean vector of some pieces of each row; zeros where there is none."""
    share = which.to(x.dtype)[..., None]
    return (x * share).sum(1) / share.sum(1).clamp(min=1)


NAMES_IN_BERT = {
    "word": "embeddings.word_embeddings",
    "position": "embeddings.position_embeddings",
    "norm": "embeddings.LayerNorm",
}
NAMES_IN_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "after_attention": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "after_inner": "output.LayerNorm",
}


def load_base(network: Network, safetensors: Path) -> None:
    """Put the weights of all-MiniLM-L6-v2 into *network*'s encoder; raises KeyError if others."""
    from safetensors.torch import load_file

    weights = load_file(safetensors)
    state = network.encoder.state_dict()
    for ours in list(state):
        parts = ours.split(".")
        if parts[0] in NAMES_IN_BERT:
            state[ours] = weights[f"{NAMES_IN_BERT[parts[0]]}.{parts[1]}"]
        elif parts[0] == "layers":
            theirs = NAMES_IN_LAYER[parts[2]]
            state[ours] = weights[f"encoder.layer.{parts[1]}.{theirs}.{parts[3]}"]
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    state["position.weight"] = state["position.weight"] + kind  # one segment only: fold it in
    network.encoder.load_state_dict(state)
