"""What the schemas of the contracts say of values.

In: a schema of a contract.  Out: the schema of a part, whether a value follows it, and a value made from it.
Never: asks a model of an emitted package.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator

from .contracts import followed, resolved, spec, tokens, under
from .providers import Provider

_FORMATTED = {
    "date-time": "2026-04-01T09:00:00.000Z",
    "date": "2026-04-01",
    "email": "jane@example.com",
    "uri": "https://example.com/hook",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a value: its schema, where that stands, and whether the part is required where it is."""

    schema: dict[str, Any]
    pointer: str
    required: bool = False


def part_at(provider: Provider, schema: dict[str, Any], pointer: str, way: str) -> Part:
    """The part to which the JSON pointer *way* leads in a value of *schema*, which stands at *pointer*."""
    part = Part(schema=schema, pointer=pointer)
    for name in tokens(way):
        holder = next(one for one in _made_of(provider, part) if name in one.schema.get("properties", {}))
        part = Part(
            schema=holder.schema["properties"][name],
            pointer=under(holder.pointer, "properties", name),
            required=name in holder.schema.get("required", []),
        )
    return part


def _made_of(provider: Provider, part: Part) -> Iterator[Part]:
    """The schema, resolved, and those that it is made of."""
    schema, pointer = followed(provider, part.schema, part.pointer)
    yield Part(schema=schema, pointer=pointer)
    for key in ("allOf", "anyOf", "oneOf"):
        for index, branch in enumerate(schema.get(key, [])):
            yield from _made_of(provider, Part(schema=branch, pointer=under(pointer, key, str(index))))


def nullable(provider: Provider, schema: dict[str, Any]) -> bool:
    """Whether a schema takes null."""
    return follows(provider, schema, None)


def follows(provider: Provider, schema: dict[str, Any], value: Any) -> bool:
    """Whether a value is as its schema says."""
    whole = {"components": spec(provider)["components"], "allOf": [schema]}
    return bool(Draft202012Validator(whole).is_valid(value))


def sample(provider: Provider, schema: dict[str, Any]) -> Any:
    """Make a value that follows *schema*, with every property that has a name."""
    schema = resolved(provider, schema)
    for key in ("const", "example", "default"):
        if key in schema:
            return schema[key]
    for key in ("enum", "examples"):
        if key in schema:
            return schema[key][0]
    # Beside properties, these keywords only say what goes with what.
    if not {"type", "properties"} & set(schema):
        for key in ("anyOf", "oneOf", "allOf"):
            if key in schema:
                return sample(provider, schema[key][0])
    return _of_type(provider, schema)


def _of_type(provider: Provider, schema: dict[str, Any]) -> Any:
    kinds = schema.get("type", "object")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if kind == "array":
        return [sample(provider, schema.get("items", {"type": "string"}))]
    if kind == "object":
        return {name: sample(provider, value) for name, value in schema.get("properties", {}).items()}
    if kind == "string" and schema.get("format") in _FORMATTED:
        return _FORMATTED[schema["format"]]
    number = min(max(7, schema.get("minimum", 7)), schema.get("maximum", 7))
    return {"string": "some words", "integer": number, "number": number, "boolean": True, "null": None}[kind]
