"""Names of one article -> groups that stand for one person, body or place. Pure; each decision keeps its reason."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.lexicon import name_forms
from onrecord.values.findings import Evidence, Gender, Kind, Mention

BODIES = (Kind.ORGANIZATION, Kind.COURT)
_SUFFIXES = ("jr", "sr", "junior", "senior")  # folded, generational


@dataclass(slots=True, eq=False)
class Group:
    """The mentions taken to stand for one thing, while an article is being resolved."""

    kind: Kind
    mentions: list[Mention] = field(default_factory=list)
    reasons: dict[Evidence, str] = field(default_factory=dict)
    gender: Gender = Gender.UNKNOWN
    roles: set[str] = field(default_factory=set)  # role nouns and titles applied to it, in lower case

    def add(self, mention: Mention, reason: str) -> None:
        """Take the mention in, with what it tells of gender and role."""
        self.mentions.append(mention)
        self.reasons[mention.evidence] = reason
        self.roles.update(mention.described)
        if self.gender is Gender.UNKNOWN and mention.gender in (Gender.FEMALE, Gender.MALE):
            self.gender = mention.gender
        if mention.kind is Kind.COURT and self.kind is Kind.ORGANIZATION:
            self.kind = Kind.COURT

    @property
    def names(self) -> tuple[str, ...]:
        """The different names, in order of the text."""
        return tuple(dict.fromkeys(m.name for m in self.mentions if m.kind is not None and m.name[:1].strip()))

    def gap(self, mention: Mention) -> int:
        """Characters back to the last mention before `mention`; those after count double."""
        at = mention.evidence.start
        return min(
            (at - m.evidence.end if m.evidence.end <= at else 2 * (m.evidence.start - at) + 1) for m in self.mentions
        )


def groups(names: Sequence[Mention]) -> list[Group]:
    """The names of an article, in order of the text, grouped."""
    known = {m.evidence for m in names}
    links = {m.evidence: m.stands_for for m in names if m.stands_for in known}
    free = [m for m in names if m.evidence not in links]
    people = [name_forms.words(m.name) for m in free if m.kind is Kind.PERSON]
    found = [
        *_grouped(free, (Kind.PERSON,), lambda m: _full_person(m, people), _same_person, _short_person),
        *_grouped(free, BODIES, _full_body, _same_body, _short_body),
        *_grouped(free, (Kind.PLACE,), lambda m: True, _same_place, lambda g, m: ""),
    ]
    _add_linked(found, [(m, links[m.evidence]) for m in names if m.evidence in links])
    return _joined(found)


def _add_linked(found: list[Group], links: Iterable[tuple[Mention, Evidence | None]]) -> None:
    """Add each name to the group of the name that it restates, else to one of its own."""
    of = {m.evidence: g for g in found for m in g.mentions}
    for mention, restated in links:
        group = of.get(restated) if restated is not None else None
        if group is None and mention.kind is not None:
            group = Group(mention.kind)
            found.append(group)
        if group is not None:
            group.add(mention, "given with the name it stands for")
            of[mention.evidence] = group


def _family(kind: Kind) -> tuple[Kind, ...]:
    return BODIES if kind in BODIES else (kind,)


def _grouped(
    names: Iterable[Mention],
    kinds: tuple[Kind, ...],
    full: Callable[[Mention], bool],
    same: Callable[[Group, Mention], str],
    short: Callable[[Group, Mention], str],
) -> list[Group]:
    """Full names first, wherever they stand; then short ones, each to the nearest group it may stand for."""
    mine = [m for m in names if m.kind in kinds]
    found: list[Group] = []
    for mention in sorted(mine, key=lambda m: (not full(m), m.evidence)):
        rule = same if full(mention) else lambda g, m: same(g, m) or short(g, m)
        fits = [(g, reason) for g in found if (reason := rule(g, mention))]
        chosen, reason = min(fits, key=lambda fit: _distance(fit[0], mention), default=(None, "named in full"))
        if chosen is None:
            assert mention.kind is not None
            chosen = Group(mention.kind)
            found.append(chosen)
        chosen.add(mention, reason)
    return found


def _distance(group: Group, mention: Mention) -> tuple[bool, bool, int]:
    """How far a group is from a name that may be its: those of its role, and named before, come first."""
    later = all(m.evidence.start > mention.evidence.start for m in group.mentions)
    stranger = bool(mention.described) and not any(shares_role(group, noun) for noun in mention.described)
    return stranger, later, group.gap(mention)


def _full_person(mention: Mention, people: Iterable[tuple[str, ...]]) -> bool:
    """Whether a name is no surname: of one word, with a particle, or the end of a longer name without a given name."""
    parts = name_forms.words(mention.name)
    if len(mention.name.split()) == 1 or parts[0] in name_forms.PARTICLES:
        return False
    double = any(len(other) > len(parts) and other[-len(parts) :] == parts for other in people)
    return not double or name_forms.is_given(parts[0])


def _same_person(group: Group, mention: Mention) -> str:
    if not _genders_agree(group, mention):
        return ""
    for name in group.names:
        if name_forms.fold(name) == name_forms.fold(mention.name):
            return "same name"
        if alike(name, mention.name):
            return "same name, spelled or shortened otherwise"
    return ""


def alike(one: str, other: str) -> bool:
    """Whether two full names of people may be one person's: 'M. Betsa' and 'Mariana Betsa', 'Rahim Betsa Jr.'."""
    a, b = _without_suffix(one), _without_suffix(other)
    if _is_end(a, b) or _is_end(b, a):
        return True
    if len(a) < 2 or len(b) < 2 or name_forms.sound(a[-1]) != name_forms.sound(b[-1]):
        return False
    first, second = a[0], b[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return name_forms.given(first) == name_forms.given(second)


def _is_end(longer: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a full name is a longer one without what no list has for a given name: 'Seyed Rahim Betsa'."""
    before = longer[: -len(name)] if 1 < len(name) < len(longer) else ()
    return bool(before) and longer[-len(name) :] == name and not any(map(name_forms.is_given, before))


def _without_suffix(name: str) -> tuple[str, ...]:
    """The words of a name without a generational suffix: 'Jr.'."""
    parts = name_forms.words(name)
    return parts[:-1] if parts and parts[-1] in _SUFFIXES else parts


def _genders_agree(group: Group, mention: Mention) -> bool:
    return group.gender is mention.gender or Gender.UNKNOWN in (group.gender, mention.gender)


def _short_person(group: Group, mention: Mention) -> str:
    """A surname or a first name alone, told apart by 'Mr' and 'Ms' and by the role before it."""
    if not _genders_agree(group, mention):
        return ""
    short = tuple(name_forms.sound(w) for w in name_forms.words(mention.name))
    for name in group.names:
        full = tuple(name_forms.sound(w) for w in name_forms.words(name))
        if len(full) > len(short) and full[-len(short) :] == short:
            return "surname"
        if len(short) == 1 and len(full) > 2 and full[-2] == short[0]:
            return "first of two surnames"
        if len(short) == 1 and len(full) > 1 and full[0] == short[0]:
            return "first name"
    return ""


def shares_role(group: Group, noun: str) -> bool:
    """Whether the group is known under the role noun, or one that ends in it: 'minister' for a foreign minister."""
    return any(role == noun or role.endswith(" " + noun) for role in group.roles)


def _full_body(mention: Mention) -> bool:
    return not mention.name.isupper() and len(mention.name.split()) > 1


def _same_body(group: Group, mention: Mention) -> str:
    qualified = name_forms.content(_longest(mention))
    for other in group.mentions:
        name = other.name
        if name_forms.known_as(name) == name_forms.known_as(mention.name) and not _owners_differ(other, mention):
            return "same name"
        theirs = name_forms.content(_longest(other))
        same_head = name_forms.head(name) == name_forms.head(mention.name) or theirs == qualified
        if same_head and (qualified <= theirs or theirs <= qualified) and min(len(qualified), len(theirs)) > 1:
            return "shorter form of the same name"
    return ""


def _longest(mention: Mention) -> str:
    return mention.longer.exact if mention.longer is not None else mention.name


def _owners_differ(one: Mention, other: Mention) -> bool:
    """Whether two bodies of one name belong to different states: 'Kestria's …' and 'Dorvania's Ministry of Defence'."""
    if one.longer is None or other.longer is None:
        return False
    return name_forms.content(one.longer.exact) != name_forms.content(other.longer.exact)


def _short_body(group: Group, mention: Mention) -> str:
    """An acronym of the name, or its first word."""
    short = name_forms.words(mention.name)
    for name in group.names:
        if mention.name.isupper() and mention.name in name_forms.initials(name):
            return "spelled by the initials"
        full = name_forms.words(name)
        if len(full) > len(short) and full[: len(short)] == short:
            return "first words of the name"
        if len(short) == 1 and len(full) > 1 and short[0] == name_forms.head(name) == full[-1]:
            return "last word of the name"
    return ""


def _same_place(group: Group, mention: Mention) -> str:
    return "same name" if any(name_forms.known_as(n) == name_forms.known_as(mention.name) for n in group.names) else ""


def _joined(found: list[Group]) -> list[Group]:
    """Groups that turned out to bear the same name, put together."""
    kept: list[Group] = []
    for group in found:
        names = {name_forms.fold(n) for n in group.names}
        twin = next(
            (
                k
                for k in kept
                if k.kind in _family(group.kind)
                and group.kind is not Kind.PERSON
                and names & {name_forms.fold(n) for n in k.names}
                and not any(_owners_differ(a, b) for a in k.mentions for b in group.mentions)
            ),
            None,
        )
        if twin is None:
            kept.append(group)
            continue
        for mention in group.mentions:
            twin.add(mention, group.reasons[mention.evidence])
    return kept
