"""Which language models read, by name, version and hash: looked up on disk, without loading them."""

import hashlib
import importlib.util
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from onrecord.errors import ModelError
from onrecord.settings import Reading
from onrecord.values.configuration import Model
from onrecord.version import __version__

_WEIGHTS = Path(__file__).resolve().parents[1] / "encoder" / "weights"


def models(how: Reading) -> tuple[Model, ...]:
    """The models that read in this way.

    Raises:
        ModelError: one of them is not installed, or is no spaCy model.
    """
    return _spacy_model(how.model), _folder("onrecord_encoder", __version__, _WEIGHTS)


def _spacy_model(name: str) -> Model:
    folder = Path(name)
    if not folder.is_dir():
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
        if spec is None or spec.origin is None:
            raise ModelError(f"language model {name!r} is not installed: `pip install {name}`, or give a folder")
        folder = Path(spec.origin).parent
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        return _folder(f"{meta['lang']}_{meta['name']}", meta["version"], folder)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{name!r} is no spaCy model (its meta.json cannot be read)") from error


@lru_cache(maxsize=8)
def _folder(name: str, version: str, folder: Path) -> Model:
    return Model(name, version, hash_files(folder, (p for p in folder.rglob("*") if "__pycache__" not in p.parts)))


def hash_files(root: Path, paths: Iterable[Path]) -> str:
    """SHA-256 over the names (below `root`) and contents of files, in order of name."""
    total = hashlib.sha256()
    for path in sorted(p for p in paths if p.is_file()):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
