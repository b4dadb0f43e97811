"""The service: who may be meant by the names of a batch, what begins so, and what is on record of those chosen."""

import asyncio
from collections.abc import Mapping, Sequence

from onrecord.answers.name_index import Candidate, Named, NameIndex
from onrecord.graph.iri import BASE
from onrecord.lexicon import name_forms
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer.data import Data
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.reconcile.properties import PROPERTIES, Json, Property, values
from onrecord.serve.reconcile.reading import CANDIDATES, TYPES, Extension, Wanted
from onrecord.serve.settings import View
from onrecord.values.findings import Kind

SURE, AHEAD = 95.0, 5.0  # the score from which a candidate may be taken, and how far the next one is to be behind
_DISAGREEING = 0.25  # of the score goes where none of the properties given agrees
_SUGGESTED = 10


class Reconciliation:
    """Answers from the newest build; its names are read once for each view."""

    def __init__(self, data: Data) -> None:
        self._data, self._turn = data, asyncio.Lock()
        self._made: dict[View, tuple[str, NameIndex]] = {}

    async def results(self, queries: Mapping[str, Wanted], visitor: Visitor) -> Json:
        """The candidates for each query of a batch."""
        index = await self._index(visitor)

        def looked_up() -> dict[str, list[Candidate]]:
            return {
                key: index.candidates(one.name, one.kinds, max(one.limit, CANDIDATES)) for key, one in queries.items()
            }

        found = await asyncio.to_thread(looked_up)
        return {key: {"result": await self._scored(one, found[key], visitor)} for key, one in queries.items()}

    async def extended(self, asked: Extension, visitor: Visitor) -> Json:
        """The values of properties of some entities; of what is not on record, none."""
        index = await self._index(visitor)
        named = {id: one for id in asked.ids if (one := index.get(id)) is not None}
        rows: dict[str, dict[str, list[Json]]] = {id: {} for id in asked.ids}
        for wanted in asked.properties:
            told = await values(self._data, wanted, list(named.values()), visitor)
            for id in asked.ids:
                rows[id][wanted.id] = told.get(named[id].iri, []) if id in named else []
        return {"meta": [_meta(wanted) for wanted in asked.properties], "rows": rows}

    async def entities(self, prefix: str, kinds: Sequence[Kind], skip: int, visitor: Visitor) -> Json:
        """Whose names begin so, and after these, who is called much like it."""
        index = await self._index(visitor)
        found = await asyncio.to_thread(index.beginning, prefix, kinds)
        if not found:
            found = [one.named for one in await asyncio.to_thread(index.candidates, prefix, kinds, _SUGGESTED)]
        shown = found[skip : skip + _SUGGESTED]
        return {"result": [{**_called(one), "notable": [_type(one.kind)]} for one in shown]}

    async def named(self, id: str, visitor: Visitor) -> Named:
        """Whom or what an identifier stands for.

        Raises:
            RefusedError: 404, nobody and nothing.
        """
        found = (await self._index(visitor)).get(id)
        if found is None:
            raise RefusedError(404, f"nobody and nothing is called {id[:200]}")
        return found

    async def _scored(self, wanted: Wanted, found: Sequence[Candidate], visitor: Visitor) -> list[Json]:
        agreeing = await self._agreeing(wanted, [one.named for one in found], visitor)
        kept = {iri: 1 - _DISAGREEING * (1 - share) for iri, share in agreeing.items()}
        scores = {one.named.iri: round(one.score * kept[one.named.iri], 1) for one in found}
        ordered = sorted(found, key=lambda one: -scores[one.named.iri])
        best = [scores[one.named.iri] for one in ordered[:2]]
        is_sure = bool(best) and best[0] >= SURE and (len(best) == 1 or best[0] - best[1] >= AHEAD)
        return [
            {
                **_called(one.named),
                "type": [_type(one.named.kind)],
                "score": scores[one.named.iri],
                "match": is_sure and place == 0,
                "features": _features(wanted, one, agreeing[one.named.iri]),
            }
            for place, one in enumerate(ordered[: wanted.limit])
        ]

    async def _agreeing(self, wanted: Wanted, named: Sequence[Named], visitor: Visitor) -> dict[str, float]:
        """The share of the properties given that agree, for each candidate; 1 where none is given."""
        agreed = dict.fromkeys((one.iri for one in named), 0)
        for of, asked in wanted.properties:
            told = await values(self._data, of, named, visitor)
            for iri in agreed:
                agreed[iri] += any(_agrees(value, one) for value in told.get(iri, ()) for one in asked)
        return {iri: count / len(wanted.properties) if wanted.properties else 1.0 for iri, count in agreed.items()}

    async def _index(self, visitor: Visitor) -> NameIndex:
        async with self._turn:
            reader = await self._data.reader(visitor)
            build, index = self._made.get(visitor.view, ("", None))
            if index is None or build != reader.snapshot:
                index = await asyncio.to_thread(NameIndex, reader)
                self._made[visitor.view] = reader.snapshot, index
            return index


def suggested(prefix: str, described: Sequence[Json], skip: int) -> Json:
    """The types or properties whose identifier or name has a word that begins so."""
    words = prefix.strip().lower()
    fit = (
        one for one in described if any(f" {str(one[name]).lower()}".find(f" {words}") >= 0 for name in ("id", "name"))
    )
    return {"result": list(fit)[skip : skip + _SUGGESTED]}


def types() -> list[Json]:
    """The types there are; a court is an organization as well."""
    return [_type(kind) | ({"broader": [_type(Kind.ORGANIZATION)]} if kind is Kind.COURT else {}) for kind in Kind]


def described(kinds: Sequence[Kind]) -> list[Json]:
    """The properties that some kinds have; all where none is given."""
    return [one.described for one in PROPERTIES.values() if not kinds or not set(kinds).isdisjoint(one.kinds)]


def _type(kind: Kind) -> dict[str, object]:
    return {"id": TYPES[kind], "name": kind.value}


def _called(one: Named) -> dict[str, object]:
    other = f"; also {', '.join(one.labels[1:4])}" if one.labels[1:] else ""
    articles = f"{one.articles} article{'' if one.articles == 1 else 's'}"
    return {"id": one.iri.removeprefix(BASE), "name": one.name, "description": f"{one.kind.value}, {articles}{other}"}


def _features(wanted: Wanted, one: Candidate, agreeing: float) -> list[Json]:
    same = name_forms.fold(wanted.name) in {name_forms.fold(label) for label in one.named.labels}
    features: list[Json] = [
        {"id": "name_similarity", "value": one.score},
        {"id": "name_exact", "value": same},
        {"id": "articles", "value": one.named.articles},
    ]
    return [*features, {"id": "properties_agreeing", "value": round(agreeing, 2)}] if wanted.properties else features


def _agrees(value: Json, asked: str) -> bool:
    """Whether a value is what is asked for: the same entity, number or words, or words that hold all of these."""
    if value.get("id") == asked:
        return True
    told = str(value.get("name", value.get("str", value.get("int", ""))))
    words = set(name_forms.words(asked))
    return bool(words) and words <= set(name_forms.words(told))


def _meta(wanted: Property) -> Json:
    meta: dict[str, object] = {"id": wanted.id, "name": wanted.name}
    return meta | ({"type": _type(wanted.of)} if wanted.of else {})
