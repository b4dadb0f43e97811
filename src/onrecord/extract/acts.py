"""Official acts: warrants, resolutions, judgments, charges, sanctions, decrees, laws, agreements."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import annotations as _annotations  # noqa: F401  (declares doc._.acts)


@Language.component("onrecord_acts", assigns=["doc._.acts"])
def acts(doc: Doc) -> Doc:
    """Set `doc._.acts`."""
    doc._.acts = ()
    return doc
