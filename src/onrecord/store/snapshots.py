"""The store on disk: an Oxigraph database, the articles' texts, and what is known of each article.

    DIR/graph/                      the database; whoever builds holds its lock
    DIR/unfinished                  there while the database may hold what is not in the newest snapshot
    DIR/catalogue.sqlite            for each article: where it came from, what read it, what the gate held back, what
                                    users' decisions changed in it; what is compared of it with other articles; and
                                    what undoes each commit
    DIR/read.sqlite                 what a build under way has read
    DIR/snapshots/N/graph/          what readers open: a whole, finished build (hard links: it costs next to nothing)
    DIR/snapshots/N/redacted/       the same, and the texts, without the names of children; there if there are any
    DIR/snapshots/N/hidden.json     what that view hides, in clear: the next one is made of it by what changed
    DIR/as-of/N/                    the record as commit N left it, put together for those who asked (`history`)
    DIR/current                     the number of the newest snapshot, replaced in one step
    DIR/build.log                   the tracebacks of articles that could not be read; build.log.1 the older ones
    DIR/texts/SHA256.txt            the texts, of earlier versions too, kept out of the graph so that they stay out of
                                    what is published

A build is done when the catalogue knows its snapshot. Of one that breaks off before, nothing is seen, but what it read
is kept: whoever builds next starts from the newest snapshot, and reads what is missing.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from onrecord.errors import StoreError
from onrecord.values.rejection import Rejection


@dataclass(frozen=True, slots=True)
class Amended:
    """How users' decisions changed an article's graph, so that it can be undone."""

    fingerprint: str  # of what they changed
    withdrawn: str  # N-Triples that the article's graph had
    added: str  # N-Triples that it has instead
    tied: tuple[tuple[str, str], ...]  # nodes whose statements changed, each with the decision: pairs of IRIs


@dataclass(frozen=True, slots=True)
class Record:
    """What the store knows of one article."""

    source: str
    origin: str  # the file it came from, as an absolute path, or '-'
    sha256: str
    fingerprint: str  # of the article's own data and the configuration that read it
    rejections: tuple[Rejection, ...] = ()
    amended: Amended | None = None
    graph: str = field(default="", compare=False)  # SHA-256 of its canonical N-Quads, as the build left it
    nodes: str = field(
        default="", compare=False
    )  # the digests of its nodes, one after the other in order: see `graph.node_digests`


def must_be_store(folder: Path) -> None:
    """See that a folder is a store.

    Raises:
        StoreError: it is not; the message says what it is.
    """
    if not folder.exists():
        raise StoreError(f"{folder}: no store here: make one with `onrecord build INPUT --store {folder}`")
    if not folder.is_dir():
        raise StoreError(f"{folder} is a file: name a folder for the store")
    if not any((folder / name).exists() for name in ("current", "unfinished")):
        raise StoreError(f"{folder} is a folder, but not a store of onrecord: name another one")


def current(folder: Path) -> str:
    """The number of the newest snapshot; '' where no build was finished yet."""
    path = folder / "current"
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def snapshot(folder: Path, number: str) -> Path:
    """The folder of a snapshot."""
    return folder / "snapshots" / number


def redacted(snapshot: Path) -> Path:
    """Where the view of a snapshot without the names of children is."""
    return snapshot / "redacted"


def text_path(folder: Path, sha256: str) -> Path:
    """Where a text is, in a store or in a view."""
    return folder / "texts" / f"{sha256}.txt"


def read_text(path: Path) -> str:
    """A text.

    Raises:
        StoreError: it is missing.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise StoreError(f"{path.parent.parent}: the text {path.stem[:12]}… is missing: build again") from error


def read_record(fields: dict[str, Any]) -> Record:
    """What is known of an article, as it was written."""
    rejections = tuple(Rejection(**rejection) for rejection in fields.pop("rejections"))
    amended = fields.pop("amended", None)
    if amended is not None:
        amended = Amended(**{**amended, "tied": tuple((node, by) for node, by in amended["tied"])})
    return Record(**fields, rejections=rejections, amended=amended)


def write_masked(view: Path, masked: Mapping[str, tuple[str, Record]]) -> None:
    """Write what a view shows of the articles from which it hides something: by their IRIs, its own and the record."""
    content = {name: (shown, asdict(record)) for name, (shown, record) in sorted(masked.items())}
    (view / "articles.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def read_masked(view: Path) -> dict[str, tuple[str, Record]]:
    """What a view shows of the articles from which it hides something, as it was written."""
    content = json.loads((view / "articles.json").read_text(encoding="utf-8"))
    return {name: (shown, read_record(fields)) for name, (shown, fields) in content.items()}


def replace_file(path: Path, content: str) -> None:
    """Write a file so that readers see the old content or the new, never half of it."""
    fresh = path.with_suffix(path.suffix + ".new")
    fresh.write_text(content, encoding="utf-8")
    fresh.replace(path)
