"""How likely two entities of different articles are one: a score from 0 to 1 with its reason.

A name alone decides little: many people share one, every state has a ministry of defence. What the articles say of the
bearer decides: positions, organizations, who else is named. Pure functions over values.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.coref.name_clusters import BODIES, alike
from onrecord.lexicon import gazetteer, lexicon, name_forms
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

SAME = 0.8  # from here on two entities are one
POSSIBLE = 0.5  # from here on they may be


_ARTICLES = frozenset(("the", "a", "an", "and"))


@dataclass(frozen=True, slots=True)
class Context:
    """What one article says of an entity beside its names."""

    article: str  # the article's IRI: two entities of one article are never the same
    published: str = ""  # ISO day, or ''
    titles: tuple[str, ...] = ()  # of a person: the positions held
    organizations: tuple[str, ...] = ()  # of a person: the bodies they are held in
    people: tuple[str, ...] = ()  # the other people the article names
    bodies: tuple[str, ...] = ()  # the organizations and courts it names
    places: tuple[str, ...] = ()  # the places it names


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two entities are, and why."""

    score: float
    reason: str


def likeness(one: tuple[Entity, Context], other: tuple[Entity, Context]) -> Likeness:
    """How likely the two are one person, body or place; symmetric."""
    (a, here), (b, there) = one, other
    if here.article == there.article:
        return Likeness(0.0, "told apart within one article")
    if a.kind is Kind.PERSON and b.kind is Kind.PERSON:
        return _people(a, here, b, there)
    if a.kind in BODIES and b.kind in BODIES:
        return _bodies(a, here, b, there)
    if a.kind is Kind.PLACE and b.kind is Kind.PLACE:
        return _places(a, here, b, there)
    return Likeness(0.0, "of different kinds")


def may_be_one(a: Entity, b: Entity) -> bool:
    """Whether names allow that two entities of different articles are one, whatever the articles say of them."""
    return likeness((a, Context("a")), (b, Context("b"))).score > 0.0


@lexicon.derived
def _known(entity: Entity) -> frozenset[str]:
    return frozenset(name_forms.known_as(label) for label in entity.labels)


def _sum(base: float, name: str, parts: Iterable[tuple[float, str]]) -> Likeness:
    """What the names alone say, and what else the articles say for or against it: weights with their reasons."""
    told = [(weight, why) for weight, why in parts if weight]
    score = min(1.0, max(0.0, base + sum(weight for weight, _ in told)))
    return Likeness(round(score, 2), "; ".join((name, *(why for _, why in told))))


def _people(a: Entity, here: Context, b: Entity, there: Context) -> Likeness:
    name = _best_name(a, b)
    if name is None:
        return Likeness(0.0, "different names")
    base, why = name
    return _sum(
        base,
        why,
        [
            _offices(here, there),
            _company(here, there, exclude=_known(a) | _known(b)),
            _distance(here, there),
        ],
    )


@lexicon.derived
def _best_name(a: Entity, b: Entity) -> tuple[float, str] | None:
    """How much the names alone say: two full names, spelled alike or one with initials; a surname alone says little."""
    best: tuple[float, str] | None = None
    for one in a.labels:
        for other in b.labels:
            score = _name_score(one, other)
            if score is not None and (best is None or score > best):
                best = score
    full = [n for n in (a.name, b.name) if len(name_forms.words(n)) > 1]
    weak = best is None or best[0] < 0.3
    return None if weak and len(full) == 2 and not alike(*full) else best


def _name_score(one: str, other: str) -> tuple[float, str] | None:
    first, second = name_forms.words(one), name_forms.words(other)
    if len(first) == 1 or len(second) == 1:
        return (0.2, "same surname") if first[-1:] == second[-1:] else None
    if first == second:
        return (0.65 if len(first) > 2 else 0.6), "same full name"
    if not alike(one, other):
        return None
    if len(first[0]) == 1 or len(second[0]) == 1:
        return 0.45, "same surname and initial"
    return 0.58, "same full name in another spelling"


