"""Reported speech within a sentence: 'S said that C', 'C, S said', 'S put the toll at N', 'according to S, C'.

The order of the words decides more than the parse: a small parser finds the verb and its subject well, but often
hangs half of what was said on something else. So a content runs from where it begins to the end of its sentence,
unless a clause beside the verb of saying begins before.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Saying
from onrecord.extract.attribution.parenthetical import clause_start, parenthetical
from onrecord.extract.attribution.source import named
from onrecord.extract.attribution.speech_acts import calls_false
from onrecord.extract.doc_extensions import spaced
from onrecord.extract.syntax.arguments import agent, passive, subject
from onrecord.extract.syntax.clauses import FINITE, VERBAL, phrase, sentence, trimmed
from onrecord.extract.syntax.factuality import happened
from onrecord.values.findings import Form, Kind

# Words for who speaks here and now, or for nobody in particular: what they say is no statement of a third person.
NOBODY = {"i", "we", "you", "me", "us", "anybody", "anyone", "nobody", "everybody", "everyone", "what"}


def reported(doc: Doc) -> Iterator[Saying]:
    """The reported speech of the text, in its order."""
    adjuncts = _date_ends(doc)
    for token in doc:
        if token.tag_.startswith("V"):
            yield from _by_verb(token, adjuncts)
        yield from _by_phrase(token)
        yield from _by_account(token)


def _by_verb(verb: Token, date_ends: dict[int, int]) -> Iterator[Saying]:
    if not reporting_verbs.may_report(verb) or not happened(verb):
        return
    if passive(verb):
        source, content = _named_agent(verb), _reported_by(verb)
    else:
        source = subject(verb) or _named_before(verb)
        content = _after(verb, source, date_ends) if source is not None else None
        if content is None and (parenthesis := parenthetical(verb)) is not None:
            content, source = parenthesis
    if content is not None and source is not None and source.lower_ not in NOBODY:
        yield Saying(content, verb.doc[verb.i : verb.i + 1], phrase(source), source, verb)


def _named_before(verb: Token) -> Token | None:
    """Who is named right before a verb of saying that has no subject in the parse: '…, Anna Roe said that'."""
    if verb.tag_ not in FINITE or verb.i == 0:
        return None
    before = verb.doc[verb.i - 1]
    person = any(
        m.kind is Kind.PERSON and m.form is Form.NAME and m.evidence.end == before.idx + len(before)
        for m in verb.doc._.mentions
    )
    return before if person else None


def _date_ends(doc: Doc) -> dict[int, int]:
    """The first token of each date expression and the token after its last."""
    spans = (spaced(doc, d.evidence) for d in doc._.dates)
    return {span.start: span.end for span in spans}


# What stands after the verb -------------------------------------------------------------------------------------------


def _after(verb: Token, source: Token, date_ends: dict[int, int]) -> Span | None:
    """What was said, where it follows the verb in one of the ways that the verb allows.

    'describes', 'put' and the like take many subjects; only with somebody named do they report speech.
    """
    frames = reporting_verbs.frames(verb, source)
    found = _clause(verb) or _bare_number(verb) if "clause" in frames else None
    quoted = verb.i > 0 and verb.doc[verb.i - 1].text[-1] in '”"»'  # '“…,” recalled Ada Roe': no object follows
    if found is not None or quoted or not frames - {"clause", "quote"} or named(phrase(source), source) is None:
        return found
    begin = _past_adjuncts(verb, date_ends)
    if "at" in frames:
        found = _amount(verb)
    if found is None and "about" in frames:
        found = _topic(verb, begin)
    if found is None and "infinitive" in frames:
        found = _request(verb)
    if found is None and "gerund" in frames:
        found = _gerund(verb)
    if found is None and calls_false(verb):
        found = _to_the_end(verb, verb.i + 1)
    if found is None and frames & {"object", "number"}:
        found = _object(verb, begin, "object" in frames)
    return found


def _past_adjuncts(verb: Token, date_ends: dict[int, int]) -> int:
    """The first token after the verb's adverbs and dates: 'spoke | on 7 December | of …'."""
    doc, at, end = verb.doc, verb.i + 1, sentence(verb).end
    while at < end:
        ahead = at + 1 if doc[at].pos_ == "ADP" else at
        if ahead in date_ends:
            at = date_ends[ahead]
        elif (doc[at].pos_ == "ADV" and doc[at].head == verb) or doc[at].text == ",":
            at += 1
        else:
            break
    return at


