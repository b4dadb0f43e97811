"""Whether a figure is that of one occasion, a running total, or neither, by the words of `ontology/scopes.ttl`."""

import re

from spacy.tokens import Token

from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.event_lexicon import Fates
from onrecord.extract.quantities.units import Measure
from onrecord.extract.syntax.clauses import verb_of
from onrecord.extract.syntax.factuality import infinitive, modal
from onrecord.extract.syntax.noun_phrases import TALLIES
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon

TOTAL, INCREMENT, UNSPECIFIED = "total", "increment", "unspecified"

_BOUNDARY = re.compile(
    r"[;—]|\s[–-]\s|,?\s\b(?:while|whereas|but|although|though)\b\s|,\s(?:which|who|whose|where)\s|"
    r"\band (?:has|have|had|(?:\w+ )?that)\b|,?\s(?:(?:up|down) from|on top of|compared (?:with|to))\s"
)
_PERFECT = re.compile(r"\b(?:ha(?:s|ve|d)|'ve|’ve)\b", re.I)
_SINCE = re.compile(r"(?<!has )(?<!have )(?<!had )\bsince\b", re.I)  # not 'has since left'
# 'including a dozen', 'of whom 12', 'among them four'; '12 of them', '146 civilians included', 'among the freed'.
_PART_BEFORE = re.compile(
    r"\b(?:includ(?:es?|ing)|of (?:them|whom|these|those|it|this)|among (?:them|whom|these|those)),?"
    r"(?: [\w‘’']+){0,4}\s?$",
    re.I,
)
_PART_AFTER = re.compile(
    r"\W*of (?:them|whom|these|those|it)\b|\W*(?:\w+\W+){0,4}?(?:included|among (?:them|whom|these|those|the))\b"
)
_PART = 60  # characters on either side of the number that are searched for these
_MORE_AFTER = re.compile(r"\s(?:more|additional|further)\b")
_MORE_BEFORE = re.compile(r"\b(?:another|further|additional)\s$", re.I)
_TERMS = frozenset({"year", "month"})  # what a sentence imposes
_OCCASIONS = frozenset({"returned", "detained", "displaced"})  # done on a day, they are those of one occasion
_AROUND = 250  # characters on either side of the number that are searched for a cue
_SPACE = r"[ \u00a0]"


class Scopes:
    """The word lists of the scheme `scope`, ready to be asked about figures."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = {c.term: c for c in lexicon.scheme("scope")}
        self._before = {term: _ending(cues[term].get("before")) for term in (TOTAL, INCREMENT)}
        self._after = {term: _beginning(cues[term].get("after")) for term in (TOTAL, INCREMENT)}
        self._phrase = re.compile(rf"\b(?:{'|'.join(map(re.escape, cues[TOTAL].get('phrase')))})\b", re.I)
        self._rising = frozenset(cues[TOTAL].get("verb"))
        self._lasting = frozenset(cues[UNSPECIFIED].get("verb"))
        self._occasion = re.compile(rf"\b(?:{'|'.join(cues[INCREMENT].get('noun'))})s?\b", re.I)

    def of(self, figure: Counted, action: str, fates: Fates, lead: str, dated: bool) -> str:
        """The scope of the figure; `lead` is the article's first line, `dated` whether its clause gives a day."""
        beside = self._beside(figure)
        if beside:
            return beside
        if figure.lemma in _TERMS:
            return UNSPECIFIED
        if self._of_risen_tally(figure) or self._in_running_total(figure):
            return TOTAL
        if figure.amount.measure in (Measure.MONEY, Measure.SHARE, Measure.UNIT):
            return UNSPECIFIED
        verb = verb_of(figure.anchor)
        if verb is not None and _unreal(verb):
            return UNSPECIFIED
        if fates.occasion(action):
            return INCREMENT
        lasts = verb is not None and verb.lemma_.lower() in self._lasting
        if action in _OCCASIONS and dated and fates.says(verb, action) and not lasts:
            return INCREMENT
        if action == "returned" and self._of_occasion(figure, lead):
            return INCREMENT
        return UNSPECIFIED

    def _beside(self, figure: Counted) -> str:
        """Words before the number, or between it and the noun: 'a total of 231', 'another 120', 'four more'."""
        text, amount = figure.article, figure.amount
        before = text[max(0, amount.start - 40) : amount.start]
        noun_end = figure.where.end if figure.where and figure.where.start >= amount.end else amount.unit_end
        between, after = text[amount.unit_end : noun_end], text[noun_end : noun_end + 16]
        for term in (INCREMENT, TOTAL) if amount.measure is Measure.COUNT else (TOTAL,):
            if self._before[term].search(before) or self._after[term].match(between + after):
                return term
            if term == TOTAL and self._after[term].match(after):
                return term
        return ""

    def _of_risen_tally(self, figure: Counted) -> bool:
        """'The toll rose to 38': with a count as subject of a verb of rising; 'the total makes up around 1 850'."""
        verb = verb_of(figure.anchor)
        if verb is None:
            return False
        for noun in verb.lefts:
            if noun.dep_ in ("nsubj", "nsubjpass") and noun.lemma_.lower() in TALLIES:
                return noun.lemma_.lower() == "total" or verb.lemma_.lower() in self._rising
        return False

    def _in_running_total(self, figure: Counted) -> bool:
        """'So far', 'to date', 'since the start' in the figure's part of the sentence."""
        part = _part_of_sentence(figure)
        return bool(self._phrase.search(part) or (_SINCE.search(part) and _PERFECT.search(part)))

    def _of_occasion(self, figure: Counted, lead: str) -> bool:
        low, high = figure.sentence.start_char, figure.sentence.end_char
        low, high = max(low, figure.amount.start - _AROUND), min(high, figure.amount.end + _AROUND)
        return bool(self._occasion.search(figure.article, low, high) or self._occasion.search(lead))


