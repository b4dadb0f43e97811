"""Parses title phrases: 'Ukraine's parliamentary commissioner for human rights', 'managing director of Aldous Yarn'.

A title phrase has a role noun for its head (`ontology/roles.ttl`), modifiers before it, complements after it. The
organization is whose it is ('the charity's founder'), what goes before ('Save Ukraine CEO') or what follows by a
preposition ('head of operations at the NRD'); it is cut from the title's words, as a place is that owns or follows it
('governor of Odesa', but 'United States President').
"""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract.positions.role_normalisation import post_of
from onrecord.extract.positions.role_nouns import RoleNoun, held_in, is_plural, is_role, role_at
from onrecord.extract.positions.tenure import before_dates, before_times, times
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Evidence, Form, Kind, Mention

BODIES = (Kind.ORGANIZATION, Kind.COURT)
JOINS = ("and", "&")
_STOPS = frozenset(
    """, ; : ( ) – — | who which that whose whom where as until since after before during when while following amid
    despite because due .""".split()
)
_DETERMINERS = {"a", "an", "the", "this", "one", "both", "all"}
_PREPOSITIONS = ("IN", "TO")  # tags
_SUPERLATIVES = ("JJS", "RBS")  # tags
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "POS")  # tags of what a noun before it modifies


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase: its words without the organization, and the organization where it names one."""

    words: Span
    head: Token
    organization: Evidence | None
    owned: bool  # it begins with an owner: 'its leader', 'the charity's founder'
    rank: bool  # a military, police or academic rank, which is no position before a name


def name_at(token: Token, named: Named, *kinds: Kind) -> Mention | None:
    """The name that the token is part of, of one of these kinds (of any, where none is given)."""
    mention = named.at(token)
    if mention is None or mention.form is not Form.NAME or (kinds and mention.kind not in kinds):
        return None
    return mention


def phrase_end(doc: Doc, start: int, named: Named) -> int:
    """Where a title phrase that starts at the token `start` must end at the latest (exclusive)."""
    limit = doc[start].sent.end
    i = start
    while i < limit:
        token = doc[i]
        body = name_at(token, named, *BODIES)
        if body is not None:
            i = max(named.span(body).end, i + 1)
        elif token.is_space or token.lower_ in _STOPS or token.tag_ in FINITE or is_infinitive(doc, i):
            return i
        else:
            i += 1
    return limit


def is_infinitive(doc: Doc, i: int) -> bool:
    """Whether an infinitive begins at the token, which is no complement of a title: 'the third president to resign'."""
    return doc[i].tag_ == "TO" and i + 1 < len(doc) and doc[i + 1].tag_ == "VB"


def titles(
    doc: Doc, start: int, end: int, named: Named, *, listed: bool = True, plural: bool = False
) -> tuple[Title, ...]:
    """The titles that the tokens from `start` to `end` (exclusive) name, coordinated ones apart; none if they do not.

    An organization named with the last of them, or the owner named with the first, holds for all those without one.
    """
    found: list[Title] = []
    for low, high in _conjuncts(doc, start, end, named):
        title = _title(doc, low, high, named, listed, plural)
        if title is not None:
            found.append(title)
        elif found or any(name_at(token, named, Kind.PERSON) for token in doc[low:high]):
            break  # but 'his wife and director of the League'
    if not found:
        return ()
    shared = found[0].organization if found[0].owned else None
    if shared is None and found[0].organization is None:
        shared = found[-1].organization
    return tuple(
        replace(title, organization=title.organization or shared) if takes_body(title) else title for title in found
    )


def takes_body(title: Title) -> bool:
    """Whether a title may be of the body named with another: no office of a state, a region or a town, no trade."""
    return held_in(title.head) != "trade" and post_of(title.words, title.head) not in _state_posts()


@lexicon.derived
def _state_posts() -> frozenset[str]:
    return frozenset(c.term for c in lexicon.load().scheme("post") if c.one("ofState") == "yes")


def _conjuncts(doc: Doc, start: int, end: int, named: Named) -> list[tuple[int, int]]:
    """The phrase cut before each 'and' after which a new title begins, not a further complement of the last one."""
    joins = [
        i
        for i in range(start + 1, end)
        if doc[i].lower_ in JOINS
        and not name_at(doc[i], named, *BODIES)
        and not joins_modifiers(doc, i, named)
        and _leads_to_role(doc, i + 1, end, named)
    ]
    return list(zip([start, *(i + 1 for i in joins)], [*joins, end], strict=True))


def joins_modifiers(doc: Doc, join: int, named: Named) -> bool:
    """Whether the token joins two modifiers of one title: 'Transport and Bridges Minister'."""
    if doc[join].lower_ not in JOINS or not 0 < join < len(doc) - 2:
        return False
    before, after = doc[join - 1], doc[join + 1]
    nouns = all(t.tag_ in ("NNP", "NNPS") and named.at(t) is None and not is_role(t) for t in (before, after))
    return nouns and doc[join + 2].tag_ in ("NNP", "NNPS") and named.at(doc[join + 2]) is None


def _leads_to_role(doc: Doc, start: int, end: int, named: Named) -> bool:
    """Whether a role noun comes before any preposition."""
    for i in range(start, end):
        if _is_preposition(doc[i]):
            return False
        if not name_at(doc[i], named, *BODIES) and role_at(doc, i):
            return True
    return False


def _is_preposition(token: Token) -> bool:
    """Whether the token is a preposition, and not part of a hyphenated word ('editor-in-chief')."""
    hyphenated = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return token.tag_ in _PREPOSITIONS and not hyphenated


def _title(doc: Doc, start: int, end: int, named: Named, listed: bool, plural: bool) -> Title | None:
    role = _head(doc, start, end, named, listed, plural)
    if role is None:
        return None
    end = before_dates(doc, role.last + 1, end)
    low, owner, owned = _owner(doc, start, role.start, named)
    while low < role.start and _is_before_title(doc[low]):
        low += 1
    if low < role.start and _tells_how_often(doc, low):
        if held_in(doc[role.last]) == "trade":
            return None  # a prize: 'a two-time Artist of the Year'
        low += 1
    if any(token.tag_ in _SUPERLATIVES or token.lower_ in unproven() for token in doc[low : role.start]):
        return None  # 'the most brilliant scientist', 'the alleged leader'
    high, organization = _complement(doc, role.last + 1, end, named)
    high = before_times(doc, role.last + 1, high)
    return Title(doc[low:high], doc[role.last], organization or owner, owned, role.rank)


@lexicon.derived
def unproven() -> frozenset[str]:
    """The words before a title that say that it is only said, wished or feared to be held: 'alleged'."""
    return frozenset(lexicon.load().by_word("role", "modifier"))


def _tells_how_often(doc: Doc, i: int) -> bool:
    """Whether the token ends a word that says how often a title was won or held: 'three-time prime minister'."""
    return doc[i].lower_ in ("time", "times") and i > 1 and doc[i - 1].text == "-" and doc[i - 2].tag_ == "CD"


def _is_before_title(token: Token) -> bool:
    """Whether the token goes before the words of a title: 'the former', 'two'."""
    return token.lower_ in times() or token.lower_ in _DETERMINERS or token.is_punct or token.tag_ == "CD"


def _head(doc: Doc, start: int, end: int, named: Named, listed: bool, plural: bool) -> RoleNoun | None:
    """The first role noun before any preposition that is no modifier of the noun after it."""
    for i in range(start, end):
        token = doc[i]
        if name_at(token, named, *BODIES):
            continue
        if i > start and _is_preposition(token) and doc[i - 1].lower_ not in times():
            return None
        role = role_at(doc, i, listed=listed, plural=plural)
        number = is_plural(token) if plural else token.tag_ != "NNS"
        if role and number and not _is_modified(doc, i + 1, end, named):
            return role
    return None


def _is_modified(doc: Doc, after: int, end: int, named: Named) -> bool:
    """Whether the noun before the token modifies what follows: 'security chief', 'deputy prime minister'.

    Not 'chief Ana Duarte'.
    """
    noun = next((token for token in doc[after:end] if token.tag_ != "JJ"), None)
    hyphen = noun is not None and noun.text == "-" and not noun.whitespace_
    return noun is not None and (noun.tag_ in _NOUNS or hyphen) and name_at(noun, named) is None


def _owner(doc: Doc, start: int, head: int, named: Named) -> tuple[int, Evidence | None, bool]:
    """Where the title's own words start, whose title it is, and whether anybody's: 'the charity's', 'Save Ukraine'."""
    low, owner, owned = start, None, False
    for i in range(start, head):
        token, name = doc[i], name_at(doc[i], named, *BODIES)
        pronoun = token.tag_ in ("PRP$", "WP$")
        possessor = _possessor(doc, i, named) if i > start or pronoun else None
        if possessor is not None or pronoun:
            low, owned = i + 1, True
            owner = possessor.evidence if possessor and possessor.kind in (*BODIES, None) else None
        elif name is not None and token.tag_ != "POS":
            low, owner = _past_brackets(doc, named.span(name).end, head), name.evidence
    return low, owner, owned


