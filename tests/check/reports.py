"""A report made by hand: a quote altered, a figure that agrees within it, and one that is not on record."""

from onrecord.check.findings import Change, Matter, Remark, Report, Source, finding
from onrecord.check.verdicts import Verdict
from onrecord.values.findings import Evidence

TEXT = "Zoë said:\n“A warrant <never> grows old & cold.” Some 20,000 left."
QUOTE, NUMBER = "A warrant <never> grows old & cold.", "20,000"


def stretch(words: str, text: str = TEXT) -> Evidence:
    return Evidence(text.index(words), text.index(words) + len(words), words)


SENTENCE = "“A warrant does not grow old,” said Zoë."
SOURCE = Source(
    "https://w3id.org/onrecord/article/a-1",
    "https://w3id.org/onrecord/article/a-1#statement-2",
    Evidence(101, 128, "A warrant does not grow old"),
    Evidence(100, 100 + len(SENTENCE), SENTENCE),
    "a.txt",
    "2024-03-18",
)
REPORT = Report(
    "draft one.txt",
    TEXT,
    (
        finding(
            Matter.QUOTE,
            stretch(QUOTE),
            stretch(TEXT),
            [Remark(Verdict.QUOTE_ALTERED, "other words", (SOURCE,), (Change("never grows", "does not grow"),))],
        ),
        finding(Matter.FIGURE, stretch("old & cold"), stretch(TEXT), [Remark(Verdict.AGREES, "so", (SOURCE,))]),
        finding(Matter.FIGURE, stretch(NUMBER), stretch(TEXT), []),
    ),
    "7",
)
