"""Users' own word lists, looked over before anything is read with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from onrecord import resources
from onrecord.errors import InputError, UsageError
from onrecord.lexicon.lexicon import CONCEPT, IN_SCHEME, ONR, PREFERRED_LABEL, TYPE

_SUFFIX = ".ttl"
_EXPLAINING = ("prefLabel", "definition", "inScheme", "type", "altLabel")

Described = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def files(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The Turtle files of users' folders, in the order in which they are read."""
    return tuple(path for folder in folders for path in sorted(folder.glob(f"*{_SUFFIX}")))


def check(folders: Sequence[Path]) -> list[str]:
    """Warnings about what nothing will come of in users' word lists, one line each.

    Raises:
        UsageError: a folder is not there, or holds no Turtle.
        InputError: a file is no Turtle, or cannot be read.
    """
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder: name one with word lists in Turtle ({_SUFFIX})")
        if not files([folder]):
            raise UsageError(f"{folder}: holds no word lists: put your Turtle there, in files that end in {_SUFFIX}")
    shipped = _described(resources.shipped("ontology", _SUFFIX))
    own = {path: _described([path]) for path in files(folders)}
    known = _Known(shipped, own.values())
    return [f"{path}: {fault}" for path, described in own.items() for fault in known.faults(described)]


def explained(folders: Sequence[Path]) -> str:
    """What users' word lists say of their terms for people to read: label, definition and list, as N-Triples."""
    triples = (triple for path in files(folders) for triple in _triples(path))
    kept = {str(t) for t in triples if isinstance(t.subject, ox.NamedNode) and _tail(t.predicate.value) in _EXPLAINING}
    return "".join(f"{triple} .\n" for triple in sorted(kept))


class _Known:
    """What the word lists together declare."""

    def __init__(self, shipped: Described, own: Iterable[Described]) -> None:
        self._terms, self._schemes, self._properties = set[str](), set[str](), set[str]()
        for properties in shipped.values():
            self._schemes |= {scheme.value for scheme in properties.get(IN_SCHEME, ())}
            self._properties |= set(properties)
        self._called: dict[tuple[str, str], set[str]] = defaultdict(set)
        for described in (shipped, *own):
            self._terms |= {subject for subject, properties in described.items() if IN_SCHEME in properties}
            for subject, properties in described.items():
                for scheme in properties.get(IN_SCHEME, ()):
                    self._called[scheme.value, _tail(subject)].add(subject)

    def faults(self, described: Described) -> Iterator[str]:
        """What nothing will come of in one file."""
        for subject, properties in sorted(described.items()):
            schemes = [scheme.value for scheme in properties.get(IN_SCHEME, ())]
            concept = CONCEPT in [kind.value for kind in properties.get(TYPE, ())]
            words = [name for name in properties if name.startswith(ONR)]
            if subject.startswith(ONR) or not (schemes or concept or words):
                continue  # says something else than words
            if subject not in self._terms or (concept and not schemes):
                yield f"<{subject}> is in no word list, so nothing reads it: say skos:inScheme, or mend its IRI"
            elif concept and PREFERRED_LABEL not in properties:
                yield f"<{subject}> has no skos:prefLabel: tables and pages will show {_tail(subject)!r}"
            for scheme in schemes:
                if others := sorted(self._called[scheme, _tail(subject)] - {subject}):
                    yield f"<{subject}> ends like <{others[0]}>: use that IRI to replace it, or another end"
            for scheme in sorted(set(schemes) - self._schemes):
                yield f"<{subject}>: nothing reads the word list <{scheme}>: say one of those in ontology/"
            for name in sorted(set(words) - self._properties):
                yield f"<{subject}>: nothing reads onr:{_tail(name)}: say one of those that ontology/ uses"


def _described(paths: Iterable[Path]) -> Described:
    found: Described = defaultdict(lambda: defaultdict(list))
    for path in paths:
        for triple in _triples(path):
            if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
                found[triple.subject.value][triple.predicate.value].append(triple.object)
    return found


def _triples(path: Path) -> Iterator[ox.Triple]:
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield quad.triple
    except SyntaxError as error:
        raise InputError(f"{path}, line {error.lineno}: not Turtle that can be read ({error.msg}): mend it") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}): see to its permissions") from error


def _tail(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]
