"""Train what tells whom a pronoun stands for, on GUM: `python -m train.antecedents --data ../shared/train`.

The encoder stays as it is shipped: its states, and what the extraction finds in GUM's texts, are the inputs. Needs
torch and the installed package. Prints the figures beside those of the rules alone, and writes the weights.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from onrecord.coref.resolve import within
from onrecord.encoder.antecedents import ANTECEDENTS, AntecedentScorer
from onrecord.extract import pipeline
from onrecord.extract.antecedents import StateOf, View, antecedents
from onrecord.values.findings import Evidence, Findings, Form, Mention
from train import data, gum, settings
from train.export import WEIGHTS
from train.gum import Chained

PROJECTED, INNER = 48, 64
DROPOUT, RATE, DECAY, EPOCHS, BATCH = 0.3, 2e-3, 0.05, 12, 32
FOLDS = 5
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Document:
    """A document of GUM: what was found in it, the encoder's states, and the chain of each mention found."""

    findings: Findings
    state: StateOf
    chains: dict[Evidence, str | None]


@dataclass(frozen=True, slots=True)
class Example:
    """A pronoun as the scorer sees it, and which answers are right: the first is 'none of them'."""

    inputs: tuple[Floats, Floats, Floats, Floats]
    right: NDArray[np.bool_]


