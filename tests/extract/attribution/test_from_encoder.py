"""Statements from the encoder's attributions: what is taken, what is left out, what is mended."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Said = Callable[..., list[tuple[str | None, str]]]


def test_what_the_encoder_found_is_a_statement(said: Said) -> None:
    text = "Anna Roe shrugged off the storm as a breeze."
    assert said(text, "Anna Roe | shrugged off | the storm as a breeze") == [("Anna Roe", "the storm as a breeze")]


def test_the_pieces_of_a_quotation_are_one_statement(said: Said) -> None:
    text = "“We left,” Anna Roe said, “at night.”"
    assert said(text, "Anna Roe | said | “We left,” | “at night.”") == [
        ("Anna Roe", "“We left,” Anna Roe said, “at night.”")
    ]


def test_the_stretches_of_an_interrupted_quotation_are_its_evidence(attributed: Callable[..., Doc]) -> None:
    text = "“We left,” Anna Roe said. “It was night.\n\n“Nobody came.”"
    pieces = "“We left,” | “It was night. | “Nobody came.”"
    (statement,) = attributed(text, f"Anna Roe | said | {pieces}")._.statements
    assert [part.exact for part in statement.stretches] == ["“We left,”", "“It was night.\n\n“Nobody came.”"]
    assert (statement.form, statement.opens) == ("direct", True)


def test_a_quotation_in_one_piece_is_its_evidence(attributed: Callable[..., Doc]) -> None:
    (statement,) = attributed("Anna Roe said “We left.”", "Anna Roe | said | “We left.”")._.statements
    assert (statement.stretches, statement.opens) == ((statement.quote,), False)


ANOTHERS = [
    ("“Home” is the motto. “We left,” Anna Roe said.", "“Home” | “We left,”", "“We left,”"),
    ("“We left,” Anna Roe said. “It was night.” He rose. “Home” is the motto.", "“We left,” | “It was night.” | “Home”",
     "“We left,” Anna Roe said. “It was night.”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pieces", "quote"), ANOTHERS)
def test_a_sentence_of_the_article_ends_a_quotation(said: Said, text: str, pieces: str, quote: str) -> None:
    assert said(text, f"Anna Roe | said | {pieces}") == [("Anna Roe", quote)]


@pytest.mark.parametrize(
    "text", ["'It's late,' Anna Roe said. 'We left.'", "``It's late,'' Anna Roe said. ``We left.''"]
)
def test_straight_and_typewritten_marks_quote(attributed: Callable[..., Doc], text: str) -> None:
    first, second = text.split(" Anna Roe said. ")
    (statement,) = attributed(text, f"Anna Roe | said | {first} | {second}")._.statements
    assert [statement.form, *(part.exact for part in statement.stretches)] == ["direct", first, second]


NAMED_BESIDE = [
    ("One was hurt, club doctor Anna Roe told reporters.", "club | told | One was hurt"),
    ("One was hurt, according to her lawyer, Anna Roe.", "her lawyer | according to | One was hurt"),
    ("One was hurt, according to a letter by Anna Roe.", "a letter by | according to | One was hurt"),
]


@pytest.mark.parametrize(("text", "attribution"), NAMED_BESIDE)
def test_half_a_noun_phrase_is_made_whole(said: Said, text: str, attribution: str) -> None:
    assert said(text, attribution) == [("Anna Roe", "One was hurt")]


def test_a_determiner_at_the_end_belongs_to_the_name_behind_it(said: Said) -> None:
    text = "According to the chairwoman, Anna Roe, and the Red Cross, 40 boats are missing."
    attribution = "the chairwoman, Anna Roe, and the | According to | 40 boats are missing"
    assert said(text, attribution) == [("Anna Roe", "40 boats are missing"), ("Red Cross", "40 boats are missing")]


def test_the_subject_of_the_verb_goes_before_a_name_of_another_sentence(said: Said) -> None:
    text = "“Go,” Anna Roe said. “It is late,” replied Peter Lund."
    found = said(text, "Anna Roe | said | “Go,”", "Anna Roe | replied | “It is late,”")
    assert found == [("Anna Roe", "“Go,”"), ("Peter Lund", "“It is late,”")]


def test_a_verb_without_a_subject_by_name_leaves_the_source_as_it_is(said: Said) -> None:
    text = "Anna Roe rose. “It is late,” was said."
    assert said(text, "Anna Roe | was said | “It is late,”") == [("Anna Roe", "“It is late,”")]


def test_what_was_said_is_no_part_of_who_says_it(said: Said) -> None:
    text = "Her lawyer, who had left, said Anna Roe was hurt."
    ((speaker, quote),) = said(text, "Her lawyer, who had left, | said | Anna Roe was hurt")
    assert (speaker, quote) == ("Her lawyer", "Anna Roe was hurt")


SAID_SO = [
    ("“It will not do,” Anna Roe said.", "Anna Roe | said | “It will not do,”"),
    ("Anna Roe reported no deaths at all.", "Anna Roe | reported | no deaths at all"),
    ("Anna Roe called the report a lie.", "Anna Roe | called | the report a lie"),
    ("The Red Cross identified the dead as two clerks.", "The Red Cross | identified | the dead as two clerks"),
    ("Anna Roe thinks the winter will be mild.", "Anna Roe | thinks | the winter will be mild"),
    ("Anna Roe expects 300 guests this year.", "Anna Roe | expects | 300 guests this year"),
]


@pytest.mark.parametrize(("text", "attribution"), SAID_SO)
def test_what_is_a_statement(said: Said, text: str, attribution: str) -> None:
    source, _, content = attribution.split(" | ")
    assert said(text, attribution) == [(source.removeprefix("The "), content)]


def test_a_statement_has_the_encoders_probability_of_its_attribution(attributed: Callable[..., Doc]) -> None:
    text = "Anna Roe shrugged off the storm as a breeze."
    (statement,) = attributed(text, "Anna Roe | shrugged off | the storm as a breeze")._.statements
    assert str(statement.confidence) == "0.90"


LEFT_OUT = [
    ("Harbour House: ten boys home.\n\nIt rained. Anna Roe waited.", "Anna Roe | : | ten boys home"),
    ("Anna Roe has said nothing so far.", "Anna Roe | has said | nothing so far"),
    ("They signed a petition that demands aid.", "petition | demands | that demands aid"),
    ("The boy was asked three questions.", " | asked | The boy was asked three questions"),
    ("Costs of 90 dollars had been claimed.", " | claimed | Costs of 90 dollars"),
    ("The Red Cross asked for a term of 30 years.", "The Red Cross | asked for | a term of 30 years"),
    ("A watchman shrugged off the storm.", "A watchman | shrugged off | the storm"),  # nobody's name, nothing told
    ("A cook tore into the mayor.", "A cook | tore into | the mayor"),
    ("A law that favours the old families of Delft.", "A law that | favours | the old families of Delft"),
    ("The old ferries of Delft were favoured.", " | favoured | The old ferries of Delft"),
    ("Clerks sought a warrant for the mayor.", "Clerks | sought | a warrant for the mayor"),  # an official act
    ("Anna Roe laughed at his.", "Anna Roe | laughed | his"),
    ("The Red Cross has a ship. It covers the north in May.", "It | covers | the north in May"),
    ("Anna Roe hopes for a mild winter.", "Anna Roe | hopes | for a mild winter"),  # a thought
    ("Anna Roe thought the winter would be mild.", "Anna Roe | thought | the winter would be mild"),
    ("Anna Roe expected 300 guests that year.", "Anna Roe | expected | 300 guests that year"),
    ("Anna Roe did not report any deaths.", "Anna Roe | report | any deaths"),
    ("The Red Cross called the hearing.", "The Red Cross | called | the hearing"),
    ("Anna Roe did not say who paid.", "Anna Roe | did not say | who paid"),
    ("Anna Roe will say on Monday who paid.", "Anna Roe | will say | who paid"),
    ("The Red Cross welcomed the treaty.", "The Red Cross | welcomed | the treaty"),  # a body, without saying so
    ("Anna Roe signed a decree on grain.", "Anna Roe | signed | a decree on grain"),  # an official act
    ("Q: Who paid for the ships?", "Q |  | Who paid for the ships?"),
    ("Anna Roe: theft of 12 bicycles, held without bail.", "Anna Roe | : | theft of 12 bicycles, held without bail"),
    ("Anna Roe pleaded guilty to threatening to kill him.", "Anna Roe | threatening | to kill him"),
    ("Anna Roe declined to comment.", "Anna Roe | declined | to comment"),
    ("Her nickname is “the Bell”.", " |  | “the Bell”"),
]


def test_without_a_verb_of_saying_only_what_is_likely_is_a_statement(attributed: Callable[..., Doc]) -> None:
    text = "Anna Roe shrugged off the storm as a breeze."
    doc = attributed(text, "Anna Roe | shrugged off | the storm as a breeze", score=0.4)
    assert doc._.statements == ()


@pytest.mark.parametrize(("text", "attribution"), LEFT_OUT)
def test_what_is_no_statement(said: Said, text: str, attribution: str) -> None:
    assert said(text, attribution) == []


def test_a_name_before_a_colon_says_a_clause(said: Said) -> None:
    assert said("Anna Roe: we left at night.", "Anna Roe | : | we left at night") == [("Anna Roe", "we left at night")]


def test_an_apposition_to_an_object_speaks_not(said: Said) -> None:
    text = "Anna Roe, contradicting the minister, Peter Lund, said that forty had left."
    assert said(text, "Peter Lund | said | that forty had left") == [("Anna Roe", "that forty had left")]


APPOSED = [
    (
        "According to the chairwoman, Anna Roe, and the Red Cross, 40 boats are missing.",
        "the chairwoman | According to | Anna Roe, and the Red Cross, 40 boats are missing",
        [("Anna Roe", "40 boats are missing"), ("Red Cross", "40 boats are missing")],
    ),
    (
        "According to Anna Roe, Peter Lund and the Red Cross left.",
        "Anna Roe | According to | Peter Lund and the Red Cross left",
        [("Anna Roe", "Peter Lund and the Red Cross left")],
    ),
]


@pytest.mark.parametrize(("text", "attribution", "expected"), APPOSED)
def test_names_apposed_to_a_source_are_no_part_of_what_it_said(
    said: Said, text: str, attribution: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, attribution) == expected


def test_the_parse_names_the_source_the_encoder_missed(said: Said) -> None:
    text = "Peter Lund said that 40 people had left."
    assert said(text, " | said | that 40 people had left") == [("Peter Lund", "that 40 people had left")]


def test_the_day_of_the_saying_is_not_part_of_what_was_said(said: Said) -> None:
    text = "Anna Roe spoke on March 3 of 40 sailors."
    assert said(text, "Anna Roe | spoke | 3 of 40 sailors") == [("Anna Roe", "40 sailors")]


def test_a_relative_pronoun_speaks_for_what_it_stands_for(said: Said) -> None:
    text = "The plan was drawn up by Anna Roe, who mocked it as a toy."
    assert said(text, "who | mocked | it as a toy") == [("Anna Roe, who", "it as a toy")]


BY_NOBODY_NAMED = [
    ("Officials said that the bridge had fallen.", "Officials | said | that the bridge had fallen"),
    ("Fishermen are tearing into the plans of the mayor.", "Fishermen | tearing into | the plans of the mayor"),
    ("Drivers echoed her anger.", "Drivers | echoed | her anger"),  # a word of saying
    ("A video shows the bridge falling.", "video | shows | the bridge falling"),  # a text
]


@pytest.mark.parametrize(("text", "attribution"), BY_NOBODY_NAMED)
def test_what_nobody_by_name_told_is_kept(said: Said, text: str, attribution: str) -> None:
    ((speaker, quote),) = said(text, attribution)
    source, _, content = attribution.split(" | ")
    assert (speaker in source.split(), quote) == (True, content)


def test_a_quotation_that_goes_on_after_words_half_quoted_is_part_of_them(said: Said) -> None:
    text = "The plan was “too little,” Anna Roe said on Monday. “We need more.” Rain fell. “No.”"
    whole = text.split(" Rain")[0]
    attribution = "Anna Roe | said | The plan was “too little,” | “We need more.”"
    assert said(text, attribution)[0] == ("Anna Roe", whole)


DEEDS = [
    ("Anna Roe ordered the flags be lowered.", "Anna Roe | ordered | the flags be lowered"),
    ("Anna Roe declared a state of emergency.", "Anna Roe | declared | a state of emergency"),
    ("Anna Roe voted for the first article.", "Anna Roe | voted for | the first article"),
    ("Anna Roe expressed her condolences to the family.", "Anna Roe | expressed | her condolences to the family"),
    ("Anna Roe was found guilty of theft of boats.", "Anna Roe | was found guilty of | theft of boats"),
]


@pytest.mark.parametrize(("text", "attribution"), DEEDS)
def test_who_acts_feels_or_undergoes_says_nothing(said: Said, text: str, attribution: str) -> None:
    assert said(text, attribution) == []


def test_who_acts_in_words_that_are_quoted_says_them(said: Said) -> None:
    text = "Anna Roe opposed a “cruel and useless” plan."
    assert said(text, "Anna Roe | opposed | a “cruel and useless” plan") == [("Anna Roe", "a “cruel and useless” plan")]


def test_the_subject_of_the_verb_goes_before_that_of_another_clause(said: Said) -> None:
    text = "Anna Roe announced on Monday it would close after its owner had left."
    content = "it would close after its owner had left"
    assert said(text, f"its owner | announced | {content}") == [("Anna Roe", content)]


WITHOUT_THE_DAY = [
    ("It rained, according to the Daily Post in March.", "the Daily Post in March | according to | It rained",
     "Daily Post"),
    ("It rained, according to the Red Cross late today.", "the Red Cross late today | according to | It rained",
     "Red Cross"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "attribution", "speaker"), WITHOUT_THE_DAY)
def test_a_source_ends_before_the_day_of_the_saying(said: Said, text: str, attribution: str, speaker: str) -> None:
    assert said(text, attribution) == [(speaker, "It rained")]


LISTED = [
    ("On Monday firms including Daimler and Siemens said it rained.", "Siemens | said | it rained",
     ["Daimler", "Siemens"]),
    ("Bodies such as the Red Cross and Interpol said it rained.",
     "Bodies such as the Red Cross and Interpol | said | it rained", ["Red Cross", "Interpol"]),
    ("The Red Cross and Interpol said it rained.", "Interpol | said | it rained", ["Red Cross", "Interpol"]),
    ("A ship of the Red Cross and Interpol said it rained.", "Interpol | said | it rained", ["Interpol"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "attribution", "speakers"), LISTED)
def test_all_of_a_list_speak(said: Said, text: str, attribution: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(text, attribution)] == speakers


def test_the_name_right_before_the_verb_goes_before_one_in_what_was_said(said: Said) -> None:
    text = "Three were arrested by the Red Guard in a case of fraud, the news portal Delfi reported in April."
    words = "Three were arrested by the Red Guard in a case of fraud"
    assert said(text, f"the Red Guard | reported | {words}") == [("Delfi", words)]


def test_a_cue_is_the_whole_phrase_that_it_begins(said: Said) -> None:
    text = "Two left and two stayed, according to prosecutor Anna Roe."
    assert said(text, "prosecutor Anna Roe | according | Two left and two stayed") == [
        ("Anna Roe", "Two left and two stayed")
    ]
