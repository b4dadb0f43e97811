"""What is compared of the entities of different articles: names, positions, and whom and what their articles name."""

from dataclasses import dataclass

from onrecord.lexicon import gazetteer, lexicon, name_forms
from onrecord.values.entities import Entity

Called = tuple[str, ...]  # the name, then all labels


@dataclass(frozen=True, slots=True)
class Context:
    """What one article says of an entity beside its names."""

    article: str  # the article's IRI: two entities of one article are never the same
    published: str = ""  # ISO day, or ''
    titles: tuple[str, ...] = ()  # of a person: the positions held
    organizations: tuple[str, ...] = ()  # of a person: the bodies they are held in
    people: tuple[str, ...] = ()  # the other people the article names
    bodies: tuple[str, ...] = ()  # the organizations and courts it names
    places: tuple[str, ...] = ()  # the places it names


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """An entity with its context, in the forms in which they are compared: each is made once for all comparisons."""

    entity: Entity
    article: str
    year: int  # of publication; 0 where it is not known
    called: Called
    known: frozenset[str]  # its names, as the word list prefers them
    entries: frozenset[str]  # IRIs of what it is elsewhere
    states: frozenset[str]  # that its names tell
    people: frozenset[str]  # full names that its article has beside it, by their sounds
    bodies: frozenset[str]
    places: frozenset[str]
    place_states: frozenset[str]  # states among these places
    holds_office: bool
    titles: frozenset[str]  # the words of its titles
    organizations: frozenset[str]  # those in which it holds them
    offices: frozenset[frozenset[str]]  # the same by their words: the regional court of Pecs is the Pecs regional court
    office_states: frozenset[str]
    told: int  # how much its article says of it

    def features(self) -> frozenset[str]:
        """What others may have in common with it beside the name, in words."""
        return self.people | self.bodies | self.places | self.organizations | self.titles


def profile(entity: Entity, context: Context) -> Profile:
    """The entity as it is compared."""
    titles, organizations = context.titles, context.organizations
    return Profile(
        entity=entity,
        article=context.article,
        year=int(context.published[:4] or 0),
        called=(entity.name, *entity.labels),
        known=_names(entity.labels),
        entries=frozenset(entity.same_as),
        states=gazetteer.states(entity.labels),
        people=frozenset(_sounds(name) for name in context.people if len(name.split()) > 1),
        bodies=_names(context.bodies),
        places=_names(context.places),
        place_states=gazetteer.states(context.places),
        holds_office=bool(titles or organizations),
        titles=frozenset().union(*map(name_forms.content, titles)) - gazetteer.all_states(),
        organizations=_names(organizations),
        offices=frozenset(name_forms.content(name_forms.known_as(name)) for name in organizations),
        office_states=gazetteer.states((*titles, *organizations)),
        told=sum(map(len, (titles, organizations, context.people, context.bodies, context.places))),
    )


def _names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(name_forms.known_as, names))


@lexicon.derived
def _sounds(name: str) -> str:
    return " ".join(map(name_forms.sound, name_forms.words(name)))