def _offices(here: Context, there: Context) -> tuple[float, str]:
    """Positions in the same body, or of the same title, speak for one person; of different ones, against."""
    bodies = _bodies_of(here) & _bodies_of(there)
    elsewhere = (_names(here.organizations) & _names(there.bodies)) | (
        _names(there.organizations) & _names(here.bodies)
    )
    shared = _title_words(here) & _title_words(there)
    states = (
        gazetteer.states((*here.titles, *here.organizations)),
        gazetteer.states((*there.titles, *there.organizations)),
    )
    if all(states) and not states[0] & states[1]:
        return -0.4, "offices of different states"
    if bodies and shared:
        return 0.4, f"{' '.join(sorted(shared))} of the same organization"
    if bodies:
        return 0.35, "positions in the same organization"
    if elsewhere:
        return 0.25, f"the other article names {min(elsewhere)}, too"
    if shared and here.organizations and there.organizations:
        return 0.1, f"the same title, {' '.join(sorted(shared))}, in other organizations"
    if shared and _apart(here, there):
        return 0.0, f"the same title, {' '.join(sorted(shared))}, but the articles name different states"
    if shared:
        return 0.25, f"the same title: {' '.join(sorted(shared))}"
    if (here.titles or here.organizations) and (there.titles or there.organizations):
        return -0.2, "different positions"
    return 0.0, ""


@lexicon.derived
def _bodies_of(context: Context) -> frozenset[frozenset[str]]:
    """The bodies of the positions held, by their words: a regional court of Pecs is the Pecs regional court."""
    return frozenset(name_forms.content(name_forms.known_as(name)) for name in context.organizations)


@lexicon.derived
def _names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name_forms.known_as(n) for n in names)


@lexicon.derived
def _title_words(context: Context) -> frozenset[str]:
    states = gazetteer.all_states()
    return frozenset(w for title in context.titles for w in name_forms.content(title) if w not in states)


def _company(here: Context, there: Context, exclude: frozenset[str]) -> tuple[float, str]:
    """Who and what else both articles name."""
    people = (_full(here.people) & _full(there.people)) - exclude
    bodies = (_names(here.bodies) & _names(there.bodies)) - exclude
    places = (_names(here.places) & _names(there.places)) - exclude
    weight = min(0.3, 0.12 * len(people) + 0.1 * len(bodies)) + min(0.1, 0.05 * len(places))
    shared = sorted((*people, *bodies, *places))
    return weight, f"both name {', '.join(shared[:4])}" if shared else ""


@lexicon.derived
def _full(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(name_forms.sound(w) for w in name_forms.words(n)) for n in names if len(n.split()) > 1)


def _distance(here: Context, there: Context) -> tuple[float, str]:
    """Articles thirty years apart hardly speak of the same office holder."""
    if here.published and there.published and abs(int(here.published[:4]) - int(there.published[:4])) > 30:
        return -0.2, "decades apart"
    return 0.0, ""


def _bodies(a: Entity, here: Context, b: Entity, there: Context) -> Likeness:
    if set(a.same_as) & set(b.same_as):
        return Likeness(1.0, "the same entry of the word list")
    states = gazetteer.states(a.labels), gazetteer.states(b.labels)
    if all(states) and not states[0] & states[1]:
        return Likeness(0.0, "of different states")
    full = [_long(a), _long(b)]
    shared = _known(a) & _known(b)
    named = {n for n in shared if not _acronym_in(n, a) or not _acronym_in(n, b)}
    owned = _ownership(states, here, there)
    company = _company(here, there, exclude=_known(a) | _known(b))
    if any(n in gazetteer.listed_bodies() for n in named):
        return Likeness(0.95, "the same well-known body")
    if named and not all(gazetteer.is_generic(n) for n in named):
        return _sum(0.85, "same name of its own", [company])
    if named:
        apart = (-0.3, "the articles name different states") if _apart(here, there) else (0.0, "")
        return _sum(0.45, "same name, which many states have", [owned, company, apart])
    if all(full) and not shared:
        return _part_of(full[0], full[1], owned, company)
    if shared and all(full):
        return Likeness(0.1, "one acronym for two names")
    if shared or _spells(a, b) or _spells(b, a):
        return _sum(0.4, "same acronym", [company])
    return Likeness(0.0, "different names")


