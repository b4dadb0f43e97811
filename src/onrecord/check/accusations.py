"""What a draft says that people did or were convicted of, where the record has them only accused of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.check import acts
from onrecord.check.acts import Done
from onrecord.check.asking import Askable, Row, grouped, nodes, rows
from onrecord.check.figures import sources_of
from onrecord.check.findings import Remark, Source, shown
from onrecord.check.likeness import content
from onrecord.check.parties import Party, any_of, one, party_of
from onrecord.check.verdicts import Verdict
from onrecord.graph.iri import term_of
from onrecord.lexicon import lexicon
from onrecord.lexicon.official_acts import has
from onrecord.values.findings import Evidence

_STEM = 4  # letters of a word that may go on in other forms: 'charge', 'charging'
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = ("verb", "noun", "complement", "adjective", "modifier", "adverb")  # of word lists
_SHARED = 0.6  # of the words for a deed, how many a sentence has that tells the same deed


@dataclass(frozen=True, slots=True)
class Accused:
    """An accusation as an article or a draft tells it."""

    node: str
    person: Party
    deed: str
    progress: str  # term: how far it has come
    sources: tuple[Source, ...]


def accused(asked: Askable, accusations: Iterable[str]) -> dict[str, Accused]:
    """Accusations by their IRIs."""
    found = grouped(rows(asked, "compared-accusations", "accusation", nodes(accusations)), "accusation")
    return {node: _accused(node, some) for node, some in found.items()}


def _accused(node: str, some: Sequence[Row]) -> Accused:
    row = some[0]
    person = party_of(row["name"], some, "person")
    return Accused(node, person, row["deed"], term_of(row["progress"]), sources_of(node, some))


def beside(record: Askable, people: Iterable[str]) -> list[Accused]:
    """The accusations on record of those whom a draft names."""
    found = {row["accusation"] for row in rows(record, "accusations-of-person", "who", nodes(sorted(people)))}
    return list(accused(record, sorted(found)).values())


def remarks(
    accusation: Accused, record: Iterable[Accused], charges: Iterable[Done], known: Mapping[str, Party]
) -> Iterator[Remark]:
    """What is to be said of an accusation in a draft; `charges` are official acts on record."""
    person = known.get(accusation.person.name, accusation.person)
    theirs = [told for told in record if one(person, told.person)]
    of_it = [told for told in theirs if _one_deed(accusation.deed, told.deed)] or theirs
    if not of_it:
        yield from _charged(accusation, person, charges)
        return
    if _stage(accusation.progress) <= max(_stage(told.progress) for told in of_it):
        yield Remark(Verdict.AGREES, f"on record as {_all_told(of_it[0])}", shown(of_it))
    elif _condemns(accusation.progress):
        yield Remark(Verdict.ONLY_ACCUSED, f"on record as {_all_told(of_it[0])}", shown(of_it))
    else:
        yield Remark(Verdict.NOT_ON_RECORD, f"the nearest on record is {_all_told(of_it[0])}", shown(of_it))


def _charged(accusation: Accused, person: Party, charges: Iterable[Done]) -> Iterator[Remark]:
    """Of somebody whom official acts accuse, where no accusation is on record by itself."""
    theirs = [act for act in charges if has(act.type, "accuses") and any_of([person], act.against)]
    if theirs:
        verdict = Verdict.ONLY_ACCUSED if _condemns(accusation.progress) else Verdict.AGREES
        yield Remark(verdict, f"on record as {acts.worded(theirs[0])}", shown(theirs))


def stated(sentence: Evidence, people: Iterable[Party], record: Iterable[Accused]) -> Iterator[tuple[Evidence, Remark]]:
    """Deeds that a sentence tells in its own words of people who are only accused of them on record."""
    words, known = content(sentence.exact), list(people)
    if _doubts(sentence.exact):
        return
    theirs = [told for told in record if any_of(known, [told.person])]
    found = [told.person for told in theirs if _condemns(told.progress)]
    for told in theirs:
        if _tells(words, content(told.deed)) and not any_of(found, [told.person]):
            yield sentence, Remark(Verdict.ONLY_ACCUSED, f"on record as {_all_told(told)}", shown([told]))


def _tells(words: frozenset[str], deed: frozenset[str]) -> bool:
    """Whether the words of a sentence tell a deed."""
    return bool(deed) and len(deed & words) >= _SHARED * len(deed)


def _doubts(sentence: str) -> bool:
    """Whether a sentence has a word that accuses, or that leaves open whether something was done."""
    words = _WORD.findall(sentence.lower())
    return any(word.startswith(stem) if len(stem) > _STEM else word == stem for word in words for stem in _doubtful())


@lexicon.derived
def _doubtful() -> frozenset[str]:
    words = lexicon.load()
    concepts = [concept for concept in words.scheme("accusation") if concept.one("condemns") != "true"]
    concepts += [c for c in words.scheme("factuality") if c != words.default("factuality")]
    listed = (word for c in concepts for key in _WORDS for word in c.get(key) if " " not in word)
    return frozenset(word.rstrip("e") if len(word) > _STEM else word for word in listed)


def _one_deed(one_deed: str, other: str) -> bool:
    return bool(content(one_deed) & content(other))


def _stage(progress: str) -> int:
    return next((int(c.one("stage", "0")) for c in lexicon.load().scheme("accusation") if c.term == progress), 0)


def _condemns(progress: str) -> bool:
    """Whether it has come to a finding of guilt."""
    return any(concept.term == progress for concept in lexicon.load().marked("accusation", "condemns"))


def _all_told(told: Accused) -> str:
    progress = next((c.label for c in lexicon.load().scheme("accusation") if c.term == told.progress), told.progress)
    return f"{told.person.name}, {progress}: “{told.deed}”"
