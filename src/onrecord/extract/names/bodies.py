"""Long names of bodies: 'Office of the Prosecutor General', 'Textile and Garment Workers' Union', 'Doctors for Peace'.

A head word (`ontology/names.ttl`, scheme `name_word`) makes the capitalised words around it one name. The same grammar
holds for courts, for places ('Gulf of Aden') and for documents ('Convention on Human Rights'), which are nobody.
"""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.names.candidates import Candidate
from onrecord.extract.names.known import kind_of
from onrecord.extract.names.words import APOSTROPHES, HYPHENS, Words, match, match_back, phrases
from onrecord.findings import Kind
from onrecord.lexicon import Concept

_HEADS = ("body", "court", "place", "facility", "nothing")
_LINKS = frozenset(("of", "for", "on", "against", "without"))
# With a capital, in the middle of a sentence, they are part of a name: 'Lawyers Beyond Walls'.
_TITLED = frozenset(("Without", "Against", "Beyond", "For", "Across", "Within", "Between", "In", "On", "Of"))
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


def head_at(words: Words, i: int, end: int) -> tuple[int, Concept] | None:
    """The head phrase that starts at a capitalised word: where it ends, and what it makes a name of."""
    return match(phrases("name_word", *_HEADS), words.lower, i, end) if words.capital[i] else None


def head_before(words: Words, stop: int, low: int) -> Concept | None:
    """The head phrase that ends before `stop`."""
    hit = match_back(phrases("name_word", *_HEADS), words.lower, stop, low) if stop > low else None
    return hit[1] if hit and words.capital[hit[0]] else None


def run_end(words: Words, i: int) -> int:
    """Where the capitalised words from `i` on end: with hyphens, initials, possessives of common nouns between."""
    if i >= len(words) or not words.name(i):
        return i
    j = i + 1
    while j < len(words) and words.line[j] == words.line[i]:
        glued_hyphen = words.text[j] in HYPHENS and words.glued[j - 1] and words.glued[j] and j + 1 < len(words)
        if words.name(j) and not (words.text[j - 1].endswith(".") and words.fresh[j] and not words.initial(j - 1)):
            j += 1
        elif (
            (glued_hyphen and words.capital[j + 1])
            or (words.text[j] == "&" and j + 1 < len(words) and words.name(j + 1))
            or (words.lower[j] in APOSTROPHES and _generic(words, j - 1) and _possessed(words, j + 1))
        ):
            j += 2
        else:
            break
    return j


def _possessed(words: Words, i: int) -> bool:
    """Whether what is possessed is part of the same name, not a body of its own: 'the Treasury's Office of …'."""
    if i >= len(words) or not words.name(i):
        return False
    head = head_at(words, i, len(words))
    return head is None or head[0] >= len(words) or words.lower[head[0]] not in ("of", "for")


def _generic(words: Words, i: int) -> bool:
    """Whether a possessor is a kind of people, not a name: 'Workers'', 'Children's', 'General's'."""
    return words.common[i] or match_back(phrases("role", "noun"), words.lower, i + 1, max(0, i - 3)) is not None


def run_start(words: Words, i: int) -> int:
    """Where the capitalised words up to `i` begin, cut after titles and names of others."""
    j = i
    while j > 0 and words.line[j - 1] == words.line[i]:
        hyphen = words.text[j - 1] in HYPHENS and words.glued[j - 1] and j > 1 and words.capital[j - 2]
        if hyphen or (
            words.lower[j - 1] in APOSTROPHES and j > 1 and words.name(j - 2) and _people_or_role(words, j - 2)
        ):
            j -= 2
        elif words.name(j - 1) and not (words.fresh[j] and not words.initial(j - 1)):
            j -= 1
        else:
            break
    role = next((k for k in range(i - 1, j - 1, -1) if _title_ends(words, k, j)), None)
    if role is not None and words.lower[role + 1] not in APOSTROPHES:
        j = role + 1
    if (
        j < i
        and words.fresh[j]
        and words.common[j]
        and words.doc[j].pos_ in ("ADV", "VERB", "ADP", "SCONJ", "NUM", "PRON")
    ):
        j += 1
    return j


