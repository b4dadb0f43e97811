"""Roles and pronouns of one article -> the groups they refer to. An unresolved one is better than a wrong one."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from onrecord.coref.name_clusters import BODIES, Group, shares_role
from onrecord.lexicon import name_forms
from onrecord.values.findings import Evidence, Findings, Form, Gender, Kind, Mention, Statement
from onrecord.values.interval_index import IntervalIndex

_WINDOW = 3  # sentences before its own in which a pronoun looks for whom it stands for
_GENERIC = frozenset(
    "charity organisation organization group body agency company firm ngo institution lab watchdog".split()
)
_OFFICES = frozenset("ministry department office".split())
# What a general word for a body never stands for.
_OWN_WORD = frozenset(
    "ministry court tribunal parliament assembly senate council government commission party police army union bank"
    " university hospital church nations congress department duma rada".split()
)
_KIN = frozenset(
    "mother sister daughter wife aunt grandmother niece widow father brother son husband uncle grandfather nephew "
    "girl boy woman man".split()
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention already resolved."""

    mention: Mention
    group: Group
    sentence: int


class Anaphora:
    """Reads an article's mentions from first to last and resolves roles and pronouns into its groups of names."""

    def __init__(self, findings: Findings, groups: Sequence[Group]) -> None:
        self._findings = findings
        self._groups = list(groups)
        self._of = {m.evidence: g for g in groups for m in g.mentions}
        self._starts = [s.start for s in findings.sentences]
        self._quotes = [s for s in findings.statements if s.form == "direct"]
        self._turns = {q.speaker: i for i, q in reversed([*enumerate(self._quotes)])}
        self._quoted = IntervalIndex((s.quote, s) for s in findings.statements)
        self._said: dict[Evidence | None, list[Evidence]] = defaultdict(list)
        for statement in findings.statements:
            self._said[statement.speaker].append(statement.quote)
        self._seen: list[_Seen] = []
        self._add_titles()

    def _add_titles(self) -> None:
        for position in self._findings.positions:
            group = self._of.get(position.person)
            if group is not None:
                group.roles.add(position.title.exact.lower())

    def resolve(self) -> None:
        """Add every role and pronoun that can be resolved to its group."""
        for mention in self._findings.mentions:
            group, reason = self._of.get(mention.evidence), ""
            if mention.form is Form.ROLE:
                group, reason = self._role(mention)
            elif mention.form is Form.PRONOUN:
                group, reason = self._pronoun(mention)
            if group is None:
                continue
            called = self._of.get(mention.stands_for) if mention.stands_for is not None else None
            if mention.form is Form.NAME and called is not None and called is not group:
                self._unite(called, group)
                group = called
            elif mention.form is not Form.NAME:
                group.add(mention, reason)
                self._of[mention.evidence] = group
            self._seen.append(_Seen(mention, group, self._sentence(mention.evidence)))

    def _unite(self, kept: Group, other: Group) -> None:
        """Take all of `other` into `kept`: the text says that they are one."""
        for mention in other.mentions:
            kept.add(mention, "called so in the text")
            self._of[mention.evidence] = kept
        other.empty()
        self._groups.remove(other)

    def _sentence(self, where: Evidence) -> int:
        return bisect_right(self._starts, where.start)

    def _role(self, role: Mention) -> tuple[Group | None, str]:
        if role.stands_for is not None and role.stands_for in self._of:
            return self._of[role.stands_for], "named beside it"
        if role.kind is Kind.PERSON:
            return self._person(role)
        if role.kind is Kind.COURT:
            return self._court(role)
        if role.kind is Kind.ORGANIZATION:
            return self._body(role)
        return self._named_so(role, (Kind.PLACE,))

    def _person(self, role: Mention) -> tuple[Group | None, str]:
        people = [g for g in self._groups if g.kind is Kind.PERSON and g.is_before(role) and _agree(g, role)]
        fits = [g for g in people if shares_role(g, role.name)]
        if fits:
            return min(fits, key=lambda g: g.gap(role)), f"the {role.name} named before"
        group = self._only_one_before(role, people) if role.subject and role.name not in _KIN else None
        return (group, "the only person of the sentence before") if group is not None else (None, "")

    def _only_one_before(self, role: Mention, people: Sequence[Group]) -> Group | None:
        """The one of the people whom the sentence before 'the lawyer' speaks of."""
        if not _is_bare(role):
            return None
        before = self._sentence(role.evidence) - 1
        named = {id(s.group) for s in self._seen_in(before)}
        last = [g for g in people if id(g) in named]
        return last[0] if len(last) == 1 else None

    def _court(self, role: Mention) -> tuple[Group | None, str]:
        if role.name != "court":
            return self._named_so(role, (Kind.COURT,))
        return self._only_court_before(role), "the court named before"

    def _only_court_before(self, role: Mention) -> Group | None:
        """The court named last; none where one sentence names two, either of which may be meant."""
        named = (s for s in reversed(self._seen) if s.mention.form is Form.NAME and s.group.kind is Kind.COURT)
        last = next(named, None)
        others = takewhile(lambda s: last is not None and s.sentence == last.sentence, named)
        alone = all(last is not None and s.group is last.group for s in others)
        return self._nearest(role, (Kind.COURT,), lambda g: True) if alone else None

    def _body(self, role: Mention) -> tuple[Group | None, str]:
        group, reason = self._named_so(role, BODIES)
        if group is not None:
            return group, reason
        if role.name in _OFFICES:
            group = self._nearest(role, BODIES, lambda g: _may_be_office(g, role.name))
        elif role.name in _GENERIC and _is_bare(role):
            group = self._nearest(
                role, BODIES, lambda g: g.kind is not Kind.COURT and not any(_has(g, w) for w in _OWN_WORD)
            )
        return (group, f"the nearest body that '{role.name}' may mean") if group is not None else (None, "")

    def _named_so(self, role: Mention, kinds: Sequence[Kind]) -> tuple[Group | None, str]:
        """The nearest group before whose name holds the role's noun, or to which the text applied it."""
        noun = role.name.split()[-1]
        group = self._nearest(role, kinds, lambda g: _has(g, noun) or shares_role(g, role.name))
        return group, f"a {noun} by name" if group is not None else ""

    def _nearest(self, role: Mention, kinds: Sequence[Kind], fits: Callable[[Group], bool]) -> Group | None:
        near = [g for g in self._groups if g.kind in kinds and g.is_before(role) and fits(g)]
        return min(near, key=lambda g: g.gap(role), default=None)

    def _seen_in(self, sentence: int) -> Sequence[_Seen]:
        """What is resolved of a sentence."""
        first = bisect_left(self._seen, sentence, key=lambda s: s.sentence)
        return self._seen[first : bisect_right(self._seen, sentence, key=lambda s: s.sentence)]

    def _pronoun(self, pronoun: Mention) -> tuple[Group | None, str]:
        """The nearest mention before it that agrees in gender; none where several of one sentence do."""
        if pronoun.plural:
            return None, ""
        answering = self._answering(pronoun)
        if answering is not None:
            return answering, "who spoke before the last speaker"
        here = self._sentence(pronoun.evidence)
        may_be = self._possible(pronoun)
        for sentence in range(here, max(here - _WINDOW - 1, -1), -1):
            fits = self._outside(pronoun, [s for s in self._seen_in(sentence) if may_be(s)])
            chosen = _preferred(fits, pronoun)
            if chosen is not None:
                return chosen, "the nearest that gender and grammar allow"
            if len({id(s.group) for s in fits}) > 1:
                return None, ""
        return None, ""

    def _answering(self, pronoun: Mention) -> Group | None:
        """In a dialogue of two whose turns are paragraphs, the one who did not speak last: '“Why?” she said.'"""
        at = self._turns.get(pronoun.evidence, 0)
        turns = self._quotes[at - 2 : at + 1] if at >= 2 else []
        if not turns or not self._are_paragraphs(turns):
            return None
        first, second = (self._of.get(q.speaker) if q.speaker is not None else None for q in turns[:2])
        if first is None or second is None or first is second:
            return None
        surer = first.gender is pronoun.gender or second.gender is not pronoun.gender
        return first if surer and _may_mean(first, pronoun) and _may_mean(second, pronoun) else None

    def _are_paragraphs(self, turns: Sequence[Statement]) -> bool:
        """Whether each of the quotations opens a paragraph, and the last one follows on the one before."""
        follows = self._sentence(turns[-1].quote) - self._sentence(turns[-2].sentence) <= 1
        return follows and all(quote.opens for quote in turns)

    def _outside(self, pronoun: Mention, fits: Sequence[_Seen]) -> Sequence[_Seen]:
        """For who speaks, those whom the article names itself, before those named in what another said.

        Nobody whom they name in their own words: '“Roe is missing,” he said' is not said by Roe.
        """
        if pronoun.evidence not in self._said:
            return fits
        own = self._said[pronoun.evidence]
        fits = [s for s in fits if not any(quote.covers(s.mention.evidence) for quote in own)]
        return [s for s in fits if all(q.covers(pronoun.evidence) for q in self._quotes_of(s.mention))] or fits

    def _quotes_of(self, mention: Mention) -> list[Evidence]:
        """The words said in which a mention stands."""
        return [s.quote for s in self._quoted.over(mention.evidence) if s.quote.covers(mention.evidence)]

    def _possible(self, pronoun: Mention) -> Callable[[_Seen], bool]:
        """Whether it may mean something; within a quotation only what is named there as well, and not who speaks."""
        around = (s for s in self._quoted.over(pronoun.evidence) if s.form == "direct")
        quote = next((s for s in around if s.quote.covers(pronoun.evidence)), None)
        if quote is None:
            return lambda seen: _may_mean(seen.group, pronoun)
        silent = self._of.get(quote.speaker) if quote.speaker is not None else None
        return lambda seen: (
            _may_mean(seen.group, pronoun) and seen.group is not silent and quote.quote.covers(seen.mention.evidence)
        )


