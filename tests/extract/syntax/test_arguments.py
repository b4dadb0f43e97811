"""Subjects, agents, patients and other arguments, on parses written by hand."""

import pytest
from parsed import parsed, texts, word

from onrecord.extract.syntax import arguments

ACTIVE = "The DT det 1 | court NN nsubj 2 | fined/fine VBD ROOT 2 | Roe NNP dobj 2"
PASSIVE = "Roe NNP nsubjpass 2 | was/be VBD auxpass 2 | fined/fine VBN ROOT 2 | by IN agent 2 | courts NNS pobj 3"
TWO_PASSIVES = (
    "Laws NNS nsubjpass 2 | were/be VBD auxpass 2 | drafted/draft VBN ROOT 2 | "
    "and CC cc 2 | adopted/adopt VBN conj 2 | "
    "by IN agent 4 | Parliament NNP pobj 5"
)
ACTIVE_THEN_PASSIVE = (
    "Roe NNP nsubj 1 | shot/shoot VBD ROOT 1 | Doe NNP dobj 1 | and CC cc 1 | was/be VBD auxpass 5 | "
    "arrested/arrest VBN conj 1"
)
REDUCED = "laws NNS ROOT 0 | adopted/adopt VBN acl 0 | by IN agent 1 | A NNP pobj 2 | and CC cc 3 | B NNP conj 3"
AFTER_COMMA = (
    "They PRP nsubj 1 | praised/praise VBD ROOT 1 | laws NNS dobj 1 | on IN prep 2 | "
    "pensions NNS pobj 3 | , , punct 1 | "
    "passed/pass VBN advcl 1 | by IN agent 6 | Parliament NNP pobj 7"
)
OBJECT_RELATIVE = "warrants NNS ROOT 0 | that WDT dobj 4 | the DT det 3 | court NN nsubj 4 | issued/issue VBD relcl 0"
SUBJECT_RELATIVE = "court NN ROOT 0 | which WDT nsubj 2 | issued/issue VBD relcl 0 | warrants NNS dobj 2"


@pytest.mark.parametrize(
    ("rows", "verb", "is_passive"),
    [
        (PASSIVE, "fined", True),
        (TWO_PASSIVES, "adopted", True),
        (ACTIVE_THEN_PASSIVE, "arrested", True),
        (REDUCED, "adopted", True),
        (AFTER_COMMA, "passed", True),
        ("Roe NNP nsubj 2 | has/have VBZ aux 2 | fined/fine VBN ROOT 2", "fined", False),
        (
            "Roe NNP nsubj 1 | came/come VBD ROOT 1 | and CC cc 1 | fined/fine VBD conj 1 | Doe NNP dobj 3",
            "fined",
            False,
        ),
        ("Roe NNP nsubj 1 | left/leave VBD ROOT 1 | , , punct 1 | fined/fine VBN advcl 1", "fined", True),
        (
            "It PRP nsubj 2 | has/have VBZ aux 2 | come/come VBN ROOT 2 | and CC cc 2 | gone/go VBN conj 2",
            "gone",
            False,
        ),
        ("12 CD nsubj 1 | killed/kill VBN ROOT 1 | in IN prep 1 | fire NN pobj 2", "killed", True),
        ("12 CD nsubj 1 | killed/kill VBD ROOT 1 | two CD dobj 1", "killed", False),
        (
            "500 CD nsubjpass 2 | were/be VBD auxpass 2 | killed/kill VBN ROOT 2 | and CC cc 2 | 97 CD nsubj 5 | "
            "injured/injure VBD conj 2",
            "injured",
            True,
        ),
        (
            "He PRP nsubj 1 | left/leave VBD ROOT 1 | , , punct 1 | having/have VBG aux 4 | won/win VBN advcl 1",
            "won",
            False,
        ),
        ("a DT det 1 | man NN ROOT 1 | holding/hold VBG acl 1 | flags NNS dobj 2", "holding", False),
        (ACTIVE, "fined", False),
        (OBJECT_RELATIVE, "issued", False),
    ],
)
def test_passive(rows: str, verb: str, is_passive: bool) -> None:
    assert arguments.passive(word(parsed(rows), verb)) is is_passive


