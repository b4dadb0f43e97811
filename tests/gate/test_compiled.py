"""The first pass comes to pySHACL's verdict, or says that it cannot tell: it never passes what pySHACL refuses."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import Graph, Literal
from rdflib.namespace import SH
from violations import CONFORMS, PREFIX, TEXT, VIOLATIONS

import samples
from onrecord import resources
from onrecord.gate import gate, report
from onrecord.gate.compiled import Compiled, compiled
from onrecord.gate.constraints import UnknownError
from onrecord.gate.triples import UndecidedError
from onrecord.graph import article_graph, iri, of_ntriples, to_ntriples
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection

SHIPPED = report.read_shapes(resources.files("shapes", ".ttl"))
TEXTS = {"http://e/article": TEXT}


def ntriples(turtle: str) -> str:
    """The triples as the build writes them: decimals without zeros at their end."""
    return re.sub(r'\.0"(?=\^\^<[^>]*decimal>)', '"', to_ntriples(Graph().parse(data=PREFIX + turtle)))


@lru_cache(maxsize=512)
def once(shapes: Graph) -> Compiled:
    return compiled(shapes)


def verdict(shapes: Graph, triples: str, texts: dict[str, str]) -> bool | None:
    """The first pass's; None where it cannot tell."""
    try:
        return once(shapes).conforms(Ntriples.of(triples), texts)
    except UndecidedError:
        return None


def verdict_in_parts(shapes: Graph, triples: str, texts: dict[str, str]) -> bool | None:
    """That of a graph in three stretches; None where it cannot tell."""
    try:
        return once(shapes).conforms(in_stretches(triples), texts)
    except UndecidedError:
        return None


# The shapes that ship -------------------------------------------------------------------------------------------------


def test_the_shapes_that_ship_are_known() -> None:
    compiled(SHIPPED)


def test_the_conforming_article_conforms() -> None:
    assert verdict(SHIPPED, ntriples(CONFORMS), TEXTS) is True


def test_an_article_as_it_is_built_conforms() -> None:
    graph = article_graph(samples.ARTICLE, samples.claims(), samples.CONFIGURATION)
    assert verdict(SHIPPED, to_ntriples(graph), {iri.article(samples.ARTICLE): samples.TEXT}) is True


@cache
def saying(message: str) -> Graph:
    """Of the shapes that ship, the constraints with this message."""
    shapes = Graph() + SHIPPED
    inner = {SH["or"], SH["not"], SH["class"], SH.property, SH.sparql}
    for shape in set(SHIPPED.subjects(SH.targetClass | SH.targetSubjectsOf | SH.targetObjectsOf | SH.targetNode)):
        own = str(shapes.value(shape, SH.message))
        for predicate, part in list(shapes.predicate_objects(shape)):
            if predicate in inner and str(shapes.value(part, SH.message, default=own)) != message:
                shapes.remove((shape, predicate, part))
    return shapes


# Literals of which nobody can say what they mean.
ILL_TYPED = {"an article of 30 February", "a month that is said to be a day", "a day that is said to be a year"}


@pytest.mark.parametrize(("name", "turtle", "message"), [pytest.param(*case, id=case[0]) for case in VIOLATIONS])
def test_the_constraint_alone_finds_its_violation(name: str, turtle: str, message: str) -> None:
    shapes = saying(message)
    assert verdict(shapes, ntriples(CONFORMS + turtle), TEXTS) is (None if name in ILL_TYPED else False)
    assert verdict(shapes, ntriples(CONFORMS), TEXTS) is True


# Damaged articles -----------------------------------------------------------------------------------------------------

