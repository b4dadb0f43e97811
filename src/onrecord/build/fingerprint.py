"""What decides what the store says: program, models, word lists, shapes; fingerprints tell what is to be redone."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from onrecord import resources
from onrecord.build.models import hash_files, models
from onrecord.lexicon.own import files
from onrecord.settings import Reading
from onrecord.values.configuration import Configuration, WordList

_PACKAGE = Path(__file__).resolve().parents[1]
# From the text of one article to what its graph holds: where this code changes, articles are read anew.
_READING = (
    *("settings.py", "resources.py", "values", "lexicon", "document", "sources"),
    *("encoder", "timex", "extract"),
    *("coref", "claims", "graph", "gate"),
)
_COMPARING = (
    "linking",
    "curation",
    "store",
    "build/together.py",
)  # where this changes, it is decided anew who is who across articles


def configuration(how: Reading) -> Configuration:
    """The configuration of this installation that reads in this way.

    Raises:
        ModelError: a language model is not installed.
    """
    used = models(how)
    parts = [_code(_READING)]
    parts += [hash_files(resources.folder(name), resources.shipped(name, ".ttl")) for name in ("ontology", "shapes")]
    parts += [model.sha256 for model in used]
    own = tuple(WordList(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files(how.ontology))
    parts += [f"{one.name} {one.sha256}" for one in own]
    if how.domain:
        parts.append(hash_files(how.domain, (how.domain / "shapes").glob("*.ttl")))
    asked = resources.folder("queries") / "internal"
    comparing = _digest([*parts, _code(_COMPARING), hash_files(asked, asked.glob("*.rq"))])
    return Configuration(used, _digest(parts), reading=how, comparing=comparing, ontology=own)


def _code(names: Iterable[str]) -> str:
    """The hash of the package's modules and packages of these names, with the weights that stand beside them."""
    places = [_PACKAGE / name for name in names]
    files = (path for place in places for path in (place, *place.rglob("*.py"), *place.rglob("weights.json")))
    return hash_files(_PACKAGE, files)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