@pytest.mark.parametrize(
    ("rows", "verb", "agents"),
    [
        (ACTIVE, "fined", ["court"]),
        (PASSIVE, "fined", ["courts"]),
        (REDUCED, "adopted", ["A", "B"]),
        (AFTER_COMMA, "passed", ["Parliament"]),
        (SUBJECT_RELATIVE, "issued", ["court"]),
        (OBJECT_RELATIVE, "issued", ["court"]),
        (TWO_PASSIVES, "adopted", ["Parliament"]),
        (TWO_PASSIVES, "drafted", []),
        ("A NNP nsubj 3 | and CC cc 0 | B NNP conj 0 | signed/sign VBD ROOT 3", "signed", ["A", "B"]),
        ("A NNP nsubj 1 | came/come VBD ROOT 1 | and CC cc 1 | signed/sign VBD conj 1", "signed", ["A"]),
        ("A NNP nsubj 1 | wants/want VBZ ROOT 1 | to TO aux 3 | sign VB xcomp 1", "sign", ["A"]),
        ("a DT det 1 | man NN ROOT 1 | holding/hold VBG acl 1 | flags NNS dobj 2", "holding", ["man"]),
        # the object of a verb of another clause, and 'by' with a day of the same form
        ("He PRP nsubj 1 | left/leave VBD ROOT 1 | after IN mark 3 | signing/sign VBG dep 1", "signing", []),
        ("Roe NNP nsubjpass 2 | was/be VBD auxpass 2 | fined/fine VBN ROOT 2", "fined", []),
        # 'convicted of spying by courts'
        (
            "Roe NNP nsubjpass 2 | was/be VBD auxpass 2 | convicted/convict VBN ROOT 2 | of IN prep 2 | "
            "spying/spy VBG pcomp 3 | by IN prep 4 | courts NNS pobj 5",
            "convicted",
            ["courts"],
        ),
        # 'In respect of A, the court ruled', where the parser takes the court for an apposition to A
        (
            "Roe NNP nsubj 4 | , , punct 0 | the DT det 3 | court NN appos 0 | ruled/rule VBD ROOT 4",
            "ruled",
            ["court"],
        ),
        (
            "Roe NNP nsubj 5 | , , punct 0 | a DT det 3 | judge NN appos 0 | , , punct 0 | ruled/rule VBD ROOT 5",
            "ruled",
            ["Roe"],
        ),
    ],
)
def test_agents(rows: str, verb: str, agents: list[str]) -> None:
    token = word(parsed(rows), verb)
    assert texts(arguments.agents(token)) == agents
    first = arguments.agent(token)
    assert (first.text if first is not None else None) == next(iter(agents), None)


@pytest.mark.parametrize(
    ("rows", "verb", "subjects"),
    [
        (PASSIVE, "fined", ["Roe"]),
        (ACTIVE_THEN_PASSIVE, "arrested", ["Roe"]),
        (TWO_PASSIVES, "adopted", ["Laws"]),
        (REDUCED, "adopted", ["laws"]),
        (ACTIVE, "fined", ["court"]),
        ("said/say VBD ROOT 0 | Roe NNP nsubj 0 | and CC cc 1 | Doe NNP conj 1", "said", ["Roe", "Doe"]),
        ("Monday NNP nsubj 2 | Roe NNP nsubj 2 | spoke/speak VBD ROOT 2", "spoke", ["Roe"]),
        ("Sign/sign VB ROOT 0 | it PRP dobj 0", "Sign", []),
    ],
)
def test_subjects(rows: str, verb: str, subjects: list[str]) -> None:
    token = word(parsed(rows), verb)
    assert texts(arguments.subjects(token)) == subjects
    first = arguments.subject(token)
    assert (first.text if first is not None else None) == next(iter(subjects), None)


