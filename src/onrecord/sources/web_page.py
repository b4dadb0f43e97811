"""Web pages as saved: `.html` and `.htm`."""

import re
from collections.abc import Iterable

from onrecord.sources.article import Article
from onrecord.sources.checks import checked
from onrecord.sources.html import read_html
from onrecord.sources.refusal import Refusal, UnreadableError

MAX_PAGE = 5_000_000  # bytes, pictures left out: larger pages take minutes to take apart, and none holds an article
_MOST_TAGS = 100_000  # a page of a newspaper has some thousands
_MOST_ATTRIBUTES = 2_000  # of one tag
_EMBEDDED = re.compile(rb"data:[\w/+.-]+;base64,[A-Za-z0-9+/=%]{1000,}")  # a picture or a font within the page


def read_web_page(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """The article of one page."""
    try:
        return [page_article(data, name)]
    except UnreadableError as error:
        return [Refusal(where, str(error))]


def page_article(data: bytes, name: str, address: str = "") -> Article:
    """The article of a page, which may be known to come from an address.

    Raises:
        UnreadableError: it has none.
    """
    page = read_html(_bounded(data), address)
    try:
        text = checked(page.text)
    except UnreadableError as error:
        raise UnreadableError(f"no article found in the page: {error}") from error
    known = (page.published, page.headline, page.url, page.publisher, page.language)
    return Article(name, text, *known, page.blocks, byline=page.byline, published_from=page.published_from)


def _bounded(data: bytes) -> bytes:
    """The page without the pictures in it, if it can be taken apart in a time that is worth it."""
    data = _EMBEDDED.sub(b"", data)
    if len(data) > MAX_PAGE:
        raise UnreadableError(f"{len(data):,} bytes are more than one page's {MAX_PAGE:,}: save its text alone")
    tags = data.split(b"<")
    if len(tags) > _MOST_TAGS:
        raise UnreadableError(f"has more than one page's {_MOST_TAGS:,} tags: save its text alone")
    if any(len(tag) > _MOST_ATTRIBUTES and tag.partition(b">")[0].count(b"=") > _MOST_ATTRIBUTES for tag in tags):
        raise UnreadableError(f"a tag has more than {_MOST_ATTRIBUTES:,} attributes: save the page's text alone")
    return data
