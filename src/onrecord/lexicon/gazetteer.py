"""What the word lists know of names: which are states, kinds of bodies, well-known bodies and places."""

from collections.abc import Iterable

from onrecord.lexicon import lexicon, name_forms

# Words that make no name a body's own: any state has a 'National Assembly'.
_COMMON = ("state", "national", "general", "central", "federal", "public", "republic", "country", "government")


@lexicon.derived
def all_states() -> frozenset[str]:
    """The folded names of the states on the list: the places with an adjective."""
    return frozenset(
        name_forms.fold(c.label)
        for c in lexicon.load().scheme("name")
        if c.one("kind") == "place" and c.get("adjective")
    )


def states(names: Iterable[str]) -> frozenset[str]:
    """The states that names tell, by noun or adjective."""
    return _states(tuple(names))


@lexicon.derived
def _states(names: tuple[str, ...]) -> frozenset[str]:
    told = (word for name in names for word in (name_forms.known_as(name), *name_forms.content(name)))
    return all_states() & frozenset(told)


@lexicon.derived
def is_generic(name: str) -> bool:
    """Whether every word of a name is a kind of body, a portfolio or a level, so that any state may have one."""
    words = [w for w in name_forms.content(name) if w not in all_states()]
    return all(w in _kind_words() for w in words)


@lexicon.derived
def _kind_words() -> frozenset[str]:
    words = set(_COMMON)
    for scheme in ("name_word", "portfolio", "role"):
        for concept in lexicon.load().scheme(scheme):
            for key in ("body", "court", "facility", "level", "state", "word", "ministry", "noun"):
                for phrase in concept.get(key):
                    words |= name_forms.content(phrase)
    return frozenset(words)


@lexicon.derived
def is_government(name: str) -> bool:
    """Whether a name is that of a state's government: 'Norwegian government', 'government of Norway'."""
    nouns = {w for c in lexicon.load().scheme("name_word") for w in c.get("government")}
    return bool(states((name,))) and bool(nouns.intersection(name.lower().split()))


@lexicon.derived
def listed_places() -> frozenset[str]:
    """The folded preferred names of the places on the list."""
    return frozenset(name_forms.fold(c.label) for c in lexicon.load().scheme("name") if c.one("kind") == "place")


@lexicon.derived
def listed_bodies() -> frozenset[str]:
    """The folded preferred names of the organizations and courts on the list."""
    kinds = ("organization", "court")
    return frozenset(name_forms.fold(c.label) for c in lexicon.load().scheme("name") if c.one("kind") in kinds)
