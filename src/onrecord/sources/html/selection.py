"""Which text of a page is the article's: trafilatura tells, and the page's own tree keeps its structure.

Each node of text gets a mark of its own, a character of private use; the marks that come through trafilatura tell what
it takes for the article. So the tree is asked what a text is (a cell, a note), which trafilatura's result does not say.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from copy import deepcopy

import trafilatura

from onrecord.sources.html import furniture
from onrecord.sources.html.elements import HEADINGS, LISTS, PARAGRAPHS, Element, Side, letters, link_share, shown, texts
from onrecord.sources.html.tables import is_data

_FIRST = 0xF0000  # of the planes of private use
_MARKS = re.compile("[\U000f0000-\U0010ffff]")
_MOST_LINKED = 0.5  # of a paragraph's text; above it is a list of links
_ELSEWHERE = re.compile(r"(?:see|read|more|related|also|follow|watch|our)\b", re.IGNORECASE)  # leads to other stories
_SHORTEST_LEAD = 30  # characters
_SHORTEST = 60  # letters of a paragraph that goes with others like it


class Selection:
    """The nodes of text that are the article's."""

    def __init__(self, tree: Element, kept: Iterable[tuple[Element, Side]]) -> None:
        """Of a page, in which these nodes are known to be the article's."""
        self._elements = list(tree.iter())  # held, so that they keep their identity
        self._kept = set(kept)
        self._holding = set[Element]()
        for element, side in self._kept:
            self._hold(element if side == "text" else element.getparent())

    def keep(self, root: Element) -> None:
        """Count everything in an element in."""
        for element, side in texts(root):
            self._kept.add((element, side))
            self._hold(element if side == "text" else element.getparent())

    def leave(self, root: Element) -> None:
        """Count everything in an element out, as what stands beside the article."""
        self._kept.difference_update(texts(root))

    def keeps(self, root: Element) -> bool:
        """Whether something in an element is the article's."""
        return root in self._holding

    def keeps_text(self, element: Element, side: Side) -> bool:
        """Whether a node of text is the article's."""
        return (element, side) in self._kept

    def _hold(self, element: Element | None) -> None:
        while element is not None and element not in self._holding:
            self._holding.add(element)
            element = element.getparent()


def select(tree: Element, notes: Iterable[Element] = ()) -> Selection:
    """The article's text in a page; paragraphs, lists and tables are taken whole, and its notes with them."""
    boxes = furniture.boxes(tree)
    found = Selection(tree, _kept(tree, set(boxes)))
    boxed = {inside for box in boxes for inside in box.iter()}
    for whole in list(_whole(tree, found)):
        if whole not in boxed:
            found.keep(whole)
    if found.keeps(tree):
        for note in notes:
            found.keep(note)
    return found


def _kept(tree: Element, boxes: Collection[Element]) -> Iterator[tuple[Element, Side]]:
    """The nodes of text that trafilatura takes for the article's, once the boxes are out of the page."""
    marked: dict[str, tuple[Element, Side]] = {}
    for number, (element, side) in enumerate(list(texts(tree))):
        text = _MARKS.sub("", getattr(element, side))
        indent = len(text) - len(text.lstrip())
        mark = chr(_FIRST + number)
        setattr(element, side, text[:indent] + mark + text[indent:])
        marked[mark] = element, side
    bare = deepcopy(tree)
    for element, side in marked.values():
        setattr(element, side, _MARKS.sub("", getattr(element, side)))
    for cell in bare.iter("td", "th"):  # spans are nothing to trafilatura but work, without bounds
        cell.attrib.clear()
    for box in [twin for element, twin in zip(tree.iter(), bare.iter(), strict=True) if element in boxes]:
        furniture.drop(box)
    found = trafilatura.bare_extraction(
        bare, include_comments=False, favor_precision=True, output_format="xml", with_metadata=False
    )
    body = getattr(found, "body", None)
    text = "".join(body.itertext()) if body is not None else ""
    return (marked[mark] for mark in _MARKS.findall(text) if mark in marked)


def _whole(tree: Element, found: Selection) -> Iterator[Element]:
    """The elements of which all belongs to the article, since a part does, or all around them."""
    like, spread = _bodies(tree, found), _Spread(tree, found)
    for element in tree.iter("table", *LISTS, *PARAGRAPHS):
        if found.keeps(element):
            if _goes_whole(element, found):
                yield element
        elif ((spread.surrounds(element) or _like(element, like)) and _is_prose(element)) or _is_led_to(element, found):
            yield element


class _Spread:
    """Where in each element the article's text begins and ends."""

    def __init__(self, tree: Element, found: Selection) -> None:
        self._places = {element: place for place, element in enumerate(tree.iter())}
        self._spread: dict[Element, tuple[int, int]] = {}
        for element, place in self._places.items():
            if found.keeps(element) and (parent := element.getparent()) is not None:
                self._spread[parent] = self._spread.get(parent, (place, 0))[0], place

    def surrounds(self, element: Element) -> bool:
        """Whether text of the article stands before and after an element, on the same level."""
        start, end = self._spread.get(element.getparent(), (0, 0))
        return start < self._places[element] < end


def _goes_whole(element: Element, found: Selection) -> bool:
    if element.tag in LISTS:
        items = element.findall("li")
        return 2 * sum(map(found.keeps, items)) >= len(items) > 0 and link_share(element) <= _MOST_LINKED
    return element.tag in ("p", *HEADINGS) or (element.tag == "table" and is_data(element))


def _is_led_to(element: Element, found: Selection) -> bool:
    """Whether the article leads to a list or table, which may be of links: 'Sanctions are imposed on 24 people:'."""
    before = element.getprevious()
    if element.tag not in LISTS | {"table"} or before is None or not found.keeps(before):
        return False
    led = shown(before)
    return led.endswith(":") and len(led) >= _SHORTEST_LEAD and not _ELSEWHERE.match(led)


def _is_prose(element: Element) -> bool:
    return letters(element) > 0 and link_share(element) <= _MOST_LINKED


def _bodies(tree: Element, found: Selection) -> set[tuple[str, str]]:
    """The kinds of containers, by tag and class, that hold the article's paragraphs: it may be cut into several."""
    held: dict[tuple[str, str], int] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        if found.keeps(paragraph) and parent is not None and parent.get("class"):
            held[parent.tag, parent.get("class")] = held.get((parent.tag, parent.get("class")), 0) + 1
    return {kind for kind, paragraphs in held.items() if paragraphs > 1}


def _like(element: Element, bodies: set[tuple[str, str]]) -> bool:
    parent = element.getparent()
    return (
        element.tag == "p"
        and parent is not None
        and (parent.tag, parent.get("class") or "") in bodies
        and letters(element) >= _SHORTEST
    )
