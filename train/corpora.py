"""The annotated corpora, read into one form: texts with names, or with attributions, by character offsets."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Named = tuple[int, int, str]  # start, end, PERSON | ORG | PLACE
Place = tuple[int, int]
LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its names. `starts_line` where the layout is known."""

    text: str
    names: tuple[Named, ...]
    starts_line: bool | None = None


@dataclass(frozen=True, slots=True)
class NamesDocument:
    """A document annotated with names."""

    id: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution; each part may be in several pieces, or absent."""

    sources: tuple[Place, ...]
    cues: tuple[Place, ...]
    contents: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class QuotesDocument:
    """A document annotated with attributions."""

    id: str
    text: str
    said: tuple[Said, ...]


def conll(path: Path) -> list[NamesDocument]:
    """CoNLL-2003 columns: the word first, the tag last; documents begin at -DOCSTART-."""
    return _columns(path, lambda fields: (fields[0], fields[-1]), lambda line: line.startswith("-DOCSTART-"))


def wikigold(path: Path) -> list[NamesDocument]:
    """WikiGold: number, word, tag; sentences are numbered from 0 in each article."""
    return _columns(path, lambda fields: (fields[1], fields[2]), lambda line: "-DOCSTART-" in line)


def uner(path: Path) -> list[NamesDocument]:
    """Universal NER: word and tag in the second and third column."""
    return _columns(path, lambda fields: (fields[1], fields[2]), lambda line: line.startswith("# newdoc"))


def _columns(
    path: Path, fields: Callable[[list[str]], tuple[str, str]], starts: Callable[[str], bool]
) -> list[NamesDocument]:
    documents: list[list[Sentence]] = [[]]
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if starts(line):
            documents.append([])
        elif line.strip() and not (line.startswith("# ") and " = " in line):
            words.append(fields(line.split()))
        elif words:
            documents[-1].append(_from_tags(words))
            words = []
    return [
        NamesDocument(f"{path.parent.name}-{path.stem}-{number}", tuple(sentences))
        for number, sentences in enumerate(documents)
        if sentences
    ]


def _from_tags(words: Sequence[tuple[str, str]]) -> Sentence:
    text, places = detokenize([word for word, _ in words])
    names: list[Named] = []
    before = "O"
    for (start, end), (_, tag) in zip(places, words, strict=True):
        label = LABELS.get(tag[2:])
        if label and tag[0] == "I" and before[2:] == tag[2:]:
            names[-1] = (names[-1][0], end, label)
        elif label:
            names.append((start, end, label))
        before = tag
    return Sentence(text, tuple(names))


def detokenize(words: Sequence[str]) -> tuple[str, list[Place]]:
    """Running text of words that a corpus has split, with the place of each word in it."""
    text, places, open_quote, glue = "", [], False, True
    for before, word in zip(["", *words], words, strict=False):
        if word == '"' and before in {",", ".", "!", "?"}:
            open_quote = True
        closes = (
            word in {",", ".", ";", ":", "!", "?", ")", "]", "%", "'"}
            or word in {"n't", "''"}
            or bool(re.fullmatch(r"'(s|re|ve|ll|d|m|S)", word))
            or (word == '"' and open_quote)
        )
        if not glue and not closes:
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glue = word in {"(", "[", "$", "``", "#"} or (word == '"' and not open_quote)
        if word == '"':
            open_quote = not open_quote
    return text, places


def polnear(folder: Path) -> list[QuotesDocument]:
    """PolNeAR: `text/*.txt` with brat standoff in `attributions/`; of several annotators the first."""
    documents = []
    for path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(path.stem + "_????.ann"))
        if annotated:
            text = path.read_bytes().decode("utf-8")
            documents.append(QuotesDocument(path.stem, text, tuple(_brat(annotated[0]))))
    return documents


def _brat(path: Path) -> Iterator[Said]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if "\t" in line]
    places: dict[str, list[Place]] = {}
    for name, body in (row[:2] for row in rows if row[0].startswith("T")):
        numbers = [int(n) for n in re.findall(r"\d+", body.partition(" ")[2])]
        places[name] = list(zip(numbers[::2], numbers[1::2], strict=True))
    for row in rows:
        if row[0].startswith("E"):
            roles: dict[str, list[Place]] = defaultdict(list)
            for part in row[1].split():
                role, _, name = part.partition(":")
                roles[role.rstrip("0123456789")] += places[name]
            if roles["Content"]:
                yield Said(*(tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content")))


def hold_out(items: Sequence[str], every: int) -> frozenset[str]:
    """Each `every`-th of the sorted ids: a choice that does not change from run to run."""
    return frozenset(sorted(items)[every // 2 :: every])
