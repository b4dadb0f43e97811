"""What is installed, which model, which store, what is missing, and the command that mends it."""

import logging
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata

from onrecord import resources
from onrecord.answers.ask import named_queries
from onrecord.build.models import models
from onrecord.errors import OnrecordError
from onrecord.extract import pipeline
from onrecord.gate.report import shapes
from onrecord.lexicon import lexicon
from onrecord.settings import Reading
from onrecord.store import Place, opened
from onrecord.version import __version__

_PACKAGES = (
    "spacy",
    "rdflib",
    "pyshacl",
    "pyoxigraph",
    "trafilatura",
    "pypdfium2",
    "onnxruntime",
    "starlette",
    "uvicorn",
)
_EXTRAS = {"python-docx": ("docx", ".docx"), "warcio": ("warc", ".warc and .wacz")}  # extra, and what it reads
_logger = logging.getLogger(__name__)
_OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    found: str
    remedy: str = ""  # the command that mends it; '' where nothing is wrong

    @property
    def well(self) -> bool:
        """Whether nothing is wrong."""
        return not self.remedy


def examine(store: Place, how: Reading) -> Iterator[Finding]:
    """Look at the installation and at the store, one thing after the other."""
    yield Finding("onrecord", __version__)
    yield Finding(
        "Python",
        platform.python_version(),
        "" if sys.version_info >= _OLDEST_PYTHON else "install Python 3.11 or later",
    )
    for package in _PACKAGES:
        yield _package(package)
    for package, (extra, formats) in _EXTRAS.items():
        yield _extra(package, extra, formats)
    yield _try("language models", lambda: _models(how), f"pip install {how.model}")
    reinstall = "pip install --force-reinstall onrecord"
    yield _try("ontology", lambda: f"{len(resources.files('ontology', '.ttl'))} files, {_words()} concepts", reinstall)
    yield _try("shapes", lambda: f"{len(resources.files('shapes', '.ttl'))} files, {len(shapes())} triples", reinstall)
    yield _try("queries", lambda: f"{len(named_queries())} named questions", reinstall)
    yield _try("store", lambda: _store(store), f"onrecord build INPUT --store {store}")


def _package(name: str) -> Finding:
    try:
        return Finding(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, "missing", f"pip install {name}")


def _extra(name: str, extra: str, formats: str) -> Finding:
    """A package that only some formats need; nothing is wrong without it."""
    try:
        return Finding(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, f"not installed, so {formats} are not read: pip install 'onrecord[{extra}]'")


def _try(what: str, look: Callable[[], str], remedy: str) -> Finding:
    try:
        return Finding(what, look())
    except (OnrecordError, OSError, LookupError, ValueError, SyntaxError) as error:
        _logger.debug("%s: cannot be looked at", what, exc_info=True)
        return Finding(what, " ".join(str(error).split()), remedy)


def _models(how: Reading) -> str:
    pipeline.load(how)
    return ", ".join(f"{model.name} {model.version}" for model in models(how))


def _words() -> int:
    return sum(len(lexicon.load().scheme(name)) for name in lexicon.load().schemes)


def _store(store: Place) -> str:
    reader = opened(store)
    return f"{store}: {len(reader.article_graphs())} articles, {reader.size()} statements"
