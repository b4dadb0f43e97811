"""The queue of a review as a page: what the record is least sure of, with its sentences, answered by single keys.

The server writes nothing: what is answered becomes rows of a file of decisions, as behind 'Wrong?', and to take an
answer back is to send the page without it.
"""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.curation import files
from onrecord.graph.iri import digest
from onrecord.review.queue import KINDS, Doubt, sentences
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import links, parameters
from onrecord.serve.explorer.data import Part
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.store import Readable
from onrecord.values.decisions import checked

_ITEMS = 10
_LATER = ""  # the answer that decides nothing


@dataclass(frozen=True, slots=True)
class Item:
    """Something in doubt, as the page shows it."""

    doubt: Doubt
    name: str  # of its part of the form
    sentences: Sequence[tuple[str, str]]  # sources with the sentences
    answer: str  # the verdict; '' where none is given yet
    why: str


async def review(request: Request, site: Site) -> Response:
    """A page of the queue, and the rows of what was answered on it.

    Raises:
        RefusedError: there is no such page, or nothing is of that kind.
    """
    asked, of = request.query_params, request.query_params.get("kind", "")
    if of and of not in KINDS:
        raise RefusedError(400, f"kind= is to be one of {', '.join(KINDS)}")
    asking = visitor(request)
    reader, found = await site.data.reader(asking), await site.doubts.shown(asking)
    waiting = [item for item in found if not of or item.kind == of]
    part = Part((), [], parameters.page(request), _ITEMS, len(waiting))
    parameters.must_be_there(part)
    first = part.first - 1
    items = await asyncio.to_thread(_items, reader, waiting[first : first + _ITEMS], dict(asked))
    by = asked.get("by", "")
    rows, faults = _rows(items, by)
    return site.page(
        request,
        "review",
        part=part,
        items=items,
        kinds={kind: sum(item.kind == kind for item in found) for kind in KINDS},
        of=of,
        by=by,
        address=links.page("/review", kind=of, by=by),
        header=files.line(),
        rows=rows,
        fault=next(iter(faults), ""),
    )


def _items(reader: Readable, doubts: Sequence[Doubt], asked: dict[str, str]) -> list[Item]:
    found = []
    for doubt in doubts:
        name = digest(*doubt.key)
        answers = [verdict.value for verdict in (doubt.yes, doubt.no) if verdict]
        answer = asked.get(name, _LATER)
        told = tuple(sentences(reader, doubt))
        found.append(Item(doubt, name, told, answer if answer in answers else _LATER, asked.get(f"why-{name}", "")))
    return found


def _rows(items: Sequence[Item], by: str) -> tuple[list[str], list[str]]:
    """The rows of what was answered, and what is wrong with those that are none."""
    today = dt.datetime.now(dt.UTC).date().isoformat()
    rows, faults = [], []
    for item in items:
        if item.answer:
            told = {"decision": item.answer, "node": item.doubt.node, "other": item.doubt.other, "by": by}
            decision = checked({**told, "on": today, "why": item.why})
            if isinstance(decision, str):
                faults.append(decision)
            else:
                rows.append(files.row(decision))
    return rows, faults
