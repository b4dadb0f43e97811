"""The article in a web page, and what the page states about it: never a guess."""

from pathlib import Path

import pytest

from onrecord.sources.html import Page, read_html

BODY = "<p>Eleven children came home to Ukraine on Wednesday, their families said in Kyiv.</p>"


def page(head: str = "", body: str = BODY, attributes: str = "") -> Page:
    return read_html(f"<html {attributes}><head>{head}</head><body><article>{body}</article></body></html>".encode())


def json_ld(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (json_ld('{"@type": "NewsArticle", "datePublished": "2024-01-25"}'), "", "2024-01-25"),
        (json_ld('{"@type": ["Thing", "Article"], "datePublished": "2024-01-25T23:30:00-05:00"}'), "", "2024-01-25"),
        (
            json_ld('{"@graph": [{"@type": "WebSite"}, {"@type": "Article", "datePublished": "2024-01-25"}]}'),
            "",
            "2024-01-25",
        ),
        (json_ld('[{"@type": "NewsArticle", "datePublished": "2024-01-25"}]'), "", "2024-01-25"),
        ('<meta property="article:published_time" content="2024-01-25T01:00:00+02:00">', "", "2024-01-25"),
        ("", '<time datetime="2024-01-25">yesterday</time>', "2024-01-25"),
        (json_ld("{broken"), '<time datetime="2024-01-25">yesterday</time>', "2024-01-25"),
        (json_ld('{"@type": "Article", "datePublished": ["?"]}'), '<time datetime="2024-01-25"></time>', "2024-01-25"),
        (json_ld("[" * 5000), "", ""),
        (json_ld('{"@type": "Event", "datePublished": "2024-01-25"}'), "", ""),
        ("", "<p>Published on 25 January 2024</p>", "2024-01-25"),
        ("", '<time datetime="soon">soon</time>', ""),
    ],
)
def test_the_day_is_the_one_that_the_markup_states(head: str, body: str, published: str) -> None:
    assert page(head, body + BODY).published == published


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (json_ld('{"@type": "Article", "publisher": {"name": "Example Wire"}}'), "Example Wire"),
        (json_ld('{"@type": "Article", "publisher": "Example Wire"}'), "Example Wire"),
        ('<meta property="og:site_name" content="Example Wire">', "Example Wire"),
        (json_ld('{"@type": "Article", "publisher": [1]}'), ""),
        ("", ""),
    ],
)
def test_the_publisher_is_the_one_that_the_markup_states(head: str, publisher: str) -> None:
    assert page(head).publisher == publisher


def test_headline_address_and_language() -> None:
    head = '<link rel="canonical" href="https://example.org/1"><title>Home | Example Wire</title>'
    found = page(head, "<h1>Eleven  children\n come home</h1>" + BODY, 'lang="uk"')
    assert (found.headline, found.url, found.language) == ("Eleven children come home", "https://example.org/1", "uk")


def test_the_text_is_the_article_without_the_page_around_it() -> None:
    text = read_html((Path(__file__).parents[2] / "articles" / "assembly.html").read_bytes()).text
    assert "adopted a resolution on the missing children" in text
    assert "The Assembly called on Belarus" in text
    for furniture in ("newsletter", "Copyright", "News\n"):
        assert furniture not in text


@pytest.mark.parametrize("data", [b"", b" ", b"\x00\xff\x01", b"<html></html>", b"<p>", b"plain words"])
def test_a_page_without_an_article_has_no_text_and_does_not_raise(data: bytes) -> None:
    assert isinstance(read_html(data).text, str)
    assert len(read_html(data).text) < 20


@pytest.mark.parametrize("name", ["ad", "banner wide", "promo-box", "newsletter-signup", "read-more"])
def test_a_box_among_the_paragraphs_is_no_part_of_the_article(name: str) -> None:
    box = f'<div class="{name}"><p>Fly home from 299 euros and read 12 more offers.</p></div>'
    text = page("", BODY + box + BODY).text
    assert "299 euros" not in text


def test_a_list_of_links_that_the_article_leads_to_is_its_own() -> None:
    names = '<ul><li><a href="/1">Ivo Rak</a></li><li><a href="/2">Lena Orr</a></li></ul>'
    lead = "<p>The Foreign Office today imposed sanctions on two people:</p>"
    assert "- Ivo Rak\n- Lena Orr" in page("", BODY + lead + names + BODY).text
    assert "Ivo Rak" not in page("", BODY + "<p>Read more on our pages about these people:</p>" + names + BODY).text


def test_a_text_that_only_the_description_holds_is_the_article() -> None:
    body = "Eleven children came home. " * 20
    head = json_ld(f'{{"@type": "NewsArticle", "articleBody": "{body}\\n\\nThey met."}}')
    assert page(head, "<p>Please switch on JavaScript to read on.</p>").text.endswith("home.\n\nThey met.")
    assert page(head, f"<p>{body}</p>" * 3).text.count("came home") == 60


@pytest.mark.parametrize("name", ["lead", "address", "loaded", "moreover"])
def test_a_class_that_only_holds_the_name_of_a_box_is_none(name: str) -> None:
    text = page("", BODY + f'<p class="{name}">The ministry counted 299 children on Monday.</p>' + BODY).text
    assert "299 children" in text
