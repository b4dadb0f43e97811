"""`onrecord check`: a draft beside the record, claim by claim."""

import json
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.building import reading
from onrecord.cli.options import (
    DEFAULT_STORE,
    AsOfOption,
    DomainOption,
    ModelOption,
    OntologyOption,
    StoreOption,
    in_force,
    record,
)
from onrecord.cli.terminal import messages, one_line, output, print_table
from onrecord.errors import InputError
from onrecord.settings import DEFAULT_READING

if TYPE_CHECKING:  # loading what reads takes longer than many commands do
    from onrecord.check.findings import Report
    from onrecord.sources.article import Article

_COLUMNS = ("at", "matter", "in the draft", "verdict", "why", "source")
_WIDEST = 60  # characters of the draft's words in a table


class CheckFormat(StrEnum):
    """How `check` prints what it found."""

    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


def check(
    draft: Annotated[
        str, typer.Argument(metavar="DRAFT", help="A file of any kind that `build` reads, or - for standard input.")
    ],
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[
        CheckFormat,
        typer.Option("--format", help="A table; JSON; SARIF 2.1.0 for editors; or a page with the draft marked."),
    ] = CheckFormat.TABLE,
    day: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="The day on which the draft is to appear, where it gives none: what 'on Monday' depends on.",
        ),
    ] = None,
    model: ModelOption = DEFAULT_READING.model,
    ontology: OntologyOption = None,
    domain: DomainOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Set each figure, quote, position and act of a draft beside the record; the draft goes nowhere.

    Says what is on record, never that something is so. Exit code 1 where the record contradicts the draft, or has a
    quote in other words.
    """
    from onrecord.build.in_force import bring_into_force
    from onrecord.check.check import check as checked
    from onrecord.sources.dating import dated

    how = reading(model, ontology, in_force(domain))
    bring_into_force(how)
    reader = record(store, as_of)
    found = checked(dated(_article(draft), day.date() if day else None), reader, how)
    with output():
        _print(found, form)
    _summarize(found)
    if found.refuses:
        raise typer.Exit(1)


def _article(given: str) -> "Article":
    """The draft, which is one article.

    Raises:
        InputError: it cannot be read, or holds several.
    """
    from onrecord.sources import language
    from onrecord.sources.article import Article
    from onrecord.sources.reading import STANDARD_INPUT, read

    if given != STANDARD_INPUT and Path(given).is_dir():
        raise InputError(f"{given}: a folder: give one draft")
    found = [one.item for one in read([given])]
    articles = [item for item in found if isinstance(item, Article)]
    if not articles:
        raise InputError("; ".join(map(str, found)) or f"{given}: holds no text")
    if len(articles) > 1:
        raise InputError(f"{given}: holds {len(articles)} articles: give one draft")
    if language.is_foreign(articles[0].language):
        raise InputError(f"{given}: in {language.name(articles[0].language)}, and English is read")
    return articles[0]


def _print(found: "Report", form: CheckFormat) -> None:
    from onrecord.check.annotated import page
    from onrecord.check.document import document
    from onrecord.check.sarif import sarif

    if form is CheckFormat.TABLE:
        print_table(_COLUMNS, _rows(found), counted=False)
    elif form is CheckFormat.HTML:
        typer.echo(page(found), nl=False)
    else:
        content = document(found) if form is CheckFormat.JSON else sarif(found)
        typer.echo(json.dumps(content, ensure_ascii=False, indent=1))


def _rows(found: "Report") -> Iterator[tuple[str, ...]]:
    for one in found.findings:
        line = found.text.count("\n", 0, one.words.start) + 1
        for number, remark in enumerate(one.remarks):
            told = (f"{line}", one.matter.value, one_line(one.words.exact)[:_WIDEST]) if number == 0 else ("", "", "")
            yield *told, remark.verdict.label, one_line(remark.why), remark.sources[0].name if remark.sources else ""


def _summarize(found: "Report") -> None:
    from onrecord.check.document import counts

    told = ", ".join(f"{number} {label}" for label, number in counts(found).items())
    messages.print(f"{len(found.findings)} claims: {told}" if told else "no claims found", markup=False)
