"""Contents find their cues and sources."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.bio import TagSpan
from onrecord.encoder.links import CONTENT, CUE, SOURCE, Scores, join

SHE, SAID, ADDED = (0, 1, SOURCE), (1, 2, CUE), (9, 10, CUE)
FIRST, SECOND, THIRD = (3, 5, CONTENT), (6, 8, CONTENT), (11, 14, CONTENT)


def pointing(targets: Mapping[TagSpan, TagSpan]) -> Scores:
    """Scores of 5 for the target of each content, or for none where it has no target."""

    def scores(content: TagSpan, candidates: Sequence[TagSpan]) -> NDArray[np.float32]:
        target = targets.get(content)
        return np.array([5.0 * (target is None), *(5.0 * (c == target) for c in candidates)], np.float32)

    return scores


def test_contents_of_one_cue_are_one_attribution() -> None:
    found = join([SHE, SAID, FIRST, SECOND], pointing({FIRST: SAID, SECOND: SAID}), pointing({FIRST: SHE, SECOND: SHE}))
    assert found == [(SHE, SAID, [FIRST, SECOND])]


def test_contents_of_two_cues_are_two() -> None:
    found = join([SHE, SAID, FIRST, ADDED, THIRD], pointing({FIRST: SAID, THIRD: ADDED}), pointing({FIRST: SHE}))
    assert found == [(SHE, SAID, [FIRST]), (None, ADDED, [THIRD])]


def test_without_cues_each_content_stands_alone() -> None:
    assert join([FIRST, SECOND], pointing({}), pointing({})) == [(None, None, [FIRST]), (None, None, [SECOND])]


def test_pieces_of_a_content_vote_on_its_source() -> None:
    def unsure(content: TagSpan, candidates: Sequence[TagSpan]) -> NDArray[np.float32]:
        return np.array([1, 0] if content == FIRST else [0, 4], np.float32)

    assert join([SHE, SAID, FIRST, SECOND], pointing({FIRST: SAID, SECOND: SAID}), unsure)[0][0] == SHE


def test_of_candidates_that_score_alike_the_first_is_taken() -> None:
    def alike(content: TagSpan, candidates: Sequence[TagSpan]) -> NDArray[np.float32]:
        return np.zeros(len(candidates) + 1, np.float32)

    assert join([SHE, SAID, FIRST, ADDED], alike, alike) == [(None, SAID, [FIRST])]


def test_a_text_without_contents_has_no_attributions() -> None:
    assert join([SHE, SAID], pointing({}), pointing({})) == []
