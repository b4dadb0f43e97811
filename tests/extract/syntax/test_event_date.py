"""Dates of events, on parses written by hand with their dates given."""

import pytest
from parsed import parsed, word
from spacy.tokens import Doc

from onrecord.extract.doc_extensions import evidence
from onrecord.extract.syntax import event_date
from onrecord.values.findings import DateExpression

DAYS = {
    "Monday": "2024-05-06",
    "Friday": "2024-05-10",
    "May": "2024-05",
    "week": "2024-05-06/2024-05-12",
    "1956": "1956",
}
ADOPTED = "It PRP nsubj 1 | adopted/adopt VBD ROOT 1 | a DT det 3 | law NN dobj 1"


def dated(rows: str) -> Doc:
    """A Doc in which the names of days are date expressions."""
    doc = parsed(rows)
    doc._.dates = tuple(
        DateExpression(evidence(t), DAYS[t.text], DAYS[t.text][:10], DAYS[t.text][-10:], "full")
        for t in doc
        if t.text in DAYS
    )
    return doc


@pytest.mark.parametrize(
    ("rows", "date"),
    [
        (f"{ADOPTED} | on IN prep 1 | Monday NNP pobj 4", DAYS["Monday"]),
        (f"{ADOPTED} | of IN prep 3 | Monday NNP pobj 4", DAYS["Monday"]),  # the date of the noun
        (f"{ADOPTED} | last JJ amod 5 | week NN npadvmod 1", ""),  # no point in time
        (f"{ADOPTED}", ""),
        # 'on Monday it adopted a law that took effect on Friday': the verb's own, not the nearest
        (
            "On IN prep 3 | Monday NNP pobj 0 | it PRP nsubj 3 | adopted/adopt VBD ROOT 3 | law NN dobj 3 | "
            "that WDT nsubj 6 | came/come VBD relcl 4 | Friday NNP npadvmod 6",
            DAYS["Monday"],
        ),
        (f"{ADOPTED} | that WDT nsubj 5 | came/come VBD relcl 3 | on IN prep 5 | Friday NNP pobj 6", ""),
        # 'voted on Monday to adopt', 'announced on Monday that it had adopted', but 'said on Monday that it had'
        (
            "It PRP nsubj 1 | voted/vote VBD ROOT 1 | Monday NNP npadvmod 1 | to TO aux 4 | "
            "adopted/adopt VB xcomp 1 | law NN dobj 4",
            DAYS["Monday"],
        ),
        (
            "It PRP nsubj 1 | announced/announce VBD ROOT 1 | Monday NNP npadvmod 1 | that IN mark 4 | "
            "adopted/adopt VBN ccomp 1 | law NN dobj 4",
            DAYS["Monday"],
        ),
        (
            "It PRP nsubj 1 | said/say VBD ROOT 1 | Monday NNP npadvmod 1 | that IN mark 4 | "
            "adopted/adopt VBN ccomp 1 | law NN dobj 4",
            "",
        ),
        # 'welcomed the report of Friday on Monday'
        (
            "It PRP nsubj 1 | adopted/adopt VBD ROOT 1 | law NN dobj 1 | after IN prep 1 | "
            "report NN pobj 3 | of IN prep 4 | "
            "Friday NNP pobj 5 | on IN prep 1 | Monday NNP pobj 7",
            DAYS["Monday"],
        ),
        # 'adopted a law under the Ports Act, 1956', but 'adopted a law in 1956'
        (f"{ADOPTED} | under IN prep 1 | Act NNP pobj 4 | , , punct 1 | 1956 CD npadvmod 1", ""),
        (f"{ADOPTED} | in IN prep 1 | 1956 CD pobj 4", DAYS["1956"]),
        # 'adopted a law after the coup in May', but 'adopted a law for ports in May'
        (f"{ADOPTED} | after IN prep 1 | the DT det 6 | coup NN pobj 4 | in IN prep 6 | May NNP pobj 7", ""),
        (f"{ADOPTED} | for IN prep 1 | ports/port NNS pobj 4 | in IN prep 5 | May NNP pobj 6", DAYS["May"]),
        # a timeline
        (
            "• : punct 1 | Monday NNP ROOT 1 | : : punct 1 | It PRP nsubj 4 | adopted/adopt VBD ROOT 4 | law NN dobj 4",
            DAYS["Monday"],
        ),
        (
            "In IN prep 1 | Monday NNP ROOT 1 | : : punct 1 | It PRP nsubj 4 | "
            "adopted/adopt VBD ROOT 4 | law NN dobj 4",
            "",
        ),
    ],
)
def test_the_date_of_an_act(rows: str, date: str) -> None:
    doc = dated(rows)
    assert event_date.date_of(word(doc, "adopted"), word(doc, "law")) == date


def test_the_date_of_a_noun_alone() -> None:
    doc = dated("The DT det 1 | ruling NN nsubj 2 | came/come VBD ROOT 2 | on IN prep 2 | Monday NNP pobj 3")
    assert event_date.date_of(None, doc[1]) == DAYS["Monday"]
    other = dated(
        "The DT det 1 | ruling NN nsubj 2 | pleased/please VBD ROOT 2 | them PRP dobj 2 | Monday NNP npadvmod 2"
    )
    assert event_date.date_of(None, other[1]) == ""
    ground = dated("Convictions NNS ROOT 0 | for IN prep 0 | fire NN pobj 1 | of IN prep 2 | May NNP pobj 3")
    assert event_date.date_of(None, ground[0]) == ""
    assert event_date.date_of(None, None) == ""


def test_dates_in_a_span() -> None:
    doc = dated(f"{ADOPTED} | on IN prep 1 | Monday NNP pobj 4")
    ((span, date),) = event_date.dates_in(doc[2:6])
    assert (span.text, date.value) == ("Monday", DAYS["Monday"])
    assert event_date.dates_in(doc[0:5]) == ()
