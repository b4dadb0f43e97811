"""What a page says of its article in JSON-LD (schema.org), told apart from what it says of other stories."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.sources.html.elements import Element

Description = Mapping[str, Any]

_POSTS = ("BlogPosting", "LiveBlogPosting", "PressRelease", "SocialMediaPosting", "Report", "Review", "ClaimReview")
_ENVELOPE = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>|;)\s*\Z", re.DOTALL
)
_ADDRESS = re.compile(r"(?:https?:)?//(?:www\.|m\.|amp\.)?")
_SAME_WORDS, _FEWEST_WORDS = 0.6, 3  # that two headlines share which are one
_WORD = re.compile(r"\w+")


def descriptions(tree: Element) -> list[Description]:
    """The nodes of a page's JSON-LD, but for those that stand in lists of other stories."""
    return [
        node for script in tree.iter("script") if _is_json_ld(script) for node in _nodes(_loaded(script.text or ""))
    ]


def _is_json_ld(script: Element) -> bool:
    return (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"


def _loaded(text: str) -> Any:
    """The value of JSON; None of what is broken: other markup still counts."""
    try:
        return json.loads(_ENVELOPE.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(content: Any) -> Iterator[Description]:
    left = [content]
    while left:
        node = left.pop()
        if isinstance(node, list):
            left += reversed(node)
        elif isinstance(node, Mapping):
            yield node
            left += (node.get("mainEntity"), node.get("@graph"))


def main_article(nodes: Sequence[Description], addresses: Iterable[str], headlines: Iterable[str]) -> Description:
    """The description of the page's own article, by its address or headline; empty without one.

    An article that says neither is the page's if it is the only one described; without one, what says that it is the
    page itself.
    """
    articles = [node for node in nodes if is_article(node)]
    known = {_plain(address) for address in addresses}
    titles = [headline for headline in headlines if words_of(headline)]
    by_address = [node for node in articles if known.intersection(map(_plain, addresses_of(node)))]
    by_headline = [node for node in articles if any(are_alike(headline_of(node), title) for title in titles)]
    open_ones = [node for node in articles if not (words_of(headline_of(node)) and titles)]
    pages = [node for node in nodes if "WebPage" in kinds(node) and known.intersection(map(_plain, addresses_of(node)))]
    for fitting in (by_address, by_headline, open_ones if len(articles) == 1 else [], pages):
        if fitting:
            return next((node for node in fitting if node.get("datePublished")), fitting[0])
    return {}


def is_article(node: Description) -> bool:
    """Whether a node describes something to read."""
    return any(kind.endswith("Article") or kind in _POSTS for kind in kinds(node))


def kinds(node: Description) -> list[str]:
    """The types of a node."""
    given = node.get("@type")
    return [kind for kind in (given if isinstance(given, list) else [given]) if isinstance(kind, str)]


def text_of(value: Any) -> str:
    """A text, or the name of a thing, in one line; '' of what is neither."""
    if isinstance(value, Mapping):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) else ""


def headline_of(node: Description) -> str:
    """The headline of an article, or its name."""
    return text_of(node.get("headline")) or text_of(node.get("name"))


def addresses_of(node: Description) -> Iterator[str]:
    """The addresses by which a node says which page it is of."""
    for value in (node.get("url"), node.get("mainEntityOfPage"), node.get("@id")):
        address = value.get("@id") or value.get("url") if isinstance(value, Mapping) else value
        if isinstance(address, str):
            yield address


def _plain(address: str) -> str:
    """An address without what may differ between two of one page."""
    return _ADDRESS.sub("", address.strip()).partition("#")[0].partition("?")[0].rstrip("/").lower()


def words_of(headline: str) -> frozenset[str]:
    """The words of a headline."""
    return frozenset(_WORD.findall(html.unescape(headline).lower()))


def are_alike(one: str, other: str) -> bool:
    """Whether two headlines are one: the same words, or most of the shorter one's, as sites shorten them."""
    first, second = words_of(one), words_of(other)
    shared = len(first & second)
    return first == second != frozenset() or (
        shared >= _FEWEST_WORDS and shared >= _SAME_WORDS * min(len(first), len(second))
    )
