"""A web page, read: the article's text with its structure, and what the page says of its publication."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import trafilatura

from onrecord.document import Block
from onrecord.sources.article import Dating
from onrecord.sources.html import entries, furniture, head, notes, stated_days
from onrecord.sources.html.days import read_value
from onrecord.sources.html.elements import STRUCK, UNSEEN, Element, shown
from onrecord.sources.html.encoding import decode
from onrecord.sources.html.json_ld import Description, addresses_of, descriptions, main_article
from onrecord.sources.html.publication import Statement, decide
from onrecord.sources.html.rendering import Rendered, Renderer
from onrecord.sources.html.selection import Selection, select
from onrecord.sources.html.surroundings import Surroundings
from onrecord.sources.language import detect

_FAR = 2  # times as long


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds of its article; '' for what it does not say."""

    text: str
    headline: str = ""
    published: str = ""  # ISO day
    published_from: Dating | None = None
    url: str = ""
    publisher: str = ""
    byline: str = ""
    language: str = ""  # as the page states it
    blocks: tuple[Block, ...] = ()


def read_html(data: bytes, address: str = "") -> Page:
    """The article of a page; with an empty text where there is none. Where it was found may be known from elsewhere."""
    tree = trafilatura.load_html(decode(data))
    if tree is None:
        return Page("")
    nodes = descriptions(tree)
    known = [*filter(None, [address]), *head.addresses(tree, data)]
    described = main_article(nodes, known, head.titles(tree))
    publisher = head.publisher(tree, described, nodes)
    page = Page(
        text="",
        headline=head.headline(tree, described, publisher),
        url=next(iter(known), ""),
        publisher=publisher,
        byline=head.byline(tree, described, nodes),
        language=str(tree.get("lang") or ""),
    )
    in_meta, changed = stated_days.in_meta(tree), stated_days.of_change(tree)
    article, marked = _article(tree)
    title = next((element for element in tree.iter("h1", "h2") if shown(element) == page.headline), None)
    if title is not None:
        article.keep(title)
    rendered = _or_described(Renderer(article, marked, entries.find(tree, article, nodes)).render(tree), described)
    around = Surroundings(tree, article, title, _day_first(page.language or detect(rendered.text)))
    days = _statements(described, in_meta, around, [*known, *addresses_of(described)])
    changed += filter(None, [read_value(str(described.get("dateModified") or ""))])
    dated = decide(days, [written.day for written in changed])
    if dated is not None:
        page = replace(page, published=dated.day.isoformat(), published_from=dated.source)
    return replace(page, text=rendered.text, blocks=rendered.blocks)


def _or_described(rendered: Rendered, described: Description) -> Rendered:
    """What was found, or the text that the page gives in its description, where that is far longer."""
    given = described.get("articleBody")
    lines = [" ".join(line.split()) for line in given.splitlines()] if isinstance(given, str) else []
    text = "\n\n".join(filter(None, lines))
    return rendered if len(text) < _FAR * len(rendered.text) or "<" in text else Rendered(text, ())


def _article(tree: Element) -> tuple[Selection, notes.Notes]:
    """The article's text in a page, which loses what is not seen, and the article's notes."""
    for element in list(tree.iter(*UNSEEN, *STRUCK)):
        furniture.drop(element)
    marked = notes.find(tree)
    return select(tree, marked.notes), marked


def _day_first(language: str) -> bool | None:
    """Whether a language writes the day before the month in numbers; English does both, by country."""
    plain = language.lower().replace("_", "-")
    if plain in ("", "en") or plain.startswith("en-ca"):
        return None
    return not plain.startswith(("en-us", "en-ph"))


def _statements(
    described: Description, in_meta: Sequence[Sequence[Statement]], around: Surroundings, addresses: Sequence[str]
) -> list[Statement]:
    """All that is stated of the day of publication, in order of trust."""
    day = read_value(str(described.get("datePublished") or ""))
    in_json = [Statement(Dating.JSON_LD, day)] if day is not None else []
    marked = list(around.marked())
    return [
        *in_json,
        *(one for is_labelled, one in marked if is_labelled),
        *in_meta[0],
        *(one for is_labelled, one in marked if not is_labelled),
        *around.datelines(),
        *in_meta[1],
        *stated_days.in_addresses(addresses),
    ]