ARTICLES = {
    "http://e/article": (ntriples(CONFORMS), TEXT),
    iri.article(samples.ARTICLE): (
        to_ntriples(article_graph(samples.ARTICLE, samples.claims(), samples.CONFIGURATION)),
        samples.TEXT,
    ),
}
XSD = "http://www.w3.org/2001/XMLSchema#"
LITERALS = [
    *(
        '""',
        '" "',
        '"name"',
        '"direct"',
        '"Kuleba"',
        '"\\"a\\\\b\\n\\""',
        '"tab\tulator"',
        '"c"@en',
        '"c"@en-gb',
        '"C"@EN',
    ),
    *(f'"{number}"^^<{XSD}integer>' for number in ("0", "1", "2", "6", "7", "-1", "-7", "01", "-0", "+1", "six", "99")),
    *(f'"{number}"^^<{XSD}decimal>' for number in ("0", "0.5", "1", "20", "20.0", "30", "-1", "-0.5", "1e3", ".5")),
    *(f'"{day}"^^<{XSD}date>' for day in ("2024-01-24", "2024-05-01", "2024-05-31", "2024-02-30", "2024-12-01Z")),
    *(f'"{month}"^^<{XSD}gYearMonth>' for month in ("2024-05", "2024-13", "2030-01")),
    *(f'"{year}"^^<{XSD}gYear>' for year in ("2024", "24", "02024")),
    *(f'"{truth}"^^<{XSD}boolean>' for truth in ("true", "false", "1", "perhaps")),
    *(f'"{form}"^^<{XSD}{kind}>' for form, kind in (("Kuleba", "string"), ("http://e/", "anyURI"), ("a  b", "token"))),
    *(f'"{span}"^^<http://id.loc.gov/datatypes/edtf/EDTF>' for span in ("2024-05-01/2024-05-31", "2024-05-01", "")),
    f'"2024-05-01T00:00:00"^^<{XSD}dateTime>',
]
TRIPLE = re.compile(r"(\S+) (\S+) (.+) \.\n")
PARTS = {name: TRIPLE.findall(triples) for name, (triples, _) in ARTICLES.items()}
TERMS = ["_:b", *sorted({term for triples in PARTS.values() for triple in triples for term in triple})]
CHANGE = st.tuples(
    st.sampled_from(["remove", "replace", "add", "move", "swap", "turn"]),
    *(st.integers(0, 10**6), st.integers(0, 10**6)),  # which triples
    st.sampled_from(LITERALS) | st.sampled_from(TERMS),
)

CHANGES = st.lists(CHANGE, min_size=1, max_size=3)


def damage(name: str, changes: Iterable[tuple[str, int, int, str]]) -> str:
    """An article, some of its triples removed, added, or changed."""
    triples = list(PARTS[name])
    for change, first, second, term in changes:
        one, other = first % len(triples), second % len(triples)
        subject, predicate, thing = triples[one]
        triples[one] = {
            "remove": triples[other],
            "replace": (subject, predicate, term),
            "move": (triples[other][0], predicate, thing),
            "swap": (subject, predicate, triples[other][2]),
            "turn": (thing, predicate, subject) if thing.startswith("<") else (subject, predicate, term),
        }.get(change, triples[one])
        if change == "add":
            triples.append((subject, triples[other][1], term))
    return "".join(sorted({f"{' '.join(triple)} .\n" for triple in triples}))


DAMAGED = st.builds(lambda name, changes: (name, damage(name, changes)), st.sampled_from(sorted(ARTICLES)), CHANGES)


def same_verdict_of_an_article(article: tuple[str, str], cut: int) -> None:
    name, triples = article
    texts = {name: ARTICLES[name][1][cut:]}
    first = verdict(SHIPPED, triples, texts)
    if first is not None:
        results = report.report(of_ntriples(triples), texts)
        assert first is ((None, SH.conforms, Literal(True)) in results)


@settings(max_examples=100)
@given(DAMAGED, st.integers(0, 1))
def test_a_graph_in_parts_gets_the_verdict_of_the_whole(article: tuple[str, str], cut: int) -> None:
    name, triples = article
    texts = {name: ARTICLES[name][1][cut:]}
    whole, in_parts = suspects(Ntriples.of(triples), texts), suspects(in_stretches(triples), texts)
    assert in_parts == whole or whole is None or in_parts is None


