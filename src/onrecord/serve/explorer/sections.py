"""What the page about a person, organization, court or place tells, section by section."""

from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.serve.explorer.data import Data, Part
from onrecord.serve.explorer.evidence import Sentence, quoted, sentences
from onrecord.serve.explorer.queries import Paged, query
from onrecord.serve.explorer.views import Visitor

_GLANCE, _WHOLE = 10, 100  # rows of a section among others, and of a page of its own


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page, filled by a query of the same name."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A section with its rows."""

    section: Section
    query: str
    part: Part

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences in the rows of the section of sentences."""
        return sentences(self.part.rows)


SECTIONS = (
    Section("positions-held", "Positions"),
    Section("positions-in", "People with positions in it"),
    Section("statements-by", "Statements"),
    Section("figures-by", "Figures reported"),
    Section("acts-of", "Official acts"),
    Section("accusations-of", "Accused of"),
    Section("sentences-of", "Sentences"),
)


async def at_a_glance(data: Data, node: ox.NamedNode, visitor: Visitor) -> list[Filled]:
    """The first rows of every section."""
    return [await _filled(data, section, node, _GLANCE, 1, visitor) for section in SECTIONS]


async def whole(data: Data, section: Section, node: ox.NamedNode, page: int, visitor: Visitor) -> Filled:
    """A page of one section."""
    return await _filled(data, section, node, _WHOLE, page, visitor)


async def _filled(data: Data, section: Section, node: ox.NamedNode, size: int, page: int, visitor: Visitor) -> Filled:
    text = query(section.name, node=node)
    part = await data.part(Paged(text, size), page, visitor)
    return Filled(section, text, await quoted(data, part, visitor))
