"""Filters out attributions that report no speech: thoughts, plans, official acts, what was not said."""

from decimal import Decimal

from spacy.tokens import Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.source import named
from onrecord.extract.attribution.speech_acts import calls, withholding
from onrecord.extract.syntax.arguments import has_subject, passive, subject
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.factuality import inverted, modal, negated
from onrecord.lexicon import lexicon
from onrecord.values.findings import Gender, Kind, Mention

_MARKS = frozenset('“”„«»"')
_MARKED = ("``", "''")  # tags of quotation marks, single ones as well
_NOTHING = {"nothing", "little"}  # 'has said nothing so far'
_CHARGED = {"of", "with", "to", "without"}  # before what somebody is said to have done, or not to do
_OF_CONTENT = ("neg", "aux", "auxpass", "dobj")  # by which the parse may negate a verb with words of the content
_LIKELY = Decimal("0.5")  # more likely than not
_WHOLE = 3  # tokens of what somebody does something to, as words and not to a thing: 'a dog smelled the sea'


def reports_speech(found: Attribution) -> bool:
    """Whether somebody said what is attributed to them, and something is told by it."""
    if _thinks(found.cue) or _unsaid(found.verb, found.content) or _undergoes(found):
        return False
    return (_by_speech(found) or _by_person(found)) and _tells(found)


def _thinks(cue: Span | None) -> bool:
    """Whether the cue is a verb of hoping, planning or wishing."""
    words = cue or ()
    return any(map(reporting_verbs.thinks, words)) and not any(reporting_verbs.frames(t, None) for t in words)


def _undergoes(found: Attribution) -> bool:
    """Whether the source is whom the cue befalls, and nobody is quoted: 'was found guilty', 'stands accused of'."""
    verb, head = found.verb, found.head
    if found.direct or verb is None or head is None or verb.tag_ != "VBN" or not passive(verb):
        return False
    befallen = head.dep_ == "nsubjpass" and head.head == verb
    return befallen or (verb.dep_ in ("acomp", "oprd", "xcomp") and subject(verb.head) == head)


def _unsaid(verb: Token | None, content: Span) -> bool:
    """Whether it was not said, or not yet: 'did not say', 'will say'; what was refused was: 'would not say'."""
    if verb is None or withholding(verb):
        return False
    by = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    withheld = any(map(reporting_verbs.withholds, by))  # 'declined to comment', 'did not decline to say'
    charged = (
        verb.dep_ == "pcomp" and verb.head.lower_ in _CHARGED and not has_subject(verb)
    )  # 'pleaded guilty to threatening to kill'
    return withheld or charged or _unreal(verb, content)


def _unreal(verb: Token, content: Span) -> bool:
    """Whether the verb is negated, modal or inverted, by no word of what was said.

    In '“It will not do,” Ada Roe said', the parse may give the negation to 'said'; 'reported no deaths' reports.
    """
    if not (negated(verb) or modal(verb) or inverted(verb)):
        return False
    own = any(t not in content for t in verb.children if t.dep_ == "neg" or t.tag_ == "MD")
    return own or not any(t in content for t in verb.children if t.dep_ in _OF_CONTENT)


def _by_speech(found: Attribution) -> bool:
    """Whether it is a quotation, or by a reporting verb with a complement by which that reports speech."""
    if found.direct or found.cue is None:
        return found.direct
    return (
        _fills(_frames(found), found.content)
        or any(map(reporting_verbs.is_text, found.cue))
        or reporting_verbs.has_phrase(found.cue)
        or (found.verb is not None and calls(found.verb))
    )


def _fills(frames: frozenset[str], content: Span) -> bool:
    """Whether the content is a complement that one of the frames asks for."""
    if frames & {"object", "about"} or ("clause" in frames and _has_clause(content)):
        return True
    if "infinitive" in frames and any(t.tag_ == "TO" for t in content):  # not 'asked for a term of 30 years'
        return True
    if "quote" in frames and any(map(_is_mark, content)):  # 'called it “too little”'
        return True
    finite = "clause" in frames and any(t.tag_ in FINITE for t in content)  # a clause without its subject
    return bool(finite or frames & {"at", "number"}) and any(t.like_num for t in content)  # 'put the dead at 60'


def _is_mark(token: Token) -> bool:
    return token.text[0] in _MARKS or token.tag_ in _MARKED


def _has_clause(words: Span) -> bool:
    """Whether there is a finite verb with its subject, not only one beside the reporting verb."""
    return words[0].lower_ == "that" or any(
        child.dep_.startswith(("nsubj", "expl")) and child in words
        for verb in words
        if verb.tag_ in FINITE
        for child in (verb.head if verb.dep_.startswith("aux") else verb).children
    )


