"""`onrecord look`: what would be read of files, with its structure, before anything is built."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.terminal import answers, messages, output


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
    from onrecord.cli.outline import lines, value
    from onrecord.sources.article import Article
    from onrecord.sources.reading import read  # whose libraries for documents other commands need not load
    from onrecord.sources.refusal import Refusal

    found = [given.item for given in read(inputs)]
    with output():
        if text_alone:
            typer.echo("\n\n".join(item.text for item in found if isinstance(item, Article)))
        elif form is LookFormat.JSON:
            typer.echo(json.dumps([value(item) for item in found], ensure_ascii=False, indent=1))
        else:
            for number, item in enumerate(found):
                if isinstance(item, Article):
                    answers.print("\n" * bool(number) + "\n".join(lines(item)), markup=False)
    for item in found:
        if not isinstance(item, Article):
            messages.print(f"{'refused' if isinstance(item, Refusal) else 'passed over'}: {item}", markup=False)
    refused = sum(isinstance(item, Refusal) for item in found)
    if refused:
        raise typer.Exit(1 if any(isinstance(item, Article) for item in found) else 2)
