"""Where pages are found: each node and each sentence has one address."""

import re
from collections.abc import Sequence
from urllib.parse import urldefrag, urlencode

from onrecord.graph.iri import BASE

_STRETCH = re.compile(r"char=(\d+),\d+")
_ARTICLE = f"{BASE}article/"


def node(iri: str) -> str:
    """The page about a node."""
    article, fragment = urldefrag(iri)
    stretch = _STRETCH.fullmatch(fragment)
    if stretch or (article.startswith(_ARTICLE) and not fragment):
        return sentence(article, stretch[1] if stretch else "")
    return f"/node?{urlencode({'iri': iri})}"


def sentence(article: str, start: str = "") -> str:
    """The page of an article, at the sentence that starts at a code point if one is given."""
    return f"/article?{urlencode({'iri': article})}" + (f"#c{start}" if start else "")


def pairs(path: str, parameters: Sequence[tuple[str, str]]) -> str:
    """A path with parameters, some of which may be given more than once."""
    return f"{path}?{urlencode(parameters)}"


def page(path: str, **parameters: object) -> str:
    """A path with the parameters that are not empty."""
    told = {name: value for name, value in parameters.items() if value not in ("", None)}
    return f"{path}?{urlencode(told)}" if told else path
