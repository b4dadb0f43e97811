"""The quotes of a draft beside what is on record as said: by whom, on which day, in which words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.check.asking import Askable, Row, grouped, nodes, rows
from onrecord.check.figures import sources_of
from onrecord.check.findings import Remark, Source, shown
from onrecord.check.likeness import content
from onrecord.check.parties import Party, one, party_of
from onrecord.check.verdicts import Verdict
from onrecord.check.wording import ALTERED, SHORTEST, Comparison, compare, quoted, tokens
from onrecord.values.findings import Evidence
from onrecord.values.isodate import bounds

_CLOSEST = 12  # statements that a quote is compared with word by word, those with the most words in common
_SAYING = 2  # words that say something, which a quote altered has in common with the record
_NIGHT = 1  # day between a saying and the article that tells it
_MARKS = "“”\"„«»'‘’ \n\t,"
_REPORTED = "indirect"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said, as an article or a draft tells it."""

    node: str
    form: str
    words: str  # all its stretches
    date: str  # ISO; '' where none is told
    by: Party
    sources: tuple[Source, ...]

    @property
    def article(self) -> str:
        """The IRI of its article."""
        return self.node.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Quote:
    """What a draft has in quotation marks, with whom it gives for it."""

    words: Evidence
    sentence: Evidence
    date: str
    by: Party


def said(asked: Askable, statements: Iterable[str]) -> dict[str, Said]:
    """Statements by their IRIs."""
    found = grouped(rows(asked, "compared-statements", "statement", nodes(statements)), "statement")
    return {node: _said(node, some) for node, some in found.items()}


def _said(node: str, some: Sequence[Row]) -> Said:
    row, sources = some[0], sources_of(node, some)
    words = " ".join(each.exact for each in dict.fromkeys(source.words for source in sources))
    return Said(node, row["form"], words, row["date"], party_of(row["name"], some, "speaker"), sources)


def quotes(statements: Iterable[Said], known: Mapping[str, Party]) -> Iterator[Quote]:
    """What a draft has in quotation marks; `known` are the parties by name.

    Each stretch of an interrupted one by itself; of reported speech what stands in quotation marks, where it is long
    enough to be told from what others say.
    """
    for one_said in statements:
        by = known.get(one_said.by.name, one_said.by)
        for place in one_said.sources:
            for words in _in_marks(place.words, one_said.form):
                yield Quote(words, place.sentence, one_said.date, by)


def _in_marks(where: Evidence, form: str) -> Iterator[Evidence]:
    marked = [Evidence(where.start + m.start(1), where.start + m.end(1), m[1]) for m in quoted(where.exact)]
    if not marked and form != _REPORTED and where.exact[:1] in '“"„«':
        marked = [where]
    for words in marked:
        inner = words.exact.strip(_MARKS)
        start = words.start + words.exact.find(inner)
        if len(tokens(inner)) >= SHORTEST - 1:
            yield Evidence(start, start + len(inner), inner)


class Sayings:
    """What is on record as said that a draft may quote: by those whom it names, and in articles about them."""

    def __init__(self, record: Askable, told: Sequence[Quote], parties: Iterable[str], articles: Iterable[str]) -> None:
        """Look up statements.

        Args:
            record: what is asked.
            told: what the draft quotes.
            parties: the identities of the people and bodies that the draft names.
            articles: the IRIs of those that are about what it is about.
        """
        self._record = record
        self._words: dict[str, list[str]] = defaultdict(list)
        if told:
            self._take(rows(record, "statements-of-speaker", "who", nodes(sorted(parties))))
            self._take(rows(record, "statements-in-article", "article", nodes(articles)))
            self._take(rows(record, "statements-worded", "words", map(ox.Literal, _worded(told))))
        self._sets = {node: frozenset(tokens(" ".join(words))) for node, words in self._words.items()}

    def _take(self, found: Iterable[Row]) -> None:
        for row in found:
            if row["exact"] not in self._words[row["statement"]]:
                self._words[row["statement"]].append(row["exact"])

    def closest(self, quote: Quote) -> list[tuple[Comparison, Said]]:
        """The statements that are likest to a quote, where any is like it; the likest first."""
        mine = frozenset(tokens(quote.words.exact))
        shared = {node: len(mine & words) for node, words in self._sets.items()}
        near = sorted((n for n, count in shared.items() if 2 * count >= len(mine)), key=lambda n: (-shared[n], n))
        told = said(self._record, near[:_CLOSEST])
        compared = [(compare(quote.words.exact, one.words), one) for one in told.values()]
        return sorted(
            (each for each in compared if _are_one(quote, *each)),
            key=lambda each: (-each[0].likeness, not one(quote.by, each[1].by), each[1].node),
        )


def _are_one(quote: Quote, found: Comparison, told: Said) -> bool:
    """Whether a quote is what was said, altered or not; a few small words in common are no quote."""
    if found.likeness == 1.0:
        return True
    return found.likeness >= ALTERED and len(content(quote.words.exact) & content(told.words)) >= _SAYING


def _worded(told: Iterable[Quote]) -> list[str]:
    """Quotes as articles may print them: in either marks, with a comma or a stop within them."""
    marks = (("“", "”"), ('"', '"'), ("", ""))
    words = {quote.words.exact.rstrip(".,") for quote in told}
    return sorted(f"{a}{w}{stop}{b}" for w in words for a, b in marks for stop in ("", ",", "."))


def remarks(quote: Quote, closest: Sequence[tuple[Comparison, Said]]) -> Iterator[Remark]:
    """What is to be said of a quote beside the statements on record that are likest to it."""
    if not closest:
        return
    verbatim = [told for found, told in closest if found.likeness == 1.0]
    if not verbatim:
        if len(tokens(quote.words.exact)) < SHORTEST:
            return
        found, nearest = closest[0]
        why = f"on record{_by(nearest)} it is “{nearest.words.strip(_MARKS)}”"
        yield Remark(Verdict.QUOTE_ALTERED, why, nearest.sources, found.changes)
    same = verbatim or [closest[0][1]]
    yield from _speaker(quote, same)
    yield from _day(quote, same)
    if verbatim:
        yield Remark(Verdict.AGREES, f"on record{_by(verbatim[0])}", shown(verbatim))


def _speaker(quote: Quote, same: Sequence[Said]) -> Iterator[Remark]:
    named = [told for told in same if told.by]
    if quote.by and named and len(named) == len(same) and not any(one(quote.by, told.by) for told in named):
        whose = "; ".join(dict.fromkeys(told.by.name for told in named))
        yield Remark(Verdict.ANOTHER_SPEAKER, f"on record it is what {whose} said", shown(named))


def _day(quote: Quote, same: Sequence[Said]) -> Iterator[Remark]:
    dated = [told for told in same if told.date]
    if quote.date and dated and len(dated) == len(same) and not any(_one_day(quote.date, t.date) for t in dated):
        days = "; ".join(dict.fromkeys(told.date for told in dated))
        yield Remark(Verdict.ANOTHER_DAY, f"on record it was said on {days}", shown(dated))


def _one_day(a: str, b: str) -> bool:
    (first, last), (begins, ends) = bounds(a), bounds(b)
    return first.toordinal() - _NIGHT <= ends.toordinal() and begins.toordinal() <= last.toordinal() + _NIGHT


def _by(told: Said) -> str:
    return f" from {told.by.name}" if told.by else ""
