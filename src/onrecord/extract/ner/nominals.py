"""Roles and pronouns: words that refer to somebody named elsewhere, 'the ombudsman', 'its founder', 'she'."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from onrecord.extract.doc_extensions import evidence
from onrecord.extract.ner.phrase_matcher import kind_of, match, phrases
from onrecord.extract.ner.tokens import Words
from onrecord.values.findings import Evidence, Form, Gender, Kind, Mention

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_DEFINITE = frozenset("the this that his her its their our my your".split())
_PRONOUNS = {
    "he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "himself": Gender.MALE,
    "she": Gender.FEMALE, "her": Gender.FEMALE, "hers": Gender.FEMALE, "herself": Gender.FEMALE,
    "it": Gender.NEUTER, "its": Gender.NEUTER, "itself": Gender.NEUTER,
    "they": Gender.UNKNOWN, "them": Gender.UNKNOWN, "their": Gender.UNKNOWN,
}  # fmt: skip
_PLURAL = frozenset(("they", "them", "their"))
_IMPERSONAL = frozenset("be seem appear become happen depend take remain".split())
_NEAR = 160  # characters between a role and the name it is apposed to, at most


def roles(words: Words, names: Mapping[int, Mention], inside: frozenset[int]) -> Iterator[Mention]:
    """Definite role noun phrases; `names` by first token, `inside` the tokens of all names."""
    table = phrases("role", "noun")
    i = 0
    while i < len(words):
        hit = None if i in inside else match(table, words.lower, i, len(words))
        if hit is None:
            i += 1
            continue
        stop, concept = hit
        head = words.doc[stop - 1]
        start = _definite(words, head, i)
        if start is not None and stop not in names and head.dep_ not in ("compound", "amod", "nmod", "attr"):
            noun = " ".join(words.lower[i:stop])
            where = evidence(words.doc[start:stop])
            yield Mention(
                where,
                Form.ROLE,
                kind_of(concept),
                noun,
                gender=Gender(concept.one("gender", "unknown" if kind_of(concept) is Kind.PERSON else "neuter")),
                stands_for=_apposed(names, where, noun, kind_of(concept)),
                subject=head.dep_ in SUBJECTS,
            )
        i = stop


def _definite(words: Words, head: Token, start: int) -> int | None:
    """Where the noun phrase of a role begins, if a determiner or an owner makes it definite."""
    for child in head.lefts:
        if child.i < start and (child.dep_ == "poss" or child.lower_ in _DEFINITE):
            return int(child.left_edge.i)
    if start and words.lower[start - 1] in _DEFINITE:
        return start - 1
    return None


def _apposed(names: Mapping[int, Mention], where: Evidence, noun: str, kind: Kind | None) -> Evidence | None:
    """The name to which the text applies this very role noun nearby; a body's is no person's: 'head of police, X'."""
    fits = (n.evidence for n in names.values() if noun in n.described and _may_be(n.kind, kind))
    near = [e for e in fits if _gap(e, where) <= _NEAR]
    return min(near, key=lambda e: (_gap(e, where), e), default=None)


def _may_be(name: Kind | None, role: Kind | None) -> bool:
    """Whether a name of one kind may stand beside a role of another as the same: a person is no body."""
    return (name is Kind.PERSON) == (role is Kind.PERSON)


def _gap(one: Evidence, other: Evidence) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def pronouns(doc: Doc) -> Iterator[Mention]:
    """Personal and possessive pronouns of the third person, without the 'it' of 'it is known that'."""
    for token in doc:
        gender = _PRONOUNS.get(token.lower_)
        if gender is None or (token.text.isupper() and len(token.text) > 1) or _impersonal(token):
            continue
        yield Mention(
            evidence(token),
            Form.PRONOUN,
            Kind.PERSON if gender in (Gender.MALE, Gender.FEMALE) else None,
            token.lower_,
            gender,
            token.lower_ in _PLURAL,
            subject=token.dep_ in SUBJECTS,
        )


def _impersonal(token: Token) -> bool:
    if token.lower_ != "it":
        return False
    verb = token.head
    clausal = any(child.dep_ in ("ccomp", "csubj") for child in verb.children)
    return token.dep_ == "expl" or (
        token.dep_ in SUBJECTS and (verb.lemma_ in _IMPERSONAL or (clausal and token.dep_ == "nsubjpass"))
    )
