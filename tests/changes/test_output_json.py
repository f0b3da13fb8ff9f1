"""Laws of the JSON report and of the schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from handbill_generator.changes.model import Report
from handbill_generator.changes.output import render
from handbill_generator.changes.output.json_report import schema
from jsonschema import Draft202012Validator

from tests.changes import sample_report as reports


@pytest.mark.parametrize(
    "build", [reports.sample, reports.hostile, reports.empty, reports.nothing], ids=lambda build: build.__name__
)
def test_the_schema_describes_every_report(build: Callable[[], Report]) -> None:
    """Each report is valid by the schema that is shipped, which is itself valid."""
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        json.loads(render(build(), "json"))
    )


def test_the_schema_is_closed_and_says_what_each_field_is() -> None:
    """No object takes a field that the schema does not name, each field is required and has a description."""
    for found in _objects(schema()):
        assert found["additionalProperties"] is False
        assert found["required"] == list(found["properties"])
        for name, field in found["properties"].items():
            described = field.get("description") or "$ref" in field
            assert described, name


def test_a_report_says_all_that_a_change_has() -> None:
    """The four verdicts, both sides with their values as JSON, symbols and why it was accepted stand in the report."""
    told = reports.sample().to_json()
    first = told["changes"][0]
    assert [first[name] for name in ("level", "wire", "call", "types", "import")] == ["breaking"] * 4 + ["compatible"]
    assert first["new"] == {
        "pointer": "#/components/schemas/CampaignUpdate/required",
        "file": reports.LOOPS,
        "line": 418,
        "column": 7,
        "value": ["name", "mailingListId"],
    }
    assert first["symbols"][0]["new"] == "str | None"
    assert told["changes"][1]["new"] is None
    assert told["changes"][7]["accepted"]["expires"] == "2027-03-31"
    assert told["summary"]["levels"]["wire"] == {"breaking": 2, "risky": 2, "compatible": 4}
    assert told["summary"]["levels"]["import"] == {"breaking": 4, "risky": 1, "compatible": 3}
    assert told["summary"]["accepted"] == 1


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("type") == "object":
            yield value
        for item in value.values():
            yield from _objects(item)
