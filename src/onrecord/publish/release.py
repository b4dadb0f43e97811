"""A release as its publisher describes it, and the files that it is made of: values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.errors import UsageError
from onrecord.publish.void import TITLE

LICENSES: Mapping[str, tuple[str, str]] = {  # by SPDX identifier: name and address
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": (
        "Creative Commons Attribution-ShareAlike 4.0 International",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    "CC-BY-NC-4.0": (
        "Creative Commons Attribution-NonCommercial 4.0 International",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    "CC0-1.0": ("Creative Commons Zero 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODbL-1.0": ("Open Data Commons Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "ODC-By-1.0": ("Open Data Commons Attribution License 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "PDDL-1.0": (
        "Open Data Commons Public Domain Dedication and License 1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
}


@dataclass(frozen=True, slots=True)
class Creator:
    """Who made the dataset: a name, and an ORCID where one is given."""

    name: str
    orcid: str = ""  # as an address: https://orcid.org/0000-0002-1825-0097


@dataclass(frozen=True, slots=True)
class Release:
    """What the publisher says of a release."""

    day: dt.date  # of publication
    title: str = TITLE
    creators: tuple[Creator, ...] = ()
    license: str = "CC-BY-4.0"  # an SPDX identifier
    version: str = ""
    doi: str = ""  # as an address: https://doi.org/10.5281/zenodo.1234
    redacted: bool = False  # whether names of children are left out
    withheld: tuple[
        str, ...
    ] = ()  # names that are left out as well, though no article calls whoever bears them a child

    def __post_init__(self) -> None:
        """See that the licence is one that is known.

        Raises:
            UsageError: it is none.
        """
        if self.license not in LICENSES:
            raise UsageError(f"no licence is called {self.license!r}: there are {', '.join(LICENSES)}")

    @property
    def license_name(self) -> str:
        """The licence in words."""
        return LICENSES[self.license][0]

    @property
    def license_address(self) -> str:
        """Where the licence can be read."""
        return LICENSES[self.license][1]


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release, with what it is."""

    path: str  # below the release's folder, with `/`
    what: str  # in one sentence, for the README and the crate
    media_type: str
    about: Mapping[str, object] = field(default_factory=dict)  # more that the crate says of it
