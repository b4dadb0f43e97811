"""Long names of bodies: 'Office of the Prosecutor General', 'Textile and Garment Workers' Union', '5th Battalion'.

A head word (`ontology/names.ttl`, scheme `name_word`) makes the capitalised words around it one name, where the encoder
found less of it or none. The same grammar holds for courts, for places ('Gulf of Aden') and for documents
('Convention on Human Rights'), which are nobody.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from onrecord.extract.ner.candidates import BODIES, CERTAIN, Name
from onrecord.extract.ner.complements import complement, further
from onrecord.extract.ner.head_words import court_inside, head_at, head_before, head_of, run_end, run_start
from onrecord.extract.ner.tokens import Words, kind_of, match, phrases
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_LINKS = frozenset(("of", "for"))
_ABOUT = frozenset(("on", "against", "without"))
_FOUND = 0.8  # the score of a name by its grammar alone

_Found = tuple[int, int, Kind | None]  # a name by its grammar: first token, end, what it stands for


def joined(words: Words, names: list[Name]) -> list[Name]:
    """The names, with those of bodies whole where the encoder found a part of them or nothing."""
    names = [part for name in names for part in _parted(words, name)]
    for start, end, kind in _by_grammar(words):
        names = _placed(words, names, start, end, kind)
    for start, end, kind in _runs(words):
        names = _run_placed(names, start, end, kind)
    return sorted((name for name in names if not _nobody(words, name)), key=lambda name: name.start)


def _parted(words: Words, name: Name) -> list[Name]:
    """A body and the body it belongs to as two: 'First Assize Section of the Special Criminal Court'."""
    links = range(name.start + 1, name.end - 3) if name.kind is Kind.ORGANIZATION else range(0)
    for i in links:
        left, right = head_before(words, i, name.start), head_of(words, i + 2, name.end)
        bodies = all(head is not None and kind_of(head) in BODIES for head in (left, right))
        own = head_at(words, i + 2, name.end) is None and words.lower[i : i + 2] == ["of", "the"]
        if own and (bodies or court_inside(words, name.start, i)):
            return [replace(name, end=i), replace(name, start=i + 2, outer=None)]
    return [name]


def _placed(words: Words, names: list[Name], start: int, end: int, kind: Kind | None) -> list[Name]:
    """The names with one by its grammar in place of its parts, if none reaches beyond it and no two are bodies."""
    parts = [name for name in names if name.overlaps(start, end)]
    rest = [name for name in names if not name.overlaps(start, end)]
    beyond = any(part.start < start or part.end > end for part in parts)
    if kind is None:
        return [name for name in names if not (start <= name.start and name.end <= end)]
    own = sum(_body(words, part) for part in parts) > 1
    return names if beyond or own else [*rest, Name(start, end, kind, max((_FOUND, *(part.score for part in parts))))]


def _body(words: Words, name: Name) -> bool:
    """Whether a name is a body's without a complement: 'Central Tracing Agency', not 'Council'."""
    head = head_of(words, name.start, name.end) if name.end - name.start > 1 else None
    return name.kind is Kind.ORGANIZATION and head is not None and kind_of(head) in BODIES


def _run_placed(names: list[Name], start: int, end: int, kind: Kind) -> list[Name]:
    """The names with a run of capitals up to a head word as one, if it holds no certain person or whole body."""
    parts = [name for name in names if name.overlaps(start, end)]
    kept = any(
        part.start < start
        or part.end > end
        or (part.start, part.end) == (start, end)
        or (part.kind is Kind.PERSON and part.score > CERTAIN)
        or (part.end == end and part.end - part.start > 1 and part.kind in BODIES)
        for part in parts
    )
    return names if kept else [*(n for n in names if not n.overlaps(start, end)), Name(start, end, kind, _FOUND)]


def _nobody(words: Words, name: Name) -> bool:
    """Whether words refer back or name a document: 'the Court', 'the Ministry', 'the European Convention'."""
    if name.listed:
        return False
    if name.kind is Kind.PLACE and name.end - name.start == 1 and words.nationality(name.start):
        return True  # 'Uzbek'
    lone = head_at(words, name.start, name.end) if name.end - name.start == 1 else None
    if lone is not None and name.kind is not Kind.PERSON and kind_of(lone[1]) in (*BODIES, None):
        return True
    portfolio = match(phrases("portfolio", "word"), words.lower, name.start, name.end)
    if portfolio is not None and portfolio[0] == name.end and name.kind is not Kind.PERSON:
        return True  # 'Minister of Foreign Affairs'
    head = head_of(words, name.start, name.end)
    return head is not None and kind_of(head) is None and not court_inside(words, name.start, name.end)


def _by_grammar(words: Words) -> Iterator[_Found]:
    i = 0
    while i < len(words):
        found = next((hit for rule in _RULES if (hit := rule(words, i)) is not None), None)
        if found is not None:
            yield found
        i = found[1] if found is not None else i + 1


def _runs(words: Words) -> Iterator[tuple[int, int, Kind]]:
    """Capitalised words up to the head word of a body: 'Booysens Magistrate's Court', '5th Battalion'."""
    i = 0
    while i < len(words):
        hit = head_at(words, i, len(words)) if words.line[i] not in words.loud else None
        kind = kind_of(hit[1]) if hit is not None else None
        if hit is None or kind not in BODIES or run_end(words, i) != hit[0]:
            i += 1
            continue
        start = run_start(words, i)
        start -= start > 0 and _ordinal(words.lower[start - 1])
        if start < i and (kind is Kind.COURT or not _linked_on(words, hit[0])):
            yield start, hit[0], kind
        i = hit[0]


