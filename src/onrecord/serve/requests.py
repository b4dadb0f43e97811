"""What a request says of itself: who sends it, where to, and its body, within bounds of size and time."""

import asyncio
import re

import pyoxigraph as ox
from starlette.requests import ClientDisconnect, Request

from onrecord.serve.errors import RefusedError

_HOST = re.compile(r"(?:[\w.~-]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?", re.ASCII)


def client(request: Request) -> str:
    """Who sends a request, as far as the network tells."""
    return request.client.host if request.client else ""


def address(request: Request) -> str:
    """The URL that a request was sent to, as it was sent, without its query.

    Raises:
        RefusedError: 400, its Host header makes that no URL.
    """
    scope = request.scope
    host = request.headers.get("host") or ":".join(map(str, scope.get("server") or ("localhost",)))
    try:
        if _HOST.fullmatch(host):
            return ox.NamedNode(f"{scope['scheme']}://{host}{scope['raw_path'].decode('ascii')}").value
    except ValueError:
        pass
    raise RefusedError(400, "there is no such host or path")


async def body(request: Request, most: int, seconds: float) -> bytes:
    """The body of a request.

    Raises:
        RefusedError: 413, it has more than `most` bytes; 408, it takes longer than `seconds` to arrive.
    """
    too_long = RefusedError(413, f"send at most {most:,} bytes")
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > most:
        raise too_long
    content = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                content += part
                if len(content) > most:
                    raise too_long
    except TimeoutError:
        raise RefusedError(408, f"the request took more than {seconds:g} s to arrive") from None
    except ClientDisconnect:
        raise RefusedError(400, "the request broke off") from None
    return bytes(content)
