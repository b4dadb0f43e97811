"""Whether a figure is that of one occasion, a running total, or neither, by the words of `ontology/scopes.ttl`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.quantities.units import Measure, durations
from onrecord.extract.syntax.arguments import SUBJECTS
from onrecord.extract.syntax.clauses import verb_of
from onrecord.extract.syntax.factuality import infinitive, modal
from onrecord.extract.syntax.noun_phrases import TALLIES
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon

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
_AROUND = 250  # characters on either side of the number that are searched for a cue
_SPACE = r"[ \u00a0]"


@dataclass(frozen=True, slots=True)
class _Beside:
    """The words of a scope directly before a number, and after it or its noun."""

    scope: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    counts: bool  # said of counts only, not of shares, money and measures


class Scopes:
    """The word lists of the scheme `scope`, ready to be asked about figures. An answer of '' says nothing."""

    def __init__(self, words: Lexicon) -> None:
        concepts, accumulating = words.scheme("scope"), words.marked("scope", "accumulates")
        occasions = words.marked("scope", "ofOccasion")
        self.default = words.default("scope").term
        self.accumulating = frozenset(c.term for c in accumulating)
        self._beside = [
            _Beside(c.term, _ending(c.get("before")), _beginning(c.get("after")), c in occasions)
            for c in sorted(concepts, key=lambda c: c not in occasions)
        ]
        self._phrases = [(c.term, _any(c.get("phrase"))) for c in concepts]
        self._tally_nouns = {noun: c.term for c in accumulating for noun in c.get("noun")}
        self._tally_verbs = {verb: c.term for c in accumulating for verb in c.get("verb")}
        self._lasting = frozenset(words.default("scope").get("verb"))
        self._occasions = {c.term: _any(c.get("noun"), ending="s?") for c in concepts}
        self._of_action = _scope_by_action(words, "inScope")
        self._on_day = _scope_by_action(words, "inScopeOnDay")
        self._of_occasion = _scope_by_action(words, "inScopeOfOccasion")

    def of(self, figure: Counted, action: str, events: EventLexicon, lead: str, *, dated: bool) -> str:
        """The scope of the figure; `lead` is the article's first line, `dated` whether its clause gives a day."""
        beside = self._said_beside(figure)
        if beside or figure.lemma in durations(imposed=True):
            return beside or self.default
        found = self._of_tally(figure) or self._of_phrase(figure)
        if not found and figure.amount.measure is Measure.COUNT:
            found = self._by_action(figure, action, events, lead, dated=dated)
        return found or self.default

    def _by_action(self, figure: Counted, action: str, events: EventLexicon, lead: str, *, dated: bool) -> str:
        """By what happened: an occasion in itself, or done on a day or an occasion that is named."""
        verb = verb_of(figure.anchor)
        if verb is not None and _unreal(verb):
            return ""
        lasts = verb is not None and verb.lemma_.lower() in self._lasting
        if action in self._of_action:
            return self._of_action[action]
        if dated and action in self._on_day and not lasts and events.says(verb, action):
            return self._on_day[action]
        scope = self._of_occasion.get(action, "")
        return scope if scope and self._names_occasion(figure, scope, lead) else ""

    def _said_beside(self, figure: Counted) -> str:
        """Words before the number, or between it and the noun: 'a total of 231', 'another 120', 'four more'."""
        text, amount = figure.article, figure.amount
        before = text[max(0, amount.start - 40) : amount.start]
        noun_end = figure.where.end if figure.where and figure.where.start >= amount.end else amount.unit_end
        after_number, after_noun = text[amount.unit_end : noun_end + 16], text[noun_end : noun_end + 16]
        for words in self._beside:
            if words.counts and amount.measure is not Measure.COUNT:
                continue
            if words.before.search(before) or words.after.match(after_number) or words.after.match(after_noun):
                return words.scope
        return ""

    def _of_tally(self, figure: Counted) -> str:
        """'The toll rose to 38': with a count as subject of a verb of rising; 'the total makes up around 1 850'."""
        verb = verb_of(figure.anchor)
        if verb is None:
            return ""
        for noun in verb.lefts:
            if noun.dep_ in SUBJECTS and noun.lemma_.lower() in TALLIES:
                return self._tally_nouns.get(noun.lemma_.lower()) or self._tally_verbs.get(verb.lemma_.lower(), "")
        return ""

    def _of_phrase(self, figure: Counted) -> str:
        """'So far', 'to date', 'since the start' in the figure's part of the sentence."""
        part = _part_of_sentence(figure)
        if _SINCE.search(part) and _PERFECT.search(part):
            return next(iter(sorted(self.accumulating)), "")
        return next((scope for scope, phrase in self._phrases if phrase.search(part)), "")

    def _names_occasion(self, figure: Counted, scope: str, lead: str) -> bool:
        low, high = figure.sentence.start_char, figure.sentence.end_char
        low, high = max(low, figure.amount.start - _AROUND), min(high, figure.amount.end + _AROUND)
        occasion = self._occasions[scope]
        return bool(occasion.search(figure.article, low, high) or occasion.search(lead))


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
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None) if verb is not None else None
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


def _scope_by_action(words: Lexicon, key: str) -> Mapping[str, str]:
    """The scope that each action has under a property of the word list of actions."""
    scopes = {concept.iri: concept.term for concept in words.scheme("scope")}
    return {c.term: scopes[iri] for c in words.scheme("action") for iri in c.get(key) if iri in scopes}


def _any(words: Iterable[str], ending: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_longest_first(words)}){ending}\b", re.I)


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_longest_first(words)}),?{_SPACE}?$", re.I)


def _beginning(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{_SPACE}?(?:{_longest_first(words)})\b", re.I)


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


@lexicon.derived
def scopes(lexicon: Lexicon) -> Scopes:
    """The scopes of a lexicon, prepared once."""
    return Scopes(lexicon)
