"""What articles tell together depends on which articles there are, and not on how they came."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import samples
from onrecord.build import together
from onrecord.claims import Claims
from onrecord.curation import update
from onrecord.graph import article_graph, iri, to_ntriples
from onrecord.sources.article import Article
from onrecord.store import Record, Writer
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

Graphs = tuple[frozenset[str], frozenset[str]]


def _claims(number: int) -> Claims:
    """Claims of articles of one story: they name the same people and bodies, by longer and shorter names."""
    person = [samples.KULEBA, _called(samples.KULEBA, "Mykola Kuleba", "Kuleba"), _called(samples.KULEBA, "Kuleba")]
    court = [samples.COURT, _called(samples.COURT, "ICC"), _called(samples.COURT, "Court of Appeal")]
    body = [samples.SAVE_UKRAINE, _called(samples.SAVE_UKRAINE, "Rescue Fund")]
    who, judge, charity = person[number % 3], court[number // 3 % 3], body[number // 5 % 2]
    event = replace(samples.EVENT, date=f"2024-01-{24 + number % 4 // 3}")
    figure = replace(
        samples.FIGURE,
        value=samples.FIGURE.value + 40 * (number // 2 % 3),
        upper=None,
        hedge="exact",
        population="child",
        scope="unspecified",
        sources=(replace(samples.FIGURE.sources[0], who=who if number % 2 else judge),),
        event=event.evidence[0] if number % 3 else None,
        where=samples.KYIV,
        agent=charity,
    )
    act = replace(samples.ACT, by=judge, date=["2023-03-17", "2023-03", ""][number % 3])
    position = replace(samples.POSITION, person=who, organization=charity)
    statement = replace(samples.STATEMENT, speaker=who)
    entities = (who, charity, samples.KYIV, judge, samples.BELOVA)
    return samples.claims(entities, (), (figure,), (statement,), (position,), (act,), events=(event,))


def _called(entity: Entity, *names: str) -> Entity:
    return replace(entity, name=names[0], labels=tuple(sorted(names)))


def _article(number: int) -> tuple[Article, str]:
    article = replace(samples.ARTICLE, source=f"{number}.txt", published=f"2025-07-{number % 4 + 20}")
    return article, to_ntriples(article_graph(article, _claims(number), samples.CONFIGURATION))


ARTICLES = [_article(number) for number in range(12)]


@contextmanager
def _writing(folder: Path) -> Iterator[Writer]:
    writer = Writer(folder)
    try:
        yield writer
    finally:
        writer.close()


def _change(folder: Path, present: set[int], wanted: set[int]) -> Graphs:
    """Bring a store that has some articles to have others; gives the graphs of what holds across them."""
    with _writing(folder) as writer:
        for number in sorted(present - wanted):
            writer.drop(iri.article(ARTICLES[number][0]))
        for number in sorted(wanted - present):
            article, ntriples = ARTICLES[number]
            record = Record(article.source, f"/in/{article.source}", article.sha256, "f")
            writer.put(iri.article(article), article.text, ntriples, record)
        update.settle_all(writer, (), "configuration")
        together.tell(writer)
        writer.commit()
        identities, shared = (writer.triples(graph) for graph in (iri.ENTITY_GRAPH, iri.SHARED_GRAPH))
        return frozenset(map(str, identities)), frozenset(map(str, shared))


def test_articles_come_and_go_and_the_store_is_as_if_built_from_nothing() -> None:
    as_if_built_from_nothing([{0, 1, 2, 3}, set(), {1, 3, 4, 5}])


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sets(st.integers(0, len(ARTICLES) - 1), max_size=8), min_size=2, max_size=4))
def test_however_articles_come_and_go_the_store_is_as_if_built_from_nothing(steps: list[set[int]]) -> None:
    as_if_built_from_nothing(steps)


def as_if_built_from_nothing(steps: list[set[int]]) -> None:
    """See that after the last step the store is what it would be without those before."""
    with TemporaryDirectory() as folder:
        present: set[int] = set()
        for wanted in steps:
            found = _change(Path(folder) / "changed", present, wanted)
            present = wanted
        assert found == _change(Path(folder) / "anew", set(), present)


def test_articles_of_one_story_tell_together(tmp_path: Path) -> None:
    identities, shared = _change(tmp_path / "s", set(), set(range(len(ARTICLES))))
    kinds = {line.split("#")[-1].rstrip(">") for line in shared if "22-rdf-syntax-ns#type" in line}
    assert kinds >= {"SharedAct", "SharedEvent", "SharedFigure", "Disagreement"}
    assert any("possiblySame" in line or "#decision" in line for line in identities)


def test_only_what_a_new_article_touches_is_decided_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _change(tmp_path / "s", set(), set(range(6)))
    court = Entity(Kind.COURT, "Court of Auditors", ("Court of Auditors",), samples.COURT.mentions)
    act = replace(samples.ACT, by=court, against=())
    article = replace(samples.ARTICLE, source="other.txt")
    claims = samples.claims((court,), (), (), (), (), (act,))
    decided: list[int] = []
    told = together.acts.shared_acts
    monkeypatch.setattr(together.acts, "shared_acts", lambda part: decided.append(len(part)) or told(part))
    with _writing(tmp_path / "s") as writer:
        graph = to_ntriples(article_graph(article, claims, samples.CONFIGURATION))
        writer.put(iri.article(article), article.text, graph, Record("other.txt", "/in/other.txt", article.sha256, "f"))
        update.settle_all(writer, (), "configuration")
        together.tell(writer)
    assert decided == []
