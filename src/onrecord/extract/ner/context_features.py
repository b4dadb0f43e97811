"""What stands around a name says what it is: prepositions, appositions, verbs of speech, datelines, owners."""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.gazetteer import kind_of
from onrecord.extract.ner.selectional import RULES as DEEDS
from onrecord.extract.ner.tokens import APOSTROPHES, Words, match, match_back, phrases
from onrecord.extract.syntax.clauses import FINITE
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_PLACE_BEFORE = {
    "in": 3.5, "near": 3.0, "throughout": 3.0, "outside": 2.0, "inside": 2.0, "across": 2.0, "along": 2.0,
    "to": 1.6, "into": 1.5, "toward": 1.5, "towards": 1.5, "from": 1.2, "through": 1.2, "via": 1.2,
    "around": 1.0, "at": 1.0, "over": 0.5,
}  # fmt: skip
# Who has holders of such roles: the group of the role noun, and what owns it.
_OWNERS = {
    "office": (Kind.PLACE, 4.0),
    "function": (Kind.ORGANIZATION, 2.0),
    "family_woman": (Kind.PERSON, 3.0),
    "family_man": (Kind.PERSON, 3.0),
}
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "PRON", "PART", "NUM")
_DASHES = ("-", "–", "—")


def preposition(words: Words, name: Candidate) -> None:
    """'in X', 'near X': a place, if not 'spoke to X'; 'the town of X' for certain."""
    i = name.start - 1
    if i >= 0 and words.lower[i] == "the":
        i -= 1
    if i < 0 or words.line[i] != words.line[name.start]:
        return
    if any(w in ("v.", "v", "vs", "vs.") for w in words.lower[name.end : name.end + 4]):
        return  # a case is not a place: 'in Haldane v. Torvia'
    if words.lower[i] == "to" and i and words.lower[i - 1] == "according":
        name.vote(Kind.PERSON, 1.2, "speaks")
        name.vote(Kind.ORGANIZATION, 1.2, "speaks")
    elif words.lower[i] == "at" and _employer(words, i):
        name.vote(Kind.ORGANIZATION, 6.0, "employer")
    elif words.lower[i] == "to" and i and words.doc[i - 1].lemma_ in _speech():
        name.vote(Kind.PERSON, 1.5, "spoken to")
    elif words.lower[i] == "from" and i > 1 and words.name(i - 1) and words.name(i - 2):
        name.vote(Kind.PLACE, 2.5, "comes from")  # 'Yulia Tkach from Brenn said'
    elif words.lower[i] in _PLACE_BEFORE:
        name.vote(Kind.PLACE, _PLACE_BEFORE[words.lower[i]], "preposition")
    elif words.lower[i] == "of" and i and match_back(phrases("name_word", "before"), words.lower, i, max(0, i - 2)):
        name.vote(Kind.PLACE, 5.0, "kind of place before")
    elif words.lower[i] == "of" and i and (role := match_back(phrases("role", "noun"), words.lower, i, max(0, i - 3))):
        if role[1].term == "office":
            name.vote(Kind.PLACE, 2.0, "governed")
        if kind_of(role[1]) is Kind.PERSON:
            name.vote(Kind.ORGANIZATION, 1.0, "governed")
    elif words.lower[i] == "of" and i and words.text[i - 1] == ",":
        name.vote(Kind.PLACE, 2.0, "comes from")  # 'Ana Lund, 8, of Brenn'
    elif words.lower[i] == "for" and i and words.doc[i - 1].lemma_ in ("leave", "depart", "head", "sail", "bind"):
        name.vote(Kind.PLACE, 3.5, "preposition")


def _employer(words: Words, at: int) -> bool:
    """Whether a role stands before 'at': 'head of paediatrics at', 'a nurse at'."""
    table = phrases("role", "noun")
    for i in range(at, max(0, at - 5), -1):
        hit = match_back(table, words.lower, i, max(0, i - 4))
        if hit is not None and (i == at or words.lower[i] in ("of", "for")):
            return kind_of(hit[1]) is Kind.PERSON
        if words.doc[i - 1].pos_ not in ("NOUN", "ADJ", "ADP"):
            return False
    return False


