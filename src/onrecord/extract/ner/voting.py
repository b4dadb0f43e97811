"""One sense per document: the encoder's probabilities and the features of all mentions of a form decide its type.

What names settle about each other counts as well: a surname goes with the full name, a first word with the body's
name, the coordinated with each other.
"""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.ner.apposition import role_before
from onrecord.extract.ner.candidates import BODIES, CERTAIN, Name
from onrecord.extract.ner.features import FEATURES, PLACED, SHOWN
from onrecord.extract.ner.head_words import court_inside, head_of
from onrecord.extract.ner.tokens import Words, kind_of, match, phrases
from onrecord.values.findings import Kind

_ENCODER = 8.0  # the weight of a probability of 1
_CHANCE = 0.5  # a probability that says nothing
_LEAST = 0.15
_MORE = 0.3  # what each further mention adds to a feature's weight
_ENOUGH = 1.5  # a lone weak hint is not a name
_DOUBT = 2.5  # where a place may stand, nothing but the encoder shows a person
_SURNAME, _FIRST_WORD, _SEAT = 8.0, 2.0, 3.0
_LONE = 3.0  # people are named in full somewhere

Key = tuple[str, ...]  # the words of a name as they are compared
Scores = dict[Kind | None, float]


def typed(words: Words, names: list[Name]) -> list[Name]:
    """The names with the type that all mentions of their form have; those that are nobody's are dropped."""
    groups: dict[Key, list[Name]] = defaultdict(list)
    for name in names:
        groups[key(words, name)].append(name)
    scores = {form: _scores(words, members) for form, members in groups.items()}
    _short_forms(scores)
    _coordinated(words, names, scores)
    kinds = {form: _decided(words, form, groups[form], scores[form]) for form in groups}
    found = ((name, kinds[key(words, name)]) for name in names)
    return [replace(name, kind=_court(words, name, _own(name, kind))) for name, kind in found if kind is not None]


def _own(name: Name, kind: Kind) -> Kind:
    """The type of one mention: a team and its city bear one name, and the encoder may be certain of each."""
    metonym = {name.kind, kind} == {Kind.ORGANIZATION, Kind.PLACE}
    return name.kind if metonym and CERTAIN <= name.score <= 1 else kind


def key(words: Words, name: Name) -> Key:
    """The words of a name as they are compared: in lower case, without punctuation; 'A.' is 'A'."""
    text = words.lower[name.start : name.end]
    return tuple(w.rstrip(".") if len(w) == 2 else w for w in text if w[0].isalnum())


def _scores(words: Words, members: list[Name]) -> Scores:
    scores: Scores = defaultdict(float)
    for name in members:
        share = (name.score - _CHANCE) / (1 - _CHANCE)
        scores[name.kind] += _ENCODER * max(share, _LEAST) / len(members)
    held = set()
    for feature in FEATURES:
        count = sum(feature.holds(words, name) for name in members)
        if count:
            scores[feature.kind] += feature.weight * min(2.0, 1 + _MORE * (count - 1))
            held.add((feature.name, feature.kind))
    shown = any((name, Kind.PERSON) in held for name in SHOWN)
    if Kind.PERSON in scores and not shown:
        scores[Kind.PERSON] -= _DOUBT * any((name, Kind.PLACE) in held for name in PLACED)
        scores[Kind.PERSON] -= _LONE * (len(key(words, members[0])) == 1)
    return scores


def _best(scores: Scores) -> tuple[Kind | None, float]:
    """The type with the highest score; bodies and courts count as one until it is clear which."""
    totals = dict(scores)
    if Kind.COURT in totals:
        totals[Kind.COURT] += totals.pop(Kind.ORGANIZATION, 0.0)
    kind = max(sorted(totals, key=str), key=lambda k: totals[k])
    return kind, totals[kind]


def _short_forms(scores: dict[Key, Scores]) -> None:
    """A surname is the person's, a first word the body's, a seat a place."""
    full = {form: _best(own)[0] for form, own in scores.items() if len(form) > 1}
    for form, own in scores.items():
        people = [other for other, kind in full.items() if kind is Kind.PERSON and len(other) > len(form)]
        others = {other: kind for other, kind in full.items() if kind is not Kind.PERSON and len(other) > len(form)}
        if any(other[-len(form) :] == form for other in people):
            own[Kind.PERSON] += _SURNAME
        elif any(_seated(other, form) for other in others):
            own[Kind.PLACE] += _SEAT
        elif len(form) == 1 and any(other[0] == form[0] for other in people):
            own[Kind.PERSON] += _SURNAME / 2
        elif len(form) == 1 and any(other[0] == form[0] and others[other] in BODIES for other in others):
            own[Kind.ORGANIZATION] += _FIRST_WORD


def _seated(body: Key, form: Key) -> bool:
    """Whether a longer name says that a shorter one is a place: 'Republic of Karasu', 'Sahran Bar Association'."""
    size = len(form)
    public = match(phrases("name_word", "public"), list(body), size, len(body)) if body[:size] == form else None
    return body[-size - 1 :] == ("of", *form) or (public is not None and public[0] == len(body))


def _coordinated(words: Words, names: list[Name], scores: dict[Key, Scores]) -> None:
    """'Voronezh and Rostov': what is doubtful is what its neighbour in the list is."""
    for left, right in pairwise(names):
        if words.lower[left.end : right.start] not in (["and"], [","], ["or"], [",", "and"]):
            continue
        if role_before(words, right) is not None:
            continue  # 'the governor of Szarva, Etelka Bodó,'
        for one, other in ((left, right), (right, left)):
            kind, score = _best(scores[key(words, other)])
            if kind in (Kind.PERSON, Kind.PLACE) and score >= 3.0 and not one.listed:
                scores[key(words, one)][kind] += 3.5 if score >= 6.0 else 1.5


def _decided(words: Words, form: Key, members: list[Name], scores: Scores) -> Kind | None:
    """The type of a form, or None for nobody: a letter, a common word that only opens a sentence, a weak hint."""
    kind, score = _best(scores)
    letter = len(form) == 1 and len(form[0]) == 1 and kind is not Kind.PERSON
    if not form or letter or score < _ENOUGH:
        return None
    opens = all(words.fresh[name.start] and name.end - name.start == 1 and words.common[name.start] for name in members)
    return None if opens and score < _ENCODER / 2 else kind


def _court(words: Words, name: Name, kind: Kind) -> Kind:
    head = head_of(words, name.start, name.end)
    court = kind_of(head) is Kind.COURT if head is not None else court_inside(words, name.start, name.end)
    return Kind.COURT if kind in BODIES and court else kind
