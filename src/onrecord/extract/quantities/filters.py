"""Numbers that count nothing reported: in dates and names, ages, labels such as 'Article 46', 'one'."""

import re

from spacy.tokens import Doc, Span

from onrecord.extract.quantities.amounts import Amount
from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.units import Measure, unit_names
from onrecord.extract.syntax.noun_phrases import HYPHENS, head_of, noun_phrase
from onrecord.extract.syntax.span_index import Stretches
from onrecord.lexicon import lexicon
from onrecord.values.findings import Form

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BEFORE_YEAR = re.compile(r"\b(?:in|since|of|until|till|by|from|before|after|during|the|early|late|mid|for)[ -]$", re.I)

# Nouns that a number after them tells apart: 'Article 46', 'Room 4'.
_LABELLED = re.compile(
    r"(?:art|article|section|room|chapter|page|para|paragraph|no|nos|number|resolution|case|point|rule|protocol|phase|"
    r"stage|category|channel|highway|route|level|part|division|group|class|grade|school|unit|brigade|regiment|battalion|"
    r"figure|table|appendix|annex|volume|issue|item|step|act|flight|box|apartment|flat|building|house|block|ward|"
    r"district|gate|terminal|platform|formula|application|order|decree|law|file|version|round|week|day|episode|lot|row|"
    r"seat|exit|tel|fax|telephone|phone|ext|extension|hospital|clause|directive|regulation|convention|chamber|line|§|\#"
    r")s?\.?"
)
_LISTING = frozenset({",", "and", "&", "or", "to", "–", "-"})
_HAS_DIGIT = re.compile(r"\d")
_STREET = re.compile(
    r"(?: [A-Z][\w'’-]*){1,3} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Boulevard|Drive|Way|Court|Place)\b"
)
_LINE_START = re.compile(r"(?:^|\n)[ \t]*$")
_READING_TIME = re.compile(r"[ -]min(?:ute)?s?[ -]read\b", re.I)

_AGE_AFTER = re.compile(r"[- ]?(?:(?:year|month|week|day)s?[- ]olds?|years? of age|-?y/?o)\b")
_AGE_BEFORE = re.compile(
    r"\b(?:(?:aged?|ages|aged between|ages of|age of|turns?|turned|turning)(?: (?:just|about|around|only|between))?"
    r"|(?:young|old|eld)est(?: (?:of|among) (?:them|whom|these|those))?(?: (?:was|is|being|only|just)){0,2}"
    r"|(?:one|both|all|each) of (?:them|whom)(?: (?:only|just))?) $",
    re.I,
)
_AGE_LIMIT = re.compile(r"\b(?:under|over|below|above)(?P<age>[- ]the[- ]age[- ]of)?[- ](?:the )?$", re.I)
_OTHER_AGE = re.compile(r"[\w.]+(?:,? (?:and|or|to|through) |[-–/])$")
_CLAUSE_END = re.compile(r"[,.;:)\n]|$| (?:and|or|who|when|from|was|is|has|had|in|at|to|by)\b")
_NOUNS = ("NN", "NNS", "NNPS")
_PERSONS = frozenset({"them", "whom", "those", "anyone", "everyone", "all"})
_OF_AGE = re.compile(r"\b(?:a|an|the|another) (?:[\w-]+ ){0,3}?(?P<noun>[\w-]+) of (?:just |only |about )?$", re.I)
_GROUPS = frozenset({"family", "household", "crew", "staff", "couple", "body"})
_OLDEST = 120  # years

_ONE = re.compile(r"one|zero", re.I)
_ONE_BEFORE = re.compile(r"\b(?:no|any|every|each|the|another|some|number|only the)[ -]$", re.I)
_ONE_STRESSED = re.compile(r"\b(?:only|just) $", re.I)
_ONE_AFTER = frozenset({"of", "another", "such", "by", "-", "day", "side", "thing", "way", "point"})


class Surroundings:
    """What the components before this one found in the Doc, asked by offset."""

    def __init__(self, doc: Doc, article: str) -> None:
        self._article = article
        self._furniture = Stretches(doc._.chrome)
        self._dates = Stretches(d.evidence for d in doc._.dates)
        self._names = Stretches(m.evidence for m in doc._.mentions if m.form is Form.NAME)

    def cover(self, amount: Amount) -> bool:
        """Whether the amount stands in page furniture, a date or a name."""
        start, end = amount.number, amount.number_end
        if self._furniture.over(amount.start, amount.end) is not None:
            return True
        name = self._names.over(start, end)
        if name is not None and name.start < start and end <= name.end and amount.measure is not Measure.SHARE:
            return True
        return amount.measure is Measure.COUNT and self._dates.over(start, end) is not None

    def counts_nothing(self, amount: Amount, number: Span) -> bool:
        """Whether the number is an age, a label, a year or part of an address."""
        text, start, end = self._article, amount.number, amount.number_end
        if amount.measure is not Measure.COUNT:
            return False
        if _READING_TIME.match(text, end) or _is_age(text, amount, number):
            return True
        single = amount.upper is None
        return _is_label(number, amount) or (
            single
            and not amount.signed
            and (
                _is_year(text, amount, number)
                or bool(_STREET.match(text, end, end + 60))
                or (bool(_LINE_START.search(text[max(0, start - 12) : start])) and text[end : end + 1] in (".", ")"))
                or text[start - 1 : start] == "/"
            )
        )


