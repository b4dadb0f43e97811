"""How long the explorer's pages take, each asked for once: the median, the 95th percentile and the slowest.

usage: python benchmarks/pages.py STORE [--pages N]

Serves the store and follows the links of its pages, of each kind (the first part of the path) in turn, so that no kind
hides the others; nothing is kept from an earlier request.
"""

import argparse
import html
import http.client
import re
import statistics
import sys
import time
from collections import defaultdict, deque
from itertools import cycle
from pathlib import Path

from serve import free_port, served

_LINK = re.compile(r'href="(/[^"#]*)')
_NO_PAGE = re.compile(r"^/(static|sparql|update)|\.(csv|svg|ttl|json|nq|xml)(\?|$)|^/(graph|download/)")


def _asked(connection: http.client.HTTPConnection, path: str) -> tuple[float, str]:
    """The seconds that a page takes, and the page; none where there is no HTML."""
    began = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "text/html"})
    response = connection.getresponse()
    content = response.read()
    taken = time.perf_counter() - began
    if response.status >= 400:
        print(f"status {response.status}: {path}")
    is_page = response.status == 200 and response.headers.get_content_type() == "text/html"
    return taken, content.decode() if is_page else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    args = parser.parse_args()
    port, times = free_port(), {}
    waiting: dict[str, deque[str]] = defaultdict(deque)
    seen = {"/"}
    waiting[""].append("/")
    with served("onrecord", "serve", "--store", str(args.store), "--port", str(port), port=port) as connection:
        while any(waiting.values()) and len(times) < args.pages:
            kinds = [kind for kind, paths in waiting.items() if paths]
            for kind, _ in zip(cycle(kinds), kinds, strict=False):
                path = waiting[kind].popleft()
                taken, page = _asked(connection, path)
                if page:
                    times[path] = taken
                for link in map(html.unescape, _LINK.findall(page)):
                    if link not in seen and not _NO_PAGE.search(link):
                        seen.add(link)
                        waiting[link.split("/")[1].partition("?")[0]].append(link)
    if len(times) < 2:
        sys.exit("no pages")
    every = sorted(times.values())
    print(f"{len(times)} pages: median {statistics.median(every) * 1000:.0f} ms, ", end="")
    print(f"95th percentile {statistics.quantiles(every, n=20)[-1] * 1000:.0f} ms (under 300), the slowest:")
    for path in sorted(times, key=times.__getitem__, reverse=True)[:8]:
        print(f"{times[path] * 1000:9.0f} ms  {path}")


if __name__ == "__main__":
    main()
