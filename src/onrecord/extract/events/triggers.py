"""Event triggers: the nouns and verbs of `ontology/events.ttl` in a text that tell something that happened."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.doc_extensions import spaced
from onrecord.extract.quantities.event_lexicon import event_lexicon
from onrecord.extract.syntax.arguments import NOMINAL, SUBJECTS
from onrecord.extract.syntax.clauses import VERBAL, auxiliaries, governors
from onrecord.extract.syntax.factuality import happened, on_record
from onrecord.lexicon import event_kinds, lexicon
from onrecord.values.findings import Evidence
from onrecord.values.isodate import Precision, precision

_DEFINITE = {"the", "this", "that", "these", "those"}
_NUMERIC = ("nummod", "quantmod", "advmod", "amod", "compound", "nmod", "npadvmod", "det")
_NEAR = 4  # tokens after a verb in which the further words of its phrase stand


@dataclass(frozen=True, slots=True)
class Trigger:
    """A noun or a verb that tells an event."""

    token: Token
    kind: str
    first: Token  # the first word of its name: 'air' of 'air strike'
    resuming: bool = False  # its words can only take up an event told before

    @property
    def is_noun(self) -> bool:
        """Whether it names the event, and does not only report it."""
        return self.token.pos_ in NOMINAL

    @property
    def definite(self) -> bool:
        """Whether the noun takes up what is known: 'the blaze', 'its mission', 'the Karol Bagh fire'."""
        return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in self.token.lefts)

    @property
    def plural(self) -> bool:
        """Whether it tells several events at once: 'the attacks'."""
        return self.token.tag_ in ("NNS", "NNPS")

    @property
    def counted(self) -> bool:
        """Whether a number says how many there were."""
        return any(c.like_num for c in self.token.lefts)

    @property
    def anew(self) -> bool:
        """Whether a modifier makes it another event than the one told before: 'a second fire'."""
        words = event_kinds.general("anew")
        return any(c.lower_ in words for c in self.token.lefts)

    @property
    def verb(self) -> Token | None:
        """The verb that reports it: itself, or the one whose subject or object the noun is."""
        if not self.is_noun:
            return self.token
        above = self.token.head
        if above.dep_ in ("prep", "agent") and self.token.dep_ == "pobj":
            above = above.head
        return above if above.pos_ in VERBAL and above.i != self.token.i else None


def triggers(doc: Doc) -> Iterator[Trigger]:
    """What tells an event that happened, in order of the text."""
    dated = {t.i for d in doc._.dates for t in spaced(doc, d.evidence)}  # 'March'
    for token in doc:
        if token.pos_ in NOMINAL and token.i not in dated:
            yield from _of_noun(token)
        elif token.pos_ == "VERB":
            yield from _of_verb(token)


def told_by_figures(doc: Doc) -> Iterator[Trigger]:
    """The verbs that tell an event by what they did to those counted on one occasion: 'exchanged 95 prisoners'."""
    for figure in doc._.figures:
        kind = event_kinds.told_by(figure.action)
        if not kind or figure.factuality or not (_of_one_day(figure.date) or event_kinds.of_occasion(figure.scope)):
            continue
        verbs = governors(anchor_of(doc, figure.evidence))
        verb = next((v for v in verbs if event_lexicon(lexicon.load()).says(v, figure.action)), None)
        if verb is not None and happened(verb) and not _perfect(verb):
            yield Trigger(verb, kind, verb)


def _perfect(verb: Token) -> bool:
    """Whether the verb tells what has been done by now, on whatever occasions: 'have been deported'."""
    return any(c.lemma_ == "have" for c in auxiliaries(verb))


def _of_one_day(date: str) -> bool:
    return bool(date) and precision(date) is Precision.DAY


def anchor_of(doc: Doc, words: Evidence) -> Token:
    """The noun that a number counts, as far as the parse tells; else the number itself."""
    token = spaced(doc, words).root
    while token.dep_ in _NUMERIC and token.head.i != token.i and token.head.pos_ not in VERBAL:
        token = token.head
    return token


def _of_noun(noun: Token) -> Iterator[Trigger]:
    if noun.dep_ in ("compound", "nmod") and not _opens_name(noun):
        return
    named = next(_ending(noun, "noun"), None)
    if named is None and any(c.lower_ in _DEFINITE for c in noun.lefts):
        named = next(_ending(noun, "resuming"), None)
    if named is not None and on_record(noun):
        yield named


def _opens_name(noun: Token) -> bool:
    """Whether the noun opens the event's proper name: 'Hurricane Maria'."""
    head = noun.head
    return noun.is_title and head.pos_ == "PROPN" and head.i == noun.i + 1 and head.is_title


def _ending(noun: Token, key: str) -> Iterator[Trigger]:
    """The names of events under a property that end in the noun."""
    for words, kind in _listed(key, -1).get(noun.lemma_.lower(), ()):
        first = noun.i - len(words) + 1
        if any(c.lower_ in event_kinds.kinds()[kind].get("unlike") for c in noun.lefts):
            continue
        if first >= 0 and all(t.lemma_.lower() == w for t, w in zip(noun.doc[first : noun.i], words, strict=False)):
            yield Trigger(noun, kind, noun.doc[first], resuming=key == "resuming")


def _of_verb(verb: Token) -> Iterator[Trigger]:
    entries = _listed("verb", 0).get(verb.lemma_.lower())
    if entries is None or not happened(verb) or not any(c.dep_ in SUBJECTS for c in verb.children):
        return
    for words, kind in entries:
        beside = {form for t in verb.doc[verb.i + 1 : verb.i + 1 + _NEAR] for form in (t.lemma_.lower(), t.lower_)}
        on_occasion = not event_kinds.kinds()[kind].get("tells") or not _perfect(verb)
        if on_occasion and beside.issuperset(words[1:]):
            yield Trigger(verb, kind, verb)
            return


_Words = tuple[str, ...]


@lexicon.derived
def _listed(key: str, at: int) -> Mapping[str, list[tuple[_Words, str]]]:
    """The names or phrases of events by their first or last word, the longest first, each with its kind."""
    found: dict[str, list[tuple[_Words, str]]] = {}
    for kind, concept in event_kinds.kinds().items():
        for phrase in concept.get(key):
            words = tuple(phrase.lower().split())
            found.setdefault(words[at], []).append((words, kind))
    return {word: sorted(entries, key=lambda e: (-len(e[0]), e)) for word, entries in found.items()}
