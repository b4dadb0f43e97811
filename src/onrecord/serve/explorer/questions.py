"""The named questions, each answered by a table in pages, and whole as CSV."""

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers.ask import NamedQuery, named_queries
from onrecord.publish.columns import column
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import parameters, wording
from onrecord.serve.explorer.data import Iri
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.jobs import Listed

_ROWS = 200


async def questions(request: Request, site: Site) -> Response:
    """All questions that have a name."""
    return site.page(request, "questions", questions=named_queries().values())


async def question(request: Request, site: Site) -> Response:
    """One page of the answer to a question.

    Raises:
        RefusedError: there is no such question or page.
    """
    asked, page = _asked(request), parameters.page(request)
    counted = "count" in request.query_params
    part = await site.data.listed(Paged(asked.text, _ROWS), page, visitor(request), counted)
    parameters.must_be_there(part)
    figures = sorted({ox.NamedNode(value) for row in part.rows for value in row.values() if _is_figure(value)}, key=str)
    taken_back = await site.data.rows(query("withdrawn", figures=figures), visitor(request)) if figures else []
    return site.page(
        request,
        "question",
        query=asked.text,
        question=asked,
        part=part,
        counted=counted,
        filled=[column for column in part.columns if any(row[column] for row in part.rows)],
        withdrawn={row["figure"] for row in taken_back},
        columns=_meanings(asked),
    )


async def csv(request: Request, site: Site) -> Response:
    """The whole answer to a question.

    Raises:
        RefusedError: there is no such question.
    """
    asked = _asked(request)
    return site.data.file(Listed(asked.text, "text/csv"), f"{asked.name}.csv", visitor(request))


def _meanings(asked: NamedQuery) -> list[tuple[str, str]]:
    """What the columns of a question hold, as far as it is written down."""
    return [(wording.column(name), what) for name in asked.columns if (what := column(asked.name, name).what)]


def _is_figure(value: str) -> bool:
    return isinstance(value, Iri) and "#figure-" in value


def _asked(request: Request) -> NamedQuery:
    try:
        return named_queries()[request.path_params["name"]]
    except KeyError:
        raise RefusedError(404, "there is no question of that name") from None
