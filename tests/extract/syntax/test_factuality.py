"""Whether clauses present their events as facts, on parses written by hand."""

import pytest
from parsed import parsed, word

from onrecord.extract.syntax import factuality

FACT = "It PRP nsubj 1 | ruled/rule VBD ROOT 1"
NEITHER = (
    "It PRP nsubj 2 | neither CC preconj 2 | confirmed/confirm VBD ROOT 2 | "
    "nor CC cc 2 | denied/deny VBD conj 2 | it PRP dobj 4"
)


@pytest.mark.parametrize(
    ("rows", "verb", "is_fact"),
    [
        (FACT, "ruled", True),
        ("It PRP nsubj 2 | has/have VBZ aux 2 | ruled/rule VBN ROOT 2", "ruled", True),
        ("It PRP nsubj 2 | did/do VBD aux 2 | rule VB ROOT 2", "rule", True),
        (
            "Roe NNP nsubjpass 2 | was/be VBD auxpass 2 | fined/fine VBN ROOT 2 | and CC cc 2 | jailed/jail VBN conj 2",
            "jailed",
            True,
        ),
        ("courts NNS ROOT 0 | that WDT nsubj 2 | ruled/rule VBD relcl 0", "ruled", True),
        ("It PRP nsubj 1 | managed/manage VBD ROOT 1 | to TO aux 3 | rule VB xcomp 1", "rule", True),
        ("It PRP nsubj 1 | said/say VBD ROOT 1 | courts NNS nsubj 3 | ruled/rule VBD ccomp 1", "ruled", True),
        (
            "He PRP nsubj 1 | was/be VBD ROOT 1 | jailed/jail VBN acomp 1 | for IN prep 2 | killing/kill VBG pcomp 3",
            "killing",
            True,
        ),
        ("He PRP nsubjpass 3 | 'd MD aux 3 | been/be VBN auxpass 3 | cleared/clear VBN ROOT 3", "cleared", True),
        ("He PRP nsubjpass 3 | 'd MD aux 3 | be/be VB auxpass 3 | cleared/clear VBN ROOT 3", "cleared", False),
        # negation
        ("It PRP nsubj 2 | never RB neg 2 | ruled/rule VBD ROOT 2", "ruled", False),
        ("It PRP nsubj 3 | has/have VBZ aux 3 | not RB neg 3 | ruled/rule VBN ROOT 3", "ruled", False),
        ("No DT det 1 | court NN nsubj 2 | ruled/rule VBD ROOT 2", "ruled", False),
        ("It PRP nsubj 1 | issued/issue VBD ROOT 1 | no DT det 3 | warrants NNS dobj 1", "issued", False),
        (NEITHER, "confirmed", False),
        (NEITHER, "denied", False),
        ("He PRP nsubj 1 | left/leave VBD ROOT 1 | without IN prep 1 | signing/sign VBG pcomp 2", "signing", False),
        ("It PRP nsubj 2 | not RB neg 2 | met/meet VBD ROOT 2 | or CC cc 2 | ruled/rule VBD conj 2", "ruled", False),
        # modals and conditions
        ("It PRP nsubj 2 | would MD aux 2 | rule VB ROOT 2", "rule", False),
        ("It PRP nsubj 3 | would MD aux 3 | have/have VB aux 3 | ruled/rule VBN ROOT 3", "ruled", False),
        ("It PRP nsubj 2 | may MD aux 2 | meet VB ROOT 2 | and CC cc 2 | rule VB conj 2", "rule", False),
        (
            "If IN mark 2 | it PRP nsubj 2 | ruled/rule VBD advcl 4 | they PRP nsubj 4 | left/leave VBD ROOT 4",
            "ruled",
            False,
        ),
        ("Did/do VBD aux 2 | it PRP nsubj 2 | rule VB ROOT 2 | ? . punct 2", "rule", False),
        ("Rule/rule VB ROOT 0 | now RB advmod 0", "Rule", False),
        # what is asked for, planned or turned down
        ("It PRP nsubj 1 | plans/plan VBZ ROOT 1 | to TO aux 3 | rule VB xcomp 1", "rule", False),
        ("It PRP nsubj 1 | demanded/demand VBD ROOT 1 | courts NNS nsubj 3 | ruled/rule VBD ccomp 1", "ruled", False),
        (
            "It PRP nsubj 1 | demanded/demand VBD ROOT 1 | courts NNS nsubj 3 | met/meet VBD ccomp 1 | and CC cc 3 | "
            "they PRP nsubj 6 | ruled/rule VBD conj 3",
            "ruled",
            False,
        ),
        ("a DT det 1 | threat NN ROOT 1 | of IN prep 1 | suing/sue VBG pcomp 2", "suing", False),
    ],
)
def test_happened(rows: str, verb: str, is_fact: bool) -> None:
    assert factuality.happened(word(parsed(rows), verb)) is is_fact


