"""Rows of the cells of a page: by the heads of rows where it marks them, by its columns where it does not."""

from onrecord.document import Block, BlockKind
from onrecord.document.table_rows import rows_of, tables_of

TEXT = "Name\nRole\n\nRoe\nclerk\n\nLind\njudge"
NAME, ROLE = (0, 4), (5, 9)


def cell(words: str, heads: tuple[tuple[int, int], ...] = (), rows: tuple[tuple[int, int], ...] = ()) -> Block:
    start = TEXT.index(words)
    return Block(start, start + len(words), BlockKind.CELL, row_heads=rows, column_heads=heads, is_head=not heads)


def texts(rows: list[list[Block]]) -> list[list[str]]:
    return [[TEXT[c.start : c.end] for c in row] for row in rows]


BY_COLUMN = [
    cell("Name"),
    cell("Role"),
    cell("Roe", (NAME,)),
    cell("clerk", (ROLE,)),
    cell("Lind", (NAME,)),
    cell("judge", (ROLE,)),
]


def test_a_row_begins_where_a_column_comes_again() -> None:
    [table] = tables_of(TEXT, BY_COLUMN)
    assert texts(rows_of(TEXT, table))[-2:] == [["Roe", "clerk"], ["Lind", "judge"]]


def test_a_row_begins_with_another_head_of_rows() -> None:
    roe, lind = (11, 14), (22, 26)
    cells = [cell("Roe"), cell("clerk", (ROLE,), (roe,)), cell("Lind"), cell("judge", (ROLE,), (lind,))]
    [table] = tables_of(TEXT, cells)
    assert texts(rows_of(TEXT, table)) == [["Roe", "clerk"], ["Lind", "judge"]]


def test_heads_of_columns_after_a_row_begin_another_table() -> None:
    again = Block(len(TEXT) + 1, len(TEXT) + 5, BlockKind.CELL, is_head=True)
    assert len(list(tables_of(TEXT + "\nName", [*BY_COLUMN, again]))) == 2


def test_words_between_cells_part_tables() -> None:
    text = TEXT.replace("\n\nLind", "x\nLind")
    assert len(list(tables_of(text, BY_COLUMN))) == 2
