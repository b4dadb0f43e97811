"""spaCy components: whole tokens in the Doc, exact offsets beside them."""

import datetime as dt

import pytest
import spacy

from onrecord.encoder import Attribution, Encoder, EncoderOutput, NameSpan, Span
from onrecord.encoder.spans import Filler, Frame
from onrecord.extract.encoder_components import Names, Quotes

TEXT = "Mayor Ida Bor's office said “we won't go”."
HEADED = f"{TEXT.removesuffix('.')}\n\nThey left."
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


def test_a_day_that_comes_with_the_text_is_read_before_it_and_offsets_stay_the_texts() -> None:
    class Shifted(Fixed):
        def read(self, texts):  # type: ignore[no-untyped-def]
            self.texts += texts
            by = len("date 2024-05-01 ")
            opening = NameSpan(0, 4, "ORG", 0.9)
            said = Attribution(Span(6 + by, 22 + by), Span(0, 4), (Span(28 + by, 41 + by),), 0.8)
            of_opening = Attribution(None, None, (Span(0, 4),), 0.8)
            fillers = (Filler(0, 4, 0.5), Filler(6 + by, 13 + by, 0.4))
            frame = Frame(23 + by, 27 + by, (), {}, {"by": (0.1, fillers)})
            names = (opening, NameSpan(6 + by, 13 + by, "PERSON", 0.9))
            return [EncoderOutput(names, (of_opening, said), (Frame(0, 4, (), {}, {}), frame)) for _ in texts]

    reader, doc = Shifted(), spacy.blank("en")(HEADED)
    doc._.published = dt.date(2024, 5, 1)
    read = Quotes(reader)(Names(reader)(doc))._.encoded
    assert reader.texts == [f"date 2024-05-01 {HEADED}"]
    assert read == EncoderOutput(
        READING.names,
        (Attribution(Span(6, 22), None, (Span(28, 41),), 0.8),),
        (Frame(23, 27, (), {}, {"by": (0.1, (Filler(6, 13, 0.4),))}),),
    )


@pytest.mark.parametrize("text", [f"date 2024-05-01 {HEADED}", TEXT, f"{TEXT}\nThey left."])
def test_a_day_that_stands_in_the_text_is_not_read_twice_nor_before_a_sentence(text: str) -> None:
    reader, doc = Fixed(), spacy.blank("en")(text)
    doc._.published = dt.date(2024, 5, 1)
    Names(reader)(doc)
    assert reader.texts == [text]


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_blank_docs_pass(text: str) -> None:
    doc = spacy.blank("en").make_doc(text)
    reader = Fixed()
    reader.read = lambda texts: [EncoderOutput((), ()) for _ in texts]  # type: ignore[method-assign]
    assert not Quotes(reader)(Names(reader)(doc)).ents
