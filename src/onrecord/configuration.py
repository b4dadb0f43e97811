"""What decides how articles are read: program, models, word lists, shapes; its fingerprint tells when to redo."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord import __version__, iri, resources

_PACKAGE = Path(__file__).resolve().parent
# Modules that change how the store is used, not what is extracted, do not make articles be read anew.
_NOT_READING = {"ask.py", "cli.py", "doctor.py", "export.py", "report.py"}


@dataclass(frozen=True, slots=True)
class Model:
    """A language model that reads."""

    name: str
    version: str
    sha256: str  # over the names and contents of its files


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything that decides what is extracted from a text."""

    models: tuple[Model, ...]
    fingerprint: str
    version: str = __version__

    @property
    def iri(self) -> str:
        """The same configuration always has the same IRI."""
        return f"{iri.BASE}configuration/{self.fingerprint[:12]}"


def configuration(models: Iterable[Model]) -> Configuration:
    """The configuration of this installation with these models."""
    used = tuple(models)
    code = [p for p in _PACKAGE.rglob("*.py") if "serve" not in p.parts and p.name not in _NOT_READING]
    parts = [hash_files(_PACKAGE, code)]
    parts += [hash_files(resources.folder(name), resources.files(name, ".ttl")) for name in ("ontology", "shapes")]
    parts += [model.sha256 for model in used]
    return Configuration(used, hashlib.sha256("\n".join(parts).encode()).hexdigest())


@cache
def folder_model(name: str, version: str, folder: Path) -> Model:
    """The model whose files lie in `folder`."""
    return Model(name, version, hash_files(folder, (p for p in folder.rglob("*") if "__pycache__" not in p.parts)))


def hash_files(root: Path, paths: Iterable[Path]) -> str:
    """SHA-256 over the names (below `root`) and contents of files, in order of name."""
    total = hashlib.sha256()
    for path in sorted(p for p in paths if p.is_file()):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
