"""What users decided about statements: which are misread, or corrected, and which somebody has read and confirmed.

Pure functions over values.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.graph import Amendment, decision_iri
from onrecord.values.decisions import OF_STATEMENTS, OF_THE_VIEW, UserDecision, Verdict, is_masked

Corrections = Mapping[str, Mapping[str, tuple[str, str]]]  # by statement and field, the value and the decision's IRI


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a correction comes to in the articles."""

    fault: str = ""  # why it cannot be made; '' where it can
    former: tuple[str, ...] = ()  # what the statements say without it
    is_so: bool = False  # they say already what it would have them say


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the decisions about statements."""

    decisions: tuple[UserDecision, ...]  # all of them, with the statements that each was found to be about
    misread: Mapping[
        str, Mapping[str, str]
    ]  # by the articles' IRIs, the statements taken back with the decisions' IRIs
    tied: tuple[tuple[str, str], ...]  # statements with the decisions about them: pairs of IRIs
    faults: tuple[str, ...]  # a line for each that contradicts another, or cannot be made
    unmatched: tuple[str, ...]  # a line for each about a statement that no article makes any more
    corrected: Mapping[str, Corrections] = field(default_factory=dict)  # by the articles' IRIs


def judged(
    decisions: Sequence[UserDecision],
    present: Mapping[str, Sequence[str]],
    weighed: Mapping[tuple[str, ...], Weighed] | None = None,
) -> Judged:
    """Apply the decisions about statements.

    Where one user finds misread, or corrects, what another confirms, or two correct a field otherwise, neither is
    applied until they agree.

    Args:
        decisions: all decisions; those about names are left to others.
        present: the IRIs of the statements in the store, by what decisions call them.
        weighed: what corrections come to, by the decisions' keys.
    """
    of = weighed or {}
    found = [_found(d, present, of.get(d.key, Weighed())) for d in decisions if d.verdict in OF_STATEMENTS]
    faulty = {d.key: of[d.key].fault for d in found if d.about and d.key in of and of[d.key].fault}
    idle = {d.key for d in found if d.about and d.key in of and of[d.key].is_so}
    by_statement: dict[str, list[UserDecision]] = defaultdict(list)
    for decision in found:
        for statement in decision.about if decision.key not in {*faulty, *idle} else ():
            by_statement[statement].append(decision)
    agreed = {iri: some for iri, some in by_statement.items() if _agree(some)}
    disputed = [some for iri, some in sorted(by_statement.items()) if iri not in agreed]
    misread: dict[str, dict[str, str]] = defaultdict(dict)
    corrected: dict[str, dict[str, dict[str, tuple[str, str]]]] = defaultdict(lambda: defaultdict(dict))
    for statement, some in sorted(agreed.items()):
        if some[0].verdict is Verdict.MISREAD:
            misread[statement.partition("#")[0]][statement] = decision_iri(some[0])
        for one in some if some[0].verdict is Verdict.CORRECTED else ():
            name, value = one.correction
            corrected[statement.partition("#")[0]][statement][name] = value, decision_iri(one)
    disputes = (f"{d}: {_dispute(d, some)}" for some in disputed for d in some)
    unfit = (f"{d}: {faulty[d.key]}" for d in found if d.key in faulty)
    return Judged(
        decisions=tuple(found),
        misread=misread,
        tied=tuple((iri, decision_iri(d)) for iri, some in sorted(agreed.items()) for d in some),
        faults=tuple(dict.fromkeys((*disputes, *unfit))),
        unmatched=tuple(f"{d}: {_ASIDE if d.key in idle else _gone(d)}" for d in found if not d.about or d.key in idle),
        corrected=corrected,
    )


_GONE = "no article says so any more: read it again"
_ASIDE = "it is read so already: take the decision out"


def _gone(decision: UserDecision) -> str:
    return OF_THE_VIEW if is_masked(decision.node) else _GONE


def _found(decision: UserDecision, present: Mapping[str, Sequence[str]], weighed: Weighed) -> UserDecision:
    former = weighed.former or decision.former
    return replace(decision, about=tuple(present.get(decision.node, ())), former=former)


def _agree(some: Sequence[UserDecision]) -> bool:
    """Whether decisions about one statement can all hold."""
    told: dict[str, str] = {}
    corrections = [d.correction for d in some if d.verdict is Verdict.CORRECTED]
    return len({d.verdict for d in some}) == 1 and all(told.setdefault(*one) == one[1] for one in corrections)


def joined(amendments: Mapping[str, Amendment], judged: Judged) -> dict[str, Amendment]:
    """What the decisions about names and about statements change, article by article."""
    return {
        article: replace(
            amendments.get(article, Amendment()),
            misread=judged.misread.get(article, {}),
            corrected=judged.corrected.get(article, {}),
        )
        for article in sorted({*amendments, *judged.misread, *judged.corrected})
    }


def _dispute(decision: UserDecision, about_one: Sequence[UserDecision]) -> str:
    other = next(d for d in about_one if not _agree([decision, d]))
    says = f"{other.verdict}{': ' if other.value else ''}{other.value}"
    return f"{other.by} says {says} on {other.on}: neither is applied until you agree and take one out"
