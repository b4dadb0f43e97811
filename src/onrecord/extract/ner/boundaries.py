"""Where names begin and end: capitalised words, cut at titles, nationalities and owners.

'Ukraine's parliamentary commissioner', 'Russian President Vladimir Putin', 'Save Ukraine CEO': what goes before or
after a title is a name of its own, or says what the title is for ('Education Minister').
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.gazetteer import kind_of
from onrecord.extract.ner.head_words import head_before
from onrecord.extract.ner.titles import (
    given_names,
    governor,
    only_portfolio,
    past_portfolio,
    plural_role,
    postnominals,
    title_before,
)
from onrecord.extract.ner.tokens import APOSTROPHES, GRAMMAR, HYPHENS, QUOTES, Words, match, match_back, phrases
from onrecord.lexicon.name_forms import PARTICLES
from onrecord.values.findings import Kind

_ADVERBIAL = ("ADV", "VERB", "ADP", "SCONJ", "NUM", "PRON", "DET", "AUX", "CCONJ", "INTJ")
# Korean and Japanese kinds of places, after a hyphen: 'Musan-gun', 'Futaba-machi'.
DISTRICTS = frozenset("gun si ri do dong eup myeon gu ku shi ken cho machi mura".split())
# Small words in names of places only: 'Vila Nova do Sul', 'Frankfurt am Main', 'Brod na Kupi'.
BY_RIVERS = frozenset("am do lui na nad pod ob bei sur sous aan".split())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a run between titles, with the titles that touch it."""

    start: int
    end: int
    title: str = ""  # the title right before it: 'president'
    office: str = ""  # the group of the title right after it: 'function'
    lower: bool = False  # the title is written small
    outer: int | None = None  # where the title begins


@Language.component("onrecord_name_borders", requires=["doc._.words"], assigns=["doc._.names"])
def borders(doc: Doc) -> Doc:
    """Make candidates of the capitalised words that no component before took."""
    words: Words = doc._.words
    taken = [False] * len(words)
    for candidate in doc._.names:
        for i in range(candidate.start, candidate.end):
            taken[i] = True
    found = [c for run in _runs(words, taken) for c in _cut(words, *run)]
    doc._.names = tuple(sorted([*doc._.names, *found], key=lambda c: c.start))
    return doc


