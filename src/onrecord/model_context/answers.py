"""What the tools answer: as JSON, and the same as text for those who read."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice

from onrecord.answers.ask import named_queries
from onrecord.answers.explain import why
from onrecord.answers.name_index import NameIndex
from onrecord.answers.row_evidence import MOST, Sentence, naming
from onrecord.errors import UsageError
from onrecord.model_context.pages import Asked, cursor, page, position, stamp, structured
from onrecord.model_context.schemas import (
    FIND,
    LINES,
    MOST_LINES,
    MOST_ROWS,
    NAMES,
    QUOTED,
    ROWS,
    WHY,
    Schema,
    Tool,
    tools,
)
from onrecord.store import Before, Place, Readable, opened
from onrecord.values.findings import Kind

Arguments = Mapping[str, object]
_NOTHING = (
    "no row: nothing on record fits. Fewer or other words in 'where' may find more; find_names has how somebody is "
    "called here. What is not found may still have been said"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, twice."""

    content: Mapping[str, object]
    text: str


class Record:
    """A store, its newest build as of each question; where names of children are withheld, they are in every answer."""

    def __init__(self, place: Place, withheld: bool) -> None:
        """Open a store.

        Raises:
            StoreError: there is none, or it cannot be read.
            UsageError: a question of the domain in force is called like a tool.
        """
        self._place, self._withheld = place, withheld
        self._reader = opened(place, withheld)
        self._names: tuple[str, NameIndex] | None = None
        self.tools: Mapping[str, Tool] = {tool.name: tool for tool in tools(list(named_queries().values()))}

    def answer(self, name: str, arguments: Arguments) -> Answer:
        """What a tool answers.

        Raises:
            UsageError: there is no such tool, or it does not take these arguments.
            OnrecordError: it cannot be answered.
        """
        if name not in self.tools:
            raise UsageError(f"there is no tool {name!r}: there are {', '.join(self.tools)}")
        _must_fit(name, arguments, self.tools[name].takes)
        reader = self._opened(_text(arguments, "as_of"))
        if name == FIND:
            return self._find(reader, arguments)
        return self._why(reader, arguments) if name == WHY else _asked(reader, name, arguments)

    def _opened(self, as_of: str) -> Readable:
        if as_of:
            return opened(self._place, self._withheld, _day(as_of))
        if not self._reader.is_newest():
            self._reader = opened(self._place, self._withheld)
        return self._reader

    def _find(self, reader: Readable, arguments: Arguments) -> Answer:
        kinds = [Kind(kind)] if (kind := _text(arguments, "kind")) else []
        found = self._index(reader, bool(_text(arguments, "as_of"))).candidates(
            _text(arguments, "name"), kinds, _number(arguments, "limit", NAMES, MOST_ROWS)
        )
        names, lines = list[dict[str, object]](), list[str]()
        for one in found:
            sentences = naming(reader, one.named.iri)
            names.append(
                {
                    "iri": one.named.iri,
                    "name": one.named.name,
                    "kind": one.named.kind.value,
                    "score": one.score,
                    "labels": list(one.named.labels),
                    "articles": one.named.articles,
                    "sentences": structured(sentences),
                }
            )
            other = ", ".join(one.named.labels[1:])
            told = f"{one.named.name} ({one.named.kind.value}, score {one.score:g}, articles {one.named.articles})"
            lines += [f"{told} {one.named.iri}", *([f"  also: {other}"] if other else []), *_quoted(sentences)]
        return _told(reader, {"names": names}, lines or ["nobody and nothing on record is called so"])

    def _index(self, reader: Readable, past: bool) -> NameIndex:
        if past:
            return NameIndex(reader)
        if self._names is None or self._names[0] != reader.snapshot:
            self._names = reader.snapshot, NameIndex(reader)
        return self._names[1]

    def _why(self, reader: Readable, arguments: Arguments) -> Answer:
        node, most = _text(arguments, "node"), _number(arguments, "limit", LINES, MOST_LINES)
        of = stamp(reader, WHY, node)
        start = position(_text(arguments, "cursor"), of)
        lines = list(islice(why(reader, node, self._earlier), start, start + most + 1))
        shown = lines[:most]
        sentences = [one for line in shown if line.depth == 0 for one in naming(reader, line.text)][: 3 * MOST]
        content: dict[str, object] = {"lines": [asdict(line) for line in shown], "sentences": structured(sentences)}
        if len(lines) > most:
            content["cursor"] = cursor(start + most, of)
        return _told(reader, content, [*("  " * line.depth + line.text for line in shown), *_quoted(sentences)])

    def _earlier(self, moment: str) -> Readable:
        return opened(self._place, self._withheld, Before(moment))


