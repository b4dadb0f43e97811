"""Reading a title: 'Ukraine's parliamentary commissioner for human rights', 'managing director of Aldous Yarn'.

A title phrase has a role noun for its head (`ontology/roles.ttl`), modifiers before it, complements after it. The
organization is whose it is ('the charity's founder'), what goes before ('Save Ukraine CEO') or what follows by a
preposition ('head of operations at the NRD'); it is cut from the title's words, as a place is ('governor of Odesa').
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract.positions.tenure import before_times, times
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Evidence, Form, Kind, Mention

_BODIES = (Kind.ORGANIZATION, Kind.COURT)
_STOPS = frozenset(", ; : ( ) – — | who which that whose whom where as until since .".split())
PLURAL = ("NNS", "NNPS")  # tags
_JOINS = {"and", "&"}
_DETERMINERS = {"a", "an", "the", "this", "one"}
# Endings of nouns for what people do, so that an occupation need not be listed to be known in apposition to a name.
_DOERS = ("ist", "ician", "ian", "eer", "er", "or", "woman", "man", "person")


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase: its words without the organization, and the organization where it names one."""

    words: Span
    head: Token
    organization: Evidence | None
    owned: bool  # it begins with an owner: 'its leader', 'the charity's founder'
    rank: bool  # a military, police or academic rank, which is no position before a name


@lexicon.derived
def _roles() -> Mapping[str, str]:
    """Role nouns of people, in lower case, with the term of their group ('office', 'rank', 'family_man')."""
    return {w: c.term for w, c in lexicon.load().by_word("role", "noun").items() if c.one("kind") == "person"}


@lexicon.derived
def _no_positions() -> frozenset[str]:
    """The groups of role nouns that say what somebody is to others, not what they do."""
    return frozenset(c.term for c in lexicon.load().scheme("role") if c.one("position") == "no")


def singular(noun: Token) -> str:
    """The singular of a plural role noun, in lower case."""
    lemma = noun.lemma_.lower()
    return lemma if lemma != noun.lower_ else lemma.removesuffix("s")


def role_at(doc: Doc, end: int, *, listed: bool = True, plural: bool = False) -> tuple[int, str] | None:
    """Where the role noun that ends at the token `end` (inclusive) starts, and its group; None where none does.

    With `listed` False, a noun that ends as nouns for doers do is taken for an occupation, though no list has it; with
    `plural` True, the noun is read as that for several people.
    """
    words: list[str] = []
    best: tuple[int, str] | None = None
    for i in range(end, max(end - 5, -1), -1):
        words.insert(0, singular(doc[i]) if plural and i == end else doc[i].lower_)
        group = _roles().get(" ".join(words).replace(" - ", "-"))
        if group:
            best = (i, group)
    token = doc[end]
    if best is None and not listed and token.tag_ == "NN" and token.lower_.endswith(_DOERS):
        best = (end, "occupation")
    return best if best is None or best[1] not in _no_positions() else None


def past_ranks(person: Span) -> int:
    """Where the honorifics and ranks before a name start: at the comma's right in 'its spokesman, a Major X'."""
    doc, floor, end = person.doc, person.sent.start, person.start
    while end > floor:
        role = role_at(doc, end - 1)
        of = end - 2 > floor and doc[end - 2].tag_ == "IN"  # 'Minister of Justice X'
        if role is None and doc[end - 1].lower_ in _honorifics() and not of:
            end -= 1
        elif role is not None and role[1] == "rank" and role[0] > floor and _leads_on(doc, role[0]):
            end = role[0]
        else:
            break
    indefinite = end < person.start and end - 1 > floor and doc[end - 1].lower_ in ("a", "an")
    return end - 1 if indefinite and doc[end - 2].text == "," else end


def _leads_on(doc: Doc, start: int) -> bool:
    """Whether a title may stand before the rank that starts here, apart from its own modifiers ('police captain')."""
    before = doc[start - 1]
    return before.text == "," or before.lower_ in ("a", "an") or role_at(doc, start - 1) is not None


@lexicon.derived
def _honorifics() -> frozenset[str]:
    return frozenset(lexicon.load().by_word("role", "title"))


