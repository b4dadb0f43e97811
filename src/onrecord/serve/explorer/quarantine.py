"""What the gate refused, and why."""

from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.explorer import parameters
from onrecord.serve.explorer.data import Part
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor

_ROWS = 100


async def quarantine(request: Request, site: Site) -> Response:
    """The refusals of the newest build, article by article.

    Raises:
        RefusedError: there is no such page.
        StoreError: the build cannot be read.
    """
    page, refused = parameters.page(request), await site.data.rejections(visitor(request))
    part = Part((), [], page, _ROWS, len(refused))
    parameters.must_be_there(part)
    return site.page(request, "quarantine", part=part, rejections=refused[(page - 1) * _ROWS : page * _ROWS])
