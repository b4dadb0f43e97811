"""The named questions, each answered by a table in pages, and whole as CSV."""

from collections.abc import Sequence

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers.ask import NamedQuery, named_queries
from onrecord.publish.columns import column
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import parameters, wording
from onrecord.serve.explorer.data import Iri, Row
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.jobs import Listed

_ROWS = 200
_ACROSS = 12  # columns that have room beside each other; a long one takes the room of two
_LONG = 60  # characters


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
    filled = [column for column in part.columns if any(row[column] for row in part.rows)]
    wide = "wide" in request.query_params
    return site.page(
        request,
        "question",
        query=asked.text,
        question=asked,
        part=part,
        counted=counted,
        filled=filled,
        folded=() if wide else _folded(filled, part.rows),
        wide=wide,
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


def _folded(columns: Sequence[str], rows: Sequence[Row]) -> Sequence[str]:
    """The columns for which there is no room beside the others on a desk: of the short ones, the last."""
    long = [column for column in columns if _is_long([row[column] for row in rows if row[column]])]
    short = [column for column in columns if column not in long]
    room = _ACROSS - 2 * len(long)
    return short[max(1, room - 1) :] if len(short) > room else ()


def _is_long(values: Sequence[str]) -> bool:
    """Whether the values of a column are sentences, most of them."""
    return 2 * sum(len(value) > _LONG and not isinstance(value, Iri) for value in values) > len(values)


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
