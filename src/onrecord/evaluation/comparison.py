"""When a value of the graph and one of the gold standard are the same: names, head nouns, numbers, terms."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import takewhile

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`ʼ", "'"))
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
_NOT_OF_A_WORD = re.compile(r"[^\w]+")
_COUNTED_WORD = re.compile(r"[\w$€%-]+")
_POSTMODIFIER = frozenset(  # words with which begins what only qualifies the noun before them
    "of from in to who whom whose that which with by for under at on into between among during since including "
    "without aged held taken being still".split()
)
_PERCENT = frozenset({"percent", "%", "per"})
_SINGULAR = {"children": "child", "people": "person", "women": "woman", "men": "man"}
_SINGULAR |= {"€": "euro", "eur": "euro", "$": "dollar", "usd": "dollar"}
_ROUNDING = Decimal("0.05")  # between two ways to round one share


def normalized(name: str | None) -> str:
    """A name without case, accents, punctuation, possessives and a leading article ('The Hague's' -> 'hague')."""
    text = (name or "").translate(_APOSTROPHES).lower()
    latin = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = _POSSESSIVE.sub("", latin or text)  # a name in another script stays as it is
    return _NOT_OF_A_WORD.sub(" ", text).strip().removeprefix("the ")


def head_noun(counted: str) -> str:
    """The head of a noun phrase, in the singular ('Ukrainian children from the camp' -> 'child')."""
    words = _COUNTED_WORD.findall(counted.lower())
    kept = [*words[:1], *takewhile(lambda word: word not in _POSTMODIFIER, words[1:])]
    if not kept:
        return ""
    return "percent" if _PERCENT.intersection(kept) else _singular(kept[-1])


def _singular(noun: str) -> str:
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


def term(iri: str) -> str:
    """The term at the end of an IRI ('https://.../action/killed' -> 'killed')."""
    return re.split("[/#]", iri)[-1]


def same_number(found: str, wanted: Decimal, share: bool) -> bool:
    """Whether a literal has this value; of a share in percent, to the precision that rounding leaves."""
    try:
        value = Decimal(found)
    except InvalidOperation:
        return False
    return value == wanted or (share and abs(value - wanted) <= _ROUNDING)


def normalized_names(names: Iterable[str]) -> frozenset[str]:
    """Several names of one entity, as they are compared."""
    return frozenset(normalized(name) for name in names if name)


@dataclass(frozen=True, slots=True)
class Coreferents:
    """Which names stand for one entity: by an article's annotation, and by the labels of the graph."""

    annotated: tuple[frozenset[str], ...] = ()  # of each person, organization and place
    labels: Mapping[str, frozenset[str]] | None = None  # of the entities, by preferred name

    def same(self, found: str, wanted: str | None) -> bool:
        """Whether the entity that the graph calls `found` is the one that the annotation calls `wanted`."""
        if not wanted:
            return not found
        mine = normalized(found)
        return bool(mine) and not self._names(wanted).isdisjoint({mine, *(self.labels or {}).get(mine, ())})

    def same_body(self, found: str, wanted: str | None) -> bool:
        """As `same`; one name may also contain the other ('the Office', 'the Office of the President')."""
        if not wanted or self.same(found, wanted):
            return self.same(found, wanted)
        mine = normalized(found)
        return any(mine in name or name in mine for name in self._names(wanted) if mine and name)

    def _names(self, wanted: str) -> frozenset[str]:
        name = normalized(wanted)
        return next((names for names in self.annotated if name in names), frozenset({name} - {""}))
