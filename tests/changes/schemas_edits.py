"""Edits of one schema: every keyword of JSON Schema 2020-12 set, unset, tightened, loosened and changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_S: dict[str, Any] = {"type": "string"}
_N: dict[str, Any] = {"type": "number"}
_I: dict[str, Any] = {"type": "integer"}
_A: dict[str, Any] = {"type": "array"}
_O: dict[str, Any] = {"type": "object"}


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit; where it is a *respelling* both sides accept the same and nothing may be found."""

    name: str
    old: Any
    new: Any
    is_respelling: bool = False


def edits() -> Iterator[Edit]:
    """Give every edit and its reverse."""
    for name, *steps in _LADDERS:
        for index, (old, new) in enumerate(pairwise(steps)):
            yield Edit(f"{name} {index + 1}", old, new)
            yield Edit(f"{name} {index + 1} back", new, old)
    for name, *spellings in _SPELLINGS:
        first, *rest = spellings
        for index, other in enumerate(rest):
            yield Edit(f"{name} {index + 1}", first, other, is_respelling=True)
            yield Edit(f"{name} {index + 1} back", other, first, is_respelling=True)


def _with(base: dict[str, Any], keyword: str, *values: Any) -> tuple[dict[str, Any], ...]:
    """Give *base* without a keyword and with each of its values."""
    return (base, *({**base, keyword: value} for value in values))


_CAT = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}}
_DOG = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}, "name": {"type": "string"}}}
_COW = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cow"}}}
_SHORT = {"type": "string", "maxLength": 3}
_LONG = {"type": "string", "minLength": 2}
_AB = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}