def inherits(figure: Counted) -> bool:
    """Whether the figure is given as a part of the one before it: 'including a dozen children', '12 of them'."""
    amount, sentence = figure.amount, figure.sentence
    before = figure.article[max(sentence.start_char, amount.start - _PART) : amount.start]
    after = figure.article[amount.end : min(sentence.end_char, amount.end + _PART)]
    verb = verb_of(figure.anchor)
    among = (c for t in verb.rights if t.lower_ == "among" for c in t.children) if verb is not None else ()
    are_among = any(c.lower_ in ("them", "these", "those") for c in among)  # 'five siblings from Osk are among them'
    return are_among or bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after))


def joined(earlier: Counted, figure: Counted) -> bool:
    """Whether only 'and' or a comma joins the two: 'a total of 517 children and 2,828 adults'."""
    if earlier.where is None or earlier.where.end > figure.amount.start:
        return False
    return bool(re.fullmatch(r",?\s(?:and\s)?", figure.article[earlier.where.end : figure.amount.start]))


def follows_more(figure: Counted) -> bool:
    """Whether the number adds to those spoken of before: '14 more names', 'another 120 families'."""
    text, amount = figure.article, figure.amount
    before, after = text[max(0, amount.start - 12) : amount.start], text[amount.unit_end : amount.unit_end + 12]
    return bool(_MORE_AFTER.match(after) or _MORE_BEFORE.search(before))


def continues(figure: Counted) -> bool:
    """Whether the clause only says how many those spoken of are: 'the number is nearly 19,500', 'that makes 235'."""
    verb = verb_of(figure.anchor)
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None) if verb is not None else None
    if subject is None or subject.i > figure.number.start:
        return False
    bare_tally = subject.lemma_.lower() in TALLIES and not any(c.lower_ == "of" for c in subject.rights)
    return bare_tally or subject.lower_ in ("that", "this", "it")


def _unreal(verb: Token) -> bool:
    """Whether the clause speaks of what is to be: 'will exchange', 'are to exchange', 'would have to'."""
    if verb.lemma_ == "be" and verb.dep_ == "ccomp":
        return False  # 'declared four persons to be suspects'
    return (modal(verb) or infinitive(verb)) and verb.dep_ in ("xcomp", "ROOT", "ccomp", "conj", "relcl")


def _part_of_sentence(figure: Counted) -> str:
    """The stretch of the sentence around the number up to the nearest boundary on either side."""
    amount, sentence = figure.amount, figure.sentence
    before = figure.article[max(sentence.start_char, amount.start - _AROUND) : amount.start]
    after = figure.article[amount.end : min(sentence.end_char, amount.end + _AROUND)]
    start = max((found.end() for found in _BOUNDARY.finditer(before)), default=0)
    stop = _BOUNDARY.search(after)
    return f"{before[start:]} {after[: stop.start() if stop else len(after)]}"


def _ending(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))}),?{_SPACE}?$", re.I)


def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_SPACE}?(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b", re.I)


@lexicon.derived
def scopes(lexicon: Lexicon) -> Scopes:
    """The scopes of a lexicon, prepared once."""
    return Scopes(lexicon)
