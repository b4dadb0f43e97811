"""How reliable what is on record is: how often each field is read right, on what it is decided, what is not marked."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

import onrecord.evaluation
from onrecord.lexicon import lexicon
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.wording import label

_FILE = Path(onrecord.evaluation.__file__).parent / "measured.json"
_FIELDS = {  # by their names in `onrecord evaluate`, in plain words
    "people": "People",
    "organizations": "Organizations",
    "courts": "Courts",
    "places": "Places",
    "dates": "Dates",
    "figures": "Figures: the number, how firmly it is put, what is counted",
    "figures.action": "What happened to those counted",
    "figures.scope": "Whether it is a total or an increment",
    "figures.asOf": "The day of which a figure holds",
    "figures.reportedBy": "Who gave a figure",
    "figures.factuality": "Whether a figure is asserted, planned, possible or denied",
    "positions": "Offices: who holds which, and where",
    "acts": "Official acts: their kind, the body, the day",
    "acts.against": "Whom an act is against",
    "speakers": "Who said a quote",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Annotated articles, and how often each field of them is read right: a share from 0 to 1."""

    name: str
    articles: int
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class Basis:
    """On what a field of a figure is decided, and how many of 100 decided so are right."""

    field: str
    words: str
    right: int


@cache
def measured() -> tuple[Measured, ...]:
    """The annotated articles that onrecord was measured on."""
    return tuple(Measured(**one) for one in json.loads(_FILE.read_text("utf-8")))


async def reliability(request: Request, site: Site) -> Response:
    """The error rates, what they mean, and what they do not tell."""
    return site.page(
        request,
        "reliability",
        sets=measured(),
        fields=_FIELDS,
        own=site.data.pool.settings.quality,
        bases=[
            Basis(label(one.one("decides")), one.label, round(float(one.one("confidence")) * 100))
            for one in sorted(lexicon.load().scheme("basis"), key=lambda one: label(one.one("decides")))
        ],
    )
