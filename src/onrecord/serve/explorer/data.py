"""What the pages read: rows from the workers, within their bounds of time and memory; texts and records from disk."""

import asyncio
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.responses import Response

from onrecord.errors import OnrecordError, StoreError
from onrecord.graph.vocabulary import PREFIXES
from onrecord.serve.answer_cache import KeptAnswer, KeptAnswers
from onrecord.serve.builds import Builds
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer.identities import DatasetIdentities
from onrecord.serve.explorer.queries import Paged
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.jobs import Answer, Job, Listed, Verdict
from onrecord.serve.pool import Pool
from onrecord.serve.settings import View
from onrecord.serve.streaming import WorkerResponse
from onrecord.store import Readable, opened, withholds
from onrecord.values.rejection import Rejection

_logger = logging.getLogger(__name__)
_JSON = "application/sparql-results+json"
_SELECT = Verdict("select", own_dataset=False, repeatable=True)  # the pages' own queries need no checking
NOT_KEPT = {  # the next build, or the other view, may say something else
    "Cache-Control": "private, no-cache",
    "Vary": "Accept, Cookie",
}
_NUMBERS = tuple(f"{PREFIXES['xsd']}{name}" for name in ("decimal", "integer"))
Row = Mapping[str, str]  # by column; empty where the graph does not say


class Iri(str):
    """A value that names a node."""

    __slots__ = ()


class Number(str):
    """A value that counts."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT query."""

    columns: tuple[str, ...]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a longer table."""

    columns: tuple[str, ...]
    rows: list[Row]
    number: int  # from 1
    size: int  # rows of a full page
    total: int | None  # rows of all pages; None where there are more than those shown, and nobody counted them

    @property
    def pages(self) -> int:
        """How many pages there are, as far as is known: at least one, if an empty one."""
        return self.number + 1 if self.total is None else max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The number of the first row, from 1."""
        return (self.number - 1) * self.size + 1


def paged(rows: Sequence[Row], number: int, size: int) -> Part:
    """One page of rows that are all there."""
    return Part((), list(rows[(number - 1) * size : number * size]), number, size, len(rows))


