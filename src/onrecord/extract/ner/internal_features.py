"""What a name's own words say: head words, initials, particles, acronyms, and what the language model makes of it.

Every rule is a function over one candidate that votes for a kind, or for none, or moves a border.
"""

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.ner.boundaries import BY_RIVERS, DISTRICTS
from onrecord.extract.ner.candidates import Candidate, Vote
from onrecord.extract.ner.gazetteer import kind_of
from onrecord.extract.ner.head_words import head_at, head_before, run_end
from onrecord.extract.ner.tokens import HYPHENS, Words, match, phrases
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.lexicon.name_forms import PARTICLES
from onrecord.values.findings import Kind

_MODEL = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "PLACE": Kind.PLACE,
}
_NOBODY = {"NORP", "LAW", "EVENT", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"}
_CAUSES = frozenset(("Without", "Against", "Beyond", "For", "Across", "Within", "Between"))
_ROMAN = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))


def number(words: Words, name: Candidate) -> None:
    """'4th Mechanized Brigade', 'Criminal Court No. 3': numbers of bodies belong to their names."""
    if words.lower[name.end - 1] in ("no", "no.") and name.end - name.start > 1:
        dot = name.end < len(words) and words.text[name.end] == "."
        after = name.end + dot
        name.end = after + 1 if after < len(words) and words.text[after].isdigit() else name.end - 1
    elif name.end < len(words) and _numbered(words, name):
        name.end += 1
    seat = _seat(words, name)
    if seat > name.end:
        name.votes.extend(v for v in [_numbered_head(words, name)] if v is not None)
        name.end = seat
    before = words.lower[name.start - 1] if name.start else ""
    if before[:1].isdigit() and before.endswith(("st", "nd", "rd", "th")) and head_before(words, name.end, name.start):
        name.start -= 1


