"""How likely two entities of different articles are one: a score from 0 to 1 with its reason.

A name alone decides little: many people share one, every state has a ministry of defence. What the articles say of the
bearer decides: positions, organizations, who else is named. Pure functions over values.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from onrecord.coref.name_clusters import BODIES, alike
from onrecord.lexicon import gazetteer, lexicon, name_forms
from onrecord.linking.profiles import Called, Context, Profile, profile
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

SAME = 0.8  # from here on two entities are one
POSSIBLE = 0.5  # from here on they may be


_ARTICLES = frozenset(("the", "a", "an", "and"))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two entities are, and why."""

    score: float
    reason: str


def likeness(a: Profile, b: Profile) -> Likeness:
    """How likely the two are one person, body or place; symmetric."""
    if a.article == b.article:
        return Likeness(0.0, "told apart within one article")
    if a.entity.kind is Kind.PERSON and b.entity.kind is Kind.PERSON:
        return _people(a, b)
    if a.entity.kind in BODIES and b.entity.kind in BODIES:
        return _bodies(a, b)
    if a.entity.kind is Kind.PLACE and b.entity.kind is Kind.PLACE:
        return _places(a, b)
    return Likeness(0.0, "of different kinds")


def may_be_one(a: Entity, b: Entity) -> bool:
    """Whether names allow that two entities of different articles are one, whatever the articles say of them."""
    return likeness(_alone(a, "a"), _alone(b, "b")).score > 0.0


@lexicon.derived
def _alone(entity: Entity, article: str) -> Profile:
    """The entity in an article that says nothing of it but its names."""
    return profile(entity, Context(article))


def _sum(base: float, name: str, parts: Iterable[tuple[float, str]]) -> Likeness:
    """What the names alone say, and what else the articles say for or against it: weights with their reasons."""
    told = [(weight, why) for weight, why in parts if weight]
    score = min(1.0, max(0.0, base + sum(weight for weight, _ in told)))
    return Likeness(round(score, 2), "; ".join((name, *(why for _, why in told))))


def _people(a: Profile, b: Profile) -> Likeness:
    name = _best_name(a.called, b.called)
    if name is None:
        return Likeness(0.0, "different names")
    return _sum(*name, [_offices(a, b), _company(a, b, a.known | b.known), _distance(a, b)])


@lexicon.derived
def _best_name(a: Called, b: Called) -> tuple[float, str] | None:
    """How much the names alone say: two full names, spelled alike or one with initials; a surname alone says little."""
    best: tuple[float, str] | None = None
    for one, other in product(a[1:], b[1:]):
        score = _name_score(one, other)
        if score is not None and (best is None or score > best):
            best = score
    full = [n for n in (a[0], b[0]) if len(name_forms.words(n)) > 1]
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


def _offices(a: Profile, b: Profile) -> tuple[float, str]:
    """Positions in the same body, or of the same title, speak for one person; of different ones, against."""
    if not (a.holds_office or b.holds_office):
        return 0.0, ""
    if a.office_states and b.office_states and not a.office_states & b.office_states:
        return -0.4, "offices of different states"
    shared = a.titles & b.titles
    if a.offices & b.offices:
        same = f"{' '.join(sorted(shared))} of the same organization"
        return (0.4, same) if shared else (0.35, "positions in the same organization")
    if elsewhere := (a.organizations & b.bodies) | (b.organizations & a.bodies):
        return 0.25, f"the other article names {min(elsewhere)}, too"
    if shared:
        return _same_title(a, b, " ".join(sorted(shared)))
    return (-0.2, "different positions") if a.holds_office and b.holds_office else (0.0, "")


def _same_title(a: Profile, b: Profile, title: str) -> tuple[float, str]:
    if a.organizations and b.organizations:
        return 0.1, f"the same title, {title}, in other organizations"
    if _apart(a, b):
        return 0.0, f"the same title, {title}, but the articles name different states"
    return 0.25, f"the same title: {title}"


