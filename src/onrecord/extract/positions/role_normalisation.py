"""Normalises titles to roles: 'acting head of the Border Service' is a head, 'MEP' a legislator."""

import re
from collections.abc import Mapping

from spacy.tokens import Span, Token

from onrecord.extract.positions.role_nouns import singular
from onrecord.lexicon import lexicon


def post_of(title: Span, head: Token) -> str:
    """The term of the entry that fits the title best; '' where none does.

    The longest entry that holds the head noun counts: 'commissioner for human rights' before 'commissioner'. A title
    with a deputy's word before it is a deputy's, whatever it goes on with.
    """
    words = [_plain(token.text) for token in title]
    at = min(head.i - title.start, len(words) - 1)
    modified = next((_modifiers()[word] for word in words[: at + 1] if word in _modifiers()), "")
    if modified:
        return modified
    held = words[at] = singular(head)
    joined = f" {' '.join(words)} ".replace(" - ", "-").replace(" 's", "'s")
    fitting = [name for name in _by_word().get(held, ()) if f" {name} " in joined]
    return _posts()[max(fitting, key=len)] if fitting else ""


@lexicon.derived
def _posts() -> Mapping[str, str]:
    return {_plain(name): c.term for name, c in lexicon.load().by_word("post", "noun").items()}


@lexicon.derived
def _by_word() -> Mapping[str, tuple[str, ...]]:
    """The entries by each of their words."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _posts():
        for word in re.split(r"[ -]", name):
            found[word] = (*found.get(word, ()), name)
    return found


@lexicon.derived
def _modifiers() -> Mapping[str, str]:
    """The words before a title that make it another role's, with its term: 'vice' a deputy's."""
    return {word: c.term for word, c in lexicon.load().by_word("post", "modifier").items()}


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
