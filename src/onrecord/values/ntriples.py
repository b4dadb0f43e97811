"""A graph in N-Triples, packed: that of a long text is a hundred times as long as the text."""

import heapq
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_WINDOW = 1 << 16  # bytes of a stretch that are held unpacked while all stretches are read beside each other


@dataclass(frozen=True, slots=True)
class Ntriples:
    """The triples of one graph, each once, in stretches of lines in order; all of one subject stand in one stretch."""

    packed: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, *stretches: str) -> "Ntriples":
        """The graph that stretches of lines write, which may be in any order; the last of each need not be ended."""
        return cls(tuple(pack("".join(sorted(_ended(stretch)))) for stretch in stretches))

    def __iter__(self) -> Iterator[str]:
        """The stretches, one after the other."""
        return map(unpack, self.packed)

    def __len__(self) -> int:
        """How many stretches there are."""
        return len(self.packed)

    def __str__(self) -> str:
        """All lines, stretch by stretch."""
        return "".join(self)

    def lines(self) -> Iterator[bytes]:
        """All lines in UTF-8, in order across the stretches, of each of which a little is held unpacked at a time."""
        return heapq.merge(*map(_lines, self.packed))


def _ended(stretch: str) -> Iterator[str]:
    """The lines of a stretch, each with its end: in another order the last one may stand before others."""
    return (line if line.endswith("\n") else f"{line}\n" for line in io.StringIO(stretch, newline="\n"))


def _lines(packed: bytes) -> Iterator[bytes]:
    unpacker, begun = zlib.decompressobj(), b""
    while packed:
        *lines, begun = (begun + unpacker.decompress(packed, _WINDOW)).split(b"\n")
        packed = unpacker.unconsumed_tail
        yield from (line + b"\n" for line in lines)
    yield from (begun + unpacker.flush()).splitlines(keepends=True)


def pack(lines: str) -> bytes:
    """Lines, packed."""
    return zlib.compress(lines.encode("utf-8"), 1)


def unpack(packed: bytes) -> str:
    """The inverse of `pack`."""
    return zlib.decompress(packed).decode("utf-8")
