"""Noun phrases after a number, on tagged words written by hand."""

import pytest
from parsed import parsed

from onrecord.extract.syntax import noun_phrases


@pytest.mark.parametrize(
    ("rows", "phrase"),
    [
        ("12 CD nummod 1 | children NNS ROOT 1", "children"),
        ("12 CD nummod 2 | young JJ amod 2 | children NNS ROOT 2 | came/come VBD relcl 2", "young children"),
        ("12 CD nummod 2 | emergency NN compound 2 | exits NNS ROOT 2", "emergency exits"),
        ("12 CD nummod 1 | children NNS ROOT 1 | Friday NNP npadvmod 1", "children"),
        ("12 CD nummod 4 | dead JJ amod 4 | and CC cc 1 | wounded VBN conj 1 | men NNS ROOT 4", "dead and wounded men"),
        ("12 CD ROOT 0 | of IN prep 0 | the DT det 3 | deputies NNS pobj 1", "deputies"),
        ("250 CD ROOT 0 | of IN prep 0 | nearly RB advmod 3 | 1,100 CD nummod 4 | orphans NNS pobj 1", "orphans"),
        ("12 CD nummod 1 | members NNS ROOT 1 | of IN prep 1 | Parliament NNP pobj 2", "members of Parliament"),
        ("12 CD ROOT 0 | the DT det 2 | number NN dep 0 | of IN prep 2 | villages NNS pobj 3", "villages"),
        ("12 CD nummod 2 | more JJR amod 2 | names NNS ROOT 2", "names"),
        ("12 CD nummod 1 | years NNS poss 3 | ' POS case 1 | imprisonment NN ROOT 3", "years"),
        ("400 CD ROOT 0 | a DT det 2 | year NN npadvmod 0", None),
        ("12 CD nummod 1 | others NNS ROOT 1", None),
        ("12 CD nsubj 1 | came/come VBD ROOT 1", None),
        ("12 CD nsubj 1 | are/be VBP ROOT 1 | children NNS attr 1", None),
        ("12 CD ROOT 0", None),
    ],
)
def test_noun_phrase(rows: str, phrase: str | None) -> None:
    found = noun_phrases.noun_phrase(parsed(rows), 1)
    assert (found.text.strip() if found is not None else None) == phrase


def test_the_head_stands_before_of() -> None:
    doc = parsed("senior JJ amod 1 | members NNS ROOT 1 | of IN prep 1 | Parliament NNP pobj 2")
    assert noun_phrases.head_of(doc[0:4]).text == "members"
    assert noun_phrases.head_of(doc[0:1]).text == "senior"
    assert noun_phrases.worded(doc[0:4]) == "senior members of Parliament"


def test_words_within_a_sentence() -> None:
    doc = parsed("one CD ROOT 0 | of IN prep 0 | Of IN ROOT 2 | it PRP pobj 2")
    assert noun_phrases.is_word(doc, 1, "of")
    assert not noun_phrases.is_word(doc, 2, "of")
    assert not noun_phrases.is_word(doc, 4, "of")
    assert [noun_phrases.breaks(doc, i) for i in range(4)] == [True, False, True, False]


def test_the_token_at_a_character() -> None:
    doc = parsed("Nearly RB advmod 1 | 12 CD ROOT 1 | came/come VBD dep 1")
    assert noun_phrases.token_at(doc, 7, 0) == 1
    assert noun_phrases.token_at(doc, 8, 0) == 2
    assert noun_phrases.token_at(doc, 99, 0) == 3
