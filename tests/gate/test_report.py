"""The SHACL report: what pySHACL asks of every graph is parsed once."""

from rdflib import Graph
from violations import CONFORMS, PREFIX, TEXT

from onrecord.gate import report


def test_the_queries_of_the_shapes_are_parsed_once() -> None:
    sound = Graph().parse(data=PREFIX + CONFORMS)
    report.report(sound, {"http://e/article": TEXT})
    parsed = report._parsed.cache_info().misses
    assert parsed > 0
    report.report(sound + Graph().parse(data=PREFIX + ":other a onr:Person ."), {"http://e/article": TEXT})
    assert report._parsed.cache_info().misses == parsed


def test_what_a_report_adds_for_its_queries_does_not_stay_in_the_graph() -> None:
    graph = Graph().parse(data=PREFIX + CONFORMS)
    before = set(graph)
    report.report(graph, {"http://e/article": TEXT})
    assert set(graph) == before
