"""Which form an answer takes: the media types there are, and the Accept header that chooses among them (RFC 9110)."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.serve.errors import RefusedError

RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
}
GRAPHS: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/json": ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}


@dataclass(frozen=True, slots=True)
class _Range:
    """One entry of an Accept header."""

    pattern: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """How closely it names the media type; 0 where it does not."""
        if self.pattern == media_type:
            return 3
        if self.pattern == media_type.partition("/")[0] + "/*":
            return 2
        return 1 if self.pattern == "*/*" else 0


def choose(accept: str, offered: Mapping[str, object]) -> str:
    """The offered media type that an Accept header prefers; the earliest offered where it leaves the choice.

    Raises:
        RefusedError: 406, none of them will do.
    """
    ranges = [_range(entry) for entry in accept.split(",") if entry.strip()] or [_Range("*/*", 1.0)]

    def quality(media_type: str) -> float:
        closest = max(ranges, key=lambda entry: entry.specificity(media_type))
        return closest.quality if closest.specificity(media_type) else 0.0

    best = max(offered, key=quality)
    if quality(best) <= 0:
        raise RefusedError(406, f"this answer can be had as {', '.join(offered)}")
    return best


def content_type(media_type: str) -> str:
    """The Content-Type header for a media type; all that is sent is UTF-8."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _range(entry: str) -> _Range:
    name, *parameters = (part.strip().lower() for part in entry.split(";"))
    weight = next((p.partition("=")[2].strip() for p in parameters if p.partition("=")[0].strip() == "q"), "1")
    try:
        quality = float(weight)
    except ValueError:
        quality = 0.0
    return _Range(name, quality if 0 <= quality <= 1 else 0.0)
