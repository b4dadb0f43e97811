"""Amounts: the hedge, the unit and both ends of a range, as the word lists of the ontology say them."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from number_writing import grouped

from onrecord.extract.quantities.amounts import Amount, amounts
from onrecord.extract.quantities.units import Measure
from onrecord.graph.intervals import interval
from onrecord.lexicon import lexicon

HEDGES = [
    ("14 buses", "14", "exact"),
    ("exactly 14 buses", "exactly 14", "exact"),
    ("around 14 buses", "around 14", "about"),
    ("Some 300 buses", "Some 300", "about"),
    ("an estimated 300 buses", "an estimated 300", "about"),
    ("about two dozen buses", "about two dozen", "about"),
    ("14 or so buses", "14 or so", "about"),
    ("52 percent, plus or minus", "52 percent", "exact"),
    ("52 percent plus", "52 percent plus", "at_least"),
    ("100-odd buses", "100-odd", "about"),
    ("~14 buses", "~14", "about"),
    ("more than 14 buses", "more than 14", "more_than"),
    ("just over 14 buses", "just over 14", "more_than"),
    ("a total exceeding 20 000 buses", "exceeding 20 000", "more_than"),
    ("in excess of 14 buses", "in excess of 14", "more_than"),
    ("at least a dozen buses", "at least a dozen", "at_least"),
    ("no fewer than 14 buses", "no fewer than 14", "at_least"),
    ("14 or more buses", "14 or more", "at_least"),
    ("14+ buses", "14+", "at_least"),
    ("1,000 yen or more", "1,000 yen or more", "at_least"),  # after a unit
    ("nearly 14 buses", "nearly 14", "nearly"),
    ("close to 14 buses", "close to 14", "nearly"),
    ("almost $11 million", "almost $11 million", "nearly"),
    ("fewer than 14 buses", "fewer than 14", "less_than"),
    ("just under 40 per cent", "just under 40 per cent", "less_than"),
    ("up to 14 buses", "up to 14", "up_to"),
    ("as many as 14 buses", "as many as 14", "up_to"),
    ("no more than 14 buses", "no more than 14", "up_to"),
    ("14 buses at most", "14", "exact"),  # the noun stands between
    ("the recovery 14 buses", "14", "exact"),  # a word that only ends like a hedge
]
RANGES = [
    ("between 20 and 30 families", "between 20 and 30", "20", "30"),
    ("20-30 families", "20-30", "20", "30"),
    ("20–30 families", "20–30", "20", "30"),
    ("1,500 to 2,000 families", "1,500 to 2,000", "1500", "2000"),
    ("three or four families", "three or four", "3", "4"),
    ("one or two hundred families", "one or two hundred", "100", "200"),
    ("between nine and ten million euros", "between nine and ten million", "9000000", "10000000"),
    ("1.5-2 million euros", "1.5-2 million", "1500000", "2000000"),
    ("between €4,000 and €9,500", "between €4,000 and €9,500", "4000", "9500"),
    ("$3 billion to $5 billion", "$3 billion to $5 billion", "3000000000", "5000000000"),
    ("5% to 10% of it", "5% to 10%", "5", "10"),
    ("20–30% of it", "20–30%", "20", "30"),
    ("sums ranging from 5 to 10 euros", "ranging from 5 to 10", "5", "10"),
    ("rose by 3 to 4 percent", "3 to 4 percent", "3", "4"),
    ("rose by 3 to 4 million", "3 to 4 million", "3000000", "4000000"),
    ("falls by 30 to 40 cases a year", "30 to 40", "30", "40"),
    ("they counted 50 to 60,000 graves", "50 to 60,000", "50000", "60000"),
    ("gifts of 20 to 7,000 pesos", "20 to 7,000", "20", "7000"),
    ("From 7 to 9 boats sank", "7 to 9", "7", "9"),
    ("each day from 700 to 900 boats sail", "700 to 900", "700", "900"),
    ("anywhere from 300 up to 400 boats", "anywhere from 300 up to 400", "300", "400"),
]
TWO = [
    ("fell from 7 to 5 cases", ["7", "5"]),
    ("rose from 5 to 7 cases", ["5", "7"]),
    ("rose by 5% to 70%", ["5", "70"]),
    ("fell by 400 to 1,100, the office said", ["400", "1100"]),
    ("grew from 5,000 by 2,000 to 7,000", ["5000", "2000", "7000"]),
    ("as many as 300 up to 400 metres away", ["300", "400"]),
    ("12 men and 14 women", ["12", "14"]),
    ("up 60% in 2018 to 3.9 million", ["60", "2018", "3900000"]),
]
UNITS = [
    ("€1.6m", "1600000", "euros"),
    ("CA$9.5 billion", "9500000000", "Canadian dollars"),
    ("HK $3.7 billion", "3700000000", "Hong Kong dollars"),
    ("US$160 million", "160000000", "dollars"),
    ("$US160 million", "160000000", "dollars"),
    ("($A41,200,300)", "41200300", "Australian dollars"),
    ("a 5-mpg gain", "5", "mpg"),
    ("Rs. 3.5 crore in cash", "35000000", "rupees"),
    ("fined Dh4.1 million", "4100000", "dirhams"),
    ("bail of N$3 000", "3000", "Namibian dollars"),
    ("a fund of R31.4 billion", "31400000000", "rand"),
    ("a grant of N46,000", "46000", "naira"),
    ("USD10m", "10000000", "dollars"),
    ("20 000 €", "20000", "euros"),
    ("EUR 50m", "50000000", "euros"),
    ("half a million hryvnias", "500000", "hryvnias"),
    ("8.99 Australian dollars", "8.99", "Australian dollars"),
    ("a million dollar house", "1000000", "dollars"),
    ("£3 billion", "3000000000", "pounds"),
    ("a profit of $-50.8bn", "-50800000000", "dollars"),
    ("62 percent", "62", "percent"),
    ("40 per cent", "40", "percent"),
    ("80.4%", "80.4", "percent"),
    ("-1.3%", "-1.3", "percent"),
    ("256GB", "256", "GB"),
    ("a wall 9.4m high", "9.4", "m"),
    ("1.5m children", "1500000", ""),
    ("minus 12 degrees", "-12", ""),
    ("plus or minus 4 points", "4", ""),
    ("₦12.5m", "12500000", "naira"),
    ("QR 500", "500", "Qatari riyals"),
    ("15,000 gourdes a month", "15000", "gourdes"),
    ("12 real people", "12", ""),
    ("a plot of 3923sq m", "3923", "sq m"),
    ("a rise of 1.2 deg C", "1.2", "deg C"),
]
MARGINS = [
    ("they found 40 ± 6 graves", "40 ± 6"),
    ("they found 40, give or take 6, in the wood", "40, give or take 6"),
    ("they found give or take 40 graves", "give or take 40"),
]
CONVERTED = [
    ("about 60 miles (97 km) away", ["about", "about"]),
    ("over 12 hectares (30 acres; 0.12 square kilometres)", ["more_than", "more_than", "more_than"]),
    ("nearly 3 million yuan ($420,000)", ["nearly", "nearly"]),
    ("about $20 or 18 euros", ["about", "about"]),
    ("more than 40 people (12 women)", ["more_than", "exact"]),
    ("more than 40 km, 12 metres below", ["more_than", "exact"]),
    ("about 60 miles (up to 97 km)", ["about", "up_to"]),
    ("about $20 and 18 euros", ["about", "exact"]),
]
SAME_CURRENCY = [
    ("It claimed 90 million pesos; each family got 3.5m.", ["pesos", "pesos"]),
    ("It costs 2,000 yen ($18) here and 2,400 ($21) there.", ["yen", "dollars", "yen", "dollars"]),
    ("It paid €3m and hired 40 people.", ["euros", ""]),
    ("It paid €3m. Some 2m came.", ["euros", ""]),
    ("It paid €3m to 2m people.", ["euros", ""]),
]
NOTHING = [
    "won 2-1 at home",
    "on Sept. 20-24, in town",
    "4G networks",
    "the COVID -19 wave",
    "an N95 mask",
    "an R18 film",
    "the droid R2-D2",
]


def read(text: str) -> list[Amount]:
    return list(amounts(text, lexicon.load()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,000 roubles ($12.50) or more", [("1,000", "at_least"), ("$12.50", "at_least")]),
        (
            "1,000 roubles ($12.50) for 12 or more",
            [("1,000", "exact"), ("$12.50", "exact"), ("12 or more", "at_least")],
        ),
    ],
)
def test_hedge_after_the_same_in_brackets(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[a.start : a.end], a.hedge) for a in read(text)] == found


@pytest.mark.parametrize(("text", "exact", "hedge"), HEDGES)
def test_hedge(text: str, exact: str, hedge: str) -> None:
    (found,) = read(text)
    assert (text[found.start : found.end], found.hedge) == (exact, hedge)


@pytest.mark.parametrize(("text", "exact", "lower", "upper"), RANGES)
def test_range_is_one_amount(text: str, exact: str, lower: str, upper: str) -> None:
    (found,) = read(text)
    assert text[found.start : found.end] == exact
    assert (found.hedge, found.value, found.upper) == ("between", Decimal(lower), Decimal(upper))


@pytest.mark.parametrize(("text", "values"), TWO)
def test_two_numbers_are_no_range(text: str, values: list[str]) -> None:
    assert [f.value for f in read(text)] == [Decimal(v) for v in values]


@pytest.mark.parametrize(("text", "value", "unit"), UNITS)
def test_unit(text: str, value: str, unit: str) -> None:
    (found,) = read(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("text", "exact"), MARGINS)
def test_margin_of_error_is_a_hedge(text: str, exact: str) -> None:
    (found,) = read(text)
    assert (text[found.start : found.end], found.value, found.hedge) == (exact, 40, "about")


@pytest.mark.parametrize(("text", "hedges"), CONVERTED)
def test_a_conversion_has_the_hedge_of_the_amount(text: str, hedges: list[str]) -> None:
    assert [f.hedge for f in read(text)] == hedges


@pytest.mark.parametrize(("text", "units"), SAME_CURRENCY)
def test_a_bare_number_may_be_in_the_currency_before_it(text: str, units: list[str]) -> None:
    assert [f.unit for f in read(text)] == units


@pytest.mark.parametrize("text", NOTHING)
def test_scores_days_and_names_are_no_amounts(text: str) -> None:
    assert read(text) == []


def test_measure() -> None:
    measures = [f.measure for f in read("12 men, half of the men, €3, 5 km")]
    assert measures == [Measure.COUNT, Measure.SHARE, Measure.MONEY, Measure.UNIT]


_BEFORE = [(w, c.term) for c in lexicon.load().scheme("hedge") for w in c.get("before") if c.term != "between"]


@given(st.sampled_from(_BEFORE), st.integers(2, 10**9), st.sampled_from(["{}", "€{}", "{}%", "{} euros", "{} people"]))
def test_every_hedge_of_the_word_list_is_read_and_its_bounds_hold(
    hedge: tuple[str, str], value: int, writing: str
) -> None:
    words, term = hedge
    text = f"There were {words} {writing.format(grouped(value, ','))} in town."
    (found,) = read(text)
    assert (found.hedge, found.value) == (term, value)
    assert text[found.start : found.end].startswith(words)
    held = interval(found.value, found.upper, found.hedge)
    assert held.lower is None or held.lower <= found.value
    assert held.upper is None or held.upper >= found.value


@given(
    st.integers(2, 10**6), st.integers(1, 10**6), st.sampled_from(["between {} and {}", "{} to {}", "{}–{}", "{} - {}"])
)
def test_every_range_is_read_and_its_bounds_hold(lower: int, more: int, writing: str) -> None:
    assume((lower + more) % 1000 or lower >= 1000)  # '30 to 40,000' are thousands both
    text = f"They saw {writing.format(grouped(lower, ','), grouped(lower + more, ','))} people."
    (found,) = read(text)
    held = interval(found.value, found.upper, found.hedge)
    assert (held.lower, held.upper) == (found.value, found.upper) == (lower, lower + more)


@given(st.text(alphabet="0123456789 ,.-–/€$%mk'an dozen half million two or to between about", max_size=80))
def test_amounts_are_ordered_and_lie_in_the_text(text: str) -> None:
    end = 0
    for found in read(text):
        assert end <= found.start <= found.number < found.number_end <= found.end <= len(text)
        assert found.upper is None or found.value < found.upper
        end = found.end