def phrase_end(doc: Doc, start: int, named: Named) -> int:
    """Where a title phrase that starts at the token `start` must end at the latest (exclusive)."""
    limit = doc[start].sent.end
    i = start
    while i < limit:
        token = doc[i]
        mention = named.at(token)
        if mention and mention.form is Form.NAME and mention.kind in _BODIES:
            i = max(named.span(mention).end, i + 1)
            continue
        closing = token.is_quote and i > start and doc[i - 1].is_punct
        if token.is_space or closing or (token.lower_ in _STOPS and not _joins_titles(doc, i, limit)):
            return i
        if token.tag_ in FINITE and token.dep_ not in ("compound", "amod", "nmod", "appos"):
            return i
        i += 1
    return limit


def _joins_titles(doc: Doc, i: int, limit: int) -> bool:
    """Whether a dash joins two capitalised titles: 'Advisor – Presidential Commissioner'."""
    if doc[i].text not in ("–", "—") or i == 0 or i + 1 >= limit:
        return False
    return role_at(doc, i - 1) is not None and doc[i - 1].text[0].isupper() and doc[i + 1].text[0].isupper()


def titles(
    doc: Doc, start: int, end: int, named: Named, *, listed: bool = True, plural: bool = False
) -> tuple[Title, ...]:
    """The titles that the tokens from `start` to `end` (exclusive) name, coordinated ones apart; none if they do not.

    An organization named with the last of them, or the owner named with the first, holds for all those without one.
    """
    found: list[Title] = []
    for low, high in _coordinates(doc, start, end, named):
        title = _title(doc, low, high, named, listed, plural)
        if title is None:
            break
        found.append(title)
    if len(found) > 1 and found[-1].organization and found[0].organization is None and _bare(found[0], doc, named):
        found = [replace(t, organization=t.organization or found[-1].organization) for t in found]
    if found and found[0].owned and found[0].organization:
        found = [replace(t, organization=t.organization or found[0].organization) for t in found]
    return tuple(found)


def _bare(title: Title, doc: Doc, named: Named) -> bool:
    """Whether nothing but 'and' follows the title's head noun."""
    return title.words.end == title.head.i + 1 and doc[title.words.end].lower_ in _JOINS


def _coordinates(doc: Doc, start: int, end: int, named: Named) -> list[tuple[int, int]]:
    """The phrase cut before each 'and' after which a new title begins, not a further complement of the last one."""
    cuts = [start]
    for i in range(start + 1, end):
        if doc[i].lower_ in _JOINS and not _in_name(doc[i], named) and _leads_to_role(doc, i + 1, end, named):
            cuts.append(i + 1)
    return [(low, (cuts[k + 1] - 1 if k + 1 < len(cuts) else end)) for k, low in enumerate(cuts)]


def _leads_to_role(doc: Doc, start: int, end: int, named: Named) -> bool:
    """Whether a role noun comes before any preposition."""
    for i in range(start, end):
        if _preposition(doc[i]):
            return False
        if not _in_name(doc[i], named) and role_at(doc, i):
            return True
    return False


def _preposition(token: Token) -> bool:
    """Whether the token is a preposition, and not part of a hyphenated word ('editor-in-chief')."""
    hyphenated = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return token.tag_ in ("IN", "TO") and not hyphenated


def _in_name(token: Token, named: Named) -> bool:
    mention = named.at(token)
    return mention is not None and mention.form is Form.NAME and mention.kind in _BODIES


def _title(doc: Doc, start: int, end: int, named: Named, listed: bool, plural: bool) -> Title | None:
    head = _head(doc, start, end, named, listed, plural)
    if head is None:
        return None
    low, owner, owned = _owner(doc, start, head[0], named)
    if low > head[0]:  # the noun is part of its owner's name: 'Environment Minister Robert Hill'
        return None
    while low < head[0] and (doc[low].lower_ in times() or doc[low].lower_ in _DETERMINERS or doc[low].is_punct):
        low += 1
    high, organization = _complement(doc, head[1] + 1, end, named)
    high = before_times(doc, head[1] + 1, high)
    words = doc[low:high]
    return Title(words, doc[head[1]], organization or owner, owned, head[2] == "rank")


