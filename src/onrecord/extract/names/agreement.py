"""One decision for each name of an article: what one mention settles about the others.

Votes of all candidates that read the same are counted together; a surname goes with the full name, an acronym with what
it abbreviates, the coordinated with each other. What a capital alone suggests, at the start of a sentence or in a
headline, counts only where the rest of the article bears it out.
"""

from collections.abc import Iterable
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.names.bodies import head_at
from onrecord.extract.names.candidates import Candidate, Vote
from onrecord.extract.names.words import QUOTES, Words, match_back, phrases
from onrecord.findings import Kind

_ENOUGH = 1.5  # a lone weak hint is not a name
_PLACED = (
    "owner",
    "has bodies of state",
    "preposition",
    "kind of place before",
    "dateline",
    "word list",
    "given name alone",
    "title before",
)
_CALLED = ([",", "known", "as"], [",", "also", "known", "as"], ["known", "as"], ["also", "known", "as"], [",", "alias"])
_INTRODUCED = ("title before", "apposition", "given name alone", "age", "owner")
_BODIES = (Kind.ORGANIZATION, Kind.COURT)

Key = tuple[str, ...]


@Language.component("onrecord_name_agreement", requires=["doc._.names"], assigns=["doc._.names"])
def agreement(doc: Doc) -> Doc:
    """Decide each candidate's kind; drop those that name nobody; find again in headlines what the text names."""
    words: Words = doc._.words
    names = [c for c in doc._.names if words.line[c.start] not in words.loud or _sure(words, c)]
    names = _spelled_out(words, names)
    _abbreviations(words, names)
    groups: dict[Key, list[Candidate]] = {}
    for name in names:
        groups.setdefault(key(words, name), []).append(name)
    scores = {k: _scores(members) for k, members in groups.items()}
    _short_forms(words, groups, scores)
    _complements(words, names, scores)
    _coordinated(words, names, scores)
    for k, members in groups.items():
        kind = _decide(words, k, members, scores[k])
        for member in members:
            member.kind = kind
    for members in groups.values():
        full = next((m.short_for.kind for m in members if m.short_for is not None), None)
        for member in members:
            member.kind = full or member.kind
    _modifiers(words, groups)
    kept = [n for n in names if n.kind is not None and not _masthead(words, n, groups[key(words, n)])]
    doc._.names = tuple(sorted(_again(words, kept), key=lambda c: c.start))
    return doc


def key(words: Words, name: Candidate) -> Key:
    """The words of a name as they are compared: in lower case, without punctuation."""
    return tuple(w for w in words.lower[name.start : name.end] if w[0].isalnum())


def _sure(words: Words, name: Candidate) -> bool:
    """Whether a name may be believed even in a headline: well known, or 'the' before the long name of a body."""
    definite = name.start and words.lower[name.start - 1] == "the" and name.end - name.start > 1
    return any(v.rule in ("word list", "dateline") or (definite and v.rule == "head word") for v in name.votes)


def _scores(members: list[Candidate]) -> dict[Kind | None, float]:
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


def _modifiers(words: Words, groups: dict[Key, list[Candidate]]) -> None:
    """'Teska flood toll' where the text has only a 'Teska River': the modifier is short for it."""
    for k, members in groups.items():
        placed = any(v.rule in _PLACED for m in members for v in m.votes)
        if len(k) > 1 or members[0].kind is None or (placed and not all(_modifies(words, m) for m in members)):
            continue
        full = [g[0] for other, g in groups.items() if len(other) == 2 and other[:1] == k and g[0].kind is Kind.PLACE]
        if len(full) == 1 and not any(v.rule == "word list" for v in members[0].votes):
            for member in members:
                member.short_for, member.kind = full[0], Kind.PLACE


def _modifies(words: Words, name: Candidate) -> bool:
    token = words.doc[name.end - 1]
    return token.dep_ in ("compound", "nmod", "amod") and token.head.i >= name.end


def _masthead(words: Words, name: Candidate, members: list[Candidate]) -> bool:
    """Whether the name stands alone on one of the first lines and nowhere else: an outlet's, above its text."""
    if name.kind is not Kind.ORGANIZATION or len(members) > 1 or words.line[name.start] > 2:
        return False
    line = words.line[name.start]
    others = (i for i in range(len(words)) if words.line[i] == line and not name.start <= i < name.end)
    return not any(words.text[i].isalpha() and words.lower[i] not in ("date", "the") for i in others)


