"""Which figures a page is asked for: what is counted, what happened, by whom, where, of which kind, when."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox
from starlette.requests import Request

from onrecord.graph.iri import term
from onrecord.lexicon import lexicon
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer import parameters
from onrecord.serve.explorer.wording import tail, terms

_TEXTS = ("counted", "action", "scope", "source", "place", "publisher")
_NAMES = {scheme: f"https://w3id.org/onrecord/{scheme}/" for scheme in ("action", "scope")}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which figures are asked for; an empty text stands for any."""

    counted: str  # a population, or words of some
    action: str  # a term of the word list of actions
    scope: str  # a term of the word list of scopes
    source: str  # the name of who reported them
    place: str  # the name of where those counted are
    publisher: str  # of the articles
    days: parameters.Days
    given: Mapping[str, str]  # the days as they were given

    @property
    def of_figures(self) -> tuple[str, ...]:
        """What is asked for of figures alone; days are asked for of acts, too."""
        return self.counted, self.action, self.scope, self.source, self.place, self.publisher

    @property
    def terms(self) -> dict[str, ox.NamedNode | ox.Literal]:
        """All but what is counted, as queries ask for it."""
        listed = {name: getattr(self, name) for name in _NAMES}
        return {
            **{name: ox.NamedNode(term(name, one)) if one else ox.Literal("") for name, one in listed.items()},
            "source": ox.Literal(self.source),
            "place": ox.Literal(self.place),
            "publisher": ox.Literal(self.publisher),
            **self.days.terms,
        }

    def form(self, choices: Mapping[str, set[str]]) -> Mapping[str, object]:
        """What the form shows: what was asked for, and what can be chosen of reporters, places and publishers."""
        texts = {name: getattr(self, name) for name in _TEXTS}
        return {
            "asked": {**texts, **self.given},
            "actions": labels("action"),
            "scopes": {**labels("scope"), lexicon.load().default("scope").term: "not said"},
            "reporters": sorted((choices["reportedBy"] | {self.source}) - {""}),
            "places": sorted((choices["place"] | {self.place}) - {""}),
            "publishers": sorted((choices["publisher"] | {self.publisher}) - {""}),
        }


def asked_of(request: Request) -> Filter:
    """The filter that an address holds.

    Raises:
        RefusedError: 400, there is no such action, scope or date.
    """
    told = {name: request.query_params.get(name, "").strip() for name in _TEXTS}
    for scheme in _NAMES:
        if told[scheme] not in ("", *labels(scheme)):
            raise RefusedError(400, f"{scheme}= is to be one of {', '.join(labels(scheme))}")
    given = {name: request.query_params.get(name, "").strip() for name in ("from", "to")}
    return Filter(**told, days=parameters.days(request), given=given)


def labels(scheme: str) -> Mapping[str, str]:
    """The labels of the actions or scopes, by their names in addresses."""
    return {tail(iri): one.label for iri, one in terms().items() if iri.startswith(_NAMES[scheme])}
