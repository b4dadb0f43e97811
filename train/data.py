"""Which documents are learnt from, which decide when to stop, and which are kept for the figures."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from tokenizers import Tokenizer

from train import augment, corpora, examples, gum
from train.corpora import NamesDocument, QuotesDocument
from train.settings import HoldOut, Settings

REPORTED_GENRES = ("news", "court")  # GUM's, kept aside in part for the figures of the model card


@dataclass(frozen=True, slots=True)
class Data:
    """Documents by what they are for."""

    names: list[NamesDocument]
    quotes: list[QuotesDocument]
    validate_names: list[NamesDocument]
    validate_quotes: list[QuotesDocument]
    test_names: list[NamesDocument]


def load(folder: Path, aside: HoldOut, polnear: bool = True) -> Data:
    """Read the corpora under `folder` (see its README); CoNLL++ dev and PolNeAR dev are not among them."""
    from_gum = gum.names((folder / "gum").glob("*.conllu"))
    test = frozenset[str]().union(
        *(
            corpora.hold_out([d.id for d in from_gum if d.id.split("_")[1] == genre], aside.test_gum)
            for genre in REPORTED_GENRES
        )
    )
    conll = corpora.conll(folder / "conllpp" / "train.txt")
    names = [
        *conll,
        *corpora.uner(folder / "uner-en-ewt" / "dev.iob2"),
        *corpora.uner(folder / "uner-en-ewt" / "test.iob2"),
        *corpora.wikigold(folder / "wikigold" / "wikigold.txt"),
        *(d for d in from_gum if d.id not in test),
    ]
    quotes = corpora.polnear(folder / "polnear") if polnear else []
    others = [d.id for d in from_gum if d.id.split("_")[1] not in REPORTED_GENRES]
    validate = (
        corpora.hold_out([d.id for d in conll], aside.validate_conll)
        | corpora.hold_out(others, aside.validate_gum)
        | corpora.hold_out([d.id for d in quotes], aside.validate_polnear)
    )
    return Data(
        [d for d in names if d.id not in validate],
        [d for d in quotes if d.id not in validate],
        [d for d in names if d.id in validate],
        [d for d in quotes if d.id in validate],
        [d for d in from_gum if d.id in test],
    )


def epoch(data: Data, settings: Settings, tokenizer: Tokenizer, number: int) -> list[examples.Example]:
    """The windows of one epoch: the same for the same seed and number."""
    rng = Random(f"{settings.seed}-{number}")
    documents = [augment.varied(d, rng, settings.augment) for d in data.names if not _table(d) or rng.random() < 0.3]
    documents += [augment.written(rng) for _ in range(settings.written)]
    found = []
    for document in documents:
        text, names = augment.laid_out(document, rng)
        found += examples.examples(examples.label_names(text, names, tokenizer), settings.window, rng)
    for quoted in data.quotes:
        labelled = examples.label_roles(quoted.text, quoted.said, tokenizer)
        found += examples.examples(labelled, settings.window, rng)
    return found


def _table(document: NamesDocument) -> bool:
    """Results and prices: more than a third of the words hold a digit. Newswire has many, our articles none."""
    words = [word for sentence in document.sentences for word in sentence.text.split()]
    return sum(any(c.isdigit() for c in word) for word in words) > 0.3 * len(words)
