"""What names do and what is done to them: people think and marry, places are shelled and are walked to."""

from spacy.tokens import Token

from onrecord.extract.layout.initials import INITIAL
from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.tokens import Words
from onrecord.lexicon import lexicon
from onrecord.values.findings import Kind

_WAYS = frozenset(("to", "from", "into", "towards", "toward", "through", "via", "for"))


def human(words: Words, name: Candidate) -> None:
    """'X wept', 'X, who …', 'X married': what people do."""
    token = words.doc[name.start : name.end].root
    subject = token.dep_ in ("nsubj", "nsubjpass") and token.i < token.head.i
    followed = words.lower[name.end] if name.end < len(words) else ""
    if followed in ("who", "whose") or (subject and token.head.lemma_ in _listed("human")):
        name.vote(Kind.PERSON, 2.0, "acts as people do")


def where(words: Words, name: Candidate) -> None:
    """'X, where …': what happens in places."""
    after = words.lower[name.end : name.end + 2]
    if after == [",", "where"] or after[:1] == ["where"]:
        name.vote(Kind.PLACE, 2.5, "where")


def motion(words: Words, name: Candidate) -> None:
    """'fled to X', 'the road from X': where people go."""
    i = name.start - 1
    if i > 0 and words.lower[i] in _WAYS and words.line[i] == words.line[name.start]:
        head = words.doc[i].head
        if head.lemma_.lower() in _listed("motion"):
            name.vote(Kind.PLACE, 2.5, "gone to")


def befallen(words: Words, name: Candidate) -> None:
    """'shelled X', 'a drone struck X', 'the strike on X': what befalls places."""
    token = words.doc[name.start : name.end].root
    verb = token.head
    if _follows_strike(words, name.start) or (
        token.dep_ in ("dobj", "nsubjpass")
        and (verb.lemma_ in _listed("befalls") or (verb.lemma_ in _listed("strikes") and _by_force(verb)))
    ):
        name.vote(Kind.PLACE, 3.5, "befallen")
    elif token.dep_ == "pobj" and verb.lower_ == "on" and verb.head.lemma_.lower() in _listed("force"):
        name.vote(Kind.PLACE, 2.5, "befallen")


def _by_force(verb: Token) -> bool:
    """Whether a weapon, an army or a disaster is what acts."""
    subjects = [t for t in verb.children if t.dep_ == "nsubj"]
    agents = [t for by in verb.children if by.dep_ == "agent" for t in by.children]
    return any(t.lemma_.lower() in _listed("force") for t in (*subjects, *agents))


def _follows_strike(words: Words, start: int) -> bool:
    """'Shelling hit X', which parsers take for nouns in a row."""
    before = words.doc[max(0, start - 4) : start]
    strikes = len(before) > 1 and before[-1].lemma_.lower() in _listed("strikes") | _listed("befalls")
    return strikes and any(t.lemma_.lower() in _listed("force") for t in before[:-1])


def withheld(words: Words, name: Candidate) -> None:
    """'A. was two', 'M., a nurse': a lone initial within a sentence stands for somebody whose name is kept back."""
    lone = name.end - name.start == 1 and INITIAL.fullmatch(words.text[name.start]) and name.end < len(words)
    before = words.text[name.start - 1] if name.start else ""
    if lone and words.text[name.start].count(".") < 3 and before != ",":  # not 'Washington, D.C.'
        after = words.text[name.end]
        if (after.islower() or after in (",", "'s", "’s")) and words.line[name.end] == words.line[name.start]:
            name.vote(Kind.PERSON, 3.0, "name withheld")


def byline(words: Words, name: Candidate) -> None:
    """'By X' alone on a line: who wrote it."""
    i = name.start - 1
    opens = (
        i >= 0
        and words.text[i] in ("By", "BY")
        and (i == 0 or words.line[i - 1] != words.line[i] or words.doc[i - 1].is_space)
    )
    if opens and (name.end >= len(words) or words.doc[name.end].is_space or words.text[name.end] in (",", "|", "and")):
        name.vote(Kind.PERSON, 4.0, "byline")


def byline_place(words: Words, name: Candidate) -> None:
    """'By X, Y' alone on a line: where it was written, if not in full a second name."""
    line = [i for i in range(max(0, name.start - 8), name.start) if words.line[i] == words.line[name.start]]
    written = [words.text[i] for i in line if not words.doc[i].is_space]
    ends = name.end >= len(words) or words.line[name.end] != words.line[name.start] or words.doc[name.end].is_space
    if written[:1] in (["By"], ["BY"]) and written[-1] == "," and ends and name.end - name.start == 1:
        name.vote(Kind.PLACE, 6.0, "dateline")


RULES = (human, where, motion, befallen, withheld, byline, byline_place)


@lexicon.derived
def _listed(key: str) -> frozenset[str]:
    return frozenset(word for concept in lexicon.load().scheme("name_word") for word in concept.get(key))
