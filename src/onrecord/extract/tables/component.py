"""The component that extracts figures from tables: each number whose row or column says what it counts.

A cell is no sentence: its heads, the caption and the notes of its table tell what a clause would.

    Civilians by region, May 2024
    | Region | Killed | Injured |        40: civilians, killed, in Velm, as of May 2024
    | Velm   | 40     | 112     |
    | Total  | 49     | 143     |        49: the total of 40 and 9
    | Pell   | 9      | 31      |
    Source: Ministry of Health
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document.blocks import Block, BlockKind
from onrecord.document.listings import lead_before
from onrecord.document.table_rows import rows_of, tables_of
from onrecord.document.text_tables import is_number
from onrecord.extract.doc_extensions import text_of
from onrecord.extract.quantities.amounts import Amount, amounts
from onrecord.extract.quantities.event_lexicon import event_lexicon
from onrecord.extract.quantities.tallies import PEOPLE
from onrecord.extract.quantities.units import Measure
from onrecord.extract.tables.heads import Heads, Told, together
from onrecord.extract.tables.totals import Cell, with_parts
from onrecord.lexicon import fields, lexicon
from onrecord.values.findings import Bases, Evidence, Figure, Form, Kind, SourceNote

_LONGEST_CAPTION = 160
_NEAR = 4  # blocks beside a table among which its caption and its notes are
_REACH = 3  # lines after a table in which its notes begin


@Language.component(
    "onrecord_tables",
    requires=["doc._.blocks", "doc._.dates", "doc._.mentions", "doc._.figures"],
    assigns=["doc._.figures", "doc._.source_notes"],
)
def tables(doc: Doc) -> Doc:
    """Add the figures of tables to `doc._.figures`, and whose they are to `doc._.source_notes`."""
    found = list(tables_of(text_of(doc), doc._.blocks))
    if found:
        events = event_lexicon(lexicon.load())
        heads = Heads(doc, events)
        figures = [f for table in found for f in _Table(doc, table, heads, events.default).figures()]
        doc._.figures = tuple(sorted((*doc._.figures, *figures), key=lambda f: f.evidence))
        doc._.source_notes = (*doc._.source_notes, *(note for table in found for note in _notes(doc, table)))
    return doc


class _Table:
    """The figures of one table."""

    def __init__(self, doc: Doc, table: Sequence[Block], heads: Heads, untold: str) -> None:
        self._text, self._heads, self._untold = text_of(doc), heads, untold
        self._rows = rows_of(self._text, table)
        caption = _caption(self._text, table, doc._.blocks)
        self._caption = heads.told((caption.start, caption.end)) if caption is not None else Told()

    def figures(self) -> list[Figure]:
        """The figures, totals with the figures that make them up."""
        cells = [cell for number, row in enumerate(self._rows) for cell in self._of_row(number, row)]
        return with_parts(cells)

    def _of_row(self, number: int, row: Sequence[Block]) -> Iterator[Cell]:
        start, end = row[0].start, max(cell.end for cell in row)
        sentence = Evidence(start, end, self._text[start:end])
        for cell in row:
            beside, above = self._heads.told(*reversed(cell.row_heads)), self._heads.told(*reversed(cell.column_heads))
            amount = self._amount(cell) if not cell.is_head else None
            figure = self._figure(amount, sentence, beside, above) if amount is not None else None
            if figure is not None:
                share = amount is not None and amount.measure is Measure.SHARE
                yield Cell(figure, number, cell.column_heads, beside.total, above.total, share)

    def _amount(self, cell: Block) -> Amount | None:
        """The amount that is all that a cell holds, with offsets of the text."""
        words = self._text[cell.start : cell.end]
        amount = next(amounts(words, lexicon.load()), None) if is_number(words) else None
        return amount and replace(amount, start=cell.start + amount.start, end=cell.start + amount.end)

    def _figure(self, amount: Amount, sentence: Evidence, beside: Told, above: Told) -> Figure | None:
        told = self._joined(above, beside, share=amount.measure is not Measure.COUNT)
        if told is None:
            return None
        counted = told.counted if amount.measure is Measure.COUNT else amount.unit
        return Figure(
            evidence=Evidence(amount.start, amount.end, self._text[amount.start : amount.end]),
            value=amount.value,
            upper=amount.upper,
            hedge=amount.hedge,
            counted=counted,
            action=told.action if amount.measure is Measure.COUNT else self._untold,
            scope=_total() if told.total else lexicon.load().default("scope").term,
            date=told.date,
            sentence=sentence,
            head=told.lemma if amount.measure is Measure.COUNT else amount.unit,
            where=told.place,
            tabled=True,
            bases=Bases(
                counted="counted-before",
                action="action-words" if told.action != self._untold else "action-untold",
                scope="scope-words" if told.total else "scope-untold",
                as_of="as-of-stated" if told.date else "",
                where="where-clause" if told.place is not None else "",
                factuality="factuality-untold",
            ),
        )

    def _joined(self, above: Told, beside: Told, *, share: bool) -> Told | None:
        """What column, row and caption tell together; None where none says what is counted.

        The caption does so only where the column says nothing else: a day, a place, 'Total'.
        """
        caption = self._caption
        own = any(t.counted or t.action for t in (above, beside))
        if not (own or share or (above.neutral and (caption.counted or caption.action))):
            return None
        told = together(above, beside, caption)
        place = next((t.place for t in (beside, above, caption) if t.place is not None), None)
        counting = told if told.counted else Told(PEOPLE, PEOPLE)
        return replace(
            told,
            counted=counting.counted,
            lemma=counting.lemma,
            action=told.action or self._untold,
            place=place,
            total=above.total or beside.total,
        )


@lexicon.derived
def _total() -> str:
    """The scope of what a row or a column of totals holds."""
    return lexicon.load().marked("scope", "accumulates")[0].term


def _caption(text: str, table: Sequence[Block], blocks: Sequence[Block]) -> Evidence | None:
    """The caption of a table: what is marked so right before or after it, else a short line that leads to it."""
    start, end = table[0].start, table[-1].end
    for block in _beside(blocks, start, end):
        between = text[end : block.start] if block.start >= end else text[block.end : start]
        if block.kind is BlockKind.CAPTION and not between.strip(" \n\t|+-*#:"):
            return Evidence(block.start, block.end, text[block.start : block.end])
    line = lead_before(text, start, lines=1)
    short = line.exact and len(line.exact) <= _LONGEST_CAPTION and line.exact.rstrip("*_ ")[-1:] not in ".!?"
    return line if short else None


def _beside(blocks: Sequence[Block], start: int, end: int) -> Iterator[Block]:
    """The blocks that come before and after a table, the nearest ones."""
    starts = [block.start for block in blocks]
    before, after = bisect_left(starts, start), bisect_left(starts, end)
    yield from (block for block in blocks[max(before - _NEAR, 0) : before] if block.end <= start)
    yield from blocks[after : after + _NEAR]


def _notes(doc: Doc, table: Sequence[Block]) -> Iterator[SourceNote]:
    """Whose the figures of a table are, by the note on its source right after it."""
    text, start, end = text_of(doc), table[0].start, table[-1].end
    for block in _beside(doc._.blocks, start, end):
        near = block.start >= end and text[end : block.start].count("\n") <= _REACH
        if not near or block.kind not in (BlockKind.NOTE, BlockKind.CAPTION) or not _names_source(text, block):
            continue
        line = Evidence(block.start, block.end, text[block.start : block.end])
        source = next(
            (m.evidence for m in doc._.mentions if line.covers(m.evidence) and _may_say(m.form, m.kind)), None
        )
        if source is not None:
            yield SourceNote(Evidence(start, end, text[start:end]), source, "", line, general=True)
            return


def _names_source(text: str, block: Block) -> bool:
    return fields.field_of(block.label or text[block.start : block.end].partition(":")[0]) == "source"


def _may_say(form: Form, kind: Kind | None) -> bool:
    return form is Form.NAME and kind is not Kind.PLACE
