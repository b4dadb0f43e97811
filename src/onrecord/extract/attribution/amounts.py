"""Attribution of figures by verbs that give them, where the encoder finds none: 'The union puts the toll at 40'.

The corpora that the encoder learnt from hold few of these. A clause with 'that' after a reporting verb counts as well.
Words that the encoder attributes already are left to it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.joined_clauses import joints, limits
from onrecord.extract.attribution.source import named
from onrecord.extract.syntax.arguments import passive, subject
from onrecord.extract.syntax.clauses import phrase, sentence, trimmed
from onrecord.extract.syntax.factuality import happened


def amounts(doc: Doc, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions by such verbs outside those `found`: a named source, the verb, and what follows it."""
    taken = [span for other in found for span in (other.content, other.cue, other.source) if span is not None]
    joined_at = joints(doc)
    for verb in doc:
        if not _says(verb) or any(span.start <= verb.i < span.end for span in taken):
            continue
        source = _source(verb)
        if source is None:
            continue
        limit = min(sentence(verb).end, limits(doc[verb.i : verb.i + 1], joined_at)[1])
        end = min((span.start for span in taken if verb.i < span.start < limit), default=limit)
        content = trimmed(doc, verb.i + 1, end)
        if content is not None and reporting_verbs.gives(reporting_verbs.frames(verb, source), content):
            yield Attribution(content, doc[verb.i : verb.i + 1], phrase(source), source, verb)


def _says(verb: Token) -> bool:
    return verb.pos_ == "VERB" and reporting_verbs.may_report(verb) and not passive(verb) and happened(verb)


def _source(verb: Token) -> Token | None:
    """The subject of the verb, before it and with a name."""
    source = subject(verb)
    if source is None or not sentence(verb).start <= source.i < verb.i:
        return None
    return source if named(phrase(source), source) is not None else None