def _clause(verb: Token) -> Span | None:
    """'that C' with only whom it was told and when in between, or a clause without 'that'."""
    end = sentence(verb).end
    for token in verb.doc[verb.i + 1 : end]:
        if token.lower_ == "that" and token.dep_ != "det" and not _relative(token, verb):
            return _to_the_end(verb, token.i)
        if token.pos_ in VERBAL or token.text in ';:“"':
            break
    clauses = [t for t in verb.children if t.dep_ == "ccomp" and t.left_edge.i > verb.i]
    finite = [t for t in clauses if any(c.tag_ in FINITE for c in t.children) or t.tag_ in FINITE]
    return _to_the_end(verb, finite[0].left_edge.i) if finite else None


def _bare_number(verb: Token) -> Span | None:
    """'The union counts 20, the police say at least fifteen.': a number alone is told, up to the next mark."""
    doc, end = verb.doc, sentence(verb).end
    stop = next((t.i for t in doc[verb.i + 1 : end] if t.is_punct), end)
    told = trimmed(doc, verb.i + 1, stop)
    if told is None or len(told) > 4 or not told[-1].like_num or any(t.ent_type_ == "DATE" for t in told):
        return None
    return told if all(t.pos_ in ("NUM", "ADV", "ADP", "ADJ", "SCONJ") for t in told) else None


def _relative(that: Token, verb: Token) -> bool:
    """Whether 'that' belongs to what the verb is about: 'reported a plan that failed', not 'told us one day that'."""
    return that.dep_ in ("nsubj", "nsubjpass", "dobj") and any(t.dep_ == "dobj" and t.i < that.i for t in verb.children)


def _amount(verb: Token) -> Span | None:
    """'put the number of dead at 30': from the thing to the end of the amount."""
    things = [t for t in verb.children if t.i > verb.i and t.dep_ in ("dobj", "nsubj", "ccomp")]
    at = next((t for t in verb.doc[verb.i + 1 : sentence(verb).end] if t.lower_ == "at"), None)
    if not things or at is None or not any(t.like_num for t in verb.doc[at.i + 1 : at.i + 9]):
        return None
    return _to_the_end(verb, things[0].left_edge.i, at.i)


def _topic(verb: Token, begin: int) -> Span | None:
    """'spoke of 300 missing'; 'talked about' is speech on a subject, and tells what was said only with a number."""
    preposition = verb.doc[begin].lower_ if begin < len(verb.doc) else ""
    content = _to_the_end(verb, begin + 1) if preposition in ("of", "about") else None
    return content if preposition == "of" or (content is not None and any(t.like_num for t in content)) else None


def _request(verb: Token) -> Span | None:
    """'called on more states to join', 'asked them to leave'."""
    if verb.lemma_ == "call" and not any(t.lower_ in ("on", "for", "upon") for t in verb.rights):
        return None  # a telephone call, or a name for somebody
    for token in verb.doc[verb.i + 1 : sentence(verb).end]:
        if token.tag_ == "TO" and token.head.tag_ == "VB" and verb.is_ancestor(token):
            return _to_the_end(verb, token.i)
        if token.tag_ in FINITE:
            break
    return None


def _gerund(verb: Token) -> Span | None:
    """'denied taking the boats'."""
    done = next((t for t in verb.rights if t.dep_ == "xcomp" and t.tag_ == "VBG" and t.i == verb.i + 1), None)
    return _to_the_end(verb, done.i) if done is not None else None


def _object(verb: Token, begin: int, any_object: bool) -> Span | None:
    """'announced the return of 40'; a number is an object even where the parser takes 'over 40' for a place."""
    thing = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
    if (
        thing is not None
        and thing.pos_ == "PRON"
        and not ("denial" in reporting_verbs.does(verb) and not reporting_verbs.names(verb))
    ):
        thing = None  # 'announced it', but 'denies it'
    counted = any(t.like_num for t in verb.doc[begin : min(begin + 4, sentence(verb).end)])
    if thing is not None and (any_object or counted):
        return _to_the_end(verb, thing.left_edge.i, thing.i)
    return _to_the_end(verb, begin, begin) if counted else None


