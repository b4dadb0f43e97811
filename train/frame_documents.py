"""Texts with the frames that they are annotated with, by character offsets, and the file they are kept in.

`train.frame_corpora` makes them, with the pipeline; what learns from them reads the file and needs no spaCy.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from train.corpora import Place

ANNOTATED, UNLABELLED = "annotated.jsonl", "unlabelled.jsonl"


@dataclass(frozen=True, slots=True)
class Answer:
    """What fills a role by the annotation: any one of `places`, or nothing where `none`. Neither: it is not known."""

    places: tuple[Place, ...] = ()
    none: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedFrame:
    """The number of a figure or the trigger of an act, with its attributes and fillers.

    A role with several answers has several fillers (the targets of an act), each of them mentioned in several places.
    """

    kind: str  # a tag of `train.frame_labels`
    head: Place  # the number; of a trigger its syntactic head
    words: Place  # all words of the trigger
    attributes: Mapping[str, str]
    roles: Mapping[str, tuple[Answer, ...]]
    rules: Mapping[str, bool] = field(default_factory=dict)  # by attribute or role: whether the rules are right


@dataclass(frozen=True, slots=True)
class FrameDocument:
    """A text: its numbers, and the frames of what is annotated in it."""

    id: str  # begins with the corpus and '/'
    text: str
    numbers: tuple[Place, ...]  # whether they count something or not
    frames: tuple[AnnotatedFrame, ...] = ()
    figures: bool = False  # whether its figures are annotated: then numbers without a frame are none
    acts: bool = False  # whether its acts are: then words without a frame are no triggers
    by_rules: tuple[Place, ...] = ()  # the numbers that the rules take for figures

    @property
    def corpus(self) -> str:
        """Where it is from."""
        return self.id.split("/")[0]


def write(path: Path, documents: Iterable[FrameDocument]) -> None:
    """One document a line, in JSON."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(document), ensure_ascii=False) + "\n" for document in documents)


def read(path: Path) -> list[FrameDocument]:
    """The inverse of `write`."""
    with path.open(encoding="utf-8") as file:
        return [_document(json.loads(line)) for line in file]


def _document(row: dict[str, Any]) -> FrameDocument:
    return FrameDocument(
        **row
        | {
            "numbers": tuple(_places(row["numbers"])),
            "by_rules": tuple(_places(row["by_rules"])),
            "frames": tuple(map(_frame, row["frames"])),
        }
    )


def _frame(row: dict[str, Any]) -> AnnotatedFrame:
    roles = {
        role: tuple(Answer(tuple(_places(answer["places"])), answer["none"]) for answer in answers)
        for role, answers in row["roles"].items()
    }
    (head, words) = _places((row["head"], row["words"]))
    return AnnotatedFrame(row["kind"], head, words, row["attributes"], roles, row["rules"])


def _places(rows: Iterable[list[int]]) -> Iterator[Place]:
    return ((start, end) for start, end in rows)
