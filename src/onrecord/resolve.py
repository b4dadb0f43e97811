"""Mentions -> entities: which words stand for the same person, organization, court or place.

Pure functions over values: no spaCy, no RDF. Each decision keeps its reason. Names are grouped first (`grouping`),
then roles and pronouns are resolved into the groups (`anaphora`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord import spelling
from onrecord.anaphora import Anaphora
from onrecord.findings import Evidence, Findings, Form, Kind, Mention
from onrecord.grouping import Group, groups


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, court or place, as one article presents it."""

    kind: Kind
    name: str  # the fullest form in the article, without titles
    labels: tuple[str, ...]  # all its names in the article, sorted, `name` among them
    mentions: tuple[Evidence, ...]  # where the article names or refers to it, in order of the text
    reasons: tuple[str, ...] = ()  # why each mention was taken to stand for it, in the order of `mentions`
    same_as: tuple[str, ...] = ()  # IRIs of the same thing elsewhere (Wikidata), only where certain


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of one article, and which words stand for which of them."""

    entities: tuple[Entity, ...] = ()
    of_mention: Mapping[Evidence, Entity] = field(default_factory=dict)

    def entity(self, words: Evidence | None) -> Entity | None:
        """The entity that `words` stand for, or None.

        By the mention they are; else by the mention that heads them: the name apposed to a role, the person before
        whom a body stands as a modifier, the body for which a nameless spokesman speaks.
        """
        if words is None:
            return None
        if words in self.of_mention:
            return self.of_mention[words]
        inside = [m for m in sorted(self.of_mention) if words.covers(m)]
        outer = [m for m in inside if not any(o != m and o.covers(m) for o in inside)]
        return next((self.of_mention[m] for m in _by_rank(words, outer, self.of_mention)), None)


_GOVERNED = re.compile(r"\b(?:of|for|to|with|by|from|at|in|on|against|behind|near|under)\s+(?:the\s+|a\s+|an\s+)?$")
_OWNED = re.compile(r"['’]s?\b|['’](?=\s)|-\w")
_SPOKESMAN = re.compile(r"(?:a|an|one|another)\b.*\b(?:for|of|at|from|with)\s+(?:the\s+)?$", re.DOTALL)


def _by_rank(words: Evidence, inside: Sequence[Evidence], of: Mapping[Evidence, Entity]) -> list[Evidence]:
    """Those mentions that may head the words, the likeliest first."""
    ranked = []
    for mention in inside:
        before = words.exact[: mention.start - words.start]
        after = words.exact[mention.end - words.start :]
        governed, owner = bool(_GOVERNED.search(before)), bool(_OWNED.match(after))
        person = of[mention].kind is Kind.PERSON
        if owner or (governed and person):
            continue
        if governed and not _SPOKESMAN.match(before):
            continue
        ranked.append((governed, not person, mention.start, mention))
    return [entry[-1] for entry in sorted(ranked)]


def within(findings: Findings) -> Resolution:
    """The entities of one article, in order of their first mention."""
    names = [m for m in findings.mentions if m.form is Form.NAME and m.kind is not None]
    found = groups(names)
    Anaphora(findings, found).resolve()
    entities, of_mention = [], {}
    for group in sorted((g for g in found if g.mentions), key=lambda g: min(m.evidence for m in g.mentions)):
        entity = _entity(group)
        entities.append(entity)
        of_mention.update({m.evidence: entity for m in group.mentions})
    return Resolution(tuple(entities), of_mention)


def _entity(group: Group) -> Entity:
    ordered = sorted(group.mentions, key=lambda m: m.evidence)
    own = [m for m in ordered if m.form is Form.NAME]
    name = _fullest(group.kind, own)
    labels = {m.name for m in own} | {m.longer.exact for m in own if m.longer is not None}
    return Entity(
        kind=group.kind,
        name=name,
        labels=tuple(sorted(labels)),
        mentions=tuple(m.evidence for m in ordered),
        reasons=tuple(group.reasons[m.evidence] for m in ordered),
        same_as=next((iris for label in sorted(labels) if (iris := spelling.same_as(label))), ()),
    )


def _fullest(kind: Kind, own: Sequence[Mention]) -> str:
    """The name of most words that are no initials, of such the one used most, then first; of a place, used most."""
    names = [m.name for m in own]

    def fullness(name: str) -> tuple[int, ...]:
        parts = spelling.words(name)
        spelled = sum(len(word) > 1 for word in parts) if kind is not Kind.PLACE else 0
        return spelled, not name.isupper(), len(parts) if kind is not Kind.PLACE else 0, names.count(name)

    return max(dict.fromkeys(names), key=fullness)
