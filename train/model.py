"""The network: a BERT-like encoder, letter shapes beside the word pieces, and heads for names, roles and links."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from onrecord.reader.pieces import SHAPES
from train.settings import Size

TAGS = 7  # BIO over three kinds, in both heads
LINK = 96  # width of the vectors whose product links a content to its cue and its source
REACH = 128  # farther apart than this all distances are alike, in pieces


class Layer(nn.Module):
    """Attention and feed-forward, each with a residual and a norm after it."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
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
        mixed = F.scaled_dot_product_attention(parts[0], parts[1], parts[2], bias,
                                               self.drop.p if self.training else 0.0)
        x = self.norm(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.last(x + self.drop(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """From ids and shapes of pieces to scores of names, of roles and of links (see `onrecord.reader.network`)."""

    def __init__(self, size: Size, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.words = nn.Embedding(size.words, size.width)
        self.positions = nn.Embedding(size.positions, size.width)
        self.shapes = nn.Embedding(SHAPES, size.width)
        self.norm = nn.LayerNorm(size.width, 1e-12)
        self.relative = nn.Embedding(size.buckets, size.heads) if size.buckets else None
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.drop = nn.Dropout(dropout)
        self.names = nn.Linear(size.width, TAGS)
        self.roles = nn.Linear(size.width, TAGS)
        self.query = nn.Linear(size.width, 2 * LINK)
        self.key = nn.Linear(size.width, 2 * LINK)
        self.distance = nn.Embedding(2 * REACH + 1, 2)
        self.none = nn.Parameter(torch.zeros(2))
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.distance.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """`mask` is False on padding; without it nothing is padding."""
        length = ids.shape[1]
        steps = torch.arange(length, device=ids.device)
        apart = steps[None, :] - steps[:, None]
        bias = None
        if self.relative is not None:
            bias = self.relative(_bucket(apart, self.size.buckets)).permute(2, 0, 1)[None]
        if mask is not None:
            hidden = torch.zeros(mask.shape, device=ids.device).masked_fill(~mask, -1e4)[:, None, None, :]
            bias = hidden if bias is None else bias + hidden
        if bias is not None and torch.is_autocast_enabled(ids.device.type):
            bias = bias.to(torch.get_autocast_dtype(ids.device.type))
        x = self.drop(self.norm(self.words(ids) + self.positions(steps)[None] + self.shapes(shapes)))
        for layer in self.layers:
            x = layer(x, bias)
        x = self.drop(x)
        return self.names(x), self.roles(x), self._links(x, apart)

    def _links(self, x: Tensor, apart: Tensor) -> Tensor:
        batch, length, _ = x.shape
        query = self.query(x).view(batch, length, 2, LINK).transpose(1, 2)
        key = self.key(x).view(batch, length, 2, LINK).transpose(1, 2)
        near = self.distance(apart.clamp(-REACH, REACH) + REACH).permute(2, 0, 1)[None]
        scores = query @ key.transpose(-1, -2) * LINK ** -0.5 + near
        none = self.none[None, :, None, None].expand(batch, 2, length, 1)
        return torch.cat([none, scores], -1)


def _bucket(apart: Tensor, buckets: int) -> Tensor:
    """MPNet's buckets: small distances one each, large ones logarithmically, half of the buckets for each side."""
    half, exact = buckets // 2, buckets // 4
    distance = apart.abs()
    far = exact + (torch.log(distance.clamp(min=1) / exact) / torch.log(torch.tensor(128 / exact))
                   * (half - exact)).long()
    return torch.where(distance < exact, distance, far.clamp(max=half - 1)) + half * (apart > 0)


def start_from(network: Network, weights: Mapping[str, Tensor]) -> None:
    """Fill the encoder from published BERT or MPNet weights; the heads stay as they are.

    MPNet's vocabulary is BERT's behind four marks of its own, so that its rows are moved to BERT's numbers here.
    """
    mpnet = "encoder.relative_attention_bias.weight" in weights
    query, out, norm = (("attn.q", "attn.o", "LayerNorm") if mpnet else
                        ("self.query", "output.dense", "output.LayerNorm"))

    def fill(target: nn.Module, source: str) -> None:
        for part in ("weight", "bias"):
            getattr(target, part).data.copy_(weights[f"{source}.{part}"])

    words, positions = weights["embeddings.word_embeddings.weight"], weights["embeddings.position_embeddings.weight"]
    if mpnet:
        marks = {100: 3, 101: 0, 102: 2, 103: 30526, 0: 1}  # [UNK], [CLS], [SEP], [MASK], [PAD]
        rows = torch.arange(network.size.words) + 4
        rows[list(marks)] = torch.tensor(list(marks.values()))
        words, positions = words[rows], positions[2:]
        assert network.relative is not None
        network.relative.weight.data.copy_(weights["encoder.relative_attention_bias.weight"])
    else:
        positions = positions + weights["embeddings.token_type_embeddings.weight"][0]
    network.words.weight.data.copy_(words)
    network.positions.weight.data.copy_(positions[:network.size.positions])
    fill(network.norm, "embeddings.LayerNorm")
    for number, layer in enumerate(network.layers):
        prefix = f"encoder.layer.{number}."
        assert isinstance(layer, Layer)
        for part in ("weight", "bias"):
            names = [query, query.replace("query", "key").replace(".q", ".k"),
                     query.replace("query", "value").replace(".q", ".v")]
            getattr(layer.qkv, part).data.copy_(torch.cat([weights[f"{prefix}attention.{n}.{part}"] for n in names]))
        fill(layer.out, f"{prefix}attention.{out}")
        fill(layer.norm, f"{prefix}attention.{norm}")
        fill(layer.up, f"{prefix}intermediate.dense")
        fill(layer.down, f"{prefix}output.dense")
        fill(layer.last, f"{prefix}output.LayerNorm")
