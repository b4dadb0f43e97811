"""What a saying does: whether it asserts, denies, asks, promises or appraises, and what a denial takes up."""

from spacy.tokens import Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.syntax.factuality import negated

_ANAPHORS = frozenset({"this", "that", "it", "they", "them", "these", "those", "all"})
_PREDICATIVE = ("oprd", "acomp", "attr", "ccomp", "xcomp", "dobj")  # relations of what something is called
_TAKEN_UP = ("figure", "charge", "claim")  # kinds of the nouns by which a denial takes up what is said elsewhere


def doing(attribution: Attribution) -> str:
    """What the saying does: a term of the word list of attributions."""
    verb, content = attribution.verb, attribution.content
    kinds = reporting_verbs.does(verb) if verb is not None else frozenset({""})
    if "denial" in kinds or says_false(content) or (verb is not None and calls_false(verb)):
        return "denial"
    first = content[0]
    asked = content.text.rstrip('”"’»').endswith("?") or first.tag_ in ("WRB", "WP", "WDT")
    asked = asked or first.lower_ in ("if", "whether")
    if "request" in kinds and not asked and ("" not in kinds or any(t.tag_ == "TO" for t in content)):
        return "request"
    return next((kind for kind in ("promise", "appraisal") if kind in kinds), "assertion")


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


def refuses(verb: Token) -> bool:
    """Whether it refuses something to somebody, or turns it down, and denies no words: 'denied them entry'.

    Only 'deny' says of any thing that it is not so; other verbs take up words: 'rejected the claim', 'dismissed it'.
    """
    if "denial" not in reporting_verbs.does(verb):
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
