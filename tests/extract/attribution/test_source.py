"""Which words of a source name who speaks: a name in it, the body of a spokesman; never the possessor or the client."""

import re

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.attribution.source import named

NAMED = [
    ("[The Labour Party's leader, {p:Jeremy Roe}] said so.", "Jeremy Roe"),
    ("[{o:Interpol} chief {p:Anna Roe}] said so.", "Anna Roe"),
    ("[{o:Centre for Fish} scientist {p:Anna Roe}] said so.", "Anna Roe"),
    ("[{rp:His daughter}, and member of the {o:INC}, {p:Anna Roe}] said so.", "Anna Roe"),
    ("[A student named {p:Wong}] said so.", "Wong"),
    ("[{p:Anna Roe} of the {o:Red Cross}] said so.", "Anna Roe"),
    ("[Mayor of {l:Delft} {p:Anna Roe}] said so.", "Anna Roe"),
    ("[the commissioner for human rights {p:Anna Roe}] said so.", "Anna Roe"),
    ("[{o:Women of Delft}, whose head, {p:Anna Roe},] said so.", "Women of Delft"),
    ("[An {o:Interpol} spokesperson] said so.", "Interpol"),
    ("[A spokeswoman for the {o:Red Cross}] said so.", "Red Cross"),
    ("[News broadcaster {o:NRK}] said so.", "NRK"),
    ("According to [{o:Forbes} magazine], it rained.", "Forbes"),
    ("[The figures of the {o:Red Cross}] said so.", "Red Cross"),
    ("[The {c:Supreme Court} decision] said so.", "Supreme Court"),
    ("[The {o:Delfi} news {ro:agency}] said so.", "Delfi"),
]


def source(nlp: Language, marked: str) -> str | None:
    """The words that `named` finds in the noun phrase in square brackets."""
    doc = doc_of(nlp, marked.replace("[", "").replace("]", ""))
    plain = doc_text(marked)
    start, end = plain.index("["), plain.index("]") - 1
    span = doc.char_span(start, end, alignment_mode="contract")
    found = named(span, span.root)
    return found.exact if found is not None else None


def doc_text(marked: str) -> str:
    """The marked text without the marks of mentions."""
    return re.sub(r"\{\w+:([^}=]+)[^}]*\}", r"\1", marked)


@pytest.mark.parametrize(("marked", "expected"), NAMED)
def test_who_is_named(nlp: Language, marked: str, expected: str) -> None:
    assert source(nlp, marked) == expected


NOT_NAMED = [
    "[A spokesman for {p:Anna Roe}] said so.",
    "[A spokesman for President {p:Anna Roe}] said so.",
    "[{p:Anna Roe}'s lawyer] said so.",
    "[The wife of {p:Anna Roe}] said so.",
    "[The bench of Justice {p:Anna Roe} and Justice {p:Peter Lund}] said so.",
    "[{o:Interpol} officials] said so.",
]


@pytest.mark.parametrize("marked", NOT_NAMED)
def test_nobody_is_named(nlp: Language, marked: str) -> None:
    assert source(nlp, marked) is None
