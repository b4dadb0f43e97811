"""A series of figures as a picture: totals as steps, increments as marks, bounds as bars, sources by colour.

What its article takes back is crossed out, and no step of its source's totals.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import matplotlib as mpl
import pyoxigraph as ox
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure as Picture
from matplotlib.ticker import FuncFormatter

from onrecord.answers.ask import ask, named, with_factuality
from onrecord.errors import UsageError
from onrecord.lexicon import lexicon
from onrecord.store import Readable

FORMATS = (".svg", ".png")
_OWN_VOICE = "no source named"
_OPEN_END = 0.06  # how far a bar without an end reaches, as a share of the plot's height
# Okabe and Ito's colours, told apart by people who do not see all colours (https://jfly.uni-koeln.de/color/).
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442")
_GREY = "#777777"
_DAYS = ["%Y", "%b\n%Y", "%d %b\n%Y", "%d %b\n%Y", "%d %b\n%Y", "%d %b\n%Y"]  # by how far apart the ticks are
_MARKERS = ("s", "^", "D", "v", "P")  # of scopes that say something
_PLAIN_MARKER, _WITHDRAWN_MARKER = "o", "x"
_WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series."""

    day: float  # the last day of which it holds, as matplotlib counts days
    value: float
    lower: float | None
    upper: float | None
    scope: str
    source: str  # who reported it
    withdrawn: bool = False  # taken back by its article


def points(reader: Readable, counted: str, action: str, factuality: Sequence[str] = ()) -> list[Point]:
    """The series of what is counted (a noun in the singular, or a population as `ask series` shows it) and an action.

    Facts only, unless other factualities are given.

    Raises:
        UsageError: the store holds no such figures.
    """
    found = list(_points(reader, counted.lower(), action, factuality))
    if not found:
        raise UsageError(
            f"no figures of {counted!r} that were {action!r}: the columns population and action of "
            "`onrecord ask series` show what there is"
        )
    return sorted(found, key=lambda p: (p.day, p.value, p.source))


def _points(reader: Readable, counted: str, action: str, factuality: Sequence[str]) -> Iterator[Point]:
    series = named("series")
    answer = ask(reader, with_factuality(series, factuality) if factuality else series.text)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError("the query `series` is no SELECT")
    for row in answer:
        population = row["population"].value
        if counted not in (population, population.split(" | ")[0]) or not row["action"].value.endswith(f"/{action}"):
            continue
        yield Point(
            day=date2num(dt.date.fromisoformat(row["latest"].value)),
            value=float(row["value"].value),
            lower=_number(row["lower"]),
            upper=_number(row["upper"]),
            scope=row["scope"].value.rsplit("/", 1)[-1],
            source=row["reportedBy"].value if row["reportedBy"] is not None else _OWN_VOICE,
            withdrawn=row["withdrawn"] is not None,
        )


def _number(term: ox.Literal | None) -> float | None:
    return None if term is None else float(term.value)


def draw(series: Sequence[Point], title: str, path: Path) -> None:
    """Draw a series into a file; the same series gives the same bytes.

    Raises:
        UsageError: the file is neither .svg nor .png, or cannot be written.
    """
    if path.suffix not in FORMATS:
        raise UsageError(f"{path.name}: plots are written as {' or '.join(FORMATS)}")
    with mpl.rc_context({"svg.hashsalt": "onrecord", "font.size": 10, "svg.fonttype": "none"}):
        picture = Picture(figsize=(9, 5), layout="constrained")
        axes = picture.add_subplot()
        _fill(axes, series)
        axes.set_title(title, loc="left")
        try:
            picture.savefig(path, dpi=150, metadata={"Date": None} if path.suffix == ".svg" else {"Software": None})
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error


def _scopes() -> tuple[dict[str, str], frozenset[str]]:
    """The marker of each scope, in the order of the legend, and the scopes whose figures make steps."""
    words = lexicon.load()
    plain, steps = words.default("scope").term, [c.term for c in words.marked("scope", "accumulates")]
    others = [c.term for c in words.scheme("scope") if c.term not in (plain, *steps)]
    markers = dict(zip((*steps, *others), cycle(_MARKERS), strict=False))
    return {**markers, plain: _PLAIN_MARKER, _WITHDRAWN: _WITHDRAWN_MARKER}, frozenset(steps)


def _fill(axes: Axes, series: Sequence[Point]) -> None:
    by_source: Mapping[str, list[Point]] = defaultdict(list)
    for point in series:
        by_source[point.source].append(point)
    reach = _OPEN_END * max(p.value for p in series)
    scopes, accumulating = _scopes()
    for index, source in enumerate(sorted(by_source, key=lambda s: (s == _OWN_VOICE, s))):
        colour = _GREY if source == _OWN_VOICE else _COLOURS[index % len(_COLOURS)]
        told = by_source[source]
        totals = [p for p in told if p.scope in accumulating and not p.withdrawn]
        if len(totals) > 1 and source != _OWN_VOICE:  # the voices of several articles are not one series
            axes.step([p.day for p in totals], [p.value for p in totals], where="post", color=colour, alpha=0.6)
        for kind, marker in scopes.items():
            some = [p for p in told if kind == (_WITHDRAWN if p.withdrawn else p.scope)]
            if some:
                label = source if marker == _PLAIN_MARKER else f"{source} ({kind})"
                axes.plot([p.day for p in some], [p.value for p in some], marker, color=colour, label=label)
        for point in told:
            low = point.lower if point.lower is not None else max(0.0, point.value - reach)
            high = point.upper if point.upper is not None else point.value + reach
            if low < high:
                axes.vlines(point.day, low, high, color=colour, linewidth=2, alpha=0.5)
    axes.set_ylim(bottom=0)
    locator = AutoDateLocator(minticks=3)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(
        ConciseDateFormatter(locator, formats=_DAYS, zero_formats=_DAYS, show_offset=False)  # each with its year
    )
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.grid(axis="y", alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, title="reported by")
