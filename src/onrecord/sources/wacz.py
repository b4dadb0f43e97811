"""Web archive collections, `.wacz`: a ZIP with archives of web pages and their digests."""

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.sources.archives import BROKEN, content, opened_zip
from onrecord.sources.article import Article
from onrecord.sources.omission import Omission
from onrecord.sources.refusal import Refusal, UnreadableError
from onrecord.sources.warc import Captures

_PACKED = 30  # times its size: archives in it are packed themselves, so that ZIP gains little
_SMALL = 100_000_000  # bytes that any collection may unpack to
_DESCRIPTION = 10_000_000  # bytes of its description
_PART = 1 << 20


def read_wacz(path: Path, name: str, where: str) -> Iterator[Article | Refusal | Omission]:
    """The articles of a collection's archives, in order of name; an archive that was changed is refused."""
    most = max(_SMALL, _PACKED * path.stat().st_size)
    try:
        with path.open("rb") as file, opened_zip(file, most, "a collection of web archives") as collection:
            archives = sorted(one for one in collection.namelist() if one.endswith((".warc", ".warc.gz")))
            if not archives:
                raise UnreadableError("not a collection of web archives: it holds none")
            digests, captures = _digests(collection), Captures(where)
            for archive in archives:
                yield from _read(collection, archive, digests.get(archive, ""), captures, where)
    except UnreadableError as error:
        yield Refusal(where, str(error))


def _read(
    collection: zipfile.ZipFile, archive: str, digest: str, captures: Captures, where: str
) -> Iterator[Article | Refusal | Omission]:
    place = f"{where}, {archive}"
    try:
        if digest and _digest(collection, archive, digest) != digest:
            yield Refusal(place, "is not the archive that datapackage.json has the digest of: it was changed")
            return
        with collection.open(archive) as file:
            yield from captures.read(file, place)
    except BROKEN as error:
        yield Refusal(place, f"is broken ({type(error).__name__})")


def _digests(collection: zipfile.ZipFile) -> Mapping[str, str]:
    """The digests of a collection's files, by their names, as its description has them: `sha256:…`."""
    found = [entry for entry in collection.infolist() if entry.filename == "datapackage.json"]
    if not found or found[0].file_size > _DESCRIPTION:
        return {}
    try:
        told: Any = json.loads(content(collection, "datapackage.json"))
        return {str(one["path"]): str(one["hash"]) for one in told["resources"] if one.get("hash")}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError("its datapackage.json is broken") from error


def _digest(collection: zipfile.ZipFile, archive: str, like: str) -> str:
    """The digest of a file, by the algorithm that one like it names; that one where the algorithm is not known."""
    algorithm = like.partition(":")[0]
    if algorithm not in ("sha256", "sha512", "sha1", "md5"):
        return like
    found = hashlib.new(algorithm)
    with collection.open(archive) as file:
        while part := file.read(_PART):
            found.update(part)
    return f"{algorithm}:{found.hexdigest()}"
