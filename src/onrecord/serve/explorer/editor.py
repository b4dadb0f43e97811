"""The SPARQL editor: a form that works by itself, and what a script needs to make more of it."""

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers.ask import named, named_queries
from onrecord.graph.vocabulary import PREFIXES
from onrecord.serve.explorer.site import HEADERS, Site
from onrecord.serve.explorer.wording import terms

# the editor's tables set the widths of their columns in style attributes
_POLICY = HEADERS["Content-Security-Policy"].replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")


async def editor(request: Request, site: Site) -> Response:
    """The editor, with the query that is given or the one for all figures."""
    text = request.query_params.get("query") or named("figures").text
    examples = [{"name": one.name, "title": one.title, "text": one.text} for one in named_queries().values()]
    data = {
        "endpoint": "/sparql",
        "query": text,
        "examples": examples,
        "prefixes": PREFIXES,
        "terms": [asdict(one) for one in terms().values()],
    }
    response = site.page(request, "editor", text=text, examples=examples, data=data)
    response.headers["Content-Security-Policy"] = _POLICY
    return response
