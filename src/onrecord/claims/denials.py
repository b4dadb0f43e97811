"""Which statement, figure or charge of its article a denial denies, where the text settles it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon import sayings
from onrecord.lexicon.official_acts import has
from onrecord.values.claims import ActClaim, FigureClaim, StatementClaim
from onrecord.values.findings import Evidence, Statement

_REACH = 2  # sentences before its own in which 'the claim' and 'the figure' look for what they take up
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "that this these those with from into have been were what when which they them their there about after before "
    "would could should will said says also more than some such very only just does did had has was are not and the "
    "for but its his her out who any".split()
)
_ALIKE = 0.6  # share of the fewer words of the two that both must have
_FEWEST = 3  # words that they must have in common
_ENDING = re.compile(r"(?:ing|ed|es|s|d|e)$")


class Denials:
    """What the statements of one article deny."""

    def __init__(
        self,
        statements: Sequence[StatementClaim],
        figures: Sequence[FigureClaim],
        acts: Sequence[ActClaim],
        sentences: Sequence[Evidence],
    ) -> None:
        self._statements = statements
        self._figures = figures
        self._acts = acts
        self._starts = [sentence.start for sentence in sentences]

    def linked(self, found: Sequence[Statement]) -> tuple[StatementClaim, ...]:
        """The statements in order, each denial with the words of what it denies; `found` says what these take up."""
        taken = {statement.quote: statement.takes_up for statement in found}
        return tuple(
            replace(claim, denies=self._denied(claim, taken.get(claim.quote, "")))
            if claim.kind == sayings.negating()
            else claim
            for claim in self._statements
        )

    def _denied(self, denial: StatementClaim, takes_up: str) -> Evidence | None:
        if takes_up == "figure":
            return self._figure(denial)
        if takes_up == "charge":
            return self._charge(denial) or self._said_before(denial)
        return self._said_before(denial) if takes_up else self._said_alike(denial)

    def _figure(self, denial: StatementClaim) -> Evidence | None:
        """The only figure of the nearest sentence before that has any, unless it is the denier's own."""
        told = [
            (place, where)
            for figure in self._figures
            if figure.reported_by is None or figure.reported_by != denial.speaker
            for where in figure.evidence
            if where.end <= denial.quote.start and 0 <= (place := self._back(denial, where)) <= _REACH
        ]
        return _only([where for place, where in told if place == min(told)[0]])

    def _charge(self, denial: StatementClaim) -> Evidence | None:
        """The only charge against whoever denies it."""
        against = [a for a in self._acts if has(a.type, "accuses") and denial.speaker in a.against]
        return against[0].evidence[0] if denial.speaker is not None and len(against) == 1 else None

    def _said_before(self, denial: StatementClaim) -> Evidence | None:
        """What somebody else says in the nearest sentence before in which anybody speaks; of nested words the outer."""
        told = [
            (self._back(denial, claim.quote), claim)
            for claim in self._others(denial)
            if claim.quote.end <= denial.quote.start and claim.kind != sayings.negating()
        ]
        nearest = min((place for place, _ in told), default=_REACH + 1)
        last = [claim for place, claim in told if place == nearest]
        outer = [c for c in last if not any(o.quote != c.quote and o.quote.covers(c.quote) for o in last)]
        return _only([c.quote for c in outer]) if nearest <= _REACH else None

    def _said_alike(self, denial: StatementClaim) -> Evidence | None:
        """What somebody else says in the same words, if that is one thing."""
        words = _stems(denial.quote.exact)
        alike = []
        for claim in self._others(denial):
            other = _stems(claim.quote.exact)
            common = len(words & other)
            if (
                claim.kind != sayings.negating()
                and common >= _FEWEST
                and common >= _ALIKE * min(len(words), len(other))
            ):
                alike.append((common, claim.quote))
        most = max((common for common, _ in alike), default=0)
        return _only([quote for common, quote in alike if common == most])

    def _others(self, denial: StatementClaim) -> list[StatementClaim]:
        """The statements of other named speakers; neither what the denial lies in nor what lies in it."""
        return [
            claim
            for claim in self._statements
            if claim.speaker is not None and claim.speaker != denial.speaker and not claim.quote.overlaps(denial.quote)
        ]

    def _back(self, denial: StatementClaim, where: Evidence) -> int:
        """How many sentences `where` stands before the denial."""
        return bisect_right(self._starts, denial.sentence.start) - bisect_right(self._starts, where.start)


def _only(found: Sequence[Evidence]) -> Evidence | None:
    return found[0] if len(set(found)) == 1 else None


def _stems(text: str) -> frozenset[str]:
    """The words of a text that tell something, without their endings; numbers as they are."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(
        _ENDING.sub("", w) if len(w) > 4 else w for w in words if (len(w) > 2 or w.isdigit()) and w not in _SMALL
    )
