"""The teacher of the frames' heads: all-mpnet-base-v2, its upper layers trained with heads of its own.

It is 13 times as large as the encoder and better at triggers of acts; what it says of texts without annotations is what
the heads learn from first (`train.silver`).
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from train.examples import IGNORED
from train.frame_examples import FrameExample
from train.frame_labels import FIGURE, LABELS, OUTSIDE
from train.frame_losses import EVEN, FrameTensors, Losses, masked, of_frames, of_tags
from train.frame_network import HEAD, HEADS, Frames
from train.frame_scores import Reading
from train.learn import Log, inputs, padded
from train.learn_frames import Below, fast, fit
from train.model import Layer
from train.settings import FrameSettings, Size

SIZE = Size(layers=12, width=768, inner=3072, heads=12, words=30527, positions=514)
FIRST_POSITION = 2  # as RoBERTa counts
BUCKETS, FAR = 32, 128  # of distances between pieces, for the bias of attention
WEIGHTS, VOCABULARY = "model.safetensors", "vocab.txt"
MARKS = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>"}  # of BERT's vocabulary, as MPNet writes them


class Mpnet(nn.Module):
    """all-mpnet-base-v2, over the pieces of the encoder's tokenizer."""

    def __init__(self, folder: Path, tokenizer: Tokenizer, dropout: float) -> None:
        super().__init__()
        weights = {name: weight.float() for name, weight in load_file(folder / WEIGHTS).items()}
        self.register_buffer("pieces", _pieces(folder / VOCABULARY, tokenizer))
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"])
        self.positions = nn.Embedding.from_pretrained(weights["embeddings.position_embeddings.weight"])
        self.near = nn.Embedding.from_pretrained(weights["encoder.relative_attention_bias.weight"])
        self.norm = nn.LayerNorm(SIZE.width, 1e-12)
        self.layers = nn.ModuleList(Layer(SIZE, dropout, 0.0) for _ in range(SIZE.layers))
        _fill(self.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            _fill_layer(layer, weights, f"encoder.layer.{number}.")

    def embedded(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Pieces and places, before the first layer; MPNet knows no letter shapes."""
        steps = torch.arange(ids.shape[1], device=ids.device)
        return self.norm(self.words(self.pieces[ids]) + self.positions(steps + FIRST_POSITION)[None])

    def read(self, x: Tensor, mask: Tensor | None, start: int, end: int) -> Tensor:
        """The states after the layers from `start` to `end`."""
        steps = torch.arange(x.shape[1], device=x.device)
        bias = self.near(_buckets(steps[None] - steps[:, None])).permute(2, 0, 1)[None]
        if mask is not None:
            bias = bias + (~mask[:, None, None, :]).float() * -1e4
        half = torch.is_autocast_enabled(x.device.type)
        for layer in self.layers[start:end]:
            x = layer(x, bias.to(torch.bfloat16) if half else bias)
        return x


def _pieces(path: Path, tokenizer: Tokenizer) -> Tensor:
    """MPNet's number of each piece of the encoder's tokenizer: the vocabularies differ by their marks."""
    own = {piece: number for number, piece in enumerate(path.read_text(encoding="utf-8").split("\n"))}
    unknown = own.get("[UNK]", own.get("<unk>", 0))
    vocabulary: dict[str, int] = tokenizer.get_vocab()
    table = torch.full((len(vocabulary),), unknown)
    for piece, number in vocabulary.items():
        table[number] = own.get(MARKS.get(piece, piece), unknown)
    return table


def _fill(module: nn.Module, weights: Mapping[str, Tensor], source: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).data = weights[f"{source}.{part}"]


def _fill_layer(layer: nn.Module, weights: Mapping[str, Tensor], prefix: str) -> None:
    for part in ("weight", "bias"):
        of_attention = [weights[f"{prefix}attention.attn.{name}.{part}"] for name in "qkv"]
        getattr(layer.qkv, part).data = torch.cat(of_attention)
    _fill(layer.out, weights, f"{prefix}attention.attn.o")
    _fill(layer.norm, weights, f"{prefix}attention.LayerNorm")
    _fill(layer.up, weights, f"{prefix}intermediate.dense")
    _fill(layer.down, weights, f"{prefix}output.dense")
    _fill(layer.last, weights, f"{prefix}output.LayerNorm")


def _buckets(apart: Tensor) -> Tensor:
    """The bucket of each distance, as T5 counts: exact to 8 pieces either way, then by logarithm to `FAR`."""
    half = BUCKETS // 2
    exact = half // 2
    after = (apart > 0).long() * half
    apart = apart.abs()
    scaled = torch.log(apart.clamp(min=1).float() / exact) / math.log(FAR / exact) * (half - exact)
    return after + torch.where(apart < exact, apart, (exact + scaled.long()).clamp(max=half - 1))


class TeacherHeads(Frames):
    """Heads like the student's, but that a number is a figure or not is asked apart from what acts words make."""

    def __init__(self, dropout: float) -> None:
        super().__init__(SIZE, LABELS, SIZE.layers, 0, dropout)
        both = 2 * SIZE.width
        self.figure = nn.Linear(both + HEADS * HEAD, 2)
        self.hidden = nn.Linear(both, SIZE.width)
        self.tags = nn.Linear(SIZE.width, len(LABELS.tags))
        self.tags.bias.data[OUTSIDE] = 5.0

    def all(self, x: Tensor, embedded: Tensor, mask: Tensor) -> tuple[Tensor, FrameTensors]:
        """The scores of numbers, and those of acts and of all attributes and fillers."""
        x = self.drop(x)
        apart = self.apart(x)
        both = torch.cat([x, embedded], -1)
        attended = self.drop(torch.cat([both, self.attention(x, both, apart, mask)], -1))
        acts = self.tags(self.drop(F.gelu(self.hidden(both))))
        acts = acts.index_fill(-1, torch.tensor([FIGURE], device=x.device), -1e4)
        return self.figure(attended), FrameTensors(acts, self.attributes(attended), self.fillers(x, apart))


class Teacher:
    """MPNet with heads."""

    def __init__(self, folder: Path, tokenizer: Tokenizer, settings: FrameSettings, seed: int, device: torch.device):
        torch.manual_seed(seed)
        self._settings, self._seed, self._device = settings, seed, device
        self._encoder = Mpnet(folder, tokenizer, settings.dropout).to(device)
        self._heads = TeacherHeads(settings.dropout).to(device)

    def fit(self, examples: Sequence[FrameExample], log: Log) -> None:
        """Learn annotations, in the heads and the layers above those that stay frozen."""
        plan, frozen = self._settings.teacher, self._settings.frozen
        self._encoder.requires_grad_(False).eval()
        below = Below(self._encoder, frozen, examples, self._device)
        upper = self._encoder.layers[frozen:].requires_grad_(True)

        def losses(batch: list[FrameExample]) -> Losses:
            self._encoder.train()
            self._heads.train()
            states, embedded, mask = below(batch)
            with fast(self._device):
                states = self._encoder.read(states, mask, frozen, SIZE.layers)
            numbers, scores = self._heads.all(states.float(), embedded, mask)
            gold = padded([e.triggers for e in batch], IGNORED, self._device).long()
            found = of_frames(scores, batch, mask) | {"triggers": of_tags(scores.tags, gold)}
            return found | of_numbers(numbers, batch)

        groups = ((1.0, [*upper.parameters()]), (plan.heads, [w for w in self._heads.parameters() if w.requires_grad]))
        fit(groups, losses, examples, plan, self._seed, log)

    @torch.no_grad()
    def reading(self, batch: Sequence[FrameExample]) -> Reading:
        """What it says of a batch: numbers are figures or outside, other words acts or outside."""
        self._encoder.eval()
        self._heads.eval()
        ids, shapes, mask = inputs(batch, self._device)
        embedded = self._encoder.embedded(ids, shapes)
        with fast(self._device):
            states = self._encoder.read(embedded, mask, 0, SIZE.layers)
        numbers, scores = self._heads.all(states.float(), embedded, mask)
        tags = scores.tags.softmax(-1)
        for row, example in enumerate(batch):
            for number in example.numbers:
                tags[row, number.piece] = 0
                tags[row, number.piece, : FIGURE + 1] = numbers[row, number.piece].softmax(-1)
        return Reading(tags, scores.attributes, masked(scores.fillers, mask))

    def state(self) -> dict[str, Any]:
        """What was learnt."""
        frozen = tuple(f"layers.{number}." for number in range(self._settings.frozen))
        upper = {
            name: weight
            for name, weight in self._encoder.state_dict().items()
            if name.startswith("layers.") and not name.startswith(frozen)
        }
        return {"encoder": upper, "heads": self._heads.state_dict()}

    def load(self, state: Mapping[str, Any]) -> None:
        """The inverse of `state`."""
        self._encoder.load_state_dict(state["encoder"], strict=False)
        self._heads.load_state_dict(state["heads"])


def of_numbers(scores: Tensor, batch: Sequence[FrameExample]) -> Losses:
    """Cross entropy of whether annotated numbers are figures."""
    found = [
        (row, number.piece, int(number.figure))
        for row, example in enumerate(batch)
        for number in example.numbers
        if number.figure is not None
    ]
    if not found:
        return {}
    rows, pieces, gold = torch.tensor(found, device=scores.device).T
    return {"figures": F.cross_entropy(scores[rows, pieces], gold, reduction="sum") / (len(found) + EVEN)}
