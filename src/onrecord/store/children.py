"""Finds who is known only as a child, by which names, and what the view of the store is to hide for that.

It is looked up from the children on, so that it costs what there is of them, and not what the store holds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.graph.vocabulary import ONR
from onrecord.store.name_masking import Mask, Redaction, common_words

_MINOR, _ABOUT, _IDENTITY = (ox.NamedNode(str(name)) for name in (ONR.minor, ONR.about, ONR.identity))
_NAMED_MINOR = ox.NamedNode(ONR.namedMinor)
_PERSON, _TYPE = ox.NamedNode(str(ONR.Person)), ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_NAMES = (
    ox.NamedNode("https://schema.org/name"),
    ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel"),
)
_MEMBER = ox.NamedNode("http://www.w3.org/ns/org#member")
_DECISIONS = ox.NamedNode(iri.DECISION_GRAPH)
_TRUE, _FALSE = ox.Literal(True), ox.Literal(False)
_Node = ox.NamedNode | ox.BlankNode | ox.Triple


def redaction(
    database: ox.Store, text: Callable[[str], str], known: Mapping[str, Mask], also: Iterable[str] = ()
) -> Redaction | None:
    """What the view of a store hides; None where no article names a child, or did before it changed.

    Args:
        database: the store's.
        text: gives the text of an article, by its IRI.
        known: the masks of articles that are known to be as they were.
        also: names of people whose names are hidden whatever the store says of them.
    """
    names = _names(database, also)
    if not names and not any(database.quads_for_pattern(None, _NAMED_MINOR, None, None)):
        return None
    articles = {
        name: known[name] if name in known and known[name].names == labels else Mask(labels, common_words(text(name)))
        for name, labels in sorted(names.items())
    }
    return hiding(database, articles)


def hiding(database: ox.Store, articles: Mapping[str, Mask]) -> Redaction:
    """What is to be hidden in a whole store, where this is to be hidden in articles, by their IRIs."""
    about: dict[str, set[str]] = defaultdict(set)
    for subject, article in _about(database, articles.keys()):
        about[subject] |= articles[article].hidden
    hidden = {frozenset(said): Mask(said) for said in map(frozenset, about.values())}
    subjects = {subject: hidden[frozenset(said)] for subject, said in about.items()}
    everywhere = Mask({name for mask in articles.values() for name in mask.hidden})
    return Redaction(articles, subjects, everywhere)


def _names(database: ox.Store, also: Iterable[str]) -> dict[str, set[str]]:
    """The names of the hidden people, by the IRI of each article that names them."""
    minors = {quad.subject for quad in database.quads_for_pattern(None, _MINOR, _TRUE, None)}
    called = {person for name in also for person in people_called(database, name)}
    names: dict[str, set[str]] = defaultdict(set)
    for who in {key for person in minors | called for key in _keys(database, person)}:
        people = set(_bearers(database, who))
        if people & called or not any(_is_adult(database, person) for person in people):
            for article, label in _labels(database, people):
                names[article].add(label)
    return names


def people_called(database: ox.Store, name: str) -> Iterator[_Node]:
    """The people of a name."""
    for property in _NAMES:
        for quad in database.quads_for_pattern(None, property, ox.Literal(name), None):
            if any(database.quads_for_pattern(quad.subject, _TYPE, _PERSON, None)):
                yield quad.subject


def _keys(database: ox.Store, person: _Node) -> set[_Node]:
    """A person's identities; the person where there are none."""
    told = (quad.object for quad in database.quads_for_pattern(person, _IDENTITY, None, None))
    return {who for who in told if not isinstance(who, ox.Literal)} or {person}


def _bearers(database: ox.Store, who: _Node) -> Iterator[_Node]:
    """The people of an identity."""
    yield from (quad.subject for quad in database.quads_for_pattern(None, _IDENTITY, who, None))
    if not any(database.quads_for_pattern(who, _IDENTITY, None, None)):
        yield who


def adults_names(database: ox.Store) -> set[str]:
    """The names of people whom an article calls adults, or has hold an office."""
    called = {quad.subject for quad in database.quads_for_pattern(None, _MINOR, _FALSE, None)}
    holding = {quad.object for quad in database.quads_for_pattern(None, _MEMBER, None, None)}
    return {
        label for _, label in _labels(database, {*called, *(who for who in holding if not isinstance(who, ox.Literal))})
    }


def _is_adult(database: ox.Store, person: _Node) -> bool:
    """Whether an article calls a person an adult, or has the person hold an office."""
    return any(database.quads_for_pattern(person, _MINOR, _FALSE, None)) or any(
        database.quads_for_pattern(None, _MEMBER, person, None)
    )


def _labels(database: ox.Store, people: Set[_Node]) -> Iterator[tuple[str, str]]:
    """The names of people, each with the article that gives it."""
    for person in people:
        for place in {quad.graph_name for quad in database.quads_for_pattern(person, _TYPE, _PERSON, None)}:
            if not isinstance(place, ox.DefaultGraph):
                for name in _NAMES:
                    for quad in database.quads_for_pattern(person, name, None, place):
                        if isinstance(quad.object, ox.Literal):
                            yield place.value, quad.object.value


def _about(database: ox.Store, articles: Set[str]) -> Iterator[tuple[str, str]]:
    """Identities and decisions that are about what one of the articles names, with the article."""
    for name in articles:
        for node in {quad.subject for quad in database.quads_for_pattern(None, None, None, ox.NamedNode(name))}:
            if isinstance(node, ox.NamedNode) and article_of(node) == name:
                yield from ((subject.value, name) for subject in _subjects(database, node))
    for quad in database.quads_for_pattern(None, _ABOUT, None, _DECISIONS):  # what they are about may be gone
        subject, entity = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(entity, ox.NamedNode) and article_of(entity) in articles:
            yield subject.value, article_of(entity)


def _subjects(database: ox.Store, entity: ox.NamedNode) -> Iterator[ox.NamedNode]:
    """The identities of an entity, and the decisions about it."""
    found = [quad.object for quad in database.quads_for_pattern(entity, _IDENTITY, None, None)]
    found += [quad.subject for quad in database.quads_for_pattern(None, _ABOUT, entity, None)]
    yield from (subject for subject in found if isinstance(subject, ox.NamedNode))


def article_of(node: ox.NamedNode) -> str:
    """The IRI of the article that a node is of."""
    return node.value.partition("#")[0]