# Each is a row of schemas; every step of it is an edit, and so is every step back.
_LADDERS: tuple[tuple[Any, ...], ...] = (
    ("minLength", *_with(_S, "minLength", 1, 3, 2)),
    ("maxLength", *_with(_S, "maxLength", 4, 2, 3)),
    ("pattern", *_with(_S, "pattern", "^a", "^b", "^ab$")),
    ("format of a string", *_with(_S, "format", "date", "date-time", "uuid", "email")),
    ("format of an integer", *_with(_I, "format", "int64", "int32")),
    ("minimum", *_with(_N, "minimum", 1, 2, 1.5)),
    ("maximum", *_with(_N, "maximum", 3, 2, 2.5)),
    ("exclusiveMinimum", *_with(_N, "exclusiveMinimum", 1, 2)),
    ("exclusiveMaximum", *_with(_N, "exclusiveMaximum", 3, 2)),
    ("minimum to exclusive", {**_N, "minimum": 1}, {**_N, "exclusiveMinimum": 1}),
    ("maximum to exclusive", {**_N, "maximum": 3}, {**_N, "exclusiveMaximum": 3}),
    ("minimum of an integer", *_with(_I, "minimum", 1, 2)),
    ("exclusiveMaximum of an integer", *_with(_I, "exclusiveMaximum", 3, 2)),
    ("multipleOf", *_with(_N, "multipleOf", 0.5, 1.5, 3, 2)),
    ("multipleOf of an integer", *_with(_I, "multipleOf", 2, 6, 3)),
    ("enum", *_with(_S, "enum", ["a", "b", "abc"], ["a", "b"], ["b", "ab"], ["ab"])),
    ("enum of numbers", *_with(_N, "enum", [1, 2], [1, 2, 3], [1.5])),
    ("enum of any type", {}, {"enum": ["a", 1, None]}, {"enum": ["a", 1]}, {"enum": ["a", True]}),
    ("enum of objects", *_with(_O, "enum", [{"extra": 1}, {}], [{}])),
    ("enum of lists", *_with(_A, "enum", [[], [1]], [[1]])),
    ("enum and null", {"type": ["string", "null"], "enum": ["a", None]}, {"type": ["string", "null"], "enum": ["a"]}),
    ("const", *_with(_S, "const", "a", "b")),
    ("enum and a limit", {"enum": ["a", "abc"]}, {"enum": ["a", "abc"], "minLength": 2}),
    ("enum and a pattern", {"enum": ["ab", "b"]}, {"enum": ["ab", "b"], "pattern": "^a"}),
    ("enum and not", {"enum": ["ab", "b"]}, {"enum": ["ab", "b"], "not": {"const": "b"}}),
    ("enum and multipleOf", {"enum": [1, 2, 3]}, {"enum": [1, 2, 3], "multipleOf": 2}),
    ("enum and required", {"enum": [{"extra": 1}, {}]}, {"enum": [{"extra": 1}, {}], "required": ["extra"]}),
    ("enum and items", {"enum": [["a"], [1]]}, {"enum": [["a"], [1]], "items": {"type": "string"}}),
    ("enum and anyOf", {"enum": ["a", "abc"]}, {"enum": ["a", "abc"], "anyOf": [{"minLength": 3}, {"type": "null"}]}),
    ("boolean enum", {"type": "boolean"}, {"type": "boolean", "enum": [True]}, {"type": "boolean", "enum": [False]}),
    (
        "type",
        {},
        _S,
        {"type": ["string", "null"]},
        {"type": ["integer", "null"]},
        _I,
        _N,
        {"type": ["number", "string"]},
        {"type": ["string", "boolean"]},
        {"type": "boolean"},
        {"type": "null"},
        _A,
        _O,
        {"type": ["object", "array"]},
    ),
    ("boolean schema", {}, False, _S, True),
    ("nullable", _S, {"type": ["string", "null"]}),
    (
        "nullable by anyOf",
        {**_O, "properties": {"a": _S}},
        {"anyOf": [{**_O, "properties": {"a": _S}}, {"type": "null"}]},
    ),
    (
        "nullable by oneOf",
        _S,
        {"oneOf": [_S, {"type": "null"}]},
        {"oneOf": [{"type": ["string", "null"]}, {"type": "null"}]},
    ),
    ("limits of no type", {}, {"minLength": 2}, {"minLength": 2, "minimum": 2}, {"minLength": 3, "minimum": 2}),
    ("required of no type", {}, {"required": ["a"]}, {"required": ["a", "b"]}),
    ("items of no type", {}, {"items": _S}, {"items": _SHORT}),
    ("limits that contradict", {**_S, "minLength": 2, "maxLength": 3}, {**_S, "minLength": 4, "maxLength": 3}),
    ("numbers that contradict", {**_N, "minimum": 2, "maximum": 3}, {**_N, "minimum": 4, "maximum": 3}),
    ("sizes that contradict", {**_A, "minItems": 2, "maxItems": 3}, {**_A, "minItems": 4, "maxItems": 3}),
    ("minItems", *_with(_A, "minItems", 1, 2)),
    ("maxItems", *_with(_A, "maxItems", 3, 1)),
    ("uniqueItems", *_with(_A, "uniqueItems", True)),
    ("items", *_with(_A, "items", _S, _SHORT, {"type": ["string", "null"]}, False)),
    (
        "prefixItems",
        _A,
        {**_A, "prefixItems": [_S]},
        {**_A, "prefixItems": [_SHORT]},
        {**_A, "prefixItems": [_SHORT, _I]},
        {**_A, "prefixItems": [_SHORT], "items": _I},
        {**_A, "prefixItems": [_SHORT], "items": False},
    ),
    (
        "prefixItems and items",
        {**_A, "items": _S},
        {**_A, "prefixItems": [_SHORT], "items": _S},
        {**_A, "prefixItems": [_I], "items": _S},
    ),
    ("contains", *_with(_A, "contains", _S, _LONG)),
    ("contains anything", _A, {**_A, "contains": {}}, {**_A, "contains": {}, "minContains": 2}),
    (
        "minContains",
        {**_A, "contains": _S},
        {**_A, "contains": _S, "minContains": 2},
        {**_A, "contains": _S, "minContains": 0},
    ),
    (
        "maxContains",
        {**_A, "contains": _S},
        {**_A, "contains": _S, "maxContains": 2},
        {**_A, "contains": _S, "maxContains": 1},
    ),
    ("maxContains alone", _A, {**_A, "contains": _S, "minContains": 0, "maxContains": 1}),
    (
        "unevaluatedItems",
        {**_A, "prefixItems": [_S]},
        {**_A, "prefixItems": [_S], "unevaluatedItems": _I},
        {**_A, "prefixItems": [_S], "unevaluatedItems": False},
    ),
    (
        "unevaluatedItems behind a branch",
        {**_A, "anyOf": [{"prefixItems": [_S]}, {"prefixItems": [_I, _I]}]},
        {**_A, "anyOf": [{"prefixItems": [_S]}, {"prefixItems": [_I, _I]}], "unevaluatedItems": False},
    ),
    (
        "optional property",
        _O,
        {**_O, "properties": {"a": _S}},
        {**_O, "properties": {"a": _SHORT}},
        {**_O, "properties": {"a": _SHORT, "b": _I}},
    ),
    ("required property", _O, {**_O, "required": ["a"], "properties": {"a": _S}}, {**_O, "properties": {"a": _S}}),
    ("required alone", _AB, {**_AB, "required": ["a"]}, {**_AB, "required": ["a", "b"]}),
    ("required and not named", _O, {**_O, "required": ["a"]}),
    ("property that may not be", {**_O, "properties": {"a": _S}}, {**_O, "properties": {"a": False}}),
    (
        "property of a closed object",
        {**_O, "additionalProperties": False},
        {**_O, "additionalProperties": False, "properties": {"a": _S}},
        {**_O, "additionalProperties": False, "properties": {"a": _S}, "required": ["a"]},
        {**_O, "additionalProperties": False, "properties": {"a": _S, "b": _S}, "required": ["a", "b"]},
    ),
    (
        "property of a map",
        {**_O, "additionalProperties": _S},
        {**_O, "additionalProperties": _S, "properties": {"a": _SHORT}},
        {**_O, "additionalProperties": _S, "properties": {"a": {}}},
        {**_O, "additionalProperties": _S, "properties": {"a": _I}},
    ),
    ("additionalProperties", *_with(_O, "additionalProperties", _S, _SHORT, False)),
    ("additionalProperties beside", *_with({**_O, "properties": {"a": _S}}, "additionalProperties", _S, False)),
    (
        "patternProperties",
        *_with(_O, "patternProperties", {"^x": _S}, {"^x": _SHORT}, {"^y": _SHORT}, {"^x": _S, "^y": _S}),
    ),
    (
        "patternProperties of a closed object",
        *_with({**_O, "additionalProperties": False}, "patternProperties", {"^x": _S}, {"^x": _I}),
    ),
    (
        "patternProperties of a map",
        *_with({**_O, "additionalProperties": _S}, "patternProperties", {"^x": _SHORT}, {"^x": _I}),
    ),
    (
        "patternProperties and a property",
        {**_O, "properties": {"xa": _S}},
        {**_O, "properties": {"xa": _S}, "patternProperties": {"^x": _SHORT}},
    ),
    ("propertyNames", *_with(_O, "propertyNames", {"maxLength": 4}, {"maxLength": 2}, {"pattern": "^e"})),
    ("minProperties", *_with(_O, "minProperties", 1, 2)),
    ("maxProperties", *_with(_O, "maxProperties", 3, 1)),
    ("dependentRequired", *_with(_AB, "dependentRequired", {"a": ["b"]}, {"a": ["b"], "b": ["a"]}, {"a": ["b", "c"]})),
    (
        "dependentSchemas",
        *_with(
            _AB,
            "dependentSchemas",
            {"a": {"required": ["b"]}},
            {"a": {"properties": {"b": _SHORT}}},
            {"a": {"required": ["b"]}, "b": {"minProperties": 3}},
        ),
    ),
    ("unevaluatedProperties", *_with(_AB, "unevaluatedProperties", _S, False)),
    (
        "unevaluatedProperties behind allOf",
        *_with({"type": "object", "allOf": [_AB]}, "unevaluatedProperties", _S, False),
    ),
    (
        "unevaluatedProperties behind anyOf",
        *_with(
            {"type": "object", "anyOf": [_AB, {"required": ["c"], "properties": {"c": _I}}]},
            "unevaluatedProperties",
            _S,
            False,
        ),
    ),
    (
        "allOf",
        _S,
        {"allOf": [_S, {"minLength": 2}]},
        {"allOf": [_S, {"minLength": 3}]},
        {"allOf": [_S, {"minLength": 3}, {"maxLength": 4}]},
    ),
    (
        "allOf of objects",
        {"allOf": [_AB]},
        {"allOf": [_AB, {"required": ["a"]}]},
        {"allOf": [{**_AB, "additionalProperties": False}, {"required": ["a"]}]},
    ),
    (
        "allOf of closed objects",
        {"allOf": [{**_O, "properties": {"a": _S}}, {**_O, "properties": {"b": _S}}]},
        {"allOf": [{**_O, "properties": {"a": _S}, "additionalProperties": False}, {**_O, "properties": {"b": _S}}]},
    ),
    (
        "anyOf of types",
        {"anyOf": [_S, _I]},
        {"anyOf": [_S, _I, {"type": "boolean"}]},
        {"anyOf": [_SHORT, _I, {"type": "boolean"}]},
        {"anyOf": [_SHORT, _N]},
    ),
    (
        "anyOf of objects",
        {"anyOf": [_CAT, _DOG]},
        {"anyOf": [_CAT, _DOG, _COW]},
        {"anyOf": [_DOG, _COW]},
        {"anyOf": [_DOG, {**_COW, "required": ["kind", "milk"]}]},
    ),
    (
        "anyOf of required",
        {**_AB, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {**_AB, "anyOf": [{"required": ["a"]}]},
        _AB,
    ),
    (
        "anyOf of limits",
        {**_S, "anyOf": [{"maxLength": 1}, {"minLength": 3}]},
        {**_S, "anyOf": [{"maxLength": 1}, {"minLength": 4}]},
        {**_S, "anyOf": [{"maxLength": 2}, {"minLength": 4}]},
    ),
    ("anyOf that adds nothing", {"anyOf": [_S, _I]}, {"anyOf": [_S, _I, _SHORT]}),
    ("oneOf of objects", {"oneOf": [_CAT, _DOG]}, {"oneOf": [_CAT, _DOG, _COW]}, {"oneOf": [_DOG, _COW]}),
    (
        "oneOf that overlaps",
        {"oneOf": [_SHORT, _LONG]},
        {"oneOf": [_SHORT, {"type": "string", "minLength": 3}]},
        {"anyOf": [_SHORT, {"type": "string", "minLength": 3}]},
    ),
    ("one schema to alternatives", _CAT, {"oneOf": [_CAT, _DOG]}, _DOG),
    ("not", _S, {**_S, "not": {"const": "a"}}, {**_S, "not": {"enum": ["a", "b"]}}, {**_S, "not": {"maxLength": 2}}),
    ("not of objects", _AB, {**_AB, "not": {"required": ["a"]}}, {**_AB, "not": {"required": ["a", "b"]}}),
    ("not of a type", {}, {"not": _S}, {"not": {"type": ["string", "integer"]}}, {"not": _N}),
    (
        "if and then",
        _AB,
        {**_AB, "if": {"required": ["a"]}, "then": {"required": ["b"]}},
        {**_AB, "if": {"required": ["a"]}, "then": {"required": ["b", "c"]}},
        {**_AB, "if": {"required": ["a", "c"]}, "then": {"required": ["b", "c"]}},
    ),
    (
        "if and else",
        _AB,
        {**_AB, "if": {"required": ["a"]}, "else": {"required": ["b"]}},
        {**_AB, "if": {"required": ["a", "c"]}, "else": {"required": ["b"]}},
        {**_AB, "if": {"required": ["a", "c"]}, "else": {"required": ["b", "c"]}},
    ),
    (
        "then",
        {"if": {"type": "string"}, "then": {"minLength": 2}},
        {"if": {"type": "string"}, "then": {"minLength": 3}},
        {"if": {"type": "string"}, "then": False},
    ),
    (
        "if, then and else",
        {"if": {"maxLength": 2}, "then": {"pattern": "^a"}, "else": {"pattern": "^b"}},
        {"if": {"maxLength": 3}, "then": {"pattern": "^a"}, "else": {"pattern": "^b"}},
    ),
    ("readOnly", {**_O, "properties": {"a": _S}}, {**_O, "properties": {"a": {**_S, "readOnly": True}}}),
    (
        "readOnly and required",
        {**_O, "required": ["a"], "properties": {"a": _S}},
        {**_O, "required": ["a"], "properties": {"a": {**_S, "readOnly": True}}},
    ),
    (
        "writeOnly and required",
        {**_O, "required": ["a"], "properties": {"a": _S}},
        {**_O, "required": ["a"], "properties": {"a": {**_S, "writeOnly": True}}},
    ),
    (
        "inside of readOnly",
        {**_O, "properties": {"a": {**_S, "readOnly": True}}},
        {**_O, "properties": {"a": {**_SHORT, "readOnly": True}}},
    ),
)

# Each is a row of schemas that accept the same.
_SPELLINGS: tuple[tuple[Any, ...], ...] = (
    (
        "nullable string",
        {"type": ["string", "null"]},
        {"type": ["null", "string"]},
        {"anyOf": [_S, {"type": "null"}]},
        {"oneOf": [{"type": "null"}, _S]},
        {"type": "string", "nullable": True},
        {"anyOf": [{"type": ["string", "null"]}]},
    ),
    (
        "nullable with limits",
        {"type": ["string", "null"], "minLength": 1},
        {"anyOf": [{**_S, "minLength": 1}, {"type": "null"}]},
        {"minLength": 1, "anyOf": [_S, {"type": "null"}]},
        {"oneOf": [{**_S, "minLength": 1}, {"const": None}]},
        {"oneOf": [{**_S, "minLength": 1}, {"enum": [None]}]},
    ),
    (
        "nullable enum",
        {"type": ["string", "null"], "enum": ["a", "b", None]},
        {"enum": [None, "b", "a"]},
        {"oneOf": [{"enum": ["a", "b"]}, {"type": "null"}]},
        {"type": ["string", "null"], "anyOf": [{"const": "a"}, {"const": "b"}, {"const": None}]},
    ),
    (
        "nullable object",
        {"type": ["object", "null"], "properties": {"a": _S}},
        {"anyOf": [{**_O, "properties": {"a": _S}}, {"type": "null"}]},
        {"oneOf": [{"type": "null"}, {**_O, "properties": {"a": _S}}]},
        {"allOf": [{**_O, "properties": {"a": _S}}], "nullable": True},
    ),
    ("types", _N, {"type": ["number"]}, {"type": ["integer", "number"]}, {"anyOf": [_I, _N]}, {"anyOf": [_N]}),
    (
        "any type",
        {},
        True,
        {"type": ["string", "number", "boolean", "array", "object", "null", "integer"]},
        {"anyOf": [{}, _S]},
        {"not": False},
        {"allOf": []},
    ),
    ("no type", False, {"not": {}}, {"allOf": [_S, _I]}, {"enum": []}, {"anyOf": [False, False]}),
    (
        "const",
        {**_S, "const": "a"},
        {"const": "a"},
        {"enum": ["a"]},
        {"enum": ["a", 1], "type": "string"},
        {"anyOf": [{"const": "a"}]},
        {"enum": ["a", "abc"], "maxLength": 1},
    ),
    (
        "enum in parts",
        {"enum": ["a", "b", "c"]},
        {"enum": ["c", "b", "a"]},
        {"anyOf": [{"const": "a"}, {"enum": ["b", "c"]}]},
        {"oneOf": [{"const": "a", "title": "First"}, {"const": "b"}, {"const": "c"}]},
        {"allOf": [{"enum": ["a", "b", "c", "d"]}, {"enum": ["c", "a", "b"]}]},
    ),
    (
        "enum and pattern",
        {"enum": ["ab"]},
        {"enum": ["ab", "b"], "pattern": "^a"},
        {"enum": ["ab", "b"], "not": {"const": "b"}},
    ),
    ("enum of booleans", {"type": "boolean"}, {"enum": [True, False]}, {"anyOf": [{"const": True}, {"const": False}]}),
    (
        "limits of integers",
        {**_I, "minimum": 5},
        {**_I, "exclusiveMinimum": 4},
        {**_I, "minimum": 4.5},
        {**_I, "minimum": 5, "exclusiveMinimum": 3},
        {**_N, "multipleOf": 1, "minimum": 5},
    ),
    (
        "limits that say nothing",
        _S,
        {**_S, "minLength": 0},
        {**_S, "pattern": ""},
        {**_S, "pattern": ".*"},
        {**_S, "minimum": 3},
        {**_S, "required": ["a"]},
        {**_S, "items": _I},
        {**_S, "uniqueItems": True},
    ),
    (
        "lists that say nothing",
        _A,
        {**_A, "minItems": 0},
        {**_A, "uniqueItems": False},
        {**_A, "items": {}},
        {**_A, "items": True},
        {**_A, "minLength": 3},
        {**_A, "contains": _S, "minContains": 0},
        {**_A, "prefixItems": [{}]},
    ),
    (
        "objects that say nothing",
        _O,
        {**_O, "minProperties": 0},
        {**_O, "additionalProperties": True},
        {**_O, "additionalProperties": {}},
        {**_O, "required": []},
        {**_O, "properties": {}},
        {**_O, "patternProperties": {}},
        {**_O, "dependentRequired": {}},
        {**_O, "propertyNames": {}},
        {**_O, "propertyNames": _S},
        {**_O, "unevaluatedProperties": True},
        {**_O, "maxLength": 3},
    ),
    (
        "words",
        _S,
        {**_S, "title": "T"},
        {**_S, "description": "D"},
        {**_S, "examples": ["a"]},
        {**_S, "$comment": "C"},
        {**_S, "x-internal": 1},
        {**_S, "example": "a"},
        {**_S, "externalDocs": {"url": "https://a.example"}},
    ),
    (
        "allOf split",
        {**_AB, "required": ["a"]},
        {"allOf": [{**_O, "properties": {"a": _S}, "required": ["a"]}, {**_O, "properties": {"b": _S}}]},
        {"allOf": [{**_AB, "required": ["a"]}]},
        {"allOf": [_AB, {"required": ["a"]}]},
        {**_AB, "allOf": [{"required": ["a"]}]},
        {"anyOf": [{**_AB, "required": ["a"]}]},
        {"oneOf": [{"allOf": [{**_AB, "required": ["a"]}]}]},
    ),
    (
        "allOf of limits",
        {**_S, "minLength": 2, "maxLength": 4},
        {"allOf": [{**_S, "minLength": 2}, {"maxLength": 4}]},
        {"allOf": [{**_S, "minLength": 1}, {**_S, "minLength": 2, "maxLength": 4}]},
    ),
    (
        "alternatives in another order",
        {"oneOf": [_CAT, _DOG]},
        {"oneOf": [_DOG, _CAT]},
        {"anyOf": [_CAT, _DOG]},
        {"anyOf": [_CAT, {"anyOf": [_DOG]}]},
    ),
    (
        "alternatives of types",
        {"anyOf": [_SHORT, _I]},
        {"oneOf": [_I, _SHORT]},
        {"type": ["string", "integer"], "maxLength": 3},
        {"anyOf": [_I, _SHORT, {**_SHORT, "minLength": 1}]},
    ),
    (
        "closed objects",
        {**_AB, "additionalProperties": False},
        {**_AB, "unevaluatedProperties": False},
        {"allOf": [_AB], "unevaluatedProperties": False},
    ),
    (
        "conditions that say nothing",
        _S,
        {**_S, "if": {"minLength": 2}},
        {**_S, "then": {"minLength": 2}},
        {**_S, "if": {"minLength": 2}, "then": True, "else": {}},
    ),
    (
        "conditions that are settled",
        {**_S, "minLength": 2},
        {**_S, "if": True, "then": {"minLength": 2}},
        {**_S, "if": False, "else": {"minLength": 2}},
        {**_S, "if": _S, "then": {"minLength": 2}},
    ),
    (
        "contradictions",
        False,
        {**_S, "minLength": 3, "maxLength": 2},
        {**_I, "minimum": 3, "maximum": 2},
        {**_N, "exclusiveMinimum": 3, "maximum": 3},
        {**_A, "minItems": 2, "maxItems": 1},
        {**_O, "minProperties": 2, "maxProperties": 1},
    ),
    ("not not", _S, {"not": {"not": _S}}, {"not": {"type": ["number", "boolean", "array", "object", "null"]}}),
    ("values in another spelling", {"enum": [1, 2]}, {"enum": [2.0, 1.0]}, {"anyOf": [{"const": 1.0}, {"const": 2}]}),
    (
        "multiples",
        {**_I, "multipleOf": 3},
        {**_N, "multipleOf": 3},
        {**_I, "multipleOf": 3.0},
        {"allOf": [{**_I, "multipleOf": 3}, {"multipleOf": 1}]},
    ),
    (
        "property in another order",
        _AB,
        {**_O, "properties": {"b": _S, "a": _S}},
        {**_O, "properties": {"a": {"type": ["string"]}, "b": _S}},
    ),
    (
        "dependentRequired by dependentSchemas",
        {**_AB, "dependentRequired": {"a": ["b"]}},
        {**_AB, "dependentSchemas": {"a": {"required": ["b"]}}},
    ),
)
