"""Where those counted are, and who did it to them, as far as the sentence of a figure tells."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.quantities.component import figures
from onrecord.values.findings import Figure


def read(nlp: Language, text: str) -> Figure:
    (figure,) = figures(doc_of(nlp, text))._.figures
    assert isinstance(figure, Figure)
    return figure


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The fire killed nine people in {l:Orlec}.", "Orlec"),
        ("In {l:Orlec}, 31 houses burned.", "Orlec"),
        ("Nine of the miners of {l:Brest} were killed in {l:Orlec}.", "Orlec"),
        ("{l:Torvia} has 45 camps.", "Torvia"),
        ("Nine people were killed, said a doctor from {l:Orlec}.", "Orlec"),
        ("The mayor of {l:Orlec} bought 31 horses.", None),
        ("{p:Jan Kowal} drove 40 kilometres in {l:Torvia}.", None),
        ("Nine people were killed.", None),
    ],
)
def test_the_place_of_those_counted(nlp: Language, text: str, place: str | None) -> None:
    where = read(nlp, text).where
    assert (where.exact if where else None) == place


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("{o:Home Path} brought home 602 children.", "Home Path"),
        ("{o:Home Path} has managed to bring home 602 children.", "Home Path"),
        ("602 children were brought home by {o:Home Path}.", "Home Path"),
        ("Soldiers of {l:Norland} deported 602 children.", None),
        ("{l:Norland} deported 602 children.", "Norland"),
        ("602 children came home, said {o:Home Path}.", None),
        ("{o:Home Path} says that 602 children were brought home.", None),
        ("{o:Home Path} bought 602 beds.", None),
    ],
)
def test_the_agent(nlp: Language, text: str, agent: str | None) -> None:
    who = read(nlp, text).agent
    assert (who.exact if who else None) == agent
