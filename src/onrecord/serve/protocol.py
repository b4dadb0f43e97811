"""The SPARQL 1.1 Protocol: what a request asks for, read from its URL, its media type and its body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pyoxigraph as ox

from onrecord.serve.errors import RefusedError

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_MAX_FIELDS = 1000


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a request names; without any, the store's own choice holds."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)


UNNAMED = Dataset()


@dataclass(frozen=True, slots=True)
class Query:
    """A query to answer."""

    text: str
    dataset: Dataset = UNNAMED


@dataclass(frozen=True, slots=True)
class Update:
    """An update to carry out; its patterns are matched in the dataset."""

    text: str
    dataset: Dataset = UNNAMED


@dataclass(frozen=True, slots=True)
class Describe:
    """A bare GET: what is this service?"""


def read_get(url_query: bytes) -> Query | Describe:
    """What a GET asks for, by the query part of its URL.

    Raises:
        RefusedError: it asks for nothing that can be had by GET.
    """
    fields = fields_of(url_query)
    if not fields:
        return Describe()
    if "update" in fields:
        raise RefusedError(400, "an update is sent by POST")
    return Query(_one(fields, "query"), _dataset(fields, "default-graph-uri", "named-graph-uri"))


def read_post(url_query: bytes, content_type: str, body: bytes) -> Query | Update:
    """What a POST asks for, by the query part of its URL, its Content-Type header and its body.

    Raises:
        RefusedError: it is neither a query nor an update, or both.
    """
    media_type = media_type_in_utf8(content_type)
    fields = fields_of(url_query)
    if media_type == FORM:
        for name, values in fields_of(body).items():
            fields[name] = [*fields.get(name, []), *values]
    elif media_type in (QUERY, UPDATE):
        name = "query" if media_type == QUERY else "update"
        fields[name] = [*fields.get(name, []), _decoded(body)]
    else:
        raise RefusedError(415, f"send a form ({FORM}), {QUERY} or {UPDATE}")
    if "update" not in fields:
        return Query(_one(fields, "query"), _dataset(fields, "default-graph-uri", "named-graph-uri"))
    if "query" in fields:
        raise RefusedError(400, "a request is a query or an update, not both")
    return Update(_one(fields, "update"), _dataset(fields, "using-graph-uri", "using-named-graph-uri"))


def media_type_in_utf8(content_type: str) -> str:
    """The media type of a Content-Type header.

    Raises:
        RefusedError: 415, it declares another character encoding than UTF-8.
    """
    media_type, *parameters = (part.strip().lower() for part in content_type.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip().strip('"') not in ("utf-8", "utf8", "us-ascii"):
            raise RefusedError(415, "send UTF-8")
    return media_type


def graph_iri(value: str) -> str:
    """`value`, if it can name a graph.

    Raises:
        RefusedError: 400, it is no absolute IRI.
    """
    try:
        return ox.NamedNode(value).value
    except ValueError:
        raise RefusedError(400, f"a graph is named by an absolute IRI, which this is not: {value[:200]}") from None


def _dataset(fields: Mapping[str, Sequence[str]], default: str, named: str) -> Dataset:
    return Dataset(*(tuple(graph_iri(value) for value in fields.get(name, ())) for name in (default, named)))


def fields_of(form: bytes) -> dict[str, list[str]]:
    """The fields of a form, or of the query part of a URL.

    Raises:
        RefusedError: 400, they are not UTF-8, or too many.
    """
    fields: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(_decoded(form), keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS)
    except UnicodeDecodeError:
        raise RefusedError(400, "this is not UTF-8") from None
    except ValueError:
        raise RefusedError(400, f"a request has at most {_MAX_FIELDS} fields") from None
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "this is not UTF-8") from None


def _one(fields: Mapping[str, Sequence[str]], name: str) -> str:
    values = fields.get(name, ())
    if len(values) != 1:
        raise RefusedError(400, f"a request has exactly one {name}: this one has {len(values)}")
    return values[0]
