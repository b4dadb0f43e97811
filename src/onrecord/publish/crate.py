"""ro-crate-metadata.json: what a release is and what each of its files is (RO-Crate 1.2)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord.publish.checksums import NAME as CHECKSUMS
from onrecord.publish.checksums import sha256
from onrecord.publish.documents import address
from onrecord.publish.release import File, Release
from onrecord.version import __version__

NAME = "ro-crate-metadata.json"
_PROGRAM = "https://w3id.org/onrecord/"
_FOLDERS = {
    "tables": "The answers to the named queries, as CSV and Parquet",
    "ontology": "Classes, properties and word lists in which the statements are written",
    "shapes": "SHACL shapes that the statements conform to",
    "queries": "The named queries in SPARQL",
    "metadata": "The dataset described in VoID, DCAT and PROV",
    "reports": "Whether it conforms, and how often it is right",
    "followthemoney": "Entities and statements for Aleph and OpenSanctions",
}


def write_crate(files: Iterable[File], release: Release, identity: str, folder: Path) -> None:
    """Write the crate's metadata, over files that are all there but the list of their hashes."""
    from rocrate.rocrate import ROCrate

    crate = ROCrate(version="1.2")
    root = crate.root_dataset
    root["name"], root["description"] = release.title, _description(release)
    root["datePublished"] = release.day.isoformat()
    root["identifier"] = release.doi or address(identity)
    licence = {"name": release.license_name, "description": f"{release.license}, as `LICENSE` says what it covers"}
    root["license"] = _context(crate, release.license_address, "CreativeWork", **licence)
    root["sha256"] = identity
    if release.version:
        root["version"] = release.version
    program = {"name": "onrecord", "version": __version__, "url": _PROGRAM}
    root["isBasedOn"] = _context(crate, _PROGRAM, "SoftwareApplication", **program)
    authors = [_author(crate, one.name, one.orcid) for one in release.creators]
    if authors:
        root["author"] = authors if len(authors) > 1 else authors[0]
    folders = {
        name: crate.add_dataset(dest_path=f"{name}/", properties={"name": name, "description": what})
        for name, what in _FOLDERS.items()
        if (folder / name).is_dir()
    }
    for file in files:
        added = crate.add_file(dest_path=file.path, properties=_properties(file, folder / file.path))
        if (place := file.path.partition("/")[0]) in folders:
            folders[place].append_to("hasPart", added)
    sums = {"name": CHECKSUMS, "description": "The SHA-256 of each file", "encodingFormat": "text/plain"}
    crate.add_file(dest_path=CHECKSUMS, properties=sums)
    content = json.dumps(crate.metadata.generate(), indent=1, sort_keys=True, ensure_ascii=False)
    (folder / NAME).write_text(content + "\n", "utf-8")


def _description(release: Release) -> str:
    withheld = " Names of children are left out." if release.redacted else ""
    return (
        "Who put which figure, statement, official act and position on record, extracted from articles by a program; "
        f"every statement comes with the sentence that makes it.{withheld}"
    )


def _properties(file: File, path: Path) -> dict[str, Any]:
    return {
        "name": file.path,
        "description": file.what,
        "encodingFormat": file.media_type,
        "contentSize": str(path.stat().st_size),
        "sha256": sha256(path),
        **file.about,
    }


def _author(crate: Any, name: str, orcid: str) -> Any:
    return _context(crate, orcid or f"#{'-'.join(name.split())}", "Person", name=name)


def _context(crate: Any, identifier: str, kind: str, **properties: str) -> Any:
    from rocrate.model.contextentity import ContextEntity

    return crate.add(ContextEntity(crate, identifier, properties={"@type": kind, **properties}))