def _numbered(words: Words, name: Candidate) -> bool:
    """Whether a bare number after a head word belongs to the name: 'Branch 227', not 'the Court 20 cases'."""
    head, at = head_before(words, name.end, name.start), name.end - 1
    read = name.start == at and words.common[at] and not words.fresh[at] and bool(words.doc[at].ent_type_)
    if not (read or (head is not None and kind_of(head) is not None)) or name.end - name.start > 2:
        return False
    if not words.text[name.end].isdigit():
        return False
    after = words.doc[name.end + 1] if name.end + 1 < len(words) else None
    return len(words.text[name.end]) < 4 and (after is None or after.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", "SYM"))


def _numbered_head(words: Words, name: Candidate) -> Vote | None:
    """What the head before the number makes of the name."""
    heads = (head_before(words, i, name.start) for i in range(name.end, name.start, -1))
    head = next((head for head in heads if head is not None), None)
    return Vote(kind_of(head), 6.0, "head word") if head is not None else None


def _seat(words: Words, name: Candidate) -> int:
    """The end with the place that a numbered court or body sits in: 'Federal Court No. 2 of Mendoza'."""
    i = name.end
    if words.text[i - 1].isdigit() and i + 1 < len(words) and words.lower[i] == "of" and words.name(i + 1):
        return run_end(words, i + 1)
    return i


def currency(words: Words, name: Candidate) -> None:
    """'CHF 20,000', '500 PLN', 'CFA francs': codes of currencies are nobody."""
    if name.end - name.start > 1 or not words.text[name.start].isupper():
        return
    beside = [words.doc[i] for i in (name.start - 1, name.end) if 0 <= i < len(words)]
    amount = any(t.like_num or t.text[:1].isdigit() for t in beside)
    money = name.end < len(words) and words.lower[name.end] in _money()
    if money or (amount and words.text[name.start] in _codes()):
        name.vote(None, 12.0, "currency")


@lexicon.derived
def _money() -> frozenset[str]:
    """The words for currencies: 'francs'."""
    return frozenset(n.lower().split()[-1] for c in lexicon.load().scheme("currency") for n in c.names)


@lexicon.derived
def _codes() -> frozenset[str]:
    return frozenset(code for c in lexicon.load().scheme("currency") for code in c.get("code"))


def head_word(words: Words, name: Candidate) -> None:
    """'X Foundation', 'X Court', 'X River': the last word says what is named."""
    if any(v.rule == "head word" for v in name.votes):
        return
    numbered = name.end - name.start > 1 and words.text[name.end - 1] in _ROMAN
    end = name.end - numbered
    if words.text[end - 1].isdigit():
        end = next((i for i in range(end, name.start, -1) if words.lower[i - 1] in ("no", "no.")), end) - 1
    head = head_before(words, end, name.start)
    if head is not None:
        lone = head_at(words, name.start, end)
        if kind_of(head) is None:
            body = head_before(words, end - 1, name.start)
            if body is None or kind_of(body) is None or end - name.start < 3:
                name.vote(None, 6.0 if name.end - name.start == 1 else 4.0, "document word")
                return
            head, end = body, end - 1  # 'Security Council Resolution'
            name.end = end
        alone = lone is not None and lone[0] == end and not numbered and end - name.start == 1
        name.vote(
            kind_of(head),
            1.2 if alone or _titled(name, head) else 2.5 if head.get("facility") else 6.0,
            "head alone" if alone else "head word",
        )


def _titled(name: Candidate, head: Concept) -> bool:
    """Whether a title before the name shows that the head is a surname: 'Major Roy Hill'."""
    titled = any(v.rule == "title before" and v.kind is Kind.PERSON for v in name.votes)
    return titled and kind_of(head) is Kind.PLACE


def first_word(words: Words, name: Candidate) -> None:
    """'Fort X', 'Upper X', 'Lake X' are places, 'Article X' and 'Operation X' are nobody."""
    if name.end - name.start < 2 or head_before(words, name.end, name.start):
        return
    if match(phrases("name_word", "lead"), words.lower, name.start, name.end):
        known = match(phrases("name", "names"), words.lower, name.end - 1, name.end)
        name.vote(Kind.PLACE, 6.0 if known and kind_of(known[1]) is Kind.PLACE else 2.5, "place word before")
    first = head_at(words, name.start, name.end)
    if first is not None and kind_of(first[1]) is None:
        name.vote(None, 3.0, "document word before")


def person_shape(words: Words, name: Candidate) -> None:
    """Initials, particles, given names; two or three words that the dictionary does not know."""
    span = range(name.start, name.end)
    letters = [i for i in span if words.text[i][0].isalpha()]
    if head_before(words, name.end, name.start):
        return
    if words.text[name.start] in PARTICLES or any(words.text[i] in PARTICLES for i in letters):
        name.vote(Kind.PERSON, 2.5, "particle")
    if len(letters) < 2:
        return
    if words.initial(letters[0]) and not words.initial(letters[-1]):
        name.vote(Kind.PERSON, 4.0, "initials")
    if words.lower[letters[0]] in phrases("given_name", "given"):
        name.vote(Kind.PERSON, 3.0, "given name")
    elif len(letters) <= 4 and not any(words.common[i] or words.text[i].isupper() for i in letters):
        name.vote(Kind.PERSON, 0.8, "shape")


def place_shape(words: Words, name: Candidate) -> None:
    """'Musan-gun', 'Frankfurt am Main': small words that only places have."""
    inside = words.text[name.start + 1 : name.end]
    kind_after = len(inside) == 2 and inside[0] in HYPHENS and inside[1] in DISTRICTS
    if kind_after or any(word in BY_RIVERS for word in inside):
        name.vote(Kind.PLACE, 5.0, "place shape")


def many(words: Words, name: Candidate) -> None:
    """'Peace Formula Advisors', 'Contracting Parties': many people of a kind are nobody in particular."""
    last = words.lower[name.end - 1]
    if last in ("states", "parties", "members"):
        name.vote(None, 5.0, "many")
    role = phrases("role", "noun").get(last.removesuffix("s")) if last.endswith("s") else None
    if role and any(len(cut) == 1 and kind_of(concept) is Kind.PERSON for cut, concept in role):
        name.vote(None, 5.0, "many")


def given_alone(words: Words, name: Candidate) -> None:
    """A given name by itself is somebody's, if weakly: 'Rose' may be anything."""
    if name.end - name.start == 1 and words.lower[name.start] in phrases("given_name", "given"):
        name.vote(Kind.PERSON, 1.5, "given name alone")


def acronym(words: Words, name: Candidate) -> None:
    """Two to seven capitals and nothing else name a body."""
    text = words.text[name.start].rstrip(".")
    lone = name.end - name.start == 1 and 2 <= len(text) <= 7 and text.isupper() and text.isalpha()
    if lone and words.line[name.start] not in words.loud:
        name.vote(Kind.ORGANIZATION, 2.0, "acronym")


def slogan(words: Words, name: Candidate) -> None:
    """'Save Ukraine', 'Bring Kids Back UA': common words with a capital, up to a country, are a cause."""
    last = match(phrases("name", "names"), words.lower, name.end - 1, name.end)
    country = last is not None and kind_of(last[1]) is Kind.PLACE
    opens = name.end - name.start > 1 and words.common[name.start] and not words.nationality(name.start)
    lead = match(phrases("name_word", "lead"), words.lower, name.start, name.end)
    if opens and not lead and (country or words.text[name.end - 1].isupper()):
        name.vote(Kind.ORGANIZATION, 2.5, "slogan")


def cause(words: Words, name: Candidate) -> None:
    """'Lawyers Beyond Walls': a preposition with a capital, inside a name, tells what its bearers stand for."""
    if any(words.text[i] in _CAUSES for i in range(name.start + 1, name.end - 1)):
        name.vote(Kind.ORGANIZATION, 4.0, "people for a cause")


def trade(words: Words, name: Candidate) -> None:
    """'Breedveld Stevedoring': what is done for a living."""
    last = words.text[name.end - 1]
    proper = name.end - name.start > 1 and not words.common[name.start]
    if proper and last.endswith("ing") and len(last) > 5 and words.common[name.end - 1]:
        name.vote(Kind.ORGANIZATION, 3.2, "trade")


def model(words: Words, name: Candidate) -> None:
    """What the language model takes the words for."""
    labels = [t.ent_type_ for t in words.doc[name.start : name.end] if t.text[0].isalnum()]
    for label in sorted(set(labels)):
        share = labels.count(label) / len(labels)
        if label in _MODEL:
            name.vote(_MODEL[label], 2.0 * share, "model")
        elif label in _NOBODY:
            name.vote(None, 1.0 * share, "model")


def place_tail(words: Words, name: Candidate) -> None:
    """'Kherson region', 'Artek camp': a common noun for a place after the name belongs to it."""
    if name.end >= len(words) or words.line[name.end] != words.line[name.start]:
        return
    hit = match(phrases("name_word", "tail"), words.lower, name.end, len(words))
    if hit and not words.capital[name.end] and not words.nationality(name.end - 1):
        name.end = hit[0]
        name.firm = True
        name.vote(Kind.PLACE, 8.0, "kind of place after")


def court_tail(words: Words, name: Candidate) -> None:
    """'the Lunden district court': the level of a court after a name belongs to it."""
    levels, i = phrases("name_word", "level"), name.end
    while i < len(words) and (hit := match(levels, words.lower, i, len(words))):
        i = hit[0]
    if name.end < i < len(words) and words.lower[i] in ("court", "tribunal") and not words.capital[name.end]:
        name.end = i + 1
        name.firm = True
        name.vote(Kind.COURT, 12.0, "level of a court after")


RULES = (
    number,
    court_tail,
    place_tail,
    head_word,
    first_word,
    person_shape,
    place_shape,
    many,
    given_alone,
    acronym,
    currency,
    slogan,
    cause,
    trade,
    model,
)


@Language.component("onrecord_name_inside", requires=["doc._.names"], assigns=["doc._.names"])
def inside(doc: Doc) -> Doc:
    """Let the rules about a name's own words vote on every candidate."""
    for name in doc._.names:
        for rule in RULES:
            rule(doc._.words, name)
    return doc
