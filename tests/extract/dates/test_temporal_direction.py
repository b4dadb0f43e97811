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
            Outlook.PRESENT,  # told as past, and perhaps over
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
            Outlook.PRESENT,
        ),
        (
            ["It PRP nsubj 1", "wants/want VBZ ROOT 1", "to TO aux 3", "go VB xcomp 1", "Friday NNP npadvmod 3"],
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
        # 'it paid by the Friday deadline'; 'it set Friday as the day'; 'it set a Friday vote'
        (
            ["It PRP nsubj 1", "paid/pay VBD ROOT 1", "by IN prep 1", "Friday NNP compound 4", "deadline NN pobj 2"],
            Outlook.EITHER,
        ),
        (
            ["It PRP nsubj 1", "set/set VBD ROOT 1", "Friday NNP npadvmod 1", "as IN prep 1", "day NN pobj 3"],
            Outlook.EITHER,
        ),
        (
            ["It PRP nsubj 1", "set/set VBD ROOT 1", "a DT det 4", "Friday NNP compound 4", "vote NN dobj 1"],
            Outlook.EITHER,
        ),
        (["It PRP nsubj 1", "set/set VBD ROOT 1", "records NNS dobj 1", "Friday NNP npadvmod 1"], Outlook.BACK),
        # 'a summit set for Geneva on Friday was held'
        (
            [
                "summit NN nsubj 6",
                "set/set VBN acl 0",
                "for IN prep 1",
                "Geneva NNP pobj 2",
                "on IN prep 1",
                "Friday NNP pobj 4",
                "ended/end VBD ROOT 6",
            ],
            Outlook.AHEAD,
        ),
        # 'a service planned for Friday was cancelled'
        (
            [
                "service NN nsubjpass 5",
                "planned/plan VBN acl 0",
                "for IN prep 1",
                "Friday NNP pobj 2",
                "was/be VBD auxpass 5",
                "cancelled/cancel VBN ROOT 5",
            ],
            Outlook.EITHER,
        ),
        # 'the news hurt them on Friday', where the tagger reads a present tense that does not agree
        (
            ["news/news NN nsubj 1", "hurt/hurt VBP ROOT 1", "them PRP dobj 1", "Friday NNP npadvmod 1"],
            Outlook.BACK,
        ),
        (["they PRP nsubj 1", "meet/meet VBP ROOT 1", "Friday NNP npadvmod 1"], Outlook.PRESENT),
        # 'the first countries to join on Friday'; 'it works from today through Friday'
        (
            [
                "first JJ amod 1",
                "countries NNS ROOT 1",
                "to TO aux 3",
                "join VB relcl 1",
                "on IN prep 3",
                "Friday NNP pobj 4",
            ],
            Outlook.BACK,
        ),
        (
            [
                "It PRP nsubj 1",
                "bought/buy VBD ROOT 1",
                "from IN prep 1",
                "today NN pobj 2",
                "through IN prep 1",
                "Friday NNP pobj 4",
            ],
            Outlook.AHEAD,
        ),
        (["The DT det 1", "attack NN ROOT 1", "of IN prep 1", "Friday NNP pobj 2"], Outlook.BACK),
    ],
)
def test_outlook(rows: list[str], looks: Outlook) -> None:
    sentence = parsed(*rows)
    friday = next(t.i for t in sentence if t.text == "Friday")
    assert outlook(sentence[friday : friday + 1]) is looks
