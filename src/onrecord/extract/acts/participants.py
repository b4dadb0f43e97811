"""Participants of acts: from the heads of noun phrases to the mentions that stand for who acts or is acted upon."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.extract.syntax.arguments import after, appositions, has_subject, passive
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.lexicon.official_acts import BODIES
from onrecord.values.findings import Form, Kind, Mention

_POSSESSIVE = re.compile(r"s?['’]?s?$")
_BY = frozenset({"by", "from", "of"})  # before the maker of a warrant or a law
_MEMBERS = frozenset({"of", "in", "at", "from"})
_UNNAMED = {"court", "tribunal"}  # 'a Tavno court' is not Tavno
_WITHIN_NP = {"DT", "JJ", "NN", "NNS", "NNP", "PRP$"}
_VAGUE = {
    "some",
    "many",
    "most",
    "any",
    "every",
    "each",
    "few",
    "several",
    "other",
    "others",
    "those",
    "you",
    "we",
    "who",
    "it",
    "this",
    "that",
    "which",
    "what",
}
_INSIDE = {"of", "for", "in", "at", "to", "from", "by", "with", "near", "into", "over", "under"}


class Participants:
    """The mentions of a Doc, asked for by who acts and who is acted upon."""

    def __init__(self, doc: Doc, named: Named) -> None:
        self.named = named
        people = {m.evidence: m for m in doc._.mentions if m.kind is Kind.PERSON and m.form is Form.NAME}
        self._holders = {p.title: people[p.person] for p in doc._.positions if p.person in people}
        self._titles = {people[p.person].name.split()[-1]: p.title for p in doc._.positions if p.person in people}
        self.courts = [m for m in doc._.mentions if m.kind is Kind.COURT and m.form is Form.NAME]
        courts = {m.evidence: m for m in doc._.mentions if m.kind is Kind.COURT}
        self._benches = {p.person: courts[p.organization] for p in doc._.positions if p.organization in courts}

    def name_at(self, token: Token) -> Mention | None:
        """The name that the token is part of."""
        mention = self.named.at(token)
        return mention if mention is not None and mention.form is Form.NAME else None

    def mentions(self, heads: Iterable[Token]) -> list[Mention]:
        """The mentions that noun phrases with these heads are."""
        return [m for m in map(self.named.at, heads) if m is not None]

    def called(self, mention: Mention) -> frozenset[str]:
        """The words that the article has for somebody's office, in lower case: 'district', 'judge'."""
        title = self._titles.get(mention.name.split()[-1])
        words = (*mention.described, mention.name if mention.form is Form.ROLE else "", title.exact if title else "")
        return frozenset(" ".join(words).lower().split())

    def words_of(self, mention: Mention) -> frozenset[str]:
        """The words of somebody's name and office in lower case and the singular: 'prosecutor', 'office'."""
        named = f"{mention.name} {mention.longer.exact if mention.longer else ''}".lower().split()
        return frozenset(_POSSESSIVE.sub("", word) for word in named) | self.called(mention)

    # Who acts

    def actor(self, heads: Iterable[Token]) -> Mention | None:
        """The body that these noun phrases name, or else the person."""
        found = [m for head in heads for m in self._acting(head)]
        return next((m for m in found if m.kind is not Kind.PERSON), next(iter(found), None))

    def _acting(self, head: Token) -> Iterator[Mention]:
        mention = next(self._names_of(head), None) or self.named.at(head)
        if mention is not None:
            yield mention
            return
        if head.lemma_.lower() not in _UNNAMED:  # 'Senate deputies', 'the court's judges'; not 'A's judges'
            yield from (m for m in self._modifying(head) if m.kind is not Kind.PERSON)
        members = (self.named.at(token) for token in after(head, _MEMBERS))  # 'judges of the court'
        yield from (m for m in members if m is not None and m.kind in BODIES)

    def _names_of(self, head: Token) -> Iterator[Mention]:
        """The name of what a noun phrase stands for, or of who holds the title it is: 'the President, Anna Roe'."""
        yield from filter(None, map(self.name_at, (head, *appositions(head))))
        yield from (m for title, m in self._holders.items() if title.start <= head.idx < title.end)

    def _modifying(self, noun: Token) -> Iterator[Mention]:
        """The mentions that own the noun or go before it: 'the ICC's warrants', 'a European Parliament resolution'."""
        mentions = (self.named.at(c) for c in noun.lefts if c.dep_ in ("poss", "compound", "nmod"))
        yield from (m for m in mentions if m is not None and m.form is not Form.PRONOUN)

    def maker(self, noun: Token, kinds: tuple[Kind, ...], by: frozenset[str] = _BY) -> Mention | None:
        """The body a noun for an act comes with: its owner, the name before it, or the one after a word of `by`."""
        following = (m for token in after(noun, by) for m in self._names_of(token))
        return next((m for m in (*self._modifying(noun), *following) if m.kind in kinds), None)

    def before(self, verb: Token, kinds: tuple[Kind, ...]) -> Mention | None:
        """The name right before an active verb to which the parser gives no subject: 'the Assembly (AX) adopted'."""
        if passive(verb) or (has_subject(verb) and not any(c.pos_ == "NUM" for c in verb.lefts)) or verb.i < 2:
            return None
        mention = self.name_at(verb.nbor(-2 if verb.nbor(-1).text == ")" else -1))
        return mention if mention is not None and mention.kind in kinds else None

    def court_of(self, actor: Mention) -> Mention:
        """The court of somebody who acts for one, 'Judge X of the High Court'; else the actor."""
        bench: Mention | None = self._benches.get(actor.evidence)
        return bench if bench is not None else actor

    # Who is acted upon

    def is_person(self, head: Token) -> bool:
        """Whether the head of a noun phrase names or describes somebody: 'A', 'her', 'two officers'."""
        mention = self.named.at(head)
        if mention is not None and mention.kind is not None:
            return mention.kind is Kind.PERSON
        return head.pos_ in ("PRON", "NUM") or head.lemma_.lower() in people()

    def is_somebody(self, head: Token) -> bool:
        """Whether a noun phrase is for somebody in particular: 'the commandant', 'two officers'; not 'some users'."""
        if not (self.is_person(head) or head.lemma_.lower() in bodies()):
            return False
        own = [c for c in head.lefts if c.dep_ in ("det", "nummod", "poss", "amod")]
        vague = any(c.lower_ in _VAGUE for c in (head, *own))
        return not vague and (head.tag_ not in ("NNS", "NNPS") or any(c.dep_ != "amod" for c in own))

    def targets(self, heads: Iterable[Token], kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """Whom these noun phrases name, in apposition ('14 people, A and B among them') as well."""
        found = (
            m
            for head in heads
            if not _excluded(head)
            for m in (self._last_two(head) if head.lower_ == "both" else self._named_by(head, frozenset()))
        )
        joined = (n for m in found for n in (*self._joined_before(m), m))
        return tuple(dict.fromkeys(m for m in joined if m.kind in kinds or m.kind is None))

    def _last_two(self, both: Token) -> tuple[Mention, ...]:
        """The two people, or else the two bodies, named last before 'both'."""
        before = both.doc[: both.i]
        for kinds in ((Kind.PERSON,), BODIES):
            named = {m.name: m for m in self.named.within(before, *kinds, form=Form.NAME)}
            if len(named) > 1:
                return tuple(named.values())[-2:]
        return ()

    def _joined_before(self, mention: Mention) -> tuple[Mention, ...]:
        """The names right before the mention with 'and', whatever the parser makes of them: A of 'charged A and B'."""
        span = self.named.span(mention)
        doc, start, found = span.doc, span.start, list[Mention]()
        joins = {"and", "&"}
        while start - 1 > span.sent.start and doc[start - 1].lower_ in joins:
            before = self.name_at(doc[start - 2])
            if before is None or before.kind is not mention.kind:
                break
            found.insert(0, before)
            start, joins = self.named.span(before).start, {","}
        return tuple(found)

    def _named_by(self, head: Token, seen: frozenset[int]) -> Iterator[Mention]:
        """The name that a token is part of, and those in apposition: a list without 'and' is a chain of appositions."""
        if head.i in seen:
            return
        name = self.name_at(head)
        beside = (t for t in appositions(head) if not _of_another(t))
        below = [m for token in beside for m in self._named_by(token, seen | {head.i})]
        if name is None:
            role = self.named.at(head)
            yield from below or filter(None, [role])
            return
        yield name
        yield from (m for m in below if m.form is Form.NAME and m.kind is name.kind and m.stands_for is None)

    def examples(self, heads: Iterable[Token], kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """Whom the sentence goes on to name of many: '14 names, among them A and B', 'ten people, including A'."""
        for head in heads:
            sentence = head.sent
            for token in head.doc[head.i + 1 : sentence.end]:
                if token.text == ":":  # 'on two people: A and B'
                    return self._after_colon(token, kinds)
                if token.text == "," and (ending := self._ending(token, kinds)):
                    return ending
                if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP"):
                    break
                if token.lower_ == "including" or (
                    token.lower_ == "among" and token.nbor().lower_ in ("them", "those")
                ):
                    return self.listed(head.doc[token.i : sentence.end], kinds)
        return ()

    def _ending(self, comma: Token, kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """The names that end the sentence after the comma, and nothing else: 'only two of them, A and B'."""
        rest = comma.doc[comma.i + 1 : comma.sent.end]
        names = list(self.named.within(rest, *kinds, form=Form.NAME))
        inside = {t.i for m in names for t in self.named.span(m)}
        bare = all(t.i in inside or t.is_punct or t.is_space or t.lower_ in ("and", "&") for t in rest)
        return tuple(names) if bare else ()

    def _after_colon(self, colon: Token, kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """Whom the rest of the sentence names, or the next one after a colon at its end: people, where it names any."""
        doc, end = colon.doc, colon.sent.end
        if colon.i + 1 == end < len(doc):
            end = doc[end].sent.end
        found = self.listed(doc[colon.i : end], kinds)
        return tuple(m for m in found if m.kind is Kind.PERSON) or found

    def listed(self, span: Span, kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """Whom the span names one after another, whatever the parser makes of it; none that a preposition puts inside
        another phrase."""
        return tuple(
            m for m in self.named.within(span, *kinds, form=Form.NAME) if not (m.stands_for or self._inside(m, span))
        )

    def _inside(self, mention: Mention, span: Span) -> bool:
        start, end = self.named.span(mention).start, self.named.span(mention).end
        if end < len(span.doc) and span.doc[end].tag_ == "POS":  # 'A's son'
            return True
        while mention.kind is not Kind.PERSON and start > span.start + 1 and span.doc[start - 1].tag_ in _WITHIN_NP:
            start -= 1
        return start - 1 > span.start and span.doc[start - 1].lower_ in _INSIDE


def _of_another(noun: Token) -> bool:
    """Whether what stands beside a name is somebody else: 'A, whose patient, B, …'."""
    return any(c.tag_ == "WP$" for c in noun.lefts)


def _excluded(head: Token) -> bool:
    """Whether the noun phrase is set against another: 'A, and not her nurse, B'."""
    return any(c.dep_ in ("neg", "preconj") and c.lower_ == "not" for c in head.lefts)


@lexicon.derived
def bodies() -> frozenset[str]:
    """Nouns for bodies of people: 'company', 'charity'."""
    return frozenset(
        w for c in lexicon.load().scheme("role") if c.one("kind") == Kind.ORGANIZATION for w in c.get("noun")
    )


@lexicon.derived
def people() -> frozenset[str]:
    """Nouns for people."""
    roles = (c for c in lexicon.load().scheme("role") if c.one("kind") == Kind.PERSON)
    return frozenset(word for c in (*lexicon.load().scheme("people"), *roles) for word in c.get("noun"))
