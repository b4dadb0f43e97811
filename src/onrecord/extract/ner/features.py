"""Features that tell the type of a name: its own words, what stands before it, roles applied to it.

Each is a predicate over one name; the weights are in one table. The encoder's probability is weighed beside them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from onrecord.extract.ner.apposition import role_after, role_before
from onrecord.extract.ner.candidates import Name
from onrecord.extract.ner.head_words import head_of
from onrecord.extract.ner.titles import title_before
from onrecord.extract.ner.tokens import Words, kind_of, match, match_back, phrases
from onrecord.lexicon import lexicon
from onrecord.values.findings import Kind

_IN = frozenset(("in", "near", "throughout", "outside", "inside", "across", "along"))
_TO = frozenset(("to", "into", "toward", "towards", "from", "through", "via"))


@dataclass(frozen=True, slots=True)
class Feature:
    """A named predicate, the type it speaks for (None: nobody's name), and how strongly."""

    name: str
    holds: Callable[[Words, Name], bool]
    kind: Kind | None
    weight: float


def _before(words: Words, name: Name) -> int:
    """The token before a name and its article; -1 where the line begins."""
    i = name.start - 1 - (name.start > 0 and words.lower[name.start - 1] == "the")
    return i if i >= 0 and words.line[i] == words.line[name.start] else -1


def _preposition(words: Words, name: Name, *, listed: frozenset[str]) -> bool:
    """'in X', 'near X', if not 'spoke to X', 'according to X', 'a nurse at X'."""
    i = _before(words, name)
    return i >= 0 and words.lower[i] in listed and not _spoken_to(words, name)


def _spoken_to(words: Words, name: Name) -> bool:
    """'spoke to X', 'according to X'."""
    i = _before(words, name)
    if i < 1 or words.lower[i] != "to":
        return False
    return words.lower[i - 1] == "according" or words.doc[i - 1].lemma_ in _speech()


def _employer(words: Words, name: Name) -> bool:
    """'head of paediatrics at X', 'a nurse at X'."""
    at = _before(words, name)
    if at < 1 or words.lower[at] != "at":
        return False
    table = phrases("role", "noun")
    for i in range(at, max(0, at - 5), -1):
        hit = match_back(table, words.lower, i, max(0, i - 4))
        if hit is not None and (i == at or words.lower[i] in ("of", "for")):
            return kind_of(hit[1]) is Kind.PERSON
        if words.doc[i - 1].pos_ not in ("NOUN", "ADJ", "ADP"):
            return False
    return False


def _kind_of_place_before(words: Words, name: Name) -> bool:
    """'the town of X'."""
    i = _before(words, name)
    return (
        i > 0
        and words.lower[i] == "of"
        and match_back(phrases("name_word", "before"), words.lower, i, max(0, i - 2)) is not None
    )


def _comes_from(words: Words, name: Name) -> bool:
    """'Yulia Tkach from X', 'Ana Lund, 8, of X', 'the mayor of X'."""
    i = _before(words, name)
    if i < 2:
        return False
    if words.lower[i] == "from":
        return words.name(i - 1) and words.name(i - 2)
    office = match_back(phrases("role", "noun"), words.lower, i, max(0, i - 3)) if words.lower[i] == "of" else None
    return words.lower[i] == "of" and (words.text[i - 1] == "," or (office is not None and office[1].term == "office"))


def _article(words: Words, name: Name) -> bool:
    """'the Tatmadaw': people have no article; 'the Teska flood' is the flood's article."""
    own = name.end >= len(words) or words.doc[name.end].pos_ != "NOUN"
    return name.start > 0 and words.lower[name.start - 1] == "the" and name.outer is None and own


def _thing(words: Words, name: Name) -> bool:
    """'the cutter Al-Nour': ships have names, too."""
    low = max(0, name.start - 2)
    return name.start > 0 and match_back(phrases("name_word", "thing"), words.lower, name.start, low) is not None


def _befallen(words: Words, name: Name) -> bool:
    """'shelled X', 'the strike on X': what befalls places."""
    token = words.doc[name.start : name.end].root
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head.lemma_ in _listed("befalls")
    return token.dep_ == "pobj" and token.head.lower_ == "on" and token.head.head.lemma_.lower() in _listed("force")


def _headed(words: Words, name: Name, kind: Kind) -> bool:
    """'X Foundation', 'X Court', 'X River', if no title shows that the head is a surname: 'Major Roy Hill'."""
    head = head_of(words, name.start, name.end) if name.end - name.start > 1 and name.outer is None else None
    return head is not None and kind_of(head) is kind and not head.get("facility")  # a hospital may act as well


def _titled(words: Words, name: Name, kind: Kind) -> bool:
    """'Mayor X', 'the charity X'."""
    title = title_of(words, name).split()
    hit = match(phrases("role", "noun", "title"), title, 0, len(title)) if title else None
    sure = kind is not Kind.PERSON or name.outer is not None or not words.common[name.start]
    return hit is not None and kind_of(hit[1]) is kind and sure


def _apposed(words: Words, name: Name, kind: Kind) -> bool:
    """'X, head of …', 'the director, X,', 'X is a lawyer'."""
    roles = (role_after(words, name), role_before(words, name))
    return any(role is not None and kind_of(role[1]) is kind for role in roles)


def title_of(words: Words, name: Name) -> str:
    """The title or role noun right before a name: 'mayor'."""
    return " ".join(words.lower[name.outer : name.start]) if name.outer is not None else title_before(words, name.start)


@lexicon.derived
def _speech() -> frozenset[str]:
    return frozenset(verb for concept in lexicon.load().scheme("speech") for verb in concept.get("verb"))


@lexicon.derived
def _listed(key: str) -> frozenset[str]:
    return frozenset(word for concept in lexicon.load().scheme("name_word") for word in concept.get(key))


def _typed(name: str, holds: Callable[[Words, Name, Kind], bool], weight: float) -> tuple[Feature, ...]:
    """A feature that speaks for each of the types."""
    return tuple(Feature(name, partial(holds, kind=kind), kind, weight) for kind in Kind)  # type: ignore[call-arg]


SHOWN = frozenset(("title before", "apposition", "spoken to"))  # features that show a person
PLACED = frozenset(("in", "comes from", "befallen"))  # where a place may stand
FEATURES = (
    *_typed("head word", _headed, 6.0),
    *_typed("title before", _titled, 5.0),
    *_typed("apposition", _apposed, 4.0),
    Feature("in", partial(_preposition, listed=_IN), Kind.PLACE, 3.5),
    Feature("to", partial(_preposition, listed=_TO), Kind.PLACE, 1.4),
    Feature("spoken to", _spoken_to, Kind.PERSON, 1.5),
    Feature("employer", _employer, Kind.ORGANIZATION, 6.0),
    Feature("kind of place before", _kind_of_place_before, Kind.PLACE, 5.0),
    Feature("comes from", _comes_from, Kind.PLACE, 2.0),
    Feature("befallen", _befallen, Kind.PLACE, 3.5),
    Feature("article", _article, Kind.PERSON, -2.5),
    Feature("thing before", _thing, None, 6.0),
)
