"""Targets in the listing that the words of an act introduce, and listings of others."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.acts.component import acts

BULLETS = "- {p:Otto Ram}, judge\n- {p:Lena Orr}, mayor of {l:Velm}"
TABLE = "| Name | Role |\n|---|---|\n| {p:Otto Ram} | judge |\n| {p:Lena Orr} | mayor |"
HEADED = "{p:Otto Ram}\nHe was a judge in {l:Velm} until May.\n\n{p:Lena Orr}\nShe was mayor until the war."


def told(nlp: Language, text: str) -> list[tuple[str, str | None, list[str]]]:
    found = acts(doc_of(nlp, text))._.acts
    return [(a.type, a.by.exact if a.by else None, [w.exact for w in a.against]) for a in found]


LEADS = [
    ("Before a colon", "The {o:Council} imposed sanctions on the following persons:", "Sanction", "Council"),
    ("Counted", "The {o:Treasury} added two officials to its sanctions list.", "Sanction", "Treasury"),
    ("Listed without the word", "The {o:Treasury} designated the following individuals:", "Sanction", "Treasury"),
    ("In the passive", "The following men were convicted of treason by the {c:High Court}:", "Judgment", "High Court"),
    ("A heading", "Persons designated by the {o:Union}", "Sanction", "Union"),
    ("A caption", "Table 1. Persons subject to restrictive measures", "Sanction", None),
    ("A sentence that says who", "The {o:Council} imposed sanctions on two men. They are:", "Sanction", "Council"),
]


@pytest.mark.parametrize("listing", [BULLETS, TABLE, HEADED], ids=["bullets", "table", "headings"])
@pytest.mark.parametrize(("lead", "kind", "by"), [c[1:] for c in LEADS], ids=[c[0] for c in LEADS])
def test_an_act_is_against_those_listed(nlp: Language, lead: str, kind: str, by: str | None, listing: str) -> None:
    assert told(nlp, f"{lead}\n\n{listing}") == [(kind, by, ["Otto Ram", "Lena Orr"])]


OTHERS = [
    "The following members voted for sanctions on {l:Torvia}:",
    "The following witnesses spoke to the {o:Council}, which imposed sanctions on {l:Torvia}:",
    "Participants:",
    "Sanctions on {l:Torvia}: the experts",
    "The {o:Council} imposed sanctions on {l:Torvia}. Those who spoke were:",
    "The {o:Council} imposed sanctions on {l:Torvia}. Authors:",
]


@pytest.mark.parametrize("lead", OTHERS)
def test_those_listed_for_something_else_are_no_targets(nlp: Language, lead: str) -> None:
    assert not any("Otto Ram" in against for _, _, against in told(nlp, f"{lead}\n\n{BULLETS}"))


def test_whoever_acts_is_not_listed(nlp: Language) -> None:
    lead = "The following judges convicted {p:Kofi Adan} of fraud:"
    assert [against for _, _, against in told(nlp, f"{lead}\n\n{BULLETS}")] == [["Kofi Adan"]]


def test_an_entry_may_name_two(nlp: Language) -> None:
    entries = "• {p:Otto Ram}, judge, and his deputy, {p:Ivo Rak};\n• {p:Lena Orr}, who met {p:Bo Lind}."
    text = "{l:Canada} sanctioned the following persons:\n" + entries
    assert told(nlp, text)[0][2] == ["Otto Ram", "Ivo Rak", "Lena Orr"]
