"""The sentences behind what pages tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pyoxigraph as ox

from onrecord.serve.explorer.data import Data, Part, Row
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.views import Visitor


async def quoted(data: Data, part: Part, visitor: Visitor) -> Part:
    """The part with two more columns where it has one that names a sentence: `quote`, and `start` in code points."""
    if "sentence" not in part.columns or not part.rows:
        return part
    nodes = [ox.NamedNode(iri) for iri in sorted({row["sentence"] for row in part.rows})]
    told = {row["sentence"]: row for row in await data.rows(query("quotes", sentences=nodes), visitor)}
    nothing = {"quote": "", "start": ""}
    return replace(part, rows=[{**row, **told.get(row["sentence"], nothing)} for row in part.rows])


async def told_figures(data: Data, figures: Sequence[ox.NamedNode], visitor: Visitor) -> Sequence[Row]:
    """What figures say, each with its first sentence, the first published first."""
    if not figures:
        return []
    whole = await data.whole(query("told-figures", figures=sorted(figures, key=str)), visitor)
    return (await quoted(data, whole, visitor)).rows


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the words in it that stand for something."""

    row: Row  # any of its rows
    runs: tuple[tuple[str, bool], ...]  # its text in runs, each with whether it is such words


def sentences(rows: Sequence[Row]) -> list[Sentence]:
    """The sentences in rows of `sentences-of`, each once, in order."""
    places: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        places.setdefault((row["article"], row["start"]), []).append(row)
    return [Sentence(found[0], tuple(_runs(found))) for found in places.values()]


def _runs(rows: Sequence[Row]) -> list[tuple[str, bool]]:
    text, start = rows[0]["quote"], int(rows[0]["start"])
    hit = [False] * len(text)
    for row in rows:
        for place in range(max(0, int(row["from"]) - start), min(len(text), int(row["to"]) - start)):
            hit[place] = True
    borders = [0, *(place for place in range(1, len(text)) if hit[place] != hit[place - 1]), len(text)]
    return [(text[one:two], hit[one]) for one, two in pairwise(borders) if one < two]