def people(words: Words, name: Candidate) -> None:
    """'the Yurakaré people': a people is nobody in particular."""
    if name.end < len(words) and words.text[name.end] in ("people", "peoples", "tribe", "tribes", "minority", "clan"):
        name.vote(None, 5.0, "a people")


def thing(words: Words, name: Candidate) -> None:
    """'the cutter Al-Nour': ships have names, too."""
    if name.start and match_back(phrases("name_word", "thing"), words.lower, name.start, max(0, name.start - 2)):
        name.vote(None, 6.0, "thing before")


def determiner(words: Words, name: Candidate) -> None:
    """'the Tatmadaw': people have no article, and few places."""
    if not name.start or words.lower[name.start - 1] != "the" or name.outer is not None:
        return
    if name.end < len(words) and words.doc[name.end].pos_ == "NOUN":  # the article is another noun's
        name.vote(Kind.PLACE, 1.0, "modifier")
    else:
        name.vote(Kind.PERSON, -2.5, "article")
        name.vote(Kind.ORGANIZATION, 0.5, "article")


def state_of(words: Words, name: Candidate) -> None:
    """'the Caldera government': what has a government is a place."""
    i = name.end
    if i < len(words) and not words.capital[i] and match(phrases("name_word", "state"), words.lower, i, len(words)):
        name.vote(Kind.PLACE, 4.0, "has bodies of state")


def owner(words: Words, name: Candidate) -> None:
    """'X's justice minister', 'X's founder', 'X's brother': states have ministers, bodies founders, people brothers."""
    i = name.end
    if i + 1 >= len(words) or words.lower[i] not in APOSTROPHES:
        return
    for j in range(i + 1, min(i + 5, len(words))):
        if words.doc[j].pos_ not in ("ADJ", "NOUN", "PROPN"):
            return
        hit = match(phrases("role", "noun"), words.lower, j, len(words))
        if hit:
            kind, weight = _OWNERS.get(hit[1].term, (None, 0.0))
            if kind is not None:
                name.vote(kind, weight, "owner")
            return


def apposition(words: Words, name: Candidate) -> None:
    """'X, head of …', 'the director, X,', 'X is a lawyer': the role noun says what X is."""
    for role in (_role_after(words, name), _role_before(words, name)):
        if role is not None:
            noun, concept = role
            name.described.append(noun)
            kind = kind_of(concept)
            name.vote(kind, 4.0, "apposition")


def _role_after(words: Words, name: Candidate) -> tuple[str, Concept] | None:
    i = name.end
    if i + 1 >= len(words) or words.line[i] != words.line[name.start]:
        return None
    copula = words.lower[i] in ("is", "was", "are", "were")
    before = words.lower[name.start - 1] if name.start else ""
    if not copula and (words.text[i] not in (",", "(", *_DASHES) or before in _PLACE_BEFORE):
        return None
    j = i + 1
    while j < min(i + 11, len(words)) and words.line[j] == words.line[i]:
        hit = match(phrases("role", "noun"), words.lower, j, len(words))
        if hit is not None and not (
            words.capital[j] and not words.text[j].isupper() and kind_of(hit[1]) is not Kind.PERSON
        ):
            after = words.doc[hit[0]] if hit[0] < len(words) else None
            if after is None or (after.pos_ not in ("NOUN", "PROPN", "PART") and not words.capital[hit[0]]):
                spoken = after is not None and after.tag_ in FINITE and words.lower[i + 1] in ("the", "a", "an")
                return None if spoken and not copula else (" ".join(words.lower[j : hit[0]]), hit[1])
            j = hit[0]
        elif words.doc[j].pos_ in _NOMINAL or words.lower[j] in ("then", "formerly", "currently", "-", "now"):
            j += 1
        else:
            return None
    return None


def _role_before(words: Words, name: Candidate) -> tuple[str, Concept] | None:
    i = (name.start if name.outer is None else name.outer) - 1
    if i < 1 or words.text[i] != "," or words.line[i] != words.line[name.start]:
        return None
    closed = (
        name.end >= len(words)
        or words.text[name.end] in (",", ".", ";", ")", ":")
        or words.line[name.end] != words.line[i]
    )
    if not closed:
        return None
    j = i
    while j > max(0, i - 12) and words.line[j - 1] == words.line[i]:
        hit = match_back(phrases("role", "noun"), words.lower, j, max(0, j - 4))
        proper = hit is not None and words.capital[hit[0]] and kind_of(hit[1]) is not Kind.PERSON
        if hit is not None and not proper and (j == i or words.lower[j] in ("of", "for", "in", "on", "to", "at")):
            return " ".join(words.lower[hit[0] : j]), hit[1]
        if words.doc[j - 1].pos_ in _NOMINAL or words.lower[j - 1] in ("of", "for", "in", "on", "and", "at", "to"):
            j -= 1
        else:
            return None
    return None


