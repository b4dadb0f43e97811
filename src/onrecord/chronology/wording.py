"""What entries say, each in one line: the labels of the word lists, names, and the article's words."""

from collections.abc import Callable, Mapping, Sequence

from onrecord.chronology.told import Told
from onrecord.chronology.values import Kind
from onrecord.graph.iri import term_of
from onrecord.graph.vocabulary import ONR, ORG, SDO
from onrecord.lexicon import lexicon
from onrecord.lexicon.amounts import amount
from onrecord.lexicon.official_acts import has

Names = Mapping[str, str]  # of people, bodies and places, by IRI
_LINKS = (
    *(ONR.by, ONR.against, ONR.soughtBy, ONR.acquits, ONR.madeIn, ONR.accused, ONR.allegedBy, ONR.speaker, ONR.saidIn),
    *(ONR.reportedBy, ONR.agent, ONR.where, ORG.member, ORG.organization),
)


def named(told: Told, node: str) -> list[str]:
    """The people, bodies and places that a line about a node names."""
    return [value for property in _LINKS for value in told.all(node, property)]


@lexicon.derived
def _labels() -> Mapping[str, str]:
    known = lexicon.load()
    return {concept.iri: concept.label for scheme in known.schemes for concept in known.scheme(scheme)}


def label(iri: str) -> str:
    """The label of a term of the word lists, or else the end of its IRI."""
    return _labels().get(iri) or term_of(iri).replace("_", " ")


class Line:
    """Words what an article tells of a node."""

    def __init__(self, told: Told, names: Names, node: str) -> None:
        self._told, self._names, self._node = told, names, node

    def text(self, kind: Kind) -> str:
        """The line, beginning with a capital."""
        line = _WORDED[kind](self)
        return " ".join((line[:1].upper() + line[1:]).split())

    def _one(self, property: str) -> str:
        return self._told.one(self._node, property)

    def _who(self, *properties: str) -> str:
        found = [self._names.get(one, term_of(one)) for name in properties for one in self._told.all(self._node, name)]
        return _listed(list(dict.fromkeys(found)))

    def _act(self) -> str:
        of = self._one(ONR.actType)
        between = "between" if has(term_of(of), "mutual") else "against"
        return _joined(
            label(of),
            ("by", self._who(ONR.by) or self._one(ONR.byDescription)),
            ("sought by", self._who(ONR.soughtBy)),
            (between, self._who(ONR.against)),
            ("acquitting", self._who(ONR.acquits)),
            ("in", self._who(ONR.madeIn)),
            ("no.", self._one(ONR.number)),
            (", about", self._one(ONR.subject)),
        )

    def _accusation(self) -> str:
        return _joined(
            self._who(ONR.accused),
            (":", label(self._one(ONR.progress))),
            ("by", self._who(ONR.allegedBy) or self._one(ONR.byDescription)),
            (":", f"“{self._one(ONR.allegation)}”"),
        )

    def _event(self) -> str:
        return _joined(label(self._one(ONR.eventKind)), (":", self._one(SDO.name)), ("in", self._who(ONR.where)))

    def _figure(self) -> str:
        return _joined(
            f"{self._amount()} {self._one(ONR.counted)}",
            (":", self._unusual(ONR.action)),
            ("", self._in_brackets(ONR.scope)),
            (", by", self._who(ONR.agent)),
            (", in", self._who(ONR.where)),
            ("; reported by", self._who(ONR.reportedBy)),
            (";", self._unusual(ONR.factuality)),
            (";", "taken back" if self._one(ONR.withdrawn) == "true" else ""),
        )

    def _amount(self) -> str:
        return amount(self._one(ONR.value), self._one(ONR.upper), self._one(ONR.hedge), label)

    def _unusual(self, property: str) -> str:
        """The label of a term, unless it is the one that holds where the text says nothing else."""
        told = self._one(property)
        usual = lexicon.load().default(term_of(property))
        return "" if told in ("", usual.iri) else label(told)

    def _in_brackets(self, property: str) -> str:
        told = self._unusual(property)
        return f"({told})" if told else ""

    def _statement(self) -> str:
        saying = self._one(ONR.saying)
        return _joined(
            label(saying) if saying else "statement",
            ("by", self._who(ONR.speaker) or "somebody whom the article does not name"),
            (",", self._one(ONR.speechForm)),
            (",", self._one(ONR.venue)),
        )

    def _position(self) -> str:
        tenure = self._one(ONR.tenure)
        return _joined(
            self._who(ORG.member),
            (",", self._one(SDO.roleName)),
            (",", self._who(ORG.organization)),
            (":", label(tenure) if tenure else ""),
        )


_WORDED: Mapping[Kind, Callable[[Line], str]] = {
    Kind.ACT: Line._act,
    Kind.ACCUSATION: Line._accusation,
    Kind.EVENT: Line._event,
    Kind.FIGURE: Line._figure,
    Kind.STATEMENT: Line._statement,
    Kind.POSITION: Line._position,
}


def _joined(first: str, *parts: tuple[str, str]) -> str:
    """The first part and those after it that are told, each behind the words that lead to it."""
    line = first
    for lead, part in parts:
        if part:
            line += f"{lead} {part}" if lead[:1] in (",", ";", ":") else f" {lead} {part}"
    return line


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
