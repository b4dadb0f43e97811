"""The tables of a release: the answer to each named query as CSV and Parquet, with a data dictionary (Frictionless)."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from onrecord.answers.ask import NamedQuery
from onrecord.answers.batches import ask_in_batches
from onrecord.publish.columns import column
from onrecord.publish.questions import questions
from onrecord.publish.release import File, Release
from onrecord.store import Readable

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 10_000  # that are written together
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_PARQUET = "application/vnd.apache.parquet"
_READ: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": float,
    "boolean": lambda value: value == "true",
    "string": str,
}


def write_tables(reader: Readable, folder: Path) -> tuple[dict[str, int], list[File]]:
    """Write the answer to each named query, and say how many rows each has and which files there are."""
    (folder / "tables").mkdir()
    rows, files = dict[str, int](), list[File]()
    for query in questions():
        path = f"tables/{query.name}"
        rows[query.name] = _write(reader, query, folder / path)
        files.append(File(f"{path}.csv", query.title, "text/csv"))
        files.append(File(f"{path}.parquet", f"{query.title} (Parquet)", _PARQUET))
    return rows, files


def _write(reader: Readable, query: NamedQuery, path: Path) -> int:
    """Write one table, and say how many rows it has."""
    import pyarrow.parquet as pq

    schema, count = _schema(query), 0
    with (
        path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as out,
        pq.ParquetWriter(path.with_suffix(".parquet"), schema) as packed,
    ):
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(query.columns)
        for part in _parts(reader, query):
            count += len(part)
            lines.writerows(part)
            packed.write_table(_table(part, query, schema))
    return count


def _parts(reader: Readable, query: NamedQuery) -> Iterator[list[list[str]]]:
    """The rows, so many at a time; '' where a row has no value."""
    part: list[list[str]] = []
    for batch in ask_in_batches(reader, query.text):
        part += ([_cell(row[name]) for name in query.columns] for row in batch)
        while len(part) >= _ROWS:
            yield part[:_ROWS]
            part = part[_ROWS:]
    yield part


def _cell(term: Any) -> str:
    return "" if term is None else str(term.value if isinstance(term, ox.NamedNode | ox.Literal) else term)


def _schema(query: NamedQuery) -> "pa.Schema":
    import pyarrow as pa

    types = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "string": pa.string()}
    columns = ((name, column(query.name, name)) for name in query.columns)
    fields = [pa.field(name, types[told.type], metadata={"description": told.what}) for name, told in columns]
    return pa.schema(fields, metadata={"title": query.title})


def _table(rows: Sequence[Sequence[str]], query: NamedQuery, schema: "pa.Schema") -> "pa.Table":
    import pyarrow as pa

    kinds = [column(query.name, name).type for name in query.columns]
    columns = [[_READ[kind](row[at]) if row[at] else None for row in rows] for at, kind in enumerate(kinds)]
    return pa.table([pa.array(cells, type=schema.types[at]) for at, cells in enumerate(columns)], schema=schema)


def write_data_dictionary(release: Release, identity: str, folder: Path) -> File:
    """Write what the columns of the tables mean, as a Data Package."""
    package = {
        "$schema": _PROFILE,
        "name": "onrecord",
        "id": f"urn:sha256:{identity}",
        "title": release.title,
        "created": f"{release.day.isoformat()}T00:00:00Z",
        "licenses": [{"name": release.license, "title": release.license_name, "path": release.license_address}],
        "contributors": [{"title": one.name, "roles": ["creator"]} for one in release.creators],
        "resources": [one for query in questions() for one in _resources(query)],
    }
    if release.version:
        package["version"] = release.version
    content = {name: value for name, value in package.items() if value}
    (folder / "datapackage.json").write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return File(
        "datapackage.json",
        "The data dictionary: the tables, their columns, and what each means (Frictionless Data Package)",
        "application/json",
        {"conformsTo": {"@id": _PROFILE}},
    )


def _resources(query: NamedQuery) -> Iterator[dict[str, object]]:
    """The table of a query, in both forms."""
    told = [(name, column(query.name, name)) for name in query.columns]
    schema = {
        "fields": [{"name": name, "type": one.type, "description": one.what} for name, one in told],
        "missingValues": [""],
    }
    common = {"title": query.title, "schema": schema}
    csv_file, parquet = f"tables/{query.name}.csv", f"tables/{query.name}.parquet"
    yield {"name": query.name, "path": csv_file, "format": "csv", "mediatype": "text/csv", **common}
    yield {"name": f"{query.name}-parquet", "path": parquet, "format": "parquet", "mediatype": _PARQUET, **common}
