"""The reference pages, made from what they describe: commands, questions, ontology, word lists and shapes.

usage: python website/reference.py FOLDER

Writes one Markdown page of each into `FOLDER/reference`, and the ontology as a picture.
"""

import argparse
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import typer
from picture import picture

from onrecord import resources
from onrecord.answers.ask import named_queries
from onrecord.cli import app
from onrecord.lexicon import lexicon

_RDFS, _SKOS = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#"
_OWL, _SHACL = "http://www.w3.org/2002/07/owl#", "http://www.w3.org/ns/shacl#"
_ONR = "https://w3id.org/onrecord/ns#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_KINDS = {"Class": "Classes", "ObjectProperty": "Properties of nodes", "DatatypeProperty": "Properties of values"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / f"{name}.md").write_text("\n".join(page()) + "\n", encoding="utf-8")
    (folder / "ontology.svg").write_text(picture(), encoding="utf-8")


def commands() -> Iterator[str]:
    """Every command with its arguments and options, as `--help` says them."""
    yield from ("# Commands", "", "Exit codes: 0 done; 1 done, but something was rejected; 2 wrong usage or input.", "")
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        yield from (f"## onrecord {name}", "", command.help.partition("\n")[0] if command.help else "", "")
        yield from _table(("option", "meaning"), map(_parameter, command.params))
        if command.epilog:
            examples = command.epilog.partition(": ")[2].split("   |   ")
            yield from ("```sh", *map(str.strip, examples), "```", "")


def _parameter(one: object) -> tuple[str, str]:
    called = ", ".join(f"`{name}`" for name in getattr(one, "opts", ()))
    if getattr(one, "param_type_name", "") == "argument":
        called = f"`{str(getattr(one, 'name', '')).upper()}`"
    return called, getattr(one, "help", None) or ""


def questions() -> Iterator[str]:
    """Every named question with its columns and what its comment says of them."""
    yield from ("# Questions", "", "Put by `onrecord ask NAME`, at the endpoint, and from Python.", "")
    for one in named_queries().values():
        comment = [line.lstrip("# ").rstrip() for line in one.text.splitlines() if line.startswith("#")]
        remarks = [line for line in comment[1:] if not line.startswith(("columns:", "batches:"))]
        yield from (f"## {one.name}", "", f"{one.title}.", "", f"Columns: `{'`, `'.join(one.columns)}`", "")
        yield from (" ".join(remarks), "") if remarks else ()


def ontology() -> Iterator[str]:
    """Every class and property with its label, comment and example."""
    graph = _graph("ontology")
    yield from ("# Ontology", "", "![The classes and how they hang together](ontology.svg)", "")
    for kind, title in _KINDS.items():
        yield from (f"## {title}", "")
        for node in sorted(_subjects(graph, ox.NamedNode(_OWL + kind)), key=lambda node: node.value):
            yield from (f"### onr:{node.value.removeprefix(_ONR)}", "", _text(graph, node, _RDFS + "comment"), "")
            example = _text(graph, node, _SKOS + "example")
            yield from (f"Example: {example}", "") if example else ()


def words() -> Iterator[str]:
    """The terms of each word list with their definitions."""
    lists = lexicon.load()
    yield from ("# Word lists", "", "The terms that tables show, with what they mean.", "")
    for name in lists.schemes:
        told = [(f"`{c.term}`", "; ".join(c.words.get("definition", ()))) for c in lists.scheme(name)]
        if any(definition for _, definition in told):
            yield from (f"## {name}", "")
            yield from _table(("term", "meaning"), told)


def shapes() -> Iterator[str]:
    """What each shape holds nodes to, by its messages."""
    graph = _graph("shapes")
    yield from ("# Shapes", "", "What violates one is held back, and this is said of it.", "")
    for node in sorted(_subjects(graph, ox.NamedNode(_SHACL + "NodeShape")), key=lambda node: node.value):
        messages = sorted({*_texts(graph, node, _SHACL + "message"), *_nested(graph, node)})
        if messages:
            yield from (f"## {node.value.rsplit('/', 1)[-1]}", "", *(f"* {message}" for message in messages), "")


def _nested(graph: ox.Store, node: ox.NamedNode) -> Iterator[str]:
    for key in ("property", "sparql"):
        for quad in graph.quads_for_pattern(node, ox.NamedNode(_SHACL + key), None):
            yield from _texts(graph, quad.object, _SHACL + "message")


def _graph(folder: str) -> ox.Store:
    graph = ox.Store()
    for path in resources.files(folder, ".ttl"):
        graph.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    return graph


def _subjects(graph: ox.Store, kind: ox.NamedNode) -> Iterator[ox.NamedNode]:
    found = (quad.subject for quad in graph.quads_for_pattern(None, _TYPE, kind))
    return (node for node in found if isinstance(node, ox.NamedNode) and "onrecord" in node.value)


def _texts(graph: ox.Store, node: ox.NamedNode | ox.BlankNode, name: str) -> list[str]:
    objects = (quad.object for quad in graph.quads_for_pattern(node, ox.NamedNode(name), None))
    return [thing.value for thing in objects if isinstance(thing, ox.Literal)]


def _text(graph: ox.Store, node: ox.NamedNode, name: str) -> str:
    return next(iter(sorted(_texts(graph, node, name))), "")


def _table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    kept = [(first, re.sub(r"[\s|]+", " ", second)) for first, second in rows]
    if kept:
        yield from (f"| {' | '.join(head)} |", "| --- | --- |", *(f"| {' | '.join(row)} |" for row in kept), "")


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "questions": questions,
    "ontology": ontology,
    "words": words,
    "shapes": shapes,
}

if __name__ == "__main__":
    main()
