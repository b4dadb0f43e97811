"""Reads articles again, from their files or their texts, and compares all that is said with what is on record."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from onrecord.build.build import extract_shard, reckon
from onrecord.build.results import Summary
from onrecord.curation.files import Decisions
from onrecord.graph import basis_graph, decisions_of, iri, of_ntriples, to_ntriples
from onrecord.graph.canonical import counted_graphs
from onrecord.graph.vocabulary import DC, ONR, PROV, SDO
from onrecord.lexicon import lexicon, own
from onrecord.sources.article import Article, Dating, Method
from onrecord.sources.reading import STANDARD_INPUT, read_file
from onrecord.store import Record, Writer
from onrecord.values.configuration import Configuration
from onrecord.verification.facts import Facts, told
from onrecord.verification.failure import Failure
from onrecord.verification.holding import Held, Texts

_SHARD = 16
_BARE = (Method.TEXT, Method.JSON, Method.JSON_LINE)  # texts that came without a structure of their own
_ATTRIBUTED = f"<{PROV.wasAttributedTo}> <{iri.BASE}configuration/".encode()


def sources(held: Held, texts: Texts, files: Iterable[Path]) -> dict[str, Article]:
    """The articles on record that can be read again, by IRI: of the files, else of their texts where these suffice.

    Args:
        held: what is on record.
        texts: where the articles' texts are.
        files: those from which articles may have been taken.
    """
    known = {name: Facts(held.ntriples(name), name) for name in held.article_graphs()}
    found: dict[str, Article] = {}
    for path in files:
        for item in (given.item for given in read_file(path)):
            name = iri.article(item) if isinstance(item, Article) else ""
            if name in known and name not in found and isinstance(item, Article):
                found[name] = _dated(item, known[name])
    for name in known.keys() - found.keys():
        text = texts.text(known[name].one(name, ONR.sha256))
        if text is not None and known[name].one(name, ONR.receivedAs) in _BARE:
            found[name] = _restored(known[name], text)
    return dict(sorted(found.items()))


def origins(held: Held) -> list[Path]:
    """The files that the articles of a store came from, as far as they are still there."""
    paths = {Path(record.origin) for record in held.records().values() if record.origin != STANDARD_INPUT}
    return sorted(path for path in paths if path.is_file())


def _dated(article: Article, facts: Facts) -> Article:
    """The article with the day that users gave the build for those without."""
    published = facts.one(facts.name, SDO.datePublished)
    if article.published or facts.one(facts.name, ONR.publishedFrom) != Dating.GIVEN:
        return article
    return replace(article, published=published, published_from=Dating.GIVEN)


def _restored(facts: Facts, text: str) -> Article:
    """The article as it was given, by what the graph says of it."""
    known = {predicate: facts.one(facts.name, predicate) for predicate in facts.of(facts.name)}
    dating = known.get(ONR.publishedFrom, "")
    given = dating != Dating.TEXT  # the day that the text gives is found again
    return Article(
        source=known.get(ONR.source, ""),
        text=text,
        published=known.get(SDO.datePublished, "") if given else "",
        headline=known.get(SDO.headline, ""),
        url=known.get(SDO.url, ""),
        publisher=known.get(DC.publisher, ""),
        language=known.get(SDO.inLanguage, ""),
        byline=known.get(DC.creator, ""),
        retrieved=known.get(ONR.retrieved, "").replace("Z", "+00:00"),
        published_from=Dating(dating) if dating and given else None,
        method=Method(known[ONR.receivedAs]),
        received=known.get(ONR.receivedSha256, ""),
    )


def unreadable(held: Held, articles: Mapping[str, Article], configuration: Configuration) -> Iterator[str]:
    """A line for each article that is not compared, and why."""
    ours = iri.configuration(configuration.fingerprint)
    for name in held.article_graphs():
        facts = Facts(held.ntriples(name), name)
        source = facts.one(name, ONR.source)
        if name not in articles:
            yield f"{source}: is not read again: its file is not here (give it with --texts DIR)"
        elif facts.one(name, PROV.wasAttributedTo) != ours:
            yield f"{source}: was read by another version, model or word list, so reading it again may differ"


def differing(held: Held, articles: Mapping[str, Article], configuration: Configuration) -> Iterator[Failure]:
    """The statements that are on record and are not made when the articles are read again, and the other way round.

    Articles that cannot be read again count as they are.
    """
    lexicon.use(configuration.reading.ontology)
    with TemporaryDirectory() as folder, closing(Writer(Path(folder) / "store")) as writer:
        yield from _read(writer, articles, configuration)
        for name in set(held.article_graphs()) - articles.keys():
            record = held.records().get(name) or Record("", STANDARD_INPUT, "", "")
            writer.put(name, "", _as_read(held.ntriples(name).decode(), record), replace(record, amended=None))
        decisions = decisions_of(of_ntriples(held.ntriples(iri.DECISION_GRAPH).decode()))
        reckon(writer, Decisions(decisions, ()), configuration, Summary(), lambda phase: None)
        writer.replace_graph(iri.ONTOLOGY_GRAPH, to_ntriples(basis_graph()))
        writer.add_to_graph(iri.ONTOLOGY_GRAPH, own.explained(configuration.reading.ontology))
        for graph in counted_graphs(held):
            again = writer.database.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""
            yield from _compared(graph, held.ntriples(graph), again)


def _read(writer: Writer, articles: Mapping[str, Article], configuration: Configuration) -> Iterator[Failure]:
    rest = iter(articles.values())
    while shard := list(islice(rest, _SHARD)):
        for outcome in extract_shard(shard, configuration):
            article = outcome.article
            if outcome.error:
                yield Failure(article.source, f"cannot be read again: {outcome.error}")
            record = Record(article.source, STANDARD_INPUT, article.sha256, "", outcome.rejections)
            writer.put_all([(iri.article(article), article.text, outcome.graph, record)])


def _as_read(ntriples: str, record: Record) -> str:
    """An article's graph without what users' decisions changed in it."""
    if record.amended is None:
        return ntriples
    lines = set(ntriples.splitlines(keepends=True)) - set(record.amended.added.splitlines(keepends=True))
    return "".join(sorted(lines | set(record.amended.withdrawn.splitlines(keepends=True))))


def _compared(graph: str, ntriples: bytes, again: bytes) -> Iterator[Failure]:
    ours, theirs = ({*filter(_is_compared, lines.splitlines(keepends=True))} for lines in (ntriples, again))
    here, there = Facts(ntriples, graph), Facts(again, graph)
    for lines, facts, what in (
        (ours - theirs, here, "is on record, and not what reading again gives"),
        (theirs - ours, there, "is what reading again gives, and not on record"),
    ):
        for triple in ox.parse(b"".join(sorted(lines)), format=ox.RdfFormat.N_TRIPLES):
            yield facts.failure(str(triple.subject).strip("<>"), f"{told(triple)} {what}")


def _is_compared(line: bytes) -> bool:
    """Not by which version an article was read: that is told once for each article."""
    return _ATTRIBUTED not in line
