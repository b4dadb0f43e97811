"""Acts of one article whose maker it does not name: described, joined to the court that it names, kept apart."""

from dataclasses import replace

from onrecord.claims.acts import acts
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Act, Evidence, Kind


def at(start: int, words: str) -> Evidence:
    return Evidence(start, start + len(words), words)


KOWAL, LEM, TAVNO, COURT = at(0, "Kowal"), at(10, "Lem"), at(20, "Tavno"), at(30, "Tavno District Court")
JAN, EVA = Entity(Kind.PERSON, "Kowal", ("Kowal",), (KOWAL,)), Entity(Kind.PERSON, "Lem", ("Lem",), (LEM,))
CITY = Entity(Kind.PLACE, "Tavno", ("Tavno",), (TAVNO,))
BENCH = Entity(Kind.COURT, "Tavno District Court", ("Tavno District Court",), (COURT,))
OTHER = Entity(Kind.COURT, "Tavno Court of Appeal", ("Tavno Court of Appeal",), (at(60, "Tavno Court of Appeal"),))
PEOPLE = {KOWAL: JAN, LEM: EVA, TAVNO: CITY}
WORDS, SENTENCE = at(80, "jailed"), at(70, "A court in Tavno jailed Kowal")
JAILED = Act(
    WORDS, "Judgment", None, (KOWAL,), "", "issued", SENTENCE, described=at(70, "A court in Tavno"), place=TAVNO
)


def without_court() -> Resolution:
    return Resolution((JAN, EVA, CITY), PEOPLE)


def with_courts(*courts: Entity) -> Resolution:
    return Resolution((JAN, EVA, CITY, *courts), PEOPLE | {c.mentions[0]: c for c in courts})


def test_a_maker_that_the_article_does_not_name_is_described() -> None:
    (claim,) = acts([JAILED], without_court())
    assert (claim.by, claim.described, claim.place) == (None, JAILED.described, CITY)


def test_a_court_of_a_place_is_the_one_that_the_article_names_for_it() -> None:
    (claim,) = acts([JAILED], with_courts(BENCH))
    assert (claim.by, claim.described, claim.place) == (BENCH, None, CITY)


def test_of_two_courts_of_a_place_neither_is_meant() -> None:
    (claim,) = acts([JAILED], with_courts(BENCH, OTHER))
    assert (claim.by, claim.described) == (None, JAILED.described)


def test_a_state_does_not_decide_cases() -> None:
    (claim,) = acts([replace(JAILED, by=TAVNO)], without_court())
    assert claim.by is None


def test_nobodys_acts_are_one_only_where_something_tells() -> None:
    bare = replace(JAILED, described=None, place=None)
    of_another = replace(bare, against=(LEM,))
    of_nobody = replace(bare, against=())
    assert len(acts([bare, of_another], without_court())) == 2
    assert len(acts([bare, of_another, replace(of_nobody, date="2024-03-08")], without_court())) == 3
    assert len(acts([bare, replace(bare, evidence=at(90, "sentenced"))], without_court())) == 1
    dated = replace(of_nobody, date="2024-03-08")
    assert len(acts([replace(bare, date="2024-03"), dated], without_court())) == 1


def test_an_act_of_which_nothing_is_told_is_the_one_told_of_its_type() -> None:
    headline = replace(JAILED, described=None, place=None, against=(), evidence=at(0, "jailed"))
    anew = replace(headline, described=at(90, "A court"), evidence=at(92, "jailed"))
    the_court = replace(anew, described=at(90, "the court"))
    of_another_type = replace(headline, type="Charge")
    assert len(acts([headline, JAILED], without_court())) == 1
    assert len(acts([JAILED, the_court], without_court())) == 1
    assert len(acts([replace(JAILED, described=None), anew], without_court())) == 2
    assert len(acts([of_another_type, JAILED], without_court())) == 2


def test_acts_against_others_are_one_only_on_one_day() -> None:
    bare = replace(JAILED, described=None, place=None)
    for date, count in (("2024-03-08", 1), ("2024", 2)):
        lem = replace(bare, against=(LEM,), date=date, evidence=at(90, "sentenced"))
        assert len(acts([replace(bare, date=date), lem], without_court())) == count


def test_nobody_acts_against_themselves() -> None:
    (claim,) = acts([replace(JAILED, type="Sanction", by=LEM, against=(LEM, KOWAL))], without_court())
    assert (claim.by, claim.against) == (EVA, (JAN,))


def test_whom_an_act_acquits_it_is_not_against() -> None:
    cleared = replace(JAILED, against=(KOWAL, LEM), acquits=(LEM,))
    (claim,) = acts([cleared], without_court())
    assert (claim.against, claim.acquits) == ((JAN,), (EVA,))
    convicted = replace(JAILED, against=(LEM,), evidence=at(90, "sentenced"))
    assert [c.against for c in acts([cleared, convicted], without_court())] == [(JAN,), (EVA,)]


def test_a_headlines_word_may_stand_for_a_body() -> None:
    ministry = at(40, "Ministry of Trade")
    body = Entity(Kind.ORGANIZATION, "Ministry of Trade", ("Ministry of Trade",), (ministry,))
    resolution = Resolution((JAN, body), {KOWAL: JAN, ministry: body})
    headline = replace(JAILED, type="Sanction", against=(), described=at(0, "Ministry"), place=None)
    told = replace(headline, by=ministry, described=None, date="2024-03-08")
    (claim,) = acts([headline, told], resolution)
    assert (claim.by, claim.described, len(claim.evidence)) == (body, None, 2)
    assert len(acts([replace(headline, described=at(0, "Council")), told], resolution)) == 2


def test_a_state_stands_for_its_government_and_for_no_other_body_of_the_country() -> None:
    norway, government, council = at(0, "Norway"), at(20, "Norwegian government"), at(50, "Norwegian Refugee Council")
    kinds = {norway: Kind.PLACE, government: Kind.ORGANIZATION, council: Kind.ORGANIZATION}
    entities = {words: Entity(kind, words.exact, (words.exact,), (words,)) for words, kind in kinds.items()}
    resolution = Resolution(tuple(entities.values()), entities)
    told = replace(JAILED, type="Sanction", by=norway, against=(), described=None, place=None)
    again = replace(told, by=government, date="2024-05-03", evidence=at(90, "sanctioned"))
    assert [claim.by for claim in acts([told, again], resolution)] == [entities[government]]
    assert len(acts([told, replace(again, by=council)], resolution)) == 2


def test_judgments_of_one_day_for_different_things_are_two() -> None:
    one = replace(JAILED, by=COURT, date="2026-02-28", subject="the abduction of 30 people")
    other = replace(one, against=(LEM,), evidence=at(90, "sentenced"))
    assert len(acts([one, replace(other, subject="the theft of a lorry")], with_courts(BENCH))) == 2
    assert (
        len(acts([one, other], with_courts(BENCH)))
        == len(acts([one, replace(other, subject="")], with_courts(BENCH)))
        == 1
    )
