"""Entities of one article, and which words stand for which of them: values."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from onrecord.values.findings import Evidence, Form, Kind


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, court or place, as one article presents it.

    A long text has thousands of mentions of some, so that the hash leaves out what there is of each mention.
    """

    kind: Kind
    name: str  # the fullest form in the article, without titles
    labels: tuple[str, ...]  # all its names in the article, sorted, `name` among them
    mentions: tuple[Evidence, ...] = field(hash=False)  # where the article names or refers to it, in order of the text
    reasons: tuple[str, ...] = field(
        default=(), hash=False
    )  # why each mention was taken to stand for it, in the order of `mentions`
    same_as: tuple[str, ...] = ()  # IRIs of the same thing elsewhere (Wikidata), only where certain
    forms: tuple[Form, ...] = field(default=(), hash=False)  # whether each is a name, a role or a pronoun
    confidences: tuple[Decimal | None, ...] = field(default=(), hash=False)  # the encoder's, of each mention


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of one article, and which words stand for which of them."""

    entities: tuple[Entity, ...] = ()
    of_mention: Mapping[Evidence, Entity] = field(default_factory=dict)
    _ordered: Sequence[Evidence] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put the mentions in order of the text."""
        object.__setattr__(self, "_ordered", sorted(self.of_mention))

    def entity(self, words: Evidence | None) -> Entity | None:
        """The entity that `words` stand for, or None.

        By the mention they are; else by the mention that heads them: the name apposed to a role, the person before
        whom a body stands as a modifier, the body for which a nameless spokesman speaks.
        """
        if words is None:
            return None
        if words in self.of_mention:
            return self.of_mention[words]
        first = bisect_left(self._ordered, words.start, key=lambda m: m.start)
        last = bisect_left(self._ordered, words.end, key=lambda m: m.start)
        inside = [m for m in self._ordered[first:last] if words.covers(m)]
        outer = [m for m in inside if not any(o != m and o.covers(m) for o in inside)]
        return next((self.of_mention[m] for m in _by_rank(words, outer, self.of_mention)), None)


_GOVERNED = re.compile(r"\b(?:of|for|to|with|by|from|at|in|on|against|behind|near|under)\s+(?:the\s+|a\s+|an\s+)?$")


_OWNED = re.compile(r"['’]s?\b|['’](?=\s)|-\w")


_NOUN_FOLLOWS = re.compile(r"\s+\w")
_POSSESSIVES = {"his", "her", "their"}  # 'her lawyer' is not she


_SPOKESMAN = re.compile(r"(?:a|an|one|another)\b.*\b(?:for|of|at|from|with)\s+(?:the\s+)?$", re.DOTALL)


def _by_rank(words: Evidence, inside: Sequence[Evidence], of: Mapping[Evidence, Entity]) -> list[Evidence]:
    """Those mentions that may head the words, the likeliest first."""
    ranked = []
    for mention in inside:
        before = words.exact[: mention.start - words.start]
        after = words.exact[mention.end - words.start :]
        governed = bool(_GOVERNED.search(before))
        whose = mention.exact.lower() in _POSSESSIVES and _NOUN_FOLLOWS.match(after)
        person = of[mention].kind is Kind.PERSON
        if whose or _OWNED.match(after) or (governed and person):
            continue
        if governed and not _SPOKESMAN.match(before):
            continue
        ranked.append((governed, not person, mention.start, mention))
    return [entry[-1] for entry in sorted(ranked)]
