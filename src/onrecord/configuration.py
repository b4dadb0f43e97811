"""What decides how articles are read: program, models, word lists, shapes; its fingerprint tells when to redo."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from onrecord import __version__, iri, resources
from onrecord.models import Model, hash_files, models
from onrecord.settings import DEFAULT_READING, Reading

_PACKAGE = Path(__file__).resolve().parent
# What changes how the store is used, not what is extracted, does not make articles be read anew.
_NOT_READING = {"ask.py", "cli", "doctor.py", "export.py", "plot.py", "report.py", "serve", "why.py"}


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything that decides what is extracted from a text."""

    models: tuple[Model, ...]
    fingerprint: str
    version: str = __version__
    reading: Reading = DEFAULT_READING

    @property
    def iri(self) -> str:
        """The same configuration always has the same IRI."""
        return f"{iri.BASE}configuration/{self.fingerprint[:12]}"


def configuration(how: Reading) -> Configuration:
    """The configuration of this installation that reads in this way.

    Raises:
        ModelError: a language model is not installed.
    """
    used = models(how)
    code = [p for p in _PACKAGE.rglob("*.py") if p.relative_to(_PACKAGE).parts[0] not in _NOT_READING]
    parts = [hash_files(_PACKAGE, code), how.names]
    parts += [hash_files(resources.folder(name), resources.files(name, ".ttl")) for name in ("ontology", "shapes")]
    parts += [model.sha256 for model in used]
    return Configuration(used, hashlib.sha256("\n".join(parts).encode()).hexdigest(), reading=how)
