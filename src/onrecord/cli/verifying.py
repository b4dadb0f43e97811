"""`onrecord verify` and `onrecord stamp`: what stands in a store or a bundle, and since when it is known to have."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_STORE, OntologyOption
from onrecord.cli.terminal import answers, messages
from onrecord.settings import DEFAULT_READING, Reading
from onrecord.sources.refusal import Refusal

if TYPE_CHECKING:
    from onrecord.verification.failure import Failure
    from onrecord.verification.holding import Held, Texts


def verify(
    folder: Annotated[
        Path, typer.Argument(metavar="STORE|BUNDLE", envvar="ONRECORD_STORE", help="Folder of a store or a bundle.")
    ] = Path(DEFAULT_STORE),
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Folder with the articles' texts, each as SHA256.txt, or with the files that they were taken from.",
        ),
    ] = None,
    read_again: Annotated[
        bool,
        typer.Option(
            "--read-again", help="Read the articles again, and compare all that is said. Takes as a build does."
        ),
    ] = False,
    ontology: OntologyOption = None,
    certificates: Annotated[
        list[Path] | None,
        typer.Option(
            "--certificate", metavar="PEM", help="Root certificates that time stamps must go back to (again for more)."
        ),
    ] = None,
) -> None:
    """Check offline that quotes stand, names are minted, hashes agree; one line for each statement that fails."""
    from onrecord.verification.holding import First, folder_of_texts, held
    from onrecord.verification.verify import verify as verified

    holding = held(folder)
    places = [holding] if texts is None else [folder_of_texts(texts), holding]
    found = verified(holding, First(places))
    failures = list(found.failures)
    if read_again:
        failures += _read_again(holding, First(places), texts, ontology or [])
    for failure in failures:
        answers.print(str(failure), markup=False)
    if found.texts < found.articles:
        without = found.articles - found.texts
        messages.print(
            f"{without} of {found.articles} articles have no text here: their quotes are checked against "
            "each other only (give the texts with --texts DIR)",
            markup=False,
        )
    verdict = f"{len(failures)} failures" if failures else "all stands"
    answers.print(
        f"{folder}: {found.statements} statements of {found.articles} articles, identity {found.identity}: {verdict}",
        markup=False,
    )
    if failures:
        raise typer.Exit(1)


def _read_again(holding: "Held", places: "Texts", folder: Path | None, ontology: list[Path]) -> Iterator["Failure"]:
    from onrecord.build.fingerprint import configuration as configured
    from onrecord.sources.reading import files_of
    from onrecord.verification import reading

    configuration = configured(Reading(DEFAULT_READING.model, tuple(path.absolute() for path in ontology)))
    given = files_of(str(folder)) if folder is not None else ()
    files = [*(given if not isinstance(given, Refusal) else ()), *reading.origins(holding)]
    articles = reading.sources(holding, places, files)
    for line in reading.unreadable(holding, articles, configuration):
        messages.print(line, markup=False)
    yield from reading.differing(holding, articles, configuration)
