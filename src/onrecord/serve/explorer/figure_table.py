"""The figures of one build as a table, so that any selection of them is found at once: an SQLite database.

`queries/explorer/populations.rq` and `series.rq` ask a store the same; there what it takes grows with the store,
whatever is selected.
"""

import json
from collections.abc import Mapping, Sequence

from onrecord.serve.explorer.data import Row
from onrecord.serve.explorer.figure_filter import Filter
from onrecord.serve.explorer.tables import DATED, Tables, given
from onrecord.store import Readable

_KEPT = (
    *("figure", "population", "action", "scope", "earliest", "latest", "by", "reportedBy", "publisher", "value"),
    *("asOf", "upper", "hedge", "counted", "agent", "quote", "source", "headline", "published", "factuality"),
    *("withdrawn", "revises", "lowerBound", "lowerOpen", "upperBound", "upperOpen", "article"),
)
_ARRANGED = f"""
CREATE TABLE places AS SELECT DISTINCT figure, place FROM told WHERE place <> '';
CREATE TABLE figures AS SELECT {", ".join(f"MIN({name}) AS {name}" for name in _KEPT)},
    MIN(place) AS "where", MIN(start) AS start, CAST(value AS REAL) AS number FROM told GROUP BY figure, by;
DROP TABLE told;
CREATE INDEX placed ON places (figure, place);
CREATE INDEX ordered ON figures (population, earliest DESC, reportedBy, number, figure);
CREATE INDEX selected ON figures (population, action, scope, earliest, latest, by, reportedBy, publisher, figure);
CREATE INDEX paired ON pairs (one);
CREATE INDEX named ON figures (figure, population);
"""
_FITS = f"""(:action = '' OR action = :action) AND (:scope = '' OR scope = :scope)
    AND (:source = '' OR reportedBy = :source) AND (:publisher = '' OR publisher = :publisher)
    AND (:place = '' OR EXISTS (SELECT 1 FROM places WHERE places.figure = figures.figure AND place = :place))
    AND {DATED}"""
_SERIES = f"""SELECT {", ".join(_KEPT)}, start, IIF(:place = '', "where", :place) AS "where"
    FROM figures WHERE population = :population AND {_FITS}
    ORDER BY earliest DESC, reportedBy, number, figure LIMIT :most OFFSET :after"""
_LENGTH = f"SELECT COUNT(*) AS n FROM figures WHERE population = :population AND {_FITS}"
_GROUPS = f"""SELECT population, action, COUNT(DISTINCT figure) AS n, COUNT(DISTINCT NULLIF(by, '')) AS sources,
    COALESCE(MIN(NULLIF(earliest, '')), '') AS first, MAX(latest) AS last
    FROM figures WHERE (:any OR population IN (SELECT value FROM json_each(:populations))) AND {_FITS}
    GROUP BY population, action"""
_COUNTED = "SELECT population, COUNT(DISTINCT figure) AS n FROM figures GROUP BY population ORDER BY 2 DESC, 1"
_OF = "WHERE :population = '' OR population = :population"
_CHOICES = {
    "reportedBy": f"SELECT DISTINCT reportedBy FROM figures {_OF}",
    "publisher": f"SELECT DISTINCT publisher FROM figures {_OF}",
    "place": f"SELECT DISTINCT place FROM places JOIN figures USING (figure) {_OF}",
}
_PAIRS = """SELECT DISTINCT one, other, why FROM figures JOIN pairs ON one = figure WHERE population = :population
    ORDER BY one, other"""


class FigureTable:
    """The figures of one build."""

    def __init__(self, reader: Readable) -> None:
        """Read all figures; it takes a while for large stores."""
        read = [
            ("told", "figure-rows", (*_KEPT, "place", "start")),
            ("pairs", "all-disagreements", ("one", "other", "why")),
        ]
        self._tables = Tables(reader, read, _ARRANGED)
        rows = self._tables.ask(_COUNTED)
        self.counted: Mapping[str, int] = {row["population"]: int(row["n"]) for row in rows}  # the most frequent first
        self._all = self._chosen("")

    def groups(self, asked: Filter, populations: Sequence[str] | None) -> list[Row]:
        """What is counted and what happened, those with the most figures first, as `populations.rq` tells it.

        Args:
            asked: which figures count.
            populations: of which populations; None: of any.
        """
        found = self._ask(_GROUPS, asked, any=populations is None, populations=json.dumps(populations or []))
        return sorted(found, key=lambda row: (-int(row["n"]), row["population"], row["action"]))

    def length(self, population: str, asked: Filter) -> int:
        """How many rows the series of a population has."""
        (found,) = self._ask(_LENGTH, asked, population=population)
        return int(found["n"])

    def series(self, population: str, asked: Filter, most: int, after: int = 0) -> list[Row]:
        """At most so many rows of the series of a population, after so many others, as `series.rq` tells it."""
        return self._ask(_SERIES, asked, population=population, most=most, after=after)

    def choices(self, population: str = "") -> Mapping[str, set[str]]:
        """By whom, of which places and by which publishers the figures of a population are, or all."""
        return self._chosen(population) if population else self._all

    def _chosen(self, population: str) -> Mapping[str, set[str]]:
        found = {name: self._tables.ask(statement, population=population) for name, statement in _CHOICES.items()}
        return {name: {row[name] for row in rows} - {""} for name, rows in found.items()}

    def pairs(self, population: str) -> list[Row]:
        """The figures of a population that contradict others, two by two with the reason."""
        return self._tables.ask(_PAIRS, population=population)

    def _ask(self, statement: str, asked: Filter, **more: object) -> list[Row]:
        names = ("action", "scope", "source", "place", "publisher")
        selected = {name: asked.terms[name].value for name in names}
        return self._tables.ask(statement, **selected, **given(asked.days), **more)