def _may_mean(group: Group, pronoun: Mention) -> bool:
    if pronoun.gender is Gender.NEUTER:
        return group.kind is not Kind.PERSON
    return group.kind is Kind.PERSON and _agree(group, pronoun)


def _preferred(fits: Sequence[_Seen], pronoun: Mention) -> Group | None:
    """Of those in one sentence: those whose gender is known to agree, then the only one, then the subject."""
    if pronoun.kind is Kind.PERSON:
        known = [s for s in fits if s.group.gender is pronoun.gender]
        fits = known or fits
    groups = {id(s.group): s.group for s in fits}
    if len(groups) == 1:
        return next(iter(groups.values()))
    subjects = {id(s.group): s.group for s in fits if s.mention.subject}
    if len(subjects) == 1 or (subjects and pronoun.kind is Kind.PERSON):
        return next(reversed(subjects.values()))
    return None


def _is_bare(role: Mention) -> bool:
    """Whether a role is said without more: 'the agency', but not 'the emergency agency', which is one of its own."""
    return role.evidence.exact.lower() == f"the {role.name}"


def _agree(group: Group, mention: Mention) -> bool:
    return group.gender is mention.gender or Gender.UNKNOWN in (group.gender, mention.gender)


def _may_be_office(group: Group, noun: str) -> bool:
    """Whether a body may be called 'the ministry': a Foreign Office may, the Office of a prosecutor may not."""
    names = [name_forms.words(name) for name in group.names]
    return any(words and (words[-1] in _OFFICES or noun in words) for words in names)


def _has(group: Group, noun: str) -> bool:
    """Whether the noun is a word of one of the group's names, or was applied to it."""
    return noun in group.roles or any(noun in _stems(name) for name in group.names)


def _stems(name: str) -> Iterator[str]:
    for word in name_forms.words(name):
        yield word
        yield {"center": "centre", "organization": "organisation", "lab": "laboratory", "laboratory": "lab"}.get(
            word, word
        )
