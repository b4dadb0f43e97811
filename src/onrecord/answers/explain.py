"""Why the graph says it: a node, what was decided about it, and the sentences behind it.

Of a node that is no longer on record it is told from the record as it last held it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.answers.naming import called
from onrecord.errors import UsageError
from onrecord.store import Readable
from onrecord.values.decisions import Verdict, correction, with_basis


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the explanation; what a deeper line says belongs to the last one above it that is less deep."""

    depth: int
    text: str


def why(reader: Readable, wanted: str, earlier: Callable[[str], Readable] | None = None) -> Iterator[Line]:
    """Explain the node that `wanted` names: an IRI, the end of one as the tables show it, or a name.

    Args:
        reader: the store.
        wanted: names the node.
        earlier: gives the record as the commit of this time (`onr:lastOnRecord`) found it.

    Raises:
        UsageError: nothing in the store is called that; or it is no longer on record, and the store has no history.
        StoreError: the record as it last held the node cannot be read.
    """
    nodes = called(reader, wanted)
    if not nodes:
        raise UsageError(f"nothing in the store is called {wanted!r}: give an IRI, the end of one, or a name")
    for node in nodes:
        yield Line(0, node.value)
        became = [row["present"] for row in reader.select("became", node=node)]
        for present in became:
            yield Line(1, f"became {_tail(present)}, which is who it is taken for now")
            yield from why(reader, present.value, earlier)
        if became:
            continue
        last = ""
        for row in reader.select("node-standing", node=node):
            last = row["last"].value if row["last"] is not None else ""
            yield from _standing(row)
        yield from _explained(earlier(last) if last and earlier else reader, node)


def _standing(row: ox.QuerySolution) -> Iterator[Line]:
    """Since when a node is on record, or until when it was, and what took whose place."""
    first, last = (row[column].value if row[column] is not None else "" for column in ("first", "last"))
    if last:
        by = row["superseding"]
        after = "nothing supersedes it" if by is None else f"superseded by {_tail(by)}"
        yield Line(1, f"on record {f'from {first} ' if first else ''}until {last}: {after}")
    elif first:
        yield Line(1, f"on record since {first}")
    if row["superseded"] is not None:
        yield Line(1, f"supersedes {_tail(row['superseded'])}")


def _explained(reader: Readable, node: ox.NamedNode) -> Iterator[Line]:
    decided = list(reader.select("node-user-decisions", node=node))
    bases, corrected = reader.select("node-bases", node=node), set(_corrected(decided))
    sure = {name: _sureness(row) for row in bases if (name := _name(row["field"])) not in corrected}
    for row in reader.select("node-values", node=node):
        name = _name(row["property"])
        yield Line(1, f"{name} {_tail(row['value'])}{sure.pop(name, '')}")
    for name, how in sure.items():
        yield Line(1, f"{name} not told{how}")
    for row in reader.select("node-merges", node=node):
        yield Line(1, f"one by {row['score'].value}: {row['reason'].value}")
        yield Line(2, _tail(row["left"]))
        yield Line(2, _tail(row["right"]))
    for row in decided:
        named = " / ".join(_tail(row[column]) for column in ("named", "other", "value") if row[column] is not None)
        verdict = _tail(row["verdict"]).replace("_", " ")
        yield Line(1, f"decided by {row['by'].value} on {row['on'].value} ({row['file'].value}): {verdict}: {named}")
        if row["why"] is not None:
            yield Line(2, _flat(row["why"].value))
        if row["former"] is not None:
            yield Line(2, f"was read to say {_flat(row['former'].value)}")
    for row in reader.select("node-possibly-same", node=node):
        reason = f"{row['name'].value}, {row['score'].value}: {row['reason'].value}"
        yield Line(1, f"possibly the same as {_tail(row['other'])} ({reason})")
    members = list(dict.fromkeys(row["member"] for row in reader.select("node-members", node=node)))
    for place in sorted(members, key=str) or [node]:
        yield from _words(reader, place)


def _corrected(decided: Iterable[ox.QuerySolution]) -> Iterator[str]:
    """The fields that users corrected, and those that are decided with them: nothing is told of how they were read."""
    for row in decided:
        if row["value"] is not None and _tail(row["verdict"]) == Verdict.CORRECTED:
            yield from with_basis(correction(row["value"].value)[0])


def _words(reader: Readable, node: ox.NamedNode) -> Iterator[Line]:
    """The words behind a node, each with its rule, the encoder's confidence and its sentence."""
    source = ""
    for row in reader.select("node-words", node=node):
        if row["source"].value != source:
            source = row["source"].value
            yield Line(1, f"{source} ({_tail(node)})")
        rule = f" - {row['rule'].value}" if row["rule"] is not None else ""
        sure = f" (confidence {row['confidence'].value})" if row["confidence"] is not None else ""
        page = f", page {row['page'].value}" if row["page"] is not None else ""
        yield Line(2, f'"{_flat(row["exact"].value)}"{page}{rule}{sure}')
        if row["sentence"] is not None and row["sentence"].value != row["exact"].value:
            yield Line(3, _flat(row["sentence"].value))


def _sureness(row: ox.QuerySolution) -> str:
    """How often a field is right that was decided as this one was, and how it was decided."""
    return f" (confidence {row['confidence'].value}: {row['label'].value})"


def _name(property: ox.NamedNode) -> str:
    return _tail(property).rsplit("#", 1)[-1]


def _tail(term: ox.NamedNode | ox.Literal) -> str:
    """The end of an IRI, or a literal's text."""
    if isinstance(term, ox.Literal):
        return _flat(term.value)
    value: str = term.value
    return value.rstrip("/#").rsplit("/", 1)[-1].removeprefix("ns#")


def _flat(text: str) -> str:
    return " ".join(text.split())