def _people_or_role(words: Words, i: int) -> bool:
    """Whether the possessor is a kind of people or an office: 'Workers' Union', 'Prosecutor General's Office'."""
    return _people(words, i) or match_back(phrases("role", "noun"), words.lower, i + 1, max(0, i - 3)) is not None


def _title_ends(words: Words, k: int, low: int) -> bool:
    hit = match_back(phrases("role", "noun", "title"), words.lower, k + 1, low)
    return hit is not None and hit[1].one("kind") == "person"


def _left_headed(words: Words, i: int) -> Candidate | None:
    """'Ministry of Education and Science', 'International Committee of the Red Cross'."""
    hit = head_at(words, i, len(words))
    if hit is None or hit[0] >= len(words):
        return None
    stop, concept = hit
    sent = words.lower[stop] == "in" and words.lower[stop - 1] == "mission"  # 'UN Mission in Kosovo'
    if (words.lower[stop] not in _LINKS and not sent) or (words.lower[stop] in _ABOUT and not _topic(words, stop + 1)):
        return None
    end = _complement(words, stop)
    if end is None or (kind_of(concept) is Kind.PLACE and words.lower[stop] != "of"):
        return None
    inner = head_before(words, end, stop)
    if kind_of(concept) is Kind.COURT and inner is not None and kind_of(inner) is Kind.COURT:
        return None  # a chamber and its court are two
    start = run_start(words, i)
    end = _further(words, end, kind_of(concept))
    candidate = Candidate(start, end, firm=end - start > 3 or not words.fresh[start])
    candidate.vote(kind_of(concept), 6.0, "head word")
    return candidate


def _topic(words: Words, i: int) -> bool:
    """Whether common nouns follow, as in 'Committee on Human Rights', not a name as in 'the Council on Russia'."""
    i += words.lower[i] == "the" if i < len(words) else 0
    return i < len(words) and words.name(i) and words.common[i]


def _complement(words: Words, link: int) -> int | None:
    """Where the capitalised complement after a link word ends; None where none follows."""
    i = link + 1
    if i < len(words) and words.lower[i] in ("the", "a", "an"):
        i += 1
    if i >= len(words) or not words.name(i) or words.line[i] != words.line[link]:
        return None
    return _listed(words, i, _short_of_people(words, i, run_end(words, i)))


def _short_of_people(words: Words, start: int, end: int) -> int:
    """The end of a complement, before a title that begins the next name: 'Ministry of Justice Spokesman Ivan …'."""
    roles = phrases("role", "noun", "title")
    first = match(roles, words.lower, start, end)
    i = first[0] if first else start + 1
    given = phrases("given_name", "given")
    office = any(words.lower[k] == "office" for k in range(max(0, start - 3), start))
    while i < end:
        hit = match(roles, words.lower, i, end)
        if (hit and hit[1].one("kind") == "person" and not (office and hit[0] == end)) or (
            words.lower[i] in given and not words.common[i]
        ):
            return i
        i += 1
    return end


def _listed(words: Words, start: int, end: int) -> int:
    """The end of a complement with what is coordinated to it: 'Education and Science', 'Culture, Youth and Sport'."""
    i, best = end, end
    while i + 1 < len(words) and words.line[i] == words.line[start]:
        if words.text[i] == "," and words.name(i + 1) and _plain(words, i + 1):
            i = run_end(words, i + 1)
            continue
        if words.lower[i] in ("and", "&") and words.name(i + 1) and _plain(words, i + 1):
            return _short_of_people(words, i + 1, run_end(words, i + 1))
        break
    return best


def _plain(words: Words, i: int) -> bool:
    """Whether the conjunct at `i` is made of common nouns and is no body of its own."""
    end = run_end(words, i)
    if match(phrases("role", "noun", "title"), words.lower, i, end) or match(
        phrases("name", "names"), words.lower, i, end
    ):
        return False
    plain = all(words.common[k] or words.nationality(k) for k in range(i, end) if words.capital[k])
    head = head_before(words, end, i)
    plural = words.lower[end - 1].endswith("s")
    linked = end < len(words) and words.lower[end] in ("of", "for") and head is not None
    nation = all(words.nationality(k) for k in range(i, end))
    return plain and not nation and not linked and (head is None or plural or kind_of(head) is None)


