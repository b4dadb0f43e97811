"""What a page says of its article beside the text: headline, addresses, publisher, byline and language."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from onrecord.sources.html.days import dates_in
from onrecord.sources.html.elements import Element, first, shown
from onrecord.sources.html.json_ld import Description, are_alike, headline_of, text_of, words_of

_BY = re.compile(r"^(?:written |story |posted |text )?by:?\s+", re.IGNORECASE)
_AUTHORS = (
    "//*[@rel='author' or contains(@itemprop, 'author')][not(self::link or self::meta)]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]",
    "//meta[@name='author' or @property='author' or @name='byl' or @name='parsely-author' or @name='sailthru.author' "
    "or @name='dc.creator' or @name='DC.creator' or @name='dcterms.creator']/@content",
)
_HEADS = ("//article//h1", "//main//h1", "//h1")
_AFTER_NAME = re.compile(r"\s*[|•]|\s@\w|\s(?:updated|published|posted)\b", re.IGNORECASE)
_MOST_TITLES = 20
_LONGEST = 120  # characters of a byline
_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d+\)(\S+) -->")  # as browsers write it above a page they save


def titles(tree: Element) -> list[str]:
    """All the titles that the markup gives the page."""
    paths = (
        "//h1",
        "//meta[@property='og:title' or @name='twitter:title' or @property='twitter:title']/@content",
        "//title",
    )
    found = (node if isinstance(node, str) else shown(node) for path in paths for node in tree.xpath(path))
    return [" ".join(title.split()) for title in islice(found, _MOST_TITLES) if title.strip()]


def headline(tree: Element, described: Description, publisher: str) -> str:
    """The headline of the article: as readers see it, unless all they see is the publisher's name."""
    given = [headline_of(described), first(tree, "//meta[@property='og:title']/@content")]
    heads = list(dict.fromkeys(shown(head) for path in _HEADS for head in tree.xpath(path)))
    own = [head for head in heads if words_of(head) and not words_of(head) <= words_of(publisher)]
    alike = (head for head in own if any(are_alike(head, title) for title in given))
    return next(alike, "") or next(iter([*own, *filter(None, given), *heads]), "") or first(tree, "//title")


def addresses(tree: Element, data: bytes) -> list[str]:
    """The addresses that a page gives itself, the canonical one first."""
    saved = _SAVED_FROM.search(data[:5000])
    paths = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
    found = [str(address).strip() for path in paths for address in tree.xpath(path)]
    return list(dict.fromkeys(filter(None, [*found, saved[1].decode("ascii", "replace") if saved else ""])))


def publisher(tree: Element, described: Description, others: Sequence[Description]) -> str:
    """Who published the article."""
    organizations = (node for node in others if node.get("@type") in ("NewsMediaOrganization", "WebSite"))
    names = [text_of(described.get("publisher")), _referred(described.get("publisher"), others)]
    meta = first(
        tree,
        "//meta[@property='og:site_name']/@content",
        "//meta[@name='application-name' or @name='dc.publisher' or @name='DC.publisher' or @name='cre']/@content",
    )
    stated = [*names, meta, *(text_of(node) for node in organizations)]
    return next((name.lstrip("@") for name in stated if name and "://" not in name), "")


def _referred(value: Any, nodes: Sequence[Description]) -> str:
    """The name of a node that is referred to by its `@id`."""
    name = value.get("@id") if isinstance(value, dict) else None
    return next((text_of(node) for node in nodes if name and node.get("@id") == name), "")


def byline(tree: Element, described: Description, others: Sequence[Description]) -> str:
    """Who wrote the article, as it is printed; several are joined by commas."""
    given = described.get("author")
    names = [
        _BY.sub("", text_of(one) or _referred(one, others)) for one in (given if isinstance(given, list) else [given])
    ]
    return ", ".join(dict.fromkeys(filter(_is_name, names))) or next(_authors(tree), "")


def _authors(tree: Element) -> Iterator[str]:
    for path in _AUTHORS:
        for node in tree.xpath(path):
            line = " ".join((node if isinstance(node, str) else shown(node)).split())
            name = _BY.sub("", line[: next((date.start for date in dates_in(line)), None)])
            name = _AFTER_NAME.split(name, maxsplit=1)[0].strip(" ,;·–—-")
            if _is_name(name):
                yield name


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST and "://" not in text and not text.startswith("@")
