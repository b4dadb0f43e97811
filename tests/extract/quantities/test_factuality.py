"""Factuality of figures: each rule in several wordings, and what looks like it and is a fact."""

import datetime as dt

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.quantities.component import figures

# Each text has one figure, of forty.
PLANNED = (
    "The charity hopes to return 40 children.",
    "The charity expects to bring home 40 children by May.",
    "The ministry plans the return of 40 children.",
    "The government promised the release of 40 prisoners.",
    "Officials called for the release of 40 prisoners.",
    "The court ordered that 40 prisoners be released.",
    "Forty prisoners are to be released on Friday.",
    "Forty prisoners will be exchanged next week.",
    "Another 40 families are due to leave the camp.",
    "The army is preparing to evacuate 40 villages.",
    "The envoy is working to free 40 hostages.",
    "A deal to free 40 hostages was signed on Monday.",
    "The plan foresees the return of 40 children.",
    "She urged the government to free 40 prisoners.",
    "The bill proposes sanctions on 40 companies.",
    "Kyiv demanded the return of 40 children.",
    "The planned evacuation of 40 families begins on Monday.",
    "Forty children were supposed to come home in May.",
    "Prosecutors intend to charge 40 officers.",
    "The union threatened nothing, but 40 workers will be dismissed.",
    "Forty prisoners go home {d:next month=2024-06}.",
    "The rebels have agreed to free 40 hostages.",
    "She wants to adopt 40 children.",
)
POSSIBLE = (
    "The minister did not say that 40 people had been killed.",
    "The minister neither confirmed nor denied that 40 people had been killed.",
    "Had the mayor said that 40 bridges were unsafe, the road would have been closed.",
    "Up to 40 people may have been killed.",
    "Forty people are feared dead.",
    "Forty people are feared to have drowned.",
    "It is possible that 40 children were deported.",
    "The police suspect that 40 children were deported.",
    "If the dam breaks, 40 people will be killed.",
    "Unless help comes, 40 people will die.",
    "As many as 40 people might be trapped.",
    "It is unclear whether 40 people died.",
    "Perhaps 40 people died.",
    "There is a risk that 40 families will be displaced.",
    "Doctors fear the deaths of 40 patients.",
    "Officials are considering sanctions on 40 firms.",
    "The storm threatens to displace 40 families.",
    "Were the dam to break, 40 people would drown.",
    "Should the dam break, 40 people would drown.",
    "Had the bridge fallen, 40 people would have died.",
    "The bomb would have killed 40 people if it had gone off.",
    "Police are checking reports that 40 people may have died.",
    "Nobody knows whether 40 children were deported.",
    "Forty children are thought dead.",
    "Forty children are believed to have been deported.",
    "Did 40 people die?",
)
NEGATED = (
    "The army denied that 40 people were killed.",
    "The army denied killing 40 people.",
    "The ministry rejected reports that 40 children had been taken.",
    "Reports that 40 people died are false.",
    "The claim that 40 people died is untrue.",
    "It is false that 40 people died.",
    "It is not the case that 40 people died.",
    "The report that 40 people died turned out to be wrong.",
    "The return of 40 children was cancelled.",
    "The police foiled an attack that would have killed 40 people.",
    "The exchange of 40 prisoners never took place.",
    "The exchange of 40 prisoners fell through.",
    "The army did not kill 40 people.",
    "The guards failed to stop the convoy, and never freed the 40 hostages.",
    "The vaccine prevented 40 deaths.",
    "The plan to deport 40 families was abandoned.",
    "The ministry called off the deportation of 40 families.",
    "The minister said there was no truth in the claim that 40 people had died.",
    "There is no evidence that 40 people were killed.",
    "The court refused to release 40 prisoners.",
    "None of the 40 miners was killed.",
    "The minister denied reports of 40 deaths.",
    "He denied that any of the 40 hostages had been freed.",
    "He left without the release of 40 prisoners.",
)
FACTS = (
    "Forty children were returned on Monday.",
    "The minister did not deny that 40 people had been killed.",
    "The minister did not know that 40 people had been killed.",
    "The minister did not say why 40 people had been killed.",
    "The minister not only said that 40 people had died, he wept.",
    "Nobody disputes that 40 people were killed.",
    "The army managed to free 40 hostages.",
    "The army, which hopes to win, killed 40 people.",
    "The rebels vowed revenge after 40 people were killed.",
    "The ministry said 40 children had been returned.",
    "The ministry confirmed the deaths of 40 people.",
    "The ministry estimates that 40 people died.",
    "The laboratory believes that 40 children have been deported.",
    "The mayor of a town of 40 people may resign.",
    "The company, which employs 40 people, will close.",
    "The minister will visit the camp where 40 families live.",
    "Not only soldiers but also 40 nurses were killed.",
    "The prisoners were not released until 40 hostages had been freed.",
    "The court sentenced 40 officers.",
    "Police want to know why 40 people died.",
    "The families of the 40 victims will receive compensation.",
    "The strike, in which 40 people died, may have been a mistake.",
    "The governor promised help to the families of 40 people killed in the fire.",
    "Prosecutors will appeal against the acquittal of 40 officers.",
    "She thanked the volunteers who had brought home 40 children.",
    "At least 40 people were killed, and more may be trapped.",
    "No fewer than 40 people were killed.",
    "The blast killed 40 people, and could have killed more.",
    "Without help from anyone the medics saved 40 people.",
    "The first 40 children to return came home on Monday.",
    "Officials doubt the story, but 40 people were killed.",
    "He admitted killing 40 people.",
    "The court found that 40 people had been deported.",
    "They are charged with killing 40 people.",
    "Forty prisoners went home {d:last month=2024-04}.",
    "It is true that 40 children were deported.",
    "Hopes faded when 40 miners were found dead.",
    "Forty children were returned as planned.",
    "The minister, who denies any guilt, said 40 judges had been arrested.",
    "Forty men suspected of theft were detained.",
    "The sides will meet in a town of 40 houses.",
    "The police arrested 40 men and hope for more.",
    "Forty passengers were never found.",
)