def _further(words: Words, end: int, kind: Kind | None) -> int:
    """The end with further links: 'Office of the President of Ukraine'; a chamber and its court stay two."""
    while end < len(words) and (
        words.lower[end] in ("of", "for") or (words.lower[end] == "into" and words.lower[end - 1] == "inquiry")
    ):
        after = _complement(words, end)
        if after is None:
            return end
        inner = head_before(words, after, end)
        if inner is not None and kind_of(inner) is Kind.COURT:
            return end
        end = after
    return end


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


def _cause(words: Words, i: int) -> Candidate | None:
    """'Doctors and Nurses for Peace', 'Reporters Without Borders': people for, without or against something."""
    end = run_end(words, i)
    if end > i and end + 1 < len(words) and words.text[end] in _TITLED and words.name(end + 1):
        if i and words.name(i - 1):
            return None
        candidate = Candidate(i, run_end(words, end + 1), firm=True)
        candidate.vote(Kind.ORGANIZATION, 4.0, "people for a cause")
        return candidate
    if not _people(words, i) or (i > 0 and words.name(i - 1)):
        return None
    j = i + 1
    if j + 1 < len(words) and words.lower[j] == "and" and _people(words, j + 1):
        j += 2
    if j + 1 >= len(words) or words.lower[j] not in ("for", "against", "without", "of"):
        return None
    if words.fresh[i] or (words.lower[j] == "of" and not _kin(words, i)):
        return None
    end = _complement(words, j)
    if end is None or (words.lower[j] == "for" and not words.common[end - 1]):
        return None
    candidate = Candidate(i, end, firm=True)
    candidate.vote(Kind.ORGANIZATION, 4.0, "people for a cause")
    return candidate


def _people(words: Words, i: int) -> bool:
    return words.name(i) and words.common[i] and words.lower[i].endswith(("s", "men", "people", "children"))


def _kin(words: Words, i: int) -> bool:
    """Whether the word is a plural of kin: 'Mothers of …', 'Families of …'."""
    entries = phrases("role", "noun").get(words.lower[i].removesuffix("s"), ())
    return any(concept.term.startswith("family") for _, concept in entries)


def _state(words: Words, i: int) -> Candidate | None:
    """'the Austrian parliament', 'Kestrian police': bodies of a state, written small after its adjective."""
    if words.lower[i] in ("government", "parliament") and i + 2 < len(words) and words.lower[i + 1] == "of":
        end = _complement(words, i + 1)
        if end is None or words.lower[i - 1] != "the":
            return None
        candidate = Candidate(i, end, firm=True)
        candidate.vote(Kind.ORGANIZATION, 6.0, "body of a state")
        return candidate
    if not words.capital[i] or not words.nationality(i) or i + 1 >= len(words) or words.capital[i + 1]:
        return None
    hit = match(phrases("name_word", "state"), words.lower, i + 1, len(words))
    if hit is None or words.lower[i - 1] in ("a", "an") or (hit[0] < len(words) and words.doc[hit[0]].pos_ == "NOUN"):
        return None
    candidate = Candidate(i, hit[0], firm=True)
    candidate.vote(Kind.COURT if words.lower[hit[0] - 1] == "court" else Kind.ORGANIZATION, 6.0, "body of a state")
    return candidate


def _trade(words: Words, i: int) -> Candidate | None:
    """'Brenn Water and Power': a proper name, what it deals in, 'and' another such noun."""
    if not words.name(i) or words.nationality(i) or (i > 0 and words.name(i - 1)):
        return None
    if words.lower[i] in phrases("given_name", "given"):
        return None
    end = run_end(words, i)
    if end - i < 2 or not words.common[end - 1] or end + 1 >= len(words) or words.lower[end] != "and":
        return None
    if words.common[i] and words.doc[end].ent_iob_ != "I":  # the language model must see one name in common words
        return None
    after = run_end(words, end + 1)
    if after != end + 2 or not words.common[end + 1] or head_before(words, end, i) or head_at(words, end + 1, after):
        return None
    if match_back(phrases("role", "noun", "title"), words.lower, end, i) or not _plain(words, end + 1):
        return None
    candidate = Candidate(i, after, firm=True)
    candidate.vote(Kind.ORGANIZATION, 4.0, "trade")
    return candidate


_RULES = (_left_headed, _right_headed, _cause, _trade, _state)
