"""One decision for each name of an article.

What a capital alone suggests, at the start of a sentence or in a headline, counts only where the rest of the article
bears it out; what is named once is found again where borders were cut short.
"""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.ner.candidates import Candidate, Vote
from onrecord.extract.ner.head_words import head_at
from onrecord.extract.ner.tokens import Words
from onrecord.extract.ner.voting import ENOUGH, Key, best, key, scores, shown
from onrecord.values.findings import Kind

# Votes of these rules show that a name stands for a place of its own, not short for a longer one.
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


@Language.component("onrecord_name_agreement", requires=["doc._.names"], assigns=["doc._.names"])
def agreement(doc: Doc) -> Doc:
    """Decide each candidate's kind; drop those that name nobody; find again in headlines what the text names."""
    words: Words = doc._.words
    names = [c for c in doc._.names if words.line[c.start] not in words.loud or _sure(words, c)]
    groups: dict[Key, list[Candidate]] = {}
    for name in names:
        groups.setdefault(key(words, name), []).append(name)
    found = scores(words, groups, names)
    for k, members in groups.items():
        kind = _decide(words, k, members, found[k])
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


def _sure(words: Words, name: Candidate) -> bool:
    """Whether a name may be believed even in a headline: well known, or 'the' before the long name of a body."""
    definite = name.start and words.lower[name.start - 1] == "the" and name.end - name.start > 1
    return any(v.rule in ("word list", "dateline") or (definite and v.rule == "head word") for v in name.votes)


def _decide(words: Words, k: Key, members: list[Candidate], found: dict[Kind | None, float]) -> Kind | None:
    kind, score = best(found)
    name = members[0]
    if kind is None or score < ENOUGH or not k:
        return None
    if len(k) == 1 and len(k[0]) == 1 and not (kind is Kind.PERSON and shown(members)):
        return None  # a letter is nobody, unless it stands for somebody whose name is withheld
    if any(m.short_for for m in members):
        return kind
    lone = name.end - name.start == 1
    head = head_at(words, name.start, name.end)
    if (
        lone
        and head is not None
        and kind is not Kind.PERSON
        and not any(v.rule in ("word list", "dateline") for m in members for v in m.votes)
    ):
        return None  # 'the Court', 'the Ministry' refer back: they are roles, not names
    common = all(words.common[i] for i in range(name.start, name.end) if words.text[i][0].isalpha())
    if not any(m.firm for m in members) and common and score < 5.0:
        return None
    if common and score < 2.5:
        return None
    return kind


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
        longest = here
        loud = words.line[i] in words.loud
        for form, name in table.get(words.lower[i], ()):
            end = i + len(form)
            longer = longest is None or end > longest.end
            if longer and words.lower[i:end] == form and (len(form) > 1 or loud) and words.text[i][0].isupper():
                longest = Candidate(i, end, [Vote(name.kind, 1.0, "named elsewhere")], firm=True, kind=name.kind)
        if longest is None:
            i += 1
            continue
        found.append(longest)
        i = longest.end
    return found
