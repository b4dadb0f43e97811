"""Figures as a draft or an article tells them, built by hand."""

from decimal import Decimal
from itertools import count

from onrecord.check.figures import Told
from onrecord.check.findings import Source
from onrecord.check.parties import Party
from onrecord.linking.figures import FigureRecord
from onrecord.values.findings import Evidence
from onrecord.values.isodate import bounds
from onrecord.values.population import Population

_NEXT, _UNLIKE = count(), 7  # letters: by default no sentence is like another
STORY = frozenset(("place/torvia", "place/skerra"))


def told(
    number: int,
    upper: int | None = None,
    *,
    hedge: str = "exact",
    counted: str = "children",
    action: str = "returned",
    scope: str = "total",
    day: str = "",
    by: str = "",
    agent: str = "",
    sentence: str = "",
    article: str = "one",
    withdrawn: bool = False,
    story: frozenset[str] = STORY,
) -> Told:
    """A figure; by default of children returned in total, in an article's own voice, of no day."""
    earliest, latest = (d.isoformat() for d in bounds(day)) if day else ("", "")
    words = Evidence(0, len(str(number)), str(number))
    told_in = sentence or "".join(chr(ord("a") + next(_NEXT) % 26) for _ in range(_UNLIKE))
    noun = {"children": "child", "families": "family"}[counted.split()[-1]]
    record = FigureRecord(
        iri=f"{article}#{number}",
        article=article,
        population=Population(noun, frozenset(counted.split()[:-1])),
        action=action,
        scope=scope,
        factuality="fact",
        value=Decimal(number),
        upper=None if upper is None else Decimal(upper),
        hedge=hedge,
        earliest=earliest,
        latest=latest,
        by=by,
        name=by,
        agent=agent,
        story=story,
    )
    source = Source(article, record.iri, words, Evidence(0, len(told_in), told_in))
    return Told(record, counted, day, Party(by), (source,), withdrawn)
