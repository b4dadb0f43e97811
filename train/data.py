"""Which documents are learnt from, which decide when to stop, and which are kept for the figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tokenizers import Tokenizer

from train import augment, corpora, examples, guide, gum, written
from train.corpora import NamesDocument, QuotesDocument
from train.settings import HoldOut, Settings

REPORTED_GENRES = ("news", "court")  # GUM's, kept aside in part for the figures of the model card
GUIDED = ("wikinews", "world", "written")  # annotated by the project's own guide


@dataclass(frozen=True, slots=True)
class Data:
    """Documents by what they are for."""

    names: list[NamesDocument]
    quotes: list[QuotesDocument]
    validate_names: list[NamesDocument]
    validate_quotes: list[QuotesDocument]
    test_names: list[NamesDocument]


def load(folder: Path, aside: HoldOut, polnear: bool = True) -> Data:
    """Read the corpora under `folder` (see its README); CoNLL++ dev, worldwide dev and PolNeAR dev are not among
    them, nor is an article that a set to measure on has too."""
    from_gum = gum.names((folder / "gum").glob("*.conllu"))
    test = frozenset[str]().union(
        *(
            corpora.hold_out([d.id for d in from_gum if d.id.split("_")[1] == genre], aside.test_gum)
            for genre in REPORTED_GENRES
        )
    )
    conll = corpora.conll(folder / "conllpp" / "train.txt")
    guided = [d for name in GUIDED for d in guide.names(folder / name) if d.id not in aside.measured]
    world = _worldwide(folder, aside.measured)
    names = [
        *conll,
        *world,
        *guided,
        *corpora.uner(folder / "uner-en-ewt" / "dev.iob2"),
        *corpora.uner(folder / "uner-en-ewt" / "test.iob2"),
        *corpora.wikigold(folder / "wikigold" / "wikigold.txt"),
        *(d for d in from_gum if d.id not in test),
    ]
    quotes = corpora.polnear(folder / "polnear") if polnear else []
    others = [d.id for d in from_gum if d.id.split("_")[1] not in REPORTED_GENRES]
    validate = (
        _every(conll, aside.validate_conll)
        | _every(world, aside.validate_worldwide)
        | _every(guided, aside.validate_guided)
        | corpora.hold_out(others, aside.validate_gum)
        | _every(quotes, aside.validate_polnear)
    )
    return Data(
        [d for d in names if d.id not in validate],
        [d for d in quotes if d.id not in validate],
        [d for d in names if d.id in validate],
        [d for d in quotes if d.id in validate],
        [d for d in from_gum if d.id in test],
    )


def _worldwide(folder: Path, measured: Iterable[str]) -> list[NamesDocument]:
    """Worldwide newswire, without what is measured on and without what is annotated by the guide as well."""
    rows = (folder / "world" / "SOURCES.tsv").read_text(encoding="utf-8").splitlines()[1:]
    left = {f"worldwide-{row.split(chr(9))[1]}" for row in rows} | set(measured)
    found = (d for path in sorted((folder / "worldwide" / "train").glob("*.tsv")) for d in corpora.worldwide(path))
    return [d for d in found if d.id not in left]


def _every(documents: Iterable[NamesDocument | QuotesDocument], n: int) -> frozenset[str]:
    return corpora.hold_out([d.id for d in documents], n)


def epoch(data: Data, settings: Settings, tokenizer: Tokenizer, number: int) -> list[examples.Example]:
    """The windows of one epoch: the same for the same seed and number."""
    rng = Random(f"{settings.seed}-{number}")
    drawn = (d for d in data.names for _ in range(_times(d, settings, rng)))
    documents = [augment.varied(d, rng, settings.augment) for d in drawn]
    documents += [augment.varied(written.article(rng), rng, settings.augment) for _ in range(settings.written)]
    found = []
    for document in documents:
        text, names = augment.laid_out(document, rng)
        found += examples.examples(examples.label_names(text, names, tokenizer), settings.window, rng)
    for quoted in data.quotes:
        for _ in range(_drawn(settings.rates["polnear"], rng)):
            labelled = examples.label_roles(quoted.text, quoted.said, tokenizer)
            found += examples.examples(labelled, settings.window, rng)
    return found


def _times(document: NamesDocument, settings: Settings, rng: Random) -> int:
    """How often a document is read in an epoch: by its corpus, and tables less."""
    rate = settings.rates.get(document.id.split("-")[0], 1.0) * (0.3 if _table(document) else 1.0)
    return _drawn(rate, rng)


def _drawn(rate: float, rng: Random) -> int:
    """A whole number of times that is `rate` on average."""
    return int(rate) + (rng.random() < rate % 1)


def _table(document: NamesDocument) -> bool:
    """Results and prices: more than a third of the words hold a digit. Newswire has many, our articles none."""
    words = [word for sentence in document.sentences for word in sentence.text.split()]
    return sum(any(c.isdigit() for c in word) for word in words) > 0.3 * len(words)
