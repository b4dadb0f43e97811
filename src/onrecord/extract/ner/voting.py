"""Votes counted for each name of an article, and what names settle about each other.

A surname goes with the full name, a first word with the body's name, the coordinated with each other.
"""

from itertools import pairwise

from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.tokens import Words, match_back, phrases
from onrecord.values.findings import Kind

ENOUGH = 1.5  # a lone weak hint is not a name
_INTRODUCED = ("title before", "apposition", "given name alone", "age", "owner")
# Rules that only see the shape of a name; all others show somebody in the text.
_SHAPES = ("model", "shape", "particle", "modifier", "named elsewhere")
_ALLOWED = (
    "preposition",
    "gone to",
    "befallen",
    "comes from",
    "place word before",
    "governed",
)  # where a place may stand, too
_DOUBT = 2.5
_BODIES = (Kind.ORGANIZATION, Kind.COURT)

Key = tuple[str, ...]  # the words of a name as they are compared
Scores = dict[Key, dict[Kind | None, float]]


def scores(words: Words, groups: dict[Key, list[Candidate]], names: list[Candidate]) -> Scores:
    """The score of each kind for each name, `names` in order of the text, `groups` the same by their words."""
    found = {k: _counted(members) for k, members in groups.items()}
    for k, members in groups.items():
        if any(v.rule in _ALLOWED and v.kind is Kind.PLACE and v.weight >= 2.0 for m in members for v in m.votes):
            _doubt(found[k], members)
    _short_forms(groups, found)
    _complements(words, names, found)
    _coordinated(words, names, groups, found)
    return found


def shown(members: list[Candidate]) -> bool:
    """Whether the text shows a person: by a title, a role, kin, an age, initials, a given name, what people do."""
    return any(v.kind is Kind.PERSON and v.weight > 0 and v.rule not in _SHAPES for m in members for v in m.votes)


def _doubt(own: dict[Kind | None, float], members: list[Candidate]) -> None:
    """Where a place may stand, the shape of a name alone makes nobody a person."""
    if Kind.PERSON in own and not shown(members):
        own[Kind.PERSON] -= _DOUBT


def key(words: Words, name: Candidate) -> Key:
    """The words of a name as they are compared: in lower case, without punctuation; 'A.' is 'A'."""
    text = words.lower[name.start : name.end]
    return tuple(w.rstrip(".") if len(w) == 2 else w for w in text if w[0].isalnum())


def _counted(members: list[Candidate]) -> dict[Kind | None, float]:
    """The votes of all mentions of a name: each rule counts once, and a little more for every further mention."""
    by_rule: dict[tuple[str, Kind | None], list[float]] = {}
    for vote in (v for m in members for v in m.votes):
        by_rule.setdefault((vote.rule, vote.kind), []).append(vote.weight)
    total: dict[Kind | None, float] = {}
    for (rule, kind), weights in by_rule.items():
        if rule == "model":
            count = sum(weights) / len(members) * 1.5
        else:
            count = min(2 * max(weights), 0.7 * max(weights) + 0.3 * sum(weights))
        total[kind] = total.get(kind, 0.0) + count
    return total


def best(scores: dict[Kind | None, float]) -> tuple[Kind | None, float]:
    """The kind with most votes; bodies and courts count as one until it is clear which."""
    if not scores:
        return None, 0.0
    totals = dict(scores)
    if Kind.COURT in totals:
        totals[Kind.COURT] += totals.pop(Kind.ORGANIZATION, 0.0)
    kind = max(sorted(totals, key=str), key=lambda k: totals[k])
    return kind, totals[kind]


def _short_forms(groups: dict[Key, list[Candidate]], found: Scores) -> None:
    """A surname is the person's, a first word the body's; what public bodies are named after is a place."""
    full = {k: best(found[k]) for k in groups if len(k) > 1}
    local = phrases("name_word", "facility", "court", "public")
    for k, own in found.items():
        longer = {o: kind for o, (kind, score) in full.items() if len(o) > len(k) and score >= ENOUGH}
        if any(o[: len(k)] == k and match_back(local, list(o), len(o), len(k)) for o in longer):
            _add(own, Kind.PLACE, 2.5)
            longer = {o: kind for o, kind in longer.items() if kind not in _BODIES}
        shortened = next((weight for o, kind in longer.items() if (weight := _shortens(k, o, kind))), None)
        if shortened is not None:
            _add(own, *shortened)
        introduced = any(v.rule in _INTRODUCED and v.kind is Kind.PERSON for m in groups[k] for v in m.votes)
        named = introduced or (shortened is not None and shortened[0] is Kind.PERSON)
        if len(k) == 1 and Kind.PERSON in own and not named:
            own[Kind.PERSON] -= 1.0  # people are named in full somewhere


def _shortens(k: Key, full: Key, kind: Kind | None) -> tuple[Kind, float] | None:
    """What a short name is taken for, and how surely, because of a longer one."""
    if kind is Kind.PERSON:
        if full[-len(k) :] == k or (len(full) > 2 and full[-2:-1] == k):
            return Kind.PERSON, 8.0
        if full[:1] == k:
            return Kind.PERSON, 4.0
    return (Kind.ORGANIZATION, 2.0) if kind in _BODIES and full[:1] == k else None


def _add(scores: dict[Kind | None, float], kind: Kind, weight: float) -> None:
    scores[kind] = scores.get(kind, 0.0) + weight


def _complements(words: Words, names: list[Candidate], found: Scores) -> None:
    """'High Court of Calvenia': what public bodies are of is a place."""
    for name in names:
        if best(found[key(words, name)])[0] not in _BODIES:
            continue
        links = [i for i in range(name.start, name.end) if words.lower[i] == "of"]
        if links:
            inner = Candidate(links[-1] + 1 + (words.lower[links[-1] + 1] == "the"), name.end)
            own = found.get(key(words, inner))
            if own is not None:
                _add(own, Kind.PLACE, 3.5)


def _coordinated(words: Words, names: list[Candidate], groups: dict[Key, list[Candidate]], found: Scores) -> None:
    """'Voronezh and Rostov': what is doubtful is what its neighbour in the list is."""
    for left, right in pairwise(names):
        between = words.lower[left.end : right.start]
        if between not in (["and"], [","], ["or"], [",", "and"]):
            continue
        if words.lower[left.start - 1] == "of" and words.lower[right.end : right.end + 1] == ["of"]:
            continue  # 'Ana Lund of Brenn, Tom Vik of Sorva'
        for one, other in ((left, right), (right, left)):
            kind, score = best(found[key(words, other)])
            settled = any(v.rule in ("head word", "word list") for v in one.votes)
            if kind in (Kind.PERSON, Kind.PLACE) and score >= 3.0 and not settled:
                own = found[key(words, one)]
                if kind is Kind.PLACE and not (Kind.PLACE in own and own[Kind.PLACE] >= 3.5):
                    _doubt(own, groups[key(words, one)])
                _add(own, kind, 3.5 if score >= 6.0 else 1.5)
