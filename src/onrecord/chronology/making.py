"""A chronology of a store: of whom or what, put together and checked."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from onrecord.answers.ask import check, named_queries
from onrecord.answers.batches import ask_in_batches
from onrecord.answers.naming import identity_called
from onrecord.chronology import checking
from onrecord.chronology.asking import Asking, Row, answered, rows
from onrecord.chronology.gathering import chronology
from onrecord.chronology.values import Chronology, Selection
from onrecord.errors import UsageError
from onrecord.graph.iri import BASE
from onrecord.store import Readable, queries


def of_identity(reader: Readable, wanted: str, chosen: Selection) -> Chronology:
    """The chronology of a person, body or place that users call so.

    Raises:
        UsageError: nobody and nothing is called so, or several are.
        QueryError: the store does not answer.
    """
    node, name = identity_called(reader, wanted)
    return checking.of_store(answered(reader, about_identity(node.value, name, chosen)), reader)


def of_question(reader: Readable, name: str, text: str, chosen: Selection) -> Chronology:
    """The chronology of what the rows of a question name.

    Raises:
        UsageError: they name no act, event, figure or whatever else a chronology has.
        QueryError: the question cannot be answered.
    """
    batches = ask_in_batches(reader, text) if name in named_queries() else iter((_answer(reader, text),))
    nodes = nodes_in(row for batch in batches for row in rows(batch))
    return checking.of_store(answered(reader, about_question(name, nodes, chosen)), reader)


def about_identity(node: str, name: str, chosen: Selection, shown: slice = slice(None)) -> "Asking[Chronology]":
    """The chronology of an identity, by its IRI; see `gathering.chronology`."""
    found = yield queries.given("nodes-about", identity=ox.NamedNode(node))
    return (yield from chronology(name, node, nodes_about(found), chosen, shown))


def about_question(
    name: str, nodes: Iterable[str], chosen: Selection, shown: slice = slice(None)
) -> "Asking[Chronology]":
    """The chronology of the nodes that the rows of a question name; see `gathering.chronology`.

    Raises:
        UsageError: there are none.
    """
    given = sorted(set(nodes))
    if not given:
        raise UsageError(f"the rows of {name} name no act, event, figure, statement, position or accusation")
    return (yield from chronology(f"What answers “{name}”", name, given, chosen, shown))


def nodes_about(answer: Iterable[Row]) -> list[str]:
    """What articles say that has to do with an identity, in the rows of `nodes-about`: by their IRIs, in order."""
    return sorted({node for row in answer for node in (row["node"], row["happened"]) if node})


def nodes_in(answer: Iterable[Row]) -> Iterator[str]:
    """What articles say, or what stands for that of several, in the rows of an answer: by their IRIs."""
    values = (value for row in answer for value in row.values() if value.startswith(BASE))
    return (value for value in values if "#" in value or value.startswith(f"{BASE}shared-"))


def _answer(reader: Readable, text: str) -> object:
    from onrecord.answers.ask import ask

    return ask(reader, check(text))
