"""The words of a PDF's text layer, with their places on the page: the only module that knows PDFium."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

_BOLD = 600  # weight of a font and up
_GAP = 0.2  # of the size of type: letters farther apart are of two words
_TOUCHING = 0.1  # of the size of type: words closer than this are not parted by a space
_BACKWARDS = 0.5  # of the size of type: letters this far left of the one before begin another word
_LEVEL = 0.1  # of the size of type: letters higher or lower than this are of another word
_RAISED = 0.7  # of the size of type: what stands higher is of another line
_SMALLER = 0.86  # of the size of type beside it: a raised mark has at most this
_SOFT_HYPHENS = "\u0002\u00ad"  # PDFium's sign for a hyphen that ends a line, and Unicode's
_LONGEST_NAME = 256  # bytes of the name of a font
_SYMBOL_BULLETS = range(0xF000, 0xF100)  # where fonts of symbols have theirs


class LockedError(Exception):
    """The document asks for a password."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page: points from the left and from the top, as people hold the page."""

    text: str
    left: float
    right: float
    baseline: float
    size: float  # of its type, in points
    is_bold: bool = False
    is_raised: bool = False  # a mark set above the line, as those that point to notes
    is_spaced: bool = True  # from the word before it in the file


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one page in the order of the file, and the letters on it that make none."""

    number: int  # of the sheet, from 1, whatever is printed on it
    width: float
    height: float
    words: tuple[Word, ...]
    turned: int = 0  # letters at an angle to the others, or off the page
    unreadable: int = 0  # letters without a meaning in Unicode
    is_picture: bool = False  # it has pictures and no words


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    along: tuple[float, float]  # from where to where, in the direction of reading
    baseline: float
    size: float
    is_bold: bool
    quarters: int  # turns of 90 degrees


def title(path: Path) -> str:
    """The title that the document's properties give; '' where it has none."""
    return " ".join(_opened(path).get_metadata_value("Title").split())


def pages(path: Path) -> Iterator[Page]:
    """The pages of a file; one that cannot be read is empty."""
    document = _opened(path)
    for index in range(len(document)):
        try:
            page = document[index]
            told = _page(index + 1, page.get_bbox(), list(_letters(page.get_textpage())))
            yield told if told.words else replace(told, is_picture=_has_pictures(page))
        except pypdfium2.PdfiumError:
            yield Page(index + 1, 0, 0, ())


