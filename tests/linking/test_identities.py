"""Which entities of different articles are one: what must hold however likeness is judged."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.graph import iri
from onrecord.values.findings import Kind
from onrecord.values.identities import Identity
from samples import identities

CLASSES = {
    Kind.PERSON: "onr:Person",
    Kind.ORGANIZATION: "onr:Organization",
    Kind.COURT: "onr:Court, onr:Organization",
    Kind.PLACE: "onr:Place",
}
PREFIXES = """
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <https://schema.org/> .
"""


@dataclass(frozen=True)
class Named:
    """An entity of an article, by a name."""

    article: str
    kind: Kind
    name: str
    same_as: str = ""

    @property
    def iri(self) -> str:
        return iri.node(f"{iri.BASE}article/{self.article}", self.kind, self.name)


def decided(entities: Iterable[Named]) -> list[Identity]:
    database = ox.Store()
    for entity in entities:
        article = f"{iri.BASE}article/{entity.article}"
        same = f"; owl:sameAs <{entity.same_as}>" if entity.same_as else ""
        turtle = f"""<{article}> a onr:Article ; onr:source "{entity.article}" ; onr:sha256 "{"ab" * 32}" .
            <{entity.iri}> a {CLASSES[entity.kind]} ; schema:name "{entity.name}" {same} ."""
        database.load(PREFIXES + turtle, format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(article))
    return identities(database)


def people(*names: str) -> list[Named]:
    return [Named(f"{number}", Kind.PERSON, name) for number, name in enumerate(names)]


def together(entities: Iterable[Named]) -> set[frozenset[str]]:
    return {frozenset(identity.members) for identity in decided(entities)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Named("a", Kind.PLACE, "Kyiv"), Named("b", Kind.PLACE, "Kyiv")),
        (
            Named("a", Kind.COURT, "International Criminal Court"),
            Named("b", Kind.COURT, "International Criminal Court"),
        ),
        (Named("a", Kind.ORGANIZATION, "Save Ukraine"), Named("b", Kind.ORGANIZATION, "Save Ukraine")),
    ],
)
def test_the_same_name_of_the_same_kind_is_one(one: Named, other: Named) -> None:
    assert together([one, other]) == {frozenset({one.iri, other.iri})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Named("a", Kind.PERSON, "Marchenko"), Named("b", Kind.PERSON, "Marchenko")),
        (Named("a", Kind.PERSON, "Olena Zelenska"), Named("b", Kind.PERSON, "Volodymyr Zelensky")),
        (Named("a", Kind.PERSON, "Олена Зеленська"), Named("b", Kind.PERSON, "Марія Коваль")),
        (Named("a", Kind.PLACE, "Київ"), Named("b", Kind.PLACE, "Суми")),
        (Named("a", Kind.PLACE, "Georgia"), Named("b", Kind.PERSON, "Georgia")),
        (Named("a", Kind.ORGANIZATION, "Save Ukraine"), Named("b", Kind.ORGANIZATION, "Voices of Children")),
    ],
)
def test_other_names_and_a_bare_surname_are_not(one: Named, other: Named) -> None:
    assert together([one, other]) == {frozenset({one.iri}), frozenset({other.iri})}


def test_people_of_one_name_in_articles_that_share_nothing_else_are_possibly_the_same() -> None:
    one, other = decided([Named("a", Kind.PERSON, "Mykola Kuleba"), Named("b", Kind.PERSON, "Mykola Kuleba")])
    assert one.iri != other.iri
    assert one.possibly and one.possibly == other.possibly
    assert one.possibly[0].reason


def test_people_of_one_name_in_the_same_company_are_one() -> None:
    names = ("Dmytro Lubinets", "Olena Zelenska", "Daria Herasymchuk")
    company = [Named(article, Kind.PERSON, name) for article in "ab" for name in names]
    kuleba = [Named(a, Kind.PERSON, "Mykola Kuleba") for a in "ab"]
    assert frozenset(k.iri for k in kuleba) in together([*company, *kuleba])


def test_an_identity_says_what_it_is() -> None:
    place = "http://www.wikidata.org/entity/Q1899"
    (found,) = decided([Named("a", Kind.PLACE, "Kyiv", place), Named("b", Kind.PLACE, "Kyiv")])
    assert (found.kind, found.name, found.same_as) == (Kind.PLACE, "Kyiv", (place,))
    assert found.iri.startswith(f"{iri.BASE}place/kyiv-")


def test_an_identity_keeps_its_name_when_articles_come() -> None:
    first = Named("a", Kind.PLACE, "Kyiv")
    (alone,) = decided([first])
    both = decided([first, Named("b", Kind.PLACE, "Kyiv"), Named("b", Kind.PERSON, "Dmytro Lubinets")])
    assert alone.iri in {identity.iri for identity in both}


NAMES = ["Mykola Kuleba", "Dmytro Lubinets", "Kuleba", "Олена Зеленська", "Марія Коваль"]
ENTITY = st.builds(Named, st.sampled_from("abc"), st.sampled_from(list(Kind)), st.sampled_from(NAMES))


@given(data=st.data())
def test_order_decides_nothing_and_every_entity_has_one_identity(data: st.DataObject) -> None:
    entities = data.draw(st.lists(ENTITY, unique_by=lambda e: e.iri, max_size=8))
    found = decided(entities)
    assert decided(data.draw(st.permutations(entities))) == found
    assert sorted(member for identity in found for member in identity.members) == sorted(e.iri for e in entities)
    assert len({identity.iri for identity in found}) == len(found)
