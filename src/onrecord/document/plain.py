"""Structure of plain text: its lists, headings, tables, notes, turns of a transcript and entries of a live blog.

A pure function of the text: `blocks_of` finds what a reader sees in its lines.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from onrecord.document.blocks import Block, BlockKind, in_order
from onrecord.document.lines import Line, lines
from onrecord.document.live_entries import entries
from onrecord.document.speaker_labels import turns
from onrecord.document.text_lists import items
from onrecord.document.text_tables import cells

_HASHES = re.compile(r"#{1,6}[ \t]+(?P<said>\S.*?)[ \t#]*")
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<said>[^*_]+)(?P=mark):?")
_UNDERLINE = re.compile(r"[=~-]{3,}")
_SENTENCE = re.compile(r"""[.!?…;,:]["”’')\]]*""")
_LONGEST_HEADING = 90
_REFERENCE = re.compile(
    r"""(?<=[^\s\[(|])\[(?:\d{1,3}|(?<=[^\w\s]\[)[a-z]|(?:note|nb|n)\ ?\d{1,3}|[a-z]+\ (?:needed|citation)\??)\] |
        (?<![\s\d][kcm]m)(?<![\s\d]m)(?<=[^\s\d¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹]+ |
        (?<=\d{2})(?<![¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹]{1,2}(?![\w⁻⁺])""",
    re.VERBOSE,
)
_NOTE = re.compile(
    r"(?:\[(?P<bracketed>\d{1,3}|[a-z])\]|(?P<raised>[¹²³⁰⁴-⁹]+|[*†‡])|(?P<bare>\d{1,3})[.)]?)[ \t]+\S.*"
)
_NOTES_BEGIN = re.compile(r"[-_–—=*]{3,}|(?:foot|end)?notes:?|references:?", re.IGNORECASE)
_SOURCE = re.compile(r"(?P<label>sources?|notes?|n\.?b\.?)\.?:[ \t]+\S.*", re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; a line that is part of a table, a turn or a note is nothing else."""
    found = lines(text)
    tables = cells(found)
    spoken = [Block(t.said.start, t.said.end, BlockKind.TURN, t.label.exact) for t in turns(text)]
    free = _outside(found, (*tables, *spoken))
    live = entries(free, len(text.rstrip()))
    free = _outside(free, [Block(*label, BlockKind.ENTRY) for _, label in live])
    noted = list(_notes(free))
    free = _outside(free, noted)
    listed = list(items(free))
    headed = list(_headings(found, {line.start for line in _outside(free, listed)}))
    every = (*tables, *spoken, *(entry for entry, _ in live), *noted, *listed, *headed, *marks_of(text))
    return in_order(every)


def marks_of(text: str) -> tuple[Block, ...]:
    """The marks in a plain text that point to notes: '[1]' behind a word, a raised number, '[citation needed]'."""
    found = _REFERENCE.finditer(text)
    return tuple(Block(m.start(), m.end(), BlockKind.REFERENCE, m.group().strip("[]")) for m in found)


def with_found(text: str, brought: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that a document brings, with those of other kinds found in its text that cross none of them."""
    kinds = {block.kind for block in brought}
    kept = [block for block in brought if block.kind is not BlockKind.PAGE]
    starts, ends = [b.start for b in kept], [b.end for b in kept]
    found = [b for b in blocks_of(text) if b.kind not in kinds and not _inside(b, starts, ends)]
    return in_order((*brought, *found))


def _inside(block: Block, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a block found shares characters with the last one brought that starts before its end."""
    before = bisect_left(starts, block.end) - 1
    return before >= 0 and ends[before] > block.start


def _outside(found: Sequence[Line], blocks: Iterable[Block]) -> list[Line]:
    """The lines that share nothing with the blocks."""
    starts = [line.start for line in found]
    taken: set[int] = set()
    for block in blocks:
        first = max(bisect_right(starts, block.start) - 1, 0)
        taken.update(i for i in range(first, bisect_left(starts, block.end)) if found[i].end > block.start)
    return [line for i, line in enumerate(found) if i not in taken]


# Headings -------------------------------------------------------------------------------------------------------------


def _headings(found: Sequence[Line], free: Container[int]) -> Iterator[Block]:
    """Headings: lines marked as such, and short ones that end no sentence and open a paragraph or stand alone."""
    widths = _widths(found)
    blank = Line(-1, "")
    for i, line in enumerate(found):
        before, after = found[i - 1] if i else blank, found[i + 1] if i + 1 < len(found) else blank
        if not line.text or line.start not in free or line.text[0] in "|(" or len(line.text) > _LONGEST_HEADING:
            continue
        marked = _HASHES.fullmatch(line.text) or _BOLD.fullmatch(line.text)
        if marked:
            yield Block(line.start + marked.start("said"), line.start + marked.end("said"), BlockKind.HEADING)
        elif before.text or _UNDERLINE.fullmatch(line.text):
            continue
        elif _UNDERLINE.fullmatch(after.text) or _opens(line, after, widths[i]):
            yield Block(line.start, line.end, BlockKind.HEADING)


def _widths(found: Sequence[Line]) -> list[int]:
    """For each line the length of the longest one after it in its paragraph."""
    widths, widest = [0] * len(found), 0
    for i in range(len(found) - 1, -1, -1):
        widths[i] = widest
        widest = max(widest, len(found[i].text)) if found[i].text else 0
    return widths


def _opens(line: Line, after: Line, width: int) -> bool:
    """Whether a line without an end of sentence breaks off before the width of its paragraph is reached."""
    if _SENTENCE.search(_REFERENCE.sub("", line.text)[-2:]) or not any(letter.isupper() for letter in line.text[:3]):
        return False
    first = after.text.split()[0] if after.text else ""
    return not after.text or (after.text[:1].isupper() and len(line.text) + 1 + len(first) <= width)


# Notes ----------------------------------------------------------------------------------------------------------------


def _notes(found: Sequence[Line]) -> Iterator[Block]:
    """Footnotes: after a rule or a heading 'Notes', or lines that open with a mark in brackets; notes on sources."""
    end = _where_notes_begin(found)
    for line in found:
        source, note = _SOURCE.fullmatch(line.text), _NOTE.fullmatch(line.text)
        if source:
            yield Block(line.start, line.end, BlockKind.NOTE, source["label"])
        elif note and (line.start >= end or note["bracketed"] or (note["raised"] and note["raised"] not in "*†‡")):
            label = note["bracketed"] or (note["raised"] or note["bare"]).translate(_RAISED)
            yield Block(line.start, line.end, BlockKind.NOTE, label)


def _where_notes_begin(found: Sequence[Line]) -> int:
    """Where a rule or a heading stands after which all lines open with the mark of a note; else after the end."""
    for line in reversed(found):
        if _NOTES_BEGIN.fullmatch(line.text):
            return line.start
        if line.text and not line.indent and not _NOTE.fullmatch(line.text):
            break
    return found[-1].end + 1 if found else 0
