"""Values at the edges of what schemas say.

In: schemas.  Out: values that they may accept or refuse: limits and their neighbours, listed values, members left out,
more or of another type, and a few of every type.
Never: validates.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from typing import Any

PREFIX = "#/components/schemas/"
_TEXTS = (
    "",
    "a",
    "b",
    "ab",
    "abc",
    "abcd",
    "abcde",
    "2026-01-31",
    "2026-01-31T08:00:00Z",
    "a@b.example",
    "00000000-0000-0000-0000-000000000000",
)
_ANYTHING = (None, True, False, 0, 1, 2, 3, 1.5, -1, *_TEXTS, [], [1], ["a"], {}, {"extra": 1}, {"extra": "a"})
_MOST = 120


def members(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def values_of(*schemas: Any, components: tuple[Mapping[str, Any], ...] = ()) -> list[Any]:
    """Give values at the edges of what schemas say, and a few of every type."""
    known: dict[str, Any] = {}
    for schema in schemas:
        for value in _edges(schema, 3, components):
            known.setdefault(json.dumps(value, sort_keys=True), value)
    for value in _ANYTHING:
        known.setdefault(json.dumps(value, sort_keys=True), value)
    found = list(known.values())
    # What is cut is cut evenly, so that no keyword of a large schema goes without.
    return found if len(found) <= _MOST else [found[i * len(found) // _MOST] for i in range(_MOST)]


def _edges(schema: Any, depth: int, components: tuple[Mapping[str, Any], ...]) -> Iterator[Any]:
    if not isinstance(schema, dict) or depth < 0:
        return
    yield from schema.get("enum", ())
    if "const" in schema:
        yield schema["const"]
    for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"):
        if keyword in schema:
            limit = schema[keyword]
            yield from (limit, limit + 1, limit - 1, limit + 0.5, limit - 0.5, limit + 0.25, limit * 2, limit * 3)
    if schema.get("format") in ("int32", "int64"):
        yield from (2**31, 2**63, 2**31 - 1)
    for keyword in ("minLength", "maxLength"):
        if keyword in schema:
            yield from ("a" * max(schema[keyword] + step, 0) for step in (-1, 0, 1))
    for kind in ("allOf", "anyOf", "oneOf"):
        for branch in schema.get(kind, ()):
            yield from _edges(branch, depth, components)
    for kind in ("not", "if", "then", "else"):
        yield from _edges(schema.get(kind), depth, components)
    for branch in members(schema.get("dependentSchemas")).values():
        yield from _edges(branch, depth, components)
    if isinstance(reference := schema.get("$ref"), str):
        for each in components:
            yield from _edges(each.get(reference.removeprefix(PREFIX)), depth - 1, components)
    yield from _lists(schema, depth, components)
    yield from _objects(schema, depth, components)


def _lists(schema: dict[str, Any], depth: int, components: tuple[Mapping[str, Any], ...]) -> Iterator[Any]:
    parts = [schema.get(key) for key in ("items", "contains", "unevaluatedItems")] + list(schema.get("prefixItems", ()))
    sizes = [schema[key] for key in ("minItems", "maxItems", "minContains", "maxContains") if key in schema]
    if not any(part is not None for part in parts) and not sizes and "uniqueItems" not in schema:
        return
    items = [*_some([v for part in parts for v in _edges(part, depth - 1, components)], 9), 1, 2, "a", "ab", None]
    items = _some(items, 14)
    yield from ([item] for item in items)
    yield from ([item, item] for item in items[:6])
    yield from ([one, other] for one, other in itertools.permutations(items[:7], 2))
    for size in {size + step for size in sizes for step in (-1, 0, 1) if size + step >= 0}:
        yield from ([item] * size for item in items[:6])
        yield [items[i % len(items)] for i in range(size)]
        yield list(range(size))
    yield from (list(values) for values in itertools.permutations(items[:4], 3))


def _objects(schema: dict[str, Any], depth: int, components: tuple[Mapping[str, Any], ...]) -> Iterator[Any]:
    properties = members(schema.get("properties"))
    patterns = members(schema.get("patternProperties"))
    dependent = members(schema.get("dependentRequired"))
    others = [schema.get(key) for key in ("additionalProperties", "unevaluatedProperties") if key in schema]
    required = list(schema.get("required", ()))
    is_about_objects = properties or patterns or others or required or dependent or "propertyNames" in schema
    sizes = [schema[key] for key in ("minProperties", "maxProperties") if key in schema]
    if not is_about_objects and not sizes and "dependentSchemas" not in schema:
        return
    known = {name: _some([*_edges(m, depth - 1, components), 1, "a", None], 8) for name, m in properties.items()}
    for name in [*required, *dependent, *itertools.chain.from_iterable(dependent.values())]:
        known.setdefault(name, [1, "a"])
    for name in members(schema.get("dependentSchemas")):
        known.setdefault(name, [1])
    for pattern, member in patterns.items():
        known[pattern.strip("^$.*") + "tail"] = _some([*_edges(member, depth - 1, components), 1, "a"], 6)
    for other in others:
        known["extra"] = _some([*_edges(other, depth - 1, components), 1, "a"], 6)
    known.setdefault("extra", [1])
    for value in _edges(schema.get("propertyNames"), depth - 1, components):
        if isinstance(value, str):
            known.setdefault(value, [1])
    names = list(known)
    for count in range(len(names) + 1) if len(names) <= 4 else (0, 1, 2, len(names) - 1, len(names)):
        for some in itertools.combinations(names, count):
            yield {name: known[name][0] for name in some}
            yield {name: known[name][1 % len(known[name])] for name in some}
    for name in names:
        for value in known[name]:
            yield {name: value}
            yield {**{other: known[other][0] for other in names}, name: value}
            yield {**{other: known[other][0] for other in required}, name: value}
    for size in {size + step for size in sizes for step in (-1, 0, 1) if size + step >= 0}:
        yield {f"m{index}": 1 for index in range(size)}


def _some(values: list[Any], most: int) -> list[Any]:
    """Give at most so many different values, those far apart in the list."""
    unique = list({json.dumps(value, sort_keys=True): value for value in values}.values())
    return unique if len(unique) <= most else [unique[i * len(unique) // most] for i in range(most)]
