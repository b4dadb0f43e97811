"""The layout of an article: sentence boundaries at its lines and blocks, page furniture, listings, labelled turns."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document import Block, BlockKind
from onrecord.document.listings import listings
from onrecord.document.plain import with_found
from onrecord.document.speaker_labels import turns
from onrecord.extract.doc_extensions import text_of
from onrecord.extract.layout.page_furniture import date_header, furniture
from onrecord.extract.layout.sentence_bounds import set_sentence_starts

_WORD = re.compile(r"\S")
_INLINE = (BlockKind.REFERENCE, BlockKind.PAGE)  # blocks within a sentence


@Language.component(
    "onrecord_layout", assigns=["token.is_sent_start", "doc._.blocks", "doc._.chrome", "doc._.listings", "doc._.turns"]
)
def layout(doc: Doc) -> Doc:
    """Set `token.is_sent_start` where the layout tells, and what else the component assigns.

    A document may bring its blocks; those of other kinds are found in the text.
    """
    text = text_of(doc)
    doc._.chrome = furniture(text)
    doc._.turns = turns(text)
    doc._.blocks = with_found(text, doc._.blocks)
    doc._.listings = listings(text, doc._.blocks)
    header = date_header(text)
    listed = (entry.name.start for listing in doc._.listings for entry in listing.entries)
    set_sentence_starts(doc, [*_openings(text, doc._.blocks), *listed, *([header.end] if header else [])])
    return doc


def _openings(text: str, blocks: tuple[Block, ...]) -> Iterator[int]:
    """Where a sentence begins since a block does, or what stands behind a cell."""
    for block in blocks:
        if block.kind not in _INLINE:
            yield block.start
        if block.kind is BlockKind.CELL and (after := _WORD.search(text, block.end)):
            yield after.start()
