"""Numbers that count nothing reported: in dates and names, ages, durations, years, labels such as 'Article 46', 'one'."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc, Span

from onrecord.extract.amounts import Amount, Measure
from onrecord.extract.counted import Counted
from onrecord.findings import Evidence, Form

_TIME = frozenset(["second", "minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century", "night", "summer", "winter", "season", "evening", "morning", "afternoon", "hr", "hrs", "min", "mins", "sec", "ms", "yr", "generation", "semester"])  # fmt: skip
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]*|\.)$")
_MONTH_AFTER = re.compile(
    r"[ -](?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# A noun or sign with a number after it that names which one it is.
_LABEL = frozenset(["article", "articles", "section", "sections", "room", "chapter", "page", "pages", "paragraph", "paragraphs", "no", "nos", "no.", "nos.", "number", "resolution", "case", "point", "rule", "rules", "protocol", "phase", "stage", "category", "channel", "highway", "route", "level", "part", "division", "group", "class", "grade", "school", "unit", "brigade", "regiment", "battalion", "battalion", "figure", "table", "appendix", "annex", "volume", "issue", "item", "step", "line", "act", "flight", "box", "apartment", "flat", "building", "house", "block", "ward", "district", "gate", "terminal", "platform", "formula", "application", "applications", "order", "decree", "law", "file", "version", "game", "round", "week", "day", "episode", "season", "season's", "lot", "row", "seat", "exit", "tel", "fax", "telephone", "phone", "ext", "extension", "#", "§", "art", "para", "mission", "hospital", "clause", "directive", "regulation", "convention", "amendment", "chamber", "star"])  # fmt: skip
_STREET = re.compile(
    r"(?:[ ][A-Z][\w'’-]*){1,3}[ ](?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Boulevard|Drive|Way|Court|Place)\b"
)
_AGE_AFTER = re.compile(
    r"[- ]?(?:years?[- ]olds?|years? of age|months?[- ]old|weeks?[- ]old|days?[- ]old|-?y/?o)\b|s?[- ]year[- ]olds?"
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|aged between|ages of|age of|turned|turning|age range)[ ](?:just |about |around |only |between )?$",
    re.I,
)
_UNDER_AGE = re.compile(r"\b(?:under|over|below|above)(?: the age of)?[- ](?:the[- ]age[- ]of[- ])?$", re.I)
_OTHER_NUMBER = re.compile(r"[\d,.]+(?:,? (?:and|or|to|-) |[-–/, ]+)$")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*$")
_ONE_IDIOM = re.compile(r"\b(?:no|any|every|each|the|this|that|which|another|some|number|day|only the)[ -]$", re.I)
_PENAL = re.compile(r"\b(?:sentenc|jail|imprison|prison|penal|colony|ban(?:s|ned|ning)?\b|suspend|suspension|disqualif|custod|"
                    r"probation|parole|behind bars|term of|labou?r|exclu|barred|hard regime)", re.I)  # fmt: skip


class Surroundings:
    """What the components before this one found in the Doc, asked by offset."""

    def __init__(self, doc: Doc, article: str) -> None:
        self._article = article
        self._furniture = Stretches(doc._.chrome)
        self._dates = Stretches(d.evidence for d in doc._.dates)
        self._names = Stretches(m.evidence for m in doc._.mentions if m.form is Form.NAME)

    def counts_nothing(self, amount: Amount, number: Span) -> bool:
        """Whether the number is part of a date or a name, an age, a label or an idiom, whatever follows it."""
        text, start, end = self._article, amount.number, amount.number_end
        if self._furniture.over(amount.start, amount.end):
            return True
        bare = amount.measure is Measure.COUNT and amount.upper is None
        if amount.measure is Measure.COUNT and self._dates.over(start, end):
            return True
        name = self._names.over(start, end)
        if name is not None and name.start < start and name.end > end - 1 and amount.measure is not Measure.SHARE:
            return True
        return amount.measure is Measure.COUNT and (
            _is_age(text, amount, number)
            or _is_label(number, amount)
            or (bare and _is_year(text, amount))
            or (bare and not amount.signed and _is_day_of_month(text, start, end))
            or (bare and bool(_STREET.match(text, end, end + 60)))
            or (
                bare and bool(_LIST_MARK.search(text[max(0, start - 12) : start])) and text[end : end + 1] in (".", ")")
            )
        )


def is_time(figure: Counted) -> bool:
    """Whether the figure counts units of time, and no term of a sentence: those, a sentence imposes in years."""
    words = figure.text.lower().split()
    first_of = words.index("of") if "of" in words else len(words)
    head = words[first_of - 1] if words and first_of else ""
    if figure.lemma not in _TIME and head.rstrip("s") not in _TIME:
        return False
    return not is_term(figure)


def is_term(figure: Counted) -> bool:
    """Whether years or months are a term that a sentence or a sanction imposes: 'sentenced to 12 years'."""
    if figure.lemma not in ("year", "month"):
        return False
    number, sent = figure.number, figure.number.sent
    around = number.doc[max(sent.start, number.start - 10) : min(sent.end, number.end + 6)].text
    served = re.search(
        r"\b(?:spent|spend|served|serving|after|for the (?:past|last)|ago|earlier|later|old)\b", around, re.I
    )
    return bool(_PENAL.search(around)) and served is None


def is_article(figure: Counted, action: str) -> bool:
    """Whether 'one' is an article or pronoun: it counts where it is hedged, said of a fate, or set beside a number."""
    number = figure.number
    if number.text.lower() not in ("one", "zero") or figure.amount.signed:
        return False
    before, follow = (
        figure.article[max(0, number.start_char - 12) : number.start_char],
        number.doc[number.end : number.end + 1],
    )
    if _ONE_IDIOM.search(before) or (len(follow) and follow[0].lower_ in ("of", "another", "such", "by", "-", "day")):
        return True
    if figure.whole is not None or figure.where is None:
        return True
    return action in ("other", "")


def _is_age(text: str, amount: Amount, number: Span) -> bool:
    start, end = amount.number, amount.number_end
    before, after = text[max(0, start - 24) : start], text[end : end + 16]
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    low, high = amount.value, amount.upper or amount.value
    if not 0 < low <= high <= 120:
        return False
    linked = _OTHER_NUMBER.search(before)
    if linked and _AGE_BEFORE.search(before[: linked.start()]):
        return True
    bare_after = re.match(r"[,.;:)\n]|$| (?:and|or|who|when|from|was|is|has|had|in|at|to)\b", after) is not None
    opening = number.doc[number.start - 1] if number.start else None
    if opening is None:
        return False
    hedge = _UNDER_AGE.search(text[max(0, start - 24) : start])
    if hedge and bare_after:
        return "age" in hedge.group() or _preceded_by_person(number, hedge.group())
    if opening.text in (",", "(") and re.match(r"[,.)]", after) and number.start > 1:
        return number.doc[number.start - 2].pos_ == "PROPN" or number.doc[number.start - 2].ent_type_ == "PERSON"
    verb = number.root.head
    if bare_after and number.root.dep_ in ("attr", "acomp") and verb.lemma_ == "be":
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return subject is not None and (subject.lower_ in ("he", "she", "who", "i") or subject.ent_type_ == "PERSON")
    return False


def _preceded_by_person(number: Span, hedge: str) -> bool:
    index = number.start - len(hedge.replace("-", " ").split()) - 1
    return index >= 0 and number.doc[index].tag_ in ("NNS", "NN", "NNPS")


def _is_label(number: Span, amount: Amount) -> bool:
    """'Article 46', 'Articles 3, 5 and 13', 'Room 4', 'Big 12': the number says which one, and counts nothing."""
    if amount.signed:
        return False
    doc, i = number.doc, number.start - 1
    while (
        i > 0 and number.start - i < 12 and (doc[i].like_num or doc[i].text in (",", "and", "&", "or", "to", "/", "."))
    ):
        i -= 1
    if i < 0 or doc[i].is_space:
        return False
    before = doc[i]
    if before.lower_ in _LABEL and before.tag_ not in ("VB", "VBD", "VBZ", "VBP"):
        return not (before.tag_ == "NNS" and i < number.start - 1 and number.root.head.i >= number.end)
    follow = doc[number.end] if number.end < len(doc) else None
    alone = (
        follow is None or (follow.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM") and follow.tag_ not in ("VBN", "VBG", "JJ"))
    )
    if i == number.start - 1 and alone and number.text[0].isdigit():
        return bool(before.pos_ == "PROPN" and before.text[0].isupper() and not before.is_sent_start)
    return False


def _is_year(text: str, amount: Amount) -> bool:
    written = text[amount.number : amount.number_end]
    if not re.fullmatch(r"(?:1[5-9]|20)\d\d", written) or amount.signed or int(written) > 2099:
        return False
    after = re.match(r" ([a-z]+)", text[amount.number_end : amount.number_end + 24])
    return not (
        after
        and re.fullmatch(r"people|children|men|women|.{3,}(?:ers|ees|ans|ors|ents|ians|ies|units|cases)", after[1])
    )


def _is_day_of_month(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip(" ,")
    return bool(_MONTH.search(before.rsplit(" ", 1)[-1]) or _MONTH_AFTER.match(text, end))


class Stretches:
    """Stretches of text, found by what overlaps them in logarithmic time."""

    def __init__(self, found: Iterable[Evidence]) -> None:
        self._found = sorted(found)
        self._starts = [e.start for e in self._found]

    def over(self, start: int, end: int) -> Evidence | None:
        """A stretch that overlaps `start` to `end`."""
        last = bisect_right(self._starts, end - 1)
        return next((e for e in reversed(self._found[max(0, last - 4) : last]) if e.end > start), None)
