"""Indexes of annotated spans: by character offset, and by the tokens of a mention."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.extract.doc_extensions import spaced
from onrecord.values.findings import Evidence, Form, Kind, Mention

_NESTED = 8  # spans that may begin after one that reaches over them


class Stretches:
    """Interval index over character spans, which may lie in each other but not deeply; answers in logarithmic time."""

    def __init__(self, found: Iterable[Evidence]) -> None:
        self._found = sorted(found)
        self._starts = [e.start for e in self._found]

    def over(self, start: int, end: int) -> Evidence | None:
        """A span that overlaps `start` to `end`."""
        last = bisect_right(self._starts, end - 1)
        return next((e for e in reversed(self._found[max(0, last - _NESTED) : last]) if e.end > start), None)


class Named:
    """Mention index: the mentions of a Doc by the tokens in them."""

    def __init__(self, doc: Doc) -> None:
        self._span = {mention.evidence: spaced(doc, mention.evidence) for mention in doc._.mentions}
        self._of_token: dict[int, Mention] = {}
        self._ending: dict[int, Mention] = {}
        for mention in sorted(doc._.mentions, key=_preference, reverse=True):
            for token in self.span(mention):
                self._of_token.setdefault(token.i, mention)
        for mention in sorted(doc._.mentions, key=_length):
            self._ending.setdefault(self.span(mention).end, mention)

    def at(self, token: Token) -> Mention | None:
        """The mention that the token is part of: a name rather than a role with a name in it, then the longest."""
        return self._of_token.get(token.i)

    def ending(self, end: int) -> Mention | None:
        """The shortest mention that ends before the token at index `end`: 'the charity' of 'the charity's founder'."""
        return self._ending.get(end)

    def span(self, mention: Mention) -> Span:
        """The tokens of a mention."""
        return self._span[mention.evidence]

    def within(self, span: Span, *kinds: Kind, form: Form | None = None) -> Iterator[Mention]:
        """The mentions in the span, in order, of these kinds (of any, where none is given) and this form."""
        for mention in dict.fromkeys(self.at(token) for token in span):
            if mention is not None and (not kinds or mention.kind in kinds) and form in (None, mention.form):
                yield mention


def _length(mention: Mention) -> int:
    return len(mention.evidence.exact)


def _preference(mention: Mention) -> tuple[bool, int]:
    return mention.form is Form.NAME, _length(mention)
