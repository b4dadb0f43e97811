"""The texts that frames are learnt from, read by the pipeline: `python -m train.frame_corpora`.

Writes articles annotated by the guide and marked texts of our own to `annotated.jsonl`, newswire without annotations to
`unlabelled.jsonl`. Needs spaCy, and no torch; what follows (`train.frames`) needs torch, and no spaCy.
"""

import argparse
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document import Document
from onrecord.extract import pipeline
from onrecord.extract.encoder_components import shipped
from onrecord.extract.quantities.amounts import amounts
from onrecord.lexicon import lexicon
from onrecord.sources.article import Article
from onrecord.sources.reading import read as read_articles
from train import augment, corpora, frame_markup, settings
from train.frame_documents import ANNOTATED, UNLABELLED, FrameDocument, write
from train.projected_frames import ReadArticle, guided_frames, marked_frames, span_of

HERE = Path(__file__).parent


def main() -> None:
    """Parse the command line, read the texts, and write them with their frames."""
    parser = argparse.ArgumentParser(prog="python -m train.frame_corpora", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"), help="folder with the corpora")
    parser.add_argument("--out", type=Path, default=Path("runs/frames"), help="folder for the two files")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    chosen = settings.load(HERE / "settings.toml", [])
    measured, names = chosen.hold_out.measured, chosen.frames.marked
    annotated = chain(
        guided(options.data, chosen.frames.annotated, measured),
        marked(HERE / "texts" / f"{name}.txt" for name in names),
    )
    write(options.out / ANNOTATED, annotated)
    write(options.out / UNLABELLED, unlabelled(options.data, measured))


def guided(folder: Path, names: Sequence[str], measured: Iterable[str]) -> Iterator[FrameDocument]:
    """The articles annotated by the guide under `folder`, without those that a set to measure on has too."""
    nlp = pipeline.load()
    for corpus in names:
        paths = [p for p in sorted((folder / corpus).glob("*.json")) if f"{corpus}-{p.stem}" not in set(measured)]
        articles = [given.item for given in read_articles([str(p.with_suffix(".txt")) for p in paths])]
        given = (Document(a.text, _day(a.published), a.blocks) for a in articles if isinstance(a, Article))
        docs = (pipeline.doc_of(nlp, document) for document in given)
        for path, read in zip(paths, _readings(nlp, docs), strict=True):
            facts = json.loads(path.read_text(encoding="utf-8"))
            frames = guided_frames(read, facts)
            yield read.document(f"{corpus}/{path.stem}", frames, figures=True, acts=True)


def marked(paths: Iterable[Path]) -> Iterator[FrameDocument]:
    """Texts of our own; in a file that marks no figures or no acts these are not annotated."""
    nlp = pipeline.load()
    for path in paths:
        texts = frame_markup.read(path)
        tags = {one.name for text in texts for one in text.marked}
        readings = _readings(nlp, (_as_it_stands(nlp, text) for text in texts))
        for number, (text, read) in enumerate(zip(texts, readings, strict=True)):
            frames = marked_frames(read, text)
            yield read.document(f"{path.stem}/{number}", frames, figures="n" in tags, acts="t" in tags)


def unlabelled(folder: Path, measured: Iterable[str]) -> Iterator[FrameDocument]:
    """Newswire without annotations: all of the worldwide corpus that may be read, and every second text of PolNeAR."""
    texts = []
    for path in sorted((folder / "worldwide" / "train").glob("*.tsv")):
        for document in corpora.worldwide(path):
            if document.id not in set(measured):
                texts.append((f"worldwide/{path.stem}", augment.laid_out(document, None)[0]))
    for path in sorted((folder / "polnear" / "text").glob("*.txt"))[::2]:
        texts.append((f"polnear/{path.stem}", path.read_text(encoding="utf-8", errors="replace")))
    for name, text in texts:
        yield FrameDocument(name, text, tuple(span_of(a) for a in amounts(text, lexicon.load())))


def _as_it_stands(nlp: Language, text: frame_markup.MarkedText) -> Doc:
    doc = nlp.make_doc(text.text)
    doc._.published = _day(text.published)
    return doc


def _day(published: str) -> dt.date | None:
    return dt.date.fromisoformat(published) if published else None


def _readings(nlp: Language, docs: Iterable[Doc]) -> Iterator[ReadArticle]:
    given = list(docs)
    for doc in given:
        doc._.encoded = replace(shipped().read([doc.text])[0], frames=())  # so that rules read figures alone
    for doc in nlp.pipe(given, batch_size=16):
        yield ReadArticle(doc, doc._.published.isoformat() if doc._.published else "")


if __name__ == "__main__":
    main()
