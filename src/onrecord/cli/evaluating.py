"""`onrecord evaluate`: how well this installation reads annotated articles."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.building import executor_for
from onrecord.cli.options import DEFAULT_WORKERS, ModelOption, WorkersOption
from onrecord.cli.progress import progress_bar
from onrecord.cli.terminal import answers, messages, one_line, output, print_table
from onrecord.errors import UsageError
from onrecord.settings import DEFAULT_READING, Reading

if TYPE_CHECKING:  # loading what builds takes longer than many commands do
    from onrecord.evaluation.differences import Difference
    from onrecord.evaluation.evaluate import Evaluation
    from onrecord.evaluation.scoring import Result

_COLUMNS = ("field", "precision", "recall", "    F1", "right", "extra", "missed", "accuracy over what is right")
_WIDTHS = (0, 0, 0, 6, 5, 5, 6, 0)


def evaluate(
    folder: Annotated[
        Path, typer.Argument(help="Folder of annotated articles: NAME.txt, .html or .md, each with NAME.json.")
    ],
    fields: Annotated[
        list[str] | None, typer.Option("--field", help="Only this field (give the option again for each further one).")
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="Also print what is extra, missed or wrong, with its sentence.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures, and the misses, as JSON.")] = False,
    model: ModelOption = DEFAULT_READING.model,
    workers: WorkersOption = DEFAULT_WORKERS,
) -> None:
    """Score annotated articles as this installation reads them: rates with confidence intervals, F1, accuracies."""
    from onrecord.build.fingerprint import configuration
    from onrecord.evaluation import annotation_files
    from onrecord.evaluation.evaluate import evaluate as evaluated

    wanted = _wanted(fields or [])
    inputs = [str(article.path) for article in annotation_files.read_folder(folder)]
    with executor_for(inputs, workers) as executor, progress_bar() as progress:
        found = evaluated(folder, configuration(Reading(model)), executor, progress)
    with output():
        if as_json:
            typer.echo(json.dumps(_document(found, wanted, misses), indent=1, ensure_ascii=False))
        else:
            _print(found, wanted, misses)
    for name in found.unfinished:
        messages.print(f'not annotated yet ("annotated": false), and left out: {one_line(name)}', markup=False)
    for refusal in found.summary.refused:
        how = " (--verbose shows the traceback)" if refusal.traceback else ""
        messages.print(f"refused, and so missed: {refusal}{how}", markup=False)
    if found.summary.refused:
        raise typer.Exit(1)


def _wanted(fields: Iterable[str]) -> tuple[str, ...]:
    """The fields to be printed, in the order of the gold standard; all where none is named."""
    from onrecord.evaluation.fields import FIELDS

    known, named = [field.name for field in FIELDS], set(fields)
    if unknown := named.difference(known):
        raise UsageError(f"no field is called {min(unknown)!r}: {', '.join(known)} are scored")
    return tuple(name for name in known if name in named or not named)


def _print(found: "Evaluation", wanted: Sequence[str], misses: bool) -> None:
    from onrecord.evaluation.intervals import LEVEL

    count = len(found.articles)
    answers.print(f"{found.folder}: {count} annotated article{'' if count == 1 else 's'}", markup=False)
    print_table(_COLUMNS, (tuple(_cells(found.results[name])) for name in wanted), counted=False)
    if count > 1:
        answers.print(f"beside precision and recall: {LEVEL:.0%} confidence intervals; {found.sample}", markup=False)
    for difference in _differences(found, wanted) if misses else ():
        answers.print()
        answers.print(_headline(difference), markup=False)
        if difference.sentence:
            answers.print(f"    {difference.sentence}", markup=False)


def _cells(result: "Result") -> Iterator[str]:
    shares = (_bounded(result, name) for name in ("precision", "recall"))
    counts = (str(len(found)) for found in (result.matches, result.extra, result.missed))
    accuracy = "  ".join(f"{name} {share:.2f}" for name, share in result.accuracy.items())
    cells = (result.field.name, *shares, f"{result.f1:.3f}", *counts, accuracy)
    return (cell.rjust(width) for cell, width in zip(cells, _WIDTHS, strict=True))


def _bounded(result: "Result", name: str) -> str:
    """A share with its interval, where there is one."""
    return f"{getattr(result, name):.3f} {result.intervals[name] or ''}".rstrip()


def _differences(found: "Evaluation", wanted: Iterable[str]) -> Iterator["Difference"]:
    from onrecord.evaluation.differences import differences

    return (difference for name in wanted for difference in differences(found.results[name], found.evidence))


def _headline(difference: "Difference") -> str:
    """What is extra, missed or wrong, in one line ('figures missed: 12 | 12 | exact | people (a.txt)')."""
    field, attribute = difference.field.name, difference.attribute
    told = difference.found or difference.wanted
    what = " | ".join(told[column] for column in difference.field.shown if told[column])
    if not attribute:
        return one_line(f"{field} {difference.kind}: {what} ({difference.source})")
    says, should = difference.found[attribute] or "nothing", difference.wanted[attribute] or "nothing"
    return one_line(f"{field}.{attribute} wrong: {says}, not {should}: {what} ({difference.source})")


def _document(found: "Evaluation", wanted: Sequence[str], misses: bool) -> dict[str, Any]:
    from onrecord.evaluation.intervals import LEVEL

    figures = {name: found.results[name].figures for name in wanted}
    document: dict[str, Any] = {"folder": str(found.folder), "articles": len(found.articles), "sample": found.sample}
    document |= {"confidence": LEVEL, "fields": figures}
    if misses:
        document["misses"] = [_record(difference) for difference in _differences(found, wanted)]
    return document


def _record(difference: "Difference") -> dict[str, Any]:
    return {
        "field": difference.field.name,
        "attribute": difference.attribute,
        "kind": difference.kind,
        "source": difference.source,
        "found": difference.found,
        "wanted": difference.wanted,
        "sentence": difference.sentence,
    }
