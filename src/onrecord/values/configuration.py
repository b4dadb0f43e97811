"""What decides what is extracted from a text: values."""

from dataclasses import dataclass

from onrecord.settings import DEFAULT_READING, Reading
from onrecord.version import __version__


@dataclass(frozen=True, slots=True)
class Model:
    """A language model that reads."""

    name: str
    version: str
    sha256: str  # over the names and contents of its files


@dataclass(frozen=True, slots=True)
class WordList:
    """A file of a user's own word lists."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything that decides what is extracted from a text."""

    models: tuple[Model, ...]
    fingerprint: str  # where it changes, articles are read anew
    version: str = __version__
    reading: Reading = DEFAULT_READING
    comparing: str = ""  # a fingerprint as well: where it changes, it is decided anew who is who across articles
    ontology: tuple[WordList, ...] = ()  # users' own, in the order in which they are read
