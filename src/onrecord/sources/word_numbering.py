"""The numbers and bullets of a Word document's lists: its text does not hold them, so they are counted."""

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9


class Numbering:
    """Counts the items of each list and level."""

    def __init__(self, document: "Document") -> None:
        """Of a document with its definitions of lists."""
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)
        self._levels: dict[str, dict[int, Any]] = {}
        for relation in document.part.rels.values():
            if not relation.is_external and relation.reltype.endswith("/numbering"):
                self._define(relation.target_part.element)

    def _define(self, root: Any) -> None:
        abstract = {one.get(f"{_W}abstractNumId"): one for one in root.iter(f"{_W}abstractNum")}
        for one in root.iter(f"{_W}num"):
            link = one.find(f"{_W}abstractNumId")
            levels = abstract.get(link.get(f"{_W}val")) if link is not None else None
            if levels is not None:
                self._levels[one.get(f"{_W}numId")] = {
                    int(level.get(f"{_W}ilvl", "0")): level for level in levels.iter(f"{_W}lvl")
                }

    def marker(self, paragraph: "Paragraph") -> str:
        """What stands before a paragraph of a list: '3.', '(a)', '-'; '' before any other."""
        place = _place(paragraph)
        if place is None:
            return ""
        of, depth = place
        level = self._levels.get(of, {}).get(depth)
        if level is None or not 0 <= depth < _LEVELS:
            return ""
        counts = self._counts[of]
        counts[depth] = counts[depth] + 1 if counts[depth] else _start(level)
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if _value(level, "numFmt") == "bullet":
            return "-"
        return re.sub(r"%(\d)", lambda found: self._shown(of, int(found[1]) - 1), _value(level, "lvlText")).strip()

    def _shown(self, of: str, depth: int) -> str:
        level, number = self._levels[of].get(depth), self._counts[of][depth] if depth < _LEVELS else 0
        form = _value(level, "numFmt") if level is not None else ""
        if form in ("lowerLetter", "upperLetter") and 0 < number <= 26:
            letter = chr(ord("a") + number - 1)
            return letter if form == "lowerLetter" else letter.upper()
        if form in ("lowerRoman", "upperRoman") and 0 < number < 40:
            roman = "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
            return roman if form == "lowerRoman" else roman.upper()
        return str(number)


def _place(paragraph: "Paragraph") -> tuple[str, int] | None:
    """The list and level of a paragraph, by itself or by its style."""
    properties = [paragraph._p.pPr]
    style: Any = paragraph.style
    while style is not None and len(properties) < 2 * _LEVELS:
        properties.append(style.element.find(f"{_W}pPr"))
        style = style.base_style
    for one in properties:
        told = one.find(f"{_W}numPr") if one is not None else None
        if told is not None:
            of, depth = told.find(f"{_W}numId"), told.find(f"{_W}ilvl")
            number = of.get(f"{_W}val") if of is not None else "0"
            level = int(depth.get(f"{_W}val", "0")) if depth is not None else 0
            return None if number == "0" else (number, level)
    return None


def _start(level: Any) -> int:
    told = _value(level, "start")
    return int(told) if told.isdigit() else 1


def _value(level: Any, name: str) -> str:
    found = level.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""
