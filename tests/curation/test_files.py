"""Files of decisions: CSV as spreadsheets write it, Turtle in the project's words; bad rows cost only themselves."""

from pathlib import Path

import pytest

import samples
from onrecord.curation import files
from onrecord.errors import InputError
from onrecord.graph import decision_graph, decisions_of
from onrecord.values.decisions import Verdict

HEADER = "decision,node,other,value,article,by,on,why\n"
CSV = HEADER + (
    'not a name,QR,,,rates.txt,O. Hrabar,2026-11-22,"a currency, not a body"\n'
    "same,person/a-0123456789ab,person/b-0123456789ab,,,O. Hrabar,2026-11-20,\n"
)
TURTLE = """
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix verdict: <https://w3id.org/onrecord/verdict/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<#1> a onr:ReaderDecision ; onr:verdict verdict:not_a_name ; onr:node "QR" ; onr:inArticle "rates.txt" ;
    prov:wasAttributedTo [ schema:name "O. Hrabar" ] ; schema:dateCreated "2026-11-22"^^xsd:date ;
    onr:rule "a currency, not a body" .
<#2> a onr:ReaderDecision ; onr:verdict verdict:same ;
    onr:node "person/a-0123456789ab" ; onr:other "person/b-0123456789ab" ;
    prov:wasAttributedTo [ schema:name "O. Hrabar" ] ; schema:dateCreated "2026-11-20"^^xsd:date .
"""


def read(folder: Path, **contents: str) -> files.Decisions:
    paths = []
    for name, content in contents.items():
        paths.append(folder / name.replace("_", "."))
        paths[-1].write_text(content, encoding="utf-8")
    return files.read(paths)


def test_the_decisions_come_in_order_of_their_day(tmp_path: Path) -> None:
    same, no_name = read(tmp_path, d_csv=CSV).decisions
    assert (same.verdict, same.on) == (Verdict.SAME, "2026-11-20")
    assert (no_name.node, no_name.article, no_name.why) == ("QR", "rates.txt", "a currency, not a body")
    assert [name for name, _ in no_name.files] == ["d.csv"]


def test_turtle_says_the_same_as_csv(tmp_path: Path) -> None:
    keys = {
        tuple(d.key for d in read(tmp_path, **{name: text}).decisions)
        for name, text in (("d_csv", CSV), ("d_ttl", TURTLE))
    }
    assert len(keys) == 1


def test_what_the_store_keeps_is_a_file_of_decisions(tmp_path: Path) -> None:
    given = read(tmp_path, d_csv=CSV).decisions
    graph = samples.rdf(decision_graph(given))
    assert decisions_of(graph) == given
    assert [d.key for d in read(tmp_path, kept_ttl=graph.serialize()).decisions] == [d.key for d in given]


def test_a_decision_of_two_files_is_one(tmp_path: Path) -> None:
    found = read(tmp_path, a_csv=CSV, b_ttl=TURTLE).decisions
    assert [[name for name, _ in d.files] for d in found] == [["a.csv", "b.ttl"]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + CSV,
        CSV.replace("\n", "\r\n"),
        CSV + ",,,,,,,\n\n",
        "By,On,Decision,Node,Article,Why,Other\nO. Hrabar,2026-11-22,not a name,QR,rates.txt,,\n",
        "decision;node;by;on\nnot a name;QR;O. Hrabar;2026-11-22\n",
    ],
    ids=["byte order mark", "line ends", "empty rows", "other order", "semicolons"],
)
def test_csv_as_spreadsheets_write_it(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, d_csv=text)
    assert not found.faults
    assert "QR" in {d.node for d in found.decisions}


def test_a_bad_row_is_told_by_file_and_line_and_the_rest_kept(tmp_path: Path) -> None:
    found = read(tmp_path, d_csv=CSV + "equal,a,b,,,me,2026-11-22,\nsame,a,b,,,me,2026-11-22,a comma, too\n")
    assert len(found.decisions) == 2
    first, second = found.faults
    assert first.startswith("d.csv, line 4: 'equal' is no decision")
    assert second.startswith("d.csv, line 5: has more cells than the first line")


def test_a_bad_decision_in_turtle_is_told_by_its_node(tmp_path: Path) -> None:
    found = read(tmp_path, d_ttl=TURTLE.replace("verdict:same", "verdict:equal"))
    assert len(found.decisions) == 1
    assert found.faults[0].startswith("d.ttl, #2: 'equal' is no decision")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("d_csv", "", "the first line has to name the columns decision,node"),
        ("d_csv", "node,other\n", "the first line has to name the columns"),
        ("d_csv", HEADER.replace("why", "because"), "the first line has to name the columns"),
        ("d_csv", HEADER + 'same,"a,b\n', "not CSV"),
        ("d_ttl", "<#1> a onr:ReaderDecision", "not Turtle that can be read"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(tmp_path, **{name: text})


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        files.read([tmp_path / "none.csv"])
    (tmp_path / "d.csv").write_bytes(HEADER.encode("utf-16"))
    with pytest.raises(InputError, match="not UTF-8"):
        files.read([tmp_path / "d.csv"])