def suspects(graph: Ntriples, texts: dict[str, str]) -> set[tuple[str, bool]] | None:
    """The nodes that may not conform, by a query or not; None where that cannot be told."""
    try:
        return set(once(SHIPPED).violating(graph, texts))
    except UndecidedError:
        return None


@settings(max_examples=30)
@given(DAMAGED, st.integers(0, 1))
def test_damaged_articles_get_pyshacls_verdict(article: tuple[str, str], cut: int) -> None:
    same_verdict_of_an_article(article, cut)


@pytest.mark.slow
@settings(max_examples=500)
@given(DAMAGED, st.integers(0, 1))
def test_many_damaged_articles_get_pyshacls_verdict(article: tuple[str, str], cut: int) -> None:
    same_verdict_of_an_article(article, cut)


def in_stretches(triples: str) -> Ntriples:
    """A graph in three stretches."""
    stretches: list[list[str]] = [[], [], []]
    for line in triples.removesuffix("\n").split("\n"):
        stretches[crc32(line.split()[0].encode()) % 3].append(f"{line}\n")
    return Ntriples.of(*map("".join, stretches))


def let_in(graph: Ntriples, text: str) -> tuple[set[str], tuple[Rejection, ...]] | str:
    """What the gate lets in of a graph, and what it holds back; or the fault for which nothing of it goes in."""
    try:
        admitted, rejections = gate.admitted(graph, text)
    except (RuntimeError, TypeError) as fault:
        return str(fault)
    return set(str(admitted).split("\n")), rejections


@pytest.mark.slow
@settings(max_examples=100)
@given(DAMAGED, st.integers(0, 1))
def test_of_a_graph_in_stretches_the_gate_lets_in_what_it_does_of_the_whole(article: tuple[str, str], cut: int) -> None:
    name, triples = article
    same_let_in(triples, ARTICLES[name][1][cut:])


def same_let_in(triples: str, text: str) -> set[Rejection]:
    """What is held back of a graph in stretches, and likewise of the whole; nothing where nothing of it goes in."""
    found = let_in(in_stretches(triples), text)
    assert found == let_in(Ntriples.of(triples), text)
    return set() if isinstance(found, str) else set(found[1])


def test_quotes_that_stand_nowhere_take_out_of_a_graph_in_stretches_what_they_do_of_the_whole() -> None:
    triples, text = ARTICLES[iri.article(samples.ARTICLE)]
    held = same_let_in(triples, text[1:])
    assert {one.source for one in held} == {"release.txt"}  # though by then no evidence leads to the article
    assert {one.message for one in held} > {"An act has the words that make it."}


NOT_YET = """
:figure2 a onr:Figure ; onr:value 1.0 ; onr:hedge hedge:exact ; onr:counted "children", "women" ;
    onr:action action:returned ; onr:scope scope:total ; onr:factuality factuality:fact ; onr:evidence :words ;
    onr:asOf "2024-08-01"^^xsd:date ; onr:earliest "2024-08-01"^^xsd:date ; onr:latest "2024-08-01"^^xsd:date .
"""
NAMED = """
:date2 a onr:DateExpression ; onr:date "2024-08-01"^^xsd:date ; onr:earliest "2024-08-01"^^xsd:date ;
    onr:latest "2024-08-01"^^xsd:date ; onr:evidence :words .
"""


@pytest.mark.parametrize(("date", "held"), [(NAMED, False), ("", True)])
def test_what_a_node_far_away_allows_is_no_fault_of_one_that_has_another(date: str, held: bool) -> None:
    reasons = {one.message for one in same_let_in(ntriples(CONFORMS + NOT_YET + date), TEXT)}
    assert any("after its article's publication" in reason for reason in reasons) is held
    assert len(reasons) == 1 + held


# Shapes of all kinds --------------------------------------------------------------------------------------------------

