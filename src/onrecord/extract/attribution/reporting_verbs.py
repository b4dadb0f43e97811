"""The words of speech of `ontology/speech.ttl`, as grammar asks for them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.lexicon import lexicon


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
    doing: Mapping[str, frozenset[str]]  # lemma -> what the saying does: 'denial', 'request', ...; '' of plain saying


_DOING = frozenset({"denial", "request", "promise", "appraisal"})
_SILENT = frozenset({"thought", "publication"})  # verbs that report no speech themselves


@lexicon.derived
def words() -> SpeechWords:
    """The words of speech that onrecord ships."""
    frames: dict[str, set[str]] = defaultdict(set)
    text_frames: dict[str, set[str]] = defaultdict(set)
    thoughts, texts, publishing, phrases = set[str](), set[str](), set[str](), set[tuple[str, ...]]()
    doing: dict[str, set[str]] = defaultdict(set)
    for concept in lexicon.load().scheme("speech"):
        kinds = frozenset(concept.get("kind"))
        if kinds and not kinds & _SILENT and not concept.get("frame"):
            continue  # nouns, and what they are to a statement
        for verb in concept.get("verb"):
            if kinds & _SILENT:
                (thoughts if "thought" in kinds else publishing).add(verb)
                continue
            text_frames[verb].update(concept.get("frame"))
            if kinds & _DOING or "clause" in concept.get("frame"):
                doing[verb].update(kinds & _DOING or {""})
            if "text" not in kinds:
                frames[verb].update(concept.get("frame"))
        texts.update(concept.get("noun"))
        phrases.update(tuple(phrase.lower().split()) for phrase in concept.get("phrase"))
    return SpeechWords(
        frames={verb: frozenset(names) for verb, names in frames.items()},
        text_frames={verb: frozenset(names) for verb, names in text_frames.items()},
        thoughts=frozenset(thoughts - frames.keys()),
        texts=frozenset(texts),
        publishing=frozenset(publishing),
        phrases=tuple(sorted(phrases)),
        citing=of_kind("citation", "verb"),
        doing={verb: frozenset(kinds) for verb, kinds in doing.items()},
    )


@lexicon.derived
def of_kind(kind: str, key: str = "noun") -> frozenset[str]:
    """The words under the property `key` of the concepts of this kind, as written: 'account', 'claim'."""
    concepts = lexicon.load().scheme("speech")
    return frozenset(word for concept in concepts if kind in concept.get("kind") for word in concept.get(key))


def frames(verb: Token, subject: Token | None) -> frozenset[str]:
    """The complements by which `verb` reports what its `subject` said; empty where it is no verb of saying."""
    known = words()
    by_text = subject is not None and is_text(subject)
    return (known.text_frames if by_text else known.frames).get(_lemma(verb), frozenset())


def has_phrase(cue: Span) -> bool:
    """Whether the cue holds a phrase that introduces a source: 'according to'."""
    text = cue.text.lower()
    return any(" ".join(phrase) in text for phrase in words().phrases)


def thinks(verb: Token) -> bool:
    """Whether it is a verb of hoping, planning or wishing, and not of saying as well."""
    return _lemma(verb) in words().thoughts


def does(verb: Token) -> frozenset[str]:
    """What a saying by `verb` may do: 'denial', 'request', 'promise', 'appraisal'; '' where it may plainly say."""
    kinds = words().doing.get(_lemma(verb), frozenset({""}))
    named = verb.lemma_ == "call" and not any(t.lower_ in ("on", "for", "upon") for t in verb.rights)
    return kinds - {"request"} or frozenset({""}) if named else kinds  # 'called it a ruse' asks for nothing


def names(verb: Token) -> bool:
    """Whether `verb` may say of something what it is: 'called the report false'."""
    return verb.lemma_.lower() in of_kind("naming", "verb")


def _lemma(verb: Token) -> str:
    """The lemma, with a particle that the words list; the lemmatizer takes 'hoped' and 'hopes' for forms of 'hop'."""
    lemma = verb.lemma_.lower()
    particle = next((t.lower_ for t in verb.children if t.dep_ == "prt"), "")
    if particle and f"{lemma} {particle}" in words().text_frames:
        return f"{lemma} {particle}"
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
