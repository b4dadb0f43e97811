"""Dates by their numbers and names: '24 January 2024', 'Mar. 17', '03/04/2023', 'June', '2014-2022', 'the 1990s'."""

import re

from onrecord.timex import vocabulary as v
from onrecord.timex.expressions import Between, Calendar, Found, Months, NthWeekday, Numeric, Year, Years
from onrecord.timex.patterns import GAP, NUMBER, RANGE, YEAR, Says, pattern

_NEAR_PAST = 1950  # two digits of a year stand for one from here on


def _full_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    year = 1900 + int(digits)
    return year if year >= _NEAR_PAST else year + 100


def _days_of_month(m: re.Match[str]) -> Says:
    """A date for each day of a list, a span for a range; the outermost day takes the month and year into its text."""
    groups = m.groupdict()
    key = "days" if groups.get("days") else "daysafter"
    year, month = _year(m), v.month_number(m["month"])
    days = [
        Found(m.start(key) + d.start(), m.start(key) + d.end(), Calendar(year, month, int(d[1])))
        for d in re.finditer(r"(\d+)(?:st|nd|rd|th)?", m[key])
    ]
    if len(days) == 1:
        return days[0].says
    if len(days) == 2 and (re.search(RANGE, m[key]) or _after("between", m)):
        return Between(days[0].says, days[1].says)
    days[0] = Found(m.start(), days[0].end, days[0].says)
    days[-1] = Found(days[-1].start, m.end(), days[-1].says)
    return days


def _month_then_days(m: re.Match[str]) -> Says:
    """'March 17', but only the month of 'in March 17 children were brought home'."""
    counted = re.match(rf"{GAP}(?:[a-z]+s|children|people|men|women)\b", m.string[m.end() : m.end() + 24])
    if counted and not _year(m) and _after("in", m):
        return (Found(m.start("month"), m.end("month"), Calendar(month=v.month_number(m["month"]))),)
    return _days_of_month(m)


def _after(word: str, m: re.Match[str]) -> bool:
    return re.search(rf"\b{word}{GAP}$", m.string[max(0, m.start() - 12) : m.start()], re.IGNORECASE) is not None


def _year(m: re.Match[str]) -> int | None:
    if m["year"]:
        return int(m["year"])
    short = m.groupdict().get("y")  # '5 May '21'
    return _full_year(short) if short else None


def _month_of_year(m: re.Match[str]) -> Says:
    return Calendar(_year(m), v.month_number(m["month"]))


def _day_in_words(m: re.Match[str]) -> Says:
    month = m.groupdict().get("month") or m["fullmonth"]
    return Calendar(_year(m), v.month_number(month), v.DAYS[m["dayword"].lower()])


def _feast(m: re.Match[str]) -> Says:
    month, day = v.NAMED_FEASTS[re.sub(r"\s+", " ", m["feast"].lower().replace("’", "'"))]
    return Calendar(_year(m), month, day)


def _quarter(m: re.Match[str]) -> Says:
    if m["q"]:
        size = 3 if m["kind"].lower() == "q" else 6
        return Months(size * (int(m["q"]) - 1) + 1, size, _year(m)) if size * int(m["q"]) <= 12 else None
    return part_of_year(m["which"], m["part"], _year(m))


def part_of_year(which: str, part: str, year: Year) -> Months | None:
    """The months of 'third' 'quarter' or 'last' 'half'; None where there is no such part."""
    size = 3 if part.lower() == "quarter" else 6
    number = 12 // size if which.lower() in ("last", "final") else v.ORDINALS[which.lower()]
    return Months(size * (number - 1) + 1, size, year) if size * number <= 12 else None


def _run_of_months(m: re.Match[str]) -> Says:
    count = v.count_number(m["count"])
    if not 1 <= count <= 12:
        return None
    return Months(1 if m["which"].lower() == "first" else 13 - count, count, _year(m))


def _years(m: re.Match[str]) -> Says:
    """'2014-2022' and '2022/23'; '2024-01' is none."""
    first, last = int(m["first"]), int(m["last"])
    if len(m["last"]) == 2:
        last += first // 100 * 100
        if "/" in m.group() and last != first + 1:
            return None  # '2025/77' is the number of a paper
    return Between(Calendar(first), Calendar(last)) if first < last else None


def _decade(m: re.Match[str]) -> Says:
    first = 1900 + v.DECADES[m["decadeword"].lower()] if m["decadeword"] else _full_year(m["y"])
    return Years(first, first + 9)


_MONTH_WORDS = " ".join([*v.MONTHS, *v.MONTHS_SHORT])
_NUMBERED = r"\b(?:version|v|article|art|section|sec|no|nos|number|rule|paragraph|para|release|case|room|flight)\.?"
_LEFT_OF_YEAR = r"(?<![\w.,:/$€£#+@&=_-])"
_YEAR_OF = r"(?= (?:of )?(?:last|this|next|that|the same) year)"  # the year follows in words

