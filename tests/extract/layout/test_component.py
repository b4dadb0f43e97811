"""What the layout leaves on a Doc: the blocks that a document brings, those found in its text, and their sentences."""

import spacy
from spacy.tokens import Doc

from onrecord.document import Block, BlockKind
from onrecord.extract.layout.component import layout

NLP = spacy.blank("en")


def read(text: str, *brought: Block) -> Doc:
    doc = NLP.make_doc(text)
    doc._.blocks = brought
    return layout(doc)


def starts(doc: Doc) -> list[str]:
    return [token.text for token in doc if token.is_sent_start]


def test_blocks_are_found_where_a_document_brings_none() -> None:
    assert [b.kind for b in read("- Roe\n- Lind")._.blocks] == [BlockKind.ITEM, BlockKind.ITEM]


def test_blocks_of_a_kind_that_a_document_brings_are_its_own() -> None:
    own = Block(2, 5, BlockKind.ITEM)
    assert read("- Roe\n- Lind", own)._.blocks == (own,)


def test_pages_say_nothing_of_lists() -> None:
    page = Block(0, 12, BlockKind.PAGE, "1")
    assert [b.kind for b in read("- Roe\n- Lind", page)._.blocks] == [BlockKind.PAGE, BlockKind.ITEM, BlockKind.ITEM]


def test_nothing_is_found_within_what_a_document_brings() -> None:
    cell = Block(0, 12, BlockKind.CELL)
    assert read("- Roe\n- Lind", cell)._.blocks == (cell,)


def test_a_number_or_bullet_is_no_part_of_the_sentence() -> None:
    assert starts(read("12. Courts ruled\n13. Judges agreed")) == ["12", "Courts", "13", "Judges"]


def test_cells_are_sentences_of_their_own() -> None:
    found = starts(read("Region\tKilled\nVelm\t40\nPell\t9"))
    assert found == ["Region", "Killed", "Velm", "40", "Pell", "9"]
