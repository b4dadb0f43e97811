"""What a number counts, where its own words say it: a noun after it, a whole it is a share of, a currency."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract.amounts import Amount
from onrecord.extract.annotations import evidence
from onrecord.extract.phrases import (
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
from onrecord.extract.units import Measure
from onrecord.findings import Evidence

_PARTITIVE = frozenset({"them", "whom", "these", "those", "which", "us", "you", "this", "it"})
_NEAR = 4  # tokens between a number and the share in apposition to it


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with what it counts."""

    amount: Amount
    number: Span  # the tokens of the number
    anchor: Token  # where the figure hangs in the sentence: the head of the noun phrase, or the number
    text: str  # what is counted, in the article's words without the number
    where: Evidence | None  # None where these words stand elsewhere or are only a sign
    lemma: str  # of the noun counted
    article: str  # the whole text
    whole: "Counted | None" = None  # the figure that this one is a part of
    guessed: bool = False  # nothing but what happened to them says that people are counted: 'killed 3'


def by_own_words(
    doc: Doc, article: str, amount: Amount, number: Span, after: int, before: Sequence[Counted]
) -> Counted | None:
    """What the amount counts by the words at token `after` and on; None where no noun follows it."""
    if amount.measure is Measure.SHARE:
        return _share(doc, article, amount, number, after, before)
    if amount.measure is not Measure.COUNT:
        return Counted(amount, number, doc[number.start : after].root, amount.unit, None, amount.unit, article)
    phrase = noun_phrase(doc, after)
    if phrase is None:
        return None
    found = by_phrase(article, amount, number, phrase)
    return replace(found, anchor=number.root) if is_word(doc, after, "of") else found  # 'two of the deputies'


def by_phrase(article: str, amount: Amount, number: Span, phrase: Span) -> Counted:
    """The amount of what the noun phrase names."""
    head, words = head_of(phrase), worded(phrase)
    if phrase.start and phrase.doc[phrase.start - 1].text in HYPHENS and head.tag_ == "NN":
        words += "s"  # a '15-year term' is one of years
    return Counted(amount, number, head, words, evidence(phrase), head.lemma_.lower(), article)


def _share(doc: Doc, article: str, amount: Amount, number: Span, after: int, before: Sequence[Counted]) -> Counted:
    """Percent of what: 'of the families', 'half the pupils', 'one in five children'; 'percent' where it is not said."""
    anchor = doc[number.start : max(after, number.end)].root
    beside = bool(before) and number.start - before[-1].number.end <= _NEAR
    whole = before[-1] if beside and number.sent.start <= before[-1].number.start else None
    start = after + 1 if is_word(doc, after, "of") else after
    at = after_determiners(doc, start)
    at = after_number(doc, at) if start > after else at  # '60% of the 300 prisoners'
    end: int | None = None
    if start > after and at < len(doc) and doc[at].lower_ in _PARTITIVE:
        end = at + 1
    elif start > after or (amount.fraction and not (at < len(doc) and breaks(doc, at))):
        end = end_of_nouns(doc, at)
    if end is None:
        return Counted(amount, number, anchor, "percent", None, "percent", article, whole)
    phrase = doc[start:end]
    return Counted(amount, number, anchor, f"percent of {worded(phrase)}", evidence(phrase), "percent", article, whole)
