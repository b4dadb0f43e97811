"""Figures side by side: the series of one counted thing over time, who gave which number, and where they disagree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.graph.iri import term
from onrecord.lexicon import lexicon
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import links, parameters
from onrecord.serve.explorer.data import Part, Row
from onrecord.serve.explorer.evidence import quoted
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import Visitor, visitor
from onrecord.serve.explorer.wording import tail, terms

_ROWS = 200
_DRAWN = 2000  # figures; what is longer is to be narrowed down
_DISAGREEMENTS = 50
_NAMES = "https://w3id.org/onrecord/action/"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which figures are asked for; an empty text stands for any."""

    counted: str  # a population, or words of some
    action: str  # a term of the word list of actions
    source: str  # the name of who reported them
    days: parameters.Days

    def takes(self, row: Row) -> bool:
        """Whether a figure of the population is asked for."""
        return (
            self.action in ("", tail(row["action"]))
            and self.source in ("", row["reportedBy"])
            and self.days.meet(row["earliest"], row["latest"])
        )


async def figures(request: Request, site: Site) -> Response:
    """The series of what is counted; all series that fit where `counted` is not the whole name of one.

    Raises:
        RefusedError: there is no such action, date or page.
    """
    asked, asking, page = _asked(request), visitor(request), parameters.page(request)
    text = query("series", population=ox.Literal(asked.counted))
    series = await site.data.table(f"{text}\nLIMIT {_DRAWN}", asking) if asked.counted else None
    if series is None or not series.rows:
        return await _overview(request, site, asked, page, asking)
    taken = [row for row in series.rows if asked.takes(row)]
    shown = (await quoted(site.data, Part(series.columns, taken, 1, _DRAWN, len(taken)), asking)).rows
    part = Part(series.columns, shown[(page - 1) * _ROWS : page * _ROWS], page, _ROWS, len(shown))
    parameters.must_be_there(part)
    return site.page(
        request,
        "series",
        query=text,
        form=_form(request, asked, {row["reportedBy"] for row in series.rows} - {""}),
        part=part,
        cut=len(series.rows) == _DRAWN,
        drawn={"rows": [_drawn(row) for row in shown if row["earliest"] and _is_fact(row)]},
        disagreements=await _disagreements(site, asked.counted, shown, asking),
    )


async def _disagreements(
    site: Site, counted: str, shown: Sequence[Row], asking: Visitor
) -> Sequence[tuple[tuple[Row, Row], str]]:
    """The pairs of facts among those shown that cannot both hold, or hardly, each with the reason."""
    facts = {row["figure"]: row for row in shown if _is_fact(row)}
    found = await site.data.rows(query("disagreements", population=ox.Literal(counted)), asking)
    pairs = [row for row in found if row["one"] in facts and row["other"] in facts][:_DISAGREEMENTS]
    return [((facts[row["one"]], facts[row["other"]]), row["why"]) for row in pairs]


def _is_fact(row: Row) -> bool:
    """Whether the source of a figure asserts it."""
    return row["factuality"] == lexicon.load().default("factuality").iri


async def _overview(request: Request, site: Site, asked: Filter, page: int, asking: Visitor) -> Response:
    text = query(
        "populations",
        words=ox.Literal(asked.counted.lower()),
        action=ox.NamedNode(term("action", asked.action)) if asked.action else ox.Literal(""),
        source=ox.Literal(asked.source),
        **asked.days.terms,
    )
    part = await site.data.part(Paged(text, _ROWS), page, asking)
    parameters.must_be_there(part)
    reporters = {row["name"] for row in await site.data.rows(query("reporters"), asking)}
    return site.page(request, "figures", query=text, form=_form(request, asked, reporters), part=part)


def _asked(request: Request) -> Filter:
    told = {name: request.query_params.get(name, "").strip() for name in ("counted", "action", "source")}
    asked = Filter(**told, days=parameters.days(request))
    if asked.action not in ("", *_actions()):
        raise RefusedError(400, f"action= is to be one of {', '.join(_actions())}")
    return asked


def _form(request: Request, asked: Filter, reporters: set[str]) -> Mapping[str, object]:
    """What the form shows: what was asked for, and what can be chosen."""
    dates = {name: request.query_params.get(name, "").strip() for name in ("from", "to")}
    return {
        "asked": {"counted": asked.counted, "action": asked.action, "source": asked.source, **dates},
        "actions": _actions(),
        "reporters": sorted(reporters | {asked.source} - {""}),
    }


def _actions() -> Mapping[str, str]:
    """The labels of the actions, by their names in addresses."""
    return {tail(iri): one.label for iri, one in terms().items() if iri.startswith(_NAMES)}


def _drawn(row: Row) -> dict[str, object]:
    """A figure as the plot takes it."""
    return {
        "earliest": row["earliest"],
        "latest": row["latest"],
        "value": _number(row["value"]),
        "lower": _number(row["lowerBound"]),
        "lowerOpen": row["lowerOpen"] == "true",
        "upper": _number(row["upperBound"]),
        "upperOpen": row["upperOpen"] == "true",
        "hedge": tail(row["hedge"]),
        "scope": tail(row["scope"]),
        "action": tail(row["action"]),
        "population": row["population"],
        "reportedBy": row["reportedBy"],
        "source": row["source"],
        "withdrawn": row["withdrawn"] == "true",
        "href": links.node(row["figure"]),
        "quote": row["quote"],
    }


def _number(value: str) -> float | None:
    return float(value) if value else None
