"""The way through the packages: an import points to the same package or to one before it, spaCy stays in `extract/`,
and RDF terms stay in `graph/` and `gate/`."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
ORDER = (
    *("version", "errors", "settings", "resources", "logs"),
    *(
        "values",
        "lexicon",
        "document",
        "timex",
        "sources",
        "encoder",
        "extract",
        "coref",
        "claims",
        "graph",
        "gate",
        "store",
    ),
    *(
        "linking",
        "curation",
        "build",
        "answers",
        "evaluation",
        "verification",
        "chronology",
        "comparison",
        "check",
        "notebook",
        "review",
        "publish",
        "model_context",
        "serve",
        "cli",
        "",
        "__main__",
    ),
)
ONLY_IN = {"spacy": ("extract",), "rdflib": ("graph", "gate"), "pyshacl": ("gate",)}
EXCEPTIONS = {("answers.sparql_guard", "rdflib.plugins.sparql")}  # a parser of SPARQL; no terms


def faults(modules: Mapping[str, str]) -> list[str]:
    """What is wrong with the imports of modules, given as their names below `onrecord` and their source."""
    known = {f"onrecord.{name}".removesuffix(".") for name in modules}
    imports = {name: sorted(set(_imports(source, known))) for name, source in modules.items()}
    found = [fault for name, targets in imports.items() for target in targets for fault in _misplaced(name, target)]
    own = {name: [_short(target) for target in targets if target in known] for name, targets in imports.items()}
    try:
        TopologicalSorter(own).prepare()
    except CycleError as error:
        found.append(f"a circle: {' -> '.join(error.args[1])}")
    return found


def _imports(source: str, known: set[str]) -> Iterator[str]:
    """The modules imported anywhere in `source`; `from package import module` is the module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            for alias in node.names:
                inside = f"{node.module}.{alias.name}"
                yield inside if inside in known else str(node.module)


def _misplaced(name: str, target: str) -> Iterator[str]:
    root, package = target.partition(".")[0], name.partition(".")[0]
    if root == "onrecord":
        if _rank(_short(target)) > _rank(name):
            yield f"{name} imports {target}, which comes after it"
    elif package not in ONLY_IN.get(root, (package,)) and not _excepted(name, target):
        yield f"{name} imports {target}, which is for {' and '.join(ONLY_IN[root])} only"


def _excepted(name: str, target: str) -> bool:
    return any(name == where and target.startswith(what) for where, what in EXCEPTIONS)


def _rank(name: str) -> int:
    return ORDER.index(name.partition(".")[0])


def _short(target: str) -> str:
    return target.removeprefix("onrecord").removeprefix(".")


def _modules() -> dict[str, str]:
    """The modules of the package by their names below `onrecord`; a package is its `__init__`."""
    return {
        _short(".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")): path.read_text(
            encoding="utf-8"
        )
        for path in SOURCE.rglob("*.py")
    }


def test_imports_run_one_way() -> None:
    assert faults(_modules()) == []


def test_every_package_has_its_place_in_the_order() -> None:
    assert {name.partition(".")[0] for name in _modules()} <= set(ORDER)


@pytest.mark.parametrize(
    ("name", "line", "fault"),
    [
        ("values.findings", "from onrecord.graph import iri", "values.findings imports onrecord.graph.iri, which"),
        ("values.findings", "import onrecord.cli", "values.findings imports onrecord.cli, which comes after it"),
        ("store.writer", "def f():\n    from onrecord.build import build", "store.writer imports onrecord.build"),
        ("linking.acts", "from spacy.tokens import Doc", "spacy.tokens, which is for extract only"),
        ("build.build", "from rdflib import Graph", "rdflib, which is for graph and gate only"),
        ("answers.sparql_guard", "from rdflib import Graph", "rdflib, which is for graph and gate only"),
        ("answers.ask", "from rdflib.plugins.sparql.parser import Query", "which is for graph and gate only"),
        ("answers.validation", "import pyshacl", "pyshacl, which is for gate only"),
    ],
)
def test_an_import_that_runs_back_or_out_of_its_place_is_found(name: str, line: str, fault: str) -> None:
    modules = dict.fromkeys(("", "graph", "graph.iri", "cli", "build", "build.build", "values.findings"), "")
    (found,) = faults({**modules, name: line})
    assert fault in found


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("cli.building", "from onrecord.build import build"),
        ("graph.iri", "from onrecord.values.findings import Evidence"),
        ("extract.pipeline", "import spacy"),
        ("gate.gate", "from rdflib import Graph"),
        ("answers.sparql_guard", "from rdflib.plugins.sparql.parser import Query"),
    ],
)
def test_an_import_in_its_place_is_no_fault(name: str, line: str) -> None:
    assert faults({"build": "", "build.build": "", "values.findings": "", name: line}) == []


def test_a_circle_inside_a_package_is_found() -> None:
    modules = {
        "graph.one": "from onrecord.graph import two",
        "graph.two": "def f():\n    from onrecord.graph.three import g",
        "graph.three": "from onrecord.graph.one import f",
    }
    (found,) = faults(modules)
    assert found.startswith("a circle: ") and all(name in found for name in modules)
