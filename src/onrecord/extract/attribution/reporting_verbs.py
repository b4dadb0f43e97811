"""The words of speech of `ontology/speech.ttl`, as grammar asks for them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.lexicon import lexicon, sayings
from onrecord.lexicon.lexicon import Concept

_PRESENT = ("VBZ", "VBP")
_FEW = 4  # tokens among which a number may have a hedge before it: 'no fewer than 40'
_COMPLEMENTS = ("prt", "prep", "acomp", "oprd")  # of verbs of two words: 'point out', 'call for', 'plead guilty'


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Verbs with the complements that hold what was said, nouns for texts, phrases before a source."""

    frames: Mapping[str, frozenset[str]]  # lemma -> 'clause', 'object', 'about', ... when somebody speaks
    text_frames: Mapping[str, frozenset[str]]  # the same when a text speaks: 'the data show that ...'
    thoughts: frozenset[str]  # lemmas
    texts: frozenset[str]  # lemmas of nouns
    publishing: frozenset[str]  # lemmas of the verbs whose subject is the author of a text
    phrases: tuple[tuple[str, ...], ...]  # words in lower case
    citing: frozenset[str]  # lemmas of the verbs by which a source names its own: 'citing the ministry'
    doing: Mapping[str, frozenset[str]]  # lemma -> the kinds of saying; '' of plain saying


@lexicon.derived
def words() -> SpeechWords:
    """The words of speech of the word lists in force."""
    concepts = lexicon.load().scheme("speech")
    spoken = [c for c in concepts if c.get("frame")]
    plain = [c for c in concepts if c.get("frame") or not c.get("kind")]  # others are words for what is said, and where
    kinds = {c.term for c in sayings.kinds()}
    frames = _by_verb((c for c in spoken if "text" not in c.get("kind")), lambda c: c.get("frame"))
    asserting = (c for c in spoken if kinds & {*c.get("kind")} or "clause" in c.get("frame"))
    return SpeechWords(
        frames=frames,
        text_frames=_by_verb(spoken, lambda c: c.get("frame")),
        thoughts=(of_kind("thought", "verb") | of_kind("plea", "verb")) - frames.keys(),
        texts=_under(plain, "noun"),
        publishing=of_kind("publication", "verb"),
        phrases=tuple(sorted(tuple(phrase.lower().split()) for phrase in _under(plain, "phrase"))),
        citing=of_kind("citation", "verb"),
        doing=_by_verb(asserting, lambda c: kinds & {*c.get("kind")} or {""}),
    )


def _by_verb(concepts: Iterable[Concept], values: Callable[[Concept], Iterable[str]]) -> dict[str, frozenset[str]]:
    """The values of all concepts that hold a verb, by verb."""
    found: dict[str, set[str]] = defaultdict(set)
    for concept in concepts:
        for verb in concept.get("verb"):
            found[verb].update(values(concept))
    return {verb: frozenset(each) for verb, each in found.items()}


@lexicon.derived
def of_kind(kind: str, key: str = "noun") -> frozenset[str]:
    """The words under the property `key` of the concepts of this kind, as written: 'account', 'claim'."""
    return _under([c for c in lexicon.load().scheme("speech") if kind in c.get("kind")], key)


def _under(concepts: Iterable[Concept], key: str) -> frozenset[str]:
    """The words that the concepts hold under a property."""
    return frozenset(word for concept in concepts for word in concept.get(key))


def frames(verb: Token, subject: Token | None) -> frozenset[str]:
    """The complements by which `verb` reports what its `subject` said; empty where it is no verb of saying."""
    known = words()
    if _past_view(verb):
        return frozenset()
    by_text = subject is not None and is_text(subject)
    return (known.text_frames if by_text else known.frames).get(_lemma(verb), frozenset())


def gives(frames: frozenset[str], content: Span) -> bool:
    """Whether what follows a verb gives a figure or a clause, in one of the ways the verb takes."""
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


def has_phrase(cue: Span) -> bool:
    """Whether the cue holds a phrase that introduces a source: 'according to'."""
    text = cue.text.lower()
    return any(" ".join(phrase) in text for phrase in words().phrases)


def thinks(verb: Token) -> bool:
    """Whether it is a verb of hoping, planning or wishing, and not of saying as well."""
    return _lemma(verb) in words().thoughts or _past_view(verb)


def _past_view(verb: Token) -> bool:
    """Whether it is a verb of holding a view, in the past: who 'thinks so' has said so, who 'thought so' need not."""
    return verb.tag_ not in _PRESENT and views(verb)


def views(verb: Token) -> bool:
    """Whether it is a verb of holding a view: 'think', 'hope'."""
    return _lemma(verb) in of_kind("view", "verb")


def does(verb: Token) -> frozenset[str]:
    """The kinds of saying that `verb` may do; '' where it may plainly say."""
    return words().doing.get(_lemma(verb), frozenset({""}))


def withholds(verb: Token) -> str:
    """The kind of saying of a verb before another, by which that is not said: 'declined to say'; else ''."""
    return next((s.term for s in sayings.withholding() if verb.lemma_.lower() in of_kind(s.term, "verb")), "")


def names(verb: Token) -> bool:
    """Whether `verb` may say of something what it is: 'called the report false'."""
    return verb.lemma_.lower() in of_kind("naming", "verb")


def _lemma(verb: Token) -> str:
    """The lemma, with a complement that the words list; the lemmatizer takes 'hoped' and 'hopes' for forms of 'hop'."""
    lemma = verb.lemma_.lower()
    for complement in verb.rights:
        longer = f"{lemma} {complement.lower_}" if complement.dep_ in _COMPLEMENTS else ""
        if longer in words().text_frames or longer in words().thoughts:
            return longer
    form = verb.lower_ in (lemma + "ed", lemma + "es")
    return lemma + "e" if form and lemma + "e" in _ending_in_e() else lemma


@lexicon.derived
def _ending_in_e() -> frozenset[str]:
    verbs = words().thoughts | words().text_frames.keys()
    return frozenset(verb for verb in verbs if verb.endswith("e") and verb[:-1] not in verbs)


def is_text(token: Token) -> bool:
    """Whether the token is a noun for a text or a record that speaks for its author; 'data' has two lemmas."""
    return token.pos_ in ("NOUN", "PROPN") and bool({token.lower_, token.lemma_.lower()} & words().texts)


def may_report(verb: Token) -> bool:
    """Whether `verb` is a verb of saying, whoever its subject is."""
    return _lemma(verb) in words().text_frames