def _past_brackets(doc: Doc, start: int, end: int) -> int:
    """Past another form of a name in brackets: 'the Labour Party (LP) head'."""
    if doc[start].text != "(":
        return start
    return next((i + 1 for i in range(start, end) if doc[i].text == ")"), start)


def _possessor(doc: Doc, i: int, named: Named) -> Mention | None:
    """The mention that the token makes a possessor: a pronoun, what 'whose' refers to, who owns by apostrophe."""
    if doc[i].tag_ == "WP$":
        return named.ending(i - 1 if doc[i - 1].text == "," else i)
    if doc[i].tag_ == "PRP$":
        return named.ending(i + 1)
    return (named.ending(i) or named.at(doc[i - 1])) if doc[i].tag_ == "POS" else None


def _complement(doc: Doc, start: int, end: int, named: Named) -> tuple[int, Evidence | None]:
    """Where the title's words end, and the organization that its complements name."""
    preposition: int | None = None
    for i in range(start, end):
        mention = named.at(doc[i])
        preposition = _governing(doc[i], preposition, named)
        if mention is None or preposition is None or (mention.form is Form.PRONOUN and doc[i].tag_ != "PRP$"):
            continue
        if mention.kind in BODIES:
            return preposition, (_whole(doc, mention, end, named) or mention).evidence
        if mention.kind is Kind.PLACE and mention.form is Form.NAME and named.span(mention).end >= end:
            return preposition, None
    complemented = end > start and (doc[start].tag_ in _PREPOSITIONS or doc[start].is_punct)
    return (end if complemented else start), None


def _governing(token: Token, before: int | None, named: Named) -> int | None:
    """The preposition that governs what follows the token, given the one that governed the token, or None."""
    if name_at(token, named) is not None:
        return before
    if token.tag_ in _PREPOSITIONS:
        return token.i
    return None if token.lower_ in JOINS else before  # 'for children's rights and child care': no body after 'and'


def _whole(doc: Doc, part: Mention, end: int, named: Named) -> Mention | None:
    """The body by name of which a nameless one is part: 'at the Tavno office of the League'."""
    at = named.span(part).end
    if part.form is not Form.ROLE or at + 1 >= end or doc[at].lower_ != "of":
        return None
    return next((m for t in doc[at + 1 : at + 3] if (m := name_at(t, named, *BODIES))), None)
