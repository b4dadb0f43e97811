"""Reconciles the mentions of a form: what is named once is found again where the encoder missed it."""

from dataclasses import replace

from onrecord.extract.ner.candidates import BODIES, Name
from onrecord.extract.ner.consistency import key
from onrecord.extract.ner.phrase_matcher import match, phrases
from onrecord.extract.ner.tokens import Words
from onrecord.values.findings import Kind

_TOP = 2  # the lines above an article's text


def again(words: Words, names: list[Name]) -> list[Name]:
    """The names, and the same words wherever else they are written with a capital; common words stay words."""
    forms: dict[str, list[tuple[list[str], Name]]] = {}
    for name in names:
        form = words.lower[name.start : name.end]
        forms.setdefault(form[0], []).append((form, name))
    taken = {i for name in names for i in range(name.start, name.end)}
    found, i = list(names), 0
    while i < len(words):
        known = forms.get(words.lower[i], ()) if words.capital[i] and i not in words.labels else ()
        fits = [(form, name) for form, name in known if _free(words, i, form, taken)]
        if fits:
            form, name = max(fits, key=lambda fit: len(fit[0]))
            found.append(Name(i, i + len(form), name.kind, 0.0))
        i += len(fits and form) or 1
    return sorted(found, key=lambda name: name.start)


def _free(words: Words, i: int, form: list[str], taken: set[int]) -> bool:
    """Whether the words of a form stand here as a name, in no other and in no compound: 'Anglo-US'."""
    end = i + len(form)
    if words.lower[i:end] != form or any(j in taken for j in range(i, end)):
        return False
    if len(form) == 1 and words.doc[i].pos_ != "PROPN":
        return False
    return not words.compound(i, end)


def without_masthead(words: Words, names: list[Name]) -> list[Name]:
    """The names without an outlet's that stands alone on one of the first lines and nowhere else."""
    forms = [key(words, name) for name in names]
    return [n for n, form in zip(names, forms, strict=True) if not (forms.count(form) == 1 and _masthead(words, n))]


def _masthead(words: Words, name: Name) -> bool:
    if name.kind is not Kind.ORGANIZATION or words.line[name.start] > _TOP:
        return False
    line = words.line[name.start]
    others = (i for i in range(len(words)) if words.line[i] == line and not name.start <= i < name.end)
    return not any(words.text[i].isalpha() and words.lower[i] not in ("date", "the") for i in others)


def modifiers(words: Words, names: list[Name]) -> list[Name]:
    """'Teska flood toll' where the text has only a 'Teska River': the modifier is short for it."""
    rivers: dict[str, list[Name]] = {}
    for name in names:
        if name.kind is Kind.PLACE and len(form := key(words, name)) == 2:
            rivers.setdefault(form[0], []).append(name)
    found = []
    for name in names:
        full = rivers.get(words.lower[name.start], []) if name.end - name.start == 1 else []
        one = len({key(words, other) for other in full}) == 1 and _modifies(words, name)
        found.append(replace(name, kind=Kind.PLACE, short_for=full[0]) if one else name)
    return found


def _modifies(words: Words, name: Name) -> bool:
    token = words.doc[name.end - 1]
    return token.dep_ in ("compound", "nmod", "amod") and token.head.i >= name.end


def with_longer(words: Words, names: list[Name]) -> list[Name]:
    """The names with their longer forms: 'Kherson region' for the place, 'Lorvian Aid Fund' for 'Aid Fund'."""
    return [replace(name, longer=_longer(words, name) or name.longer) for name in names]


def _longer(words: Words, name: Name) -> tuple[int, int] | None:
    """A place with the common noun after it, a body with the adjective of its country before it."""
    i = name.end
    if name.kind in BODIES and name.start and words.capital[name.start - 1] and words.nationality(name.start - 1):
        return name.start - 1, name.end
    near = name.kind is Kind.PLACE and i < len(words) and words.line[i] == words.line[name.start]
    tail = match(phrases("name_word", "tail"), words.lower, i, len(words)) if near else None
    return (name.start, tail[0]) if tail is not None and not words.capital[i] else None
