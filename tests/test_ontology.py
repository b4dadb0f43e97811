"""The ontology: small, described, and no more and no less than what is used."""

import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

import onrecord
from onrecord import resources
from onrecord.lexicon import lexicon
from onrecord.store import Reader
from onrecord.values.findings import Kind

NS = "https://w3id.org/onrecord/ns#"
BASE = "https://w3id.org/onrecord/"
FILES = resources.files("ontology", ".ttl")
STORED = {f"{NS}confidence", f"{NS}decides"}  # what stores hold of bases is what their list says of them
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
# Terms that graphs hold only sometimes, or only while they are checked; their comments say so.
FOR_OTHERS = re.compile(r"For the word lists?|Present only while|superclass", re.IGNORECASE)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for path in FILES:
        graph.parse(path)
    return graph


def terms(graph: Graph) -> dict[str, set[URIRef]]:
    """The terms declared in the ontology's own namespace, each with the kinds it is declared as."""
    declared: dict[str, set[URIRef]] = defaultdict(set)
    for kind in KINDS:
        for term in graph.subjects(RDF.type, kind):
            if str(term).startswith(NS):
                declared[str(term)].add(kind)
    return declared


def used_in_data(house: Path) -> set[str]:
    found = set()
    for quad in Reader(house).database:
        found |= {term.value for term in quad.triple if isinstance(term, ox.NamedNode)}
    return found


def used_in_word_lists() -> set[str]:
    lists = (triple for path in FILES for triple in ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    concepts = (triple for triple in lists if not triple.subject.value.startswith(NS))
    return {triple.predicate.value for triple in concepts if triple.predicate.value.startswith(NS)} - STORED


# Read by both libraries ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_reads_as_the_same_triples_in_rdflib_and_oxigraph(path: Path) -> None:
    quads = {quad.triple for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)}
    graph = Graph().parse(path)
    assert {(str(s), str(p), str(o)) for s, p, o in graph} == {
        (t.subject.value, t.predicate.value, t.object.value) for t in quads
    }
    assert not [t for t in quads if isinstance(t.subject, ox.BlankNode) or isinstance(t.object, ox.BlankNode)]


# Described -----------------------------------------------------------------------------------------------------------


def test_every_term_has_a_label_a_comment_and_an_example(ontology: Graph) -> None:
    for term in map(URIRef, terms(ontology)):
        for described_by in (RDFS.label, RDFS.comment, SKOS.example):
            values = list(ontology.objects(term, described_by))
            assert values, f"{term} has no {described_by}"
            assert all(str(value).strip() for value in values)
        assert len(list(ontology.objects(term, RDFS.label))) == 1
        assert len(list(ontology.objects(term, RDFS.comment))) == 1


def test_every_concept_has_a_label_and_a_scheme_that_is_declared(ontology: Graph) -> None:
    schemes = set(ontology.subjects(RDF.type, SKOS.ConceptScheme))
    for concept in ontology.subjects(RDF.type, SKOS.Concept):
        assert len(list(ontology.objects(concept, SKOS.prefLabel))) == 1, concept
        (scheme,) = ontology.objects(concept, SKOS.inScheme)
        assert scheme in schemes
        assert str(concept).startswith(f"{scheme}/")
    assert all((scheme, SKOS.prefLabel, None) in ontology for scheme in schemes)


@pytest.mark.parametrize("scheme", ["action", "act", "factuality", "hedge", "post", "scope", "standing", "tenure"])
def test_the_concepts_that_data_point_to_are_defined(ontology: Graph, scheme: str) -> None:
    for concept in lexicon.load().scheme(scheme):
        assert concept.one("definition"), concept.iri


def test_every_basis_decides_a_field_and_has_a_confidence_and_each_field_a_usual_basis(ontology: Graph) -> None:
    usual = defaultdict(int)
    for basis in lexicon.load().scheme("basis"):
        (field,), (confidence,) = basis.get("decides"), basis.get("confidence")
        assert field in terms(ontology)
        assert 0 < Decimal(confidence) < 1
        usual[field] += basis.one("default") == "true"
    assert set(usual.values()) == {1}


# Declared and used ---------------------------------------------------------------------------------------------------


def test_every_term_that_code_shapes_and_questions_use_is_declared(ontology: Graph) -> None:
    package = Path(onrecord.__file__).parent
    declared, used = set(terms(ontology)), set()
    for path in package.rglob("*.py"):
        used |= set(re.findall(r"\bONR\.(\w+)|\bONR\[\"(\w+)\"\]", path.read_text(encoding="utf-8")))
    names = {name for pair in used for name in pair if name}
    for folder, suffix in (("shapes", ".ttl"), ("queries", ".rq"), ("queries/internal", ".rq")):
        for path in resources.files(folder, suffix):
            names |= set(re.findall(r"\bonr:(\w+)", path.read_text(encoding="utf-8")))
    assert {NS + name for name in names} - declared == set()


def test_every_trigger_of_the_word_lists_is_declared_and_every_declared_one_is_used(ontology: Graph) -> None:
    triggers = {term for term, kinds in terms(ontology).items() if kinds == {OWL.AnnotationProperty}}
    assert used_in_word_lists() == triggers


@pytest.mark.model
def test_every_term_that_data_use_is_declared(ontology: Graph, house: Path) -> None:
    used = {term for term in used_in_data(house) if term.startswith(NS)}
    assert used - set(terms(ontology)) == set()


@pytest.mark.model
def test_every_concept_that_data_point_to_is_in_a_word_list(ontology: Graph, house: Path) -> None:
    spaces = tuple(f"{scheme}/" for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme))
    used = {term for term in used_in_data(house) if term.startswith(spaces)}
    assert used
    assert used - set(map(str, ontology.subjects(RDF.type, SKOS.Concept))) == set()


def test_every_declared_term_is_written_by_the_code_or_says_whom_it_is_for(ontology: Graph) -> None:
    package = Path(onrecord.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    written = {a or b for a, b in re.findall(r'\bONR\.(\w+)|\bONR\["(\w+)"\]', code)}
    implied = {str(of) for by in (RDFS.subClassOf, RDFS.range) for of in ontology.objects(predicate=by)}
    for term in terms(ontology):
        name = term.removeprefix(NS)
        comment = str(ontology.value(URIRef(term), RDFS.comment))
        assert name in written or term in implied or FOR_OTHERS.search(comment), (
            f"{term} is neither used nor said to be for others"
        )


# No clashes ----------------------------------------------------------------------------------------------------------


def test_no_term_is_two_things(ontology: Graph) -> None:
    assert {term: kinds for term, kinds in terms(ontology).items() if len(kinds) > 1} == {}


def test_no_trigger_is_a_property_of_data(ontology: Graph) -> None:
    of_data = {term for term, kinds in terms(ontology).items() if kinds & {OWL.ObjectProperty, OWL.DatatypeProperty}}
    assert used_in_word_lists() & of_data == set()


def test_no_word_list_takes_the_names_of_what_is_minted(ontology: Graph) -> None:
    minted = {"article", "graph", "run", "configuration", "model", "shape", "ns", *(str(kind) for kind in Kind)}
    schemes = {str(scheme).removeprefix(BASE) for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme)}
    assert schemes & minted == set()


def test_each_term_and_concept_is_declared_in_one_file() -> None:
    places: dict[str, set[str]] = defaultdict(set)
    for path in FILES:
        for subject in Graph().parse(path).subjects(RDF.type):
            places[str(subject)].add(path.name)
    assert {subject: files for subject, files in places.items() if len(files) > 1} == {}