def _ordinal(word: str) -> bool:
    return word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th"))


def _linked_on(words: Words, stop: int) -> bool:
    return stop + 1 < len(words) and words.lower[stop] in ("of", "for") and words.name(stop + 1)


def _left_headed(words: Words, i: int) -> _Found | None:
    """'Ministry of Education and Science', 'International Committee of the Red Cross', 'House of Commons'."""
    hit = head_at(words, i, len(words))
    if hit is None:
        return None
    stop, concept = hit
    end = _linked(words, stop, kind_of(concept))
    if end is None and stop - i < 3:
        return None  # a head of one word or two is left to its run
    return run_start(words, i), stop if end is None else further(words, end), kind_of(concept)


def _linked(words: Words, link: int, kind: Kind | None) -> int | None:
    """Where the complement of a head ends that the word at `link` leads to; None where it is not part of the name."""
    end = complement(words, link) if link < len(words) and _links(words, link) else None
    if end is None or (kind is Kind.PLACE and words.lower[link] != "of"):
        return None
    inner = head_before(words, end, link)
    if inner is None or kind_of(inner) is None:
        return end
    if words.lower[link : link + 2] == ["for", "the"]:
        return None  # 'the Chamber of Deputies for the Renewal Party'
    return None if kind is Kind.COURT and kind_of(inner) is Kind.COURT else end  # a chamber and its court are two


def _links(words: Words, i: int) -> bool:
    """Whether a word may lead to the complement of a head: 'of', 'for', 'on Human Rights', 'UN Mission in Kosovo'."""
    word = words.lower[i]
    if word in _ABOUT:
        return _topic(words, i + 1)
    return word in _LINKS or (word == "in" and words.lower[i - 1] == "mission")


def _topic(words: Words, i: int) -> bool:
    """Whether common nouns follow, as in 'Committee on Human Rights', not a name as in 'the Council on Russia'."""
    i += words.lower[i] == "the" if i < len(words) else 0
    return i < len(words) and words.name(i) and all(words.common[k] for k in range(i, run_end(words, i)))


def _right_headed(words: Words, i: int) -> _Found | None:
    """'Foreign, Commonwealth and Development Office', 'Textile and Garment Workers' Union'."""
    if not words.name(i) or (i > 0 and words.name(i - 1) and not words.fresh[i]):
        return None
    first = run_end(words, i)
    end = _coordinated(words, first)
    head = head_before(words, end, first + 1) if end is not None else None
    if end is None or not _names_something(head) or not _modifier(words, i, first):
        return None
    return i, end, kind_of(head) if head is not None else None


def _coordinated(words: Words, end: int) -> int | None:
    """Where a list of capitalised conjuncts ends: ', Commonwealth and Development Office'; None without an 'and'."""
    while end + 1 < len(words) and words.text[end] == "," and words.name(end + 1):
        end = run_end(words, end + 1)
    joined_on = end + 1 < len(words) and words.lower[end] in ("and", "&") and words.name(end + 1)
    return run_end(words, end + 1) if joined_on else None


def _names_something(head: Concept | None) -> bool:
    return head is not None and kind_of(head) is not None


def _modifier(words: Words, start: int, end: int) -> bool:
    """Whether the first conjunct only qualifies the head after 'and': it is no name in its own right."""
    determined = start > 0 and words.lower[start - 1] == "the"
    if head_before(words, end, start) or match(phrases("name", "names"), words.lower, start, end):
        return False
    if match(phrases("role", "noun", "title"), words.lower, start, end) or words.text[start].isupper():
        return False
    return determined or all(words.common[k] or not words.capital[k] for k in range(start, end))


def _state_body(words: Words, i: int) -> _Found | None:
    """'the Austrian parliament', 'Kestrian police': bodies of a state, written small after its adjective."""
    if words.lower[i] in ("government", "parliament") and words.lower[i + 1 : i + 2] == ["of"]:
        end = complement(words, i + 1)
        return (i, end, Kind.ORGANIZATION) if end is not None and words.lower[i - 1] == "the" else None
    if not words.capital[i] or not words.nationality(i) or i + 1 >= len(words) or words.capital[i + 1]:
        return None
    hit = match(phrases("name_word", "state"), words.lower, i + 1, len(words))
    if hit is None or words.lower[i - 1] in ("a", "an") or (hit[0] < len(words) and words.doc[hit[0]].pos_ == "NOUN"):
        return None
    return i, hit[0], Kind.COURT if words.lower[hit[0] - 1] == "court" else Kind.ORGANIZATION


def _level_of_court(words: Words, i: int) -> _Found | None:
    """'the Lunden district court': the level of a court, written small after a name, belongs to it."""
    stop = run_end(words, i) if words.name(i) else i
    levels, j = phrases("name_word", "level"), stop
    while i < j < len(words) and (hit := match(levels, words.lower, j, len(words))):
        j = hit[0]
    court = stop < j < len(words) and words.text[j] in ("court", "tribunal") and not words.capital[stop]
    return (i, j + 1, Kind.COURT) if court else None


_RULES: tuple[Callable[[Words, int], _Found | None], ...] = (_left_headed, _right_headed, _state_body, _level_of_court)
