"""The record as it stood before: the newest snapshot, in which the commits since are undone, the last one first."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.store import catalogue, history, snapshots
from onrecord.store.changes import Changes, Graph
from onrecord.store.faults import told
from onrecord.store.history import Delta, When
from onrecord.store.view import ViewWriter

_KEPT = 4  # past records that stay on disk


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the record as it stood then is: the number of the commit that left it, and its snapshot."""

    number: int  # 0 where there was nothing on record yet
    snapshot: Path


def stood(folder: Path, when: When, redacted: bool = False) -> Standing:
    """The record as it stood then; it is put together where it is not there already.

    The view without the names of children is made where it is asked for; it withholds what was withheld at any time.

    Raises:
        StoreError: it is not known, since the store kept no history then.
        OSError: a snapshot that it is made of is gone: newer ones have taken its place.
    """
    newest, number = int(snapshots.current(folder)), history.number_on(folder, when)
    last = snapshots.snapshot(folder, str(newest))
    if number >= newest:
        return Standing(newest, last)
    names = history.withheld(folder) if redacted else []
    place = folder / "as-of" / (f"{number}-{iri.digest(*names)}" if redacted else str(number))
    if place.exists():
        os.utime(place)
        return Standing(number, place)
    with told(folder):
        fresh = place.with_name(f"{place.name}.{os.getpid()}")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        try:
            past = _put_together(folder, last, fresh / "graph", number)
            if redacted:
                records = catalogue.records(folder, number)
                writer = ViewWriter(past, records.get, lambda sha256: _text(folder, sha256))
                writer.write(fresh / "none", fresh, Changes(recorded=False), names)
            del past
            fresh.rename(place)
        except OSError:
            if not place.exists():  # another process did the same
                raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        _prune(folder / "as-of")
    return Standing(number, place)


def _put_together(folder: Path, last: Path, graph: Path, number: int) -> ox.Store:
    """The database as a commit left it, in a folder of its own."""
    if not number:
        return ox.Store(str(graph))
    ox.Store.read_only(str(last / "graph")).backup(str(graph))
    past = ox.Store(str(graph))
    for delta in history.undoing(folder, int(last.name), number):
        _undo(past, delta)
    past.flush()
    return past


def _undo(past: ox.Store, delta: Delta) -> None:
    graph = ox.NamedNode(delta.graph) if delta.graph else ox.DefaultGraph()
    if delta.is_new:
        past.remove_graph(graph)
    for quad in _quads(graph, delta.added):
        past.remove(quad)
    past.extend(_quads(graph, delta.withdrawn))


def _quads(graph: Graph, ntriples: bytes) -> list[ox.Quad]:
    told = ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES)
    return [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in told]


def _text(folder: Path, sha256: str) -> str:
    return snapshots.read_text(snapshots.text_path(folder, sha256))


def _prune(place: Path) -> None:
    """Delete all past records but those that were asked for last."""
    finished = sorted((one for one in place.iterdir() if not one.suffix), key=lambda one: one.stat().st_mtime)
    for old in finished[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
