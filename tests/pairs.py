"""Pairs of mentions in different articles, invented: whether the two are one. For measuring `linkage.across`.

A side is (names, what its article says). The first name is the fullest. Traps: namesakes, one acronym for two bodies,
parent and branch, renamed bodies, ministers who changed, towns of one name.
"""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.lexicon.name_forms import same_as
from onrecord.linking.clustering import Item, decide, identified
from onrecord.linking.profiles import Context
from onrecord.values.entities import Entity
from onrecord.values.findings import Evidence, Kind


class Side(NamedTuple):
    """One entity as one article presents it."""

    names: tuple[str, ...]
    titles: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    published: str = "2024-05-01"


class Pair(NamedTuple):
    """Two sides, and whether they are one."""

    same: bool
    kind: Kind
    left: Side
    right: Side
    trap: str = ""


class Measured(NamedTuple):
    """How well a set of pairs was decided."""

    precision: float
    recall: float
    wrong: tuple[Pair, ...]


def item(iri: str, kind: Kind, side: Side) -> Item:
    """A side as `linkage` takes it, in an article of its own."""
    name = side.names[0]
    entity = Entity(
        kind=kind,
        name=name,
        labels=tuple(sorted(side.names)),
        mentions=(Evidence(0, len(name), name),),
        same_as=same_as(name),
    )
    context = Context(
        article=f"article/{iri}",
        published=side.published,
        titles=side.titles,
        organizations=side.organizations,
        people=side.people,
        bodies=side.bodies,
        places=side.places,
    )
    return iri, entity, context


def items(pair: Pair) -> list[Item]:
    """The two sides of a pair, of two articles."""
    return [item("left", pair.kind, pair.left), item("right", pair.kind, pair.right)]


def measured(pairs: Sequence[Pair]) -> Measured:
    """Pairwise precision and recall, each pair decided by itself."""
    joined = [(pair, len(identified(decide(items(pair)))) == 1) for pair in pairs]
    right = sum(one and pair.same for pair, one in joined)
    claimed, true = sum(one for _, one in joined), sum(pair.same for pair in pairs)
    return Measured(right / claimed, right / true, tuple(pair for pair, one in joined if one != pair.same))


P, O, C, L = Kind.PERSON, Kind.ORGANIZATION, Kind.COURT, Kind.PLACE  # noqa: E741


def _n(*names: str) -> tuple[str, ...]:
    return names


