"""Which language models read, by name, version and hash: looked up on disk, without loading them."""

import importlib.util
import json
from pathlib import Path

from onrecord.configuration import Model, folder_model
from onrecord.errors import ModelError


def spacy_model(name: str) -> Model:
    """The spaCy model `name`: an installed package, or the path of a folder.

    Raises:
        ModelError: it is not installed, or is no spaCy model.
    """
    folder = Path(name)
    if not folder.is_dir():
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
        if spec is None or spec.origin is None:
            raise ModelError(f"language model {name!r} is not installed: `pip install {name}`, or give a folder")
        folder = Path(spec.origin).parent
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        return folder_model(f"{meta['lang']}_{meta['name']}", meta["version"], folder)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{name!r} is no spaCy model (its meta.json cannot be read)") from error
