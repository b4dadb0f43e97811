"""Hand-made articles that name a child, and stores of them."""

from pathlib import Path

from onrecord.claims import AgeClaim, Claims, StatementClaim
from onrecord.graph import article_graph, identity_graph, iri, to_ntriples
from onrecord.sources.article import Article
from onrecord.store import Record, Writer
from onrecord.values.entities import Entity
from onrecord.values.findings import Evidence, Kind
from onrecord.values.rejection import Rejection
from samples import CONFIGURATION, identities

TEXT = "Ilia Sorin, 14, is home. “I will draw,” Ilia said. His mother, Olena Sorin, thanked Ana Duarte. ILIA waved."


def at(words: str, nth: int = 0) -> Evidence:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Evidence(start, start + len(words), words)


def person(*where: Evidence) -> Entity:
    names = tuple(sorted({w.exact for w in where}))
    return Entity(Kind.PERSON, where[0].exact, names, where, tuple("named" for _ in where))


ILIA, OLENA, ANA = person(at("Ilia Sorin"), at("Ilia", 1)), person(at("Olena Sorin")), person(at("Ana Duarte"))
CHILD = AgeClaim(ILIA, True, (at("14"),))
SENTENCES = tuple(at(s) for s in ("Ilia Sorin, 14, is home.", "“I will draw,” Ilia said.", "ILIA waved."))
SAID = StatementClaim(at("“I will draw,”"), "direct", ILIA, at("Ilia", 1), at("said"), "", SENTENCES[1])
CLAIMS = Claims((ILIA, OLENA, ANA), statements=(SAID,), ages=(CHILD,), sentences=SENTENCES)


def built(folder: Path, articles: dict[str, Claims]) -> Path:
    writer = Writer(folder)
    for source, claims in articles.items():
        article = Article(source, TEXT, "2024-05-01", "Ilia is home")
        held_back = Rejection(source, f"{iri.BASE}x#ilia-1", "name: Ilia", "A name.", "Ilia said.")
        record = Record(source, f"/in/{source}", article.sha256, "f", (held_back,))
        graph = to_ntriples(article_graph(article, claims, CONFIGURATION))
        writer.put(iri.article(article), TEXT, graph, record)
    writer.replace_graph(iri.ENTITY_GRAPH, to_ntriples(identity_graph(identities(writer.database))))
    writer.commit()
    writer.close()
    return folder