def is_compound(figure: Counted) -> bool:
    """Whether a hyphen makes an adjective of number and noun: 'a six-speed gearbox'."""
    doc, end = figure.number.doc, figure.number.end
    if figure.amount.end > figure.amount.number_end:
        return False  # '40-odd villages'
    hyphened = end < len(doc) and doc[end].text in HYPHENS and not doc[end].whitespace_
    return hyphened and figure.amount.measure is Measure.COUNT


def is_article(figure: Counted, *, told: bool) -> bool:
    """Whether 'one' is an article or pronoun.

    It counts where it is hedged or stressed ('just one area'), or where an action is `told` of its noun.
    """
    number = figure.number
    if not _ONE.fullmatch(number.text) or figure.amount.signed:
        return False
    before = figure.article[max(0, number.start_char - 12) : number.start_char]
    if _ONE_BEFORE.search(before):
        return True
    follows = number.doc[number.end].lower_ if number.end < len(number.doc) else ""
    if _ONE_STRESSED.search(before) and figure.where is not None and follows not in _ONE_AFTER:
        return False
    return follows in _ONE_AFTER or figure.whole is not None or figure.where is None or not told


def _is_age(text: str, amount: Amount, number: Span) -> bool:
    start, end = amount.number, amount.number_end
    before, after = text[max(0, start - 32) : start], text[end : end + 16]
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    if not 0 < amount.value <= (amount.upper or amount.value) <= _OLDEST:
        return False
    other = _OTHER_AGE.search(before)
    if other and _AGE_BEFORE.search(before[: other.start()]):
        return True
    if number.start < 2:
        return False
    limit = _AGE_LIMIT.search(before)
    if limit and not _counts_plural(number):  # 'children under 14'
        person = number.doc.char_span(start - len(limit.group()) - 2, start, alignment_mode="expand")
        return bool(limit["age"]) or (
            person is not None
            and (person[0].tag_ in _NOUNS or person[0].lemma_ == "be" or person[0].lower_ in _PERSONS)
        )
    of_age = _OF_AGE.search(before)
    if of_age and not _counts_plural(number):  # 'a boy of 12'
        return _is_person(of_age["noun"])
    if not _CLAUSE_END.match(after):
        return False
    opening, named = number.doc[number.start - 1], number.doc[number.start - 2]
    if opening.text in (",", "(") and after[:1] in (",", ".", ")"):  # 'Van Loon, 58, said'
        return bool(named.pos_ == "PROPN" or named.ent_type_ == "PERSON")
    verb = number.root.head
    if number.root.dep_ in ("attr", "acomp") and verb.lemma_ == "be":  # 'who was 10'
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return subject is not None and (subject.lower_ in ("he", "she", "who", "i") or subject.ent_type_ == "PERSON")
    return False


def _is_person(noun: str) -> bool:
    return noun.lower() in _persons() or noun.lower().endswith(("man", "woman"))


@lexicon.derived
def _persons() -> frozenset[str]:
    words = lexicon.load()
    roles = {noun for c in words.scheme("role") if c.one("kind") == "person" for noun in c.get("noun")}
    return (frozenset(words.by_word("people", "noun")) | roles) - _GROUPS


def _counts_plural(number: Span) -> bool:
    phrase = noun_phrase(number.doc, number.end)
    return phrase is not None and head_of(phrase).tag_ in ("NNS", "NNPS")


def _is_label(number: Span, amount: Amount) -> bool:
    """'Article 46', 'Articles 3, 5 and 13', 'Room 4', 'Big 12': the number tells which, and counts nothing."""
    doc, i = number.doc, number.start - 1
    if amount.signed or i < 0:
        return False
    while i > 1 and number.start - i < 12 and doc[i].lower_ in _LISTING and _HAS_DIGIT.search(doc[i - 1].text):
        i -= 2
    before = doc[i]
    if number.end < len(doc) and doc[number.end].lemma_.lower() in unit_names():
        return False  # 'the Tessel 550 megawatt plant'
    label = _LABELLED.fullmatch(before.lower_) and not before.tag_.startswith("VB")
    named = i == number.start - 1 and not before.text.islower() and before.pos_ in ("PROPN", "NOUN")
    named = named and not before.is_sent_start and number.text[0].isdigit()
    if not label and not named:
        return False
    if label or not _counts_plural(number):
        return not _counts_plural(number)
    return bool(doc[number.end].pos_ == "PROPN")


def _is_year(text: str, amount: Amount, number: Span) -> bool:
    if not _YEAR.fullmatch(text, amount.number, amount.number_end):
        return False
    return (
        not _counts_plural(number) or _BEFORE_YEAR.search(text[max(0, amount.number - 8) : amount.number]) is not None
    )
