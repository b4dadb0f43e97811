"""Numbers that count or measure something reported."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import annotations as _annotations  # noqa: F401  (declares doc._.figures)


@Language.component("onrecord_figures", assigns=["doc._.figures"])
def figures(doc: Doc) -> Doc:
    """Set `doc._.figures`."""
    doc._.figures = ()
    return doc
