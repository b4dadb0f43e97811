"""The tokens of numerals and the values of number words. Free of spaCy.

One pattern reads them all, in time linear in the length of the text: quantifiers are possessive or bounded. What only
looks like a number (clock times, ordinals, case and phone numbers, codes such as 'MH17') is matched without a name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

SPACE = "[ \u00a0\u2009\u202f]"  # white space within a line; the narrow kinds group digits

ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
SMALL = {word: value for value, word in enumerate(ONES)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
SCALES = {"dozen": 12, "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6,
          "crore": 10**7, "crores": 10**7, "billion": 10**9, "trillion": 10**12}  # fmt: skip
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6, "b": 10**9, "bn": 10**9,
                 "bln": 10**9, "tn": 10**12, "trn": 10**12}  # fmt: skip
PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20}  # fmt: skip
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
           "⅘": (4, 5), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip

_WORDS = "|".join(sorted({*SMALL, *SCALES}, key=len, reverse=True))
_DIGIT_WORDS = "|".join(ONES[1:10])


def _beginnings(words: Iterable[str]) -> str:
    """The first two letters that the words may begin with: looked at first, since few words of a text do."""
    seconds: dict[str, set[str]] = defaultdict(set)
    for word in words:
        seconds[word[0]].add(word[1])
    letters = {first: "".join(sorted(found)) for first, found in sorted(seconds.items())}
    return "|".join(f"[{first}{first.upper()}][{found}{found.upper()}]" for first, found in letters.items())


_SPELLED = rf"(?-i:(?={_beginnings([*SMALL, *SCALES, *PARTS])}|[Aa]n?\b))"

# What only looks like a number has no name in the pattern. Quantifiers are possessive or bounded, so that no text makes
# this slow; what begins with a letter is kept apart, because most of a text does.
_EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]{1,64}"
_CODE = r"\b(?!PREFIX|minus-|to-|in-)(?<![$])[^\W\d_]{1,20}+[-‑]?\d[\w/‑-]{0,40}(?:[./,]\d++)*+"  # 'MH17', 'COVID-19'
_NO_COUNT = rf"""
    [#@]\w{{1,60}} | {_EMAIL}
    | \+\d[\d\ ()-]{{5,20}}\d | \(0\d{{1,4}}\)[\d\ -]{{4,20}}\d | \b\d{{2,4}}(?:-\d{{2,5}}){{2,4}}\b    # phones
    | \b0\d++(?:[\ -]\d{{2,}}+)*+(?![.,:]?\d)
    | \b\d{{4}}-\d\d-\d\dT[\d:.Z]{{1,20}} | \b\d{{1,2}}:\d\d(?::\d\d)?(?!\d)                              # times
    | \b\d{{1,2}}(?:[:.]\d\d)?{SPACE}?[ap]\.?{SPACE}?m\b\.?
    | \b\d[\d,]*+(?:st|nd|rd|th)\b                                                                   # ordinals
    | \b\d{{4}}{SPACE}?(?-i:UTC|GMT|[ECMP][SD]T|hrs)\b
    | ^(?:[01]\d|2[0-3])\.[0-5]\d(?={SPACE}[A-Z])                                            # '12.05 Fire breaks out'
    | \b\d++{SPACE}(?-i:b\.c\.e?\.?|c\.e\.|a\.d\.|BCE?\b|CE\b|AD\b)                           # ancient years
    | \b\d{{1,4}}{SPACE}(?-i:(?:[A-Z][A-Za-z]{{0,5}}\.{SPACE}?){{1,3}})(?:\dd{SPACE})?(?:§{SPACE}?)?\d++  # law reports
    | (?-i:\+\d{{2,3}}(?={SPACE}[A-Z]))                                                        # '+972 Magazine'
    | \.\d\d{SPACE}?-?cal(?:ib(?:er|re))?\b | \b\d{{1,2}}(?:\.\d\d?)?[x×]\d\d{SPACE}?mm\b     # calibres
    | \b\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}\b | \b\d++(?:\.\d++){{2,}}+(?<!\.\d\d\d)(?!\w)              # dates, versions
    | \b\d++/\d++(?:/\d++)++ | \b\d{{3,}}+/\d++ | \b\d++/\d{{3,}}+ | \b24/7\b | \b9/11\b            # case numbers
"""
_DIGITS = rf"""(?<![\d])
    (?: \d{{1,3}}(?:,\d{{3}})++(?:\.\d++)? | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}       # 19,546.5 | 12,50,000
      | \d{{1,3}}(?:\.\d{{3}}){{2,}}+(?:,\d{{1,2}})?                              # 1.234.567,5
      | \d{{1,3}}(?:{SPACE}\d{{3}})++(?:[.,]\d{{1,2}})? | \d{{1,3}}(?:['’]\d{{3}})++  # 19 546,5 | 19'546
      | \d++[.,]\d++ | \d++ | (?<!\w)\.\d++ )
    (?![.,]?\d)
"""
# No token begins at white space, at most punctuation, or within a word. Said first, because it is so nearly everywhere.
_START = r"""(?![\s,;:'"”“’)!?]) (?: (?![^\W\d_]) | (?<![^\W\d_]) )"""
_TOKEN = rf"""{_START} (?: (?=[^\W\d_])
    (?: {_EMAIL} | https?://\S{{1,500}} | {_CODE}
      | {_SPELLED} (?:
        (?P<part> \b(?:(?P<times>an?|{_DIGIT_WORDS})(?:{SPACE}|-))?(?P<noun>{"|".join(PARTS)})(?P<plural>s?)\b )
      | (?P<word> \b(?:{_WORDS})\b ) ) )
    | {_NO_COUNT}
    | (?P<mixed> (?:\b(?P<whole>\d{{1,6}}){SPACE}?)?
        (?: (?<![\w/.,])(?P<top>\d{{1,2}})[/⁄](?P<bottom>\d{{1,2}})(?![\w/]) | (?P<vulgar>[{"".join(VULGAR)}]) ) )
    | (?P<digits> {_DIGITS} ) )
"""
_LARGE = rf"(?=\d{{1,3}}[,{SPACE[1:-1]}]\d{{3}}|\d{{4}}|\d++(?:\.\d++)?{SPACE}?(?:thousand|[mbt]r?illion|k|m|bn)\b)"
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
POWER_OF_TEN = re.compile(  # '× 10^6', '×10⁶', 'e+6'
    rf"{SPACE}?[x×·]{SPACE}?10(?:\^(?P<power>[-−+]?\d{{1,2}})|(?P<raised>[⁻⁰¹²³⁴-⁹]{{1,3}}))(?!\w)|e(?P<e>[-−+]?\d{{1,2}})(?!\w)",
    re.I,
)
SHORT_SCALE = re.compile(rf"(?:(?P<near>{SPACE}?(?:mln|mn|mio|mil|bln|bn|trn|tn))|(?P<short>[kmb]))(?![\w²³/])", re.I)


@lru_cache(64)
def token_pattern(prefixes: frozenset[str]) -> re.Pattern[str]:
    """The pattern of a token of a numeral; `prefixes` are letters that may stand before digits, as in 'USD10m'."""
    short = {p for p in prefixes if len(p) == 1 and p.isascii()}
    long, letters = ("|".join(map(re.escape, sorted(some))) for some in (prefixes - short, short))
    prefix = rf"(?-i:(?:{long or '(?!)'})\d|(?:{letters or '(?!)'}){_LARGE})"
    return re.compile(_TOKEN.replace("PREFIX", prefix), re.IGNORECASE | re.VERBOSE | re.MULTILINE)
