"""Annotated articles as examples for spaCy."""

import json
from decimal import Decimal
from pathlib import Path

from gold_articles import COURT, LUBINETS, figure
from spacy.language import Language

from onrecord.evaluation.examples import examples, wanted
from onrecord.evaluation.gold import Annotation, GoldAct, GoldDate, GoldPosition, GoldSpeaker
from onrecord.values.findings import Form, Kind

TEXT = "Commissioner Dmytro Lubinets said on Monday that 517 children\nwere back. Lubinets left the court (ICC)."


def test_names_stand_where_the_text_first_has_them_and_for_the_fullest() -> None:
    full, short, court = wanted(Annotation(people=(LUBINETS,), organizations=(COURT,)), TEXT).mentions
    assert (full.name, full.kind, full.form, full.stands_for) == ("Dmytro Lubinets", Kind.PERSON, Form.NAME, None)
    assert (short.name, short.stands_for) == ("Lubinets", full.evidence)
    assert (court.name, court.kind) == ("ICC", Kind.COURT), "the full name is not in the text"
    assert all(TEXT[m.evidence.start : m.evidence.end] == m.evidence.exact for m in (full, short, court))


def test_what_is_annotated_becomes_what_components_leave() -> None:
    found = wanted(
        Annotation(
            dates=(GoldDate("Monday", "2024-01-22"), GoldDate("in May", "2024-05")),
            figures=(figure("517"), figure("9")),
            positions=(GoldPosition(LUBINETS, "commissioner"),),
            acts=(GoldAct("Charge", date="2024"),),
            speakers=(GoldSpeaker("Dmytro Lubinets"), GoldSpeaker("Olena Zelenska")),
        ),
        TEXT,
    )
    assert [date.value for date in found.dates] == ["2024-01-22"], "what the text does not say is left out"
    assert [(f.value, f.evidence.exact) for f in found.figures] == [(Decimal(517), "517")]
    assert [(p.person.exact, p.title.exact) for p in found.positions] == [("Dmytro Lubinets", "Commissioner")]
    assert [(a.type, a.date) for a in found.acts] == [("Charge", "2024")]
    assert [s.speaker.exact for s in found.statements if s.speaker] == ["Dmytro Lubinets"]


def test_the_components_can_be_evaluated_on_a_folder(nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"date 2024-01-24\n{TEXT}", encoding="utf-8")
    empty: dict[str, list[str]] = {field: [] for field in ("organizations", "places", "acts", "figures")}
    dates = [{"text": "Monday", "value": "2024-01-22"}]
    facts = {**empty, "people": [{"name": "Dmytro Lubinets"}], "dates": dates, "speakers": ["Dmytro Lubinets"]}
    (tmp_path / "a.json").write_text(json.dumps(facts), encoding="utf-8")
    result = nlp.evaluate(list(examples(nlp, tmp_path)))
    assert (result["dates_f"], result["speakers_f"]) == (1.0, 1.0), "the day of publication is known"
    assert result["figures_p"] == 0.0