def _spelled_out(words: Words, names: list[Candidate]) -> list[Candidate]:
    """'Norden Relief and Recovery (NRR)': where the initials show that several candidates are one name, join them."""
    found: list[Candidate] = []
    for name in names:
        text = words.text[name.start]
        bracketed = (
            name.start and words.text[name.start - 1] == "(" and words.text[min(name.end, len(words) - 1)] == ")"
        )
        if bracketed and name.end - name.start == 1 and text.isupper() and len(text) > 2:
            stop = name.start - 1
            parts = [c for c in found if words.line[c.start] == words.line[stop] and stop - c.start <= 3 * len(text)]
            exact = next((c for c in parts if c.end < stop and _initials(words, c.start, stop) == text), None)
            if exact is not None and words.text[stop - 1] not in (",", ";"):
                joined = Candidate(exact.start, stop, firm=True)
                joined.vote(Kind.ORGANIZATION, 6.0, "abbreviated")
                for part in (c for c in found if c.start >= exact.start):
                    joined.votes.extend(v for v in part.votes if v.rule == "head word" and v.kind in (Kind.COURT, None))
                found = [*(c for c in found if c.start < exact.start), joined]
        found.append(name)
    return found


def _initials(words: Words, start: int, stop: int) -> str:
    """The initials of the capitalised words from start to stop, if only small words join them; else nothing."""
    span = range(start, stop)
    joints = ("of", "for", "the", "and", "in", "on", ",", "'s", "'", "-", "&", "to")
    if any(not words.capital[i] and words.lower[i] not in joints for i in span):
        return ""
    return "".join(words.text[i][0] for i in span if words.capital[i])


def _abbreviations(words: Words, names: list[Candidate]) -> None:
    """'X (ABC)', 'X (“the Court”)', 'ABC (X)': the name in brackets is the one before it."""
    for before, name in pairwise(names):
        between = [
            w
            for w in words.lower[before.end : name.start]
            if w not in QUOTES and w not in ("the", "hereinafter", "–", "-", "or")
        ]
        if between in _CALLED and name.end - name.start <= before.end - before.start + 1:
            name.short_for, name.firm = before, True
            continue
        rest = [w for w in words.lower[name.end : name.end + 2] if w not in QUOTES]
        if between != ["("] or not rest or rest[0] not in (")", ",", ";"):
            continue
        short, full = (name, before) if name.end - name.start <= before.end - before.start else (before, name)
        text = words.text[short.start]
        spelled = text.isupper() and len(text) > 1 and _spells(text, words.text[full.start : full.end])
        body = any(v.kind in _BODIES and v.weight >= 2.5 for v in full.votes)
        if spelled or (body and not any(v.kind is Kind.PLACE and v.weight > 4 for v in short.votes)):
            short.short_for = full
            short.firm = True
            if spelled:
                full.vote(Kind.ORGANIZATION, 2.0, "abbreviated")


def _spells(letters: str, name: Iterable[str]) -> bool:
    """Whether the letters are initials of the name's words, in order, some small words skipped."""
    initials = [w[0].upper() for w in name if w[0].isalnum()]
    position = 0
    for letter in letters.upper():
        if letter not in initials[position:]:
            return False
        position += initials[position:].index(letter) + 1
    return position >= len(letters)


def _short_forms(words: Words, groups: dict[Key, list[Candidate]], scores: dict[Key, dict[Kind | None, float]]) -> None:
    """A surname is the person's, a first word the body's."""
    full = {k: _best(scores[k]) for k in groups if len(k) > 1}
    local = phrases("name_word", "facility", "court")
    for k, own in scores.items():
        if any(len(o) > len(k) and o[: len(k)] == k and match_back(local, list(o), len(o), len(k)) for o in full):
            own[Kind.PLACE] = own.get(Kind.PLACE, 0.0) + 2.0  # hospitals and courts bear the names of places
        for other, (kind, score) in full.items():
            if len(other) <= len(k) or score < _ENOUGH:
                continue
            if kind is Kind.PERSON and (other[-len(k) :] == k or (len(other) > 2 and other[-2:-1] == k)):
                own[kind] = own.get(kind, 0.0) + 8.0
                break
            if kind is Kind.PERSON and len(k) == 1 and other[:1] == k:
                own[kind] = own.get(kind, 0.0) + 4.0
                break
            if kind in _BODIES and other[: len(k)] == k and len(k) == 1:
                own[Kind.ORGANIZATION] = own.get(Kind.ORGANIZATION, 0.0) + 2.0
                break
        else:
            introduced = any(v.rule in _INTRODUCED and v.kind is Kind.PERSON for m in groups[k] for v in m.votes)
            if len(k) == 1 and Kind.PERSON in own and not introduced:
                own[Kind.PERSON] -= 1.0  # people are named in full somewhere


