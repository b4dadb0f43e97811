"""How often each basis of a figure's field is right: `python -m train.confidence --data ../shared`.

Reads annotated articles, joins the figures found to those annotated, and counts for each basis of `ontology/bases.ttl`
how often the field decided on it is right. `--write` puts these shares into that file. What is printed before is out
of fold: each article is judged by the shares of the others, against saying of each field how often that field is right.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from onrecord.build.build import build
from onrecord.build.fingerprint import configuration
from onrecord.evaluation.annotation_files import read_folder
from onrecord.evaluation.comparison import head_noun, same_number, term
from onrecord.evaluation.evaluate import tables
from onrecord.evaluation.fields import Answer
from onrecord.evaluation.gold import AnnotatedArticle, GoldFigure
from onrecord.evaluation.scoring import Result, Tables, align, score
from onrecord.lexicon import lexicon
from onrecord.settings import DEFAULT_READING
from onrecord.store import Reader
from onrecord.store.queries import select
from train.calibrate import Outcome, calibration_error, reliability

ROOT = Path(__file__).parents[1]
LIST = ROOT / "ontology" / "bases.ttl"
# The encoder's frames learnt from the second: there, only bases that ask nothing of the encoder are counted.
UNSEEN = ("gold/wikinews", "gold/world", "gold/registers")
SEEN = ("train/wikinews", "train/world")
OURS = (ROOT / "tests" / "gold", ROOT / "tests" / "gold_aside")
FOLDS = 10
PRIOR = 4  # figures that the share of a field counts for, beside those decided on one basis
FIELDS = ("value", "counted", "action", "scope", "asOf", "reportedBy", "where", "factuality")

Bases = Mapping[str, Mapping[str, str]]  # of each figure, on what each of its fields was decided
Confidence = Callable[["Case"], float]


@dataclass(frozen=True, slots=True)
class Case:
    """A field of a figure found: on what it was decided, and whether it is right."""

    set: str
    article: str
    field: str
    basis: str
    right: bool


def main() -> None:
    """Print how well confidence fits, out of fold; write the shares if asked."""
    parser = argparse.ArgumentParser(prog="python -m train.confidence", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with gold/ and train/")
    parser.add_argument("--workers", type=int, default=2, help="processes that read")
    parser.add_argument("--write", action="store_true", help=f"put the shares into {LIST.relative_to(ROOT)}")
    options = parser.parse_args()
    folders = {**{name: options.data / name for name in (*UNSEEN, *SEEN)}, **{path.name: path for path in OURS}}
    found = [case for name, folder in folders.items() for case in cases(name, *read(folder, options.workers))]
    judged = [case for case in found if case.set not in SEEN]
    report(judged, [case for case in found if case.set in SEEN and case.basis not in from_encoder()])
    if options.write:
        counted = [case for case in found if case.set not in SEEN or case.basis not in from_encoder()]
        LIST.write_text(written(LIST.read_text("utf-8"), shares(counted)), "utf-8")


def read(folder: Path, workers: int) -> tuple[tuple[AnnotatedArticle, ...], Tables, Bases]:
    """The annotated articles of a folder, what the graph answers about them, and the bases of its figures."""
    articles = read_folder(folder)
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    with TemporaryDirectory(prefix="onrecord-") as place, pool:
        store = Path(place) / "store"
        build([str(article.path) for article in articles], store, configuration(DEFAULT_READING), pool)
        reader = Reader(store)
        return articles, tables(reader), bases(reader)


def bases(reader: Reader) -> Bases:
    """On what each field of each figure was decided, by the figure's IRI."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in select(reader.database, "node-bases"):
        found[row["node"].value][term(row["field"].value)] = term(row["basis"].value)
    return found


def cases(name: str, articles: Sequence[AnnotatedArticle], answered: Tables, decided: Bases) -> Iterator[Case]:
    """A case for each field that can be judged of each figure found.

    A figure is one that is annotated with its number and hedge; only of such a one the other fields are judged.
    """
    for article, answer, judged in _joined(score(articles, answered)["figures"]):
        for field, right in judged.items():
            yield Case(name, article, field, decided[answer["figure"]][field], right)


