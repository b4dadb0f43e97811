"""The picture of the ontology names what the ontology declares, and leaves no class of statements out."""

import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from onrecord import resources

sys.path.insert(0, str(Path(__file__).parents[2] / "website"))
from picture import ARROWS, BOXES, picture

ONR = "https://w3id.org/onrecord/ns#"
ELSEWHERE = {"start", "end", "exact", "hasSource"}  # of Web Annotation
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@pytest.fixture(scope="module")
def declared() -> set[str]:
    graph = ox.Store()
    for path in resources.shipped("ontology", ".ttl"):
        graph.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    return {q.subject.value.removeprefix(ONR) for q in graph.quads_for_pattern(None, TYPE, None)}


def test_every_box_is_a_class_and_holds_its_properties(declared: set[str]) -> None:
    assert {box.name for box in BOXES} <= declared
    assert {name for box in BOXES for name in box.holds} - ELSEWHERE <= declared


def test_every_arrow_is_a_property_between_boxes(declared: set[str]) -> None:
    assert {name for _, _, name in ARROWS} - ELSEWHERE <= declared
    assert {end for start, end, _ in ARROWS} | {start for start, _, _ in ARROWS} <= {box.name for box in BOXES}


def test_the_boxes_do_not_lie_on_each_other() -> None:
    for one in BOXES:
        for other in BOXES:
            if one is not other and one.left == other.left:
                assert one.top + one.high <= other.top or other.top + other.high <= one.top


def test_the_picture_is_svg_that_says_what_it_shows() -> None:
    import xml.etree.ElementTree as ET

    assert "ontology" in (ET.fromstring(picture()).findtext("{http://www.w3.org/2000/svg}title") or "")
