"""Acts in words that no rule knows, as the encoder reads them."""

import pytest
from framed import framed
from marked import doc_of
from spacy.language import Language

from onrecord.encoder.spans import Chance
from onrecord.extract.acts.component import acts
from onrecord.extract.encoder_components import shipped
from onrecord.values.findings import Act

SHUT = "{c:Tavno High Court} shut the door on {p:Jan Kowal} on {d:Friday=2024-03-08}."
APART = "{c:Tavno High Court} heard {p:Jan Kowal} on {d:Friday=2024-03-08}. Nine years was the answer."
KNOWN = "{c:Tavno High Court} sentenced {p:Jan Kowal} to nine years on {d:Friday=2024-03-08}."

LOOKING_LIKE_ONE = [
    "If the {c:Halden Tribunal} issues a warrant for {p:Jan Kowal}, he will be arrested.",
    "The {c:Halden Tribunal} awarded {p:Jan Kowal} a medal on {d:Friday=2024-03-08}.",
    "The referee booked {p:Jan Kowal} on {d:Friday=2024-03-08}, and the league's jury praised it.",
    "{p:Jan Kowal} was appointed by {p:Eva Lem} in {d:2017=2017}.",
    "{o:Grid} bought {o:Volt} on {d:Friday=2024-03-08} and named {p:Jan Kowal} its head.",
]


def told(act: Act) -> tuple[str, str, list[str], str]:
    return act.type, act.by.exact if act.by else "", [w.exact for w in act.against], act.date


def test_the_syntax_of_the_trigger_gives_its_arguments(nlp: Language) -> None:
    doc = framed(doc_of(nlp, SHUT), "shut", "Judgment", 0.97, roles={"target": "Kowal"})
    assert [told(a) for a in acts(doc)._.acts] == [("Judgment", "Tavno High Court", ["Jan Kowal"], "2024-03-08")]


def test_pointers_give_what_stands_in_another_sentence(nlp: Language) -> None:
    roles = {"maker": "Court", "target": "Kowal", "actDate": "Friday"}
    doc = framed(doc_of(nlp, APART), "answer", "Judgment", 0.97, roles=roles)
    assert [told(a) for a in acts(doc)._.acts] == [("Judgment", "Tavno High Court", ["Jan Kowal"], "2024-03-08")]


def test_an_unsure_trigger_makes_no_act(nlp: Language) -> None:
    assert acts(framed(doc_of(nlp, SHUT), "shut", "Judgment", 0.6, roles={"target": "Kowal"}))._.acts == ()


def test_what_was_only_asked_for_is_no_act(nlp: Language) -> None:
    sought = {"standing": Chance("sought", 0.9)}
    assert acts(framed(doc_of(nlp, SHUT), "shut", "Judgment", 0.97, attributes=sought))._.acts == ()


def test_who_turns_an_act_down_has_not_made_it(nlp: Language) -> None:
    text = "{p:Ana Duarte} vetoed the merger of {o:Grid}."
    assert acts(framed(doc_of(nlp, text), "vetoed", "Law", 0.97, roles={"maker": "Duarte"}))._.acts == ()


def test_a_kind_that_no_word_list_has_is_left_out(nlp: Language) -> None:
    assert acts(framed(doc_of(nlp, SHUT), "shut", "Ukase", 0.97, roles={"target": "Kowal"}))._.acts == ()


def test_a_trigger_that_rules_know_is_read_once(nlp: Language) -> None:
    plain = acts(doc_of(nlp, KNOWN))._.acts
    assert len(plain) == 1
    assert acts(framed(doc_of(nlp, KNOWN), "sentenced", "Judgment", 0.97, roles={"target": "Kowal"}))._.acts == plain


def test_what_has_not_happened_is_no_act(nlp: Language) -> None:
    doc = framed(doc_of(nlp, SHUT.replace("shut", "may shut")), "shut", "Judgment", 0.97, roles={"target": "Kowal"})
    assert acts(doc)._.acts == ()


def test_a_word_that_rules_know_and_do_not_take_is_no_act(nlp: Language) -> None:
    text = "The {c:Tavno Court} issued a search warrant for the flat of {p:Jan Kowal}."
    doc = framed(doc_of(nlp, text), "warrant", "ArrestWarrant", 0.97, roles={"target": "Kowal"})
    assert acts(doc)._.acts == ()


@pytest.mark.parametrize("text", LOOKING_LIKE_ONE)
def test_rules_read_no_act_in_what_only_looks_like_one(nlp: Language, text: str) -> None:
    assert acts(doc_of(nlp, text))._.acts == ()


@pytest.mark.model
@pytest.mark.parametrize("text", LOOKING_LIKE_ONE)
def test_nor_does_the_shipped_encoder(nlp: Language, text: str) -> None:
    doc = doc_of(nlp, text)
    doc._.encoded = shipped().read([doc.text])[0]
    assert acts(doc)._.acts == ()
