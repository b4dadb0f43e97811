"""Words for what is counted, as people type them, matched with populations as the graph names them.

'Ukrainian children' names the population 'child | ukrainian': plurals, case and the order of words do not count.
"""

import re
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from onrecord.values.population import Population

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_IRREGULAR = {
    "children": "child",
    "men": "man",
    "women": "woman",
    "people": "person",
    "persons": "person",
    "lives": "life",
    "wives": "wife",
}
_ENDINGS = (("ies", "y"), ("ves", "f"), ("men", "man"), ("es", ""), ("s", ""))


def matching(asked: str, populations: Iterable[str]) -> list[str]:
    """The populations that all words asked for name; first those that no other word qualifies, else as they came."""
    wanted = [_forms(word) for word in _words(asked)]
    found = [one for one in populations if wanted and all(not forms.isdisjoint(_words(one)) for forms in wanted)]
    return sorted(found, key=lambda one: len(_words(one)) != len(wanted))


def listed(asked: str, populations: Iterable[str]) -> ox.Literal:
    """The populations that words name as queries take them, a line each; nothing where nothing is asked for."""
    return ox.Literal("\n".join(["", *matching(asked, populations), ""]) if asked else "")


def near(asked: str, populations: Iterable[str]) -> list[str]:
    """The populations whose noun is among the words asked for, as they came."""
    wanted = frozenset[str]().union(*map(_forms, _words(asked)))
    return [one for one in populations if not wanted.isdisjoint(_words(Population.read(one).head))]


def exactly(asked: str, populations: Sequence[str]) -> str:
    """The population that the words name, and nothing besides; '' where there is none."""
    if asked in populations:
        return asked
    return next((one for one in matching(asked, populations)[:1] if len(_words(one)) == len(_words(asked))), "")


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _forms(word: str) -> frozenset[str]:
    """A word and what may be its singular: both 'horse' and 'hors' for 'horses', of which one is on record."""
    found = {word, _IRREGULAR.get(word, word)}
    found |= {word.removesuffix(plural) + singular for plural, singular in _ENDINGS if word.endswith(plural)}
    return frozenset(found)
