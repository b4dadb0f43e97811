"""Figures made by hand, as they are compared."""

from dataclasses import replace
from decimal import Decimal

from onrecord.linking.figures import FigureRecord
from onrecord.values.population import Population

BUREAU, LABORATORY, CHARITY = ({"by": f"body/{name}", "name": name} for name in ("Bureau", "Laboratory", "Charity"))
OFFICIALS = {"by": "", "name": "", "unnamed": "officials"}
OWN_VOICE = {"by": "", "name": ""}

_KILLED = FigureRecord(
    iri="a#1",
    article="a",
    population=Population("people"),
    action="killed",
    scope="unspecified",
    factuality="fact",
    value=Decimal(24),
    upper=None,
    hedge="exact",
    earliest="2024-05-15",
    latest="2024-05-15",
    by="body/Bureau",
    name="Bureau",
)


def figure(value: str, hedge: str = "exact", **changes: object) -> FigureRecord:
    """So many people killed on 15 May 2024 by the word of a bureau, in an article `a`, unless said otherwise."""
    told = {"population": Population.read(str(changes.pop("of", "people"))), **changes}
    if "day" in told:
        told["earliest"] = told["latest"] = told.pop("day")
    number = replace(_KILLED, value=Decimal(value), hedge=hedge, **told)  # type: ignore[arg-type]
    parts = (value, hedge, number.by, number.unnamed, str(number.population), number.earliest, number.scope)
    return replace(number, iri=f"{number.article}#{'-'.join(parts)}")
