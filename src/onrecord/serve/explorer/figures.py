"""Figures side by side: the series of one counted thing over time, who gave which number, and where they disagree."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.lexicon import lexicon
from onrecord.serve.explorer import counted, links, parameters
from onrecord.serve.explorer.data import Part, Row
from onrecord.serve.explorer.figure_filter import Filter, asked_of
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import Visitor, visitor
from onrecord.serve.explorer.wording import label, tail, terms
from onrecord.serve.jobs import Listed

_ROWS = 200
_DRAWN = 2000  # figures; what is longer is to be narrowed down
_DISAGREEMENTS = 50
_BESIDE = 12  # other counts that are named


async def figures(request: Request, site: Site) -> Response:
    """The series of what is counted; all series that fit where `counted` does not name one.

    Raises:
        RefusedError: there is no such action, scope, date or page.
    """
    asked, asking, page = asked_of(request), visitor(request), parameters.page(request)
    known = await _counted(site, asking)
    population = counted.exactly(asked.counted, list(known)) if asked.counted else ""
    if not population:
        return await _overview(request, site, asked, page, known)
    text = query("series", population=ox.Literal(population), **asked.terms)
    series = await site.data.table(f"{text}\nLIMIT {_DRAWN}", asking)
    shown = series.rows
    part = Part(series.columns, shown[(page - 1) * _ROWS : page * _ROWS], page, _ROWS, len(shown))
    parameters.must_be_there(part)
    choices = await site.data.rows(query("series-choices", population=ox.Literal(population)), asking)
    return site.page(
        request,
        "series",
        query=text,
        population=population,
        form=asked.form(*({row[column] for row in choices} for column in ("reportedBy", "place"))),
        part=part,
        words=_meanings(shown),
        numbers={row["figure"]: row for row in shown},
        beside=await _narrower(site, asked, population, known, asking),
        cut=len(shown) == _DRAWN,
        drawn={"rows": [_drawn(row) for row in shown if row["earliest"] and _is_fact(row)]},
        disagreements=await _disagreements(site, population, shown, asking),
    )


async def csv(request: Request, site: Site) -> Response:
    """The rows that the page of the same address shows, as CSV.

    Raises:
        RefusedError: there is no such action, scope or date.
    """
    asked, asking = asked_of(request), visitor(request)
    known = await _counted(site, asking)
    population = counted.exactly(asked.counted, list(known)) if asked.counted else ""
    if population:
        text = query("series", population=ox.Literal(population), **asked.terms)
    else:
        text = _populations(asked, known)
    return site.data.file(Listed(text, "text/csv"), "figures.csv", asking)


async def _narrower(
    site: Site, asked: Filter, population: str, known: Mapping[str, int], asking: Visitor
) -> Sequence[tuple[str, int]]:
    """What is counted more narrowly, each with how many of its figures fit what else is asked for."""
    others = [one for one in counted.matching(population, known) if one != population]
    if not others:
        return ()
    found: Counter[str] = Counter()
    for row in await site.data.rows(_populations(asked, others), asking):
        found[row["population"]] += int(row["n"])
    return found.most_common(_BESIDE)


async def _counted(site: Site, asking: Visitor) -> Mapping[str, int]:
    """What is counted, the most often counted first, each with its number of figures."""
    known: Counter[str] = Counter()
    for row in await site.data.rows(query("counted"), asking):
        known[row["population"]] += int(row["n"])
    return dict(known.most_common())


async def _disagreements(
    site: Site, population: str, shown: Sequence[Row], asking: Visitor
) -> Sequence[tuple[tuple[Row, Row], str]]:
    """The pairs of facts among those shown that cannot both hold, or hardly, each with the reason."""
    facts = {row["figure"]: row for row in shown if _is_fact(row)}
    found = await site.data.rows(query("disagreements", population=ox.Literal(population)), asking)
    pairs = [row for row in found if row["one"] in facts and row["other"] in facts][:_DISAGREEMENTS]
    return [((facts[row["one"]], facts[row["other"]]), row["why"]) for row in pairs]


def _meanings(shown: Sequence[Row]) -> Sequence[tuple[str, str]]:
    """What the hedges, actions, scopes and factualities of figures mean."""
    used = {row[column] for row in shown for column in ("hedge", "action", "scope", "factuality")}
    return sorted(
        {(terms()[iri].label, terms()[iri].comment) for iri in used if iri in terms() and terms()[iri].comment}
    )


def _is_fact(row: Row) -> bool:
    """Whether the source of a figure asserts it."""
    return row["factuality"] == lexicon.load().default("factuality").iri


async def _overview(request: Request, site: Site, asked: Filter, page: int, known: Mapping[str, int]) -> Response:
    text, asking = _populations(asked, known), visitor(request)
    part = await site.data.part(Paged(text, _ROWS), page, asking)
    parameters.must_be_there(part)
    choices = [
        {row["name"] for row in await site.data.rows(query(of), asking)} for of in ("reporters", "figure-places")
    ]
    near = [(one, known[one]) for one in counted.near(asked.counted, known)][:_BESIDE]
    return site.page(request, "figures", query=text, form=asked.form(*choices), part=part, near=near)


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
