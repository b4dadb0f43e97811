"""Where something was said: the platform, channel or occasion, and the place, beside the words of attribution."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.doc_extensions import evidence, spaced
from onrecord.extract.syntax.arguments import has_subject
from onrecord.extract.syntax.clauses import sentence, trimmed
from onrecord.values.findings import Evidence, Form, Kind, Mention

_BEFORE_VENUES = frozenset({"on", "in", "at", "during", "via", "through", "over"})
_BEFORE_PLACES = frozenset({"in", "at", "from", "near", "outside", "inside"})
_ADDRESSED = ("dobj", "dative")


def venue(attribution: Attribution, said: Sequence[Span]) -> tuple[Evidence | None, Evidence | None]:
    """The words for where it was said, and those of them that name a place; `said` is all that the text reports.

    'on Facebook', 'a briefing in Davos' (told), 'reporters in Geneva' (told): whom it was told is no place.
    """
    verb = attribution.verb
    if verb is None:
        return None, None
    sent = sentence(verb)
    beside = [s for s in said if s.start < sent.end and sent.start < s.end]
    outside = [s for s in beside if not s.start <= verb.i < s.end]
    words = next(_venues(attribution, verb, sent, outside), None) or next(
        _places(attribution, verb, sent, outside), None
    )
    if words is None:
        return None, None
    where = evidence(words)
    if _platform(words[-1]) and where.exact.endswith("."):  # 'on X.', where spaCy takes the full stop for a part of it
        where = Evidence(where.start, where.end - 1, where.exact[:-1])
    return where, next((m.evidence for m in _named_places(words)), None)


def _venues(attribution: Attribution, verb: Token, sent: Span, outside: Sequence[Span]) -> Iterator[Span]:
    """By a noun for an occasion or a channel, as what was told or after a preposition, in the order of the text."""
    for token in sent:
        if any(s.start <= token.i < s.end for s in outside):
            continue
        if token.dep_ in _ADDRESSED and token.head == verb and _is(token, "occasion"):
            yield _phrase(token, outside)
        elif (noun := _venue_after(token)) is not None and _governs(verb, token, attribution):
            yield _phrase(noun, outside)


def _venue_after(preposition: Token) -> Token | None:
    """The noun for an occasion, a channel or a platform that the preposition governs."""
    if preposition.lower_ not in _BEFORE_VENUES or preposition.pos_ not in ("ADP", "SCONJ"):
        return None
    noun = next((t for t in preposition.children if t.dep_ == "pobj"), None)
    if noun is None or noun.i < preposition.i:
        return None
    return noun if _is(noun, "occasion", "channel") or _platform(noun) else None


def _places(attribution: Attribution, verb: Token, sent: Span, outside: Sequence[Span]) -> Iterator[Span]:
    """By the name of a place right behind the verb of attribution, whom it was told, and when."""
    for token in verb.doc[verb.i + 1 : sent.end]:
        if any(s.start <= token.i < s.end for s in outside) or token.is_punct:
            return
        noun = next((t for t in token.children if t.dep_ == "pobj"), None)
        if token.lower_ not in _BEFORE_PLACES or noun is None or not _governs(verb, token, attribution):
            continue
        words = verb.doc[noun.left_edge.i : noun.i + 1]
        if any(spaced(verb.doc, m.evidence).end == words.end for m in _named_places(words)):
            yield words


def _governs(verb: Token, preposition: Token, attribution: Attribution) -> bool:
    """Whether the preposition belongs to the verb, whom it told, or a verb of speaking beside it, not to the source."""
    above = preposition.head
    while above != verb:
        if above == attribution.head or above.i == preposition.i:
            return False
        spoke = above.pos_ == "VERB" and above.dep_ in ("advcl", "conj") and _speaks(above)
        if not spoke and not (above.dep_ in _ADDRESSED and above.pos_ in ("NOUN", "PROPN", "PRON")):
            return False
        above = above.head
    return True


def _speaks(verb: Token) -> bool:
    """Whether it is a participle of speaking or writing: 'Speaking at a rally', 'posting on Facebook'."""
    return reporting_verbs.may_report(verb) and not has_subject(verb)


def _is(noun: Token, *kinds: str) -> bool:
    lemma = noun.lemma_.lower()
    return noun.pos_ in ("NOUN", "PROPN") and any(lemma in reporting_verbs.of_kind(kind) for kind in kinds)


def _platform(noun: Token) -> bool:
    """Whether the noun ends the name of a platform, and nothing else: 'X', 'Truth Social', but not 'Signal Hill'."""
    name = noun.doc[noun.left_edge.i : noun.i + 1].text
    return name.removesuffix(".") in reporting_verbs.of_kind("platform")


def _phrase(noun: Token, outside: Sequence[Span]) -> Span:
    """The noun phrase with the channel, place or partner right behind it: 'a post on X', 'an interview with Delfi'."""
    doc, end = noun.doc, noun.i + 1
    limit = min((s.start for s in outside if s.start >= end), default=sentence(noun).end)
    while end < limit and (joined := _joined(doc[end])) is not None and joined.i < limit:
        end = joined.i + 1
    return trimmed(doc, noun.left_edge.i, end) or doc[noun.i : end]


def _joined(preposition: Token) -> Token | None:
    """The noun that the preposition joins to a venue, if it tells more of where: no day, no subject."""
    noun = next((t for t in preposition.children if t.dep_ == "pobj" and t.i > preposition.i), None)
    if noun is None or any(d.evidence.start <= noun.idx < d.evidence.end for d in noun.doc._.dates):
        return None
    if preposition.lower_ in ("with", "of"):
        return noun
    where = preposition.lower_ in _BEFORE_VENUES | _BEFORE_PLACES
    return noun if where and (_is(noun, "channel", "occasion") or _platform(noun) or _is_place(noun)) else None


def _is_place(noun: Token) -> bool:
    return any(True for _ in _named_places(noun.doc[noun.i : noun.i + 1]))


def _named_places(words: Span) -> Iterator[Mention]:
    """The names of places among the words."""
    for mention in words.doc._.mentions:
        inside = words.start_char < mention.evidence.end and mention.evidence.start < words.end_char
        if inside and mention.kind is Kind.PLACE and mention.form is Form.NAME:
            yield mention
