"""`onrecord look`: what would be read of files, with its structure, before anything is built."""

import json
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Annotated, Any

import typer

from onrecord.cli.terminal import answers, messages, one_line, output
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


class LookFormat(StrEnum):
    """How `look` prints what it found."""

    TEXT = "text"
    JSON = "json"


def look(
    inputs: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files or folders, or - for standard input.")],
    form: Annotated[LookFormat, typer.Option("--format", help="For people, or for programs.")] = LookFormat.TEXT,
    text_alone: Annotated[bool, typer.Option("--text", help="The text alone, as it would be stored.")] = False,
) -> None:
    """Show what would be read of files: title, day, text with its structure, and what is left out."""
    from onrecord.sources.reading import read  # whose libraries for documents other commands need not load

    found = [given.item for given in read(inputs)]
    with output():
        if text_alone:
            typer.echo("\n\n".join(item.text for item in found if isinstance(item, Article)))
        elif form is LookFormat.JSON:
            typer.echo(json.dumps([_value(item) for item in found], ensure_ascii=False, indent=1))
        else:
            for number, item in enumerate(found):
                if isinstance(item, Article):
                    answers.print("\n" * bool(number) + "\n".join(_lines(item)), markup=False)
    for item in found:
        if not isinstance(item, Article):
            messages.print(f"{'refused' if isinstance(item, Refusal) else 'passed over'}: {item}", markup=False)
    refused = sum(isinstance(item, Refusal) for item in found)
    if refused:
        raise typer.Exit(1 if any(isinstance(item, Article) for item in found) else 2)


def _value(item: Article | Refusal | Omission) -> dict[str, Any]:
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


def _lines(article: Article) -> Iterator[str]:
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