def _joined(figures: Result) -> Iterator[tuple[str, Answer, Mapping[str, bool]]]:
    """Each figure found with its article, and which of its fields are right."""
    for match in figures.matches:
        yield match.source, match.answer, {"value": True, "counted": True, **match.judged}
    missed: dict[str, list[GoldFigure]] = defaultdict(list)
    for source, item in figures.missed:
        assert isinstance(item, GoldFigure)
        missed[source].append(item)
    for source in dict.fromkeys(source for source, _ in figures.extra):
        loose = align((answer for of, answer in figures.extra if of == source), missed[source], _same_number)
        yield from ((source, answer, {"value": True, "counted": False}) for answer, _ in loose.pairs)
        yield from ((source, answer, {"value": False}) for answer in loose.extra)


def _same_number(answer: Answer, item: GoldFigure) -> bool:
    share = head_noun(item.counted) == "percent"
    return term(answer["hedge"]) == item.hedge and same_number(answer["value"], item.value, share)


def from_encoder() -> frozenset[str]:
    """The bases that depend on what the encoder says of a number."""
    return frozenset(basis.term for basis in lexicon.load().marked("basis", "fromEncoder"))


def shares(counted: Iterable[Case]) -> dict[str, float]:
    """How often each basis is right; what few figures were decided on is drawn to the share of its field."""
    fields, by_basis = defaultdict[str, list[bool]](list), defaultdict[tuple[str, str], list[bool]](list)
    for case in counted:
        fields[case.field].append(case.right)
        by_basis[case.field, case.basis].append(case.right)
    usual = {field: sum(rights) / len(rights) for field, rights in fields.items()}
    return usual | {
        basis: (sum(rights) + PRIOR * usual[field]) / (len(rights) + PRIOR)
        for (field, basis), rights in by_basis.items()
    }


def out_of_fold(judged: Sequence[Case], beside: Sequence[Case]) -> Iterator[tuple[Case, float, float]]:
    """Each case with its confidence by the shares of other articles, and with how often its field is right in these.

    `beside` are cases of articles that are counted and not judged.
    """
    articles = sorted({(case.set, case.article) for case in judged})
    Random(0).shuffle(articles)
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    for held in range(FOLDS):
        rest = shares([*(case for case in judged if fold[case.set, case.article] != held), *beside])
        for case in judged:
            if fold[case.set, case.article] == held:
                yield case, rest.get(case.basis, rest[case.field]), rest[case.field]


def brier(outcomes: Sequence[Outcome]) -> float:
    """The mean squared distance of confidence from what turned out right (1) or wrong (0)."""
    return sum((o.confidence - o.right) ** 2 for o in outcomes) / len(outcomes)


def report(judged: Sequence[Case], beside: Sequence[Case]) -> None:
    """Print for each field and set how far confidence lies from accuracy, and a reliability table of each field."""
    found = list(out_of_fold(judged, beside))
    print("| field | set | figures | right | Brier, constant | Brier | error, constant | error |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for field in FIELDS:
        of_field = [each for each in found if each[0].field == field]
        for name in ("all", *dict.fromkeys(case.set for case, _, _ in of_field)):
            rows = [each for each in of_field if name in ("all", each[0].set)]
            sure, constant = ([Outcome(each[at], each[0].right) for each in rows] for at in (1, 2))
            measured = (brier(constant), brier(sure), calibration_error(constant), calibration_error(sure))
            right = sum(o.right for o in sure) / len(sure)
            print(f"| {field} | {name} | {len(rows)} | {right:.2f} | {' | '.join(f'{m:.3f}' for m in measured)} |")
    print("\n| field | confidence | figures | mean | right |\n| --- | --- | --- | --- | --- |")
    for field in ("all", *FIELDS):
        outcomes = [Outcome(sure, case.right) for case, sure, _ in found if field in ("all", case.field)]
        for b in reliability(outcomes):
            count = round(b.share * len(outcomes))
            print(f"| {field} | {b.low:.1f} to {b.high:.1f} | {count} | {b.confidence:.2f} | {b.accuracy:.2f} |")


def written(turtle: str, found: Mapping[str, float]) -> str:
    """The word list with these shares, to two digits; a basis that no figure was decided on has that of its field."""

    def confidence(concept: re.Match[str]) -> str:
        share = found.get(concept["term"], found[concept["field"]])
        return f"{concept['before']}onr:confidence {min(max(share, 0.01), 0.99):.2f} ."

    stated = r"(?P<before>^basis:(?P<term>\S+) a .*?onr:decides onr:(?P<field>\w+) ;.*?)onr:confidence [\d.]+ \.$"
    return re.sub(stated, confidence, turtle, flags=re.MULTILINE | re.DOTALL)


if __name__ == "__main__":
    main()
