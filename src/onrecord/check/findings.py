"""What a check finds: each claim of a draft with its verdict, the reasons, and the sentences that it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from onrecord.check.verdicts import Severity, Verdict
from onrecord.values.findings import Evidence

_SHOWN = 5


class Matter(StrEnum):
    """What a claim is about."""

    FIGURE = "figure"
    QUOTE = "quote"
    POSITION = "position"
    ACT = "act"
    ACCUSATION = "accusation"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A sentence on record, with the words in it that a finding rests on. Offsets are those of the article's text."""

    article: str  # IRI
    node: str  # IRI of what it states
    words: Evidence
    sentence: Evidence
    name: str = ""  # under which the article was given
    published: str = ""  # ISO day; '' where it is not known


class Sourced(Protocol):
    """A claim with the sentences that make it."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sentences."""


def shown(claims: Iterable[Sourced]) -> tuple[Source, ...]:
    """The sources of claims that a remark shows: the first of them, each once."""
    return tuple(dict.fromkeys(source for claim in claims for source in claim.sources))[:_SHOWN]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words in which a quote and the record differ; '' on the side that has none there."""

    draft: str
    record: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to be said of a claim."""

    verdict: Verdict
    why: str  # in words for users
    sources: tuple[Source, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim of the draft, and what is to be said of it: the first remark is the verdict, the others go with it."""

    matter: Matter
    words: Evidence  # in the draft; offsets in code points
    sentence: Evidence  # of the draft
    remarks: tuple[Remark, ...]

    @property
    def verdict(self) -> Verdict:
        """The most serious thing to be said of it."""
        return self.remarks[0].verdict

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sentences that it rests on, each once, those of the verdict first."""
        return tuple(dict.fromkeys(source for remark in self.remarks for source in remark.sources))


@dataclass(frozen=True, slots=True)
class Report:
    """All that a check found in a draft, in order of the draft."""

    draft: str  # name of the draft
    text: str
    findings: tuple[Finding, ...]
    snapshot: str = ""  # the build of the store that was asked

    @property
    def refuses(self) -> bool:
        """Whether something in the draft is contradicted by the record, or is a quote altered."""
        return any(finding.verdict.severity is Severity.ERROR for finding in self.findings)


def finding(matter: Matter, words: Evidence, sentence: Evidence, remarks: Iterable[Remark]) -> Finding:
    """The finding that remarks make, the most serious first; nothing on record where there are none."""
    told = sorted(remarks, key=lambda remark: remark.verdict.rank)
    if told and told[0].verdict not in (Verdict.AGREES, Verdict.OLDER):
        told = [remark for remark in told if remark.verdict is not Verdict.AGREES]
    return Finding(matter, words, sentence, tuple(told) or (Remark(Verdict.NOT_ON_RECORD, "nothing like it is found"),))


def located(told: Iterable[Finding], sources: dict[str, tuple[str, str]]) -> tuple[Finding, ...]:
    """The findings with the names and days of their articles, by IRI."""

    def named(source: Source) -> Source:
        name, published = sources.get(source.article, ("", ""))
        return replace(source, name=name, published=published)

    return tuple(
        replace(
            one, remarks=tuple(replace(r, sources=tuple(sorted(map(named, r.sources), key=_age))) for r in one.remarks)
        )
        for one in told
    )


def _age(source: Source) -> tuple[str, str, Evidence]:
    return source.published, source.name, source.words
