"""How a worker speaks: frames over a stream socket, each with a mark, a length and its content.

An answer is one HEAD (JSON: status, type and what else there is to say), any number of DATA, and END. BROKEN in the
place of END says that the answer stays incomplete; so does a stream that stops. LAST is an END after which the worker
takes no more jobs.
"""

import socket
import struct
from enum import IntEnum

HEADER = struct.Struct("!BI")
LARGEST = 65_536  # bytes of DATA in one frame


class Mark(IntEnum):
    """What a frame holds."""

    JOB = 1  # to the worker: a pickled job
    HEAD = 2
    DATA = 3
    END = 4
    LAST = 5
    BROKEN = 6


def frame(mark: Mark, content: bytes = b"") -> bytes:
    """One frame, ready to be sent."""
    return HEADER.pack(mark, len(content)) + content


def receive(connection: socket.socket) -> bytes | None:
    """The content of the next frame, or nothing where the other side has gone."""
    header = _exactly(connection, HEADER.size)
    if header is None:
        return None
    return _exactly(connection, HEADER.unpack(header)[1])


def _exactly(connection: socket.socket, length: int) -> bytes | None:
    parts, missing = [], length
    while missing:
        part = connection.recv(min(missing, 1 << 20))
        if not part:
            return None
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
