"""Who is meant by what users call somebody."""

from dataclasses import replace
from pathlib import Path

import pytest

import samples
from onrecord.answers.naming import identity_called
from onrecord.errors import UsageError
from onrecord.store import Reader


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    namesake = replace(samples.BELOVA, name="Kuleba", labels=("Kuleba",))
    other = replace(
        samples.claims(acts=[replace(samples.ACT, against=(namesake,))]), entities=(namesake, samples.COURT)
    )
    folder = tmp_path_factory.mktemp("naming") / "store"
    said = {"one.txt": samples.claims(), "two.txt": replace(other, figures=(), statements=(), positions=())}
    return Reader(samples.store_of(folder, said))


@pytest.mark.parametrize("end", ["", "person/", "https://w3id.org/onrecord/person/"])
def test_a_name_in_any_case_or_the_iri_finds_the_identity(reader: Reader, end: str) -> None:
    node, name = identity_called(reader, "mykola kuleba")
    assert name == "Mykola Kuleba"
    if end:
        assert identity_called(reader, end + node.value.rpartition("/")[2]) == (node, name)


def test_a_name_that_only_an_article_has_finds_it_too(reader: Reader) -> None:
    (entity,) = (
        row["e"]
        for row in reader.query('SELECT ?e { ?e <https://schema.org/name> "Save Ukraine" ; a ?c }')
        if "article/" in row["e"].value
    )
    assert identity_called(reader, entity.value)[1] == "Save Ukraine"


def test_several_of_one_name_are_listed(tmp_path: Path) -> None:
    one = replace(samples.KULEBA, name="Ivan Bondar", labels=("Ivan Bondar", "Bondar"))
    two = replace(samples.BELOVA, name="Petro Bondar", labels=("Petro Bondar", "Bondar"))
    said = samples.claims([one, two], [], [], [], [], [])
    reader = Reader(samples.store(tmp_path / "store", said))
    with pytest.raises(
        UsageError, match=r"'bondar' may be any of Ivan Bondar \(person/ivan-bondar-\w+\), Petro Bondar"
    ):
        identity_called(reader, "bondar")


@pytest.mark.parametrize("wanted", ["Nobody At All", "nobody", "<x>"])
def test_nobody_is_said_so(reader: Reader, wanted: str) -> None:
    with pytest.raises(UsageError, match="no person, body or place on record is called"):
        identity_called(reader, wanted)
