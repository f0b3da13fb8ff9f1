"""Lift the schemas of an OpenAPI 3.0 document to the meaning they have in 3.1.

In: a schema of a bundled document.  Out: one that says the same in JSON Schema 2020-12; where nothing is to be changed
it is the very same object.
Never: changes a 3.1 document's meaning; what 3.0 forbids but people write in it is read the 3.1 way.

Source: OpenAPI 3.1.0 migration notes; OpenAPI 3.0.3, section 4.7.24 (`nullable`, boolean `exclusiveMinimum`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

_MAP, _LIST, _ONE = "map", "list", "one"
_SHAPES = {
    **dict.fromkeys(("properties", "patternProperties", "$defs", "definitions", "dependentSchemas"), _MAP),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _LIST),
    **dict.fromkeys(
        (
            *("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"),
            *("unevaluatedProperties", "unevaluatedItems", "contentSchema"),
        ),
        _ONE,
    ),
}
_ALONE = ("anyOf", "oneOf", "const")
"""Beside these, null as one more type would allow nothing more."""


def lift_schema(schema: Any) -> Any:
    """Give *schema* (a boolean or a mapping) as OpenAPI 3.1 would say it, subschemas included."""
    return Lifter().lift(schema)


class Lifter:
    """Lifts the schemas of one document, each of them once, after *mend* has had its say.

    *mend* gets what stands where a schema must be, and gives it back, or what it was meant to be; `path` says then how
    to get there from the schema that is lifted.
    """

    def __init__(self, mend: Callable[[Any], Any] = lambda schema: schema) -> None:
        self.path: list[str] = []
        self.references: dict[str, None] = {}
        """What the schemas that were lifted refer to, in the order in which it was met."""
        self._mend = mend
        # By identity, for the trees of a document are not changed.  What is kept beside it keeps its id from being
        # given to another.
        self._known: dict[int, tuple[Any, Any]] = {}

    def lift(self, schema: Any) -> Any:
        """Give *schema*, which stands at `path`, as OpenAPI 3.1 would say it, subschemas included."""
        if isinstance(schema, bool):
            return schema
        if known := self._known.get(id(schema)):
            return known[1]
        mended = self._mend(schema)
        lifted = self._lift_members(mended) if isinstance(mended, Mapping) else mended
        self._known[id(schema)] = schema, lifted
        return lifted

    def _lift_members(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        changed: dict[str, Any] = {}
        for key, value in schema.items():
            shape = _SHAPES.get(key)
            if shape is None:
                continue
            self.path.append(key)
            lifted = self._lift_member(shape, value, is_choice=key in ("anyOf", "oneOf"))
            self.path.pop()
            if lifted is not value:
                changed[key] = lifted
        result = {**schema, **changed} if changed else schema
        if isinstance(reference := result.get("$ref"), str):
            self.references[reference] = None
        if "nullable" in result or "x-nullable" in result:
            result = _lift_nullable(result)
        if isinstance(result.get("exclusiveMinimum"), bool) or isinstance(result.get("exclusiveMaximum"), bool):
            result = _lift_limits(dict(result))
        return result

    def _lift_member(self, shape: str, value: Any, *, is_choice: bool) -> Any:
        if shape == _MAP and isinstance(value, Mapping):
            lifted = {name: self._below(name, member) for name, member in value.items()}
            return lifted if any(lifted[name] is not value[name] for name in value) else value
        if shape == _LIST and isinstance(value, list):
            members = [
                # Alone it allows anything (OpenAPI 3.0.3, 4.7.24), but whoever writes an alternative so means null.
                {"type": "null"} if is_choice and member == {"nullable": True} else self._below(str(index), member)
                for index, member in enumerate(value)
            ]
            return members if any(one is not other for one, other in zip(members, value, strict=True)) else value
        return self.lift(value) if shape == _ONE else value

    def _below(self, name: str, member: Any) -> Any:
        self.path.append(name)
        lifted = self.lift(member)
        self.path.pop()
        return lifted


def _lift_nullable(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    rest = {key: value for key, value in schema.items() if key not in ("nullable", "x-nullable")}
    if schema.get("nullable", schema.get("x-nullable")) is not True:
        return rest
    stated = rest.get("type")
    if isinstance(stated, list) and "null" in stated:
        return rest
    if isinstance(stated, str | list) and stated and not any(key in rest for key in _ALONE):
        rest["type"] = [*(stated if isinstance(stated, list) else [stated]), "null"]
        if isinstance(rest.get("enum"), list) and None not in rest["enum"]:
            rest["enum"] = [*rest["enum"], None]
        return rest
    outer: dict[str, Any] = {key: rest.pop(key) for key in ("description", "deprecated", "default") if key in rest}
    return {**outer, "anyOf": [rest, {"type": "null"}]} if rest else outer


def _lift_limits(schema: dict[str, Any]) -> dict[str, Any]:
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        match schema.get(exclusive):
            case True if limit in schema:
                schema[exclusive] = schema.pop(limit)
            case bool():
                del schema[exclusive]
    return schema
