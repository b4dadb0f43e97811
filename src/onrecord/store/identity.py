"""The identity of the dataset that a store holds, kept beside its snapshots, since it takes a walk over all graphs."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.graph.canonical import GraphHash, graph_hashes, identity
from onrecord.store.opening import Readable
from onrecord.store.reader import Reader
from onrecord.store.snapshots import replace_file

_FOLDER = "identities"  # of a store: a file for each snapshot of which it was asked, called by its number


def dataset_identity(reader: Readable, pace: Callable[[Iterator[GraphHash]], Iterable[GraphHash]] = iter) -> str:
    """The identity of the dataset of a reader, as `verify` and `publish` say it: 64 hexadecimal digits.

    Args:
        reader: the store.
        pace: hands on the hashes of its graphs, of which it is made, as fast as they are wanted.
    """
    return _kept(reader) or _worked_out(reader, pace)


def _kept(reader: Readable) -> str:
    """The identity, if it was worked out before; '' otherwise."""
    place = _place(reader)
    try:
        return place.read_text(encoding="ascii") if place else ""
    except OSError:
        return ""


def _worked_out(reader: Readable, pace: Callable[[Iterator[GraphHash]], Iterable[GraphHash]]) -> str:
    found = identity(pace(graph_hashes(reader)))
    if place := _place(reader):
        try:
            place.parent.mkdir(exist_ok=True)
            replace_file(place, found)
        except OSError:
            pass  # a store that may only be read
    return found


def _place(reader: Readable) -> Path | None:
    """Where it is kept: nowhere, of a store elsewhere and of a view without names, whose graphs are others."""
    if isinstance(reader, Reader) and not reader.is_view:
        return reader.folder / _FOLDER / reader.snapshot
    return None
