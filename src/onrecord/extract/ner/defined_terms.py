"""Defined terms: 'the European Court of Human Rights (“the Court”)' governs 'the Court' to the end of the article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.values.findings import Evidence, Form, Mention

_TERM = re.compile(r"\s*\([^()“”\"]{0,40}[“\"](?:[Tt]he )?(?P<term>[A-Z][\w’' -]{1,40}?)[”\"][^()]{0,30}\)")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def defined(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, in order of the text, each that is a term which the article has defined standing for its name."""
    terms: dict[str, Mention] = {}
    for mention in mentions:
        name = terms.get(_ARTICLE.sub("", mention.evidence.exact))
        if name is not None and mention.stands_for is None:
            yield replace(mention, stands_for=name.evidence, kind=name.kind)
            continue
        yield mention
        if mention.form is Form.NAME and (term := _defined_after(text, mention.evidence)):
            terms[term] = mention


def _defined_after(text: str, name: Evidence) -> str:
    """The term that the article defines right after a name; '' where it defines none."""
    told = _TERM.match(text, name.end)
    return told["term"] if told is not None else ""
