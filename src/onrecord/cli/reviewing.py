"""`onrecord review`: the queue of what is in doubt, answered by single keys."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import click
import typer

from onrecord.cli.options import DEFAULT_STORE, StoreOption
from onrecord.cli.terminal import answers, messages, one_line
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.review.file import DecisionFile
    from onrecord.review.queue import Doubt
    from onrecord.store import Readable
    from onrecord.values.decisions import UserDecision

_KEYS = "y yes   n no   c correct   s skip   u undo   q quit"
_HELP = f"Keys: {_KEYS}"


def review(
    decisions: Annotated[
        list[Path] | None,
        typer.Argument(help="The CSV file that your decisions go to (begun where it is not there)."),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    by: Annotated[str, typer.Option(help="Your name, as it goes on record.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="Items at most.")] = 100,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kind", help="Only these: figure, statement, act, pair (who may be one), held back."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Print the queue and ask nothing.")] = False,
    agreement: Annotated[
        bool,
        typer.Option("--agreement", help="How far the reviewers of two files agree (Cohen's kappa)."),
    ] = False,
) -> None:
    """Go through what is most in doubt, with its sentence; what you decide becomes a file of decisions."""
    from onrecord.review.file import DecisionFile
    from onrecord.review.queue import key, queue
    from onrecord.store import opened, place

    paths = decisions or []
    if agreement:
        _agree(paths)
        return
    if listed:
        reader = opened(place(store))
        for item in _only(kinds, queue(reader))[:limit]:
            _show(item, reader)
        return
    if len(paths) != 1 or not by.strip():
        raise UsageError("name one CSV file for your decisions, and yourself with --by NAME (or look with --list)")
    reader, file = opened(place(store)), DecisionFile(paths[0])
    waiting = _only(kinds, queue(reader, {key(d.node, d.other) for d in file.before}))[:limit]
    decided = _ask(waiting, reader, file, by)
    answers.print(f"{decided} decided, {len(waiting) - decided} left", markup=False)
    if decided:
        messages.print(f"apply them: onrecord build --decisions {paths[0]} --store {store}", markup=False)


def _ask(waiting: list["Doubt"], reader: "Readable", file: "DecisionFile", by: str) -> int:
    """Put each item to the reviewer; how many were decided."""
    keys, place, answered = _keys(), 0, list[int]()
    messages.print(_HELP, markup=False)
    while place < len(waiting):
        item = waiting[place]
        _show(item, reader, f"{place + 1} of {len(waiting)}  ")
        match next(keys, "q"):
            case "y" | "n" | "c" as pressed if (decision := _decision(item, pressed, by)) is not None:
                file.add(decision)
                answered.append(place)
                place += 1
            case "s":
                place += 1
            case "u" if file.take_back():
                place = answered.pop()
            case "q":
                break
            case _:
                messages.print(_HELP, markup=False)
    return len(answered)


def _only(kinds: list[str] | None, found: list["Doubt"]) -> list["Doubt"]:
    from onrecord.review.queue import KINDS

    if unknown := set(kinds or ()).difference(KINDS):
        raise UsageError(f"nothing is of the kind {min(unknown)!r}: there are {', '.join(KINDS)}")
    return [item for item in found if not kinds or item.kind in kinds]


def _decision(item: "Doubt", pressed: str, by: str) -> "UserDecision | None":
    """The decision that a key stands for; None where it stands for none."""
    from onrecord.values.decisions import UserDecision, Verdict, checked

    today, asks = dt.datetime.now(dt.UTC).date().isoformat(), _can_ask()
    if pressed != "c":
        verdict = item.yes if pressed == "y" else item.no
        why = _asked("why") if asks and pressed == "n" else ""
        return UserDecision(verdict, item.node, by, today, other=item.other, why=why) if verdict else None
    if not asks or item.yes is not Verdict.CONFIRMED:
        return None
    told = {"decision": "corrected", "node": item.node, "value": _asked("field = value"), "by": by, "on": today}
    decision = checked({**told, "why": _asked("why")})
    if isinstance(decision, UserDecision):
        return decision
    messages.print(decision, markup=False)
    return None


def _can_ask() -> bool:
    return sys.stdin.isatty()


def _asked(what: str) -> str:
    return str(typer.prompt(what, default="", show_default=False, err=True))


def _show(item: "Doubt", reader: "Readable", at: str = "") -> None:
    from onrecord.review.queue import sentences

    answers.print(f"\n{at}{one_line(item.told)}", markup=False)
    for source, sentence in sentences(reader, item):
        answers.print(f"  {source}: “{one_line(sentence)}”", markup=False)
    nodes = " and ".join(node.rsplit("/", 1)[-1] for node in (item.node, item.other) if node)
    answers.print(f"  {one_line(item.why)} ({nodes})", markup=False)


def _keys() -> Iterator[str]:
    """The keys that are pressed; of a pipe, its letters."""
    if sys.stdin.isatty():
        while True:
            yield click.getchar().lower()
    yield from "".join(sys.stdin.read().split()).lower()


def _agree(paths: list[Path]) -> None:
    from onrecord.curation import files
    from onrecord.review.agreement import agreement

    if len(paths) != 2:
        raise UsageError("--agreement compares two files of decisions: name both")
    found = agreement(*(files.read([path]).decisions for path in paths))
    kappa = "not defined: both give one verdict throughout" if found.kappa is None else f"{found.kappa:.2f}"
    answers.print(f"{found.both} nodes decided by both, {found.share:.0%} alike; Cohen's kappa {kappa}", markup=False)
    for one, other in found.disputed:
        answers.print(f"{one.node}: {one.by} says {one.verdict}, {other.by} says {other.verdict}", markup=False)
