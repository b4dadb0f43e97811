"""What the dataset holds, in numbers (VoID), counted anew for each build."""

import asyncio
from collections.abc import Iterator

import pyoxigraph as ox

from onrecord.serve.builds import Builds
from onrecord.serve.documents import about, term
from onrecord.serve.jobs import Answer, Verdict
from onrecord.serve.negotiation import RESULTS
from onrecord.serve.pool import Pool
from onrecord.serve.settings import View
from onrecord.store.queries import query

_JSON = "application/sparql-results+json"
_Counts = dict[str, int]


class Statistics:
    """The counts of the newest build; taken once for each."""

    def __init__(self, pool: Pool, builds: Builds, view: View) -> None:
        self._pool, self._builds, self._view = pool, builds, view
        self._turn = asyncio.Lock()
        self._build, self._counts = "", (_Counts(), _Counts(), 0)

    async def description(self, address: str, endpoint: str, client: str) -> list[ox.Triple]:
        """The VoID description of the dataset.

        Raises:
            RefusedError: it could not be counted.
        """
        async with self._turn:
            build = self._builds.newest
            if build != self._build:
                classes = _by_part(await self._rows("count-classes", client))
                properties = _by_part(await self._rows("count-properties", client))
                subjects = next(int(row["n"].value) for row in await self._rows("count-subjects", client))
                self._build, self._counts = build, (classes, properties, subjects)
        return list(_description(address, endpoint, *self._counts))

    async def _rows(self, question: str, client: str) -> list[ox.QuerySolution]:
        content = bytearray()
        verdict = Verdict("select", own_dataset=False, repeatable=True)
        job = Answer(query(question), "urn:x", _JSON, verdict=verdict, view=self._view)
        async with self._pool.asked(job, client) as reply:
            await reply.head()
            async for part in reply.parts():
                content += part
        solutions = ox.parse_query_results(bytes(content), RESULTS[_JSON])
        assert isinstance(solutions, ox.QuerySolutions)
        return list(solutions)


def _by_part(rows: list[ox.QuerySolution]) -> _Counts:
    return {row["part"].value: int(row["n"].value) for row in rows if isinstance(row["part"], ox.NamedNode)}


def _description(
    address: str, endpoint: str, classes: _Counts, properties: _Counts, subjects: int
) -> Iterator[ox.Triple]:
    dataset = ox.NamedNode(f"{address}#dataset")
    yield from about(
        dataset,
        ("rdf:type", term("void:Dataset")),
        ("dcterms:title", ox.Literal("onrecord: who is on record with what, sentence by sentence", language="en")),
        ("void:sparqlEndpoint", ox.NamedNode(endpoint)),
        ("void:uriSpace", ox.Literal("https://w3id.org/onrecord/")),
        ("void:triples", ox.Literal(sum(properties.values()))),
        ("void:distinctSubjects", ox.Literal(subjects)),
        ("void:classes", ox.Literal(len(classes))),
        ("void:properties", ox.Literal(len(properties))),
        *(("void:vocabulary", ox.NamedNode(space)) for space in sorted({_namespace(iri) for iri in properties})),
    )
    for place, (name, count) in enumerate(classes.items(), start=1):
        part = ox.NamedNode(f"{address}#class-{place}")
        yield from about(dataset, ("void:classPartition", part))
        yield from about(part, ("void:class", ox.NamedNode(name)), ("void:entities", ox.Literal(count)))
    for place, (name, count) in enumerate(properties.items(), start=1):
        part = ox.NamedNode(f"{address}#property-{place}")
        yield from about(dataset, ("void:propertyPartition", part))
        yield from about(part, ("void:property", ox.NamedNode(name)), ("void:triples", ox.Literal(count)))


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
