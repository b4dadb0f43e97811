"""Archives in ZIP, checked before anything of them is unpacked."""

import lzma
import zipfile
import zlib
from typing import IO

from onrecord.sources.refusal import UnreadableError

_ENTRIES = 20_000
# What zipfile raises of an entry that is broken, whichever way it is packed.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError, RuntimeError)


def opened_zip(file: IO[bytes], most: int, what: str) -> zipfile.ZipFile:
    """An archive that unpacks to at most so many bytes; no entry of it gives more than the archive says.

    Raises:
        UnreadableError: it is none, or unpacks to more; `what` it should be is said.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableError(f"not {what}, or a broken one") from error
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _ENTRIES or unpacked > most:
        raise UnreadableError(f"unpacks to {unpacked:,} bytes in {len(entries):,} files, more than {what} needs")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableError("asks for a password: save it without one")
    return archive


def content(archive: zipfile.ZipFile, name: str) -> bytes:
    """What an entry holds.

    Raises:
        UnreadableError: it is broken, or not what the archive says.
    """
    try:
        return archive.read(name)
    except KeyError as error:
        raise UnreadableError(f"has no {name}") from error
    except BROKEN as error:
        raise UnreadableError(f"its {name} is broken") from error
