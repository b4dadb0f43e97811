"""Triples as N-Triples, and N-Triples as rdflib's graphs."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

import rdflib
from rdflib import Dataset, Graph
from rdflib.term import Node
from rdflib.util import guess_format

from onrecord.graph.terms import Literal, Triple, literal, reference, typed
from onrecord.values.ntriples import Ntriples, pack, unpack

_STRETCH = 20_000  # lines: more than those of an article of a newspaper


def to_ntriples(told: Graph | Iterable[Triple]) -> str:
    """Triples as N-Triples, each once, in a fixed order.

    Raises:
        ValueError: an IRI or a text among them cannot be written.
    """
    triples = ((str(s), str(p), _value(o)) for s, p, o in told) if isinstance(told, Graph) else told
    return "".join(sorted({line for _, line in _lines(triples)}))


def _lines(triples: Iterable[Triple]) -> Iterator[tuple[str, str]]:
    """The subject and the line of each triple."""
    for subject, predicate, value in triples:
        if value is not None:
            thing = value if type(value) is Literal else reference(value)
            yield subject, f"{reference(subject)} {reference(predicate)} {thing} .\n"


def packed(triples: Iterable[Triple]) -> Ntriples:
    """Triples as N-Triples, each once; in a fixed order where they are told in one.

    Never more than a few stretches of them are held unpacked: a subject has its place in the stretch in which it is
    told first, where what is told of it later is put in at the end.

    Raises:
        ValueError: an IRI or a text among them cannot be written.
    """
    stretches = _Stretches()
    for subject, line in _lines(triples):
        stretches.add(subject, line)
    return stretches.packed()


class _Stretches:
    """Stretches of lines while a graph is written, packed but for what was added last."""

    def __init__(self) -> None:
        self._last = 0
        self._place: dict[int, int] = {}  # the stretch of a subject, by its checksum: two of one share a stretch
        self._open: dict[int, set[str]] = defaultdict(set)
        self._packed: dict[int, list[bytes]] = defaultdict(list)
        self._late = 0

    def add(self, subject: str, line: str) -> None:
        at = self._place.setdefault(zlib.crc32(subject.encode("utf-8", "surrogatepass")), self._last)
        self._open[at].add(line)
        self._late += at != self._last
        if self._late >= _STRETCH:
            self._pack()
        elif len(self._open[self._last]) >= _STRETCH:
            self._pack()
            self._last += 1

    def _pack(self) -> None:
        for at, lines in self._open.items():
            self._packed[at].append(pack("".join(sorted(lines))))
        self._open.clear()
        self._late = 0

    def packed(self) -> Ntriples:
        if self._open:
            self._pack()
        return Ntriples(tuple(map(_one, (self._packed[at] for at in sorted(self._packed)))))


def _one(parts: list[bytes]) -> bytes:
    """Parts of one stretch as one, each line once."""
    if len(parts) == 1:
        return parts[0]
    lines = {line for part in parts for line in unpack(part).split("\n") if line}
    return pack("".join(f"{line}\n" for line in sorted(lines)))


def _value(term: Node) -> str | Literal:
    """A term of rdflib as ours."""
    if not isinstance(term, rdflib.Literal):
        return str(term)
    if term.language:
        return Literal(f"{literal(term)}@{term.language}")
    return typed(term, term.datatype) if term.datatype else literal(term)


def of_ntriples(lines: str) -> Graph:
    """The graph that N-Triples write."""
    return Graph().parse(data=lines, format="nt11")


def of_triples(triples: Iterable[object]) -> Graph:
    """The graph of triples that write themselves in N-Triples, as the store's do."""
    return of_ntriples("".join(f"{triple} .\n" for triple in triples))


def parsed(content: bytes, name: str) -> Graph:
    """The triples of all graphs that an RDF file holds; the end of its `name` says in which format.

    Raises:
        ValueError: it is not RDF that can be read; the message says where.
    """
    dataset = Dataset()
    try:
        dataset.parse(data=content, format=guess_format(name))
    except Exception as error:  # each of rdflib's parsers raises its own kinds
        raise ValueError(" ".join(str(error).split())) from error
    graph = Graph()
    for subject, predicate, thing, _ in dataset.quads():
        graph.add((subject, predicate, thing))
    return graph
