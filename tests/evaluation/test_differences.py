"""What is extra, missed or wrong, as a person reads it."""

from gold_articles import KYIV, figure, figure_row, scored

from onrecord.evaluation.differences import Difference, differences
from onrecord.evaluation.evidence import Evidence
from onrecord.evaluation.scoring import Result

BEHIND = Evidence({("a.txt", "p1", ""): "He ate in\nthe Hall."}, {"a.txt": "They met in Kyiv. He ate in the Hall."})


def of(result: Result) -> list[Difference]:
    return list(differences(result, BEHIND))


def test_a_false_positive_has_the_sentence_of_its_evidence() -> None:
    (found,) = of(scored("places", [{"place": "p1", "name": "Hall"}]))
    assert (found.kind, found.found, found.wanted) == ("extra", {"name": "Hall"}, {})
    assert found.sentence == "He ate in the Hall."


def test_a_false_negative_has_the_sentence_in_which_the_article_names_it() -> None:
    (found,) = of(scored("places", [], places=(KYIV,)))
    assert (found.kind, found.found, found.wanted) == ("missed", {}, {"name": "Kyiv"})
    assert found.sentence == "They met in Kyiv."


def test_a_wrong_attribute_has_both_values() -> None:
    row = figure_row(action="https://w3id.org/onrecord/action/killed", where="Kyiv", text="517", start="20")
    action, where = of(scored("figures", [row], figures=(figure(),)))
    assert (
        (action.kind, action.attribute)
        == (where.kind, where.attribute.replace("where", "action"))
        == ("wrong", "action")
    )
    assert (action.found["action"], action.wanted["action"]) == ("killed", "returned")
    assert (where.found["where"], where.wanted["where"]) == ("Kyiv", "")
    assert action.found["hedge"] == "exact"
    assert "scope" not in action.found, "what is right is not told"
    assert action.sentence == "He ate in the Hall."


def test_those_an_act_is_against_are_told_together() -> None:
    rows = [{"act": "a1", "type": "Charge", "against": name} for name in ("Lee", "Ann")]
    (found,) = of(scored("acts", rows))
    assert found.found == {"type": "Charge", "by": "", "against": "Ann | Lee", "date": ""}


def test_what_is_right_makes_no_difference() -> None:
    assert of(scored("figures", [figure_row()], figures=(figure(),))) == []
