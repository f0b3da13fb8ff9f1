"""Laws of what JSON Schema 2020-12 can say: each keyword has its type, and no answer is lost to one."""

from __future__ import annotations

from typing import Any

import pytest

from .documents import JSON, both_ways, document, losses, plan, ref, types_of
from .test_shapes import STRING, answered, obj, requested, returned, taken

INTEGER = {"type": "integer"}
NULL = {"type": "null"}
CLOSED_PAIR = {"type": "array", "prefixItems": [STRING, INTEGER], "items": False, "minItems": 2}


# Lists


@pytest.mark.parametrize("closing", [{"items": False}, {"maxItems": 2}, {"unevaluatedItems": False}])
def test_a_list_of_fixed_places_is_a_tuple(closing: JSON) -> None:
    """A request sends it exactly so; an answer of another length is still an answer."""
    schema = {"type": "array", "prefixItems": [STRING, INTEGER], "minItems": 2, **closing}
    assert taken(requested(schema)) == "tuple[str, int]"
    assert returned(answered(schema)) == "tuple[str, int] | tuple[Any, ...]"
    assert not losses(requested(schema))
    assert not losses(answered(schema))


@pytest.mark.parametrize(
    ("rest", "others"),
    [
        ({"items": False}, "list[str | int]"),
        ({"items": {"type": "boolean"}}, "list[str | int | bool]"),
        ({"minItems": 2}, "list[Any]"),
        ({}, "list[Any]"),
    ],
)
def test_a_list_whose_length_is_open_is_a_tuple_or_a_list(rest: JSON, others: str) -> None:
    """What the contract allows can be sent, and the ledger says that the types do not hold it to its places."""
    package = requested({"prefixItems": [STRING, INTEGER], **rest})
    assert taken(package) == f"tuple[str, int] | {others}"
    assert list(losses(package).values()) == ["prefixItems"]


def test_a_list_without_places_is_a_list() -> None:
    """An empty `prefixItems` says nothing."""
    assert taken(requested({"type": "array", "prefixItems": []})) == "list[Any]"


def test_classes_stand_in_tuples() -> None:
    """An object at a place is a class, named after the place."""
    schema = {"type": "array", "prefixItems": [obj(a=STRING), obj(b=STRING)], "items": False, "minItems": 2}
    assert taken(requested(schema)) == "tuple[RunRequestItem1, RunRequestItem2]"


# Objects


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"patternProperties": {"^a": STRING}}, "dict[str, str]"),
        ({"patternProperties": {"^a": STRING, "^b": INTEGER}}, "dict[str, str | int]"),
        ({"patternProperties": {"^a": STRING}, "additionalProperties": INTEGER}, "dict[str, str | int]"),
        ({"patternProperties": {"^a": STRING}, "additionalProperties": False}, "dict[str, str]"),
        ({"patternProperties": {"^a": STRING}, "additionalProperties": True}, "dict[str, Any]"),
        ({"patternProperties": {"^a": False}}, "dict[str, Any]"),
        ({"type": "object", "unevaluatedProperties": STRING}, "dict[str, str]"),
        ({"type": "object", "unevaluatedProperties": False}, "dict[str, Any]"),
        ({"type": "object", "propertyNames": {"type": "string"}}, "dict[str, Any]"),
    ],
)
def test_objects_of_any_name_are_maps(schema: JSON, type_: str) -> None:
    """What the values may be is the type; which names they may have is not."""
    assert returned(answered(schema)) == taken(requested(schema)) == type_


@pytest.mark.parametrize(
    "schema",
    [
        {"patternProperties": {".*": STRING}},
        {"type": "object", "propertyNames": {"type": "string", "description": "Ids."}},
        {**obj(a=STRING), "unevaluatedProperties": False},
        {**STRING, "if": {"minLength": 2}},
    ],
)
def test_what_limits_nothing_is_no_loss(schema: JSON) -> None:
    """A pattern for any name, names that are strings, an `if` without `then`: the type says it all."""
    assert not losses(requested(schema))


def test_patterns_beside_properties_type_the_additional_argument() -> None:
    """A body that is given field by field takes further names with the values that their patterns allow."""
    schema = {**obj(a=STRING), "patternProperties": {"^x-": INTEGER}, "additionalProperties": False}
    (argument,) = requested(schema).resources[0].methods[0].at("additional")
    assert argument.annotation == "Mapping[str, int]"


