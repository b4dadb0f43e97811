"""Tallies: numbers told by a noun for a count, a verb of counting or a label: 'the toll rose to 38', 'Killed: 19'."""

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Span, Token

from onrecord.extract.quantities.counted_noun import Counted, Written, by_phrase
from onrecord.extract.syntax.arguments import NOMINAL, SUBJECTS
from onrecord.extract.syntax.clauses import VERBAL
from onrecord.extract.syntax.noun_phrases import TALLIES, after_determiners, breaks, noun_phrase
from onrecord.lexicon import lexicon

PEOPLE = "people"  # what is counted where the article counts human beings and names no noun: '38 have died'
_BACK = 4  # figures to look back for the noun that the number counts
_TO = frozenset({"to", "at", "by", "of", "as", "from"})
_LISTS = TALLIES | {"list", "register"}  # what may hold those whom 'of' names
_CHANGING = frozenset(
    "rise fall grow go climb drop jump increase decrease decline surge soar stand total reach slip shrink swell".split()
)
_COUNTED_TO = {
    **dict.fromkeys(("put", "place", "estimate", "give"), ("at",)),
    **dict.fromkeys(("bring", "take", "raise", "lift", "push"), ("to",)),
}  # verbs of counting with the word before the count
COLLECTIVES = frozenset("group batch list party crowd convoy crew team contingent busload column band".split())
_MEANS = frozenset("average mean median minimum maximum record peak low high fate identity".split())
_FAR = 20  # tokens above the number
_VERBS_UP = 3  # verbs above the number whose subject or object may be a tally
_LABEL = 12  # tokens of a label before a colon


def measured(opening: Token) -> Span | None:
    """'A net worth of 1.356 billion', 'a population of 5,000': the noun that the number is a measure of."""
    if opening.lower_ != "of" or opening.i == 0 or breaks(opening.doc, opening.i):
        return None
    doc, start = opening.doc, opening.i - 1
    if doc[start].tag_ != "NN" or doc[start].lemma_.lower() in TALLIES | COLLECTIVES | _MEANS:
        return None
    while start > 0 and doc[start - 1].pos_ in ("ADJ", "NOUN") and not breaks(doc, start):
        start -= 1
    return doc[start : opening.i]


def labelled(opening: Token) -> Span | None:
    """'Children returned: 1,458': the first noun of the label before a colon, where it is plural."""
    label = _label(opening)
    if label is None or any(t.like_num for t in label):
        return None  # '31 schools: 20 were shelled' goes on from a figure
    start = next((t.i for t in label if t.pos_ in NOMINAL), label.end)
    end = next((t.i for t in label if t.i >= start and t.pos_ not in NOMINAL), label.end)
    if start == end or not _is_counted(label.doc[end - 1]):
        return None
    while start > label.start and label.doc[start - 1].pos_ == "ADJ":
        start -= 1
    return label.doc[start:end]


def _is_counted(noun: Token) -> bool:
    """Whether the noun of a label is a plural that may be counted; no 'Q', 'estimates' or the owner of something."""
    plural = noun.tag_ in ("NNS", "NNPS") or (noun.text.endswith("s") and not noun.text.isupper())
    return plural and noun.dep_ not in ("pobj", "poss") and noun.lemma_.lower() not in TALLIES


def _label(opening: Token) -> Span | None:
    """The words of the line or sentence that a colon ends."""
    if opening.text != ":":
        return None
    doc, start = opening.doc, opening.i
    while start > max(0, opening.i - _LABEL) and not doc[start - 1].is_space and not doc[start].is_sent_start:
        start -= 1
    return doc[start : opening.i]


def of_fate(written: Written, opening: Token | None) -> Counted | None:
    """'Killed: 19', 'Missing: 211': people, of whom the label tells what befell them."""
    label = _label(opening) if opening is not None else None
    if not label or label[0].tag_ not in ("VBN", "VBG") or not {label[0].lemma_.lower(), label[0].lower_} & _fates():
        return None
    if any(t.like_num or (t.pos_ == "NOUN" and t.dep_ != "pobj") for t in label):
        return None
    return Counted(written, label[0], PEOPLE, None, PEOPLE)


