"""The facts of a named graph, to be asked by subject and property; terms as texts, IRIs and literals alike."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.graph.vocabulary import OA, ONR, RDF
from onrecord.verification.failure import Failure

_UNTOLD = (RDF.type, ONR.evidence, ONR.mention, ONR.sentence, OA.hasSource, OA.hasSelector)
_LONGEST = 200  # characters of a statement that are shown


class Facts:
    """What a graph says of each subject."""

    def __init__(self, ntriples: bytes, name: str) -> None:
        """The facts of the graph of this name, given as N-Triples."""
        self.name, self.ntriples = name, ntriples
        told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        referring: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for triple in ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES):
            subject, predicate, value = (_value(term) for term in (triple.subject, triple.predicate, triple.object))
            told[subject][predicate].append(value)
            if isinstance(triple.object, ox.NamedNode):
                referring[value].append((subject, predicate))
        self._told, self._referring = told, referring

    @property
    def size(self) -> int:
        """How many statements there are."""
        return sum(len(values) for told in self._told.values() for values in told.values())

    @property
    def subjects(self) -> Sequence[str]:
        """All of which something is said, in order."""
        return sorted(self._told)

    def of(self, subject: str) -> Mapping[str, Sequence[str]]:
        """What is said of a subject, by property."""
        return self._told.get(subject, {})

    def all(self, subject: str, predicate: str) -> list[str]:
        """The values of a property, in order."""
        return sorted(self.of(subject).get(predicate, ()))

    def one(self, subject: str, predicate: str) -> str:
        """The first value of a property; '' where there is none."""
        return min(self.of(subject).get(predicate, ()), default="")

    def term(self, subject: str, predicate: str) -> str:
        """The term of a word list that is the value of a property; '' where there is none."""
        return iri.term_of(self.one(subject, predicate))

    def is_a(self, subject: str, kind: str) -> bool:
        """Whether a subject is of a class."""
        return kind in self.of(subject).get(RDF.type, ())

    def having(self, predicate: str) -> Iterator[str]:
        """The subjects that have a property, in order."""
        return (subject for subject in self.subjects if predicate in self._told[subject])

    def referring(self, value: str, predicate: str) -> list[str]:
        """The subjects of which a node is the value of a property, in order."""
        return sorted(subject for subject, by in self._referring.get(value, ()) if by == predicate)

    def stretch(self, evidence: str) -> tuple[int, int]:
        """The offsets of a stretch of text; (-1, -1) of what is none."""
        for selector in self.all(evidence, OA.hasSelector):
            start, end = self.one(selector, OA.start), self.one(selector, OA.end)
            if start.isdecimal() and end.isdecimal():
                return int(start), int(end)
        return -1, -1

    def exact(self, evidence: str) -> str:
        """The words of a stretch of text."""
        return "".join(self.one(selector, OA.exact) for selector in self.all(evidence, OA.hasSelector))

    def sentence(self, node: str) -> str:
        """The first sentence behind a node; '' where there is none."""
        if OA.hasSelector in self.of(node):
            stretches = [node]
        else:
            stretches = [one for told in (ONR.evidence, ONR.mention) for one in self.all(node, told)]
            stretches += [
                one for owner, told in self._referring.get(node, ()) if told == OA.hasSelector for one in [owner]
            ]
        for stretch in sorted(stretches, key=self.stretch):
            for place in (*self.all(stretch, ONR.sentence), stretch):
                if words := self.exact(place):
                    return words
        return ""

    def failure(self, node: str, what: str) -> Failure:
        """That something is wrong with a node."""
        article = node.partition("#")[0]
        source = self.one(article, ONR.source) or self.one(self.name, ONR.source) or _local(self.name)
        return Failure(source, what, self._statement(node), self.sentence(node))

    def _statement(self, node: str) -> str:
        said = ", ".join(
            f"{_local(predicate)} {_local(value)}"
            for predicate, values in sorted(self.of(node).items())
            for value in sorted(values)
            if predicate not in _UNTOLD
        )
        return f"{_local(node)}{': ' if said else ''}{said}"[:_LONGEST]


def told(triple: ox.Triple) -> str:
    """What a triple says of its subject, for people."""
    return f"{_local(triple.predicate.value)} {_local(_value(triple.object))}"


def _value(term: object) -> str:
    if not isinstance(term, ox.NamedNode | ox.Literal):
        return str(term)
    return str(term.value)


def _local(name: str) -> str:
    """The end of an IRI, of an article's node the fragment; a literal as it is."""
    if not name.startswith(("http://", "https://")):
        return name
    return name.rpartition("#")[2] if "#" in name else name.rstrip("/").rsplit("/", 1)[-1]
