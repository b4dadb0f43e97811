"""Articles in JSON: one object each with `id`, `text` and, where known, what else `_FIELDS` names."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.sources.article import Article
from onrecord.sources.checks import checked, day_of, decoded, encodable, moment_of
from onrecord.sources.refusal import Refusal, UnreadableError

_FIELDS = ("id", "text", "title", "date", "url", "publisher", "language", "retrieved")


def holds_articles(path: Path) -> bool:
    """Whether a `.json` file, which may be anything, has records with a text in it; a broken one its reader tells."""
    try:
        content = _loaded(path.read_bytes())
    except (UnreadableError, OSError):
        return True
    records = content if isinstance(content, list) else [content]
    return any(isinstance(record, Mapping) and "text" in record for record in records)


def read_json(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """A `.json` file: one article or a list of them."""
    try:
        content = _loaded(data)
    except UnreadableError as error:
        return [Refusal(where, str(error))]
    records = content if isinstance(content, list) else [content]
    return [_record(record, f"{where}, article {n}") for n, record in enumerate(records, 1)]


def read_json_lines(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """A `.jsonl` file: an article a line."""
    if not data.strip():
        yield Refusal(where, "is empty")
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        place = f"{where}, line {number}"
        try:
            found = _record(_loaded(line), place)
            yield replace(found, received=sha256(line).hexdigest()) if isinstance(found, Article) else found
        except UnreadableError as error:
            yield Refusal(place, str(error))


def _record(record: Any, where: str) -> Article | Refusal:
    """The article of one JSON object."""
    if not isinstance(record, Mapping):
        return Refusal(where, "not a JSON object with `id` and `text`")
    fields = {key: record.get(key) or "" for key in _FIELDS}
    wrong = next((key for key, value in fields.items() if not isinstance(value, str)), None)
    if wrong:
        return Refusal(where, f"`{wrong}` is not a text")
    if not fields["id"].strip():
        return Refusal(where, "has no `id`")
    published = day_of(fields["date"])
    if published is None:
        return Refusal(where, f"its date {fields['date']!r} is not an ISO day (YYYY-MM-DD)")
    retrieved = moment_of(fields["retrieved"])
    if retrieved is None:
        return Refusal(where, f"its time of retrieval {fields['retrieved']!r} is not an ISO time")
    try:
        text = checked(fields["text"])
        for value in fields.values():
            encodable(value)
    except UnreadableError as error:
        return Refusal(where, str(error))
    known = (fields["title"], fields["url"], fields["publisher"], fields["language"])
    return Article(fields["id"], text, published, *known, retrieved=retrieved)


def _loaded(data: bytes) -> Any:
    """The value that JSON text stands for."""
    text = decoded(data)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not JSON: {error}") from error
