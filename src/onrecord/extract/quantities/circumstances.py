"""Place and agent of a figure: where those counted are, and who did it to them, as far as its own sentence tells."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.quantities.units import Measure, unit_names
from onrecord.extract.syntax.arguments import agents, appositions, conjuncts, patients, subjects
from onrecord.extract.syntax.clauses import governors
from onrecord.extract.syntax.event_place import place_of
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Evidence, Form, Kind, Mention

_SOMEWHERE = (Measure.COUNT, Measure.SHARE)  # kilometres and dollars are nowhere


class Circumstances:
    """The mentions of a Doc, asked by figure for place and agent."""

    def __init__(self, doc: Doc) -> None:
        self._named = Named(doc)

    def place(self, figure: Counted, *, told: bool) -> Evidence | None:
        """The place named with the figure's noun, with its verbs or as their subject; of those to whom something was
        done (`told`) else the nearest one of the sentence."""
        if figure.amount.measure not in _SOMEWHERE or figure.lemma in unit_names():
            return None
        found = next(self._places(figure.anchor), None) or (self._nearest(figure) if told else None)
        return found.evidence if found is not None else None

    def _places(self, anchor: Token) -> Iterator[Mention]:
        verbs = list(governors(anchor))
        asked = ((anchor, None), *((None, verb) for verb in verbs))
        yield from (p for noun, verb in asked if (p := place_of(noun, verb, self._named)))
        named = (self._named.at(t) for verb in verbs for t in subjects(verb))
        yield from (m for m in named if m is not None and m.kind is Kind.PLACE and m.form is Form.NAME)

    def _nearest(self, figure: Counted) -> Mention | None:
        named = self._named.within(figure.sentence, Kind.PLACE, form=Form.NAME)
        return min(named, key=lambda m: abs(m.evidence.start - figure.amount.start), default=None)

    def agent(self, figure: Counted, action: str, events: EventLexicon) -> Evidence | None:
        """Who did it to those counted: the agent of the verb that says the action and has them for its patients."""
        for verb in governors(figure.anchor):
            if events.says(verb, action) and any(figure.anchor in conjuncts(t) for t in patients(verb)):
                named = (self._named.at(t) for head in agents(verb) for t in (head, *appositions(head)))
                found = next((m for m in named if m is not None), None)
                return found.evidence if found is not None else None
        return None