def _complements(words: Words, names: list[Candidate], scores: dict[Key, dict[Kind | None, float]]) -> None:
    """'High Court of Calvenia': what public bodies are of is a place."""
    for name in names:
        if _best(scores[key(words, name)])[0] not in _BODIES:
            continue
        links = [i for i in range(name.start, name.end) if words.lower[i] == "of"]
        if links:
            inner = Candidate(links[-1] + 1 + (words.lower[links[-1] + 1] == "the"), name.end)
            own = scores.get(key(words, inner))
            if own is not None:
                own[Kind.PLACE] = own.get(Kind.PLACE, 0.0) + 3.0


def _coordinated(words: Words, names: list[Candidate], scores: dict[Key, dict[Kind | None, float]]) -> None:
    """'Voronezh and Rostov': what is doubtful is what its neighbour in the list is."""
    for left, right in pairwise(names):
        between = words.lower[left.end : right.start]
        if between not in (["and"], [","], ["or"], [",", "and"]):
            continue
        for one, other in ((left, right), (right, left)):
            kind, score = _best(scores[key(words, other)])
            settled = any(v.rule in ("head word", "word list") for v in one.votes)
            if kind in (Kind.PERSON, Kind.PLACE) and score >= 3.0 and not settled:
                own = scores[key(words, one)]
                own[kind] = own.get(kind, 0.0) + (3.5 if score >= 6.0 else 1.5)


def _best(scores: dict[Kind | None, float]) -> tuple[Kind | None, float]:
    """The kind with most votes; bodies and courts count as one until it is clear which."""
    if not scores:
        return None, 0.0
    totals = dict(scores)
    if Kind.COURT in totals:
        totals[Kind.COURT] += totals.pop(Kind.ORGANIZATION, 0.0)
    kind = max(sorted(totals, key=str), key=lambda k: totals[k])
    return kind, totals[kind]


def _decide(words: Words, k: Key, members: list[Candidate], scores: dict[Kind | None, float]) -> Kind | None:
    kind, score = _best(scores)
    name = members[0]
    if kind is None or score < _ENOUGH or not k or (len(k) == 1 and len(k[0]) == 1):
        return None
    if any(m.short_for for m in members):
        return kind
    lone = name.end - name.start == 1
    head = head_at(words, name.start, name.end)
    if lone and head is not None and not any(v.rule in ("word list", "dateline") for m in members for v in m.votes):
        return None  # 'the Court', 'the Ministry' refer back: they are roles, not names
    common = all(words.common[i] for i in range(name.start, name.end) if words.text[i][0].isalpha())
    if not any(m.firm for m in members) and common and score < 5.0:
        return None
    if common and score < 2.5:
        return None
    return kind


def _again(words: Words, kept: list[Candidate]) -> list[Candidate]:
    """The names of several words, found again where borders were cut short; in headlines, single ones as well."""
    table: dict[str, list[tuple[list[str], Candidate]]] = {}
    for name in kept:
        if name.end - name.start > 1 or not words.common[name.start]:
            form = words.lower[name.start : name.end]
            table.setdefault(form[0], []).append((form, name))
    found: list[Candidate] = []
    at = {n.start: n for n in kept}
    i = 0
    while i < len(words):
        here = at.get(i)
        best = here
        loud = words.line[i] in words.loud
        for form, name in table.get(words.lower[i], ()):
            end = i + len(form)
            longer = best is None or end > best.end
            if longer and words.lower[i:end] == form and (len(form) > 1 or loud) and words.text[i][0].isupper():
                best = Candidate(i, end, [Vote(name.kind, 1.0, "named elsewhere")], firm=True, kind=name.kind)
        if best is None:
            i += 1
            continue
        found.append(best)
        i = best.end
    return found
