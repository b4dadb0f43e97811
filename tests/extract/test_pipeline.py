"""From the Doc to findings: sentences, and the day of publication."""

import datetime as dt

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.document import Document
from onrecord.extract import doc_extensions, pipeline
from onrecord.values.findings import Evidence, Figure

WORDS = ["It", "gives", "19", "546", "names", ".", "It", "grows", "."]


def doc(*starts: int) -> Doc:
    """A Doc whose sentences start at these tokens, with a figure for '19 546'."""
    made = Doc(Vocab(), words=WORDS, sent_starts=[i in starts for i in range(len(WORDS))])
    number = Evidence(9, 15, "19 546")
    made._.figures = (Figure(number, 19546, None, "exact", "names", "other", "unspecified", "", number),)  # type: ignore[arg-type]
    return made


@pytest.mark.parametrize(
    ("starts", "sentences"),
    [
        ((0, 6), ["It gives 19 546 names .", "It grows ."]),
        ((0, 3, 6), ["It gives 19 546 names .", "It grows ."]),  # the parser's border lies in the number
        ((0, 2, 6), ["It gives", "19 546 names .", "It grows ."]),
    ],
)
def test_a_number_lies_in_one_sentence(starts: tuple[int, ...], sentences: list[str]) -> None:
    assert [s.exact for s in pipeline.findings(doc(*starts)).sentences] == sentences


def test_the_day_of_publication_goes_along() -> None:
    made = doc(0)
    assert pipeline.findings(made).published == ""
    made._.published = dt.date(2024, 3, 15)
    assert doc_extensions.published(made) == dt.date(2024, 3, 15)
    assert pipeline.findings(made).published == "2024-03-15"


def test_a_dateline_is_the_day_where_none_is_given(nlp: Language) -> None:
    text = "Sveta Gora, 11.05.2021\n\nThe Commission received 214 complaints."
    ((_, undated),) = pipeline.find(nlp, [Document(text)])
    ((_, dated),) = pipeline.find(nlp, [Document(text, dt.date(2021, 5, 12))])
    assert (undated.published, dated.published) == ("2021-05-11", "2021-05-12")
