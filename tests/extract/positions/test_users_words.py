"""Roles, tenures and what verbs say of them are words of Turtle: a user's own work, and code names none of them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import doc_of
from spacy.language import Language

import onrecord
from onrecord.extract.positions.component import positions
from onrecord.lexicon import lexicon

OWN = """
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix post: <https://w3id.org/onrecord/post/> .
@prefix role: <https://w3id.org/onrecord/role/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tenure: <https://w3id.org/onrecord/tenure/> .

role:guild a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/role> ;
    skos:prefLabel "guilds"@en ; onr:kind "person" ; onr:noun "guildmaster" .
role:raised a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/role> ;
    skos:prefLabel "raised"@en ; onr:verb "raise" ; onr:titleOf "object" ; onr:titleAfter "into" .
post:guildmaster a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/post> ;
    skos:prefLabel "guildmaster"@en ; onr:noun "guildmaster" .
post:shadow a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/post> ;
    skos:prefLabel "shadow"@en ; onr:modifier "shadow" .
tenure:honorary a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/tenure> ;
    skos:prefLabel "honorary"@en ; onr:time "honorary" .
"""


@pytest.fixture
def own_words(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "own.ttl").write_text(OWN, encoding="utf-8")
    lexicon.use([tmp_path])
    yield
    lexicon.use([])


@pytest.mark.usefixtures("own_words")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{o:League} guildmaster {p:Ana Duarte} spoke.", ("guildmaster", "guildmaster", "")),
        ("The honorary guildmaster {p:Ana Duarte} spoke.", ("guildmaster", "guildmaster", "honorary")),
        ("{p:Ana Duarte}, shadow minister for ports, spoke.", ("shadow minister for ports", "shadow", "")),
        ("{p:Ana Duarte} was raised into guildmaster of the {o:League}.", ("guildmaster", "guildmaster", "")),
    ],
)
def test_a_users_own_words(nlp: Language, text: str, expected: tuple[str, str, str]) -> None:
    (found,) = positions(doc_of(nlp, text))._.positions
    assert (found.title.exact, found.post, found.tenure) == expected


def test_without_the_users_words_there_is_no_such_role(nlp: Language) -> None:
    assert positions(doc_of(nlp, "{o:League} guildmaster {p:Ana Duarte} spoke."))._.positions == ()


def test_code_names_no_role_and_no_tenure() -> None:
    terms = {c.term for scheme in ("post", "tenure") for c in lexicon.load().scheme(scheme)}
    package = Path(onrecord.__file__).parent
    for folder in ("extract/positions", "claims"):
        for path in (package / folder).glob("*.py"):
            constants = (n.value for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Constant))
            assert not terms & {c for c in constants if isinstance(c, str)}, path.name
