"""Who holds which title, in which organization."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import annotations as _annotations  # noqa: F401  (declares doc._.positions)


@Language.component("onrecord_positions", assigns=["doc._.positions"])
def positions(doc: Doc) -> Doc:
    """Set `doc._.positions`."""
    doc._.positions = ()
    return doc
