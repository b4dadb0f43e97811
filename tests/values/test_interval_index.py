"""Values by the stretches that they are told over."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.findings import Evidence
from onrecord.values.interval_index import IntervalIndex

STRETCHES = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda at: Evidence(at[0], at[0] + at[1], ""))


@given(st.lists(STRETCHES, max_size=12), STRETCHES)
def test_those_that_overlap_are_found_in_the_order_given(told: list[Evidence], where: Evidence) -> None:
    index = IntervalIndex(zip(told, range(len(told)), strict=True))
    assert index.over(where) == [i for i, one in enumerate(told) if one.overlaps(where)]
