"""The clause of a token, its tense, and the extent of phrases and sentences, on parses written by hand."""

import pytest
from parsed import parsed, word

from onrecord.extract.syntax import clauses


def test_the_verb_that_heads_the_clause() -> None:
    doc = parsed(
        "Roe NNP nsubj 1 | said/say VBD ROOT 1 | that IN mark 5 | courts NNS nsubj 5 | have/have VBP aux 5 | "
        "met/meet VBN ccomp 1 | in IN prep 5 | May NNP pobj 6"
    )
    found = [clauses.verb_of(t) for t in doc]
    assert [t.text if t is not None else None for t in found] == [
        "said", None, "met", "met", "met", "said", "met", "met",
    ]  # fmt: skip
    assert clauses.verb_of(parsed("talks NNS ROOT 0 | in IN prep 0 | May NNP pobj 1")[2]) is None


def test_the_verb_is_not_looked_for_far_up_an_endless_list() -> None:
    doc = parsed("came/come VBD ROOT 0 | A NNP nsubj 0", *(f"A NNP conj {i}" for i in range(1, 40)))
    assert clauses.verb_of(doc[10]) == doc[0]
    assert clauses.verb_of(doc[39]) is None


@pytest.mark.parametrize(
    ("rows", "verb", "is_finite", "is_past"),
    [
        ("It PRP nsubj 1 | ruled/rule VBD ROOT 1", "ruled", True, True),
        ("It PRP nsubj 1 | rules/rule VBZ ROOT 1", "rules", True, False),
        ("It PRP nsubj 2 | had/have VBD aux 2 | ruled/rule VBN ROOT 2", "ruled", True, True),
        ("It PRP nsubj 2 | has/have VBZ aux 2 | ruled/rule VBN ROOT 2", "ruled", True, False),
        ("It PRP nsubj 2 | did/do VBD aux 2 | rule VB ROOT 2", "rule", True, True),
        ("It PRP nsubj 2 | will MD aux 2 | rule VB ROOT 2", "rule", True, False),
        ("It PRP nsubj 1 | left/leave VBD ROOT 1 | , , punct 1 | saying/say VBG advcl 1", "saying", False, True),
        ("It PRP nsubj 1 | leaves/leave VBZ ROOT 1 | , , punct 1 | saying/say VBG advcl 1", "saying", False, False),
    ],
)
def test_tense(rows: str, verb: str, is_finite: bool, is_past: bool) -> None:
    token = word(parsed(rows), verb)
    assert (clauses.finite(token), clauses.in_the_past(token)) == (is_finite, is_past)


def test_auxiliaries() -> None:
    doc = parsed("It PRP nsubjpass 3 | has/have VBZ aux 3 | been/be VBN auxpass 3 | read/read VBN ROOT 3")
    assert [t.text for t in clauses.auxiliaries(doc[3])] == ["has", "been"]
    assert clauses.auxiliaries(doc[0]) == []


@pytest.mark.parametrize(
    ("rows", "head", "phrase"),
    [
        ("the DT det 2 | old JJ amod 2 | mayor NN nsubj 3 | said/say VBD ROOT 3", "mayor", "the old mayor"),
        ("Roe NNP ROOT 0 | , , punct 0 | the DT det 3 | mayor NN appos 0 | , , punct 0", "Roe", "Roe , the mayor"),
        (
            "mayor NN ROOT 0 | of IN prep 0 | Osk NNP pobj 1 | who WP nsubj 4 | spoke/speak VBD relcl 0",
            "mayor",
            "mayor of Osk",
        ),
        ("Roe NNP ROOT 0 | and CC cc 0 | Doe NNP conj 0", "Roe", "Roe"),
    ],
)
def test_phrase(rows: str, head: str, phrase: str) -> None:
    assert clauses.phrase(word(parsed(rows), head)).text.strip() == phrase


def test_trimmed() -> None:
    doc = parsed("– : punct 1 | Roe NNP ROOT 1 | said/say VBD dep 1 | : : punct 1 | , , punct 1")
    found = clauses.trimmed(doc, 0, 5)
    assert found is not None
    assert (found.start, found.end) == (1, 3)
    assert clauses.trimmed(doc, 3, 5) is None


def test_a_sentence_goes_on_to_the_full_stop() -> None:
    doc = parsed(
        "He PRP nsubj 1 | came/come VBD ROOT 1 | here RB ROOT 2 | . . punct 2 | He PRP nsubj 5 | left/leave VBD ROOT 5"
    )
    assert [(s.start, s.end) for s in doc.sents] == [(0, 2), (2, 4), (4, 6)]
    assert (clauses.sentence(doc[0]).start, clauses.sentence(doc[0]).end) == (0, 4)
    assert (clauses.sentence(doc[3]).start, clauses.sentence(doc[3]).end) == (0, 4)
    assert clauses.sentence(doc[5]).start == 4
