"""What the heads of a cell say of its number: what is counted, what happened to them, where, and on which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Token

from onrecord.document.blocks import Stretch
from onrecord.extract.doc_extensions import spaced, text_of
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.quantities.tallies import PEOPLE
from onrecord.extract.syntax.span_index import Stretches
from onrecord.lexicon import fields, lexicon
from onrecord.values.findings import Evidence, Form, Kind

_NOUNS = ("NOUN", "PROPN")
_ALREADY = ("people", "staff", "crew", "personnel")  # nouns that count several as they stand
_PLURALS = (("people", "people"), ("children", "child"), ("men", "man"), ("ies", "y"), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Told:
    """What words tell of the numbers they stand over or beside; '' and None of what they leave open."""

    counted: str = ""  # in the words of the table: 'civilians'
    lemma: str = ""  # of the noun counted
    action: str = ""
    date: str = ""  # ISO
    place: Evidence | None = None
    total: bool = False
    neutral: bool = True  # it says nothing else of the numbers


def together(*each: Told) -> Told:
    """What several tell, the first that tells something of a field before the others."""
    counting = next((t for t in each if t.counted), Told())
    return Told(
        counted=counting.counted,
        lemma=counting.lemma,
        action=next((t.action for t in each if t.action), ""),
        date=next((t.date for t in each if t.date), ""),
        place=next((t.place for t in each if t.place is not None), None),
        total=any(t.total for t in each),
        neutral=all(t.neutral for t in each),
    )


class Heads:
    """The heads of the tables of one Doc, each read once."""

    def __init__(self, doc: Doc, events: EventLexicon) -> None:
        self._doc, self._events = doc, events
        self._places = Stretches(m.evidence for m in doc._.mentions if m.kind is Kind.PLACE and m.form is Form.NAME)
        self._dates = {d.evidence: d.value for d in doc._.dates}
        self._dated = Stretches(self._dates)
        self._known: dict[Stretch, Told] = {}

    def told(self, *stretches: Stretch) -> Told:
        """What stretches of the text tell together, the first that tells something of a field before the others."""
        return together(*map(self._of, stretches))

    def _of(self, stretch: Stretch) -> Told:
        if stretch not in self._known:
            self._known[stretch] = self._read(*stretch)
        return self._known[stretch]

    def _read(self, start: int, end: int) -> Told:
        words = list(spaced(self._doc, Evidence(start, end, "")))
        action = next((found for token in words if (found := self._events.of_label(token))), "")
        noun = next((token for token in words if _counts(token) and _is_plural(token)), None)
        field = fields.field_of(text_of(self._doc)[start:end])
        day, place = self._dated.over(start, end), self._places.over(start, end)
        return Told(
            counted=_phrase(words, noun, action, self._events) if noun is not None else "",
            lemma=_counts(noun) if noun is not None else "",
            action=action,
            date=self._dates[day] if day is not None else "",
            place=place,
            total=field == "sum" or any(fields.field_of(token.text) == "sum" for token in words),
            neutral=field in ("sum", "count") or day is not None or place is not None,
        )


def _counts(token: Token) -> str:
    """The noun for those counted that the token is, in the singular; '' of any other word."""
    if fields.field_of(token.text) == "score":
        return ""
    return next((form for form in _singulars(token) if form in _counted_nouns() and form not in _deeds()), "")


def _singulars(token: Token) -> Iterator[str]:
    """What a noun may be in the singular, whatever the tagger takes it for: the head of a column is no sentence."""
    yield token.lemma_.lower()
    yield from (token.lower_.removesuffix(ending) + end for ending, end in _PLURALS if token.lower_.endswith(ending))


def _is_plural(token: Token) -> bool:
    """Whether a noun stands for several, or for those whom the noun after it is of: 'civilian casualties'."""
    if token.lower_ != _counts(token) or token.lower_ in _ALREADY:
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    return following != token and any(form in (_deeds() | _general()) for form in _singulars(following))


def _phrase(words: list[Token], noun: Token, action: str, events: EventLexicon) -> str:
    """The noun with the adjectives and nouns right before it, without what says what happened to those counted."""
    before = takewhile(lambda t: t.pos_ in ("ADJ", *_NOUNS), (t for t in reversed(words) if t.i < noun.i))
    kept = [t.lower_ for t in before if not (action and events.of_label(t))]
    plural = noun.lower_ + "s" if noun.lower_ == _counts(noun) and noun.lower_ not in _ALREADY else noun.lower_
    return PEOPLE if _counts(noun) in _general() else " ".join([*reversed(kept), plural])


@lexicon.derived
def _general() -> frozenset[str]:
    """Nouns that say no more of those counted than that they are people."""
    return frozenset(w for c in lexicon.load().scheme("people") for w in c.get("inGeneral"))


@lexicon.derived
def _deeds() -> frozenset[str]:
    """Nouns for what happened, of which those whom it befell are counted: 'deaths'."""
    return frozenset(w for c in lexicon.load().scheme("action") for w in (*c.get("noun"), *c.get("person")))


@lexicon.derived
def _counted_nouns() -> frozenset[str]:
    """Nouns for people, and for what is counted in events: 'house'."""
    people = (w for c in lexicon.load().scheme("people") for w in c.get("noun"))
    return frozenset((*people, *(w for c in lexicon.load().scheme("event") for w in c.get("counts"))))
