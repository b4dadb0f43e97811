"""The words of a text as name finding sees them: which are capitalised, where a capital proves nothing, which are
titles, nationalities, months, particles, and which stand in the dictionary."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from onrecord.extract.doc_extensions import spaced
from onrecord.extract.layout.initials import INITIAL
from onrecord.extract.layout.speaker_labels import ANSWERS, QUESTIONS, Turn
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_MONTHS = """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."""
_DAYS = """monday tuesday wednesday thursday friday saturday sunday mon. tue. wed. thu. fri. sat. sun.
    mondays tuesdays wednesdays thursdays fridays saturdays sundays today yesterday tomorrow"""
# Closed-class words, which carry a capital only because a sentence or a title begins.
_GRAMMAR = """a an the this that these those some any each every all both half no none neither either such
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones
    who whom whose which what when where why how there here and or but nor so yet if unless because although though
    while whereas as than then once until till since before after of in on at by for with from to into onto upon over
    under about above below between among during against without within through throughout across along around behind
    beside besides beyond despite except near off out per toward towards up down via like unlike regarding concerning
    according due instead not only also even just still already ever never again always often sometimes soon later now
    meanwhile however therefore thus moreover furthermore nevertheless otherwise finally perhaps maybe indeed is are was
    were be been being am has have had having do does did doing can could shall should will would must let other others
    another same many most more much few fewer less least several enough too very almost nearly roughly yes
    anyone anybody anything everyone everybody everything someone somebody something nobody nothing"""
_NEVER = frozenset(("the", "a", "i"))  # nor do these begin or end a name
_ALSO_GIVEN = frozenset(("jan", "jun", "mar"))
MONTHS = frozenset(_MONTHS.split())
DAYS = frozenset(_DAYS.split())
GRAMMAR = frozenset(_GRAMMAR.split())
APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
HYPHENS = frozenset(("-", "‐", "‑"))
QUOTES = frozenset('"“”„«»‘')
_OPENERS = frozenset(('"', "“", "„", "«", "‘", ":", ".", "?", "!", "•", "*", "…", ";"))
_DASHES = frozenset(("-", "–", "—", "•", "*", "|", "·"))
_SUFFIXES = ("ian", "ese", "ish", "ean")

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Concept], ...]]


def kind_of(concept: Concept) -> Kind | None:
    """What a concept of a word list stands for; None for what is nobody's name."""
    kind = concept.one("kind")
    return Kind(kind) if kind else None


def parts(phrase: str) -> tuple[str, ...]:
    """A phrase of a word list as the tokenizer would cut it, in lower case with straight apostrophes."""
    text = phrase.lower().replace("’", "'")
    return tuple(re.findall(r"'s\b|'|-|[^\s'-]+", text))


@lexicon.derived
def phrases(scheme: str, *keys: str) -> Phrases:
    """The phrases under `keys` of a word list, longest first, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], Concept]]] = {}
    for concept in lexicon.load().scheme(scheme):
        for key in keys:
            words = concept.names if key == "names" else concept.get(key)
            for word in words:
                cut = parts(word)
                if cut:
                    found.setdefault(cut[0], []).append((cut, concept))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


def match(table: Phrases, lower: list[str], at: int, end: int) -> tuple[int, Concept] | None:
    """The longest phrase of the table that starts at a word: where it ends and what it is."""
    for words, concept in table.get(lower[at], ()):
        stop = at + len(words)
        if stop <= end and tuple(lower[at:stop]) == words:
            return stop, concept
    return None


def match_back(table: Phrases, lower: list[str], stop: int, low: int) -> tuple[int, Concept] | None:
    """The longest phrase of the table that ends before `stop`: where it starts and what it is."""
    for at in range(max(low, stop - 5), stop):
        for words, concept in table.get(lower[at], ()):
            if at + len(words) == stop and tuple(lower[at:stop]) == words:
                return at, concept
    return None


@dataclass(slots=True)
class Words:
    """A Doc's tokens, read once for all the components that find names."""

    doc: Doc
    text: list[str]
    lower: list[str]  # with straight apostrophes
    capital: list[bool]  # begins a name, by its letters
    fresh: list[bool]  # a capital proves nothing here: after a full stop, a quote, at a line's start
    line: list[int]  # number of the line
    loud: frozenset[int]  # lines where every word has a capital: headlines
    glued: list[bool]  # no white space after the token
    labels: frozenset[int]  # labels of turns that are no names: 'Q', 'A. R.'
    common: list[bool]  # the dictionary knows it as a word in small letters, or it is a grammar word

    def name(self, i: int) -> bool:
        """Whether the token may be part of a name: capitalised, no day or month."""
        return self.capital[i] and not self.dated(i)

    def __len__(self) -> int:
        return len(self.text)

    def initial(self, i: int) -> bool:
        """Whether the token is an initial: 'J.', 'A.'."""
        return bool(INITIAL.match(self.text[i]))

    def dated(self, i: int) -> bool:
        """Whether the token is a day or a month, not the surname May or the first name April."""
        word = self.lower[i]
        if word in DAYS:
            return True
        if word not in MONTHS:
            return False
        if (
            word in _ALSO_GIVEN
            and i + 1 < len(self)
            and self.capital[i + 1]
            and not self.lower[max(0, i - 1)].isdigit()
        ):
            return False  # 'Jan Kees de Wit'
        near = self.lower[max(0, i - 1)], self.lower[min(len(self) - 1, i + 1)]
        named = i > 0 and self.capital[i - 1] and not self.fresh[i - 1] and not self.glued[i - 1]
        return not named or any(w[:1].isdigit() for w in near)

    def nationality(self, i: int) -> bool:
        """Whether the token is an adjective of a country or a people: 'Ukrainian', 'Kestrian'."""
        word = self.lower[i]
        if word in _adjectives():
            return True
        token: Token = self.doc[i]
        return (
            token.tag_ in ("JJ", "NNPS")
            and word.rstrip("s").endswith(_SUFFIXES)
            and len(word) > 5
            and not self.common[i]
        )


