"""Which mentions tell one event: related kinds that neither day nor place tells apart, and a reason to join them."""

import pytest

from onrecord.extract.events.coreference import Chain, EventMention, chains
from onrecord.values.findings import Evidence

INSIDE = frozenset({("karol bagh", "delhi")})


def mention(start: int, kind: str = "fire", place: str = "", **told: object) -> EventMention:
    """A mention at an offset, a sentence each hundred characters."""
    words = Evidence(start, start + 4, "fire")
    where = Evidence(start + 10, start + 10 + len(place), place) if place else None
    return EventMention(words, start // 100, kind, "a fire", place=where, **told)  # type: ignore[arg-type]


def joined(*mentions: EventMention) -> list[list[int]]:
    """The offsets of the mentions of each event."""
    return [[m.evidence.start for m in chain.mentions] for chain in chains(mentions, INSIDE)]


FIRST = mention(0, place="Karol Bagh", date="2019-02-12")


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (mention(100, definite=True), "a definite noun phrase of the kind"),
        (mention(900, definite=True), "a definite noun phrase of the kind"),
        (mention(100, definite=True, date="2019-02"), "a definite noun phrase of the kind"),
        (mention(100, "incident", definite=True, resuming=True), "a definite noun phrase of the kind"),
        (mention(100, definite=True, place="Delhi"), "a definite noun phrase of the kind"),
        (mention(100, place="Karol Bagh", date="2019-02-12"), "the same kind, day and place"),
        (mention(100, noun=False), "a verb of the kind that goes on"),
    ],
    ids=["the fire", "the fire, far below", "its month", "the incident", "around it", "told alike", "burned down"],
)
def test_a_mention_tells_the_event_again(second: EventMention, reason: str) -> None:
    (chain,) = chains([FIRST, second], INSIDE)
    assert chain.reasons == ("first told", reason)


@pytest.mark.parametrize(
    "second",
    [
        mention(100),
        mention(100, definite=True, anew=True),
        mention(100, definite=True, date="2018-02-12"),
        mention(100, definite=True, place="Mumbai"),
        mention(100, "earthquake", definite=True),
        mention(100, definite=True, plural=True),
        mention(900, noun=False),
        mention(100, noun=False, date="2019-02-12"),
    ],
    ids=["a fire", "the second", "another day", "another place", "a quake", "the fires", "far below", "a day alone"],
)
def test_a_mention_tells_another_event(second: EventMention) -> None:
    assert joined(FIRST, second) == [[0], [second.evidence.start]]


def test_the_body_tells_what_the_headline_told_whatever_its_article() -> None:
    headline = mention(0, headline=True)
    assert joined(headline, mention(100, date="2019-02-12")) == [[0, 100]]
    assert joined(headline, mention(100), mention(200)) == [[0, 100], [200]]


def test_of_two_events_the_nearest_before_is_taken_up() -> None:
    other = mention(100, place="Mumbai", date="2018-12-17", anew=True)
    assert joined(FIRST, other, mention(200, definite=True)) == [[0], [100, 200]]
    assert joined(FIRST, other, mention(200, definite=True, place="Karol Bagh")) == [[0, 200], [100]]


def test_a_wider_word_joins_what_two_narrower_ones_do_not() -> None:
    bombing, shooting = mention(0, "bombing"), mention(100, "shooting", definite=True)
    assert joined(bombing, shooting) == [[0], [100]]
    attack = mention(100, "attack", definite=True)
    assert joined(bombing, attack, mention(200, "shooting", definite=True)) == [[0, 100], [200]]
    (chain,) = chains([bombing, attack], INSIDE)
    assert chain.kind == "bombing"


def test_words_that_only_take_up_tell_nothing_by_themselves() -> None:
    assert joined(mention(0, "incident", definite=True, resuming=True)) == []


def test_an_event_has_the_most_precise_date_and_the_narrowest_place_told() -> None:
    chain = Chain((mention(0, place="Delhi", date="2019-02"), mention(100, place="Karol Bagh", date="2019-02-12")), ())
    assert chain.date == "2019-02-12"
    place = chain.place(INSIDE)
    assert place is not None and place.exact == "Karol Bagh"
    assert chain.place(frozenset()) == chain.mentions[0].place
    assert Chain((mention(0),), ()).place(INSIDE) is None
