"""The sentences behind answers and annotated items, so that a person can see what went wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.evaluation.fields import Answer
from onrecord.evaluation.gold import GoldItem
from onrecord.store import Reader

_NODES = ("person", "organization", "court", "place", "figure", "act", "statement")  # columns that hold an IRI
_BOUNDARY = re.compile(  # of sentences, well enough to show them
    r"\n+|(?:(?<=[.!?])|(?<=[.!?][\"'”’)]))\s+(?=[\"'“‘(]?[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The first sentence behind each node of the graph in each article, and the articles' texts."""

    sentences: Mapping[tuple[str, str, str], str]  # by source, node and, of a position, its title
    texts: Mapping[str, str]  # by source

    def of_answer(self, source: str, answer: Answer) -> str:
        """The sentence from which the graph has an answer; '' where there is none."""
        nodes = (answer[column] for column in _NODES if answer[column])
        known = next((self.sentences.get((source, node, answer["title"]), "") for node in nodes), "")
        if known or not answer["start"]:
            return " ".join(known.split())
        return sentence_at(self.texts.get(source, ""), int(answer["start"]))

    def of_item(self, source: str, item: GoldItem) -> str:
        """The sentence of an article that holds an annotated item; '' where it is not in the article's words."""
        text = self.texts.get(source, "")
        places = (place_of(text, passage) for passage in item.passages)
        return next((sentence_at(text, place[0]) for place in places if place), "")


def evidence(reader: Reader) -> Evidence:
    """The evidence that a store holds."""
    texts = {record.source: reader.text(record.sha256) for record in reader.records().values()}
    sentences: dict[tuple[str, str, str], str] = {}
    for row in reader.select("evidence-of-nodes"):
        title = row["title"].value if row["title"] is not None else ""
        sentences.setdefault((row["source"].value, row["node"].value, title), row["sentence"].value)
    return Evidence(sentences, texts)


def sentence_at(text: str, offset: int) -> str:
    """The sentence in which an offset of a text lies."""
    starts = [0, *(boundary.end() for boundary in _BOUNDARY.finditer(text))]
    ends = [*(boundary.start() for boundary in _BOUNDARY.finditer(text)), len(text)]
    within = (text[start:end] for start, end in zip(starts, ends, strict=True) if offset < max(end, start + 1))
    return " ".join(next(within, "").split())


def place_of(text: str, passage: str) -> tuple[int, int] | None:
    """Where a text first holds a passage as words of its own, however its lines are broken."""
    words = r"\s+".join(map(re.escape, passage.split()))
    found = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE) if words else None
    return found.span() if found else None
