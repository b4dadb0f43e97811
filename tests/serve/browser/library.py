"""Stores to look at: a real build with something for every page; one that means harm; a large one; an empty one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from onrecord.claims import Claims
from onrecord.graph import article_graph, identity_graph, iri, to_ntriples
from onrecord.sources.article import Article
from onrecord.store import Record, Writer
from onrecord.values.entities import Entity
from onrecord.values.findings import Evidence, Kind
from onrecord.values.rejection import Rejection
from samples import ACT, CONFIGURATION, FIGURE, STATEMENT, TEXT, claims, identities

CHILDREN = """date 2024-05-02
The boy who draws

Ilia Sorin, 14, came home on 30 April 2024. “I will draw,” Ilia said. His mother, Olena Sorin, thanked Save Ukraine,
which has returned 240 children.
"""
HARM = "<script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'>"
NAMES = 250  # of people in the large store: more than a picture can show
FIGURES = 10_000


def write_library(folder: Path, build: Callable[[Iterable[str], Path], object], examples: Path) -> Path:
    """The example corpus, an article that names a child, and something that the gate held back."""
    more = folder.parent / "more"
    more.mkdir()
    (more / "the-boy-who-draws.txt").write_text(CHILDREN, encoding="utf-8")
    build([str(examples), str(more)], folder)
    writer = Writer(folder)
    name = writer.catalogue.articles()[0]
    record = writer.catalogue.get(name)
    assert record is not None
    held_back = Rejection(
        record.source,
        f"{name}#figure-1",
        "figure: value 12, as of 2031-01-01",
        "A figure lies in the future.",
        "In 2031 …",
    )
    writer.catalogue.put(name, replace(record, rejections=(held_back,)))
    writer.commit()
    writer.close()
    return folder


def write_harmful(folder: Path) -> Path:
    """An article whose every text is a script, as far as the graph can hold one."""
    text = f"{HARM} Mykola {HARM} Kuleba said “{HARM}” of 20 children.\n\n{HARM}"
    quote, number = _at(text, f"“{HARM}”"), _at(text, "20")
    who = Entity(
        Kind.PERSON,
        f"Mykola {HARM} Kuleba",
        (f"Mykola {HARM} Kuleba", HARM),
        (_at(text, f"Mykola {HARM} Kuleba"),),
        (HARM,),
    )
    sentence = Evidence(0, len(text) - len(HARM) - 2, text[: len(text) - len(HARM) - 2])
    said = Claims(
        entities=(who,),
        figures=(
            replace(
                FIGURE,
                counted=f"children {HARM}",
                population=f"child | {HARM}",
                sources=(),
                evidence=(number,),
                sentences=(sentence,),
            ),
        ),
        statements=(
            replace(
                STATEMENT, quote=quote, speaker=who, speaker_evidence=None, cue=None, place=None, sentence=sentence
            ),
        ),
        acts=(replace(ACT, by=who, against=(), subject=HARM, number=HARM, evidence=(number,), sentences=(sentence,)),),
        sentences=(sentence,),
    )
    article = Article(f"{HARM}.txt", text, "2024-05-01", f"</title></script>{HARM}", "javascript:window.harmed=1", HARM)
    held_back = Rejection(f"{HARM}.txt", f"{iri.BASE}x", HARM, HARM, HARM)
    return _written(folder, {article: said}, (held_back,))


def write_large(folder: Path) -> Path:
    """Many figures, and one article with more names than a picture can show."""
    sentence = claims().sentences[0]
    crowd = tuple(
        Entity(
            Kind.PERSON,
            f"Person Number{n} of-a-Long-Hyphenated-and-Rather-Unbreakable-Family",
            (),
            (claims().entities[0].mentions[0],),
            ("named",),
        )
        for n in range(NAMES)
    )
    article = Article("large.txt", TEXT, "2024-05-01", "A large article")
    said = replace(claims(), entities=(*claims().entities, *crowd), sentences=(sentence,))
    return _written(folder, {article: said}, more=_figures(iri.article(article)))


def _figures(article: str) -> str:
    """Figures enough to fill many pages, as N-Triples: written by hand, for rdflib takes its time over so many."""
    ns, date = "https://w3id.org/onrecord/ns#", "http://www.w3.org/2001/XMLSchema#date"
    words = iri.evidence(article, FIGURE.evidence[0])
    return "\n".join(
        f"""<{article}#figure-{n}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ns}Figure> .
<{article}#figure-{n}> <{ns}value> "{n}"^^<http://www.w3.org/2001/XMLSchema#decimal> .
<{article}#figure-{n}> <{ns}hedge> <{iri.term("hedge", "exact")}> .
<{article}#figure-{n}> <{ns}counted> "children" .
<{article}#figure-{n}> <{ns}population> "child" .
<{article}#figure-{n}> <{ns}action> <{iri.term("action", "returned")}> .
<{article}#figure-{n}> <{ns}scope> <{iri.term("scope", "total")}> .
<{article}#figure-{n}> <{ns}factuality> <{iri.term("factuality", "fact")}> .
<{article}#figure-{n}> <{ns}earliest> "20{n % 20 + 10}-0{n % 9 + 1}-01"^^<{date}> .
<{article}#figure-{n}> <{ns}latest> "20{n % 20 + 10}-0{n % 9 + 1}-28"^^<{date}> .
<{article}#figure-{n}> <{ns}evidence> <{words}> ."""
        for n in range(FIGURES)
    )


def write_empty(folder: Path) -> Path:
    """A store in which nothing was ever put."""
    return _written(folder, {})


def _at(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def _written(
    folder: Path, articles: dict[Article, Claims], held_back: tuple[Rejection, ...] = (), more: str = ""
) -> Path:
    writer = Writer(folder)
    for article, said in articles.items():
        record = Record(article.source, f"/in/{article.source}", article.sha256, "f", held_back)
        writer.put(
            iri.article(article), article.text, to_ntriples(article_graph(article, said, CONFIGURATION)) + more, record
        )
    writer.replace_graph(iri.ENTITY_GRAPH, to_ntriples(identity_graph(identities(writer.database))))
    writer.commit()
    writer.close()
    return folder
