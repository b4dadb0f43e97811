"""Who is who, brought up to date in the store: identities, and what users' decisions change in articles' graphs."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import pyoxigraph as ox

from onrecord.curation import identification, judgments
from onrecord.curation.apply import settle
from onrecord.errors import StoreError
from onrecord.gate import gate
from onrecord.graph import (
    Amendment,
    Graph,
    amend,
    corrections,
    decision_graph,
    decisions_of,
    identity_graph,
    iri,
    of_triples,
    to_ntriples,
)
from onrecord.graph.vocabulary import ONR, RDF, STATEMENTS
from onrecord.linking import records
from onrecord.linking.agglomeration import Linked
from onrecord.linking.clustering import Decided
from onrecord.store import Amended, Writer, lines
from onrecord.values.decisions import OF_STATEMENTS, UserDecision, Verdict, is_entity
from onrecord.values.findings import Kind
from onrecord.values.identities import Link
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection

# Notes of the catalogue
_DECIDED = "decided"  # what was decided about who is who, where users decided something too
_CONFIGURATION = "configuration"  # the fingerprint of what decided it
_TYPE = ox.NamedNode(str(RDF.type))
_STATEMENTS = {ox.NamedNode(name) for name in STATEMENTS}
_SHARED = {"shared-act": ox.NamedNode(str(ONR.sharedAct)), "shared-event": ox.NamedNode(str(ONR.sharedEvent))}


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What became of users' decisions."""

    decisions: int  # those that are honoured
    faults: tuple[str, ...] = ()  # a line for each that cannot be
    unmatched: tuple[str, ...] = ()  # a line for each about nothing that is in the store
    rejections: tuple[Rejection, ...] = ()  # what no longer conforms for a decision's sake


def kept(writer: Writer) -> tuple[UserDecision, ...]:
    """The decisions that the store keeps, in order of their day.

    Raises:
        StoreError: somebody changed them in the store, and one of them is none any more.
    """
    try:
        return decisions_of(_graph(writer, iri.DECISION_GRAPH))
    except ValueError as error:
        raise StoreError(f"{writer.folder}: a user's decision is damaged ({error}): build into a new folder") from error


def outdated(writer: Writer, configuration: str) -> bool:
    """Whether what the store holds of who is who was decided otherwise; `configuration` is as in `settle_all`."""
    return not writer.catalogue.is_empty() and writer.catalogue.note(_CONFIGURATION) != configuration


def settle_all(writer: Writer, decisions: Sequence[UserDecision], configuration: str) -> Reckoning:
    """Decide who is who, and amend the articles by the decisions; what earlier ones changed is undone first.

    `configuration` is the fingerprint of what decides: what another one decided is decided anew. The articles in which
    somebody is somebody else now are noted as changed.
    """
    if writer.catalogue.note(_CONFIGURATION) != configuration:
        writer.forget()
    writer.catalogue.write_note(_CONFIGURATION, configuration)
    if decisions or writer.catalogue.amended() or any(writer.triples(iri.DECISION_GRAPH)):
        reckoning, gone, come = _by_decisions(writer, decisions)
        identification.forget(writer)
        writer.changed |= identification.exchange(writer, gone, come)
        return reckoning
    writer.changed |= identification.identify(writer)
    return Reckoning(0)


def _by_decisions(writer: Writer, decisions: Sequence[UserDecision]) -> tuple[Reckoning, set[str], set[str]]:
    shown = _shown(writer.database)
    before = {name: amended for name in writer.catalogue.amended() if (amended := _amended(writer, name)) is not None}
    for name, amended in before.items():
        writer.exchange(name, amended.added, amended.withdrawn)
    entities = records.entities(writer.database)
    of_names = [decision for decision in decisions if decision.verdict not in OF_STATEMENTS]
    settlement = settle(entities, of_names, shown, _loaded(writer.catalogue.note(_DECIDED)))
    statements = _statements(writer.database, decisions)
    weighed = _weighed(writer, decisions, statements, settlement.amendments)
    judged = judgments.judged(decisions, statements, weighed)
    amendments = judgments.joined(settlement.amendments, judged)
    rejections: list[Rejection] = []
    for name in sorted({*before, *amendments}):
        rejections += _amend(writer, name, before.get(name), amendments.get(name))
    tied = [*settlement.tied, *judged.tied]
    for name in writer.catalogue.amended():
        tied += amended.tied if (amended := _amended(writer, name)) is not None else ()
    writer.replace_graph(
        iri.DECISION_GRAPH, to_ntriples(decision_graph((*settlement.decisions, *judged.decisions), tied))
    )
    writer.catalogue.write_note(_DECIDED, _dumped(settlement.decided) if decisions else "")
    faults, unmatched = (*settlement.faults, *judged.faults), (*settlement.unmatched, *judged.unmatched)
    told = lines(to_ntriples(identity_graph(settlement.identities)))
    known = {f"{triple} .\n" for triple in writer.triples(iri.ENTITY_GRAPH)}
    honoured = len(decisions) - len(faults) - len(unmatched)
    reckoning = Reckoning(honoured, faults, unmatched, tuple(rejections))
    return reckoning, known - told, told - known


def _statements(database: ox.Store, decisions: Sequence[UserDecision]) -> Mapping[str, tuple[str, ...]]:
    """The IRIs of the statements that decisions name, by what they call them: an act that articles share is several.

    Where what is shared is called otherwise by now, the decision is about what it was about before.
    """
    found = {}
    for decision in decisions:
        if decision.verdict in OF_STATEMENTS:
            named = _named(database, decision.node) or decision.about
            found[decision.node] = tuple(sorted(name for name in named if _is_statement(database, name)))
    return found


