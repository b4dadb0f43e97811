"""Printed documents as text: paragraphs, columns, furniture, notes and pages, from where words stand on the page."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from onrecord.document import Block, BlockKind
from onrecord.sources.pdf.extraction import Extracted, extracted
from printing import Type, column, pdf, sheets

ELEVEN = (
    "Eleven children came home on 3 May, the ministry said in a statement that it gave to reporters on Friday "
    "evening, after talks that had gone on for more than two weeks in the capital."
)
TWENTY = (
    "Another 20 are to follow in the coming weeks, a spokesman added, but he would not say where they had been kept "
    "or who had kept them, as the talks were not over yet."
)
THIRD = (
    "The ombudsman put the number of those who are still missing at 1,204, of whom 88 are from the valley alone, and "
    "asked all sides to let her staff go to the places from which they were taken."
)


@pytest.fixture
def read(tmp_path: Path) -> "Read":
    return Read(tmp_path / "release.pdf")


class Read:
    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, *pages: Sequence[Type]) -> Extracted:
        self._path.write_bytes(pdf(pages))
        return extracted(self._path)


def told(found: Extracted, kind: BlockKind) -> list[tuple[str, str]]:
    return [(block.label, found.text[block.start : block.end]) for block in found.blocks if block.kind is kind]


def paragraphs(found: Extracted) -> list[str]:
    return found.text.split("\n\n")


# Paragraphs ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("apart", [0.6, 1.2])
def test_lines_of_a_paragraph_are_joined_and_paragraphs_stand_apart(read: Read, apart: float) -> None:
    assert paragraphs(read(column(ELEVEN, TWENTY, apart=apart))) == [ELEVEN, TWENTY]


def test_a_last_line_that_leaves_room_ends_a_paragraph_though_no_space_follows(read: Read) -> None:
    assert paragraphs(read(column(ELEVEN, TWENTY, apart=0))) == [ELEVEN, TWENTY]


def test_an_indent_begins_a_paragraph(read: Read) -> None:
    full = "a b c d e f g h " * 5  # fills lines of 40 letters to the end
    lines = [
        Type(70, 100, full[:38] + "."),
        Type(50, 112, full[:41]),
        Type(50, 124, full[:39] + "."),
        Type(70, 136, full[:38] + "."),
        Type(50, 148, full[:41]),
    ]
    assert len(paragraphs(read(lines))) == 2


def test_larger_type_is_a_heading_and_the_largest_the_title(read: Read) -> None:
    page = [*column("Home at last", top=60, size=20), *column("Findings", top=110, size=13), *column(ELEVEN, top=140)]
    found = read(page)
    assert told(found, BlockKind.HEADING) == [("", "Home at last"), ("", "Findings")]
    assert found.title == "Home at last"
    assert paragraphs(found) == ["Home at last", "Findings", ELEVEN]


def test_bold_type_is_a_heading_unless_it_is_a_sentence(read: Read) -> None:
    page = [
        *column("Findings", top=100, is_bold=True),
        *column(ELEVEN, top=120),
        *column("We ask all sides to stop.", top=180, is_bold=True),
    ]
    assert told(read(page), BlockKind.HEADING) == [("", "Findings")]


def test_bullets_and_numbers_begin_items_and_stand_outside_of_them(read: Read) -> None:
    found = read(column(ELEVEN, "• Kesh: four", "• Sorva: seven", "1. The names", "2. Access", apart=0.2))
    items = [("•", "Kesh: four"), ("•", "Sorva: seven"), ("1.", "The names"), ("2.", "Access")]
    assert told(found, BlockKind.ITEM) == items
    assert "\n• Kesh: four\n• Sorva: seven\n1. The names\n" in found.text


def test_an_initial_begins_a_name_and_a_letter_set_off_an_item(read: Read) -> None:
    named = f"R. A. Masri said so. {THIRD}"
    assert paragraphs(read(column(ELEVEN, named, f"A. Masri agreed. {TWENTY}")))[1] == named
    assert not told(read(column(ELEVEN, named)), BlockKind.ITEM)
    page = [*column(ELEVEN), Type(50, 160, "A."), Type(72, 160, "Access"), Type(50, 172, "B."), Type(72, 172, "Names")]
    assert told(read(page), BlockKind.ITEM) == [("A.", "Access"), ("B.", "Names")]


def test_a_number_before_a_whole_paragraph_is_that_of_the_paragraph(read: Read) -> None:
    found = read(column(f"12. {ELEVEN} {TWENTY}", f"13. {THIRD} {ELEVEN}"))
    assert [label for label, _ in told(found, BlockKind.PARAGRAPH)] == ["12.", "13."]
    assert not told(found, BlockKind.ITEM)


# Hyphens -------------------------------------------------------------------------------------------------------------


def lines_of(*texts: str) -> list[Type]:
    return [Type(50, 100 + 12 * n, text) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The govern-", "ment of"], "The government of"),  # what no word begins with
        (["the long-", "term plan"], "the long-term plan"),
        (["an inter-", "state case; interstate cases"], "an interstate case; interstate cases"),
        (["inter-state cases; an inter-", "state case"], "inter-state cases; an inter-state case"),
        (["an Anglo-", "Saxon king"], "an Anglo-Saxon king"),
        (["on COVID-", "19 alone"], "on COVID-19 alone"),
        (["by five-and-a-", "half points"], "by five-and-a-half points"),
        (["from 20 -", "30 children"], "from 20 - 30 children"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_of_the_line_or_of_the_word(
    read: Read, lines: list[str], expected: str
) -> None:
    assert read(lines_of(*lines)).text == expected


def test_where_many_lines_end_in_hyphens_words_are_broken(read: Read) -> None:
    lines = lines_of("the chil-", "dren of the val-", "ley and their par-", "ents are well")
    assert read(lines).text == "the children of the valley and their parents are well"


# Pages ---------------------------------------------------------------------------------------------------------------


def test_each_page_is_a_block_and_a_paragraph_goes_on_over_them(read: Read) -> None:
    cut = column(f"{ELEVEN} {TWENTY}")
    found = read(cut[:3], [Type(one.left, one.baseline - 36, one.text) for one in cut[3:]])
    assert found.text == f"{ELEVEN} {TWENTY}"
    assert [label for label, _ in told(found, BlockKind.PAGE)] == ["1", "2"]
    (first, second) = (block for block in found.blocks if block.kind is BlockKind.PAGE)
    assert (first.start, second.end) == (0, len(found.text))
    assert found.text[first.start : first.end] == " ".join(one.text for one in cut[:3])
    assert found.text[second.start :] == " ".join(one.text for one in cut[3:])


def test_a_page_without_text_counts(read: Read) -> None:
    assert told(read(column(ELEVEN), [], column(TWENTY)), BlockKind.PAGE) == [("1", ELEVEN), ("3", TWENTY)]


def test_running_heads_and_numbers_of_pages_are_left_out_and_told(read: Read) -> None:
    pages = [
        [Type(50, 40, "Report of the mission"), *column(text), Type(300, 760, str(number))]
        for number, text in enumerate([ELEVEN, TWENTY, THIRD], 7)
    ]
    found = read(*pages)
    assert paragraphs(found) == [ELEVEN, TWENTY, THIRD]
    assert set(found.left_out) == {
        "running head or foot: Report of the mission (so on 3 pages)",
        "running head or foot: 7 (so on 3 pages)",
    }


def test_what_pages_begin_with_is_text_where_its_numbers_do_not_count_the_pages(read: Read) -> None:
    heads = [
        "In 14 villages 320 people were hurt.",
        "In 9 villages 57 people were hurt.",
        "In 2 villages 4 people were hurt.",
    ]
    pages = [
        [*column(head), *column(text, top=140), Type(50, 760, f"Fact sheet of 2 May, page {number} of 3")]
        for number, (head, text) in enumerate(zip(heads, [ELEVEN, TWENTY, THIRD], strict=True), 1)
    ]
    found = read(*pages)
    assert paragraphs(found) == [heads[0], ELEVEN, heads[1], TWENTY, heads[2], THIRD]
    assert found.left_out == ("running head or foot: Fact sheet of 2 May, page 1 of 3 (so on 3 pages)",)


def test_a_head_of_one_page_alone_stands_where_the_others_do(read: Read) -> None:
    heads = ["Chapter 1: Home", "Chapter 1: Home", "Chapter 2: Away", "Chapter 2: Away", "Annex"]
    texts = [ELEVEN, TWENTY, THIRD, f"Later, {ELEVEN}", f"Later, {TWENTY}"]
    pages = [[Type(50, 40, head), *column(text)] for head, text in zip(heads, texts, strict=True)]
    assert paragraphs(read(*pages)) == texts


def test_what_two_pages_begin_with_in_different_places_is_text(read: Read) -> None:
    pages = [column("Findings", ELEVEN, top=100), column("Findings", TWENTY, top=160)]
    assert paragraphs(read(*pages)) == ["Findings", ELEVEN, "Findings", TWENTY]


def test_a_figure_on_a_line_of_its_own_amid_the_page_is_text(read: Read) -> None:
    assert "1204" in paragraphs(read([*column(ELEVEN), *column("1204", top=300), *column(TWENTY, top=400)]))


def test_lines_of_a_table_of_contents_are_left_out(read: Read) -> None:
    found = read(lines_of("Contents", "1 Home . . . . . . . . 3", "2 Away . . . . . . . . . 17"))
    assert found.text == "Contents"
    assert found.left_out == ("2 lines of a table of contents",)


# Columns -------------------------------------------------------------------------------------------------------------


def test_one_column_is_read_after_the_other(read: Read) -> None:
    page = [*column(ELEVEN, TWENTY, width=230), *column(THIRD, ELEVEN, left=320, width=230, top=106)]
    assert paragraphs(read(page)) == [ELEVEN, TWENTY, THIRD, ELEVEN]


def test_what_stands_across_columns_is_read_before_or_after_them(read: Read) -> None:
    page = [
        *column("Home at last: what the mission found in the valley", top=60, size=16),
        *column(ELEVEN, width=230),
        *column(THIRD, left=320, width=230),
        *column(TWENTY, top=300),
    ]
    assert paragraphs(read(page))[1:] == [ELEVEN, THIRD, TWENTY]


def test_a_paragraph_goes_on_in_the_next_column(read: Read) -> None:
    cut = column(f"{ELEVEN} {TWENTY}", width=230)
    left, right = cut[:4], [Type(320, one.baseline - 48, one.text) for one in cut[4:]]
    assert read([*left, *right]).text == f"{ELEVEN} {TWENTY}"


def test_white_that_runs_through_a_few_lines_is_no_gutter(read: Read) -> None:
    words = ["the case", "of Ukraine", "and others", "with their"]
    lines = [[Type(50, 100 + 12 * n, "in the year of"), Type(150, 100 + 12 * n, text)] for n, text in enumerate(words)]
    assert read([one for line in lines for one in line]).text.startswith("in the year of the case")


# Notes ---------------------------------------------------------------------------------------------------------------


def test_a_raised_figure_is_a_reference_and_no_part_of_the_number_before_it(read: Read) -> None:
    first = Type(50, 100, "They counted 86")
    found = read([first, Type(first.right, 96, "14", 6), Type(first.right + 14, 100, "children.")])
    assert found.text == "They counted 8614 children."
    assert told(found, BlockKind.REFERENCE) == [("14", "14")]


@pytest.mark.parametrize("raised", ["th", "2"])
def test_letters_and_powers_are_no_references(read: Read, raised: str) -> None:
    first = Type(50, 100, "14" if raised == "th" else "20 km")
    assert not told(read([first, Type(first.right, 96, raised, 6)]), BlockKind.REFERENCE)


def test_small_type_below_the_text_that_begins_with_a_mark_is_a_note(read: Read) -> None:
    found = read([*column(ELEVEN), *column("14 Letter of the ministry, 3 May 2024.", top=700, size=7)])
    assert told(found, BlockKind.NOTE) == [("14", "Letter of the ministry, 3 May 2024.")]


def test_a_note_stands_after_the_paragraph_that_goes_on_over_it(read: Read) -> None:
    cut = column(f"{ELEVEN} {TWENTY}")
    note = column("14 Letter of the ministry.", top=700, size=7)
    found = read([*cut[:3], *note], [Type(one.left, one.baseline - 36, one.text) for one in cut[3:]])
    assert paragraphs(found) == [f"{ELEVEN} {TWENTY}", "14 Letter of the ministry."]
    assert [label for label, _ in told(found, BlockKind.PAGE)] == ["1", "2", "1"]


# Tables --------------------------------------------------------------------------------------------------------------

CASUALTIES = [
    ["Region", "Killed", "Injured", "Missing"],
    ["Kesh", "7", "31", "-"],
    ["Sorva Valley", "1,204", "2,310", "88"],
    ["Total", "1,211", "2,341", "88"],
]


def table(rows: Sequence[Sequence[str]], top: float = 300, lefts: Sequence[float] = (60, 220, 320, 420)) -> list[Type]:
    return [
        Type(left, top + 16 * number, text)
        for number, row in enumerate(rows)
        for left, text in zip(lefts, row, strict=True)
        if text
    ]


def drawn_apart(words: Sequence[str], baseline: float) -> list[Type]:
    found = [Type(50, baseline, words[0])]
    for word in words[1:]:
        found.append(Type(found[-1].right + 15, baseline, word))
    return found


def cells(found: Extracted) -> dict[str, tuple[list[str], list[str]]]:
    def said(places: Sequence[tuple[int, int]]) -> list[str]:
        return [found.text[start:end] for start, end in places]

    def of(block: Block) -> tuple[list[str], list[str]]:
        return said(block.row_heads), said(block.column_heads)

    return {found.text[b.start : b.end]: of(b) for b in found.blocks if b.kind is BlockKind.CELL and not b.is_head}


def test_a_table_of_figures_is_cells_under_their_heads(read: Read) -> None:
    found = read([*column(ELEVEN), *table(CASUALTIES), *column(TWENTY, top=400)])
    rows = "\n".join(" | ".join(row) for row in CASUALTIES)
    assert paragraphs(found) == [ELEVEN, rows, TWENTY]
    assert cells(found)["2,310"] == (["Sorva Valley"], ["Injured"])
    assert cells(found)["1,211"] == (["Total"], ["Killed"])
    heads = {found.text[b.start : b.end] for b in found.blocks if b.is_head}
    assert heads == {"Region", "Killed", "Injured", "Missing", "Kesh", "Sorva Valley", "Total"}


def test_a_cell_that_is_empty_leaves_the_others_in_their_columns(read: Read) -> None:
    rows = [CASUALTIES[0], ["Kesh", "7", "", "2"], *CASUALTIES[2:]]
    assert cells(read(table(rows)))["2"] == (["Kesh"], ["Missing"])


def test_a_head_over_two_lines_is_one_cell(read: Read) -> None:
    lines = [
        *table([["", "", "Injured", ""]], top=300),
        *table([["Region", "Killed", "so far", "Missing"]], top=308),
        *table(CASUALTIES[1:], top=330),
    ]
    assert cells(read(lines))["31"] == (["Kesh"], ["Injured so far"])


@pytest.mark.parametrize(
    "lines",
    [
        [*column(ELEVEN, THIRD, width=230), *column(TWENTY, ELEVEN, left=320, width=230)],
        [part for n in range(4) for part in (Type(50, 100 + 20 * n, f"{n}."), Type(90, 100 + 20 * n, f"{n} children"))],
        lines_of("Killed 12", "Injured 140", "Missing 3"),
        [
            word
            for n, words in enumerate(["Ukraine and Georgia", "(nos. 8019/16 and", "28525/20 11055/22 the"])
            for word in drawn_apart(words.split(), 100 + 12 * n)
        ],
    ],
    ids=["columns of text", "numbered lines", "lines of one stretch", "words drawn apart"],
)
def test_what_only_looks_like_a_table_has_no_cells(read: Read, lines: list[Type]) -> None:
    assert not told(read(lines), BlockKind.CELL)


def test_a_long_document_keeps_its_paragraphs(read: Read) -> None:
    texts = [f"{number}th: {text}" for number in range(4, 24) for text in (ELEVEN, TWENTY, THIRD)]
    assert paragraphs(read(*sheets(column(*texts)))) == texts


@pytest.mark.parametrize(
    ("text", "is_caption"),
    [("Table 2: Casualties by region", True), ("TABLE IV. The missing", True), ("Table manners were 2: taught", False)],
)
def test_what_names_a_table_is_a_caption(read: Read, text: str, is_caption: bool) -> None:
    found = read([*column(ELEVEN, text), *table(CASUALTIES)])
    assert told(found, BlockKind.CAPTION) == ([("", text)] if is_caption else [])


def test_annotated_articles_keep_their_paragraphs_in_print(read: Read) -> None:
    for path in sorted((Path(__file__).parents[2] / "gold").glob("*.txt")):
        texts = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        printed = [text.encode("cp1252", "replace").decode("cp1252") for text in texts]
        pages = sheets(column(*texts))
        numbers = [[Type(300, 760, str(number))] for number in range(1, len(pages) + 1)]
        found = read(*([*page, *number] for page, number in zip(pages, numbers, strict=True)))
        assert [line for line in found.text.split("\n") if line] == printed, path.name
