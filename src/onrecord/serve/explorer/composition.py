"""Queries composed from the classes and properties of the schema: which may be asked about, and the text they make."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from onrecord.graph.vocabulary import ONR, PREFIXES, SKOS, XSD
from onrecord.lexicon import lexicon
from onrecord.publish.schema import ClassProperty, class_properties
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer.wording import Term, label, tail, terms

Kind = Literal["words", "number", "date", "truth", "term", "name"]
CLASSES = tuple(
    f"{ONR}{name}"
    for name in (
        *("Figure", "Statement", "Act", "Accusation", "Position", "Event"),
        *("Person", "Organization", "Court", "Place", "Article"),
    )
)
_ENTITIES = tuple(f"{ONR}{name}" for name in ("Entity", "Person", "Organization", "Court", "Place"))
_NAMED = (*_ENTITIES, ONR.Identity, ONR.Event)
_LISTS = {"actType": "act", "eventKind": "event", "role": "post", "progress": "accusation"}  # else called alike
_WORDED = {  # properties of other vocabularies, in plain English
    "altLabel": "other name",
    "birthDate": "born",
    "datePublished": "published",
    "headline": "headline",
    "roleName": "title",
}
_LEFT_OUT = ("basis", "origin", "lowerOpen", "upperOpen", "sha256", "receivedSha256", "text")  # nobody asks by these
_DATES = ("date", "asOf", "attested", "birthDate", "datePublished")  # some of which are known to the month only
_NUMBERS = tuple(f"{XSD}{name}" for name in ("decimal", "integer"))
_COMPARED = re.compile(r"\s*(<=|>=|<|>|=)?\s*(\S.*?)\s*", re.DOTALL)
_LONGEST = 200  # characters of what a value is compared with


@dataclass(frozen=True, slots=True)
class Field:
    """A property that a form asks for."""

    path: str  # the IRI of the property
    name: str  # in the form, and as a variable
    label: str
    comment: str
    kind: Kind
    choices: Mapping[str, str]  # of a term: IRIs, with their labels


def classes() -> list[Term]:
    """The classes that may be asked about, in the order in which they are listed."""
    return [terms()[one] for one in CLASSES if one in terms()]


def fields(of: str) -> list[Field]:
    """What may be asked of members of a class: its properties whose values a reader can name, in order.

    Raises:
        RefusedError: 400, it is no class of which anything may be asked.
    """
    if of not in CLASSES:
        raise RefusedError(400, f"of= is to be one of {', '.join(tail(one) for one in CLASSES)}")
    found = (_field(one) for one in class_properties() if one.of == of)
    named = {one.name: one for one in found if one is not None}
    if of in _ENTITIES:
        named.setdefault("name", Field(f"{PREFIXES['schema']}name", "name", "name", "", "words", {}))
    return sorted(named.values(), key=lambda one: (one.kind == "truth", one.label))


def composed(of: str, shown: Sequence[str], wanted: Mapping[str, str]) -> str:
    """The query for members of a class.

    Args:
        of: the IRI of the class.
        shown: the names of fields that are to be columns.
        wanted: by the name of a field, what its value is to be: words that it holds, a number or date, perhaps after
            `<` or `>=`, a term's IRI, 'true' or 'false'.

    Raises:
        RefusedError: 400, there is no such class, field or value.
    """
    known = {one.name: one for one in fields(of)}
    if unknown := next((name for name in (*shown, *wanted) if name not in known), None):
        raise RefusedError(400, f"a {tail(of).lower()} has {', '.join(known)}, and no {unknown[:80]!r}")
    node = f"?{_variable(tail(of))}"
    asked = [one for one in known.values() if one.name in shown or one.name in wanted]
    where = [f"{node} a {_short(of)} .", *_sentence(of, node)]
    for one in asked:
        step = f"{node} {_path(one)} ?{one.name} ."
        if one.name in wanted:
            where += [step, f"FILTER ({_condition(one, wanted[one.name])})"]
        else:
            where.append(f"OPTIONAL {{ {step} }}")
    columns = [node, *(f"?{one.name}" for one in asked), *(() if of == ONR.Article else ("?quote", "?source"))]
    body = "\n".join(f"    {line}" for line in where)
    text = f"SELECT DISTINCT {' '.join(columns)} WHERE {{\n{body}\n}} ORDER BY {columns[-1]} {node}"
    return f"{_prologue(text)}\n{text}"


def _field(one: ClassProperty) -> Field | None:
    told, local = terms().get(one.path), tail(one.path)
    if local in _LEFT_OUT:
        return None
    kind = _kind(one, told is not None and told.kind == "property")
    if kind is None:
        return None
    choices: dict[str, str] = {}
    if kind == "term":
        scheme = _LISTS.get(local, local)
        if scheme not in lexicon.load().schemes:
            return None
        choices = {concept.iri: concept.label for concept in lexicon.load().scheme(scheme)}
    worded = _WORDED.get(local) or label(one.path)
    return Field(one.path, _variable(local), worded, _first_sentence(told.comment if told else ""), kind, choices)


def _first_sentence(comment: str) -> str:
    """What readers are told of a property; what else the ontology says of it is for those who know its terms."""
    first, stop, _ = comment.partition(". ")
    return f"{first}{stop.strip()}" if "onr:" not in first else ""


def _kind(one: ClassProperty, is_ours: bool) -> Kind | None:
    """What is asked for; None of a property that leads to evidence, to other statements, or to what nobody can name."""
    if one.range in _NUMBERS:
        return "number"
    if one.range == XSD.boolean:
        return "truth"
    if one.range in (XSD.date, XSD.dateTime) or tail(one.path) in _DATES:
        return "date"
    if one.range == SKOS.Concept and is_ours:
        return "term"
    if one.range in _NAMED:
        return "name"
    return "words" if one.range == XSD.string or tail(one.path) in _WORDED else None


def _condition(one: Field, wanted: str) -> str:
    variable, text = f"?{one.name}", wanted.strip()[:_LONGEST]
    match one.kind:
        case "number" | "date":
            return _comparison(one, variable, text)
        case "truth":
            if text not in ("true", "false"):
                raise RefusedError(400, f"{one.label} is true or false")
            return f"{variable} = {text}"
        case "term":
            if text not in one.choices:
                raise RefusedError(400, f"{one.label} is one of {', '.join(one.choices.values())}")
            return f"{variable} = <{text}>"
        case _:
            return f"CONTAINS(LCASE(STR({variable})), {ox.Literal(text.lower())})"


def _comparison(one: Field, variable: str, text: str) -> str:
    """A number or a date as it is, or after a sign; a month or a year stands for all its days."""
    parts = _COMPARED.fullmatch(text)
    sign, value = (parts[1] or "", parts[2]) if parts else ("", "")
    if one.kind == "date":
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value, re.ASCII):
            raise RefusedError(400, f"{one.label} is a day, month or year like 2024-01-25, perhaps after < or >=")
        day = str(ox.Literal(value))
        return f"STR({variable}) {sign} {day}" if sign not in ("", "=") else f"STRSTARTS(STR({variable}), {day})"
    plain = value.replace(",", "")
    if not re.fullmatch(r"-?\d{1,18}(\.\d{1,9})?", plain, re.ASCII):
        raise RefusedError(400, f"{one.label} is a number like 1,000, perhaps after < or >=")
    return f"{variable} {sign or '='} {plain}"


def _sentence(of: str, node: str) -> list[str]:
    """The sentence and the article that tell it."""
    if of == ONR.Article:
        return []
    words = "onr:mention" if of in (*_ENTITIES, ONR.Event) else "onr:evidence"
    return [
        f"{node} {words}/onr:sentence ?sentence .",
        "?sentence oa:hasSource/onr:source ?source ; oa:hasSelector/oa:exact ?quote .",
    ]


def _path(one: Field) -> str:
    return f"{_short(one.path)}/schema:name" if one.kind == "name" else _short(one.path)


def _short(iri: str) -> str:
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and re.fullmatch(r"\w+", iri[len(space) :]):
            return f"{prefix}:{iri[len(space) :]}"
    return f"<{iri}>"


def _variable(name: str) -> str:
    return name[:1].lower() + name[1:]


def _prologue(text: str) -> str:
    used = (prefix for prefix in PREFIXES if re.search(rf"(?<![\w:]){prefix}:\w", text))
    return "\n".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in used)