SHAPES_PREFIX = PREFIX + "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
PROPERTY = st.sampled_from([":p", ":q", "rdf:type"])
VALUE = st.sampled_from(
    [":a", ":b", ":C", '"x"', '" "', "1", "2", '"1"^^xsd:decimal', '"2024-05-01"^^xsd:date', "true"]
)
DATATYPE = st.sampled_from(["xsd:string", "xsd:integer", "xsd:decimal", "xsd:boolean", "xsd:date"])
NUMBER = st.sampled_from(["0", "1", "2"])
PATH = PROPERTY | st.builds("[ sh:inversePath {} ]".format, PROPERTY)
PATHS = (
    PATH | st.builds("( {} {} )".format, PATH, PATH) | st.builds("[ sh:alternativePath ( {} {} ) ]".format, PATH, PATH)
)


def of(parameter: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return values.map(lambda value: f"{parameter} {value}")


CONSTRAINTS = [
    of("sh:minLength", NUMBER),
    of("sh:hasValue", VALUE),
    *(of(f"sh:{name}", NUMBER | st.just('"2024-05-01"^^xsd:date')) for name in ("minInclusive", "maxInclusive")),
    of("sh:class", st.sampled_from([":C", ":D"])),
    of("sh:datatype", DATATYPE),
    of("sh:nodeKind", st.sampled_from(["sh:IRI", "sh:Literal"])),
    of("sh:pattern", st.sampled_from(['"\\\\S"', '"^x$"', '"e/."'])),
    of("sh:disjoint", PROPERTY),
    of("sh:in", st.lists(VALUE, min_size=1, max_size=3).map(lambda values: f"( {' '.join(values)} )")),
]
OF_PATHS = [
    *(of(f"sh:{name}", NUMBER) for name in ("minCount", "maxCount")),
    *(of(f"sh:{name}", PROPERTY) for name in ("lessThan", "lessThanOrEquals")),
]


def shape(constraints: list[st.SearchStrategy[str]], *always: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The inside of a shape; no parameter twice, since few may be."""
    chosen = st.lists(st.one_of(constraints), min_size=1, max_size=2, unique_by=lambda one: one.split()[0])
    return st.tuples(*always, chosen).map(lambda parts: " ; ".join([*parts[:-1], *parts[-1]]))


BY_PATH = shape([*CONSTRAINTS, *OF_PATHS], of("sh:path", PATHS)).map("[ {} ]".format)
WITHIN = BY_PATH.map("[ sh:property {} ]".format) | shape(CONSTRAINTS).map("[ {} ]".format)
TARGET = st.sampled_from(["sh:targetClass :C", "sh:targetSubjectsOf :p", "sh:targetObjectsOf :q", "sh:targetNode :a"])
NODE_SHAPE = shape(
    [
        *CONSTRAINTS,
        of("sh:property", BY_PATH),
        *(of(f"sh:{name}", WITHIN) for name in ("not", "node")),
        of("sh:or", st.builds("( {} {} )".format, WITHIN, WITHIN)),
    ],
    TARGET,
).map(":Shape a sh:NodeShape ; {} .".format)
PROPERTY_SHAPE = shape([*CONSTRAINTS, *OF_PATHS, of("sh:node", WITHIN)], TARGET, of("sh:path", PATHS))
SHAPES = NODE_SHAPE | PROPERTY_SHAPE.map(":Shape a sh:PropertyShape ; {} .".format)
FEW_TRIPLES = st.lists(
    st.builds("{} {} {} .".format, st.sampled_from([":a", ":b"]), PROPERTY, VALUE), min_size=1, max_size=8
)


def same_verdict_of_a_shape(turtle: str, triples: list[str]) -> None:
    shapes, data = Graph().parse(data=SHAPES_PREFIX + turtle), ntriples("\n".join(triples))
    first = verdict(shapes, data, {})
    if first is not None:
        conforms, _, text = validate(of_ntriples(data), shacl_graph=shapes, inplace=True)
        assert first is conforms, text


@settings(max_examples=100)
@given(SHAPES, FEW_TRIPLES)
def test_every_kind_of_shape_gets_pyshacls_verdict(turtle: str, triples: list[str]) -> None:
    same_verdict_of_a_shape(turtle, triples)


@settings(max_examples=200)
@given(SHAPES, FEW_TRIPLES)
def test_every_kind_of_shape_has_one_verdict_of_a_graph_and_of_its_parts(turtle: str, triples: list[str]) -> None:
    shapes, data = Graph().parse(data=SHAPES_PREFIX + turtle), ntriples("\n".join(triples))
    whole, in_parts = verdict(shapes, data, {}), verdict_in_parts(shapes, data, {})
    assert in_parts is whole or whole is None or in_parts is None


def test_what_is_compared_of_a_value_node_is_known_in_every_stretch() -> None:
    inner = "[ sh:property [ sh:path :q ; sh:lessThan :r ] ]"
    turtle = f":Shape a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:path :p ; sh:node {inner} ] ."
    shapes = Graph().parse(data=SHAPES_PREFIX + turtle)
    stretches = (ntriples(":a a :C ; :p :b ."), ntriples(":b :q 3 ; :r 2 ."))
    assert set(once(shapes).violating(Ntriples.of(*stretches), {})) == {("<http://e/a>", False)}


@pytest.mark.slow
@settings(max_examples=1500)
@given(SHAPES, FEW_TRIPLES)
def test_many_shapes_get_pyshacls_verdict(turtle: str, triples: list[str]) -> None:
    same_verdict_of_a_shape(turtle, triples)


# What is not known ----------------------------------------------------------------------------------------------------

QUERY = ':S a sh:NodeShape ; sh:targetNode :n ; sh:sparql [ a sh:SPARQLConstraint ; sh:select "{}" ] .'


@pytest.mark.parametrize(
    "turtle",
    [
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:maxLength 3 .",
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:closed true .",
        ':S a sh:NodeShape ; sh:targetClass :C ; sh:pattern "x" ; sh:flags "i" .',
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:deactivated true .",
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:xone ( [ sh:class :D ] ) .",
        ":S a sh:NodeShape, rdfs:Class ; sh:class :C .",
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:datatype xsd:dateTime .",
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:nodeKind sh:BlankNode .",
        ':S a sh:NodeShape ; sh:targetClass :C ; sh:in ( "x"^^xsd:string ) .',
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:hasValue 01.50 .",
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:hasValue [] .",
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:node :S .",
        ":S a sh:PropertyShape ; sh:targetClass :C ; sh:path [ sh:zeroOrMorePath :p ] ; sh:minCount 1 .",
        ":S a sh:PropertyShape ; sh:targetClass :C ; sh:path [ sh:inversePath ( :p :q ) ] ; sh:minCount 1 .",
        ":S a sh:PropertyShape ; sh:targetClass :C ; sh:path :p ; sh:uniqueLang true .",
        ":S sh:targetClass :C ; :own true .",
        QUERY.replace("targetNode", "targetClass").format("SELECT $this WHERE { ?value a ?type }"),
        QUERY.format("SELECT $this ?value WHERE { ?value a $this }"),
        QUERY.format("SELECT $this WHERE { ?value onr:date ?date }"),
    ],
)
def test_shapes_that_are_not_known_are_not_passed_over(turtle: str) -> None:
    shapes = Graph().parse(data=SHAPES_PREFIX + "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n" + turtle)
    with pytest.raises(UnknownError):
        compiled(shapes)


def test_an_unknown_shape_among_those_that_ship_is_seen() -> None:
    with pytest.raises(UnknownError, match="maxLength"):
        compiled(SHIPPED + Graph().parse(data=SHAPES_PREFIX + ":S sh:targetClass onr:Person ; sh:maxLength 3 ."))
