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
    """'in X', 'near X'."""
    i = _before(words, name)
    return i >= 0 and words.lower[i] in listed


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
    """'Yulia Tkach from X', 'Ana Lund, 8, of X'."""
    i = _before(words, name)
    if i < 2:
        return False
    if words.lower[i] == "from":
        return words.name(i - 1) and words.name(i - 2)
    return words.lower[i] == "of" and words.text[i - 1] == ","


def _governed(words: Words, name: Name) -> bool:
    """'the mayor of X', "X's foreign minister"."""
    i, table = _before(words, name), phrases("role", "noun")
    before = match_back(table, words.lower, i, max(0, i - 3)) if i > 0 and words.lower[i] == "of" else None
    owned = range(name.end + 1, min(name.end + 3, len(words))) if words.lower[name.end : name.end + 1] == ["'s"] else ()
    return any(
        hit is not None and hit[1].term == "office"
        for hit in (before, *(match(table, words.lower, k, len(words)) for k in owned))
    )


def _given(words: Words, name: Name) -> bool:
    """'Hillary Clinton', 'Elizabeth II', 'D. H. Lind'."""
    if name.end - name.start == 1 or head_of(words, name.start, name.end) is not None:
        return False
    initial = words.initial(name.start) and len(words.text[name.start]) == 2
    return initial or words.lower[name.start] in phrases("given_name", "given")


def _tail(words: Words, name: Name) -> bool:
    """'X prison', 'X dyke', 'the prison X'."""
    tails = phrases("name_word", "tail")
    after = match(tails, words.lower, name.end, len(words)) if name.end < len(words) else None
    return (after or match_back(tails, words.lower, name.start, max(0, name.start - 3))) is not None


def _article(words: Words, name: Name) -> bool:
    """'the Devanes': a person has no article; 'the Teska flood' is the flood's article."""
    own = name.end >= len(words) or words.doc[name.end].pos_ != "NOUN"
    return name.start > 0 and words.lower[name.start - 1] == "the" and name.outer is None and own


def _thing(words: Words, name: Name) -> bool:
    """'the cutter Al-Nour': ships have names, too."""
    low = max(0, name.start - 2)
    return name.start > 0 and match_back(phrases("name_word", "thing"), words.lower, name.start, low) is not None


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


def _typed(name: str, holds: Callable[[Words, Name, Kind], bool], weight: float) -> tuple[Feature, ...]:
    """A feature that speaks for each of the types."""
    return tuple(Feature(name, partial(holds, kind=kind), kind, weight) for kind in Kind)  # type: ignore[call-arg]


SHOWN = frozenset(("title before", "apposition", "spoken to", "given name"))  # features that show a person
PLACED = frozenset(("in", "comes from", "governed", "tail"))  # where a place may stand
FEATURES = (
    *_typed("head word", _headed, 6.0),
    *_typed("title before", _titled, 6.0),
    *_typed("apposition", _apposed, 4.0),
    Feature("in", partial(_preposition, listed=_IN), Kind.PLACE, 3.5),
    Feature("to", partial(_preposition, listed=_TO), Kind.PLACE, 1.4),
    Feature("spoken to", _spoken_to, Kind.PERSON, 1.5),
    Feature("employer", _employer, Kind.ORGANIZATION, 6.0),
    Feature("kind of place before", _kind_of_place_before, Kind.PLACE, 5.0),
    Feature("comes from", _comes_from, Kind.PLACE, 2.0),
    Feature("governed", _governed, Kind.PLACE, 3.5),
    Feature("tail", _tail, Kind.PLACE, 4.5),
    Feature("given name", _given, Kind.PERSON, 3.0),
    Feature("article", _article, Kind.PERSON, -2.5),
    Feature("thing before", _thing, None, 9.0),
)
