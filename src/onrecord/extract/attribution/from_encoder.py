"""The reader's attributions as sayings, and what the grammar has to add to them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Saying
from onrecord.extract.attribution.source import named
from onrecord.extract.doc_extensions import text_of
from onrecord.extract.syntax.arguments import passive, subject
from onrecord.extract.syntax.clauses import FINITE, phrase, sentence, trimmed
from onrecord.extract.syntax.event_date import dates_in
from onrecord.extract.syntax.factuality import modal, negated
from onrecord.lexicon import lexicon
from onrecord.values.findings import Gender, Kind, Mention

_NOTHING = {"nothing", "little"}  # 'has said nothing so far'
_MARKS = set('“”„«»"')
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*\s+[^\sa-z]|\n")


def read(doc: Doc) -> Iterator[Saying]:
    """What the reader found, without what somebody only thinks or plans, and what is done without being said."""
    for attribution in doc._.attributions:
        cue = _tokens(doc, attribution.cue.start, attribution.cue.end) if attribution.cue else None
        content = _content(doc, [(piece.start, piece.end) for piece in attribution.contents], cue)
        if content is None:
            continue
        verb = _verb(cue)
        found = _tokens(doc, attribution.source.start, attribution.source.end) if attribution.source else None
        if found is not None and cue is None and "\n" in _between(found, content):
            continue  # without a word of saying, such as by a colon, only the words beside it have the source
        source, head = _source(found, verb)
        saying = Saying(content, cue, source, head, verb, _is_quoted(content))
        if not _thinks(cue) and not _unsaid(verb) and (_says(saying) or _somebody_is(saying)) and _tells(saying):
            yield saying


def _content(doc: Doc, pieces: Sequence[tuple[int, int]], cue: Span | None) -> Span | None:
    """From the first piece to the last; of words that are no quotation, only the pieces in the sentence of the cue
    and the quotations that go on after it: 'It was “too little,” he said. “We need more.”'"""
    whole = _tokens(doc, pieces[0][0], pieces[-1][1])
    if whole is None or cue is None or _is_quoted(whole):
        return whole
    if len(pieces) > 1 or "\n" in whole.text:
        sent = sentence(cue[0])
        pieces = [
            (start, end)
            for start, end in pieces
            if sent.start_char <= start < sent.end_char
            or (text_of(doc)[start] in _MARKS and text_of(doc)[end - 1] in _MARKS)
        ] or pieces[:1]
        whole = _tokens(doc, pieces[0][0], pieces[-1][1])
    return whole if whole is None else _without_day(whole)


def _without_day(content: Span) -> Span:
    """What was said without the day on which it was, where that stands before it: 'the same day that …'."""
    doc = content.doc
    for date, _ in dates_in(content.sent):
        opens = date.start <= content.start < date.end < content.end
        if opens and doc[date.end].lower_ in ("that", "of"):
            return doc[date.end + (doc[date.end].lower_ == "of") : content.end]
    return content


def _source(words: Span | None, verb: Token | None) -> tuple[Span | None, Token | None]:
    """Who speaks and the head of that; a relative pronoun with what it stands for, half a noun phrase made whole."""
    if words is None:
        return None, None
    doc = words.doc
    stop = next((t.i + 1 for t in reversed(words[:-1]) if t.text in {".", "!", "?"}), words.start)
    words = doc[stop : words.end]  # a source does not reach over the end of a sentence
    head = words.root
    if len(words) == 1 and head.tag_ in ("WDT", "WP") and verb is not None:
        stands_for = subject(verb)
        if stands_for is not None and stands_for.i < head.i:
            return doc[phrase(stands_for).start : words.end], stands_for
    if head.pos_ == "DET" and head.head.i > head.i:
        return doc[words.start : head.head.i + 1], head.head
    return words, head


def completed(read: Sequence[Saying], grammar: Iterable[Saying]) -> list[Saying]:
    """The reader's sayings, each with the grammar's source where it has none, and those that it left out."""
    found = list(read)
    for saying in grammar:
        alike = [(not _same_cue(known, saying), i) for i, known in enumerate(read) if _covers(known, saying)]
        at = min(alike)[1] if alike else None
        if at is None:
            found.append(saying)
        elif _strays(found[at], saying):
            found[at] = saying
        elif found[at].source is None and saying.source is not None:
            found[at] = replace(found[at], source=saying.source, head=saying.head, verb=saying.verb)
    return found


def _covers(known: Saying, saying: Saying) -> bool:
    """Whether the reader's saying is the grammar's: by the same cue, or the same words unless these quote further."""
    if _same_cue(known, saying):
        return True
    if not _overlap(known.content, saying.content):
        return False
    nested = saying.cue is not None and known.content.start <= saying.cue.start < known.content.end
    return not nested


def _inside(words: Span, content: Span) -> bool:
    return content.start <= words.start and words.end <= content.end


def _same_cue(a: Saying, b: Saying) -> bool:
    return a.cue is not None and b.cue is not None and _overlap(a.cue, b.cue)


def _strays(known: Saying, saying: Saying) -> bool:
    """Whether the reader linked words far apart, or left out a number, in what the grammar finds in one sentence."""
    if known.cue is None or known.direct or saying.direct:
        return False
    if not _same_cue(known, saying):  # 'C1, as reported earlier, C2, Ada Roe said'
        return _inside(known.cue, known.content) and not (saying.cue is None or _inside(saying.cue, known.content))
    sent = sentence(known.cue[0])
    content = known.content
    runs_on = "\n" in content.text or (saying.verb is None and _SENTENCE_END.search(content.text))
    if runs_on or not _overlap(content, sent):
        return True
    if known.source is not None and _SENTENCE_END.search(_between(known.source, known.cue)):
        return True
    if known.source is not None and saying.source is not None and not _overlap(known.source, saying.source):
        return saying.cue is not None and saying.source.end == saying.cue.start  # 'Ada Roe said': nothing between
    longer = saying.content.start <= content.start and content.end <= saying.content.end
    return longer and sum(t.like_num for t in saying.content) > sum(t.like_num for t in content)


def _between(a: Span, b: Span) -> str:
    """The text from the end of the first of the two spans to the start of the second."""
    first, second = sorted((a, b), key=lambda span: span.start)
    return text_of(first.doc)[first.end_char : second.start_char + 1]


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _tokens(doc: Doc, start: int, end: int) -> Span | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return trimmed(doc, span.start, span.end) if span is not None else None


def _verb(cue: Span | None) -> Token | None:
    """The verb of saying in the cue ('has also said'), else its verb."""
    if cue is None or any(" ".join(phrase) in cue.text.lower() for phrase in reporting_verbs.words().phrases):
        return None
    verbs = [t for t in cue if t.pos_ in ("VERB", "AUX")]
    return next((t for t in verbs if reporting_verbs.may_report(t)), verbs[-1] if verbs else None)


def _thinks(cue: Span | None) -> bool:
    """Whether the cue is a verb of hoping, planning or wishing."""
    return any(reporting_verbs.thinks(t) for t in cue or ()) and not any(
        reporting_verbs.frames(t, None) for t in cue or ()
    )


def _unsaid(verb: Token | None) -> bool:
    """Whether it was not said, or not yet: 'did not say', 'will say'."""
    return verb is not None and (negated(verb) or modal(verb))


def _says(saying: Saying) -> bool:
    """Whether it is a quotation or by a cue of saying, with the complement by which that reports speech."""
    if saying.direct or saying.cue is None:
        return saying.direct
    known = reporting_verbs.words()
    own = [t for t in saying.cue if t.dep_ != "relcl"]  # not 'passed a resolution that speaks of'
    frames = {frame for t in own for frame in reporting_verbs.frames(t, saying.head)}
    clause = _has_clause(saying.content)
    asked = "infinitive" in frames and any(t.tag_ == "TO" for t in saying.content)  # not 'asked for a term of 30 years'
    if frames & {"object", "about"} or asked or ("clause" in frames and clause):
        return True
    told = saying.cue.text.lower()
    return any(reporting_verbs.is_text(t) for t in saying.cue) or any(
        " ".join(phrase) in told for phrase in known.phrases
    )


def _has_clause(words: Span) -> bool:
    """Whether there is a finite verb with its subject, not only one beside that of saying."""
    return words[0].lower_ == "that" or any(
        child.dep_.startswith(("nsubj", "expl")) and child in words
        for verb in words
        if verb.tag_ in FINITE
        for child in (verb.head if verb.dep_.startswith("aux") else verb).children
    )


def _tells(saying: Saying) -> bool:
    """Whether something is told: not 'a letter that demands aid', 'she was asked 70 questions', 'nothing so far'.

    What nobody by name said is told in a clause, a number or a quotation, or said and done by those who are meant.
    """
    content, cue = saying.content, saying.cue
    if saying.direct:
        return True
    if len(content) == 1 and content[0].pos_ == "PRON":  # 'laughed at his', but 'condemned it'
        return any("object" in reporting_verbs.frames(t, saying.head) for t in cue or ())
    if content[0].lower_ in _NOTHING or (content[0].tag_ in ("WDT", "WP") and content[0].head.dep_ == "relcl"):
        return False
    if saying.source is None and cue is not None and _inside(cue, content):
        return False
    somebody = _speaker(saying) is not None or _does(saying)
    told = saying.source is not None and (
        any(map(reporting_verbs.may_report, cue or ())) or any(t.like_num for t in content)
    )
    return somebody or told or _has_clause(content) or any(t.text in _MARKS for t in content)


def _somebody_is(saying: Saying) -> bool:
    """Whether it may report speech by another cue: of people, by words, and not by an official act.

    Organizations and courts speak only with a verb of saying or in a quotation; people without a name where the cue is
    what they do, or in a clause.
    """
    mention = _speaker(saying)
    if saying.cue is None or not any(t.is_alpha for t in saying.cue):  # 'Ada Roe: …', but not 'Q: …'
        return mention is not None
    root = saying.content.root
    if any(t.lemma_.lower() in _official() for t in (*saying.cue, root, *root.children)):
        return False
    if mention is None:
        return saying.source is not None and (_has_clause(saying.content) or _does(saying))
    return (
        mention.kind not in (Kind.ORGANIZATION, Kind.COURT) and mention.gender is not Gender.NEUTER
    )  # 'it': no person


def _does(saying: Saying) -> bool:
    """Whether the cue is what its source does, and to more than a thing: 'Critics tear into the plan of'."""
    verb, head = saying.verb, saying.head
    if verb is None or head is None or head.pos_ == "PRON" or len(saying.content) < 3:  # 'a dog smelled the sea'
        return False
    return verb.pos_ == "VERB" and verb.dep_ != "relcl" and not passive(verb) and subject(verb) == head


def _speaker(saying: Saying) -> Mention | None:
    if saying.source is None or saying.head is None:
        return None
    who = named(saying.source, saying.head)
    return next((m for m in saying.source.doc._.mentions if m.evidence == who), None)


@lexicon.derived
def _official() -> frozenset[str]:
    """Verbs and nouns of official acts."""
    acts = lexicon.load().scheme("act")
    return frozenset(word.lower() for act in acts for key in ("verb", "noun") for word in act.get(key))


def _is_quoted(content: Span) -> bool:
    return content[0].text[0] in '“"„«‘' and content[-1].text[-1] in '”"“»’.,!?'
