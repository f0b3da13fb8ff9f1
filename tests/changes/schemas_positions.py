"""Positions that a schema can stand at, and what a value there looks like from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Wrap = Callable[[Any], Any]
Around = Callable[[Any], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Position:
    """A position: *root* puts a schema there, *component* into what it refers to, *around* a value into whole ones."""

    name: str
    root: Wrap
    around: Around
    component: Wrap | None = None


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _texts(value: Any) -> Iterable[Any]:
    return ({value: 1},) if isinstance(value, str) else ()


_REF = {"$ref": "#/components/schemas/Part"}

POSITIONS = (
    Position("the body", lambda s: s, lambda v: (v,)),
    Position("a property", lambda s: _object(p=s), lambda v: ({"p": v},)),
    Position("a required property", lambda s: {**_object(p=s), "required": ["p"]}, lambda v: ({"p": v}, {})),
    Position("a nested property", lambda s: _object(p=_object(q=s)), lambda v: ({"p": {"q": v}},)),
    Position("items", lambda s: {"type": "array", "items": s}, lambda v: ([v], [v, v])),
    Position("items of a property", lambda s: _object(p={"type": "array", "items": s}), lambda v: ({"p": [v]},)),
    Position("prefixItems", lambda s: {"type": "array", "prefixItems": [True, s]}, lambda v: ([1, v],)),
    Position(
        "additionalProperties", lambda s: {**_object(p={}), "additionalProperties": s}, lambda v: ({"q": v}, {"p": 1})
    ),
    Position("patternProperties", lambda s: {"type": "object", "patternProperties": {"^p": s}}, lambda v: ({"pq": v},)),
    Position(
        "dependentSchemas",
        lambda s: {"type": "object", "dependentSchemas": {"k": _object(p=s)}},
        lambda v: ({"k": 1, "p": v}, {"p": v}),
    ),
    Position("contains", lambda s: {"type": "array", "contains": s}, lambda v: ([v], [v, {"never": []}], [])),
    Position("propertyNames", lambda s: {"type": "object", "propertyNames": s}, _texts),
    Position(
        "unevaluatedItems",
        lambda s: {"type": "array", "prefixItems": [True], "unevaluatedItems": s},
        lambda v: ([1, v],),
    ),
    Position(
        "unevaluatedProperties", lambda s: {**_object(p={}), "unevaluatedProperties": s}, lambda v: ({"q": v}, {"p": 1})
    ),
    Position("allOf", lambda s: {"allOf": [s, {"title": "T"}]}, lambda v: (v,)),
    Position(
        "allOf of objects",
        lambda s: {"allOf": [_object(p=s), {**_object(k={}), "required": ["k"]}]},
        lambda v: ({"p": v, "k": 1}, {"p": v}),
    ),
    Position("anyOf of one", lambda s: {"anyOf": [s]}, lambda v: (v,)),
    Position(
        "anyOf of objects",
        lambda s: {"anyOf": [_choice("one", s), _choice("two", {"type": "integer"})]},
        lambda v: ({"kind": "one", "p": v}, {"kind": "two", "p": v}),
    ),
    Position(
        "oneOf of objects",
        lambda s: {"oneOf": [_choice("two", {"type": "integer"}), _choice("one", s)]},
        lambda v: ({"kind": "one", "p": v}, {"kind": "two", "p": v}),
    ),
    Position("anyOf that overlaps", lambda s: {"anyOf": [s, {"type": "string", "minLength": 5}]}, lambda v: (v,)),
    Position("oneOf that overlaps", lambda s: {"oneOf": [s, {"type": "string", "minLength": 3}]}, lambda v: (v,)),
    Position("a negation", lambda s: {"not": s}, lambda v: (v,)),
    Position(
        "a negation of a property", lambda s: {"not": {**_object(p=s), "required": ["p"]}}, lambda v: ({"p": v}, {})
    ),
    Position("a double negation", lambda s: {"not": {"not": s}}, lambda v: (v,)),
    Position(
        "if with then",
        lambda s: {"if": {**_object(p=s), "required": ["p"]}, "then": {"required": ["q"]}},
        lambda v: ({"p": v}, {"p": v, "q": 1}),
    ),
    Position(
        "if with else",
        lambda s: {"if": {**_object(p=s), "required": ["p"]}, "else": {"required": ["q"]}},
        lambda v: ({"p": v}, {"p": v, "q": 1}),
    ),
    Position(
        "if with both",
        lambda s: {"if": {**_object(p=s), "required": ["p"]}, "then": {"required": ["q"]}, "else": {"required": ["r"]}},
        lambda v: ({"p": v}, {"p": v, "q": 1}, {"p": v, "r": 1}),
    ),
    Position(
        "then", lambda s: {"if": {"required": ["k"]}, "then": _object(p=s)}, lambda v: ({"p": v, "k": 1}, {"p": v})
    ),
    Position(
        "else", lambda s: {"if": {"required": ["k"]}, "else": _object(p=s)}, lambda v: ({"p": v, "k": 1}, {"p": v})
    ),
    Position("a component", lambda s: _REF, lambda v: (v,), component=lambda s: s),
    Position("a component of a property", lambda s: _object(p=_REF), lambda v: ({"p": v},), component=lambda s: s),
    Position(
        "a component with a sibling", lambda s: {**_REF, "description": "D"}, lambda v: (v,), component=lambda s: s
    ),
    Position(
        "a component in allOf", lambda s: {"allOf": [_REF, {"description": "D"}]}, lambda v: (v,), component=lambda s: s
    ),
    Position("a component that is one", lambda s: _REF, lambda v: ({"p": v},), component=lambda s: _object(p=s)),
    Position(
        "a recursive component",
        lambda s: _REF,
        lambda v: ({"p": v}, {"p": v, "next": {"p": v}}, {"next": {"p": v}}),
        component=lambda s: _object(p=s, next=_REF),
    ),
    Position(
        "a recursive list",
        lambda s: {"type": "array", "items": _REF},
        lambda v: ([{"p": v}], [{"children": [{"p": v}]}]),
        component=lambda s: _object(p=s, children={"type": "array", "items": _REF}),
    ),
    Position("nullable", lambda s: _object(p={"anyOf": [s, {"type": "null"}]}), lambda v: ({"p": v}, {"p": None})),
)


def _choice(kind: str, schema: Any) -> dict[str, Any]:
    return {**_object(kind={"const": kind}, p=schema), "required": ["kind"]}