def _head(doc: Doc, start: int, end: int, named: Named, listed: bool, plural: bool) -> tuple[int, int, str] | None:
    """The first role noun that is no modifier of the noun after it: its first token, its last, and its group."""
    i = start
    while i < end:
        token = doc[i]
        if _in_name(token, named):
            i = named.span(_sure(named.at(token))).end
            continue
        if _preposition(token) and i > start and doc[i - 1].lower_ not in times() and token.lower_ not in times():
            return None
        role = role_at(doc, i, listed=listed, plural=plural)
        follows = doc[i + 1] if i + 1 < end else None
        compound = follows is not None and (
            follows.tag_ in ("NN", "NNS", "NNP", "NNPS", "POS") or (follows.text == "-" and follows.whitespace_ == "")
        )
        number = token.tag_ in PLURAL if plural else token.tag_ != "NNS"
        if role and number and not (compound and follows and not _named(follows, named)):
            return (role[0], i, role[1])
        i += 1
    return None


def _named(token: Token, named: Named) -> bool:
    mention = named.at(token)
    return mention is not None and mention.form is Form.NAME


def _sure(mention: Mention | None) -> Mention:
    assert mention is not None
    return mention


def _owner(doc: Doc, start: int, head: int, named: Named) -> tuple[int, Evidence | None, bool]:
    """Where the title's own words start, whose title it is, and whether anybody's: 'the charity's', 'Save Ukraine'."""
    low, owner, owned = start, None, False
    for i in range(start, head):
        token, mention = doc[i], named.at(doc[i])
        if token.tag_ == "PRP$":
            low, owned = i + 1, True
            pronoun = named.ending(i + 1)
            owner = pronoun.evidence if pronoun and pronoun.kind in (*_BODIES, None) else None
        elif token.tag_ == "POS" and i > start:
            holder = named.ending(i) or named.at(doc[i - 1])
            if holder is not None:
                low, owned = i + 1, True
                owner = holder.evidence if holder.kind in _BODIES else None
        elif mention is not None and mention.form is Form.NAME and mention.kind is not Kind.PERSON:
            low = named.span(mention).end
            owner = mention.evidence if mention.kind in _BODIES else owner
    return low, owner, owned


def _complement(doc: Doc, start: int, end: int, named: Named) -> tuple[int, Evidence | None]:
    """Where the title's words end, and the organization that its complements name."""
    preposition: int | None = None
    for i in range(start, end):
        token, mention = doc[i], named.at(doc[i])
        if token.tag_ in ("IN", "TO"):
            if mention is None or mention.form is not Form.NAME:
                preposition = i
        elif token.lower_ in _JOINS and (mention is None or mention.form is not Form.NAME):
            preposition = None  # 'for children's rights and child care': no body after 'and'
        if mention is None or preposition is None or (mention.form is Form.PRONOUN and token.tag_ != "PRP$"):
            continue
        if mention.kind in _BODIES and not _qualifies(doc, mention, end, named):
            return preposition, (_part_of(doc, mention, end, named) or mention).evidence
        if mention.kind is Kind.PLACE and mention.form is Form.NAME and named.span(mention).end >= end:
            return preposition, None
    return (end, None) if end > start and (doc[start].tag_ in ("IN", "TO") or doc[start].is_punct) else (start, None)


def _part_of(doc: Doc, mention: Mention, end: int, named: Named) -> Mention | None:
    """The body whose part a nameless one is: 'at the Tavno office of the League'."""
    at = named.span(mention).end
    if mention.form is not Form.ROLE or at + 1 >= end or doc[at].lower_ != "of":
        return None
    whole = next((m for t in doc[at + 1 : at + 3] if (m := named.at(t)) is not None), None)
    return whole if whole is not None and whole.form is Form.NAME and whole.kind in _BODIES else None


def _qualifies(doc: Doc, mention: Mention, end: int, named: Named) -> bool:
    """Whether the mention only qualifies another noun: 'of the EU delegation', 'of the charity's board'."""
    after = named.span(mention).end
    return mention.form is Form.ROLE and after < end and doc[after].tag_ == "POS"
