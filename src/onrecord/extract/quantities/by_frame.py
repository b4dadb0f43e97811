"""What the encoder reads of a number where the words beside it leave it open: elided nouns, places told elsewhere.

The thresholds are those at which it helps where the rules are silent: in cross-validation over documents, and without
loss on articles of the core domain, which the rules know well.
"""

from spacy.tokens import Doc, Token

from onrecord.encoder.spans import Frame
from onrecord.extract.frames import FIGURE, filler, probability, unfilled
from onrecord.extract.quantities.counted_noun import Counted, Written, by_phrase
from onrecord.extract.quantities.tallies import PEOPLE
from onrecord.extract.quantities.units import Measure
from onrecord.extract.syntax.arguments import NOMINAL
from onrecord.extract.syntax.noun_phrases import is_word, noun_phrase
from onrecord.values.findings import Evidence, Form, Kind

_FIGURE = 0.95
_COUNTED = 0.5
_PLACE = 0.4


def is_figure(frame: Frame | None) -> bool:
    """Whether the encoder is sure that the number counts something reported."""
    return probability(frame, FIGURE) >= _FIGURE


def counted(written: Written, frame: Frame | None) -> Counted | None:
    """What a number counts whose noun is elided, or stands where no rule looks; people where it points to no noun."""
    if written.amount.measure is not Measure.COUNT or not is_figure(frame) or _is_rate(written):
        return None
    number = written.number.root
    noun = _noun(written, frame)
    if noun is None:
        people = Counted(written, number, PEOPLE, None, PEOPLE, elided=True, guessed=not written.amount.signed)
        return people if unfilled(frame, "counted") else None
    start = noun.i
    while start and start - 1 >= written.number.end and noun.doc[start - 1].pos_ in ("ADJ", *NOMINAL):
        start -= 1
    phrase = noun_phrase(noun.doc, start) or noun.doc[noun.i : noun.i + 1]
    found = by_phrase(written, phrase)
    own = written.number.end <= noun.i < written.sentence.end
    return found if own else Counted(written, number, found.text, None, found.lemma, elided=True)


def place(frame: Frame | None, doc: Doc) -> Evidence | None:
    """The name of the place of those counted."""
    places = (m.evidence for m in doc._.mentions if m.form is Form.NAME and m.kind is Kind.PLACE)
    return filler(frame, "where", places, _PLACE)


def _is_rate(written: Written) -> bool:
    """'Four in every 100,000', 'six per 100,000'."""
    doc, start = written.number.doc, written.number.start
    return is_word(doc, written.after, "per") or (start > 0 and is_word(doc, start - 1, "per"))


def _noun(written: Written, frame: Frame | None) -> Token | None:
    doc = written.number.doc
    words = frame.roles["counted"][1] if frame is not None else ()
    found = filler(frame, "counted", (Evidence(w.start, w.end, "") for w in words), _COUNTED)
    span = doc.char_span(found.start, found.end, alignment_mode="expand") if found is not None else None
    return span.root if span is not None and span.root.pos_ in NOMINAL and not span.root.like_num else None
