"""Results of queries (SPARQL 1.1 Query Results JSON Format), as stores write them, read in one way."""

import json
from typing import Any

import httpx
import pyoxigraph as ox

from onrecord.errors import QueryError, StoreError
from onrecord.store.place import Address
from onrecord.store.reader import Answer

_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_WRITTEN = {"0": "false", "1": "true"}
_ASKED = "__ASK_RETVAL"  # Virtuoso's answer to ASK: a table of this column
JSON = "application/sparql-results+json"
MORE = "have it give more (in Virtuoso, ResultSetMaxRows in the section SPARQL of virtuoso.ini)"


def media_type(response: httpx.Response) -> str:
    """The media type of what was answered."""
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


def answer(response: httpx.Response, address: Address) -> Answer:
    """What a response says to a query.

    Raises:
        QueryError: it breaks off, or is no answer.
        StoreError: what answers is no SPARQL endpoint.
    """
    kind = media_type(response)
    try:
        if kind in (JSON, "application/json"):
            _must_be_whole(response, address)
            return _read(response.content)
        if form := ox.RdfFormat.from_media_type(kind):
            return (quad.triple for quad in ox.parse(response.content, format=form))
    except (ValueError, KeyError, TypeError, SyntaxError) as error:
        raise QueryError(f"the answer breaks off, or is none: {' '.join(str(error).split())}") from error
    raise StoreError(f"{address}: not a SPARQL endpoint: it answers a query with {kind or 'nothing'}")


def rows(response: httpx.Response, address: Address) -> ox.QuerySolutions:
    """The rows that a response holds.

    Raises:
        QueryError: they break off.
        StoreError: what answers is no SPARQL endpoint.
    """
    found = answer(response, address)
    if not isinstance(found, ox.QuerySolutions):
        raise StoreError(f"{address}: not a SPARQL endpoint: it answers SELECT with something else")
    return found


def _must_be_whole(response: httpx.Response, address: Address) -> None:
    """See that no rows are left out: Virtuoso says of how many it gave no more."""
    most = response.headers.get("x-sparql-maxrows", "")
    if most.isdecimal() and len(json.loads(response.content)["results"]["bindings"]) >= int(most):
        raise StoreError(f"{address}: gives {most} rows at most: {MORE}, or ask with LIMIT")


def _read(content: bytes) -> ox.QuerySolutions | ox.QueryBoolean:
    if not content.rstrip().endswith(b"}"):
        raise ValueError("the document has no end")
    if any(sign in content for sign in (_ASKED.encode(), _BOOLEAN.encode())):
        content = json.dumps(_in_one_way(json.loads(content)), ensure_ascii=False).encode()
    return ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)


def _in_one_way(document: Any) -> Any:
    rows = document.get("results", {}).get("bindings", [])
    if document["head"].get("vars") == [_ASKED]:
        return {"head": {}, "boolean": rows[0][_ASKED]["value"] in ("1", "true")}
    for row in rows:
        for term in row.values():
            if term.get("datatype") == _BOOLEAN:
                term["value"] = _WRITTEN.get(term["value"], term["value"])
    return document
