"""The shipped reader: it is the one of its card, it fits, and it reads."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tiny import WEIGHTS

from onrecord.encoder import Encoder

CARD = (WEIGHTS.parent / "MODEL_CARD.md").read_text(encoding="utf-8")
TEXT = (
    "RIVERTON, 3 May - Judge Olena Hrabova told the Regional Court of Amsel that nine boys had gone home.\n"
    '"We waited," said Marko Dene of the Harbour Relief Fund, "for years."'
)


@pytest.fixture(scope="module")
def reader() -> Encoder:
    return Encoder.load()


def test_the_weights_are_those_of_the_card() -> None:
    named = dict(re.findall(r"\| `([\w.]+)` \| `([0-9a-f]{64})` \|", CARD))
    weights = [p for p in WEIGHTS.iterdir() if p.suffix in (".onnx", ".json", ".npz")]
    assert named == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in weights}


def test_the_weights_are_under_30_megabytes() -> None:
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir() if p.is_file()) < 30e6


@pytest.mark.model
def test_it_finds_names(reader: Encoder) -> None:
    assert [(TEXT[n.start : n.end], n.label) for n in reader.read([TEXT])[0].names] == [
        ("RIVERTON", "PLACE"),
        ("Olena Hrabova", "PERSON"),
        ("Regional Court of Amsel", "COURT"),
        ("Marko Dene", "PERSON"),
        ("Harbour Relief Fund", "ORG"),
    ]


@pytest.mark.model
def test_it_finds_who_said_what(reader: Encoder) -> None:
    last = reader.read([TEXT])[0].attributions[-1]
    assert last.source and last.cue
    assert TEXT[last.source.start : last.source.end].startswith("Marko Dene")
    assert TEXT[last.cue.start : last.cue.end] == "said"
    assert [TEXT[c.start : c.end].strip('",.') for c in last.contents] == ["We waited", "for years"]


@pytest.mark.model
@pytest.mark.parametrize("bare", ["The President signed it.", "The Ombudsman and the Commissioner met on Friday."])
def test_a_bare_title_is_no_name(reader: Encoder, bare: str) -> None:
    assert not reader.read([bare])[0].names


@pytest.mark.model
def test_what_stands_beside_a_text_does_not_matter(reader: Encoder) -> None:
    alone = reader.read([TEXT])[0]
    assert reader.read(["Other words. " * 300, TEXT, ""])[1] == alone


@pytest.mark.slow
def test_floors_of_names(reader: Encoder, shared: Path, figures: Callable[[str], dict[str, float]]) -> None:
    found = figures("names")
    assert found["CoNLL++ dev"] >= 0.93
    assert found["GUM aside"] >= 0.74  # 0.08 above stock spaCy


@pytest.mark.slow
def test_floors_of_attributions(shared: Path, figures: Callable[[str], dict[str, float]]) -> None:
    assert figures("quotes")["PolNeAR dev"] >= 0.70


@pytest.fixture
def figures(reader: Encoder, shared: Path) -> Callable[[str], dict[str, float]]:
    from train import corpora, data, evaluate, settings

    def of(head: str) -> dict[str, float]:
        if head == "quotes":
            documents = corpora.polnear(shared / "bench" / "data" / "polnear-dev")
            return {"PolNeAR dev": evaluate.quotes(reader, documents).f1}
        aside = settings.load(Path(settings.__file__).parent / "settings.toml", []).hold_out
        sets = {
            "CoNLL++ dev": corpora.conll(shared / "train" / "conllpp" / "dev.txt"),
            "GUM aside": data.load(shared / "train", aside, polnear=False).test_names,
        }
        return {name: evaluate.names(reader, documents)["all"].f1 for name, documents in sets.items()}

    return of


@pytest.mark.model
def test_it_finds_figures_and_acts(reader: Encoder) -> None:
    text = "The Regional Court of Amsel sentenced Marko Dene to nine years on Friday. His men had killed 14 pupils."
    kinds = {text[f.start : f.end]: f.kinds[0].label for f in reader.read([text])[0].frames if f.kinds}
    assert kinds["sentenced"] == "Judgment" and kinds["14"] == "figure" and "men" not in kinds
    (pupils,) = (f for f in reader.read([text])[0].frames if text[f.start : f.end] == "14")
    assert pupils.attributes["action"][0].label == "killed"
    assert [text[w.start : w.end] for w in pupils.roles["counted"][1] if w.probability > 0.5] == ["pupils"]
