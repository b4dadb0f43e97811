"""Pairs what two versions of an article say, sentence by sentence, as `diff` pairs lines.

Sentences that both versions have belong together, and so do as many as stand on each side of an edit. A statement
continues where the same sentence states, in the same words, one of the same kind and label; of what is left over in two
sentences that belong together, one of a kind on each side is a correction of the other.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import pyoxigraph as ox

from onrecord.store.queries import select

Said = Mapping[ox.NamedNode, "Statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article says, with evidence: a figure, an act, a position, a quotation, a date."""

    node: ox.NamedNode
    words: str  # of its first evidence
    at: int  # code points before the sentence that they stand in
    sentence: str

    @property
    def label(self) -> str:
        """Its kind and its label, as its IRI gives them: 'figure-20000-children'."""
        return self.node.value.partition("#")[2].rpartition("-")[0]

    @property
    def kind(self) -> str:
        """Its kind, as its IRI gives it: 'figure'."""
        return self.label.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Succession:
    """A statement of an earlier version, and what stands in its place."""

    former: ox.NamedNode
    present: ox.NamedNode
    continues: bool  # it is said again, and not corrected


def said(database: ox.Store, article: str) -> dict[ox.NamedNode, Statement]:
    """What an article says that has evidence, by its IRI, in the order of the text."""
    found: dict[ox.NamedNode, Statement] = {}
    for row in select(database, "said", article=ox.NamedNode(article)):
        node = row["node"]
        if node not in found:
            found[node] = Statement(node, row["exact"].value, int(row["at"].value), row["sentence"].value)
    return found


def successions(before: Said, now: Said) -> Iterator[Succession]:
    """Which statements of two versions stand in each other's place."""
    old, new = _by_sentence(before), _by_sentence(now)
    for former, present, same in _paired([text for text, _ in old], [text for text, _ in new]):
        left, right = old[former][1], new[present][1]
        if same:
            found = [*_matched(left, right, lambda one: (one.label, one.words), several=True)]
            yield from (Succession(one.node, other.node, continues=True) for one, other in found)
            left = [one for one in left if all(one is not pair[0] for pair in found)]
            right = [one for one in right if all(one is not pair[1] for pair in found)]
        for one, other in _matched(left, right, lambda one: one.kind, several=False):
            yield Succession(one.node, other.node, continues=False)


def _by_sentence(said: Said) -> list[tuple[str, list[Statement]]]:
    """Sentences in order, each with what it states."""
    found = defaultdict[tuple[int, str], list[Statement]](list)
    for one in said.values():
        found[one.at, one.sentence].append(one)
    return [(text, stated) for (_, text), stated in sorted(found.items(), key=lambda item: item[0])]


def _paired(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """The sentences that belong together, by number, and whether they are the same."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            yield from ((i1 + n, j1 + n, tag == "equal") for n in range(i2 - i1))


def _matched(
    left: Sequence[Statement], right: Sequence[Statement], key: Callable[[Statement], Hashable], several: bool
) -> Iterator[tuple[Statement, Statement]]:
    """What has one key on both sides, in order: as many on each, and one only unless `several` may."""
    ones, others = defaultdict[Hashable, list[Statement]](list), defaultdict[Hashable, list[Statement]](list)
    for side, found in ((left, ones), (right, others)):
        for one in side:
            found[key(one)].append(one)
    for same, group in ones.items():
        if len(group) == len(others[same]) and (several or len(group) == 1):
            yield from zip(group, others[same], strict=True)
