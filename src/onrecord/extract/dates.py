"""Calendar expressions and what they resolve to."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import annotations as _annotations  # noqa: F401  (declares doc._.dates)


@Language.component("onrecord_dates", assigns=["doc._.dates"])
def dates(doc: Doc) -> Doc:
    """Set `doc._.dates`."""
    doc._.dates = ()
    return doc