class Network(nn.Module):
    """The scorer; `onrecord.encoder.antecedents` runs it with numpy."""

    def __init__(self, width: int, pair: int, own: int) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(width, PROJECTED), nn.Linear(width, PROJECTED)
        self.pair_in, self.pair_out = nn.Linear(3 * PROJECTED + pair + own, INNER), nn.Linear(INNER, 1)
        self.none_in, self.none_out = nn.Linear(PROJECTED + own, INNER // 2), nn.Linear(INNER // 2, 1)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, pronoun: Tensor, mentions: Tensor, pairs: Tensor, own: Tensor, mask: Tensor) -> Tensor:
        """Scores of none (first) and of each mention; a row each pronoun, `mask` is False on padding."""
        query = torch.tanh(self.drop(self.query(pronoun)))
        keys = torch.tanh(self.drop(self.key(mentions)))
        alone = torch.cat([query, own], 1)
        rows = [keys, keys * query[:, None], pairs, alone[:, None].expand(-1, pairs.shape[1], -1)]
        each = self.pair_out(self.drop(torch.relu(self.pair_in(torch.cat(rows, 2)))))[..., 0]
        none = self.none_out(self.drop(torch.relu(self.none_in(alone))))
        return torch.cat([none, each.masked_fill(~mask, -1e4)], 1)


def read(folder: Path) -> dict[str, Document]:
    """The documents of GUM under `folder`, read by the shipped pipeline."""
    annotated = {path.stem: gum.chains(path) for path in sorted(folder.glob("*.conllu"))}
    nlp = pipeline.load()
    found = {}
    for name, doc in zip(annotated, nlp.pipe(text for text, _ in annotated.values()), strict=True):
        findings = pipeline.findings(doc)
        chains = {m.evidence: chain(m, annotated[name][1]) for m in findings.mentions}
        found[name] = Document(findings, doc._.reading.states.of, chains)
    return found


def chain(mention: Mention, annotated: Sequence[Chained]) -> str | None:
    """The chain of a mention that was found: a pronoun's by its place, a role's by its noun, a name's by the name."""
    start, end = mention.evidence.start, mention.evidence.end
    if mention.form is Form.PRONOUN:
        return next((a.chain for a in annotated if a.place == (start, end)), None)
    if mention.form is Form.ROLE:
        near = [a for a in annotated if start <= a.head[0] and a.head[1] == end]
        return min(near, key=lambda a: abs(a.place[0] - start) + abs(a.place[1] - end)).chain if near else None
    named = [
        (min(end, a.name[1]) - max(start, a.name[0]), a.name[0] - a.name[1], a.chain)
        for a in annotated
        if a.name and a.name[0] < end and start < a.name[1]
    ]
    inside = [(0, a.place[0] - a.place[1], a.chain) for a in annotated if start <= a.head[0] < end]
    return max(named or inside)[2] if named or inside else None


def examples(document: Document) -> list[Example]:
    """The pronouns of a document."""
    view, found = View(document.findings), []
    for i, near in view.pronouns():
        mine = document.chains[view.mentions[i].evidence]
        right = [mine is not None and document.chains[view.mentions[j].evidence] == mine for j in near]
        found.append(Example(view.inputs(i, near, document.state), np.array([not any(right), *right])))
    return found


def fit(items: Sequence[Example], seed: int) -> AntecedentScorer:
    """A scorer that learnt from these pronouns: the right mentions together should be likely."""
    torch.manual_seed(seed)
    rng, items = Random(seed), list(items)
    width, pair, own = (items[0].inputs[n].shape[-1] for n in (0, 2, 3))
    network = Network(width, pair, own)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    starts = range(0, len(items), BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, EPOCHS * len(starts))
    for _ in range(EPOCHS):
        rng.shuffle(items)
        for start in starts:
            *inputs, right = _padded(items[start : start + BATCH])
            scores = network(*inputs)
            loss = (scores.logsumexp(1) - scores.masked_fill(~right, -1e9).logsumexp(1)).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return AntecedentScorer({name: weight.detach().numpy() for name, weight in network.named_parameters()})


def _padded(batch: Sequence[Example]) -> list[Tensor]:
    longest = max(len(e.inputs[2]) for e in batch)

    def table(rows: Sequence[NDArray[np.generic]], length: int) -> Tensor:
        found = np.zeros((len(rows), length, *rows[0].shape[1:]), rows[0].dtype)
        for line, row in zip(found, rows, strict=True):
            line[: len(row)] = row
        return torch.from_numpy(found)

    pronouns, mentions, pairs, own = zip(*(e.inputs for e in batch), strict=True)
    mask = [np.ones(len(p), np.bool_) for p in pairs]
    return [
        torch.from_numpy(np.stack(pronouns)),
        table(mentions, longest),
        table(pairs, longest),
        torch.from_numpy(np.stack(own)),
        table(mask, longest),
        table([e.right for e in batch], longest + 1),
    ]


def tally(document: Document, findings: Findings) -> Counter[str]:
    """Singular pronouns: how many have a name before them that was found, were resolved, and were resolved right."""
    counts: Counter[str] = Counter()
    resolution = within(findings)
    named = [m for m in findings.mentions if m.form is Form.NAME]
    names = {m.evidence for m in named}
    for mention in findings.mentions:
        if mention.form is Form.PRONOUN and not mention.plural:
            mine, group = document.chains[mention.evidence], resolution.of_mention.get(mention.evidence)
            can = mine is not None and any(
                document.chains[n.evidence] == mine and n.evidence.end <= mention.evidence.start for n in named
            )
            kind = "it" if mention.kind is None else "he, she"
            counts.update({f"{kind} annotated": can, f"{kind} found": group is not None})
            if group is not None and can:
                chains = Counter(c for e in group.mentions if e in names and (c := document.chains[e]))
                counts[f"{kind} right"] += bool(chains) and chains.most_common(1)[0][0] == mine
    return counts


def report(title: str, documents: Sequence[Document], scorer: Callable[[Document], AntecedentScorer] | None) -> None:
    """Print precision, recall and F1 of pronouns; without a scorer, of the rules alone."""
    total: Counter[str] = Counter()
    for document in documents:
        likely = antecedents(document.findings, document.state, scorer(document)) if scorer else ()
        total.update(tally(document, replace(document.findings, antecedents=tuple(likely))))
    for kinds in (("he, she",), ("it",), ("he, she", "it")):
        right, found, annotated = (sum(total[f"{k} {what}"] for k in kinds) for what in ("right", "found", "annotated"))
        print(
            f"{title:34} {' and '.join(kinds):15} P {100 * right / found:5.1f}  R {100 * right / annotated:5.1f}  "
            f"F1 {200 * right / (found + annotated):5.1f}  of {annotated}"
        )


def main() -> None:
    """Parse the command line, measure by folds and on the documents set aside, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m train.antecedents", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"), help="folder with the corpora")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="folder for the weights")
    options = parser.parse_args()
    chosen = settings.load(Path(__file__).parent / "settings.toml", [])
    documents = read(options.data / "gum")
    held = data.load(options.data, chosen.hold_out, polnear=False)
    aside = {document.id for document in held.test_names}
    unseen = sorted(aside | (documents.keys() & {document.id for document in held.validate_names}))
    items = {name: examples(document) for name, document in documents.items()}

    def learnt(without: Collection[str]) -> AntecedentScorer:
        return fit([e for name in sorted(items) if name not in without for e in items[name]], chosen.seed)

    folds = [sorted(documents)[n::FOLDS] for n in range(FOLDS)]
    of = {id(documents[name]): scorer for fold in folds for scorer in [learnt(fold)] for name in fold}
    shipped = learnt(aside)
    for title, names in (("all", sorted(documents)), ("not seen by the encoder", unseen)):
        report(f"{title}, rules", [documents[n] for n in names], None)
        report(f"{title}, in {FOLDS} folds", [documents[n] for n in names], lambda d: of[id(d)])
    report("news and court aside, rules", [documents[n] for n in sorted(aside)], None)
    report("news and court aside", [documents[n] for n in sorted(aside)], lambda d: shipped)
    np.savez(options.to / ANTECEDENTS, **shipped.weights)


if __name__ == "__main__":
    main()
