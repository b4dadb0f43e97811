"""Titles before a name: 'First Lady X', 'the charity's founder, X,', 'the lawyers X and Y'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract.positions.apposition import affiliation, closes, word
from onrecord.extract.positions.role_nouns import RoleNoun, before_ranks, held_in, is_plural, role_at
from onrecord.extract.positions.tenure import times
from onrecord.extract.positions.title_parser import (
    BODIES,
    JOINS,
    Title,
    is_infinitive,
    joins_modifiers,
    name_at,
    takes_body,
    titles,
)
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Form, Kind, Mention

REACH = 16  # tokens: the longest complement a title before a name is looked for over
_LONGEST_FORM = 7  # tokens of another form of a name in brackets
_MODIFIERS = {"NN", "NNP", "NNPS", "NNS", "JJ", "JJR", "HYPH", "VBN", "VBG", "POS"}  # tags
_UNFINISHED = ("IN", "TO", "DT", "PRP$", "CC")  # tags of words that no title ends with


def titles_before(person: Span, named: Named) -> Iterator[Title]:
    """The titles that go before a name: 'First Lady X', 'the charity's founder, X,', 'its leader, the gymnast X'."""
    degree = _degree(person, named)
    if degree is not None:
        yield degree
    yield from _titles_before(person, named, degree)


def _degree(person: Span, named: Named) -> Title | None:
    """The rank held in a body by its nature that comes between a title and a name: 'co-author Professor X of Y'."""
    doc, start = person.doc, before_ranks(person)
    rank = role_at(doc, person.start - 1) if start < person.start else None
    if rank is None or not rank.rank or not held_in(doc[rank.last]):
        return None
    found = titles(doc, rank.start, person.start, named)
    return _affiliated(found[0], person, named) if found else None


def _titles_before(person: Span, named: Named, degree: Title | None) -> Iterator[Title]:
    doc, floor, end = person.doc, person.sent.start, _before_link(person, before_ranks(person), named)
    comma = end > floor and doc[end - 1].text == ","
    if comma and end == person.start and not closes(doc, person.end):
        return  # but 'its spokesman, Major X said'
    found = _phrase_before(doc, end - comma, floor, named)
    if found is None:
        return
    start, title = found
    described = comma and _describes(doc, start)
    if _is_bare_rank(title, described):
        return
    own = _affiliated(title, person, named) if degree is None else title
    if word(doc, start - 1) in JOINS:
        told = _of_one_body([*_coordinated(doc, start, floor, named)], own)
    else:
        told = (own,) if comma else (*_apposed(doc, start, floor, person, named), own)
    if not comma or described or any(_is_tied(each) for each in told):
        yield from told


def _affiliated(title: Title, person: Span, named: Named) -> Title:
    """The title, in the body that its holder is of: 'her lawyer, Yusuf Hale of the Centre for Law'."""
    body = affiliation(person, named) if title.organization is None else None
    return replace(title, organization=body.evidence) if body is not None else title


def _is_bare_rank(title: Title, described: bool) -> bool:
    """Whether a title is no more than a rank: 'Captain X', but 'the captain, X,', 'Professor X'."""
    return title.rank and not held_in(title.head) and not (title.head.is_lower and (_is_tied(title) or described))


def _is_tied(title: Title) -> bool:
    """Whether the title is said to be somebody's: 'its founder', 'Harbour Light founder'."""
    return title.owned or title.organization is not None


def _coordinated(doc: Doc, start: int, floor: int, named: Named) -> Iterator[Title]:
    """The titles coordinated with one that starts here: 'founder and director X', 'heiress, designer, and author X'."""
    end = start - 1
    end -= word(doc, end - 1) == ","
    while end > floor and role_at(doc, end - 1) is not None:
        found = _phrase_before(doc, end, floor, named)
        if found is None or found[1].rank:
            return
        yield found[1]
        if word(doc, found[0] - 1) != ",":
            return
        end = found[0] - 1


