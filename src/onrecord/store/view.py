"""Writes a snapshot's view without the names of children, from the last snapshot's view where there is one.

What a view hides is kept beside it, so that the next one is made of it by what changed since: in the database, and in
what is hidden.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import astuple, replace
from pathlib import Path

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.store import children, name_masking, snapshots
from onrecord.store.changes import Changes, Graph, Node, Unit
from onrecord.store.name_masking import Mask, Redaction
from onrecord.store.queries import query
from onrecord.store.snapshots import Record
from onrecord.values.rejection import Rejection

_SPECIAL = re.compile(r"[\\.^$|?*+()\[\]{}]")  # in a pattern of SPARQL
# Graphs that lead only to what the store has, and that change wherever that does
_FOLLOWED = {
    ox.NamedNode(name)
    for name in (iri.ENTITY_GRAPH, iri.SHARED_GRAPH, iri.RUN_GRAPH, iri.ONTOLOGY_GRAPH, iri.HISTORY_GRAPH)
}


class ViewWriter:
    """Writes the view of a snapshot."""

    def __init__(self, database: ox.Store, record: Callable[[str], Record | None], text: Callable[[str], str]) -> None:
        """A view of this database.

        Args:
            database: the store's.
            record: gives what is known of an article, by its IRI; None of one that came by an update.
            text: gives a text, by its SHA-256.
        """
        self._database, self._record, self._text = database, record, text

    def write(self, last: Path, newest: Path, changes: Changes, also: Iterable[str] = ()) -> None:
        """Write the view of the `newest` snapshot, which these changes set apart from the `last` one, if need be.

        It hides the names of people who are called as one of `also`, too.
        """
        before = None if changes.unknown else _kept(last)
        known = {} if before is None else _untouched(before.articles, changes)
        hidden = children.redaction(self._database, self._text_of, known, also)
        if hidden is None:
            return
        view = snapshots.redacted(newest)
        (view / "texts").mkdir(parents=True)
        if before is None or _are_one(hidden):
            self._database.backup(str(view / "graph"))
            rewrite(self._database, hidden, ox.Store(str(view / "graph")))
        else:
            ox.Store.read_only(str(snapshots.redacted(last) / "graph")).backup(str(view / "graph"))
            update(self._database, (before, hidden), changes, ox.Store(str(view / "graph")))
        _leave_out(view, iri.FORMER_GRAPH)  # of what is not on record, nothing says any more whom it calls a child
        self._write_articles(hidden, view, snapshots.redacted(last), _same(before, hidden, changes))
        _keep(newest, hidden)

    def _text_of(self, article: str) -> str:
        record = self._record(article)
        return self._text(record.sha256) if record else ""

    def _write_articles(self, hidden: Redaction, view: Path, last: Path, same: set[str]) -> None:
        """Write what the view shows of articles and of their texts; it is the `same` as in the last view of some."""
        shown = snapshots.read_masked(last) if same else {}
        texts = Counter(record.sha256 for _, record in shown.values())
        masked: dict[str, tuple[str, Record]] = {}
        for name, mask in hidden.articles.items():
            if name in same and name in shown and texts[shown[name][1].sha256] == 1:
                masked[name] = shown[name]
                path = snapshots.text_path(view, shown[name][1].sha256)
                path.unlink(missing_ok=True)
                os.link(snapshots.text_path(last, shown[name][1].sha256), path)
            elif (record := self._record(name)) is not None:
                masked[name] = hidden.iri(name), _masked(record, mask)
                text = mask.text(self._text(record.sha256))
                path = snapshots.text_path(view, record.sha256)
                path.unlink(missing_ok=True)
                path.write_bytes(text.encode("utf-8"))
        snapshots.write_masked(view, masked)


def _leave_out(view: Path, graph: str) -> None:
    ox.Store(str(view / "graph")).remove_graph(ox.NamedNode(graph))


def rewrite(database: ox.Store, hidden: Redaction, view: ox.Store) -> None:
    """Make a copy of the database the view."""
    for graph in [ox.DefaultGraph(), *database.named_graphs()]:
        if isinstance(graph, ox.NamedNode) and _is_article(graph) and graph.value not in hidden.articles:
            continue
        told = database.quads_for_pattern(None, None, None, graph)
        changed = [(old, new) for old in told if (new := hidden.quad(old)) != old]
        for old, _ in changed:
            view.remove(old)
        view.extend(new for _, new in changed)
        if hidden.term(graph) != graph:
            view.remove_graph(graph)  # its name stays, empty, without this
    view.flush()


def update(database: ox.Store, redactions: tuple[Redaction, Redaction], changes: Changes, view: ox.Store) -> None:
    """Make the last view the one of the database as it is now; what was hidden, and what is, are `redactions`."""
    before, now = redactions
    graphs = changes.graphs | _graphs_masked_anew(database, before, now)
    units = changes.units | set(_masked_anew(database, before, now, changes))
    units = {(graph, subject) for graph, subject in units if graph not in graphs}
    for graph in graphs:
        for name in {before.term(graph), now.term(graph)}:
            view.remove_graph(name)
    for graph, subject in units:
        for hidden in redactions:
            told = view.quads_for_pattern(hidden.term(subject), None, None, hidden.term(graph))
            for quad in list(told):
                view.remove(quad)
    for graph in graphs:
        if isinstance(graph, ox.NamedNode) and database.contains_named_graph(graph):
            view.add_graph(now.term(graph))
    view.extend(now.quad(q) for graph in graphs for q in database.quads_for_pattern(None, None, None, graph))
    view.extend(now.quad(q) for graph, s in units for q in database.quads_for_pattern(s, None, None, graph))
    view.flush()


def _graphs_masked_anew(database: ox.Store, before: Redaction, now: Redaction) -> set[Graph]:
    """The graphs of which the view hides something else: those of articles, and those of which is less known."""
    articles, subjects = _differing(before.articles, now.articles), _differing(before.subjects, now.subjects)
    graphs: set[Graph] = {ox.NamedNode(name) for name in articles}
    if articles or subjects:
        beside = {graph for graph in database.named_graphs() if not _is_article(graph)} - _FOLLOWED
        graphs |= {ox.DefaultGraph(), *beside}
    return graphs


def _masked_anew(database: ox.Store, before: Redaction, now: Redaction, changes: Changes) -> Iterator[Unit]:
    """What graphs say of and by nodes with another name in the view, or with words that are hidden elsewhere."""
    articles = _differing(before.articles, now.articles)
    nodes: set[Node] = {ox.NamedNode(name) for name in _differing(before.subjects, now.subjects) | articles}
    for name in articles:
        nodes |= {quad.subject for quad in database.quads_for_pattern(None, None, None, ox.NamedNode(name))}
    nodes |= {
        node for node in changes.nodes if isinstance(node, ox.NamedNode) and children.article_of(node) in articles
    }
    for node in nodes:
        yield from ((q.graph_name, q.subject) for q in database.quads_for_pattern(None, None, node, None))
        yield from ((q.graph_name, q.subject) for q in database.quads_for_pattern(node, None, None, None))
    words = before.everywhere.hidden ^ now.everywhere.hidden
    if words:
        for graph in _FOLLOWED:
            yield from ((graph, subject) for subject in _writing(database, graph, Mask.kept((), words)))


def _writing(database: ox.Store, graph: ox.NamedNode, mask: Mask) -> Iterator[Node]:
    """The subjects of which a graph has a literal that the mask hides something of, and perhaps others."""
    parts = (_SPECIAL.sub(r"\\\g<0>", part) for part in (*mask.written, *mask.slugs))
    pattern = ox.Literal("|".join(parts))
    asked = query("subjects-of-literals").replace("<urn:the-graph>", str(graph)).replace('"the pattern"', str(pattern))
    for row in database.query(asked):  # type: ignore[union-attr]  # a SELECT query
        yield row["subject"]


def _differing(before: Mapping[str, Mask], now: Mapping[str, Mask]) -> set[str]:
    """Of what one of the two hides something that the other does not."""
    of = {name for name in before.keys() & now.keys() if before[name].hidden != now[name].hidden}
    return of | (before.keys() ^ now.keys())


def _untouched(masks: Mapping[str, Mask], changes: Changes) -> dict[str, Mask]:
    return {name: mask for name, mask in masks.items() if name not in changes.articles}


def _same(before: Redaction | None, now: Redaction, changes: Changes) -> set[str]:
    """The articles of which the view shows what the last one did."""
    if before is None:
        return set()
    return set(now.articles) - _differing(before.articles, now.articles) - changes.articles


def _are_one(hidden: Redaction) -> bool:
    """Whether two subjects have one name in the view, so that it does not tell what is to be taken out for which."""
    return len({hidden.iri(name) for name in hidden.subjects}) < len(hidden.subjects)


def _masked(record: Record, mask: Mask) -> Record:
    """What is known of an article, without what the mask hides."""
    held_back = (Rejection(*(mask.file(told) for told in astuple(each))) for each in record.rejections)
    return replace(
        record,
        source=mask.file(record.source),
        origin=mask.file(record.origin),
        rejections=tuple(held_back),
        amended=None,
    )


def _is_article(graph: object) -> bool:
    return isinstance(graph, ox.NamedNode) and iri.is_article(graph.value)


def _keep(snapshot: Path, hidden: Redaction) -> None:
    """Keep what the view of a snapshot hides, beside the view: it is in clear."""
    content = {
        "by": _code(),
        "articles": {name: [sorted(mask.names), sorted(mask.hidden)] for name, mask in hidden.articles.items()},
        "subjects": {name: sorted(mask.hidden) for name, mask in hidden.subjects.items()},
        "everywhere": sorted(hidden.everywhere.hidden),
    }
    (snapshot / "hidden.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def naming_children(snapshot: Path) -> Set[str]:
    """The articles from which the view of a snapshot hides something, by IRI."""
    return set(_hidden_in(snapshot))


def withheld(snapshot: Path) -> Set[str]:
    """The names that the view of a snapshot hides."""
    return {name for names, _ in _hidden_in(snapshot).values() for name in names}


def _hidden_in(snapshot: Path) -> Mapping[str, tuple[list[str], list[str]]]:
    """The names that the view of a snapshot hides in each article, and what it hides for them."""
    try:
        hidden: Mapping[str, tuple[list[str], list[str]]] = json.loads(
            (snapshot / "hidden.json").read_text(encoding="utf-8")
        )["articles"]
    except (OSError, ValueError):
        return {}
    return hidden


def _kept(snapshot: Path) -> Redaction | None:
    """What the view of a snapshot hides; None where there is no view, or other code made it."""
    try:
        content = json.loads((snapshot / "hidden.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if content["by"] != _code():
        return None
    articles = {name: Mask.kept(names, hidden) for name, (names, hidden) in content["articles"].items()}
    subjects = {name: Mask.kept((), hidden) for name, hidden in content["subjects"].items()}
    return Redaction(articles, subjects, Mask.kept((), content["everywhere"]))


def _code() -> str:
    """Stands for the code that decides what is hidden, and how."""
    return iri.digest(*(Path(str(module.__file__)).read_text("utf-8") for module in (children, iri, name_masking)))
