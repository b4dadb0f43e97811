"""A form that composes a query from classes and properties, for those who do not write SPARQL; it needs no script."""

from starlette.requests import Request
from starlette.responses import Response

from onrecord.graph.vocabulary import ONR
from onrecord.serve.explorer import composition, links, parameters
from onrecord.serve.explorer.queries import Paged
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.explorer.wording import tail, terms

_ROWS = 100
_IS = "is."  # before the name of a field, in the address


async def compose(request: Request, site: Site) -> Response:
    """The form for one class, and the answer to what it asks.

    Raises:
        RefusedError: there is no such class, field, value or page.
    """
    given = request.query_params
    name = given.get("of") or "Figure"
    of = f"{ONR}{name}"
    fields = composition.fields(of)
    wanted = {key.removeprefix(_IS): value for key, value in given.items() if key.startswith(_IS) and value.strip()}
    shown = [one for one in given.getlist("show") if one]
    text, part = "", None
    if shown or wanted:
        text = composition.composed(of, shown, wanted)
        part = await site.data.part(Paged(text, _ROWS), parameters.page(request), visitor(request))
        parameters.must_be_there(part)
    return site.page(
        request,
        "compose",
        query=text,
        of=name,
        classes=[(tail(one.iri), one.label) for one in composition.classes()],
        about=terms()[of],
        fields=fields,
        shown=shown,
        wanted=wanted,
        part=part,
        here=_here(name, shown, wanted),
    )


def _here(of: str, shown: list[str], wanted: dict[str, str]) -> str:
    """The address of what is asked, for its other pages."""
    asked = [("of", of), *(("show", one) for one in shown), *((f"{_IS}{name}", told) for name, told in wanted.items())]
    return links.pairs("/compose", asked)
