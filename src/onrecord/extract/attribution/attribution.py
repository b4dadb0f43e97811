"""An attribution: what was said, the cue that says so, and the source, as spans of tokens."""

from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """Reported or quoted speech in the grammar of its sentence, before its source is resolved."""

    content: Span  # from its first word to its last
    cue: Span | None
    source: Span | None  # the noun phrase
    head: Token | None  # of the source
    verb: Token | None  # the reporting verb of the cue, where it has one
    direct: bool = False
    confidence: Decimal | None = None  # the encoder's probability; None where a rule found it, or another source of it
    interruptions: tuple[
        Span, ...
    ] = ()  # within the content, who says it by what words: '“We left,” she said, “then.”'

    @property
    def parts(self) -> tuple[Span, ...]:
        """The stretches of the content between its interruptions."""
        doc, start = self.content.doc, self.content.start
        found = []
        for gap in self.interruptions:
            if start < gap.start and gap.end < self.content.end:
                found.append(doc[start : gap.start])
                start = gap.end
        return (*found, doc[start : self.content.end])
