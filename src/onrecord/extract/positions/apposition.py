"""Titles in apposition after a name: 'X, 58, managing director of Y', 'X (head of Y)', 'X, a surgeon at Y'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from onrecord.extract.positions.tenure import past_times
from onrecord.extract.positions.title_parser import Title, phrase_end, role_at, titles
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Form, Kind

BODIES = (Kind.ORGANIZATION, Kind.COURT)
_OPENING = {",", "(", "–", "—", "-"}
_CLOSING = {",", ".", ";", ":", ")", "–", "—", "!", "?"}
_OF_BODY = {"of", "from", "at", "with"}
_ASIDE = 12  # tokens: the longest parenthesis between a name and its title, '(pictured)', '(also spelt Kowalski)'


def titles_after(person: Span, named: Named) -> Iterator[Title]:
    """The titles in apposition after a name: 'X, 58, managing director of Y', 'X (head of Y)', 'X, a surgeon at Y'."""
    doc, start = person.doc, _past_asides(person, named)
    if start >= len(doc) or doc[start].text not in _OPENING:
        return
    start += 1
    if start + 1 < len(doc) and doc[start].like_num and doc[start + 1].text == ",":  # the age
        start += 2
    yield from apposition(doc, start, named)


def _past_asides(person: Span, named: Named) -> int:
    """Past what stands between a name and the comma of its title: 'X (pictured), head of Y', 'X of Y, its founder'."""
    doc, start = person.doc, person.end
    if start + 1 >= len(doc):
        return start
    if doc[start].lower_ in _OF_BODY:
        body = next((m for t in doc[start + 1 : start + 3] if (m := named.at(t))), None)
        if body and body.form is Form.NAME and body.kind in BODIES and closes(doc, named.span(body).end):
            return named.span(body).end
    if doc[start].text == "(":
        closing = next((t.i for t in doc[start : start + _ASIDE] if t.text == ")"), None)
        if closing is not None and doc[closing + 1 : closing + 2].text == ",":
            return closing + 1 if not any(role_at(doc, i) for i in range(start + 1, closing)) else start
    return start


def shared_after(person: Span, named: Named) -> Iterator[Title]:
    """The title in apposition to several names: 'X and Y, lawyers for the union,'."""
    doc, end = person.doc, person.end
    start = person.start
    if start > 2 and doc[start - 1].tag_ == "NN" and doc[start - 2].tag_ == "PRP$":  # 'X and his cousin Y'
        start -= 2
    joined = start > 1 and doc[start - 1].lower_ == "and"
    names = 1 + (joined and _person_at(doc, start - 2, named))
    while end + 1 < len(doc) and doc[end].lower_ in (",", "and"):
        beside = doc[end + 1 : end + 3]
        at = end + 3 if [t.tag_ for t in beside] == ["PRP$", "NN"] else end + 1
        if at >= len(doc) or not _person_at(doc, at, named):
            break
        mention = named.at(doc[at])
        assert mention is not None
        end, names = named.span(mention).end, names + 1
    if names > 1 and end + 1 < len(doc) and doc[end].text in _OPENING:
        start = past_times(doc, end + 1)
        yield from titles(doc, start, phrase_end(doc, start, named), named, plural=True)


def _person_at(doc: Doc, i: int, named: Named) -> bool:
    mention = named.at(doc[i])
    return mention is not None and mention.form is Form.NAME and mention.kind is Kind.PERSON


def apposition(doc: Doc, start: int, named: Named) -> Iterator[Title]:
    """The titles that the phrase at the token `start` names."""
    if start >= len(doc) or doc[start].tag_ == "CC":  # 'X, and a cook' are two
        return
    start = past_times(doc, start)
    end = phrase_end(doc, start, named)
    read = titles(doc, start, end, named, listed=False)
    for title in read:
        if _belongs_to_next(doc, title, end, named):
            return
        yield _with_body_after_comma(doc, title, end, named) if title is read[-1] else title


def _belongs_to_next(doc: Doc, title: Title, end: int, named: Named) -> bool:
    """Whether the title goes before another name: 'A, the company's safety officer, B, and …', 'A, lawyer B and …'."""
    inside = any(named.within(doc[title.words.start : end], Kind.PERSON, form=Form.NAME))
    if inside:
        after_head = named.at(doc[title.head.i + 1]) if title.head.i + 1 < end else None
        if after_head and after_head.kind is Kind.PERSON:
            return True
    if not title.owned or end + 1 >= len(doc) or doc[end].text != ",":
        return False
    follower = named.at(doc[end + 1])
    return bool(
        follower
        and follower.form is Form.NAME
        and follower.kind is Kind.PERSON
        and closes(doc, named.span(follower).end)
    )


def _with_body_after_comma(doc: Doc, title: Title, end: int, named: Named) -> Title:
    """'Eva Roe, Executive Director, Harbour Aid': the body after a comma, of a capitalised title or in a list."""
    if title.organization or end + 1 >= len(doc) or doc[end].text != ",":
        return title
    if not title.words[0].text[0].isupper() and any(t.tag_ in FINITE for t in title.head.sent):
        return title
    body = named.at(doc[end + 1])
    if body and body.form is Form.NAME and body.kind in BODIES:
        after = named.span(body).end
        if after >= len(doc) or doc[after].text in _CLOSING or doc[after].is_space:
            return Title(title.words, title.head, body.evidence, title.owned, title.rank)
    return title


def closes(doc: Doc, end: int) -> bool:
    """Whether the name is closed off as an apposition is, or followed by what it belongs to."""
    return end >= len(doc) or doc[end].text in _CLOSING or doc[end].is_space or doc[end].lower_ in ("of", "(")
