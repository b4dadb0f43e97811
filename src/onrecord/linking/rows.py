"""Records that are compared, as text: what blocks on disk keep of them."""

import json
from dataclasses import fields
from decimal import Decimal
from typing import Any, TypeVar

from onrecord.values.population import Population

_Record = TypeVar("_Record")


def write(record: Any) -> str:
    """A record as text: the same for the same record."""
    return json.dumps([_plain(getattr(record, field.name)) for field in fields(record)], ensure_ascii=False)


def read(kind: type[_Record], text: str) -> _Record:
    """The record of this kind that was written so."""
    return kind(*map(_value, json.loads(text)))


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return {"number": str(value)}
        case Population():
            return {"population": str(value)}
        case frozenset():
            return {"set": sorted(map(_plain, value), key=str)}
        case tuple():
            return list(map(_plain, value))
    return value


def _value(plain: Any) -> Any:
    match plain:
        case {"number": number}:
            return Decimal(number)
        case {"population": population}:
            return Population.read(population)
        case {"set": members}:
            return frozenset(map(_value, members))
        case list():
            return tuple(map(_value, plain))
    return plain
