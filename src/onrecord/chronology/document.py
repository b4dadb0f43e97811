"""A chronology as one HTML file to be printed: its style is in it, and it asks no host for anything."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord.chronology import days, heading, tables
from onrecord.chronology.values import Chronology, Foot
from onrecord.lexicon import establishing

_FOLDER = Path(__file__).resolve().parent
TEMPLATES, STYLE = _FOLDER / "templates", _FOLDER / "chronology.css"
FILTERS: Mapping[str, Callable[..., object]] = {  # of the templates
    "counted": heading.counted,
    "day_in_words": days.written,
    "established": establishing.in_words,
    "explained": heading.explained,
    "places": tables.places,
    "unbroken": tables.unbroken,
    "warned": heading.warned,
}


class Paper(StrEnum):
    """The size of a sheet."""

    A4 = "a4"
    LETTER = "letter"


def html(made: Chronology, foot: Foot, paper: Paper) -> str:
    """The document."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= FILTERS
    style = STYLE.read_text(encoding="utf-8") + f"@page {{ size: {paper}; }}\n"
    return templates.get_template("chronology-document.html").render(made=made, foot=foot, style=style)
