"""Clients that others wrote: what they ask for, the endpoint understands, and what it answers, they do."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
import SPARQLWrapper
from rdflib import Graph
from rdflib.namespace import RDF
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from servers import ENDLESS_ROWS, Server, served

from onrecord.answers.ask import named_queries
from onrecord.graph.rdflib_terms import ONR

FROM_NPM = Path(__file__).parent / "clients/node_modules/.bin"
WHENCE = {"comunica-sparql": "make clients", "curl": "apt-get install curl", "roqet": "apt-get install rasqal-utils"}
PEOPLE = named_queries()["people"].text
FIGURES = "PREFIX onr: <https://w3id.org/onrecord/ns#> SELECT ?figure WHERE { ?figure a onr:Figure }"
CONSTRUCT = "PREFIX onr: <https://w3id.org/onrecord/ns#> CONSTRUCT WHERE { ?figure a onr:Figure }"


def command(name: str, *arguments: str) -> str:
    path = os.pathsep.join([str(FROM_NPM), os.environ["PATH"]])
    program = shutil.which(name, path=path)
    if program is None:
        pytest.skip(f"{name} is not installed: {WHENCE[name]}")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True, timeout=120).stdout


# SPARQLWrapper -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", [SPARQLWrapper.GET, SPARQLWrapper.POST])
@pytest.mark.parametrize("request_method", [SPARQLWrapper.URLENCODED, SPARQLWrapper.POSTDIRECTLY])
def test_sparqlwrapper_reads_rows(server: Server, method: str, request_method: str) -> None:
    if (method, request_method) == (SPARQLWrapper.GET, SPARQLWrapper.POSTDIRECTLY):
        pytest.skip("there is no such request")
    client = SPARQLWrapper.SPARQLWrapper(f"{server.url}/sparql", returnFormat=SPARQLWrapper.JSON)
    client.setMethod(method)
    client.setRequestMethod(request_method)
    client.setQuery(PEOPLE)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert {row["name"]["value"] for row in rows} == {"Mykola Kuleba", "Maria Lvova-Belova"}


@pytest.mark.parametrize("form", [SPARQLWrapper.XML, SPARQLWrapper.JSON, SPARQLWrapper.CSV, SPARQLWrapper.TSV])
def test_sparqlwrapper_gets_the_form_it_asks_for(server: Server, form: str) -> None:
    client = SPARQLWrapper.SPARQLWrapper(f"{server.url}/sparql", returnFormat=form)
    client.setQuery(FIGURES)
    answer = client.query()
    assert form in answer.info()["content-type"] or form in ("csv", "tsv")
    assert b"figure" in answer.response.read()


@pytest.mark.parametrize("form", [SPARQLWrapper.TURTLE, SPARQLWrapper.RDFXML, SPARQLWrapper.JSONLD])
def test_sparqlwrapper_reads_graphs(server: Server, form: str) -> None:
    client = SPARQLWrapper.SPARQLWrapper(f"{server.url}/sparql", returnFormat=form)
    client.setQuery(CONSTRUCT)
    answer = client.queryAndConvert()
    graph = answer if isinstance(answer, Graph) else Graph().parse(data=answer)
    assert len(set(graph.subjects(RDF.type, ONR.Figure))) == 8


def test_sparqlwrapper_is_told_what_is_wrong(server: Server) -> None:
    client = SPARQLWrapper.SPARQLWrapper(f"{server.url}/sparql")
    client.setQuery("SELECT * WHERE {")
    with pytest.raises(SPARQLWrapper.SPARQLExceptions.QueryBadFormed, match="does not parse"):
        client.query()


@pytest.mark.slow
def test_sparqlwrapper_sees_that_an_answer_broke_off(served_store: Path) -> None:
    with served(served_store, "--workers", "1", "--timeout", "1.5") as server:
        client = SPARQLWrapper.SPARQLWrapper(f"{server.url}/sparql", returnFormat=SPARQLWrapper.JSON)
        client.setQuery(ENDLESS_ROWS)
        with pytest.raises(Exception, match="IncompleteRead"):
            client.queryAndConvert()


# rdflib --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib_reads_the_store_as_a_graph(server: Server, method: str, form: str) -> None:
    graph = Graph(SPARQLStore(f"{server.url}/sparql", method=method, returnFormat=form))
    assert len(list(graph.query(PEOPLE))) == 16
    assert len(list(graph.subjects(RDF.type, ONR.Figure))) == 8
    assert form in ("csv", "tsv") or bool(graph.query("ASK {}"))  # rdflib itself reads no booleans from tables


def test_rdflib_reads_one_graph_by_its_name(server: Server) -> None:
    store = SPARQLStore(f"{server.url}/sparql", context_aware=True)
    names = [str(graph) for graph in store.contexts()]
    articles = [name for name in names if "/article/" in name]
    assert len(articles) == 8
    assert len(list(Graph(store, identifier=articles[0]).subjects(RDF.type, ONR.Figure))) == 1


# Commands ------------------------------------------------------------------------------------------------------------


def test_curl(server: Server) -> None:
    asked = ("--silent", "--fail", f"{server.url}/sparql", "--header", "Accept: text/csv")
    assert command("curl", *asked, "--get", "--data-urlencode", f"query={FIGURES}").count("\n") == 9
    assert command("curl", *asked, "--data-urlencode", f"query={FIGURES}").count("\n") == 9
    direct = ("--header", "Content-Type: application/sparql-query", "--data-binary", FIGURES)
    assert command("curl", *asked, *direct).count("\n") == 9


@pytest.mark.slow
def test_roqet(server: Server) -> None:
    said = command("roqet", "-q", "-r", "csv", "-p", f"{server.url}/sparql", "-e", FIGURES)
    assert said.strip().count("\n") == 8


@pytest.mark.slow
def test_comunica(server: Server) -> None:
    said = command("comunica-sparql", f"sparql@{server.url}/sparql", FIGURES)
    assert len(json.loads(said)) == 8


@pytest.mark.slow
def test_comunica_finds_the_endpoint_by_its_description(server: Server) -> None:
    said = command("comunica-sparql", f"{server.url}/sparql", f"{FIGURES} LIMIT 3")
    assert len(json.loads(said)) == 3


@pytest.mark.slow
def test_comunica_reads_a_graph(server: Server) -> None:
    graphs = server.ask("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s a <https://w3id.org/onrecord/ns#Figure> } }").json()
    name = quote(graphs["results"]["bindings"][0]["g"]["value"], safe="")
    said = command("comunica-sparql", f"file@{server.url}/graphs?graph={name}", FIGURES)
    assert len(json.loads(said)) == 1
