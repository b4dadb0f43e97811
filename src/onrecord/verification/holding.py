"""What is verified: a store, or a bundle that was published of one; its graphs, its texts where there are any."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from onrecord.errors import InputError, StoreError
from onrecord.graph import iri
from onrecord.sources.article import Article
from onrecord.sources.reading import read_file
from onrecord.sources.registry import reader_for
from onrecord.store import Reader, Record

_IS_TEXT = re.compile(r"[0-9a-f]{64}\.txt")


class Texts(Protocol):
    """Where texts are found."""

    def text(self, sha256: str) -> str | None:
        """The text that goes by this SHA-256, whatever it holds; None where there is none."""


class Held(Texts, Protocol):
    """Named graphs that can be read one by one, what is known of the articles beside them, and their texts."""

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles, in order."""

    def shared_graphs(self) -> list[ox.NamedNode]:
        """The other named graphs."""

    def ntriples(self, graph: str) -> bytes:
        """The triples of one named graph as N-Triples, in any order."""

    def records(self) -> Mapping[str, Record]:
        """What a store knows of each article, by its IRI."""


class Stored:
    """A store."""

    def __init__(self, folder: Path) -> None:
        """The newest finished build in a folder.

        Raises:
            StoreError: there is none, or it cannot be read.
        """
        self.reader = Reader(folder)
        self.article_graphs, self.shared_graphs = self.reader.article_graphs, self.reader.shared_graphs
        self.ntriples, self.records = self.reader.ntriples, self.reader.records

    def text(self, sha256: str) -> str | None:
        """A text of the store."""
        try:
            return self.reader.text(sha256)
        except (StoreError, UnicodeDecodeError):
            return None


class Bundle:
    """A folder that `onrecord publish` wrote."""

    def __init__(self, folder: Path) -> None:
        """The bundle in a folder.

        Raises:
            InputError: its statements cannot be read.
        """
        self.folder = folder
        self.lines: dict[str, list[bytes]] = {}  # of graphs.nq, by graph
        try:
            with (folder / "graphs.nq").open("rb") as lines:
                for line in lines:
                    graph = line.removesuffix(b" .\n").rpartition(b" <")[2].removesuffix(b">").decode()
                    self.lines.setdefault(graph, []).append(line)
            for graph in self.lines:
                for _ in ox.parse(self.ntriples(graph), format=ox.RdfFormat.N_TRIPLES):
                    pass
        except (OSError, SyntaxError, UnicodeDecodeError) as error:
            raise InputError(f"{folder}: no bundle that can be read: {' '.join(str(error).split())[:200]}") from error

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles, in order."""
        return sorted(graph for graph in self.lines if graph.startswith(iri.BASE + "article/"))

    def shared_graphs(self) -> list[ox.NamedNode]:
        """The other named graphs."""
        return [ox.NamedNode(graph) for graph in sorted(self.lines.keys() - set(self.article_graphs()))]

    def ntriples(self, graph: str) -> bytes:
        """The triples of one named graph as N-Triples, in any order."""
        end = f" <{graph}> .\n".encode()
        return b"".join(line.removesuffix(end) + b" .\n" for line in self.lines.get(graph, ()))

    def records(self) -> Mapping[str, Record]:
        """Nothing: a bundle has no record beside its statements."""
        return {}

    def text(self, sha256: str) -> str | None:
        """A text that was published with the bundle."""
        return _read(self.folder / "texts" / f"{sha256}.txt")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of texts, each as SHA256.txt, or of files as they were received, of which the texts are read."""

    path: Path
    read: Mapping[str, str] = field(default_factory=dict)  # texts by SHA-256

    def text(self, sha256: str) -> str | None:
        """The text that goes by this SHA-256."""
        return self.read.get(sha256) or _read(self.path / f"{sha256}.txt")


def folder_of_texts(path: Path) -> Folder:
    """A folder of texts: what its files hold, and what is read of them as a build would read it.

    Raises:
        InputError: there is no such folder.
    """
    if not path.is_dir():
        raise InputError(f"{path}: no such folder")
    named = {file for file in path.iterdir() if _IS_TEXT.fullmatch(file.name)}
    files = sorted(file for file in path.rglob("*") if file.is_file() and file not in named and reader_for(file))
    items = (given.item for file in files for given in read_file(file))
    return Folder(path, {item.sha256: item.text for item in items if isinstance(item, Article)})


@dataclass(frozen=True, slots=True)
class First:
    """Several places of texts, asked one after the other."""

    places: Sequence[Texts]

    def text(self, sha256: str) -> str | None:
        """The text of the first place that has it."""
        return next((text for place in self.places if (text := place.text(sha256)) is not None), None)


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return None


def held(folder: Path) -> Stored | Bundle:
    """The store or the bundle in a folder.

    Raises:
        StoreError, InputError: it is neither, or cannot be read.
    """
    return Bundle(folder) if (folder / "graphs.nq").exists() else Stored(folder)
