"""What a saying does: its kind, as the word list of sayings tells these apart, and what a denial takes up."""

import re

from spacy.tokens import Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.syntax.arguments import passive
from onrecord.extract.syntax.factuality import negated
from onrecord.lexicon import sayings
from onrecord.lexicon.lexicon import Concept

_ANAPHORS = frozenset({"this", "that", "it", "they", "them", "these", "those", "all"})
_PREDICATIVE = ("oprd", "acomp", "attr", "ccomp", "xcomp", "dobj")  # relations of what something is called
_WILL = ("will", "would", "wo")  # with 'not', they refuse: 'would not say', "won't say"
_SENTENCE_ENDS = re.compile(r"[.!?…]+(?=[\"”’»)\]]*(?:\s|$))")
_TAKEN_UP = ("figure", "charge", "claim")  # kinds of the nouns by which a denial takes up what is said elsewhere


def doing(attribution: Attribution) -> str:
    """What the saying does: a term of the word list of sayings."""
    verb, content = attribution.verb, attribution.content
    if verb is not None and (withheld := withholding(verb)):
        return withheld
    may = reporting_verbs.does(verb) if verb is not None else frozenset({""})
    denial = sayings.negating()
    if denial in may or says_false(content) or (verb is not None and calls_false(verb)):
        return denial
    told = (kind.term for kind in sayings.kinds() if _closes(content, kind) or _does(kind, may, content))
    return next(told, sayings.usual())


def withholding(verb: Token) -> str:
    """The kind of a saying that is refused: 'declined to say', 'would not say'; '' of one that is not."""
    kind = reporting_verbs.withholds(verb.head) if verb.dep_ == "xcomp" else ""
    if kind:
        return kind if not negated(verb.head) else ""
    will_not = negated(verb) and any(t.dep_ == "aux" and t.lower_ in _WILL for t in verb.children)
    return sayings.withholding()[0].term if will_not else ""


def _closes(content: Span, kind: Concept) -> bool:
    """Whether every sentence of what was said ends with the mark of the kind."""
    mark = kind.one("closing")
    ends = _SENTENCE_ENDS.findall(content.text) if mark else []
    return bool(ends) and all(mark in end for end in ends)


def _does(kind: Concept, may: frozenset[str], content: Span) -> bool:
    """Whether a verb that may do the kind does it by this content."""
    if kind.term not in may or len(may) == 1:
        return kind.term in may
    opening = kind.get("opening")
    if opening:
        return content[0].lower_ in opening
    return "" not in may or "infinitive" not in kind.get("needs") or any(t.tag_ == "TO" for t in content)


def takes_up(attribution: Attribution) -> str:
    """What a denial takes up without saying it again: a 'figure', a 'charge', a 'claim'; '' if it says what it denies.

    'rejected the claim', 'called the number false', '“This is a lie,” she said'; not 'denied that 40 had left'.
    """
    verb, content = attribution.verb, attribution.content
    thing = _object(verb) if verb is not None else None
    if thing is None or not content.start <= thing.i < content.end:
        thing = _subject_called_false(content)
    if thing is None or any(t.dep_ in ("acl", "relcl", "ccomp") or t.lower_ == "of" for t in thing.children):
        return ""  # 'the claim that …', 'the accusation of theft'
    if thing.lower_ in _ANAPHORS:
        return "claim"
    return next((kind for kind in _TAKEN_UP if thing.lemma_.lower() in reporting_verbs.of_kind(kind)), "")


def says_false(content: Span) -> bool:
    """Whether it says of a claim or a figure that it is false: 'This is a lie', 'the reports were baseless'."""
    return _subject_called_false(content) is not None


def calls_false(verb: Token) -> bool:
    """Whether it says of something that it is false: 'called the report false', 'described it as a lie'."""
    if not reporting_verbs.names(verb):
        return False
    called = [t for part in verb.rights if part.dep_ in _PREDICATIVE for t in (part, *part.rights)]
    as_what = [t for prep in (*verb.rights, *called) if prep.lower_ == "as" for t in prep.children]
    return any(map(_is_falsehood, (*called, *as_what)))


def calls(verb: Token) -> bool:
    """Whether it says of something what it is: 'called the report false', 'identified the dead as two clerks'."""
    if not reporting_verbs.names(verb) or passive(verb):
        return False
    parts = [t for part in verb.rights for t in (part, *part.rights)]
    return any(t.dep_ in ("oprd", "ccomp") or t.lower_ == "as" for t in parts)


def turns_down(verb: Token) -> bool:
    """Whether it turns something down, or refuses it to somebody, and denies no words: 'denied them entry'.

    Only 'deny' says of any thing that it is not so; other verbs take up words: 'rejected the claim', 'dismissed it'.
    """
    if sayings.negating() not in reporting_verbs.does(verb):
        return False
    if any(t.dep_ == "dative" for t in verb.children):
        return True
    thing = _object(verb)
    if thing is None:
        return False
    if thing.lemma_.lower() in reporting_verbs.of_kind("grant"):
        return True
    described = any(t.lower_ == "as" for t in (*verb.rights, *thing.rights))  # 'dismissed the town as a backwater'
    if not reporting_verbs.names(verb) or thing.lower_ in _ANAPHORS or described or calls_false(verb):
        return False
    return not any(thing.lemma_.lower() in reporting_verbs.of_kind(kind) for kind in _TAKEN_UP)


def _object(verb: Token) -> Token | None:
    return next((t for t in verb.rights if t.dep_ == "dobj"), None)


def _subject_called_false(content: Span) -> Token | None:
    """The claim, figure or pronoun of which the first clause of the content says that it is false."""
    for verb in content:
        if verb.lemma_ != "be" or verb.pos_ not in ("AUX", "VERB"):
            continue
        thing = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
        meant = thing is not None and (
            thing.lower_ in _ANAPHORS
            or any(thing.lemma_.lower() in reporting_verbs.of_kind(kind) for kind in _TAKEN_UP)
        )
        false = any(t.dep_ in ("acomp", "attr") and _is_falsehood(t) for t in verb.rights)
        denied = negated(verb)
        return thing if meant and false and not denied else None
    return None


def _is_falsehood(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in reporting_verbs.of_kind("falsehood") or lemma in reporting_verbs.of_kind("falsehood", "adjective")
