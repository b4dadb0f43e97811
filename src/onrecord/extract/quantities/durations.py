"""Units of time: a term that a sentence or sanction imposes counts ('jailed for 12 years'), other durations do not."""

import re
from collections.abc import Sequence
from decimal import Decimal

from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.units import durations

_PENALTY = re.compile(
    r"\b(?:sentenc|jail|imprison|prison|penal|colony|ban(?:s|ned|ning)?\b|suspen|disqualif|custod|probation|parole|"
    r"behind bars|terms? of|hard labou?r|barred|strict regime)",
    re.I,
)
_IMPOSE = frozenset({"hand", "impose", "slap"})
_GET = frozenset({"get", "receive", "give", "face", "draw"})
_NEAR_TERM = 10  # tokens
# Time that passed and is no term: 'spent two years', 'has been in prison for two years', 'two years ago'.
_HEDGES = (
    r"(?: (?:more than|less than|at least|nearly|almost|over|about|around|just|only|some|up to|the|his|her|their))*"
)
_PASSED_BEFORE = re.compile(
    rf"\b(?:spen[dt]|spending|served|after(?: serving)?|(?:the|these|those) (?:past|last|first)){_HEDGES} $|"
    r"\b(?:been|held|kept|remain\w*|stay\w*|languish\w*|sat|sitting) (?:\w+ ){0,3}?(?:in|at|behind) [^,;]{0,30}for "
    r"(?:\w+ ){0,2}$",
    re.I,
)
_PASSED_AFTER = re.compile(
    r"[ -](?:years?|months?)(?: (?:ago|earlier|later|old|into|of (?:an?|his|her|their))\b)", re.I
)
# A term that somebody may get, at most or if convicted: 'faces up to 20 years', 'punishable by 5 years'.
_THREATENED = re.compile(
    r"\b(?:fac(?:e|es|ed|ing)|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|should|reduc(?:es?|ed|ing)|"
    r"carr(?:y|ies|ied|ying)|punish\w*|liable|could|may|might|can|maximum|minimum|provides?|"
    r"threat\w*|eligib\w*|parole|penalt(?:y|ies) of)\b[^,;.]{0,60}$",
    re.I,
)
_IF = re.compile(r"[^.;]{0,40}\bif (?:\w+ )?(?:found guilty|convicted)", re.I)
_AND_MONTHS = re.compile(r"[- ]years?(?:,? and|,) ")
_AFTER_EVENT = re.compile(r" (?:years?|months?) (?:after|before)\b", re.I)
_TO = re.compile(rf"\b(?:to|for|of|gets?|got|received|given){_HEDGES} $", re.I)
_JOINED = frozenset({",", "and", "&", "or", "to"})


def is_duration(figure: Counted, before: Sequence[Counted]) -> bool:
    """Whether the figure counts units of time, and no term that a sentence imposes ('jailed for 12 years').

    `before` are the figures found before it: '25 years on the one and 18 on the other' are terms both.
    """
    if figure.lemma not in durations(imposed=True):
        return figure.lemma in durations()
    if before and with_months(before[-1], figure) is not None:
        return False  # 'three months' of 'six years and three months'
    number, sentence = figure.number, figure.sentence
    around = number.doc[max(sentence.start, number.start - 10) : min(sentence.end, number.end + 6)].text
    if _has_passed(figure) or _is_threatened(figure):
        return True
    return not (_PENALTY.search(around) or _is_imposed(figure) or _goes_on_with_terms(figure, before))


def _has_passed(figure: Counted) -> bool:
    """'After two years in prison', 'two years ago', 'two years after a trial'; not 'jailed for two years after it'."""
    start, end = figure.amount.start, figure.amount.number_end
    before = figure.article[max(figure.sentence.start_char, start - 60) : start]
    after = figure.article[end : end + 24]
    if _PASSED_BEFORE.search(before) or _PASSED_AFTER.match(after):
        return True
    return _AFTER_EVENT.match(after) is not None and not _TO.search(before)


def _is_threatened(figure: Counted) -> bool:
    before = figure.article[max(figure.sentence.start_char, figure.amount.start - 80) : figure.amount.number]
    return _THREATENED.search(before) is not None or _IF.match(figure.article, figure.amount.number_end) is not None


def with_months(years: Counted, months: Counted) -> Decimal | None:
    """The years of 'six years and three months', to two decimals; None where the two are no single term."""
    if (years.lemma, months.lemma) != ("year", "month") or months.amount.upper is not None:
        return None
    if not _AND_MONTHS.fullmatch(months.article, years.amount.number_end, months.amount.start):
        return None
    return (years.amount.value + months.amount.value / 12).quantize(Decimal("0.01"))


def _is_imposed(figure: Counted) -> bool:
    """'Was handed a 15-year term'; 'got eight years' where the sentence tells of a penalty."""
    term = figure.anchor
    if term.dep_ in ("compound", "nmod", "amod") and term.head.pos_ == "NOUN":
        term = term.head
    if term.dep_ not in ("dobj", "oprd"):
        return False
    verb = term.head.lemma_.lower()
    return verb in _IMPOSE or (verb in _GET and _PENALTY.search(figure.sentence.text) is not None)


def _goes_on_with_terms(figure: Counted, before: Sequence[Counted]) -> bool:
    """Whether a term was found a few words before in the sentence, and the figure goes on from it."""
    if not before or before[-1].lemma != figure.lemma or before[-1].sentence.start != figure.sentence.start:
        return False
    between = figure.number.doc[before[-1].number.end : figure.number.start]
    return len(between) <= _NEAR_TERM and bool(len(between)) and between[-1].lower_ in _JOINED
