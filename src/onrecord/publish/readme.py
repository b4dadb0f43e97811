"""README.md of a release: what it is, how to read it without SPARQL, how to check and how to cite it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.publish.questions import questions
from onrecord.publish.release import File, Release
from onrecord.publish.reports import FieldQuality, Quality
from onrecord.version import __version__

NAME = "README.md"
_FOLDERS = ("tables", "ontology", "shapes", "queries")  # whose files are not told one by one
_TEXT = """\
# {title}

Who put which figure, statement, official act and position on record, in which article, in which words. A program read
the articles; every row and every statement here comes with the sentence that makes it. That something is here says that
an article says it, never that it is so.

| | |
| --- | --- |
{facts}

## Start with the tables

Each table in `tables/` opens in a spreadsheet (`.csv`, in UTF-8) and in R, Python or DuckDB (`.parquet`).
`datapackage.json` says what each column means. In most of them `source` is the article, `quote` the sentence, `start`
and `end` the place of the words in the article's text, counted in Unicode code points from 0.

| table | rows | what it answers |
| --- | ---: | --- |
{tables}

With [DuckDB](https://duckdb.org), for example:

```sql
SELECT "asOf", reportedBy, hedge, value, counted, action, quote FROM 'tables/figures.parquet' ORDER BY value DESC;
```

(`asOf` stands in quotation marks, since DuckDB has a word of that name.)

## What else is here

| file | what it is |
| --- | --- |
{files}
| `ontology/` | the classes, properties and word lists that statements are written in |
| `shapes/` | the shapes that they conform to |
| `queries/` | the SPARQL queries that made the tables |
| `ro-crate-metadata.json` | this folder as an RO-Crate |
| `SHA256SUMS` | the hash of each file |

## How far it can be relied on

A program misses things and gets things wrong: read the sentence before you rely on a row. {conformance}

{quality}

The texts of the articles are not here: quotes are, with the address of each article and the SHA-256 of its text
(`tables/articles.csv`).{withheld}

## Check it

```sh
sha256sum --check SHA256SUMS   # that no file was changed
sha256sum graphs.csv           # the identity, as above
```

Each line of `graphs.csv` is a graph with the SHA-256 of its statements in canonical form (RDFC-1.0): that of the lines
of `graphs.nq` that end in its IRI. Whoever builds the same articles with the same version of the program gets the same
identity, on whatever machine and in whatever order.

## Cite it

{citation}

`CITATION.cff` has the same for reference managers.
"""
_WITHHELD = """

Names of people known only as children are left out, with what would give them away: in sentences `█` stands for their
letters, nodes about them have numbers in place of hashes, and the addresses of the articles that name them, days of
birth and links to other datasets are not here. A quoted sentence may still say an age or a village, and who has an
article has its names: this withholds names, it does not anonymize."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a release holds, in numbers."""

    identity: str
    articles: int
    statements: int  # triples, each once
    rows: Mapping[str, int]  # of each table
    violations: int  # of shapes
    quality: Quality | None = None


def write_readme(release: Release, contents: Contents, files: Iterable[File], folder: Path) -> File:
    """Write the README."""
    text = _TEXT.format(
        title=release.title,
        facts=_facts(release, contents),
        tables="\n".join(
            f"| `{query.name}` | {contents.rows.get(query.name, 0):,} | {query.title} |" for query in questions()
        ),
        files="\n".join(
            f"| `{file.path}` | {file.what} |" for file in files if file.path.partition("/")[0] not in _FOLDERS
        ),
        conformance=_conformance(contents.violations),
        quality=_quality(contents.quality),
        withheld=_WITHHELD if release.redacted else "",
        citation=_citation(release, contents),
    )
    (folder / NAME).write_text(text, "utf-8")
    return File(NAME, "What this is, how to read, check and cite it", "text/markdown")


def _facts(release: Release, contents: Contents) -> str:
    facts = {
        "articles": f"{contents.articles:,}",
        "statements (RDF triples)": f"{contents.statements:,}",
        "published": release.day.isoformat(),
        "version": release.version,
        "DOI": f"<{release.doi}>" if release.doi else "",
        "by": ", ".join(one.name for one in release.creators),
        "licence": f"[{release.license_name}]({release.license_address})",
        "made by": f"onrecord {__version__}",
        "identity": f"`sha256:{contents.identity}`",
    }
    return "\n".join(f"| {name} | {value} |" for name, value in facts.items() if value)


def _conformance(violations: int) -> str:
    if violations:
        return f"{violations:,} statements violate a shape: `reports/shacl.ttl` says which."
    return "All statements conform to the shapes (`reports/shacl.ttl`)."


def _quality(quality: Quality | None) -> str:
    if quality is None:
        return "How often it is right was not measured for this release."
    rows = (f"| {one.name} | {_cells(one)} |" for one in quality.fields)
    bounds = f", with {quality.confidence:.0%} confidence intervals" if quality.confidence else ""
    told = f"How often it is right{bounds}, on {quality.articles} articles annotated by hand"
    return "\n".join(
        (
            f"{told} (`reports/quality.json`): {quality.sample}.\n",
            "| field | precision | recall | F1 |\n| --- | ---: | ---: | ---: |",
            *rows,
        )
    )


def _cells(field: FieldQuality) -> str:
    """Precision, recall and F1, each with its interval where there is one."""
    bounds = {name: f" ({low:.2f}-{high:.2f})" for name, (low, high) in field.intervals.items()}
    return " | ".join(f"{share:.3f}{bounds.get(name, '')}" for name, share in field.shares.items())


def _citation(release: Release, contents: Contents) -> str:
    by = "; ".join(one.name for one in release.creators)
    version = f", version {release.version}" if release.version else ""
    told = (f"{by} ({release.day.year}).".strip(), f"{release.title}{version} [dataset].", release.doi)
    return " ".join(part for part in (*told, f"sha256:{contents.identity}") if part)