def factuality(nlp: Language, text: str) -> list[str]:
    doc = doc_of(nlp, text)
    doc._.published = dt.date(2024, 5, 14)
    return [figure.factuality for figure in figures(doc)._.figures if figure.value == 40]


@pytest.mark.parametrize("text", PLANNED)
def test_what_is_intended_demanded_or_expected_is_planned(nlp: Language, text: str) -> None:
    assert factuality(nlp, text) == ["planned"]


@pytest.mark.parametrize("text", POSSIBLE)
def test_what_may_be_is_feared_or_conditional_is_possible(nlp: Language, text: str) -> None:
    assert factuality(nlp, text) == ["possible"]


@pytest.mark.parametrize("text", NEGATED)
def test_what_is_denied_refused_or_averted_is_negated(nlp: Language, text: str) -> None:
    assert factuality(nlp, text) == ["negated"]


@pytest.mark.parametrize("text", FACTS)
def test_what_is_asserted_is_a_fact_whatever_stands_beside_it(nlp: Language, text: str) -> None:
    assert factuality(nlp, text) == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve of the 40 children thought dead have been found alive.", ["", "possible"]),
        ("They will pay €20,000 (£17,500; $22,900).", ["planned", "planned", "planned"]),
        ("The army killed 40 people and plans to deport 30.", ["", "planned"]),
        ("A blast killed 40 people and could have killed 300 pupils.", ["", "possible"]),
    ],
)
def test_each_figure_of_a_sentence_has_its_own(nlp: Language, text: str, expected: list[str]) -> None:
    assert [figure.factuality for figure in figures(doc_of(nlp, text))._.figures] == expected