@pytest.mark.parametrize(
    ("rows", "verb"),
    [
        ("It PRP nsubj 3 | has/have VBZ aux 3 | n't RB neg 3 | ruled/rule VBN ROOT 3", "ruled"),
        ("It PRP nsubj 2 | never RB advmod 2 | ruled/rule VBD ROOT 2", "ruled"),
        ("None/none NN nsubj 1 | ruled/rule VBD ROOT 1", "ruled"),
        (NEITHER, "confirmed"),
        (NEITHER, "denied"),
    ],
)
def test_negated(rows: str, verb: str) -> None:
    assert factuality.negated(word(parsed(rows), verb))


def test_not_negated() -> None:
    assert not factuality.negated(parsed(FACT)[1])
    said = parsed("It PRP nsubj 1 | ruled/rule VBD ROOT 1 | but CC cc 1 | not RB neg 4 | paid/pay VBD conj 1")
    assert not factuality.negated(said[1])
    assert factuality.negated(said[4])


def test_modal_conditional_and_infinitive() -> None:
    will = parsed("It PRP nsubj 2 | will MD aux 2 | rule VB ROOT 2")[2]
    unless = parsed("unless IN mark 2 | it PRP nsubj 2 | rules/rule VBZ ROOT 2")[2]
    to = parsed("It PRP nsubj 1 | hopes/hope VBZ ROOT 1 | to TO aux 3 | rule VB xcomp 1")[3]
    fact = parsed(FACT)[1]
    assert [factuality.modal(v) for v in (will, unless, to, fact)] == [True, False, False, False]
    assert [factuality.hypothetical(v) for v in (will, unless, to, fact)] == [True, True, False, False]
    assert [factuality.infinitive(v) for v in (will, unless, to, fact)] == [False, False, True, False]


@pytest.mark.parametrize(
    ("rows", "noun", "is_made"),
    [
        ("The DT det 1 | sanctions NNS nsubj 2 | hurt/hurt VBD ROOT 2 | it PRP dobj 2", "sanctions", True),
        ("Sanctions NNS ROOT 0", "Sanctions", True),
        ("It PRP nsubj 1 | praised/praise VBD ROOT 1 | the DT det 3 | resolution NN dobj 1", "resolution", True),
        (
            "courts NNS poss 2 | 's POS case 0 | warrants NNS nsubjpass 5 | should MD aux 5 | "
            "be VB auxpass 5 | withdrawn/withdraw VBN ROOT 5",
            "warrants",
            True,
        ),
        ("no DT det 1 | warrants NNS nsubj 2 | exist/exist VBP ROOT 2", "warrants", False),
        ("draft NN compound 1 | resolution NN ROOT 1", "resolution", False),
        ("It PRP nsubj 1 | demanded/demand VBD ROOT 1 | sanctions NNS dobj 1", "sanctions", False),
        (
            "It PRP nsubj 3 | did/do VBD aux 3 | not RB neg 3 | impose VB ROOT 3 | sanctions NNS dobj 3",
            "sanctions",
            False,
        ),
        ("a DT det 1 | request NN ROOT 1 | for IN prep 1 | warrants NNS pobj 2", "warrants", False),
    ],
)
def test_on_record(rows: str, noun: str, is_made: bool) -> None:
    assert factuality.on_record(word(parsed(rows), noun)) is is_made


def test_drafts_and_negated_noun_phrases() -> None:
    draft = parsed("a DT det 2 | draft NN compound 2 | law NN ROOT 2")[2]
    law = parsed("a DT det 1 | law NN ROOT 1")[1]
    none = parsed("none/none NN ROOT 0 | of IN prep 0 | them PRP pobj 1")[0]
    not_one = parsed("not RB neg 1 | one CD ROOT 1 | of IN prep 1 | them PRP pobj 2")[1]
    no_fewer = parsed("no DT det 4 | fewer JJ amod 3 | than IN quantmod 3 | 40 CD nummod 4 | laws NNS ROOT 4")
    assert (factuality.draft(draft), factuality.draft(law)) == (True, False)
    assert (factuality.passed(draft), factuality.passed(law)) == (False, True)
    assert [factuality.nameless_none(n) for n in (none, not_one, law)] == [True, True, False]
    assert not factuality.nameless_none(no_fewer[4])
