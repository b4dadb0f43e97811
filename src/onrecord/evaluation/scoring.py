"""Scores answers against annotations: micro-averaged precision, recall and F1, and accuracy of attributes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from onrecord.evaluation.comparison import Coreferents, normalized, normalized_names
from onrecord.evaluation.fields import FIELDS, Answer, Field
from onrecord.evaluation.gold import AnnotatedArticle, GoldItem, Row
from onrecord.evaluation.intervals import Interval, interval

Tables = Mapping[str, Sequence[Row]]  # the rows of each named query
_Found = TypeVar("_Found")
_Wanted = TypeVar("_Wanted")


@dataclass(frozen=True, slots=True)
class Match:
    """An answer that is an annotated item, and which of the item's attributes it has right."""

    source: str
    answer: Answer
    item: GoldItem
    judged: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Result:
    """How the answers of one field compare with what is annotated, over all articles."""

    field: Field[Any]
    matches: tuple[Match, ...]
    extra: tuple[tuple[str, Answer], ...]  # false positives, each with its article's source
    missed: tuple[tuple[str, GoldItem], ...]  # false negatives
    articles: int = 0  # how many were compared

    @property
    def precision(self) -> float:
        """The share of answers that are annotated."""
        return _share(len(self.matches), len(self.matches) + len(self.extra))

    @property
    def recall(self) -> float:
        """The share of annotated items that are answered."""
        return _share(len(self.matches), len(self.matches) + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    @property
    def accuracy(self) -> dict[str, float]:
        """Of each attribute, the share of matches that have it right."""
        judged = Counter[str]()
        right = Counter[str]()
        for match in self.matches:
            judged.update(match.judged.keys())
            right.update(name for name, is_right in match.judged.items() if is_right)
        return {name: _share(right[name], count) for name, count in judged.items()}

    @property
    def intervals(self) -> dict[str, Interval | None]:
        """The confidence intervals of precision, recall, and the accuracy of each attribute."""
        right = Counter(match.source for match in self.matches)
        found = right + Counter(source for source, _ in self.extra)
        wanted = right + Counter(source for source, _ in self.missed)
        shares = {"precision": self._interval(right, found), "recall": self._interval(right, wanted)}
        for name in self.accuracy:
            judged = [match for match in self.matches if name in match.judged]
            accurate = Counter(match.source for match in judged if match.judged[name])
            shares[name] = self._interval(accurate, Counter(match.source for match in judged))
        return shares

    def _interval(self, right: Counter[str], of: Counter[str]) -> Interval | None:
        return interval([(right[source], count) for source, count in of.items()], self.articles)

    @property
    def figures(self) -> dict[str, Any]:
        """The three, the counts they are made of, the accuracy of attributes, and the intervals: for JSON."""
        counts = {"tp": len(self.matches), "fp": len(self.extra), "fn": len(self.missed)}
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        bounds = {name: [it.lower, it.upper] for name, it in self.intervals.items() if it is not None}
        return {**shares, **counts, "accuracy": self.accuracy, "intervals": bounds}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def score(articles: Iterable[AnnotatedArticle], tables: Tables) -> dict[str, Result]:
    """The result of each field, by its name."""
    articles = tuple(articles)
    labels = _labels(tables)
    by_article = {name: _by_source(rows) for name, rows in tables.items()}
    return {field.name: _result(field, articles, by_article.get(field.query, {}), labels) for field in FIELDS}


def scores(results: Mapping[str, Result]) -> dict[str, float]:
    """F1 of each field, and accuracy of each attribute under 'figures.action' and the like."""
    found = dict[str, float]()
    for name, result in results.items():
        found[name] = result.f1
        found.update({f"{name}.{attribute}": share for attribute, share in result.accuracy.items()})
    return found


def _result(
    field: Field[Any],
    articles: Sequence[AnnotatedArticle],
    rows: Mapping[str, Sequence[Row]],
    labels: Mapping[str, frozenset[str]],
) -> Result:
    matches: list[Match] = []
    extra: list[tuple[str, Answer]] = []
    missed: list[tuple[str, GoldItem]] = []
    for article in articles:
        source = article.source
        names = _coreferents(article, labels)
        found = align(
            field.answers(rows.get(source, ())),
            field.items(article.annotation),
            lambda answer, item, names=names: field.same(answer, item, names),  # type: ignore[misc]
        )
        matches += (Match(source, answer, item, field.judged(answer, item, names)) for answer, item in found.pairs)
        extra += ((source, answer) for answer in found.extra)
        missed += ((source, item) for item in found.missed)
    return Result(field, tuple(matches), tuple(extra), tuple(missed), len(articles))


@dataclass(frozen=True, slots=True)
class Alignment(Generic[_Found, _Wanted]):
    """A one-to-one matching of what was found and what is wanted, and what of each remains."""

    pairs: tuple[tuple[_Found, _Wanted], ...]
    extra: tuple[_Found, ...]
    missed: tuple[_Wanted, ...]


def align(
    found: Iterable[_Found], wanted: Iterable[_Wanted], same: Callable[[_Found, _Wanted], bool]
) -> Alignment[_Found, _Wanted]:
    """Greedy one-to-one matching: each wanted item, in its order, takes the first that is free and the same."""
    free = list(found)
    pairs: list[tuple[_Found, _Wanted]] = []
    missed: list[_Wanted] = []
    for item in wanted:
        position = next((n for n, candidate in enumerate(free) if same(candidate, item)), None)
        if position is None:
            missed.append(item)
        else:
            pairs.append((free.pop(position), item))
    return Alignment(tuple(pairs), tuple(free), tuple(missed))


def _by_source(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found = defaultdict[str, list[Row]](list)
    for row in rows:
        found[row.get("source", "")].append(row)
    return found


def _labels(tables: Tables) -> dict[str, frozenset[str]]:
    """All labels of the entities of all articles, by preferred name: two of one name share theirs."""
    found = defaultdict[str, frozenset[str]](frozenset)
    for query in ("people", "organizations", "places"):
        for answer in (Answer((row,)) for row in tables.get(query, ())):
            found[normalized(answer["name"])] |= answer.names
    return found


def _coreferents(article: AnnotatedArticle, labels: Mapping[str, frozenset[str]]) -> Coreferents:
    told = article.annotation
    entities = (*told.people, *told.organizations, *told.places)
    return Coreferents(tuple(normalized_names(entity.names) for entity in entities), labels)
