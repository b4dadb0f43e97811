"""Who does what to whom: questions to the dependency parse that more than one component asks.

Labels are those of spaCy's English models (ClearNLP). All functions are pure, take tokens and return tokens: the
heads of noun phrases, in order of the text.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.extract.doc_extensions import spaced
from onrecord.values.findings import DateExpression, Evidence, Form, Kind, Mention

_SUBJECT = {"nsubj", "nsubjpass", "csubj", "expl"}
_OBJECT = {"dobj", "obj", "oprd"}
_RELATIVE = {"that", "which", "who", "whom"}
# A verb of these relations has no subject of its own and takes that of the verb above it.
_SHARES_SUBJECT = {"conj", "xcomp", "advcl", "pcomp"}


def conjuncts(token: Token) -> tuple[Token, ...]:
    """The token and what is coordinated with it to its right: 'A, B and C' asked at A."""
    found = [token]
    for child in token.rights:
        if child.dep_ == "conj":
            found.extend(conjuncts(child))
    return tuple(found)


def passive(verb: Token) -> bool:
    """Whether the verb is a passive ('was adopted') or a participle after its noun ('a law passed by …')."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in ("aux", "nsubj", "dobj") for c in verb.children)
    ):
        return passive(verb.head)
    if _bare_participle(verb):
        return True
    own = any(child.dep_ in ("nsubj", "aux") for child in verb.children)
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "advcl" and not own:
        return bool(nouns_before(verb)) and any(child.dep_ == "agent" for child in verb.rights)
    return verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not own


def _bare_participle(verb: Token) -> bool:
    """Whether the parser took a participle between commas for the main verb: 'Act 12, adopted in May, set up …'."""
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not helped and verb.i > 0 and verb.nbor(-1).text == ","


def nouns_before(verb: Token) -> tuple[Token, ...]:
    """The nouns whose phrase ends at the comma before a participle, whatever the parser attached it to, nearest first.

    'the Act, passed by …'; 'a law on pensions, passed by …'; 'the Law “On Ports”, adopted by …'.
    """
    i = verb.i - 1
    if i < 1 or verb.doc[i].text != ",":
        return ()
    last = verb.doc[i - 1]
    if last.is_quote:
        opening = next((t for t in reversed(verb.doc[verb.sent.start : last.i]) if t.is_quote), last)
        last = verb.doc[max(opening.i - 1, 0)]
    if last.pos_ not in ("NOUN", "PROPN"):
        return ()
    found = [last]
    while found[-1].dep_ == "pobj" and found[-1].head.head.pos_ in ("NOUN", "PROPN"):
        found.append(found[-1].head.head)
    return tuple(found)


def relative(verb: Token) -> bool:
    """Whether the verb's clause qualifies a noun and has a subject: 'a warrant that the court issued'."""
    finite = verb.dep_ == "acl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts)
    return verb.dep_ == "relcl" or finite


def verb_of(token: Token) -> Token | None:
    """The verb of the clause that the token stands in: the nearest one above it, or None in a clause without a verb."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)


def agents(verb: Token) -> tuple[Token, ...]:
    """Who does it: the subject of an active verb, own or shared; the 'by' of a passive one."""
    if passive(verb):
        by = [t for t in verb.subtree if t.lower_ == "by" and t.i > verb.i and t.tag_ == "IN" and _same_clause(t, verb)]
        return tuple(t for prep in by for child in prep.children if child.dep_ == "pobj" for t in conjuncts(child))
    return _subjects(verb)


def _same_clause(token: Token, verb: Token) -> bool:
    """Whether the token is the verb's own, or that of a gerund it takes: 'convicted of spying by the court'."""
    above = verb_of(token)
    return above == verb or (above is not None and above.dep_ == "pcomp" and verb_of(above) == verb)


def _subjects(verb: Token) -> tuple[Token, ...]:
    own = [child for child in verb.children if child.dep_ in _SUBJECT]
    before = [child for child in own if child.i < verb.i]
    if own:
        subject = before[-1] if before else own[0]  # of several, the others are datelines and the like
        head = verb.head if subject.lower_ in _RELATIVE and relative(verb) else _closed(subject, verb)
        return tuple(t for t in conjuncts(head) if t.i < verb.i or not before)
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return (verb.head,)
    if verb.dep_ in _SHARES_SUBJECT:
        above = verb.head if verb.head.pos_ in ("VERB", "AUX") else verb_of(verb.head)
        return _subjects(above) if above is not None else ()
    return ()


