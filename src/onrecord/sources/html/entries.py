"""The entries of a live blog, and the articles of a page that has several, each with its own day."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.sources.html.days import days_in, read_value
from onrecord.sources.html.elements import HEADINGS, Element, shown
from onrecord.sources.html.json_ld import Description, addresses_of, headline_of
from onrecord.sources.html.selection import Selection

_ENTRIES = frozenset(("article", "section", "div", "li"))


def find(tree: Element, article: Selection, nodes: Sequence[Description]) -> Mapping[Element, str]:
    """The entries with the day of each, '' where it gives none."""
    updates = dict(_updates(nodes))
    found: dict[Element, str] = {}
    for parent in tree.iter():
        if parent in found or not article.keeps(parent):
            continue
        dated = [(child, _day(child, updates)) for child in parent if child.tag in _ENTRIES and article.keeps(child)]
        entries = [(child, day) for child, day in dated if day or (child.tag == "article" and _heading(child))]
        if len({(child.tag, child.get("class") or child.tag) for child, _ in entries}) == 1 < len(entries):
            found.update((child, day) for child, day in entries if not _is_inside(child, found))
    return found


def _is_inside(element: Element, entries: Mapping[Element, str]) -> bool:
    return any(above in entries for above in element.iterancestors())


def _updates(nodes: Sequence[Description]) -> Iterator[tuple[str, str]]:
    """The days of a live blog's updates in JSON-LD, by the name of their element and by their headline."""
    for node in nodes:
        given = node.get("liveBlogUpdate")
        for update in given if isinstance(given, list) else [given]:
            if isinstance(update, Mapping) and (written := read_value(str(update.get("datePublished") or ""))):
                names = [address.partition("#")[2] for address in addresses_of(update)]
                yield from ((name, written.day.isoformat()) for name in (*names, headline_of(update)) if name)


def _day(entry: Element, updates: Mapping[str, str]) -> str:
    """The day of an entry: by JSON-LD, else that of its first time."""
    names = [entry.get("id") or "", *(inside.get("id") or "" for inside in entry), _heading(entry)]
    if (named := next((updates[name] for name in names if name in updates), "")) != "":
        return named
    for time in entry.iter("time"):
        if (day := next(days_in(shown(time)), None)) is not None:
            return day.isoformat()
        if (written := read_value(time.get("datetime") or "")) is not None:
            return written.day.isoformat()
    return ""


def _heading(entry: Element) -> str:
    return next((shown(heading) for heading in entry.iter(*HEADINGS)), "")
