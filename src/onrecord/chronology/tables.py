"""A chronology as tables: one row for each entry on a terminal, one for each quote as CSV."""

import csv
import io
from collections.abc import Iterator, Sequence

from onrecord.chronology.values import Chronology, Entry, Quote, Telling

COLUMNS = ("day", "dayIs", "kind", "what", "standing", "establishes", "quote", "sources")
CSV_COLUMNS = (
    *("entry", "day", "dayIs", "kind", "what", "standing", "establishes", "articles"),
    *("cite", "quote", "start", "end", "page", "stands", "source", "headline", "publisher", "published", "url"),
    *("retrieved", "sha256", "node"),
)
SOURCE_COLUMNS = ("number", "source", "headline", "publisher", "published", "url")


def lines(made: Chronology) -> Iterator[Sequence[str]]:
    """The rows of the table for a terminal: of each entry its first quote, and all that it cites."""
    for entry in made.entries:
        quotes = [quote for telling in entry.tellings for quote in telling.quotes]
        first = " ".join(quotes[0].exact.split()) if quotes else ""
        told = (entry.day, entry.day_is, entry.kind, entry.what, entry.standing, entry.establishes, first)
        yield (*map(str, told), cites(entry))


def sources(made: Chronology) -> Iterator[Sequence[str]]:
    """The rows of the list of sources."""
    for one in made.sources:
        yield f"[{one.number}]", one.name, one.headline, one.publisher, one.published, one.url


def cites(entry: Entry) -> str:
    """The sources of an entry with the places in them: '[1] characters 120–180, [2] page 3'."""
    return ", ".join(f"[{one.source.number}] {places(one)}".strip() for one in entry.tellings)


def places(telling: Telling) -> str:
    """Where an article tells it: 'characters 120–180 and 200–230' or 'page 3'."""
    found = list(dict.fromkeys(quote.place for quote in telling.quotes))
    return " and ".join(found)


def unbroken(places: str) -> str:
    """Places with spans that no line is broken in: word joiners stand about their dashes."""
    return places.replace("–", "\u2060–\u2060")


def written(made: Chronology) -> str:
    """The chronology as CSV: a row for each quote, and one for each article of which none is on record."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(CSV_COLUMNS)
    for number, entry in enumerate(made.entries, 1):
        for telling in entry.tellings:
            for quote in telling.quotes or (None,):
                rows.writerow(_row(number, entry, telling, quote, made.is_checked))
    return out.getvalue()


def _row(number: int, entry: Entry, telling: Telling, quote: Quote | None, is_checked: bool) -> Sequence[object]:
    source = telling.source
    where = (quote.exact, quote.start, quote.end, quote.page) if quote else ("", "", "", "")
    stands = (quote.fault or "yes") if quote and is_checked else ""
    return (
        *(number, entry.day, entry.day_is, entry.kind, entry.what, entry.standing, entry.establishes, entry.articles),
        *(source.number, *where, stands, source.name, source.headline, source.publisher, source.published, source.url),
        *(source.retrieved, source.sha256, telling.node),
    )