def _runs(words: Words, taken: list[bool]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words with what joins them: hyphens, particles, possessives, '&'."""
    i, size = 0, len(words)
    while i < size:
        start = _particle_start(words, i)
        if taken[i] or not (words.name(i) or start) or words.text[i - 1] == "#":
            i += 1
            continue
        j = _particles_end(words, i) if start else i + 1
        while j < size and not taken[j] and words.line[j] == words.line[i]:
            step = _step(words, taken, j)
            if not step:
                break
            j += step
        yield i, j
        i = j


def _step(words: Words, taken: list[bool], j: int) -> int:
    """How many tokens from `j` on continue a run; 0 where it ends."""
    if words.name(j) and not (words.fresh[j] and not words.initial(j - 1) and not words.text[j - 1].endswith(".")):
        return 1
    if j + 1 >= len(words) or taken[j + 1]:
        return 0
    joint = words.text[j] in HYPHENS and words.glued[j - 1] and words.glued[j]
    if joint and words.capital[j + 1]:
        return 2
    if (words.lower[j] in APOSTROPHES or words.text[j] == "&") and words.name(j + 1):
        return 2
    if words.text[j] in QUOTES and (end := _nickname_end(words, j)):
        return end - j
    if words.text[j] == "I" and head_before(words, j, max(0, j - 2)) is not None:
        return 1  # 'Trial Chamber I'
    if joint and words.text[j + 1] in DISTRICTS and (j < 2 or not words.name(j - 2)):
        return 2  # 'Musan-gun'
    if joint and words.doc[j + 1].ent_iob_ == "I" and words.doc[j + 1].ent_type_ == "PERSON":
        return 2  # 'Park Sun-won'
    if joint and j > 1 and words.name(j - 2) and words.text[j + 1].islower() and not words.common[j + 1]:
        return 2 if len(words.text[j + 1]) < 6 and len(words.text[j - 1]) < 6 else 0  # 'Pak Sol-mi'
    if joint and words.text[j + 1].islower() and len(words.text[j + 1]) < 5:  # 'Dasht-e Nur', 'Rostov-on-Don'
        k = j + 2 + (j + 2 < len(words) and words.text[j + 2] in HYPHENS and words.glued[j + 1])
        return k + 1 - j if k < len(words) and words.name(k) and not taken[k] else 0
    if words.text[j] in BY_RIVERS and words.name(j + 1) and words.name(j - 1):
        return 2
    if words.text[j] in PARTICLES or _assimilated(words, j):
        end = _particles_end(words, j)
        return end - j if end and words.line[end - 1] == words.line[j] and not any(taken[j:end]) else 0
    return 0


def _particle_start(words: Words, i: int) -> bool:
    """Whether a name begins here with a particle in small letters: 'al-Sabbagh said'."""
    alone = i == 0 or not words.name(i - 1)
    return alone and words.text[i] in PARTICLES and bool(_particles_end(words, i))


def _particles_end(words: Words, i: int) -> int:
    """The end of particles and the capitalised word after them; 0 where none follows."""
    j = i
    while j < len(words) and (words.text[j] in PARTICLES or _assimilated(words, j) or _contracted(words, j)):
        j += 2 if _contracted(words, j) else 1
        if j < len(words) and words.text[j] in HYPHENS and words.glued[j - 1]:
            j += 1
    return j + 1 if i < j < len(words) and words.name(j) and not words.text[j].isupper() else 0


def _nickname_end(words: Words, j: int) -> int:
    """The end of a nickname in quotes and the name after it: 'Hernán "El Zorro" Quispe'; 0 where there is none."""
    close = next((k for k in range(j + 2, min(j + 5, len(words))) if words.text[k] in QUOTES), None)
    if close is None or close + 1 >= len(words) or not words.name(close + 1) or words.fresh[j]:
        return 0
    return close + 2 if all(words.text[k][0].isupper() for k in range(j + 1, close)) else 0


def _assimilated(words: Words, i: int) -> bool:
    """Whether the token is an Arabic article before a hyphen: 'ad-Din', 'ash-Sharif'."""
    hyphen = words.glued[i] and i + 1 < len(words) and words.text[i + 1] in HYPHENS
    return hyphen and words.text[i] in ("ad", "an", "ar", "as", "ash", "at", "az", "ud", "ul", "ur")


def _contracted(words: Words, i: int) -> bool:
    """Whether a Dutch article begins here: ''t' in 'van 't Hoff'."""
    return words.text[i] in ("'", "’", "‘") and words.glued[i] and i + 1 < len(words) and words.text[i + 1] == "t"


def _cut(words: Words, start: int, end: int) -> Iterator[Candidate]:
    for piece in _pieces(words, start, end):
        yield from _owners(words, piece)


def _pieces(words: Words, start: int, end: int) -> Iterator[_Piece]:
    """The run cut at titles; what only says what a title is for is dropped."""
    roles = phrases("role", "noun", "title")
    at, i, title, outer = start, start, "", None
    office = governor(words, start)
    if office:  # 'Minister of Foreign Affairs Mariana Betsa'
        at = i = past_portfolio(words, start, end)
        title = office if at > start else ""
        if at > start and all(words.common[k] and words.lower[k] not in given_names() for k in range(at, end)):
            return
    while i < end:
        hit = match(roles, words.lower, i, end) or plural_role(words, i)
        if hit is None or hit[1].one("kind") != "person" or _inside_name(words, at, i, hit[0], end):
            i += 1
            continue
        many = hit[0] == end and hit[0] == i + 1 and words.lower[i] not in roles
        if i > at and not many and not only_portfolio(words, at, i):
            yield _Piece(at, i, title, hit[1].term, outer=outer)
        outer = i if outer is None or i > at else outer
        title = " ".join(words.lower[i : hit[0]])
        at = i = hit[0]
    if end > at:
        yield _Piece(at, end, title or title_before(words, at), lower=not title, outer=outer)


def _inside_name(words: Words, at: int, role: int, stop: int, end: int) -> bool:
    """Whether a title word is part of a name: 'General Assembly', 'Prosecutor General's Office', 'Stephen King'."""
    head = head_before(words, end, stop)
    if head is not None and kind_of(head) is not None:
        return True
    if stop < end and (words.lower[stop] in APOSTROPHES or words.lower[stop] in GRAMMAR):
        return True  # 'Reporters' Shield', 'Teachers Beyond Walls'
    surname = stop == end and stop - role == 1 and role > at and words.lower[role - 1] in given_names()
    return surname or (stop < end and words.text[stop] in HYPHENS)


def _owners(words: Words, piece: _Piece) -> Iterator[Candidate]:
    """The piece cut at possessives of names, nationalities and openers of sentences dropped."""
    start, end = piece.start, piece.end
    cut = next(
        (i for i in range(start, end) if words.lower[i] in APOSTROPHES and not _joins(words, start, i, end)), None
    )
    if cut is not None:
        yield from _owners(words, _Piece(start, cut, piece.title, lower=piece.lower, outer=piece.outer))
        if cut + 1 < end:
            for candidate in _owners(words, _Piece(cut + 1, end, "", piece.office)):
                if candidate.start == cut + 1 and head_before(words, candidate.end, candidate.start):
                    candidate.also = (start, candidate.end)
                yield candidate
        return
    role = match(phrases("role", "noun"), words.lower, start, end)
    if role is not None and role[0] == end:
        return
    head = head_before(words, end, start)
    body = head is not None and kind_of(head) is not None
    whole = start
    while start < end and words.nationality(start) and (end - start == 1 or not body):
        start += 1
        start += start < end and words.text[start] in HYPHENS
    if _opener(words, start, end) and words.doc[start].pos_ in _ADVERBIAL:
        start += 1
    while end - start > 1 and words.text[end - 1] in postnominals():
        end -= 1
    opener = start
    if end - start > 2 and _opener(words, start, end) and _name_follows(words, start, end):
        start += 1
    if start >= end or (not body and past_portfolio(words, start, end) == end):
        return
    candidate = Candidate(start, end, firm=not words.fresh[start] or end - start > 1)
    if body and words.nationality(whole) and end - start > 2:
        candidate.also = (start + 1, end)
    candidate.outer = piece.outer if opener == start == whole else None
    _title_votes(words, candidate, piece, start == whole)
    yield candidate


def _opener(words: Words, start: int, end: int) -> bool:
    """Whether a run may begin with a word of the sentence, which is no part of the name: 'Contact', not 'Bor-Uul'."""
    return end - start > 1 and words.fresh[start] and words.common[start] and words.text[start + 1] not in HYPHENS


def _joins(words: Words, start: int, apostrophe: int, end: int) -> bool:
    """Whether a possessive is inside a name: 'Children's Fund', 'Attorney General's Office', 'St. Mary's'."""
    if words.lower[start] in ("st", "st.", "saint") or _contracted(words, apostrophe):
        return True
    if head_before(words, apostrophe, start) is not None:
        return False  # 'the Norfeld Tribunal's Appeals Chamber'
    i = apostrophe - 1
    if words.lower[apostrophe] == "'" and words.common[i] and words.capital[i]:
        return True  # 'Reporters' Shield'
    if head_before(words, end, apostrophe + 1) is None:
        return False
    return words.common[i] or match_back(phrases("role", "noun"), words.lower, apostrophe, start) is not None


def _name_follows(words: Words, start: int, end: int) -> bool:
    """Whether a full name follows a word that opens a sentence: 'Contact Finn Oduya'."""
    rest = range(start + 1, end)
    first, second = words.doc[start], words.doc[start + 1]
    if second.ent_iob_ == "B" and second.ent_type_ == "PERSON" and first.ent_type_ != "PERSON":
        return True
    lead = match(phrases("name_word", "lead"), words.lower, start, end)
    named = (not words.common[start + 1] or words.lower[start + 1] in given_names()) and not any(
        words.text[i].isupper() and len(words.text[i]) > 1 for i in rest
    )
    return named and lead is None and head_before(words, end, start + 1) is None


def _title_votes(words: Words, candidate: Candidate, piece: _Piece, touching: bool) -> None:
    concept = (
        match(phrases("role", "noun", "title"), parts := piece.title.split(), 0, len(parts)) if piece.title else None
    )
    if concept is not None and touching:
        kind = kind_of(concept[1])
        if kind is not Kind.PERSON or not (piece.lower and words.common[candidate.start]):
            candidate.described.append(piece.title)
            candidate.vote(kind, 5.0 if kind is Kind.PERSON else 4.0, "title before")
    if piece.office == "function":
        candidate.vote(Kind.ORGANIZATION, 2.5, "before a title")
    elif piece.office == "office":
        candidate.vote(Kind.PLACE, 1.0, "before a title")
        candidate.vote(Kind.ORGANIZATION, 1.0, "before a title")
