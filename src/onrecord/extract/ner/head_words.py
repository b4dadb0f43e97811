"""Head words, and the stretches of capitalised words around them.

A head word (`ontology/names.ttl`, scheme `name_word`) says what a name stands for: 'Ministry', 'Court', 'River'.
"""

from onrecord.extract.ner.tokens import APOSTROPHES, HYPHENS, Words, kind_of, match, match_back, phrases
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_HEADS = ("body", "court", "place", "facility", "nothing")
_DUTCH = ("van", "von", "vander", "ter", "ten", "den")  # before surnames only: 'van Dam'
_NUMBERS = frozenset("I II III IV V VI VII VIII IX X No No. .".split())
_OPENERS = ("ADV", "VERB", "ADP", "SCONJ", "NUM", "PRON")


def head_at(words: Words, i: int, end: int) -> tuple[int, Concept] | None:
    """The head phrase that starts at a capitalised word: where it ends, and what it makes a name of."""
    return match(phrases("name_word", *_HEADS), words.lower, i, end) if words.capital[i] else None


def head_before(words: Words, stop: int, low: int) -> Concept | None:
    """The head phrase that ends before `stop`."""
    hit = match_back(phrases("name_word", *_HEADS), words.lower, stop, low) if stop > low else None
    if hit is None or not words.capital[hit[0]] or words.lower[hit[0] - 1] in _DUTCH:
        return None
    return hit[1]


def head_of(words: Words, start: int, end: int) -> Concept | None:
    """The head phrase of a name: before 'of', 'on' … or at its end ('Port of X Authority'), numbers left out."""
    stop = _stop(words, start, end)
    while stop - start > 1 and (words.text[stop - 1] in _NUMBERS or words.text[stop - 1].isdigit()):
        stop -= 1
    head, last = head_before(words, stop, start), head_before(words, end, start)
    owned = head is not None and last is not None and kind_of(head) is Kind.PLACE and kind_of(last) is Kind.ORGANIZATION
    return last if owned else head


def court_inside(words: Words, start: int, end: int) -> bool:
    """Whether a word of a name without a head word makes it a court's: 'First Assize Section'."""
    inner = range(start + 1, _stop(words, start, end) + 1)
    heads = (head_before(words, i, start) for i in inner)
    return any(head is not None and kind_of(head) is Kind.COURT for head in heads)


def _stop(words: Words, start: int, end: int) -> int:
    return next((i for i in range(start + 1, end) if words.lower[i] in ("of", "for", "in", "on")), end)


def run_end(words: Words, i: int) -> int:
    """Where the capitalised words from `i` on end: with hyphens and initials between."""
    if i >= len(words) or not words.name(i):
        return i
    j = i + 1
    while j < len(words) and words.line[j] == words.line[i]:
        ends = words.text[j - 1].endswith(".") and words.fresh[j] and not words.initial(j - 1)
        if words.name(j) and not ends:
            j += 1
        elif _joint(words, j):
            j += 2
        else:
            break
    return j


def _joint(words: Words, j: int) -> bool:
    """Whether a hyphen joins the words on both sides: 'Security and Co-operation'."""
    if j + 1 >= len(words) or words.text[j] not in HYPHENS or not words.glued[j - 1] or not words.glued[j]:
        return False
    return words.capital[j + 1] or words.lower[j - 1] == "co"


def run_start(words: Words, i: int) -> int:
    """Where the capitalised words up to `i` begin."""
    j = i
    while j > 0 and words.line[j - 1] == words.line[i] and (step := _step_back(words, j)):
        j -= step
    opener = j < i and words.fresh[j] and words.common[j] and words.doc[j].pos_ in _OPENERS
    return j + opener


def _step_back(words: Words, j: int) -> int:
    """How many tokens before `j` belong to its run."""
    if j > 1 and words.text[j - 1] in HYPHENS and words.glued[j - 1] and words.capital[j - 2]:
        return 2
    if j > 1 and words.lower[j - 1] in APOSTROPHES and words.name(j - 2) and _people_or_role(words, j - 2):
        return 2
    return int(words.name(j - 1) and not (words.fresh[j] and not words.initial(j - 1)))


def _people_or_role(words: Words, i: int) -> bool:
    """Whether the possessor is a kind of people or an office: 'Workers' Union', 'Prosecutor General's Office'."""
    people = words.name(i) and words.common[i] and words.lower[i].endswith(("s", "men", "people", "children"))
    return people or match_back(phrases("role", "noun"), words.lower, i + 1, max(0, i - 3)) is not None
