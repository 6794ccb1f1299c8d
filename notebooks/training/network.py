"""The reader's network: a small BERT, a head for names, a head for polarity toward a target.

The encoder is MiniLM (Wang et al. 2020, arXiv:2002.10957) with two inputs added to its
embeddings, both zero before training: how each word is written, and which pieces are the target.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from pressbrief.reader.pieces import CASES, TAGS

SIZE, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536


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

    def __init__(self) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(30522, SIZE), nn.Embedding(512, SIZE)
        self.case, self.target = nn.Embedding(CASES, SIZE), nn.Embedding(2, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = Dropout()
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.target.weight)

    def forward(self, ids: Tensor, cases: Tensor, target: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places) + self.case(cases) + self.target(target)
        x = self.dropout(self.norm(x))
        blocked = (ids == 0).to(x.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, blocked)
        return x


class Network(nn.Module):
    """The encoder with both heads; `polarity` reads the first vector and the target's mean."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.names = nn.Linear(SIZE, len(TAGS))
        self.dense, self.polarity = nn.Linear(2 * SIZE, SIZE), nn.Linear(SIZE, 3)
        self.dropout = Dropout()

    def forward(self, ids: Tensor, cases: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the tags (rows, length, 11) and of the polarities (rows, 3)."""
        x = self.encoder(ids, cases, target)
        tags = self.names(self.dropout(x))
        marked = target.to(x.dtype)[..., None]
        pooled = (x * marked).sum(1) / marked.sum(1).clamp(min=1)
        both = self.dropout(torch.cat([x[:, 0], pooled], -1))
        return tags, self.polarity(self.dropout(torch.tanh(self.dense(both))))


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
