"""One sense per article: which type a form has where the encoder gave it several."""

from collections.abc import Callable

from spacy.language import Language

from onrecord.encoder.spans import EncoderOutput, NameLabel, NameSpan
from onrecord.values.findings import Kind, Mention

Named = Callable[[str], list[Mention]]


def _kinds(mentions: list[Mention]) -> list[Kind | None]:
    return [m.kind for m in mentions]


def test_a_form_has_the_type_that_the_encoder_is_surest_of(named: Named) -> None:
    names = named("{p?:Karasu} signed. Rain fell in {l:Karasu}.")
    assert _kinds(names) == [Kind.PLACE, Kind.PLACE]


def test_a_team_and_its_city_may_bear_one_name(named: Named) -> None:
    names = named("{o:Volgrad} beat Tarsk. They play in {l:Volgrad}.")
    assert _kinds(names) == [Kind.ORGANIZATION, Kind.PLACE]


def test_a_doubtful_name_that_ends_a_persons_is_a_surname(named: Named) -> None:
    names = named("{p:Edita Marn} spoke. {l?:Marn} then left.")
    assert _kinds(names) == [Kind.PERSON, Kind.PERSON]


def test_a_certain_place_may_bear_a_surname(named: Named) -> None:
    names = named("{p:Edita Marn} spoke. Rain fell in {l:Marn}.")
    assert _kinds(names) == [Kind.PERSON, Kind.PLACE]


def test_a_title_makes_a_person_likely(nlp: Language) -> None:
    doc = nlp.make_doc("Governor Forest left.")
    doc._.encoded = EncoderOutput((NameSpan(9, 15, "PERSON", 0.4),), ())
    assert [m.kind for m in nlp.get_pipe("onrecord_mentions")(doc)._.mentions] == [Kind.PERSON]


def test_a_person_or_place_that_no_mention_makes_likely_is_none(nlp: Language) -> None:
    doc = nlp.make_doc("Gunman and Pool and Harbour came.")
    labels: tuple[NameLabel, ...] = ("PERSON", "PLACE", "ORG")
    places = ((0, 6), (11, 15), (20, 27))
    doc._.encoded = EncoderOutput(
        tuple(NameSpan(*at, label, 0.4) for at, label in zip(places, labels, strict=True)), ()
    )
    assert [m.name for m in nlp.get_pipe("onrecord_mentions")(doc)._.mentions] == ["Harbour"]