@lexicon.derived
def _adjectives() -> frozenset[str]:
    words = set()
    for concept in lexicon.load().scheme("name"):
        for adjective in concept.get("adjective"):
            last = adjective.lower().split()[-1]
            words |= {last, last + "s"}
    return frozenset(words)


def read(doc: Doc, known: Callable[[str], bool]) -> Words:
    """The words of a Doc; `known` tells whether a word in small letters stands in the dictionary."""
    text = [t.text for t in doc]
    lower = [w.lower().replace("’", "'") for w in text]
    line, fresh = _lines(doc)
    capital = [_capital(token) for token in doc]
    common = [_common(token, known) for token in doc]
    labels, loud = frozenset(_labels(doc)), _loud(doc, line)
    for i, word in enumerate(lower):
        small = word in GRAMMAR
        if i in labels or (small and line[i] in loud):
            capital[i] = False
        elif small and not fresh[i] and word not in _NEVER and text[i].istitle():
            capital[i] = _inside_a_name(text, capital, i)
    return Words(doc, text, lower, capital, fresh, line, loud, [not t.whitespace_ for t in doc], labels, common)


def _lines(doc: Doc) -> tuple[list[int], list[bool]]:
    """The number of each token's line, and whether a capital proves nothing there."""
    said = {turn.said.start for turn in doc._.turns}
    line, fresh = [], []
    number, start = 0, True
    for token in doc:
        word = token.text
        if token.is_space:
            number += "\n" in word
            start = start or "\n" in word
            fresh.append(True)
        else:
            start = start or token.idx in said
            fresh.append(start)
            start = word in _OPENERS or (start and (not word[0].isalpha() or word in _DASHES))
        line.append(number)
    return line, fresh


def _common(token: Token, known: Callable[[str], bool]) -> bool:
    return not token.is_space and (token.lower_ in GRAMMAR or known(token.lower_))


def _capital(token: Token) -> bool:
    """Whether a token begins a name by its letters: a capital, no grammar word, no digit, no address."""
    word = token.text
    if token.is_space or not word[0].isupper() or any(c.isdigit() for c in word) or "@" in word or token.like_url:
        return False
    return (len(word) > 1 and word.isupper()) or token.lower_ not in GRAMMAR


def _inside_a_name(text: list[str], capital: list[bool], i: int) -> bool:
    """Whether a small word carries its capital inside a name: 'Bình An Hospital', not '… and then a B. She …'."""
    after_name = capital[i - 1] and not INITIAL.match(text[i - 1])
    return after_name or (i + 1 < len(text) and text[i + 1][:1].isupper())


def _labels(doc: Doc) -> Iterator[int]:
    """The tokens of labels that are no names: 'Q', 'Answer', and initials of who speaks, 'DW', 'A. R.'."""
    turns: tuple[Turn, ...] = doc._.turns
    elsewhere: set[str] = set()
    if turns:
        labels = {turn.label.start for turn in turns}
        elsewhere = {t.lower_ for t in doc if t.idx not in labels}
    for turn in turns:
        letters = "".join(c for c in turn.label.exact if c.isalpha())
        short = letters.isupper() and len(letters) <= 4 and turn.who not in elsewhere
        if short or turn.who in QUESTIONS | ANSWERS:
            yield from (t.i for t in spaced(doc, turn.label))


def _loud(doc: Doc, line: list[int]) -> frozenset[int]:
    """Lines that write (nearly) all their words with a capital and end without a full stop: headlines."""
    found: dict[int, list[Token]] = {}
    dated = len(doc) > 1 and doc[0].lower_ == "date" and doc[1].text[:1].isdigit()  # the day stands before the headline
    for token, number in zip(doc, line, strict=True):
        if not token.is_space and not (dated and token.i == 0):
            found.setdefault(number, []).append(token)
    return frozenset(number for number, tokens in found.items() if tokens[-1].text != "." and _shouts(tokens))


def _shouts(tokens: list[Token]) -> bool:
    letters = [t.text for t in tokens if t.is_alpha]
    if len(letters) > 1 and all(text.isupper() for text in letters):
        return True
    large = [text for text in letters if text.lower() not in GRAMMAR]
    return len(large) >= 4 and sum(text[0].isupper() for text in large) >= 0.9 * len(large)


def dictionary(nlp: Language) -> Callable[[str], bool]:
    """Whether a word in small letters, or a plain inflection of it, is in the index of the model's lemmatizer.

    A model without such an index knows no words: capitals then have to be proved by what stands around them.
    """
    lemmatizer = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return lambda word: False
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    listed = (*(index[part] for part in index), *(irregular[part] for part in irregular))
    words = frozenset().union(*listed) - _proper()

    def known(word: str) -> bool:
        if word in words:
            return True
        if word.endswith("men"):
            return word[:-2] + "an" in words
        stem = next((word[: -len(end)] for end in ("ings", "ing", "ed", "es", "s") if word.endswith(end)), word)
        return stem in words or stem + "e" in words or (stem.endswith("i") and stem[:-1] + "y" in words)

    return lru_cache(maxsize=65_536)(known)


@lexicon.derived
def _proper() -> frozenset[str]:
    """What the dictionary lists though it is a name: places and given names of one word."""
    names = (n for c in lexicon.load().scheme("name") if c.get("kind") for n in c.names)
    given = (n for c in lexicon.load().scheme("given_name") for n in c.get("given"))
    return frozenset(n.lower() for n in (*names, *given) if " " not in n)