@lexicon.derived
def _fates() -> frozenset[str]:
    """Verbs and adjectives of what happens to those counted."""
    words = lexicon.load()
    return frozenset(word for key in ("verb", "adjective") for word in words.by_word("action", key))


def told_by_tally(written: Written, opening: Token | None, before: Sequence[Counted]) -> Counted | None:
    """'He put the number of children at 1.5m', 'the death toll rose to 38', 'the total is now 12'."""
    if opening is None or not (opening.lower_ in _TO or opening.pos_ in (*VERBAL, "ADV")):
        return None
    told = (_of_tally(written, noun, before) for noun in _told_above(written.number))
    return next((counted for counted in told if counted is not None), None) or _brought_to(written, opening)


def _told_above(number: Span) -> Iterator[Token]:
    """The nouns for a count, or for what happens and can be counted, that are subject or object of a verb above."""
    verbs = [t for t in islice(number.root.ancestors, _FAR) if t.pos_ in VERBAL][:_VERBS_UP]
    for verb in verbs:
        for noun in (c for c in verb.children if c.dep_ in (*SUBJECTS, "dobj") and c.i < number.start):
            happens = verb.lemma_ in _CHANGING and noun.tag_ == "NNS" and noun.lemma_.lower() in _happenings()
            if happens or noun.lemma_.lower() in _LISTS:
                yield noun


@lexicon.derived
def _happenings() -> frozenset[str]:
    """Nouns for what is done to people, which can be counted: 'arrests', 'deportations'."""
    return frozenset(lexicon.load().by_word("action", "noun"))


def _of_tally(written: Written, noun: Token, before: Sequence[Counted]) -> Counted | None:
    """What the noun for a count counts: what 'of' names, people of a toll, else those of an earlier figure.

    'The toll of the flood' counts people as well.
    """
    if noun.lemma_.lower() not in _LISTS:
        return by_phrase(written, noun.doc[noun.i : noun.i + 1])  # 'arrests fell to 12'
    of = next((t for t in noun.rights if t.lower_ == "of"), None)
    those = _nominalised(of)
    inner = noun_phrase(noun.doc, of.i + 1) if of is not None and those is None else None
    of_event = noun.lemma_.lower() == "toll" and inner is not None and inner.root.tag_ in ("NN", "NNP")
    if inner is not None and not of_event:
        return by_phrase(written, inner)
    if those is not None or noun.lemma_.lower() == "toll":
        return Counted(written, those or noun, PEOPLE, None, PEOPLE)
    if noun.lemma_.lower() not in TALLIES:
        return None
    earlier = next((c for c in reversed(before[-_BACK:]) if c.amount.measure is written.amount.measure), None)
    return None if earlier is None else Counted(written, noun, earlier.text, None, earlier.lemma, earlier)


def _nominalised(of: Token | None) -> Token | None:
    """The adjective or participle that stands for people: 'the number of the injured'."""
    if of is None:
        return None
    adjectives = lexicon.load().by_word("action", "adjective")
    return next((t for t in of.children if t.dep_ in ("pobj", "pcomp", "amod") and t.lower_ in adjectives), None)


def _brought_to(written: Written, opening: Token) -> Counted | None:
    """'Puts the wounded at 29', 'takes the children stopped to 61': the object of a verb of counting."""
    verb = opening.head
    if opening.lower_ not in _COUNTED_TO.get(verb.lemma_.lower(), ()):
        return None
    noun = next((t for t in verb.rights if t.dep_ in ("dobj", "nsubj") and t.i < opening.i), None)
    if noun is None or not (noun.tag_ == "NNS" or noun.pos_ == "ADJ"):
        return None
    start = after_determiners(noun.doc, noun.left_edge.i)
    if start > noun.i or any(t.like_num for t in noun.doc[start : noun.i]):
        return None
    if noun.pos_ == "ADJ" and noun.lemma_.lower() == "dead":
        return Counted(written, noun, PEOPLE, None, PEOPLE)
    return by_phrase(written, noun.doc[start : noun.i + 1])