def _weighed(
    writer: Writer,
    decisions: Sequence[UserDecision],
    statements: Mapping[str, Sequence[str]],
    amendments: Mapping[str, Amendment],
) -> Mapping[tuple[str, ...], judgments.Weighed]:
    """What corrections come to, by the decisions' keys; names are as decisions about names have them."""
    found = {}
    for decision in decisions:
        if decision.verdict is Verdict.CORRECTED:
            each = [_outcome(writer, one, decision, amendments) for one in statements[decision.node]]
            found[decision.key] = judgments.Weighed(
                fault=next((one.fault for one in each if one.fault), ""),
                former=tuple(sorted({former for one in each for former in one.former})),
                is_so=bool(each) and all(one.is_so for one in each),
            )
    return found


def _outcome(
    writer: Writer, statement: str, decision: UserDecision, amendments: Mapping[str, Amendment]
) -> judgments.Weighed:
    article, (name, value) = statement.partition("#")[0], decision.correction
    graph = _graph(writer, article)
    amend(graph, amendments.get(article, Amendment()))
    former = corrections.told(graph, statement, name)
    if fault := corrections.fault(graph, statement, name, value):
        return judgments.Weighed(fault)
    corrections.correct(graph, statement, name, value)
    fault = next((f"it would be held back: {one.message}" for one in _refused(writer, article, graph)), "")
    return judgments.Weighed(fault, (former,) if former else (), former == value)


def _refused(writer: Writer, article: str, graph: Graph) -> Sequence[Rejection]:
    """What the gate would hold back of an article's graph."""
    record = writer.catalogue.get(article)
    text = writer.text(record.sha256) if record else ""
    if not gate.suspects({article: Ntriples.of(to_ntriples(graph))}, {article: text}):
        return ()
    return gate.admit(graph, text)[1]


def _named(database: ox.Store, node: str) -> Sequence[str]:
    if is_entity(node):
        return [node if "://" in node else f"{iri.BASE}article/{node}"]
    end = node.rsplit("/", 1)[-1]
    return [
        str(quad.subject).strip("<>")
        for kind, shared in _SHARED.items()
        for quad in database.quads_for_pattern(None, shared, ox.NamedNode(f"{iri.BASE}{kind}/{end}"), None)
    ]


def _is_statement(database: ox.Store, name: str) -> bool:
    kinds = database.quads_for_pattern(ox.NamedNode(name), _TYPE, None, ox.NamedNode(name.partition("#")[0]))
    return any(quad.object in _STATEMENTS for quad in kinds)


def _amended(writer: Writer, article: str) -> Amended | None:
    """How users' decisions changed an article's graph; None where they did not."""
    record = writer.catalogue.get(article)
    return record.amended if record is not None else None


def _amend(writer: Writer, article: str, before: Amended | None, amendment: Amendment | None) -> tuple[Rejection, ...]:
    """Change one article's graph, as it was read; gives what the gate then holds back."""
    record = writer.catalogue.get(article)
    if record is None:
        raise KeyError(article)
    if amendment is None:
        writer.amend(article, replace(record, amended=None))
        return ()
    if before is not None and before.fingerprint == amendment.fingerprint:
        writer.exchange(article, before.withdrawn, before.added)
        return ()
    graph = _graph(writer, article)
    read = to_ntriples(graph)
    tied = amend(graph, amendment)
    gate.drop_loose(graph)
    after, text = to_ntriples(graph), writer.text(record.sha256)
    rejections: tuple[Rejection, ...] = ()
    if gate.suspects({article: Ntriples.of(after)}, {article: text}):
        graph, rejections = gate.admit(graph, text)
        after = to_ntriples(graph)
    old, new = lines(read), lines(after)
    withdrawn, added = "".join(sorted(old - new)), "".join(sorted(new - old))
    writer.exchange(article, withdrawn, added)
    amended = Amended(amendment.fingerprint, withdrawn, added, tuple(sorted(tied.items())))
    writer.amend(article, replace(record, amended=amended))
    return rejections


def _graph(writer: Writer, name: str) -> Graph:
    return of_triples(writer.triples(name))


def _shown(database: ox.Store) -> Mapping[str, tuple[str, ...]]:
    """The identities as users see them, with their members."""
    found: dict[str, list[str]] = defaultdict(list)
    for quad in database.quads_for_pattern(None, ox.NamedNode(ONR.identity), None, ox.NamedNode(iri.ENTITY_GRAPH)):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            found[quad.object.value].append(quad.subject.value)
    return {identity: tuple(sorted(members)) for identity, members in sorted(found.items())}


def _dumped(decided: Decided) -> str:
    parts = {fingerprint: [asdict(linked) for linked in part] for fingerprint, part in sorted(decided.items())}
    return json.dumps(parts, ensure_ascii=False)


def _loaded(text: str) -> Decided:
    """What was decided before; nothing where it cannot be read."""
    try:
        parts = json.loads(text or "{}")
    except ValueError:
        return {}
    return {fingerprint: tuple(map(_linked, part)) for fingerprint, part in parts.items()}


def _linked(fields: Mapping[str, Any]) -> Linked:
    links, possible = (tuple(Link(**link) for link in fields[key]) for key in ("links", "possible"))
    return Linked(Kind(fields["kind"]), fields["name"], tuple(fields["members"]), links, possible)
