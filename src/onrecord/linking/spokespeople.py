"""For which body a person speaks: whoever holds a post in one, or whose title names it, gives its numbers.

The numbers of a head of operations at a directorate are the directorate's; those of A. B., 'Prosecutor General', are
the 'Office of the Prosecutor General's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.lexicon import gazetteer, name_forms

_STEM = 6  # letters that 'minister' and 'ministry', 'commissioner' and 'commission' have in common
_OFFICE = "office"


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A title that a person holds, with the identity of its body and the name of its state; '' where none is told."""

    person: str
    title: str
    body: str = ""
    place: str = ""


def bodies_spoken_for(posts: Iterable[Post], reporting: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """The identities of the bodies for which each person speaks, by the person's.

    `reporting` are the names of the bodies that give figures, by identity: a title may name one of them, if it is not
    of another state.
    """
    named: dict[frozenset[str], set[str]] = defaultdict(set)
    for body, name in reporting.items():
        words = _portfolio(name)
        if len(words) > 1 or (words and _OFFICE in name_forms.content(name)):
            named[words].add(body)
    found: dict[str, set[str]] = defaultdict(set)
    for post in posts:
        found[post.person] |= {post.body} - {""}
        states = gazetteer.states([post.title, post.place])
        called = named.get(_portfolio(post.title), set())
        found[post.person] |= {body for body in called if gazetteer.states([reporting[body]]) <= states}
    return {person: frozenset(bodies) for person, bodies in found.items()}


def portfolio_of(name: str) -> str:
    """What an office and its holder's title have in common: the stems of the words that tell it from others."""
    return " ".join(sorted(_portfolio(name)))


def _portfolio(name: str) -> frozenset[str]:
    """The stems of the words that tell an office from others, of its holder's title as of its own name."""
    return frozenset(w[:_STEM] for w in name_forms.content(name) - gazetteer.all_states() if w != _OFFICE)
