"""What decides how articles are read: program, models, word lists, shapes; its fingerprint tells when to redo."""

import hashlib
from pathlib import Path

from onrecord import resources
from onrecord.build.models import hash_files, models
from onrecord.settings import Reading
from onrecord.values.configuration import Configuration

_PACKAGE = Path(__file__).resolve().parents[1]
# What changes how the store is used, not what is extracted, does not make articles be read anew.
_NOT_READING = {"answers", "cli", "evaluation", "serve"}


def configuration(how: Reading) -> Configuration:
    """The configuration of this installation that reads in this way.

    Raises:
        ModelError: a language model is not installed.
    """
    used = models(how)
    code = [p for p in _PACKAGE.rglob("*.py") if p.relative_to(_PACKAGE).parts[0] not in _NOT_READING]
    parts = [hash_files(_PACKAGE, code)]
    parts += [hash_files(resources.folder(name), resources.files(name, ".ttl")) for name in ("ontology", "shapes")]
    parts += [model.sha256 for model in used]
    return Configuration(used, hashlib.sha256("\n".join(parts).encode()).hexdigest(), reading=how)
