"""How far two reviewers agree on the same statements."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.review.queue import key
from onrecord.values.decisions import UserDecision


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two reviewers: over `both` nodes, as a share, and beyond chance."""

    both: int  # nodes that both decided on
    share: float  # of these on which they agree
    kappa: float | None  # Cohen's (1960), from -1 to 1; None where chance alone would make them agree
    disputed: tuple[tuple[UserDecision, UserDecision], ...]


def agreement(first: Sequence[UserDecision], second: Sequence[UserDecision]) -> Agreement:
    """The agreement of two reviewers' decisions; of one who decided twice, the later decision counts."""
    one, other = ({key(d.node, d.other): d for d in sorted(some, key=lambda d: d.on)} for some in (first, second))
    pairs = [(one[node], other[node]) for node in sorted(one.keys() & other.keys())]
    same = sum(a.verdict is b.verdict for a, b in pairs)
    share = same / len(pairs) if pairs else 0.0
    counts = [Counter(pair[side].verdict for pair in pairs) for side in (0, 1)]
    chance = sum(counts[0][verdict] * counts[1][verdict] for verdict in counts[0]) / len(pairs) ** 2 if pairs else 1.0
    kappa = (share - chance) / (1 - chance) if chance < 1 else None
    disputed = tuple((a, b) for a, b in pairs if a.verdict is not b.verdict)
    return Agreement(len(pairs), share, kappa, disputed)
