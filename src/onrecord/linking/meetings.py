"""Blocking of names: which names may be one bearer's, found by keys and not by comparing each with each.

A key that a name seeks is one under which it finds others, who post it: a full name finds the initial and the surname
alone, but not the thousands of other full names with its surname.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.lexicon import name_forms
from onrecord.linking.similarity import may_be_one
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind


@dataclass(frozen=True, slots=True)
class Keys:
    """Under which keys a name is found, and under which it finds others; what one of two seeks the other posts."""

    posted: frozenset[str]
    sought: frozenset[str]


@dataclass(slots=True)
class _Growing:
    posted: set[str] = field(default_factory=set)
    sought: set[str] = field(default_factory=set)

    def both(self, key: str) -> None:
        self.posted.add(key)
        self.sought.add(key)

    def between(self, mine: str, theirs: str) -> None:
        """It is found under the one, and finds what posts the other."""
        self.posted.add(mine)
        self.sought.add(theirs)


def keys(entity: Entity) -> Keys:
    """The keys of what an entity is called."""
    found = _Growing()
    of = {Kind.PERSON: _of_person, Kind.PLACE: _of_place}.get(entity.kind, _of_body)
    of(entity, found)
    return Keys(frozenset(found.posted), frozenset(found.sought))


def _of_place(entity: Entity, found: _Growing) -> None:
    for name in entity.labels:
        found.both(f"place {name_forms.known_as(name)}")


def _of_person(entity: Entity, found: _Growing) -> None:
    full = len(name_forms.words(entity.name)) > 1
    for words in filter(None, map(name_forms.words, entity.labels)):
        surname = f"person {name_forms.sound(words[-1])}"
        if not full or len(words) == 1:
            found.between(f"{surname}, alone" if not full else f"{surname}, full", f"{surname}, alone")
        if not full:
            found.both(f"{surname}, full")
        for given in words[:-1]:
            found.both(f"{surname}, {name_forms.given(given)}")
        if len(words) > 1:
            initial = f"{surname}, {words[0][0]}"
            found.between(f"{surname}, full", f"{surname}, alone")
            if len(words[0]) == 1:
                found.posted.add(f"{initial}. alone")
                found.sought |= {f"{initial}. alone", f"{initial}."}
            else:
                found.between(f"{initial}.", f"{initial}. alone")


def _of_body(entity: Entity, found: _Growing) -> None:
    for name in entity.labels:
        found.both(f"body {name_forms.known_as(name)}")
        found.both(f"body {name_forms.head(name)} {' '.join(_distinctive(name))}")
        if name.isupper():
            found.between(f"acronym {name}", f"spelled {name}")
        for acronym in name_forms.initials(name):
            if len(acronym) > 1:
                found.between(f"spelled {acronym}", f"acronym {acronym}")


def _distinctive(name: str) -> Sequence[str]:
    """The longest word of a name beside its head, in whatever order they stand."""
    words = name_forms.content(name) - {name_forms.head(name)}
    return sorted(words, key=lambda word: (-len(word), word))[:1]


def meetings(names: Sequence[Entity]) -> Mapping[int, frozenset[int]]:
    """By the number of each name, the numbers of those that may be its bearer's, itself among them."""
    told = [keys(name) for name in names]
    posted: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for key in one.posted:
            posted[key].append(number)
    found: dict[int, set[int]] = {number: {number} for number in range(len(names))}
    for number, one in enumerate(told):
        for other in _under(one.sought, posted):
            if other not in found[number] and may_be_one(names[number], names[other]):
                found[number].add(other)
                found[other].add(number)
    return {number: frozenset(others) for number, others in found.items()}


def _under(sought: Iterable[str], posted: Mapping[str, list[int]]) -> set[int]:
    return {number for key in sought for number in posted.get(key, ())}
