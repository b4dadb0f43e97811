"""Participants of acts: from the heads of noun phrases to the mentions that stand for who acts or is acted upon."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.extract.syntax.arguments import after, appositions
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon.official_acts import BODIES
from onrecord.values.findings import Form, Kind, Mention

_BY = frozenset({"by", "from", "of"})  # before the maker of a warrant or a law
_LEAD = 4  # sentences from the lead to the name of whom it tells
_MEMBERS = frozenset({"of", "in", "at", "from"})
_SEVERAL = {"both", "them", "they", "two"}
_UNNAMED = {"court", "tribunal"}  # 'a Tavno court' is not Tavno
_WITHIN_NP = {"DT", "JJ", "NN", "NNS", "NNP", "PRP$"}
_INSIDE = {"of", "for", "in", "at", "to", "from", "by", "with", "near", "into", "over", "under"}


class Participants:
    """The mentions of a Doc, asked for by who acts and who is acted upon."""

    def __init__(self, doc: Doc, named: Named) -> None:
        self.named = named
        people = {m.evidence: m for m in doc._.mentions if m.kind is Kind.PERSON and m.form is Form.NAME}
        self._holders = {p.title: people[p.person] for p in doc._.positions if p.person in people}
        courts = {m.evidence: m for m in doc._.mentions if m.kind is Kind.COURT}
        self._benches = {p.person: courts[p.organization] for p in doc._.positions if p.organization in courts}

    def name_at(self, token: Token) -> Mention | None:
        """The name that the token is part of."""
        mention = self.named.at(token)
        return mention if mention is not None and mention.form is Form.NAME else None

    # Who acts

    def actor(self, heads: Iterable[Token]) -> Mention | None:
        """The body that these noun phrases name, or else the person."""
        found = [m for head in heads for m in self._acting(head)]
        return next((m for m in found if m.kind is not Kind.PERSON), next(iter(found), None))

    def _acting(self, head: Token) -> Iterator[Mention]:
        names = (self.name_at(t) for t in (head, *appositions(head)))  # 'the President Anna Roe'
        mention = next(filter(None, names), None) or self._holder(head) or self.named.at(head)
        if mention is not None:
            yield mention
            return
        if head.lemma_.lower() not in _UNNAMED:
            yield from self._modifying(head)  # 'Senate deputies', 'the court's judges'
        members = (self.named.at(token) for token in after(head, _MEMBERS))  # 'judges of the court'
        yield from (m for m in members if m is not None and m.kind in BODIES)

    def _holder(self, head: Token) -> Mention | None:
        """Who holds the title that the token heads: 'the decree of the President of the Republic, X'."""
        return next((m for title, m in self._holders.items() if title.start <= head.idx < title.end), None)

    def _modifying(self, noun: Token) -> Iterator[Mention]:
        """The mentions that own the noun or go before it: 'the ICC's warrants', 'a European Parliament resolution'."""
        mentions = (self.named.at(c) for c in noun.lefts if c.dep_ in ("poss", "compound", "nmod"))
        yield from (m for m in mentions if m is not None and m.form is not Form.PRONOUN)

    def maker(self, noun: Token, kinds: tuple[Kind, ...], by: frozenset[str] = _BY) -> Mention | None:
        """The body a noun for an act comes with: its owner, the name before it, or the one after a word of `by`."""
        following = (m for t in after(noun, by) for m in (self.name_at(t), self._holder(t)))
        return next((m for m in (*self._modifying(noun), *following) if m is not None and m.kind in kinds), None)

    def before(self, verb: Token, kinds: tuple[Kind, ...]) -> Mention | None:
        """The name right before an active verb without a subject: 'On 3 May the Assembly (AX) adopted'."""
        if any(c.dep_ in ("nsubj", "nsubjpass", "auxpass") for c in verb.children):
            return None
        words = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.dep_ != "aux" and t.pos_ != "ADV")
        last = next(words, verb)
        inside = verb.doc[max(last.i - 3, 0) : last.i] if last.text == ")" else (last,)
        mention = next((m for t in inside if (m := self.name_at(t)) is not None), None)
        return mention if mention is not None and mention.kind in kinds else None

    def court_named_later(self, heads: Iterable[Token]) -> Mention | None:
        """The court that a lead leaves unnamed: 'A Tavno court jailed … . The Federal Court of Tavno also …'."""
        head = next((t for t in heads if t.lemma_.lower() in _UNNAMED and self.named.at(t) is None), None)
        if head is None or not any(c.lower_ in ("a", "an") for c in head.lefts):
            return None
        court = next(self.named.within(head.doc[:], Kind.COURT, form=Form.NAME), None)
        between = {t.sent.start for t in head.doc[head.i : self.named.span(court).start]} if court is not None else ()
        return court if 0 < len(between) <= _LEAD else None

    def subject_before(self, noun: Token, nouns: Collection[str]) -> Mention | None:
        """The body of a kind that the sentence before is about: 'The assembly met. A resolution was adopted'."""
        start = noun.sent.start
        root = noun.doc[start - 1].sent.root if start else noun
        subject = next((c for c in root.lefts if c.dep_ == "nsubj" and c.lemma_.lower() in nouns), None)
        return self.named.at(subject) if subject is not None else None

    def last_before(self, mention: Mention, kinds: tuple[Kind, ...]) -> Mention | None:
        """The last name before the mention, in its sentence and the one before."""
        found = list(self.named.within(_up_to(self.named.span(mention).root), *kinds, form=Form.NAME))
        return found[-1] if found else None

    def court_of(self, actor: Mention) -> Mention:
        """The court of somebody who acts for one, 'Judge X of the High Court'; else the actor."""
        bench: Mention | None = self._benches.get(actor.evidence)
        return bench if bench is not None else actor

    # Who is acted upon

    def targets(self, heads: Iterable[Token], kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """Whom these noun phrases name, in apposition ('14 people, A and B among them') as well."""
        found = (m for head in heads for m in (*self._both(head), *self._named_by(head, frozenset())))
        joined = (n for m in found for n in (*self._joined_before(m), m))
        return tuple(dict.fromkeys(m for m in joined if m.kind in kinds or m.kind is None))

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

    def _both(self, head: Token) -> tuple[Mention, ...]:
        """Whom 'both' or 'them' stands for: the two or more names last joined before it, up to a sentence back."""
        if head.lower_ not in _SEVERAL:
            return ()
        names = (self.name_at(token) for token in reversed(_up_to(head)))
        joined = ((*self._joined_before(m), m) for m in names if m is not None and m.kind is Kind.PERSON)
        several = next((found for found in joined if len(found) > 1), ())
        return several if len(several) == 2 or head.lower_ != "both" else ()

    def _named_by(self, head: Token, seen: frozenset[int]) -> Iterator[Mention]:
        """The name that a token is part of, and those in apposition: a list without 'and' is a chain of appositions."""
        if head.i in seen:
            return
        name = self.name_at(head)
        below = [m for token in appositions(head) for m in self._named_by(token, seen | {head.i})]
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
                if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP"):
                    break
                if token.lower_ == "including" or (
                    token.lower_ == "among" and token.nbor().lower_ in ("them", "those")
                ):
                    return self.listed(head.doc[token.i : sentence.end], kinds)
        return ()

    def listed(self, span: Span, kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """Whom the span names one after another, whatever the parser makes of it; none that a preposition puts inside
        another phrase, and no owner of something else."""
        return tuple(
            m
            for m in self.named.within(span, *kinds, form=Form.NAME)
            if not (m.stands_for or self._inside(m, span) or self._owns(m))
        )

    def _inside(self, mention: Mention, span: Span) -> bool:
        start = self.named.span(mention).start
        while mention.kind is not Kind.PERSON and start > span.start + 1 and span.doc[start - 1].tag_ in _WITHIN_NP:
            start -= 1
        return start - 1 > span.start and span.doc[start - 1].lower_ in _INSIDE

    def _owns(self, mention: Mention) -> bool:
        end = self.named.span(mention).end
        doc = self.named.span(mention).doc
        return end < len(doc) and doc[end].tag_ == "POS"


def _up_to(token: Token) -> Span:
    """What is before the token in its sentence, and the sentence before."""
    start = token.sent.start
    return token.doc[token.doc[start - 1].sent.start if start else 0 : token.i]
