"""Counted noun: the head of a numeral's own noun phrase, the whole it is a share of, or its unit."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract.doc_extensions import evidence
from onrecord.extract.quantities.amounts import Amount
from onrecord.extract.quantities.units import Measure, durations, unit_names
from onrecord.extract.syntax.noun_phrases import (
    HYPHENS,
    after_determiners,
    after_number,
    breaks,
    end_of_nouns,
    head_of,
    is_word,
    noun_phrase,
    worded,
)
from onrecord.lexicon import lexicon
from onrecord.values.findings import Evidence

_AFTER_NOUN = frozenset({"AUX", "VERB", "PUNCT", "ADP", "ADV", "CCONJ", "SCONJ", "PART"})
_PERSONAL = ("men", "women", "man", "woman", "ian", "ist", "girl", "boy", "child", "mate", "worker", "people", "folk")
_PARTITIVE = frozenset({"them", "whom", "these", "those", "which", "us", "you", "this", "it"})


@dataclass(frozen=True, slots=True)
class Written:
    """An amount where it is written."""

    article: str  # the whole text
    amount: Amount
    number: Span  # the tokens of the number
    sentence: Span
    after: int  # the token after the number and its unit


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with what it counts."""

    written: Written
    anchor: Token  # where the figure hangs in the sentence: the head of the noun phrase, or the number
    text: str  # what is counted, in the article's words without the number
    where: Evidence | None  # None where these words stand elsewhere or are only a sign
    lemma: str  # of the noun counted
    whole: "Counted | None" = None  # the figure that this one is a part of
    gapped: bool = False  # in a clause without the verb that the figure before it has: '… and 74 in April'
    elided: bool = False  # the noun stands in another noun phrase: '39 were given passports'
    guessed: bool = False  # nothing but what happened to them says that people are counted: 'killed 3'

    @property
    def amount(self) -> Amount:
        """The amount."""
        return self.written.amount

    @property
    def number(self) -> Span:
        """The tokens of the number."""
        return self.written.number

    @property
    def sentence(self) -> Span:
        """The sentence of the number."""
        return self.written.sentence

    @property
    def article(self) -> str:
        """The whole text."""
        return self.written.article


def by_own_words(written: Written) -> Counted | None:
    """What the amount counts by the words after it; None where they name nothing."""
    doc, amount, after = written.number.doc, written.amount, written.after
    if amount.measure is Measure.SHARE:
        return _share(written)
    if amount.measure is not Measure.COUNT:
        return Counted(written, doc[written.number.start : after].root, amount.unit, None, amount.unit)
    phrase = noun_phrase(doc, after) or _nominalised(doc, after)
    if phrase is None or _is_state(phrase):
        return None
    found = by_phrase(written, _with_rate(phrase))
    if not is_word(doc, after, "of"):
        return found
    said = predicate_noun(doc, phrase.end)  # 'two of the deputies were women'
    return replace(by_phrase(written, said) if said is not None else found, anchor=written.number.root)


def _nominalised(doc: Doc, after: int) -> Span | None:
    """'Four of the accused', 'only 29 of the dead': the adjective or participle that stands for people."""
    if not is_word(doc, after, "of") or after + 2 >= len(doc) or doc[after + 1].lower_ not in ("the", "these", "those"):
        return None
    word, following = doc[after + 2], doc[after + 3] if after + 3 < len(doc) else None
    stands = word.tag_ in ("JJ", "VBN", "VBD") and (following is None or following.pos_ in _AFTER_NOUN)
    return doc[after + 2 : after + 3] if stands else None


def _is_state(phrase: Span) -> bool:
    """Whether what the tagger takes for a noun is the state of those counted: 'nine dead, 114 hurt'."""
    return len(phrase) == 1 and phrase[0].tag_ == "NN" and phrase[0].lower_ in states()


@lexicon.derived
def states() -> frozenset[str]:
    """The adjectives for what befell those counted: 'dead', 'missing'."""
    return frozenset(lexicon.load().by_word("action", "adjective"))


def predicate_noun(doc: Doc, at: int) -> Span | None:
    """The bare plural that a copula at the token says a number of people to be: '16 were soldiers'."""
    if at >= len(doc) or doc[at].lemma_ != "be" or breaks(doc, at):
        return None
    return bare_plural(doc, at + 1)


def bare_plural(doc: Doc, at: int) -> Span | None:
    """The noun phrase that begins at the token, if it is plural and has no determiner: 'two of them schoolgirls'."""
    phrase = noun_phrase(doc, at) if at < len(doc) and not breaks(doc, at) else None
    return phrase if phrase is not None and phrase.start == at and head_of(phrase).tag_ == "NNS" else None


def _with_rate(phrase: Span) -> Span:
    """'75 miles per hour': a unit of speed is more than its first word."""
    doc, end = phrase.doc, phrase.end
    rated = is_word(doc, end, "per") and end + 1 < len(doc) and phrase[-1].lower_ in unit_names()
    return doc[phrase.start : end + 2] if rated else phrase


def by_phrase(written: Written, phrase: Span) -> Counted:
    """The amount of what the noun phrase names."""
    head, words = head_of(phrase), worded(_with_second(phrase))
    hyphened = phrase.start > 0 and phrase.doc[phrase.start - 1].text in HYPHENS
    if head.tag_ == "NN" and (hyphened or (head.lower_ in durations() and written.amount.value > 1)):
        words += "s"  # a '15-year term', '47 month term' is one of years, of months
    return Counted(written, head, words, evidence(phrase), head.lemma_.lower())


def _with_second(phrase: Span) -> Span:
    """'Boys and girls', 'traders and their families': people with others joined to them, without a number."""
    doc, end = phrase.doc, phrase.end
    if head_of(phrase).i + 1 != end or not is_word(doc, end, "and") or not is_person(phrase[-1].lemma_.lower()):
        return phrase
    second = end + 1
    while second < len(doc) and doc[second].tag_ == "PRP$":
        second += 1
    joined = second < len(doc) and doc[second].tag_ == "NNS" and doc[second].head == phrase[-1]
    return doc[phrase.start : second + 1] if joined else phrase


def is_person(noun: str) -> bool:
    """Whether the noun, in the singular, is one for people: 'child', 'serviceman', 'Ukrainian'."""
    return noun in _persons() or noun.endswith(_PERSONAL)


@lexicon.derived
def _persons() -> frozenset[str]:
    return frozenset(lexicon.load().by_word("people", "noun"))


def _share(written: Written) -> Counted:
    """Percent of what: 'of the families', 'half the pupils', 'one in five children'; 'percent' where it is not said."""
    number, after, unit = written.number, written.after, written.amount.unit
    doc, anchor = number.doc, number.doc[number.start : max(after, number.end)].root
    start = after + 1 if is_word(doc, after, "of") else after
    at = after_determiners(doc, start)
    at = after_number(doc, at) if start > after else at  # '60% of the 300 prisoners'
    end: int | None = None
    if start > after and at < len(doc) and doc[at].lower_ in _PARTITIVE:
        end = at + 1
    elif start > after or (written.amount.fraction and at < len(doc) and not breaks(doc, at)):
        end = end_of_nouns(doc, at)
    if end is None:
        return Counted(written, anchor, unit, None, unit)
    phrase = doc[start:end]
    return Counted(written, anchor, f"{unit} of {worded(phrase)}", evidence(phrase), unit)
