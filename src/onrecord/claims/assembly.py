"""Findings + entities -> claims: where the parts of an article meet."""

from onrecord.claims import accusations, ages, births, events, figures, offices, positions
from onrecord.claims import acts as legal
from onrecord.claims import statements as speech
from onrecord.claims.denials import Denials
from onrecord.document import View
from onrecord.lexicon import sayings
from onrecord.values.claims import Claims
from onrecord.values.entities import Resolution
from onrecord.values.findings import Findings
from onrecord.values.relocation import relocated


def assemble(findings: Findings, resolution: Resolution, published: str) -> Claims:
    """The claims of one article, published on the ISO day `published` ('' where that is not known)."""
    statements = speech.statements(findings.statements, findings.source_notes, resolution, findings.mentions)
    notes = speech.general_notes(findings.source_notes, resolution)
    acts = legal.acts(findings.acts, resolution)
    told = tuple(s for s in statements if sayings.endorses(s.kind))  # whoever denies a number is not its source
    counted = figures.figures(findings, (*told, *notes), published, resolution)
    return Claims(
        entities=resolution.entities,
        dates=findings.dates,
        figures=counted,
        statements=Denials(statements, counted, acts, findings.sentences).linked(findings.statements),
        positions=positions.positions(findings.positions, resolution, published),
        offices=offices.offices(findings.offices, resolution, published),
        acts=acts,
        events=events.events(findings.events, resolution),
        accusations=accusations.accusations(findings.accusations, resolution),
        ages=ages.ages(findings.ages, resolution),
        births=births.births(findings.births, resolution),
        sentences=findings.sentences,
    )


def restored(claims: Claims, view: View) -> Claims:
    """Claims that were made from a view of an article, their evidence as the article is stored."""
    return relocated(claims, view.evidence) if view.steps else claims
