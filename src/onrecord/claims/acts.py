"""Which body did what in law."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.claims.act_numbers import told_apart
from onrecord.claims.merging import merged
from onrecord.claims.revision import may_revise, revised
from onrecord.lexicon.gazetteer import is_government, states
from onrecord.lexicon.official_acts import asked_for, comes_about, of_courts, stage
from onrecord.values.claims import ActClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Act, Evidence, Kind

_DAY = len("2024-05-30")


def acts(found: Iterable[Act], resolution: Resolution) -> tuple[ActClaim, ...]:
    """The claim of each act; one told again, perhaps with less, is the same act.

    Where the words for its maker stand for nobody whom the article names, they are on record as they are.
    """
    claims = merged((_claim(act, resolution) for act in found), lambda act: act.type, _same_act, _joined_acts)
    on_record = (c for c in claims if not (c.described and of_courts(c.type) and _echo(c)))  # 'the judge refused bail'
    kept = [c for c in on_record if c.by or c.sought_by or comes_about(c.standing)]
    done = [c for c in kept if comes_about(c.standing)]
    return revised([c for c in kept if not any(_granted(c, d) for d in done)], resolution)


def _claim(act: Act, resolution: Resolution) -> ActClaim:
    place, cleared = resolution.entity(act.place), _entities(act.acquits, resolution)
    by = resolution.entity(act.by)
    if by is not None and by.kind is Kind.PLACE and of_courts(act.type):
        by = None
    if by is None and act.described is not None and of_courts(act.type):
        by = _court_of(place, resolution)
    return ActClaim(
        type=act.type,
        by=by,
        against=tuple(e for e in _entities(act.against, resolution) if e not in cleared and e != by),
        date=act.date,
        standing=act.standing,
        subject=act.subject,
        number=act.number,
        evidence=(act.evidence,),
        sentences=(act.sentence,),
        sought_by=resolution.entity(act.sought_by),
        described=act.described if by is None else None,
        place=place if place is not None and place.kind is Kind.PLACE else None,
        acquits=cleared,
        revises=act.revises,
    )


def _entities(found: Iterable[Evidence], resolution: Resolution) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(e for words in found if (e := resolution.entity(words))))


def _court_of(place: Entity | None, resolution: Resolution) -> Entity | None:
    """The only court that the article names for a place: 'the Tavno District Court' of 'a court in Tavno'."""
    if place is None:
        return None
    courts = [e for e in resolution.entities if e.kind is Kind.COURT]
    named = [e for e in courts if any(set(place.name.split()) <= set(label.split()) for label in e.labels)]
    return named[0] if len(named) == 1 else None


def _same_act(a: ActClaim, b: ActClaim) -> bool:
    """The same type, nothing that contradicts and something that tells that they are one."""
    if a.type != b.type or comes_about(a.standing) != comes_about(b.standing):
        return False
    if may_revise(a, b) or may_revise(b, a):
        return False
    return not _contradict(a, b) and _tied(a, b)


def _contradict(a: ActClaim, b: ActClaim) -> bool:
    """Whether two acts differ in their body, day or number, or in those whom they are against or acquit."""
    if (a.by and b.by and a.by != b.by and not _of_one_state(a.by, b.by)) or told_apart(a.number, b.number):
        return True
    if not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return True
    apart = a.against and b.against and not set(a.against) & set(b.against)
    if apart and not (a.date == b.date and len(a.date) == _DAY and _of_one_subject(a, b)):
        return True
    cleared = set(a.against) & set(b.acquits) or set(a.acquits) & set(b.against)  # one body may do both, of two charges
    return bool(cleared) and not (a.by and b.by)


def _of_one_subject(a: ActClaim, b: ActClaim) -> bool:
    """Whether nothing says that acts are for different things, as two judgments of a court on one day are."""
    return not (a.subject and b.subject) or a.subject == b.subject


def _of_one_state(a: Entity, b: Entity) -> bool:
    """Whether a state stands for its government: 'Norway' of a headline, and 'the Norwegian government' below."""
    place, body = (a, b) if a.kind is Kind.PLACE else (b, a)
    if place.kind is not Kind.PLACE or body.kind is not Kind.ORGANIZATION:
        return False
    return is_government(body.name) and bool(states(place.labels) & states(body.labels))


def _tied(a: ActClaim, b: ActClaim) -> bool:
    """Whether both are of one body; where one does not say who made it, whether they share whom, when, or a number."""
    shared = (a.by and b.by) or set(a.against) & set(b.against) or (a.date and b.date) or a.number == b.number != ""
    return bool(shared) or _echo(a) or _echo(b) or _called_so(a.described, b.by) or _called_so(b.described, a.by)


def _echo(act: ActClaim) -> bool:
    """Whether nothing tells an act from another of its type: 'Teacher jailed over lists', 'the court found that …'."""
    anew = act.described is not None and not act.described.exact.lower().startswith("the ")
    return not (act.by or anew or act.against or act.acquits or act.date or act.number)


def _called_so(described: Evidence | None, by: Entity | None) -> bool:
    """Whether a headline's word may stand for a body: 'Ministry blacklists nine firms' for the Ministry of Trade."""
    if described is None or by is None or " " in described.exact:
        return False
    return any(described.exact.lower() in label.lower().split() for label in by.labels)


def _granted(sought: ActClaim, done: ActClaim) -> bool:
    """Whether what was sought has come about: the act that was done is of the type, the body and those it names."""
    return (
        asked_for(sought.standing)
        and sought.type == done.type
        and (sought.by == done.by or not (sought.by and done.by))
        and bool(set(sought.against) & set(done.against))
    )


def _joined_acts(a: ActClaim, b: ActClaim) -> ActClaim:
    return replace(
        a,
        by=_body(a.by, b.by),
        against=tuple(dict.fromkeys(a.against + b.against)),
        date=max(a.date, b.date, key=len),
        standing=_joined_standing(a, b),
        subject=a.subject or b.subject,
        number=a.number or b.number,
        evidence=a.evidence + b.evidence,
        sentences=a.sentences + b.sentences,
        sought_by=a.sought_by or b.sought_by,
        described=None if a.by or b.by else a.described or b.described,
        place=a.place or b.place,
        acquits=tuple(e for e in dict.fromkeys(a.acquits + b.acquits) if e not in a.against + b.against),
        revises=a.revises + b.revises,
    )


def _body(a: Entity | None, b: Entity | None) -> Entity | None:
    """The maker of one act told twice: a body rather than the state that stands for it."""
    return b if a is None or (b is not None and a.kind is Kind.PLACE) else a


def _joined_standing(a: ActClaim, b: ActClaim) -> str:
    """The later standing; what became of some of those an act is against is not how it stands."""
    later, other = (a, b) if stage(a.standing) > stage(b.standing) else (b, a)
    return other.standing if later.against and set(later.against) < set(other.against) else later.standing
