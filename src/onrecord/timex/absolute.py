"""Dates by their numbers and names: '24 January 2024', 'Mar. 17', '03/04/2023', 'June', '2014-2022', 'the 1990s'."""

import re

from onrecord.timex import vocabulary as v
from onrecord.timex.expressions import Between, Calendar, Found, Months, Numeric, Years
from onrecord.timex.patterns import GAP, NUMBER, RANGE, YEAR, Says, pattern

_BETWEEN = re.compile(rf"\bbetween{GAP}$", re.IGNORECASE)
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
    if len(days) == 2 and (re.search(RANGE, m[key]) or _BETWEEN.search(m.string, max(0, m.start() - 12), m.start())):
        return Between(days[0].says, days[1].says)
    days[0] = Found(m.start(), days[0].end, days[0].says)
    days[-1] = Found(days[-1].start, m.end(), days[-1].says)
    return days


def _year(m: re.Match[str]) -> int | None:
    return int(m["year"]) if m["year"] else None


def _month_of_year(m: re.Match[str]) -> Says:
    return Calendar(_full_year(m["y"]) if m["y"] else int(m["year"]), v.month_number(m["month"]))


def _quarter(m: re.Match[str]) -> Says:
    if m["q"]:
        size, number = 3 if m["kind"].lower() == "q" else 6, int(m["q"])
    else:
        size = 3 if m["part"].lower() == "quarter" else 6
        number = 12 // size if m["which"].lower() in ("last", "final") else v.ORDINALS[m["which"].lower()]
    return Months(size * (number - 1) + 1, size, _year(m)) if size * number <= 12 else None


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
        r"(?<![\w$€£#])(?<!\d[.,:/-])(?<![A-Za-z]-)<days> (?:of )?<month>(?:,? <year>)?",
        _days_of_month,
    ),
    # January 24, 2024; Jan. 24; May 12 and 13; March 3-5
    pattern(_MONTH_WORDS, r"<month> <daysafter>(?:,? <year>)?", _days_of_month),
    # January 2024, January of 2024, Jan. '24, January
    pattern(_MONTH_WORDS, r"<month>(?:, | (?:of )?)(?:<year>|['’](?P<y>\d\d)\b)", _month_of_year),
    pattern(
        _MONTH_WORDS,
        r"<fullmonth>",
        lambda m: Calendar(month=v.month_number(m["fullmonth"])),
        unless_after=r"\b(?:each|every|annual)",
    ),
    # the third quarter of 2023, Q3 2023, H1 2023, the second half of last year
    pattern(
        " ".join(["the", "last", "final", "q", "h", *v.ORDINALS]),
        rf"(?:the )?(?:(?P<which>last|final|{v.ORDINAL}) (?P<part>quarter|half)|(?P<kind>[QH])(?P<q>[1-4]))"
        rf"(?: (?:of |in )?<year>|{_YEAR_OF})",
        _quarter,
    ),
    # spring 2023, the autumn of 2022, the summer of last year
    pattern(
        " ".join(["the", *v.SEASONS]),
        rf"(?:the )?<season>(?: (?:of )?<year>|{_YEAR_OF})",
        lambda m: Months(v.SEASONS[m["season"].lower()], 3, _year(m)),
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
    # 2014, mid-2014
    pattern(
        YEAR,
        rf"(?:{_LEFT_OF_YEAR}|(?<=\bmid-|\bpre-|\bend-)|(?<=\bpost-|\blate-)|(?<=\bearly-))<year>",
        lambda m: Calendar(int(m["year"])),
        unless_after=_NUMBERED,
    ),
)
