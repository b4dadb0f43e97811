"""Filters out numerals that are no quantities: in dates and names, ages, labels such as 'Article 46', 'one'."""

import re

from spacy.tokens import Doc, Span, Token

from onrecord.extract.quantities.amounts import Amount
from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.units import Measure, durations, unit_names
from onrecord.extract.syntax.arguments import SUBJECTS
from onrecord.extract.syntax.noun_phrases import COUNTABLE, HYPHENS, head_of, noun_phrase
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
    r"seat|exit|type|magnitude|tel|fax|telephone|phone|ext|extension|hospital|clause|directive|regulation|convention|chamber|line|§|\#"
    r")s?\.?"
)
# Of these nouns, those before a number that never begins what is counted: 'Category 5 hurricanes'.
_LABELLED_ALWAYS = re.compile(
    r"(?:art|article|chapter|page|para|paragraph|rule|phase|stage|category|level|formula|resolution|protocol|annex|"
    r"appendix|clause|directive|regulation|magnitude|type|room|flight)s?\.?"
)
_LISTING = frozenset({",", "and", "&", "or", "to", "–", "-"})
_HAS_DIGIT = re.compile(r"\d")
_STREET = re.compile(
    r"(?: [A-Z][\w'’-]*){1,3} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Boulevard|Drive|Way|Court|Place)\b"
)
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:[- ](?:of|was|is|at))?(?: (?:a|about|around|at least|roughly))? $", re.I)
_MAGNITUDE_AFTER = re.compile(r"[- ](?:magnitude|(?:earth|sea)?quakes?|tremors?|aftershocks?|temblors?)\b", re.I)
_STRONGEST = 10  # magnitude of an earthquake
_CALIBRE = re.compile(
    r"[- ]?(?:mm|gauge|cal)[- ](?:(?:semi-)?automatic |anti-\w+ )?(?:pistol|rifle|(?:hand|shot|machine ?)?gun|"
    r"ammunition|round|bullet|cartridge|shell|howitzer|mortar|cannon|artillery|calib)\w*",
    re.I,
)
_POINTS_TO = re.compile(r" points to (?P<other>\d{1,3})(?![\d.,]*\d)")
_TO_POINTS = re.compile(r"(?<![\d.,])(?P<other>\d{1,3}) points to $")
_STREET_NAMED = re.compile(r",? (?:Rue|Quai|Avenue|Via|Calle|Place|Plaza|Piazza|Boulevard|Rua) [A-Zd]")
_TIME = re.compile(r"[ -]min(?:ute)?s?[ -]read\b| o['’]clock\b", re.I)

_AGE_AFTER = re.compile(r"[- ]?(?:(?:year|month|week|day)s?[- ]olds?|years? of age|-?y/?o)\b")
_AGE_BEFORE = re.compile(
    r"\b(?:(?:aged?|ages|aged between|ages of|age of|turns?|turned|turning)(?: (?:just|about|around|only|between))?"
    r"|(?:young|old|eld)est(?: (?:of|among) (?:them|whom|these|those))?(?: (?:was|is|being|only|just)){0,2}"
    r"|(?:one|both|all|each) of (?:them|whom)(?: (?:only|just))?) $",
    re.I,
)
_AGE_LIMIT = re.compile(r"\b(?:under|over|below|above)(?P<age>[- ]the[- ]age[- ]of)?[- ](?:the )?$", re.I)
_NOUNS = ("NN", "NNS", "NNPS")
_PERSONS = frozenset({"them", "whom", "those", "anyone", "everyone", "all"})
_OF_AGE = re.compile(r"\b(?:a|an|the|another) (?:[\w-]+ ){0,3}?(?P<noun>[\w-]+) of (?:just |only |about )?$", re.I)
_GROUPS = frozenset({"family", "household", "crew", "staff", "couple", "body"})
_OLDEST = 120  # years

_ONE = re.compile(r"one|zero", re.I)
_ONE_STRESSED = re.compile(r"\b(?:only|just) $", re.I)
_NOT_ONE = re.compile(r"\bnot $", re.I)
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
        text = self._article
        if _CALIBRE.match(text, amount.number_end):
            return True
        if amount.measure is not Measure.COUNT:
            return False
        if _TIME.match(text, amount.number_end) or _is_age(text, amount, number) or _is_label(number, amount):
            return True
        if _is_magnitude(text, amount) or _is_score(text, amount):
            return True
        bare = amount.upper is None and not amount.signed
        return bare and (_is_year(text, amount, number) or _is_address(text, amount))


