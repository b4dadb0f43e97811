"""The components in anybody's spaCy pipeline: found by `nlp.add_pipe` without an import."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

from onrecord.extract import pipeline

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMED = PROJECT["entry-points"]["spacy_factories"]


def test_each_component_of_the_pipeline_is_named() -> None:
    assert set(NAMED) == {"onrecord_layout", *pipeline.COMPONENTS}


@pytest.mark.parametrize("name", sorted(NAMED))
def test_the_module_that_is_named_registers_the_component(name: str) -> None:
    registered = Language.get_factory_meta(name)
    assert registered.factory == name
    assert NAMED[name] in sys.modules


@pytest.mark.slow
def test_a_component_is_added_without_an_import() -> None:
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('onrecord_dates'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['onrecord_dates']\n"
