"""Laws of `requirements`: a class refuses exactly those combinations of fields that the schema refuses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from handbill_generator.plan.requirements import checks, requirements
from handbill_generator.text import Code
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import MISSING, ValidationError

from .documents import JSON, both_ways, emit, losses, plan, ref

NAMES = ("kind", "a", "b", "c")
KINDS = ("now", "later", "daily")
FIELDS = {name: Code(name) for name in NAMES}

names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
alternatives = st.lists(names.map(lambda found: {"required": found}), min_size=1, max_size=3)
kinds = st.one_of(
    st.sampled_from(KINDS).map(lambda kind: {"const": kind}),
    st.lists(st.sampled_from(KINDS), min_size=1, unique=True).map(lambda found: {"enum": found}),
)
conditions = st.one_of(
    kinds.map(lambda kind: {"properties": {"kind": kind}, "required": ["kind"]}),
    names.map(lambda found: {"required": found}),
)
rules = st.one_of(
    alternatives.map(lambda found: {"anyOf": found}),
    alternatives.map(lambda found: {"oneOf": found}),
    names.map(lambda found: {"not": {"required": found}}),
    st.dictionaries(st.sampled_from(NAMES), names, min_size=1).map(lambda found: {"dependentRequired": found}),
    st.tuples(conditions, names).map(lambda found: {"if": found[0], "then": {"required": found[1]}}),
    st.just({"minProperties": 1}),
)
objects = st.fixed_dictionaries(
    {}, optional={"kind": st.sampled_from(KINDS), **{name: st.sampled_from(("x", None)) for name in "abc"}}
)


def refused(schema: Mapping[str, Any], value: Mapping[str, Any], always: frozenset[str] = frozenset()) -> bool:
    """Whether a class of *schema* would refuse *value*."""
    given_ = SimpleNamespace(**{name: value.get(name, MISSING) for name in NAMES}, model_dump=lambda: value)
    found = list(checks(requirements(schema)[0], FIELDS, always))
    return any(eval(check.condition, {"self": given_, "MISSING": MISSING}) for check in found)  # noqa: S307  # it is ours


@given(schema=rules, value=objects)
def test_a_class_refuses_what_the_schema_refuses(schema: JSON, value: JSON) -> None:
    """For every rule that is understood, the emitted condition and JSON Schema agree on every object."""
    assert refused(schema, value) is not Draft202012Validator(schema).is_valid(value)


@given(schema=rules, value=objects, always=names)
def test_required_properties_are_not_asked_for_again(schema: JSON, value: JSON, always: list[str]) -> None:
    """Where some properties are there by the class itself, the conditions still agree with JSON Schema."""
    assume(not set(schema.get("not", {}).get("required", NAMES)) <= set(always))  # no object fits such a class
    whole = {**dict.fromkeys(always, "now"), **value}
    assert refused(schema, whole, frozenset(always)) is not Draft202012Validator(schema).is_valid(whole)


@given(schema=rules)
def test_nothing_is_left_of_what_is_understood(schema: JSON) -> None:
    """A rule that became a check does not stay behind as a keyword that would be noted as a loss."""
    assert requirements(schema)[1].keys() <= {"minProperties"}


@pytest.mark.parametrize(
    "schema",
    [
        {"anyOf": [{"required": ["a"]}, {"properties": {"b": {}}}]},
        {"anyOf": [{"required": ["a"], "not": {"required": ["b"]}}]},
        {"not": {"required": ["a"], "properties": {"a": {"const": 1}}}},
        {"if": {"properties": {"kind": {"const": "now"}}}, "then": {"required": ["a"]}},
        {"if": {"properties": {"kind": {"pattern": "n"}}, "required": ["kind"]}, "then": {"required": ["a"]}},
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}},
        {"if": {"required": ["a"]}, "then": {"required": ["b"], "properties": {"b": {"minLength": 1}}}},
        {"if": True, "then": {"required": ["a"]}},
        {"anyOf": 5, "oneOf": [], "not": [], "dependentRequired": {"a": 1}, "if": {"required": 3}, "then": {}},
    ],
    ids=str,
)
def test_a_rule_is_not_read_in_part(schema: JSON) -> None:
    """What says more than is understood stays where it is, untouched."""
    assert requirements(schema) == ((), schema)


ORDER: JSON = {
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {"type": "string", "enum": list(KINDS)},
        "sendAt": {"type": ["string", "null"]},
        "html": {"type": "string"},
        "templateId": {"type": "string"},
    },
    "oneOf": [{"required": ["html"]}, {"required": ["templateId"]}],
    "allOf": [
        {"if": {"properties": {"kind": {"const": "later"}}, "required": ["kind"]}, "then": {"required": ["sendAt"]}},
        {"not": {"required": ["templateId", "sendAt"]}},
    ],
}


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The emitted class of ORDER."""
    emit(both_ways({"Order": ORDER}, takes="Order"), tmp_path, "requirements_shop")
    monkeypatch.syspath_prepend(str(tmp_path))
    from requirements_shop import models  # type: ignore[import-not-found]

    return models.Order


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "exactly one of html and template_id must be given"),
        ({"html": "h", "template_id": "t"}, "exactly one of html and template_id must be given"),
        ({"html": "h", "kind": "later"}, 'send_at must be given where kind is "later"'),
        ({"template_id": "t", "kind": "later", "send_at": None}, "template_id and send_at must not be given together"),
    ],
)
def test_the_message_names_the_fields(order: Any, fields: JSON, said: str) -> None:
    """A body that breaks a rule is refused in the words of the caller."""
    with pytest.raises(ValidationError, match=said):
        order(**{"kind": "now", **fields})
    assert order(kind="later", html="h", send_at=None).send_at is None


def test_what_responses_bring_is_not_checked() -> None:
    """A rule of a response is no reason to lose it: no check is emitted, and that is no loss."""
    package = plan(both_ways({"Order": ORDER}, gives="Order"))
    assert [definition.checks for definition in package.models.definitions] == [()]
    assert losses(package) == {}


def test_a_rule_about_an_unknown_property_is_noted() -> None:
    """A rule that names what is no property cannot be checked and stands in the ledger."""
    schema = {"type": "object", "properties": {"a": {}}, "anyOf": [{"required": ["a"]}, {"required": ["nothing"]}]}
    package = plan(both_ways({"Order": schema}, takes="Order"))
    assert losses(package) == {"#/components/schemas/Order": "required properties"}


def test_rules_leave_other_alternatives_alone() -> None:
    """Alternatives that are types stay a union; what only limits them is noted."""
    parts = {"A": {"type": "object", "properties": {"a": {}}}, "B": {"type": "object", "properties": {"b": {}}}}
    package = plan(both_ways({**parts, "Either": {"oneOf": [ref("A"), ref("B")]}}, takes="Either"))
    assert losses(package) == {}
