"""How far two reviewers agree."""

import pytest

from onrecord.review.agreement import agreement
from onrecord.values.decisions import UserDecision, Verdict


def decided(letters: str, by: str, on: str = "2026-11-22") -> list[UserDecision]:
    """A decision on each of some figures: y confirmed, n misread, a blank none."""
    verdicts = {"y": Verdict.CONFIRMED, "n": Verdict.MISREAD}
    return [UserDecision(verdicts[k], f"a#figure-{n}", by, on) for n, k in enumerate(letters) if k != " "]


@pytest.mark.parametrize(
    ("first", "second", "both", "share", "kappa"),
    [
        ("yynn", "yynn", 4, 1.0, 1.0),
        ("yynn", "ynyn", 4, 0.5, 0.0),
        ("yn", "ny", 2, 0.0, -1.0),
        ("y" * 20 + "y" * 5 + "n" * 10 + "n" * 15, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15, 50, 0.7, 0.4),
        ("yn  ", "  yn", 0, 0.0, None),
        ("yyy", "yyy", 3, 1.0, None),
    ],
    ids=["alike", "as by chance", "opposed", "textbook", "nothing in common", "one verdict throughout"],
)
def test_agreement_beyond_chance(first: str, second: str, both: int, share: float, kappa: float | None) -> None:
    found = agreement(decided(first, "L. Orr"), decided(second, "O. Hrabar"))
    assert (found.both, found.share) == (both, pytest.approx(share))
    assert found.kappa == (None if kappa is None else pytest.approx(kappa))


def test_what_they_see_otherwise_is_listed() -> None:
    found = agreement(decided("yn", "L. Orr"), decided("yy", "O. Hrabar"))
    assert [(one.verdict, other.verdict) for one, other in found.disputed] == [(Verdict.MISREAD, Verdict.CONFIRMED)]


def test_of_one_who_decided_twice_the_later_decision_counts() -> None:
    twice = [*decided("n", "L. Orr", "2026-11-21"), *decided("y", "L. Orr", "2026-11-23")]
    assert agreement(twice, decided("y", "O. Hrabar")).share == 1.0


def test_a_pair_is_one_whichever_is_named_first() -> None:
    one = UserDecision(Verdict.SAME, "person/a-0123456789ab", "L. Orr", "2026-11-22", other="person/b-0123456789ab")
    base = "https://w3id.org/onrecord/"
    other = UserDecision(Verdict.SAME, base + one.other, "O. Hrabar", "2026-11-22", other=base + one.node)
    assert agreement([one], [other]).both == 1
