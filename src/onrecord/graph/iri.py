"""The names of things: IRIs minted from what they name, so that the same input always gets the same names.

An article's IRI holds a hash of its source and of its text's SHA-256, and everything the article says is named below it
(`<article>#figure-…`), so two articles never share a node and no name depends on what else is in the store. Stretches
of text use the fragment scheme of RFC 5147 (`#char=120,135`).
"""

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever asks a store mints no names of what articles say
    from onrecord.sources.article import Article
    from onrecord.values.findings import Evidence

BASE = "https://w3id.org/onrecord/"
ENTITY_GRAPH = BASE + "graph/entities"
RUN_GRAPH = BASE + "graph/runs"
DECISION_GRAPH = BASE + "graph/decisions"
ONTOLOGY_GRAPH = BASE + "graph/ontology"
SHARED_GRAPH = BASE + "graph/shared"
HISTORY_GRAPH = BASE + "graph/history"  # since when what is on record is
FORMER_GRAPH = BASE + "graph/former"  # what no longer is, until when it was, and what supersedes it
TIMED_GRAPHS = frozenset({RUN_GRAPH, HISTORY_GRAPH, FORMER_GRAPH})  # with times of builds: equal builds differ there
STORE_GRAPH = BASE + "graph/store"  # in a store elsewhere alone: which build it holds


def slug(text: str, longest: int = 60) -> str:
    """`text` in lower-case ASCII letters, digits and hyphens: for people to read, not enough to tell names apart."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].rstrip("-")


def digest(*parts: str) -> str:
    """Twelve hexadecimal digits that stand for `parts`; the order and the borders between them count."""
    told_apart = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told_apart.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def configuration(fingerprint: str) -> str:
    """The IRI of what decides how articles are read; the same for the same fingerprint."""
    return f"{BASE}configuration/{fingerprint[:12]}"


def article(item: "Article") -> str:
    """The IRI of an article, which is also the name of its graph."""
    return article_of(item.source, item.sha256)


def article_of(source: str, sha256: str) -> str:
    """The IRI of the article of a source and a text with this SHA-256; so it can be minted without the text."""
    return f"{BASE}article/{slug(source) or 'article'}-{digest(source, sha256)}"


def is_article(name: str) -> bool:
    """Whether an IRI is an article's, and so the name of its graph."""
    return name.startswith(f"{BASE}article/") and "#" not in name


def node(article_iri: str, kind: str, label: str, *parts: str) -> str:
    """The IRI of something an article says: its kind, a readable label, and a hash of what tells it apart."""
    readable = "-".join(filter(None, (kind, slug(label, 40))))
    return f"{article_iri}#{readable}-{digest(kind, label, *parts)}"


def evidence(article_iri: str, where: "Evidence") -> str:
    """The IRI of a stretch of an article's text."""
    return f"{article_iri}#char={where.start},{where.end}"


def selector(article_iri: str, where: "Evidence") -> str:
    """The IRI of the selector that finds a stretch of an article's text."""
    return f"{article_iri}#select={where.start},{where.end}"


def page(article_iri: str, number: str) -> str:
    """The IRI of the selector of a page of a printed document, by the fragment that RFC 3778 has for it."""
    return f"{article_iri}#page={number}"


def identity(kind: str, *parts: str) -> str:
    """The IRI of a person, organization, court or place across articles."""
    return f"{BASE}{kind}/{slug(parts[0]) or kind}-{digest(kind, *parts)}"


def term(scheme: str, name: str) -> str:
    """The IRI of a term of one of the word lists: `term('hedge', 'more_than')`."""
    return f"{BASE}{scheme}/{name}"


def term_of(concept: str) -> str:
    """The term that the IRI of a concept of a word list names: the other way round."""
    return concept.replace("#", "/").rsplit("/", 1)[-1]
