"""Second hand: whom a source cites for what it says.

'X, citing the ministry, said C' and 'X quoted the ministry as saying C' are sayings of both: X tells what the ministry
told. The words cited with ('citing the ministry') are no saying themselves.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Saying
from onrecord.extract.attribution.source import named
from onrecord.extract.syntax.arguments import subject
from onrecord.extract.syntax.clauses import phrase, sentence, trimmed


def with_cited(doc: Doc, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings, each followed by that of whom it cites."""
    citing = [
        token for token in doc if token.lemma_.lower() in reporting_verbs.words().citing and _cited(token) is not None
    ]
    sayings = [_without_opening(saying, citing) for saying in sayings]
    followed = [c for c in citing if any(_goes_with(c, saying) for saying in sayings)]
    found: list[Saying] = []
    for saying in sayings:
        as_saying = next((c for c in citing if saying.verb is not None and _as_saying(c) == saying.verb), None)
        if as_saying is not None:
            outer = subject(as_saying)
            if outer is not None:
                cue = doc[as_saying.i : as_saying.i + 1]
                found.append(replace(saying, cue=cue, source=phrase(outer), head=outer, verb=as_saying))
            found.append(_of_cited(saying, as_saying))
        elif not any(_cites(saying, c) and (c in followed or saying.head != _cited(c)) for c in citing):
            found.append(saying)
            found += [_of_cited(saying, c) for c in citing if _goes_with(c, saying)]
    return found


def _cited(citing: Token) -> Token | None:
    """The head of the words for whom a verb cites, where they name somebody: 'citing data from the Red Cross'."""
    if citing.pos_ != "VERB" or (citing.tag_ != "VBG" and _as_saying(citing) is None):
        return None
    who = next((t for t in citing.rights if t.dep_ in ("dobj", "pobj") and t.pos_ != "PRON"), None)
    return who if who is not None and named(phrase(who), who) is not None else None


def _as_saying(citing: Token) -> Token | None:
    """The verb of 'quoted the ministry as saying'."""
    prepositions = (t for t in citing.rights if t.lower_ == "as")
    return next(
        (t for prep in prepositions for t in prep.children if t.tag_ == "VBG" and reporting_verbs.may_report(t)), None
    )


def _without_opening(saying: Saying, citing: Sequence[Token]) -> Saying:
    """The saying without the words cited with, where what was said seems to open with them."""
    opening = next((c for c in citing if c.i == saying.content.start and c.tag_ == "VBG"), None)
    who = _cited(opening) if opening is not None else None
    rest = trimmed(saying.content.doc, phrase(who).end, saying.content.end) if who is not None else None
    return replace(saying, content=rest) if rest is not None else saying


def _of_cited(saying: Saying, citing: Token) -> Saying:
    who = _cited(citing)
    assert who is not None  # only verbs that cite somebody are asked
    cue = citing.doc[citing.i : citing.i + 1]
    return replace(saying, cue=cue, source=phrase(who), head=who, verb=None)


def _cites(saying: Saying, citing: Token) -> bool:
    """Whether the saying is by the words cited with."""
    at_cue = saying.cue is not None and saying.cue.start <= citing.i < saying.cue.end
    return at_cue and _as_saying(citing) is None


def _goes_with(citing: Token, saying: Saying) -> bool:
    """Whether who says it is who cites: 'X, citing Y, said C', 'according to X, citing Y, C', 'C, X said, citing Y'."""
    if saying.cue is None or _cites(saying, citing) or citing.tag_ != "VBG" or citing not in sentence(saying.cue[0]):
        return False
    if saying.content.start <= citing.i < saying.content.end:
        return False
    before = citing.doc[citing.i - 1 - (citing.doc[citing.i - 1].text == ",")] if citing.i > 1 else citing
    beside = any(span is not None and span.start <= before.i < span.end for span in (saying.source, saying.cue))
    return beside or citing.head in (saying.verb, saying.head)
