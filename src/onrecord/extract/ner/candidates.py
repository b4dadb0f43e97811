"""Names under discussion: token spans with a type, and where the encoder found them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from onrecord.extract.ner.boundaries import bounds
from onrecord.extract.ner.head_words import head_at
from onrecord.extract.ner.tokens import HYPHENS, QUOTES, Words, kind_of, match, match_back, phrases
from onrecord.lexicon.name_forms import PARTICLES
from onrecord.values.findings import Kind

KINDS = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANIZATION, "COURT": Kind.COURT, "PLACE": Kind.PLACE}
BODIES = (Kind.ORGANIZATION, Kind.COURT)
CERTAIN = 0.9  # from this probability on the encoder's type is not overruled by a list or by other mentions
ROMAN = frozenset("I II III IV V VI VII VIII IX X".split())
_JOINTS = QUOTES | HYPHENS | PARTICLES
_GAP = 4  # tokens between the parts of one person's name, at most: '“El Chico”'


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens taken for a name, with its type and how sure that is."""

    start: int
    end: int  # exclusive
    kind: Kind
    score: float  # the encoder's probability, or what stands in for it
    outer: int | None = None  # where the titles before it begin: 'Ms' of 'Ms Marchenko'
    listed: bool = False  # the word list settles its type
    described: tuple[str, ...] = ()  # role nouns the text applies to it, in lower case
    short_for: "Name | None" = None  # the name this one abbreviates: '(PACE)' after the full name
    longer: tuple[int, int] | None = None  # tokens of a longer form: "Dorvania's Ministry of Defence"

    def span(self, doc: Doc) -> Span:
        """Its tokens."""
        return doc[self.start : self.end]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a token with `start:end`."""
        return self.start < end and start < self.end


def encoded(words: Words) -> list[Name]:
    """The encoder's names, without titles, articles and possessives; parts of one person's name joined."""
    return [name for part in _joined(words, _trimmed(words)) if (name := _whole(words, part)).end > name.start]


def _trimmed(words: Words) -> Iterator[Name]:
    for found in words.doc._.encoded.names:
        span = words.doc.char_span(found.start, found.end, alignment_mode="expand")
        kind = KINDS[found.label]
        inner = bounds(words, span.start, span.end, person=kind is Kind.PERSON) if span is not None else None
        if inner is not None:
            start, end, outer = inner
            if kind is Kind.PERSON and outer is None:
                start = _initials(words, _first_name(words, start))
            yield Name(start, end, kind, found.score, outer=outer)


def _first_name(words: Words, start: int) -> int:
    """Where a name begins of which the encoder found the end: after a role noun, 'army chief Said Chengriha'."""
    titles = phrases("role", "noun", "title")
    for i in range(start - 1, max(0, start - 4), -1):
        other = words.line[i] != words.line[start] or head_at(words, i, start) or match(titles, words.lower, i, start)
        if not words.text[i][0].isupper() or other:
            break
        role = match_back(phrases("role", "noun"), words.lower, i, max(0, i - 3))
        if role is not None and kind_of(role[1]) is Kind.PERSON:
            return i
    return start


def _initials(words: Words, start: int) -> int:
    """Where a name begins with the initials before it, which may lack their stops: 'T P Harris'."""
    while start and words.line[start - 1] == words.line[start] and _is_initial(words, start - 1):
        start -= 1
    return start


def _is_initial(words: Words, i: int) -> bool:
    letter = words.text[i].removesuffix(".")
    return len(letter) == 1 and letter.isupper() and not (words.fresh[i] and letter in "AI")


def _joined(words: Words, names: Iterable[Name]) -> list[Name]:
    """Parts of one person's name as one: 'Wayne A.' and 'I. Frederick', 'Mateo' and '“El Chico” Duarte'."""
    found: list[Name] = []
    for name in names:
        if found and _continues(words, found[-1], name):
            name = replace(found.pop(), end=name.end, score=max(name.score, 0.0))
        found.append(name)
    return found


def _continues(words: Words, one: Name, other: Name) -> bool:
    between = range(one.end, other.start)
    near = words.line[one.start] == words.line[other.start] and len(between) <= _GAP
    if one.kind is not Kind.PERSON or other.kind is not Kind.PERSON or not near:
        return False
    if not between:
        return not words.glued[one.end - 1] and match(phrases("name", "names"), words.lower, one.start, one.end) is None
    titled = match_back(phrases("role", "noun", "title"), words.lower, other.start, one.end)
    return titled is None and all(words.text[i] in _JOINTS or words.text[i][0].isupper() for i in between)


def _numbered(words: Words, name: Name) -> int:
    """The end of a name with its number, and the seat of what is numbered: 'Federal Court No. 2 of Mendoza'."""
    end = name.end
    while end > name.start and (words.text[end - 1].isdigit() or words.text[end - 1] == "."):
        end -= 1
    if end == name.start or words.lower[end - 1] not in ("no", "no."):
        return name.end
    end += words.text[end : end + 1] == ["."]
    if not words.text[end : end + 1] or not words.text[end].isdigit():
        return name.end
    seat = words.lower[end + 1 : end + 2] == ["of"] and end + 2 < len(words) and words.name(end + 2)
    return end + 3 if seat else end + 1


def _whole(words: Words, name: Name) -> Name:
    """A person's name with the numeral or hyphened syllable that belongs to it: 'Elizabeth II', 'Moon Jae-in'."""
    if name.kind is not Kind.PERSON:
        return replace(name, end=_numbered(words, name))
    end, size = name.end, len(words)
    if end < size and words.text[end] in ROMAN and words.line[end] == words.line[name.start]:
        end += 1
    elif words.text[end - 1] in HYPHENS:
        end += 1 if end < size and words.glued[end - 1] else -1
    while end - name.start > 1 and _hyphened(words, end):
        end += 2
    return replace(name, end=end)


def _hyphened(words: Words, end: int) -> bool:
    """Whether a hyphen ties one more syllable to a name: 'Prayut Chan-o-cha', not 'Smith-led'."""
    tied = end + 1 < len(words) and words.text[end] in HYPHENS and words.glued[end - 1] and words.glued[end]
    return tied and not words.common[end + 1]
