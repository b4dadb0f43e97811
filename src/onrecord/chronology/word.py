"""A chronology as a DOCX file, for those who go on writing in it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from onrecord.chronology import heading, tables
from onrecord.chronology.days import written
from onrecord.chronology.document import Paper
from onrecord.chronology.values import Chronology, Entry, Foot, Source
from onrecord.errors import UsageError
from onrecord.lexicon.establishing import in_words
from onrecord.values.xml_text import writable

if TYPE_CHECKING:
    from docx.document import Document

_MILLIMETRES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
_MARGIN = 18.0  # mm
_COLUMNS = (("Day", 0.17), ("What is on record, and in which words", 0.61), ("Source", 0.22))
_TITLE = 255  # characters that a property may have
_SMALL, _BODY = 8, 10  # points


def write(made: Chronology, foot: Foot, paper: Paper, out: Path | IO[bytes]) -> None:
    """Write the document.

    Raises:
        UsageError: the library is not installed.
        OSError: it cannot be written.
    """
    try:
        import docx
    except ImportError as error:
        raise UsageError("DOCX needs python-docx: pip install 'onrecord[docx]'") from error
    document = docx.Document()
    _set_up(document, made, foot, paper)
    document.add_heading(writable(f"Chronology: {made.title}"), 1)
    document.add_paragraph(f"{heading.counted(made)}.")
    document.add_paragraph(heading.explained(made)).add_run(f" {heading.warned(made)}".rstrip()).bold = True
    _table(document, made, _MILLIMETRES[paper][0] - 2 * _MARGIN)
    document.add_heading("Sources", 2)
    for source in made.sources:
        document.add_paragraph(writable(_reference(source))).paragraph_format.keep_together = True
    document.save(str(out) if isinstance(out, Path) else out)


def _set_up(document: "Document", made: Chronology, foot: Foot, paper: Paper) -> None:
    from docx.shared import Mm, Pt

    document.styles["Normal"].font.size = Pt(_BODY)
    document.core_properties.title = writable(f"Chronology: {made.title}")[:_TITLE]
    document.core_properties.author = "onrecord"
    document.core_properties.created = document.core_properties.modified = datetime.now(UTC).replace(microsecond=0)
    (section,) = document.sections
    section.page_width, section.page_height = map(Mm, _MILLIMETRES[paper])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    below = section.footer.paragraphs[0]
    _field(below.add_run(writable(f"{foot.line} · ")).font, below, "PAGE")


def _field(font: Any, paragraph: Any, code: str) -> None:
    """Add a field that the word processor fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    font.size = Pt(_SMALL)
    run = paragraph.add_run("1")
    run.font.size = Pt(_SMALL)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run._r.addprevious(field)
    field.append(run._r)  # what is shown until the field is filled in, and in which letters


def _table(document: "Document", made: Chronology, width: float) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    head = table.rows[0]
    for cell, (name, _) in zip(head.cells, _COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for entry in made.entries:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        _fill(row.cells, entry)
    for column, (_, share) in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(width * share)
        for cell in column.cells:
            cell.width = column.width


def _fill(cells: Any, entry: Entry) -> None:
    day, told, cites = cells
    day.paragraphs[0].add_run(written(entry.day)).bold = True
    if entry.day:
        day.add_paragraph(str(entry.day_is))
    stands = ", ".join(filter(None, (entry.standing, in_words(entry.establishes))))
    told.paragraphs[0].add_run(writable(f"{entry.kind}: {entry.what}{f' ({stands})' if stands else ''}")).bold = True
    for number, telling in enumerate(entry.tellings):
        for quote in telling.quotes:
            if number == 0 or quote.fault:
                told.add_paragraph().add_run(writable(f"“{quote.exact}”")).italic = True
            if quote.fault:
                told.add_paragraph().add_run(f"This quote does not stand: {quote.fault}.").bold = True
    many = f"reported by {entry.articles} articles: " if entry.articles > 1 else ""
    cites.paragraphs[0].add_run(many + tables.unbroken(tables.cites(entry)))


def _reference(source: Source) -> str:
    """A source as the list has it."""
    name = source.name if source.title != source.name else ""
    retrieved = f"retrieved {source.retrieved}" if source.retrieved else ""
    published = written(source.published) if source.published else ""
    told = (source.title, source.publisher, published, name, source.url, retrieved)
    return f"[{source.number}] {', '.join(filter(None, told))}. SHA-256 of its text: {source.sha256}"
