"""SHA256SUMS: the hashes of the files of a release, as `sha256sum --check` reads them."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def write_checksums(folder: Path) -> None:
    """Write the hashes of all files below a folder, in order of their paths."""
    paths = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != NAME)
    lines = "".join(f"{sha256(folder / path)}  {path}\n" for path in paths)
    (folder / NAME).write_text(lines, "utf-8")
