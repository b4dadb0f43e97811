"""A frame for a word of a Doc, as the encoder would give them."""

from collections.abc import Mapping

from spacy.tokens import Doc

from onrecord.encoder.spans import Chance, EncoderOutput, Filler, Frame

ATTRIBUTES = ("action", "scope", "factuality", "standing")
ROLES = ("counted", "source", "where", "date", "maker", "target", "actDate")


def framed(
    doc: Doc,
    word: str,
    kind: str,
    probability: float = 0.9,
    attributes: Mapping[str, Chance] | None = None,
    roles: Mapping[str, str] | None = None,
) -> Doc:
    """The Doc with one frame, of the first place of `word`; `roles` are filled by the first place of a word."""
    given, fillers = attributes or {}, roles or {}
    frame = Frame(
        *_place(doc, word),
        (Chance(kind, probability),),
        {name: (given[name],) if name in given else () for name in ATTRIBUTES},
        {role: (0.1, (Filler(*_place(doc, fillers[role]), 0.9),)) if role in fillers else (1.0, ()) for role in ROLES},
    )
    doc._.encoded = EncoderOutput((), (), (frame,))
    return doc


def _place(doc: Doc, word: str) -> tuple[int, int]:
    start = doc.text.index(word)
    return start, start + len(word)
