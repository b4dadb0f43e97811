"""The queue of a review: what the record is least sure of comes first."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

import pyoxigraph as ox

from onrecord.notebook.dataset import Dataset
from onrecord.notebook.rows import Row
from onrecord.store import Readable
from onrecord.values.decisions import Verdict

_SHOWN = 3  # sentences of one node
_EVEN = Decimal("0.5")  # of two figures that cannot both hold, one is wrong at least
_CAPITAL = re.compile("[A-Z]")
KINDS = ("figure", "statement", "act", "pair", "held back")
_FIGURE = ("text", "counted", "action", "asOf", "where", "reportedBy")
_STATEMENT = ("speaker", "saying", "date")
_ACT = ("type", "by", "byDescription", "against", "date", "standing")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person can settle by reading."""

    node: str  # IRI of a statement, or of an identity
    told: str  # what is on record, in one line
    doubt: Decimal  # probability that the record is wrong: 0 to 1; 0 too where none was measured
    why: str  # it is asked
    kind: str  # one of KINDS
    yes: Verdict | None  # None of what was held back: nothing of it is on record that could be decided on
    no: Verdict | None
    other: str = ""  # the second identity, where two may be one
    sentence: tuple[str, str] | None = None  # of what was held back, the source and the sentence

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others, whichever way its nodes are written."""
        return key(self.node, self.other)


def queue(reader: Readable, decided: Collection[tuple[str, str]] = ()) -> list[Doubt]:
    """All that can be reviewed and is not decided, most doubtful first; what is decided is given as its `key`.

    Raises:
        QueryError: the store cannot answer.
    """
    record = Dataset(reader)
    found = [*_figures(record), *_statements(record), *_acts(record), *_pairs(reader), *_held_back(reader)]
    known = {*decided, *(_key(row) for row in record.decisions())}
    return sorted((one for one in found if one.key not in known), key=lambda one: (-one.doubt, one.node, one.other))


def key(node: str, other: str = "") -> tuple[str, str]:
    """The `Doubt.key` of what a decision names."""
    first, second = _end(node), _end(other)
    return (min(first, second), max(first, second)) if second else (first, "")


def sentences(reader: Readable, item: Doubt) -> Iterator[tuple[str, str]]:
    """What has to be read to settle it: sources with their sentences, a few of each node, each once."""
    if item.sentence is not None:
        yield item.sentence
        return
    for node in filter(None, (item.node, item.other)):
        named = ox.NamedNode(node)
        members = islice(dict.fromkeys(row["member"] for row in reader.select("node-members", node=named)), _SHOWN)
        rows = (row for member in [*members] or [named] for row in reader.select("node-words", node=member))
        told = ((row["source"].value, row["sentence"].value) for row in rows if row["sentence"] is not None)
        yield from islice(dict.fromkeys(told), _SHOWN)


def _key(row: Row) -> tuple[str, str]:
    return key(str(row["node"]), str(row["other"] or ""))


def _end(node: str) -> str:
    return node.rsplit("/", 1)[-1]


def _figures(record: Dataset) -> Iterator[Doubt]:
    disputed = {str(row[side]) for row in record.disagreements() for side in ("one", "other")}
    for row in _each_once(record.figures(), "figure"):
        doubt = _doubt(row)
        why = f"{doubt:.0%} of such figures are misread"
        if row["figure"] in disputed and doubt < _EVEN:
            doubt, why = _EVEN, "another source gives a number that cannot hold beside it"
        yield _of_statement(row, "figure", _FIGURE, doubt, why)


def _statements(record: Dataset) -> Iterator[Doubt]:
    for row in _each_once(record.statements(), "statement"):
        doubt = _doubt(row)
        yield _of_statement(row, "statement", _STATEMENT, doubt, f"{doubt:.0%} of such attributions are misread")


def _doubt(row: Row) -> Decimal:
    """How often what is read as this was is wrong; 0 where it was not measured."""
    confidence = row["confidence"]
    return 1 - confidence if isinstance(confidence, Decimal) else Decimal(0)


def _acts(record: Dataset) -> Iterator[Doubt]:
    for row in _each_once(record.acts(), "act"):
        yield _of_statement(row, "act", _ACT, Decimal(0), "how often acts are misread is not measured one by one")


def _pairs(reader: Readable) -> Iterator[Doubt]:
    alike = _likenesses(reader)
    for row in reader.select("possibly-same"):
        node, other = row["node"].value, row["other"].value
        score, reason = alike.get(frozenset((node, other)), (Decimal(0), ""))
        yield Doubt(
            node=node,
            other=other,
            told=f"{row['name'].value} and {row['otherName'].value}: two, and may be one",
            doubt=score,
            why=reason,
            kind="pair",
            yes=Verdict.SAME,
            no=Verdict.DIFFERENT,
        )


def _held_back(reader: Readable) -> Iterator[Doubt]:
    for article, record in reader.records().items():
        for number, one in enumerate(record.rejections):
            yield Doubt(
                node=one.node or f"{article}#held-back-{number}",
                told=f"held back: {one.statement}",
                doubt=Decimal(0),
                why=f"{one.message} It is not on record",
                kind="held back",
                yes=None,
                no=None,
                sentence=(one.source, one.sentence),
            )


def _likenesses(reader: Readable) -> dict[frozenset[str], tuple[Decimal, str]]:
    """How alike the entities of two identities were found at most, and why; a store would take long to join it."""
    told: dict[str, tuple[Decimal, str, set[str]]] = {}
    for row in reader.select("likenesses"):
        score, reason = Decimal(row["score"].value), row["reason"].value
        told.setdefault(row["decision"].value, (score, reason, set()))[2].add(row["identity"].value)
    best: dict[frozenset[str], tuple[Decimal, str]] = {}
    for score, reason, identities in told.values():
        pair = frozenset(identities)
        best[pair] = max(best.get(pair, (score, reason)), (score, reason))
    return best


def _of_statement(row: Row, kind: str, columns: tuple[str, ...], doubt: Decimal, why: str) -> Doubt:
    told = ", ".join(_told(column, str(row[column])) for column in columns if row[column] is not None)
    return Doubt(
        node=str(row[kind]),
        told=f"{kind}: {told}",
        doubt=doubt,
        why=why,
        kind=kind,
        yes=Verdict.CONFIRMED,
        no=Verdict.MISREAD,
    )


def _told(column: str, value: str) -> str:
    """What a column says, in words; the words of the article stand in quotation marks."""
    if column == "text":
        return f"“{value}”"
    return f"{_CAPITAL.sub(lambda letter: f' {letter[0].lower()}', column)} {value.replace('_', ' ')}"


def _each_once(rows: Collection[Row], column: str) -> Iterator[Row]:
    """The first row of each node: a figure told in three sentences is asked for once."""
    first: dict[object, Row] = {}
    for row in rows:
        first.setdefault(row[column], row)
    return iter(first.values())
