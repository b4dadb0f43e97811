"""Numerals: every writing to its value, and nothing else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_writing import grouped, scaled, words

from onrecord.extract.quantities.numerals import Numeral, numerals

READ = [
    # digits
    ("14 buses", "14", "14"),
    ("19,546 files", "19,546", "19546"),
    ("19 546 files", "19 546", "19546"),
    ("19\u00a0546 files", "19\u00a0546", "19546"),
    ("19.546 files were lost", "19.546", "19546"),
    ("1.234.567 files", "1.234.567", "1234567"),
    ("19'546 francs", "19'546", "19546"),
    ("12,50,000 rupees", "12,50,000", "1250000"),
    ("1,234.5 tonnes", "1,234.5", "1234.5"),
    ("12,5 %", "12,5", "12.5"),
    ("rose .5 per cent", ".5", "0.5"),
    # scales
    ("1.356 billion a year", "1.356 billion", "1356000000"),
    ("1.6m children", "1.6m", "1600000"),
    ("4 hundred million", "4 hundred million", "400000000"),
    ("250k users", "250k", "250000"),
    ("a 2-million fund", "2-million", "2000000"),
    # words
    ("forty-two boys", "forty-two", "42"),
    ("two hundred and six boys", "two hundred and six", "206"),
    ("half a million", "half a million", "500000"),
    ("a quarter of a million", "a quarter of a million", "250000"),
    ("three quarters of a million", "three quarters of a million", "750000"),
    ("one and a half million", "one and a half million", "1500000"),
    ("one and two thirds metres", "one and two thirds", "1.666666666666666666666666667"),
    ("a million and a half", "a million and a half", "1500000"),
    ("a dozen eggs", "a dozen", "12"),
    ("two dozen eggs", "two dozen", "24"),
    ("half a dozen eggs", "half a dozen", "6"),
    ("fifteen hundred men", "fifteen hundred", "1500"),
    ("2 1/2 miles", "2 1/2", "2.5"),
    ("1½ miles", "1½", "1.5"),
    ("3 1⁄32 inches", "3 1⁄32", "3.03125"),
    ("more than half a million fled", "half a million", "500000"),
    ("3 hundred and 12 thousand men", "3 hundred and 12 thousand", "312000"),
    ("a fine of 1.000 persons", "1.000", "1000"),
    # lakh and crore
    ("60 lakhs were struck off", "60 lakhs", "6000000"),
    ("one crore thirty lakh trees", "one crore thirty lakh", "13000000"),
    ("3.5 lakh crore for roads", "3.5 lakh crore", "3500000000000"),
    ("two thousand crore", "two thousand crore", "20000000000"),
    # powers of ten
    ("4.5 × 10^6 cells", "4.5 × 10^6", "4500000"),
    ("4×10⁻³ grams", "4×10⁻³", "0.004"),
    ("2.5e-3 grams", "2.5e-3", "0.0025"),
]
SHARES = [
    ("one in three households", "one in three", "33.3"),
    ("nine out of ten households", "nine out of ten", "90"),
    ("1 in 10 households", "1 in 10", "10"),
    ("a third of the households", "a third", "33.3"),
    ("two-thirds of the households", "two-thirds", "66.7"),
    ("half the households", "half", "50"),
    ("more than half fled", "half", "50"),
    ("about a third are minors", "a third", "33.3"),
    ("3/4 of the households", "3/4", "75"),
    ("nine out of 10 households", "nine out of 10", "90"),
    ("a one-in-five chance", "one-in-five", "20"),
]
NOTHING = [
    "at 09:35", "at 11 a.m.", "at 5.30pm", "the 15th mission", "the 1,000th day", "flight MH17", "COVID-19", "an F-15",
    "case ICC-01/22", "application no. 8019/16", "case 212/23/4", "call +380 32 555 01 44", "tel. (044) 000-12-30",
    "dial 0555 0199", "on 04.12.2025", "version 1.2.3", "press@court7.example", "https://x.example/12/3", "#12",
    "several hundred people", "hundreds of people", "tens of thousands", "the million", "dozens", "lakhs of pilgrims",
    "the first half of the year", "half an hour", "his half-brother", "the third mission", "a third time", "24/7",
    "a third was killed", "2025-05-12T10:38:07Z",
]  # fmt: skip


def read(text: str) -> list[Numeral]:
    return list(numerals(text))


@pytest.mark.parametrize(("text", "exact", "value"), READ)
def test_value(text: str, exact: str, value: str) -> None:
    (found,) = read(text)
    assert (text[found.start : found.end], found.value, found.share) == (exact, Decimal(value), False)


@pytest.mark.parametrize(("text", "exact", "value"), SHARES)
def test_fraction_is_percent_to_one_decimal(text: str, exact: str, value: str) -> None:
    (found,) = read(text)
    assert (text[found.start : found.end], found.value, found.share) == (exact, Decimal(value), True)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert read(text) == []


def test_two_counts_are_no_share() -> None:
    assert [n.value for n in read("387 children out of 20,000, and six out of the 14")] == [387, 20000, 6, 14]
    assert [n.value for n in read("7 out of 20 cases")] == [7, 20]


def test_two_fractions_stand_for_one_whole() -> None:
    assert [n.value for n in read("between a quarter and a half of them")] == [25, 50]


def test_neighbours_stay_apart() -> None:
    assert [n.value for n in read("two three; one hundred, six and twenty-one")] == [2, 3, 100, 6, 21]
    assert [n.value for n in read("two hundred and 12 thousand; 3 hundred and 12 of them")] == [212000, 300, 12]


@given(st.integers(0, 10**15), st.sampled_from([",", " ", "\u00a0", "\u202f", "'", "’"]))
def test_grouped_digits_are_read_back(value: int, separator: str) -> None:
    written = grouped(value, separator)
    text = f"they counted {written} of them"
    (found,) = read(text)
    assert (text[found.start : found.end], found.value) == (written, value)


@given(st.integers(10**6, 10**15))
def test_digits_grouped_by_points_are_read_back(value: int) -> None:
    (found,) = read(f"they counted {grouped(value, '.')} of them")
    assert found.value == value


@given(st.integers(0, 10**15 - 1), st.booleans(), st.booleans())
def test_words_are_read_back(value: int, joined_by_and: bool, capital: bool) -> None:
    written = words(value, joined_by_and=joined_by_and)
    written = written.capitalize() if capital else written
    (found,) = read(f"{written} of them")
    assert (found.end, found.value, found.words) == (len(written), value, True)


@given(
    st.decimals(Decimal("0.01"), Decimal("999.99"), places=2),
    st.sampled_from(
        [(10**6, " million"), (10**9, "bn"), (10**9, " bn"), (10**3, "k"), (10**6, "m"), (10**12, " trillion")]
    ),
)
def test_scaled_numbers_are_read_back(value: Decimal, scale: tuple[int, str]) -> None:
    written, meant = scaled(value, *scale)
    (found,) = read(f"some {written} children")
    assert found.value == meant


@given(st.text(alphabet="0123456789 ,.-/:'an dozen half million two", max_size=60))
def test_spans_are_ordered_and_lie_in_the_text(text: str) -> None:
    ends = [0]
    for numeral in read(text):
        assert ends[-1] <= numeral.start < numeral.end <= len(text)
        ends.append(numeral.end)
