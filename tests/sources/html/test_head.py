"""Who published an article, and who wrote it."""

import pytest
from pages import FIRST, page

from onrecord.sources.html import read_html


def json_ld(content: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {content}}}</script>'


@pytest.mark.parametrize(
    ("head", "above", "byline"),
    [
        (json_ld('"author": {"name": "Lena Orr"}'), "", "Lena Orr"),
        (json_ld('"author": [{"name": "Lena Orr"}, {"name": "Ivo Rak"}]'), "", "Lena Orr, Ivo Rak"),
        (json_ld('"author": "Lena Orr"'), '<p class="byline">By Ivo Rak</p>', "Lena Orr"),
        ("", '<p class="byline">By Ivo Rak</p>', "Ivo Rak"),
        ("", '<a rel="author" href="/rak">Ivo Rak</a>', "Ivo Rak"),
        ("", '<p class="byline">By Ivo Rak | 12 May 2019</p>', "Ivo Rak"),
        ("", '<p class="byline">Ivo Rak @rak May 12, 2019 at 6:46 pm</p>', "Ivo Rak"),
        ('<meta name="author" content="Ivo Rak">', "", "Ivo Rak"),
        ('<meta name="author" content="https://example.org/rak">', "", ""),
        (json_ld('"author": [3, {"name": ["x"]}]'), "", ""),
        ("", "", ""),
    ],
)
def test_the_byline(head: str, above: str, byline: str) -> None:
    assert page(above, head).byline == byline


OG = (
    '<meta property="og:title" content="Eleven children come home to Kyiv">'
    '<meta property="og:site_name" content="The Wire">'
)


def test_the_headline_is_the_one_that_readers_see() -> None:
    assert page("", OG).headline == "Children come home"


def test_the_name_of_the_publisher_is_no_headline() -> None:
    body = f"<h1>The Wire</h1><article>{FIRST * 3}</article>"
    assert read_html(f"<html><head>{OG}</head><body>{body}</body></html>".encode()).headline != "The Wire"


def test_a_publisher_may_be_described_elsewhere_on_the_page() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "publisher": {"@id": "#o"}},'
        '{"@type": "NewsMediaOrganization", "@id": "#o", "name": "Example Wire"}]}</script>'
    )
    assert page("", graph).publisher == "Example Wire"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            '<link rel="canonical" href="https://example.org/1"><meta property="og:url" content="x">',
            "https://example.org/1",
        ),
        ('<meta property="og:url" content="https://example.org/2">', "https://example.org/2"),
        ("<!-- saved from url=(0021)https://example.org/3 -->", "https://example.org/3"),
    ],
)
def test_the_address(head: str, url: str) -> None:
    assert page("", head).url == url
