"""Documents of word processors: `.docx`, through python-docx."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from lxml import etree

from onrecord.document import BlockKind
from onrecord.sources.archives import content, opened_zip
from onrecord.sources.article import Article
from onrecord.sources.checks import checked
from onrecord.sources.composition import Composition
from onrecord.sources.grid import Cell, write_table
from onrecord.sources.plain_text import front_matter
from onrecord.sources.refusal import Refusal, UnreadableError
from onrecord.sources.word_numbering import Numbering

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MOST = 300_000_000  # bytes of everything in it, pictures as well
_MOST_XML = 40_000_000  # bytes of its texts with their markup
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNREAD = {  # what is in a paragraph and no part of its text, in words for users
    f"{_W}del": "stretches that somebody deleted",
    f"{_W}moveFrom": "stretches that somebody moved away",
    f"{_W}txbxContent": "boxes of text",
    f"{_W}pPr": "",
    _FALLBACK: "",
}
_PRINTED = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}sym": ""}
_ITEM_WORDS = 40  # more than these after a number are a paragraph of a judgment or a resolution
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def read_docx(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """The article of one document."""
    try:
        return [_article(data, name)]
    except UnreadableError as error:
        return [Refusal(where, str(error))]


def _article(data: bytes, name: str) -> Article:
    try:
        import docx
    except ImportError as error:
        raise UnreadableError("needs python-docx, which is not installed: pip install 'onrecord[docx]'") from error
    with opened_zip(io.BytesIO(data), _MOST, "a document of Word") as archive:
        _check_markup(archive)
    try:
        document = docx.Document(io.BytesIO(data))
        body = _Body(document)
        body.write()
    except UnreadableError:
        raise
    except (
        Exception
    ) as error:  # python-docx raises what its parts raise, of any kind, where the markup is not as it should be
        raise UnreadableError(f"not a document of Word, or a broken one ({type(error).__name__})") from error
    text = checked(body.composed.text)
    front = front_matter(text)
    headline = body.title or (document.core_properties.title or "").strip() or front.headline
    return Article(
        name,
        text,
        front.published,
        front.headline if front.published else headline,
        publisher=front.publisher,
        blocks=body.composed.blocks,
        left_out=tuple(body.left_out()),
    )


def _check_markup(archive: zipfile.ZipFile) -> None:
    """Raise where the markup is too much, or declares entities, which no word processor does."""
    texts = [entry for entry in archive.infolist() if entry.filename.lower().endswith((".xml", ".rels"))]
    size = sum(entry.file_size for entry in texts)
    if size > _MOST_XML:
        raise UnreadableError(f"its markup has {size:,} bytes, more than the {_MOST_XML:,} of a book: split it")
    for entry in texts:
        opening = content(archive, entry.filename)[:4096]
        if b"<!DOCTYPE" in opening.replace(b"\0", b"").upper():
            raise UnreadableError(f"its {entry.filename} declares entities, as no word processor does")


class _Body:
    """Writes the paragraphs, tables and notes of a document."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._numbering = Numbering(document)
        self.composed = Composition()
        self.title = ""
        self._unread: dict[str, int] = {}
        self._noted: list[tuple[str, str]] = []  # the kinds and identifiers of notes, as they are referred to
        self._after_item = False

    def write(self) -> None:
        """Write everything, the notes last."""
        from docx.table import Table

        for part in self._document.iter_inner_content():
            if isinstance(part, Table):
                self._table(part)
            else:
                self._paragraph(part)
        self._notes()

    def left_out(self) -> Iterator[str]:
        """What the document also holds, in words for users."""
        yield from (f"{times} {what}" for what, times in self._unread.items() if what)
        running = {
            text
            for section in self._document.sections
            for part in (section.header, section.footer)
            for text in (" ".join(p.text for p in part.paragraphs).strip(),)
            if text
        }
        yield from (f"running head or foot: {text}" for text in sorted(running))

    def _part(self, gap: str = "\n\n") -> None:
        if self.composed.length:
            self.composed.add(gap)

    def _paragraph(self, paragraph: "Paragraph") -> None:
        style, text = _style(paragraph), self._text(paragraph._p)
        if not text:
            return
        if style.lower().startswith("toc "):
            self._leave("lines of a table of contents")
            return
        is_heading = style.startswith(("Title", "Heading"))
        marker = self._numbering.marker(paragraph)
        if not marker and style.startswith("List"):
            marker = "-"
        is_item = bool(marker) and not is_heading
        self._part("\n" if is_item and self._after_item else "\n\n")
        self._after_item = is_item
        self.composed.add(f"{marker} " if marker else "")
        start = self.composed.length
        self.composed.add(text)
        kind = _kind(style, marker, text)
        if kind is not None:
            self.composed.mark(start, kind, marker if is_item and marker != "-" else "")
        if style == "Title" and not self.title:
            self.title = text

    def _table(self, table: "Table") -> None:
        rows = [list(self._cells(row)) for row in table.rows]
        self._after_item = False
        if max(map(len, rows), default=0) > 1:
            self._part()
            write_table([[_one_line(cell) for cell in row] for row in rows], self.composed)
            return
        for cell in (cell for row in rows for cell in row if cell.text):  # a frame around text
            self._part()
            self.composed.add(cell.text)

    def _cells(self, row: Any) -> Iterator[Cell]:
        """The cells of a row; one that goes on from the row above is empty."""
        at = row.grid_cols_before
        properties = row._tr.trPr
        is_head = properties is not None and properties.find(f"{_W}tblHeader") is not None
        for cell in row._tr.tc_lst:
            goes_on = cell.vMerge == "continue"
            text = "" if goes_on else "\n\n".join(filter(None, (self._text(p) for p in cell.iter(f"{_W}p"))))
            yield Cell(text, at, at + cell.grid_span, is_head)
            at += cell.grid_span

    def _text(self, element: Any) -> str:
        """The text of a paragraph's element, as it is printed."""
        found: list[str] = []
        walk = etree.iterwalk(element, events=("start",))
        for _, node in walk:
            if node is not element and (node.tag in _UNREAD or _is_hidden(node)):
                self._leave(_UNREAD.get(node.tag, "stretches set as hidden"))
                walk.skip_subtree()
            elif node.tag == f"{_W}t":
                found.append(node.text or "")
            elif node.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                kind = "footnotes" if node.tag == f"{_W}footnoteReference" else "endnotes"
                self._noted.append((kind, node.get(f"{_W}id")))
            else:
                found.append(_PRINTED.get(node.tag, ""))
        return "".join(found).strip()

    def _leave(self, what: str) -> None:
        self._unread[what] = self._unread.get(what, 0) + 1

    def _notes(self) -> None:
        """The notes that the text refers to, in the order and with the numbers in which it does."""
        found = {kind: dict(_notes_of(self._document, kind, note)) for kind, note in _NOTES.items()}
        for number, (kind, identifier) in enumerate(list(self._noted), 1):
            note = found[kind].get(identifier)
            text = " ".join(filter(None, (self._text(p) for p in note.iter(f"{_W}p")))) if note is not None else ""
            if text:
                self._part()
                self.composed.add(f"{number} ")
                start = self.composed.length
                self.composed.add(text)
                self.composed.mark(start, BlockKind.NOTE, str(number))


def _style(paragraph: "Paragraph") -> str:
    return (paragraph.style.name or "") if paragraph.style is not None else ""


def _kind(style: str, marker: str, text: str) -> BlockKind | None:
    """What a paragraph of a style is, that has a number or bullet before it."""
    if style.startswith(("Title", "Heading")):
        return BlockKind.HEADING
    if marker:
        is_long = marker.strip("().").isdigit() and len(text.split()) > _ITEM_WORDS
        return BlockKind.PARAGRAPH if is_long else BlockKind.ITEM
    return BlockKind.CAPTION if style == "Caption" else None


def _notes_of(document: "Document", kind: str, note: str) -> Iterator[tuple[str, Any]]:
    """The elements of a document's footnotes or endnotes, by their identifiers."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(relation.target_part.blob, parser)
            yield from ((one.get(f"{_W}id"), one) for one in root.iter(f"{_W}{note}"))


def _is_hidden(node: Any) -> bool:
    return node.tag == f"{_W}r" and node.find(f"{_W}rPr/{_W}vanish") is not None


def _one_line(cell: Cell) -> Cell:
    return Cell(" ".join(cell.text.split()), cell.first, cell.last, cell.is_head)
