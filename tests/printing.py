"""Prints texts as PDF, in Courier, whose letters are all of one width: enough of the format to test readers on.

    pdf([[Type(50, 100, "Eleven children"), Type(50, 112, "came home.")]])

Places are points from the left and from the top.
"""

import textwrap
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 612, 792
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
_PICTURE = b"\nq 99 0 0 99 99 99 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"
LETTER = 0.6  # of the size of type: how wide a letter of Courier is


@dataclass(frozen=True)
class Type:
    """Words set at a place."""

    left: float
    baseline: float
    text: str
    size: float = 10
    is_bold: bool = False

    @property
    def right(self) -> float:
        return self.left + LETTER * self.size * len(self.text)


def column(
    *paragraphs: str,
    left: float = 50,
    top: float = 100,
    width: float = 500,
    size: float = 10,
    leading: float = 1.2,
    apart: float = 0.6,
    is_bold: bool = False,
) -> list[Type]:
    """Paragraphs set as programs set them: as many words to a line as go into it, a space between paragraphs."""
    found, baseline = list[Type](), top
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, int(width / (LETTER * size)), break_long_words=False):
            found.append(Type(left, baseline, line, size, is_bold))
            baseline += leading * size
        baseline += apart * size
    return found


def sheets(types: Iterable[Type], top: float = 100, bottom: float = 700) -> list[list[Type]]:
    """One long column cut into pages."""
    pages: list[list[Type]] = []
    begins = 0.0
    for one in types:
        if not pages or one.baseline - begins > bottom - top:
            pages.append([])
            begins = one.baseline
        pages[-1].append(Type(one.left, one.baseline - begins + top, one.text, one.size, one.is_bold))
    return pages


def pdf(pages: Sequence[Sequence[Type]], title: str = "", pictures: Sequence[int] = ()) -> bytes:
    """A PDF with these words on its pages, those of the numbers given with a picture as well."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    for bold in (b"", b"-Bold"):
        objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier%s /Encoding /WinAnsiEncoding >>" % bold)
    objects.append(b"<< /Title <FEFF%s> >>" % title.encode("utf-16-be").hex().encode())
    kids = []
    for number, words in enumerate(pages, 1):
        shown = b"\n".join(map(_shown, words)) + (_PICTURE if number in pictures else b"")
        content = zlib.compress(shown)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F0 3 0 R /F1 4 0 R >> >> >>" % (WIDTH, HEIGHT, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return written(objects, b"/Info 5 0 R")


def written(objects: Sequence[bytes], more: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1, the first of which is the catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries)
    return data + table + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (size, more, len(data))


def forms(count: int) -> bytes:
    """A page that draws a form twice, which draws another twice, and so on: 2 ** count forms."""
    resources = b"/Resources << /XObject << /X %d 0 R >> >>"
    drawn = b"/X Do /X Do"
    objects = [CATALOGUE, PAGES, b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s >>" % (resources % 5)]
    objects.append(b"<< /Length 11 >>\nstream\n%s\nendstream" % drawn)
    for number in range(count):
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11"
        objects.append(b"<< %s %s >>\nstream\n%s\nendstream" % (head, resources % (6 + number), drawn))
    return written([*objects, b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream"])


def bomb(content: bytes, times: int) -> bytes:
    """A page that draws the same so many times, packed twice."""
    packer = zlib.compressobj(9)
    packed = b"".join([*(packer.compress(content) for _ in range(times)), packer.flush()])
    twice = zlib.compress(packed, 9)
    head = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R /Resources << >> >>" % (WIDTH, HEIGHT)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(twice), twice)
    return written([CATALOGUE, PAGES, head, stream])


def _shown(words: Type) -> bytes:
    text = words.text.encode("cp1252", "replace").hex().encode()
    place = b"1 0 0 1 %.2f %.2f Tm" % (words.left, HEIGHT - words.baseline)
    return b"BT /F%d %.2f Tf %s <%s> Tj ET" % (words.is_bold, words.size, place, text)
