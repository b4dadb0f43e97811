"""What users call nodes: an IRI, the end of one as tables show it, or a name."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from onrecord.errors import UsageError
from onrecord.graph.iri import BASE
from onrecord.store import Readable

_KINDS = (
    "article",
    "person",
    "organization",
    "court",
    "place",
    "shared-act",
    "shared-event",
)  # of nodes, in their IRIs


_MOST = 12  # candidates that are listed


def called(reader: Readable, wanted: str) -> list[ox.NamedNode]:
    """The nodes that are called so; only where no name and no IRI fits are all of them looked through."""
    return _found(reader, wanted) or _looked_through(reader, wanted)


def _found(reader: Readable, wanted: str) -> list[ox.NamedNode]:
    named = {row["node"] for row in reader.select("identities-called", wanted=ox.Literal(wanted))}
    named |= {node for node in _written(wanted) if any(reader.select("is-there", node=node))}
    return sorted(named, key=str)


def _looked_through(reader: Readable, wanted: str) -> list[ox.NamedNode]:
    return [row["node"] for row in reader.select("called", wanted=ox.Literal(wanted))]


def _written(wanted: str) -> Iterator[ox.NamedNode]:
    """The nodes whose IRI, or the end of whose IRI as tables show it, is written so."""
    for below in ("", *(f"{BASE}{kind}/" for kind in _KINDS)):
        try:
            yield ox.NamedNode(f"{below}{wanted}")
        except ValueError:
            continue  # not an IRI by itself, or one never: a name may hold blanks


def identity_called(reader: Readable, wanted: str) -> tuple[ox.NamedNode, str]:
    """The person, body or place that users call so, with its preferred name.

    By an IRI, the end of one, its name, or else a name that an article has for it.

    Raises:
        UsageError: nobody and nothing is called so, or several are; the message lists them.
    """
    found = _identities(reader, _found(reader, wanted))
    if not found:
        rows = reader.select("identities-labelled", wanted=ox.Literal(wanted))
        found = {row["node"]: row["name"].value for row in rows}
    if not found and not any(map(str.isspace, wanted)):  # no name that is on record, and perhaps the end of an IRI
        found = _identities(reader, _looked_through(reader, wanted))
    names = list(found.items())
    if not names:
        raise UsageError(f"no person, body or place on record is called {wanted!r}: give a name, an IRI, or its end")
    if len(names) > 1:
        raise UsageError(f"{wanted!r} may be any of {_candidates(names)}: give the end of the IRI")
    return names[0]


def _identities(reader: Readable, nodes: Sequence[ox.NamedNode]) -> dict[ox.NamedNode, str]:
    """The identities that nodes are, or that articles' entities belong to, with their names."""
    rows = (row for node in nodes for row in reader.select("identity-of", of=node))
    return {row["node"]: row["name"].value for row in rows}


def _candidates(names: Sequence[tuple[ox.NamedNode, str]]) -> str:
    listed = [f"{name} ({node.value.removeprefix(BASE)})" for node, name in names[:_MOST]]
    return ", ".join(listed) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")
