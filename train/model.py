"""The network: a BERT encoder, letter shapes beside the word pieces, and heads for names, roles and links."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from onrecord.encoder.encoder import NAMES
from onrecord.encoder.word_pieces import SHAPES
from train.settings import Size

NAME_TAGS = 1 + 2 * len(NAMES)  # BIO
ROLE_TAGS = 7  # of source, cue and content
LINK = 96  # width of the vectors whose product links a content to its cue and its source
REACH = 128  # farther apart than this all distances are alike, in pieces


class Layer(nn.Module):
    """Attention and feed-forward, each with a residual and a norm after it."""

    def __init__(self, size: Size, dropout: float, attention_dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.attention_dropout = attention_dropout
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.norm = nn.LayerNorm(size.width, 1e-12)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.last = nn.LayerNorm(size.width, 1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(
            parts[0], parts[1], parts[2], bias, self.attention_dropout if self.training else 0.0
        )
        x = self.norm(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.last(x + self.drop(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """From ids and shapes of pieces to scores of names, roles and links: `onrecord.encoder.onnx`."""

    def __init__(self, size: Size, dropout: float = 0.0, attention_dropout: float = 0.0) -> None:
        super().__init__()
        self.size = size
        self.words = nn.Embedding(size.words, size.width)
        self.positions = nn.Embedding(size.positions, size.width)
        self.shapes = nn.Embedding(SHAPES, size.width)
        self.norm = nn.LayerNorm(size.width, 1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout, attention_dropout) for _ in range(size.layers))
        self.drop = nn.Dropout(dropout)
        self.names = nn.Linear(size.width, NAME_TAGS)
        self.roles = nn.Linear(size.width, ROLE_TAGS)
        self.query = nn.Linear(size.width, 2 * LINK)
        self.key = nn.Linear(size.width, 2 * LINK)
        self.distance = nn.Embedding(2 * REACH + 1, 2)
        self.none = nn.Parameter(torch.zeros(2))
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.distance.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """`mask` is False on padding; without it nothing is padding."""
        steps = torch.arange(ids.shape[1], device=ids.device)
        apart = steps[None, :] - steps[:, None]
        x = self.drop(self.read(self.drop(self.embedded(ids, shapes)), mask, 0, len(self.layers)))
        return self.names(x), self.roles(x), self._links(x, apart)

    def embedded(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Pieces, places and shapes, before the first layer."""
        steps = torch.arange(ids.shape[1], device=ids.device)
        return self.norm(self.words(ids) + self.positions(steps)[None] + self.shapes(shapes))

    def read(self, x: Tensor, mask: Tensor | None, start: int, end: int) -> Tensor:
        """The states after the layers from `start` to `end`."""
        bias = None if mask is None else mask[:, None, None, :]
        for layer in self.layers[start:end]:
            x = layer(x, bias)
        return x

    def _links(self, x: Tensor, apart: Tensor) -> Tensor:
        batch, length, _ = x.shape
        query = self.query(x).view(batch, length, 2, LINK).transpose(1, 2)
        key = self.key(x).view(batch, length, 2, LINK).transpose(1, 2)
        near = self.distance(apart.clamp(-REACH, REACH) + REACH).permute(2, 0, 1)[None]
        scores = query @ key.transpose(-1, -2) * LINK**-0.5 + near
        none = self.none[None, :, None, None].expand(batch, 2, length, 1)
        return torch.cat([none, scores], -1)


def start_from(network: Network, weights: Mapping[str, Tensor]) -> None:
    """Fill the encoder from published weights of a BERT model; the heads stay as they are."""

    def fill(target: nn.Module, source: str) -> None:
        for part in ("weight", "bias"):
            getattr(target, part).data.copy_(weights[f"{source}.{part}"])

    network.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
    network.positions.weight.data.copy_(
        weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    )
    fill(network.norm, "embeddings.LayerNorm")
    for number, layer in enumerate(network.layers):
        prefix = f"encoder.layer.{number}."
        assert isinstance(layer, Layer)
        for part in ("weight", "bias"):
            names = (f"{prefix}attention.self.{name}.{part}" for name in ("query", "key", "value"))
            getattr(layer.qkv, part).data.copy_(torch.cat([weights[name] for name in names]))
        fill(layer.out, f"{prefix}attention.output.dense")
        fill(layer.norm, f"{prefix}attention.output.LayerNorm")
        fill(layer.up, f"{prefix}intermediate.dense")
        fill(layer.down, f"{prefix}output.dense")
        fill(layer.last, f"{prefix}output.LayerNorm")


def go_on_from(network: Network, weights: Mapping[str, Tensor]) -> None:
    """Fill the network from one trained before; kinds of names that are new since begin as bodies."""
    known = {name: weight.float() for name, weight in weights.items()}
    for part in ("names.weight", "names.bias"):
        new = NAME_TAGS - len(known[part])
        known[part] = torch.cat([known[part], known[part][3:5].repeat(new // 2, *(1 for _ in known[part].shape[1:]))])
    network.load_state_dict(known)