def _company(a: Profile, b: Profile, exclude: frozenset[str]) -> tuple[float, str]:
    """Who and what else both articles name."""
    people, bodies, places = ((a.people & b.people), (a.bodies & b.bodies), (a.places & b.places))
    if not (people or bodies or places):
        return 0.0, ""
    people, bodies, places = people - exclude, bodies - exclude, places - exclude
    weight = min(0.3, 0.12 * len(people) + 0.1 * len(bodies)) + min(0.1, 0.05 * len(places))
    shared = sorted((*people, *bodies, *places))
    return weight, f"both name {', '.join(shared[:4])}" if shared else ""


def _distance(a: Profile, b: Profile) -> tuple[float, str]:
    """Articles thirty years apart hardly speak of the same office holder."""
    if a.year and b.year and abs(a.year - b.year) > 30:
        return -0.2, "decades apart"
    return 0.0, ""


def _bodies(a: Profile, b: Profile) -> Likeness:
    if not a.entries.isdisjoint(b.entries):
        return Likeness(1.0, "the same entry of the word list")
    if a.states and b.states and not a.states & b.states:
        return Likeness(0.0, "of different states")
    shared = a.known & b.known
    named = {n for n in shared if not _acronym_in(n, a.entity) or not _acronym_in(n, b.entity)}
    if named:
        return _of_one_name(a, b, named)
    one, other = _long(a.called), _long(b.called)
    company = _company(a, b, a.known | b.known)
    if one and other and not shared:
        return _part_of(one, other, _ownership(a, b), company)
    if one and other:
        return Likeness(0.1, "one acronym for two names")
    if shared or _spells(a.entity, b.entity) or _spells(b.entity, a.entity):
        return _sum(0.4, "same acronym", [company])
    return Likeness(0.0, "different names")


def _of_one_name(a: Profile, b: Profile, named: Iterable[str]) -> Likeness:
    if any(n in gazetteer.listed_bodies() for n in named):
        return Likeness(0.95, "the same well-known body")
    company = _company(a, b, a.known | b.known)
    if not all(gazetteer.is_generic(n) for n in named):
        return _sum(0.85, "same name of its own", [company])
    apart = (-0.3, "the articles name different states") if _apart(a, b) else (0.0, "")
    return _sum(0.45, "same name, which many states have", [_ownership(a, b), company, apart])


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
def _long(called: Called) -> str:
    names = [n for n in called[1:] if not n.isupper()]
    return max(names, key=lambda n: (n == called[0], len(n)), default="")


def _acronym_in(folded: str, entity: Entity) -> bool:
    return any(label.isupper() and name_forms.fold(label) == folded for label in entity.labels)


def _spells(a: Entity, b: Entity) -> bool:
    return any(label.isupper() and label in name_forms.initials(name) for label in a.labels for name in b.labels)


def _ownership(a: Profile, b: Profile) -> tuple[float, str]:
    """Whether two bodies of a name that any state may give are one state's: by their names, or by the articles."""
    if a.states & b.states:
        return 0.4, "of the same state"
    if a.states & b.place_states or b.states & a.place_states:
        return 0.2, "the state is named"
    if len(a.place_states) == 1 and a.place_states == b.place_states:
        return 0.2, "both articles name one state only, the same"
    return 0.0, ""


def _apart(a: Profile, b: Profile) -> bool:
    """Whether both articles name states, and none in common."""
    return bool(a.place_states) and bool(b.place_states) and not a.place_states & b.place_states


def _places(a: Profile, b: Profile) -> Likeness:
    if not a.entries.isdisjoint(b.entries):
        return Likeness(1.0, "the same entry of the word list")
    if not a.known & b.known:
        return Likeness(0.0, "different names")
    if any(name_forms.known_as(one.entity.name) in gazetteer.listed_places() for one in (a, b)):
        return Likeness(0.95, "the same well-known place")
    apart = (-0.25, "the articles name different states") if _apart(a, b) else (0.0, "")
    state = (0.1, "in the same state") if a.place_states & b.place_states else (0.0, "")
    return _sum(0.72, "same name", [_company(a, b, a.known), state, apart])