def _to_the_end(verb: Token, start: int, least: int | None = None) -> Span | None:
    """From `start` to the end of the sentence, or to where somebody else speaks or acts; it includes token `least`."""
    doc, end = verb.doc, sentence(verb).end
    beside = [t for t in verb.children if t.i > start and t.dep_ in ("conj", "advcl", "parataxis") and _of_its_own(t)]
    stops = [min(t.i for t in clause.subtree) for clause in beside]
    stops += [t.i for t in doc[start:end] if t.text == ";"]
    stops += [t.left_edge.i for t in verb.rights if t.left_edge.i > (least or start) and _tells_when(t)]
    end = min([end, *(s for s in stops if s > max(start, least or start))])
    while end > start + 1 and doc[end - 1].dep_ == "cc":
        end -= 1
    return trimmed(doc, start, end)


def _of_its_own(clause: Token) -> bool:
    """Whether a clause beside the verb of saying is not part of what was said: 'and left', 'while the police say'."""
    starts = {t.dep_ for t in clause.children if t.i < clause.i and (t.dep_ != "advmod" or t.tag_ == "WRB")}
    joined = clause.dep_ == "conj" and clause.doc[clause.left_edge.i - 1].dep_ == "cc"
    own = joined or starts & {"nsubj", "nsubjpass", "mark", "advmod"} or reporting_verbs.may_report(clause)
    return clause.pos_ in VERBAL and bool(own)


def _tells_when(adjunct: Token) -> bool:
    """Whether it is a time of the saying: 'on Tuesday evening'."""
    first, last = adjunct.left_edge.idx, adjunct.right_edge.idx
    return adjunct.dep_ in ("npadvmod", "prep") and any(first <= d.evidence.start <= last for d in adjunct.doc._.dates)


# Passives and phrases -------------------------------------------------------------------------------------------------


def _named_agent(verb: Token) -> Token | None:
    """Who a passive names after 'by': somebody, not a day."""
    by = agent(verb)
    return by if by is not None and named(phrase(by), by) is not None else None


def _reported_by(verb: Token) -> Span | None:
    """What a passive says was reported: 'the 517 children reported by the ministry'."""
    if not reporting_verbs.frames(verb, None) & {"object", "number"}:
        return None
    done = next((t for t in verb.children if t.dep_ == "nsubjpass"), verb.head if verb.dep_ == "acl" else None)
    return trimmed(verb.doc, done.left_edge.i, verb.i) if done is not None and done.pos_ != "PRON" else None


def _by_phrase(token: Token) -> Iterator[Saying]:
    """'according to S, C' and 'C, according to S'."""
    doc = token.doc
    for words in reporting_verbs.words().phrases:
        end = token.i + len(words)
        if token.lower_ == words[0] and tuple(t.lower_ for t in doc[token.i : end]) == words:
            source = _named_after(doc[end - 1])
            if source is not None and source.i < sentence(token).end:
                named = phrase(source)
                content = _beside(doc[token.i : max(named.end, end)])
                if content is not None:
                    yield Saying(content, doc[token.i : end], named, source, None)


def _by_account(account: Token) -> Iterator[Saying]:
    """'By her own account, C' and 'C, in the mayor's words'."""
    doc, preposition = account.doc, account.head
    if account.lower_ not in reporting_verbs.of_kind("account") or preposition.lower_ not in ("by", "in", "on"):
        return
    owner = next((t for t in account.children if t.dep_ == "poss"), None)
    if owner is None or owner.lower_ in ("my", "our", "your"):
        return
    words = doc[preposition.i : account.i + 1]
    content = _beside(words)
    if content is not None and any(t.pos_ in VERBAL for t in content):
        yield Saying(content, words, doc[owner.left_edge.i : owner.i + 1], owner, None)


def _named_after(last: Token) -> Token | None:
    """The head of the noun phrase after the phrase's last word."""
    own = next((t for t in last.children if t.dep_ in ("pobj", "dobj") and t.i > last.i), None)
    return own or next((c.root for c in last.sent.noun_chunks if c.start == last.i + 1), None)


def _beside(words: Span) -> Span | None:
    """The sentence but for the words that name its source: what precedes them, or what follows if they open it."""
    doc, sent = words.doc, sentence(words[0])
    before = trimmed(doc, clause_start(sent, sent.start, words.start), words.start)
    if before is not None and any(t.pos_ in VERBAL for t in before):
        return before
    end = next((t.i for t in doc[words.end : sent.end] if t.text == ";"), sent.end)
    after = trimmed(doc, words.end, end)
    return after if before is None or (after is not None and any(t.pos_ in VERBAL for t in after)) else before
