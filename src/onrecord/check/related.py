"""Articles on record that are about what a draft is about: that name those whom it names."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from onrecord.check.asking import Askable, nodes, rows

_MOST = 60  # articles


def related(record: Askable, parties: Iterable[str]) -> list[str]:
    """The IRIs of articles that name some of these identities, first those that name most, or whom few name."""
    found = rows(record, "articles-naming", "who", nodes(sorted(parties)), at_once=1)
    told = {(row["entity"].partition("#")[0], row["who"]) for row in found}
    often = Counter(who for _, who in told)
    weight: dict[str, float] = defaultdict(float)
    for article, who in told:
        weight[article] += 1 + 1 / often[who]
    return sorted(weight, key=lambda article: (-weight[article], article))[:_MOST]
