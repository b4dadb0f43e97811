"""spaCy components: whole tokens in the Doc, exact offsets beside them."""

import pytest
import spacy

from onrecord.encoder import Attribution, Encoder, EncoderOutput, NameSpan, Span
from onrecord.extract.encoder_components import Names, Quotes

TEXT = "Mayor Ida Bor's office said “we won't go”."
READING = EncoderOutput(
    (NameSpan(6, 13, "PERSON", 0.9),), (Attribution(Span(6, 22), Span(23, 27), (Span(28, 41),), 0.8),)
)


class Fixed(Encoder):
    """Finds the same in each text, and counts the texts."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def read(self, texts):  # type: ignore[no-untyped-def]
        self.texts += texts
        return [READING if text else EncoderOutput((), ()) for text in texts]


def test_entities_are_tokens_and_offsets_stay_exact() -> None:
    doc = Names(Fixed())(spacy.blank("en")(TEXT))
    assert [(e.text, e.label_) for e in doc.ents] == [("Ida Bor", "PERSON")]


def test_span_groups_hold_each_role() -> None:
    doc = Quotes(Fixed())(spacy.blank("en")(TEXT))
    assert {role: [s.text for s in doc.spans[role]] for role in ("source", "cue", "content")} == {
        "source": ["Ida Bor's office"],
        "cue": ["said"],
        "content": ["“we won't go”"],
    }
    assert doc._.attributions == READING.attributions


def test_both_components_share_one_reading() -> None:
    reader = Fixed()
    Quotes(reader)(Names(reader)(spacy.blank("en")(TEXT)))
    assert reader.texts == [TEXT]


def test_a_stream_is_read_in_batches_and_keeps_its_order() -> None:
    reader, nlp = Fixed(), spacy.blank("en")
    docs = list(Quotes(reader).pipe(Names(reader).pipe((nlp.make_doc(t) for t in (TEXT, "", TEXT)), batch_size=2)))
    assert [len(doc.ents) for doc in docs] == [1, 0, 1] == [len(doc._.attributions) for doc in docs]
    assert len(reader.texts) == 3


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_blank_docs_pass(text: str) -> None:
    doc = spacy.blank("en").make_doc(text)
    reader = Fixed()
    reader.read = lambda texts: [EncoderOutput((), ()) for _ in texts]  # type: ignore[method-assign]
    assert not Quotes(reader)(Names(reader)(doc)).ents
