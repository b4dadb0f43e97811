"""Listings: those whom a list, a table or headed paragraphs name one after another, with what is said of each.

    The Council sanctioned:                              | Name     | Position |
    1. RAM, Otto (a.k.a. 'the Fox'), born 12 May 1961    | Otto Ram | judge    |

A pure function of a text and its blocks; whether those listed are people, and of what, is for extraction to say.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.document.blocks import Block, BlockKind
from onrecord.document.list_entries import Entry, entry_of, is_name, values_of, with_fields
from onrecord.document.table_rows import rows_of, tables_of
from onrecord.lexicon import fields
from onrecord.values.findings import Evidence

_LEAD = 2  # lines before a listing that may introduce it
_INLINE = re.compile(r":[ \t]+(?P<listed>[^\n:;]{3,200}(?:;[ \t]+[^\n;]{3,200}){2,})")
_MARKS = re.compile(r"[\s\W\d_]*(?:\(?[a-z]{1,4}[.)])?[\s\W\d_]*")
_NAMES = ("name", "surname")


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing: the words that introduce it, and its entries in order."""

    lead: Evidence
    entries: tuple[Entry, ...]


def listings(text: str, blocks: Sequence[Block]) -> tuple[Listing, ...]:
    """The listings of a text, in order."""
    found = [*_lists(text, blocks), *_tables(text, blocks), *_headed(text, blocks), *_inline(text)]
    return tuple(sorted(found, key=lambda listing: (listing.entries[0].name.start, -len(listing.entries))))


def lead_before(text: str, start: int, *, lines: int = _LEAD) -> Evidence:
    """The last lines that are not blank before an offset; the mark that opens its own line is none."""
    opened = text.rfind("\n", 0, start) + 1
    marked = not any(letter.isalpha() for letter in text[opened:start])
    before = text[: opened if marked else start].rstrip()
    cut = len(before)
    for _ in range(lines):
        cut = before.rfind("\n", 0, len(before[:cut].rstrip())) + 1
    return Evidence(cut, len(before), before[cut:])


# Lists ----------------------------------------------------------------------------------------------------------------


def _lists(text: str, blocks: Sequence[Block]) -> Iterator[Listing]:
    """Runs of items, or of numbered paragraphs, with nothing but their marks between them."""
    items = [block for block in blocks if block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)]
    for run in _runs(items, lambda a, b: _MARKS.fullmatch(text, a.end, b.start) is not None):
        entries = _entries(text, [(item.start, item.end) for item in run])
        if entries:
            yield Listing(lead_before(text, run[0].start), entries)


def _runs(blocks: Iterable[Block], goes_on: Callable[[Block, Block], bool]) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        if run and not goes_on(run[-1], block):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _entries(text: str, stretches: Sequence[tuple[int, int]]) -> tuple[Entry, ...]:
    """The entries of a list; surnames come first where they do in most of them."""
    surname_first = [entry_of(text, start, end, surname_first=True) for start, end in stretches]
    turned = 2 * sum(entry is not None and bool(entry.called) for entry in surname_first) > len(stretches)
    found = surname_first if turned else [entry_of(text, start, end) for start, end in stretches]
    return tuple(entry for entry in found if entry is not None)


def _inline(text: str) -> Iterator[Listing]:
    """What a colon and semicolons set apart within a line: 'sanctions on: A, a judge; B, a colonel; C.'"""
    for match in _INLINE.finditer(text):
        start = match.start("listed")
        parts = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^;\s][^;]*", match["listed"])]
        entries = _entries(text, parts)
        if len(entries) == len(parts) and all(entry.name.exact[:1].isupper() for entry in entries):
            opened = text.rfind("\n", 0, match.start()) + 1
            yield Listing(Evidence(opened, match.start() + 1, text[opened : match.start() + 1]), entries)


# Headed paragraphs ----------------------------------------------------------------------------------------------------


def _headed(text: str, blocks: Sequence[Block]) -> Iterator[Listing]:
    """Runs of two headings or more that may be names, each over what is said of whom it names."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    following = dict(zip(headings, [*(h.start for h in headings[1:]), len(text)], strict=False))
    named = [h for h in headings if is_name(text[h.start : h.end])]
    for run in _runs(named, lambda a, b: following[a] == b.start):
        over = [text[h.end : following[h]].strip() for h in run]
        if len(run) > 1 and all(over[:-1]):
            entries = (entry_of(text, h.start, h.end) for h in run)
            labelled = (
                with_fields(text, e, h.end, following[h]) for e, h in zip(entries, run, strict=True) if e is not None
            )
            yield Listing(lead_before(text, run[0].start), tuple(labelled))


# Tables ---------------------------------------------------------------------------------------------------------------


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[Listing]:
    """Tables with a column of names: each row is an entry, its other cells what is said there."""
    for table in tables_of(text, blocks):
        rows = [row for row in rows_of(text, table) if any(cell.column_heads for cell in row)]
        entries = [entry for row in rows if (entry := _row(text, row)) is not None]
        if entries:
            yield Listing(lead_before(text, table[0].start), tuple(entries))


def _row(text: str, row: Sequence[Block]) -> Entry | None:
    """The entry of a row: the cell under 'Name', with the cells under 'Position', 'Alias' and the like."""
    told = [(_field(text, cell), cell) for cell in row]
    named = next((cell for field, cell in told if field in _NAMES), None)
    if named is None:
        return None
    entry = entry_of(text, named.start, named.end, surname_first=_field(text, named) == "surname")
    if entry is None:
        return None
    beside = ((field, c) for field, c in told if field and c is not named)
    more = ((field, value) for field, c in beside for value in values_of(text, field, c.start, c.end))
    entry = replace(entry, told=(*entry.told, *more))
    for field, cell in told:
        if field in ("", "particular"):  # 'DOB: 12 May 1961; POB: Velm' under 'Identifying information'
            entry = with_fields(text, entry, cell.start, cell.end)
    return entry


def _field(text: str, cell: Block) -> str:
    return next((f for start, end in reversed(cell.column_heads) if (f := fields.field_of(text[start:end]))), "")