class Data:
    """The newest finished build, for pages. What it was asked once it tells again without asking a worker."""

    def __init__(self, builds: Builds, pool: Pool) -> None:
        self._builds, self.pool = builds, pool
        self._answers = KeptAnswers()
        self._opening = asyncio.Lock()
        self._identities = DatasetIdentities(builds.place)
        self._readers: dict[View, Readable] = {}
        self._refused: dict[View, tuple[str, Sequence[tuple[str, Rejection]]]] = {}

    @property
    def build(self) -> str:
        """Stands for the newest build."""
        return self._builds.newest

    @property
    def withholds(self) -> bool:
        """Whether the names of children are withheld from those who do not ask for them, as there are any."""
        return withholds(self._builds.place)

    async def identity(self, visitor: Visitor) -> str:
        """By what the record that a visitor is shown is named: its hash, or as long as that is not known its build."""
        return self.newest_identity if visitor.as_of is None else f"build {(await self.reader(visitor)).snapshot}"

    @property
    def newest_identity(self) -> str:
        """By what the newest record is named."""
        known = self._identities.of(self.build) if isinstance(self._builds.place, Path) else ""
        return f"sha256:{known}" if known else f"build {self.build}"

    async def table(self, query: str, visitor: Visitor) -> Table:
        """The answer to a SELECT query.

        Raises:
            RefusedError: there is none, or no whole one.
        """
        asked = Answer(query, "urn:x", _JSON, verdict=_SELECT, view=visitor.view, as_of=visitor.as_of)
        return _table(await self._kept(asked, visitor))

    async def rows(self, query: str, visitor: Visitor) -> list[Row]:
        """The rows of the answer to a SELECT query."""
        return (await self.table(query, visitor)).rows

    async def whole(self, query: str, visitor: Visitor) -> Part:
        """The whole answer to a query as its only page."""
        table = await self.table(query, visitor)
        return Part(table.columns, table.rows, 1, max(1, len(table.rows)), len(table.rows))

    async def part(self, query: Paged, number: int, visitor: Visitor) -> Part:
        """One page of the answer to a query; it has no rows where there are not so many pages."""
        table = await self.table(query.page(number), visitor)
        total = len(table.rows)
        if number > 1 or total == query.size:
            total = int((await self.rows(query.count(), visitor))[0]["n"])
        return Part(table.columns, table.rows, number, query.size, total)

    async def listed(self, query: Paged, number: int, visitor: Visitor, counted: bool = False) -> Part:
        """One page of the answer to a named query; the rows are counted if at most one page more follows, or if asked.

        No more of the answer is worked out than that takes, however long it is: counting may take as long as all of it.
        """
        first, most = (number - 1) * query.size, 2 * query.size
        asked = Listed(query.text, _JSON, first, most + 1, visitor.view, visitor.as_of)
        table = _table(await self._kept(asked, visitor))
        total = None if len(table.rows) > most else first + len(table.rows)
        if (counted and total is None) or (number > 1 and not table.rows):
            total = int((await self.rows(query.count(), visitor))[0]["n"])
        return Part(table.columns, table.rows[: query.size], number, query.size, total)

    async def reader(self, visitor: Visitor) -> Readable:
        """The record that a visitor is shown, open.

        Raises:
            StoreError: it cannot be read.
            RefusedError: 404, it is not known what was on record on that day.
        """
        view, place = visitor.view, self._builds.place
        if visitor.as_of is not None:
            try:
                return await asyncio.to_thread(opened, place, view is View.WITHHELD, visitor.as_of)
            except OnrecordError as error:  # where the store is does not concern strangers
                _logger.debug("%s", error)
                raise RefusedError(404, f"what was on record on {visitor.as_of} is not known here") from None
        async with self._opening:
            reader = self._readers.get(view)
            if reader is None or reader.snapshot != self.build:
                reader = self._readers[view] = await asyncio.to_thread(opened, place, view is View.WITHHELD)
            return reader

    async def text(self, sha256: str, visitor: Visitor) -> str | None:
        """An article's text; None where the store was not given it."""
        reader = await self.reader(visitor)
        try:
            return await asyncio.to_thread(reader.text, sha256)
        except StoreError:
            return None

    async def rejections(self, visitor: Visitor) -> Sequence[tuple[str, Rejection]]:
        """What the gate refused, each with the IRI of the article that it came from."""
        reader = await self.reader(visitor)
        build, refused = self._refused.get(visitor.view, ("", ()))
        if visitor.as_of is not None:
            return await asyncio.to_thread(_rejections, reader)
        if build != reader.snapshot:
            refused = await asyncio.to_thread(_rejections, reader)
            self._refused[visitor.view] = reader.snapshot, refused
        return refused

    def file(self, job: Job, name: str, visitor: Visitor) -> Response:
        """The answer to a job as a file that a browser saves under a name; it is sent as it comes."""
        response = WorkerResponse(self.pool, replace(job, view=visitor.view, as_of=visitor.as_of), visitor.client)
        response.headers.update({**NOT_KEPT, "Content-Disposition": f'attachment; filename="{name}"'})
        return response

    async def _kept(self, job: Job, visitor: Visitor) -> bytes:
        """The whole answer to a job, as it was given before where it was."""
        key = (self.build, job)
        kept = self._answers.get(key)
        if kept is None:
            if visitor.as_of is not None:
                await self.reader(visitor)  # it is put together here, and not within a query's bounds
            kept = KeptAnswer(_JSON, await self.pool.whole(job, visitor.client))
            self._answers.put(key, kept)
        return kept.content


def _rejections(reader: Readable) -> Sequence[tuple[str, Rejection]]:
    return [(article, refused) for article, record in reader.records().items() for refused in record.rejections]


def _table(content: bytes) -> Table:
    answer = json.loads(content)
    columns = tuple(answer["head"]["vars"])
    empty = dict.fromkeys(columns, "")
    rows: list[Row] = [
        empty | {name: _value(term) for name, term in row.items()} for row in answer["results"]["bindings"]
    ]
    return Table(columns, rows)


def _value(term: Mapping[str, str]) -> str:
    if term["type"] == "uri":
        return Iri(term["value"])
    return Number(term["value"]) if term.get("datatype") in _NUMBERS else term["value"]
