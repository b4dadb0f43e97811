"""A store as those who ask it see it: the newest finished build."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.store import catalogue, snapshots
from onrecord.store.snapshots import Record


class Reader:
    """The newest finished build, to be asked. Never sees a build that is under way."""

    def __init__(self, folder: Path, redacted: bool = False) -> None:
        """Open the store in `folder`, or its view without the names of children.

        Raises:
            StoreError: there is no store, or it cannot be read.
        """
        self.folder = folder
        snapshots.must_be_store(folder)
        try:
            self.snapshot = snapshots.current(folder)
            if not self.snapshot:
                raise StoreError(f"{folder}: holds no finished build yet: run `onrecord build INPUT --store {folder}`")
            view = snapshots.redacted(snapshots.snapshot(folder, self.snapshot))
            self._view = view if redacted and view.exists() else None
            self._place = self._view or snapshots.snapshot(folder, self.snapshot)
            self.database = ox.Store.read_only(str(self._place / "graph"))
        except (OSError, ValueError) as error:
            raise StoreError(f"{folder}: the store cannot be read ({error}): build it again") from error

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles, in order."""
        return sorted(graph.value for graph in self._graphs() if _of_article(graph))

    def shared_graphs(self) -> list[ox.NamedNode]:
        """The named graphs that hold what no single article says: entities, what articles tell together, runs."""
        return [graph for graph in self._graphs() if not _of_article(graph)]

    def _graphs(self) -> Iterator[ox.NamedNode]:
        return (graph for graph in self.database.named_graphs() if isinstance(graph, ox.NamedNode))

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """The triples of one named graph."""
        return (quad.triple for quad in self.database.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def ntriples(self, graph: str) -> bytes:
        """The triples of one named graph as N-Triples, in any order."""
        return self.database.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""

    def records(self) -> Mapping[str, Record]:
        """What is known of each article, by its IRI, in order.

        Raises:
            StoreError: it is damaged.
        """
        known = catalogue.records(self.folder, int(self.snapshot))
        if self._view is not None:
            masked = snapshots.read_masked(self._view)
            known = dict(masked.get(name, (name, record)) for name, record in known.items())
        return dict(sorted(known.items()))

    def text(self, sha256: str) -> str:
        """The text with this SHA-256: unchanged, or as the view has it.

        Raises:
            StoreError: the store has no such text.
        """
        if self._view is not None and (masked := snapshots.text_path(self._view, sha256)).exists():
            return snapshots.read_text(masked)
        return snapshots.read_text(snapshots.text_path(self.folder, sha256))


def _of_article(graph: ox.NamedNode) -> bool:
    return graph.value.startswith(iri.BASE + "article/")


def withholds(folder: Path) -> bool:
    """Whether the newest build of a store names children, so that its two views differ."""
    return snapshots.redacted(snapshots.snapshot(folder, snapshots.current(folder))).exists()