@pytest.mark.parametrize(
    "sometimes",
    [
        {"dependentSchemas": {"a": {"properties": {"b": INTEGER}, "required": ["b"]}}},
        {"if": {"required": ["a"]}, "then": {"properties": {"b": INTEGER}, "required": ["b"]}},
        {"if": {"required": ["a"]}, "then": {"not": {}}, "else": {"$ref": "#/components/schemas/More"}},
    ],
)
def test_properties_that_are_there_sometimes_are_optional(sometimes: JSON) -> None:
    """What only holds under a condition is a field, which is never required."""
    package = requested({**obj(a=STRING), **sometimes}, More=obj(b=INTEGER))
    assert types_of(package)["RunRequest.b"] == "int | MISSING = MISSING"
    assert losses(package)


def test_a_property_that_nothing_satisfies_is_no_field() -> None:
    """`false` for a property says that it is not there, as does `additionalProperties: false` a level too deep."""
    package = requested({"type": "object", "properties": {"a": STRING, "additionalProperties": False}})
    assert list(types_of(package)) == ["RunRequest.a"]
    assert not losses(package)


# Several types


@pytest.mark.parametrize(
    ("types", "type_"),
    [
        (["object", "null"], "RunResponse | None"),
        (["object", "string"], "RunResponse | str"),
        (["array", "object", "null"], "RunResponse | list[Any] | None"),
        ("string", "RunResponse | str"),
    ],
)
def test_an_object_among_other_types(types: Any, type_: str) -> None:
    """Properties make a class, and the other types stand beside it, inline and as a component."""
    schema = {**obj(a=STRING), "type": types}
    assert returned(answered(schema)) == type_
    named = plan(both_ways({"RunResponse": schema}, gives="RunResponse"))
    assert returned(named) == type_


@pytest.mark.parametrize(
    ("parts", "type_"),
    [
        ([{"type": "number"}, {"type": "integer"}], "int"),
        ([{"type": "integer"}, {"type": "number"}], "int"),
        ([{"type": ["string", "null"]}, {"type": "string"}], "str"),
        ([{"type": "string"}, {"type": ["string", "null"]}], "str | None"),
        ([STRING, {"anyOf": [{"description": "Said in 3.0."}, NULL]}], "str | None"),
        ([{"enum": ["a", "b"]}, {"enum": ["b", "c"]}], 'Literal["b"]'),
    ],
)
def test_parts_of_all_of_have_in_common_what_both_say(parts: list[JSON], type_: str) -> None:
    """A value is of the types, and one of the values, that every part allows."""
    package = requested({"allOf": parts})
    assert taken(package) == type_
    assert not losses(package)


@pytest.mark.parametrize(
    ("parts", "type_"),
    [
        ([STRING, INTEGER], "str | int"),
        ([{"enum": ["a"]}, {"enum": ["b"]}], 'Literal["b"]'),
        ([{"enum": ["a"]}, {"enum": []}], 'Literal["a"]'),
    ],
)
def test_parts_of_all_of_that_exclude_each_other_are_a_loss(parts: list[JSON], type_: str) -> None:
    """Nothing satisfies them, and yet there are answers: any of the types, the later of the values."""
    package = requested({"allOf": parts})
    assert taken(package) == type_
    assert losses(package)


# Values


@pytest.mark.parametrize(
    ("schema", "open_", "closed"),
    [
        ({"type": "number", "enum": [1, 2]}, "Literal[1, 2] | int | float", "Literal[1, 2]"),
        ({"type": "integer", "const": 1.0}, "Literal[1] | int", "Literal[1]"),
        ({"type": ["string", "null"], "enum": ["a"]}, 'Literal["a"] | str | None', 'Literal["a"]'),
        ({"type": "integer", "enum": ["1"]}, 'Literal["1"] | int | str', 'Literal["1"] | int'),
        ({"type": "array", "const": [1]}, "list[Any]", "list[Any]"),
        ({"type": "object", "const": {"a": 1}}, "dict[str, Any]", "dict[str, Any]"),
        ({**obj(a=STRING), "enum": [{"a": "b"}]}, "RunResponse", "RunRequest"),
    ],
)
def test_values_and_their_stated_type(schema: JSON, open_: str, closed: str) -> None:
    """An answer of the stated type is no loss, whatever values are listed; a request sends what is listed."""
    assert returned(answered(schema)) == open_
    assert taken(requested(schema)) == closed


