"""Second hand: whom a source cites for what it says.

'X, citing the ministry, said C' has both as sources: X tells what the ministry told. The words cited with ('citing the
ministry') attribute nothing themselves. 'X quoted the ministry as saying C' has one source of C, the ministry.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.source import named
from onrecord.extract.layout.quotation_marks import is_quoted
from onrecord.extract.syntax.arguments import passive, subject
from onrecord.extract.syntax.clauses import phrase, sentence, trimmed


def with_cited(doc: Doc, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each followed by that of whom it cites."""
    verbs = reporting_verbs.words().citing
    citing = [token for token in doc if token.lemma_.lower() in verbs and _cited(token) is not None]
    attributions = [_without_opening(_by_governor(attribution, citing), citing) for attribution in attributions]
    followed = [c for c in citing if any(_goes_with(c, attribution) for attribution in attributions)]
    return [each for attribution in attributions for each in _followed(attribution, citing, followed)]


def _followed(attribution: Attribution, citing: Sequence[Token], followed: Sequence[Token]) -> list[Attribution]:
    """The attribution and that of whom it cites; nothing where it is by the words cited with alone."""
    if any(_cites(attribution, c) and (c in followed or attribution.head != _cited(c)) for c in citing):
        return []
    return [attribution, *(_of_cited(attribution, c) for c in citing if _goes_with(c, attribution))]


def by_quoted(attribution: Attribution) -> Attribution:
    """The attribution to whom it quotes, where it is by 'quoted the ministry as saying', 'was quoted as saying'."""
    quoting = next((t for t in attribution.cue or () if t.lemma_.lower() in reporting_verbs.words().citing), None)
    saying = _as_saying(quoting) if quoting is not None else None
    if quoting is None or saying is None:
        return attribution
    who = subject(quoting) if passive(quoting) else _object(quoting)
    content = trimmed(saying.doc, saying.i + 1, attribution.content.end)
    if content is None and who is not None:  # '“We left,” the mayor was quoted as saying'
        before = min(words.start for words in (attribution.source, phrase(who)) if words is not None)
        content = trimmed(saying.doc, attribution.content.start, before)
    if content is None or who is None:
        return attribution
    direct = is_quoted(content[0].text, content[-1].text)
    cue = saying.doc[saying.i : saying.i + 1]
    return Attribution(content, cue, phrase(who), who, saying, direct, _confidence(attribution, who))


def _cited(citing: Token) -> Token | None:
    """The head of the words for whom a verb cites, where they name somebody: 'citing data from the Red Cross'."""
    who = _object(citing) if citing.pos_ == "VERB" and citing.tag_ == "VBG" else None
    return who if who is not None and named(phrase(who), who) is not None else None


def _object(citing: Token) -> Token | None:
    return next((t for t in citing.rights if t.dep_ in ("dobj", "pobj") and t.pos_ != "PRON"), None)


def _as_saying(citing: Token) -> Token | None:
    """The verb of 'quoted the ministry as saying'."""
    after = (t.nbor() for t in citing.subtree if t.i > citing.i and t.lower_ == "as" and t.i + 1 < len(t.doc))
    return next((t for t in after if t.tag_ == "VBG" and reporting_verbs.may_report(t)), None)


def _by_governor(attribution: Attribution, citing: Sequence[Token]) -> Attribution:
    """The saying by the verb that governs the words cited with, where what was said follows on these: 'that …'.

    'X said, citing the ministry, that C', which is no saying by 'citing' of 'the ministry, that C'.
    """
    content = attribution.content
    verb = next((c for c in citing if _cites(attribution, c) and c.tag_ == "VBG"), None)
    rest = next((t for t in content if t.lower_ == "that" and t.nbor(-1).text == ","), None) or _after_cited(verb)
    if verb is None or rest is None or verb.i + 1 != content.start:
        return attribution
    above = next((t for t in reversed(content.doc[content.sent.start : verb.i]) if reporting_verbs.may_report(t)), None)
    words = trimmed(content.doc, rest.i, content.end)
    if above is None or words is None:
        return attribution
    return replace(attribution, content=words, cue=content.doc[above.i : above.i + 1], verb=above)


def _after_cited(citing: Token | None) -> Token | None:
    """The word after the words cited with, where a comma closes these: 'X said, citing the ministry, 40 had left'."""
    who = _cited(citing) if citing is not None and citing.nbor(-1).text == "," else None
    end = phrase(who).end if who is not None else 0
    return who.doc[end + 1] if who is not None and end + 1 < who.sent.end and who.doc[end].text == "," else None


def _without_opening(attribution: Attribution, citing: Sequence[Token]) -> Attribution:
    """The saying without the words cited with, where what was said seems to open with them."""
    opening = next((c for c in citing if c.i == attribution.content.start and c.tag_ == "VBG"), None)
    who = _cited(opening) if opening is not None else None
    rest = trimmed(attribution.content.doc, phrase(who).end, attribution.content.end) if who is not None else None
    return replace(attribution, content=rest) if rest is not None else attribution


def _of_cited(attribution: Attribution, citing: Token) -> Attribution:
    who = _cited(citing)
    assert who is not None  # only verbs that cite somebody are asked
    cue = citing.doc[citing.i : citing.i + 1]
    return replace(
        attribution, cue=cue, source=phrase(who), head=who, verb=None, confidence=_confidence(attribution, who)
    )


def _confidence(attribution: Attribution, who: Token) -> Decimal | None:
    """The encoder's probability, if it gave this source."""
    return attribution.confidence if who == attribution.head else None


def _cites(attribution: Attribution, citing: Token) -> bool:
    """Whether the saying is by the words cited with."""
    at_cue = attribution.cue is not None and attribution.cue.start <= citing.i < attribution.cue.end
    return at_cue and _as_saying(citing) is None


def _goes_with(citing: Token, attribution: Attribution) -> bool:
    """Whether who says it is who cites: 'X, citing Y, said C', 'according to X, citing Y, C', 'C, X said, citing Y'."""
    if (
        attribution.cue is None
        or _cites(attribution, citing)
        or citing.tag_ != "VBG"
        or citing not in sentence(attribution.cue[0])
    ):
        return False
    if attribution.content.start <= citing.i < attribution.content.end:
        return False
    before = citing.doc[citing.i - 1 - (citing.doc[citing.i - 1].text == ",")] if citing.i > 1 else citing
    beside = any(
        span is not None and span.start <= before.i < span.end for span in (attribution.source, attribution.cue)
    )
    return beside or citing.head in (attribution.verb, attribution.head)
