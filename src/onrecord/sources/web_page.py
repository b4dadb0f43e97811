"""Web pages as saved: `.html` and `.htm`."""

from collections.abc import Iterable

from onrecord.sources.article import Article
from onrecord.sources.checks import checked
from onrecord.sources.html import read_html
from onrecord.sources.refusal import Refusal, UnreadableError

_MAX_PAGE = 5_000_000  # bytes: larger pages take minutes to take apart, and none holds an article


def read_web_page(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """The article of one page."""
    if len(data) > _MAX_PAGE:
        return [Refusal(where, f"{len(data):,} bytes are more than one page's {_MAX_PAGE:,}: save its text alone")]
    page = read_html(data)
    try:
        text = checked(page.text)
    except UnreadableError as error:
        return [Refusal(where, f"no article found in the page: {error}")]
    return [Article(name, text, page.published, page.headline, page.url, page.publisher, page.language)]
