"""Who acts and who is acted upon: from the heads of noun phrases to the mentions that stand for somebody."""

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
_EXAMPLES = {"including", "like", "among", "as"}
_WITHIN_NP = {"DT", "JJ", "NN", "NNS", "NNP", "PRP$"}
_INSIDE = {"of", "for", "in", "at", "to", "from", "by", "with", "near", "into", "over", "under"}


class Participants:
    """The mentions of a Doc that can take part in an act: all but the bodies that only say where somebody works."""

    def __init__(self, doc: Doc, named: Named) -> None:
        self.named = named
        people = {m.evidence: m for m in doc._.mentions if m.kind is Kind.PERSON and m.form is Form.NAME}
        self._holders = {p.title: people[p.person] for p in doc._.positions if p.person in people}
        courts = {m.evidence: m for m in doc._.mentions if m.kind is Kind.COURT}
        self._benches = {p.person: courts[p.organization] for p in doc._.positions if p.organization in courts}

    def actor(self, heads: Iterable[Token]) -> Mention | None:
        """The body that these noun phrases name, or else the person."""
        found = [m for head in heads for m in self._acting(head)]
        return next((m for m in found if m.kind is not Kind.PERSON), next(iter(found), None))

    def before(self, verb: Token, kinds: tuple[Kind, ...]) -> Mention | None:
        """The name right before an active verb without a subject: 'On 3 May the Assembly (AX) adopted'."""
        if any(c.dep_ in ("nsubj", "nsubjpass", "auxpass") for c in verb.children):
            return None
        i = verb.i - 1
        while i > verb.sent.start and (verb.doc[i].dep_ == "aux" or verb.doc[i].pos_ == "ADV"):
            i -= 1
        mention = self.named.at(verb.doc[i])
        if verb.doc[i].text == ")":
            mention = next((m for t in verb.doc[max(i - 3, 0) : i] if (m := self.named.at(t)) is not None), None)
        return mention if mention is not None and mention.form is Form.NAME and mention.kind in kinds else None

    def court_named_later(self, heads: Iterable[Token]) -> Mention | None:
        """The court that a lead leaves unnamed: 'A Tavno court jailed … . The Federal Court of Tavno also …'."""
        head = next((t for t in heads if t.lemma_.lower() in _UNNAMED and self.named.at(t) is None), None)
        if head is None or not any(c.lower_ in ("a", "an") for c in head.lefts):
            return None
        courts = list(self.named.within(head.doc[:], Kind.COURT, form=Form.NAME))
        if not courts or self.named.span(courts[0]).start < head.i:
            return None
        between = {t.sent.start for t in head.doc[head.i : self.named.span(courts[0]).start]}
        return courts[0] if len(between) <= _LEAD else None

    def subject_before(self, noun: Token, nouns: Collection[str]) -> Mention | None:
        """The body of a kind that the sentence before is about: 'The assembly met. A resolution was adopted'."""
        start = noun.sent.start
        root = noun.doc[start - 1].sent.root if start else noun
        subject = next((c for c in root.lefts if c.dep_ == "nsubj" and c.lemma_.lower() in nouns), None)
        return self.named.at(subject) if subject is not None else None

    def last_before(self, mention: Mention, kinds: tuple[Kind, ...]) -> Mention | None:
        """The last name before the mention, in its sentence and the one before."""
        span = self.named.span(mention)
        doc, sentence = span.doc, span.sent
        floor = doc[sentence.start - 1].sent.start if sentence.start else 0
        found = list(self.named.within(doc[floor : span.start], *kinds, form=Form.NAME))
        return found[-1] if found else None

    def court_of(self, actor: Mention) -> Mention:
        """The court of somebody who acts for one, 'Judge X of the High Court'; else the actor."""
        bench: Mention | None = self._benches.get(actor.evidence)
        return bench if bench is not None else actor

    def _acting(self, head: Token) -> Iterator[Mention]:
        mention = self.named.at(head)
        if mention is None or mention.form is not Form.NAME:  # 'the President Anna Roe'
            apposed = (m for t in appositions(head) if (m := self.named.at(t)) is not None and m.form is Form.NAME)
            mention = next(apposed, mention)
        if mention is None or mention.form is not Form.NAME:
            mention = self._holder(head) or mention
        if mention is not None:
            yield mention
            return
        if head.lemma_.lower() not in _UNNAMED:
            yield from self._modifying(head)  # 'Senate deputies', 'the court's judges'
        for token in after(head, _MEMBERS):  # 'judges of the court'
            member_of = self.named.at(token)
            if member_of is not None and member_of.kind in BODIES:
                yield member_of

    def _holder(self, head: Token) -> Mention | None:
        """Who holds the title that the token heads: 'the decree of the President of the Republic, X'."""
        spans = ((t.start, t.end, m) for t, m in self._holders.items())
        return next((m for start, end, m in spans if start <= head.idx < end), None)

    def _modifying(self, noun: Token) -> Iterator[Mention]:
        """The mentions that own the noun or go before it: 'the ICC's warrants', 'a European Parliament resolution'."""
        for child in noun.lefts:
            mention = self.named.at(child)
            if child.dep_ in ("poss", "compound", "nmod") and mention is not None and mention.form is not Form.PRONOUN:
                yield mention

    def maker(self, noun: Token, kinds: tuple[Kind, ...], by: frozenset[str] = _BY) -> Mention | None:
        """The body a noun for an act comes with: its owner, the name before it, or the one after a word of `by`."""
        following = ((self.named.at(t), self._holder(t)) for t in after(noun, by))
        names = (m for pair in following for m in pair if m is not None and m.form is Form.NAME)
        return next((m for m in (*self._modifying(noun), *names) if m.kind in kinds), None)

    def targets(self, heads: Iterable[Token], kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """Whom these noun phrases name, in apposition ('14 people, A and B among them') and as examples as well."""
        found = (m for head in heads for m in (*self._both(head), *self._named_by(head, frozenset())))
        joined = (n for m in found for n in (*self._joined_before(m), m))
        return tuple(dict.fromkeys(m for m in joined if m.kind in kinds or m.kind is None))

    def _joined_before(self, mention: Mention) -> tuple[Mention, ...]:
        """The names right before the mention with 'and', whatever the parser makes of them: A of 'charged A and B'."""
        span = self.named.span(mention)
        doc, start, found = span.doc, span.start, list[Mention]()
        joins = {"and", "&"}
        while start - 1 > span.sent.start and doc[start - 1].lower_ in joins:
            before = self.named.at(doc[start - 2])
            if before is None or before.form is not Form.NAME or before.kind is not mention.kind:
                break
            found.insert(0, before)
            start, joins = self.named.span(before).start, {","}
        return tuple(found)

    def _both(self, head: Token) -> tuple[Mention, ...]:
        """Whom 'both' or 'them' stands for: the two or more names last joined before it, up to a sentence back."""
        if head.lower_ not in _SEVERAL:
            return ()
        doc, sentence = head.doc, head.sent
        floor = doc[sentence.start - 1].sent.start if sentence.start else 0
        for token in reversed(doc[floor : head.i]):
            mention = self.named.at(token)
            if mention is None or mention.form is not Form.NAME or mention.kind is not Kind.PERSON:
                continue
            several = (*self._joined_before(mention), mention)
            if len(several) > 1:
                return several if len(several) == 2 or head.lower_ != "both" else ()
        return ()

    def _named_by(self, head: Token, seen: frozenset[int]) -> Iterator[Mention]:
        if head.i in seen:
            return
        seen = seen | {head.i}
        mention = self.named.at(head)
        following = appositions(head)
        if mention is None or mention.form is not Form.NAME:
            deeper = [m for t in following for m in self._named_by(t, seen)]
            yield from deeper
            if mention is not None and not deeper:
                yield mention
            return
        yield mention
        for token in following:  # a list without 'and' is parsed as a chain of appositions
            other = self.named.at(token)
            if other is None or other.form is not Form.NAME:
                yield from (m for m in self._named_by(token, seen) if m.form is Form.NAME)
            elif other != mention and other.kind is mention.kind and other.stands_for is None:
                yield from self._named_by(token, seen)

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
        found = []
        for mention in self.named.within(span, *kinds, form=Form.NAME):
            where = self.named.span(mention)
            opens = where.start
            while mention.kind is not Kind.PERSON and opens > span.start + 1 and span.doc[opens - 1].tag_ in _WITHIN_NP:
                opens -= 1
            before = span.doc[opens - 1] if opens > span.start else None
            after_it = span.doc[where.end] if where.end < len(span.doc) else None
            inside = before is not None and before.lower_ in _INSIDE and before.i > span.start
            owner = after_it is not None and after_it.tag_ == "POS"
            if not (inside or owner or mention.stands_for):
                found.append(mention)
        return tuple(found)
