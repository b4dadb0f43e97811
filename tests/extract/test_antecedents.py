"""What is laid out for the scorer, and what resolution makes of its probabilities."""

import numpy as np
import pytest

from onrecord.coref.resolve import within
from onrecord.extract.antecedents import View, antecedents
from onrecord.values.findings import Antecedents, Evidence, Findings, Form, Gender, Kind, Mention, Statement

TEXT = "Olha Benn met Ivan Rask. The Fund paid. He left it with her. They stayed."


def at(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


def mention(words: str, form: Form, kind: Kind | None, gender: Gender, *, plural: bool = False) -> Mention:
    return Mention(at(words), form, kind, words if form is Form.NAME else words.lower(), gender, plural)


OLHA = mention("Olha Benn", Form.NAME, Kind.PERSON, Gender.FEMALE)
IVAN = mention("Ivan Rask", Form.NAME, Kind.PERSON, Gender.UNKNOWN)
FUND = mention("Fund", Form.NAME, Kind.ORGANIZATION, Gender.NEUTER)
HE = mention("He", Form.PRONOUN, Kind.PERSON, Gender.MALE)
IT = mention("it", Form.PRONOUN, None, Gender.NEUTER)
HER = mention("her", Form.PRONOUN, Kind.PERSON, Gender.FEMALE)
THEY = mention("They", Form.PRONOUN, None, Gender.UNKNOWN, plural=True)
FINDINGS = Findings(
    mentions=(OLHA, IVAN, FUND, HE, IT, HER, THEY),
    sentences=tuple(at(s) for s in ("Olha Benn met Ivan Rask.", "The Fund paid.", "He left it with her.")),
)


def test_a_pronoun_looks_among_what_gender_and_kind_allow() -> None:
    view = View(FINDINGS)
    near = {
        view.mentions[i].name: [view.mentions[j].evidence.exact for j in candidates]
        for i, candidates in view.pronouns()
    }
    assert near == {"he": ["Ivan Rask"], "it": ["Fund"], "her": ["Olha Benn", "Ivan Rask"]}


def test_every_pair_is_described_by_as_many_numbers() -> None:
    view = View(FINDINGS)
    shapes = {
        tuple(part.shape[-1] for part in view.inputs(i, near, lambda start, end: np.zeros(4, np.float32)))
        for i, near in view.pronouns()
    }
    assert len(shapes) == 1


def test_what_is_next_to_impossible_is_left_out() -> None:
    found = antecedents(
        FINDINGS,
        lambda start, end: np.zeros(4, np.float32),
        lambda pronoun, mentions, pairs, own: np.array([0.8, 0.001][: len(pairs)], np.float32),
    )
    assert {a.pronoun.exact: [(w.exact, round(p, 3)) for w, p in a.candidates] for a in found} == {
        "He": [("Ivan Rask", 0.8)],
        "it": [("Fund", 0.8)],
        "her": [("Olha Benn", 0.8)],
    }


CASES = [
    ("grammar alone", HE, None, "Ivan Rask"),
    ("grammar, and likely enough", HE, {IVAN: 0.3}, "Ivan Rask"),
    ("grammar, overruled", HE, {IVAN: 0.01}, None),
    ("grammar, overruled, of a body", IT, {FUND: 0.01}, None),
    ("grammar, and sure, of a body", IT, {FUND: 0.95}, "Fund"),
    ("of the wrong gender, whatever the probability", HE, {OLHA: 0.99}, None),
    ("of the wrong kind, whatever the probability", IT, {IVAN: 0.99}, None),
]


@pytest.mark.parametrize(("pronoun", "likely", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_probabilities_and_grammar(pronoun: Mention, likely: dict[Mention, float] | None, expected: str | None) -> None:
    candidates = tuple((m.evidence, p) for m, p in (likely or {}).items())
    findings = Findings(
        mentions=(OLHA, IVAN, FUND, pronoun),
        sentences=FINDINGS.sentences,
        antecedents=(Antecedents(pronoun.evidence, candidates),) if likely is not None else (),
    )
    entity = within(findings).entity(pronoun.evidence)
    assert (entity.name if entity else None) == expected


def test_where_grammar_cannot_choose_the_surer_one() -> None:
    other = Mention(Evidence(200, 209, "Yara Benn"), Form.NAME, Kind.PERSON, "Yara Benn", Gender.FEMALE)
    late = Mention(Evidence(300, 303, "she"), Form.PRONOUN, Kind.PERSON, "she", Gender.FEMALE)
    for sure in (OLHA, other):
        findings = Findings(
            mentions=(OLHA, other, late),
            sentences=(Evidence(0, 260, ""), Evidence(290, 310, "")),
            antecedents=(Antecedents(late.evidence, ((sure.evidence, 0.9),)),),
        )
        entity = within(findings).entity(late.evidence)
        assert entity and entity.name == sure.name


def test_nobody_calls_himself_he_in_his_own_words() -> None:
    quote = at("He left it with her.")
    findings = Findings(
        mentions=(IVAN, HE),
        sentences=FINDINGS.sentences,
        statements=(Statement(quote, "direct", IVAN.evidence, None, "", quote),),
        antecedents=(Antecedents(HE.evidence, ((IVAN.evidence, 0.99),)),),
    )
    assert within(findings).entity(HE.evidence) is None
