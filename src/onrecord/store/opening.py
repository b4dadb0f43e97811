"""Opens what `--store` names, to be asked."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

from onrecord.errors import StoreError, UsageError
from onrecord.store.history import When
from onrecord.store.place import Address, Place, state_folder
from onrecord.store.reader import Answer, Reader
from onrecord.store.snapshots import Record
from onrecord.store.writer import Writer

if TYPE_CHECKING:  # a store in a folder needs no HTTP client
    from onrecord.store.remote.sending import Sending


class Readable(Protocol):
    """A store that can be asked, wherever it is: a `Reader` of a folder, or a `RemoteReader`."""

    keys_at_once: Sequence[int]  # articles or figures in one batch after the other; from the last on always so many
    asks_by_dataset: bool  # a query of a few articles is put to a dataset of their graphs, not to them by VALUES

    @property
    def snapshot(self) -> str:
        """Stands for the build that is read."""

    def query(
        self,
        text: str,
        default: Sequence[ox.NamedNode] = (),
        named: Sequence[ox.NamedNode] = (),
        base: str = "",
        own_dataset: bool = False,
    ) -> Answer:
        """The answer to a query over the union of all graphs, or of some of them."""

    def select(self, name: str, **given: ox.NamedNode | ox.Literal) -> ox.QuerySolutions:
        """The rows of one of the program's own questions, with terms given for some of its variables."""

    def is_newest(self) -> bool:
        """Whether no newer build has been finished, as far as is known."""

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles, in order."""

    def shared_graphs(self) -> list[ox.NamedNode]:
        """The named graphs that hold what no single article says."""

    def has_graph(self, graph: str) -> bool:
        """Whether there is a named graph."""

    def everything(self) -> Iterator[ox.Triple]:
        """The union of all graphs."""

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """The triples of one named graph."""

    def ntriples(self, graph: str) -> bytes:
        """The triples of one named graph as N-Triples, in any order."""

    def save(self, graph: str, path: Path) -> None:
        """Write the triples of one named graph to a file, as N-Triples in any order."""

    def size(self) -> int:
        """How many statements there are."""

    def records(self) -> Mapping[str, Record]:
        """What is known of each article beside the graph, by its IRI, in order."""

    def text(self, sha256: str) -> str:
        """The text with this SHA-256."""


def opened(place: Place, redacted: bool = False, as_of: When | None = None) -> Readable:
    """The store at a place, to be asked, or its view without the names of children; as it is, or as it stood before.

    Raises:
        StoreError: there is no store, it cannot be read, or it is not known what was on record then.
        UsageError: what was on record before is asked of a store elsewhere, which has no history.
    """
    if isinstance(place, Path):
        return Reader(place, redacted, as_of)
    if as_of is not None:
        raise UsageError(
            f"{place}: a store at an address holds what is on record now: for what was before, name the state folder "
            f"that it is filled from (--store {state_folder(place)}, unless you gave another)"
        )
    _must_have_client(place)
    from onrecord.store.remote.reader import RemoteReader

    return RemoteReader(place, redacted)


def _must_have_client(address: Address) -> None:
    """See that stores elsewhere can be spoken to.

    Raises:
        StoreError: the library is not installed.
    """
    try:
        import httpx  # noqa: F401
    except ImportError as error:
        raise StoreError(f"{address}: stores elsewhere need an HTTP client: pip install 'onrecord[remote]'") from error


def sending(writer: Writer, address: Address) -> "Sending":
    """What sends the builds of a folder to the store at an address.

    Raises:
        StoreError: that store cannot be filled from this folder.
    """
    _must_have_client(address)
    from onrecord.store.remote.sending import Sending

    return Sending(writer, address)
