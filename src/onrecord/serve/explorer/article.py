"""An article: its text with everything it puts on record marked, and every mark leading to its node."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import links, parameters
from onrecord.serve.explorer.cite import citing
from onrecord.serve.explorer.data import Row
from onrecord.serve.explorer.marks import Stretch, marked
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.site import HEADERS, Site
from onrecord.serve.explorer.views import Visitor, visitor
from onrecord.serve.explorer.wording import kind

KINDS = ("statement", "act", "figure", "position", "date", "person", "court", "organization", "place")  # outer first
_CONTENTS = ("figure", "statement", "act", "position", "person", "organization", "court", "place", "date")
_SHOWN = 80  # code points of the words that an entry is called by


async def article(request: Request, site: Site) -> Response:
    """The page of the article that `iri` names; to it, where `source` is the name that it came under.

    Raises:
        RefusedError: it names none.
    """
    asking = visitor(request)
    source = request.query_params.get("source")
    if source is not None:
        return await _by_source(site, source, asking)
    iri = parameters.iri(request)
    found = await site.data.rows(query("article", article=iri), asking)
    if not found:
        raise RefusedError(404, f"no article is called {iri.value}")
    (told,) = found
    text = await site.data.text(told["sha256"], asking) if told["sha256"] else None
    sentences = await site.data.rows(query("sentences", article=iri), asking)
    marks = _one_for_each_place(await site.data.rows(query("marks", article=iri), asking))
    stretches = [Stretch(int(row["start"]), int(row["end"])) for row in sentences]
    stretches += [_stretch(row) for row in marks]
    return site.page(
        request,
        "article",
        query=query("marks", article=iri),
        article=told,
        citing=await citing(request, site.data),
        text=None if text is None else marked(text, stretches),
        sentences=sentences,
        contents={of: list(_contents(marks, of, text or "")) for of in _CONTENTS},
    )


async def _by_source(site: Site, source: str, asking: Visitor) -> Response:
    """To the article that came under a name."""
    found = await site.data.rows(query("article-by-source", source=ox.Literal(source)), asking)
    if not found:
        raise RefusedError(404, f"no article came under the name {source[:80]!r}")
    return RedirectResponse(links.node(found[0]["article"]), 303, HEADERS)


def _one_for_each_place(rows: Sequence[Row]) -> list[Row]:
    """For each stretch one mark of a kind, the kinds from outer to inner; a court is no mere organization."""
    courts = {(row["start"], row["end"], row["node"]) for row in rows if kind(row["class"]) == "court"}
    kept: dict[tuple[str, str, str], Row] = {}
    for row in sorted(rows, key=lambda row: KINDS.index(kind(row["class"]))):
        of = kind(row["class"])
        if of != "organization" or (row["start"], row["end"], row["node"]) not in courts:
            kept.setdefault((row["start"], row["end"], of), row)
    return list(kept.values())


def _stretch(row: Row) -> Stretch:
    of = kind(row["class"])
    title = f"{of}: {row['name']}" if row["name"] else of
    taken_back = row["withdrawn"] == "true"
    title += ", withdrawn" if taken_back else ""
    shown = f"{of} withdrawn" if taken_back else of
    return Stretch(int(row["start"]), int(row["end"]), shown, links.node(row["node"]), title)


def _contents(marks: Sequence[Row], of: str, text: str) -> Iterator[tuple[str, str, bool]]:
    """What of one kind the article puts on record: its name, the address of its page, whether it is withdrawn."""
    told = set()
    for row in sorted(marks, key=lambda row: int(row["start"])):
        if kind(row["class"]) == of and row["node"] not in told:
            told.add(row["node"])
            words = " ".join(text[int(row["start"]) : int(row["end"])].split())
            name = words if of in ("statement", "act", "date") else row["name"]
            name = f"{words} {name}" if of == "figure" else name
            short = name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1].rstrip()}…"
            yield short or of, links.node(row["node"]), row["withdrawn"] == "true"
