"""Role nouns: the nouns that head titles ('director', 'vice president'), and the ranks and honorifics before names."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept

PLURAL = ("NNS", "NNPS")  # tags
_LONGEST = 5  # tokens: 'under - secretary - general'


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A role noun in the text."""

    start: int
    last: int  # its last token
    rank: bool  # a military, police or academic rank, which is no position before a name
    listed: bool = True  # or taken for an occupation by its ending


@lexicon.derived
def _roles() -> Mapping[str, Concept]:
    """Role nouns of people and titles that are an office, in lower case, with their entry."""
    words = lexicon.load()
    titles = {w: c for w, c in words.by_word("role", "title").items() if c.one("position") == "before"}
    return titles | {w: c for w, c in words.by_word("role", "noun").items() if c.one("kind") == "person"}


@lexicon.derived
def _words(key: str) -> tuple[str, ...]:
    return tuple(lexicon.load().by_word("role", key))


def is_role(token: Token) -> bool:
    """Whether the token is a noun for a person on the list, also one that is no position: 'wife'."""
    return token.lower_ in _roles() or singular(token) in _roles()


def held_in(noun: Token) -> str:
    """Where a title with this head is held by its nature: 'court', 'trade'; '' where nothing says so."""
    entry = _roles().get(singular(noun))
    return (entry.one("heldIn") or "") if entry is not None else ""


def is_plural(noun: Token) -> bool:
    """Whether a noun is plural, also where the tagger takes it for a name of its own: 'Magistrates X and Y'."""
    return noun.tag_ in PLURAL or (noun.tag_ == "NNP" and noun.lower_.endswith("s") and singular(noun) in _roles())


def singular(noun: Token) -> str:
    """The singular of a plural role noun, in lower case."""
    lemma = noun.lemma_.lower()
    return lemma if lemma != noun.lower_ else lemma.removesuffix("s")


def role_at(doc: Doc, last: int, *, listed: bool = True, plural: bool = False) -> RoleNoun | None:
    """The longest role noun that ends with the token `last`; None where none does, or where it is no position.

    With `listed` False, a noun that ends as nouns for doers do is taken for an occupation, though no list has it; with
    `plural` True, the noun is read as that for several people.
    """
    low = max(last - _LONGEST + 1, 0)
    words = [token.lower_ for token in doc[low : last + 1]]
    if plural:
        words[-1] = singular(doc[last])
    for skipped in range(len(words)):
        entry = _roles().get(" ".join(words[skipped:]).replace(" - ", "-"))
        if entry is not None:
            position = entry.one("position")
            if position == "no" or (position == "before" and not _precedes_name(doc, low + skipped, last)):
                return None
            return RoleNoun(low + skipped, last, position == "after")
    common = doc[last].tag_ == "NN" or (last == doc[last].sent.start and doc[last].tag_ == "NNP")
    doer = not listed and common and doc[last].lower_.endswith(_words("ending"))
    return RoleNoun(last, last, rank=False, listed=False) if doer else None


def _precedes_name(doc: Doc, start: int, last: int) -> bool:
    """Whether a title goes before a name, and is no complement of another: 'Queen Eva', not 'the Queen left'."""
    complement = start > 1 and doc[start - 1].tag_ == "IN" and role_at(doc, start - 2) is not None
    return last + 1 < len(doc) and doc[last + 1].tag_ == "NNP" and not complement


def before_ranks(person: Span) -> int:
    """Where the honorifics and ranks before a name start: at the comma's right in 'its spokesman, Major X'."""
    doc, floor, end = person.doc, person.sent.start, person.start
    while end > floor:
        role = role_at(doc, end - 1)
        if role is None and _is_honorific(doc, end - 1, floor):
            end -= 1
        elif role is not None and role.rank and role.start > floor and _may_follow_title(doc, role.start):
            end = role.start
        else:
            return end
    return end


def _is_honorific(doc: Doc, i: int, floor: int) -> bool:
    """Whether the token is a form of address, not the end of a title: 'Minister of Justice X'."""
    return doc[i].lower_ in _words("title") and not (i - 1 > floor and doc[i - 1].tag_ == "IN")


def _may_follow_title(doc: Doc, rank: int) -> bool:
    """Whether a title may stand before the rank that starts here, apart from its own modifiers ('police captain')."""
    return doc[rank - 1].text == "," or role_at(doc, rank - 1) is not None