@pytest.mark.parametrize(
    ("rows", "verb", "patients"),
    [
        (ACTIVE, "fined", ["Roe"]),
        (PASSIVE, "fined", ["Roe"]),
        (TWO_PASSIVES, "adopted", ["Laws"]),
        (ACTIVE_THEN_PASSIVE, "arrested", ["Roe"]),
        (ACTIVE_THEN_PASSIVE, "shot", ["Doe"]),
        (REDUCED, "adopted", ["laws"]),
        (AFTER_COMMA, "passed", ["pensions", "laws"]),
        (OBJECT_RELATIVE, "issued", ["warrants"]),
        (SUBJECT_RELATIVE, "issued", ["warrants"]),
        ("It PRP nsubj 1 | fined/fine VBD ROOT 1 | A NNP dobj 1 | and CC cc 2 | B NNP conj 2", "fined", ["A", "B"]),
        # 'fined A, a banker, and B', where the parser joins B to the verb; 'fined A and B left' is another clause
        ("It PRP nsubj 1 | fined/fine VBD ROOT 1 | A NNP dobj 1 | and CC cc 1 | B NNP conj 1", "fined", ["A", "B"]),
        (
            "It PRP nsubj 1 | fined/fine VBD ROOT 1 | A NNP dobj 1 | and CC cc 1 | B NNP nsubj 5 | left NNP conj 1",
            "fined",
            ["A"],
        ),
        ("It PRP nsubj 1 | ruled/rule VBD ROOT 1", "ruled", []),
    ],
)
def test_patients(rows: str, verb: str, patients: list[str]) -> None:
    assert texts(arguments.patients(word(parsed(rows), verb))) == patients


def test_prepositional_arguments_with_their_conjuncts() -> None:
    doc = parsed(
        "sanctions NNS ROOT 0 | on IN prep 0 | A NNP pobj 1 | and CC cc 2 | B NNP conj 2 | "
        "in IN prep 0 | May NNP pobj 5"
    )
    assert texts(arguments.after(doc[0], frozenset({"on", "against"}))) == ["A", "B"]
    assert arguments.after(doc[0], frozenset({"against"})) == ()
    assert arguments.after(doc[2], frozenset({"on"})) == ()


def test_coordination_and_apposition() -> None:
    doc = parsed(
        "A NNP ROOT 0 | , , punct 0 | B NNP conj 0 | and CC cc 2 | C NNP conj 2 | , , punct 0 | judges NNS appos 0"
    )
    assert texts(arguments.conjuncts(doc[0])) == ["A", "B", "C"]
    assert texts(arguments.conjuncts(doc[2])) == ["B", "C"]
    assert texts(arguments.appositions(doc[0])) == ["judges"]
    assert arguments.appositions(doc[2]) == ()


def test_an_endless_list_is_read() -> None:
    size = 3000
    doc = parsed("A NNP ROOT 0", *(f"A NNP conj {i}" for i in range(size)))
    assert len(arguments.conjuncts(doc[0])) == size + 1


@pytest.mark.parametrize(
    ("rows", "antecedents"),
    [
        ("the DT det 1 | Act NNP ROOT 1 | , , punct 1 | passed/pass VBN acl 1", ["Act"]),
        (
            "Law NNP ROOT 0 | “ `` punct 2 | On IN prep 0 | Ports NNP pobj 2 | ” '' punct 2 | , , punct 0 | "
            "passed/pass VBN acl 0",
            ["Law"],
        ),
        ("the DT det 1 | Act NNP ROOT 1 | passed/pass VBN acl 1", []),
        ("They PRP nsubj 1 | came/come VBD ROOT 1 | , , punct 1 | passed/pass VBN advcl 1", []),
    ],
)
def test_antecedents_of_a_participle_after_a_comma(rows: str, antecedents: list[str]) -> None:
    assert texts(arguments.nouns_before(word(parsed(rows), "passed"))) == antecedents


def test_relative_clauses() -> None:
    assert arguments.relative(parsed(OBJECT_RELATIVE)[4])
    assert arguments.relative(parsed("orders NNS ROOT 0 | courts NNS nsubj 2 | gave/give VBD acl 0")[2])
    assert not arguments.relative(parsed(REDUCED)[1])
    assert not arguments.relative(parsed(ACTIVE)[2])


def test_has_subject() -> None:
    assert arguments.has_subject(parsed(ACTIVE)[2])
    assert arguments.has_subject(parsed(PASSIVE)[2])
    assert not arguments.has_subject(parsed(REDUCED)[1])
