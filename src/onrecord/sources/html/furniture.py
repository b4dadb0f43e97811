"""Furniture of the page: boxes that sites set among an article's paragraphs, told by the class names in common use."""

from onrecord.sources.html.elements import Element, letters

_PARTS = "promo newsletter subscribe read-also readmore related share advert cookie paywall".split()
_NAMES = "ad ads banner sponsored donate signup sign-up more read-more tags".split()
_BOXES = " or ".join(
    [f"contains(@class, '{part}')" for part in _PARTS]
    + [f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in _NAMES]
)
_NO_BOX = "not(self::body or self::html or self::main or self::article)"  # what holds the article itself
_PATH = f"//*[{_NO_BOX}][{_BOXES} or @hidden]"
_LARGEST = 1 / 3  # of the page's paragraphs: what holds more is the article, whatever its class says


def boxes(tree: Element) -> list[Element]:
    """The boxes of a page."""
    paragraphs = {paragraph: letters(paragraph) for paragraph in tree.iter("p")}
    most = _LARGEST * sum(paragraphs.values())
    return [
        box for box in tree.xpath(_PATH) if sum(paragraphs.get(paragraph, 0) for paragraph in box.iter("p")) <= most
    ]


def drop(element: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()
