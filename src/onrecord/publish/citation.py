"""How a release may be used and is cited: LICENSE and CITATION.cff."""

import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.publish.release import File, Release

_LICENSE = """{title}
{underline}

The compilation of this dataset - its statements, tables and descriptions - is licensed under

    {name} ({id})
    {address}

by {creators}.

The sentences that it quotes as evidence are those of the articles and remain their publishers'. They are quoted, each
with its source, so that every statement can be checked.
"""


def write_license(release: Release, folder: Path) -> File:
    """Write under which licence the release may be used."""
    text = _LICENSE.format(
        title=release.title,
        underline="=" * len(release.title),
        name=release.license_name,
        id=release.license,
        address=release.license_address,
        creators=", ".join(one.name for one in release.creators) or "its creators",
    )
    (folder / "LICENSE").write_text(text, "utf-8")
    return File("LICENSE", f"The licence: {release.license_name}", "text/plain")


def write_citation(release: Release, identity: str, folder: Path) -> File:
    """Write how the release is cited, in the Citation File Format."""
    lines = "".join(f"{line}\n" for line in _citation(release, identity))
    (folder / "CITATION.cff").write_text(lines, "utf-8")
    return File("CITATION.cff", "How to cite it (Citation File Format)", "application/yaml")


def _citation(release: Release, identity: str) -> Iterator[str]:
    yield "cff-version: 1.2.0"
    yield 'message: "If you use this dataset, please cite it as below."'
    yield "type: dataset"
    yield f"title: {_quoted(release.title)}"
    yield "authors:"
    for creator in release.creators:
        yield f"  - name: {_quoted(creator.name)}"
        if creator.orcid:
            yield f"    website: {_quoted(creator.orcid)}"
    if not release.creators:
        yield '  - name: "not named"'
    yield f"date-released: {_quoted(release.day.isoformat())}"
    yield f"license: {release.license}"
    if release.version:
        yield f"version: {_quoted(release.version)}"
    if release.doi:
        yield f"doi: {_quoted(release.doi.removeprefix('https://doi.org/'))}"
    yield "identifiers:"
    yield "  - type: other"
    yield f"    value: {_quoted(f'sha256:{identity}')}"
    yield '    description: "Identity of the dataset: SHA-256 of the list of its graphs (graphs.csv)"'


def _quoted(text: str) -> str:
    """The text as YAML writes it, which reads strings of JSON."""
    return json.dumps(text, ensure_ascii=False)
