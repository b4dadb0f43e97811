"""Annotations of figures and acts, projected onto the words of an article as the pipeline reads it.

The guide's annotation names what fills a role ('reportedBy': a full name, 'asOf': a day). What learns from it points to
words: here each name becomes the mentions of that entity in the text, and each day the expressions that give it, by the
pipeline's own mentions, coreference and dates.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacy.tokens import Doc

from onrecord.claims.assembly import assemble
from onrecord.coref import resolve
from onrecord.evaluation.comparison import head_noun, normalized
from onrecord.extract import pipeline
from onrecord.extract.quantities.amounts import Amount, amounts
from onrecord.extract.quantities.units import Measure
from onrecord.lexicon import lexicon
from onrecord.values.claims import FigureClaim
from train import guide
from train.corpora import Place
from train.frame_documents import AnnotatedFrame, Answer, FrameDocument
from train.frame_labels import ANNOTATED_STANDINGS, FIGURE, LABELS
from train.frame_markup import Marked, MarkedText

NONE = (Answer(none=True),)
_COUNTED_WITHIN = 120  # characters after a number, in which what it counts is looked for
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True)
class ReadArticle:
    """An article as the pipeline reads it; the rules read figures alone, without what the encoder says of frames."""

    doc: Doc
    published: str

    @cached_property
    def text(self) -> str:
        return self.doc.text

    @cached_property
    def amounts(self) -> Sequence[Amount]:
        return tuple(amounts(self.text, lexicon.load()))

    @cached_property
    def mentions(self) -> Sequence[tuple[Place, frozenset[str]]]:
        """Each mention of an entity, with all names of the entity."""
        findings = pipeline.findings(self.doc)
        resolved = resolve.within(findings).of_mention
        return [
            ((m.evidence.start, m.evidence.end), frozenset(map(normalized, resolved[m.evidence].labels)))
            for m in findings.mentions
            if m.evidence in resolved
        ]

    @cached_property
    def figures(self) -> Mapping[int, FigureClaim]:
        """What the rules take for figures, by where they begin."""
        findings = pipeline.findings(self.doc)
        claims = assemble(findings, resolve.within(findings), self.published)
        return {e.start: figure for figure in claims.figures if not figure.withdrawn for e in figure.evidence}

    def of(self, names: frozenset[str]) -> Answer:
        """The mentions of the entity that has one of the names."""
        return Answer(tuple(place for place, known in self.mentions if known & names))

    def dated(self, day: str) -> tuple[Place, ...]:
        """The expressions that give a date."""
        return tuple((d.evidence.start, d.evidence.end) for d in self.doc._.dates if d.value == day)

    def head(self, place: Place) -> Place:
        """The syntactic head of the words."""
        root = self.doc.char_span(*place, alignment_mode="expand").root
        return root.idx, root.idx + len(root)

    def amount(self, place: Place) -> Amount | None:
        """The first number that shares a character with the words."""
        return next((a for a in self.amounts if a.number < place[1] and a.number_end > place[0]), None)

    def document(self, name: str, frames: Iterable[AnnotatedFrame], *, figures: bool, acts: bool) -> FrameDocument:
        """The document of it; of two figures with one number the later counts."""
        found = list(frames)
        last = {frame.head: frame for frame in found if frame.kind == LABELS.tags[FIGURE]}
        kept = (*last.values(), *(frame for frame in found if frame.kind != LABELS.tags[FIGURE]))
        by_rules = tuple(span_of(a) for a in self.amounts if a.start in self.figures)
        return FrameDocument(name, self.text, tuple(map(span_of, self.amounts)), kept, figures, acts, by_rules)


def span_of(amount: Amount) -> Place:
    """The characters of a number, without its hedge."""
    return amount.number, amount.number_end


def guided_frames(read: ReadArticle, facts: Mapping[str, Any]) -> Iterator[AnnotatedFrame]:
    """The figures and acts of an annotation by the guide, where its words stand."""
    yield from _guided_figures(read, facts)
    yield from _guided_acts(read, facts)


def marked_frames(read: ReadArticle, text: MarkedText) -> Iterator[AnnotatedFrame]:
    """The figures and acts that are marked in a text of our own."""
    yield from _marked_figures(read, text)
    yield from _marked_acts(read, text)


def _guided_figures(read: ReadArticle, facts: Mapping[str, Any]) -> Iterator[AnnotatedFrame]:
    for fact in facts["figures"]:
        place = _place(read.text, fact.get("at"), fact["text"])
        amount = read.amount(place) if place else None
        if amount is None:
            continue
        day, said_by = fact.get("asOf") or "", fact.get("reportedBy")
        untold = day == read.published  # nothing need tell the day of publication
        roles = {
            "counted": (_counted(read, amount, fact.get("counted") or ""),),
            "source": (read.of(_names(facts, said_by)),) if said_by else NONE,
            "date": (Answer(read.dated(day) if day else (), untold),),
        }
        if "where" in fact:
            roles["where"] = (read.of(_names(facts, fact["where"])),) if fact["where"] else NONE
        attributes = {name: fact[name] for name in ("action", "scope", "factuality") if fact.get(name)}
        rules = _by_rules(read.figures.get(amount.start), amount, fact, _names(facts, said_by) if said_by else None)
        yield AnnotatedFrame(LABELS.tags[FIGURE], span_of(amount), span_of(amount), attributes, roles, rules)


def _by_rules(
    found: FigureClaim | None, amount: Amount, fact: Mapping[str, Any], source: frozenset[str] | None
) -> dict[str, bool]:
    """Whether the rules are right about an annotated figure; empty where they have no such figure."""
    if found is None:
        return {}
    usual = lexicon.load().default("factuality").term
    who = found.reported_by
    right = {
        "action": found.action == fact["action"],
        "scope": found.scope == fact["scope"],
        "source": who is None if source is None else who is not None and bool(source & {*map(normalized, who.labels)}),
        "date": (found.as_of or None) == fact.get("asOf"),
    }
    if fact.get("factuality"):
        right["factuality"] = (found.factuality or usual) == fact["factuality"]
    if "where" in fact:
        right["where"] = not fact["where"]  # they give none
    if amount.measure is Measure.COUNT:
        right["counted"] = head_noun(found.counted) == head_noun(fact.get("counted") or "")
    return right


def _counted(read: ReadArticle, amount: Amount, counted: str) -> Answer:
    """The noun that a figure counts: the first one like it after the number, or else the last before it."""
    noun = head_noun(counted)
    if not noun or noun == "percent":
        return Answer()
    words = [word.span() for word in _WORD.finditer(read.text) if head_noun(word[0]) == noun]
    after = [w for w in words if amount.number_end <= w[0] < amount.number_end + _COUNTED_WITHIN]
    before = [w for w in words if w[1] <= amount.number]
    return Answer(tuple(after[:1] or before[-1:]))


def _guided_acts(read: ReadArticle, facts: Mapping[str, Any]) -> Iterator[AnnotatedFrame]:
    for fact in facts["acts"]:
        standing = fact.get("standing", LABELS.attributes["standing"][0])
        roles = {
            "maker": (read.of(_names(facts, fact["by"])),) if fact["by"] else NONE,
            "target": tuple(read.of(_names(facts, name)) for name in fact["against"]) or NONE,
            "actDate": (Answer(read.dated(fact["date"])),) if fact["date"] else NONE,
        }
        for told in (fact, *fact.get("more", ())):
            place = _place(read.text, told.get("at"), told["trigger"]) if told.get("trigger") else None
            if place:
                yield _act(read, fact["type"], place, standing, roles)


def _act(
    read: ReadArticle, kind: str, place: Place, standing: str, roles: Mapping[str, tuple[Answer, ...]]
) -> AnnotatedFrame:
    attributes = {"standing": ANNOTATED_STANDINGS.get(standing, standing)}
    return AnnotatedFrame(kind, read.head(place), place, attributes, roles)


def _names(facts: Mapping[str, Any], name: str) -> frozenset[str]:
    """All names of the entity that the annotation calls `name`."""
    wanted = normalized(name)
    entities = (
        frozenset(map(normalized, (entity["name"], *entity.get("aliases", ()))))
        for field in guide.FIELDS
        for entity in facts[field]
    )
    return next((names for names in entities if wanted in names), frozenset({wanted}))


def _place(text: str, stretch: str | None, words: str) -> Place | None:
    """Where words stand that are annotated within a stretch of the text; white space may differ."""
    around = _spaced(stretch).search(text) if stretch else None
    found = _spaced(words).search(around[0]) if around else None
    return (around.start() + found.start(), around.start() + found.end()) if around and found else None


def _spaced(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _marked_figures(read: ReadArticle, text: MarkedText) -> Iterator[AnnotatedFrame]:
    for one in text.marked:
        amount = read.amount(one.place) if one.name == "n" else None
        if amount is None:
            continue
        told = _told(text, one)
        counted, days = told["counted"].places[:1], told["date"].places
        roles = {
            "counted": (Answer(tuple(map(read.head, counted))),),
            "source": (told["source"],),
            "where": (told["where"],),
            "date": (Answer(days, not days),),
        }
        attributes = {name: one.attributes[name[0]] for name in ("action", "scope", "factuality")}
        yield AnnotatedFrame(LABELS.tags[FIGURE], span_of(amount), span_of(amount), attributes, roles)


def _marked_acts(read: ReadArticle, text: MarkedText) -> Iterator[AnnotatedFrame]:
    for one in text.marked:
        if one.name == "t":
            told = _told(text, one)
            each = tuple(Answer((place,)) for place in told["target"].places) or NONE
            roles = {"maker": (told["maker"],), "target": each, "actDate": (told["actDate"],)}
            yield _act(read, one.attributes["k"], one.place, one.attributes["s"], roles)


def _told(text: MarkedText, frame: Marked) -> dict[str, Answer]:
    """What is marked as filling each role; what is not marked is not told."""
    places = {role: text.fillers(frame.attributes["i"], role) for role in LABELS.roles}
    return {role: Answer(found, not found) for role, found in places.items()}
