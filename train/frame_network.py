"""The part of the network that reads frames: layers of its own on the encoder's first layers, and heads on those.

What a number counts or which act a verb makes hangs on single words around it, which the upper layers of an encoder for
names have forgotten. So each word is also given what it attends to among the word embeddings: without that, actions
are right half as often.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from onrecord.encoder.frames import Labels
from train.model import REACH, Layer
from train.settings import Size

LINK = 64  # width of the vectors whose product is the score of a role's filler
HEADS, HEAD = 8, 48  # of the attention to words


class Attention(nn.Module):
    """What a word attends to: weights by states and distance, values of states and word embeddings."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query = nn.Linear(width, HEADS * HEAD)
        self.key = nn.Linear(width, HEADS * HEAD)
        self.value = nn.Linear(2 * width, HEADS * HEAD)
        self.distance = nn.Embedding(2 * REACH + 1, HEADS)
        far = (torch.arange(2 * REACH + 1) - REACH).abs()[:, None]
        self.distance.weight.data = -far * torch.linspace(0.02, 0.4, HEADS)[None]  # from wide to narrow

    def forward(self, x: Tensor, both: Tensor, apart: Tensor, mask: Tensor | None) -> Tensor:
        def split(y: Tensor) -> Tensor:
            return y.view(*y.shape[:2], HEADS, HEAD).transpose(1, 2)

        bias = self.distance(apart).permute(2, 0, 1)[None]
        if mask is not None:
            bias = bias.masked_fill(~mask[:, None, None, :], -1e4)
        queries, keys, values = split(self.query(x)), split(self.key(x)), split(self.value(both))
        mixed = F.scaled_dot_product_attention(queries, keys, values, bias.to(queries.dtype))
        return mixed.transpose(1, 2).flatten(2)


class Frames(nn.Module):
    """From states of the encoder's first layers to scores of tags, labels and fillers: `onrecord.encoder.frames`."""

    def __init__(self, size: Size, labels: Labels, shared: int, layers: int, dropout: float = 0.0) -> None:
        """`shared` is the number of the encoder's layers below, `layers` that of its own."""
        super().__init__()
        self.register_buffer("shared", torch.tensor(shared))
        self.layers = nn.ModuleList(Layer(size, dropout, 0.0) for _ in range(layers))
        self.attention = Attention(size.width)
        self.tags = nn.Linear(2 * size.width, len(labels.tags))
        self.attributes = nn.Linear(2 * size.width + HEADS * HEAD, labels.width)
        self.kinds = len(labels.roles)
        self.query = nn.Linear(size.width, self.kinds * LINK)
        self.key = nn.Linear(size.width, self.kinds * LINK)
        self.none = nn.Linear(size.width, self.kinds)
        self.distance = nn.Embedding(2 * REACH + 1, self.kinds)
        self.drop = nn.Dropout(dropout)
        nn.init.zeros_(self.distance.weight)
        self.tags.bias.data[0] = 5.0  # most words are no frame's

    def forward(self, x: Tensor, embedded: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """`x`: the states below; `embedded`: the word embeddings; `mask` is False on padding."""
        apart = self.apart(x)
        for layer in self.layers:
            x = layer(x, None if mask is None else mask[:, None, None, :])
        x = self.drop(x)
        both = torch.cat([x, embedded], -1)
        attended = torch.cat([both, self.attention(x, both, apart, mask)], -1)
        return self.tags(self.drop(both)), self.attributes(self.drop(attended)), self.fillers(x, apart)

    @staticmethod
    def apart(x: Tensor) -> Tensor:
        """The number of the distance between each two pieces."""
        steps = torch.arange(x.shape[1], device=x.device)
        return (steps[None, :] - steps[:, None]).clamp(-REACH, REACH) + REACH

    def fillers(self, x: Tensor, apart: Tensor) -> Tensor:
        """The scores of each role's fillers; the first column is that there is none."""

        def split(y: Tensor) -> Tensor:
            return y.view(*y.shape[:2], self.kinds, LINK).transpose(1, 2)

        near = self.distance(apart).permute(2, 0, 1)[None]
        scores = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2) * LINK**-0.5 + near
        return torch.cat([self.none(x).transpose(1, 2)[..., None], scores], -1)
