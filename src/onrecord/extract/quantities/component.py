"""The component that extracts figures: numbers that count or measure something reported."""

import re
from bisect import bisect_right
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.encoder.spans import Frame
from onrecord.extract.doc_extensions import spaced, text_of
from onrecord.extract.frames import Frames
from onrecord.extract.quantities import bases, by_frame
from onrecord.extract.quantities.action_candidates import Told
from onrecord.extract.quantities.action_ranker import Actions
from onrecord.extract.quantities.amounts import Amount, amounts
from onrecord.extract.quantities.antecedents import Antecedents
from onrecord.extract.quantities.as_of import Days
from onrecord.extract.quantities.circumstances import Circumstances
from onrecord.extract.quantities.corrections import Correction, corrections
from onrecord.extract.quantities.counted_noun import Counted, Written, by_own_words
from onrecord.extract.quantities.durations import is_duration, with_months
from onrecord.extract.quantities.ellipsis import by_context, compared, is_bracketed, told_again, vote
from onrecord.extract.quantities.event_lexicon import event_lexicon
from onrecord.extract.quantities.event_type import action_of, is_whole
from onrecord.extract.quantities.factuality import Factualities
from onrecord.extract.quantities.filters import Surroundings, is_article, is_compound
from onrecord.extract.quantities.particles import Particles
from onrecord.extract.quantities.scope import continues, follows_more, inherits, joined, scopes
from onrecord.extract.quantities.sums import sums
from onrecord.extract.quantities.table_cells import in_table
from onrecord.extract.quantities.tallies import PEOPLE
from onrecord.extract.quantities.units import Measure, durations, plain, unit_names
from onrecord.extract.syntax.event_date import line_date
from onrecord.extract.syntax.noun_phrases import token_at
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon
from onrecord.values import isodate
from onrecord.values.findings import Bases, Evidence, Figure
from onrecord.values.isodate import Precision

_LEAD = 400  # characters in which the headline ends
_BACK = 8  # figures among which that of a part is found
_MEMORY = 30  # figures among which 'four more children' finds the children spoken of before
_IN_BRACKETS = re.compile(r"[ \u00a0]?[(;]\W*")  # '€20,000 (£17,500; $22,900)'


@Language.component("onrecord_figures", requires=["doc._.dates", "doc._.mentions"], assigns=["doc._.figures"])
def figures(doc: Doc) -> Doc:
    """Set `doc._.figures`."""
    article, words = text_of(doc), lexicon.load()
    found = [amount for amount in amounts(article, words) if not in_table(doc, amount.number)]
    extraction = _Extraction(doc, article, words)
    for amount in found:
        extraction.read(amount)
    for correction in corrections(article, found, words):
        extraction.correct(correction)
    extraction.name_those_of_headline()
    extraction.add_up()
    doc._.figures = tuple(sorted((*extraction.found, *extraction.withdrawn), key=lambda f: f.evidence))
    return doc