def _apposed(doc: Doc, start: int, floor: int, person: Span, named: Named) -> Iterator[Title]:
    """The title to which one that starts here is apposed: 'its leader, the gymnast X', 'the chair of Y, Justice X,'."""
    found = _phrase_before(doc, start - 1, floor, named) if start > floor and word(doc, start - 1) == "," else None
    if found is not None and (found[1].owned or _is_of_body(found[1], person)):
        yield found[1]


def _is_of_body(title: Title, person: Span) -> bool:
    """Whether a definite title names its body, and the name after it is closed off: 'the chair of Y, Justice X,'."""
    definite = word(person.doc, title.words.start - 1) == "the"
    return definite and title.organization is not None and closes(person.doc, person.end)


def _of_one_body(before: Sequence[Title], title: Title) -> tuple[Title, ...]:
    """Coordinated titles with the body that one of them names, but for offices of a state and occupations."""
    both = (*reversed(before), title)
    body = next((t.organization for t in both if t.organization is not None), None)
    return tuple(replace(t, organization=t.organization or body) if takes_body(t) else t for t in both)


@lexicon.derived
def introducers() -> frozenset[str]:
    """The words between a plural title and some of those who hold it: 'officials including X and Y'."""
    return frozenset(lexicon.load().by_word("role", "introducer"))


@lexicon.derived
def _called() -> frozenset[str]:
    """The participles between a title and the name: 'an accountant surnamed X'."""
    return frozenset(lexicon.load().by_word("role", "called"))


def _before_link(person: Span, end: int, named: Named) -> int:
    """Before the short form of the title, or the participle, that comes between it and the name.

    'Member of Parliament (MP) X', 'an accountant surnamed X'.
    """
    doc, floor = person.doc, person.sent.start
    short = doc[end - 3 : end] if end - 3 > floor else doc[end:end]
    if short and (short[0].text, short[2].text) == ("(", ")") and short[1].is_upper and not named.at(short[1]):
        return short.start
    if end - 2 > floor and word(doc, end - 1) in times() and word(doc, end - 2) == "-":  # 'president-elect X'
        return end - 2
    return end - 1 if end - 1 > floor and doc[end - 1].lower_ in _called() else end


def _describes(doc: Doc, start: int) -> bool:
    """Whether a title before a comma is that of the name after it: 'the head, X,', or at the start 'A cook, X, …'."""
    return doc[start].lower_ in ("the", "a", "an", "one") or start == doc[start].sent.start


def _phrase_before(doc: Doc, end: int, floor: int, named: Named) -> tuple[int, Title] | None:
    """The title phrase that ends before the token `end`, and the token that it starts at."""
    if end <= floor or doc[end - 1].tag_ in _UNFINISHED:
        return None
    for i in range(end - 1, max(floor, end - REACH) - 1, -1):
        if bars(doc[i], named):
            return None
        partitive = _partitive(doc, i, floor)
        listed = i + 1 < end or not (doc[i].is_lower or i == doc[i].sent.start)
        role = role_at(doc, i, listed=listed, plural=partitive is not None)
        if role is not None and partitive is not None:
            found = titles(doc, partitive, end, named, plural=True)
            return (partitive, replace(found[0], owned=True)) if found and found[0].head.i == role.last else None
        if role is not None and not name_at(doc[i], named):
            return _phrase_headed(doc, role, end, floor, named)
    return None


def bars(token: Token, named: Named) -> bool:
    """Whether no title reaches over the token: a comma, a verb, another person."""
    barred = token.text == "," or (token.tag_ in FINITE and not _is_noun(token)) or token.is_space
    return barred or name_at(token, named, Kind.PERSON) is not None


def _is_noun(token: Token) -> bool:
    """Whether a token tagged as a plain verb is a role noun: a singular subject has none, 'Harbour coach X said'."""
    before = token.nbor(-1) if token.i else token
    return token.tag_ == "VBP" and before.tag_ in ("NN", "NNP") and role_at(token.doc, token.i) is not None