def _has_pictures(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _opened(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise LockedError from error
        raise ValueError(str(error)) from error


def _page(number: int, box: tuple[float, float, float, float], letters: list[_Letter | str]) -> Page:
    """The page as people hold it, whichever way most of its letters stand."""
    turns = Counter(letter.quarters for letter in letters if isinstance(letter, _Letter))
    upright = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = box
    edges, height = {
        0: ((left, right), top - bottom),
        1: ((bottom, top), right - left),
        2: ((-right, -left), top - bottom),
        3: ((-top, -bottom), right - left),
    }[upright]
    above = {0: -top, 1: left, 2: bottom, 3: -right}[upright]
    kept: list[_Letter | str] = []
    for letter in letters:
        if isinstance(letter, str):
            kept.append(letter)
        elif letter.quarters == upright and 0 <= letter.baseline - above <= height and _within(letter.along, edges):
            start, end = letter.along
            kept.append(replace(letter, along=(start - edges[0], end - edges[0]), baseline=letter.baseline - above))
    words = tuple(_raised(list(_words(kept))))
    turned = len(letters) - len(kept)
    return Page(number, edges[1] - edges[0], height, words, turned, sum(letter == "" for letter in letters))


def _within(along: tuple[float, float], edges: tuple[float, float]) -> bool:
    return edges[0] <= (along[0] + along[1]) / 2 <= edges[1]


def _letters(page: pypdfium2.PdfTextPage) -> Iterator[_Letter | str]:
    """The letters of a page in the order of the file; ' ' for what parts words, '' for what has no meaning."""
    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    for index in range(page.count_chars()):
        text = _meaning(raw.FPDFText_GetUnicode(page, index))
        generated = raw.FPDFText_IsGenerated(page, index) == 1
        if not text or text.isspace() or (generated and text not in _SOFT_HYPHENS):
            yield text and " "
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        raw.FPDFText_GetMatrix(page, index, matrix)
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d) or 1.0
        quarters = raw.FPDFText_GetCharAngle(page, index) / (math.pi / 2)
        along, baseline = {
            0: ((box.left, box.right), -y.value),
            1: ((box.bottom, box.top), x.value),
            2: ((-box.right, -box.left), y.value),
            3: ((-box.top, -box.bottom), -x.value),
        }[round(quarters) % 4]
        is_straight = abs(quarters - round(quarters)) < _LEVEL
        is_bold = raw.FPDFText_GetFontWeight(page, index) >= _BOLD or _is_called_bold(page, index, name, flags)
        yield _Letter(text, along, baseline, size, is_bold, round(quarters) % 4 if is_straight else -1)


def _is_called_bold(page: pypdfium2.PdfTextPage, index: int, name: Any, flags: Any) -> bool:
    """Whether the name of a letter's font says that it is bold."""
    raw.FPDFText_GetFontInfo(page, index, name, _LONGEST_NAME, flags)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _meaning(code: int) -> str:
    """The character of a code; '' where Unicode gives it no meaning."""
    if code in _SYMBOL_BULLETS:
        return "•"
    if code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return "-" if chr(code) == _SOFT_HYPHENS[0] else chr(code)


def _words(letters: Iterable[_Letter | str]) -> Iterator[Word]:
    """The words that letters make in the order of the file."""
    word: Word | None = None
    is_spaced = True
    for letter in letters:
        if isinstance(letter, str):
            is_spaced = True
            continue
        if word is not None and not is_spaced and _continues(word, letter):
            word = replace(word, text=word.text + letter.text, right=max(word.right, letter.along[1]))
            continue
        raised = word is not None and not is_spaced and _is_raised(word, letter)
        baseline = word.baseline if word is not None and raised else letter.baseline
        apart = is_spaced or word is None or letter.along[0] - word.right > _TOUCHING * letter.size
        if word is not None:
            yield word
        word = Word(letter.text, *letter.along, baseline, letter.size, letter.is_bold, raised, apart and not raised)
        is_spaced = False
    if word is not None:
        yield word


def _continues(word: Word, letter: _Letter) -> bool:
    """Whether a letter is of the word before it in the file."""
    gap = letter.along[0] - word.right
    level = abs(letter.baseline - word.baseline) <= _LEVEL * word.size
    if word.is_raised:
        return _is_near(word, letter) and letter.size <= word.size * 1.05
    return level and -_BACKWARDS * word.size <= gap <= _GAP * word.size


def _is_near(word: Word, letter: _Letter) -> bool:
    return -_BACKWARDS * word.size <= letter.along[0] - word.right <= _GAP * max(word.size, letter.size)


def _is_raised(word: Word, letter: _Letter) -> bool:
    """Whether a letter is a mark that stands, smaller and higher, right beside the word."""
    higher = (word.baseline - letter.baseline) / word.size
    return _LEVEL < higher < _RAISED and letter.size <= _SMALLER * word.size and _is_near(word, letter)


def _raised(words: Sequence[Word]) -> Iterator[Word]:
    """The words; a small one that stands higher beside another, as marks that point to notes do, is raised."""
    for before, word, following in zip((None, *words), words, (*words[1:], None), strict=False):
        beside = next((one for one in (before, following) if one is not None and _stands_beside(word, one)), None)
        yield word if beside is None else replace(word, baseline=beside.baseline, is_raised=True)


def _stands_beside(word: Word, other: Word) -> bool:
    """Whether a word is smaller and stands higher than one that it nearly touches."""
    higher = (other.baseline - word.baseline) / other.size
    gap = max(other.left - word.right, word.left - other.right) / other.size
    is_smaller = word.size <= _SMALLER * other.size and not word.is_raised
    return is_smaller and _LEVEL < higher < _RAISED and gap < 1
