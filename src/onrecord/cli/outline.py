"""An article as `onrecord look` shows it: for people, or in values of JSON."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from onrecord.cli.terminal import one_line
from onrecord.document import Block, BlockKind
from onrecord.document.plain import with_found
from onrecord.sources.article import Article
from onrecord.sources.omission import Omission
from onrecord.sources.refusal import Refusal

_MARGIN = 14  # columns
_TOLD = {  # the fields of an article, as they are called here, in order
    "headline": "title",
    "published": "published",
    "published_from": "day from",
    "publisher": "publisher",
    "byline": "byline",
    "url": "address",
    "retrieved": "captured",
    "language": "language",
}


def value(item: Article | Refusal | Omission) -> dict[str, Any]:
    """An item in values of JSON."""
    if isinstance(item, Refusal):
        return {"refused": item.where, "reason": item.reason}
    if isinstance(item, Omission):
        return {"passedOver": item.where, "what": item.what}
    told = {name: getattr(item, name) or "" for name in _TOLD}
    blocks = [_block(block) for block in with_found(item.text, item.blocks)]
    return {"source": item.source, **told, "text": item.text, "blocks": blocks, "left_out": list(item.left_out)}


def _block(block: Block) -> dict[str, Any]:
    """A block in values of JSON, without what it does not have."""
    told = {field.name: getattr(block, field.name) for field in fields(block)}
    return {name: value for name, value in told.items() if value or name == "start"}


def lines(article: Article) -> Iterator[str]:
    """An article for people: what is known of it, then its text with what each line is in the margin."""
    yield article.source
    for name, called in _TOLD.items():
        value = getattr(article, name) or ""
        if value or name in ("headline", "published"):
            yield f"  {called:10} {one_line(str(value)) or 'not told'}"
    yield f"  {'text':10} {len(article.text):,} characters"
    for what in article.left_out:
        yield f"  {'left out':10} {one_line(what)}"
    yield ""
    blocks, start = with_found(article.text, article.blocks), 0
    for line in article.text.split("\n"):
        end = start + len(line)
        begun = [block for block in blocks if start <= block.start <= end and block.start < block.end]
        yield f"{_margin(begun, line):>{_MARGIN}} │ {line}".rstrip()
        start = end + 1


def _margin(blocks: list[Block], line: str) -> str:
    """What the blocks that begin in a line make it."""
    told = list[str]()
    for block in blocks if line.strip() else ():
        if block.kind is BlockKind.CELL:
            name = "row"
        elif block.kind is BlockKind.REFERENCE:
            name = f"({block.label})"
        else:
            name = " ".join(filter(None, (block.kind.value, block.label or block.published)))
        if name not in told:
            told.append(name)
    return ", ".join(told)
