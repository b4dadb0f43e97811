"""HTML elements by what they are on the page, and what is commonly asked of them."""

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from lxml import etree

Element: TypeAlias = Any  # an lxml.html.HtmlElement, which lxml gives no types for
Side = Literal["text", "tail"]

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
PARAGRAPHS = frozenset(("p", "pre", "blockquote", "dd", "dt", "li", "figcaption", "caption", *HEADINGS))
LISTS = frozenset(("ul", "ol", "dl", "menu"))
_CONTAINERS = """address article aside body center details dialog div fieldset figure footer form header hgroup hr html
    main nav section summary table tbody td tfoot th thead tr"""
BLOCKS = PARAGRAPHS | LISTS | frozenset(_CONTAINERS.split())
UNSEEN = frozenset(
    """audio button canvas datalist embed head iframe input math noscript object option script select style svg template
    textarea title video""".split()
)
STRUCK = frozenset(("del", "s", "strike"))  # what the page takes back


def texts(root: Element) -> Iterator[tuple[Element, Side]]:
    """The nodes of text in an element that hold more than white space, in the order of the text."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in UNSEEN:
            walk.skip_subtree()
        elif event == "start" and _says(element.text):
            yield element, "text"
        elif event == "end" and element is not root and _says(element.tail):
            yield element, "tail"


def _says(text: str | None) -> bool:
    return text is not None and not text.isspace() and text != ""


def shown(root: Element) -> str:
    """The text of an element in one line, without scripts and the like."""
    pieces = (getattr(element, side) for element, side in texts(root))
    return " ".join(" ".join(pieces).split())


def before(element: Element, reach: int) -> str:
    """The last characters of the text that stands before an element in its parent, as it is written."""
    text = ""
    for passed, sibling in enumerate(element.itersiblings(preceding=True)):
        if len(text) > reach or passed > reach:
            return text[-reach:]
        text = "".join(getattr(node, side) for node, side in texts(sibling)) + (sibling.tail or "") + text
    parent = element.getparent()
    return ((parent.text or "") + text)[-reach:] if parent is not None else ""


def letters(root: Element) -> int:
    """How long the text of an element is, white space left out."""
    return sum(len("".join(getattr(element, side).split())) for element, side in texts(root))


def link_share(root: Element) -> float:
    """The share of an element's text that is the text of links."""
    whole = letters(root)
    return sum(map(letters, root.iter("a"))) / whole if whole else 0.0


def first(root: Element, *paths: str) -> str:
    """The text, in one line, of the first node with text that one of the XPaths finds; '' without one."""
    for path in paths:
        for node in root.xpath(path):
            value = " ".join((node if isinstance(node, str) else shown(node)).split())
            if value:
                return value
    return ""
