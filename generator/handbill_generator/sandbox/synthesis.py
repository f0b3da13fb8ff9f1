"""Make up a value that a schema allows, where nobody wrote an example.

In: a schema of a contract.  Out: a small JSON value.
Never: is random; promises that the value is valid (only simple patterns are followed, and alternatives may overlap);
makes more than some thousand values.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from handbill_generator.sandbox.kinds import Resolve
from handbill_generator.sandbox.patterns import matches, text_of

_MOST = 2000
"""Values after which only what is required is made; after twice as many, nothing."""

_DEEPEST = 8
"""Levels below which only what is required is made; below twice as many, nothing."""

_TEXTS = {
    "date-time": "2026-03-02T09:00:00.000Z",
    "date": "2026-03-02",
    "time": "09:00:00Z",
    "email": "reader@example.com",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uuid": "3f0c8a52-8e0b-4b52-9d4a-5f7a1c2b3d4e",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "hostname": "example.com",
}


def synthesise(keywords: Any, resolve: Resolve) -> Any:
    """Make up a value of an answer."""
    return _Making(resolve).value(keywords, 0)


class _Making:
    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._made = 0

    def value(self, keywords: Any, depth: int) -> Any:
        """Give a value for a schema, the smallest one when it gets too deep or too much."""
        self._made += 1
        schema = self._whole(keywords)
        for written in _written(schema):
            return written
        for key in ("oneOf", "anyOf"):
            if isinstance(schema.get(key), list) and schema[key]:
                return self._alternative(schema, key, depth)
        return self._of_type(schema, depth)

    def _alternative(self, schema: dict[str, Any], key: str, depth: int) -> Any:
        wholes = [self._whole(member) for member in schema[key]]
        stated = _kinds(schema.get("type"))
        fitting = [whole for whole in wholes if not stated or set(_kinds(whole.get("type", stated))) & set(stated)]
        chosen = next((whole for whole in fitting if _kinds(whole.get("type")) != ["null"]), (fitting or wholes)[0])
        if self._is_too_much(depth) and any("null" in _kinds(whole.get("type")) for whole in fitting):
            return None
        rest = {name: value for name, value in schema.items() if name != key}
        return self.value(_merged(rest, chosen), depth + 1)

    def _whole(self, keywords: Any, depth: int = 0) -> dict[str, Any]:
        """Put together what a schema, its reference and its `allOf` say."""
        if not isinstance(keywords, Mapping) or depth > _DEEPEST:
            return {}
        whole = {key: value for key, value in keywords.items() if key not in ("$ref", "allOf")}
        if isinstance(ref := keywords.get("$ref"), str):
            whole = _merged(self._whole(self._resolve(ref).keywords, depth + 1), whole)
        parts = keywords.get("allOf")
        for part in parts if isinstance(parts, list) else ():
            whole = _merged(whole, self._whole(part, depth + 1))
        return whole

    def _of_type(self, schema: dict[str, Any], depth: int) -> Any:
        kinds = _kinds(schema.get("type"))
        kind = next((kind for kind in kinds if kind != "null"), "null" if kinds else _implied(schema))
        match kind:
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, depth)
            case "string":
                return _text(schema)
            case "integer" | "number":
                return _number(schema, is_whole=kind == "integer")
            case "boolean":
                return True
            case _:
                return None

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        properties = schema.get("properties")
        members: Mapping[str, Any] = properties if isinstance(properties, Mapping) else {}
        required = [name for name in schema.get("required") or () if isinstance(name, str)]
        names = required if self._is_too_much(depth) else [*members, *required]
        shown = (name for name in dict.fromkeys(names) if self._whole(members.get(name)).get("writeOnly") is not True)
        if depth > 2 * _DEEPEST or self._made > 2 * _MOST:
            return {}
        return {name: self.value(members.get(name, {"type": "string"}), depth + 1) for name in shown}

    def _array(self, schema: dict[str, Any], depth: int) -> list[Any]:
        least = int(schema.get("minItems") or 0)
        count = least if self._is_too_much(depth) else max(1, least)
        fixed = schema.get("prefixItems")
        schemas = [*(fixed if isinstance(fixed, list) else ()), *[schema.get("items", True)] * count]
        if depth > 2 * _DEEPEST or self._made > 2 * _MOST or schema.get("maxItems") == 0:
            return []
        return [self.value(item, depth + 1) for item in schemas[: max(count, len(fixed or ()))][:100]]

    def _is_too_much(self, depth: int) -> bool:
        return depth > _DEEPEST or self._made > _MOST


def _written(schema: Mapping[str, Any]) -> Iterator[Any]:
    """Give the values that somebody wrote down, the most binding first."""
    if "const" in schema:
        yield schema["const"]
    allowed = schema.get("enum")
    shown = [schema[key] for key in ("example", "default") if key in schema]
    shown += examples if isinstance(examples := schema.get("examples"), list) else []
    if isinstance(allowed, list) and allowed:
        yield from (value for value in shown if value in allowed)
        yield allowed[0]
    yield from shown


def _merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Say at once what two schemas say."""
    shared = {key: _both(key, one[key], other[key]) for key in one.keys() & other.keys()}
    return {**one, **other, **shared}


def _both(key: str, first: Any, second: Any) -> Any:
    match key, first, second:
        case "properties", Mapping(), Mapping():
            shared = {name: {"allOf": [first[name], second[name]]} for name in first.keys() & second.keys()}
            return {**first, **second, **shared}
        case "required", list(), list():
            return [*first, *second]
        case "enum", list(), list():
            return [value for value in first if value in second] or second
        case "type", _, _:
            return [kind for kind in _kinds(first) if kind in _kinds(second)] or second
        case (("minimum" | "minLength" | "minItems"), float() | int(), float() | int()):
            return max(first, second)
        case (("maximum" | "maxLength" | "maxItems"), float() | int(), float() | int()):
            return min(first, second)
        case _:
            return second


def _kinds(stated: Any) -> list[Any]:
    return [stated] if isinstance(stated, str) else list(stated or ())


def _implied(schema: dict[str, Any]) -> str:
    implying = {"properties": "object", "required": "object", "items": "array", "format": "string", "minimum": "number"}
    return next((kind for key, kind in implying.items() if key in schema), "object")


def _text(schema: dict[str, Any]) -> str:
    text = _TEXTS.get(str(schema.get("format")), "text")
    least, most = int(schema.get("minLength") or 0), schema.get("maxLength")
    text = text.ljust(min(least, 10_000), "x")
    text = text[: int(most)] if isinstance(most, int | float) else text
    pattern = schema.get("pattern")
    if not isinstance(pattern, str) or matches(pattern, text):
        return text
    return text_of(pattern, least=least, most=most if isinstance(most, int | float) else math.inf) or text


def _number(schema: dict[str, Any], *, is_whole: bool) -> float:
    """Give the least number that is allowed, or the greatest where there is no least; 1 where any will do."""
    step: float = schema.get("multipleOf") or (1 if is_whole else 0.5)
    lowest = [schema[key] for key in ("minimum", "exclusiveMinimum") if key in schema]
    highest = [schema[key] for key in ("maximum", "exclusiveMaximum") if key in schema]
    if lowest:
        value: float = math.ceil(max(lowest) / step) * step
        return value + step if value <= schema.get("exclusiveMinimum", -math.inf) else value
    if highest:
        value = math.floor(min(1, *highest) / step) * step
        return value - step if value >= schema.get("exclusiveMaximum", math.inf) else value
    return math.ceil(1 / step) * step
