"""What the reader takes for one name is one name, where grammar alone has cut it; what it takes for two is two.

'Grandmothers of Plaza de Mayo', 'Lighthouse for Children', 'Port-au-Prince'; but 'the Research Lab of the Yale School'.
"""

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract.ner.candidates import Candidate, Vote
from onrecord.extract.ner.gazetteer import kind_of
from onrecord.extract.ner.head_words import head_before
from onrecord.extract.ner.tokens import APOSTROPHES, GRAMMAR, HYPHENS, Words
from onrecord.lexicon.name_forms import PARTICLES
from onrecord.values.findings import Kind

_WHOLE = ("ORG", "PLACE")
_BODIES = (Kind.ORGANIZATION, Kind.COURT)


@Language.component("onrecord_name_whole", requires=["doc.ents", "doc._.names"], assigns=["doc._.names"])
def whole(doc: Doc) -> Doc:
    """Join the candidates inside one of the reader's names; part those that two of them make up."""
    words: Words = doc._.words
    names = [part for name in doc._.names for part in _parted(words, name)]
    for ent in doc.ents:
        names = _joined(words, ent, names) if ent.label_ in _WHOLE else names
    doc._.names = tuple(sorted(names, key=lambda c: c.start))
    return doc


def _joined(words: Words, ent: Span, names: list[Candidate]) -> list[Candidate]:
    """The candidates, those that the reader's name covers as one."""
    if words.line[ent.start] in words.loud or words.line[ent.start] != words.line[ent.end - 1]:
        return names
    inside = [c for c in names if c.start < ent.end and ent.start < c.end]
    if not inside and _coded(words, ent):
        return [*names, Candidate(ent.start, ent.end, [Vote(Kind.ORGANIZATION, 4.0, "read as one")], firm=True)]
    if not inside or not (words.name(ent.start) and words.name(ent.end - 1)):
        return names
    borders = min(c.start for c in inside), max(c.end for c in inside)
    if borders == (ent.start, ent.end) and len(inside) == 1:
        return names
    if not (ent.start <= borders[0] and borders[1] <= ent.end) or _apart(words, inside) or not _name_like(words, ent):
        return names
    one = Candidate(ent.start, ent.end, firm=True, described=inside[0].described, outer=inside[0].outer)
    one.votes = [v for c in inside for v in c.votes if v.rule == "head word"]
    one.vote(Kind.PLACE if ent.label_ == "PLACE" else _kind(words, one), 4.0, "read as one")
    return [*(c for c in names if c not in inside), one]


def _coded(words: Words, ent: Span) -> bool:
    """Whether one word with digits or a dot inside is read as a body: 'M23', 'Novyny.ua'."""
    text = ent.text
    return (
        len(ent) == 1
        and ent.label_ == "ORG"
        and text[0].isupper()
        and any(not c.isalpha() for c in text[1:-1] + text[-1])
    )


def _name_like(words: Words, ent: Span) -> bool:
    """Whether only capitals, and what stands between them in names, are read as one."""
    joints = (*GRAMMAR, *PARTICLES, *HYPHENS, *APOSTROPHES, "&", "au", "aux", "sur", "en")
    return all(words.name(i) or words.lower[i] in joints for i in range(ent.start, ent.end))


def _apart(words: Words, parts: list[Candidate]) -> bool:
    """Whether the parts are names that stand beside each other: in a list, a possessor and its own, two bodies."""
    links = {w for a, b in pairwise(parts) for w in words.lower[a.end : b.start]}
    heads = [head_before(words, c.end, c.start) for c in parts]
    bodies = sum(head is not None and kind_of(head) in _BODIES for head in heads)
    owned = bool(links & APOSTROPHES) and (any(heads) or any(v.rule == "word list" for c in parts for v in c.votes))
    return bodies > 1 or owned or bool(links & {",", "and", "or", "(", "/", ";", ":"})


def _parted(words: Words, name: Candidate) -> list[Candidate]:
    """A body and the body it belongs to, where the reader takes each for a name of its own."""
    links = [i for i in range(name.start + 1, name.end - 1) if words.lower[i] == "of"]
    for link in links:
        inner = link + 1 + (words.lower[link + 1] in ("the", "a"))
        left = next((e for e in words.doc.ents if e.start <= name.start < e.end), None)
        right = next((e for e in words.doc.ents if e.start == inner and e.end >= name.end), None)
        if left is None or right is None or left.label_ != "ORG" or right.label_ != "ORG" or left.end > inner:
            continue
        if left.end < link or not _is_body(words, inner, name.end):
            continue
        outer = Candidate(name.start, link, described=list(name.described), firm=True, outer=name.outer)
        outer.vote(_kind(words, outer), 6.0, "head word")
        owner = Candidate(inner, name.end, firm=True)
        owner.vote(Kind.ORGANIZATION, 4.0, "read as one")
        return [outer, owner]
    return [name]


def _kind(words: Words, name: Candidate) -> Kind:
    """A body, or a court where a word before any 'of' or 'for' makes it one: 'First Assize Section'."""
    links = (i for i in range(name.start, name.end) if words.lower[i] in ("of", "for"))
    stop = next(links, name.end)
    heads = (head_before(words, i, name.start) for i in range(name.start + 1, stop + 1))
    court = any(head is not None and kind_of(head) is Kind.COURT for head in heads)
    return Kind.COURT if court else Kind.ORGANIZATION


def _is_body(words: Words, start: int, end: int) -> bool:
    """Whether words name a body in their own right: by a head word, or an acronym."""
    head = head_before(words, end, start) or next(
        (h for i in range(start + 1, end) if words.lower[i] == "of" and (h := head_before(words, i, start))), None
    )
    return (head is not None and kind_of(head) in _BODIES) or (end - start == 1 and words.text[start].isupper())