def is_compound(figure: Counted) -> bool:
    """Whether a hyphen makes an adjective of number and noun: 'a six-speed gearbox'."""
    doc, end = figure.number.doc, figure.number.end
    if figure.amount.end > figure.amount.number_end or (figure.where is None and not figure.elided):
        return False  # '40-odd villages', 'voted 230-to-197'
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
    follows = number.doc[number.end].lower_ if number.end < len(number.doc) else ""
    if _ONE_STRESSED.search(before) and figure.where is not None and follows not in _ONE_AFTER:
        return False
    if figure.lemma in COUNTABLE | durations(imposed=True):
        return False  # 'one count of fraud', 'one year in prison'
    if told and figure.where is None and _is_somebody(figure, before, follows):
        return False
    return follows in _ONE_AFTER or figure.whole is not None or figure.where is None or not told


def _is_somebody(figure: Counted, before: str, follows: str) -> bool:
    """Whether 'one' stands for a person by itself: 'one died on the way', 'killed one and injured eight'."""
    number, doc = figure.number, figure.number.doc
    if follows in _ONE_AFTER or _NOT_ONE.search(before):
        return False
    ends = number.end >= len(doc) or doc[number.end].pos_ in ("PUNCT", "CCONJ")
    return number.root.dep_ in SUBJECTS or (number.root.dep_ == "dobj" and ends)


def _is_magnitude(text: str, amount: Amount) -> bool:
    """'A magnitude 5.2 earthquake', 'the 6.4 quake'; not 'three aftershocks'."""
    if not 0 < amount.value < _STRONGEST:
        return False
    if _MAGNITUDE_BEFORE.search(text, max(0, amount.start - 40), amount.start):
        return True
    return (
        "." in text[amount.number : amount.number_end] and _MAGNITUDE_AFTER.match(text, amount.number_end) is not None
    )


def _is_score(text: str, amount: Amount) -> bool:
    """'45 points to 24'; not an index that 'rose 24 points to 4,524'."""
    lower = _POINTS_TO.match(text, amount.number_end)
    higher = _TO_POINTS.search(text[max(0, amount.start - 16) : amount.start])
    return bool((lower and int(lower["other"]) <= amount.value) or (higher and int(higher["other"]) >= amount.value))


def _is_address(text: str, amount: Amount) -> bool:
    return any(street.match(text, amount.number_end) for street in (_STREET, _STREET_NAMED))


def _is_age(text: str, amount: Amount, number: Span) -> bool:
    before = text[max(0, amount.number - 32) : amount.number]
    after = text[amount.number_end : amount.number_end + 16]
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    if not 0 < amount.value <= (amount.upper or amount.value) <= _OLDEST:
        return False
    return not _counts_plural(number) and (_is_age_limit(before, number) or _is_of_age(before))


def _is_age_limit(before: str, number: Span) -> bool:
    """'Children under 14', 'under the age of 18'."""
    limit = _AGE_LIMIT.search(before)
    if limit is None or limit["age"]:
        return limit is not None
    person = number.doc.char_span(
        number.start_char - len(limit.group()) - 2, number.start_char, alignment_mode="expand"
    )
    return person is not None and (person[0].tag_ in _NOUNS or person[0].lemma_ == "be" or person[0].lower_ in _PERSONS)


def _is_of_age(before: str) -> bool:
    """'A boy of 12'."""
    person = _OF_AGE.search(before)
    return person is not None and _is_person(person["noun"])


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
    doc = number.doc
    if (amount.signed and amount.upper is None) or not number.start:
        return False
    if number.end < len(doc) and doc[number.end].lemma_.lower() in unit_names():
        return False  # 'the Tessel 550 megawatt plant'
    before = _before_list(number)
    always = _is_always_label(before) and number.text[0].isdigit()
    verb = before.tag_.startswith("VB") and not (always and amount.upper is not None)
    if _LABELLED.fullmatch(before.lower_) and not verb:
        return always or not _counts_plural(number)
    return _is_name_with(before, number) and (not _counts_plural(number) or doc[number.end].pos_ == "PROPN")


def _is_always_label(noun: Token) -> bool:
    """'Category 5 hurricanes'; not 'in this category 12 people'."""
    return _LABELLED_ALWAYS.fullmatch(noun.lower_) is not None and (not noun.i or noun.nbor(-1).tag_ != "DT")


def _before_list(number: Span) -> Token:
    """The token before the number and the numbers listed with it: 'Articles' of 'Articles 3, 5 and 13'."""
    doc, i = number.doc, number.start - 1
    while i > 1 and number.start - i < 12 and doc[i].lower_ in _LISTING and _HAS_DIGIT.search(doc[i - 1].text):
        i -= 2
    return doc[i]


def _is_name_with(before: Token, number: Span) -> bool:
    """'Big 12': a word with a capital directly before digits."""
    if before.i != number.start - 1 or before.is_sent_start or not number.text[0].isdigit():
        return False
    return before.pos_ in ("PROPN", "NOUN") and not before.text.islower()


def _is_year(text: str, amount: Amount, number: Span) -> bool:
    if not _YEAR.fullmatch(text, amount.number, amount.number_end):
        return False
    return (
        not _counts_plural(number) or _BEFORE_YEAR.search(text[max(0, amount.number - 8) : amount.number]) is not None
    )
