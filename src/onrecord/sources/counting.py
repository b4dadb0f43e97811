"""How many articles inputs hold, told without reading them as articles."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from onrecord.sources.paths import resolved
from onrecord.sources.reading import STANDARD_INPUT, files_of
from onrecord.sources.refusal import Refusal


def count(inputs: Iterable[str]) -> int | None:
    """How many articles and refusals reading the inputs gives, but for what changes meanwhile.

    None where standard input is among them, which can be read once, or an archive, which only reading tells.
    """
    files, absent = set[Path](), 0
    for given in inputs:
        if given == STANDARD_INPUT:
            return None
        found = files_of(given)
        if isinstance(found, Refusal):
            absent += 1
        else:
            files.update(map(resolved, found))
    if any(file.name.lower().endswith(_ARCHIVES) for file in files):
        return None
    return absent + sum(map(_in_file, files))


def _in_file(file: Path) -> int:
    counted = _COUNTED.get(file.suffix.lower()) if file.is_file() else None
    try:
        return counted(file) if counted is not None else 1
    except (OSError, ValueError, RecursionError):
        return 1  # it is refused


def _lines(file: Path) -> int:
    with file.open("rb") as lines:
        return sum(bool(line.strip()) for line in lines) or 1  # an empty file is refused


def _records(file: Path) -> int:
    content = json.loads(file.read_bytes())
    return len(content) if isinstance(content, list) else 1


_ARCHIVES = (".warc", ".warc.gz", ".wacz")
_COUNTED: Mapping[str, Callable[[Path], int]] = {".jsonl": _lines, ".json": _records}
