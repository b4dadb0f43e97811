"""What the shapes refuse: a conforming article, and for every constraint something that violates it."""

from functools import cache

import pytest
from pyshacl import validate
from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from violations import BELOW_ZERO, CONFORMS, FUTURE, PREFIX, TEXT, VIOLATIONS

from onrecord import resources
from onrecord.gate import report

PARAMETERS = {
    SH.minCount: SH.MinCountConstraintComponent,
    SH.maxCount: SH.MaxCountConstraintComponent,
    SH.datatype: SH.DatatypeConstraintComponent,
    SH.nodeKind: SH.NodeKindConstraintComponent,
    SH["class"]: SH.ClassConstraintComponent,
    SH.pattern: SH.PatternConstraintComponent,
    SH.minLength: SH.MinLengthConstraintComponent,
    SH.minInclusive: SH.MinInclusiveConstraintComponent,
    SH.maxInclusive: SH.MaxInclusiveConstraintComponent,
    SH.lessThan: SH.LessThanConstraintComponent,
    SH.lessThanOrEquals: SH.LessThanOrEqualsConstraintComponent,
    SH.disjoint: SH.DisjointConstraintComponent,
    SH.hasValue: SH.HasValueConstraintComponent,
    SH["in"]: SH.InConstraintComponent,
    SH["not"]: SH.NotConstraintComponent,
    SH["or"]: SH.OrConstraintComponent,
    SH.node: SH.NodeConstraintComponent,
}
DESCRIPTIONS = {
    RDF.type,
    SH.path,
    SH.message,
    SH.property,
    SH.sparql,
    SH.targetClass,
    SH.targetNode,
    SH.targetObjectsOf,
    SH.targetSubjectsOf,
}


def graph(turtle: str) -> Graph:
    return Graph().parse(data=PREFIX + turtle, format="turtle")


@cache
def complaints(turtle: str) -> Graph:
    return report.report(graph(turtle), {"http://e/article": TEXT})


def messages(turtle: str) -> set[str]:
    return {str(message) for message in complaints(turtle).objects(predicate=SH.resultMessage)}


def constraints() -> set[tuple[str, URIRef]]:
    """Every constraint of the shapes that results can name: its message and its kind."""
    shapes, found = report.shapes(), set()
    inner = {member for head in shapes.objects(predicate=SH["or"]) for member in Collection(shapes, head)}
    inner |= set(shapes.objects(predicate=SH["not"])) | {p for node in inner for p in shapes.objects(node, SH.property)}
    inner |= set(shapes.objects(predicate=SH.node)) | {
        p for node in shapes.objects(predicate=SH.node) for p in shapes.objects(node, SH.property)
    }
    for shape in set(shapes.subjects(SH.message)) - inner:
        message = str(shapes.value(shape, SH.message))
        if (shape, SH.select, None) in shapes:
            found.add((message, SH.SPARQLConstraintComponent))
            continue
        parameters = set(shapes.predicates(shape)) - DESCRIPTIONS
        found |= {(message, PARAMETERS[parameter]) for parameter in parameters}
    return found


def test_the_conforming_article_conforms() -> None:
    assert messages(CONFORMS) == set()


@pytest.mark.parametrize(
    "turtle",
    [
        pytest.param(
            ':date onr:earliest "2024-05-01"^^xsd:date . :x a onr:Figure ; onr:asOf "2024-12-01"^^xsd:date .',
            id="no article",
        ),
        pytest.param(
            ':figure onr:earliest "2024-12-01"^^xsd:date . :date onr:earliest "2024-12-01"^^xsd:date .',
            id="a day after publication that the text names",
        ),
        pytest.param(':figure onr:earliest "2024-05-25"^^xsd:date .', id="the day of publication"),
    ],
)
def test_a_figure_may_hold_as_of_a_day_that_the_text_names(turtle: str) -> None:
    assert FUTURE not in messages(CONFORMS + turtle)


def test_a_measure_may_lie_below_zero() -> None:
    assert BELOW_ZERO not in messages(CONFORMS + ":x a onr:Figure ; onr:value -1.3 ; onr:action action:other .")


def test_a_statement_may_be_nobodys_and_an_article_undated() -> None:
    undated = CONFORMS.replace('schema:datePublished "2024-05-25"^^xsd:date ;', "")
    assert messages(undated.replace("onr:speaker :person ;", "")) == set()


@pytest.mark.parametrize(("turtle", "message"), [pytest.param(t, m, id=name) for name, t, m in VIOLATIONS])
def test_a_violation_is_told_in_words(turtle: str, message: str) -> None:
    assert message in messages(CONFORMS + turtle)


def test_every_constraint_is_violated_by_an_example() -> None:
    broken = set()
    for _, turtle, expected in VIOLATIONS:
        results = complaints(CONFORMS + turtle)
        for result in results.subjects(SH.resultMessage):
            message = str(results.value(result, SH.resultMessage))
            if message == expected:
                broken.add((message, results.value(result, SH.sourceConstraintComponent)))
    assert broken == constraints()


def test_every_shape_has_a_message_and_every_message_a_sentence() -> None:
    shapes = report.shapes()
    for shape in shapes.objects(predicate=SH.property):
        if (shape, SH.message, None) not in shapes:
            # only inside an alternative, whose shape has the message
            assert any(shapes.predicates(object=owner) for owner in shapes.subjects(SH.property, shape))
    for message in shapes.objects(predicate=SH.message):
        assert str(message)[0].isupper()
        assert str(message).endswith(".")


def test_the_shapes_are_valid_shacl() -> None:
    conforms, _, text = validate(Graph(), shacl_graph=report.shapes(), meta_shacl=True)
    assert conforms, text


def test_one_file_for_each_class_it_guards_and_for_mentions_which_bear_no_type() -> None:
    guarded = {
        str(target).rsplit("#", 1)[-1]
        for path in resources.files("shapes", ".ttl")
        for target in Graph().parse(path).objects(predicate=SH.targetClass)
    }
    named = {path.stem.title().replace("-", "") for path in resources.files("shapes", ".ttl")} - {"Whole"}
    assert guarded == named - {"Mention"}
