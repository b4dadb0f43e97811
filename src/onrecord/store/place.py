"""What `--store` names: a folder on this machine, or the address of a SPARQL store."""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.errors import UsageError


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a SPARQL store: its endpoint for queries, or what its endpoints have in common."""

    url: str

    def __str__(self) -> str:
        return self.url


Place = Path | Address


def place(named: str) -> Place:
    """The place that `--store` names.

    Raises:
        UsageError: it is an address that holds no host, or what does not belong into one.
    """
    if not named.lower().startswith(("http://", "https://")):
        return Path(named)
    parts = urlsplit(named)
    if "@" in parts.netloc:  # neither shown nor kept
        raise UsageError(
            "an address is shown and logged, so no credentials belong into it: set ONRECORD_STORE_USER and "
            "ONRECORD_STORE_PASSWORD, or ONRECORD_STORE_TOKEN"
        )
    if not parts.hostname or parts.query or parts.fragment:
        raise UsageError(f"{named}: name a store as https://HOST[:PORT][/PATH]")
    return Address(named.rstrip("/"))


def state_folder(address: Address) -> Path:
    """Where builds of the store at an address work, unless users say: below $XDG_STATE_HOME."""
    home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    told_apart = hashlib.sha256(address.url.encode()).hexdigest()[:8]
    return home / "onrecord" / f"{re.sub(r'[^A-Za-z0-9.-]+', '-', address.url.partition('://')[2])}-{told_apart}"