def _phrase_headed(doc: Doc, head: RoleNoun, end: int, floor: int, named: Named) -> tuple[int, Title] | None:
    """The title phrase with this head, where nothing but complements follows it."""
    after = head.last + 1
    if after < end and (doc[after].tag_ not in ("IN", "TO") or is_infinitive(doc, after)):
        return None
    start = left_edge(doc, head.start, floor, named)
    if not head.listed and doc[start].tag_ != "DT" and not _is_doer(doc, head.last):
        return None  # 'the supper X', but 'geochemist X'
    found = titles(doc, start, end, named, listed=head.listed)
    return (start, found[0]) if len(found) == 1 and found[0].head.i == head.last else None


def _is_doer(doc: Doc, noun: int) -> bool:
    """Whether an unlisted noun right before a name says what somebody does, without a determiner: 'geochemist X'."""
    return doc[noun].lower_.endswith(_bare_endings()) and doc[noun + 1].text != ","


@lexicon.derived
def _bare_endings() -> tuple[str, ...]:
    return tuple(lexicon.load().by_word("role", "bareEnding"))


def left_edge(doc: Doc, start: int, floor: int, named: Named) -> int:
    """Where the noun phrase starts whose role noun starts at `start`: its modifiers, owner and determiner."""
    i = start
    while i > floor:
        token = doc[i - 1]
        whole = _whole_modifier(doc, i - 1, start, named) or _served(doc, i - 1, named)
        if whole is not None:
            i = named.span(whole).start
        elif (opening := _short_form(doc, i, named)) is not None:
            i = opening
        elif token.tag_ in ("DT", "PRP$", "WP$") or token.lower_ == "one":
            return i - 1
        elif joins_modifiers(doc, i - 1, named):
            i -= 2
        elif token.tag_ not in _MODIFIERS or token.lower_ in introducers() or _is_other(doc, i - 1, named):
            return i
        else:
            i -= 1
    return i


def _short_form(doc: Doc, end: int, named: Named) -> int | None:
    """Where another form of a body's name in brackets starts: 'the Labour Party (LP) head'."""
    if doc[end - 1].text != ")":
        return None
    opening = next((i for i in range(end - 2, max(end - _LONGEST_FORM, 0), -1) if doc[i].text == "("), None)
    return opening if opening is not None and name_at(doc[opening - 1], named, *BODIES) else None


def _whole_modifier(doc: Doc, i: int, head: int, named: Named) -> Mention | None:
    """The mention at the token that is one modifier, whatever its words: 'Save Ukraine', 'the ministry' before ''s'."""
    mention = named.at(doc[i])
    if mention is None:
        return None
    owner = mention.form is Form.ROLE and i + 1 < head and doc[i + 1].tag_ == "POS"
    return mention if owner or (mention.form is Form.NAME and mention.kind is not Kind.PERSON) else None


def _served(doc: Doc, i: int, named: Named) -> Mention | None:
    """The person by name that an adviser or aide is named after: 'former Trump adviser X'."""
    person = name_at(doc[i], named, Kind.PERSON)
    start = named.span(person).start if person is not None else 0
    return person if start and (doc[start - 1].tag_ == "DT" or doc[start - 1].lower_ in times()) else None


def _is_other(doc: Doc, i: int, named: Named) -> bool:
    """Whether the token is a person's name that owns nothing: 'X and Y' are two."""
    return name_at(doc[i], named) is not None and "POS" not in (doc[i].tag_, doc[i + 1].tag_)


def _partitive(doc: Doc, noun: int, floor: int) -> int | None:
    """Where the plural noun phrase starts of which 'one of' takes one: 'one of the commanders, X'."""
    if not is_plural(doc[noun]):
        return None
    before = (i for i in range(noun, max(floor, noun - REACH), -1) if doc[i].lower_ == "of" or doc[i].is_punct)
    found = next(before, floor)
    return found + 1 if word(doc, found) == "of" and word(doc, found - 1) == "one" else None
