"""A store of hand-made articles to be told by day."""

from dataclasses import replace
from pathlib import Path

import samples
from onrecord.claims import AccusationClaim, ActClaim, Claims, StatementClaim
from onrecord.values.claims import Claims as _Claims

ACCUSED = AccusationClaim(
    person=samples.BELOVA,
    deed="war crimes",
    by=samples.COURT,
    described="",
    status="charged",
    date="2023-03",
    evidence=(samples.at("Maria Lvova-Belova"),),
    sentences=(samples.THIRD,),
)
JUDGED = replace(samples.ACT, type="Judgment", date="2024-01-20")
ARTICLES = tuple(f"{number:02}.txt" for number in range(10))


def claims(*acts: ActClaim, statements: tuple[StatementClaim, ...] = (samples.STATEMENT,)) -> Claims:
    said = samples.claims(acts=[samples.ACT, *acts], statements=statements, events=[samples.EVENT])
    return replace(said, accusations=(ACCUSED,))


def store(folder: Path) -> Path:
    """Ten articles that tell one warrant, of which the first also tells a judgment, and one that it was set aside."""
    told: dict[str, _Claims] = {name: claims() for name in ARTICLES}
    told[ARTICLES[0]] = claims(JUDGED)
    told[ARTICLES[1]] = claims(replace(JUDGED, against=(samples.KULEBA,), standing="overturned", date="2024-01-22"))
    return samples.store_of(folder, told)