def title_after(words: Words, name: Candidate) -> None:
    """'the Save Valmora director': a body before a function in it."""
    i = name.end
    hit = match(phrases("role", "noun"), words.lower, i, len(words)) if i < len(words) else None
    if hit and hit[1].term == "function" and not words.capital[i] and words.line[i] == words.line[name.start]:
        name.vote(Kind.ORGANIZATION, 2.5, "before a title")


def age(words: Words, name: Candidate) -> None:
    """'X, 58, …': people have ages."""
    i = name.end
    if i + 2 >= len(words) or words.text[i] != "," or words.doc[i + 1].shape_ != "dd":
        return
    if words.text[i + 2] in (",", ".") or words.lower[i + 2] in ("from", "of"):
        name.vote(Kind.PERSON, 3.0, "age")


def speaker(words: Words, name: Candidate) -> None:
    """Who says something is hardly a place."""
    token = words.doc[name.start : name.end].root
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in _speech():
        name.vote(Kind.PERSON, 1.2, "speaks")
        name.vote(Kind.ORGANIZATION, 1.2, "speaks")


@lexicon.derived
def _speech() -> frozenset[str]:
    return frozenset(verb for concept in lexicon.load().scheme("speech") for verb in concept.get("verb"))


def body_noun(words: Words, name: Candidate) -> None:
    """'the X team', 'the X initiative': named before what it is."""
    i = name.end
    if i >= len(words) or name.start == 0 or words.lower[name.start - 1] not in ("the", "a", "an", "this"):
        return
    hit = match(phrases("role", "noun"), words.lower, i, len(words))
    state = match(phrases("name_word", "state"), words.lower, i, len(words))
    if hit and not state and kind_of(hit[1]) is Kind.ORGANIZATION and not words.capital[i]:
        name.described.append(" ".join(words.lower[i : hit[0]]))
        name.vote(Kind.ORGANIZATION, 1.5, "kind of body after")


def dateline(words: Words, name: Candidate) -> None:
    """'KYIV, April 10 (Dnipro Wire) -', 'PORT ELLIN, Valmora -', 'Lviv, May 12, 2025': places, then who reports."""
    start = name.start
    while start and words.line[start - 1] == words.line[name.start] and not words.doc[start - 1].is_space:
        start -= 1
    stop = name.end
    while stop < min(len(words), name.end + 14) and words.line[stop] == words.line[name.start]:
        token = words.doc[stop]
        if words.text[stop] in _DASHES and not words.glued[stop]:
            break
        if not (words.capital[stop] or token.is_punct or token.like_num or words.lower[stop] in ("the",)):
            return
        stop += 1
    ended = stop >= len(words) or words.line[stop] != words.line[name.start]
    dated = any(words.dated(i) or words.doc[i].shape_.startswith("dd.dd") for i in range(name.end, stop))
    if name.start - start > 9 or (ended and not dated) or any(words.fresh[i] for i in range(start + 1, name.start)):
        return
    if words.text[name.start - 1] == "(" and name.start > start:
        name.vote(Kind.ORGANIZATION, 6.0, "dateline")
    elif name.start == start or words.text[name.start - 1] == ",":
        name.vote(Kind.PLACE, 6.0, "dateline")
    name.firm = True


RULES = (
    preposition,
    people,
    thing,
    determiner,
    state_of,
    owner,
    apposition,
    title_after,
    age,
    speaker,
    body_noun,
    dateline,
    *DEEDS,
)


@Language.component("onrecord_name_around", requires=["doc._.names"], assigns=["doc._.names"])
def around(doc: Doc) -> Doc:
    """Let the rules about a name's surroundings vote on every candidate."""
    for name in doc._.names:
        for rule in RULES:
            rule(doc._.words, name)
    return doc
