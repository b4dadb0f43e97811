"""Figures side by side: the series of one counted thing over time, who gave which number, and where they disagree."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.lexicon import lexicon
from onrecord.serve.explorer import counted, links, parameters
from onrecord.serve.explorer.data import Part, Row, paged
from onrecord.serve.explorer.figure_filter import Filter, asked_of
from onrecord.serve.explorer.figure_table import FigureTable
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.explorer.wording import label, tail, terms
from onrecord.serve.jobs import Listed

_ROWS = 200
_DRAWN = 2000  # figures of a picture; what is longer is to be narrowed down
_DISAGREEMENTS = 50
_BESIDE = 12  # other counts that are named


async def figures(request: Request, site: Site) -> Response:
    """The series of what is counted; all series that fit where `counted` does not name one.

    Raises:
        RefusedError: there is no such action, scope, date or page.
    """
    asked, page, table = asked_of(request), parameters.page(request), await site.figures.shown(visitor(request))
    known = table.counted
    population = counted.exactly(asked.counted, list(known)) if asked.counted else ""
    if not population:
        return await _overview(request, site, asked, page, table)
    drawn = await asyncio.to_thread(table.series, population, asked, _DRAWN)
    part = Part((), [], page, _ROWS, await asyncio.to_thread(table.length, population, asked))
    parameters.must_be_there(part)
    first = part.first - 1
    shown = drawn[first : first + _ROWS] or await asyncio.to_thread(table.series, population, asked, _ROWS, first)
    numbers = {row["figure"]: row for row in (*drawn, *shown)}
    return site.page(
        request,
        "series",
        query=query("series", population=ox.Literal(population), **asked.terms),
        population=population,
        form=asked.form(table.choices(population)),
        part=replace(part, rows=shown),
        words=_meanings(numbers.values()),
        numbers=numbers,
        beside=await asyncio.to_thread(_narrower, table, asked, population),
        cut=_DRAWN if part.total != len(drawn) else 0,
        drawn={"rows": [_drawn(row) for row in drawn if row["earliest"] and _is_fact(row)]},
        disagreements=_disagreements(table.pairs(population), numbers),
    )


async def csv(request: Request, site: Site) -> Response:
    """The rows that the page of the same address shows, as CSV.

    Raises:
        RefusedError: there is no such action, scope or date.
    """
    asked, asking = asked_of(request), visitor(request)
    known = (await site.figures.shown(asking)).counted
    population = counted.exactly(asked.counted, list(known)) if asked.counted else ""
    if population:
        text = query("series", population=ox.Literal(population), **asked.terms)
    else:
        text = _populations(asked, known)
    return site.data.file(Listed(text, "text/csv"), "figures.csv", asking)


def _narrower(table: FigureTable, asked: Filter, population: str) -> Sequence[tuple[str, int]]:
    """What is counted more narrowly, each with how many of its figures fit what else is asked for."""
    others = [one for one in counted.matching(population, table.counted) if one != population]
    found: Counter[str] = Counter()
    for row in table.groups(asked, others):
        found[row["population"]] += int(row["n"])
    return found.most_common(_BESIDE)


def _disagreements(pairs: Iterable[Row], numbers: Mapping[str, Row]) -> Sequence[tuple[tuple[Row, Row], str]]:
    """The pairs of facts among some numbers that cannot both hold, or hardly, each with the reason."""
    facts = {figure: row for figure, row in numbers.items() if _is_fact(row)}
    found = [row for row in pairs if row["one"] in facts and row["other"] in facts][:_DISAGREEMENTS]
    return [((facts[row["one"]], facts[row["other"]]), row["why"]) for row in found]


def _meanings(shown: Iterable[Row]) -> Sequence[tuple[str, str]]:
    """What the hedges, actions, scopes and factualities of figures mean."""
    used = {row[column] for row in shown for column in ("hedge", "action", "scope", "factuality")}
    return sorted(
        {(terms()[iri].label, terms()[iri].comment) for iri in used if iri in terms() and terms()[iri].comment}
    )


def _is_fact(row: Row) -> bool:
    """Whether the source of a figure asserts it."""
    return row["factuality"] == lexicon.load().default("factuality").iri


async def _overview(request: Request, site: Site, asked: Filter, page: int, table: FigureTable) -> Response:
    known = table.counted
    wanted = counted.matching(asked.counted, known) if asked.counted else None
    groups = await asyncio.to_thread(table.groups, asked, wanted)
    part = paged(groups, page, _ROWS)
    parameters.must_be_there(part)
    near = [(one, known[one]) for one in counted.near(asked.counted, known)][:_BESIDE]
    text, form = _populations(asked, known), asked.form(table.choices())
    return site.page(request, "figures", query=text, form=form, part=part, near=near)


def _populations(asked: Filter, known: Iterable[str]) -> str:
    return query("populations", populations=counted.listed(asked.counted, known), **asked.terms)


def _drawn(row: Row) -> dict[str, object]:
    """A figure as the plot takes it."""
    return {
        "id": row["figure"],
        "earliest": row["earliest"],
        "latest": row["latest"],
        "value": _number(row["value"]),
        "lower": _number(row["lowerBound"]),
        "lowerOpen": row["lowerOpen"] == "true",
        "upper": _number(row["upperBound"]),
        "upperOpen": row["upperOpen"] == "true",
        "hedge": tail(row["hedge"]),
        "scope": tail(row["scope"]),
        "action": label(row["action"]),
        "population": row["population"],
        "agent": row["agent"],
        "revises": row["revises"],
        "reportedBy": row["reportedBy"],
        "source": row["source"],
        "withdrawn": row["withdrawn"] == "true",
        "href": links.node(row["figure"]),
        "quote": row["quote"],
    }


def _number(value: str) -> float | None:
    return float(value) if value else None
