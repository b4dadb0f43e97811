"""Reads annotated articles: NAME.txt, .html or .md with NAME.json beside it."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.evaluation.gold import (
    AnnotatedArticle,
    Annotation,
    GoldAct,
    GoldDate,
    GoldEntity,
    GoldFigure,
    GoldPosition,
    GoldSpeaker,
)

SUFFIXES = (".txt", ".html", ".md")
FINISHED = "annotated"  # whether an annotation is done; it is where nothing is said
_ATTRIBUTES = ("action", "scope", "asOf", "reportedBy", "where", "factuality")  # each a column of `ask figures`
_NOT_EVERYWHERE = frozenset({"where", "factuality"})  # sets made before it was annotated lack it


def read_folder(folder: Path) -> tuple[AnnotatedArticle, ...]:
    """The annotated articles of a folder, in order of name; not those whose annotation is `unfinished`.

    Raises:
        InputError: the folder holds none, or an annotation is not JSON or not of the form it must have.
    """
    texts = _texts(folder)
    done = [path for path in texts if not _is_unfinished(path)]
    found = tuple(AnnotatedArticle(path, read_annotation(path.with_suffix(".json"))) for path in done)
    if texts and not found:
        raise InputError(f'{folder}: none of {len(texts)} articles is annotated: set "{FINISHED}" of one to true')
    if not found:
        raise InputError(f"{folder}: no annotated articles: put NAME.json beside NAME.txt, NAME.html or NAME.md")
    return found


def unfinished(folder: Path) -> tuple[str, ...]:
    """The names of the articles of a folder whose annotation says that it is not done (`"annotated": false`).

    Raises:
        InputError: there is no such folder, or an annotation is not JSON.
    """
    return tuple(path.name for path in _texts(folder) if _is_unfinished(path))


def _texts(folder: Path) -> list[Path]:
    """The articles that have an annotation, in order of name."""
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder: name one that holds annotated articles")
    return sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and p.with_suffix(".json").is_file())


def _is_unfinished(path: Path) -> bool:
    content = _content(path.with_suffix(".json"))
    return isinstance(content, Mapping) and content.get(FINISHED) is False


def _content(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: not an annotation in JSON ({error}): correct it, or take it away") from error


def read_annotation(path: Path) -> Annotation:
    """The annotation in one JSON file.

    Raises:
        InputError: it is not JSON, or not of the form it must have; the message has the path to the bad datum.
    """
    facts = _Record(_content(path), f"{path}")
    people = [(_entity(person), person) for person in facts.records("people")]
    return Annotation(
        people=tuple(entity for entity, _ in people),
        organizations=tuple(map(_entity, facts.records("organizations"))),
        places=tuple(map(_entity, facts.records("places"))),
        dates=tuple(GoldDate(date.text("text"), date.text("value")) for date in facts.records("dates")),
        figures=tuple(map(_figure, facts.records("figures"))),
        positions=tuple(
            GoldPosition(entity, position.text("title"), position.text_or_null("organization"))
            for entity, person in people
            for position in person.records("positions", needed=False)
        ),
        acts=tuple(map(_act, facts.records("acts"))),
        speakers=tuple(map(GoldSpeaker, facts.texts("speakers"))),
    )


def _entity(record: "_Record") -> GoldEntity:
    return GoldEntity(record.text("name"), record.texts("aliases", needed=False), record.flag("court"))


def _figure(record: "_Record") -> GoldFigure:
    annotated = [name for name in _ATTRIBUTES if name in record or name not in _NOT_EVERYWHERE]
    return GoldFigure(
        value=record.number("value"),
        hedge=record.text("hedge"),
        counted=record.text("counted"),
        attributes={name: record.text_or_null(name) for name in annotated},
        text=record.text("text", needed=False),
        at=record.text("at", needed=False),
    )


def _act(record: "_Record") -> GoldAct:
    return GoldAct(
        type=record.text("type"),
        by=record.text_or_null("by"),
        against=record.texts("against"),
        date=record.text_or_null("date"),
        at=record.text("at", needed=False),
        trigger=record.text("trigger", needed=False),
    )


class _Record:
    """A JSON object of an annotation: gives its values by key, and says where one is missing or of another kind."""

    def __init__(self, content: Any, path: str) -> None:
        self._content = content if isinstance(content, Mapping) else {}
        self._path = path
        if self._content is not content:
            raise InputError(f"{path}: must be an object {{...}}: correct the annotation")

    def __contains__(self, key: str) -> bool:
        return key in self._content

    def text(self, key: str, needed: bool = True) -> str:
        """A text; '' where it may be missing and is."""
        value = self._content.get(key, None if needed else "")
        return value if isinstance(value, str) else self._wrong(key, "a text")

    def text_or_null(self, key: str) -> str | None:
        """A text or null, which has to be said."""
        value = self._content.get(key, ...)
        return value if value is None or isinstance(value, str) else self._wrong(key, "a text or null")

    def texts(self, key: str, needed: bool = True) -> tuple[str, ...]:
        """A list of texts."""
        values = self._list(key, needed)
        return tuple(values) if all(isinstance(v, str) for v in values) else self._wrong(key, "a list of texts")

    def records(self, key: str, needed: bool = True) -> tuple["_Record", ...]:
        """A list of objects."""
        return tuple(_Record(v, f"{self._path}: {key}[{n}]") for n, v in enumerate(self._list(key, needed)))

    def number(self, key: str) -> Decimal:
        """A number."""
        value = self._content.get(key)
        finite = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf")
        return Decimal(str(value)) if finite else self._wrong(key, "a number")

    def flag(self, key: str) -> bool:
        """Whether something is so; false where nothing is said."""
        value = self._content.get(key, False)
        return value if isinstance(value, bool) else self._wrong(key, "true or false")

    def _list(self, key: str, needed: bool) -> list[Any]:
        value = self._content.get(key, None if needed else [])
        return value if isinstance(value, list) else self._wrong(key, "a list")

    def _wrong(self, key: str, wanted: str) -> Any:
        found = "is missing" if key not in self._content else f"is {json.dumps(self._content[key])[:40]}"
        raise InputError(f"{self._path}: `{key}` {found} and must be {wanted}: correct the annotation")
