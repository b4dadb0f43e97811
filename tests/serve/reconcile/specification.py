"""What the Reconciliation Service API 0.2 demands of answers, as far as this service gives them, in JSON Schema."""

from typing import Any

_TEXT = {"type": "string", "minLength": 1}


def _object(required: str, optional: str = "", **of: Any) -> dict[str, Any]:
    """An object with just these members, which are text unless something else is said."""
    names = [*required.split(), *optional.split()]
    members = {name: of.get(name, _TEXT) for name in names}
    return {"type": "object", "required": required.split(), "properties": members, "additionalProperties": False}


def _list(of: Any) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _template(hole: str) -> dict[str, Any]:
    return {"type": "string", "pattern": rf"^https?://.*{hole}"}


_HOLE = r"\{\{id\}\}"
_TYPE = _object("id name", "description broader", broader=_list(_object("id name")))
_SERVICE = _object("service_url service_path")
MANIFEST = _object(
    "versions name identifierSpace schemaSpace",
    "documentation serviceVersion logo view preview suggest extend defaultTypes batchSize",
    versions={"type": "array", "items": _TEXT, "contains": {"const": "0.2"}},
    view=_object("url", url=_template(_HOLE)),
    preview=_object("url width height", url=_template(_HOLE), width={"type": "integer"}, height={"type": "integer"}),
    suggest=_object("", "entity property type", entity=_SERVICE, property=_SERVICE, type=_SERVICE),
    extend=_object(
        "", "propose_properties property_settings", propose_properties=_SERVICE, property_settings={"type": "array"}
    ),
    defaultTypes=_list(_TYPE),
    batchSize={"type": "integer", "minimum": 1},
)
_FEATURE = _object("id value", value={"type": ["number", "boolean"]})
_CANDIDATE = _object(
    "id name score match type features",
    "description",
    score={"type": "number"},
    match={"type": "boolean"},
    type=_list(_object("id name")),
    features=_list(_FEATURE),
)
RESULTS = {"type": "object", "additionalProperties": _object("result", result=_list(_CANDIDATE))}
_TYPES = _list(_object("id name"))
_ITEM = _object("id name", "description notable broader", notable=_TYPES, broader=_TYPES)
SUGGESTED = _object("result", result=_list(_ITEM))
PROPOSED = _object(
    "type properties",
    "limit",
    limit={"type": "integer"},
    type={"type": "string"},
    properties=_list(_object("id name", "description")),
)
_VALUE = {
    "oneOf": [
        _object("id name", "description"),
        _object("str"),
        _object("int", int={"type": "integer"}),
        _object("float", float={"type": "number"}),
    ]
}
EXTENDED = _object(
    "meta rows",
    meta=_list(_object("id name", "type", type=_object("id name"))),
    rows={"type": "object", "additionalProperties": {"type": "object", "additionalProperties": _list(_VALUE)}},
)
