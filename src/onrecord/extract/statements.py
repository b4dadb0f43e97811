"""Who said what: quotations and reported speech."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import annotations as _annotations  # noqa: F401  (declares doc._.statements)


@Language.component("onrecord_statements", assigns=["doc._.statements"])
def statements(doc: Doc) -> Doc:
    """Set `doc._.statements`."""
    doc._.statements = ()
    return doc
