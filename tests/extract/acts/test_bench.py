"""The court of a case: named elsewhere in the article than beside the words that report its judgment."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts
from onrecord.extract.positions.component import positions


def makers(nlp: Language, text: str) -> list[str | None]:
    found = acts(positions(doc_of(nlp, text)))._.acts
    return [a.by.exact if a.by else None for a in found if a.type == "Judgment"]


@pytest.mark.parametrize(
    "text",
    [
        "{p:Jan Kowal} appeared in the {c:Tavno District Court}. Judge {p:Eva Lem} convicted him of fraud.",
        "The trial was heard by the {c:Tavno District Court}. The judges acquitted {p:Jan Kowal} of fraud.",
        "A federal judge sentenced {p:Jan Kowal} to nine years. The {c:Tavno District Court} sat for two days.",
        "{p:Jan Kowal} appeared before the {c:Tavno District Court}. He was remanded in custody.",
        "A surgeon was jailed for nine years. He had sold drugs, the {c:Tavno District Court} heard.",
        "{p:Jan Kowal} was jailed for nine years, the {c:Tavno District Court} said.",
        "The {c:Tavno District Court} is full. It is old. It is loud. {p:Jan Kowal} was convicted of fraud.",
    ],
)
def test_a_judge_or_nobody_acts_for_the_court_of_the_case(nlp: Language, text: str) -> None:
    assert makers(nlp, text) == ["Tavno District Court"]


@pytest.mark.parametrize(
    "text",
    [
        "{p:Jan Kowal} was jailed for nine years. Lawyers will turn to the {c:Supreme Court of Velm}.",
        "{p:Jan Kowal} was jailed for nine years. He is ill. He is old. The {c:Tavno District Court} is closed.",
        "The {c:Tavno District Court} is shut. It is old. In {d:2015=2015} a court in {l:Marra} jailed {p:Jan Kowal}.",
        "{p:Jan Kowal} was jailed for nine years, the {o:Tavno Herald} said.",
        "The {c:Tavno Court} is full. It is old. It is loud. {p:Jan Kowal} was convicted in {d:2015=2015}.",
        "The {c:Tavno Court} is full. The {c:Velm Court} is not. It is old. {p:Jan Kowal} was convicted of fraud.",
    ],
)
def test_a_court_of_another_case_is_not_taken_for_it(nlp: Language, text: str) -> None:
    assert makers(nlp, text) == [None]
