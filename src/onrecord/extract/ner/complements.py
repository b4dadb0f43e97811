"""What follows 'of' and 'for' in the name of a body: 'of Education and Science', 'of the Red Cross'."""

from onrecord.extract.ner.head_words import head_before, run_end
from onrecord.extract.ner.tokens import Words, kind_of, match, match_back, phrases
from onrecord.values.findings import Kind


def complement(words: Words, link: int) -> int | None:
    """Where the capitalised complement after a link word ends; None where none follows."""
    i = link + 1
    if i < len(words) and words.lower[i] in ("the", "a", "an"):
        i += 1
    if i >= len(words) or not words.name(i) or words.line[i] != words.line[link]:
        return None
    return _listed(words, i, run_end(words, i))


def further(words: Words, end: int) -> int:
    """The end with further links: 'Office of the President of Ukraine'; a chamber and its court stay two."""
    while end < len(words) and (
        words.lower[end] in ("of", "for")
        or (words.lower[end] == "into" and words.lower[end - 1] == "inquiry")
        or (words.lower[end] == "in" and _ideal_of_state(words, end))
    ):
        after = complement(words, end)
        if after is None:
            return end
        inner = head_before(words, after, end)
        if inner is not None and kind_of(inner) is Kind.COURT:
            return end
        end = after
    return end


def _ideal_of_state(words: Words, link: int) -> bool:
    """Whether a state follows what it ought to have: 'Panel on Human Rights in Haiti'."""
    ideal = match_back(phrases("name_word", "ideal"), words.lower, link, max(0, link - 3))
    state = match(phrases("name", "names"), words.lower, link + 1, len(words)) if link + 1 < len(words) else None
    return ideal is not None and words.capital[link - 1] and state is not None and bool(state[1].get("adjective"))


def _listed(words: Words, start: int, end: int) -> int:
    """The end of a complement with what is coordinated to it: 'Education and Science', 'Culture, Youth and Sport'."""
    i = end
    while i + 1 < len(words) and words.line[i] == words.line[start]:
        if words.text[i] == "," and words.name(i + 1) and plain_conjunct(words, i + 1):
            i = run_end(words, i + 1)
            continue
        if words.lower[i] in ("and", "&", "or") and words.name(i + 1) and plain_conjunct(words, i + 1):
            return run_end(words, i + 1)
        break
    return end


def plain_conjunct(words: Words, i: int) -> bool:
    """Whether the conjunct at `i` is made of common nouns and is no body of its own."""
    end = run_end(words, i)
    if match(phrases("role", "noun", "title"), words.lower, i, end) or match(
        phrases("name", "names"), words.lower, i, end
    ):
        return False
    plain = all(words.common[k] or words.nationality(k) for k in range(i, end) if words.capital[k])
    head = head_before(words, end, i)
    plural = words.lower[end - 1].endswith("s")
    linked = end < len(words) and words.lower[end] in ("of", "for") and head is not None
    nation = all(words.nationality(k) for k in range(i, end))
    return plain and not nation and not linked and (head is None or plural or kind_of(head) is None)
