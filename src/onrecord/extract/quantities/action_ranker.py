"""A ranker of candidate actions: gradient-boosted decision trees, fitted by `python -m train.actions`.

Where a figure's own words tell nothing, it decides between what the encoder reads, what earlier figures tell, and that
nothing is told: by how sure the encoder is, and by what the words around say of others.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, Self

from spacy.tokens import Doc, Token

from onrecord.encoder.spans import Frame
from onrecord.extract.quantities.action_candidates import Candidate, Candidates, Told
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.trees import Trees

_WEIGHTS = "action_weights.json"
_MARGIN = 300  # thousandths; fitted over articles held out


class Ranker:
    """Scores of the actions that the trees were fitted to."""

    def __init__(self, actions: Sequence[str], trees: Trees) -> None:
        self.actions, self._trees = tuple(actions), trees
        self.features = trees.features

    @classmethod
    def of(cls, held: Mapping[str, Any]) -> Self:
        """The ranker that a JSON object holds."""
        return cls(held["actions"], Trees(held["features"], held["trees"]))

    def scores(self, candidates: Sequence[Candidate]) -> list[int]:
        """The score of each candidate; the trees ask for the number of its action too."""
        return self._trees.scores([{**c.features, "action": self.actions.index(c.action)} for c in candidates])

    def best(self, candidates: Sequence[Candidate], told: Told) -> str:
        """The action with the highest score, where it exceeds that of what is told by a margin."""
        scores = {c.action: score for c, score in zip(candidates, self.scores(candidates), strict=True)}
        best = max(scores, key=lambda action: scores[action])
        return best if scores[best] - scores[told.action] > _MARGIN else told.action


@lru_cache(maxsize=1)
def fitted() -> Ranker:
    """The ranker of this package."""
    return Ranker.of(json.loads((files(__package__) / _WEIGHTS).read_text(encoding="utf-8")))


class Actions:
    """The actions of one Doc's figures, decided between what is told and what the encoder reads."""

    def __init__(self, doc: Doc, events: EventLexicon) -> None:
        self._doc, self._events = doc, events

    @cached_property
    def _candidates(self) -> Candidates:
        """Made when first asked for: it reads every word of the Doc."""
        return Candidates(self._doc, self._events)

    def decided(self, anchor: Token, told: Told, frame: Frame | None) -> str:
        """What happened to those counted: what their words tell; else what ranks best, as far as the encoder reads."""
        ranker = fitted()
        if frame is None or told.by_words or not {told.action, self._events.default} <= set(ranker.actions):
            return told.action  # only a user's word list may have an action that is not among these
        return ranker.best(self._candidates.of(anchor, told, frame), told)
