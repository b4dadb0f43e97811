"""Train one network: batches, losses, learning rate, averaging, early stopping, and going on where it stopped."""

import copy
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from onrecord.encoder.encoder import Encoder
from onrecord.encoder.onnx import Scores, Temperatures
from onrecord.encoder.word_pieces import load_tokenizer
from train import data, evaluate
from train.data import Data
from train.examples import IGNORED, Example, InPieces, batches
from train.model import Network
from train.settings import Settings

WARM_UP = 100  # steps
FROZEN = ("words.", "positions.")
NEW = ("names.", "roles.", "query.", "key.", "distance.", "none", "shapes.")
Log = Callable[[str], None]


class TorchNetwork:
    """A network being trained, in the place of the exported one."""

    temperatures = Temperatures()
    labels = None

    def __init__(self, network: Network, device: torch.device) -> None:
        self._network, self._device = network, device

    @torch.no_grad()
    def __call__(self, ids: Sequence[int], shapes: Sequence[int]) -> Scores:
        found = self._network(torch.tensor([ids], device=self._device), torch.tensor([shapes], device=self._device))
        return Scores(*(part[0].float().cpu().numpy() for part in found))


def train(
    network: Network,
    settings: Settings,
    held: Data,
    tokenizer: Path,
    folder: Path,
    device: torch.device,
    workers: int,
    log: Log,
) -> Network:
    """Train `network` and return its averaged weights of the best epoch; `folder` keeps what is needed to go on.

    Epochs are prepared ahead by `workers` processes.
    """
    schedule = settings.schedule
    network.to(device)
    for name, weight in network.named_parameters():
        weight.requires_grad = not name.startswith(FROZEN)
    average = copy.deepcopy(network).eval()
    new, old = (
        [w for n, w in network.named_parameters() if w.requires_grad and n.startswith(NEW) == is_new]
        for is_new in (True, False)
    )
    optimizer = torch.optim.AdamW(
        [{"params": old, "scale": 1.0}, {"params": new, "scale": schedule.heads}], lr=schedule.rate, weight_decay=0.01
    )
    state: dict[str, Any] = {"epoch": 0, "step": 0, "seconds": 0.0, "best": -1.0, "best_epoch": 0}
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, map_location=device, weights_only=True)
        network.load_state_dict(kept["network"])
        average.load_state_dict(kept["average"])
        optimizer.load_state_dict(kept["optimizer"])
        state = kept["state"]
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (held, settings, tokenizer)) as pool:
        first = range(state["epoch"], min(schedule.epochs, state["epoch"] + workers))
        waiting = {n: pool.submit(_epoch, n) for n in first}
        for epoch in range(state["epoch"], schedule.epochs):
            began = time.monotonic()
            items = waiting.pop(epoch).result()
            if epoch + workers < schedule.epochs:
                waiting[epoch + workers] = pool.submit(_epoch, epoch + workers)
            torch.manual_seed(settings.seed * 1000 + epoch)
            network.train()
            steps = batches(items, schedule.room, Random(f"{settings.seed}-{epoch}-order"))
            total = torch.zeros(3, device=device)
            for number, batch in enumerate(steps):
                done = (epoch + number / len(steps)) / schedule.epochs
                spent = (state["seconds"] + time.monotonic() - began) / (60 * schedule.minutes)
                if spent >= 1:
                    break
                scale = min(1.0, (state["step"] + 1) / WARM_UP) * max(0.01, 1 - max(done, spent))
                for group in optimizer.param_groups:
                    group["lr"] = schedule.rate * group["scale"] * scale
                losses = _losses(network, batch, settings, device)
                optimizer.zero_grad()
                losses.sum().backward()
                torch.nn.utils.clip_grad_norm_(old + new, 1.0)
                optimizer.step()
                state["step"] += 1
                follow(average, network, min(settings.average, state["step"] / (state["step"] + 10)))
                total += losses.detach()
            figures = scores(average, held, load_tokenizer(tokenizer), device)
            score = sum(figures.values()) / len(figures)
            state["seconds"] += time.monotonic() - began
            state["epoch"] = epoch + 1
            if score > state["best"]:
                state |= {"best": score, "best_epoch": epoch}
                torch.save(average.state_dict(), folder / "best.pt")
            torch.save(
                {
                    "network": network.state_dict(),
                    "average": average.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "state": state,
                },
                checkpoint,
            )
            log(
                f"epoch {epoch + 1:2} {state['seconds']:6.0f} s  loss "
                + " ".join(f"{x:.4f}" for x in (total / len(steps)).tolist())
                + "  "
                + "  ".join(f"{k} {100 * v:.2f}" for k, v in figures.items())
            )
            if epoch - state["best_epoch"] >= schedule.patience or state["seconds"] >= 60 * schedule.minutes:
                break
        pool.shutdown(cancel_futures=True)
    average.load_state_dict(torch.load(folder / "best.pt", map_location=device, weights_only=True))
    return average