@pytest.mark.parametrize(
    ("schema", "said"),
    [({"const": 1.5}, "Always `1.5`."), ({"enum": [[1], {"a": None}]}, 'One of `[1]`, `{"a": null}`.')],
)
def test_values_that_no_type_says_are_documented(schema: JSON, said: str) -> None:
    """What `Literal` cannot hold stands in the words of the field."""
    (shape,) = requested(obj(a=schema)).models.shapes
    assert shape.fields[0].documentation.raw == said


# Alternatives


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"anyOf": [STRING, False]}, "str"),
        ({"oneOf": []}, "Any"),
        ({"type": "string", "anyOf": [{"enum": ["a"]}, {"pattern": "^x"}]}, 'Literal["a"] | str'),
        ({"type": "null", "oneOf": [STRING, INTEGER]}, "str | int | None"),
        ({"oneOf": [STRING, STRING]}, "str"),
        ({"anyOf": [INTEGER, {"type": "number"}]}, "int | float"),
    ],
)
def test_alternatives_of_anything(schema: JSON, type_: str) -> None:
    """Alternatives share the type beside them; one that nothing satisfies is none."""
    assert taken(requested(schema)) == type_


def test_properties_that_several_alternatives_describe_are_any_of_them() -> None:
    """In the one class that holds all, a field takes what any alternative says, and is required if all require it."""
    one = {**obj(kind={"const": "a"}, x=STRING), "required": ["kind", "x"]}
    two = {**obj(kind={"const": "b"}, y=STRING), "required": ["kind"]}
    package = requested({**obj(name=STRING), "oneOf": [one, two]})
    assert types_of(package) == {
        "RunRequest.kind": 'Literal["a", "b"]',
        "RunRequest.x": "str | MISSING = MISSING",
        "RunRequest.y": "str | MISSING = MISSING",
        "RunRequest.name": "str | MISSING = MISSING",
    }


@pytest.mark.parametrize("alternatives", [[ref("More")], [NULL, ref("More")]])
def test_one_alternative_beside_properties_is_a_part(alternatives: list[JSON]) -> None:
    """What is the only choice is no choice; null is none for what has a type beside it."""
    schema = {**obj(a=STRING), "oneOf": alternatives}
    package = requested(schema, More={**obj(b=STRING), "required": ["b"]})
    assert types_of(package)["RunRequest.b"] == "str"
    assert not losses(package)


@pytest.mark.parametrize("name", ["Dog", "#/components/schemas/Dog"])
def test_a_mapping_names_members_of_the_union(name: str) -> None:
    """What only the discriminator's mapping names, by name or by reference, is a member all the same."""
    cat, dog = ({**obj(kind={"const": kind}), "required": ["kind"]} for kind in ("cat", "dog"))
    union = {"oneOf": [ref("Cat")], "discriminator": {"propertyName": "kind", "mapping": {"dog": name, "x": "Nothing"}}}
    package = requested(union, Cat=cat, Dog=dog)
    assert taken(package) == "Cat | Dog"
    assert types_of(package)["Dog.kind"] == 'Literal["dog"]'


def test_a_union_of_a_class_with_itself_and_another_stays_open() -> None:
    """An answer that is neither the class that is being described nor its sibling is a plain object."""
    node = obj(next={"oneOf": [ref("Node"), ref("Leaf")]})
    package = plan(both_ways({"Node": node, "Leaf": obj(a=STRING)}, gives="Node"))
    assert types_of(package)["Node.next"] == "Node | Leaf | dict[str, Any] | MISSING = MISSING"


def test_no_schema_is_lost_without_operations() -> None:
    """Components that nothing uses are types as well."""
    package = plan(document(schemas={"Pair": CLOSED_PAIR}))
    assert types_of(package) == {"Pair": "tuple[str, int] | tuple[Any, ...]"}
