"""Caches are bounded: what is kept of a function that is given something does not grow with the corpus."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"


def unbounded(source: str) -> Iterator[str]:
    """The functions with parameters that keep every result they ever gave."""
    tree = ast.parse(source)
    for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)):
        if ast.unparse(function.args) and any(_keeps_all(decorator) for decorator in function.decorator_list):
            yield function.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _keeps_all(node.func):
            yield ast.unparse(node)


def _keeps_all(node: ast.expr) -> bool:
    """`cache`, `functools.cache`, `lru_cache(None)`, `lru_cache(maxsize=None)`."""
    if _is_maker(node):
        assert isinstance(node, ast.Call)
        sizes = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "maxsize")]
        return any(isinstance(size, ast.Constant) and size.value is None for size in sizes)
    return ast.unparse(node) in ("cache", "functools.cache")


def _is_maker(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("lru_cache", "functools.lru_cache")


def test_no_cache_grows_without_end() -> None:
    found = {str(path.relative_to(SOURCE)): [*unbounded(path.read_text("utf-8"))] for path in SOURCE.rglob("*.py")}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "source",
    [
        "@cache\ndef f(word): ...",
        "@functools.cache\ndef f(word): ...",
        "@lru_cache(None)\ndef f(*words): ...",
        "@lru_cache(maxsize=None)\nasync def f(*, word): ...",
        "class A:\n    @cache\n    def f(self): ...",
        "f = cache(g)",
        "f = lru_cache(maxsize=None)(g)",
    ],
)
def test_one_that_does_is_found(source: str) -> None:
    assert len([*unbounded(source)]) == 1


@pytest.mark.parametrize(
    "source",
    [
        "@cache\ndef f(): ...",
        "@lru_cache\ndef f(word): ...",
        "@lru_cache(64)\ndef f(word): ...",
        "@lexicon.derived\ndef f(word): ...",
        "@cached_property\ndef f(self): ...",
        "f = lru_cache(maxsize=64)(g)",
    ],
)
def test_one_that_does_not_is_none(source: str) -> None:
    assert [*unbounded(source)] == []
