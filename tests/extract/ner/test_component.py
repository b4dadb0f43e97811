"""Which names, roles and pronouns an article's text holds, rule by rule, with negatives."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.encoder.spans import EncoderOutput, NameSpan
from onrecord.values.findings import Form, Gender, Kind, Mention

Read = Callable[..., Doc]


def _names(doc: Doc, kind: Kind) -> set[str]:
    return {m.name for m in doc._.mentions if m.form is Form.NAME and m.kind is kind}


def _mention(doc: Doc, exact: str) -> Mention:
    return next(m for m in doc._.mentions if m.evidence.exact == exact)


PEOPLE = [
    (
        "Titles and roles before a name",
        "Prime Minister Ludvik Sorensen met Mayor Ana Petković.",
        {"Ludvik Sorensen", "Ana Petković"},
    ),
    ("A title with its portfolio", "The Minister of Foreign Affairs Tamsin Vale left early.", {"Tamsin Vale"}),
    ("A title of several words", "First Deputy Prime Minister Orsolya Kiss spoke.", {"Orsolya Kiss"}),
    ("Plural titles", "Justices Ruth Abara and Tomas Leclair dissented.", {"Ruth Abara", "Tomas Leclair"}),
    (
        "Particles",
        "The grant went to Pieter van der Berg and to Lina al-Hassan.",
        {"Pieter van der Berg", "Lina al-Hassan"},
    ),
    (
        "A particle opens a surname",
        "Nobody asked Lina al-Hassan. Later al-Hassan resigned.",
        {"Lina al-Hassan", "al-Hassan"},
    ),
    ("Initials", "The judge was J. R. Okonjo, said the clerk.", {"J. R. Okonjo"}),
    ("Initials without stops", "Police arrested T P Harris on Monday.", {"T P Harris"}),
    ("Initials of two letters", "Both Zh. K. Adilov and Th. van Rijn signed.", {"Zh. K. Adilov", "Th. van Rijn"}),
    ("Labels", "Q. What did Vera Pohl see?\nA. On Monday, nothing.\nQ. And then?\nA. Nothing.", {"Vera Pohl"}),
    ("Where a place may stand", "They fled to Brunn Havel and Tarsk Odra.", set()),
    (
        "A person where a place may stand",
        "Letters to Orsa Tekell, a painter, came from Ruvo Hask, 61.",
        {"Orsa Tekell", "Ruvo Hask"},
    ),
    ("A byline", "Storm over\n\nBy Orsa Tekell\n\nRain fell.", {"Orsa Tekell"}),
    ("Spoken to", "The envoy spoke to Runa Belik.", {"Runa Belik"}),
    ("Hyphens", "Investigators questioned Marie Duval-Stone in March.", {"Marie Duval-Stone"}),
    ("Letters after a name", "They were represented by Hugo Lander KC and Vera Pohl MP.", {"Hugo Lander", "Vera Pohl"}),
    ("An age in apposition", "Neighbours say that Radomir Hask, 41, never came back.", {"Radomir Hask"}),
    ("A word that opens a sentence", "Contact Oleh Savchuk for details.", {"Oleh Savchuk"}),
    ("An Arabic article", "The speaker was Nur ad-Din Rahal.", {"Nur ad-Din Rahal"}),
    ("A nickname", "Police arrested Mateo “El Chico” Duarte.", {"Mateo “El Chico” Duarte"}),
    ("No byline's place", "Storm over\n\nBy Orsa Tekell, Brunn\n\nRain fell.", {"Orsa Tekell"}),
    ("A pronoun after an initial", "The tablets held vitamin B. She took two.", set()),
    (
        "Each with a place",
        "They elected Orsa Tekell of Chile, Ruvo Hask of Barbados and Lina Pohl of Brazil.",
        {"Orsa Tekell", "Ruvo Hask", "Lina Pohl"},
    ),
    ("A surname that is a title", "The prize went to Stephen King.", {"Stephen King"}),
    ("An office of a county", "They met Belmore County Commissioner Ruth Abara.", {"Ruth Abara"}),
    ("A rank of several words", "An inquiry by Lt-General Tomas Leclair began.", {"Tomas Leclair"}),
    ("A syllable that is a word", "The clerk was Man-kei Tam.", {"Man-kei Tam"}),
    ("A surname in small letters", "She met Henri d'Aubigny in Lyon.", {"Henri d'Aubigny"}),
    ("A people", "The law was a gift to Alabamians.", set()),
    ("A pronoun", "Anyone may come.", set()),
]


@pytest.mark.parametrize(("text", "people"), [c[1:] for c in PEOPLE], ids=[c[0] for c in PEOPLE])
def test_people(read: Read, text: str, people: set[str]) -> None:
    assert _names(read(text), Kind.PERSON) == people


BODIES = [
    ("of and and", "He works for the Ministry of Trade and Industry.", {"Ministry of Trade and Industry"}),
    ("for", "The Centre for Rural Health opened a ward.", {"Centre for Rural Health"}),
    ("commas", "The Department of Youth, Culture and Sport paid.", {"Department of Youth, Culture and Sport"}),
    ("and before the head", "The Farmers and Fishers Union sued.", {"Farmers and Fishers Union"}),
    ("possessive of people", "The Miners' Union and the Children's Fund agreed.", {"Miners' Union", "Children's Fund"}),
    ("possessive of an office", "The Attorney General's Office declined to comment.", {"Attorney General's Office"}),
    ("a cause", "A spokesman for Engineers Without Limits said no.", {"Engineers Without Limits"}),
    ("an ideal", "The study by Freedom in Lorvia was new.", {"Freedom in Lorvia"}),
    ("a trade", "The court fined Calder Coal and Timber.", {"Calder Coal and Timber"}),
    ("initials settle the border", "Nordic Help and Rescue (NHR) sent boats.", {"Nordic Help and Rescue", "NHR"}),
    ("a number", "He served in the 3rd Rifle Brigade.", {"3rd Rifle Brigade"}),
    ("a house of parliament", "The House of Commons debated the bill.", {"House of Commons"}),
    ("a government by its state", "She sued the government of Lorvia.", {"government of Lorvia"}),
    ("a state's body", "The Portuguese parliament voted on Monday.", {"Portuguese parliament"}),
    (
        "office within an office",
        "The Office of the Commissioner for Prisons replied.",
        {"Office of the Commissioner for Prisons"},
    ),
    ("a common word for people", "She works for Harbour for Families, a charity.", {"Harbour for Families"}),
    ("foreign words inside", "The Mothers of Plaza del Sur sued.", {"Mothers of Plaza del Sur"}),
    ("general, as an adjective", "The General Inspectorate of Prisons replied.", {"General Inspectorate of Prisons"}),
    ("a word with digits", "Aid workers blamed the M47 rebels.", {"M47"}),
    ("a unit for people", "She heads the Search Unit for Missing People.", {"Search Unit for Missing People"}),
    ("currencies", "It cost QR 2,000, or CHF 500, or 300,000 CFA francs; the CFC paid.", {"CFC"}),
    (
        "a body and its own part",
        "The Lorvian Council and its Committee of Elders met.",
        {"Committee of Elders", "Lorvian Council"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), [c[1:] for c in BODIES], ids=[c[0] for c in BODIES])
def test_organizations(read: Read, text: str, bodies: set[str]) -> None:
    assert _names(read(text), Kind.ORGANIZATION) == bodies


COURTS = [
    ("The Regional Court of East Marrow convicted her.", {"Regional Court of East Marrow"}),
    ("He appealed to the Brixley Magistrates' Court.", {"Brixley Magistrates' Court"}),
    ("The Special Tribunal for Lorvia heard the witness.", {"Special Tribunal for Lorvia"}),
    ("Trial Chamber III of the Continental Criminal Court rose.", {"Trial Chamber III", "Continental Criminal Court"}),
    ("The Tarvik district court let him go.", {"Tarvik district court"}),
    ("The Fourth Section rejected the request.", {"Fourth Section"}),
    ("Federal Court No. 4 of Tarvik acquitted her.", {"Federal Court No. 4 of Tarvik"}),
    ("The Federal Chamber of Criminal Cassation agreed.", {"Federal Chamber of Criminal Cassation"}),
    ("The courtyard of the Court Hotel was empty.", set()),
]


@pytest.mark.parametrize(("text", "courts"), COURTS)
def test_courts_are_told_by_what_makes_a_court(read: Read, text: str, courts: set[str]) -> None:
    assert _names(read(text), Kind.COURT) == courts


PLACES = [
    ("a dateline", "PORT SELWYN, Lorvia - The ferry sank on Monday.", {"PORT SELWYN", "Lorvia"}),
    ("shelled", "Missiles hit Varnytsia. Rebels shelled Tolk Marrin.", {"Varnytsia", "Tolk Marrin"}),
    ("where", "It belongs to Orlo Bask, where 40 people live.", {"Orlo Bask"}),
    ("a common word before a hyphen", "Bor-Ulaan is far. It snowed in Bor-Ulaan.", {"Bor-Ulaan"}),
    ("fled", "Nobody fled Horol Vetka by bus.", {"Horol Vetka"}),
    ("a place noun", "The Ussel River and Lake Marn flooded.", {"Ussel River", "Lake Marn"}),
    ("a kind of place before", "They hid in the village of Brezna.", {"Brezna"}),
    ("part of a place", "Fighting went on in Upper Selk.", {"Upper Selk"}),
    ("where somebody is from", "Orsa Tekell from Brunn had brought a doll.", {"Brunn"}),
    ("a byline's", "Storm over\n\nBy Orsa Tekell, Brunn\n\nRain fell.", {"Brunn"}),
    ("small words between hyphens", "Two ships reached Mont-au-Prince.", {"Mont-au-Prince"}),
    ("a state of two islands", "Judges from Antigua and Barbuda voted.", {"Antigua and Barbuda"}),
    ("a list", "Trains stop in Kharkiv, Poltava and Lubny.", {"Kharkiv", "Poltava", "Lubny"}),
    ("a common noun after it", "He left the Tarvik quarry and walked to the Odra hills.", {"Tarvik", "Odra"}),
    ("a common noun before it", "They are held in the prison Tash-Orun.", {"Tash-Orun"}),
    ("whose mayor", "Nobody believed the mayor of Brezna.", {"Brezna"}),
    ("inside another name", "The Court of Appeal of Lithuania agreed.", set()),
]


@pytest.mark.parametrize(("text", "places"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_places(read: Read, text: str, places: set[str]) -> None:
    assert _names(read(text), Kind.PLACE) == places


def test_a_place_noun_written_small_makes_a_longer_form(read: Read) -> None:
    place = _mention(read("Families left Tarvik region by bus."), "Tarvik")
    assert place.longer is not None
    assert place.longer.exact == "Tarvik region"


def test_a_team_and_its_city_may_bear_one_name(nlp: Language) -> None:
    doc = nlp.make_doc("Volgrad beat Tarsk. They play in Volgrad.")
    doc._.encoded = EncoderOutput((NameSpan(0, 7, "ORG", 0.97), NameSpan(33, 40, "PLACE", 0.98)), ())
    kinds = [m.kind for m in nlp.get_pipe("onrecord_mentions")(doc)._.mentions if m.name == "Volgrad"]
    assert kinds == [Kind.ORGANIZATION, Kind.PLACE]


def test_the_encoder_may_find_only_the_end_of_a_persons_name(nlp: Language) -> None:
    doc = nlp.make_doc("The army chief Said Belkacem resigned. Army lorries from Said Belkacem left.")
    doc._.encoded = EncoderOutput((NameSpan(20, 28, "PERSON", 0.97), NameSpan(65, 73, "PERSON", 0.97)), ())
    found = [m.name for m in nlp.get_pipe("onrecord_mentions")(doc)._.mentions if m.form is Form.NAME]
    assert found[0] == "Said Belkacem"


def test_a_body_of_a_body_stays_two_where_the_encoder_found_both(nlp: Language) -> None:
    doc = nlp.make_doc("The Central Tracing Agency of the Norwegian Relief Committee replied.")
    doc._.encoded = EncoderOutput((NameSpan(4, 26, "ORG", 0.99), NameSpan(34, 60, "ORG", 0.99)), ())
    bodies = _names(nlp.get_pipe("onrecord_mentions")(doc), Kind.ORGANIZATION)
    assert bodies == {"Central Tracing Agency", "Norwegian Relief Committee"}


def test_what_a_longer_name_has_after_of_is_a_place(nlp: Language) -> None:
    doc = nlp.make_doc("Karasu signed. The Republic of Karasu agreed.")
    doc._.encoded = EncoderOutput((NameSpan(0, 6, "PERSON", 0.8), NameSpan(19, 37, "PLACE", 0.99)), ())
    assert not _names(nlp.get_pipe("onrecord_mentions")(doc), Kind.PERSON)


NOBODY = [
    "Ukrainian children and Polish nurses went home on Tuesday.",
    "#BringThemBack is all over Telegram.",
    "The European Convention on Human Rights and Article 5 apply.",
    "In March the Reconstruction Act was passed.",
    "Neighbours had lent them money.",
    "Background\n\nTwo buses left at dawn.",
    "The Ministers met for the third time.",
    "date 2024-06-17 “NOBODY CAME FOR US”: TEN TEENAGERS WALK HOME\n\nTen children walked home.",
    "Nobody there had read the Refugee Convention.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_nobodys_name(read: Read, text: str) -> None:
    names = {m.name for m in read(text)._.mentions if m.form is Form.NAME}
    assert not names


def test_a_headline_names_only_whom_the_text_names(read: Read) -> None:
    doc = read("Relief Workers Accuse Lorvia Of Theft\n\nAid was stolen in Lorvia, the Lorvian Red Cross said.")
    names = [m.evidence.exact for m in doc._.mentions if m.form is Form.NAME]
    assert names == ["Lorvia", "Lorvia", "Lorvian Red Cross"]


def test_an_acronym_in_brackets_stands_for_the_name_before(read: Read) -> None:
    doc = read("The Lorvian Aid Fund (LAF) said so. LAF later denied it.")
    full = _mention(doc, "Lorvian Aid Fund")
    assert _mention(doc, "LAF").stands_for == full.evidence


def test_the_masthead_of_an_outlet_is_no_mention(read: Read) -> None:
    doc = read("The Selwyn Herald\nFerry sinks off Selwyn\n\nA ferry sank near Selwyn on Monday.")
    assert not _names(doc, Kind.ORGANIZATION)


ROLES = [
    ("The ombudsman said so.", "The ombudsman", Kind.PERSON),
    ("Its chief operating officer left.", "Its chief operating officer", Kind.PERSON),
    ("They asked the charity for help.", "the charity", Kind.ORGANIZATION),
    ("The Court found a breach.", "The Court", Kind.COURT),
]


@pytest.mark.parametrize(("text", "exact", "kind"), ROLES)
def test_roles(read: Read, text: str, exact: str, kind: Kind) -> None:
    role = _mention(read(text), exact)
    assert (role.form, role.kind) == (Form.ROLE, kind)


@pytest.mark.parametrize("text", ["A charity gave money.", "Ministers met.", "It is known that rain fell."])
def test_what_refers_to_nobody(read: Read, text: str) -> None:
    assert not read(text)._.mentions


def test_pronouns_have_gender(read: Read) -> None:
    doc = read("She told him that it had failed.")
    assert [(m.name, m.gender) for m in doc._.mentions] == [
        ("she", Gender.FEMALE),
        ("him", Gender.MALE),
        ("it", Gender.NEUTER),
    ]


def test_offsets_are_those_of_the_text(read: Read) -> None:
    doc = read("“Élodie’s”—said Dr Élodie Brûlé of the Société Ångström—was née in Łódź. She’s 40.")
    for mention in doc._.mentions:
        assert doc.text[mention.evidence.start : mention.evidence.end] == mention.evidence.exact
