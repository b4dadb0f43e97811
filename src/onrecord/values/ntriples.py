"""A graph in N-Triples, packed: that of a long text is a hundred times as long as the text."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ntriples:
    """The triples of one graph, each once, in stretches of lines; all of one subject stand in one stretch."""

    packed: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, *stretches: str) -> "Ntriples":
        """The graph that stretches of lines write."""
        return cls(tuple(pack(stretch) for stretch in stretches))

    def __iter__(self) -> Iterator[str]:
        """The stretches, one after the other."""
        return map(unpack, self.packed)

    def __len__(self) -> int:
        """How many stretches there are."""
        return len(self.packed)

    def __str__(self) -> str:
        """All lines."""
        return "".join(self)


def pack(lines: str) -> bytes:
    """Lines, packed."""
    return zlib.compress(lines.encode("utf-8"), 1)


def unpack(packed: bytes) -> str:
    """The inverse of `pack`."""
    return zlib.decompress(packed).decode("utf-8")
