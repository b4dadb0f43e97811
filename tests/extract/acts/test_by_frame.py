"""Acts in words that no rule knows, as the encoder reads them."""

from framed import framed
from marked import doc_of
from spacy.language import Language

from onrecord.encoder.spans import Chance
from onrecord.extract.acts.component import acts
from onrecord.values.findings import Act

SHUT = "{c:Tavno High Court} shut the door on {p:Jan Kowal} on {d:Friday=2024-03-08}."
APART = "{c:Tavno High Court} heard {p:Jan Kowal} on {d:Friday=2024-03-08}. Nine years was the answer."
KNOWN = "{c:Tavno High Court} sentenced {p:Jan Kowal} to nine years on {d:Friday=2024-03-08}."


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
    assert acts(framed(doc_of(nlp, SHUT), "shut", "Judgment", 0.9, roles={"target": "Kowal"}))._.acts == ()


def test_what_was_only_asked_for_is_no_act(nlp: Language) -> None:
    sought = {"standing": Chance("sought", 0.9)}
    assert acts(framed(doc_of(nlp, SHUT), "shut", "Judgment", 0.97, attributes=sought))._.acts == ()


def test_a_kind_that_no_word_list_has_is_left_out(nlp: Language) -> None:
    assert acts(framed(doc_of(nlp, SHUT), "shut", "Ukase", 0.97, roles={"target": "Kowal"}))._.acts == ()


def test_a_trigger_that_rules_know_is_read_once(nlp: Language) -> None:
    plain = acts(doc_of(nlp, KNOWN))._.acts
    assert len(plain) == 1
    assert acts(framed(doc_of(nlp, KNOWN), "sentenced", "Judgment", 0.97, roles={"target": "Kowal"}))._.acts == plain
