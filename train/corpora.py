"""The annotated corpora, read into one form: texts with names, or with attributions, by character offsets."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

Named = tuple[int, int, str]  # start, end, PERSON | ORG | PLACE | COURT
Place = tuple[int, int]
LABELS = {
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "PLACE",
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "PLACE",
    "Facility": "PLACE",
}
COURTS = re.compile(r"\b(Courts?|Tribunals?|(Pre-)?Trial Chambers?|Appeals? Chambers?|Grand Chamber)\b(?! TV)")


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


def worldwide(path: Path) -> list[NamesDocument]:
    """One article of worldwide newswire: its address on the first line, then word and tag by tabs."""
    words: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) > 1 and cells[0].strip():
            words[-1].append((cells[0], cells[1]))
        elif words[-1]:
            words.append([])
    return [with_courts(NamesDocument(f"worldwide-{path.stem}", tuple(_from_tags(s, "-/") for s in words if s)))]


def with_courts(document: NamesDocument) -> NamesDocument:
    """The document with its courts as a kind of their own: bodies named so, and the initials of one of these."""
    bodies = {s.text[a:b] for s in document.sentences for a, b, label in s.names if label == "ORG"}
    courts = {name for name in bodies if COURTS.search(name)}
    courts |= bodies & {"".join(re.findall(r"\b[A-Z]", name)) for name in courts}

    def kind(name: str, label: str) -> str:
        return "COURT" if label == "ORG" and name in courts else label

    return NamesDocument(
        document.id,
        tuple(
            replace(s, names=tuple((a, b, kind(s.text[a:b], label)) for a, b, label in s.names))
            for s in document.sentences
        ),
    )


def shorn(text: str, start: int, end: int) -> Place:
    """A name without 'the' before it and without the possessive at its end, as in all our corpora."""
    name = text[start:end]
    before = len(name) - len(re.sub(r"^[Tt]he (?=\S)", "", name))
    return start + before, end - len(name) + len(re.sub(r"(?<=\w)['’]s$", "", name))


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
        with_courts(NamesDocument(f"{path.parent.name}-{path.stem}-{number}", tuple(sentences)))
        for number, sentences in enumerate(documents)
        if sentences
    ]


def _from_tags(words: Sequence[tuple[str, str]], inner: str = "") -> Sentence:
    text, places = detokenize([word for word, _ in words], inner)
    names: list[Named] = []
    before = "O"
    for (start, end), (_, tag) in zip(places, words, strict=True):
        label = LABELS.get(tag[2:])
        if label and tag[0] in "IE" and before[2:] == tag[2:]:
            names[-1] = (names[-1][0], end, label)
        elif label:
            names.append((start, end, label))
        before = tag
    return Sentence(text, tuple((*shorn(text, start, end), label) for start, end, label in names))


def detokenize(words: Sequence[str], inner: str = "") -> tuple[str, list[Place]]:
    """Running text of words that a corpus has split, with the place of each word in it.

    `inner`: marks that the corpus split off within words, such as hyphens.
    """
    text, places, open_quote, glue = "", [], False, True
    for before, word in zip(["", *words], words, strict=False):
        if word == '"' and before in {",", ".", "!", "?"}:
            open_quote = True
        closes = (
            word in set(",.;:!?)]}%'’”…") | set(inner)
            or word in {"n't", "n’t", "''"}
            or bool(re.fullmatch(r"['’](s|re|ve|ll|d|m|S)", word))
            or (before in {"'", "’"} and word in {"s", "t", "re", "ve", "ll", "d", "m"})
            or (word == '"' and open_quote)
        )
        if not glue and not closes:
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glue = word in set("([{$#“‘") | set(inner) | {"``"} or (word == '"' and not open_quote)
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
