"""`/reconcile`: the Reconciliation Service API 0.2, which OpenRefine and other clients speak."""

from collections.abc import Awaitable, Callable

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from onrecord.graph.iri import BASE
from onrecord.graph.vocabulary import PREFIXES
from onrecord.serve import protocol
from onrecord.serve.description import beside
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import links
from onrecord.serve.explorer.data import NOT_KEPT
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import HEADERS, Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.protocol import FORM
from onrecord.serve.reconcile import reading, service
from onrecord.serve.reconcile.properties import Json
from onrecord.serve.reconcile.service import Reconciliation
from onrecord.serve.requests import address, body
from onrecord.version import __version__

PATH = "/reconcile"
_MOST, _SECONDS = 1_000_000, 30.0  # bytes of a batch, and seconds for it to arrive
_WIDTH, _HEIGHT = 420, 280  # of a preview, in pixels
_FRAMED = (
    "default-src 'none'; style-src 'self'; sandbox allow-popups"  # a client shows the preview in a frame of its own
)
_SHOWN, _MENTIONS = 3, 12  # offices and sentences in a preview, and mentions among which these are
_Handler = Callable[[Request], Awaitable[Response]]


def routes(site: Site) -> list[BaseRoute]:
    """The routes of the service."""
    service = _Service(site)
    return [
        Route(PATH, service.main, methods=["GET", "POST"]),
        Route(f"{PATH}/suggest/{{what}}", service.suggest),
        Route(f"{PATH}/properties", service.propose),
        Route(f"{PATH}/preview", service.preview),
    ]


class _Service:
    """The service over HTTP."""

    def __init__(self, site: Site) -> None:
        self._site, self._reconciliation = site, Reconciliation(site.data)

    async def main(self, request: Request) -> Response:
        """The manifest, the candidates for a batch of queries, or the values of properties.

        Raises:
            RefusedError: it is none of these, or cannot be answered.
        """
        fields = await _fields(request)
        if "queries" in fields and "extend" in fields:
            raise RefusedError(400, "a request is for queries or for extend, not both")
        if "queries" in fields:
            asked = reading.batch(_one(fields, "queries"))
            return _json(await self._reconciliation.results(asked, visitor(request)))
        if "extend" in fields:
            extension = reading.extension(_one(fields, "extend"))
            return _json(await self._reconciliation.extended(extension, visitor(request)))
        if request.method == "POST" or "query" in fields:
            raise RefusedError(400, "send a batch of queries as queries=, or what to extend by as extend=")
        return _json(_manifest(request))

    async def suggest(self, request: Request) -> Response:
        """Entities, properties or types that begin so.

        Raises:
            RefusedError: 400, the cursor is no number; 404, nothing else is suggested.
        """
        fields, what = protocol.fields_of(request.scope["query_string"]), request.path_params["what"]
        prefix, skip = (fields.get("prefix") or [""])[0], _skip(fields)
        kinds = reading.kinds_of(fields["type"]) if any(fields.get("type", ())) else ()
        match what:
            case "entity":
                return _json(await self._reconciliation.entities(prefix[:200], kinds, skip, visitor(request)))
            case "property":
                return _json(service.suggested(prefix, service.described(kinds), skip))
            case "type":
                return _json(service.suggested(prefix, service.types(), skip))
            case _:
                raise RefusedError(404, "entities, properties and types are suggested, as entity, property, type")

    async def propose(self, request: Request) -> Response:
        """The properties that a type has.

        Raises:
            RefusedError: 400, there is no such type.
        """
        fields = protocol.fields_of(request.scope["query_string"])
        asked, limit = (fields.get("type") or [""])[0], (fields.get("limit") or [""])[0]
        properties = service.described(reading.kinds_of(asked) if asked else ())
        if not limit:
            return _json({"type": asked, "properties": properties})
        most = _number(limit, "limit")
        return _json({"type": asked, "limit": most, "properties": properties[:most]})

    async def preview(self, request: Request) -> Response:
        """A small page about one of the entities, for the frame of a client.

        Raises:
            RefusedError: 404, nobody and nothing is called so.
        """
        asking = visitor(request)
        named = await self._reconciliation.named(request.query_params.get("id", ""), asking)
        node = ox.NamedNode(named.iri)
        rows = await self._site.data.rows(f"{query('sentences-of', node=node)}\nLIMIT {_MENTIONS}", asking)
        sentences = {(row["article"], row["start"]): row for row in rows}  # some name it more than once
        offices = await self._site.data.rows(query("extend-offices", nodes=[node]), asking)
        response = self._site.page(
            request,
            "preview",
            named=named,
            page=beside(address(request), links.node(named.iri)).value,
            offices=offices[:_SHOWN],
            sentences=[*sentences.values()][:_SHOWN],
        )
        response.headers["Content-Security-Policy"] = _FRAMED
        return response


def _manifest(request: Request) -> Json:
    here = address(request)
    root = beside(here, "").value
    suggest = {
        what: {"service_url": root, "service_path": f"{PATH}/suggest/{what}"} for what in ("entity", "property", "type")
    }
    return {
        "versions": ["0.2"],
        "name": "onrecord: people, bodies and places on record",
        "identifierSpace": BASE,
        "schemaSpace": PREFIXES["onr"],
        "serviceVersion": __version__,
        "defaultTypes": service.types(),
        "view": {"url": f"{root}/node?iri={BASE}{{{{id}}}}"},
        "preview": {"url": f"{root}{PATH}/preview?id={{{{id}}}}", "width": _WIDTH, "height": _HEIGHT},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": root, "service_path": f"{PATH}/properties"},
            "property_settings": [],
        },
        "batchSize": reading.BATCH,
    }


async def _fields(request: Request) -> dict[str, list[str]]:
    """The fields of a request, from its address and its body.

    Raises:
        RefusedError: it is no form, or too long.
    """
    fields = protocol.fields_of(request.scope["query_string"])
    if request.method == "POST":
        if protocol.media_type_in_utf8(request.headers.get("content-type", "")) != FORM:
            raise RefusedError(415, f"send a form ({FORM})")
        for name, told in protocol.fields_of(await body(request, _MOST, _SECONDS)).items():
            fields[name] = [*fields.get(name, []), *told]
    return fields


def _one(fields: dict[str, list[str]], name: str) -> str:
    if len(fields[name]) != 1:
        raise RefusedError(400, f"a request has one {name}: this one has {len(fields[name])}")
    return fields[name][0]


def _skip(fields: dict[str, list[str]]) -> int:
    return _number((fields.get("cursor") or ["0"])[0] or "0", "cursor")


def _number(text: str, name: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise RefusedError(400, f"{name}= is to be a whole number")
    return int(text)


def _json(content: Json) -> Response:
    return JSONResponse(content, headers={**NOT_KEPT, "Referrer-Policy": HEADERS["Referrer-Policy"]})
