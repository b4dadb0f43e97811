"""Citations: a quote with its article, day, place in the text and hash, and the record that it was found in.

    “Olena Zelenska said that 1,859 children had been returned so far.” General Assembly adopts resolution on the
    return of Ukrainian children, 2025-12-04, 07-assembly-vote.txt, characters 436–501.
    SHA-256 of the text: 3f1c…
    On record in the onrecord dataset sha256:9a41…
    http://127.0.0.1:7878/n/8dfe23483b3a.c436

Short addresses are made of the digests that IRIs end with: `/n/ARTICLE` (an article), `/n/ARTICLE.DIGEST` (what it puts
on record), `/n/ARTICLE.cSTART` (its sentence at a code point), `/n/DIGEST` (a person, a body, a place, a shared act).
"""

import re
from dataclasses import dataclass

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.graph import iri
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import links
from onrecord.serve.explorer.data import Data, Row
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import HEADERS, Site
from onrecord.serve.explorer.views import Visitor, visitor
from onrecord.serve.requests import address

PATH = "/n/"
_DIGEST = r"[0-9a-f]{12}"
_SHORT = re.compile(rf"({_DIGEST})(?:\.(?:c(\d{{1,9}})|({_DIGEST})))?")
_END = re.compile(rf"-({_DIGEST})$")


@dataclass(frozen=True, slots=True)
class Citing:
    """How what a page shows is cited."""

    host: str  # with its scheme, as the visitor named it
    record: str  # which record it was found in, in words

    def sentence(self, row: Row) -> str:
        """A sentence with where it stands, from a row of `sentences-of`."""
        words = " ".join(row["quote"].split())
        start = int(row["start"])
        where = f"characters {start}–{start + len(row['quote'])}" + (f", page {row['page']}" if row.get("page") else "")
        told = [row["headline"], row.get("publisher", ""), row["published"], row["source"], where]
        lines = [f"“{words}” {', '.join(filter(None, told))}."]
        if row.get("sha256"):
            lines.append(f"SHA-256 of the text: {row['sha256']}")
        return "\n".join([*lines, self.record, self.host + sentence(row["article"], start)])

    def article(self, row: Row) -> str:
        """An article as a whole, from a row of `article`."""
        told = [row["byline"], row["headline"], row["publisher"], row["published"], row["source"], row["url"]]
        lines = [f"{', '.join(filter(None, told))}."]
        if row["sha256"]:
            lines.append(f"SHA-256 of the text: {row['sha256']}")
        return "\n".join([*lines, self.record, self.host + node(row["article"])])

    def node(self, name: str, title: str) -> str:
        """What a page is about, by its IRI and what the page calls it."""
        return "\n".join([f"{title}.", name, self.record, self.host + node(name)])


async def citing(request: Request, data: Data) -> Citing:
    """How to cite what a page shows that answers a request."""
    asking = visitor(request)
    record = f"On record in the onrecord dataset {await data.identity(asking)}"
    if asking.as_of is not None:
        record += f", as it stood at the end of {asking.as_of}"
    here = address(request)
    return Citing("/".join(here.split("/", 3)[:3]), record)


def node(name: str) -> str:
    """The short address of a node; its long one where its IRI has no digest at its end."""
    article, _, fragment = name.partition("#")
    whole, part = _END.search(article), _END.search(fragment)
    if whole is None or bool(fragment) != bool(part):
        return links.node(name)
    return PATH + whole[1] + (f".{part[1]}" if part else "")


def sentence(article: str, start: int) -> str:
    """The short address of a sentence; its long one where the article's IRI has no digest at its end."""
    whole = _END.search(article)
    return f"{PATH}{whole[1]}.c{start}" if whole else links.sentence(article, str(start))


async def short(request: Request, site: Site) -> Response:
    """To what a short address stands for.

    Raises:
        RefusedError: 404, nothing on record ends so, or several things do.
    """
    asking = visitor(request)
    asked = _SHORT.fullmatch(request.path_params["digests"])
    if asked is None:
        raise RefusedError(404, "there is no such short address")
    whole, start, part = asked.groups()
    name = await _only(site.data, "short", asking, end=ox.Literal(f"-{whole}"))
    if part:
        name = await _only(site.data, "short-in", asking, article=ox.NamedNode(name), end=ox.Literal(f"-{part}"))
    if start and not iri.is_article(name):
        raise RefusedError(404, "there is no such short address")
    return RedirectResponse(links.sentence(name, start) if start else links.node(name), 303, HEADERS)


async def _only(data: Data, question: str, asking: Visitor, **given: ox.NamedNode | ox.Literal) -> str:
    found = await data.rows(query(question, **given), asking)
    if len(found) != 1:
        raise RefusedError(
            404, "several things on record end so" if found else "nothing on record has this short address"
        )
    return found[0]["node"]
