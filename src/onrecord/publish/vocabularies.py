"""What the statements of a release are written in and asked by: ontology, shapes and queries, copied as they are."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from onrecord import resources
from onrecord.publish.questions import questions
from onrecord.publish.release import File

_SPARQL = "application/sparql-query"


def write_vocabularies(folder: Path) -> Iterator[File]:
    """Copy the ontology with its word lists, the shapes, and the named queries."""
    for name, what in (("ontology", "Classes, properties and word lists"), ("shapes", "SHACL shapes")):
        (folder / name).mkdir()
        for path in resources.files(name, ".ttl"):
            shutil.copyfile(path, folder / name / path.name)
            yield File(f"{name}/{path.name}", f"{what}: {path.stem}", "text/turtle")
    (folder / "queries").mkdir()
    for query in questions():
        (folder / "queries" / f"{query.name}.rq").write_text(query.text, "utf-8")
        yield File(f"queries/{query.name}.rq", f"SPARQL: {query.title}", _SPARQL)
