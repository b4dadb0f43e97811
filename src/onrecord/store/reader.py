"""A store as those who ask it see it: the newest finished build."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.store import catalogue, history, past, queries, snapshots
from onrecord.store.history import When
from onrecord.store.place import Place
from onrecord.store.snapshots import Record

Answer = ox.QuerySolutions | ox.QueryBoolean | Iterator[ox.Triple]


class Reader:
    """The newest finished build, to be asked, or the record as it stood before; never a build that is under way."""

    keys_at_once: Sequence[int] = (
        4,
        16,
        32,
    )  # of a hundred, Oxigraph takes patterns with a class before them
    asks_by_dataset = False  # which has each pattern outside GRAPH matched graph by graph

    def __init__(self, folder: Path, redacted: bool = False, as_of: When | None = None) -> None:
        """Open the store in `folder`, or its view without the names of children.

        Args:
            folder: of the store.
            redacted: open the view.
            as_of: open the record as it stood then.

        Raises:
            StoreError: there is no store, it cannot be read, or it is not known what was on record then.
        """
        self.folder, self.as_of = folder, as_of
        snapshots.must_be_store(folder)
        try:
            self.snapshot = snapshots.current(folder)
            if not self.snapshot:
                raise StoreError(f"{folder}: holds no finished build yet: run `onrecord build INPUT --store {folder}`")
            whole = snapshots.snapshot(folder, self.snapshot)
            if as_of is not None:
                standing = past.stood(folder, as_of, redacted)
                self.snapshot, whole = str(standing.number), standing.snapshot
            view = snapshots.redacted(whole)
            self._view = view if redacted and view.exists() else None
            self.database = ox.Store.read_only(str((self._view or whole) / "graph"))
        except (OSError, ValueError) as error:
            raise StoreError(f"{folder}: the store cannot be read ({error}): build it again") from error

    def query(
        self,
        text: str,
        default: Sequence[ox.NamedNode] = (),
        named: Sequence[ox.NamedNode] = (),
        base: str = "",
        own_dataset: bool = False,
    ) -> Answer:
        """The answer to a query over the union of all graphs, or of some of them.

        Raises:
            SyntaxError, ValueError, RuntimeError: it does not parse, or cannot be answered.
            OSError: the snapshot is gone.
        """
        if default or named:
            return self.database.query(
                text, base_iri=base or None, default_graph=list(default), named_graphs=list(named)
            )
        return self.database.query(text, base_iri=base or None, use_default_graph_as_union=not own_dataset)

    def select(self, name: str, **given: ox.NamedNode | ox.Literal) -> ox.QuerySolutions:
        """The rows of one of the program's own questions, with terms given for some of its variables."""
        return queries.select(self.database, name, **given)

    def is_newest(self) -> bool:
        """Whether no newer build has been finished; of an earlier record, whether that is still what stood then."""
        if self.as_of is not None:
            return self.snapshot == str(history.number_on(self.folder, self.as_of))
        return self.snapshot == snapshots.current(self.folder)

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles, in order."""
        return sorted(graph.value for graph in self._graphs() if iri.is_article(graph.value))

    def shared_graphs(self) -> list[ox.NamedNode]:
        """The named graphs that hold what no single article says: entities, what articles tell together, runs."""
        return [graph for graph in self._graphs() if not iri.is_article(graph.value)]

    def _graphs(self) -> Iterator[ox.NamedNode]:
        return (graph for graph in self.database.named_graphs() if isinstance(graph, ox.NamedNode))

    def has_graph(self, graph: str) -> bool:
        """Whether there is a named graph."""
        return self.database.contains_named_graph(ox.NamedNode(graph))

    def everything(self) -> Iterator[ox.Triple]:
        """The union of all graphs."""
        union = self.query(queries.query("everything"))
        assert isinstance(union, ox.QueryTriples)
        return union

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """The triples of one named graph."""
        return (quad.triple for quad in self.database.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def ntriples(self, graph: str) -> bytes:
        """The triples of one named graph as N-Triples, in any order."""
        return self.database.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""

    def save(self, graph: str, path: Path) -> None:
        """Write the triples of one named graph to a file, as N-Triples in any order."""
        self.database.dump(str(path), format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))

    @property
    def is_view(self) -> bool:
        """Whether it is the view without the names of children."""
        return self._view is not None

    def size(self) -> int:
        """How many statements there are."""
        return len(self.database)

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


def withholds(place: Place) -> bool:
    """Whether the newest build of a store names children and has two views; one elsewhere has no second."""
    folder = place
    if not isinstance(folder, Path):
        return False
    return snapshots.redacted(snapshots.snapshot(folder, snapshots.current(folder))).exists()