def _part_of(one: str, other: str, owned: tuple[float, str], company: tuple[float, str]) -> Likeness:
    """A longer form of one name: the same body if it only adds the state; a branch if it adds anything else."""
    a, b = name_forms.content(one), name_forms.content(other)
    if a == b and _otherwise_linked(one, other):
        return _sum(0.5, "same words, otherwise linked", [owned, company])
    if a == b:
        return _sum(0.8 if not gazetteer.is_generic(one) else 0.5, "same words in another order", [owned, company])
    if name_forms.head(one) != name_forms.head(other) or not (a < b or b < a):
        return Likeness(0.0, "different names")
    added = (a ^ b) - gazetteer.all_states()
    if added:
        return Likeness(0.4, f"one name adds {' '.join(sorted(added))}: a branch or another body")
    return _sum(0.5, "one name adds the state", [owned, company])


def _otherwise_linked(one: str, other: str) -> bool:
    """Whether names differ in what links the same words in the same order: 'Voices of Children', 'Voices for Children'.

    Articles and 'and' link nothing.
    """
    ours, theirs = (
        [name_forms.content(w) or w for w in name_forms.words(n) if w not in _ARTICLES] for n in (one, other)
    )
    in_order = [w for w in ours if not isinstance(w, str)] == [w for w in theirs if not isinstance(w, str)]
    return in_order and ours != theirs


@lexicon.derived
def _long(entity: Entity) -> str:
    names = [n for n in entity.labels if not n.isupper()]
    return max(names, key=lambda n: (n == entity.name, len(n)), default="")


def _acronym_in(folded: str, entity: Entity) -> bool:
    return any(label.isupper() and name_forms.fold(label) == folded for label in entity.labels)


def _spells(a: Entity, b: Entity) -> bool:
    return any(label.isupper() and label in name_forms.initials(name) for label in a.labels for name in b.labels)


def _ownership(states: tuple[frozenset[str], frozenset[str]], here: Context, there: Context) -> tuple[float, str]:
    """Whether two bodies of a name that any state may give are one state's: by their names, or by the articles."""
    if all(states) and states[0] & states[1]:
        return 0.4, "of the same state"
    places = gazetteer.states(here.places), gazetteer.states(there.places)
    if states[0] & places[1] or states[1] & places[0]:
        return 0.2, "the state is named"
    if len(places[0]) == 1 and places[0] == places[1]:
        return 0.2, "both articles name one state only, the same"
    return 0.0, ""


def _apart(here: Context, there: Context) -> bool:
    """Whether both articles name states, and none in common."""
    one, other = gazetteer.states(here.places), gazetteer.states(there.places)
    return bool(one) and bool(other) and not one & other


def _places(a: Entity, here: Context, b: Entity, there: Context) -> Likeness:
    if set(a.same_as) & set(b.same_as):
        return Likeness(1.0, "the same entry of the word list")
    if not _known(a) & _known(b):
        return Likeness(0.0, "different names")
    if any(name_forms.known_as(one.name) in gazetteer.listed_places() for one in (a, b)):
        return Likeness(0.95, "the same well-known place")
    apart = (-0.25, "the articles name different states") if _apart(here, there) else (0.0, "")
    state = (0.1, "in the same state") if gazetteer.states(here.places) & gazetteer.states(there.places) else (0.0, "")
    return _sum(0.72, "same name", [_company(here, there, exclude=_known(a)), state, apart])
