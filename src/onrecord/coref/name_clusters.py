"""Names of one article -> groups that stand for one person, body or place. Pure; each decision keeps its reason."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.lexicon import name_forms
from onrecord.values.findings import Evidence, Gender, Kind, Mention

BODIES = (Kind.ORGANIZATION, Kind.COURT)
_NESTED = 4  # mentions that may lie in each other
_SUFFIXES = ("jr", "sr", "junior", "senior")  # folded, generational


@dataclass(slots=True, eq=False)
class Group:
    """The mentions taken to stand for one thing, while an article is being resolved."""

    kind: Kind
    mentions: list[Mention] = field(default_factory=list)
    reasons: dict[Evidence, str] = field(default_factory=dict)
    gender: Gender = Gender.UNKNOWN
    roles: set[str] = field(default_factory=set)  # role nouns and titles applied to it, in lower case
    forms: dict[tuple[str, str], Mention] = field(default_factory=dict)  # of mentions of one name the first
    _named: dict[str, None] = field(default_factory=dict)
    _places: list[tuple[int, int]] = field(default_factory=list)  # where its mentions end and start, in order

    def add(self, mention: Mention, reason: str) -> None:
        """Take the mention in, with what it tells of gender and role."""
        self.mentions.append(mention)
        self.forms.setdefault((mention.name, _longest(mention)), mention)
        insort(self._places, (mention.evidence.end, mention.evidence.start))
        if mention.kind is not None and mention.name[:1].strip():
            self._named.setdefault(mention.name)
        self.reasons[mention.evidence] = reason
        self.roles.update(mention.described)
        if self.gender is Gender.UNKNOWN and mention.gender in (Gender.FEMALE, Gender.MALE):
            self.gender = mention.gender
        if mention.kind is Kind.COURT and self.kind is Kind.ORGANIZATION:
            self.kind = Kind.COURT

    @property
    def names(self) -> tuple[str, ...]:
        """The different names, in order of the text."""
        return tuple(self._named)

    def is_before(self, mention: Mention) -> bool:
        """Whether a mention of it ends before `mention` begins."""
        return self._places[0][0] <= mention.evidence.start if self._places else False

    def is_after(self, mention: Mention) -> bool:
        """Whether all its mentions begin after `mention` does."""
        return min(start for _, start in self._places[:_NESTED]) > mention.evidence.start

    def gap(self, mention: Mention) -> int:
        """Characters back to the last mention before `mention`; those after count double."""
        at = mention.evidence.start
        last = bisect_right(self._places, (at, at))
        back = [at - end for end, _ in self._places[max(last - 1, 0) : last]]
        return min(back + [2 * (start - at) + 1 for _, start in self._places[last : last + _NESTED]])

    def empty(self) -> None:
        """Leave all mentions to another group."""
        self.mentions.clear()
        self.forms.clear()
        self._named.clear()
        self._places.clear()


def groups(names: Sequence[Mention]) -> list[Group]:
    """The names of an article, in order of the text, grouped."""
    known = {m.evidence for m in names}
    links = {m.evidence: m.stands_for for m in names if m.stands_for in known}
    free = [m for m in names if m.evidence not in links]
    people = {name_forms.words(m.name) for m in free if m.kind is Kind.PERSON}
    endings = {parts[i:] for parts in people for i in range(1, len(parts))}
    found = [
        *_grouped(free, (Kind.PERSON,), lambda m: _full_person(m, endings), _same_person, _short_person, _person_keys),
        *_grouped(free, BODIES, _full_body, _same_body, _short_body, _body_keys),
        *_grouped(free, (Kind.PLACE,), lambda m: True, _same_place, lambda g, m: "", _place_keys),
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
    keys: Callable[[Mention], set[Hashable]],
) -> list[Group]:
    """Full names first, wherever they stand; then short ones, each to the nearest group it may stand for.

    A name is only compared with those with which it shares one of its `keys`.
    """
    mine = [m for m in names if m.kind in kinds]
    found: list[Group] = []
    keyed: dict[Hashable, set[int]] = defaultdict(set)  # in `found`
    for mention in sorted(mine, key=lambda m: (not full(m), m.evidence)):
        rule = same if full(mention) else lambda g, m: same(g, m) or short(g, m)
        own = keys(mention)
        near = sorted(set().union(*(keyed[key] for key in own)))
        fits = [(i, reason) for i in near if (reason := rule(found[i], mention))]
        chosen, reason = min(fits, key=lambda fit: _distance(found[fit[0]], mention), default=(None, "named in full"))
        if chosen is None:
            assert mention.kind is not None
            chosen = len(found)
            found.append(Group(mention.kind))
        found[chosen].add(mention, reason)
        for key in own:
            keyed[key].add(chosen)
    return found


def _person_keys(mention: Mention) -> set[Hashable]:
    """Names of one person share the sound of a word, if they have words."""
    return {name_forms.fold(mention.name), *map(name_forms.sound, name_forms.words(mention.name))}


def _body_keys(mention: Mention) -> set[Hashable]:
    """Names of one body share a word that tells it from others, or one at an end, or one spells the other."""
    parts = name_forms.words(mention.name)
    return {
        name_forms.known_as(mention.name),
        mention.name,  # where it is an acronym
        *name_forms.initials(mention.name),
        *name_forms.content(_longest(mention)),
        *((place, parts[place]) for place in (0, -1) if parts),
        *((end, parts[0]) for end in (0, -1) if len(parts) == 1),
    }


def _place_keys(mention: Mention) -> set[Hashable]:
    return {name_forms.known_as(mention.name)}


def _distance(group: Group, mention: Mention) -> tuple[bool, bool, int]:
    """How far a group is from a name that may be its: those of its role, and named before, come first."""
    stranger = bool(mention.described) and not any(shares_role(group, noun) for noun in mention.described)
    return stranger, group.is_after(mention), group.gap(mention)


def _full_person(mention: Mention, endings: Container[tuple[str, ...]]) -> bool:
    """Whether a name is no surname: of one word, with a particle, or the end of a longer name without a given name."""
    parts = name_forms.words(mention.name)
    if len(mention.name.split()) == 1 or parts[0] in name_forms.PARTICLES:
        return False
    return parts not in endings or name_forms.is_given(parts[0])


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
    for other in group.forms.values():
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
    called: dict[str, set[int]] = defaultdict(set)  # in `kept`, by their names
    for group in found:
        names = {name_forms.fold(n) for n in group.names} if group.kind is not Kind.PERSON else set()
        near = sorted(set().union(*(called[name] for name in names)))
        at = next((i for i in near if kept[i].kind in _family(group.kind) and not _owned_apart(kept[i], group)), None)
        if at is None:
            at = len(kept)
            kept.append(group)
        else:
            for mention in group.mentions:
                kept[at].add(mention, group.reasons[mention.evidence])
        for name in names:
            called[name].add(at)
    return kept


def _owned_apart(one: Group, other: Group) -> bool:
    return any(_owners_differ(a, b) for a in one.forms.values() for b in other.forms.values())