PAIRS: tuple[Pair, ...] = (
    # people who are one
    Pair(
        True,
        P,
        Side(_n("Olena Hrabar"), _n("founder"), _n("Safe Harbour")),
        Side(_n("Olena Hrabar", "Hrabar"), _n("founder"), _n("Safe Harbour")),
    ),
    Pair(
        True,
        P,
        Side(_n("Oleksii Danko"), _n("ombudsman")),
        Side(_n("Olexiy Danko"), _n("ombudsman"), places=_n("Ukraine")),
        "spelling",
    ),
    Pair(
        True,
        P,
        Side(_n("Dariia Melnyk"), _n("adviser"), _n("Office of the President")),
        Side(_n("Daria Melnyk"), _n("adviser"), _n("Office of the President")),
        "spelling",
    ),
    Pair(
        True,
        P,
        Side(_n("Serhiy Bondar"), _n("governor of Odesa region")),
        Side(_n("Serhii Bondar"), _n("governor")),
        "spelling",
    ),
    Pair(
        True,
        P,
        Side(_n("Tomás Arévalo"), _n("foreign minister"), places=_n("Calvenia")),
        Side(_n("Tomas Arevalo"), _n("minister of foreign affairs"), places=_n("Calvenia")),
        "accents",
    ),
    Pair(
        True,
        P,
        Side(_n("M. Koval", "Koval"), _n("spokesperson"), _n("Northern Relief")),
        Side(_n("Marta Koval"), _n("spokeswoman"), _n("Northern Relief")),
        "initial",
    ),
    Pair(
        True,
        P,
        Side(_n("Vladimir Putin"), people=_n("Maria Lvova-Belova"), bodies=_n("International Criminal Court")),
        Side(_n("Vladimir Putin"), people=_n("Maria Lvova-Belova"), bodies=_n("International Criminal Court")),
    ),
    Pair(
        True,
        P,
        Side(_n("Vladimir Putin"), _n("Russian President"), places=_n("Russia", "Ukraine")),
        Side(_n("Vladimir Putin"), _n("President"), places=_n("Russia", "Ukraine")),
    ),
    Pair(
        True,
        P,
        Side(_n("Ilse van Aalst"), _n("country director"), _n("Norden Relief")),
        Side(_n("Ilse van Aalst"), _n("director"), _n("Norden Relief")),
    ),
    Pair(
        True,
        P,
        Side(_n("Karim A. A. Khan"), _n("prosecutor"), _n("International Criminal Court")),
        Side(_n("Karim Khan"), _n("prosecutor"), _n("ICC")),
        "middle names",
    ),
    Pair(
        True,
        P,
        Side(_n("Nadia al-Sabbagh"), _n("director"), _n("Office for Civil Defence")),
        Side(_n("Nadia Al-Sabbagh"), (), (), _n("Piet Osterlund"), _n("Office for Civil Defence"), _n("Dravo")),
    ),
    Pair(
        True,
        P,
        Side(_n("Gerrit van Loon"), _n("managing director"), _n("Aldous Yarn")),
        Side(
            _n("Gerrit van Loon"),
            _n("defendant"),
            (),
            _n("Elif Aydin"),
            _n("Aldous Yarn", "Lunden District Court"),
            _n("Lunden"),
        ),
    ),
    Pair(
        True,
        P,
        Side(_n("Ana Maria Reyes"), _n("judge"), _n("Supreme Court of Valmora")),
        Side(_n("Ana María Reyes"), _n("presiding judge"), places=_n("Valmora")),
    ),
    Pair(
        True,
        P,
        Side(_n("Yusuf Adeyemi"), _n("lawyer"), _n("Centre for Law")),
        Side(_n("Yusuf Adeyemi"), _n("attorney"), _n("Centre for Law")),
    ),
    Pair(
        True,
        P,
        Side(_n("Halyna Sydor"), _n("legal director"), _n("Desna Centre")),
        Side(_n("Halyna Sydor"), bodies=_n("Desna Centre", "Red Cross"), people=_n("Andrii Kostin")),
    ),
    Pair(
        True, P, Side(_n("Pavlo Zhuk"), _n("mayor of Izium")), Side(_n("Pavlo Zhuk"), _n("mayor"), places=_n("Izium"))
    ),
    Pair(
        True,
        P,
        Side(_n("Kwame Boateng"), _n("special rapporteur")),
        Side(_n("Kwame Boateng"), _n("UN special rapporteur")),
    ),
    Pair(
        True,
        P,
        Side(_n("Dzmitry Shauts"), _n("secretary general"), _n("Belarus Red Cross")),
        Side(_n("Dmitry Shauts", "Dzmitry Shauts"), _n("head"), _n("Belarus Red Cross")),
        "spelling",
    ),
    # people who are not
    Pair(
        False,
        P,
        Side(_n("Ivan Petrenko"), _n("surgeon"), _n("Lviv Hospital")),
        Side(_n("Ivan Petrenko"), _n("mayor of Dravo")),
        "namesakes",
    ),
    Pair(
        False,
        P,
        Side(_n("Andrii Shevchenko"), _n("footballer")),
        Side(_n("Andriy Shevchenko"), _n("ambassador"), places=_n("Canada")),
        "namesakes",
    ),
    Pair(
        False, P, Side(_n("Maria Garcia"), _n("teacher")), Side(_n("Maria Garcia"), _n("finance minister")), "namesakes"
    ),
    Pair(
        False,
        P,
        Side(_n("James O'Brien"), _n("head"), _n("Office of Sanctions")),
        Side(_n("James O'Brien"), _n("trawler captain")),
        "namesakes",
    ),
    Pair(
        False,
        P,
        Side(_n("Mykola Kuleba"), _n("executive director"), _n("Save Ukraine")),
        Side(_n("Dmytro Kuleba"), _n("foreign minister"), places=_n("Ukraine")),
        "one surname",
    ),
    Pair(
        False,
        P,
        Side(_n("Sofiia Marchenko"), _n("executive director"), _n("Lantern House")),
        Side(_n("Ostap Marchenko"), _n("psychologist"), _n("Lantern House")),
        "one surname",
    ),
    Pair(False, P, Side(_n("O. Marchenko"), _n("psychologist")), Side(_n("Olha Marchenko"), _n("lawyer")), "initial"),
    Pair(False, P, Side(_n("Marchenko")), Side(_n("Ostap Marchenko"), _n("psychologist")), "surname only"),
    Pair(
        False,
        P,
        Side(_n("Dmytro Kuleba"), _n("foreign minister"), places=_n("Ukraine")),
        Side(_n("Andrii Sybiha"), _n("foreign minister"), places=_n("Ukraine")),
        "ministers who changed",
    ),
    Pair(
        False,
        P,
        Side(_n("Iryna Venediktova"), _n("Prosecutor General")),
        Side(_n("Andriy Kostin"), _n("Prosecutor General")),
        "ministers who changed",
    ),
    Pair(
        False,
        P,
        Side(_n("Anna Nowak"), _n("Polish deputy minister of justice")),
        Side(_n("Anna Nowak"), _n("Czech senator")),
        "offices of two states",
    ),
    Pair(False, P, Side(_n("John Smith")), Side(_n("John Smith")), "nothing but a common name"),
    Pair(False, P, Side(_n("John Smith"), _n("sheriff")), Side(_n("John Smith"), places=_n("Ukraine"))),
    Pair(
        False,
        P,
        Side(_n("Mohammed Ali"), _n("ambulance driver"), places=_n("Gaza")),
        Side(_n("Mohamed Ali"), _n("trade minister"), places=_n("Egypt")),
        "namesakes",
    ),
    Pair(
        False,
        P,
        Side(_n("Petro Lysenko"), _n("general"), published="1991-02-01"),
        Side(_n("Petro Lysenko"), _n("student"), published="2024-02-01"),
        "decades apart",
    ),
    Pair(
        False,
        P,
        Side(_n("Tamar de Wit"), _n("judge"), _n("Regional Court of West Marenia")),
        Side(_n("Tamar de Wit"), _n("nurse"), _n("Brenn Clinic")),
        "namesakes",
    ),
    # bodies that are one
    Pair(
        True, O, Side(_n("Parliamentary Assembly of the Council of Europe", "PACE")), Side(_n("PACE")), "acronym alone"
    ),
    Pair(True, O, Side(_n("United Nations")), Side(_n("UN"))),
    Pair(True, O, Side(_n("Norden Relief and Recovery", "NRR")), Side(_n("Norden Relief and Recovery"))),
    Pair(True, O, Side(_n("Save Ukraine")), Side(_n("Save Ukraine"))),
    Pair(
        True,
        O,
        Side(_n("Humanitarian Research Lab", "HRL"), bodies=_n("Yale School of Public Health")),
        Side(_n("Humanitarian Research Lab"), bodies=_n("Yale School of Public Health")),
    ),
    Pair(
        True,
        O,
        Side(_n("Ministry of Foreign Affairs of Ukraine", "MFA")),
        Side(_n("Ukrainian Foreign Affairs Ministry")),
        "state by adjective",
    ),
    Pair(
        True,
        O,
        Side(_n("Ministry of Defence of Ukraine")),
        Side(_n("Ukrainian Ministry of Defence")),
        "state by adjective",
    ),
    Pair(
        True,
        O,
        Side(_n("Office of the Prosecutor General"), people=_n("Andriy Kostin"), places=_n("Ukraine")),
        Side(_n("Prosecutor General's Office"), people=_n("Andrii Kostin"), places=_n("Ukraine")),
        "order of words",
    ),
    Pair(
        True,
        O,
        Side(_n("Office of the President of Ukraine"), people=_n("Andriy Yermak")),
        Side(_n("Office of the President"), people=_n("Andriy Yermak"), places=_n("Ukraine")),
        "state left out",
    ),
    Pair(True, O, Side(_n("Halychyna Children's Clinic")), Side(_n("Halychyna Children’s Clinic")), "apostrophes"),
    Pair(True, C, Side(_n("International Criminal Court", "ICC")), Side(_n("ICC")), "acronym alone"),
    Pair(True, C, Side(_n("European Court of Human Rights")), Side(_n("ECHR"))),
    Pair(True, C, Side(_n("Regional Court of West Marenia")), Side(_n("Regional Court of West Marenia"))),
    Pair(True, C, Side(_n("Meridian Court of Human Rights", "MCHR")), Side(_n("Meridian Court of Human Rights"))),
    Pair(True, O, Side(_n("Brenn Water and Power")), Side(_n("Brenn Water and Power"))),
    Pair(True, O, Side(_n("Doctors Without Borders")), Side(_n("Médecins Sans Frontières", "MSF")), "two languages"),
    # bodies that are not
    Pair(
        False, O, Side(_n("Norwegian Refugee Council", "NRC")), Side(_n("National Rescue Centre", "NRC")), "one acronym"
    ),
    Pair(
        False,
        O,
        Side(_n("National Information Bureau", "NIB"), places=_n("Ukraine")),
        Side(_n("NIB"), places=_n("Kenya")),
        "one acronym",
    ),
    Pair(False, O, Side(_n("Desna Fund", "DF")), Side(_n("Delta Front", "DF")), "one acronym"),
    Pair(
        False,
        O,
        Side(_n("Ministry of Defence"), places=_n("Ukraine")),
        Side(_n("Ministry of Defence"), places=_n("Canada")),
        "every state has one",
    ),
    Pair(
        False,
        O,
        Side(_n("Ministry of Defence", "Kestria's Ministry of Defence")),
        Side(_n("Ministry of Defence", "Dorvania's Ministry of Defence")),
    ),
    Pair(
        False,
        C,
        Side(_n("Supreme Court"), places=_n("Poland")),
        Side(_n("Supreme Court"), places=_n("Brazil")),
        "every state has one",
    ),
    Pair(
        False,
        O,
        Side(_n("National Assembly"), places=_n("France")),
        Side(_n("National Assembly"), places=_n("Armenia")),
        "every state has one",
    ),
    Pair(
        False, O, Side(_n("Ministry of Justice of Ukraine")), Side(_n("Ministry of Justice of Georgia")), "two states"
    ),
    Pair(False, O, Side(_n("Save the Children")), Side(_n("Save the Children Ukraine")), "parent and branch"),
    Pair(
        False,
        O,
        Side(_n("Belarus Red Cross")),
        Side(_n("International Committee of the Red Cross", "ICRC")),
        "parent and branch",
    ),
    Pair(False, O, Side(_n("United Nations")), Side(_n("United Nations General Assembly")), "part and whole"),
    Pair(
        False,
        O,
        Side(_n("Council of Europe")),
        Side(_n("Parliamentary Assembly of the Council of Europe")),
        "part and whole",
    ),
    Pair(False, O, Side(_n("Yale School of Public Health")), Side(_n("Yale School of Medicine")), "two schools"),
    Pair(False, C, Side(_n("Lunden District Court")), Side(_n("Tavno District Court")), "two courts"),
    Pair(False, C, Side(_n("High Court of Calvenia")), Side(_n("High Court of Valmora")), "two courts"),
    Pair(False, O, Side(_n("Lantern House Foundation")), Side(_n("Lantern Foundation")), "alike"),
    Pair(
        False,
        O,
        Side(_n("Ministry of Education"), places=_n("Kenya")),
        Side(_n("Ministry of Education and Science"), places=_n("Ukraine")),
        "two states",
    ),
    # places
    Pair(True, L, Side(_n("Ukraine")), Side(_n("Ukraine"))),
    Pair(True, L, Side(_n("Russian Federation")), Side(_n("Russia")), "long form"),
    Pair(True, L, Side(_n("Britain")), Side(_n("United Kingdom", "UK")), "names of a state"),
    Pair(True, L, Side(_n("KYIV")), Side(_n("Kyiv")), "dateline"),
    Pair(
        True,
        L,
        Side(_n("Dravo"), places=_n("Valmora"), bodies=_n("National Rescue Directorate")),
        Side(_n("Dravo"), places=_n("Valmora")),
    ),
    Pair(True, L, Side(_n("Izium"), places=_n("Ukraine")), Side(_n("Izium"), places=_n("Ukraine", "Russia"))),
    Pair(
        False,
        L,
        Side(_n("Springfield"), places=_n("United States")),
        Side(_n("Springfield"), places=_n("Australia")),
        "towns of one name",
    ),
    Pair(False, L, Side(_n("Kherson")), Side(_n("Kherson region")), "town and region"),
    Pair(False, L, Side(_n("Georgia")), Side(_n("South Georgia"))),
    Pair(False, L, Side(_n("Brenn")), Side(_n("Lower Brenn")), "part and whole"),
)
