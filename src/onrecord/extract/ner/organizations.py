"""Long names of bodies: 'Office of the Prosecutor General', 'Textile and Garment Workers' Union', 'Doctors for Peace'.

A head word (`ontology/names.ttl`, scheme `name_word`) makes the capitalised words around it one name. The same grammar
holds for courts, for places ('Gulf of Aden') and for documents ('Convention on Human Rights'), which are nobody.
"""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.complements import complement, further
from onrecord.extract.ner.gazetteer import kind_of
from onrecord.extract.ner.head_words import head_at, head_before, run_end, run_start
from onrecord.extract.ner.headless_organizations import cause, ideal, state_body, trade
from onrecord.extract.ner.tokens import Words, match, phrases
from onrecord.values.findings import Kind

_LINKS = frozenset(("of", "for", "on", "against", "without"))
_ABOUT = frozenset(("on", "against", "without"))


@Language.component("onrecord_name_bodies", requires=["doc._.words"], assigns=["doc._.names"])
def bodies(doc: Doc) -> Doc:
    """Join the long names of bodies to candidates, over those that the word list knew inside them."""
    words: Words = doc._.words
    found: list[Candidate] = []
    i = 0
    while i < len(words):
        candidate = next((c for rule in _RULES if (c := rule(words, i)) is not None), None)
        if candidate is None:
            i += 1
            continue
        found = [c for c in found if c.end <= candidate.start]
        found.append(candidate)
        i = candidate.end
    kept = [c for c in doc._.names if not any(f.start < c.end and c.start < f.end for f in found)]
    doc._.names = tuple(sorted([*kept, *found], key=lambda c: c.start))
    return doc


def _left_headed(words: Words, i: int) -> Candidate | None:
    """'Ministry of Education and Science', 'International Committee of the Red Cross', 'House of Commons'."""
    hit = head_at(words, i, len(words))
    if hit is None:
        return None
    stop, concept = hit
    end = _linked(words, stop, kind_of(concept))
    if end is None and stop - i < 3:
        return None  # a head of one word or two is left to its run
    start = run_start(words, i)
    end = stop if end is None else further(words, end)
    candidate = Candidate(start, end, firm=end - start > 3 or not words.fresh[start])
    candidate.vote(kind_of(concept), 6.0, "head word")
    return candidate


def _linked(words: Words, link: int, kind: Kind | None) -> int | None:
    """Where the complement of a head ends that the word at `link` leads to; None where it is not part of the name."""
    if link >= len(words):
        return None
    sent = words.lower[link] == "in" and words.lower[link - 1] == "mission"  # 'UN Mission in Kosovo'
    if (words.lower[link] not in _LINKS and not sent) or (words.lower[link] in _ABOUT and not _topic(words, link + 1)):
        return None
    end = complement(words, link)
    if end is None or (kind is Kind.PLACE and words.lower[link] != "of"):
        return None
    inner = head_before(words, end, link)
    if inner is None or kind_of(inner) is None:
        return end
    if words.lower[link] == "for" and words.lower[link + 1] == "the":
        return None  # 'the Chamber of Deputies for the Renewal Party'
    return None if kind is Kind.COURT and kind_of(inner) is Kind.COURT else end  # a chamber and its court are two


def _topic(words: Words, i: int) -> bool:
    """Whether common nouns follow, as in 'Committee on Human Rights', not a name as in 'the Council on Russia'."""
    i += words.lower[i] == "the" if i < len(words) else 0
    return i < len(words) and words.name(i) and words.common[i]


def _right_headed(words: Words, i: int) -> Candidate | None:
    """'Foreign, Commonwealth and Development Office', 'Textile and Garment Workers' Union'."""
    if not words.name(i) or (i > 0 and words.name(i - 1) and not words.fresh[i]):
        return None
    end = run_end(words, i)
    determined = i > 0 and words.lower[i - 1] == "the"
    j, joined = end, False
    while j + 1 < len(words) and words.line[j] == words.line[i]:
        if words.text[j] == "," and not joined and words.name(j + 1):
            j = run_end(words, j + 1)
        elif words.lower[j] in ("and", "&") and not joined and words.name(j + 1):
            j, joined = run_end(words, j + 1), True
        else:
            break
    head = head_before(words, j, end + 1) if joined else None
    if head is None or kind_of(head) is None or not _modifier(words, i, end, determined):
        return None
    candidate = Candidate(i, j, firm=True)
    candidate.vote(kind_of(head), 6.0, "head word")
    return candidate


def _modifier(words: Words, start: int, end: int, determined: bool) -> bool:
    """Whether the first conjunct only qualifies the head after 'and': it is no name in its own right."""
    if head_before(words, end, start) or match(phrases("name", "names"), words.lower, start, end):
        return False
    if match(phrases("role", "noun", "title"), words.lower, start, end) or words.text[start].isupper():
        return False
    common = all(words.common[k] or not words.capital[k] for k in range(start, end))
    return common or determined


_RULES = (_left_headed, _right_headed, cause, ideal, trade, state_body)
