"""Attribution of figures by verbs that give them, where the encoder finds none: 'The union puts the toll at 40'.

The corpora that the encoder learnt from hold few of these. A clause with 'that' after a reporting verb counts as well.
Words that the encoder attributes already are left to it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.source import named
from onrecord.extract.syntax.arguments import passive, subject
from onrecord.extract.syntax.clauses import phrase, sentence, trimmed
from onrecord.extract.syntax.factuality import happened

_FEW = 4  # tokens among which a number may have a hedge before it: 'no fewer than 40'


def amounts(doc: Doc, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions by such verbs outside those `found`: a named source, the verb, and what follows it."""
    taken = [span for other in found for span in (other.content, other.cue, other.source) if span is not None]
    for verb in doc:
        if not _says(verb) or any(span.start <= verb.i < span.end for span in taken):
            continue
        source = _source(verb)
        if source is None:
            continue
        limit = sentence(verb).end
        end = min((span.start for span in taken if verb.i < span.start < limit), default=limit)
        content = trimmed(doc, verb.i + 1, end)
        if content is not None and _gives(reporting_verbs.frames(verb, source), content):
            yield Attribution(content, doc[verb.i : verb.i + 1], phrase(source), source, verb)


def _says(verb: Token) -> bool:
    return verb.pos_ == "VERB" and reporting_verbs.may_report(verb) and not passive(verb) and happened(verb)


def _source(verb: Token) -> Token | None:
    """The subject of the verb, before it and with a name."""
    source = subject(verb)
    if source is None or not sentence(verb).start <= source.i < verb.i:
        return None
    return source if named(phrase(source), source) is not None else None


def _gives(frames: frozenset[str], content: Span) -> bool:
    """Whether what follows the verb gives a figure or a clause, in one of the ways the verb takes."""
    if "clause" in frames and content[0].lower_ == "that":
        return True
    if "clause" in frames and len(content) <= _FEW:  # 'the police say at least fifteen'
        return content[-1].like_num
    if "about" in frames and content[0].lower_ == "of":
        return _opens_with_number(content[1:])
    if "number" in frames and _opens_with_number(content):
        return True
    ats = (t.i - content.start for t in content if t.lower_ == "at") if "at" in frames else ()
    return any(_opens_with_number(content[at + 1 :]) for at in ats)


def _opens_with_number(words: Span) -> bool:
    return any(t.like_num for t in words[:_FEW])
