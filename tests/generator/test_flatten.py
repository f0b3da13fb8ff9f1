"""Laws of `flatten`: what `allOf` and `$ref` bring together stands in one place, and still knows where it came from."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_generator.contract import Schema
from handbill_generator.plan.flatten import Flat, flatten
from hypothesis import given
from hypothesis import strategies as st

from .documents import JSON, document, read, ref

STRING = {"type": "string"}


def flat(schema: Any, **schemas: Any) -> Flat:
    """Flatten *schema* as the component `It`, beside others."""
    contract = read(document(schemas={"It": schema, **schemas}))
    return flatten(contract.schemas["It"], contract.resolve)


def test_properties_of_all_parts_come_together() -> None:
    """Members and what is required are the union of the parts, each with the pointer of its own part."""
    parts = [{"properties": {"a": STRING}, "required": ["a"]}, ref("Base"), {"allOf": [{"properties": {"c": STRING}}]}]
    found = flat({"allOf": parts, "properties": {"d": STRING}}, Base={"properties": {"b": STRING}, "required": ["b"]})
    assert found.is_object
    assert found.required == {"a", "b"}
    assert {name: member.pointer for name, member in found.properties.items()} == {
        "a": "#/components/schemas/It/allOf/0/properties/a",
        "b": "#/components/schemas/Base/properties/b",
        "c": "#/components/schemas/It/allOf/2/allOf/0/properties/c",
        "d": "#/components/schemas/It/properties/d",
    }


def test_the_later_part_refines_a_property() -> None:
    """A property that stands twice is what both parts say, unless the later only repeats that it exists."""
    first = {"properties": {"a": STRING, "b": STRING}}
    found = flat({"allOf": [first, {"properties": {"a": {"const": "x"}, "b": {}}}]})
    assert found.properties["a"].keywords == {"allOf": [STRING, {"const": "x"}]}
    assert found.properties["b"].keywords == STRING


@pytest.mark.parametrize(
    ("one", "two", "merged"),
    [
        ({"maximum": 5}, {"maximum": 3}, {"maximum": 3}),
        ({"minLength": 1}, {"minLength": 3}, {"minLength": 3}),
        ({"enum": ["a", "b"]}, {"enum": ["b", "c"]}, {"enum": ["b"]}),
    ],
)
def test_the_narrower_limit_wins(one: JSON, two: JSON, merged: JSON) -> None:
    """Both parts hold, so that only what both allow is allowed; their order does not matter."""
    assert flat({"allOf": [one, two]}).keywords == merged
    assert flat({"allOf": [two, one]}).keywords == merged


def test_the_outermost_annotation_wins() -> None:
    """What a schema says of itself comes before what its parts say of themselves."""
    found = flat({"allOf": [{"description": "inner", "title": "T"}], "description": "outer"})
    assert found.keywords == {"description": "outer", "title": "T"}


@pytest.mark.parametrize(
    "schema", [ref("Pet"), {**ref("Pet"), "description": "D."}, {"allOf": [ref("Pet")], "x-any": 1}]
)
def test_a_mere_reference_stays_one(schema: JSON) -> None:
    """A reference with words beside it is not merged, so that its class is used."""
    found = flat(schema, Pet={"properties": {"a": STRING}})
    assert found.reference == "#/components/schemas/Pet"
    assert not found.is_object


def test_a_reference_with_limits_is_merged() -> None:
    """What narrows its target beside a `$ref` is a schema of its own (JSON Schema 2020-12, section 8.2.3.1)."""
    found = flat({**ref("Pet"), "required": ["a"]}, Pet={"properties": {"a": STRING}})
    assert not found.reference
    assert found.required == set(found.properties) == {"a"}


def test_a_circle_of_parts_ends() -> None:
    """Schemas that are parts of one another are each taken once."""
    found = flat(
        {"allOf": [ref("Other"), {"properties": {"a": STRING}}]},
        Other={"allOf": [ref("It"), {"properties": {"b": STRING}}]},
    )
    assert set(found.properties) == {"a", "b"}


def test_alternatives_of_both_kinds() -> None:
    """`oneOf` and `anyOf` are alternatives, each with its pointer."""
    found = flat({"oneOf": [STRING], "anyOf": [STRING, True]})
    assert [alternative.pointer.rpartition("It/")[2] for alternative in found.alternatives] == [
        "oneOf/0",
        "anyOf/0",
        "anyOf/1",
    ]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["allOf", "oneOf", "properties", "required", "enum", "maximum", "a"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    )
)
def test_flatten_is_total(keywords: Any) -> None:
    """Keywords of the wrong type are passed over; nothing raises."""
    found = flatten(Schema(keywords=keywords, pointer="#/x"), lambda pointer: Schema(keywords=True, pointer=pointer))
    assert found.pointer == "#/x"
