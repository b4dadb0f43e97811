"""Mentions: names, roles and pronouns that stand for people, organizations, courts and places."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import annotations as _annotations  # noqa: F401  (declares doc._.mentions)


@Language.component("onrecord_mentions", assigns=["doc._.mentions"])
def mentions(doc: Doc) -> Doc:
    """Set `doc._.mentions`."""
    doc._.mentions = ()
    return doc
