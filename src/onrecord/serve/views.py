"""Which view of the store a request is to see.

Whoever reads pages may switch; a cookie of this host alone remembers it. Requests from other origins carry no cookie,
and see what the server shows to those who did not ask.
"""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.serve.errors import RefusedError
from onrecord.serve.settings import View

COOKIE = "onrecord-names-of-children"
PATH = "/names-of-children"


def view(request: Request) -> View:
    """The view that a request is to be answered from."""
    try:
        return View(request.cookies.get(COOKIE, ""))
    except ValueError:
        usual: View = request.app.state.view
        return usual


async def switch(request: Request) -> Response:
    """Have the browser see the view `?to=` until it is closed, and go back to the page `?back=`.

    Raises:
        RefusedError: 400, there is no such view.
    """
    try:
        chosen = View(request.query_params.get("to", ""))
    except ValueError:
        raise RefusedError(400, f"the names of children are {' or '.join(View)}") from None
    back = request.query_params.get("back", "/")
    response = RedirectResponse(back if back.startswith("/") and back[1:2] not in ("/", "\\") else "/", 303)
    response.set_cookie(COOKIE, chosen, httponly=True, samesite="strict")
    return response