LISTS = (  # before a weekday is found alone
    # Monday 20, Tuesday 21 and Friday 24 May: the first of them
    pattern(
        " ".join(v.WEEKDAYS),
        rf"<weekday> (?P<d>\d{{1,2}})(?=(?:(?:,| and|, and) {v.WEEKDAY} \d{{1,2}}){{1,6}} <month>(?:,? <year>)?)",
        lambda m: Calendar(_year(m), v.month_number(m["month"]), int(m["d"]), v.WEEKDAYS[m["weekday"].lower()]),
    ),
)
PATTERNS = (
    # 2024-01-24, 2024/01/24, 2024-01-24T09:33
    pattern(
        YEAR,
        r"(?<![\w./:-])(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?![\d/-])",
        lambda m: Calendar(int(m["y"]), int(m["m"]), int(m["d"])),
    ),
    # 24.01.2024, 1/24/24
    pattern(
        NUMBER,
        r"(?<![\w/-])(?<!\d[.,:])(?P<left>\d{1,2})(?P<separator>[./-])(?P<right>\d{1,2})(?P=separator)"
        r"(?P<y>(?:19|20)\d\d|(?<=/)\d\d|(?<=\d\d\.\d\d\.)\d\d)(?![\w/-]|[.,:]\d)",
        lambda m: Numeric(int(m["left"]), int(m["right"]), _full_year(m["y"]), m["separator"]),
        unless_after=_NUMBERED,
    ),
    # 24 January 2024, 24th of January, 2-5 December 2023, 12 and 13 May
    pattern(
        NUMBER,
        r"(?<![\w$€£#])(?<!\d[.,:/-])(?<![A-Za-z]-)<days> (?:of )?<month>(?:,? <year>| ['’](?P<y>\d\d)\b)?",
        _days_of_month,
    ),
    # January 24, 2024; Jan. 24; May 12 and 13; March 3-5
    pattern(_MONTH_WORDS, r"<month> <daysafter>(?:,? <year>|,? ['’](?P<y>\d\d)\b)?", _month_then_days),
    # 'March eighth', 'the eighth of March 2023'
    pattern(_MONTH_WORDS, r"<month> (?:the )?<dayword>(?:,? <year>|<clauseend>)", _day_in_words),
    pattern("the", r"the <dayword> (?:day )?of <fullmonth>(?:,? <year>)?", _day_in_words),
    # Christmas Day, New Year's Eve 2023, last Thanksgiving
    pattern(
        "christmas new valentine boxing halloween",
        r"<feast>(?:,? <year>)?(?![-\w])",
        _feast,
    ),
    # by Christmas, before New Year, but not 'Christmas trees'
    pattern(
        "christmas new",
        r"(?:(?<=by\s)|(?<=at\s)|(?<=before\s)|(?<=after\s)|(?<=until\s)|(?<=since\s))"
        r"(?P<feast>(?-i:Christmas|New Year))(?![-\w'’])(?! [a-z]+s\b)(?:,? <year>)?",
        _feast,
    ),
    pattern(
        "thanksgiving last",
        r"(?:last )?(?-i:Thanksgiving)(?: Day)?(?:,? <year>)?(?![-\w])",
        lambda m: NthWeekday(4, v.WEEKDAYS["thursday"], Calendar(_year(m), 11)),
    ),
    # January 2024, January of 2024, Jan. '24, January
    pattern(_MONTH_WORDS, r"<month>(?:, | (?:of )?)(?:<year>|['’](?P<y>\d\d)\b)", _month_of_year),
    pattern(
        _MONTH_WORDS,
        r"<fullmonth>",
        lambda m: Calendar(month=v.month_number(m["fullmonth"])),
        unless_after=r"\b(?:each|every|annual)",
    ),
    # the third quarter of 2023, Q3 2023, H1 2023, the second half of last year, the 2023 third quarter
    pattern(
        " ".join(["the", "last", "final", "q", "h", *v.ORDINALS]),
        rf"(?:the )?(?:(?P<which>last|final|{v.ORDINAL}) (?P<part>quarter|half)|(?P<kind>[QH])(?P<q>[1-4]))"
        rf"(?: (?:of |in )?<year>|{_YEAR_OF})",
        _quarter,
    ),
    pattern(
        "the", r"the <year> <ordinal> (?P<part>quarter|half)", lambda m: part_of_year(m["ordinal"], m["part"], _year(m))
    ),
    # the first nine months of 2024
    pattern(
        "the first last",
        rf"(?:the )?(?P<which>first|last) <count> months of(?: <year>|{_YEAR_OF})",
        _run_of_months,
    ),
    # the 1990s, the '90s, the nineties
    pattern(
        " ".join([NUMBER, YEAR, "the"]),
        r"(?:the )?(?:(?<![\w.,$])['’]?(?P<y>(?:1[5-9]|20)\d0|(?<=['’])\d0)['’]?s\b|(?<=\s)<decadeword>\b)",
        _decade,
    ),
    # 2014-2022, 2022/23
    pattern(
        YEAR,
        rf"{_LEFT_OF_YEAR}(?P<first>(?:1[5-9]|20)\d\d)\s?[-–—/]\s?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w%/-]|[.,:]\d)",
        _years,
        unless_after=_NUMBERED,
    ),
    # 2014, mid-2014; the year two thousand, nineteen ninety-six
    pattern(
        YEAR,
        rf"(?:{_LEFT_OF_YEAR}|(?<=\bmid-|\bpre-|\bend-)|(?<=\bpost-|\blate-)|(?<=\bearly-))<year>",
        lambda m: Calendar(int(m["year"])),
        unless_after=_NUMBERED,
    ),
    pattern("the", rf"the year (?P<words>{v.SPOKEN_2000})(?![\w-])", lambda m: Calendar(v.spoken_year(m["words"]))),
    pattern("nineteen twenty", rf"(?P<words>{v.SPOKEN_YEAR})(?![\w-])", lambda m: Calendar(v.spoken_year(m["words"]))),
)
