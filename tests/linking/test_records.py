"""What linking reads of the store: each act with those who take part in it, and nobody else."""

from dataclasses import replace
from pathlib import Path

import samples
from onrecord.linking import records
from onrecord.store import Reader


def test_an_act_has_those_it_names(tmp_path: Path) -> None:
    (act,) = records.acts(Reader(samples.store(tmp_path / "s")).database)
    assert "/court/" in act.by
    assert [iri.rsplit("/", 2)[-2] for iri in act.against] == ["person"]


def test_an_act_that_names_no_maker_or_nobody_has_none(tmp_path: Path) -> None:
    accord = replace(samples.ACT, type="Agreement", by=None, against=(samples.KULEBA, samples.BELOVA))
    resolution = replace(samples.ACT, type="Resolution", against=())
    said = samples.claims(acts=(accord, resolution))
    found = {
        act.type.rsplit("/", 1)[-1]: act for act in records.acts(Reader(samples.store(tmp_path / "s", said)).database)
    }
    assert (found["Agreement"].by, len(found["Agreement"].against)) == ("", 2)
    assert found["Resolution"].against == frozenset()
