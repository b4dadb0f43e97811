"""The annotated corpora, read into one form: texts with names, or with attributions, by character offsets."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
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


def gum(paths: Iterable[Path]) -> list[NamesDocument]:
    """GUM's CoNLL-U: names are the proper nouns at the head of a person, an organization or a place.

    GUM takes a state that acts for an organization; here a name that is a place anywhere is one everywhere.
    """
    documents = [_gum_document(path) for path in sorted(paths)]
    seats = {s.text[a:b] for d in documents for s in d.sentences for a, b, label in s.names if label == "PLACE"}

    def settle(text: str, name: Named) -> Named:
        start, end, label = name
        place = label == "ORG" and text[start:end] in seats
        return (start, end, "PLACE") if place else name

    return [
        NamesDocument(
            d.id, tuple(Sentence(s.text, tuple(settle(s.text, n) for n in s.names), s.starts_line) for s in d.sentences)
        )
        for d in documents
    ]


def _gum_document(path: Path) -> NamesDocument:
    sentences, lines, starts_line = [], [], True
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newpar"):
            starts_line = True
        elif line and not line.startswith("#"):
            lines.append(line.split("\t"))
        elif not line and lines:
            sentences.append(_gum_sentence(lines, starts_line))
            lines, starts_line = [], False
    return NamesDocument(path.stem, tuple(sentences))


GUM_TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
TITLES = frozenset(
    "president vice premier prime minister secretary general senator sen rep representative congressman congresswoman "
    "governor gov mayor chancellor ambassador envoy commissioner ombudsman chairman chairwoman chair director chief "
    "head judge justice prosecutor attorney captain capt major colonel col lieutenant lt sergeant sgt admiral officer "
    "doctor dr professor prof mr mrs ms miss sir lord lady dame king queen prince princess emperor empress sultan emir "
    "pope bishop archbishop cardinal father sister brother saint rabbi imam sheikh coach spokesman spokeswoman "
    "spokesperson deputy speaker state foreign defense defence his her excellency majesty honor honour mom dad mum "
    "mother uncle aunt grandma grandpa reverend rev administrator "
    "petitioner respondent defendant plaintiff counsel tsar earl duke duchess count fellow sheriff member protector "
    "founder god constable clerk bailiff superintendent inspector marshal treasurer lords".split()
)


def _gum_sentence(lines: Sequence[list[str]], starts_line: bool) -> Sentence:
    words = [fields for fields in lines if fields[0].isdigit()]
    unspaced = {
        n
        for fields in lines
        if "SpaceAfter=No" in fields[9]
        for n in (
            [int(fields[0])] if fields[0].isdigit() else [int(fields[0].partition("-")[2])] if "-" in fields[0] else []
        )
    }
    joined = {n for fields in lines if "-" in fields[0] for n in range(*map(int, fields[0].split("-")))}
    text, places = "", []
    for fields in words:
        places.append((len(text), len(text) + len(fields[1])))
        text += fields[1] + ("" if int(fields[0]) in unspaced | joined else " ")
    taken: set[int] = set()
    names: list[Named] = []
    cores = (_core(words, first, last, kind) for first, last, kind in _gum_mentions(words))
    for first, last, label in sorted((c for c in cores if c), key=lambda c: c[0] - c[1]):
        if not taken & set(range(first, last + 1)):
            taken |= set(range(first, last + 1))
            names.append((places[first][0], places[last][1], label))
    return Sentence(text.rstrip(), tuple(sorted(names)), starts_line)


def _gum_mentions(words: Sequence[list[str]]) -> Iterator[tuple[int, int, str]]:
    """First and last word and type of each mention: `(4-person-...` opens, `4)` closes, `(4-person-...)` does both."""
    opened: list[tuple[str, int, str]] = []
    for i, fields in enumerate(words):
        value = re.search(r"(?:^|\|)Entity=([^|]*)", fields[9])
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", value[1]) if value else ():
            number, _, rest = mark.strip("()").partition("-")
            if not mark.startswith("("):
                index = max(k for k, (n, _, _) in enumerate(opened) if n == number)
                _, first, kind = opened.pop(index)
                yield first, i, kind
            elif mark.endswith(")"):
                yield i, i, rest.partition("-")[0]
            else:
                opened.append((number, i, rest.partition("-")[0]))


def _core(words: Sequence[list[str]], first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    """The name within a mention: the run of proper nouns around its head, without titles. None where it has none."""
    label = GUM_TYPES.get(kind)
    inside = range(first, last + 1)
    heads = [i for i in inside if int(words[i][6]) - 1 not in inside]
    if label is None or not heads:
        return None
    proper = [i in inside and words[i][4] in ("NNP", "NNPS") for i in range(len(words))]
    head = heads[0]
    if not proper[head] and label == "PERSON":  # 'the lawyer Ann Lee': the name hangs on a common noun
        head = next(
            (
                i
                for i in inside
                if proper[i]
                and int(words[i][6]) - 1 == head
                and words[i][7].split(":")[0] in ("flat", "appos", "nmod")
                and 0 < i - head < 4
            ),
            head,
        )
    if not proper[head]:
        return None
    low = high = head
    while (low > first and proper[low - 1]) or (low > first + 1 and words[low - 1][1] in "-–&" and proper[low - 2]):
        low -= 1
    while step := _step(words, proper, high, last, label):
        high += step
    if label == "PERSON":
        if words[head][4] == "NNPS":  # 'Americans', 'Democrats'
            return None
        while low < high and any(_is_title(words[i]) for i in range(low, high)):  # 'NASA Administrator Charles Bolden'
            low += 1
        while low < high and words[low][1] in "-–":  # what is left of 'Governor-General'
            low += 1
        if _is_title(words[low]):  # a bare title ('the President') is no name
            return None
        if high < last and words[high + 1][1] == "." and len(words[high][1]) == 1:
            high += 1
    return low, high, label


def _is_title(fields: Sequence[str]) -> bool:
    return fields[1].lower().strip(".") in TITLES


def _step(words: Sequence[list[str]], proper: Sequence[bool], high: int, last: int, label: str) -> int:
    """How many words further a name runs: to the next proper noun, over what may stand within such a name."""
    ahead = [words[i][1].lower() for i in range(high + 1, min(last, high + 3) + 1)]
    joints: tuple[tuple[str, ...], ...] = ((), ("-",), ("–",), ("&",), (".",))
    if label != "PERSON":
        joints += (("of",), ("of", "the"))
    if label == "ORG":
        joints += (("and",), ("for",), ("for", "the"), ("on",))
    for joint in joints:
        if tuple(ahead[: len(joint)]) == joint and len(ahead) > len(joint) and proper[high + len(joint) + 1]:
            return len(joint) + 1
    return 0


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
