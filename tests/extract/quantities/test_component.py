"""Figures in their sentences: what counts, what is counted, what happened to them, scope, and the clause's own day."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import doc_of
from number_writing import grouped
from parsed import parsed
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.quantities.component import figures
from onrecord.values.findings import Figure

COUNTED = [
    ("The region has 1,300 schools and 45 small hospitals.", ["1,300 schools", "45 small hospitals"]),
    ("The convoy carried 800 tonnes of flour.", ["800 tonnes of flour"]),
    ("They found 6 395 deported or forcibly displaced children.", ["6 395 deported or forcibly displaced children"]),
    ("Two of the deputies left.", ["Two deputies"]),
    ("About 250 of the 1,100 orphans were taken away.", ["About 250 orphans", "1,100 orphans"]),
    ("Twenty-one of the thirty-four men sang.", ["Twenty-one men", "thirty-four men"]),
    ("The decision brings to 112 the number of villages.", ["112 villages"]),
    ("Forty-odd further villages were named.", ["Forty-odd villages"]),
    ("Of the 120 passengers, 37 were rescued.", ["120 passengers", "37 passengers"]),
    ("The charity brought home 16 children, of whom 12 were girls.", ["16 children", "12 girls"]),
    ("Nine of the 40 miners were from Orlec.", ["Nine miners", "40 miners"]),
    ("They met four imprisoned writers.", ["four imprisoned writers"]),
    # listed
    ("The towns freed 12 and 13 and 14 boys.", ["12 boys", "13 boys", "14 boys"]),
    ("The towns freed 12, 13 and 14 boys.", ["12 boys", "13 boys", "14 boys"]),
    ("The towns freed 12 boys and 13 girls and 14 men.", ["12 boys", "13 girls", "14 men"]),
    # those spoken of before
    ("The ship brought 40 boys. Twelve were taken to Orlec.", ["40 boys", "Twelve boys"]),
    ("Twelve boys came in three buses, and five were arrested.", ["Twelve boys", "three buses", "five boys"]),
    ("They saw 12 nurses, and a group of 15 was arrested.", ["12 nurses", "15 nurses"]),
    ("Nine girls hid. The soldiers freed seven.", ["Nine girls", "seven girls"]),
    ("Of the teachers, 16 were arrested.", ["16 teachers"]),
    # those named by their state; others than the one named
    ("Four of the accused were freed.", ["Four accused"]),
    ("Ann Lee and four others were freed.", ["four others"]),
    # counted by a verb or a label
    ("The hospital raised the number of the injured from 30 to 44.", ["30 people", "44 people"]),
    ("Arrests fell from 40 to 12.", ["40 Arrests", "12 Arrests"]),
    ("The list of sanctioned officials grew by 27 to 88.", ["27 sanctioned officials", "88 sanctioned officials"]),
    ("The raid wounded 27 (11).", ["27 people"]),
    ("Some 40-odd villages burned.", ["Some 40-odd villages"]),
    ("The raid brings the abducted pupils to 61.", ["61 abducted pupils"]),
    ("Nobody left.\n\nReturnees: 5,600", ["5,600 Returnees"]),
    ("Killed: 19", ["19 people"]),
    # people joined to people, without a number of their own
    ("The bus carried 40 women and children.", ["40 women and children"]),
    ("The bus carried 40 women and six children.", ["40 women", "six children"]),
    ("The bus carried 40 crates and barrels.", ["40 crates"]),
    ("The court received 8,500 complaints, up from 3,000.", ["8,500 complaints", "3,000 complaints"]),
    ("The bill passed by 112 votes to 34, with seven abstentions.", ["112 votes", "34 votes", "seven abstentions"]),
    ("The council voted 14 to 9 on {d:Monday=2024-05-06}.", ["14 votes", "9 votes"]),
    ("The toll rose from 31 to 38 people.", ["31 people", "38 people"]),
    ("He put the number of missing pupils at 12.", ["12 missing pupils"]),
    ("The death toll rose to 2,134.", ["2,134 people"]),
    ("The death toll of the earthquake rose to 2,134.", ["2,134 people"]),
    ("The toll of the storm reached 45 on Tuesday.", ["45 people"]),
    ("The toll of wounded soldiers rose to 45.", ["45 wounded soldiers"]),
    ("The fire killed 12 men in Orlec and 30 in Brest.", ["12 men", "30 men"]),
    ("The ship carried 12 boats in its hold, 40 men in all.", ["12 boats", "40 men"]),
    ("Children returned: 1,223", ["1,223 Children"]),
    ("At least 31 were killed.", ["At least 31 people"]),
    ("The bureau gives the number of children as 19 546.", ["19 546 children"]),
    ("The list brings to 112 the number of people under sanctions.", ["112 people"]),
    ("The region has 31 schools: 20 were shelled.", ["31 schools", "20 schools"]),
    ("Some 350 people are missing. The army speaks of no more than 90.", ["Some 350 people", "no more than 90 people"]),
    ("The firm had a net worth of 1.3 billion.", ["1.3 billion net worth"]),
    ("A panel of three-judge courts sat.", ["three judges"]),
    ("The mayor and 14 co-owners left.", ["14 co-owners"]),
    ("She won 21 of the state's 30 delegates.", ["21 delegates", "30 delegates"]),
    ("He faces five counts of theft and one count of arson.", ["five counts of theft", "one count of arson"]),
    ("Winds of 60 miles per hour felled trees.", ["60 miles per hour"]),
    ("In this category 12 boats sank.", ["12 boats"]),
    ("Two aftershocks followed.", ["Two aftershocks"]),
    ("The index rose 24 points to 4,524.", ["24 points", "4,524 points"]),
    ("Some 30 mm of rain fell.", ["Some 30 mm"]),
    ("They sold a 48-acre farm.", ["48 acres"]),
    # shares and money
    ("Roughly 80% of the families left.", ["Roughly 80% percent of the families"]),
    ("Half the pupils stayed, and two-thirds of the teachers.", ["Half percent of the pupils",
                                                                "two-thirds percent of the teachers"]),
    ("One in three households has power.", ["One in three percent of households"]),
    ("A journey costs up to €2,500.", ["up to €2,500 euros"]),
    ("They lent her close to 90,000 hryvnias.", ["close to 90,000 hryvnias"]),
    # a term that a sentence imposes
    ("A court sentenced the mayor to 12 years in prison.", ["12 years"]),
    ("The prosecutor asked for a 15-year prison term.", ["15 years"]),
    ("He was handed a 15-year term.", ["15 years"]),
    ("She got eighteen years' imprisonment, he four months’ probation.", ["eighteen years", "four months"]),
    ("The judge imposed terms of four, six and nine years.", ["four years", "six years", "nine years"]),
    ("He was jailed for six years after a trial that came two years after the fire.", ["six years"]),
    ("He is serving six years in a penal colony.", ["six years"]),
    ("She was sentenced to three years in prison, with parole after two years.", ["three years"]),
    ("They were jailed for four years and six months.", ["four years and six months years"]),
    ("He spent two years in custody and was sentenced to six years.", ["six years"]),
    ("He was freed after serving three years of a seven-year sentence.", ["seven years"]),
    ("The court imposed terms of 25 years on Ada, 18 years on the clerk Bruno Lund-Holm and 12 years on Carl.",
     ["25 years", "18 years", "12 years"]),
    ("The mayor went to prison for arson, and his aide, who had signed the papers for all of it, got eight years.",
     ["eight years"]),
    ("The judge gave him a 47 month prison term.", ["47 months"]),
    ("His jail term was extended to six years and three months after an appeal.",
     ["six years and three months years"]),
    ("He was jailed for one year.", ["one year"]),
    ("Nine were freed, and one died on the way.", ["Nine people", "one people"]),
    ("About a third are minors, and nearly half have jobs.", ["About a third percent", "nearly half percent"]),
    ("Only one child sang, just one village was quiet.", ["one child", "one village"]),
    ("They owe us an answer about 41 prisoners.", ["41 prisoners"]),
    ("They owe us about 41 answers.", ["about 41 answers"]),
]  # fmt: skip
NO_FIGURE = [
    "The 15th mission began at 11 a.m. on a bus of line 7.",
    "Her 13-year-old came back, and so did Anna, 9, and a girl aged 11.",
    "Children under 14 stay at home; he was 12.",
    "They waited for two years and three months.",
    "She has been in prison for two years and worked two days' shifts.",
    "He faces up to 20 years in prison.",
    "The prosecutor demanded 13 years in prison, and the widow said he should be jailed for 20 years.",
    "They drove for 14 days, on a seven hour drive, after a 44 year career.",
    "Not one has been served, and she brought one with a torn ear.",
    "Updated: 12",
    "The crime is punishable by five years in jail.",
    "She goes to prison for nine years if convicted.",
    "The convict was given two years to pay his fine, a clerk two years to find it.",
    "They walked out, the youngest of them 13, and one turns 18 soon.",
    "The men, one of them 17, and their wives, both of whom 19, sang.",
    "A boy of 12 met a retired crane driver of 68.",
    "The readers of the iPhone 12 Pro agreed.",
    "Only one of them spoke, and only one thing was clear.",
    "In Room 12 they read Articles 3, 5 and 13.",
    "Torvia won 3-1 at home.",
    "One of them said that no one knew, and one day another spoke.",
    "The 2022 elections came after the war of 2014.",
    "A six-speed gearbox is on sale at 14 Harbour Street.",
    "Several hundred people and dozens of dogs came.",
    "7 min read",
]
ACTIONS = [
    # what is said of a part is not said of the whole
    ("Half of the 30 kidnapped nurses were freed.", ["returned", "deported"]),
    ("Two thirds of the 90 miners were killed.", ["killed", "other"]),
    ("Police arrested 12 of the 40 drivers.", ["detained", "other"]),
    ("Half of the 40 drivers who were arrested went home.", ["returned", "detained"]),
    ("All of the 40 drivers were arrested.", ["detained"]),
    ("Most of the 80 wounded went home.", ["injured"]),
    ("Torvia deported 40 teachers.", ["deported"]),
    ("Forty boys were put on trains.", ["deported"]),
    ("The removal of 350 boys was illegal.", ["deported"]),
    ("The removal of 350 trees was illegal.", ["other"]),
    ("The storm cost three nurses their lives.", ["killed"]),
    ("The vaccine saved 1,200 lives.", ["other"]),
    ("The riots left eight people dead and 130 hurt.", ["killed", "injured"]),
    ("Sixty prisoners have recovered their freedom.", ["returned"]),
    ("Twelve hikers are being looked for.", ["missing"]),
    ("Five traders were barred from the market.", ["sanctioned"]),
    ("The state froze assets worth 6 million euros.", ["sanctioned"]),
    ("Thirty soldiers came home in an exchange.", ["exchanged"]),
    ("He faces 14 charges after 61 exchanges.", ["other", "other"]),
    ("Three men were jailed.", ["charged"]),
    ("Police found 23 of the 31 children carried off from the camp.", ["identified", "deported"]),
    ("A man was killed 75 miles from Orlec.", ["other"]),
    ("Forty teachers were deported.", ["deported"]),
    ("The deportation of 40 teachers was illegal.", ["deported"]),
    ("They met 40 deported teachers.", ["deported"]),
    ("Three teachers deported 40 children.", ["other", "deported"]),
    ("Forty children were taken away by 12 officers.", ["deported", "other"]),
    ("The state took 12 measures.", ["other"]),
    ("The charity has brought back four more children.", ["returned"]),
    ("None of the 14 children returned.", ["remaining"]),
    ("Twelve children did not come back.", ["remaining"]),
    ("Some 700 fighters remain in captivity.", ["remaining"]),
    ("Three cases remain pending.", ["other"]),
    ("The agency identified 24 bodies.", ["identified"]),
    ("More than 700 people are missing.", ["missing"]),
    ("A flood killed four and injured 30.", ["killed", "injured"]),
    ("Twelve people died.", ["killed"]),
    ("There were 12 deaths.", ["killed"]),
    ("45 killed, 120 wounded in market blast", ["killed", "injured"]),
    ("Medics treated 57 people for injuries, including a dozen children.", ["injured", "injured"]),
    ("The police arrested 24 students.", ["detained"]),
    ("The sides exchanged 190 prisoners.", ["exchanged"]),
    ("The previous swap involved two dozen prisoners.", ["exchanged"]),
    ("Prosecutors indicted the mayor and three other officials.", ["charged"]),
    ("The trial of five managers opened.", ["charged"]),
    ("The office imposed sanctions on eleven people and two entities.", ["sanctioned", "sanctioned"]),
    ("Two thousand people had to leave their homes.", ["displaced"]),
    ("The town counts 46,000 evacuees.", ["displaced"]),
    ("Up to 95 orphans have been placed with foster parents.", ["adopted"]),
    ("The parliament adopted 12 resolutions.", ["other"]),
    ("The ministry released €6.5 million.", ["other"]),
    ("None of the 36 children still held in Torvia was there.", ["remaining"]),  # it is the presence that is denied
    ("The court found all three men guilty.", ["charged"]),
    ("The court declared 4 persons to be suspects.", ["charged"]),
    ("They found three men.", ["identified"]),
    ("A group of 410 people, most of them women, was evacuated.", ["displaced"]),
    ("Twelve men were taken away by force and fewer than 1,500 women have come home.", ["deported", "returned"]),
    ("He had been exchanged, along with 99 other soldiers.", ["exchanged"]),
    ("At most 150 minors are still enrolled in their schools.", ["remaining"]),
    ("She knows of nine pupils, while 14 pupils are missing.", ["other", "missing"]),
    ("The agency puts the dead at 60 people.", ["killed"]),
    ("Seventeen bodies have been recovered.", ["killed"]),
    ("Of the migrants 2,087 have died, up from 1,417.", ["killed", "killed"]),
    ("Guards detained 17 pickets. The police say fifteen.", ["detained", "detained"]),
    ("Guards detained 17 pickets. The union has 15 members.", ["detained", "other"]),
    ("She visited 117 detainees, a third of whom were ill.", ["detained", "other"]),
    ("Hundreds fled, and 500 men had been killed, 97 women injured and 19 girls deported.",
     ["killed", "injured", "deported"]),
    # What a preposition takes, also in the passive; an object's complement; the object of a passive; 'out of'.
    ("Rescuers are searching for 13 people.", ["missing"]),
    ("Nothing is known of 43 children.", ["missing"]),
    ("Travel bans were imposed on 11 judges.", ["sanctioned"]),
    ("The agency found homes for 90 orphans.", ["adopted"]),
    ("The shop is searching for 13 cartons.", ["other"]),
    ("The army let 260 people go.", ["returned"]),
    ("The army let 260 people vote.", ["other"]),
    ("Some 2,700 settlers were put out of their homes.", ["displaced"]),
    ("Assets worth 6 million pounds that belong to the trust have been frozen.", ["sanctioned"]),
]  # fmt: skip
SCOPES = [
    ("The charity repatriated a total of 231 children.", ["total"]),
    ("In total, 231 children have come home.", ["total"]),
    ("So far the agency has inspected 230 mills and closed 15 plants.", ["total", "total"]),
    ("Since 2021, 300 people have fled.", ["total"]),
    ("The toll rose to 38.", ["total"]),
    ("A total of 517 children and 28 adults were repatriated.", ["total", "total"]),
    ("In all, 2,318 people, 146 civilians included, have come home so far.", ["total", "total"]),
    ("Four more children came home.", ["increment"]),
    ("Another 120 families receive keys.", ["increment"]),
    ("A further 88 complaints are pending.", ["increment"]),
    ("The mission brought home 16 children.", ["increment"]),
    ("Canada sanctioned ten officials.", ["increment"]),
    ("The sides are to exchange up to 600 captives.", ["unspecified"]),
    ("A flood killed four people.", ["unspecified"]),
    ("Donors promised €5 million.", ["unspecified"]),
    ("So far 2,087 people have died, up from 1,417 in the whole of last year.", ["total", "unspecified"]),
    ("The agency has so far identified 138 people and says that 300 are missing.", ["total", "unspecified"]),
    ("It needs $8m for pumps and has so far received $2m.", ["unspecified", "total"]),
    ("The state has since paid 2.8 million euros.", ["unspecified"]),
    ("On {d:3 May=2023-05-03} two men were arrested.", ["increment"]),
    ("On {d:3 May=2023-05-03} the prison held 117 men.", ["unspecified"]),
    ("In {d:May=2023-05} two men were arrested.", ["unspecified"]),
    ("The judges brought the sentence down to 22 years, since they had erred.", ["unspecified"]),
]
DAYS = [
    ("On {d:3 May=2023-05-03}, 19 children came home.", "2023-05-03"),
    ("As of {d:8 April=2023-04-08}, 360 children had been returned in total.", "2023-04-08"),
    ("The bureau counted 19 towns, and as of {d:8 April=2023-04-08} nobody had come back.", ""),
    ("The judge said on {d:3 May=2023-05-03} that 19 children had come home.", ""),
    ("Since {d:3 May=2023-05-03}, 19 children have come home.", ""),
    ("The plant was shelled on {d:3 May=2023-05-03}, when 19 people were killed.", "2023-05-03"),
    ("Founded in {d:2016=2016}, the charity works in 12 towns.", ""),
    ("The army drove 640 villagers out {d:between 3 and 19 May=2023-05-03/2023-05-19}.", "2023-05-03/2023-05-19"),
    ("{d:Between 3 and 19 May=2023-05-03/2023-05-19}, 640 people had fled.", ""),  # up to the day of telling
    ("- {d:3 May 2023=2023-05-03}: The dam fails. Police say 17 people are killed.", "2023-05-03"),
    ("On {d:3 May=2023-05-03} he resigned; the town has 12 schools.", ""),
]
# The text, the figure that holds, and the one that it takes back.
CORRECTED = [
    ("The agency counted 28 towns, not 36, as reported earlier.", "28", "36"),
    ("Not 36 but 28 towns were hit.", "28", "36"),
    ("The team brought back 31 children - not 33, as first reported - on a bus.", "31", "33"),
    ("28 children returned, not 36.", "28", "36"),
    ("The number of children killed was revised from 36 to 28.", "28", "36"),
    ("The toll was revised upwards to 38 people from 36.", "38", "36"),
    ("The ministry corrected its earlier figure of 36 missing sailors to 28.", "28", "36"),
    ("Correcting an initial count of 36, the ministry said 28 sailors were missing.", "28", "36"),
    ("The ministry said 28 children had been returned, withdrawing its earlier count of 36.", "28", "36"),
    ("The charity returned 28 children. An earlier version of this article wrongly gave 36.", "28", "36"),
    ("An earlier version of this article said that 36 children were returned. The correct number is 28.", "28", "36"),
    ("We said that 36 children had been returned. We should have said 28.", "28", "36"),
    ("The toll stood at 28 people, it said; an earlier bulletin had given 36 by mistake.", "28", "36"),
    ("The bureau had at first written of 16 boys, but 14 boys came home.", "14", "16"),
    ("An earlier report of 35 deaths was wrong: 27 deaths are certain.", "27", "35"),
    ("The list named 88 officials, and not 98 as first announced.", "88", "98"),
    ("By an editing error we gave the turnout as 71 per cent. It was 61 per cent.", "61 per cent", "71 per cent"),
]
SUMS = [
    ("The charity brought back 31 children: 20 girls and 12 boys.", "31", ["20", "12"]),
    ("The charity brought back 31 children (20 from Osk, 12 from Polna).", "31", ["20", "12"]),
    ("The team brought home 31 children - 20 girls and 12 boys - on a bus.", "31", ["20", "12"]),
]
NO_SUM = [
    "Of the 120 passengers, 37 were rescued and 12 died.",  # and the others?
    "The charity brought back 31 children, including 20 girls and 5 boys.",
    "The charity brought back 31 children (among them 20 girls and 5 boys).",
    "Medics treated 57 people (12 of them children and 3 women).",
    "The mission brought home 20 girls and 11 boys, 387 children in all.",  # those of all missions
    "It has returned 12 girls and 8 boys, 30 children in all since 2022.",
    "The region has 31 schools: 20 were shelled.",
    "That day it brought back 31 children, 20 adults and 11 dogs.",
    "He named 31 places: Kherson with 12 schools, Oleshky and 3 villages.",
]
NO_QUANTITY = [
    "Rule 44 binds the judges, and rules 3 to 6 the clerks.",
    "Chapter 11 protections ended.",
    "A Category 5 hurricane came.",
    "A magnitude 5.2 earthquake and a 6.4 quake shook the town.",
    "The plane left at 9 p.m. (2100 UTC).",
    "She left at ten o'clock.",
    "The magazine +972 Magazine wrote of it.",
    "The judge cited 512 F. Supp. 1020 and 347 U.S. 483.",
    "He had a 9mm pistol and a .50 calibre rifle.",
    "Orlenka beat Ustrin 45 points to 24.",
    "The office is at 36 Rue des Fleurs.",
    "A flood in 664 b.c.e. ruined the temple.",
    "12.05 Brussels has answered.",
]
NOT_CORRECTED = [
    "At least 38 people have died, the police said, after earlier reporting 31.",  # it rose
    "The charity received 8,500 complaints, up from 3,000.",
    "The court received 3,000 complaints, down from 8,500.",
    "They came with 20 buses instead of 50.",  # nobody reported 50
    "The region has 28 schools, not 12 hospitals.",
    "The army withdrew 20 soldiers from 36 villages.",
    "The school has 300 pupils and not more than 20 teachers.",
    "Not 100 people live there.",
    "None of the 14 children returned.",
    "Twelve children did not come back, but 14 others did.",
    "The ministry first reported 36 deaths. A day later 28 people were in hospital.",
    "The agency had first reported 40 cases in March. By May it had 900 cases.",
    "She had first visited 12 villages and later 30 villages.",
    "Four soldiers died, not one of them an officer.",
]


def found(nlp: Language, marked: str) -> tuple[Figure, ...]:
    doc: Doc = figures(doc_of(nlp, marked))
    text = doc.text
    for figure in doc._.figures:
        for where in (figure.evidence, figure.sentence):
            assert text[where.start : where.end] == where.exact
    result: tuple[Figure, ...] = doc._.figures
    return result


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counted(nlp: Language, text: str, expected: list[str]) -> None:
    assert [f"{f.evidence.exact} {f.counted}" for f in found(nlp, text)] == expected


@pytest.mark.parametrize("text", NO_FIGURE)
def test_no_figure(nlp: Language, text: str) -> None:
    assert found(nlp, text) == ()


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_names_times_and_measures_of_their_own_are_no_quantity(nlp: Language, text: str) -> None:
    assert found(nlp, text) == ()


@pytest.mark.parametrize(("text", "expected"), ACTIONS)
def test_action(nlp: Language, text: str, expected: list[str]) -> None:
    assert [f.action for f in found(nlp, text)] == expected


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_scope(nlp: Language, text: str, expected: list[str]) -> None:
    assert [f.scope for f in found(nlp, text)] == expected


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_day_of_the_clause(nlp: Language, text: str, expected: str) -> None:
    assert [f.date for f in found(nlp, text)] == [expected]


def test_a_clause_with_a_gap_has_its_own_day(nlp: Language) -> None:
    text = "The army killed 12 men in {d:March=2024-03} and 30 in {d:April=2024-04}."
    assert [(f.counted, f.action, f.date) for f in found(nlp, text)] == [
        ("men", "killed", "2024-03"),
        ("men", "killed", "2024-04"),
    ]


def test_a_headline_without_a_noun_counts_what_the_body_counts(nlp: Language) -> None:
    text = "Quake leaves 27 dead in Karabel\n\nThe bodies of 27 villagers and of 12 soldiers lay in the school."
    assert [f.counted for f in found(nlp, text)] == ["villagers", "villagers", "soldiers"]


@pytest.mark.parametrize(("text", "holds", "gone"), CORRECTED)
def test_a_correction_points_to_the_number_that_it_takes_back(nlp: Language, text: str, holds: str, gone: str) -> None:
    figures = {f.evidence.exact: f for f in found(nlp, text)}
    assert set(figures) == {holds, gone}
    assert figures[holds].corrects == (figures[gone].evidence,)
    assert not figures[holds].withdrawn
    assert figures[gone].withdrawn
    assert (figures[gone].head, figures[gone].action) == (figures[holds].head, figures[holds].action)


@pytest.mark.parametrize("text", NOT_CORRECTED)
def test_two_numbers_are_no_correction(nlp: Language, text: str) -> None:
    assert not any(f.withdrawn or f.corrects for f in found(nlp, text))


@pytest.mark.parametrize(("text", "total", "parts"), SUMS)
def test_a_total_has_the_parts_that_the_text_says_make_it_up(
    nlp: Language, text: str, total: str, parts: list[str]
) -> None:
    assert {f.evidence.exact: [part.exact for part in f.parts] for f in found(nlp, text) if f.parts} == {total: parts}


@pytest.mark.parametrize("text", NO_SUM)
def test_numbers_side_by_side_are_no_sum(nlp: Language, text: str) -> None:
    assert not any(f.parts for f in found(nlp, text))


def test_one_counts_where_its_noun_meets_with_something(nlp: Language) -> None:
    texts = ["One soldier died.", "One soldier sang.", "At least one soldier sang."]
    assert [len(found(nlp, text)) for text in texts] == [1, 0, 1]


def test_number_in_a_name_or_date_does_not_count(nlp: Language) -> None:
    assert found(nlp, "He joined the {o:Group of 77} on {d:12 May=2023-05-12}.") == ()


def test_particle_is_no_hedge(nlp: Language) -> None:
    (figure,) = found(nlp, "Each side handed over 95 soldiers.")
    assert (figure.evidence.exact, figure.hedge, figure.action) == ("95", "exact", "exchanged")


def test_word_of_a_longer_phrase_of_the_verb_is_no_particle(nlp: Language) -> None:
    (figure,) = found(nlp, "The guards are given up to 15,000 gourdes a month.")  # not 'given up for adoption'
    assert (figure.evidence.exact, figure.hedge) == ("up to 15,000", "up_to")


def test_page_furniture_is_left_out(nlp: Language) -> None:
    assert [f.value for f in found(nlp, "Twelve towns were hit.\nTags: 40 towns")] == [Decimal(12)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(3, 10**7),
    st.sampled_from([("returned", "returned/return"), ("deported", "deported/deport"), ("killed", "killed/kill")]),
)
def test_any_number_of_children(value: int, fate: tuple[str, str]) -> None:
    action, verb = fate
    number = grouped(value, ",")
    rows = ["There RB advmod 2", "they PRP nsubj 2", f"{verb} VBD ROOT 2", f"{number} CD nummod 4"]
    doc = figures(parsed(*rows, "children/child NNS dobj 2"))
    (figure,) = doc._.figures
    assert (figure.value, figure.counted, figure.action) == (value, "children", action)


def test_of_two_corrections_the_first_takes_back_what_the_second_takes_back_too(nlp: Language) -> None:
    text = "The number of the injured, which rescuers first put at 30 and later at 41, now stands at 44."
    first, second, last = found(nlp, text)
    assert [figure.evidence.exact for figure in (first, second, last)] == ["30", "41", "44"]
    assert [figure.withdrawn for figure in (first, second, last)] == [True, True, False]
    assert (first.corrects, second.corrects, last.corrects) == ((), (first.evidence,), (second.evidence,))
