"""Join contents to their cues and sources.

For each content the model scores every place where its cue may begin, and every place where its source may, beside
'none'. Contents that share a cue are one attribution.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.bio import TagSpan

SOURCE, CUE, CONTENT = range(3)
Scores = Callable[[TagSpan, Sequence[TagSpan]], NDArray[np.float32]]
Group = tuple[TagSpan | None, TagSpan | None, list[TagSpan]]  # source, cue, contents


def join(found: Sequence[TagSpan], to_cue: Scores, to_source: Scores) -> list[Group]:
    """Group spans into attributions, in the order of their first content.

    `to_cue(content, candidates)` and `to_source` give the scores of 'none' and of each candidate. A content takes its
    best cue if there is any at all: in practice hardly any content has none. Contents of one cue vote on their source
    by the sums of their scores. Of candidates that score alike the first is taken, 'none' before all of them.
    """
    sources = [span for span in found if span[2] == SOURCE]
    cues = [span for span in found if span[2] == CUE]
    groups: dict[object, tuple[TagSpan | None, list[TagSpan], NDArray[np.float32]]] = {}
    for content in (span for span in found if span[2] == CONTENT):
        cue = cues[int(to_cue(content, cues)[1:].argmax())] if cues else None
        votes = to_source(content, sources)
        key = cue or content
        if key in groups:
            groups[key][1].append(content)
            groups[key] = (cue, groups[key][1], groups[key][2] + votes)
        else:
            groups[key] = (cue, [content], votes)
    return [([None, *sources][int(votes.argmax())], cue, contents) for cue, contents, votes in groups.values()]
