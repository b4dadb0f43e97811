"""Answers that were given before: a build never changes, so neither does what most queries find in it."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

_MOST = 2**26  # bytes of all answers together


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A whole answer."""

    media_type: str
    content: bytes


class KeptAnswers:
    """As many answers as fit, those given last before others."""

    def __init__(self, most: int = _MOST) -> None:
        """Keep answers of at most `most` bytes together."""
        self._most, self._held = most, 0
        self._answers: OrderedDict[Hashable, KeptAnswer] = OrderedDict()

    def get(self, key: Hashable) -> KeptAnswer | None:
        """The answer that was kept under a key, if it still is."""
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
        return answer

    def put(self, key: Hashable, answer: KeptAnswer) -> None:
        """Keep an answer, in the place of older ones where there is no more room."""
        replaced = self._answers.pop(key, None)
        self._held -= len(replaced.content) if replaced else 0
        self._answers[key] = answer
        self._held += len(answer.content)
        while self._held > self._most:
            _, oldest = self._answers.popitem(last=False)
            self._held -= len(oldest.content)
