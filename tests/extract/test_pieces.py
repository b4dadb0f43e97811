"""Long documents in pieces: where they end, what of the blocks goes along, and how what is found is put together."""

import datetime as dt
from dataclasses import replace

import pytest

from onrecord.coref import resolve
from onrecord.document import Block, BlockKind, Document
from onrecord.extract import pieces
from onrecord.values.findings import Evidence, Findings, Form, Kind, Mention, SourceNote

PARAGRAPH = "Ada Roe said on Friday that nobody came back. " * 20
TEXT = "\n\n".join([PARAGRAPH.strip()] * 40)


def test_a_short_document_is_its_own_piece() -> None:
    document = Document("Ada Roe left.", dt.date(2024, 3, 1))
    assert pieces.pieces(document) == (pieces.Piece(0, document),)


def test_pieces_are_the_whole_text_and_end_where_paragraphs_do() -> None:
    cut = pieces.pieces(Document(TEXT))
    assert "".join(piece.document.text for piece in cut) == TEXT
    assert [piece.start for piece in cut] == [TEXT.index(piece.document.text, piece.start) for piece in cut]
    assert all(piece.document.text.endswith("\n\n") for piece in cut[:-1])
    assert all(len(piece.document.text) <= pieces.LONGEST for piece in cut)


@pytest.mark.parametrize(
    ("text", "end"),
    [("word. Word " * 3000, " "), ("a line of words\n" * 2000, "\n"), ("x" * 30_000, "x")],
)
def test_without_paragraphs_a_piece_ends_at_a_line_a_word_or_anywhere(text: str, end: str) -> None:
    first, *_ = pieces.pieces(Document(text))
    assert first.document.text.endswith(end)
    assert pieces.LONGEST // 2 <= len(first.document.text) <= pieces.LONGEST


def test_blocks_go_with_their_piece_and_a_table_is_not_cut() -> None:
    row = "Region name | 1234\n"
    table = row * 400
    text = f"{PARAGRAPH}\n\n" * 8 + table + f"\n\n{PARAGRAPH}" * 20
    at = text.index(table)
    head = (at, at + 6)
    cells = tuple(
        Block(at + i * len(row), at + i * len(row) + 11, BlockKind.CELL, column_heads=(head,)) for i in range(400)
    )
    page = Block(0, len(text), BlockKind.PAGE, "1")
    cut = pieces.pieces(Document(text, blocks=(page, *cells)))
    (piece,) = (piece for piece in cut if any(block.kind is BlockKind.CELL for block in piece.document.blocks))
    found = [block for block in piece.document.blocks if block.kind is BlockKind.CELL]
    assert len(found) == len(cells)
    assert {piece.document.text[slice(*block.column_heads[0])] for block in found} == {"Region"}
    assert all(
        block.start == 0 and block.end == len(piece.document.text)
        for piece in cut
        for block in piece.document.blocks
        if block.kind is BlockKind.PAGE
    )


def test_what_is_found_is_put_together_in_offsets_of_the_whole() -> None:
    first, second, *_ = pieces.pieces(Document(TEXT))
    roe = Evidence(0, 7, "Ada Roe")
    found = Findings(mentions=(Mention(roe, Form.NAME, Kind.PERSON, "Ada Roe"),), published="2024-03-01")
    whole = pieces.joined(TEXT, [(first, found), (second, replace(found, published=""))])
    assert [m.evidence.start for m in whole.mentions] == [0, second.start]
    assert all(TEXT[m.evidence.start : m.evidence.end] == "Ada Roe" for m in whole.mentions)
    assert whole.published == "2024-03-01"


def test_a_note_on_all_figures_holds_in_later_pieces_as_well() -> None:
    first, second, *_ = pieces.pieces(Document(TEXT))
    text = first.document.text
    note = SourceNote(Evidence(10, len(text), text[10:]), None, "2024-03-01", Evidence(10, 20, text[10:20]))
    kept = pieces.joined(TEXT, [(first, Findings(source_notes=(note,))), (second, Findings())])
    assert kept.source_notes[0].evidence == note.evidence
    general = replace(note, general=True)
    held = pieces.joined(TEXT, [(first, Findings(source_notes=(general,))), (second, Findings())])
    assert held.source_notes[0].evidence == Evidence(10, len(TEXT), TEXT[10:])


def test_names_of_one_piece_are_known_in_those_after_it() -> None:
    """Surnames and short forms that a text defines: 'Roe' of a later piece is Ada Roe, 'the GRC' the commission."""
    commission = "Grain Reserve Commission"
    text = (
        f"Ada Roe led the {commission} (GRC). {PARAGRAPH}\n\n".ljust(pieces.LONGEST, "x") + "\n\nRoe of the GRC left."
    )

    def name(words: str, kind: Kind, start: int, stands_for: Evidence | None = None) -> Mention:
        evidence = Evidence(start, start + len(words), words)
        return Mention(evidence, Form.NAME, kind, words, stands_for=stands_for)

    roe, body = name("Ada Roe", Kind.PERSON, 0), name(commission, Kind.ORGANIZATION, 16)
    short = name("GRC", Kind.ORGANIZATION, text.index("GRC"), body.evidence)
    first, *_, last = pieces.pieces(Document(text))
    there = last.document.text
    later = (name("Roe", Kind.PERSON, there.index("Roe of")), name("GRC", Kind.ORGANIZATION, there.index("GRC left")))
    found = [(first, Findings(mentions=(roe, body, short))), (last, Findings(mentions=later))]
    assert last.start > first.start
    entities = resolve.within(pieces.joined(text, found)).entities
    assert [(one.name, [where.exact for where in one.mentions]) for one in entities] == [
        ("Ada Roe", ["Ada Roe", "Roe"]),
        (commission, [commission, "GRC", "GRC"]),
    ]
