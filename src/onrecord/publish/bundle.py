"""A release bundle: everything that a store holds, written into a folder, whole or not at all."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.graph.canonical import identity as identity_of
from onrecord.publish import (
    citation,
    crate,
    documents,
    follow_the_money,
    graphs,
    readme,
    redaction,
    reports,
    tables,
    vocabularies,
)
from onrecord.publish.checksums import write_checksums
from onrecord.publish.release import Release
from onrecord.publish.reports import Quality
from onrecord.store import Readable

_FOLDERS = ("metadata", "reports")


@dataclass(frozen=True, slots=True)
class Published:
    """What was published."""

    identity: str
    graphs: int
    statements: int
    files: int
    violations: int  # of shapes
    withheld: tuple[str, ...] = ()  # names that were left out


def publish(
    store: Readable,
    folder: Path,
    release: Release,
    quality: Quality | None = None,
    tell: Callable[[str], None] = lambda doing: None,
) -> Published:
    """Write the release bundle of a store; `tell` is told what is done at the moment.

    Raises:
        UsageError: the folder is there and is no release, a library is missing, or the store cannot be released.
        StoreError: the store cannot be read.
    """
    must_have_libraries()
    with _made_whole(folder) as place:
        for name in _FOLDERS:
            (place / name).mkdir()
        return _write(store, place, release, quality, tell)


def must_have_libraries() -> None:
    """See that the libraries for crates and Parquet are there.

    Raises:
        UsageError: they are not.
    """
    try:
        import pyarrow  # noqa: F401
        import rocrate  # noqa: F401
    except ImportError as error:
        raise UsageError(f"releases need libraries ({error.name}): pip install 'onrecord[publish]'") from error


def _write(
    store: Readable, folder: Path, release: Release, quality: Quality | None, tell: Callable[[str], None]
) -> Published:
    tell("writing canonical graphs")
    source = redaction.redacted(store, release.withheld) if release.redacted else store
    hashes, files = graphs.write_quads(source, folder)
    identity = identity_of(hashes)
    with graphs.released(folder) as reader:
        tell("writing Turtle, TriG and GraphML")
        files += graphs.write_readable(reader, folder)
        tell("writing tables")
        rows, written = tables.write_tables(reader, folder)
        files += written
        tell("writing FollowTheMoney entities")
        files += follow_the_money.write_entities(reader, folder)
        counted = documents.counts(reader)
        articles = len(reader.article_graphs())
        tell("checking against the shapes")
        conformance, report = reports.write_conformance(reader if release.redacted else store, folder)
    files.append(tables.write_data_dictionary(release, identity, folder))
    files += vocabularies.write_vocabularies(folder)
    files.append(report)
    if quality is not None:
        files.append(reports.write_quality(quality, folder))
    files.append(documents.write_void(counted, release, identity, folder))
    files.append(documents.write_examples(identity, folder))
    files.append(documents.write_provenance(source, identity, folder))
    files += (citation.write_license(release, folder), citation.write_citation(release, identity, folder))
    files.append(documents.write_dcat(files, release, identity, folder))
    violations = len(conformance.rejections)
    contents = readme.Contents(identity, articles, counted.triples, rows, violations, quality)
    files.append(readme.write_readme(release, contents, files, folder))
    tell("writing the crate")
    crate.write_crate(files, release, identity, folder)
    write_checksums(folder)
    names = tuple(source.withheld) if isinstance(source, redaction.Redacted) else ()
    return Published(identity, len(hashes), counted.triples, len(files) + 2, violations, names)


@contextmanager
def _made_whole(folder: Path) -> Iterator[Path]:
    """A folder to write into, which takes the name of `folder` once all is there."""
    if folder.exists() and not (folder / crate.NAME).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there and is no release: name another folder")
    fresh, old = (folder.with_name(f"{folder.name}.{ending}") for ending in ("part", "old"))
    try:
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
        fresh.mkdir(parents=True)
        yield fresh
        if folder.exists():
            folder.replace(old)
        fresh.replace(folder)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
