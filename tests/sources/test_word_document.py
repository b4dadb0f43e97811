"""Documents of Word: what they show is text with its structure, and what they do not show is left out."""

import builtins
import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from word import docx as packed
from word import paragraph

from onrecord.document import BlockKind
from onrecord.sources.article import Article
from onrecord.sources.refusal import Refusal
from onrecord.sources.word_document import read_docx

HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r>"
DELETED = "<w:del><w:r><w:delText>nine</w:delText><w:t>nine</w:t></w:r></w:del>"
INSERTED = "<w:ins><w:r><w:t>Eleven</w:t></w:r></w:ins>"
NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(12)
)


def only(data: bytes) -> Article | Refusal:
    (item,) = read_docx(data, "release.docx", "in/release.docx")
    assert not isinstance(item, Refusal) or "\n" not in str(item)
    return item


def article(data: bytes) -> Article:
    item = only(data)
    assert isinstance(item, Article), item
    return item


def made(write: Callable[[Any], None]) -> Article:
    document, file = docx.Document(), io.BytesIO()
    write(document)
    document.save(file)
    return article(file.getvalue())


def told(found: Article, *kinds: BlockKind) -> list[tuple[str, str, str]]:
    blocks = (block for block in found.blocks if block.kind in kinds)
    return [(block.kind.value, block.label, found.text[block.start : block.end]) for block in blocks]


def test_headings_lists_and_paragraphs() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Home at last", style="Title")
        document.add_heading("Findings", 1)
        document.add_paragraph("Eleven children came home.")
        for text in ("Kesh: 4", "Sorva: 7"):
            document.add_paragraph(text, style="List Bullet")
        for text in ("The names", "Access"):
            document.add_paragraph(text, style="List Number")

    found = made(write)
    assert found.headline == "Home at last"
    lists = "- Kesh: 4\n- Sorva: 7\n1. The names\n2. Access"
    assert found.text == f"Home at last\n\nFindings\n\nEleven children came home.\n\n{lists}"
    assert told(found, *BlockKind) == [
        ("heading", "", "Home at last"),
        ("heading", "", "Findings"),
        ("item", "", "Kesh: 4"),
        ("item", "", "Sorva: 7"),
        ("item", "1.", "The names"),
        ("item", "2.", "Access"),
    ]


def test_a_table_is_cells_under_their_heads() -> None:
    def write(document: Any) -> None:
        table = document.add_table(rows=3, cols=3)
        for row, texts in enumerate([("Region", "Killed", "Missing"), ("Kesh", "7", "3"), ("Total", "7", "3")]):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text

    found = made(write)
    assert found.text == "Region | Killed | Missing\nKesh | 7 | 3\nTotal | 7 | 3"
    last = found.blocks[-1]
    assert [found.text[slice(*place)] for place in (*last.row_heads, *last.column_heads)] == ["Total", "Missing"]


def test_a_cell_over_two_columns_heads_both() -> None:
    def write(document: Any) -> None:
        table = document.add_table(rows=3, cols=3)
        for row, texts in enumerate([("", "Casualties", ""), ("Region", "Killed", "Missing"), ("Kesh", "7", "3")]):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        for row in table.rows[:2]:
            row._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:tblHeader"))

    found = made(write)
    heads = [[found.text[slice(*place)] for place in block.column_heads] for block in found.blocks[-2:]]
    assert heads == [["Casualties", "Killed"], ["Casualties", "Missing"]]


def test_what_the_document_does_not_show_is_left_out_and_told() -> None:
    found = article(packed(paragraph(INSERTED, DELETED, " children ", HIDDEN, "came home.")))
    assert found.text == "Eleven children came home."
    assert set(found.left_out) == {"1 stretches that somebody deleted", "1 stretches set as hidden"}


def test_running_heads_are_left_out_and_told() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Eleven children came home.")
        document.sections[0].header.paragraphs[0].text = "Report of the mission"

    found = made(write)
    assert found.text == "Eleven children came home."
    assert found.left_out == ("running head or foot: Report of the mission",)


def test_a_footnote_is_no_part_of_its_sentence() -> None:
    note = f'<w:footnote w:id="2">{paragraph("Letter of 3 May.")}</w:footnote>'
    found = article(packed(paragraph("They counted 86", NOTED, " children."), note))
    assert found.text == "They counted 86 children.\n\n1 Letter of 3 May."
    assert told(found, BlockKind.NOTE) == [("note", "1", "Letter of 3 May.")]


def test_the_day_on_which_a_document_was_made_is_no_day_of_publication() -> None:
    assert made(lambda document: document.add_paragraph("They met.")).published == ""


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"", "not a document of Word"),
        (lambda: b"They met.", "not a document of Word"),
        (lambda: packed(paragraph("They met."))[:-40], "not a document of Word"),
        (lambda: packed(""), "is empty"),
        (lambda: packed("<w:p>"), "not a document of Word, or a broken one"),
        (lambda: packed("<w:tbl><w:tr><w:tc>" * 20_000), "not a document of Word, or a broken one"),
        (lambda: packed(paragraph("&a11;"), before=f"{LAUGHS}]>"), "its word/document.xml declares entities"),
        (lambda: packed(paragraph("a" * 41_000_000)), "its markup has 41,0"),
        (lambda: packed(paragraph("a"), more={"word/media/a.png": bytes(301_000_000)}), "unpacks to 301,0"),
    ],
    ids=["empty", "text", "cut", "no text", "markup cut", "nested", "entities", "much markup", "much else"],
)
def test_what_cannot_be_read_is_refused_in_one_line(make: Callable[[], bytes], reason: str) -> None:
    refusal = only(make())
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith(reason)


def test_without_its_library_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "docx":
            raise ImportError(name)
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    told = "in/release.docx: needs python-docx, which is not installed: pip install 'onrecord[docx]'"
    assert str(only(packed(paragraph("They met.")))) == told
