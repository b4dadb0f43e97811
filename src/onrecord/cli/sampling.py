"""`onrecord sample`: articles drawn to be annotated, from which error rates follow."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import DEFAULT_STORE, DomainOption, StoreOption, in_force
from onrecord.cli.terminal import answers, messages
from onrecord.errors import UsageError
from onrecord.evaluation.sample import Draw

if TYPE_CHECKING:
    from onrecord.store import Reader


def sample(
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="How many articles.")],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE...]", help="Files or folders to draw from; without any, the store is drawn from."
        ),
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="A new folder for the articles.")] = Path("sample"),
    store: StoreOption = DEFAULT_STORE,
    by: Annotated[
        Draw,
        typer.Option(help="chance: rates hold for all articles. doubt: what is most likely misread, to learn from."),
    ] = Draw.CHANCE,
    seed: Annotated[int, typer.Option(help="Decides on the articles drawn by chance; the same give the same.")] = 0,
    prefilled: Annotated[
        bool,
        typer.Option(
            "--prefilled",
            help="Begin with what the program found: faster, but who annotates then misses what it missed.",
        ),
    ] = False,
    domain: DomainOption = None,
) -> None:
    """Draw articles to be annotated, for `onrecord evaluate`: texts, annotations to be filled in, and a guide."""
    from onrecord.evaluation.sample import Sample
    from onrecord.review import sampling
    from onrecord.sources.reading import read

    in_force(domain)
    if inputs and (by is Draw.DOUBT or prefilled):
        raise UsageError(
            "only a store knows what is in doubt, and what was found: build the articles, and name no files"
        )
    reader = None if inputs else _folder(store)
    if reader is None:
        drawn, of = sampling.from_files(read(inputs or []), number, seed)
    else:
        days = sampling.articles(reader)
        names = sampling.by_doubt(days, number, reader) if by is Draw.DOUBT else sampling.by_chance(days, number, seed)
        drawn, of = sampling.from_store(reader, days, names), len(days)
    if not drawn:
        raise UsageError("there is no article in English to draw")
    taken = Sample(by, len(drawn), of, seed if by is Draw.CHANCE else 0, prefilled)
    sampling.write(drawn, taken, out, reader if prefilled else None)
    answers.print(f"{out}: {taken}", markup=False)
    if len(drawn) < number:
        messages.print(f"there are no more than {len(drawn)} articles", markup=False)
    messages.print(f"annotate them as {out / 'GUIDE.md'} says, then: onrecord evaluate {out}", markup=False)


def _folder(store: str) -> "Reader":
    from onrecord.store import Reader, opened, place

    where = place(store)
    reader = opened(where)
    if not isinstance(reader, Reader):
        raise UsageError(f"{where}: texts stay in the folder that it was built in: name that with --store")
    return reader
