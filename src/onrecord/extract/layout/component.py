"""The layout of an article: sentence boundaries at its lines, page furniture, the labelled lines of an interview."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document.speaker_labels import turns
from onrecord.extract import doc_extensions as _annotations  # noqa: F401  (declares doc._.chrome)
from onrecord.extract.layout.page_furniture import date_header, furniture
from onrecord.extract.layout.sentence_bounds import set_sentence_starts


@Language.component("onrecord_layout", assigns=["token.is_sent_start", "doc._.chrome", "doc._.turns"])
def layout(doc: Doc) -> Doc:
    """Set `token.is_sent_start` where the layout tells, `doc._.chrome` and `doc._.turns`."""
    doc._.chrome = furniture(doc.text)
    doc._.turns = turns(doc.text)
    header = date_header(doc.text)
    set_sentence_starts(doc, [*(turn.said.start for turn in doc._.turns), *([header.end] if header else [])])
    return doc
