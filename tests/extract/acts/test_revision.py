"""What an act does to an earlier one: the verbs that say so, and the words for the earlier act."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts
from onrecord.extract.positions.component import positions
from onrecord.values.findings import Revision


def revisions(nlp: Language, text: str) -> list[Revision]:
    return [r for act in acts(positions(doc_of(nlp, text)))._.acts for r in act.revises]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The {c:Appeals Chamber} upheld the sentence.", ("upholds", "the sentence", "upheld", {"Judgment"})),
        (
            "The {c:Cour de cassation} set that judgment aside.",
            ("overturns", "that judgment", "overturned", {"Judgment"}),
        ),
        (
            "The conviction was quashed by the {c:Supreme Court}.",
            ("overturns", "The conviction", "overturned", {"Judgment"}),
        ),
        ("The {c:Constitutional Court} struck the law down.", ("overturns", "the law", "overturned", {"Law"})),
        ("The {c:Bundesverfassungsgericht} declared the law void.", ("overturns", "the law", "overturned", {"Law"})),
        (
            "The {c:High Court} ruled that the decree was unlawful.",
            ("overturns", "the decree", "overturned", {"Decree"}),
        ),
        (
            "The {c:Court of Appeal} dismissed her appeal against the sentence.",
            ("upholds", "the sentence", "upheld", {"Judgment"}),
        ),
        ("The {c:Tavno Court} dismissed the charges.", ("overturns", "the charges", "overturned", {"Charge"})),
        ("The {o:European Union} extended its sanctions.", ("amends", "its sanctions", "", {"Sanction"})),
        (
            "The {c:Tavno Court} suspended the travel ban.",
            ("amends", "the travel ban", "suspended", {"Sanction"}),
        ),
        ("President {p:Ana Duarte} amended Decree 12.", ("amends", "Decree 12", "", {"Decree"})),
        ("The {o:Assembly} repealed the Water Act.", ("overturns", "the Water Act", "withdrawn", {"Law"})),
        (
            "The {o:Assembly} adopted a law that repeals the Water Act.",
            ("overturns", "the Water Act", "withdrawn", {"Law"}),
        ),
        ("The {c:Supreme Court} struck {it:it} down.", ("overturns", "it", "overturned", set())),
    ],
)
def test_what_an_act_does_to_an_earlier_one(nlp: Language, text: str, expected: tuple[str, str, str, set[str]]) -> None:
    told = [(r.effect, r.words.exact, r.standing, set(r.types)) for r in revisions(nlp, text)]
    assert told == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The referee upheld the decision after a review.",
        "The club extended the contract of {p:Jan Kowal}.",
        "The {c:Tavno Court} may overturn the sentence.",
        "The {c:Tavno Court} did not quash the conviction.",
        "The {o:Assembly} passed a law on tides.",
        "The {c:Tavno Court} ruled that the law was not unlawful.",
        "Rain suspended the match and the sentence of the poem was cut.",
    ],
)
def test_what_does_nothing_to_an_act(nlp: Language, text: str) -> None:
    assert revisions(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "against", "by", "date", "number"),
    [
        ("The {c:High Court} upheld the conviction of {p:Jan Kowal}.", ["Jan Kowal"], None, "", ""),
        ("The {c:High Court} dismissed {p:Jan Kowal}'s appeal.", ["Jan Kowal"], None, "", ""),
        ("The {c:High Court} upheld {she:his} sentence.", ["his"], None, "", ""),
        ("The {c:High Court} overturned the {o:Trade Ministry}'s travel ban.", [], "Trade Ministry", "", ""),
        ("The {c:High Court} overturned the ruling by the {c:Tavno Court}.", [], "Tavno Court", "", ""),
        ("The {c:High Court} annulled the decree of {d:4 March=2024-03-04}.", [], None, "2024-03-04", ""),
        ("The {c:High Court} annulled Decree 330.", [], None, "", "Decree 330"),
    ],
)
def test_what_the_words_say_of_the_earlier_act(
    nlp: Language, text: str, against: list[str], by: str | None, date: str, number: str
) -> None:
    (found,) = revisions(nlp, text)
    assert ([w.exact for w in found.against], found.by and found.by.exact) == (against, by)
    assert (found.date, found.number) == (date, number)


@pytest.mark.parametrize(("article", "definite"), [("the", True), ("that", True), ("a", False)])
def test_only_definite_words_take_an_act_up(nlp: Language, article: str, definite: bool) -> None:
    (found,) = revisions(nlp, f"The {{c:Tavno Court}} overturned {article} sentence on {{d:Monday=2024-03-11}}.")
    assert found.definite is definite
