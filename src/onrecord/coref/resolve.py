"""Mentions -> entities: which words stand for the same person, organization, court or place.

Pure functions over values: no spaCy, no RDF. Each decision keeps its reason. Names are grouped first (`grouping`),
then roles and pronouns are resolved into the groups (`anaphora`).
"""

from collections import Counter
from collections.abc import Sequence

from onrecord.coref.anaphora import Anaphora
from onrecord.coref.name_clusters import Group, groups
from onrecord.lexicon import name_forms
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Findings, Form, Kind, Mention


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
        forms=tuple(m.form for m in ordered),
        confidences=tuple(m.confidence for m in ordered),
        same_as=next((iris for label in sorted(labels) if (iris := name_forms.same_as(label))), ()),
    )


def _fullest(kind: Kind, own: Sequence[Mention]) -> str:
    """The name of most words that are no initials, of such the one used most, then first; of a place, used most."""
    names = Counter(m.name for m in own)

    def fullness(name: str) -> tuple[int, ...]:
        parts = name_forms.words(name)
        spelled = sum(len(word) > 1 for word in parts) if kind is not Kind.PLACE else 0
        return spelled, not name.isupper(), len(parts) if kind is not Kind.PLACE else 0, names[name]

    return max(names, key=fullness)