class _Extraction:
    """The figures of one Doc, read in order; a figure may go on from those before it."""

    def __init__(self, doc: Doc, article: str, words: Lexicon) -> None:
        self._doc, self._article = doc, article
        self._lexicon, self._events, self._scopes = words, event_lexicon(words), scopes(words)
        self._surroundings, self._days = Surroundings(doc, article), Days(doc, article)
        self._circumstances = Circumstances(doc)
        self._frames = Frames(doc)
        self._antecedents = Antecedents(doc)
        self._lead = _first_line(article, _header_end(doc))
        self._actions = Actions(doc, self._events)
        self._sentences = list(doc.sents)
        self._sentence_starts = [s.start for s in self._sentences]
        self._particles = Particles(doc, words, self._events)
        self._seen: list[Counted] = []
        self.found: list[Figure] = []
        self.withdrawn: list[Figure] = []  # figures that only a correction names

    def read(self, amount: Amount) -> None:
        """Add the figure that the amount makes, if it makes one."""
        frame = self._frames.over(amount.number, amount.number_end)
        figure = self._counted(amount, frame)
        if figure is None:
            return
        if self._goes_on_in_months(figure):
            return
        whole = self._whole(figure)
        action, action_basis = self._action(figure, whole, frame)
        told = action != self._events.default
        if is_article(figure, told=told) or (figure.guessed and not (told or by_frame.is_figure(frame))):
            return
        stated = self._days.stated(figure)
        event = "" if stated else self._days.of_event(figure)
        day = event or line_date(figure.number[0])
        dated = bool(day) and isodate.precision(day) is Precision.DAY
        scope = self._scope(figure, action, whole, dated=dated)
        factuality = self._factuality(figure, told=told)
        tied = self._circumstances.place(figure, told=False)
        named = tied or self._circumstances.place(figure, told=told)
        where = named or by_frame.place(frame, self._doc)
        date = stated or ("" if scope in self._scopes.accumulating else event)
        self._seen.append(figure)
        self.found.append(
            Figure(
                evidence=self._words_of(figure.amount),
                value=figure.amount.value,
                upper=figure.amount.upper,
                hedge=figure.amount.hedge,
                counted=figure.text,
                action=action,
                scope=scope,
                date=date,
                sentence=self._evidence(figure.sentence),
                head=figure.lemma,
                factuality=factuality,
                where=where,
                agent=self._circumstances.agent(figure, action, self._events) if told else None,
                bases=Bases(
                    value=bases.of_value(figure),
                    counted=bases.of_counted(figure),
                    action=action_basis,
                    scope=bases.of_scope(scope, self._scopes.default, frame),
                    as_of=bases.of_day(date, stated=bool(stated)),
                    where=bases.of_place(tied, named, where),
                    factuality=bases.of_factuality(factuality, self._lexicon, frame),
                ),
            )
        )

    def _counted(self, amount: Amount, frame: Frame | None) -> Counted | None:
        """The amount with what it counts; None where it is no quantity on record."""
        if self._surroundings.cover(amount):
            return None
        number = self._number(amount)
        amount = self._particles.taken_off(amount)
        if self._surroundings.counts_nothing(amount, number):
            return None
        after = token_at(self._doc, amount.unit_end, number.end)
        written = Written(self._article, amount, number, self._sentence(number), after)
        own = vote(written, self._seen) or by_own_words(written)
        if own is None and is_bracketed(written):
            return None
        figure = own or by_context(written, self._seen) or by_frame.counted(written, frame)
        if figure is None or is_duration(figure, self._seen):
            return None
        if figure.elided:
            figure = self._antecedents.resolved(figure, self._seen, frame)
        measured = figure.lemma in _measured() or self._events.people(figure)
        return figure if measured or not is_compound(figure) else None

    def _goes_on_in_months(self, figure: Counted) -> bool:
        """Whether the figure ends the term before it: 'six years and three months'."""
        years = with_months(self._seen[-1], figure) if self._seen else None
        if years is not None:
            start, end = self.found[-1].evidence.start, figure.where.end if figure.where else figure.amount.end
            self.found[-1] = replace(
                self.found[-1], value=plain(years), evidence=Evidence(start, end, self._article[start:end])
            )
        return years is not None

    def correct(self, correction: Correction) -> None:
        """Mark the figure that the correction takes back, and let the one that holds instead point to it.

        It counts what that one counts: where its own words name something else, nothing is corrected.
        """
        gone, at = correction.withdrawn, {counted.amount.number: i for i, counted in enumerate(self._seen)}
        own = at.pop(gone.number, None)
        named = self._seen[own] if own is not None and self._seen[own].where else None
        holding = (at[a.number] for a in correction.instead if a.number in at)
        i = next((i for i in holding if named is None or named.lemma == self._seen[i].lemma), None)
        if i is None:
            return
        where = self._words_of(gone)
        holds = replace(self.found[i], corrects=(*self.found[i].corrects, where))
        if own is not None and (holds.action == self._events.default or holds.bases.action == bases.READ_ACTION):
            told = self.found[own]
            holds = replace(holds, action=told.action, bases=replace(holds.bases, action=told.bases.action))
        withdrawn = replace(
            holds,
            evidence=where,
            value=gone.value,
            upper=gone.upper,
            hedge=gone.hedge,
            sentence=self._evidence(self._sentence(self._number(gone))),
            withdrawn=True,
            corrects=self.found[own].corrects if own is not None else (),  # it may have replaced an earlier one
        )
        self.found[i] = holds
        if own is None:
            self.withdrawn.append(withdrawn)
        else:
            self.found[own] = withdrawn

    def name_those_of_headline(self) -> None:
        """Let a headline without a noun ('12 dead in blaze') count what the body counts by the same number."""
        end = self._article.find(self._lead) + len(self._lead)
        for i, figure in enumerate(self._seen):
            if figure.amount.start > end:
                return
            same = (j for j in range(i + 1, len(self._seen)) if self._tells_whom(self._seen[j], figure))
            twin = next(same, None) if figure.elided and figure.lemma == PEOPLE else None
            if twin is not None:
                told = self._seen[twin]
                self._seen[i] = replace(figure, text=told.text, lemma=told.lemma)
                self.found[i] = replace(self.found[i], counted=told.text, head=told.lemma)

    def _tells_whom(self, told: Counted, figure: Counted) -> bool:
        same = (told.amount.value, told.amount.hedge) == (figure.amount.value, figure.amount.hedge)
        return same and told.where is not None and self._events.people(told)

    def add_up(self) -> None:
        """Let each total point to the figures that the text says make it up."""
        for each in sums(self._seen):
            parts = tuple(self.found[i].evidence for i in each.parts)
            self.found[each.total] = replace(self.found[each.total], parts=parts)

    def _evidence(self, sentence: Span) -> Evidence:
        """The sentence without white space at its ends."""
        text = self._article[sentence.start_char : sentence.end_char]
        start = sentence.start_char + len(text) - len(text.lstrip())
        return Evidence(start, start + len(text.strip()), text.strip())

    def _words_of(self, amount: Amount) -> Evidence:
        return Evidence(amount.start, amount.end, self._article[amount.start : amount.end])

    def _number(self, amount: Amount) -> Span:
        """The tokens of the number."""
        return spaced(self._doc, Evidence(amount.number, amount.number_end, ""))

    def _sentence(self, number: Span) -> Span:
        return self._sentences[bisect_right(self._sentence_starts, number.start) - 1]

    def _whole(self, figure: Counted) -> Figure | None:
        """The figure found before that this one is a part of, or goes on from."""
        last = list(zip(self._seen[-_BACK:], self.found[-_BACK:], strict=True)) if figure.whole else []
        for counted, found in reversed(last):
            if counted is figure.whole:
                return found
        return self.found[-1] if inherits(figure) and self._is_next(figure) else None

    def _is_next(self, figure: Counted) -> bool:
        """Whether the figure stands in the sentence of the last one found, or in the one after it."""
        return bool(self._seen) and self._seen[-1].sentence.end >= figure.sentence.start

    def _action(self, figure: Counted, whole: Figure | None, frame: Frame | None) -> tuple[str, str]:
        """What words tell or the encoder reads, and the basis."""
        counts = not figure.guessed or by_frame.is_figure(frame)
        told = self._told(figure, whole, counts=counts)
        action = self._actions.decided(figure.anchor, told, frame if counts else None)
        if action != told.action and self.found and action == self.found[-1].action and is_whole(figure):
            action = told.action  # the encoder reads the part's: 'half of the 48 children returned'
        read = action != told.action
        return action, bases.READ_ACTION if read else bases.of_action(told.basis, action, frame)

    def _told(self, figure: Counted, whole: Figure | None, *, counts: bool) -> Told:
        """What the figure's words tell; else what those that it goes on from tell, if it surely counts something."""
        default, own = self._events.default, action_of(figure, self._events)
        if own not in ("", default):
            return Told(own, bases.TOLD_ACTION)
        if own or figure.amount.measure is not Measure.COUNT:
            return Told(default, bases.NO_ACTION)
        carried = whole.action if whole is not None else self._gone_on(figure)
        if carried == default and figure.elided and counts and self._is_next(figure):
            carried = self._earlier(figure)
        return Told(carried, bases.UNTOLD_ACTION if carried == default else bases.EARLIER_ACTION)

    def _gone_on(self, figure: Counted) -> str:
        """The action of the figure before, where the number adds to it or its clause only repeats the other."""
        goes_on = figure.gapped or continues(figure) or compared(figure.number) or self._tells_again(figure)
        return (
            self._earlier(figure)
            if follows_more(figure) or (goes_on and self._is_next(figure))
            else self._events.default
        )

    def _earlier(self, figure: Counted) -> str:
        """The action of the last figure before that counts the same."""
        recent = range(len(self._seen) - 1, max(-1, len(self._seen) - _MEMORY), -1)
        earlier = next((i for i in recent if self._seen[i].lemma == figure.lemma), None)
        return self._events.default if earlier is None else self.found[earlier].action

    def _factuality(self, figure: Counted, *, told: bool) -> str:
        """The factuality of the figure; a measure converted in brackets has that of the one it stands beside."""
        if self._seen and figure.amount.measure in (Measure.MONEY, Measure.UNIT):
            between = self._article[self._seen[-1].amount.unit_end : figure.amount.start]
            if _IN_BRACKETS.fullmatch(between):
                return self.found[-1].factuality
        return _factualities(self._lexicon).of(figure, told=told, ahead=self._days.ahead(figure))

    def _tells_again(self, figure: Counted) -> bool:
        """Whether somebody else counts those of the figure before: 'The police say fifteen.'"""
        return figure.amount.measure is Measure.COUNT and figure.where is None and told_again(figure.number)

    def _scope(self, figure: Counted, action: str, whole: Figure | None, *, dated: bool) -> str:
        own = self._scopes.of(figure, action, self._events, self._lead, dated=dated)
        if own != self._scopes.default:
            return own
        if whole is not None:
            return whole.scope
        if self._tells_again(figure) and self._is_next(figure):
            return self.found[-1].scope
        goes_on = bool(self._seen) and joined(self._seen[-1], figure)
        return self.found[-1].scope if goes_on and self.found[-1].scope in self._scopes.accumulating else own


@lexicon.derived
def _factualities(words: Lexicon) -> Factualities:
    return Factualities(words, event_lexicon(words))


@lexicon.derived
def _measured() -> frozenset[str]:
    """Units of measure and of terms, of which a number is joined to by a hyphen: 'a 12-year term'."""
    return unit_names() | durations(imposed=True)


def _first_line(article: str, start: int) -> str:
    return next((line for line in article[start : start + _LEAD].splitlines() if line.strip()), "")


def _header_end(doc: Doc) -> int:
    """Where the article begins, after the ISO date of its first line."""
    return next((c.end for c in doc._.chrome if c.start == 0), 0)
