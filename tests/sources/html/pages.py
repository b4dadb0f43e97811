"""Pages for tests, as short as an article can be."""

from onrecord.document import Block, BlockKind
from onrecord.sources.html import Page, read_html

FIRST = "<p>Eleven children came home to Ukraine on Wednesday, their families said in Kyiv, where they live now.</p>"
LAST = "<p>The ministry said on Monday that it would look for the others, and that it had asked the court for help.</p>"


def page(body: str, head: str = "", attributes: str = 'lang="en"') -> Page:
    """The page of an article with this body, between two paragraphs."""
    article = f"<article><h1>Children come home</h1>{FIRST}{body}{LAST}</article>"
    return read_html(f"<html {attributes}><head>{head}</head><body>{article}</body></html>".encode())


def middle(read: Page) -> str:
    """What stands between the two paragraphs."""
    return read.text.partition("live now.")[2].partition("The ministry said on Monday")[0].strip()


def of_kind(read: Page, kind: BlockKind) -> list[Block]:
    """The blocks of a kind, in order."""
    return [block for block in read.blocks if block.kind is kind]


def words(read: Page, block: Block) -> str:
    """The text of a block."""
    return read.text[block.start : block.end]


def told(read: Page, kind: BlockKind) -> list[tuple[str, str]]:
    """The labels and the text of the blocks of a kind."""
    return [(block.label, words(read, block)) for block in of_kind(read, kind)]
