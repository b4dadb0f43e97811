"""How sure the encoder is of a name: kept whatever rules do to its borders, given to nothing that it did not find."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.encoder.spans import EncoderOutput, NameSpan
from onrecord.values.findings import Form, Mention

Spans = list[tuple[str, str, float]]
CONFIDENCE = [
    ("A name as the encoder has it", "Vera Pohl left.", [("Vera Pohl", "PERSON", 0.97)], "Vera Pohl", "0.97"),
    ("An article cut off", "The Tarvik Fund left.", [("The Tarvik Fund", "ORG", 0.9)], "Tarvik Fund", "0.9"),
    ("Noise in the last digits", "Vera Pohl left.", [("Vera Pohl", "PERSON", 0.8749999)], "Vera Pohl", "0.87"),
    ("A court among bodies", "The Tarvik Court sat.", [("Tarvik Court", "ORG", 0.9)], "Tarvik Court", "0.9"),
    ("A chamber of a court", "Trial Chamber II of the Tarvik Court sat.",
     [("Trial Chamber II of the Tarvik Court", "COURT", 0.7)], "Tarvik Court", "0.7"),
]  # fmt: skip
NO_CONFIDENCE = [
    ("A gazetteer's", "He flew to Kenya.", [], "Kenya"),
    ("Of another type", "Pohl wept. Vera Pohl left.",
     [("Pohl", "PLACE", 0.7), ("Vera Pohl", "PERSON", 0.95)], "Pohl"),
    ("Beside one", "Vera Pohl flew to Kenya.", [("Vera Pohl", "PERSON", 0.9)], "Kenya"),
]  # fmt: skip


def _named(nlp: Language, text: str, spans: Spans) -> list[Mention]:
    doc = nlp.make_doc(text)
    starts = [(text.index(words), words, label, score) for words, label, score in spans]
    doc._.encoded = EncoderOutput(tuple(NameSpan(s, s + len(w), label, score) for s, w, label, score in starts), ())
    return [m for m in nlp.get_pipe("onrecord_mentions")(doc)._.mentions if m.form is Form.NAME]


@pytest.mark.parametrize(("text", "spans", "name", "sure"), [c[1:] for c in CONFIDENCE], ids=[c[0] for c in CONFIDENCE])
def test_a_name_has_the_encoders_probability_whatever_its_borders(
    nlp: Language, text: str, spans: Spans, name: str, sure: str
) -> None:
    (mention,) = (m for m in _named(nlp, text, spans) if m.name == name)
    assert mention.confidence == Decimal(sure)
    assert mention.confidence.as_tuple().exponent == -2


@pytest.mark.parametrize(("text", "spans", "name"), [c[1:] for c in NO_CONFIDENCE], ids=[c[0] for c in NO_CONFIDENCE])
def test_a_name_that_the_encoder_does_not_give_has_none(nlp: Language, text: str, spans: Spans, name: str) -> None:
    assert [m.confidence for m in _named(nlp, text, spans) if m.name == name] == [None]


def test_a_name_found_again_by_its_form_has_none(nlp: Language) -> None:
    first, again = _named(nlp, "Vera Pohl left. Nobody saw Vera Pohl.", [("Vera Pohl", "PERSON", 0.9)])
    assert (first.confidence, again.confidence) == (Decimal("0.90"), None)


def test_a_role_has_none(read: Callable[..., Doc]) -> None:
    others = [
        m for m in read("Ombudsman Ivan Rask spoke. Later the ombudsman left.")._.mentions if m.form is not Form.NAME
    ]
    assert [(m.evidence.exact, m.confidence) for m in others] == [("the ombudsman", None)]