def scores(network: Network, held: Data, tokenizer: Tokenizer, device: torch.device) -> dict[str, float]:
    """F1 on the validation documents, of each head that has some."""
    encoder = Encoder(tokenizer, TorchNetwork(network, device))
    found = {"names": evaluate.names(encoder, held.validate_names)["all"].f1}
    return found | ({"quotes": evaluate.quotes(encoder, held.validate_quotes).f1} if held.validate_quotes else {})


def follow(average: nn.Module, network: nn.Module, keep: float) -> None:
    """Move the averaged weights towards those just learnt."""
    theirs = dict(network.named_parameters())
    moving = [(weight, theirs[name]) for name, weight in average.named_parameters() if theirs[name].requires_grad]
    torch._foreach_lerp_([a.data for a, _ in moving], [b.data for _, b in moving], 1 - keep)


def padded(rows: Sequence[NDArray[Any]], value: int, device: torch.device) -> Tensor:
    """Rows as one table, the shorter ones filled up with `value`."""
    table = np.full((len(rows), max(len(row) for row in rows), *rows[0].shape[1:]), value, np.result_type(*rows))
    for line, row in zip(table, rows, strict=True):
        line[: len(row)] = row
    return torch.from_numpy(table).to(device, non_blocking=True)


def inputs(batch: Sequence[InPieces], device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, shapes, and a mask that is False on padding."""
    return (
        padded([e.ids for e in batch], 0, device),
        padded([e.shapes for e in batch], 0, device),
        padded([np.ones(len(e.ids), np.int32) for e in batch], 0, device) > 0,
    )


def _losses(network: Network, batch: Sequence[Example], settings: Settings, device: torch.device) -> Tensor:
    """The losses of names, roles and links."""
    ids, shapes, mask = inputs(batch, device)
    with torch.autocast(device.type, torch.bfloat16, enabled=knows_bfloat16(device)):
        names, roles, links = network(ids, shapes, mask)
    scored = padded([e.scored for e in batch], 0, device)
    losses = [
        _tag_loss(found.float(), padded(gold, IGNORED, device).long(), scored)
        for found, gold in ((names, [e.names for e in batch]), (roles, [e.roles for e in batch]))
    ]
    return torch.stack([*losses, settings.link_weight * _link_loss(links.float(), mask, batch, device)])


def knows_bfloat16(device: torch.device) -> bool:
    """Whether products of half precision are the faster ones."""
    return device.type == "cuda" or bool(torch.cpu.get_capabilities().get("avx512_bf16"))


def _tag_loss(found: Tensor, gold: Tensor, scored: Tensor) -> Tensor:
    """Cross entropy, summed over annotated words and divided by all words: each word counts the same."""
    total = F.cross_entropy(found.flatten(0, 1), gold.view(-1), ignore_index=IGNORED, reduction="sum")
    return total / scored.sum()


def _link_loss(links: Tensor, mask: Tensor, batch: Sequence[Example], device: torch.device) -> Tensor:
    """Cross entropy over all places where a cue or source may begin, averaged over contents."""
    rows = [
        (number, kind, link[0], link[1 + kind])
        for number, e in enumerate(batch)
        for link in e.links
        for kind in (0, 1)
        if link[1 + kind] != IGNORED
    ]
    if not rows:
        return links.sum() * 0
    number, kind, content, target = torch.tensor(rows, device=device).T
    open_ = torch.cat([mask.new_ones(len(mask), 1), mask], 1)[number]
    return F.cross_entropy(links[number, kind, content].masked_fill(~open_, -1e4), target)


_work: tuple[Data, Settings, Tokenizer] | None = None


def _start(held: Data, settings: Settings, tokenizer: Path) -> None:
    global _work
    _work = held, settings, load_tokenizer(tokenizer)


def _epoch(number: int) -> list[Example]:
    assert _work is not None
    return data.epoch(*_work, number)
