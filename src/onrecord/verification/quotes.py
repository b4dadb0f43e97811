"""Whether quotes stand at their offsets: in the text, and where there is none, in the other quotes of the article."""

from collections.abc import Iterator
from hashlib import sha256

from onrecord.graph.vocabulary import OA, ONR
from onrecord.verification.facts import Facts
from onrecord.verification.failure import Failure
from onrecord.verification.withholding import same


def fault(exact: str, start: int, end: int, text: str | None) -> str:
    """Why a quote cannot stand at its offsets; '' where it can, and does if there is a text.

    Args:
        exact: the quote.
        start: its first character in the text, in Unicode code points.
        end: behind its last one.
        text: the text; None where there is none.
    """
    if end - start != len(exact):
        return "the quote is not as long as its offsets say"
    if text is not None and not same(exact, text[start:end]):
        return "the quote does not stand at its offsets"
    return ""


def misquoted(facts: Facts, text: str | None) -> Iterator[Failure]:
    """The stretches whose words are not those at their offsets, of the text, or of the sentences around them."""
    for evidence in facts.having(OA.hasSelector):
        start, end = facts.stretch(evidence)
        exact = facts.exact(evidence)
        if why := fault(exact, start, end, text):
            yield facts.failure(evidence, why)
        elif text is None:
            for sentence in facts.all(evidence, ONR.sentence):
                if not _agree((start, exact), (facts.stretch(sentence)[0], facts.exact(sentence))):
                    yield facts.failure(evidence, "the quote is not in its sentence, at its offsets")


def _agree(one: tuple[int, str], other: tuple[int, str]) -> bool:
    """Whether two stretches share words, and hold the same where they overlap."""
    first, last = max(one[0], other[0]), min(one[0] + len(one[1]), other[0] + len(other[1]))
    return first < last and one[1][first - one[0] : last - one[0]] == other[1][first - other[0] : last - other[0]]


ALTERED = "its text is not the one with its SHA-256"


def has(text: str, digest: str) -> bool:
    """Whether a text has this SHA-256, in 64 hexadecimal digits."""
    return sha256(text.encode("utf-8")).hexdigest() == digest


def altered(facts: Facts, text: str) -> Iterator[Failure]:
    """That the text is not the one of which the article has the SHA-256."""
    if not has(text, facts.one(facts.name, ONR.sha256)):
        yield facts.failure(facts.name, ALTERED)


def paged(facts: Facts) -> Iterator[Failure]:
    """The pages that come in another order than the text: a page begins where no earlier one does."""
    found = []
    for evidence in facts.having(OA.hasSelector):
        pages = [
            selector.rpartition("#page=")[2] for selector in facts.all(evidence, OA.hasSelector) if "#page=" in selector
        ]
        found += [(facts.stretch(evidence), int(page), evidence) for page in pages if page.isdecimal()]
    latest = 0
    for _, page, evidence in sorted(found):
        if page < latest:
            yield facts.failure(evidence, f"is said to stand on page {page}, after what stands on page {latest}")
        latest = max(page, latest)
