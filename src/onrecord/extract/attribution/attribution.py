"""A saying: what was said, the words that say so, and the words for who said it, as spans of tokens."""

from dataclasses import dataclass

from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Saying:
    """Reported or quoted speech in the grammar of its sentence, before anybody is identified."""

    content: Span
    cue: Span | None
    source: Span | None  # the noun phrase
    head: Token | None  # its head
    verb: Token | None  # the verb of saying, where there is one
    direct: bool = False