def _asked(reader: Readable, name: str, arguments: Arguments) -> Answer:
    where, factuality = arguments.get("where"), arguments.get("factuality")
    asked = Asked(
        named_queries()[name],
        {column: str(wanted) for column, wanted in where.items()} if isinstance(where, Mapping) else {},
        [str(term) for term in factuality] if isinstance(factuality, Sequence) else [],
        _number(arguments, "limit", ROWS, MOST_ROWS),
        _text(arguments, "cursor"),
    )
    found = page(reader, asked)
    rows = zip(found.rows, found.sentences, strict=True)
    content: dict[str, object] = {"rows": [{"cells": c, "sentences": structured(s)} for c, s in rows]}
    lines = []
    for cells, sentences in zip(found.rows, found.sentences, strict=True):
        lines += ["; ".join(f"{column}: {_flat(str(told))}" for column, told in cells.items()), *_quoted(sentences)]
    if found.cursor:
        content["cursor"] = found.cursor
    if not found.looked_through:
        content["incomplete"] = True
        lines.append("time was up before the page was full: the cursor goes on there")
    return _told(reader, content, lines or [_NOTHING])


def _told(reader: Readable, content: Mapping[str, object], lines: Sequence[str]) -> Answer:
    more = [f"more: ask again with cursor {content['cursor']}"] if "cursor" in content else []
    told = {**content, "record": reader.snapshot, "note": QUOTED}
    return Answer(told, "\n".join([QUOTED, "", *lines, *more]))


def _quoted(sentences: Sequence[Sentence]) -> list[str]:
    return [
        f'  > "{_flat(one.quote)}" - {one.source}{f", {one.day}" if one.day else ""}, '
        f"characters {one.start}-{one.end}, <{one.iri}>"
        for one in sentences
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _must_fit(name: str, arguments: Arguments, schema: Schema) -> None:
    """See that a tool takes what it is given.

    Raises:
        UsageError: it does not.
    """
    known, required = schema["properties"], schema.get("required", [])
    assert isinstance(known, Mapping) and isinstance(required, list)
    for argument in arguments:
        if argument not in known:
            raise UsageError(f"{name} takes no {argument!r}: it takes {', '.join(known)}")
    for argument in required:
        if not _text(arguments, argument).strip():
            raise UsageError(f"{name} needs {argument!r}: {known[argument]['description']}")
    for argument, value in arguments.items():
        kind = known[argument]["type"]
        if value is not None and (not isinstance(value, _TYPES[kind]) or isinstance(value, bool)):
            raise UsageError(f"{name}: {argument!r} is to be {_WORDS[kind]}")
        if (choices := known[argument].get("enum")) and value is not None and value not in choices:
            raise UsageError(f"{name}: {argument!r} is to be one of {', '.join(choices)}")


_TYPES: Mapping[str, type] = {"string": str, "integer": int, "object": Mapping, "array": list}
_WORDS = {"string": "text", "integer": "a whole number", "object": "an object", "array": "a list"}


def _text(arguments: Arguments, name: str) -> str:
    return str(arguments.get(name) or "")


def _number(arguments: Arguments, name: str, usual: int, most: int) -> int:
    given = arguments.get(name)
    number = usual if given is None else int(str(given))
    if not 1 <= number <= most:
        raise UsageError(f"{name!r} is to be a number from 1 to {most}")
    return number


def _day(text: str) -> dt.date:
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise UsageError("'as_of' is to be a day like 2026-03-01")
    return found
