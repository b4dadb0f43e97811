"""What stands above the entries of a chronology, on paper and on a page: how many there are, and what was checked."""

from onrecord.chronology.values import Chronology

_SAID = "It is on record that it was said, and where; never that it is so."
_DAYS = "What is dated by its month, its year or a span stands where that begins."
_COMPARED = (
    "Each quote was compared, while this was written, with the text of the SHA-256 that its source has below; "
    "characters are counted from 0, in Unicode code points."
)
_ELSEWHERE = "The quotes were not compared with the texts, which are kept elsewhere."


def counted(made: Chronology) -> str:
    """How many entries of how many articles it has: '1 entry from 2 articles; from 2024-01-01'."""
    entries, sources = len(made.entries), len(made.sources)
    told = f"{entries} {'entry' if entries == 1 else 'entries'}"
    of = f"{sources} {'article' if sources == 1 else 'articles'}"
    return "; ".join(filter(None, (f"{told} from {of}", made.selection.in_words)))


def explained(made: Chronology) -> str:
    """What it means that something is in it, and whether its quotes stand."""
    checked = _COMPARED if made.is_checked else _ELSEWHERE
    return " ".join(filter(None, (_SAID, _DAYS, checked if made.entries and not made.failures else "")))


def warned(made: Chronology) -> str:
    """How many of its quotes do not stand; '' where all do."""
    failures = len(made.failures)
    stand = "does not stand" if failures == 1 else "do not stand"
    return f"{failures} of the quotes below {stand} in the texts on record." if failures else ""
