"""Questions about the endpoint itself, which query editors and language models put to it as to any other data.

SIB's SPARQL editor, for one, asks an endpoint by SPARQL for its examples (`sh:SPARQLExecutable`), its prefixes
(`sh:declare`) and its schema (VoID). The graph holds no term of these vocabularies, so a query that uses one is
answered from the endpoint's own description alone.
"""

import re

_SPACES = "|".join(
    map(re.escape, ("http://www.w3.org/ns/shacl#", "http://rdfs.org/ns/void#", "http://ldf.fi/void-ext#"))
)
_PREFIX = re.compile(r"\bPREFIX\s+([\w-]*):\s*<([^<>\s]*)>", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|\s)#[^\n]*")
_WHOLE = re.compile(rf"<(?:{_SPACES})")


def is_asked(text: str) -> bool:
    """Whether a query uses a term of the vocabularies in which the endpoint describes itself."""
    body = _PREFIX.sub(" ", _COMMENT.sub(" ", text))
    if _WHOLE.search(body):
        return True
    names = [name for name, space in _PREFIX.findall(text) if re.fullmatch(_SPACES, space)]
    return any(re.search(rf"(?<![\w:-]){re.escape(name)}:\w", body) for name in names)
