"""Acts, dated statements and events of one build as tables, by day: an SQLite database, as that of figures is one.

`queries/explorer/acts.rq`, `dated-statements.rq` and `events.rq` ask a store the same.
"""

from collections.abc import Sequence

from onrecord.serve.explorer.data import Row
from onrecord.serve.explorer.parameters import Days
from onrecord.serve.explorer.tables import DATED, Tables, given
from onrecord.store import Readable

_COLUMNS = {
    "act": ("node", "told", "type", "earliest", "latest"),
    "statement": ("statement", "earliest", "latest"),
    "event": ("node", "kind", "title", "date", "earliest", "latest", "place", "article", "figure"),
}
_INDICES = """
CREATE INDEX acts ON act (node, type, earliest, latest, told);
CREATE INDEX statements ON statement (earliest, statement, latest);
CREATE INDEX events ON event (node, kind, earliest, latest, place, title, date, article, figure);
"""
_ACTS = f"""SELECT node, COALESCE(MIN(IIF(earliest = '', NULL, told)), MIN(told)) AS act,
    COALESCE(MIN(NULLIF(earliest, '')), '') AS first
    FROM act WHERE (:type = '' OR type = :type) AND {DATED} GROUP BY node ORDER BY first = '', first, node"""
_STATEMENTS = f"SELECT statement, earliest FROM statement WHERE {DATED} ORDER BY earliest, statement"
_EVENTS = f"""SELECT node, kind, MIN(title) AS title, COALESCE(MIN(NULLIF(date, '')), '') AS date,
    COALESCE(MIN(NULLIF(place, '')), '') AS place, COUNT(DISTINCT article) AS articles,
    COUNT(DISTINCT NULLIF(figure, '')) AS figures, MAX(earliest) AS first
    FROM event WHERE (:kind = '' OR kind = :kind) AND (:place = '' OR place = :place) AND {DATED}
    GROUP BY node, kind ORDER BY first DESC, kind, node"""


class DayTable:
    """What is told by day in one build."""

    def __init__(self, reader: Readable) -> None:
        """Read all acts, dated statements and events; it takes a while for large stores."""
        read = [(name, f"{name}-rows", columns) for name, columns in _COLUMNS.items()]
        self._tables = Tables(reader, read, _INDICES)
        self.places: Sequence[str] = [row["place"] for row in self._tables.ask("SELECT DISTINCT place FROM event")]

    def acts(self, of: str, days: Days) -> list[Row]:
        """The official acts of a type, or of any where it is '', each once, by day."""
        return self._tables.ask(_ACTS, type=of, **given(days))

    def statements(self, days: Days) -> list[Row]:
        """The statements whose day an article gives, by day."""
        return self._tables.ask(_STATEMENTS, **given(days))

    def events(self, kind: str, place: str, days: Days) -> list[Row]:
        """The events of a kind and at a place, or of any where they are '', each once, the newest first."""
        return self._tables.ask(_EVENTS, kind=kind, place=place, **given(days))
