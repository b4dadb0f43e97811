"""The positions that a draft gives people, beside those on record: the office, its body, and who held it then."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.check.asking import Askable, Row, grouped, nodes, rows
from onrecord.check.figures import sources_of
from onrecord.check.findings import Remark, Source, shown
from onrecord.check.parties import Party, one, party_of
from onrecord.check.verdicts import Verdict
from onrecord.graph.iri import term_of
from onrecord.graph.terms import term
from onrecord.lexicon import gazetteer, lexicon, name_forms

_OF_TITLE = 4  # positions of one title that one is set beside
_WORDS = 2  # of a title by which an office is known without its body


@dataclass(frozen=True, slots=True)
class Held:
    """A position as an article or a draft tells it."""

    node: str
    person: Party
    title: str
    role: str  # term; '' where no entry of the word list fits
    tenure: str  # term; '' where nothing of the kind is said
    of: Party  # the body or state
    earliest: str  # ISO days for which it is attested; '' where none is known
    latest: str
    published: str  # ISO day of its article; '' where that is not known
    sources: tuple[Source, ...]


def held(asked: Askable, positions: Iterable[str]) -> dict[str, Held]:
    """Positions by their IRIs."""
    found = grouped(rows(asked, "compared-positions", "position", nodes(positions)), "position")
    return {node: _held(node, some) for node, some in found.items()}


def _held(node: str, some: Sequence[Row]) -> Held:
    row = some[0]
    return Held(
        node,
        party_of(row["name"], some, "person"),
        row["title"],
        term_of(row["role"]) if row["role"] else "",
        term_of(row["tenure"]) if row["tenure"] else "",
        party_of(row["bodyName"], some, "body"),
        row["earliest"],
        row["latest"],
        row["published"],
        sources_of(node, some),
    )


def beside(record: Askable, mine: Sequence[Held], people: Iterable[str], bodies: Iterable[str]) -> list[Held]:
    """The positions on record of the people whom a draft names, and those of its roles in the bodies it names."""
    if not mine:
        return []
    theirs = rows(record, "positions-of-person", "who", nodes(sorted(people)), at_once=1)
    roles = {
        "role": [ox.NamedNode(iri) for name in {one_held.role for one_held in mine} if (iri := term("post", name))]
    }
    in_bodies = (
        rows(record, "positions-in-body", "who", nodes(sorted(bodies)), roles, at_once=1) if roles["role"] else ()
    )
    return list(held(record, sorted({*_newest(theirs), *_newest(in_bodies)})).values())


def _newest(found: Iterable[Row]) -> Iterator[str]:
    """Of each person or body, and each title, some positions, the newest; rows are in this order."""
    told = Counter[tuple[str, str]]()
    for row in found:
        told[row["who"], row["title"]] += 1
        if told[row["who"], row["title"]] <= _OF_TITLE:
            yield row["position"]


def remarks(position: Held, record: Sequence[Held], known: Mapping[str, Party], day: str) -> Iterator[Remark]:
    """What is to be said of a position in a draft that speaks on an ISO day; '' where it gives none."""
    person, of = known.get(position.person.name, position.person), known.get(position.of.name, position.of)
    theirs = [told for told in record if one(person, told.person)]
    same = [told for told in theirs if _one_office(position, of, told)]
    on = position.latest or day or dt.datetime.now(dt.UTC).date().isoformat()
    if not _elsewhen(position) and (ended := list(_ended(position, of, person, same, record, on))):
        yield from ended
    if same:
        yield Remark(Verdict.AGREES, f"on record as {_all_told(same[0])}", shown(same))
        return
    others = [told for told in record if told not in theirs and _holds(position, of, told, day)]
    if others:
        why = f"on record it is {'; '.join(dict.fromkeys(map(_holder, others)))}"
        yield Remark(Verdict.CONTRADICTED, why, shown(others))
    elif theirs:
        yield _elsewhere(position, of, theirs)


def _holds(position: Held, of: Party, told: Held, day: str) -> bool:
    """Whether somebody else is on record in an office that one person holds at a time, on the day of the draft."""
    if not (_sole(position) and of and told.of and _one_office(position, of, told)) or _elsewhen(told):
        return False
    return not day or told.earliest <= (position.latest or day) <= told.latest


def _elsewhere(position: Held, of: Party, theirs: Sequence[Held]) -> Remark:
    """Of somebody on record with other positions: contradicted where they are the same in another body."""
    why = f"on record as {'; '.join(dict.fromkeys(map(_all_told, theirs)))}"
    like = [told for told in theirs if of and told.of and _one_title(position, told)]
    return Remark(Verdict.CONTRADICTED if like else Verdict.NOT_ON_RECORD, why, shown(like or theirs))


def _ended(
    position: Held, of: Party, person: Party, same: Sequence[Held], record: Iterable[Held], on: str
) -> Iterator[Remark]:
    """That the office was given up, or is somebody else's by the day."""
    if not of and len(_words(position.title)) < _WORDS:
        return  # 'president' alone may be of any
    holding = max((told.latest for told in same if not _given_up(told)), default="")
    left = [told for told in same if _given_up(told) and holding < (told.earliest or told.published) <= on]
    if left:
        yield Remark(Verdict.OFFICE_ENDED, f"on record as {_all_told(left[0])}", shown(left))
        return
    after = [
        told
        for told in record
        if _sole(position)
        and not one(person, told.person)
        and not _elsewhen(told)
        and _one_office(position, of, told)
        and (of or _of_one(same, told))
        and holding < told.earliest <= on
    ]
    if after and holding:
        why = f"last on record with {person.name} on {holding}; then it is {_holder(after[0])}"
        yield Remark(Verdict.OFFICE_ENDED, why, shown(after))


def _of_one(same: Iterable[Held], other: Held) -> bool:
    return any(told.of and other.of and one(told.of, other.of) for told in same)


def _given_up(told: Held) -> bool:
    """Whether a position is told to be over: 'former', 'until May'."""
    return any(concept.term == told.tenure and concept.get("until") for concept in lexicon.load().scheme("tenure"))


def _elsewhen(told: Held) -> bool:
    """Whether a position is not told of the day of the article: 'former', 'then', 'incoming'."""
    tenures = lexicon.load().scheme("tenure")
    return any(concept.term == told.tenure and concept.one("atPublication") == "no" for concept in tenures)


def _one_office(position: Held, of: Party, told: Held) -> bool:
    """Whether both may be one office: of one title, and of one body where both tell it."""
    return _one_title(position, told) and (not of or not told.of or one(of, told.of))


def _one_title(a: Held, b: Held) -> bool:
    """Whether one title is the other told in fewer words: 'commissioner' and 'human rights commissioner'."""
    some, others = _words(a.title), _words(b.title)
    if some <= others or others <= some:
        return bool(some & others)
    return bool(a.role) and a.role == b.role and _sole(a)


def _words(title: str) -> frozenset[str]:
    return name_forms.content(title) - gazetteer.all_states()


def _sole(position: Held) -> bool:
    """Whether one person at a time holds such an office."""
    return any(post.term == position.role and post.one("sole") for post in lexicon.load().scheme("post"))


def _all_told(told: Held) -> str:
    tenure = next((c.label for c in lexicon.load().scheme("tenure") if c.term == told.tenure), "")
    words = " ".join(filter(None, (tenure, told.title)))
    words += f", {told.of.name}" if told.of else ""
    return f"{words} ({told.latest})" if told.latest else words


def _holder(told: Held) -> str:
    return f"{told.person.name}, {_all_told(told)}"
