"""Laws of `lift`: a 3.0 schema means in 3.1 what it meant in 3.0, and a 3.1 schema is not touched."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_generator.contract.lift import lift_schema
from hypothesis import given
from hypothesis import strategies as st

from .documents import JSON

KEYWORDS = st.sampled_from(
    ["type", "title", "enum", "default", "minimum", "items", "properties", "anyOf", "not", "x-any"]
)
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just("string"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYWORDS, inner, max_size=3),
    max_leaves=12,
)


@given(DATA)
def test_what_3_1_says_stays(schema: Any) -> None:
    """Without a word of 3.0 in it, whatever stands there comes out as it went in."""
    assert lift_schema(schema) == schema


@given(st.dictionaries(KEYWORDS | st.sampled_from(["nullable", "exclusiveMinimum"]), DATA, max_size=6))
def test_lifting_twice_is_lifting_once(schema: JSON) -> None:
    """What was lifted has no word of 3.0 in it."""
    assert lift_schema(lift_schema(schema)) == lift_schema(schema)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"type": "string", "nullable": True, "enum": ["a"]}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"type": "string", "nullable": True, "enum": ["a", None]}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"nullable": True}, {}),
        ({"anyOf": [{"$ref": "#/a"}, {"nullable": True}]}, {"anyOf": [{"$ref": "#/a"}, {"type": "null"}]}),
        ({"oneOf": [{"nullable": True}, {"$ref": "#/a"}]}, {"oneOf": [{"type": "null"}, {"$ref": "#/a"}]}),
        (
            {"$ref": "#/a", "nullable": True, "description": "D."},
            {"description": "D.", "anyOf": [{"$ref": "#/a"}, {"type": "null"}]},
        ),
        (
            {"allOf": [{"$ref": "#/a"}], "nullable": True},
            {"anyOf": [{"allOf": [{"$ref": "#/a"}]}, {"type": "null"}]},
        ),
    ],
)
def test_nullable_becomes_a_type(before: JSON, after: JSON) -> None:
    """`nullable: true` is the type null besides (OpenAPI 3.0.3, section 4.7.24)."""
    assert lift_schema(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": True}, {"exclusiveMaximum": 1}),
        ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
        ({"exclusiveMinimum": True}, {}),
        ({"exclusiveMinimum": 1}, {"exclusiveMinimum": 1}),
    ],
)
def test_boolean_exclusive_becomes_a_limit(before: JSON, after: JSON) -> None:
    """In 3.0 `exclusiveMinimum` says how `minimum` is meant; in 3.1 it is the limit itself."""
    assert lift_schema(before) == after


@pytest.mark.parametrize(
    "place",
    [
        lambda schema: {"properties": {"a": schema}},
        lambda schema: {"items": schema},
        lambda schema: {"additionalProperties": schema},
        lambda schema: {"oneOf": [schema]},
        lambda schema: {"allOf": [{"properties": {"nullable": schema}}]},
        lambda schema: {"not": schema},
    ],
)
def test_schemas_inside_are_lifted(place: Any) -> None:
    """What holds for a schema holds for those in it, also for a property that is called `nullable`."""
    assert lift_schema(place({"type": "string", "nullable": True})) == place({"type": ["string", "null"]})


@pytest.mark.parametrize("key", ["default", "example", "enum", "const", "x-data"])
def test_data_is_not_a_schema(key: str) -> None:
    """What only looks like a schema is left alone."""
    value: Any = {"type": "string", "nullable": True}
    held = [value] if key == "enum" else value
    assert lift_schema({key: held}) == {key: held}
