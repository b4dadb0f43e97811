"""`onrecord verify` and `onrecord stamp`: what stands in a store or a bundle, and since when it is known to have."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.building import reading
from onrecord.cli.options import DEFAULT_STORE, DomainOption, OntologyOption, in_force
from onrecord.cli.terminal import answers, messages
from onrecord.lexicon import lexicon
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
    domain: DomainOption = None,
    certificates: Annotated[
        list[Path] | None,
        typer.Option(
            "--certificate", metavar="PEM", help="Root certificates that time stamps must go back to (again for more)."
        ),
    ] = None,
) -> None:
    """Check offline that quotes stand, names are minted, hashes agree; one line for each statement that fails."""
    from onrecord.verification.holding import Bundle, First, folder_of_texts, held
    from onrecord.verification.verify import verify as verified

    how = reading(DEFAULT_READING.model, ontology, in_force(domain))
    lexicon.use(how.ontology)
    holding = held(folder)
    places = [holding] if texts is None else [folder_of_texts(texts), holding]
    found = verified(holding, First(places))
    failures = list(found.failures)
    if read_again:
        failures += _read_again(holding, First(places), texts, how)
    if isinstance(holding, Bundle):
        failures += _stamped(holding.folder, certificates or [])
    for failure in failures:
        answers.print(str(failure), markup=False)
    if found.texts < found.articles:
        without = found.articles - found.texts
        messages.print(
            f"{without} of {found.articles} articles have no text here: their quotes are checked against "
            "each other only (give the texts with --texts DIR)",
            markup=False,
        )
    if found.withheld:
        messages.print(
            f"names of children are withheld: what {found.withheld} nodes are called cannot be checked", markup=False
        )
    verdict = f"{len(failures)} failures" if failures else "all stands"
    answers.print(
        f"{folder}: {found.statements} statements of {found.articles} articles, identity {found.identity}: {verdict}",
        markup=False,
    )
    if failures:
        raise typer.Exit(1)


def stamp(
    bundle: Annotated[Path, typer.Argument(metavar="BUNDLE", help="Folder that `onrecord publish` wrote.")],
    authorities: Annotated[
        list[str],
        typer.Option("--authority", metavar="URL", help="Address of an RFC 3161 authority (again for more)."),
    ],
    certificates: Annotated[
        list[Path] | None,
        typer.Option(
            "--certificate", metavar="PEM", help="Root certificates of the authorities, to be kept with their receipts."
        ),
    ] = None,
) -> None:
    """Ask time stamping authorities to sign the bundle's hashes, and keep their receipts; nothing else is sent."""
    from onrecord.verification import timestamps

    roots = timestamps.certificates(certificates or [])
    faults = 0
    for authority in authorities:
        try:
            for path in timestamps.stamp(bundle, authority, roots):
                answers.print(str(path), markup=False)
        except timestamps.StampError as error:
            faults += 1
            messages.print(f"onrecord: {error}", markup=False)
    if faults:
        raise typer.Exit(1 if faults < len(authorities) else 2)


def _stamped(bundle: Path, files: list[Path]) -> Iterator["Failure"]:
    """What fails of a bundle's time stamps; those that stand are told."""
    from onrecord.verification import timestamps
    from onrecord.verification.failure import Failure

    if not files and not timestamps.receipts(bundle):
        return
    for told in timestamps.checked(bundle, timestamps.certificates(files)):
        if isinstance(told, Failure):
            yield told
        else:
            answers.print(told, markup=False)


def _read_again(holding: "Held", places: "Texts", folder: Path | None, how: Reading) -> Iterator["Failure"]:
    from onrecord.build.fingerprint import configuration as configured
    from onrecord.sources.reading import files_of
    from onrecord.verification import reading as again

    configuration = configured(how)
    given = files_of(str(folder)) if folder is not None else ()
    files = [*(given if not isinstance(given, Refusal) else ()), *again.origins(holding)]
    articles = again.sources(holding, places, files)
    for line in again.unreadable(holding, articles, configuration):
        messages.print(line, markup=False)
    yield from again.differing(holding, articles, configuration)