def _closed(subject: Token, verb: Token) -> Token:
    """The subject; where its apposition runs into the verb without a closing comma, that is the subject.

    'In respect of A, the Court issued …': the parser takes A for the subject and the Court for an apposition to it.
    """
    for child in subject.children:
        if child.dep_ == "appos" and child.i < verb.i and subject.i < child.left_edge.i:
            between = subject.doc[child.i + 1 : verb.i]
            opened = subject.doc[child.left_edge.i - 1].text == "("
            if not opened and not any(t.text in (",", ")", "–", "—") for t in between):
                return child
    return subject


def patients(verb: Token) -> tuple[Token, ...]:
    """What it is done to: the object of an active verb, the subject of a passive one, the noun a clause qualifies."""
    if passive(verb):
        subject = ("nsubjpass", "nsubj") if _bare_participle(verb) else ("nsubjpass",)
        own = [child for child in verb.children if child.dep_ in subject]
        if not own and verb.dep_ == "conj":
            return patients(verb.head)
        heads = [verb.head] if not own and verb.dep_ == "acl" else own
        before = nouns_before(verb)
        if not own and verb.dep_ == "advcl" and before:
            heads = list(before)
    else:
        heads = [child for child in verb.rights if child.dep_ in _OBJECT]
        if heads:  # 'sentenced A, a banker, and B', where the parser joins B to the verb
            heads += [
                c
                for c in verb.rights
                if c.dep_ == "conj" and c.pos_ == "PROPN" and not any(t.dep_ in _SUBJECT for t in c.lefts)
            ]
        if not heads and relative(verb):
            heads = [verb.head]
        if not heads and verb.dep_ == "amod" and verb.head.i > verb.i and any(c.dep_ == "nsubj" for c in verb.lefts):
            heads = [verb.head]  # or the verb for a modifier of its object: 'the Court jailed General Roe'
        if not heads:  # the parser now and then takes an object for a complement clause
            heads = [c for c in verb.rights if c.dep_ in ("ccomp", "dep") and c.pos_ in ("NOUN", "PROPN")]
    if verb.dep_ in ("relcl", "acl"):
        heads = [verb.head if t.lower_ in _RELATIVE else t for t in heads]
    return tuple(t for head in heads for t in conjuncts(head))


def after(head: Token, words: frozenset[str]) -> tuple[Token, ...]:
    """The heads of the noun phrases that follow `head` by one of the prepositions `words`, with their conjuncts."""
    found: list[Token] = []
    for prep in (c for c in head.children if c.dep_ in ("prep", "dative", "agent") and c.lower_ in words):
        for each in conjuncts(prep):
            for child in each.children:
                if child.dep_ == "pobj":
                    found.extend(conjuncts(child))
    return tuple(found)


def appositions(noun: Token) -> tuple[Token, ...]:
    """The heads of what stands in apposition to the noun, with their conjuncts."""
    return tuple(t for child in noun.children if child.dep_ == "appos" for t in conjuncts(child))


def _weight(mention: Mention) -> tuple[bool, int]:
    return mention.form is Form.NAME, len(mention.evidence.exact)


class Named:
    """The mentions of a Doc, found by any token in them."""

    def __init__(self, doc: Doc) -> None:
        self._of_token: dict[int, Mention] = {}
        self._ending: dict[int, Mention] = {}
        self._span: dict[Evidence, Span] = {}
        for mention in doc._.mentions:
            span = spaced(doc, mention.evidence)
            self._span[mention.evidence] = span
            ending = self._ending.get(span.end)
            if ending is None or len(mention.evidence.exact) < len(ending.evidence.exact):
                self._ending[span.end] = mention
            for token in span:
                known = self._of_token.get(token.i)
                if known is None or _weight(known) < _weight(mention):
                    self._of_token[token.i] = mention

    def at(self, token: Token) -> Mention | None:
        """The mention that the token is part of: a name rather than a role with a name in it, then the longest."""
        return self._of_token.get(token.i)

    def ending(self, end: int) -> Mention | None:
        """The shortest mention that ends before the token at index `end`: 'the charity' of 'the charity's founder'."""
        return self._ending.get(end)

    def span(self, mention: Mention) -> Span:
        """The tokens of a mention."""
        return self._span[mention.evidence]

    def within(self, span: Span, *kinds: Kind, form: Form | None = None) -> Iterator[Mention]:
        """The mentions in the span, in order, of these kinds (of any, where none is given) and this form."""
        seen = set()
        for token in span:
            mention = self.at(token)
            if mention is None or mention in seen:
                continue
            seen.add(mention)
            if (not kinds or mention.kind in kinds) and (form is None or mention.form is form):
                yield mention


def dates_in(span: Span) -> tuple[tuple[Span, DateExpression], ...]:
    """The date expressions of the Doc that lie in the span, each with its tokens."""
    low, high = span.start_char, span.end_char
    doc = span.doc
    return tuple(
        (spaced(doc, date.evidence), date)
        for date in doc._.dates
        if low <= date.evidence.start and date.evidence.end <= high
    )
