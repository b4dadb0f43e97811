"""What a store says of nodes: their facts, by node and property."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from onrecord.chronology.asking import Row
from onrecord.chronology.values import Kind
from onrecord.graph.vocabulary import ONR, RDF

_KINDS = {
    ONR.Act: Kind.ACT,
    ONR.Accusation: Kind.ACCUSATION,
    ONR.Event: Kind.EVENT,
    ONR.Figure: Kind.FIGURE,
    ONR.Statement: Kind.STATEMENT,
    ONR.Position: Kind.POSITION,
}
_DAYS = (ONR.date, ONR.asOf, ONR.attested)
_TOGETHER = (ONR.sharedAct, ONR.sharedEvent, ONR.sharedFigure)


class Told:
    """The facts of some nodes."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """The facts in rows of node, property and value."""
        told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            told[row["node"]][row["property"]].append(row["value"])
        self._told: Mapping[str, Mapping[str, Sequence[str]]] = told

    def with_rows(self, rows: Iterable[Row], kept: Set[str]) -> "Told":
        """These facts of the nodes that are kept, with those in further rows."""
        more = Told(rows)
        more._told = {**{node: told for node, told in self._told.items() if node in kept}, **more._told}
        return more

    @property
    def nodes(self) -> Sequence[str]:
        """The nodes of which something is told, in order."""
        return sorted(self._told)

    def all(self, node: str, property: str) -> Sequence[str]:
        """The values of a property, in order."""
        return self._told.get(node, {}).get(property, ())

    def one(self, node: str, property: str) -> str:
        """The first value of a property; '' where there is none."""
        return next(iter(self.all(node, property)), "")

    def kind(self, node: str) -> Kind | None:
        """What a node is in a chronology; None of anything else."""
        return next((_KINDS[one] for one in self.all(node, RDF.type) if one in _KINDS), None)

    def is_shared(self, node: str) -> bool:
        """Whether a node stands for what several articles tell."""
        return any(one in (ONR.SharedAct, ONR.SharedEvent) for one in self.all(node, RDF.type))

    def day(self, node: str) -> str:
        """The day that an article gives it, of whichever sort; '' where it gives none."""
        return next((day for property in _DAYS if (day := self.one(node, property))), "")

    def together(self, node: str) -> str:
        """What stands for a node and all those that tell the same in other articles: itself, where it is alone."""
        return next((shared for property in _TOGETHER if (shared := self.one(node, property))), node)


def article_of(node: str) -> str:
    """The article that says it."""
    return node.partition("#")[0]
