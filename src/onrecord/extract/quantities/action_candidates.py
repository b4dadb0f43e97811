"""Candidate actions of a figure, with the features by which they are ranked: what words tell, what the encoder reads.

Features are whole numbers, probabilities in hundredths.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.encoder.spans import Frame
from onrecord.extract.doc_extensions import text_of
from onrecord.extract.frames import FIGURE, probability
from onrecord.extract.quantities import bases
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.syntax.clauses import governors

_FAR = 60  # tokens
_BASES = (bases.NO_ACTION, bases.UNTOLD_ACTION, bases.EARLIER_ACTION)


@dataclass(frozen=True, slots=True)
class Told:
    """What rules say happened to those counted, and on which basis."""

    action: str
    basis: str

    @property
    def by_words(self) -> bool:
        """Whether the figure's own words tell it."""
        return self.basis == bases.TOLD_ACTION


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may have happened to those counted."""

    action: str
    features: Mapping[str, int]


class Candidates:
    """The words of a Doc that tell actions, asked by figure for what may have happened to those counted."""

    def __init__(self, doc: Doc, events: EventLexicon) -> None:
        self._default = events.default
        self._sentences = {token.i: number for number, s in enumerate(doc.sents) for token in s}
        mentions = [(token, action) for token in doc for action in sorted(events.mentioned(token))]
        headline_end = max(text_of(doc).find("\n"), 0)
        self._of_article = Counter(action for _, action in mentions)
        self._of_headline = frozenset(action for token, action in mentions if token.idx < headline_end)
        self._in_sentence: dict[int, list[tuple[Token, str]]] = defaultdict(list)
        for token, action in mentions:
            self._in_sentence[self._sentences[token.i]].append((token, action))

    def of(self, anchor: Token, told: Told, frame: Frame) -> list[Candidate]:
        """What is told, what the encoder reads, and that nothing is told; `anchor` is where the figure hangs."""
        read = {chance.label: round(100 * chance.probability) for chance in frame.attributes["action"]}
        sentence = self._sentences[anchor.i]
        of_figure = {
            "basis": _BASES.index(told.basis),
            "figure": round(100 * probability(frame, FIGURE)),
            "likeliest": max(read.values(), default=0),
            "default": read.get(self._default, 0),
            "sentence": min(sentence, 9),
        }
        actions = sorted({told.action, self._default, *read})
        near = dict(self._near(anchor, self._in_sentence[sentence], actions))
        return [
            Candidate(
                action,
                {
                    **of_figure,
                    **near[action],
                    "told": int(action == told.action),
                    "read": read.get(action, 0),
                    "ahead": read.get(action, 0) - max((p for other, p in read.items() if other != action), default=0),
                    "in_headline": int(action in self._of_headline),
                    "in_article": min(self._of_article[action], 9),
                },
            )
            for action in actions
        ]

    @staticmethod
    def _near(
        anchor: Token, mentions: Sequence[tuple[Token, str]], actions: Sequence[str]
    ) -> Iterator[tuple[str, Mapping[str, int]]]:
        """How each action is told in the sentence of the figure."""
        above = {verb.i for verb in governors(anchor)}
        distances: dict[str, int] = {}
        for token, action in mentions:
            distances[action] = min(abs(token.i - anchor.i), distances.get(action, _FAR))
        for action in actions:
            distance = distances.get(action, _FAR)
            yield (
                action,
                {
                    "mentions": min(sum(told == action for _, told in mentions), 3),
                    "distance": distance,
                    "nearer": min(sum(d < distance for of, d in distances.items() if of != action), 3),
                    "governing": min(sum(told == action and token.i in above for token, told in mentions), 2),
                },
            )
