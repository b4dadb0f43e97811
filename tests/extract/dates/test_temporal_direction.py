"""Where a clause looks, on Docs built by hand: no model, so that a rule fails here and not a parse."""

import pytest
from parsed import parsed

from onrecord.extract.dates.temporal_direction import outlook
from onrecord.timex.normalise import Outlook


@pytest.mark.parametrize(
    ("rows", "looks"),
    [
        (["It PRP nsubj 1", "met/meet VBD ROOT 1", "on IN prep 1", "Friday NNP pobj 2"], Outlook.BACK),
        (["It PRP nsubj 1", "meets/meet VBZ ROOT 1", "on IN prep 1", "Friday NNP pobj 2"], Outlook.PRESENT),
        (["It PRP nsubj 2", "will MD aux 2", "meet VB ROOT 2", "on IN prep 2", "Friday NNP pobj 3"], Outlook.AHEAD),
        (["It PRP nsubj 2", "is/be VBZ aux 2", "meeting/meet VBG ROOT 2", "Friday NNP npadvmod 2"], Outlook.AHEAD),
        (["It PRP nsubj 2", "was/be VBD aux 2", "meeting/meet VBG ROOT 2", "Friday NNP npadvmod 2"], Outlook.BACK),
        (
            ["It PRP nsubj 3", "may MD aux 3", "have/have VB aux 3", "met/meet VBN ROOT 3", "Friday NNP npadvmod 3"],
            Outlook.BACK,
        ),
        (
            [
                "It PRP nsubjpass 2",
                "was/be VBD auxpass 2",
                "planned/plan VBN ROOT 2",
                "for IN prep 2",
                "Friday NNP pobj 3",
            ],
            Outlook.AHEAD,
        ),
        (
            [
                "It PRP nsubjpass 2",
                "was/be VBD auxpass 2",
                "ordered/order VBN ROOT 2",
                "on IN prep 2",
                "Friday NNP pobj 3",
            ],
            Outlook.BACK,
        ),
        (
            ["It PRP nsubj 1", "wanted/want VBD ROOT 1", "to TO aux 3", "go VB xcomp 1", "Friday NNP npadvmod 3"],
            Outlook.AHEAD,
        ),
        (
            ["It PRP nsubj 1", "managed/manage VBD ROOT 1", "to TO aux 3", "go VB xcomp 1", "Friday NNP npadvmod 3"],
            Outlook.BACK,
        ),
        (["It PRP nsubj 1", "closed/close VBD ROOT 1", "until IN prep 1", "Friday NNP pobj 2"], Outlook.AHEAD),
        (["He PRP nsubj 1", "worked/work VBD ROOT 1", "until IN prep 1", "Friday NNP pobj 2"], Outlook.PRESENT),
        (
            ["It PRP nsubj 1", "discusses/discuss VBZ ROOT 1", "Friday NNP compound 3", "attack NN dobj 1"],
            Outlook.BACK,
        ),
        (["The DT det 1", "deadline NN ROOT 1", "of IN prep 1", "Friday NNP pobj 2"], Outlook.AHEAD),
        (["It PRP nsubj 1", "set/set VBD ROOT 1", "records NNS dobj 1", "Friday NNP npadvmod 1"], Outlook.BACK),
        (["they PRP nsubj 1", "meet/meet VBP ROOT 1", "Friday NNP npadvmod 1"], Outlook.PRESENT),
        (["The DT det 1", "attack NN ROOT 1", "of IN prep 1", "Friday NNP pobj 2"], Outlook.BACK),
    ],
)
def test_outlook(rows: list[str], looks: Outlook) -> None:
    sentence = parsed(*rows)
    friday = next(t.i for t in sentence if t.text == "Friday")
    assert outlook(sentence[friday : friday + 1]) is looks
