"""Names of bodies without a head word: people for a cause, firms by their trade, bodies of a state written small."""

from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.complements import complement, plain_conjunct
from onrecord.extract.ner.head_words import head_at, head_before, plural_people, run_end
from onrecord.extract.ner.tokens import Words, match, match_back, phrases
from onrecord.values.findings import Kind


def cause(words: Words, i: int) -> Candidate | None:
    """'Doctors and Nurses for Peace', 'Reporters Without Borders': people for, without or against something."""
    if not plural_people(words, i) or (i > 0 and words.name(i - 1)):
        return None
    j = i + 1
    if j + 1 < len(words) and words.lower[j] == "and" and plural_people(words, j + 1):
        j += 2
    if j + 1 >= len(words) or words.lower[j] not in ("for", "against", "without", "of"):
        return None
    if words.fresh[i] or (words.lower[j] == "of" and not _kin(words, i)):
        return None
    end = complement(words, j)
    if end is None or (words.lower[j] == "for" and not words.common[end - 1]):
        return None
    candidate = Candidate(i, end, firm=True)
    candidate.vote(Kind.ORGANIZATION, 4.0, "people for a cause")
    return candidate


def ideal(words: Words, i: int) -> Candidate | None:
    """'Liberty in North Korea', 'Justice for Sorva': what a body is for, written large within a sentence."""
    hit = match(phrases("name_word", "ideal"), words.lower, i, len(words)) if words.capital[i] else None
    if hit is None or words.fresh[i] or words.line[i] in words.loud or words.name(i - 1):
        return None
    stop = hit[0]
    if stop >= len(words) or not words.capital[stop - 1] or words.lower[stop] not in ("for", "in"):
        return None
    end = complement(words, stop)
    if end is None or words.lower[stop + 1] in ("the", "a", "an") or words.dated(stop + 1):
        return None
    candidate = Candidate(i, end, firm=True)
    candidate.vote(Kind.ORGANIZATION, 4.0, "people for a cause")
    return candidate


def _kin(words: Words, i: int) -> bool:
    """Whether the word is a plural of kin: 'Mothers of …', 'Families of …'."""
    entries = phrases("role", "noun").get(words.lower[i].removesuffix("s"), ())
    return any(concept.term.startswith("family") for _, concept in entries)


def state_body(words: Words, i: int) -> Candidate | None:
    """'the Austrian parliament', 'Kestrian police': bodies of a state, written small after its adjective."""
    if words.lower[i] in ("government", "parliament") and i + 2 < len(words) and words.lower[i + 1] == "of":
        end = complement(words, i + 1)
        if end is None or words.lower[i - 1] != "the":
            return None
        candidate = Candidate(i, end, firm=True)
        candidate.vote(Kind.ORGANIZATION, 6.0, "body of a state")
        return candidate
    if not words.capital[i] or not words.nationality(i) or i + 1 >= len(words) or words.capital[i + 1]:
        return None
    hit = match(phrases("name_word", "state"), words.lower, i + 1, len(words))
    if hit is None or words.lower[i - 1] in ("a", "an") or (hit[0] < len(words) and words.doc[hit[0]].pos_ == "NOUN"):
        return None
    candidate = Candidate(i, hit[0], firm=True)
    candidate.vote(Kind.COURT if words.lower[hit[0] - 1] == "court" else Kind.ORGANIZATION, 6.0, "body of a state")
    return candidate


def trade(words: Words, i: int) -> Candidate | None:
    """'Brenn Water and Power': a proper name, what it deals in, 'and' another such noun."""
    if not words.name(i) or words.nationality(i) or (i > 0 and words.name(i - 1)):
        return None
    if words.lower[i] in phrases("given_name", "given"):
        return None
    end = run_end(words, i)
    if end - i < 2 or not words.common[end - 1] or end + 1 >= len(words) or words.lower[end] != "and":
        return None
    if words.common[i] and words.doc[end].ent_iob_ != "I":  # the language model must see one name in common words
        return None
    after = run_end(words, end + 1)
    if after != end + 2 or not words.common[end + 1] or head_before(words, end, i) or head_at(words, end + 1, after):
        return None
    if match_back(phrases("role", "noun", "title"), words.lower, end, i) or not plain_conjunct(words, end + 1):
        return None
    candidate = Candidate(i, after, firm=True)
    candidate.vote(Kind.ORGANIZATION, 4.0, "trade")
    return candidate
