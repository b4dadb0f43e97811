"""Cells of tables that are no running text: heads, and numbers that stand alone; extract/tables reads them."""

from bisect import bisect_right
from operator import itemgetter

from spacy.tokens import Doc

from onrecord.document.blocks import BlockKind, Stretch
from onrecord.document.text_tables import is_number
from onrecord.extract.doc_extensions import text_of

_KEPT = "onrecord_cells"


def in_table(doc: Doc, at: int) -> bool:
    """Whether a number stands in a head of a table, or alone in a cell."""
    cells = _cells(doc)
    before = bisect_right(cells, at, key=itemgetter(0)) - 1
    return before >= 0 and cells[before][0] <= at < cells[before][1]


def _cells(doc: Doc) -> list[Stretch]:
    known: list[Stretch] | None = doc.user_data.get(_KEPT)
    if known is None:
        text = text_of(doc)
        cells = (b for b in doc._.blocks if b.kind is BlockKind.CELL)
        known = doc.user_data[_KEPT] = [
            (b.start, b.end) for b in cells if b.is_head or is_number(text[b.start : b.end])
        ]
    return known
