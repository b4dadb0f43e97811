"""The article in a web page: its text without the page around it, and what the page says about it.

The text is trafilatura's; the day of publication is only ever what the page states in its markup (a `schema:` JSON-LD
article, `article:published_time`, or the article's first `<time>`), never a guess from its text.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import trafilatura
from lxml import html

# Boxes that sites set among an article's paragraphs, by the class names in common use. They are furniture.
_BOXES = (
    "promo",
    "newsletter",
    "subscribe",
    "read-also",
    "readmore",
    "related",
    "share",
    "advert",
    "cookie",
    "paywall",
)
_WHOLE_NAMES = ("ad", "ads", "banner", "sponsored", "donate", "signup", "sign-up", "more", "read-more", "tags")
_NO_BOX = "not(self::body or self::html or self::main or self::article)"  # what holds the article itself
_PRUNE = [
    *(f"//*[{_NO_BOX}][contains(@class, '{word}')]" for word in _BOXES),
    *(f"//*[{_NO_BOX}][contains(concat(' ', normalize-space(@class), ' '), ' {word} ')]" for word in _WHOLE_NAMES),
    "//*[@hidden]",
]
_ARTICLE_TYPES = ("NewsArticle", "Article", "ReportageNewsArticle", "PressRelease", "BlogPosting", "LiveBlogPosting")


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds of its article; '' for what it does not say."""

    text: str
    headline: str = ""
    published: str = ""  # ISO day
    url: str = ""
    publisher: str = ""
    language: str = ""


def read_html(data: bytes) -> Page:
    """The article of a page; with an empty text where there is none."""
    tree = trafilatura.load_html(data)
    if tree is None:
        return Page("")
    described = next(_described(tree), {})
    headline, published, publisher = _title(tree), _published(tree, described), _publisher(tree, described)
    url, language = _first(tree, "//link[@rel='canonical']/@href"), str(tree.get("lang") or "")
    found = trafilatura.extract(tree, include_comments=False, include_formatting=False, prune_xpath=_PRUNE)
    return Page(found or "", headline, published, url, publisher, language)


def _first(tree: html.HtmlElement, *paths: str) -> str:
    """The text of the first node that one of the XPaths finds, or ''."""
    for path in paths:
        for node in tree.xpath(path):
            value = " ".join(str(node if isinstance(node, str) else node.text_content()).split())
            if value:
                return value
    return ""


def _title(tree: html.HtmlElement) -> str:
    return _first(tree, "//article//h1", "//main//h1", "//h1", "//meta[@property='og:title']/@content", "//title")


def _published(tree: html.HtmlElement, described: Mapping[str, Any]) -> str:
    stated = (
        described.get("datePublished"),
        _first(tree, "//meta[@property='article:published_time']/@content"),
        _first(tree, "//article//time/@datetime", "//time/@datetime"),
    )
    return next((day for day in map(_day, stated) if day), "")


def _day(value: Any) -> str:
    """The day as it is written at the place of publication: the time zone neither shifts nor drops it."""
    try:
        return dt.datetime.fromisoformat(str(value or "").strip()).date().isoformat()
    except ValueError:
        return ""


def _publisher(tree: html.HtmlElement, described: Mapping[str, Any]) -> str:
    publisher = described.get("publisher")
    name = publisher.get("name") if isinstance(publisher, Mapping) else publisher
    return name if isinstance(name, str) else _first(tree, "//meta[@property='og:site_name']/@content")


def _described(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The schema.org articles that the page describes in JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            content = json.loads(script)
        except (ValueError, RecursionError):
            continue  # a broken description is no description; the markup's other statements still count
        for node in _nodes(content):
            kinds = node.get("@type")
            if any(k in _ARTICLE_TYPES for k in (kinds if isinstance(kinds, list) else [kinds])):
                yield node


def _nodes(content: Any) -> Iterable[Mapping[str, Any]]:
    if isinstance(content, list):
        for item in content:
            yield from _nodes(item)
    elif isinstance(content, Mapping):
        yield content
        yield from _nodes(content.get("@graph", []))
