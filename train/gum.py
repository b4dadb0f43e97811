"""GUM: its names in the form of the other corpora."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from train.corpora import Named, NamesDocument, Place, Sentence, with_courts


def names(paths: Iterable[Path]) -> list[NamesDocument]:
    """GUM's CoNLL-U: names are the proper nouns at the head of a person, an organization or a place.

    GUM takes a state that acts for an organization; here a name that is a place anywhere is one everywhere.
    """
    documents = [_document(path) for path in sorted(paths)]
    seats = {s.text[a:b] for d in documents for s in d.sentences for a, b, label in s.names if label == "PLACE"}

    def settle(text: str, name: Named) -> Named:
        start, end, label = name
        place = label == "ORG" and text[start:end] in seats
        return (start, end, "PLACE") if place else name

    return [
        with_courts(
            NamesDocument(
                d.id,
                tuple(Sentence(s.text, tuple(settle(s.text, n) for n in s.names), s.starts_line) for s in d.sentences),
            )
        )
        for d in documents
    ]


def _document(path: Path) -> NamesDocument:
    return NamesDocument(path.stem, tuple(_sentence(words) for words in _sentences(path)))


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence of GUM: the columns of each word, and where it stands in the running text."""

    columns: Sequence[list[str]]
    text: str
    places: Sequence[Place]
    starts_line: bool


def _sentences(path: Path) -> Iterator[_Words]:
    lines: list[list[str]] = []
    starts_line = True
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newpar"):
            starts_line = True
        elif line and not line.startswith("#"):
            lines.append(line.split("\t"))
        elif not line and lines:
            yield _words(lines, starts_line)
            lines, starts_line = [], False


TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
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


def _words(lines: Sequence[list[str]], starts_line: bool) -> _Words:
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
    return _Words(words, text.rstrip(), places, starts_line)


def _sentence(words: _Words) -> Sentence:
    taken: set[int] = set()
    found: list[Named] = []
    cores = (_core(words.columns, m.first, m.last, m.kind) for m in _mentions(words.columns))
    for first, last, label in sorted((c for c in cores if c), key=lambda c: c[0] - c[1]):
        if not taken & set(range(first, last + 1)):
            taken |= set(range(first, last + 1))
            found.append((words.places[first][0], words.places[last][1], label))
    return Sentence(words.text, tuple(sorted(found)), words.starts_line)


@dataclass(frozen=True, slots=True)
class _Mention:
    """First and last word of a mention, its type, and the number of what it stands for in the document."""

    first: int
    last: int
    kind: str
    thing: str


def _mentions(words: Sequence[list[str]]) -> Iterator[_Mention]:
    """The mentions of a sentence: `(4-person-...` opens, `4)` closes, `(4-person-...)` does both."""
    opened: list[tuple[str, int, str]] = []
    for i, fields in enumerate(words):
        value = re.search(r"(?:^|\|)Entity=([^|]*)", fields[9])
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", value[1]) if value else ():
            number, _, rest = mark.strip("()").partition("-")
            kind = rest.partition("-")[0]
            if not mark.startswith("("):
                index = max(k for k, (n, _, _) in enumerate(opened) if n == number)
                _, first, kind = opened.pop(index)
                yield _Mention(first, i, kind, number)
            elif mark.endswith(")"):
                yield _Mention(i, i, kind, number)
            else:
                opened.append((number, i, kind))


def _core(words: Sequence[list[str]], first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    """The name within a mention: the run of proper nouns around its head, without titles. None where it has none."""
    label = TYPES.get(kind)
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
