"""`onrecord publish`: the store as a release that others can read, cite and check."""

import re
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_STORE, AsOfOption, DomainOption, StoreOption, in_force, record
from onrecord.cli.terminal import answers, messages
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.publish.release import Creator

_ORCID = re.compile(r"\s*<?(?:https://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])>?\s*$")


class Redact(StrEnum):
    """What a release leaves out."""

    MINORS = "minors"


def publish(
    folder: Annotated[Path, typer.Argument(help="Folder of the release; one that holds a release is replaced.")],
    store: StoreOption = DEFAULT_STORE,
    title: Annotated[str, typer.Option(help="Title of the dataset.")] = "",
    creators: Annotated[
        list[str] | None,
        typer.Option(
            "--creator",
            help="Who made it: a name, or a name and an ORCID ('O. Hrabar 0000-0002-1825-0097'). "
            "Give the option again for each further one.",
        ),
    ] = None,
    license_: Annotated[
        str, typer.Option("--license", metavar="SPDX", help="Licence of the dataset, as SPDX calls it.")
    ] = "CC-BY-4.0",
    version: Annotated[str, typer.Option(help="Version of the dataset.")] = "",
    doi: Annotated[str, typer.Option(help="DOI, where one is reserved.")] = "",
    day: Annotated[
        datetime | None,
        typer.Option("--date", metavar="DAY", formats=["%Y-%m-%d"], help="Day of publication; today unless you say."),
    ] = None,
    quality: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Error rates to go with it, as `onrecord evaluate GOLD_DIR --json` prints them."
        ),
    ] = None,
    redact: Annotated[
        Redact | None,
        typer.Option(help="minors: leave out names of people known only as children, and what would give them away."),
    ] = None,
    withhold: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="With --redact minors: leave out this name as well, though no article calls whoever bears it a child "
            "(give the option again for each further name).",
        ),
    ] = None,
    domain: DomainOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Write a release: RO-Crate with canonical graphs and their hashes, tables, ontology, reports and descriptions."""
    from onrecord.publish import bundle
    from onrecord.publish.release import Release
    from onrecord.publish.reports import read_quality
    from onrecord.publish.void import TITLE

    if withhold and redact is None:
        raise UsageError("--withhold goes with --redact minors: without it, all names are published")
    bundle.must_have_libraries()
    in_force(domain)
    release = Release(
        day.date() if day is not None else date.today(),
        title or TITLE,
        tuple(map(_creator, creators or ())),
        license_,
        version,
        _doi(doi),
        redact is Redact.MINORS,
        tuple(withhold or ()),
    )
    reader = record(store, as_of)
    if not reader.article_graphs():
        raise UsageError(
            f"{store}: no article is on record{f' on {as_of.date()}' if as_of else ''}: nothing to publish"
        )
    rates = read_quality(quality) if quality is not None else None
    done = bundle.publish(reader, folder, release, rates, lambda doing: messages.print(doing))
    answers.print(f"{folder}: {done.statements} statements in {done.graphs} graphs, {done.files} files", markup=False)
    answers.print(f"identity sha256:{done.identity}", markup=False)
    if redact is not None:
        names = ", ".join(done.withheld) or "none, since no article calls anybody a child"
        messages.print(
            f"left out are the names {names}; who else is a child is left out with --withhold NAME", markup=False
        )
    if done.violations:
        messages.print(f"{done.violations} violations of shapes: see {folder}/reports/shacl.ttl", markup=False)
        raise typer.Exit(1)


def _creator(given: str) -> "Creator":
    from onrecord.publish.release import Creator

    found = _ORCID.search(given)
    if found is None:
        return Creator(given.strip())
    return Creator(given[: found.start()].strip(" ,"), f"https://orcid.org/{found[1]}")


def _doi(given: str) -> str:
    return f"https://doi.org/{re.sub(r'^(https?://(dx[.])?doi[.]org/|doi:)', '', given)}" if given else ""
