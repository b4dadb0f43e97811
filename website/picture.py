"""The ontology as a picture: its classes as boxes, and the properties between them as arrows.

Where a box stands is said here; which properties it holds and what they are called is checked against the ontology by
`tests/website/test_picture.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

_WIDE, _LINE, _HEAD = 190, 16, 26  # of a box, a line in it, and its title


@dataclass(frozen=True, slots=True)
class Box:
    """A class with some of its properties."""

    name: str
    left: int
    top: int
    holds: tuple[str, ...] = ()

    @property
    def high(self) -> int:
        """The height of the box."""
        return _HEAD + _LINE * len(self.holds) + (8 if self.holds else 0)

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return self.left + _WIDE / 2, self.top + self.high / 2


BOXES = (
    Box("Article", 20, 40, ("source", "sha256", "publishedFrom", "retrieved")),
    Box("Evidence", 20, 270, ("start", "end", "exact", "sentence", "rule", "form")),
    Box("Figure", 300, 20, ("value", "upper", "hedge", "counted", "population", "action", "scope", "asOf")),
    Box("Statement", 300, 230, ("speechForm", "date")),
    Box("Act", 300, 330, ("actType", "standing", "date", "subject", "number")),
    Box("Position", 300, 480, ("role",)),
    Box("Accusation", 300, 570, ("allegation",)),
    Box("Event", 580, 20, ("eventKind", "date")),
    Box("Entity", 580, 200, ()),
    Box("Identity", 840, 200),
    Box("Person", 840, 300),
    Box("Organization", 840, 350),
    Box("Court", 840, 400),
    Box("Place", 840, 450),
)
ARROWS = (  # from, to, the property
    ("Evidence", "Article", "hasSource"),
    ("Figure", "Evidence", "evidence"),
    ("Statement", "Evidence", "evidence"),
    ("Act", "Evidence", "evidence"),
    ("Position", "Evidence", "evidence"),
    ("Accusation", "Evidence", "evidence"),
    ("Figure", "Event", "event"),
    ("Figure", "Entity", "reportedBy"),
    ("Statement", "Entity", "speaker"),
    ("Act", "Entity", "by"),
    ("Accusation", "Entity", "accused"),
    ("Entity", "Identity", "identity"),
)
KINDS = ("Person", "Organization", "Court", "Place")  # kinds of entities


def picture() -> str:
    """The picture as SVG."""
    boxes = {box.name: box for box in BOXES}
    lines = [line for start, end, name in ARROWS for line in _arrow(boxes[start], boxes[end], name)]
    lines += [line for name in KINDS for line in _arrow(boxes[name], boxes["Entity"], "")]
    drawn = [line for box in BOXES for line in _box(box)]
    return "\n".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1050 640" font-family="sans-serif" font-size="12">',
            "<title>The classes of the onrecord ontology, and the properties between them</title>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
            '<path d="M0 0 8 4 0 8z" fill="#666"/></marker></defs>',
            '<rect width="1050" height="640" fill="#fff"/>',
            *lines,
            *drawn,
            "</svg>\n",
        )
    )


def _box(box: Box) -> Iterator[str]:
    place = f'x="{box.left}" y="{box.top}" width="{_WIDE}" height="{box.high}"'
    yield f'<rect {place} rx="4" fill="#f4f6f9" stroke="#33475b"/>'
    yield f'<text x="{box.left + 10}" y="{box.top + 18}" font-weight="bold" fill="#111">{escape(box.name)}</text>'
    for number, name in enumerate(box.holds):
        down = box.top + _HEAD + _LINE * (number + 1) - 4
        yield f'<text x="{box.left + 10}" y="{down}" fill="#333">{escape(name)}</text>'


def _arrow(start: Box, end: Box, name: str) -> Iterator[str]:
    (x1, y1), (x2, y2) = _edge(start, end), _edge(end, start)
    dashes = "" if name else ' stroke-dasharray="4 3"'
    yield (
        f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="#666"{dashes} marker-end="url(#tip)"/>'
    )
    if name:
        yield (
            f'<text x="{(x1 + x2) / 2:.0f}" y="{(y1 + y2) / 2 - 4:.0f}" text-anchor="middle" fill="#444" '
            f'stroke="#fff" stroke-width="4" paint-order="stroke">{escape(name)}</text>'
        )


def _edge(of: Box, towards: Box) -> tuple[float, float]:
    """The point on the side of a box that faces another."""
    if towards.left == of.left:
        return of.middle[0], of.top + (of.high if towards.top > of.top else 0)
    right = towards.left > of.left
    return (of.left + _WIDE if right else of.left), of.middle[1]
