"""Event places: the place named by the phrases of an event's noun or verb."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from onrecord.extract.doc_extensions import text_of
from onrecord.extract.syntax.arguments import after
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Form, Kind, Mention

IN = frozenset({"in", "at", "near", "on", "off", "outside", "inside", "within", "across", "around", "throughout"})
_OF = frozenset({"of"})
_DEEP = 3  # phrases within one another: 'in a hotel in the Karol Bagh area of Delhi'
_INSIDE = re.compile(r",\s|\sin\s(?:the\s)?|,\sin\s(?:the\s)?")  # between a place and the one it lies in
_NAMING = ("compound", "poss", "nmod", "amod")


def place_of(noun: Token | None, verb: Token | None, named: Named) -> Mention | None:
    """The place where an event happened that a noun, a verb or both report; None where their phrases name none.

    'A fire in a hotel in Karol Bagh', 'the Christchurch attacks', 'In Chittagong, nine people died in a fire'.
    """
    own = () if noun is None else (*_objects(noun), *_modifiers(noun))
    beside = () if verb is None else _objects(verb)
    return next(places((*own, *beside), named), None)


def _objects(head: Token) -> tuple[Token, ...]:
    return after(head, IN)


def _modifiers(noun: Token) -> Iterator[Token]:
    yield from (c for c in noun.lefts if c.dep_ in _NAMING)


def places(heads: Iterable[Token], named: Named, deep: int = _DEEP) -> Iterator[Mention]:
    """The places that noun phrases name, or that the phrases within them do, in order."""
    for head in heads:
        mention = named.at(head)
        if mention is not None and mention.kind is Kind.PLACE and mention.form is Form.NAME:
            yield mention
        elif deep and (mention is None or mention.kind is not Kind.PERSON):
            yield from places((*_modifiers(head), *after(head, IN | _OF)), named, deep - 1)


def within(doc: Doc) -> frozenset[tuple[str, str]]:
    """Which place lies in which, as far as the text puts one after the other: 'Chittagong, Bangladesh'."""
    named = [m.evidence for m in doc._.mentions if m.kind is Kind.PLACE and m.form is Form.NAME]
    text = text_of(doc)
    return frozenset(
        (inner.exact.casefold(), outer.exact.casefold())
        for inner, outer in pairwise(named)
        if inner.exact != outer.exact and _INSIDE.fullmatch(text[inner.end : outer.start])
    )
