"""One sense per article: all mentions of a form have one type, and a surname that of the full name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from onrecord.extract.ner.candidates import BODIES, CERTAIN, Name
from onrecord.extract.ner.phrase_matcher import kind_of, match_back, phrases
from onrecord.extract.ner.tokens import Words
from onrecord.values.findings import Kind

_LIKELY = {Kind.PERSON: 0.6, Kind.PLACE: 0.5}  # the least probability of the surest mention
Key = tuple[str, ...]  # the words of a name as they are compared


def typed(words: Words, names: list[Name], defined: Mapping[Key, Kind]) -> list[Name]:
    """The names with the type that all mentions of their form have together; what ends a person's name is a person.

    `defined` forms have the type that the article gives them. Of the others, people and places of which no mention is
    likely one are left out.
    """
    scores: dict[Key, dict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[Key, float] = defaultdict(float)
    for name in names:
        form = key(words, name)
        scores[form][name.kind] += name.score
        best[form] = max(best[form], name.score)
    people = (form for form, kinds in scores.items() if _surest(kinds) is Kind.PERSON)
    surnames = {form[i:] for form in people for i in range(1, len(form))}
    found = []
    for name in names:
        form = key(words, name)
        if form in defined:
            found.append(replace(name, kind=defined[form]))
            continue
        surname = form in surnames and name.score < CERTAIN
        kind = Kind.PERSON if surname else _own(name, _surest(scores[form]))
        if surname or best[form] >= _LIKELY.get(kind, 0) or (kind is Kind.PERSON and _titled(words, name)):
            found.append(replace(name, kind=kind))
    return found


def _titled(words: Words, name: Name) -> bool:
    """Whether a person's title with a capital stands right before a name: 'Pope Linus III', 'General HOLLOWAY'."""
    title = match_back(phrases("role", "title", "noun"), words.lower, name.start, max(0, name.start - 3))
    return title is not None and words.capital[title[0]] and kind_of(title[1]) is Kind.PERSON


def _surest(kinds: dict[Kind, float]) -> Kind:
    return max(sorted(kinds), key=kinds.__getitem__)


def _own(name: Name, kind: Kind) -> Kind:
    """The type of one mention: a team and its city bear one name, and the encoder may be certain of each."""
    metonym = {name.kind, kind} <= {*BODIES, Kind.PLACE}
    return name.kind if metonym and name.score >= CERTAIN else kind


def key(words: Words, name: Name) -> Key:
    """The words of a name as they are compared: in lower case, without punctuation; 'A.' is 'A'."""
    text = words.lower[name.start : name.end]
    return tuple(w.rstrip(".") if len(w) == 2 else w for w in text if w[0].isalnum())
