"""What the dataset holds, in numbers (VoID), counted anew for each build."""

import asyncio

import pyoxigraph as ox

from onrecord.publish.rdf_terms import about
from onrecord.publish.void import TITLE, Counts, by_part, description
from onrecord.serve.builds import Builds
from onrecord.serve.jobs import Answer, Verdict
from onrecord.serve.negotiation import RESULTS
from onrecord.serve.pool import Pool
from onrecord.serve.settings import View
from onrecord.store.queries import query

_JSON = "application/sparql-results+json"


class Statistics:
    """The counts of the newest build; taken once for each."""

    def __init__(self, pool: Pool, builds: Builds, view: View) -> None:
        self._pool, self._builds, self._view = pool, builds, view
        self._turn = asyncio.Lock()
        self._build, self._counts = "", Counts()

    async def description(self, address: str, endpoint: str, client: str) -> list[ox.Triple]:
        """The VoID description of the dataset.

        Raises:
            RefusedError: it could not be counted.
        """
        async with self._turn:
            build = self._builds.newest
            if build != self._build:
                classes = by_part(await self._rows("count-classes", client))
                properties = by_part(await self._rows("count-properties", client))
                subjects = next(int(row["n"].value) for row in await self._rows("count-subjects", client))
                self._build, self._counts = build, Counts(classes, properties, subjects)
        dataset = ox.NamedNode(f"{address}#dataset")
        found_at = about(dataset, ("void:sparqlEndpoint", ox.NamedNode(endpoint)))
        return [*description(address, TITLE, self._counts), *found_at]

    async def _rows(self, question: str, client: str) -> list[ox.QuerySolution]:
        verdict = Verdict("select", own_dataset=False, repeatable=True)
        job = Answer(query(question), "urn:x", _JSON, verdict=verdict, view=self._view)
        solutions = ox.parse_query_results(await self._pool.whole(job, client), RESULTS[_JSON])
        assert isinstance(solutions, ox.QuerySolutions)
        return list(solutions)