def _by_person(found: Attribution) -> bool:
    """Whether it may report speech by another cue: of people, by words, and not by an official act.

    Only what the encoder holds likely is taken, and no view without what is held. Organizations and courts speak only
    with a reporting verb or in a quotation; people without a name where the cue is what they do, or in a clause.
    """
    mention = _mention(found)
    if found.cue is None or not any(t.is_alpha for t in found.cue):
        return mention is not None and _has_subject(found.content)  # 'Ada Roe: …', not 'Q: …', 'Ada Roe: theft'
    if (found.confidence or _LIKELY) < _LIKELY or any(map(reporting_verbs.views, found.cue)):
        return False
    if _is_act(found.cue, found.content) or (_acts(found.cue) and not _is_marked(found)):
        return False
    if mention is None:
        return found.source is not None and (_has_clause(found.content) or _does(found))
    return mention.kind not in (Kind.ORGANIZATION, Kind.COURT) and mention.gender is not Gender.NEUTER  # 'it'


def _is_act(cue: Span, content: Span) -> bool:
    """Whether the cue or the head of what is attributed is a word of an official act."""
    root = content.root
    return any(t.lemma_.lower() in _official() for t in (*cue, root, *root.children))


def _has_subject(words: Span) -> bool:
    return any(t.dep_.startswith(("nsubj", "expl")) for t in words)


def _acts(cue: Span) -> bool:
    """Whether the cue holds a verb of acting or deciding, which is no speech: 'ordered', 'voted for'."""
    return any(t.lemma_.lower() in reporting_verbs.of_kind("deed", "verb") for t in cue)


def _is_marked(found: Attribution) -> bool:
    """Whether some of what is attributed is in quotation marks."""
    return any(map(_is_mark, found.content))


def _tells(found: Attribution) -> bool:
    """Whether something is told: not 'a letter that demands aid', 'she was asked 70 questions', 'nothing so far'.

    What nobody by name said is told in a clause, a number or a quotation, or said and done by those who are meant.
    """
    content = found.content
    if found.direct:  # of what nobody says, a phrase in quotation marks is only a term: 'her nickname is “the Bell”'
        return found.source is not None or found.cue is not None or _has_clause(content)
    if len(content) == 1 and content[0].pos_ == "PRON":  # 'laughed at his', but 'condemned it'
        return "object" in _frames(found)
    if (
        _consoles(found)
        or content[0].lower_ in _NOTHING
        or _is_relative(found)
        or (found.source is None and _in_content(found))
    ):
        return False
    named_or_meant = _mention(found) is not None or _does(found)
    return named_or_meant or _by_some(found) or _has_clause(content) or _is_marked(found)


def _consoles(found: Attribution) -> bool:
    """Whether it is but a feeling or a wish that is shown: 'expressed condolences', 'expressed an interest in'."""
    verb = found.verb
    if verb is None or _is_marked(found):
        return False
    return any(t.dep_ == "dobj" and t.lemma_.lower() in reporting_verbs.of_kind("sympathy") for t in verb.rights)


def _by_some(found: Attribution) -> bool:
    """Whether people without a name say it with a reporting verb, or give a number."""
    reporting = any(map(reporting_verbs.may_report, found.cue or ()))
    return found.source is not None and (reporting or any(t.like_num for t in found.content))


def _is_relative(found: Attribution) -> bool:
    """Whether the content is a relative clause, its pronoun the subject of the cue: 'a letter that demands aid'."""
    pronoun = found.content[0]
    return pronoun.tag_ in ("WDT", "WP") and pronoun.dep_ == "nsubj" and pronoun.head == found.verb


def _in_content(found: Attribution) -> bool:
    return found.cue is not None and found.content.start <= found.cue.start < found.content.end


def _frames(found: Attribution) -> frozenset[str]:
    """The complements by which the words of the cue report speech; not by those of a relative clause."""
    own = [t for t in found.cue or () if t.dep_ != "relcl"]  # not 'passed a resolution that speaks of'
    return frozenset(frame for t in own for frame in reporting_verbs.frames(t, found.head))


def _does(found: Attribution) -> bool:
    """Whether the cue is what its source does, and to more than a thing: 'Critics tear into the plan of'."""
    verb, head = found.verb, found.head
    if verb is None or head is None or head.pos_ == "PRON" or len(found.content) < _WHOLE:
        return False
    return verb.pos_ == "VERB" and verb.dep_ != "relcl" and not passive(verb) and subject(verb) == head


def _mention(found: Attribution) -> Mention | None:
    """The mention of the source."""
    if found.source is None or found.head is None:
        return None
    who = named(found.source, found.head)
    return next((m for m in found.source.doc._.mentions if m.evidence == who), None)


@lexicon.derived
def _official() -> frozenset[str]:
    """Verbs and nouns of official acts."""
    acts = lexicon.load().scheme("act")
    return frozenset(word.lower() for act in acts for key in ("verb", "noun") for word in act.get(key))
