"""Which lines of a text are labelled turns, and what is no label."""

import pytest

from onrecord.document.speaker_labels import turns

LABELLED = [
    ("Questions and answers", "Q: Where?\n\nA: At home.", [("Q", "Where?"), ("A", "At home.")]),
    ("With full stops", "Q. Where?\nA. Maren Holt knew.", [("Q", "Where?"), ("A", "Maren Holt knew.")]),
    ("In words", "Question: Where?\nAnswer: Here.", [("Question", "Where?"), ("Answer", "Here.")]),
    ("Words of the lists", "PRESENTER: Where?\nGuest: Here.", [("PRESENTER", "Where?"), ("Guest", "Here.")]),
    ("Words of the lists, with full stops", "Host. Where?\nGuest. Here.", [("Host", "Where?"), ("Guest", "Here.")]),
    ("Names that come again", "ROE: Yes.\nHOLT: No.\nROE: Yes!", [("ROE", "Yes."), ("HOLT", "No."), ("ROE", "Yes!")]),
    ("A line of contact", "ROE: Yes.\nContact: press office\nROE: Yes!", [("ROE", "Yes."), ("ROE", "Yes!")]),
    (
        "Titles in capitals",
        "THE PRESIDENT: Yes.\nPRIME MINISTER ROE: We agree.",
        [("THE PRESIDENT", "Yes."), ("PRIME MINISTER ROE", "We agree.")],
    ),
    ("One title in capitals", "THE PRESIDENT: Yes.\nVELM: Nine wards were shut.", []),
    ("Headings in capitals", "START DATE: 5 May\nEND DATE: 7 May", []),
    ("Initials", "M. H.: Yes.\nM. H.: No.", [("M. H.", "Yes."), ("M. H.", "No.")]),
    (
        "Surnames in capitals before a full stop",
        "The CHAIRMAN. Who?\nGeneral STOKES. I did, in the NAVY. Yes.",
        [("The CHAIRMAN", "Who?"), ("General STOKES", "I did, in the NAVY. Yes.")],
    ),
    ("One line in capitals", "The NAVY. It sails.", []),
    (
        "A name beside the office",
        "THE MINISTER (Mr. Roe): Yes.\nTHE MINISTER (Mr. Roe): No.",
        [("THE MINISTER (Mr. Roe)", "Yes."), ("THE MINISTER (Mr. Roe)", "No.")],
    ),
    ("In brackets", "[Ada Roe, clerk] Yes.\n[Peter Holt] No.", [("Ada Roe, clerk", "Yes."), ("Peter Holt", "No.")]),
    (
        "Names after a form of address",
        "Dr. Marta Weiss: Twelve signed.\nMs. Orlov: None did.",
        [("Dr. Marta Weiss", "Twelve signed."), ("Ms. Orlov", "None did.")],
    ),
    (
        "One such beside a label in capitals that comes again",
        "ROE: Yes.\nPresident Amara Conteh: It will.\nROE: No.",
        [("ROE", "Yes."), ("President Amara Conteh", "It will."), ("ROE", "No.")],
    ),
    ("One such alone", "Mr. Dahl: Twelve signed.", []),
    ("Fields of a form", "Position: colonel\nPlace: Velm\nPosition: judge\nPlace: Pell", []),
    ("One remark in brackets", "[Applause] Thank you.", []),
    ("A single line of contact", "Contact: press office", []),
    ("An initial that opens a line", "A. Marsh said no.", []),
    ("Initials without a question", "Q. Zhang left.\nB. Marsh stayed.", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in LABELLED], ids=[c[0] for c in LABELLED])
def test_turns(text: str, expected: list[tuple[str, str]]) -> None:
    found = turns(text)
    assert [(t.label.exact, t.said.exact) for t in found] == expected
    assert all(text[e.start : e.end] == e.exact for t in found for e in (t.label, t.said))
