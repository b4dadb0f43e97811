"""What users decided about statements: which are misread, and which somebody has read and confirmed.

Pure functions over values.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.graph import Amendment, decision_iri
from onrecord.values.decisions import OF_STATEMENTS, UserDecision, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the decisions about statements."""

    decisions: tuple[UserDecision, ...]  # all of them, with the statements that each was found to be about
    misread: Mapping[
        str, Mapping[str, str]
    ]  # by the articles' IRIs, the statements taken back with the decisions' IRIs
    tied: tuple[tuple[str, str], ...]  # statements with the decisions about them: pairs of IRIs
    faults: tuple[str, ...]  # a line for each that contradicts another
    unmatched: tuple[str, ...]  # a line for each about a statement that no article makes any more


def judged(decisions: Sequence[UserDecision], present: Mapping[str, Sequence[str]]) -> Judged:
    """Apply the decisions about statements; `present` has the IRIs of those in the store, by what decisions call them.

    Where one user finds misread what another confirms, neither is applied until they agree.
    """
    found = [replace(d, about=tuple(present.get(d.node, ()))) for d in decisions if d.verdict in OF_STATEMENTS]
    by_statement: dict[str, list[UserDecision]] = defaultdict(list)
    for decision in found:
        for statement in decision.about:
            by_statement[statement].append(decision)
    agreed = {iri: some for iri, some in by_statement.items() if len({d.verdict for d in some}) == 1}
    disputed = [some for iri, some in sorted(by_statement.items()) if iri not in agreed]
    misread: dict[str, dict[str, str]] = defaultdict(dict)
    for statement, some in sorted(agreed.items()):
        if some[0].verdict is Verdict.MISREAD:
            misread[statement.partition("#")[0]][statement] = decision_iri(some[0])
    return Judged(
        decisions=tuple(found),
        misread=misread,
        tied=tuple((iri, decision_iri(d)) for iri, some in sorted(agreed.items()) for d in some),
        faults=tuple(dict.fromkeys(f"{d}: {_dispute(d, some)}" for some in disputed for d in some)),
        unmatched=tuple(f"{d}: no article says so any more: read it again" for d in found if not d.about),
    )


def joined(amendments: Mapping[str, Amendment], misread: Mapping[str, Mapping[str, str]]) -> dict[str, Amendment]:
    """What the decisions about names and about statements change, article by article."""
    return {
        article: replace(amendments.get(article, Amendment()), misread=misread.get(article, {}))
        for article in sorted({*amendments, *misread})
    }


def _dispute(decision: UserDecision, about_one: Sequence[UserDecision]) -> str:
    other = next(d for d in about_one if d.verdict is not decision.verdict)
    return f"{other.by} says {other.verdict} on {other.on}: neither is applied until you agree and take one out"
