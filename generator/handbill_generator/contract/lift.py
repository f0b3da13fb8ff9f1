"""Lift the schemas of an OpenAPI 3.0 document to the meaning they have in 3.1.

In: the tree of a bundled document.  Out: a new tree whose schemas say the same in JSON Schema 2020-12.
Never: changes a 3.1 document's meaning; what 3.0 forbids but people write in it is read the 3.1 way.

Source: OpenAPI 3.1.0 migration notes; OpenAPI 3.0.3, section 4.7.24 (`nullable`, boolean `exclusiveMinimum`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SCHEMA_MAPS = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})
_SCHEMA_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_SCHEMAS = frozenset(
    "items additionalProperties not if then else contains propertyNames unevaluatedProperties unevaluatedItems "
    "contentSchema".split()
)


def lift_schema(schema: Any) -> Any:
    """Give *schema* (a boolean or a mapping) as OpenAPI 3.1 would say it, subschemas included."""
    if not isinstance(schema, Mapping):
        return schema
    return _lift_limits(_lift_nullable({key: _lift_member(key, value) for key, value in schema.items()}))


def _lift_member(key: str, value: Any) -> Any:
    if key in _SCHEMA_MAPS and isinstance(value, Mapping):
        return {name: lift_schema(member) for name, member in value.items()}
    if key in ("anyOf", "oneOf") and isinstance(value, list):
        # Alone it allows anything (OpenAPI 3.0.3, section 4.7.24), but whoever writes an alternative so means null.
        value = [{"type": "null"} if member == {"nullable": True} else member for member in value]
    if key in _SCHEMA_LISTS and isinstance(value, list):
        return [lift_schema(member) for member in value]
    return lift_schema(value) if key in _SCHEMAS else value


def _lift_nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if "nullable" not in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key != "nullable"}
    if schema["nullable"] is not True:
        return rest
    if isinstance(rest.get("type"), str):
        rest["type"] = [rest["type"], "null"]
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
